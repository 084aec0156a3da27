"""The last four weeks against the four before them, number by number, as plain data."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from recovery import trends
from recovery.history import History
from recovery.metrics import METRICS, checkin, diet, exercise, practice, sleep
from recovery.metrics.metric import Metric, Unit
from recovery.summaries import SUMMARIES
from recovery.trends import Change, Direction
from tracker import frames
from tracker.charts.span import between
from tracker.computed import remembered
from tracker.models import User

DAYS = timedelta(days=28)  # four of each weekday: a month that another can be compared with
DAY = timedelta(days=1)
WEEK = 7


@dataclass(frozen=True)
class Number:
    """A number of the comparison: the metric that it is made of, and the page that says how."""

    slug: str  # of a summary or a metric
    pillar: str
    metric: Metric
    days: int = 1  # for how many days it stands

    @property
    def title(self) -> str:
        return (SUMMARIES.get(self.slug) or METRICS[self.slug]).title

    @property
    def clock(self) -> bool:
        return self.metric.unit is Unit.CLOCK


NUMBERS = (
    Number("mean-time-asleep", "sleep", sleep.DURATION),
    Number("mean-midsleep", "sleep", sleep.MIDSLEEP),
    Number("mean-sleep-efficiency", "sleep", sleep.EFFICIENCY),
    Number("exercise-minutes-a-week", "exercise", exercise.MINUTES, WEEK),
    Number("plants-a-day", "diet", diet.PLANTS),
    Number("fish-a-week", "diet", diet.FISH, WEEK),
    Number("practice-minutes-a-week", "practice", practice.MINUTES, WEEK),
    Number("mood", "checkin", checkin.MOOD),
    Number("energy", "checkin", checkin.ENERGY),
    Number("stress", "checkin", checkin.STRESS),
)


@dataclass(frozen=True)
class Row:
    """A number before and now, in its unit (NaN of fewer than four days), and the change."""

    number: Number
    before: float
    now: float
    change: Change

    @property
    def sure(self) -> bool:
        return self.change.direction in (Direction.MORE, Direction.LESS)


@dataclass(frozen=True)
class Compared:
    """Two stretches of 28 days, one after the other, and what was logged in both or one of them."""

    earlier: date
    first: date
    last: date
    rows: Sequence[Row]

    @property
    def until(self) -> date:
        """The last day of the earlier stretch."""
        return self.first - DAY


def compared(user: User, last: date) -> Compared:
    """The 28 days up to `last`, or to yesterday where that is earlier, against the 28 before.

    Computed once for each version of the record.
    """
    end = min(last, user.today() - DAY)

    def compute() -> Compared:
        first = end - DAYS + DAY
        history = frames.load(user, first - DAYS, end)
        own = [number for number in NUMBERS if number.pillar in user.kinds]
        return Compared(first - DAYS, first, end, list(rows(history, first, own)))

    return remembered(user, ("compared", end), compute)


def rows(history: History, first: date, numbers: Sequence[Number]) -> Iterator[Row]:
    """A row for each number of which anything is known; `first` begins the later stretch."""
    before, now = between(history, history.first, first - DAY), between(history, first, history.last)
    for number in numbers:
        sides = [number.metric.daily(each) for each in (before, now)]
        if any(side.notna().any() for side in sides):
            yield row(number, *sides)


def row(number: Number, before: pd.Series, now: pd.Series) -> Row:
    found = trends.change(now, before, clock=number.clock)
    times = number.days
    change = Change(
        times * found.difference, times * found.low, times * found.high, found.n_now, found.n_before
    )
    return Row(number, mean(number, before), mean(number, now), change)


def mean(number: Number, daily: pd.Series) -> float:
    """The mean of the known days, for as many days as the number stands; NaN of fewer than four."""
    values = daily.to_numpy(dtype=float)
    values = values[~np.isnan(values)]
    if len(values) < trends.KNOWN:
        return np.nan
    return trends.circular_mean(values) if number.clock else number.days * float(values.mean())
