"""What a person does with an import: hand a file over, answer what it cannot say, take it or let it go."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from tracker.intake import files, queue, said
from tracker.models import Import, User

State = Import.State
OPEN = (State.RECEIVED, State.READING, State.READY, State.WRITING)
MOST = 5  # files of one person that are under way at once


def is_full(user: User) -> bool:
    """Whether a person has so many files under way that one has to be taken or discarded first."""
    return user.imports.filter(state__in=OPEN).count() >= MOST


def receive(user: User, file: "UploadedFile[Any]") -> Import:
    """Keep a file and read it, now or soon. One that was read now, and cannot be, leaves nothing behind.

    Raises Unreadable for such a one.
    """
    with transaction.atomic():
        batch = Import.objects.create(user=user, size=file.size or 0)
        files.keep(batch.pk, file)
    queue.start(batch)
    if batch.state == State.FAILED:
        batch.delete()
        raise said.unreadable(batch.report["failed"])
    return batch


def answer(batch: Import, answers: Mapping[str, str]) -> None:
    """Read the file again with other answers; one that is not shown just now is left as it is."""
    ready = Import.objects.filter(pk=batch.pk, state=State.READY)
    if ready.update(state=State.RECEIVED, answers=dict(answers), tries=0):
        _start(batch)


def take(batch: Import, *, prefers_file: bool = False, judges_past: bool = False) -> None:
    """Take an import that is shown, now or soon. `prefers_file`: in a clash the file wins."""
    ready = Import.objects.filter(pk=batch.pk, state=State.READY)
    choice = {"prefers_file": prefers_file, "judges_past": judges_past}
    if ready.update(state=State.WRITING, tries=0, **choice):
        _start(batch)


def discard(batch: Import) -> None:
    """Let an import go that is not being written; nothing of the file is kept."""
    shown = (State.RECEIVED, State.READING, State.READY)
    if Import.objects.filter(pk=batch.pk, state__in=shown).update(state=State.DISCARDED, report={}):
        files.drop(batch.pk)


def _start(batch: Import) -> None:
    batch.refresh_from_db()
    queue.start(batch)


def forget(user: User) -> None:
    """Delete the files that a person has under way."""
    for pk in user.imports.values_list("pk", flat=True):
        files.drop(pk)
