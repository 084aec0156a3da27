"""Exercise: what is recorded, and daily series of it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from recovery.history import Columns, Floats, History, or_else
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "start": "moment", "zone": "text", "activity": "text",
    "minutes": "number", "intensity": "text", "strength": "flag", "effort": "number",
}  # fmt: skip


@dataclass(frozen=True)
class Activity:
    """Something one does; `met` is its energy cost in METs, None where no cited value was found."""

    title: str
    intensity: str  # the intensity proposed: light, moderate or vigorous
    met: float | None = None
    strength: bool = False


INTENSITIES = {"light": N_("light"), "moderate": N_("moderate"), "vigorous": N_("vigorous")}
ACTIVITIES = {
    "walk": Activity(N_("Walk"), "light"),
    "brisk-walk": Activity(N_("Brisk walk"), "moderate"),
    "hike": Activity(N_("Hike"), "moderate"),
    "stairs": Activity(N_("Stairs"), "vigorous"),
    "run": Activity(N_("Run"), "vigorous"),
    "jog": Activity(N_("Jog"), "vigorous"),
    "cycling": Activity(N_("Cycling"), "moderate"),
    "cycling-fast": Activity(N_("Fast cycling"), "vigorous"),
    "exercise-bike": Activity(N_("Exercise bike"), "moderate"),
    "swimming": Activity(N_("Swimming"), "moderate"),
    "rowing": Activity(N_("Rowing machine"), "vigorous"),
    "cross-trainer": Activity(N_("Cross-trainer"), "moderate"),
    "strength": Activity(N_("Strength training"), "moderate", strength=True),
    "body-weight": Activity(N_("Body-weight exercises"), "moderate", strength=True),
    "pilates": Activity(N_("Pilates"), "light"),
    "yoga": Activity(N_("Yoga"), "light"),
    "tai-chi": Activity(N_("Tai chi"), "moderate"),
    "stretching": Activity(N_("Stretching"), "light"),
    "dancing": Activity(N_("Dancing"), "moderate"),
    "gardening": Activity(N_("Gardening"), "moderate"),
    "ball-game": Activity(N_("Ball game"), "vigorous"),
    "tennis": Activity(N_("Tennis"), "vigorous"),
    "skipping": Activity(N_("Skipping rope"), "vigorous"),
    "physical-therapy": Activity(N_("Physical therapy"), "light"),
    "occupational-therapy": Activity(N_("Occupational therapy"), "light"),
    "other": Activity(N_("Something else"), "moderate"),
}


def minutes(history: History) -> pd.Series:
    """Moderate-equivalent minutes a day: moderate + 2 · vigorous (Bull et al. 2020); light is not counted.

    Missing on a day without an entry; "none today" and a day of light exercise are 0.
    """
    rows = history.arrays(history.exercise)
    intensity = rows["intensity"]
    weight = np.select([intensity == "moderate", intensity == "vigorous"], [1.0, 2.0])
    amounts: Floats = weight * or_else(rows["minutes"], 0)
    return history.series(history.sums(history.offsets(history.exercise), amounts), "minutes")


def all_minutes(history: History) -> pd.Series:
    """Minutes of exercise a day, whatever the intensity. Missing on a day without an entry."""
    return history.series(history.totals(history.exercise, "minutes"), "all_minutes")


def strength(history: History) -> pd.Series:
    """1 on a day with strength training, else 0: the guideline counts days (Bull et al. 2020).

    Missing on a day without an entry of any exercise.
    """
    rows = history.arrays(history.exercise)
    trained = 1.0 * (rows["strength"] & (rows["minutes"] > 0))
    return history.series(np.minimum(history.sums(history.offsets(history.exercise), trained), 1), "strength")


MINUTES = Metric(
    slug="exercise-minutes",
    title=N_("Active minutes"),
    unit=Unit.MINUTES,
    formula=N_("Moderate minutes + 2 × vigorous minutes. Light minutes are not counted."),
    missing=N_("Missing on a day without an entry; “none today” counts as 0."),
    source="bull-2020",
    daily=minutes,
)
ALL_MINUTES = Metric(
    slug="all-exercise-minutes",
    title=N_("Minutes of movement"),
    unit=Unit.MINUTES,
    formula=N_("All minutes of exercise: light, moderate and vigorous."),
    missing=N_("Missing on a day without an entry; “none today” counts as 0."),
    source="",
    daily=all_minutes,
)
STRENGTH = Metric(
    slug="strength-sessions",
    title=N_("Strength sessions"),
    unit=Unit.SESSIONS,
    formula=N_("Days with strength training; two sessions on one day count once, as in the guideline."),
    missing=N_("Missing on a day without an entry of exercise; “none today” counts as 0."),
    source="bull-2020",
    daily=strength,
)
