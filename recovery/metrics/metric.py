"""What a metric is: a daily number, its unit and the words that explain it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd

from recovery.history import History


class Unit(StrEnum):
    """How a number is worded and whether it is counted; the page does the wording."""

    MINUTES = "minutes"
    DURATION = "duration"  # minutes, worded as hours and minutes
    HOURS = "hours"
    CLOCK = "clock"  # minutes after midnight
    PERCENT = "percent"
    SERVINGS = "servings"
    SESSIONS = "sessions"
    GRAMS = "grams"
    MILLIGRAMS = "milligrams"
    COUNT = "count"
    DAYS = "days"
    POINTS = "points"
    RATING = "rating"  # from 1 to 5
    INDEX = "index"  # from −100 to 100
    MET_MINUTES = "MET-minutes"
    ANSWER = "answer"  # 1 is yes, 0 is no

    @property
    def counted(self) -> bool:
        """Whether a bound in this unit is a whole number (rules.md, 16)."""
        return self in (Unit.SERVINGS, Unit.SESSIONS, Unit.COUNT)


@dataclass(frozen=True)
class Metric:
    """A number a day. `daily` gives a float series over `History.days`; NaN means not known, never zero."""

    slug: str
    title: str
    unit: Unit
    formula: str  # in words a reader can check
    missing: str  # when it is missing, in words
    source: str  # slug of a Source in the bibliography; "" for our own convention
    daily: Callable[[History], pd.Series]
