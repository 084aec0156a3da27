"""The strength of a habit (docs/rules.md, 21)."""

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery import aims
from recovery.adherence.daily import Days, State, amounts, day_states, judged_days
from recovery.adherence.weekly import NIGHTS
from recovery.aims import Judged
from recovery.history import Floats, History, or_else
from recovery.strategies.strategy import Strategy


def strength(history: History, strategy: Strategy) -> pd.Series:
    """The strength of the habit on each day, 0 to 1, from 0 before the first day of the history.

    s = s·m + c·(1 − m), m = 0.5^(√f ÷ 13) (docs/rules.md, 21; after Loop Habit Tracker's score). Days not
    planned, excused or open leave it unchanged; what was not logged counts as nothing done.
    """
    own = history.once(judged_days, strategy)
    daily = strategy.aim.judged is Judged.DAY
    done = _daily_part(history, strategy) if daily else _weekly_part(own, strategy.aim.judged)
    frequency = np.bitwise_count(own.held.weekdays) / 7 if daily else np.full(len(history), 1 / 7)
    keep = 0.5 ** (np.sqrt(frequency) / 13)
    strengths, now = [], 0.0
    for part, share in zip(keep.tolist(), done.tolist(), strict=True):
        now = now if math.isnan(share) else now * part + share * (1 - part)
        strengths.append(now)
    return history.series(np.array(strengths), strategy.slug)


def _daily_part(history: History, strategy: Strategy) -> Floats:
    """What each day adds to strength: its share, 0 where not logged, NaN where it changes nothing."""
    own = history.once(judged_days, strategy)
    settled = own.active & (day_states(history, strategy) != State.OPEN)
    shares = or_else(aims.share(own.value, own.held.low, own.held.high), 0)
    return np.where(settled, shares, np.nan)


def _weekly_part(own: Days, judged: Judged) -> Floats:
    """What each day adds to strength: the share of the target that its last seven active days reach.

    As for a week (rule 18), a mean needs four known days and an upper bound all of them, else it is 0.
    """
    at = np.flatnonzero(own.active & ~own.open)
    known = _last_seven(own.known[at])
    reached = _last_seven(or_else(amounts(own, judged)[at], 0))
    low, high = own.held.low[at], own.held.high[at]
    if judged is Judged.MEAN:
        reached, enough = reached / np.maximum(known, 1), known >= NIGHTS
    else:
        enough = np.isnan(high) | (known == np.minimum(np.arange(len(at)) + 1, 7))
    parts = np.full(len(own.value), np.nan)
    parts[at] = np.where(enough, aims.share(np.round(reached, 6), low, high), 0)
    return parts


def _last_seven(amounts: npt.NDArray[Any]) -> Floats:
    """The sum of each entry and the six before it, where they exist."""
    sums = np.cumsum(np.append(0.0, amounts))
    windows: Floats = sums[1:] - sums[np.maximum(np.arange(len(amounts)) - 6, 0)]
    return windows
