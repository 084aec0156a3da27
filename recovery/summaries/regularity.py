"""Sleep regularity: how like one day is to the next, minute by minute (Phillips et al. 2017).

**What is known.** The record is read in epochs of one minute of elapsed time: asleep from an onset to its
final waking, main sleep or nap (WASO stays sleep, since a diary does not say when it was). A logged night
makes the 24 hours around its midsleep known, and so is all between the nights of consecutive logged days,
a night without sleep among them. A known minute without sleep is awake. Every other one is unknown, never
awake. (So the twelve hours before the first night after a gap count as awake, but for naps that end later.)

**What is compared.** Each minute with the one 24 elapsed hours later. Windows of 24 hours follow one another
from twelve hours before the first midsleep; two in a row are a day pair, and it is the later day's. Being
elapsed, they need no zone: a flight or a change of clocks shows as the shift that it was for the body.
"""

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery.days import DAY
from recovery.history import Flags, Floats, History, Ints
from recovery.metrics import sleep
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.words import N_

States = npt.NDArray[np.uint8]  # AWAKE, ASLEEP or UNKNOWN, an epoch of one minute each

AWAKE, ASLEEP, UNKNOWN = 0, 1, 2
LEAST = 0.66  # of a day pair's minutes have to be known on both days
SHOWN = 7  # valid day pairs, for an index at all
SETTLED = 14  # valid day pairs, for one that is not provisional

TOO_FEW = N_("Seven pairs of consecutive days are needed, each with both nights logged.")
PROVISIONAL = N_("Provisional: fewer than 14 pairs of days could be compared.")


@dataclass(frozen=True, eq=False)
class Pairs:
    """For each day: the minutes known both on it and 24 hours before, and how many of them were alike."""

    known: Ints
    same: Ints

    @property
    def valid(self) -> Flags:
        return self.known >= LEAST * DAY


def pairs(history: History) -> Pairs:
    """Each day against the one before it; zeros where nothing of the two is known."""
    known = np.zeros(len(history), dtype=np.int64)
    same = np.zeros_like(known)
    middles = _middles(history)
    placed = np.flatnonzero(~np.isnan(middles))
    if len(placed):
        start = np.floor(middles[placed[0]]) - DAY / 2
        found = compare(_states(history, middles, start, DAY * (len(history) - placed[0])))
        known[placed[0] + 1 :], same[placed[0] + 1 :] = found.known, found.same
    return Pairs(known, same)


def compare(states: States) -> Pairs:
    """Each whole day of epochs against the one before it: a number for each but the first."""
    earlier, later = states[:-DAY], states[DAY:]
    known = (earlier != UNKNOWN) & (later != UNKNOWN)
    same = known & (earlier == later)
    return Pairs(*(each.reshape(-1, DAY).sum(axis=1, dtype=np.int64) for each in (known, same)))


def index(found: Pairs) -> float:
    """SRI = −100 + 200 · alike ÷ known, over the minutes of valid day pairs; NaN without any."""
    valid = found.valid
    if not valid.any():
        return math.nan
    return -100 + 200 * float(found.same[valid].sum() / found.known[valid].sum())


def _middles(history: History) -> Floats:
    """The midsleep of each day's night, minutes since 1970; NaN without one, or without sleep in it."""
    rows = history.arrays(history.sleep)
    return history.once(sleep.sleeps).of_night((rows["asleep"] + rows["awake"]) / 2, len(history))


def _states(history: History, middles: Floats, start: float, length: int) -> States:
    """So many epochs from `start`, in minutes since 1970."""
    rows = history.arrays(history.sleep)
    slept = ~np.isnan(rows["asleep"] + rows["awake"])
    since, until = _known(history, middles)
    states = np.full(length, UNKNOWN, dtype=np.uint8)  # five million in ten years: a byte each, never eight
    _mark(states, AWAKE, since - start, until - start)
    _mark(states, ASLEEP, rows["asleep"][slept] - start, rows["awake"][slept] - start)
    return states


def _known(history: History, middles: Floats) -> tuple[Floats, Floats]:
    """From when to when the record speaks: around each night, and from one to the next where no day lacks."""
    own = history.once(sleep.sleeps)
    logged = ~np.isnan(own.of_night(own.span, len(history)))
    placed = np.flatnonzero(~np.isnan(middles))
    nights = middles[placed]
    joined = np.diff(np.cumsum(logged)[placed]) == np.diff(placed)
    starts = np.concatenate([nights - DAY / 2, nights[:-1][joined]])
    ends = np.concatenate([nights + DAY / 2, nights[1:][joined]])
    return starts, ends


def _mark(states: States, state: int, starts: Floats, ends: Floats) -> None:
    """Set the epochs that lie in one of the stretches."""
    # A flight across the date line can put a later day's night before the earlier one's: an empty stretch.
    first, last = (np.clip(np.floor(each), 0, len(states)).astype(np.int64) for each in (starts, ends))
    for start, end in zip(first.tolist(), last.tolist(), strict=True):
        states[start:end] = state


def sri(history: History) -> Found:
    """The Sleep Regularity Index over all days, −100 to 100; NaN with fewer than 7 valid day pairs."""
    found = history.once(pairs)
    valid = found.valid
    used = valid | np.append(valid[1:], False)
    wanted = amounts.wanted(history, used)
    if valid.sum() < SHOWN:
        return Found(math.nan, used, wanted, TOO_FEW)
    return Found(index(found), used, wanted, PROVISIONAL if valid.sum() < SETTLED else "")


def over_time(history: History, days: int = 28) -> pd.DataFrame:
    """For each day the `sri` of so many days up to it, NaN with fewer than 7 valid pairs, and those `pairs`.

    The first days of a history have fewer days behind them: ask for a history that begins earlier.
    """
    found = history.once(pairs)
    valid = found.valid
    count, known, same = (
        _trailing(np.where(valid, each, 0), days)
        for each in (np.ones_like(found.known), found.known, found.same)
    )
    shares = np.divide(same, known, out=np.full(len(known), np.nan), where=count >= SHOWN)
    return pd.DataFrame({"sri": -100 + 200 * shares, "pairs": count}, index=history.days)


def _trailing(counts: Ints, days: int) -> Ints:
    """The sum of each day and those before it, so many together."""
    sums = np.cumsum(np.append(np.zeros(days, dtype=np.int64), counts))
    return sums[days:] - sums[:-days]


SRI = Summary(
    slug="sleep-regularity",
    pillar="sleep",
    title=N_("Sleep Regularity Index"),
    unit=Unit.INDEX,
    formula=N_(
        "Every minute is compared with the same minute a day later. −100 + 200 × the share of minutes in "
        "the same state, asleep or awake: 100 means that all days are alike, 0 is chance. Naps are sleep; "
        "minutes awake in the night count as sleep, since a diary does not say when they were. A day is "
        "24 hours that pass, so a flight or a change of clocks shows as a shift. Sleep as Android, an app, "
        "has an “SRI” on another scale: the plain share of minutes alike, (this number + 100) ÷ 2."
    ),
    inputs=(N_("When you fell asleep"), N_("When you woke for good"), N_("Naps")),
    missing=N_(
        "A day that was not logged is unknown, not awake. Two days in a row are compared where at least "
        "66 % of their minutes are known. Missing with fewer than 7 such pairs, provisional with fewer "
        "than 14."
    ),
    source="phillips-2017",
    of=sri,
)
