"""Quick entries: the usual thing in one tap, learnt from the person's own last weeks, and "none"."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from recovery import aims, days
from recovery.history import History, day_number
from recovery.metrics.checkin import RATINGS
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.metric import Unit
from recovery.metrics.practice import TECHNIQUES
from recovery.trends import circular_mean
from tracker.models import User
from tracker.models.diet import COFFEE
from tracker.templatetags.units import clock

Row = tuple[Any, ...]

NONE = "none"
NO = {"sweets": _lazy("No sweets"), "alcohol": _lazy("No alcohol"), "caffeine": _lazy("No caffeine")}
PRACTISED: dict[str, Row] = {
    "mindful-minutes": ("mindfulness", 10.0),
    "meditation": ("meditation", 10.0),
    "slow-breathing": ("breathing", 5.0),
    "relaxation": ("relaxation", 10.0),
}
USUAL = (23 * 60.0, 7 * 60.0)
SHORTEST, LONGEST = 2 * 60, 14 * 60  # of a night that is offered (rules.md, 8)


@dataclass(frozen=True)
class Quick:
    """One tap: what the button sends, and its words."""

    value: str
    label: str


def usual(seen: Iterable[Row], most: int) -> list[Row]:
    """The most frequent rows, the latest first among equals; `seen` is in the order of the days."""
    return [row for row, _count in Counter(reversed(list(seen))).most_common(most)]


def filled(chosen: list[Row], defaults: Iterable[Row], most: int) -> list[Row]:
    """The chosen rows, filled up with defaults of another name, which is a row's first value."""
    names = {row[0] for row in chosen}
    return (chosen + [row for row in defaults if row[0] not in names])[:most]


def rows(logs: Mapping[str, np.ndarray], day: date, keep: str, *columns: str) -> list[Row]:
    """The logs that say something (their amount is not zero), as tuples.

    Those of the day itself are left out: what is offered must not change place under the finger.
    """
    kept = (logs[keep] > 0) & (logs["day"] != np.datetime64(day, "s"))
    return list(zip(*(logs[column][kept].tolist() for column in columns), strict=True))


def timed(title: str, minutes: float, user: User) -> str:
    """What a tap logs, with its minutes unless the person hides numbers (docs/rules.md, 31)."""
    return title if user.gentle else f"{title} {minutes:.0f}"


# Sleep


def sleep_suggests(history: History, user: User, day: date) -> list[Quick]:
    """The usual night, in steps of five minutes."""
    asleep, awake = (round(at / 5) * 5 % days.DAY for at in usual_night(history.arrays(history.sleep)))
    span = _("As usual") if user.gentle else f"{clock(asleep, user)} – {clock(awake, user)}"
    return [Quick(f"{asleep}-{awake}", span)]


def usual_night(sleeps: Mapping[str, np.ndarray]) -> tuple[float, float]:
    """When one usually falls asleep and wakes: the circular means of the last two weeks' nights.

    11 p.m. to 7 a.m. before there are any, and where they lie so far apart that their mean is no night.
    """
    nights = np.flatnonzero(~sleeps["nap"] & ~np.isnan(sleeps["asleep"]))[-14:]
    asleep = circular_mean(days.clocks(sleeps["asleep"][nights], sleeps["zone_bed"][nights]))
    awake = circular_mean(days.clocks(sleeps["awake"][nights], sleeps["zone"][nights]))
    likely = SHORTEST <= (awake - asleep) % days.DAY <= LONGEST  # false where a mean is missing
    return (asleep, awake) if likely else USUAL


def sleep_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"asleep": None, "awake": None, "zone_bed": user.zone}
    asleep, awake = (int(part) for part in value.split("-"))
    before = day if asleep < awake else day - timedelta(days=1)
    moments = {
        "asleep": days.moment(before, asleep, user.zone),
        "awake": days.moment(day, awake, user.zone),
    }
    return {**moments, "zone_bed": user.zone}


# Exercise


def exercise_suggests(history: History, user: User, day: date) -> list[Quick]:
    seen = rows(history.arrays(history.exercise), day, "minutes", "activity", "minutes", "intensity")
    defaults = (("brisk-walk", 30.0, "moderate"), ("run", 25.0, "vigorous"), ("strength", 40.0, "moderate"))
    return [
        Quick(f"{activity}/{minutes:.0f}/{intensity}", timed(_(ACTIVITIES[activity].title), minutes, user))
        for activity, minutes, intensity in filled(usual(seen, 3), defaults, 3)
    ]


def exercise_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"activity": "", "minutes": 0}
    activity, minutes, intensity = value.split("/")
    strength = ACTIVITIES[activity].strength
    return {"activity": activity, "minutes": int(minutes), "intensity": intensity, "strength": strength}


# Diet


def diet_suggests(history: History, user: User, day: date) -> list[Quick]:
    seen = rows(history.arrays(history.diet), day, "amount", "item", "amount", "colour")
    latest = {item: (item, amount, colour) for item, amount, colour in seen}
    often = [latest[item] for (item,) in usual(((row[0],) for row in seen), 5)]
    defaults = [("leafy-greens", 1.0, "green"), ("berries", 1.0, "purple"), ("oily-fish", 1.0, "")]
    defaults += [("vegetables", 1.0, ""), ("caffeine", float(COFFEE), "")]
    return [
        Quick(f"{item}/{amount:g}/{colour}", f"+ {served(item, amount)}")
        for item, amount, colour in filled(often, defaults, 5)
    ]


def served(item: str, amount: float) -> str:
    """What a tap logs: a mug of coffee by its name, whose amount of caffeine nobody knows by heart."""
    return _("Coffee") if item == "caffeine" and amount == COFFEE else _(ITEMS[item].title)


def diet_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"item": "nothing", "amount": 0}
    item, typed, colour = value.split("/")
    amount = finite(typed)
    has_time = ITEMS[item].unit is not Unit.SERVINGS and amount > 0 and day == user.today()
    start = timezone.now().replace(second=0, microsecond=0) if has_time else None
    return {"item": item, "amount": amount, "colour": colour, "start": start}


def finite(typed: str) -> float:
    number = float(typed)
    if not math.isfinite(number):
        raise ValueError("no number")
    return number


def no(item: str) -> Quick:
    """None of one item: what an "at most" aim needs to be known (rules.md, 11)."""
    return Quick(f"{item}/0/", str(NO[item]))


# Practice


def practice_suggests(history: History, user: User, day: date) -> list[Quick]:
    """What is followed comes first, as it was last done; then the usual."""
    often = usual(rows(history.arrays(history.practice), day, "minutes", "technique", "minutes"), 3)
    held = [one for slug, one in PRACTISED.items() if is_held(history, slug, day)]
    followed = [next((row for row in often if row[0] == one[0]), one) for one in held]
    offered = filled(filled(followed, often, 3), (("breathing", 5.0), ("meditation", 10.0)), 3)
    return [
        Quick(f"{technique}/{minutes:.0f}", timed(_(TECHNIQUES[technique]), minutes, user))
        for technique, minutes in offered
    ]


def is_held(history: History, strategy: str, day: date) -> bool:
    at = np.array([day_number(day)])
    return bool(aims.held(history.arrays(history.targets), at, strategy).followed[0])


def practice_fields(value: str, user: User, day: date) -> dict[str, Any]:
    if value == NONE:
        return {"technique": "", "minutes": 0}
    technique, minutes = value.split("/")
    return {"technique": technique, "minutes": int(minutes)}


# Check-in


def checkin_suggests(history: History, user: User, day: date) -> list[Quick]:
    """Nothing: its strip offers every answer there is."""
    return []


def checkin_fields(value: str, user: User, day: date) -> dict[str, Any]:
    """One rating, of this moment; on the page of a day gone by without one."""
    name, typed = value.split("/")
    if name not in RATINGS:
        raise KeyError(name)
    start = timezone.now().replace(second=0, microsecond=0) if day == user.today() else None
    return {name: int(typed), "start": start}
