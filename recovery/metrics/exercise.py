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


THERAPY = frozenset({"physical-therapy", "occupational-therapy"})
INTENSITIES = {"light": N_("light"), "moderate": N_("moderate"), "vigorous": N_("vigorous")}
# METs and codes: 2024 Adult Compendium of Physical Activities (Herrmann et al. 2024).
ACTIVITIES = {
    "walk": Activity(N_("Walk"), "light", 2.8),  # 17152, slow pace
    "brisk-walk": Activity(N_("Brisk walk"), "moderate", 4.8),  # 17200, 3.5 to 3.9 mph
    "hike": Activity(N_("Hike"), "moderate", 5.3),  # 17082, normal pace, hillsides
    "stairs": Activity(N_("Stairs"), "vigorous", 6.8),  # 17131, climbing, general
    "run": Activity(N_("Run"), "vigorous", 9.3),  # 12050, 6 mph
    "jog": Activity(N_("Jog"), "vigorous", 7.5),  # 12020, general
    "cycling": Activity(N_("Cycling"), "moderate", 4.0),  # 01010, under 10 mph, leisure
    "cycling-fast": Activity(N_("Fast cycling"), "vigorous", 10.0),  # 01040, 14 to 15.9 mph
    "exercise-bike": Activity(N_("Exercise bike"), "moderate", 5.0),  # 01216, 60 watts
    "swimming": Activity(N_("Swimming"), "moderate", 5.8),  # 18240, crawl, slow laps
    "rowing": Activity(N_("Rowing machine"), "vigorous", 7.5),  # 02072, 100 watts
    "cross-trainer": Activity(N_("Cross-trainer"), "moderate", 5.0),  # 02048, moderate effort
    "strength": Activity(N_("Strength training"), "moderate", 3.5, strength=True),  # 02054, 8–15 times
    "body-weight": Activity(N_("Body-weight exercises"), "moderate", 3.8, strength=True),  # 02022
    "pilates": Activity(N_("Pilates"), "light", 2.8),  # 02105, general
    "yoga": Activity(N_("Yoga"), "light", 2.3),  # 02150, hatha
    "tai-chi": Activity(N_("Tai chi"), "moderate", 3.3),  # 15670, general
    "stretching": Activity(N_("Stretching"), "light", 2.3),  # 02101, mild
    "dancing": Activity(N_("Dancing"), "moderate", 4.5),  # 03025, salsa, swing and the like
    "gardening": Activity(N_("Gardening"), "moderate", 3.8),  # 08245, general
    "ball-game": Activity(N_("Ball game"), "vigorous", 7.0),  # 15610, football, casual
    "tennis": Activity(N_("Tennis"), "vigorous", 6.8),  # 15675, general
    "skipping": Activity(N_("Skipping rope"), "vigorous", 11.8),  # 15551, 100 to 120 skips a minute
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


def light(history: History) -> pd.Series:
    """Minutes of light movement a day. Missing on a day without an entry of any exercise."""
    rows = history.arrays(history.exercise)
    amounts: Floats = (rows["intensity"] == "light") * or_else(rows["minutes"], 0)
    return history.series(history.sums(history.offsets(history.exercise), amounts), "light")


def strength(history: History) -> pd.Series:
    """1 on a day with strength training, else 0: the guideline counts days (Bull et al. 2020).

    Missing on a day without an entry of any exercise.
    """
    rows = history.arrays(history.exercise)
    trained = (rows["strength"] & (rows["minutes"] > 0)).astype(float)
    return history.series(np.minimum(history.sums(history.offsets(history.exercise), trained), 1), "strength")


def met_minutes(history: History) -> pd.Series:
    """MET-minutes a day: minutes × METs of the activity (Herrmann et al. 2024), whatever the intensity felt.

    Missing on a day without an entry, and on a day with an activity for which no value is cited.
    """
    rows = history.arrays(history.exercise)
    amounts = np.array([_met(activity) for activity in rows["activity"]], dtype=float) * rows["minutes"]
    return history.series(history.sums(history.offsets(history.exercise), amounts), "met_minutes")


def _met(activity: str) -> float:
    """The METs of an activity; 0 of none, NaN where no value is cited."""
    known = ACTIVITIES[activity].met if activity in ACTIVITIES else 0.0
    return np.nan if known is None else known


def therapy_minutes(history: History) -> pd.Series:
    """Minutes of physical and occupational therapy a day; missing on a day without an entry of exercise."""
    rows = history.arrays(history.exercise)
    amounts = _of_therapy(history) * or_else(rows["minutes"], 0)
    return history.series(history.sums(history.offsets(history.exercise), amounts), "therapy_minutes")


def therapy_sessions(history: History) -> pd.Series:
    """Entries of physical and occupational therapy a day; missing on a day without an entry of exercise."""
    sums = history.sums(history.offsets(history.exercise), _of_therapy(history))
    return history.series(sums, "therapy_sessions")


def _of_therapy(history: History) -> Floats:
    """1 for each entry of therapy, 0 for any other."""
    return np.array([activity in THERAPY for activity in history.arrays(history.exercise)["activity"]], float)


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
LIGHT = Metric(
    slug="light-minutes",
    title=N_("Light movement"),
    unit=Unit.MINUTES,
    formula=N_("All minutes of light exercise. Minutes spent sitting are not recorded."),
    missing=N_("Missing on a day without an entry of exercise; “none today” counts as 0."),
    source="",
    daily=light,
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
MET_MINUTES = Metric(
    slug="met-minutes",
    title=N_("MET-minutes"),
    unit=Unit.MET_MINUTES,
    formula=N_(
        "Minutes × METs of the activity, added up. One MET is the energy used at rest; a brisk walk takes "
        "4.8. The value is the activity's own, whatever intensity was chosen."
    ),
    missing=N_(
        "Missing on a day without an entry, and on a day with therapy or “something else”, for which no "
        "value is known; “none today” counts as 0."
    ),
    source="herrmann-2024",
    daily=met_minutes,
)
THERAPY_SESSIONS = Metric(
    slug="therapy-sessions",
    title=N_("Therapy sessions"),
    unit=Unit.COUNT,
    formula=N_("Entries of physical or occupational therapy; two on one day count twice."),
    missing=N_("Missing on a day without an entry of exercise; “none today” counts as 0."),
    source="",
    daily=therapy_sessions,
)
THERAPY_MINUTES = Metric(
    slug="therapy-minutes",
    title=N_("Therapy"),
    unit=Unit.MINUTES,
    formula=N_("Minutes of physical and occupational therapy."),
    missing=N_("Missing on a day without an entry of exercise; “none today” counts as 0."),
    source="",
    daily=therapy_minutes,
)
