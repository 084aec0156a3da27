"""The rest of the sleep diary: time in bed after waking, awakenings, quality, naps."""

import numpy as np
import pandas as pd

from recovery.history import Flags, Floats, History, or_else
from recovery.metrics import sleep
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_


def terminal_wake(history: History) -> pd.Series:
    """TWAK, minutes from the main sleep's final waking to getting up; missing without the time out of bed."""
    rows = history.arrays(history.sleep)
    return sleep.nightly(history, rows["up"] - rows["awake"], "terminal_wake")


def sleep_period(history: History) -> pd.Series:
    """SPT, minutes from the main sleep's onset to its final waking; 0 without sleep, NaN if not logged."""
    return sleep.nightly(history, history.once(sleep.sleeps).span, "sleep_period")


def awakenings(history: History) -> pd.Series:
    """How often one woke in the main sleep, the final waking not counted; missing where it was left blank."""
    return sleep.nightly(history, history.arrays(history.sleep)["awakenings"], "awakenings")


def quality(history: History) -> pd.Series:
    """How good the main sleep felt, 1 to 5; missing where it was left blank."""
    return sleep.nightly(history, history.arrays(history.sleep)["quality"], "quality")


def nap_minutes(history: History) -> pd.Series:
    """Minutes asleep in naps; 0 on a day with a night alone, missing on a day without any sleep logged."""
    asleep = or_else(history.once(sleep.sleeps).tst, 0)
    return history.series(_naps(history, asleep), "nap_minutes")


def naps(history: History) -> pd.Series:
    """How many naps a day; 0 on a day with a night alone, missing on a day without any sleep logged."""
    return history.series(_naps(history, np.ones(len(history.sleep))), "naps")


def _naps(history: History, amounts: Floats) -> Floats:
    """Amounts of the episodes that are not a day's main sleep, added up by day."""
    own = history.once(sleep.sleeps)
    nap: Flags = ~own.main
    return history.sums(own.day, np.where(nap, amounts, 0))


TERMINAL_WAKE = Metric(
    slug="terminal-wakefulness",
    title=N_("Awake in bed in the morning"),
    unit=Unit.DURATION,
    formula=N_(
        "From the final waking to getting out of bed. It is not part of the minutes awake in the night."
    ),
    missing=N_("Missing without the final waking or the time out of bed."),
    source="carney-2012",
    daily=terminal_wake,
)
SLEEP_PERIOD = Metric(
    slug="sleep-period",
    title=N_("Sleep period"),
    unit=Unit.DURATION,
    formula=N_(
        "From falling asleep to the final waking of the main sleep, the minutes awake in between included."
    ),
    missing=N_("Missing where the night was not logged."),
    source="carney-2012",
    daily=sleep_period,
)
AWAKENINGS = Metric(
    slug="awakenings",
    title=N_("Times awake in the night"),
    unit=Unit.COUNT,
    formula=N_("How often you woke between falling asleep and the final waking."),
    missing=N_("Missing where it was left blank."),
    source="carney-2012",
    daily=awakenings,
)
QUALITY = Metric(
    slug="sleep-quality",
    title=N_("Sleep quality, as felt"),
    unit=Unit.RATING,
    formula=N_("Your own rating of the main sleep, from 1 (very poor) to 5 (very good)."),
    missing=N_("Missing where it was left blank."),
    source="carney-2012",
    daily=quality,
)
NAP_MINUTES = Metric(
    slug="nap-minutes",
    title=N_("Asleep in naps"),
    unit=Unit.DURATION,
    formula=N_(
        "All minutes asleep in naps. Of several sleeps on a day the longest not called a nap is the night."
    ),
    missing=N_("Missing on a day without any sleep logged; a logged night without a nap is 0."),
    source="carney-2012",
    daily=nap_minutes,
)
NAPS = Metric(
    slug="naps",
    title=N_("Naps"),
    unit=Unit.COUNT,
    formula=N_("How many naps. Of several sleeps on a day the longest not called a nap is the night."),
    missing=N_("Missing on a day without any sleep logged; a logged night without a nap is 0."),
    source="carney-2012",
    daily=naps,
)
