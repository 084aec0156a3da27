"""What people and devices call an activity, as one of ours."""

import re
from functools import cache

from recovery.metrics.exercise import ACTIVITIES
from recovery.words import N_

WORDS = {
    "basketball": "ball-game", "football": "ball-game", "soccer": "ball-game", "volleyball": "ball-game",
    "handball": "ball-game", "hockey": "ball-game", "rugby": "ball-game", "baseball": "ball-game",
    "badminton": "tennis", "squash": "tennis", "pickleball": "tennis", "racquetball": "tennis",
    "calisthenics": "body-weight", "push ups": "body-weight", "pushups": "body-weight",
    "press ups": "body-weight", "sit ups": "body-weight", "squats": "body-weight", "plank": "body-weight",
    "bodyweight": "body-weight", "hiit": "body-weight", "crossfit": "body-weight",
    "spinning": "exercise-bike", "stationary bike": "exercise-bike", "indoor cycling": "exercise-bike",
    "bicycling": "cycling", "biking": "cycling", "bike": "cycling", "bicycle": "cycling", "cycle": "cycling",
    "elliptical": "cross-trainer", "jogging": "jog", "running": "run", "treadmill": "run", "rower": "rowing",
    "dance": "dancing", "zumba": "dancing", "hiking": "hike", "stair": "stairs", "stair climbing": "stairs",
    "jump rope": "skipping", "rope": "skipping", "swim": "swimming", "walking": "walk", "brisk": "brisk-walk",
    "brisk walking": "brisk-walk", "stretch": "stretching", "flexibility": "stretching",
    "gym": "strength", "weights": "strength", "weight lifting": "strength", "weightlifting": "strength",
    "weight training": "strength", "strength": "strength", "resistance": "strength", "lifting": "strength",
    "weight machines": "strength", "weight machine": "strength",
    "taichi": "tai-chi", "qigong": "tai-chi", "physiotherapy": "physical-therapy", "yard work": "gardening",
    "functional fitness": "strength", "powerlifting": "strength", "stairmaster": "stairs",
    "floor climbing": "stairs", "spin": "exercise-bike", "virtual ride": "exercise-bike", "padel": "tennis",
    "barre": "pilates", "water polo": "ball-game", "lacrosse": "ball-game", "cricket": "ball-game",
    "core": "body-weight", "rucking": "hike", "motor cycling": "other", "cross country skiing": "other",
    "joggen": "jog", "laufen": "run", "spaziergang": "walk", "spazieren": "walk", "gehen": "walk",
    "lauf": "run", "radfahrt": "cycling", "wanderung": "hike",
    "radfahren": "cycling", "schwimmen": "swimming", "wandern": "hike", "krafttraining": "strength",
    "tanzen": "dancing", "correr": "run", "caminar": "walk", "ciclismo": "cycling", "nadar": "swimming",
    "senderismo": "hike", "course": "run", "marche": "walk", "natation": "swimming", "ride": "cycling",
    "exercise": "other", "sport": "other", "sports": "other", "workout": "other", "training": "other",
}  # fmt: skip
# whole names, of https://developer.whoop.com/docs/developing/user-data/workout and of Garmin Connect's types
NO_EXERCISE = frozenset({
    "air compression", "driving", "driving general", "e sport", "flying", "gaming", "high stress work",
    "ice bath", "massage therapy", "motor cycling", "motorcycling", "operations flying",
    "percussive massage", "public speaking", "rc drone", "sauna", "watching sports",
})  # fmt: skip
IS_NONE = N_("it is no exercise, as gaming, driving or a sauna are none")
NO_WORD = re.compile(r"[^a-z]+")


def nearest(name: str) -> str:
    """The slug of ACTIVITIES that a name means, by its longest words; "" where it means none."""
    text = _plain(name)
    return next((slug for words, slug in _words() if f" {words} " in f" {text} "), "")


def is_none(name: str) -> bool:
    """Whether a name is of what a device times and a body rests in, which would count as moderate exercise.

    Commuting, coaching, caddying, a stage, motor racing and the like are not: one may well move in them.
    """
    return _plain(name) in NO_EXERCISE


def fields(name: str, intensity: str = "") -> dict[str, str | bool]:
    """Activity, intensity, strength and note; what is none of ours keeps its name in the note."""
    slug = nearest(name) or "other"
    return {
        "activity": slug,
        "intensity": intensity or ACTIVITIES[slug].intensity,
        "strength": ACTIVITIES[slug].strength,
        "note": name.strip() if slug == "other" and name != ACTIVITIES[slug].title else "",
    }


def _plain(name: str) -> str:
    return NO_WORD.sub(" ", name.lower()).strip()


@cache
def _words() -> list[tuple[str, str]]:
    """The words and their slugs, the longest first."""
    ours = [
        (_plain(words), slug)
        for slug, a in ACTIVITIES.items()
        if slug != "other"
        for words in (slug, a.title)
    ]
    return sorted([*ours, *WORDS.items()], key=lambda pair: -len(pair[0]))
