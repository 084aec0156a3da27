"""The check-in: five ratings of one's own, and the daily mean of each. No validated scale."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from recovery.history import Columns, History
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

COLUMNS: Columns = {
    "day": "day", "start": "moment", "mood": "number", "energy": "number", "focus": "number",
    "stress": "number", "sleepiness": "number",
}  # fmt: skip
MOST = 10


@dataclass(frozen=True)
class Rating:
    """One question, answered from 0 to 10, and the words of both ends. Which end is good differs."""

    title: str
    least: str
    most: str


RATINGS = {
    "mood": Rating(N_("Mood"), N_("very low"), N_("very good")),
    "energy": Rating(N_("Energy"), N_("worn out"), N_("full of energy")),
    "focus": Rating(N_("Focus"), N_("scattered"), N_("very clear")),
    "stress": Rating(N_("Stress"), N_("calm"), N_("very tense")),
    "sleepiness": Rating(N_("Sleepiness"), N_("wide awake"), N_("very sleepy")),
}


def _mean(history: History, rating: str) -> pd.Series:
    """The mean of a day's ratings, points of 0 to 10; missing on a day without one."""
    values = history.arrays(history.checkin)[rating]
    rated = ~np.isnan(values)
    at = history.offsets(history.checkin)[rated]
    counts = np.maximum(np.bincount(at, minlength=len(history)), 1)
    return history.series(history.sums(at, values[rated]) / counts, rating)


def mood(history: History) -> pd.Series:
    """The mean mood of each day, points of 0 (very low) to 10 (very good); missing where not rated."""
    return _mean(history, "mood")


def energy(history: History) -> pd.Series:
    """The mean energy of each day, points of 0 to 10; missing on a day without a rating."""
    return _mean(history, "energy")


def focus(history: History) -> pd.Series:
    """The mean focus of each day, points of 0 to 10; missing on a day without a rating."""
    return _mean(history, "focus")


def stress(history: History) -> pd.Series:
    """The mean stress of each day, points of 0 (calm) to 10 (very tense); missing where not rated.

    Stress before and after a practice is rated apart, and is not in it.
    """
    return _mean(history, "stress")


def sleepiness(history: History) -> pd.Series:
    """The mean sleepiness of each day, points of 0 (wide awake) to 10; missing where not rated."""
    return _mean(history, "sleepiness")


MISSING = N_("Missing on a day without this rating. A day need not have one.")
MOOD = Metric(
    slug="mood",
    title=N_("Mood"),
    unit=Unit.POINTS,
    formula=N_(
        "The mean of the day’s ratings, each from 0 (very low) to 10 (very good). Our own question, no "
        "validated scale."
    ),
    missing=MISSING,
    source="",
    daily=mood,
)
ENERGY = Metric(
    slug="energy",
    title=N_("Energy"),
    unit=Unit.POINTS,
    formula=N_(
        "The mean of the day’s ratings, each from 0 (worn out) to 10 (full of energy). Our own question, no "
        "validated scale."
    ),
    missing=MISSING,
    source="",
    daily=energy,
)
FOCUS = Metric(
    slug="focus",
    title=N_("Focus"),
    unit=Unit.POINTS,
    formula=N_(
        "The mean of the day’s ratings, each from 0 (scattered) to 10 (very clear). Our own question, no "
        "validated scale."
    ),
    missing=MISSING,
    source="",
    daily=focus,
)
STRESS = Metric(
    slug="stress",
    title=N_("Stress"),
    unit=Unit.POINTS,
    formula=N_(
        "The mean of the day’s ratings, each from 0 (calm) to 10 (very tense); more is not better. Our own "
        "question, no validated scale. Stress before and after a practice is not in it."
    ),
    missing=MISSING,
    source="",
    daily=stress,
)
SLEEPINESS = Metric(
    slug="sleepiness",
    title=N_("Sleepiness"),
    unit=Unit.POINTS,
    formula=N_(
        "The mean of the day’s ratings, each from 0 (wide awake) to 10 (very sleepy); more is not better. "
        "Our own question, no validated scale."
    ),
    missing=MISSING,
    source="",
    daily=sleepiness,
)
