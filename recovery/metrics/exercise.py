"""Exercise: what is recorded, and daily series of it."""

from dataclasses import dataclass

from recovery.history import Columns
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
