"""A copy of the database, while the site runs."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from tracker import backup


class Command(BaseCommand):
    help = "Copies the database into a folder, verifies the copy, and keeps those of some days."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--to", type=Path, default=backup.folder(), help="the folder (data/backups)")
        parser.add_argument(
            "--keep", type=int, default=backup.DAYS, help="how many days of copies to keep (7)"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["keep"] < 1:
            raise CommandError("--keep has to be 1 or more.")
        try:
            self.stdout.write(str(backup.make(options["to"], options["keep"])))
        except (backup.Unsound, ImproperlyConfigured, OSError) as problem:
            raise CommandError(str(problem)) from problem
