"""Every summary against plain loops over the same record: its value, when it has none, and what went in."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from recovery.history import History
from recovery.metrics.diet import COLOURS, ITEMS
from recovery.metrics.exercise import ACTIVITIES, INTENSITIES
from recovery.metrics.practice import TECHNIQUES
from recovery.summaries import SUMMARIES
from recovery.summaries.diet import UNDER
from tests.recovery import plain_spans
from tests.recovery.record import at, day, history, target

PLAIN = {**plain_spans.SLEEP, **plain_spans.EXERCISE, **plain_spans.DIET, **plain_spans.PRACTICE}
METS = {slug: activity.met for slug, activity in ACTIVITIES.items() if activity.met is not None}
CLOCKS = ("mean-bedtime", "mean-onset", "mean-waking", "mean-midsleep", "chronotype")
KINDS = ("sleep", "exercise", "diet", "practice")

MONDAY = day("2026-03-09")  # the clocks of Berlin change on the 29th
ZONES = ["Europe/Berlin", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati"]
HABITS = ["", "dim-light", "dim-light wind-down", "dim-light wind-down screens-away"]
PLANTS = ["leafy-greens", "vegetables", "berries", "fruit"]
OFTEN = [*ITEMS, *UNDER, *["caffeine", "alcohol"] * 10]
ANSWERS = [None] * 3 + [True, False]
WORK_DAYS = [0b0011111, 0b0011111, 0b0010110, 0b1100000, 0b1111111, 0]


def sleep(chance, on):
    """A night or a nap, mostly with sleep in it."""
    zone, nap = chance.choice(ZONES), chance.random() < 0.12
    awake = at(f"{on} {chance.randint(3, 11) + 8 * nap:02}:15", zone)
    asleep = awake - timedelta(minutes=chance.choice([1, 95, 270, 400, 480, 555, 700]))
    log = {"day": on, "zone": zone, "zone_bed": zone, "nap": nap, "hygiene": chance.choice(HABITS)}
    log |= {"bed": asleep - timedelta(minutes=chance.randint(0, 90)), "up": awake}
    log |= {"alarm": chance.choice(ANSWERS), "free_day": chance.choice(ANSWERS)}
    if chance.random() < 0.2:
        log["bed"] = None
    if chance.random() < 0.9:
        log |= {"asleep": asleep, "awake": awake, "waso": chance.choice([None, 0, 20, 90])}
    return log


def food(chance, on):
    item, amount, hour = chance.choice(OFTEN), chance.randint(0, 6) / 2, chance.randint(6, 20)
    colour = chance.choice(["", *COLOURS]) if item in PLANTS else ""
    start = None if hour == 6 else at(f"{on} {hour:02}:30")
    return {"day": on, "item": item, "amount": amount, "colour": colour, "start": start}


def bout(chance, on):
    amounts = {"minutes": chance.choice([0, 10, 25, 60]), "strength": chance.random() < 0.3}
    activity = chance.choice(["", *ACTIVITIES, "physical-therapy"])
    return {"day": on, "activity": activity, "intensity": chance.choice([*INTENSITIES]), **amounts}


def sitting(chance, on):
    stress = {name: chance.choice([None, *range(11)]) for name in ("stress_before", "stress_after")}
    technique, minutes = chance.choice([*TECHNIQUES]), chance.choice([0, 5, 12])
    return {"day": on, "technique": technique, "minutes": minutes, **stress}


def logged(chance, days, share, log, most):
    """Up to so many entries on each day of about this share of the days, none on the others."""
    some = [on for on in days if chance.random() < share]
    return [log(chance, on) for on in some for _ in range(chance.randint(1, most))]


def plan(chance, days):
    """A target from before the first day or from later on, which may change or end."""
    later = chance.sample(days, chance.randint(0, 2))
    first = [target("long-enough", str(chance.choice([days[0] - timedelta(60), days[0]])), low=480)]
    changed = [target("long-enough", str(on), low=chance.choice([None, 420, 500])) for on in later]
    return first + changed if days[0] not in later else changed


def pauses(chance, days):
    first, last = chance.choice(days), chance.choice([None, *days])
    pause = {"pillar": chance.choice(["", "sleep", "diet"]), "first": first, "last": last}
    return [pause] if chance.random() < 0.3 else []


def anyones(seed):
    """Up to four weeks from any day of the week, of a person who logs some kinds more than others.

    All of it comes from one number: to have hypothesis draw each field would take most of the time.
    """
    chance = Random(seed)
    first = MONDAY + timedelta(chance.randint(0, 6))
    days = [first + timedelta(n) for n in range(chance.randint(16, 27))]
    share = {kind: chance.choice([0.95, 0.9, 0.9, 0.8, 0.4, 0.2]) for kind in KINDS}
    record = history(
        str(days[0]), str(days[-1]), str(days[-1] + timedelta(chance.randint(-6, 3))),
        sleep=logged(chance, days, share["sleep"], sleep, 2),
        exercise=logged(chance, days, share["exercise"], bout, 2),
        diet=logged(chance, days, share["diet"], food, 9),
        practice=logged(chance, days, share["practice"], sitting, 2),
        targets=plan(chance, days), pauses=pauses(chance, days),
    )  # fmt: skip
    return replace(record, work_days=chance.choice(WORK_DAYS))


def plain(record: History) -> dict:
    """The record as lists of dicts."""
    kept = {name: getattr(record, name).to_dict("records") for name in (*KINDS, "targets", "pauses")}
    days = [
        {"day": on, **{kind: [row for row in kept[kind] if row["day"] == on] for kind in KINDS}}
        for on in record.days
    ]
    works = {weekday for weekday in range(7) if record.work_days & 1 << weekday}
    today = np.datetime64(record.today)
    return {**kept, "days": days, "today": today, "work_days": works, "mets": METS}


def test_every_summary_has_a_second_implementation():
    assert set(PLAIN) == set(SUMMARIES)


@given(st.integers(0, 2**32))
def test_every_summary_agrees_with_a_slow_second_implementation(seed):
    record = anyones(seed)
    again = plain(record)
    for slug, summary in SUMMARIES.items():
        found = summary.of(record)
        value, used = PLAIN[slug](again)
        assert found.known == (value is not None), slug
        assert found.used.tolist() == used, slug
        if found.known:
            apart = found.value - value
            apart = (apart + 720) % 1440 - 720 if slug in CLOCKS else apart
            np.testing.assert_allclose(apart, 0, atol=1e-4, err_msg=slug)
        if slug == "mean-stress-change":
            interval = plain_spans.interval_of_change(again) or (np.nan, np.nan)
            np.testing.assert_allclose((found.low, found.high), interval, atol=1e-3)
