"""A disk without room, a record that others write, a database that is away: whoever tries is told so."""

import errno
import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.core.cache.backends.db import DatabaseCache
from django.db import DatabaseError, OperationalError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
SAID = ("disk is full", "no space left")  # by SQLite, by PostgreSQL
GONE = ("connection", "unable to open")  # by PostgreSQL, by SQLite
LITTLE = 64 * 1024  # bytes: SQLite needs more to begin anything
FULL: Promise = _(
    "The disk of this site is full, so nothing was saved. What was saved before is safe. "
    "Send it again when there is room."
)
LOCKED: Promise = _(
    "Something large is being written just now, so this was not saved. What was saved before is safe. "
    "Send it again in half a minute."
)
AWAY: Promise = _(
    "The database of this site does not answer just now, so nothing was saved. "
    "What was saved before is safe. Try it again in a minute."
)


def is_full(error: BaseException | None) -> bool:
    """Whether something failed because no room was left to write it."""
    if isinstance(error, OSError):
        return error.errno in NO_ROOM
    if isinstance(error, DatabaseError | sqlite3.DatabaseError):
        return any(words in str(error).lower() for words in SAID)
    return False


def is_locked(error: BaseException | None) -> bool:
    """Whether something waited in vain for others to have written, as a very large import does."""
    return isinstance(error, OperationalError | sqlite3.OperationalError) and "locked" in str(error)


def is_away(error: BaseException | None) -> bool:
    """Whether the database could not be reached, or went away meanwhile."""
    return isinstance(error, OperationalError) and any(words in str(error) for words in GONE)


def has_room(folder: str | Path, size: int = LITTLE) -> bool:
    """Whether so many bytes are free on the disk of a folder."""
    return shutil.disk_usage(folder).free >= size


class Counts(DatabaseCache):
    """The cache of the database, which says when it cannot write: Django's own keeps silent.

    A count that was not written looks like one that is used up: "too many attempts" at the very first.
    """

    def add(self, *args: object, **options: object) -> bool:
        """Whether the key is new. Raises OperationalError where there is no room for it."""
        added: bool = super().add(*args, **options)  # type: ignore[arg-type]
        if not added and not has_room(settings.DATA):
            raise OperationalError(SAID[0])
        return added
