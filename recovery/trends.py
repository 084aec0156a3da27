"""Trends: rolling means, and means of clock times, which run in a circle."""

import math

import numpy as np
import pandas as pd

from recovery.days import DAY
from recovery.history import Floats

KNOWN = 4  # of seven days, for a mean


def mean7(series: pd.Series) -> pd.Series:
    """The mean of each day and the six before it, in the series' unit; missing with fewer than 4 known."""
    values = series.to_numpy(dtype=float)
    known = ~np.isnan(values)
    counts = _last_seven(known.astype(float))
    sums = _last_seven(np.where(known, values, 0))
    means = np.where(counts >= KNOWN, sums / np.maximum(counts, 1), np.nan)
    return pd.Series(means, index=series.index, name=series.name)


def _last_seven(values: Floats) -> Floats:
    return np.convolve(values, np.ones(7))[: len(values)] if len(values) else values


def circular_mean(minutes: Floats) -> float:
    """The mean of clock times, minutes after midnight; NaN without any, or where they cancel out."""
    resultant = _resultant(minutes)
    if math.isnan(resultant.real) or abs(resultant) < 1e-9:
        return math.nan
    return float(np.angle(resultant)) * DAY / math.tau % DAY


def _resultant(minutes: Floats) -> complex:
    """The mean of the times as points on the unit circle."""
    known = np.asarray(minutes, dtype=float)
    known = known[~np.isnan(known)]
    return complex(np.exp(1j * known * math.tau / DAY).mean()) if len(known) else complex(math.nan)
