"""Withings: the zip of the account's data, or the tables of sleep and of activities in it.

The first row names the columns in the person's language, so they are told by their order and by their units.
Times of sleep are ISO 8601 with an offset (`zones`) and are the time in bed; an activity names its zone.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from recovery.words import N_
from tracker.importers import tables, wearables, wrong, zones
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload
from tracker.importers.wearables import Night, Record, Refused, minutes

NAME = "Withings"
HINT = N_("the zip of your account's data, or a table of sleep or of activities from it")
SOURCE = "withings"
WHOLE = False
CSV = (".csv",)
SECONDS = "(s)"
SLEEP = ("from", "to", "light", "deep", "rem", "awake", "awakenings", "to_sleep", "to_wake_up")
ACTIVITY = ("from", "to", "from_by_hand", "to_by_hand", "zone", "name", "data")
ONE_HEADER = ["from", "to", "from (manual)", "to (manual)", "timezone", "activity type", "data"]
LOOKED_AT = 3  # rows

Placed = tuple[str, int, Record]  # with the path of its file, and its line


def recognises(upload: Upload) -> bool:
    return any(_is_sleep(upload, name) or _is_activity(upload, name) for name in tables.entries(upload, *CSV))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: sleeps have offsets, and no names of zones."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep and each activity; a Problem for what cannot be read."""
    records = _without_shadows(_records(upload))
    yield from wearables.entries(records, lambda line, record: _rows(line, record, answers.zone))


def _is_sleep(upload: Upload, name: str) -> bool:
    """By the units: four columns of seconds after the two times, and two more after the wakings."""
    _, header = tables.header(upload, name)
    units = [SECONDS in cell for cell in header[: len(SLEEP)]]
    return units == [False, False, True, True, True, True, False, True, True]


def _is_activity(upload: Upload, name: str) -> bool:
    """By the first row, or where it is in another language by a zone, an activity and an object of JSON."""
    _, header = tables.header(upload, name)
    if [cell.strip().lower() for cell in header[: len(ONE_HEADER)]] == ONE_HEADER:
        return True
    if len(header) < len(ACTIVITY):
        return False
    lines = upload.head(name).decode(errors="replace").splitlines()[1 : 1 + LOOKED_AT]
    return any(_has_zone_and_data(line) for line in lines)


def _has_zone_and_data(line: str) -> bool:
    cells = line.split(",")
    return len(cells) >= len(ACTIVITY) and cells[6].lstrip('"').startswith("{") and zones.is_known(cells[4])


def _records(upload: Upload) -> Iterator[Placed]:
    for name in tables.entries(upload, *CSV):
        columns = SLEEP if _is_sleep(upload, name) else ACTIVITY if _is_activity(upload, name) else ()
        for line, cells in upload.rows(name) if columns else ():
            if line > 1 and any(cells):
                yield name, line, dict(zip(columns, cells, strict=False))


def _without_shadows(records: Iterable[Placed]) -> Iterator[Placed]:
    """All but the shadows of workouts. What looks like one and stands alone is a workout, and comes last."""
    shadows: list[Placed] = []
    times = set()
    for placed in records:
        if _is_shadow(placed[2]):
            shadows.append(placed)
        else:
            times.add(_times(placed[2]))
            yield placed
        wearables.check_number(shadows)
    yield from (placed for placed in shadows if _times(placed[2]) not in times)


def _is_shadow(record: Record) -> bool:
    """A watch's workout stands there twice, once as "Multi Sport" of which nothing is told."""
    return record.get("name") == "Multi Sport" and record.get("data") == "{}"


def _times(record: Record) -> tuple[str | None, ...]:
    return tuple(record.get(column) for column in ("from", "to", "zone"))


def _rows(line: int, record: Record, home: str) -> Iterator[Row]:
    yield _activity(line, record, home) if "name" in record else _sleep(line, record, home)


def _sleep(line: int, record: Record, home: str) -> Row:
    bed, zone_bed = wrong.value(record, "from", partial(zones.moment, home=home))
    up, zone = wrong.value(record, "to", partial(zones.moment, home=home))
    stages = {stage: minutes(record, stage) for stage in ("light", "deep", "rem")}
    slept = wearables.together(*stages.values())
    if not slept:
        raise Refused(N_("only the time in bed is known, not the sleep"))
    latency = minutes(record, "to_sleep")
    return Night(
        key=wearables.stamp(bed),
        line=line,
        asleep=bed + timedelta(minutes=latency or 0),
        awake=up - timedelta(minutes=minutes(record, "to_wake_up") or 0),
        zone_bed=zone_bed,
        zone=zone,
        slept=slept,
        bed=bed,
        up=up,
        sol=latency,
        stages=stages,
        awakenings=wearables.number(record, "awakenings"),
    ).row()


def _activity(line: int, record: Record, home: str) -> Row:
    """By the times that the person corrected by hand, where there are any; without pauses."""
    read = partial(zones.moment, home=home)
    start, zone = wrong.value(record, "from_by_hand" if record["from_by_hand"] else "from", read)
    end, _ = wrong.value(record, "to_by_hand" if record["to_by_hand"] else "to", read)
    zone = record["zone"] if zones.is_known(record["zone"]) else zone
    pauses = wearables.number(_data(record["data"]), "pause_duration") or 0
    # What is corrected later keeps its name.
    begun, _ = wrong.value(record, "from", read)
    key = f"{wearables.stamp(begun)}-activity"
    return wearables.bout(key, line, start, zone, end - start - timedelta(seconds=pauses), record["name"])


def _data(cell: str) -> dict[str, Any]:
    """The object of JSON in a cell; none where it is none: all else of the activity still counts."""
    try:
        data = json.loads(cell)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}
