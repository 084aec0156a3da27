"""Aims: what a strategy asks for, which target held on a day, and how much of it was reached."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery.history import Flags, Floats, History, Ints, day_numbers

EVERY_DAY = 0b1111111
VALUES = ("low", "high", "dose", "clock")


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

    def valued(self, low: float | None, high: float | None, dose: float | None, clock: float | None) -> "Aim":
        """The same way of judging with other values."""
        return replace(self, low=low, high=high, dose=dose, clock=clock)


@dataclass(frozen=True, eq=False)
class Held:
    """The target that held on each of some days; NaN where none did, weekdays 0 there."""

    low: Floats
    high: Floats
    dose: Floats
    clock: Floats
    weekdays: Ints

    @property
    def followed(self) -> Flags:
        """Whether the strategy was followed: a target without a bound means no longer."""
        return ~(np.isnan(self.low) & np.isnan(self.high))


def held(targets: Mapping[str, npt.NDArray[Any]], numbers: Ints, strategy: str) -> Held:
    """The target that held on each day, the latest one not after it; `numbers` are days since 1970."""
    own = np.flatnonzero(targets["strategy"] == strategy)
    starts = day_numbers(targets["starts"][own])
    order = np.argsort(starts)
    at = np.searchsorted(starts[order], numbers, side="right")  # 0: before the first one
    values = {name: np.append(np.nan, targets[name][own[order]])[at] for name in VALUES}
    return Held(**values, weekdays=np.append(0, targets["weekdays"][own[order]])[at])


def in_force(targets: pd.DataFrame, days: pd.DatetimeIndex, strategy: str) -> pd.DataFrame:
    """The target that held on each day: low, high, dose, clock, weekdays; NaN (weekdays 0) where none.

    No end is stored, so no gap can be; a target without low and high means that it was no longer followed.
    """
    columns = {str(name): column.to_numpy() for name, column in targets.items()}
    return pd.DataFrame(vars(held(columns, day_numbers(days.to_numpy()), strategy)), days)


def paused(history: History, pillar: str) -> Flags:
    """The days on which a pillar is excused, by a pause of its own or of all."""
    found = np.zeros(len(history), dtype=bool)
    pauses = history.arrays(history.pauses)
    first = day_numbers(pauses["first"])
    last = np.where(np.isnat(pauses["last"]), history.numbers[-1], day_numbers(pauses["last"]))
    for own, since, to in zip(pauses["pillar"], first, last, strict=True):
        if own in ("", pillar):
            found |= (history.numbers >= since) & (history.numbers <= to)
    return found


def share(value: Floats, low: Floats, high: Floats) -> Floats:
    """How much of a target was reached, 0 to 1 (docs/rules.md, 19); NaN without a value or a bound.

    Below the low bound value ÷ low; above the high one 1 − excess ÷ high; a high of 0 is met by 0 alone.
    """
    reached = np.where(np.isnan(value) | (np.isnan(low) & np.isnan(high)), np.nan, 1.0)
    np.divide(value, low, out=reached, where=value < low)
    excess = np.divide(value - high, high, out=np.ones(len(reached)), where=value < 2 * high)
    return np.maximum(np.where(value > high, 1 - excess, reached), 0)


def weekly_bound(bounds: Floats, active: Flags, *, mean: bool, counted: bool) -> Floats:
    """A week's bound from those of its days: both of shape (weeks, 7), NaN without any (docs/rules.md, 16).

    For a sum the active days' bounds ÷ 7, for a mean their mean. Counts are rounded half up, to at least 1.
    """
    given = active & ~np.isnan(bounds)
    if not given.any():
        return np.full(len(bounds), np.nan)
    days = given.sum(axis=1)
    total = np.where(given, bounds, 0).sum(axis=1)
    # Rounded, so that seven sevenths are a whole.
    bound = np.round(total / (np.maximum(days, 1) if mean else 7), 6)
    if counted:
        bound = np.where(bound > 0, np.maximum(np.floor(bound + 0.5), 1), bound)
    return np.where(days > 0, bound, np.nan)
