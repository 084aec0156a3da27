"""The one door for entries in bulk: a file comes in whole or not at all, and can be taken out again.

Reading checks every entry by the rules of its model (docs/rules.md, 25) and keeps it on a stage; judging says
what becomes of it; writing takes all of the stage at once; undoing takes it out again.
"""

from collections.abc import Iterable
from typing import BinaryIO

from django.db import transaction

from tracker import importers
from tracker.importers import Answers, Problem, Row, Upload
from tracker.intake import writing
from tracker.intake.reading import Reading
from tracker.intake.stage import Stage
from tracker.intake.undoing import take_back
from tracker.models import Import, User

__all__ = ["read_file", "take_back", "take_in"]


def read_file(user: User, file: BinaryIO, answers: Answers | None = None) -> Import:
    """Take in a file of any format that is known; raises Unreadable, and then nothing has changed."""
    upload = Upload(file)
    importer = importers.recognise(upload)
    rows = importer.read(upload, answers or Answers(zone=user.zone))
    return take_in(user, importer.SOURCE, rows, whole=importer.WHOLE)


def take_in(user: User, source: str, rows: Iterable[Row | Problem], *, whole: bool = False) -> Import:
    """Take in rows at once, and report what became of each; raises Unreadable, and then nothing has changed.

    What is there under the same source and key is left, or changed where the source has changed it and no
    hand has; what was deleted stays deleted; a sleep that shares half of the shorter with another is kept
    aside. A row that breaks a rule is listed and left out; with `whole` it refuses the file.
    """
    with Stage() as stage:
        reading = Reading(user, source, stage, whole=whole)
        reading.read(rows)
        with transaction.atomic():
            state, report = Import.State.WRITING, reading.report()
            batch = Import.objects.create(user=user, source=source, state=state, report=report)
            writing.write(batch.pk, stage)
    batch.refresh_from_db()
    user.refresh_from_db(fields=["record"])
    return batch
