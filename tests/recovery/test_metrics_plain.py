"""Every number of a day against plain loops over the same rows, and against the record at another time."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from recovery import adherence
from recovery.history import History
from recovery.metrics import METRICS
from recovery.metrics.checkin import RATINGS
from recovery.metrics.exercise import ACTIVITIES
from recovery.strategies import STRATEGIES
from recovery.summaries import SUMMARIES
from tests.recovery import plain_days
from tests.recovery.record import day
from tests.recovery.test_random_records import records

METS = {slug: activity.met for slug, activity in ACTIVITIES.items() if activity.met is not None}
KINDS = {
    "sleep": plain_days.SLEEP,
    "exercise": {**plain_days.EXERCISE, "met-minutes": lambda rows: rows and plain_days.mets(rows, METS)},
    "diet": plain_days.DIET,
    "practice": plain_days.PRACTICE,
}
FEWER = settings().max_examples // 3  # each of these records is computed twice
GAPS = {"caffeine-gap": "caffeine", "alcohol-gap": "alcohol"}


def by_day(record: History, kind: str) -> list[list[dict]]:
    rows = getattr(record, kind).to_dict("records")
    return [[row for row in rows if row["day"] == on] for on in record.days]


def assert_same(found, expected, slug):
    numbers = [np.nan if value is None or value == [] else float(value) for value in expected]
    np.testing.assert_allclose(found.to_numpy(), numbers, atol=1e-5, err_msg=slug)


def test_every_number_of_a_day_has_a_second_implementation():
    # The ratings of the check-in have theirs in test_metrics_checkin.py.
    again = {slug for metrics in KINDS.values() for slug in metrics} | set(GAPS)
    assert again == set(METRICS) - set(RATINGS)


@given(records())
def test_every_number_of_a_day_agrees_with_a_slow_second_implementation(record):
    for kind, metrics in KINDS.items():
        rows = by_day(record, kind)
        for slug, plain in metrics.items():
            assert_same(METRICS[slug].daily(record), [plain(own) for own in rows], slug)
    assert_hours_to_bed(record)


def assert_hours_to_bed(record):
    nights = [plain_days.night(rows) for rows in by_day(record, "sleep")]
    pairs = zip(nights, [*nights[1:], None], strict=True)
    meals = list(zip(by_day(record, "diet"), pairs, strict=True))
    for slug, item in GAPS.items():
        plain = [plain_days.hours_to_bed(*own, item) for own in meals]
        assert_same(METRICS[slug].daily(record), plain, slug)


def moved(record: History, days: int) -> History:
    """The same record so many days later, in a zone whose clocks never change."""
    by = np.timedelta64(days, "D")
    frames = {}
    for name in ("sleep", "exercise", "diet", "practice", "checkin", "targets", "pauses"):
        own = getattr(record, name).copy()
        for column in own.columns.intersection(["bed", "tried", "asleep", "awake", "up", "start"]):
            own[column] += days * 1440
        for column in own.columns.intersection(["day", "starts", "first", "last"]):
            own[column] += by
        for column in own.columns.intersection(["zone", "zone_bed"]):
            own[column] = "Asia/Tokyo"
        frames[name] = own
    dates = {name: getattr(record, name) + timedelta(days) for name in ("first", "last", "today")}
    return replace(record, **dates, **frames)


@settings(max_examples=FEWER)
@given(records())
def test_a_record_a_day_later_has_the_same_numbers_a_day_later(record):
    here, there = moved(record, 0), moved(record, 1)
    for slug, metric in METRICS.items():
        np.testing.assert_allclose(
            metric.daily(there).to_numpy(), metric.daily(here).to_numpy(), 1e-9, 1e-6, err_msg=slug
        )


LEAP_DAY, WEEK_53, CHANGE_OF_CLOCKS = day("2024-02-19"), day("2026-12-21"), day("2026-10-12")


@settings(max_examples=FEWER)
@given(records(), st.sampled_from([LEAP_DAY, WEEK_53, CHANGE_OF_CLOCKS]))
def test_whole_weeks_later_every_number_and_every_judgement_is_the_same(record, monday):  # rule 5
    here = moved(record, 0)
    there = moved(record, (monday - record.first).days)
    for summary in SUMMARIES.values():
        one, other = summary.of(here), summary.of(there)
        np.testing.assert_allclose(other.value, one.value, 1e-9, 1e-6, err_msg=summary.slug)
        assert other.used.tolist() == one.used.tolist()
    for habit in STRATEGIES:
        assert adherence.units(there, habit).tolist() == adherence.units(here, habit).tolist()
        assert adherence.streak(there, habit) == adherence.streak(here, habit)
        strengths = [adherence.strength(own, habit).to_numpy() for own in (here, there)]
        np.testing.assert_allclose(*strengths, err_msg=habit.slug)
