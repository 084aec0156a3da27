"""Summaries of exercise, diet and practice: worked examples, plain loops, and records of nothing."""

from datetime import timedelta
from itertools import pairwise
from math import isnan
from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.metrics.diet import COLOURS, ITEMS
from recovery.summaries import diet, evening, exercise, practice
from tests.recovery.habits import MONDAY, SUNDAY, dates, eaten, walk
from tests.recovery.record import at, day, history, night

ALL = (*exercise.SUMMARIES, *diet.SUMMARIES, *evening.SUMMARIES, *practice.SUMMARIES)
WEEK = dates(MONDAY, 7)


def none(on: str):
    return {"day": day(on), "minutes": 0}


def moved(*minutes: float | None, last: str = SUNDAY, today: str = "2030-01-01"):
    """Days of so many minutes of running each from Monday on; None was not logged."""
    logs = [
        walk(on, each) if each else none(on)
        for on, each in zip(dates(MONDAY, len(minutes)), minutes, strict=True)
        if each is not None
    ]
    return history(MONDAY, last, today, exercise=logs)


def of(summary, record):
    return summary.of(record)


# --- what every one has in common


@pytest.mark.parametrize("summary", ALL, ids=lambda one: one.slug)
def test_an_empty_record_has_no_value_and_says_why(summary):
    got = of(summary, history(MONDAY, SUNDAY))
    assert isnan(got.value)
    assert not got.known
    assert got.why
    assert not got.used.any()
    assert len(got.used) == len(got.wanted) == 7


@pytest.mark.parametrize("summary", ALL, ids=lambda one: one.slug)
def test_an_unlogged_week_before_changes_nothing(summary):
    logs = {
        "exercise": [walk(on, 20 + n, strength=n < 2) for n, on in enumerate(WEEK[:5])],
        "diet": [eaten(on, item, 1, colour="red", start=at(f"{on} 12:00")) for on in WEEK for item in ITEMS],
        "practice": [rated(on, 6, 6 - n % 3) for n, on in enumerate(WEEK)],
        "sleep": [night(f"{on} 22:00", f"{after} 06:00") for on, after in pairwise(WEEK)],
    }
    alone = of(summary, history(MONDAY, SUNDAY, **logs))
    later = of(summary, history("2026-10-26", SUNDAY, **logs))
    assert alone.known
    if summary is not diet.MIND:  # which says nothing when most days are not logged
        assert later.value == alone.value
    assert later.used.sum() == alone.used.sum()


def test_days_that_have_not_closed_are_not_wanted_until_they_are_logged():
    got = of(exercise.MINUTES, moved(10, 10, None, 10, 10, today="2026-11-06"))
    assert got.wanted.tolist() == [True, True, True, True, True, False, False]
    assert got.used.tolist() == [True, True, False, True, True, False, False]


# --- exercise


def test_amounts_a_week_are_seven_times_the_mean_of_the_logged_days():
    record = moved(30, 0, None, 60, 30)
    assert of(exercise.MINUTES, record).value == 7 * 120 / 4
    assert of(exercise.ACTIVE_DAYS, record).value == 7 * 3 / 4
    assert of(exercise.MET_MINUTES, record).value == pytest.approx(7 * 120 * 9.3 / 4)
    assert of(exercise.STRENGTH_DAYS, record).value == 0


def test_three_logged_days_are_too_few():
    assert not of(exercise.MINUTES, moved(30, 30, 30)).known
    assert of(exercise.MINUTES, moved(30, 30, 30, 0)).known


def test_strength_and_therapy_are_counted_in_days_and_in_sessions():
    logs = [walk(on, strength=True) for on in WEEK[:2]] + [none(on) for on in WEEK[2:]]
    twice = [walk(MONDAY, activity="physical-therapy")] * 2
    record = history(MONDAY, SUNDAY, exercise=[*logs, *twice])
    assert of(exercise.STRENGTH_DAYS, record).value == 2
    assert of(exercise.THERAPY_SESSIONS, record).value == 2


@pytest.mark.parametrize(
    ("minutes", "days"),
    [
        ([30] * 7, 7), ([210, 0, 0, 0, 0, 0, 0], 1), ([50, 0, 50, 0, 50, 0, 0], 3),
        ([60, 30, None, 30, 0, 0, 0], 120**2 / (60**2 + 2 * 30**2)),
    ],
)  # fmt: skip
def test_the_spread_is_the_number_of_even_days_that_would_do(minutes, days):
    assert of(exercise.SPREAD, moved(*minutes)).value == pytest.approx(days)


def test_the_spread_of_several_weeks_is_the_mean_of_those_that_count():
    first, silent, third = [30] * 7, [None] * 7, [90] + [0] * 6
    got = of(exercise.SPREAD, moved(*first, *silent, *third, last="2026-11-22"))
    assert got.value == pytest.approx((7 + 1) / 2)
    assert got.used.sum() == 14
    assert not of(exercise.SPREAD, moved(30, None, None, None, 30, None, 30)).known


def test_the_longest_gap_lies_between_two_days_with_exercise():
    got = of(exercise.LONGEST_GAP, moved(0, 30, 0, 0, 30, 0, 30))
    assert (got.value, got.why) == (2, "")
    assert got.wanted.tolist() == [False, True, True, True, True, True, True]


def test_a_gap_that_still_runs_counts_as_far_as_it_is_logged():
    assert of(exercise.LONGEST_GAP, moved(30, 30, 0, 0, 0, None, None)).value == 3
    assert not of(exercise.LONGEST_GAP, moved(0, 0, 30, None, None)).known


def test_days_not_logged_lengthen_a_gap_and_that_is_said():
    got = of(exercise.LONGEST_GAP, moved(30, None, 0, None, 30, 0, 30))
    assert (got.value, got.why) == (3, exercise.PERHAPS_SHORTER)


MINUTES = st.lists(st.none() | st.just(0) | st.integers(1, 90), min_size=1, max_size=30)


@given(MINUTES)
def test_the_longest_gap_agrees_with_a_slow_second_implementation(minutes):
    last = str(day(MONDAY) + timedelta(len(minutes) - 1))
    got = of(exercise.LONGEST_GAP, moved(*minutes, last=last))
    gap, gaps, begun, logged_end = 0, [], False, 0
    for each in minutes:
        if each:
            gaps += [gap] if begun else []
            begun, gap, logged_end = True, 0, 0
        else:
            gap += 1
            logged_end = gap if each == 0 else logged_end
    gaps += [logged_end] if begun and logged_end else []
    assert (got.value == max(gaps)) if gaps else isnan(got.value)


# --- diet


def test_servings_a_day_and_a_week_go_by_the_logged_days():
    logs = [eaten(on, "fruit", 3) for on in WEEK[:4]] + [eaten(MONDAY, "oily-fish"), eaten(MONDAY, "fish")]
    record = history(MONDAY, SUNDAY, diet=logs)
    assert of(diet.PLANTS, record).value == 3
    assert of(diet.FISH, record).value == 2 * 7 / 4
    assert of(diet.OILY_FISH, record).value == 7 / 4


def test_colours_a_week_are_counted_once_a_week():
    colours = [*COLOURS][:3]
    logs = [eaten(on, "fruit", 1, colour=colours[n % 3]) for n, on in enumerate(WEEK)]
    second = [eaten(on, "fruit", n > 8, colour="red") for n, on in enumerate(dates("2026-11-09", 7), start=7)]
    assert of(diet.COLOURS, history(MONDAY, SUNDAY, diet=logs)).value == 3
    assert of(diet.COLOURS, history(MONDAY, "2026-11-15", diet=logs + second)).value == 2
    assert not of(diet.COLOURS, history(MONDAY, "2026-11-07", diet=logs[:6])).known


def test_only_the_logged_days_of_weeks_that_count_go_into_the_colours():
    logs = [eaten(on, "fruit", 1, colour="red") for on in (*WEEK[:4], *dates("2026-11-09", 3))]
    got = of(diet.COLOURS, history(MONDAY, "2026-11-16", diet=logs))
    assert (got.value, got.used.tolist()) == (1, [True] * 4 + [False] * 11)
    assert got.wanted.all()


ENOUGH = {"leafy-greens": 6, "vegetables": 7, "berries": 2, "nuts": 5, "beans": 3, "whole-grains": 21,
          "fish": 1, "poultry": 2, "olive-oil": 7}  # fmt: skip
MOST = {"red-meat": 4, "butter": 7, "cheese": 1, "sweets": 5, "fried": 1}


def menu(**servings: float):
    """A week of so many servings of each group, all on Monday; every day is logged."""
    logged = [eaten(on, "nothing", 0) for on in WEEK]
    eaten_ = [eaten(MONDAY, item.replace("_", "-"), amount) for item, amount in servings.items()]
    return history(MONDAY, SUNDAY, diet=logged + eaten_)


def exactly(**changed: float):
    """The menu that has every point by a hair, but for what is changed."""
    best = {**ENOUGH, **{item: most - 0.5 for item, most in MOST.items()}}
    return menu(**{item.replace("-", "_"): amount for item, amount in best.items()} | changed)


def test_the_mind_score_has_a_point_for_each_of_fourteen_groups():  # evidence.md 1.6
    assert of(diet.MIND, exactly()).value == 14
    assert set(diet.AT_LEAST) == set(ENOUGH)
    assert len(ENOUGH) + len(MOST) == 14


@pytest.mark.parametrize(("group", "bound"), [*ENOUGH.items(), *MOST.items()])
def test_a_group_just_short_of_its_cut_off_loses_its_point(group, bound):  # evidence.md 1.6
    amount = bound - 0.5 if group in ENOUGH else bound
    assert of(diet.MIND, exactly(**{group.replace("-", "_"): amount})).value == 13


def test_oily_fish_is_fish_and_wine_and_other_fruit_play_no_part_in_the_mind_score():  # rule 28
    assert of(diet.MIND, exactly(fish=0, oily_fish=1)).value == 14
    assert of(diet.MIND, exactly(alcohol=200, fruit=50)).value == 14


def test_the_mind_score_scales_by_the_logged_days():
    four = [eaten(on, item, 1) for on in WEEK[:4] for item in ("berries", *MOST)]
    record = history(MONDAY, SUNDAY, diet=four)
    assert diet.servings_a_week(record)["berries"] == 7
    assert of(diet.MIND, record).value == 1


def test_the_mind_score_is_withheld_when_too_little_is_logged_or_a_limit_never_was():
    limits = [eaten(on, item, 0) for on in WEEK for item in MOST]
    assert of(diet.MIND, history(MONDAY, SUNDAY, diet=limits)).value == 5
    assert of(diet.MIND, history(MONDAY, SUNDAY, diet=limits[:15])).why == diet.MOSTLY
    assert of(diet.MIND, history("2026-10-26", SUNDAY, diet=limits)).why == diet.MOSTLY
    without = [one for one in limits if one["item"] != "cheese"]
    assert of(diet.MIND, history(MONDAY, SUNDAY, diet=without)).why == diet.NEVER_LOGGED


def drunk(hours: list[int | None], item: str = "caffeine"):
    """Something at so many hours before a bed at 22:00 on each day; 0 is a logged none, None nothing."""
    diet = [
        eaten(on, item, min(hour, 1), start=at(f"{on} {22 - hour}:00") if hour else None)
        for on, hour in zip(WEEK, hours, strict=False)
        if hour is not None
    ]
    sleep = [night(f"{on} 22:00", f"{after} 06:00") for on, after in pairwise(WEEK)]
    return history(MONDAY, SUNDAY, diet=diet, sleep=sleep)


@pytest.mark.parametrize(("summary", "item"), [(evening.CAFFEINE, "caffeine"), (evening.ALCOHOL, "alcohol")])
def test_days_without_a_drink_are_left_out_of_its_hours_to_bed_and_are_not_missed(summary, item):
    got = of(summary, drunk([9, 8, 0, 6, 5, None], item))
    assert got.value == 7
    assert got.used.tolist() == [True, True, False, True, True, False, False]
    assert got.wanted.tolist() == [True, True, False, True, True, True, True]


def test_three_days_with_caffeine_are_too_few():
    assert of(evening.CAFFEINE, drunk([9, 8, 0, 6, 0, 0])).why


# --- practice


def rated(on: str, before: int | None, after: int | None, minutes: float = 5):
    stress = {"stress_before": before, "stress_after": after}
    return {"day": day(on), "technique": "breathing", "minutes": minutes, **stress}


def test_minutes_and_days_of_practice_go_by_the_logged_days():
    logs = [rated(on, None, None) for on in WEEK[:3]] + [{"day": day(WEEK[3]), "minutes": 0}]
    record = history(MONDAY, SUNDAY, practice=logs)
    assert of(practice.MINUTES, record).value == 7 * 15 / 4
    assert of(practice.DAYS, record).value == 7 * 3 / 4


def test_the_change_of_stress_has_students_interval():  # Student 1908: the differences of his ten patients
    gained = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]
    logs = [rated(on, 0, change) for on, change in zip(dates(MONDAY, 10), gained, strict=True)]
    got = of(practice.CHANGE, history(MONDAY, "2026-11-11", practice=logs))
    assert got.value == pytest.approx(1.58)
    assert (got.low, got.high) == (pytest.approx(0.7001, abs=1e-3), pytest.approx(2.4599, abs=1e-3))


def test_several_practices_of_a_day_count_as_one_day():
    logs = [rated(on, 6, 4) for on in WEEK] + [rated(MONDAY, 6, 2)]
    got = of(practice.CHANGE, history(MONDAY, SUNDAY, practice=logs))
    changes = [-3.0, *[-2.0] * 6]
    assert got.value == pytest.approx(fmean(changes))
    assert got.high - got.value == pytest.approx(2.4469 * stdev(changes) / 7**0.5, abs=1e-4)


def test_under_seven_rated_days_the_change_of_stress_is_withheld():
    logs = [rated(on, 6, 4) for on in WEEK[:6]] + [rated(SUNDAY, 6, None)]
    got = of(practice.CHANGE, history(MONDAY, SUNDAY, practice=logs))
    assert (got.known, got.why) == (False, practice.TOO_FEW_RATED)
    assert (got.used.sum(), got.wanted.sum()) == (6, 7)


def test_the_longest_run_of_practice_ends_with_a_day_without_or_not_logged():  # rule 22
    for between in ([], [{"day": day("2026-11-05"), "minutes": 0}]):
        logs = [rated(on, None, None) for on in (*WEEK[:3], *WEEK[4:6])]
        assert of(practice.LONGEST_RUN, history(MONDAY, SUNDAY, practice=logs + between)).value == 3
    rest = [{"day": day(on), "minutes": 0} for on in WEEK]
    assert of(practice.LONGEST_RUN, history(MONDAY, SUNDAY, practice=rest)).value == 0
