"""The table of sleep that Garmin Connect gives on the web, over four weeks, in any language.

Its first column is the day of waking, whatever stands above it; the last two are clock times. Dates are told
as the language writes them, with or without a month's name.
"""

import csv
import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from recovery.words import N_
from tracker.importers import months, nights, tables, wearables, wrong, zones
from tracker.importers.rows import Problem, Row
from tracker.importers.upload import Upload
from tracker.importers.wearables import Night

NAMES = ("sleep_score_4_weeks", "bedtime", "wake_time")
COLUMNS = range(9, 16)
CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:\s*([ap])\.?\s?m\.?)?", re.IGNORECASE)
LENGTH = re.compile(r"(\d{1,2})\s*h\w*\.?(?:\s*(\d{1,2})\s*m\w*\.?)?|(\d{1,2})\s*m\w*\.?", re.IGNORECASE)
NONE = ("", "-", "--")
TWICE = N_("the clock showed a time of it twice that night: the first is taken")


def is_table(upload: Upload, name: str) -> bool:
    """By its English names, else by a row that is a day, with a length, and two clock times at its end."""
    _, header = tables.header(upload, name)
    english = tables.names(header)
    if english[:1] == ["sleep_score_4_weeks"] and set(NAMES) <= set(english):
        return True
    if len(header) not in COLUMNS:
        return False
    rows = csv.reader(upload.head(name).decode(errors="replace").splitlines()[1:8])
    return any(_is_night(cells) for cells in rows)


def read(upload: Upload, name: str, home: str) -> Iterator[Row | Problem]:
    """A row for each night. A time that the clocks showed twice is the first, and is listed (rules.md, 4)."""
    sleeps = []
    _, header = tables.header(upload, name)
    columns = (header[0], *header[-2:])
    for line, cells in upload.rows(name):
        if line == 1 or len(cells) < 2 or all(cell.strip() in NONE for cell in cells[-2:]):
            continue  # a day without sleep
        try:
            row, is_twice = _row(line, cells, columns, home)
        except wearables.Refused as refused:
            yield Problem(line, str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(line, error)
        else:
            sleeps.append(row)
            if is_twice:
                yield Problem(line, TWICE)
    yield from nights.side_by_side(sleeps)


def _is_night(cells: list[str]) -> bool:
    if len(cells) not in COLUMNS or not all(CLOCK.fullmatch(cell.strip()) for cell in cells[-2:]):
        return False
    try:
        return _day(cells[0]) is not None and _slept(cells) is not None
    except (ValueError, OverflowError):
        return False


def _row(line: int, cells: list[str], columns: tuple[str, ...], home: str) -> tuple[Row, bool]:
    """The night, and whether the clocks showed a time of it twice; `columns` name the day and the two."""
    day = wrong.value({columns[0]: cells[0]}, columns[0], _day)
    bed, wake = (
        wrong.value({column: cell}, column, _clock)
        for column, cell in zip(columns[1:], cells[-2:], strict=True)
    )
    midnight = datetime.combine(day, time())
    before = timedelta(days=1) if bed >= wake else timedelta(0)
    walls = (midnight + bed - before, midnight + wake)
    asleep, awake = (zones.from_wall(wall, home) for wall in walls)
    night = Night(
        key=f"web-{day}",
        line=line,
        asleep=asleep,
        awake=awake,
        zone_bed=home,
        zone=home,
        slept=_slept(cells),
    )
    return night.row(), any(zones.is_twice(wall, home) for wall in walls)


def _day(cell: str) -> date:
    """`2026-06-26`, `Jun 26, 2026`, `26. Juni 2026`; raises ValueError for a day without its year."""
    plain = months.plain(cell)
    numbers = [int(found) for found in re.findall(r"\d+", plain)]
    if len(numbers) == 3 and numbers[0] > 31:
        return date(*numbers)
    words = re.findall(r"[a-z]{3,}", plain)
    month = next(filter(None, map(months.number, words)), None)
    if month is None or len(numbers) != 2:
        raise ValueError(cell)
    return date(max(numbers), month, min(numbers))


def _clock(cell: str) -> timedelta:
    """Since midnight; raises ValueError for what no clock shows."""
    found = CLOCK.fullmatch(cell.strip())
    if found is None:
        raise ValueError(cell)
    hour, minute = int(found[1]), int(found[2])
    if found[3]:
        hour = hour % 12 + (12 if found[3] in "pP" else 0)
    if hour > 23 or minute > 59:
        raise ValueError(cell)
    return timedelta(hours=hour, minutes=minute)


def _slept(cells: list[str]) -> float | None:
    """The first length before the clock times: the sleep that is needed, if there is one, comes after it."""
    for cell in cells[1:-2]:
        if found := LENGTH.fullmatch(cell.strip()):
            return 60 * int(found[1] or 0) + int(found[2] or found[3] or 0)
    return None
