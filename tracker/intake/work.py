"""The two long steps of an import, reading and writing: begun again where they were broken off.

Each step is one process's alone, and changes the record at its very end or not at all.
"""

import logging
import os
import sqlite3
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import OperationalError, transaction

from recovery.words import N_
from tracker import disk
from tracker.importers import Unreadable
from tracker.intake import files, said, writing
from tracker.intake.files import Progress
from tracker.intake.opening import opened
from tracker.intake.reading import Reading
from tracker.intake.stage import Stage
from tracker.models import Import

TRIES = 5  # a file that ends its process each time is not tried for ever
BROKEN_OFF = N_("Reading it was broken off again and again. The site may have too little memory for it.")
UNFORESEEN = N_("Something went wrong here that was not foreseen. Nothing was changed.")
BUSY = N_("Others wrote for so long that it could not begin. Nothing was changed: take it in again.")
NO_ROOM = N_("The disk of this site is full. Nothing was changed: try it again when there is room.")
State = Import.State
log = logging.getLogger(__name__)


def read(pk: int) -> None:
    """Read the file of an import, and show what would become of it."""
    with _step(pk, (State.RECEIVED, State.READING), State.READING) as batch:
        if batch:
            source, report = _found(batch)
            ready = Import.objects.filter(pk=pk, state=State.READING)
            answers = {name: given for name, _text, _choices, given, _params in report["questions"]}
            ready.update(state=State.READY, source=source, report=report, answers=answers, tries=0)


def write(pk: int) -> None:
    """Take an import, as the person has decided."""
    with _step(pk, (State.WRITING,), State.WRITING) as batch:
        if not batch:
            return
        try:
            _write(batch)
        except (FileNotFoundError, sqlite3.DatabaseError):  # the machine went down before the stage was kept
            Import.objects.filter(pk=pk).update(state=State.RECEIVED)
        except OperationalError as error:
            why = NO_ROOM if disk.is_full(error) else BUSY
            report = {**batch.report, "failed": said.of_unreadable(Unreadable(why))}
            Import.objects.filter(pk=pk).update(state=State.READY, report=report)
    if batch and Import.objects.filter(pk=pk, state=State.RECEIVED).exists():
        read(pk)


def _found(batch: Import) -> tuple[str, dict[str, Any]]:
    with files.uploaded(batch.pk).open("rb") as file, Stage(files.staged(batch.pk)) as stage:
        found = opened(batch.user, file, batch.answers)
        reading = Reading(batch.user, found.source, stage, whole=found.whole)

        def now() -> Progress:
            return Progress(os.lseek(file.fileno(), 0, os.SEEK_CUR), batch.size, reading.entries)

        with files.telling(batch.pk, now):
            reading.read(found.rows)
            shown = writing.preview(batch.user, stage)
    return found.source, {**reading.report(), **shown, "questions": found.asked}


def _write(batch: Import) -> None:
    if not files.staged(batch.pk).exists():
        raise FileNotFoundError
    with Stage(files.staged(batch.pk), fresh=False) as stage:
        total, seen = len(stage), [0]
        with files.telling(batch.pk, lambda: Progress(seen[-1], total, total)):
            writing.write(batch.pk, stage, seen.append)
    files.drop(batch.pk)


@contextmanager
def _step(pk: int, states: tuple[State, ...], state: State) -> Iterator[Import | None]:
    """An import to work on; None where it is another's or over. Failures are told to the person."""
    with files.held(pk) as mine:
        batch = _begun(pk, states, state) if mine else None
        try:
            yield batch
        except Unreadable as error:
            fail(pk, error)
        except Exception as error:
            # Neither its message nor its values: they may be somebody's.
            place = "".join(traceback.format_tb(error.__traceback__))
            log.error("Import %s failed with %s\n%s", pk, type(error).__name__, place)
            fail(pk, Unreadable(NO_ROOM if disk.is_full(error) else UNFORESEEN))


def _begun(pk: int, states: tuple[State, ...], state: State) -> Import | None:
    with transaction.atomic():
        batch = Import.objects.select_for_update().filter(pk=pk, state__in=states).first()
        if batch is None:
            return None
        batch.state, batch.tries = state, batch.tries + 1
        batch.save(update_fields=["state", "tries"])
    if batch.tries > TRIES:
        fail(pk, Unreadable(BROKEN_OFF))
        return None
    return batch


def fail(pk: int, error: Unreadable) -> None:
    """Keep nothing of an import but the sentence that says why."""
    report = {"failed": said.of_unreadable(error)}
    under_way = Import.objects.filter(pk=pk, state__in=[State.READING, State.WRITING])
    under_way.update(state=State.FAILED, report=report)
    files.drop(pk)
