# ruff: noqa: N999 (the command is called import)
"""Take a file into a person's record."""

import sqlite3
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from tracker import disk, intake
from tracker.importers import Answers, Unreadable
from tracker.intake import said
from tracker.kinds import KINDS
from tracker.models import User
from tracker.models.user import ZONES

TOLD = (
    "{new} new, {changed} changed, {there} already there, {edited} edited here since, "
    "{deleted} deleted here before, {aside} clashing with another entry"
)


class Command(BaseCommand):
    help = "Take a file of a known format into a person's record: wholly, or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="an export of any app that the Data page names")
        parser.add_argument("--user", required=True, metavar="EMAIL", help="whose record")
        parser.add_argument("--zone", help="of times that name none, as in Europe/Berlin (the person's own)")
        parser.add_argument(
            "--answer", action="append", default=[], type=answer, metavar="NAME=VALUE",
            help="to a question of the format; --preview lists them",
        )  # fmt: skip
        parser.add_argument("--preview", action="store_true", help="only tell what would come in")
        parser.add_argument(
            "--prefer-file", action="store_true", help="in a clash the file wins, not what is here"
        )

    def handle(self, *, file: Path, user: str, **options: Any) -> None:
        person = User.objects.filter(email__iexact=user).first()
        if person is None:
            raise CommandError("Nobody here has this e-mail address.")
        zone = options["zone"] or person.zone
        if zone not in ZONES:
            raise CommandError(f"“{zone}” is not a time zone we know.")
        try:
            with file.open("rb") as opened:
                self._read(person, opened, Answers(zone, {"zone": zone, **dict(options["answer"])}), options)
        except (OSError, sqlite3.DatabaseError) as error:
            raise CommandError(_failed(file, error)) from error
        except Unreadable as error:
            raise CommandError(f"{error.worded(gettext)} Nothing was changed.") from error

    def _read(self, person: User, file: BinaryIO, answers: Answers, options: dict[str, Any]) -> None:
        if options["preview"]:
            report = intake.preview_file(person, file, answers)
            self._ask(report["questions"])
        else:
            report = intake.read_file(person, file, answers, prefers_file=options["prefer_file"]).report
        self._tell(report)

    def _ask(self, questions: list[Any]) -> None:
        for name, text, choices, given, params in questions:
            self.stdout.write(f"--answer {name}={given}: {text % params if params else text}")
            for value, words in choices.items():
                self.stdout.write(f"    {value}: {words}")

    def _tell(self, report: dict[str, Any]) -> None:
        if not report["counts"]:
            self.stdout.write("No entry came in.")
        for kind, counts in report["counts"].items():
            self.stdout.write(f"{KINDS[kind].title}: {TOLD.format(**counts)}")
        for line, why, *file in report["problems"]:
            place = ", line ".join([*file, str(line)]) if file else f"Line {line}" if line else "An entry"
            self.stdout.write(f"{place} was left out: {said.worded(why)}")


def _failed(file: Path, error: Exception) -> str:
    if disk.is_full(error):
        return "The disk is full. Nothing was changed."
    return f"{file} cannot be read: {getattr(error, 'strerror', error)}."


def answer(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise ArgumentTypeError("it has to be NAME=VALUE")
    return name, value
