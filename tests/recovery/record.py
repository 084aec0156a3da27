"""A record written by hand: rows by name, what is not named is missing."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from recovery.aims import EVERY_DAY, Aim
from recovery.history import PAUSES, TARGETS, Columns, History, day_number, frame
from recovery.metrics import checkin, diet, exercise, practice, sleep
from recovery.metrics.metric import Metric
from recovery.strategies.strategy import Strategy

BLANK = {"id": 0, "nap": False, "strength": False, "weekdays": EVERY_DAY, "text": ""}


def rows(columns: Columns, records: list[Mapping[str, Any]]) -> list[tuple[Any, ...]]:
    for record in records:
        assert set(record) <= set(columns), set(record) - set(columns)
    return [
        tuple(stored(record.get(name, BLANK.get(name, BLANK.get(kind)))) for name, kind in columns.items())
        for record in records
    ]


def stored(value: Any) -> Any:
    """A value as the numbers that a frame is made of: days and minutes since 1970."""
    if isinstance(value, datetime):
        return value.timestamp() / 60
    return day_number(value) if isinstance(value, date) else value


def history(first: str, last: str, today: str = "2030-01-01", **records: list[Mapping[str, Any]]) -> History:
    """A history of records by kind, and of targets and pauses; days as ISO texts."""
    columns = {
        "sleep": sleep.COLUMNS, "exercise": exercise.COLUMNS, "diet": diet.COLUMNS,
        "practice": practice.COLUMNS, "checkin": checkin.COLUMNS, "targets": TARGETS, "pauses": PAUSES,
    }  # fmt: skip
    assert set(records) <= set(columns)
    frames = {name: frame(rows(own, records.get(name, [])), own) for name, own in columns.items()}
    return History(day(first), day(last), day(today), **frames)


def day(text: str) -> date:
    return date.fromisoformat(text)


def at(text: str, zone: str = "Europe/Berlin") -> datetime:
    """The instant at which the zone's wall shows a date and time, as in 2026-03-01 23:15."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def night(asleep: str, awake: str, zone: str = "Europe/Berlin", **more: Any) -> dict[str, Any]:
    """A quick night in one zone; the day is that of waking."""
    moments = {"asleep": at(asleep, zone), "awake": at(awake, zone)}
    return {"day": day(awake[:10]), "zone": zone, "zone_bed": zone, **moments, **more}


def target(strategy: Strategy | str, starts: str, **values: Any) -> dict[str, Any]:
    slug = strategy if isinstance(strategy, str) else strategy.slug
    return {"strategy": slug, "starts": day(starts), **values}


def strategy(metric: Metric, aim: Aim, pillar: str = "exercise", slug: str = "habit") -> Strategy:
    return Strategy(
        slug=slug, pillar=pillar, title="", lead="", what=(), how=(), claims=(), mechanisms=(),
        metric=metric, aim=aim, origin="",
    )  # fmt: skip
