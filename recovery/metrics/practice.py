"""Stress practice: what is recorded, and daily series of it."""

from collections.abc import Container

import numpy as np
import pandas as pd

from recovery.history import Columns, Floats, History, or_else
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "start": "moment", "zone": "text", "technique": "text",
    "minutes": "number", "stress_before": "number", "stress_after": "number",
}  # fmt: skip

TECHNIQUES = {
    "mindfulness": N_("Mindfulness"),
    "meditation": N_("Meditation"),
    "breathing": N_("Slow breathing"),
    "body-scan": N_("Body scan"),
    "relaxation": N_("Muscle relaxation"),
    "outdoors": N_("Time outdoors"),
    "cognitive": N_("Cognitive exercise"),
    "other": N_("Something else"),
}
MINDFULNESS = frozenset({"mindfulness", "meditation", "body-scan"})
CALMING = frozenset(TECHNIQUES) - {"cognitive"}


def _minutes(history: History, techniques: Container[str], name: str) -> pd.Series:
    """Minutes a day of some techniques; missing on a day without an entry of any practice."""
    rows = history.arrays(history.practice)
    chosen = np.array([technique in techniques for technique in rows["technique"]], dtype=float)
    amounts = chosen * or_else(rows["minutes"], 0)
    return history.series(history.sums(history.offsets(history.practice), amounts), name)


def minutes(history: History) -> pd.Series:
    """Minutes of stress practice a day, cognitive exercise left out; missing on a day without an entry."""
    return _minutes(history, CALMING, "minutes")


def days(history: History) -> pd.Series:
    """1 on a day with stress practice, not counting cognitive exercise, else 0; missing without an entry."""
    return history.series(np.minimum(np.ceil(minutes(history).to_numpy()), 1), "days")


def breathing(history: History) -> pd.Series:
    """Minutes of slow breathing a day; missing on a day without an entry of any practice."""
    return _minutes(history, {"breathing"}, "breathing")


def mindful(history: History) -> pd.Series:
    """Minutes of mindfulness, meditation and body scan a day; missing on a day without an entry."""
    return _minutes(history, MINDFULNESS, "mindful")


def meditation(history: History) -> pd.Series:
    """Minutes of meditation a day, other than mindfulness; missing on a day without an entry."""
    return _minutes(history, {"meditation"}, "meditation")


def relaxation(history: History) -> pd.Series:
    """Minutes of muscle relaxation a day; missing on a day without an entry of any practice."""
    return _minutes(history, {"relaxation"}, "relaxation")


def outdoors(history: History) -> pd.Series:
    """Minutes outdoors a day; missing on a day without an entry of any practice."""
    return _minutes(history, {"outdoors"}, "outdoors")


def cognitive(history: History) -> pd.Series:
    """Minutes of cognitive exercise a day; missing on a day without an entry of any practice."""
    return _minutes(history, {"cognitive"}, "cognitive")


def change(history: History) -> pd.Series:
    """The mean change of stress over a day's practices, points of 0 to 10; below zero is calmer.

    Missing on a day without a practice that was rated before and after.
    """
    rows = history.arrays(history.practice)
    return _rated(history, rows["stress_after"] - rows["stress_before"], "change")


def before(history: History) -> pd.Series:
    """The mean stress before a day's practices, 0 to 10, of those that `change` is made of; else missing."""
    rows = history.arrays(history.practice)
    return _rated(history, np.where(np.isnan(rows["stress_after"]), np.nan, rows["stress_before"]), "before")


def _rated(history: History, ratings: Floats, name: str) -> pd.Series:
    """The mean by day of a rating of each practice; missing on a day without one."""
    rated = ~np.isnan(ratings)
    at = history.offsets(history.practice)[rated]
    counts = np.maximum(np.bincount(at, minlength=len(history)), 1)
    return history.series(history.sums(at, ratings[rated]) / counts, name)


MINUTES = Metric(
    slug="practice-minutes",
    title=N_("Practice minutes"),
    unit=Unit.MINUTES,
    formula=N_("All minutes of stress practice; cognitive exercise is not counted."),
    missing=N_("Missing on a day without an entry; “none today” counts as 0."),
    source="",
    daily=minutes,
)
DAYS = Metric(
    slug="practice-days",
    title=N_("Days of practice"),
    unit=Unit.DAYS,
    formula=N_("1 for a day with stress practice of any length; cognitive exercise is not counted."),
    missing=N_("Missing on a day without an entry; “none today” counts as 0."),
    source="",
    daily=days,
)
BREATHING = Metric(
    slug="breathing-minutes",
    title=N_("Slow breathing"),
    unit=Unit.MINUTES,
    formula=N_("Minutes of slow breathing."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=breathing,
)
MINDFUL = Metric(
    slug="mindful-minutes",
    title=N_("Mindful minutes"),
    unit=Unit.MINUTES,
    formula=N_("Minutes of mindfulness, meditation and body scan."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=mindful,
)
MEDITATION = Metric(
    slug="meditation-minutes",
    title=N_("Meditation"),
    unit=Unit.MINUTES,
    formula=N_("Minutes logged as meditation; mindfulness and body scan have a number of their own."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=meditation,
)
RELAXATION = Metric(
    slug="relaxation-minutes",
    title=N_("Muscle relaxation"),
    unit=Unit.MINUTES,
    formula=N_("Minutes of muscle relaxation."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=relaxation,
)
OUTDOORS = Metric(
    slug="outdoor-minutes",
    title=N_("Time outdoors"),
    unit=Unit.MINUTES,
    formula=N_("Minutes logged as time outdoors; exercise in the open is not added."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=outdoors,
)
COGNITIVE = Metric(
    slug="cognitive-minutes",
    title=N_("Cognitive exercise"),
    unit=Unit.MINUTES,
    formula=N_("Minutes of cognitive exercise."),
    missing=N_("Missing on a day without an entry of practice; “none today” counts as 0."),
    source="",
    daily=cognitive,
)
CHANGE = Metric(
    slug="stress-change",
    title=N_("Change of stress"),
    unit=Unit.POINTS,
    formula=N_("Stress after a practice less stress before it, the mean of the day; below zero is calmer."),
    missing=N_("Missing on a day without a practice rated both before and after."),
    source="",
    daily=change,
)
