"""Stages of sleep as a device named them: shown, never graded.

Watches guess them from movement and pulse, and experts agreed on no amount of any stage as a sign of good
sleep (Ohayon et al. 2017).
"""

import pandas as pd

from recovery.history import History
from recovery.metrics import sleep
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

MISSING = N_("Missing where no device named the stages of the night.")


def light(history: History) -> pd.Series:
    """Minutes of light sleep (N1 and N2) in the main sleep; missing where no device named them."""
    return _stage(history, "light")


def deep(history: History) -> pd.Series:
    """Minutes of deep sleep (N3) in the main sleep; missing where no device named them."""
    return _stage(history, "deep")


def rem(history: History) -> pd.Series:
    """Minutes of REM sleep in the main sleep; missing where no device named them."""
    return _stage(history, "rem")


def _stage(history: History, column: str) -> pd.Series:
    return sleep.nightly(history, history.arrays(history.sleep)[column], column)


LIGHT = Metric(
    slug="light-sleep",
    title=N_("Light sleep"),
    unit=Unit.DURATION,
    formula=N_(
        "Minutes that your device called light sleep. A watch guesses stages; they are shown, not judged."
    ),
    missing=MISSING,
    source="ohayon-2017",
    daily=light,
)
DEEP = Metric(
    slug="deep-sleep",
    title=N_("Deep sleep"),
    unit=Unit.DURATION,
    formula=N_(
        "Minutes that your device called deep sleep. A watch guesses stages; they are shown, not judged."
    ),
    missing=MISSING,
    source="ohayon-2017",
    daily=deep,
)
REM = Metric(
    slug="rem-sleep",
    title=N_("REM sleep"),
    unit=Unit.DURATION,
    formula=N_(
        "Minutes that your device called REM sleep. A watch guesses stages; they are shown, not judged."
    ),
    missing=MISSING,
    source="ohayon-2017",
    daily=rem,
)
