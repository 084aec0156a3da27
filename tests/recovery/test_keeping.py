"""Kept, strength and streaks: docs/rules.md, 20 to 22, as sentences."""

import random
from dataclasses import replace
from datetime import timedelta
from math import nan

import numpy as np
import pytest

from recovery import adherence
from recovery.adherence import Kept, Share, State
from tests.recovery.habits import (
    MONDAY,
    PLANTS,
    SLEEP,
    SUNDAY,
    SWEETS,
    WALKS,
    dates,
    eaten,
    pause,
    slept,
    walk,
)
from tests.recovery.record import day, history, target

# --- 20: kept and coverage


def test_kept_is_met_of_met_and_missed_and_coverage_is_what_was_logged_of_what_counts():  # rule 20
    logs = [eaten(on, "fruit", 5) for on in dates(MONDAY, 3)] + [eaten("2026-11-05", "fruit", 1)]
    record = history(MONDAY, SUNDAY, "2026-11-07", diet=logs, targets=[target(PLANTS, "2026-01-01", low=5)])
    kept = adherence.kept(adherence.units(record, PLANTS))
    assert kept == Kept(met=3, missed=1, countable=5)
    assert (kept.share, kept.coverage, kept.withheld) == (0.75, 0.8, False)


def test_under_half_coverage_kept_is_withheld():  # rule 20
    assert Kept(1, 0, 2).share == 1
    assert (Kept(1, 0, 3).share, Kept(1, 0, 3).withheld) == (None, True)
    assert (Kept(0, 0, 3).share, Kept(0, 0, 3).withheld) == (None, True)
    assert (Kept(0, 0, 0).share, Kept(0, 0, 0).coverage, Kept(0, 0, 0).withheld) == (None, None, False)


def test_a_share_of_fewer_than_thirty_days_stands_beside_wilsons_interval():  # rule 20; Newcombe 1998
    assert Kept(8, 2, 10).interval == (pytest.approx(0.490, abs=5e-4), pytest.approx(0.943, abs=5e-4))
    assert Kept(20, 9, 29).interval is not None
    for many_or_withheld in (Kept(20, 10, 30), Kept(1, 0, 3), Kept(0, 0, 0)):
        assert many_or_withheld.interval is None


def test_a_pillar_is_the_plain_mean_of_the_strategies_that_have_one():  # rule 20
    got = adherence.together([Kept(1, 0, 1), Kept(1, 1, 2), Kept(1, 0, 4), Kept(0, 0, 0)])
    assert (got.kept, got.coverage) == (0.75, 0.75)
    assert adherence.together([]) == Share(None, None)


def test_parts_of_states_come_to_what_each_comes_to_by_itself():  # rule 20
    states = random.Random(20).choices(list(State), k=700)
    parts = [place // 7 for place in range(700)]
    got = adherence.kept_in(np.array(states, dtype=object), np.array(parts), 101)
    each = [adherence.kept(states[7 * part : 7 * part + 7]) for part in range(101)]
    assert {one.withheld for one in each} == {True, False}
    np.testing.assert_array_equal(got[0], np.array([one.share for one in each], dtype=float))
    np.testing.assert_array_equal(got[1], np.array([one.coverage for one in each], dtype=float))


def test_means_of_parts_pass_over_who_has_none():  # rule 20
    got = adherence.mean_shares([np.array([1, 0.5, nan]), np.array([0, nan, nan])], 3)
    np.testing.assert_array_equal(got, [0.5, 0.5, nan])
    np.testing.assert_array_equal(adherence.mean_shares([], 2), [nan, nan])


def test_a_strategy_judged_by_the_week_counts_in_weeks():  # rule 20
    record = history(
        MONDAY, "2026-11-15", targets=[target(WALKS, "2026-01-01", low=30)], exercise=[walk(MONDAY)]
    )
    assert adherence.units(record, WALKS).to_list() == [State.MET, State.NOT_LOGGED]


# --- 21: strength


def daily(values: list[float], low: float = 1, first: str = MONDAY, mask: int = 127, **records):
    """The strength of a daily habit after days of these values; NaN was not logged."""
    last = str(day(first) + timedelta(len(values) - 1))
    logs = [eaten(on, "fruit", v) for on, v in zip(dates(first, len(values)), values, strict=True) if v == v]
    plan = [target(PLANTS, "2026-01-01", low=low, weekdays=mask)]
    return adherence.strength(history(first, last, targets=plan, diet=logs, **records), PLANTS)


def test_strength_agrees_with_loops_published_vectors():  # rule 21; peers.md 4.1
    assert daily([1]).iloc[-1] == pytest.approx(0.051922, abs=1e-6)
    assert daily([1] * 20).iloc[-1] == pytest.approx(0.655747, abs=1e-6)
    assert [round(daily([1] * n).iloc[-1], 3) for n in (13, 30, 60, 90)] == [0.5, 0.798, 0.959, 0.992]


def test_strength_moves_by_loops_step_from_any_level():  # rule 21; peers.md 4.1
    before, after = daily([1] * 13 + [1]).iloc[-2:]
    assert before == pytest.approx(0.5)
    assert after == pytest.approx(0.525961, abs=1e-6)


def test_a_rarer_habit_moves_more_slowly():  # rule 21
    assert daily([1], mask=0b0000001).iloc[-1] == pytest.approx(1 - 0.5 ** ((1 / 7) ** 0.5 / 13))
    weekly = history(
        MONDAY, "2029-11-04", targets=[target(WALKS, "2026-01-01", low=7)],
        exercise=[walk(on, 1) for on in dates(MONDAY, 1099)],
    )  # fmt: skip
    strengths = adherence.strength(weekly, WALKS)
    assert strengths.iloc[0] == pytest.approx((1 - 0.5 ** ((1 / 7) ** 0.5 / 13)) / 7)
    assert strengths.iloc[-1] == pytest.approx(1, abs=1e-6)


def test_part_of_an_aim_strengthens_in_part():  # rule 21
    assert daily([2], low=4).iloc[-1] == pytest.approx(0.051922 / 2, abs=1e-6)


def test_excused_days_leave_strength_unchanged_and_unlogged_ones_weaken_it():  # rule 21
    got = daily([1, nan, nan], pauses=[pause("2026-11-03", "2026-11-03")])
    assert got.iloc[1] == got.iloc[0]
    assert got.iloc[2] == pytest.approx(got.iloc[0] * 0.5 ** (1 / 13))


def test_an_open_day_leaves_strength_unchanged():  # rule 21
    record = history(MONDAY, SUNDAY, "2026-11-03", diet=[eaten(MONDAY, "fruit", 5)],
                     targets=[target(PLANTS, "2026-01-01", low=5)])  # fmt: skip
    assert adherence.strength(record, PLANTS).nunique() == 1


def test_an_open_day_of_a_weekly_habit_leaves_strength_unchanged():  # rule 21
    record = history(MONDAY, SUNDAY, "2026-11-03", exercise=[walk(MONDAY), walk("2026-11-03")],
                     targets=[target(WALKS, "2026-01-01", low=150)])  # fmt: skip
    assert adherence.strength(record, WALKS).nunique() == 1


def test_an_unlogged_at_most_gives_no_strength():  # rule 21
    plan = [target(SWEETS, "2026-01-01", high=4)]
    silent = history(MONDAY, SUNDAY, targets=plan)
    assert adherence.strength(silent, SWEETS).iloc[-1] == 0
    logs = [eaten(on, "sweets", 0) for on in dates(MONDAY, 7)]
    assert adherence.strength(history(MONDAY, SUNDAY, targets=plan, diet=logs), SWEETS).iloc[-1] > 0


def test_the_strength_of_a_mean_begins_with_its_fourth_night():  # rules 18 and 21
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    record = history(MONDAY, SUNDAY, targets=plan, sleep=[slept(on) for on in dates(MONDAY, 7)])
    assert (adherence.strength(record, SLEEP) > 0).to_list() == [False] * 3 + [True] * 4


# --- 22: streaks


def streak(values: list[float], today="2026-12-01", **records):
    last = str(day(MONDAY) + timedelta(len(values) - 1))
    logs = [eaten(on, "fruit", v) for on, v in zip(dates(MONDAY, len(values)), values, strict=True) if v == v]
    plan = [target(PLANTS, "2026-01-01", low=1)]
    return adherence.streak(history(MONDAY, last, today, targets=plan, diet=logs, **records), PLANTS)


def test_a_streak_is_met_days_in_a_row():  # rule 22
    assert streak([1, 1, 1]) == 3
    assert streak([1, 0, 1]) == 1
    assert streak([0]) == 0


def test_a_pause_inside_a_streak_is_passed_over():  # rule 22
    assert streak([1, nan, nan, 1], pauses=[pause("2026-11-03", "2026-11-04")]) == 2


def test_a_day_not_logged_ends_a_streak_and_filling_it_in_mends_it():  # rule 22
    assert streak([1, nan, 1]) == 1
    assert streak([1, 1, 1]) == 3


def test_the_open_day_neither_ends_a_streak_nor_counts_until_it_is_met():  # rule 22
    assert streak([1, 1, nan], today="2026-11-04") == 2
    assert streak([1, 1, 1], today="2026-11-04") == 3


def test_the_best_streak_may_be_long_ago_and_passes_over_pauses():  # rule 22
    plan = [target(PLANTS, "2026-01-01", low=1)]
    ate = [MONDAY, "2026-11-03", "2026-11-05", "2026-11-07", "2026-11-08"]
    logs = [eaten(on, "fruit") for on in ate]
    paused = pause("2026-11-04", "2026-11-04")
    record = history(MONDAY, SUNDAY, targets=plan, diet=logs, pauses=[paused])
    assert (adherence.best_streak(record, PLANTS), adherence.streak(record, PLANTS)) == (3, 2)
    assert adherence.best_streak(history(MONDAY, SUNDAY), PLANTS) == 0


# --- 20, over any stretch of days

GREENS, STEPS = replace(PLANTS, slug="greens"), replace(WALKS, slug="steps")


def fortnight():
    """Two weeks of fruit on every second day, and one walk in the first."""
    logs = [eaten(on, "fruit", n % 2) for n, on in enumerate(dates(MONDAY, 14))]
    plan = [target(GREENS, "2026-01-01", low=1), target(STEPS, "2026-01-01", low=30)]
    return history(MONDAY, "2026-11-15", diet=logs, exercise=[walk(MONDAY)], targets=plan)


def test_over_any_days_a_daily_strategy_counts_them_and_a_weekly_one_its_whole_weeks():  # rule 20
    record, tuesday, last = fortnight(), day("2026-11-03"), day("2026-11-15")
    assert adherence.kept_between(record, GREENS, tuesday, last) == Kept(7, 6, 13)
    assert adherence.kept_between(record, STEPS, tuesday, last) == Kept(0, 0, 1)
    assert adherence.kept_between(record, STEPS, day(MONDAY), last) == Kept(1, 0, 2)
    assert adherence.kept_between(record, STEPS, tuesday, day("2026-11-14")) == Kept(0, 0, 0)


def test_an_overview_has_each_planned_strategy_its_pillars_and_the_whole():  # rule 20
    got = adherence.overview(fortnight(), [STEPS, GREENS, SLEEP], day(MONDAY), day(SUNDAY))
    assert got.strategies == {"steps": Kept(1, 0, 1), "greens": Kept(3, 4, 7)}
    assert got.pillars == {"exercise": Share(1, 1), "diet": Share(3 / 7, 1)}
    assert got.whole == Share((1 + 3 / 7) / 2, 1)


def test_an_overview_of_one_week_agrees_with_the_week():  # rule 20
    record = fortnight()
    got = adherence.overview(record, [STEPS, GREENS], day("2026-11-09"), day("2026-11-15"))
    for habit in (STEPS, GREENS):
        assert adherence.kept_in_week(record, habit, day("2026-11-09"))[0] == got.strategies[habit.slug]
