"""What Apple calls a workout, as exercise; https://developer.apple.com/documentation/healthkit/hkworkoutactivitytype."""

import re

from recovery.metrics.exercise import ACTIVITIES
from tracker.importers.apple_health.document import WORKOUT, Element

ACTIVITY_OF = {
    "AmericanFootball": "ball-game",
    "AustralianFootball": "ball-game",
    "Badminton": "tennis",
    "Barre": "pilates",
    "Baseball": "ball-game",
    "Basketball": "ball-game",
    "CardioDance": "dancing",
    "Cooldown": "stretching",
    "CoreTraining": "body-weight",
    "Cricket": "ball-game",
    "Cycling": "cycling",
    "Dance": "dancing",
    "DanceInspiredTraining": "pilates",  # Apple's own examples: Pilates, barre, Feldenkrais
    "Elliptical": "cross-trainer",
    "Flexibility": "stretching",
    "FunctionalStrengthTraining": "strength",
    "Handball": "ball-game",
    "HandCycling": "cycling",
    "Hiking": "hike",
    "Hockey": "ball-game",
    "JumpRope": "skipping",
    "Lacrosse": "ball-game",
    "Paddleball": "tennis",
    "Pickleball": "tennis",
    "Pilates": "pilates",
    "PreparationAndRecovery": "stretching",
    "Racquetball": "tennis",
    "Rowing": "rowing",
    "Rugby": "ball-game",
    "Running": "run",
    "Soccer": "ball-game",
    "SocialDance": "dancing",
    "Softball": "ball-game",
    "Squash": "tennis",
    "StairClimbing": "stairs",
    "Stairs": "stairs",
    "StepTraining": "stairs",
    "Swimming": "swimming",
    "TableTennis": "tennis",
    "TaiChi": "tai-chi",
    "Tennis": "tennis",
    "TraditionalStrengthTraining": "strength",
    "Volleyball": "ball-game",
    "Walking": "walk",
    "Yoga": "yoga",
}
INDOORS = {"cycling": "exercise-bike"}
LIGHT = frozenset({"MindAndBody"})  # of those that are something else
MODERATE_METS, VIGOROUS_METS = 3, 6  # 2024 Adult Compendium of Physical Activities (Herrmann et al. 2024)
NUMBER = re.compile(r"\d+(?:\.\d+)?")
WORD = re.compile(r"(?<=[a-z])(?=[A-Z])")


def fields(element: Element) -> dict[str, str | bool]:
    """Activity, intensity, strength and note; what is none of our activities keeps its name in the note."""
    name = element.type.removeprefix(WORKOUT)
    activity = ACTIVITY_OF.get(name, "other")
    if element.metadata.get("HKIndoorWorkout") == "1":
        activity = INDOORS.get(activity, activity)
    return {
        "activity": activity,
        "intensity": _by_energy(element) or ("light" if name in LIGHT else ACTIVITIES[activity].intensity),
        "strength": ACTIVITIES[activity].strength,
        "note": WORD.sub(" ", name) if activity == "other" and name != "Other" else "",
    }


def _by_energy(element: Element) -> str:
    """The intensity by the energy that the watch saw, in METs; "" where it did not."""
    found = NUMBER.match(element.metadata.get("HKAverageMETs", ""))
    if found is None:
        return ""
    mets = float(found[0])
    return "light" if mets < MODERATE_METS else "moderate" if mets < VIGOROUS_METS else "vigorous"
