"""Sleep and exercise as Open mHealth data points: sleep-episode 1.1 and physical-activity 1.2.

The schemas stand in the repository openmhealth/schemas; a data point is a header and a body. A sleep's
interval runs from onset to final waking, and its efficiency is of that interval.
"""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from itertools import chain
from typing import Any
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db.models import F, QuerySet

from recovery.metrics.exercise import ACTIVITIES
from tracker.models import ExerciseLog, Log, SleepLog, User

SLEEP = {"namespace": "omh", "name": "sleep-episode", "version": "1.1"}
ACTIVITY = {"namespace": "omh", "name": "physical-activity", "version": "1.2"}
OURS = UUID("6f0c2f5e-8a52-4b3c-9d0b-3a3f4be2f1c7")  # in which the ids of our data points are named
MINUTE = timedelta(minutes=1)
Document = dict[str, Any]


def stream(user: User) -> Iterator[bytes]:
    """All data points as one JSON array, a line each; a night without sleep and "none today" are none."""
    before = "["
    for point in points(user):
        yield f"{before}\n{json.dumps(point, ensure_ascii=False)}".encode()
        before = ","
    yield b"\n]\n" if before == "," else b"[]\n"


def points(user: User) -> Iterator[Document]:
    """The person's sleeps, then their exercise, each by day."""
    sleeps: QuerySet[SleepLog] = user.sleeplogs.exclude(asleep=None).order_by("day", "source", "key")
    bouts: QuerySet[ExerciseLog] = user.exerciselogs.exclude(activity="").order_by("day", "source", "key")
    main = _main_sleeps(sleeps)
    yield from chain(
        (_point(log, SLEEP, sleep(log, is_main=log.pk in main)) for log in sleeps.iterator(1000)),
        (_point(log, ACTIVITY, activity(log)) for log in bouts.iterator(1000)),
    )


def sleep(log: SleepLog, *, is_main: bool) -> Document:
    """The body of a sleep that was slept; what was not logged is left out."""
    assert log.asleep is not None
    assert log.awake is not None
    span = (log.awake - log.asleep) / MINUTE
    asleep = span - (log.waso or 0)
    return _present(
        {
            "effective_time_frame": _interval(log.asleep, log.awake, log),
            "latency_to_sleep_onset": _minutes(log.sol),
            "latency_to_arising": _minutes((log.up - log.awake) / MINUTE if log.up else None),
            "total_sleep_time": _minutes(asleep),
            "wake_after_sleep_onset": _minutes(log.waso),
            "number_of_awakenings": log.awakenings,
            "is_main_sleep": is_main,
            "sleep_maintenance_efficiency_percentage": None
            if log.waso is None
            else _of(round(100 * asleep / span, 1), "%"),
        }
    )


def activity(log: ExerciseLog) -> Document:
    """The body of a bout. One without a time of day has no time frame, but the day it counts to."""
    known = ACTIVITIES[log.activity]
    whole = _interval(log.start, log.start + log.minutes * MINUTE, log) if log.start else None
    return _present(
        {
            "activity_name": known.title,
            "effective_time_frame": whole,
            "day": None if whole else log.day.isoformat(),
            "duration": None if whole else _minutes(log.minutes),
            "reported_activity_intensity": log.intensity or None,
            "met_value": known.met,
        }
    )


def _point(log: Log, schema: dict[str, str], body: Document) -> Document:
    provenance = {"source_name": log.source or "Recovery"}
    if not log.source:
        provenance["modality"] = "self-reported"
    header = {
        "id": str(uuid5(OURS, f"{schema['name']}:{log.source}:{log.key}")),
        "creation_date_time": _moment(log.created, UTC),
        "schema_id": schema,
        "acquisition_provenance": provenance,
    }
    return {"header": header, "body": body}


def _main_sleeps(sleeps: QuerySet[SleepLog]) -> set[int]:
    """The ids of the main sleeps: of each day the longest that is no nap, of equals the first (rule 6)."""
    main: dict[date, tuple[timedelta, int]] = {}
    spans = sleeps.filter(nap=False).annotate(span=F("awake") - F("asleep"))
    for pk, day, span in spans.values_list("pk", "day", "span"):
        if day not in main or span > main[day][0]:
            main[day] = (span, pk)
    return {pk for _span, pk in main.values()}


def _interval(start: datetime, end: datetime, log: Log) -> Document:
    zone = ZoneInfo(log.zone)
    return {"time_interval": {"start_date_time": _moment(start, zone), "end_date_time": _moment(end, zone)}}


def _moment(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat().replace("+00:00", "Z")


def _minutes(value: float | None) -> Document | None:
    return None if value is None else _of(value, "min")


def _of(value: float, unit: str) -> Document:
    return {"value": value, "unit": unit}


def _present(body: Document) -> Document:
    return {name: value for name, value in body.items() if value is not None}
