"""Clock times of the night: their means and spreads on the circle of the day (Berens 2009)."""

import math
from collections.abc import Callable
from functools import partial

import numpy as np
import pandas as pd

from recovery import trends
from recovery.history import Floats, History
from recovery.metrics import sleep
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.words import N_

NIGHTS = 7  # for a mean or a spread; a spread needs more than a week to be unbiased (Fischer et al. 2021)
TOO_FEW = N_("Too little was logged: at least seven nights are needed.")
ALL_AROUND = N_("The times lie all around the clock, so they have no middle.")

INTO_BED = N_("When you got into bed")
ASLEEP = N_("When you fell asleep")
WOKE = N_("When you woke for good")
SEVEN = N_("Missing with fewer than seven nights, or where the times lie all around the clock.")
MEAN = N_(
    "The mean on the circle of the day: each time is a point on the rim of a clock, and the mean is the "
    "direction of their middle. So 23:30 and 0:30 have the mean 0:00, not 12:00."
)
SPREAD = N_(
    "The circular standard deviation: each time is a point on the rim of a clock of radius 1, R is the "
    "distance of their middle from the centre, and the spread is √(−2 × ln R) × 24 h ÷ 2π."
)


def mean(daily: Callable[[History], pd.Series], history: History) -> Found:
    """The circular mean of a daily clock time, minutes after midnight; NaN with fewer than 7 nights."""
    return _of(trends.circular_mean, daily, history)


def spread(daily: Callable[[History], pd.Series], history: History) -> Found:
    """The circular standard deviation of a daily clock time, minutes; NaN with fewer than 7 nights."""
    return _of(trends.circular_sd, daily, history)


def _of(summed: Callable[[Floats], float], daily: Callable[[History], pd.Series], history: History) -> Found:
    times = history.once(daily).to_numpy(dtype=float)
    known = ~np.isnan(times)
    wanted = amounts.wanted(history, known)
    if known.sum() < NIGHTS:
        return Found(math.nan, known, wanted, TOO_FEW)
    value = summed(times)
    return Found(value, known, wanted, ALL_AROUND if math.isnan(value) else "")


def _summary(slug: str, title: str, unit: Unit, of: Callable[[History], Found], *inputs: str) -> Summary:
    formula = MEAN if unit is Unit.CLOCK else SPREAD
    return Summary(slug, "sleep", title, unit, formula, inputs, SEVEN, "berens-2009", of)


MEANS = (
    _summary("mean-bedtime", N_("Mean bedtime"), Unit.CLOCK, partial(mean, sleep.bed), INTO_BED),
    _summary("mean-onset", N_("Mean time of falling asleep"), Unit.CLOCK, partial(mean, sleep.onset), ASLEEP),
    _summary("mean-waking", N_("Mean waking time"), Unit.CLOCK, partial(mean, sleep.wake), WOKE),
    _summary("mean-midsleep", N_("Mean midsleep"), Unit.CLOCK, partial(mean, sleep.midsleep), ASLEEP, WOKE),
)
SPREADS = (
    _summary("bedtime-spread", N_("Spread of bedtimes"), Unit.DURATION, partial(spread, sleep.bed), INTO_BED),
    _summary(
        "onset-spread", N_("Spread of falling asleep"), Unit.DURATION, partial(spread, sleep.onset), ASLEEP
    ),
    _summary("waking-spread", N_("Spread of waking times"), Unit.DURATION, partial(spread, sleep.wake), WOKE),
    _summary(
        "midsleep-spread",
        N_("Spread of midsleep"),
        Unit.DURATION,
        partial(spread, sleep.midsleep),
        ASLEEP,
        WOKE,
    ),
)
SUMMARIES = (*MEANS, *SPREADS)
