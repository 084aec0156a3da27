"""The CSV that Fitbit's web page gave: a table for each measure, the one of sleep among them.

Times are those of the clock of the place, to the minute; days stand in the order of the person's country.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from functools import partial

from recovery.words import N_
from tracker.importers import nights, wearables, wrong, zones
from tracker.importers.nights import ASLEEP, IN_BED, Record, Segment
from tracker.importers.rows import Problem, Row, placed
from tracker.importers.upload import Upload

START, END = "Start Time", "End Time"
TIME = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4}) (\d{1,2}):(\d\d)(?: ?([AaPp])\.?[Mm]\.?)?")
STAGES = {"light": "Minutes Light Sleep", "deep": "Minutes Deep Sleep", "rem": "Minutes REM Sleep"}
TWICE = N_("the clock showed the time of this sleep twice: the first was taken")

Cells = dict[str, str]


def sleeps(upload: Upload, names: Sequence[str], zone: str) -> Iterator[Row | Problem]:
    """The sleeps of the page's table."""
    for name in names:
        yield from placed(_sleeps(list(_nights(upload, name)), zone), name)


def _sleeps(found: Sequence[tuple[int, Cells]], zone: str) -> Iterator[Row | Problem]:
    month_first = _is_month_first([cells for _line, cells in found])
    for line, cells in found:
        try:
            yield _sleep(line, cells, zone, month_first=month_first)
            if zones.is_twice(wrong.value(cells, START, partial(_wall, month_first=month_first)), zone):
                yield Problem(line, TWICE)
        except wearables.Refused as refused:
            yield Problem(line, str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(line, error)


def _nights(upload: Upload, name: str) -> Iterator[tuple[int, Cells]]:
    """The rows of the table of sleep, which ends at an empty line or at the next one's title."""
    header: list[str] = []
    for line, cells in upload.rows(name):
        if cells and cells[0] == START:
            header = cells
        elif len(cells) < 2:
            header = []
        elif header:
            yield line, dict(zip(header, cells, strict=False))


def _is_month_first(rows: Sequence[Cells]) -> bool:
    """Whether the month stands before the day: told by a number over 12, else by the strokes of America."""
    found = [parts for cells in rows if (parts := _parts(cells.get(START, "")))]
    if any(parts[0] > 12 for parts in found):
        return False
    return any(parts[1] > 12 for parts in found) or any("/" in cells[START] for cells in rows)


def _parts(text: str) -> tuple[int, int, int, int, int] | None:
    """The three numbers of the day as they stand, then hour and minute; None for what is no time."""
    found = TIME.fullmatch(text.strip())
    if found is None:
        return None
    first, second, third, hour, minute = map(int, found.groups()[:5])
    if found[6]:
        hour = hour % 12 + (12 if found[6] in "Pp" else 0)
    return first, second, third, hour, minute


def _wall(text: str, *, month_first: bool) -> datetime:
    parts = _parts(text)
    if parts is None:
        raise ValueError(text)
    first, second, third, hour, minute = parts
    if first > 31:
        return datetime.combine(date(first, second, third), time(hour, minute))
    day, month = (second, first) if month_first else (first, second)
    return datetime.combine(date(third, month, day), time(hour, minute))


def _sleep(line: int, cells: Cells, zone: str, *, month_first: bool) -> Row | Problem:
    """All of its time is time in bed; the minutes awake are somewhere in it."""
    wall = wrong.value(cells, START, partial(_wall, month_first=month_first))
    start = zones.from_wall(wall, zone)
    ends = zones.instants(wrong.value(cells, END, partial(_wall, month_first=month_first)), zone)
    in_bed = _number(cells, "Time in Bed")
    end = ends[0] if in_bed is None else min(ends, key=lambda e: abs((e - start) / wearables.MINUTE - in_bed))
    if not start < end <= start + wearables.LONGEST:
        raise wearables.Refused(N_("it is longer than a day, or no time at all"))
    segment = Segment(start, end, IN_BED, "page", zone, line)
    more = {
        "waso": _whole(_number(cells, "Minutes Awake")),
        "awakenings": _whole(_number(cells, "Number of Awakenings")),
        **{stage: _number(cells, column) for stage, column in STAGES.items()},
    }
    return nights.of_record(
        Record(f"page-{wall:%Y%m%dT%H%M}", [segment, segment._replace(stage=ASLEEP)], more)
    )


def _number(cells: Cells, column: str) -> float | None:
    """Thousands may have a comma; what Fitbit does not know is N/A."""
    text = cells.get(column, "").replace(",", "")
    return None if text in ("", "N/A") else wearables.number({column: text}, column)


def _whole(value: float | None) -> int | None:
    return None if value is None else round(value)
