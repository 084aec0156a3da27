"""Where the entries of a file wait, valid, until they are taken: a small database of its own.

It has the key of the record, where that is encrypted. It bears no index but its own, so memory does not grow
with the file, and it is thrown away: a stage that was not finished is begun anew.
"""

import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings

from tracker import sqlite
from tracker.importers import Row
from tracker.intake import plain
from tracker.intake.plain import Plain
from tracker.kinds import KINDS
from tracker.models import Log

CHUNK = 500
TABLES = """
CREATE TABLE entry (
    number INTEGER PRIMARY KEY, kind TEXT, source TEXT, key TEXT, day TEXT, line INTEGER,
    own TEXT, written TEXT,
    UNIQUE (kind, source, key)
);
CREATE INDEX entry_by_day ON entry (kind, day);
CREATE TABLE other (number INTEGER PRIMARY KEY, kind TEXT, key TEXT, fields TEXT, line INTEGER, file TEXT);
"""
QUICK = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-4000"
WRITTEN = ("version", "created", "updated")
MOMENTS = {"date": date.fromisoformat, "datetime": datetime.fromisoformat}


@dataclass(frozen=True, slots=True)
class Entry:
    """A valid entry of the file, in plain values. `written` is what our own export knows besides."""

    kind: str
    source: str
    key: str
    line: int | None
    own: Plain
    written: Plain = field(default_factory=dict)

    @property
    def name(self) -> tuple[str, str]:
        return self.source, self.key


class Stage:
    """A context; written once from the start, then read."""

    def __init__(self, path: Path | None = None, *, fresh: bool = True) -> None:
        """A new stage, in memory without a path; `fresh=False` opens one that is there."""
        self.path, self.fresh = path, fresh
        if path and fresh:
            path.unlink(missing_ok=True)
            path.touch(mode=0o600)
        self.database = sqlite3.connect(
            path or ":memory:", isolation_level=None, factory=sqlite.unlocking(settings.DATABASE_KEY)
        )
        self.database.executescript(QUICK)
        if fresh:
            self.database.executescript(TABLES)
            self.database.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.database.close()
        if kind and self.path and self.fresh:
            self.path.unlink(missing_ok=True)

    def add(self, log: Log, row: Row) -> bool:
        """Keep an entry; False where the file has one of this kind, source and key already."""
        own = plain.own(log)
        written = plain.plain((name, row.written[name]) for name in WRITTEN if name in row.written)
        known = plain.text(written) if written else ""
        named = (row.kind, log.source, log.key, own["day"], row.line, plain.text(own), known)
        insert = (
            "INSERT OR IGNORE INTO entry (kind, source, key, day, line, own, written) VALUES (?,?,?,?,?,?,?)"
        )
        return self.database.execute(insert, named).rowcount == 1

    def has(self, kind: str, source: str, key: str) -> bool:
        """Whether the file has an entry of this name."""
        named = (kind, source, key)
        found = self.database.execute("SELECT 1 FROM entry WHERE kind=? AND source=? AND key=?", named)
        return found.fetchone() is not None

    def add_other(self, row: Row) -> None:
        """Keep a row of the plan or the settings."""
        fields = plain.text({name: _tagged(value) for name, value in row.fields.items()})
        values = (row.kind, row.key, fields, row.line, row.file)
        self.database.execute("INSERT INTO other (kind, key, fields, line, file) VALUES (?,?,?,?,?)", values)

    def close(self) -> None:
        """All is kept, on the disk too: from here on it is only read."""
        self.database.execute("COMMIT")
        if self.path:
            with self.path.open("rb") as file:
                os.fsync(file.fileno())

    def __len__(self) -> int:
        count: int = self.database.execute("SELECT COUNT(*) FROM entry").fetchone()[0]
        return count

    def chunks(self) -> Iterator[list[Entry]]:
        """The entries, kind by kind and by day, in lists short enough to be looked up at once."""
        columns = "kind, source, key, line, own, written"
        for kind in KINDS:
            rows = self.database.execute(
                f"SELECT {columns} FROM entry WHERE kind = ? ORDER BY day, number", (kind,)
            )
            while found := rows.fetchmany(CHUNK):
                yield [_entry(*row) for row in found]

    def first(self, count: int) -> list[Entry]:
        """The first entries of each kind, in the order of the file."""
        columns = "kind, source, key, line, own, written"
        first = f"SELECT {columns} FROM entry WHERE kind = ? ORDER BY number LIMIT ?"
        return [_entry(*row) for kind in KINDS for row in self.database.execute(first, (kind, count))]

    def others(self) -> Iterator[Row]:
        """The rows of the plan and the settings, as the importer gave them."""
        rows = self.database.execute("SELECT kind, key, fields, line, file FROM other ORDER BY number")
        for kind, key, fields, line, file in rows:
            values = {name: _untagged(value) for name, value in json.loads(fields).items()}
            yield Row(kind, key, values, line, file=file)

    def counts(self) -> dict[str, int]:
        """How many rows of the plan and the settings there are, by kind."""
        return dict(self.database.execute("SELECT kind, COUNT(*) FROM other GROUP BY kind").fetchall())

    def first_day(self) -> str:
        """The first day that an entry counts to, "" where there is none."""
        first: str | None = self.database.execute("SELECT MIN(day) FROM entry").fetchone()[0]
        return first or ""


def _entry(kind: str, source: str, key: str, line: int | None, own: str, written: str) -> Entry:
    return Entry(kind, source, key, line, json.loads(own), json.loads(written) if written else {})


def _tagged(value: object) -> object:
    return [type(value).__name__, value.isoformat()] if isinstance(value, date) else value


def _untagged(value: object) -> object:
    return MOMENTS[value[0]](value[1]) if isinstance(value, list) else value
