"""The files of an import while it is under way: what was handed over, its stage, how far it is.

They lie in a folder that is the site's alone, named by the import's number, and go when it is taken,
discarded or a day old.
"""

import fcntl
import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile
from django.utils import timezone

from tracker.models import Import

KEPT = timedelta(days=1)
EVERY = 0.4  # seconds between two notes of how far it is


@dataclass(frozen=True)
class Progress:
    """How far an import is: bytes of the file while it is read, entries while they are written."""

    done: int = 0
    total: int = 0
    entries: int = 0  # found so far

    @property
    def percent(self) -> int:
        return min(100, 100 * self.done // self.total) if self.total else 0


def folder() -> Path:
    settings.IMPORTS.mkdir(mode=0o700, exist_ok=True)
    path: Path = settings.IMPORTS
    return path


def uploaded(pk: int) -> Path:
    return folder() / f"{pk}.file"


def staged(pk: int) -> Path:
    return folder() / f"{pk}.stage"


def keep(pk: int, file: "UploadedFile[Any]") -> None:
    """Keep what was handed over; a large one is moved, not copied."""
    path = uploaded(pk)
    if isinstance(file, TemporaryUploadedFile):
        shutil.move(file.temporary_file_path(), path)
        return
    path.touch(mode=0o600)
    with path.open("wb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)


def drop(pk: int) -> None:
    for path in folder().glob(f"{pk}.*"):
        path.unlink(missing_ok=True)


def sweep() -> None:
    """Discard what nobody has decided on for a day, and delete the files of what is over."""
    old = timezone.now() - KEPT
    waiting = (Import.State.RECEIVED, Import.State.READY)
    Import.objects.filter(state__in=waiting, created__lt=old).update(state=Import.State.DISCARDED)
    over = (Import.State.TAKEN, Import.State.FAILED, Import.State.DISCARDED, Import.State.UNDONE)
    open_ones = set(Import.objects.exclude(state__in=over).values_list("pk", flat=True))
    for path in folder().iterdir():
        number = path.name.partition(".")[0]
        is_over = number.isdigit() and int(number) not in open_ones
        # Others are uploads on their way, which end with their request, or were left by one that was killed.
        if is_over or (not number.isdigit() and path.stat().st_mtime < old.timestamp()):
            _remove(path)


@contextmanager
def held(pk: int) -> Iterator[bool]:
    """Whether this process alone works on the import now; what holds it lets go however it ends."""
    with (folder() / f"{pk}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True


def progress(pk: int) -> Progress:
    """How far an import is, as it was last noted."""
    with suppress(OSError, ValueError, TypeError):
        return Progress(**json.loads(_noted(pk).read_text()))
    return Progress()


@contextmanager
def telling(pk: int, now: Callable[[], Progress]) -> Iterator[None]:
    """Note how far an import is, again and again while it is worked on.

    In a file, not in the record: that may be locked by the work itself.
    """
    ended = Event()

    def tell() -> None:
        while not ended.wait(EVERY):
            part = _noted(pk).with_suffix(".part")
            with suppress(OSError):  # a full disk: the work itself says so
                part.write_text(json.dumps(asdict(now())))
                part.replace(_noted(pk))

    teller = Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        ended.set()
        teller.join()
        _noted(pk).unlink(missing_ok=True)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _noted(pk: int) -> Path:
    return folder() / f"{pk}.progress"
