"""What amounts by day come to: a mean day, and a week of days like those that were logged."""

import math

import numpy as np
import pandas as pd

from recovery.history import Flags, History, day_number
from recovery.summaries.summary import Found
from recovery.words import N_

KNOWN = 4  # logged days, for a mean to say something
WEEK = 7
TOO_FEW = N_("Too little was logged: at least four days are needed.")


def wanted(history: History, known: Flags) -> Flags:
    """The days that could have gone in: those that have closed, and later ones where they are known."""
    return (history.numbers < day_number(history.today)) | known


def found(history: History, known: Flags, value: float, why: str = "") -> Found:
    """A value made of the known days, withheld where these are fewer than four."""
    if known.sum() < KNOWN:
        return Found(math.nan, known, wanted(history, known), TOO_FEW)
    return Found(value, known, wanted(history, known), why)


def a_day(history: History, daily: pd.Series) -> Found:
    """The mean of the known days, in the series' unit."""
    values = daily.to_numpy(dtype=float)
    known = ~np.isnan(values)
    return found(history, known, float(values[known].mean()) if known.any() else math.nan)


def a_week(history: History, daily: pd.Series) -> Found:
    """Seven times the mean of the known days: a week of days like these, in the series' unit."""
    mean = a_day(history, daily)
    return Found(WEEK * mean.value, mean.used, mean.wanted, mean.why)
