"""A day's logs as lines of words, from the frames, so that a page needs no further query."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import SimpleNamespace

import numpy as np
from django.utils.translation import gettext as _

from recovery import days
from recovery.history import History
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.metric import Unit
from recovery.metrics.practice import TECHNIQUES
from tracker.models import User
from tracker.templatetags.units import clock, duration, worded


@dataclass(frozen=True)
class Entry:
    pk: int
    title: str
    detail: str
    main: bool = False  # the night of a sleep card


def of_day(history: History, kind: str, day: date) -> list[SimpleNamespace]:
    """The rows of a kind on a day, with the frame's columns as attributes."""
    logs = history.arrays(getattr(history, kind))
    on = np.flatnonzero(logs["day"] == np.datetime64(day, "s"))
    return [SimpleNamespace(**{name: column[n] for name, column in logs.items()}) for n in on]


def at(moment: float, zone: str, user: User) -> str:
    """A moment of a frame on the wall of its own zone; nothing where it is missing."""
    if np.isnan(moment):
        return ""
    return clock(days.clock(datetime.fromtimestamp(moment * 60, UTC), zone), user)


def joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def sleep_entries(history: History, day: date, user: User) -> list[Entry]:
    rows = of_day(history, "sleep", day)
    night = max((row for row in rows if not row.nap), key=span, default=None)
    return [sleep_entry(row, user, row is night) for row in rows]


def span(row: SimpleNamespace) -> float:
    """Minutes from falling asleep to waking; none for a night without sleep."""
    return float(np.nan_to_num(row.awake - row.asleep))


def sleep_entry(row: SimpleNamespace, user: User, main: bool) -> Entry:
    if np.isnan(row.asleep):
        return Entry(int(row.id), _("Did not sleep"), "", main)
    times = f"{at(row.asleep, row.zone_bed, user)} – {at(row.awake, row.zone, user)}"
    if main:
        return Entry(int(row.id), _("Night"), times, main)
    minutes = span(row) - float(np.nan_to_num(row.waso))
    return Entry(int(row.id), _("Nap"), joined(times, duration(minutes)))


def exercise_entries(history: History, day: date, user: User) -> list[Entry]:
    return [
        Entry(
            int(row.id),
            _(ACTIVITIES[row.activity].title) if row.activity else _("No exercise"),
            joined(worded(row.minutes, Unit.MINUTES) if row.minutes else "", at(row.start, row.zone, user)),
        )
        for row in of_day(history, "exercise", day)
    ]


def diet_entries(history: History, day: date, user: User) -> list[Entry]:
    return [
        Entry(
            int(row.id),
            _(ITEMS[row.item].title),
            joined(amount(row.item, row.amount, user), at(row.start, row.zone, user)),
        )
        for row in of_day(history, "diet", day)
    ]


def amount(item: str, value: float, user: User) -> str:
    """An amount in the item's own unit, or in words where it is none."""
    if item == "nothing":
        return ""
    return worded(value, ITEMS[item].unit, user) if value else _("none")


def practice_entries(history: History, day: date, user: User) -> list[Entry]:
    return [
        Entry(
            int(row.id),
            _(TECHNIQUES[row.technique]) if row.technique else _("No practice"),
            joined(
                worded(row.minutes, Unit.MINUTES) if row.minutes else "",
                stress(row.stress_before, row.stress_after),
                at(row.start, row.zone, user),
            ),
        )
        for row in of_day(history, "practice", day)
    ]


def stress(before: float, after: float) -> str:
    if np.isnan(before) or np.isnan(after):
        return ""
    return _("stress %(before)d → %(after)d") % {"before": before, "after": after}


ENTRIES: dict[str, Callable[[History, date, User], list[Entry]]] = {
    "sleep": sleep_entries,
    "exercise": exercise_entries,
    "diet": diet_entries,
    "practice": practice_entries,
}
