"""Kept, strength and streaks: docs/rules.md, 20 to 22, as sentences."""

from datetime import timedelta
from math import nan

import pytest

from recovery import adherence
from recovery.adherence import Kept, State
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


def test_a_pillar_is_the_plain_mean_of_the_strategies_that_have_one():  # rule 20
    got = adherence.together([Kept(1, 0, 1), Kept(1, 1, 2), Kept(1, 0, 4), Kept(0, 0, 0)])
    assert (got.kept, got.coverage) == (0.75, 0.75)
    assert adherence.together([]) == adherence.Share(None, None)


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
