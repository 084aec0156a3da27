"""The weeks of a history: ISO weeks, Monday to Sunday, that lie within it whole (docs/rules.md, 5)."""

from typing import Any

import numpy as np
import numpy.typing as npt

from recovery.history import Flags, History, Ints


def whole_weeks(history: History) -> slice:
    """The days of the weeks that lie within the history."""
    first = -history.first.weekday() % 7
    return slice(first, first + max(len(history) - first, 0) // 7 * 7)


def by_week(history: History, by_day: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Values by day as rows of seven, one for each week."""
    return by_day[whole_weeks(history)].reshape(-1, 7)


def days_of(history: History, counted: Flags) -> Flags:
    """The days of those weeks that are flagged, one flag for each week."""
    days = np.zeros(len(history), dtype=bool)
    days[whole_weeks(history)] = np.repeat(counted, 7)
    return days


def weekdays(history: History) -> Ints:
    """The weekday of each day, 0 for Monday; 1970 began on a Thursday."""
    return (history.numbers + 3) % 7
