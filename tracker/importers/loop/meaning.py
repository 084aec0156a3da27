"""What a habit can be in the record, and what its name suggests."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.metric import Unit
from recovery.metrics.practice import TECHNIQUES
from recovery.words import N_
from tracker.importers import activities, names
from tracker.importers.drinks import MUG

LEAVE = "leave"
NONE = "none"  # of something: a tick says that there was none of it
OTHERS = {"exercise/other": N_("Some other exercise"), "practice/other": N_("Some other stress practice")}
CHOICES: Mapping[str, str] = {
    LEAVE: N_("leave it out"),
    **{f"exercise/{slug}": activity.title for slug, activity in ACTIVITIES.items()},
    **{f"practice/{slug}": title for slug, title in TECHNIQUES.items()},
    **{f"diet/{slug}": item.title for slug, item in ITEMS.items() if slug != "nothing"},
    f"{NONE}/sweets": N_("No sweets"),
    f"{NONE}/caffeine": N_("No caffeine"),
    f"{NONE}/alcohol": N_("No alcohol"),
    **OTHERS,
}
NEGATED = re.compile(r"\b(no|not|non|without|quit|avoid|stop|skip|less|zero)\b|-free\b", re.IGNORECASE)
SUGGESTS = (
    *((words, f"practice/{slug}") for words, slug in names.TECHNIQUE_WORDS),
    *((words, f"diet/{slug}") for words, slug in names.ITEM_WORDS),
)
SUGGESTS_NONE = (
    (names.SWEET_WORDS, f"{NONE}/sweets"),
    (names.CAFFEINE_WORDS, f"{NONE}/caffeine"),
    (names.ALCOHOL_WORDS, f"{NONE}/alcohol"),
)
MINUTES = re.compile(r"m|mins?|minutes?|minuten|minutos?", re.IGNORECASE)
HOURS = re.compile(r"h|hrs?|hours?|stunden?|heures?|horas?", re.IGNORECASE)
SECONDS = re.compile(r"s|secs?|seconds?|sekunden?|secondes?|segundos?", re.IGNORECASE)


@dataclass(frozen=True)
class Measure:
    """In what the amount of some choices is recorded: how it is asked for, and what a tick and a unit are."""

    name: str
    text: str
    choices: frozenset[str]
    tick: float
    units: tuple[tuple[re.Pattern[str], float], ...] = ()

    def proposed(self, unit: str, *, counts: bool) -> float:
        """How much one is: one tick, or one of the habit's own unit."""
        return next((f for told, f in self.units if told.fullmatch(unit)), 1.0) if counts else self.tick


TIME = ((MINUTES, 1.0), (HOURS, 60.0), (SECONDS, round(1 / 60, 4)))
SERVINGS = frozenset(f"diet/{slug}" for slug, item in ITEMS.items() if item.unit == Unit.SERVINGS)
MEASURES = (
    Measure(
        "minutes",
        N_("%(habit)s: how many minutes is one %(unit)s?"),
        frozenset(choice for choice in CHOICES if choice.startswith("exercise/")),
        30,
        TIME,
    ),
    Measure(
        "practice-minutes",
        N_("%(habit)s: how many minutes is one %(unit)s?"),
        frozenset(choice for choice in CHOICES if choice.startswith("practice/")),
        10,
        TIME,
    ),
    Measure("servings", N_("%(habit)s: how many servings is one %(unit)s?"), SERVINGS, 1),
    Measure(
        "milligrams",
        N_("%(habit)s: how many milligrams of caffeine is one %(unit)s?"),
        frozenset({"diet/caffeine"}),
        MUG,
        (
            (re.compile("mg", re.IGNORECASE), 1.0),
            (re.compile("(cup|coffee|espresso|mug)s?", re.IGNORECASE), MUG),
        ),
    ),
    Measure(
        "grams",
        N_("%(habit)s: how many grams of alcohol is one %(unit)s?"),
        frozenset({"diet/alcohol"}),
        12,
        (
            (re.compile("g", re.IGNORECASE), 1.0),
            (re.compile("(drink|glass|beer|unit)(e?s)?", re.IGNORECASE), 12),
        ),
    ),
)


def suggested(name: str) -> str:
    """What a habit of this name seems to be; LEAVE where nothing is near."""
    if NEGATED.search(name):
        return names.found(name, SUGGESTS_NONE) or LEAVE
    activity = activities.nearest(name)
    return names.found(name, SUGGESTS) or (f"exercise/{activity}" if activity else LEAVE)


def measure(choice: str) -> Measure | None:
    """None where a choice has no amount."""
    return next((found for found in MEASURES if choice in found.choices), None)
