"""Aims: shares, the target in force, bounds of a week. docs/rules.md, 14, 16 and 19."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import aims
from recovery.history import TARGETS, frame
from tests.recovery.record import day, history, rows, target

nan = np.nan


def share(value, low=nan, high=nan):
    return float(aims.share(*(np.array([number], dtype=float) for number in (value, low, high)))[0])


def test_below_the_low_bound_the_share_is_value_by_low():  # rule 19
    assert share(75, low=150) == 0.5
    assert share(150, low=150) == 1
    assert share(400, low=150) == 1


def test_above_the_high_bound_the_share_falls_by_the_excess_and_not_under_zero():  # rule 19
    assert share(250, high=200) == 0.75
    assert share(200, high=200) == 1
    assert share(900, high=200) == 0


def test_within_two_bounds_the_share_is_whole():  # rule 19
    assert (share(480, 420, 540), share(210, 420, 540), share(594, 420, 540)) == (1, 0.5, pytest.approx(0.9))


def test_a_high_of_zero_is_met_by_zero_alone():  # rule 19
    assert (share(0, high=0), share(0.1, high=0)) == (1, 0)


def test_no_target_and_no_value_have_no_share():  # rule 19
    assert np.isnan(share(5))
    assert np.isnan(share(nan, low=5))


numbers = st.floats(0, 1e4) | st.just(nan)


@given(numbers, numbers, numbers)
def test_a_share_lies_between_zero_and_one(value, low, high):  # rule 19
    got = share(value, low, high)
    assert np.isnan(got) or 0 <= got <= 1


def in_force(*targets, first="2026-03-01", last="2026-03-05", strategy="a"):
    table = frame(rows(TARGETS, list(targets)), TARGETS)
    return aims.in_force(table, history(first, last).days, strategy)


def test_the_latest_target_not_after_the_day_holds():  # rule 14
    held = in_force(target("a", "2026-03-02", low=1), target("a", "2026-03-04", low=2, high=9, weekdays=3))
    assert held["low"].to_list() == pytest.approx([nan, 1, 1, 2, 2], nan_ok=True)
    assert held["high"].to_list() == pytest.approx([nan, nan, nan, 9, 9], nan_ok=True)
    assert held["weekdays"].to_list() == [0, 127, 127, 3, 3]


def test_targets_need_no_order():
    held = in_force(
        target("a", "2026-03-04", low=2), target("b", "2026-03-01", low=9), target("a", "2026-03-02", low=1)
    )
    assert held["low"].to_list() == pytest.approx([nan, 1, 1, 2, 2], nan_ok=True)


def test_a_strategy_without_a_target_holds_none():
    for held in (in_force(), in_force(target("b", "2026-01-01", low=1))):
        assert held[["low", "high", "dose", "clock"]].isna().all(axis=None)


def bound(bounds, active=None, **how):
    days = np.array([bounds], dtype=float)
    on = np.ones((1, 7), dtype=bool) if active is None else np.array([active], dtype=bool)
    return float(aims.weekly_bound(days, on, **({"mean": False, "counted": False} | how))[0])


def test_a_weekly_bound_is_a_seventh_of_each_active_days():  # rule 16
    assert bound([150] * 7) == 150
    assert bound([140] * 7, [1, 1, 1, 0, 0, 0, 0]) == 60
    assert bound([70] * 2 + [140] * 5) == 120


def test_counts_are_rounded_half_up_to_at_least_one_unless_nothing_is_asked():  # rule 16
    assert bound([7] * 7, [1, 1, 1, 0, 0, 0, 0], counted=True) == 3
    assert bound([3.5] * 7, [1] * 5 + [0] * 2, counted=True) == 3  # 2.5
    assert bound([2] * 7, [1] + [0] * 6, counted=True) == 1
    assert bound([0] * 7, [1] + [0] * 6, counted=True) == 0


def test_the_bound_of_a_mean_is_the_mean_of_its_days_bounds():  # rule 16
    assert bound([420] * 7, [1, 1, 1, 0, 0, 0, 0], mean=True) == 420
    assert bound([420] * 3 + [nan] * 4, mean=True) == 420


def test_a_week_without_a_bound_has_none():  # rule 16
    assert np.isnan(bound([nan] * 7))
    assert np.isnan(bound([5] * 7, [0] * 7))


def test_an_aim_keeps_its_way_of_judging_with_other_values():
    aim = aims.Aim(aims.Judged.DAYS, low=5, dose=10)
    assert aim.valued(3, None, 5, None) == aims.Aim(aims.Judged.DAYS, low=3, dose=5)


def test_the_day_of_a_target_is_its_first():  # rule 14
    assert in_force(target("a", str(day("2026-03-01")), low=1))["low"].iloc[0] == 1
