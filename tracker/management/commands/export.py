"""Write a person's whole record into one zip."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from tracker import export
from tracker.models import User


class Command(BaseCommand):
    help = "Write everything that a person recorded into one zip, which `import` reads back."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("out", type=Path, help="where the zip goes; a file there is replaced")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose record")

    def handle(self, *, out: Path, user: str, **options: Any) -> None:
        person = User.objects.filter(email__iexact=user).first()
        if person is None:
            raise CommandError("Nobody here has this e-mail address.")
        if out.exists() and not out.is_file():
            raise CommandError(f"{out} is no file.")
        try:
            _write(person, out)
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"Written to {out}.")


def _write(person: User, out: Path) -> None:
    """The zip takes its name only once it is whole: what was there before stays until then."""
    part = out.with_name(f".{out.name}.part")
    try:
        part.touch(mode=0o600)
        with part.open("wb") as file:
            export.write(person, file)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
