"""Diet over a stretch of days: servings a day and a week, colours, and a score in the manner of MIND."""

import math
from collections.abc import Mapping

import numpy as np

from recovery.history import Flags, Floats, History, or_else
from recovery.metrics import diet
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.weeks import by_week, days_of
from recovery.words import N_

SERVINGS = N_("Servings of each food group, as logged")
COLOUR = N_("The colour of each plant, as logged")
FOUR_DAYS = N_("Missing where fewer than four days have any entry of diet.")
NO_WEEK = N_("No whole week has four logged days.")
MOSTLY = N_("Too little was logged: four days in seven are needed.")
NEVER_LOGGED = N_(
    "Red meat, butter, cheese, sweets or fried food was never logged: each needs one entry, which may be 0."
)
# Servings a week from which a group has its point (Morris et al. 2015). "Primary oil" is read as one a day.
AT_LEAST = {
    "leafy-greens": 6, "vegetables": 7, "berries": 2, "nuts": 5, "beans": 3, "whole-grains": 21, "fish": 1,
    "poultry": 2, "olive-oil": 7,
}  # fmt: skip
# Servings a week under which a group has its point; of butter a tablespoon each.
UNDER = {"red-meat": 4, "butter": 7, "cheese": 1, "sweets": 5, "fried": 1}


def plants_a_day(history: History) -> Found:
    """Servings of fruit and vegetables a day, from four logged days."""
    return amounts.a_day(history, diet.plants(history))


def fish_a_week(history: History) -> Found:
    """Servings of fish a week, from four logged days."""
    return amounts.a_week(history, diet.fish(history))


def oily_fish_a_week(history: History) -> Found:
    """Servings of oily fish a week, from four logged days."""
    return amounts.a_week(history, diet.oily_fish(history))


def colours_a_week(history: History) -> Found:
    """How many colours of plants a week has, the mean of the whole weeks with four logged days."""
    rows, at = history.arrays(history.diet), history.offsets(history.diet)
    logged = np.bincount(at, minlength=len(history)) > 0
    seen = [
        by_week(history, _eaten_on(history, (rows["colour"] == colour) & (rows["amount"] > 0))).any(axis=1)
        for colour in diet.COLOURS
    ]
    enough = by_week(history, logged).sum(axis=1) >= amounts.KNOWN
    used = logged & days_of(history, enough)
    wanted = amounts.wanted(history, logged)
    if not enough.any():
        return Found(math.nan, used, wanted, NO_WEEK)
    return Found(float(np.sum(seen, axis=0)[enough].mean()), used, wanted)


def _eaten_on(history: History, chosen: Flags) -> Flags:
    """The days that have any of the chosen rows."""
    return np.bincount(history.offsets(history.diet)[chosen], minlength=len(history)) > 0


def mind_score(history: History) -> Found:
    """Of the 14 groups of the MIND diet without wine, how many are eaten as often as it asks, 0 to 14.

    A point for each full cut-off (Morris et al. 2015); the half points of the original are not given.
    Servings a week are 7 × servings ÷ days with any entry of diet. Needs four logged days in seven, and of
    each group to limit one entry at least: then a logged day without one is a day without that group.
    """
    items = history.arrays(history.diet)["item"]
    logged = _eaten_on(history, np.ones(len(items), dtype=bool))
    wanted = amounts.wanted(history, logged)
    if logged.sum() < amounts.KNOWN or 7 * logged.sum() < amounts.KNOWN * wanted.sum():
        return Found(math.nan, logged, wanted, MOSTLY)
    if not set(UNDER) <= set(items):
        return Found(math.nan, logged, wanted, NEVER_LOGGED)
    return Found(float(sum(mind_points(servings_a_week(history)).values())), logged, wanted)


def servings_a_week(history: History) -> Mapping[str, float]:
    """Servings a week of each group of the score, oily fish among fish; NaN without a logged day."""
    rows = history.arrays(history.diet)
    days = len(np.unique(history.offsets(history.diet)))
    eaten: Floats = or_else(rows["amount"], 0)
    groups = {**{item: (item,) for item in (*AT_LEAST, *UNDER)}, "fish": ("fish", "oily-fish")}
    return {
        group: 7 * float(eaten[np.isin(rows["item"], items)].sum()) / days if days else math.nan
        for group, items in groups.items()
    }


def mind_points(servings: Mapping[str, float]) -> Mapping[str, bool]:
    """Which groups have their point, given their servings a week."""
    favoured = {group: round(servings[group], 6) >= least for group, least in AT_LEAST.items()}
    return favoured | {group: round(servings[group], 6) < under for group, under in UNDER.items()}


PLANTS = Summary(
    slug="plants-a-day",
    pillar="diet",
    title=N_("Fruit and vegetables a day"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of leafy greens, other vegetables, berries and other fruit ÷ the logged days."),
    inputs=(SERVINGS,),
    missing=FOUR_DAYS,
    source="",
    of=plants_a_day,
)
FISH = Summary(
    slug="fish-a-week",
    pillar="diet",
    title=N_("Fish a week"),
    unit=Unit.SERVINGS,
    formula=N_("7 × the servings of fish, oily or other, ÷ the logged days."),
    inputs=(SERVINGS,),
    missing=FOUR_DAYS,
    source="",
    of=fish_a_week,
)
OILY_FISH = Summary(
    slug="oily-fish-a-week",
    pillar="diet",
    title=N_("Oily fish a week"),
    unit=Unit.SERVINGS,
    formula=N_("7 × the servings of oily fish ÷ the logged days."),
    inputs=(SERVINGS,),
    missing=FOUR_DAYS,
    source="",
    of=oily_fish_a_week,
)
COLOURS = Summary(
    slug="colours-a-week",
    pillar="diet",
    title=N_("Colours of plants a week"),
    unit=Unit.COUNT,
    formula=N_("How many of five colours the plants of a week had; the mean of the weeks."),
    inputs=(COLOUR,),
    missing=N_("Missing without a whole week that has four logged days."),
    source="",
    of=colours_a_week,
)
MIND = Summary(
    slug="mind-score",
    pillar="diet",
    title=N_("MIND-style score without wine"),
    unit=Unit.COUNT,
    formula=N_(
        "0 to 14: a point for each group, by servings a week. At least: leafy greens 6, other vegetables 7, "
        "berries 2, nuts 5, beans 3, whole grains 21, fish 1, poultry 2, olive oil 7. Under: red meat 4, "
        "butter 7 tablespoons, cheese 1, sweets 5, fried and fast food 1. The half points of the original "
        "score are not given, and “olive oil as the main oil” is read as one serving a day."
    ),
    inputs=(SERVINGS,),
    missing=N_(
        "Needs four logged days in seven, and an entry, which may be 0, of each group to limit. A group "
        "without an entry on a logged day counts as not eaten."
    ),
    source="morris-2015",
    of=mind_score,
)

SUMMARIES = (PLANTS, FISH, OILY_FISH, COLOURS, MIND)
