"""Quick entries: the usual thing in one tap, learnt from the person's own last weeks, and "none"."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from django.utils import timezone
from django.utils.translation import gettext as _

from recovery import days
from recovery.history import History
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.metric import Unit
from recovery.metrics.practice import TECHNIQUES
from recovery.trends import circular_mean
from tracker.models import User
from tracker.templatetags.units import clock

NONE = "none"
COFFEE = 107  # mg in a 250 ml mug (Gardiner et al. 2023)


@dataclass(frozen=True)
class Quick:
    """One tap: what the button sends, and its words."""

    value: str
    label: str


def usual(
    rows: Iterable[tuple[Hashable, ...]], defaults: Iterable[tuple[Hashable, ...]], most: int
) -> list[Any]:
    """The most frequent rows, the latest first among equals, filled up with defaults of another name."""
    counted = Counter(reversed(list(rows)))
    chosen = [row for row, _count in counted.most_common(most)]
    names = {row[0] for row in chosen}
    return (chosen + [row for row in defaults if row[0] not in names])[:most]


def rows(frame: pd.DataFrame, keep: str, *columns: str) -> list[tuple[Any, ...]]:
    """The rows of a frame that say something (their amount is not zero), as tuples."""
    kept = frame[keep].to_numpy() > 0
    return list(zip(*(frame[c].to_numpy()[kept] for c in columns), strict=True))


# Sleep


def sleep_suggests(history: History, user: User) -> list[Quick]:
    """The usual night: the circular means of falling asleep and of waking over the last weeks."""
    nights = history.sleep[
        ~history.sleep["nap"].to_numpy() & history.sleep["asleep"].notna().to_numpy()
    ].tail(14)
    if nights.empty:
        return [_night(23 * 60, 7 * 60, user)]
    asleep, awake = (
        circular_mean(np.array([_wall(m, z) for m, z in zip(nights[name], nights[zone], strict=True)]))
        for name, zone in (("asleep", "zone_bed"), ("awake", "zone"))
    )
    return [_night(_to_five(asleep), _to_five(awake), user)]


def sleep_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"asleep": None, "awake": None, "zone_bed": user.zone}
    asleep, awake = (int(part) for part in value.split("-"))
    end = days.moment(day, awake, user.zone)
    before = day if asleep < awake else day - timedelta(days=1)
    return {"asleep": days.moment(before, asleep, user.zone), "awake": end, "zone_bed": user.zone}


def _night(asleep: int, awake: int, user: User) -> Quick:
    return Quick(f"{asleep}-{awake}", f"{clock(asleep, user)} – {clock(awake, user)}")


def _wall(moment: float, zone: str) -> int:
    return days.clock(datetime.fromtimestamp(moment * 60, UTC), zone)


def _to_five(minutes: float) -> int:
    return round(minutes / 5) * 5 % days.DAY


# Exercise


def exercise_suggests(history: History, user: User) -> list[Quick]:
    seen = rows(history.exercise, "minutes", "activity", "minutes", "intensity")
    defaults = (("brisk-walk", 30.0, "moderate"), ("run", 25.0, "vigorous"), ("strength", 40.0, "moderate"))
    return [
        Quick(f"{activity}/{minutes:.0f}/{intensity}", f"{_(ACTIVITIES[activity].title)} {minutes:.0f}")
        for activity, minutes, intensity in usual(seen, defaults, 3)
    ]


def exercise_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"activity": "", "minutes": 0}
    activity, minutes, intensity = value.split("/")
    strength = ACTIVITIES[activity].strength
    return {"activity": activity, "minutes": int(minutes), "intensity": intensity, "strength": strength}


# Diet


def diet_suggests(history: History, user: User) -> list[Quick]:
    seen = rows(history.diet, "amount", "item", "amount", "colour")
    latest = {item: (item, amount, colour) for item, amount, colour in seen}
    often = [latest[item] for (item,) in usual(((row[0],) for row in seen), (), 5)]
    defaults = [("leafy-greens", 1.0, "green"), ("berries", 1.0, "purple"), ("oily-fish", 1.0, "")]
    defaults += [("vegetables", 1.0, ""), ("caffeine", float(COFFEE), "")]
    return [
        Quick(f"{item}/{amount:g}/{colour}", f"+ {_(ITEMS[item].title)}")
        for item, amount, colour in usual(often, defaults, 5)
    ]


def diet_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"item": "nothing", "amount": 0}
    item, amount, colour = value.split("/")
    timed = ITEMS[item].unit is not Unit.SERVINGS and float(amount) > 0 and day == user.today()
    start = timezone.now().replace(second=0, microsecond=0) if timed else None
    return {"item": item, "amount": float(amount), "colour": colour, "start": start}


def no(item: str) -> Quick:
    """None of one item: what an "at most" aim needs to be known (rules.md, 11)."""
    return Quick(f"{item}/0/", _("No %(item)s") % {"item": _(ITEMS[item].title).lower()})


# Practice


def practice_suggests(history: History, user: User) -> list[Quick]:
    seen = rows(history.practice, "minutes", "technique", "minutes")
    defaults = (("breathing", 5.0), ("meditation", 10.0))
    return [
        Quick(f"{technique}/{minutes:.0f}", f"{_(TECHNIQUES[technique])} {minutes:.0f}")
        for technique, minutes in usual(seen, defaults, 3)
    ]


def practice_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"technique": "", "minutes": 0}
    technique, minutes = value.split("/")
    return {"technique": technique, "minutes": int(minutes)}
