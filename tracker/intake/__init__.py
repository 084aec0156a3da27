"""The one door for entries in bulk: a file comes in whole or not at all, and can be taken out again.

Reading checks every entry by the rules of its model (docs/rules.md, 25) and keeps it on a stage; judging says
what becomes of it; writing takes all of the stage at once; undoing takes it out again.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO

from django.db import transaction

from tracker.importers import Answers, Problem, Row
from tracker.intake import files, writing
from tracker.intake.opening import Opened, opened
from tracker.intake.reading import Reading
from tracker.intake.stage import Stage
from tracker.intake.undoing import take_back
from tracker.models import Import, User

__all__ = ["preview_file", "read_file", "take_back", "take_in"]


def read_file(
    user: User, file: BinaryIO, answers: Answers | None = None, *, prefers_file: bool = False
) -> Import:
    """Take in a file of any format that is known; raises Unreadable, and then nothing has changed."""
    with _read(user, file, answers) as (found, reading):
        state = Import.State.WRITING
        batch = Import(user=user, source=found.source, state=state, prefers_file=prefers_file)
        batch.answers = {name: given for name, _text, _choices, given, _params in found.asked}
        return _write(batch, reading)


def preview_file(user: User, file: BinaryIO, answers: Answers | None = None) -> dict[str, Any]:
    """The report of what would come in, and the questions of the format; nothing is written."""
    with _read(user, file, answers) as (found, reading):
        return {**reading.report(), **writing.preview(user, reading.stage), "questions": found.asked}


def take_in(user: User, source: str, rows: Iterable[Row | Problem], *, whole: bool = False) -> Import:
    """Take in rows at once, and report what became of each; raises Unreadable, and then nothing has changed.

    What is there under the same source and key is left, or changed where the source has changed it and no
    hand has; what was deleted stays deleted; what shares half of the shorter with another of its kind is
    kept aside. A row that breaks a rule is listed and left out; with `whole` it refuses the file.
    """
    with Stage() as stage:
        reading = Reading(user, source, stage, whole=whole)
        reading.read(rows)
        return _write(Import(user=user, source=source, state=Import.State.WRITING), reading)


@contextmanager
def _read(user: User, file: BinaryIO, answers: Answers | None) -> Iterator[tuple[Opened, Reading]]:
    given = {"zone": answers.zone, **answers.given} if answers else {}
    found = opened(user, file, given)
    with TemporaryDirectory(dir=files.folder()) as folder, Stage(Path(folder) / "stage") as stage:
        reading = Reading(user, found.source, stage, whole=found.whole)
        reading.read(found.rows)
        yield found, reading


def _write(batch: Import, reading: Reading) -> Import:
    with transaction.atomic():
        batch.report = reading.report()
        batch.save()
        writing.write(batch.pk, reading.stage)
    batch.refresh_from_db()
    reading.user.refresh_from_db(fields=["record"])
    return batch
