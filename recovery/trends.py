"""Trends: rolling means, means of clock times, which run in a circle, changes from one time to another."""

import math
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pandas as pd

from recovery import intervals
from recovery.days import DAY
from recovery.history import Floats

KNOWN = 4  # of seven days, for a mean
WEEKS = 3  # on either side, for a change


def mean7(series: pd.Series) -> pd.Series:
    """The mean of each day and the six before it, in the series' unit; missing with fewer than 4 known."""
    return mean(series, 7, KNOWN)


def mean(series: pd.Series, days: int, least: int) -> pd.Series:
    """The mean of each day and those before it, so many together; missing with fewer than `least` known."""
    values = series.to_numpy(dtype=float)
    known = ~np.isnan(values)
    counts = _trailing(known.astype(float), days)
    sums = _trailing(np.where(known, values, 0), days)
    means = np.where(counts >= least, sums / np.maximum(counts, 1), np.nan)
    return pd.Series(means, index=series.index, name=series.name)


def _trailing(values: Floats, days: int) -> Floats:
    return np.convolve(values, np.ones(days))[: len(values)] if len(values) else values


def circular_mean(minutes: Floats) -> float:
    """The mean of clock times, minutes after midnight; NaN without any, or where they cancel out."""
    resultant = _resultant(minutes)
    if math.isnan(resultant.real) or abs(resultant) < 1e-9:
        return math.nan
    return float(np.angle(resultant)) * DAY / math.tau % DAY


def circular_sd(minutes: Floats) -> float:
    """The standard deviation of clock times, minutes: √(−2 ln R), R being the length of their mean.

    R is that of the times as points on the unit circle (Berens 2009). NaN without any, or if they cancel out.
    """
    length = abs(_resultant(minutes))
    if math.isnan(length) or length < 1e-9:
        return math.nan
    # Rounding may leave equal times with a mean a little longer than 1.
    return math.sqrt(-2 * math.log(min(length, 1.0))) * DAY / math.tau


def _resultant(minutes: Floats) -> complex:
    """The mean of the times as points on the unit circle."""
    known = np.asarray(minutes, dtype=float)
    known = known[~np.isnan(known)]
    return complex(np.exp(1j * known * math.tau / DAY).mean()) if len(known) else complex(math.nan)


class Direction(StrEnum):
    MORE = "more"
    LESS = "less"
    UNSURE = "unsure"  # could be chance
    UNKNOWN = "unknown"  # too little logged to say


@dataclass(frozen=True)
class Change:
    """How much more a mean is now than before, in the metric's unit, with its 95 % interval.

    `n_now` and `n_before` are the known days of each side. The other three are NaN where too few are known.
    """

    difference: float
    low: float
    high: float
    n_now: int
    n_before: int

    @property
    def direction(self) -> Direction:
        """What can be said of it: that it is more or less only where the interval leaves 0 out."""
        if math.isnan(self.difference):
            return Direction.UNKNOWN
        if self.low <= 0 <= self.high:
            return Direction.UNSURE
        return Direction.MORE if self.difference > 0 else Direction.LESS


def change(now: pd.Series, before: pd.Series, *, clock: bool = False) -> Change:
    """The difference of the means of two stretches of a daily series, now less before.

    Withheld unless each side has three blocks of seven days, counted back from its end, with four known days
    each. The interval is Welch's, of the means of these blocks: one day is like the next, and weekends differ
    from other days, so that days by themselves would promise too much. In simulated series without a change
    (700 each; correlation of one day with the next 0, 0.3 or 0.6; with and without weekends and gaps) it held
    0 in 90 to 98 of 100; Welch's of single days in 63 to 97, a stationary bootstrap in 76 to 92.

    With `clock` the values are clock times, and the difference goes the shorter way around the day.
    """
    sides = _unrolled(now, before) if clock else (now.to_numpy(float), before.to_numpy(float))
    n_now, n_before = (int(np.sum(~np.isnan(side))) for side in sides)
    weeks = [_block_means(side) for side in sides]
    if min(map(len, weeks)) < WEEKS:
        return Change(math.nan, math.nan, math.nan, n_now, n_before)
    difference = float(np.nanmean(sides[0]) - np.nanmean(sides[1]))
    half = _welch(*weeks)
    return Change(difference, difference - half, difference + half, n_now, n_before)


def _unrolled(now: pd.Series, before: pd.Series) -> tuple[Floats, Floats]:
    """Clock times as minutes from the middle of all of them, −720 to 720."""
    sides = now.to_numpy(float), before.to_numpy(float)
    middle = circular_mean(np.concatenate(sides))
    first, second = ((side - middle + DAY / 2) % DAY - DAY / 2 for side in sides)
    return first, second


def _block_means(values: Floats) -> Floats:
    """The means of whole blocks of seven days, counted back from the end, that have enough known days."""
    blocks = values[len(values) % 7 :].reshape(-1, 7)
    known = ~np.isnan(blocks)
    counts = known.sum(axis=1)
    means = np.where(known, blocks, 0).sum(axis=1) / np.maximum(counts, 1)
    enough: Floats = means[counts >= KNOWN]
    return enough


def _welch(now: Floats, before: Floats) -> float:
    """Half the width of Welch's 95 % interval of a difference of means, with Satterthwaite's freedom."""
    parts = [(float(side.var(ddof=1)) / len(side), len(side) - 1) for side in (now, before)]
    variance = sum(part for part, _ in parts)
    if not variance:
        return 0.0
    freedom = variance**2 / sum(part**2 / own for part, own in parts)
    return intervals.quantile(freedom) * math.sqrt(variance)
