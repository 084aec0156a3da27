"""WHOOP: the zip of the account's data, or the tables of sleeps and workouts in it.

WHOOP translates the names of files and of columns. English columns are told by name, those of any other
language by what stands in them: a time zone, then two times. Times are local, with the offset of the cycle
(`zones`). "Sleep onset" is where the time in bed begins: what WHOOP calls awake includes falling asleep.
"""

import csv
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from recovery.words import N_
from tracker.importers import tables, wearables, wrong, zones
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload
from tracker.importers.wearables import MINUTE, Night, Record, number

NAME = "WHOOP"
HINT = N_("the zip that the app's data export sends you, or the table of sleeps or workouts in it")
SOURCE = "whoop"
WHOLE = False
CSV = (".csv",)
SLEEP = (
    "cycle_start_time",
    "cycle_end_time",
    "cycle_timezone",
    "sleep_onset",
    "wake_onset",
    "sleep_performance",
    "respiratory_rate_rpm",
    "asleep_duration_min",
    "in_bed_duration_min",
    "light_sleep_duration_min",
    "deep_sws_duration_min",
    "rem_duration_min",
    "awake_duration_min",
    "sleep_need_min",
    "sleep_debt_min",
    "sleep_efficiency",
    "sleep_consistency",
    "nap",
)
WORKOUT = (*SLEEP[:3], "workout_start_time", "workout_end_time", "duration_min", "activity_name")
OF_CYCLE = "recovery_score"  # a column of the table of days, which repeats the main sleeps
ZONE, START, END, MINUTES, ACTIVITY = 2, 3, 4, 5, 6  # places that are the same in all languages
NUMBERS = range(7, 13)
LOOKED_AT = 20  # rows: the newest, which come first, may lack some of their numbers
SCORED = 2  # minutes between time in bed as told, and from onset to waking, that are rounding


class Table(NamedTuple):
    """An entry of the zip, and the names of its columns in English."""

    name: str
    columns: tuple[str, ...]


def recognises(upload: Upload) -> bool:
    return bool(_tables(upload))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: offsets are in the file, names of zones are not."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep, nap and workout; a Problem for what cannot be read."""
    yield from wearables.entries(_records(upload), lambda line, record: _rows(line, record, answers.zone))


def _tables(upload: Upload) -> list[Table]:
    """Those of sleeps and workouts; that of days only where there is none of sleeps."""
    found = [Table(name, _columns(upload, name)) for name in tables.entries(upload, *CSV)]
    known = [table for table in found if table.columns]
    sleeps = any("sleep_onset" in t.columns and OF_CYCLE not in t.columns for t in known)
    return [table for table in known if not sleeps or OF_CYCLE not in table.columns]


def _columns(upload: Upload, name: str) -> tuple[str, ...]:
    """The columns of a table that is read here; none for all others."""
    _, header = tables.header(upload, name)
    english = tuple(tables.names(header))
    if "cycle_timezone" in english:
        return english if {"sleep_onset", "workout_start_time"} & set(english) else ()
    if len(header) < len(WORKOUT):
        return ()
    lines = upload.head(name).decode(errors="replace").splitlines()[1 : 1 + LOOKED_AT]
    rows = [cells for cells in csv.reader(lines) if len(cells) > ACTIVITY and _is_ours(cells)]
    if any(_is_number(cells[MINUTES]) and not _is_number(cells[ACTIVITY]) for cells in rows):
        return WORKOUT
    if len(header) in (len(SLEEP), len(SLEEP) - 1) and any(_has_minutes(cells) for cells in rows):
        return SLEEP
    return ()


def _is_ours(cells: list[str]) -> bool:
    """Whether a row has its zone and two times where all languages have them."""
    try:
        zones.offset(cells[ZONE])
        return datetime.fromisoformat(cells[START]) < datetime.fromisoformat(cells[END])
    except (ValueError, TypeError):
        return False


def _has_minutes(cells: list[str]) -> bool:
    return len(cells) > NUMBERS.stop and all(_is_number(cells[place]) for place in NUMBERS)


def _is_number(cell: str) -> bool:
    return not cell or cell.replace(".", "", 1).isdecimal()


def _records(upload: Upload) -> Iterator[tuple[str, int, Record]]:
    for name, columns in _tables(upload):
        for line, cells in upload.rows(name):
            if line > 1 and any(cells):
                yield name, line, dict(zip(columns, cells, strict=False))


def _rows(line: int, record: Record, home: str) -> Iterator[Row]:
    """None for a day of the table of days without a sleep."""
    if "activity_name" in record:
        yield _workout(line, record, home)
    elif record.get("sleep_onset") or OF_CYCLE not in record:
        yield _sleep(line, record, home)


def _sleep(line: int, record: Record, home: str) -> Row:
    asleep, awake = (_moment(record, column) for column in ("sleep_onset", "wake_onset"))
    zone = _zone(asleep, awake, record, home)
    in_bed = number(record, "in_bed_duration_min")
    is_whole = in_bed is not None and abs((awake - asleep) / MINUTE - in_bed) <= SCORED
    return Night(
        key=wearables.stamp(asleep),
        line=line,
        asleep=asleep,
        awake=awake,
        zone_bed=zone,
        zone=zone,
        slept=number(record, "asleep_duration_min"),
        bed=asleep if is_whole else None,
        up=awake if is_whole else None,
        stages=_stages(record),
        nap=str(record.get("nap", "")).lower() == "true",
    ).row()


def _stages(record: Record) -> Mapping[str, float | None]:
    columns = {
        "light": "light_sleep_duration_min",
        "deep": "deep_sws_duration_min",
        "rem": "rem_duration_min",
    }
    return {stage: number(record, column) for stage, column in columns.items()}


def _workout(line: int, record: Record, home: str) -> Row:
    start, end = (_moment(record, column) for column in ("workout_start_time", "workout_end_time"))
    key = f"{wearables.stamp(start)}-workout"
    return wearables.bout(
        key, line, start, _zone(start, end, record, home), end - start, record["activity_name"]
    )


def _moment(record: Record, column: str) -> datetime:
    wall = wrong.value(record, column, datetime.fromisoformat)
    if wall.tzinfo is not None:
        raise wrong.Wrong(column)
    return (wall - wrong.value(record, "cycle_timezone", zones.offset)).replace(tzinfo=UTC)


def _zone(start: datetime, end: datetime, record: Record, home: str) -> str:
    """Home where its clocks stood so at either end: a night over the change of the clocks has one offset."""
    ahead: timedelta = zones.offset(record["cycle_timezone"])
    found = [zones.of_offset(moment, ahead, home) for moment in (start, end)]
    return home if home in found else found[-1]
