"""Aims: what a strategy asks for, which target held on a day, and how much of it was reached."""

from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
import pandas as pd

from recovery.history import Floats

EVERY_DAY = 0b1111111


class Judged(StrEnum):
    """The unit in which a strategy is kept or missed."""

    DAY = "day"  # each day on its own
    SUM = "sum"  # a week, by its sum
    MEAN = "mean"  # a week, by the mean of its logged days
    DAYS = "days"  # a week, by the number of days that reach the dose


@dataclass(frozen=True)
class Aim:
    """A bound below, above or both, in the metric's unit (for DAYS: in days, of `dose` each).

    `clock` makes the value the distance, in minutes, of a clock time from this reference.
    """

    judged: Judged
    low: float | None = None
    high: float | None = None
    dose: float | None = None
    clock: float | None = None

    def valued(
        self, low: float | None, high: float | None, dose: float | None, clock: float | None
    ) -> "Aim":
        """The same way of judging with other values."""
        return replace(self, low=low, high=high, dose=dose, clock=clock)

    @property
    def at_most(self) -> bool:
        return self.low is None and self.high is not None
