"""A stranger's SQLite file, read without trust: its tables alone, never its code, and not for ever."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import IO, Any
from urllib.parse import quote

from recovery.words import N_
from tracker.importers.rows import Unreadable

MAGIC = b"SQLite format 3\0"
LARGEST = 2 * 1024**3  # bytes of the whole file
LONGEST = 1024 * 1024  # bytes of one value
CHUNK = 1024 * 1024
STEPS, PATIENCE = 1_000_000, 2_000  # of SQLite's machine; a table of a million rows takes about twenty
DAMAGED = N_("The database in the file is damaged, or not what it says it is.")
READING = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
PRAGMAS = ("table_list", "table_info", "user_version")
SIZE = "octet_length"  # tells the size of a value without loading it
TELLS_SIZE = sqlite3.sqlite_version_info >= (3, 43)


def copy(file: IO[bytes], target: IO[bytes]) -> None:
    """Raises Unreadable for what does not begin as a database does, and for one that is far too large."""
    copied = 0
    for chunk in iter(lambda: file.read(CHUNK), b""):
        if not copied and not chunk.startswith(MAGIC):
            raise Unreadable(DAMAGED)
        copied += len(chunk)
        if copied > LARGEST:
            raise Unreadable(
                N_("The database in the file is larger than %(most)s MB."), most=LARGEST // 1024**2
            )
        target.write(chunk)
    if not copied:
        raise Unreadable(DAMAGED)


@contextmanager
def opened(path: str) -> Iterator[sqlite3.Connection]:
    """A connection that can do nothing but read tables; Unreadable where it fails or takes too long."""
    try:
        with closing(sqlite3.connect(f"file:{quote(path)}?mode=ro&immutable=1", uri=True)) as connection:
            _restrict(connection)
            yield connection
    except (
        sqlite3.Error,
        UnicodeDecodeError,
    ) as error:  # the latter of SQLite's own words about a broken name
        raise Unreadable(DAMAGED) from error


def columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    """The columns of an ordinary table; none where there is no such table, or it is a view or virtual."""
    for _schema, name, kind, *_rest in connection.execute("PRAGMA table_list"):
        if name == table and kind == "table":
            found = connection.execute(f'PRAGMA table_info("{table}")')
            return frozenset(column for _number, column, *_more in found)
    return frozenset()


def rows(connection: sqlite3.Connection, table: str, wanted: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The rows of an ordinary table, by the columns that it has; what is far too long is None."""
    there = columns(connection, table)
    names = tuple(name for name in wanted if name in there)
    if names:
        listed = ", ".join(map(_short, names))
        for values in connection.execute(f'SELECT {listed} FROM "{table}"'):
            yield dict(zip(names, values, strict=True))


def _short(name: str) -> str:
    return f'CASE WHEN {SIZE}("{name}") <= {LONGEST} THEN "{name}" END' if TELLS_SIZE else f'"{name}"'


def _restrict(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.text_factory = lambda text: text.decode(errors="replace")
    connection.set_progress_handler(_Patience(), STEPS)
    connection.set_authorizer(_allow)


def _allow(action: int, first: str | None, second: str | None, _schema: str | None, view: str | None) -> int:
    """Reading tables alone: no view, no trigger, nothing that runs because the file says so."""
    named = action == sqlite3.SQLITE_PRAGMA and first in PRAGMAS
    sized = action == sqlite3.SQLITE_FUNCTION and second == SIZE
    plain = action in READING and view is None
    return sqlite3.SQLITE_OK if named or sized or plain else sqlite3.SQLITE_DENY


class _Patience:
    """Asked every so many steps whether to stop."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > PATIENCE
