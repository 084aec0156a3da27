"""Intervals against published figures, and changes against a definition in plain words."""

from statistics import NormalDist, fmean, variance

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import intervals, trends
from recovery.trends import Change, Direction

nan = np.nan


# --- shares


@pytest.mark.parametrize(
    ("met", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718),
        (29, 29, 0.8830, 1.0), (8, 10, 0.490, 0.943),
    ],
)  # fmt: skip
def test_wilsons_interval_agrees_with_published_examples(met, of, low, high):  # Newcombe 1998, table I
    assert intervals.wilson(met, of) == (pytest.approx(low, abs=5e-4), pytest.approx(high, abs=5e-4))


@given(st.integers(1, 60).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_at_the_ends_of_wilsons_interval_the_share_is_just_z_away(two):
    met, of = two
    for end in intervals.wilson(met, of):
        if 0 < end < 1:
            error = (end * (1 - end) / of) ** 0.5
            assert abs(met / of - end) / error == pytest.approx(NormalDist().inv_cdf(0.975), rel=1e-4)


def test_a_share_of_nothing_has_no_interval():
    assert np.isnan(intervals.wilson(0, 0)).all()


# --- means


@pytest.mark.parametrize(
    ("freedom", "t"),
    [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (29, 2.045), (120, 1.980), (10**6, 1.962)],
)
def test_the_quantiles_are_those_of_students_table(freedom, t):
    assert intervals.quantile(freedom) == pytest.approx(t, abs=1e-3)


def test_the_interval_of_a_mean_agrees_with_students_sleep_data():  # Student 1908: the paired differences
    gained = np.array([1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4])
    assert intervals.of_mean(gained) == (pytest.approx(0.7001, abs=1e-3), pytest.approx(2.4599, abs=1e-3))


def test_one_value_has_no_interval():
    assert np.isnan(intervals.of_mean(np.array([3.0]))).all()


# --- changes


def days(*values: float) -> pd.Series:
    return pd.Series(values, dtype=float)


def weeks(*means: float) -> pd.Series:
    """Weeks of seven days of one value each."""
    return days(*np.repeat(means, 7))


def test_a_change_is_the_difference_of_the_means_with_welchs_interval_of_weeks():
    got = trends.change(weeks(10, 12, 14), weeks(4, 5, 6))
    # By hand: variances 4/3 and 1/3, freedom (5/3)² ÷ ((4/3)²/2 + (1/3)²/2) = 2.941, t = 3.217.
    assert got.difference == pytest.approx(7)
    assert got.high - got.difference == pytest.approx(3.217 * (5 / 3) ** 0.5, abs=5e-3)
    assert got.difference - got.low == pytest.approx(got.high - got.difference)
    assert (got.n_now, got.n_before, got.direction) == (21, 21, Direction.MORE)


def test_a_change_whose_interval_holds_nothing_could_be_chance():
    assert trends.change(weeks(10, 12, 14), weeks(9, 12, 13)).direction is Direction.UNSURE
    assert trends.change(weeks(4, 5, 6), weeks(10, 12, 14)).direction is Direction.LESS


def test_under_three_weeks_on_either_side_nothing_is_said_of_a_change():
    sparse = days(*[1, 2, 3, nan, nan, nan, nan] * 4)
    for now, before in ((weeks(1, 2), weeks(1, 2, 3)), (weeks(1, 2, 3), sparse), (days(), days())):
        got = trends.change(now, before)
        assert np.isnan([got.difference, got.low, got.high]).all()
        assert got.direction is Direction.UNKNOWN
    assert trends.change(weeks(1, 2, 3), sparse).n_before == 12


def test_weeks_are_counted_back_from_the_end_and_a_rest_still_counts_to_the_mean():
    month = pd.concat([days(100, 100, 100), weeks(1, 2, 3)])
    got = trends.change(month, weeks(1, 2, 3))
    assert got.difference == pytest.approx((300 + 42) / 24 - 2)
    assert got.high - got.low == pytest.approx(trends.change(weeks(1, 2, 3), weeks(1, 2, 3)).high * 2)


def test_values_that_never_vary_have_an_interval_of_no_width():
    assert trends.change(weeks(5, 5, 5), weeks(3, 3, 3)) == Change(2, 2, 2, 21, 21)
    assert trends.change(weeks(5, 5, 5), weeks(5, 5, 5)).direction is Direction.UNSURE


def test_clock_times_on_both_sides_of_midnight_differ_by_minutes():
    late, early = weeks(10, 20, 30), weeks(1430, 1420, 1425)
    got = trends.change(late, early, clock=True)
    assert got.difference == pytest.approx(20 + 15)
    assert trends.change(early, late, clock=True).difference == pytest.approx(-35)
    assert np.isnan(trends.change(days(nan), days(nan), clock=True).difference)


VALUES = st.lists(st.floats(0, 1000) | st.just(nan), max_size=40)


@given(VALUES, VALUES)
def test_a_change_agrees_with_a_slow_second_implementation(now, before):
    got = trends.change(days(*now), days(*before))
    sides = [block_means(now), block_means(before)]
    if min(map(len, sides)) < 3:
        assert got.direction is Direction.UNKNOWN
        return
    mean_now, mean_before = (fmean(v for v in side if v == v) for side in (now, before))
    assert got.difference == pytest.approx(mean_now - mean_before, abs=1e-6)
    a, b = (variance(side) / len(side) for side in sides)
    spread = a + b
    if spread > 1e-9:
        freedom = spread**2 / (a**2 / (len(sides[0]) - 1) + b**2 / (len(sides[1]) - 1))
        half = intervals.quantile(freedom) * spread**0.5
        assert got.high - got.difference == pytest.approx(half, rel=1e-6, abs=1e-6)


def block_means(values: list[float]) -> list[float]:
    found = []
    for end in range(len(values), 6, -7):
        known = [v for v in values[end - 7 : end] if v == v]
        if len(known) >= 4:
            found.append(fmean(known))
    return found
