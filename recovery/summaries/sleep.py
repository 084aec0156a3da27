"""Sleep over a stretch of days: means, how much the nights differ, and what is short of one's own target."""

import math

import numpy as np

from recovery import aims
from recovery.history import Flags, Floats, History, day_number
from recovery.metrics import sleep
from recovery.metrics.metric import Unit
from recovery.summaries import amounts, clocks
from recovery.summaries.summary import Found, Summary
from recovery.words import N_

TARGET = "long-enough"  # the strategy whose lower bound is the target
WINDOW = 14  # days, of a shortfall
NIGHTS = 8  # of them, for a shortfall

NO_TARGET = N_("Your plan had no target for the time asleep on enough of these days.")
TOO_FEW = N_("Too little was logged: at least eight of the last fourteen nights are needed.")

ASLEEP = N_("When you fell asleep")
WOKE = N_("When you woke for good")
AWAKE = N_("Minutes awake in the night")
NAPS = N_("Naps")
IN_BED = N_("When you got into bed, and out of it")
PLAN = N_("Your plan’s target for the time asleep")
EVENING = N_("The habits of the evening that you ticked")


def mean_duration(history: History) -> Found:
    """Minutes asleep on a mean day, naps included, from four logged nights."""
    return amounts.a_day(history, sleep.duration(history))


def mean_efficiency(history: History) -> Found:
    """The mean of the nights' sleep efficiency, per cent, from four nights with both times of the bed."""
    return amounts.a_day(history, sleep.efficiency(history))


def duration_spread(history: History) -> Found:
    """The standard deviation of the minutes asleep a day, with n − 1; NaN with fewer than seven nights."""
    values = history.once(sleep.duration).to_numpy(dtype=float)
    known = ~np.isnan(values)
    wanted = amounts.wanted(history, known)
    if known.sum() < clocks.NIGHTS:
        return Found(math.nan, known, wanted, clocks.TOO_FEW)
    return Found(float(values[known].std(ddof=1)), known, wanted)


def shortfall(history: History) -> Found:
    """Minutes short of one's own target over the last 14 days of the history that are not after today.

    The sum of target − minutes asleep over the logged nights among them; longer nights make up for shorter
    ones, and a sum below 0 is 0. The target of a day is the lower bound that its plan had; days without one,
    and paused ones, are left out. NaN with fewer than eight nights.
    """
    low = aims.held(history.arrays(history.targets), history.numbers, TARGET).low
    asked = _last_days(history) & ~np.isnan(low) & ~history.once(aims.paused, "sleep")
    missing: Floats = low - history.once(sleep.duration).to_numpy(dtype=float)
    used = asked & ~np.isnan(missing)
    wanted = asked & amounts.wanted(history, used)
    if used.sum() < NIGHTS:
        return Found(math.nan, used, wanted, TOO_FEW if wanted.sum() >= NIGHTS else NO_TARGET)
    return Found(max(float(missing[used].sum()), 0.0), used, wanted)


def _last_days(history: History) -> Flags:
    end = min(day_number(history.today), int(history.numbers[-1]))
    return (history.numbers <= end) & (history.numbers > end - WINDOW)


def mean_habits(history: History) -> Found:
    """Habits of the evening on a mean evening, 0 to 6, from four evenings with any; others are unknown."""
    return amounts.a_day(history, sleep.habits(history))


DURATION = Summary(
    slug="mean-time-asleep",
    pillar="sleep",
    title=N_("Mean time asleep"),
    unit=Unit.DURATION,
    formula=N_("The minutes asleep of all logged nights, naps added, ÷ the number of these nights."),
    inputs=(ASLEEP, WOKE, AWAKE, NAPS),
    missing=N_("Missing with fewer than four logged nights. Nights that were not logged are left out."),
    source="carney-2012",
    of=mean_duration,
)
EFFICIENCY = Summary(
    slug="mean-sleep-efficiency",
    pillar="sleep",
    title=N_("Mean sleep efficiency"),
    unit=Unit.PERCENT,
    formula=N_("The sleep efficiency of each night, added up, ÷ the number of these nights."),
    inputs=(IN_BED, ASLEEP, WOKE, AWAKE),
    missing=N_("Missing with fewer than four nights that have the time into bed and the time out of it."),
    source="carney-2012",
    of=mean_efficiency,
)
SPREAD = Summary(
    slug="time-asleep-spread",
    pillar="sleep",
    title=N_("Spread of the time asleep"),
    unit=Unit.DURATION,
    formula=N_(
        "The standard deviation: the differences of the nights from their mean, squared, added up, divided "
        "by one less than the number of nights; then the square root."
    ),
    inputs=(ASLEEP, WOKE, AWAKE, NAPS),
    missing=N_("Missing with fewer than seven logged nights."),
    source="fischer-2021",
    of=duration_spread,
)
SHORTFALL = Summary(
    slug="sleep-shortfall",
    pillar="sleep",
    title=N_("Short of your own target"),
    unit=Unit.DURATION,
    formula=N_(
        "For each logged night of the last 14 days: your target of that day − the time asleep, all added up. "
        "Longer nights make up for shorter ones; below zero it is 0. Some call this a sleep debt, but sleep "
        "is no loan: how much one needs differs, and what was missed does not come back hour for hour."
    ),
    inputs=(ASLEEP, WOKE, AWAKE, NAPS, PLAN),
    missing=N_(
        "Missing with fewer than eight such nights. A night that was not logged is not guessed; days without "
        "a target and paused days are left out."
    ),
    source="",
    of=shortfall,
)
HABITS = Summary(
    slug="mean-evening-habits",
    pillar="sleep",
    title=N_("Habits on a mean evening"),
    unit=Unit.COUNT,
    formula=N_("The ticked habits of all evenings ÷ the evenings with at least one ticked."),
    inputs=(EVENING,),
    missing=N_("Missing with fewer than four evenings on which a habit was ticked; the others are unknown."),
    source="",
    of=mean_habits,
)

SUMMARIES = (DURATION, EFFICIENCY, SPREAD, SHORTFALL, HABITS)
