"""Rolling means and clock times as points on a circle."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import trends

nan = np.nan


def test_a_mean_of_seven_days_needs_four_that_are_known():
    got = trends.mean7(pd.Series([1, 2, 3, 4, nan, nan, nan, nan], dtype=float))
    assert got.to_list() == pytest.approx([nan, nan, nan, 2.5, 2.5, 2.5, 2.5, nan], nan_ok=True)


def test_a_mean_of_seven_days_leaves_the_eighth_out():
    assert trends.mean7(pd.Series([100.0] + [1.0] * 7)).iloc[-1] == 1


def test_an_empty_series_has_an_empty_mean():
    assert trends.mean7(pd.Series([], dtype=float)).empty


@given(st.lists(st.floats(0, 1000) | st.just(nan), max_size=40))
def test_the_mean_agrees_with_pandas(values):
    series = pd.Series(values, dtype=float)
    expected = series.rolling(7, min_periods=4).mean()
    assert trends.mean7(series).to_list() == pytest.approx(expected.to_list(), nan_ok=True, abs=1e-6)


def test_a_longer_mean_has_a_minimum_of_its_own():
    got = trends.mean(pd.Series([1.0, nan, 3, 4]), 3, 2)
    assert got.to_list() == pytest.approx([nan, nan, 2, 3.5], nan_ok=True)


def test_the_mean_of_clock_times_goes_around_midnight():  # evidence.md 2.4
    midsleeps = np.array([23.5, 0.5, 0.0, 1.0]) * 60
    assert trends.circular_mean(midsleeps) == pytest.approx(0.25 * 60)


def test_opposite_times_have_no_mean():
    assert np.isnan(trends.circular_mean(np.array([0.0, 720.0])))


def test_unknown_times_are_left_out_and_none_have_no_mean():
    assert trends.circular_mean(np.array([nan, 30.0])) == pytest.approx(30)
    assert np.isnan(trends.circular_mean(np.array([nan])))


def test_the_spread_of_clock_times_goes_around_midnight():  # evidence.md 2.4
    midsleeps = np.array([23.5, 0.5, 0.0, 1.0]) * 60
    assert trends.circular_sd(midsleeps) / 60 == pytest.approx(0.5597, abs=5e-5)


def test_equal_times_have_no_spread_and_opposite_or_unknown_ones_none_that_can_be_said():
    assert trends.circular_sd(np.full(9, 1439.0)) == pytest.approx(0, abs=1e-3)
    assert np.isnan(trends.circular_sd(np.array([0.0, 720.0])))
    assert np.isnan(trends.circular_sd(np.array([nan])))
