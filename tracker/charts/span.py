"""The stretch of a record that a chart draws, and how fine: by day, by week or by month."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
import pandas as pd

from recovery import days
from recovery.history import Floats, History, Ints, of_days
from recovery.words import N_

BY_DAY, BY_WEEK = 123, 800  # the longest stretches, in days, whose days or weeks can still be told apart


class Step(StrEnum):
    """What one mark of a chart stands for; also the name of its frame's index."""

    DAY = N_("day")
    WEEK = N_("week")
    MONTH = N_("month")


def between(history: History, first: date, last: date) -> History:
    """The part of a history from `first` to `last`, both included; it must lie within."""
    if (first, last) == (history.first, history.last):
        return history
    next_day = last + timedelta(days=1)
    return replace(
        history,
        first=first,
        last=last,
        sleep=of_days(history.sleep, first, last),
        exercise=of_days(history.exercise, first, last),
        diet=of_days(history.diet, first, last),
        practice=of_days(history.practice, first, last),
        checkin=of_days(history.checkin, first, last),
        after=history.after if last == history.last else of_days(history.sleep, next_day, next_day),
    )


def whole(step: Step, first: date, last: date) -> tuple[date, date]:
    """The stretch widened to whole weeks, for a chart that never shows less than one; else as it is."""
    if step is Step.DAY:
        return first, last
    return days.monday(first), days.monday(last) + timedelta(days=6)


def step(history: History, least: Step = Step.DAY) -> Step:
    """How fine a history can be drawn, and no finer than `least`."""
    if len(history) > BY_WEEK:
        return Step.MONTH
    return Step.WEEK if len(history) > BY_DAY else least


@dataclass(frozen=True, eq=False)
class Bins:
    """The days, weeks or months of a history, in order."""

    starts: pd.DatetimeIndex  # the first day of each, by the calendar; named by the step
    of: Ints  # which one each day of the history belongs to

    def __len__(self) -> int:
        return len(self.starts)

    def known(self, daily: Floats) -> Ints:
        """How many days of each have a value."""
        return np.bincount(self.of[~np.isnan(daily)], minlength=len(self))

    def sums(self, daily: Floats) -> Floats:
        """The sum of each; missing where no day has a value."""
        totals = np.bincount(self.of, np.nan_to_num(daily), len(self))
        return np.where(self.known(daily) > 0, totals, np.nan)

    def means(self, daily: Floats, least: int = 1) -> Floats:
        """The mean of the known days of each; missing where fewer than `least` are."""
        known = self.known(daily)
        means: Floats = np.where(known >= least, self.sums(daily) / np.maximum(known, 1), np.nan)
        return means

    def lowest(self, daily: Floats) -> Floats:
        """The least value of each; missing where no day has one."""
        return np.fmin.reduceat(daily, self._begins)

    def highest(self, daily: Floats) -> Floats:
        """The greatest value of each; missing where no day has one."""
        return np.fmax.reduceat(daily, self._begins)

    @property
    def _begins(self) -> Ints:
        """The place of the first day of each."""
        return np.searchsorted(self.of, np.arange(len(self)))


def bins(history: History, by: Step) -> Bins:
    """The history's days by themselves, or gathered in ISO weeks or calendar months."""
    return gathered(history.days, by)


def gathered(days: pd.DatetimeIndex, by: Step) -> Bins:
    """Days in order, or weeks by their Mondays, by the days, weeks or months in which they lie."""
    starts, of = np.unique(_NAMED[by](days.to_numpy()), return_inverse=True)
    return Bins(pd.DatetimeIndex(starts.astype("datetime64[s]"), name=str(by)), of)


def weekly(history: History, columns: Mapping[str, Floats], sums: Collection[str] = ()) -> pd.DataFrame:
    """Columns of a value a week as rows: a week each, or over long times a month, which has their means.

    Of the columns named in `sums` a month has the sum. Weeks count to the month of their Monday; those
    without a value do not count.
    """
    by = gathered(mondays(history), step(history, Step.WEEK))
    made = {name: (by.sums if name in sums else by.means)(values) for name, values in columns.items()}
    return pd.DataFrame(made, index=by.starts)


def by_weeks(history: History) -> Bins:
    """The history's days in the rows of `weekly`: a week's days together, to the month of its Monday."""
    weeks = gathered(mondays(history), step(history, Step.WEEK))
    return Bins(weeks.starts, np.repeat(weeks.of, 7))


def _by_day(at: np.ndarray) -> np.ndarray:
    return at.astype("datetime64[D]")


def _mondays(at: np.ndarray) -> np.ndarray:
    numbers = _by_day(at).astype(np.int64)
    return (numbers - (numbers + 3) % 7).astype("datetime64[D]")  # day 0, in 1970, was a Thursday


def _by_month(at: np.ndarray) -> np.ndarray:
    return at.astype("datetime64[M]").astype("datetime64[D]")


_NAMED = {Step.DAY: _by_day, Step.WEEK: _mondays, Step.MONTH: _by_month}


def mondays(history: History) -> pd.DatetimeIndex:
    """The Mondays of the whole weeks in a history that begins on one."""
    return pd.DatetimeIndex(history.days.to_numpy()[: len(history) // 7 * 7 : 7], name=str(Step.WEEK))
