"""Habits and records in a few words, for the tests of adherence."""

from datetime import timedelta

from recovery import adherence
from recovery.aims import Aim, Judged
from recovery.metrics import diet, exercise, practice, sleep
from tests.recovery.record import at, day, history, strategy

MONDAY, SUNDAY = "2026-11-02", "2026-11-08"
WALKS = strategy(exercise.MINUTES, Aim(Judged.SUM, low=150))
PLANTS = strategy(diet.PLANTS, Aim(Judged.DAY, low=5), "diet")
SWEETS = strategy(diet.SWEETS, Aim(Judged.SUM, high=4), "diet")
CAFFEINE = strategy(diet.CAFFEINE, Aim(Judged.DAY, high=200), "diet")
SLEEP = strategy(sleep.DURATION, Aim(Judged.MEAN, low=420, high=540), "sleep")
BREATHS = strategy(practice.BREATHING, Aim(Judged.DAYS, low=5, dose=5), "practice")
WAKING = strategy(sleep.WAKE, Aim(Judged.MEAN, high=30, clock=420), "sleep")


def walk(on: str, minutes: float = 30, **more):
    return {"day": day(on), "activity": "run", "minutes": minutes, "intensity": "moderate", **more}


def eaten(on: str, item: str, amount: float = 1, **more):
    return {"day": day(on), "item": item, "amount": amount, **more}


def breath(on: str, minutes: float = 5):
    return {"day": day(on), "technique": "breathing", "minutes": minutes}


def slept(on: str, hours: float = 8):
    waking = at(f"{on} 07:00")
    start = waking - timedelta(hours=hours)
    return {"day": day(on), "asleep": start, "awake": waking, "zone": "Europe/Berlin"}


def dates(first: str, count: int) -> list[str]:
    return [str(day(first) + timedelta(n)) for n in range(count)]


def pause(first: str, last: str | None, pillar: str = ""):
    return {"pillar": pillar, "first": day(first), "last": last and day(last)}


def week(habit, today="2026-12-01", first=MONDAY, **records):
    """The one week of a record."""
    frame = adherence.weeks(history(first, str(day(first) + timedelta(6)), today, **records), habit)
    assert len(frame) == 1
    return frame.iloc[0]


def states(habit, first=MONDAY, last=SUNDAY, today="2026-12-01", **records):
    return adherence.days(history(first, last, today, **records), habit)["state"].to_list()
