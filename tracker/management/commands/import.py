# ruff: noqa: N999 (the command is called import)
"""Take a file into a person's record."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from tracker import intake
from tracker.importers import Unreadable
from tracker.intake import said
from tracker.kinds import KINDS
from tracker.models import User

TOLD = (
    "{new} new, {changed} changed, {there} already there, {edited} edited here since, "
    "{deleted} deleted here before, {aside} clashing with another entry"
)


class Command(BaseCommand):
    help = "Take a file of a known format into a person's record: wholly, or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="our own export, or one of Sleep as Android")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose record")

    def handle(self, *, file: Path, user: str, **options: Any) -> None:
        person = User.objects.filter(email__iexact=user).first()
        if person is None:
            raise CommandError("Nobody here has this e-mail address.")
        try:
            with file.open("rb") as opened:
                report = intake.read_file(person, opened).report
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        except Unreadable as error:
            raise CommandError(f"{error.worded(gettext)} Nothing was changed.") from error
        self._tell(report)

    def _tell(self, report: dict[str, Any]) -> None:
        if not report["counts"]:
            self.stdout.write("No entry came in.")
        for kind, counts in report["counts"].items():
            self.stdout.write(f"{KINDS[kind].title}: {TOLD.format(**counts)}")
        for line, why in report["problems"]:
            self.stdout.write(f"Line {line} was left out: {said.worded(why)}")
