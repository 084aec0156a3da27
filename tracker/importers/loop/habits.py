"""The habits of an export and what was ticked on which day, from the zip of CSV files or the database.

An amount stands in both as a thousandth. A day without an answer is in neither.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from sqlite3 import Connection
from typing import Any, NamedTuple

from recovery.words import N_
from tracker.importers import wrong
from tracker.importers.rows import Problem, Unreadable
from tracker.importers.upload import Upload

FILE, LIST, MARKS = "", "Habits.csv", "Checkmarks.csv"
SQLITE = b"SQLite format 3\0"
MOST = 200  # habits: each is asked about
NAME = 60  # characters of a habit's name that are shown
FOLDER = re.compile(r"(\d{3,})(?: |$)")  # of one habit: its place in the list, and its name
WORDS = {"NO": 0, "YES_AUTO": 1, "YES_MANUAL": 2, "SKIP": 3, "UNKNOWN": -1}
NO, YES = 0, 2
NO_AMOUNT = frozenset({-1, 1, 2, 3})  # of a number: what only a tick can mean
NUMERICAL = ("NUMERICAL", "1")


@dataclass(frozen=True)
class Habit:
    """`counts`: its days hold amounts, else ticks. The key is made of the name, which all exports share."""

    key: str
    name: str
    counts: bool
    unit: str


class Mark(NamedTuple):
    """How much of a habit a day had: 0 for none, 1 for a tick."""

    habit: Habit
    day: date
    amount: float
    note: str
    line: int | None
    file: str


def is_export(upload: Upload) -> bool:
    if upload.is_zip:
        return upload.head(LIST).startswith(b"Position,Name,")
    if not upload.head(FILE).startswith(SQLITE):
        return False
    with upload.database(FILE) as database:
        return "habit" in _columns(database, "Repetitions") and {"id", "name"} <= _columns(database, "Habits")


def habits(upload: Upload) -> list[Habit]:
    """Raises Unreadable for more than anybody has."""
    found = [habit for habit, _where in _habits(upload)]
    if len(found) > MOST:
        raise Unreadable(N_("The file holds more than %(most)s habits."), most=MOST)
    return found


def marks(upload: Upload) -> Iterator[Mark | Problem]:
    """What was answered, habit by habit; days that were skipped, or met by the rest of a week, are not."""
    if upload.is_zip:
        for habit, file in _habits(upload):
            # Its folder is what tells it from the others.
            yield from _marks(
                habit, _written(upload, str(file)), "/".join(PurePosixPath(str(file)).parts[-2:])
            )
        return
    with upload.database(FILE) as database:
        for habit, number in _habits_of(database):
            yield from _marks(habit, _repeated(database, number))


def _habits(upload: Upload) -> list[tuple[Habit, object]]:
    """Each habit with where its days stand: a file of the zip, a number of the database."""
    if not upload.is_zip:
        with upload.database(FILE) as database:
            return _habits_of(database)
    files = {_place(name): name for name in upload.names() if PurePosixPath(name).name == MARKS}
    rows = upload.rows(LIST)
    _, header = next(rows, (1, []))
    listed = [dict(zip(header, cells, strict=False)) for _line, cells in rows]
    return list(_named([(row, files[p]) for row in listed if (p := _number(row.get("Position"))) in files]))


def _place(name: str) -> int | None:
    found = FOLDER.match(PurePosixPath(name).parent.name)
    return int(found[1]) if found else None


def _number(cell: object) -> int:
    try:
        return int(str(cell))
    except ValueError:
        return -1


def _habits_of(database: Connection) -> list[tuple[Habit, object]]:
    known = _columns(database, "Habits")
    told = [column for column in ("id", "name", "type", "unit") if column in known]
    rows = database.execute(f"SELECT {', '.join(told)} FROM Habits ORDER BY position LIMIT {MOST + 1}")
    listed = (dict(zip(told, row, strict=True)) for row in rows)
    return list(_named([({key.title(): value for key, value in row.items()}, row["id"]) for row in listed]))


def _columns(database: Connection, table: str) -> set[str]:
    """The columns of a table; none of a view, which may never end."""
    is_table = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    if database.execute(is_table, (table,)).fetchone() is None:
        return set()
    return {row[1].lower() for row in database.execute(f"PRAGMA table_info({table})")}


def _named(listed: list[tuple[dict[str, Any], object]]) -> Iterator[tuple[Habit, object]]:
    """Habits of one name are told apart by which comes first."""
    seen: dict[str, int] = {}
    for row, where in listed:
        name = str(row.get("Name") or "").replace("\0", "").strip()
        seen[name] = seen.get(name, 0) + 1
        key = sha256(f"{name} {seen[name]}".encode(errors="replace")).hexdigest()[:12]
        counts = str(row.get("Type")) in NUMERICAL
        yield Habit(key, name[:NAME] or "…", counts, str(row.get("Unit") or "").strip()[:NAME]), where


def _written(upload: Upload, file: str) -> Iterator[tuple[int | None, object, object, object]]:
    for line, cells in upload.rows(file):
        if len(cells) > 1 and cells[0] != "Date":
            yield line, cells[0], cells[1], cells[2] if len(cells) > 2 else ""


def _repeated(database: Connection, number: object) -> Iterator[tuple[int | None, object, object, object]]:
    """Before amounts and notes, a row alone was a tick."""
    known = _columns(database, "Repetitions")
    value, notes = ("value" if "value" in known else str(YES)), ("notes" if "notes" in known else "''")
    rows = f"SELECT timestamp, {value}, {notes} FROM Repetitions WHERE habit = ? ORDER BY timestamp"
    for timestamp, amount, note in database.execute(rows, (number,)):
        yield None, timestamp, amount, note


def _marks(
    habit: Habit, rows: Iterator[tuple[int | None, object, object, object]], file: str = ""
) -> Iterator[Mark | Problem]:
    for line, day, value, note in rows:
        try:
            told = {"Date": day, "Value": value}
            amount = wrong.value(told, "Value", partial(_amount, habit))
            if amount is not None:
                on = wrong.value(told, "Date", _day)
                yield Mark(habit, on, amount, str(note or "").strip(), line, file)
        except wrong.Wrong as error:
            yield wrong.problem(line, error, file)


def _amount(habit: Habit, value: object) -> float | None:
    """None where the day was not answered; raises ValueError for what is no value."""
    number = WORDS[value] if isinstance(value, str) and value in WORDS else int(str(value))
    if habit.counts:
        return None if number in NO_AMOUNT else number / 1000
    if number not in WORDS.values():
        raise ValueError(number)
    return {NO: 0.0, YES: 1.0}.get(number)


def _day(told: object) -> date:
    """`2015-01-25`, or milliseconds since 1970 at midnight in UTC."""
    if isinstance(told, int):
        return datetime.fromtimestamp(told // 1000, UTC).date()
    return date.fromisoformat(str(told))
