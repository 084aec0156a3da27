"""Intervals of 95 %: how far chance alone may have moved a share or a mean."""

import math
from functools import lru_cache

import numpy as np

from recovery.history import Floats

Z = 1.959964  # a standard normal lies within ± Z 95 times in 100


def wilson(met: int, of: int) -> tuple[float, float]:
    """The Wilson score interval of a share, both ends from 0 to 1 (Wilson 1927); NaN of nothing.

    (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), with p = met ÷ n.
    """
    if not of:
        return math.nan, math.nan
    share, part = met / of, Z * Z / of
    middle = share + part / 2
    half = Z * math.sqrt(share * (1 - share) / of + part / (4 * of))
    # Rounded, so that all of them reach exactly 1.
    return max(round((middle - half) / (1 + part), 9), 0.0), round((middle + half) / (1 + part), 9)


def of_mean(values: Floats) -> tuple[float, float]:
    """Student's interval of a mean, in the values' unit: mean ± t · s ÷ √n; NaN of fewer than two."""
    if len(values) < 2:
        return math.nan, math.nan
    half = quantile(len(values) - 1) * float(values.std(ddof=1)) / math.sqrt(len(values))
    return float(values.mean()) - half, float(values.mean()) + half


@lru_cache(maxsize=256)
def quantile(freedom: float) -> float:
    """The t that Student's t of so many degrees of freedom, at least 1, leaves 5 times in 100, either way.

    With t = √ν · tan θ the density is cos^(ν − 1) θ, which is summed up here.
    """
    freedom = min(freedom, 1000)
    angles = np.linspace(0, math.pi / 2, 5001)
    density = np.maximum(np.cos(angles), 0) ** (freedom - 1)
    inside = np.append(0, np.cumsum(density[1:] + density[:-1]))
    return math.sqrt(freedom) * math.tan(float(np.interp(0.95 * inside[-1], inside, angles)))
