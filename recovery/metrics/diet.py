"""Diet: what is recorded, and daily series of it."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
import pandas as pd

from recovery.history import Columns, Flags, Floats, History, Ints, or_else
from recovery.metrics import sleep
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "start": "moment", "zone": "text", "item": "text",
    "amount": "number", "colour": "text",
}  # fmt: skip


@dataclass(frozen=True)
class Item:
    """Something one eats or drinks, and the unit in which its amount is logged."""

    title: str
    unit: Unit = Unit.SERVINGS
    plant: bool = False  # has a colour


ITEMS = {
    "leafy-greens": Item(N_("Leafy greens"), plant=True),
    "vegetables": Item(N_("Other vegetables"), plant=True),
    "berries": Item(N_("Berries"), plant=True),
    "fruit": Item(N_("Other fruit"), plant=True),
    "oily-fish": Item(N_("Oily fish")),
    "fish": Item(N_("Other fish")),
    "nuts": Item(N_("Nuts")),
    "beans": Item(N_("Beans and lentils")),
    "whole-grains": Item(N_("Whole grains")),
    "olive-oil": Item(N_("Olive oil")),
    "poultry": Item(N_("Poultry")),
    "red-meat": Item(N_("Red meat")),
    "butter": Item(N_("Butter and margarine")),
    "cheese": Item(N_("Cheese")),
    "sweets": Item(N_("Sweets and pastries")),
    "fried": Item(N_("Fried and fast food")),
    "caffeine": Item(N_("Caffeine"), Unit.MILLIGRAMS),
    "alcohol": Item(N_("Alcohol"), Unit.GRAMS),
    "nothing": Item(N_("Nothing to note")),
}
COLOURS = {
    "red": N_("red"), "orange": N_("orange or yellow"), "green": N_("green"),
    "purple": N_("blue or purple"), "white": N_("white or brown"),
}  # fmt: skip
PLANT_ITEMS = frozenset(slug for slug, item in ITEMS.items() if item.plant)
# The groups that the MIND diet favours, without wine (Morris et al. 2015); both kinds of fish are one.
MIND_GROUPS = {
    "leafy-greens": "leafy-greens", "vegetables": "vegetables", "berries": "berries", "nuts": "nuts",
    "beans": "beans", "whole-grains": "whole-grains", "fish": "fish", "oily-fish": "fish",
    "poultry": "poultry", "olive-oil": "olive-oil",
}  # fmt: skip
LONGEST_GAP = 24  # hours: longer than that no cut-off asks


def _of(history: History, items: Container[str]) -> Flags:
    """Which rows are of some items; each item is looked up once, not once for each row."""
    codes, named = history.once(_items)
    return np.array([item in items for item in named], dtype=bool)[codes]


def _items(history: History) -> tuple[Ints, Sequence[str]]:
    """For each row the place of its item among those that occur, and these."""
    codes, named = pd.factorize(history.arrays(history.diet)["item"])
    return codes, named.tolist()


def eaten(history: History, items: Container[str], name: str) -> pd.Series:
    """Servings a day, for an aim of at least so many: 0 on a day with any entry, missing without one."""
    rows = history.arrays(history.diet)
    amounts = _of(history, items) * or_else(rows["amount"], 0)
    return history.series(history.sums(history.offsets(history.diet), amounts), name)


def taken(history: History, item: str) -> pd.Series:
    """An amount a day, for an aim of at most so much: missing without an entry of the item itself."""
    rows = history.arrays(history.diet)
    own = _of(history, {item})
    amounts = or_else(rows["amount"][own], 0)
    return history.series(history.sums(history.offsets(history.diet)[own], amounts), item)


def plants(history: History) -> pd.Series:
    """Servings of fruit and vegetables a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, PLANT_ITEMS, "plants")


def fish(history: History) -> pd.Series:
    """Servings of any fish a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, {"fish", "oily-fish"}, "fish")


def oily_fish(history: History) -> pd.Series:
    """Servings of oily fish a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, {"oily-fish"}, "oily_fish")


def whole_grains(history: History) -> pd.Series:
    """Servings of whole grains a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, {"whole-grains"}, "whole_grains")


def nuts(history: History) -> pd.Series:
    """Servings of nuts a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, {"nuts"}, "nuts")


def beans(history: History) -> pd.Series:
    """Servings of beans and lentils a day; 0 on a day with other diet entries, missing without any."""
    return eaten(history, {"beans"}, "beans")


def colours(history: History) -> pd.Series:
    """How many colours of plants a day had; 0 on a day with other diet entries, missing without any."""
    rows, named = pd.factorize(history.arrays(history.diet)["colour"])
    return _kinds(history, rows, [one if one in COLOURS else "" for one in named], "colours")


def mind_groups(history: History) -> pd.Series:
    """How many of the nine groups that the MIND diet favours a day had (Morris et al. 2015), wine left out.

    0 on a day with other diet entries only, missing without any.
    """
    rows, named = history.once(_items)
    return _kinds(history, rows, [MIND_GROUPS.get(item, "") for item in named], "mind_groups")


def _kinds(history: History, rows: Ints, kinds: Sequence[str], name: str) -> pd.Series:
    """How many different kinds a day had; each row is the place of its own in `kinds`, "" is none.

    A row of amount 0 does not count.
    """
    numbers = {kind: number for number, kind in enumerate(sorted(set(kinds) - {""}))}
    codes = np.array([*(numbers.get(kind, -1) for kind in kinds), -1], dtype=np.int64)[rows]
    at = history.offsets(history.diet)
    seen = np.zeros((len(history), len(numbers)))
    counted = (codes >= 0) & (history.arrays(history.diet)["amount"] > 0)
    seen[at[counted], codes[counted]] = 1
    logged = np.bincount(at, minlength=len(history)) > 0
    return history.series(np.where(logged, seen.sum(axis=1), np.nan), name)


def sweets(history: History) -> pd.Series:
    """Servings of sweets and pastries a day; missing without an entry of them, which may be 0."""
    return taken(history, "sweets")


def alcohol(history: History) -> pd.Series:
    """Grams of ethanol a day; missing without an entry of alcohol, which may be 0."""
    return taken(history, "alcohol")


def caffeine(history: History) -> pd.Series:
    """Milligrams of caffeine a day; missing without an entry of caffeine, which may be 0."""
    return taken(history, "caffeine")


def caffeine_gap(history: History) -> pd.Series:
    """Hours from the day's last caffeine to the next main sleep, at most 24.

    The sleep begins with the time into bed, or else with the onset. 24 on a day with "no caffeine". Missing
    without an entry of caffeine, without its time, and where the next night is not logged or still to come.
    """
    return history.series(_gap(history, "caffeine"), "caffeine_gap")


def alcohol_gap(history: History) -> pd.Series:
    """Hours from the day's last alcohol to the next main sleep, at most 24; missing as caffeine_gap is."""
    return history.series(_gap(history, "alcohol"), "alcohol_gap")


def _gap(history: History, item: str) -> Floats:
    last = _last(history, item)
    gap = np.minimum((_next_sleep(history, last) - last) / 60, LONGEST_GAP)
    none = taken(history, item).to_numpy() == 0
    return np.where(none, float(LONGEST_GAP), gap)


def _last(history: History, item: str) -> Floats:
    """The moment of each day's last of something; NaN without one, or without its time."""
    rows = history.arrays(history.diet)
    start = rows["start"]
    taken = _of(history, {item}) & (rows["amount"] > 0) & ~np.isnan(start)
    last = np.full(len(history), -np.inf)
    np.maximum.at(last, history.offsets(history.diet)[taken], start[taken])
    return np.where(np.isinf(last), np.nan, last)


def _next_sleep(history: History, moments: Floats) -> Floats:
    """When the main sleep began that followed each day's moment: that day's own or the next day's, else NaN.

    A night that counts to a later day does not answer: the one between was not logged.
    """
    rows = history.arrays(history.sleep)
    began = or_else(rows["bed"], rows["asleep"])
    same = history.once(sleep.sleeps).of_night(began, len(history))
    following = np.append(same[1:], _night_after(history))
    return np.where(same >= moments, same, np.where(following >= moments, following, np.nan))


def _night_after(history: History) -> float:
    """When the main sleep of the day after the last one began; NaN where that is not known."""
    if history.after is None:
        return np.nan
    day = history.last + timedelta(days=1)
    own = replace(history, first=day, last=day, sleep=history.after, after=None)
    rows = own.arrays(own.sleep)
    return float(own.once(sleep.sleeps).of_night(or_else(rows["bed"], rows["asleep"]), 1)[0])


PLANTS = Metric(
    slug="plants",
    title=N_("Fruit and vegetables"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of leafy greens, other vegetables, berries and other fruit."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=plants,
)
FISH = Metric(
    slug="fish-servings",
    title=N_("Fish"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of fish, oily or other."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=fish,
)
OILY_FISH = Metric(
    slug="oily-fish-servings",
    title=N_("Oily fish"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of oily fish."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=oily_fish,
)
WHOLE_GRAINS = Metric(
    slug="whole-grain-servings",
    title=N_("Whole grains"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of whole grains."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=whole_grains,
)
NUTS = Metric(
    slug="nut-servings",
    title=N_("Nuts"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of nuts."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=nuts,
)
BEANS = Metric(
    slug="bean-servings",
    title=N_("Beans and lentils"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of beans and lentils."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=beans,
)
MIND = Metric(
    slug="mind-groups",
    title=N_("MIND-style food groups"),
    unit=Unit.COUNT,
    formula=N_(
        "How many of nine food groups the day had: leafy greens, other vegetables, berries, nuts, beans "
        "and lentils, whole grains, fish, poultry, olive oil. Each counts once, however much of it."
    ),
    missing=N_("Missing on a day without any entry of diet."),
    source="morris-2015",
    daily=mind_groups,
)
VARIETY = Metric(
    slug="colours",
    title=N_("Colours of plants"),
    unit=Unit.COUNT,
    formula=N_("How many different colours the day's plants had."),
    missing=N_("Missing on a day without any entry of diet."),
    source="",
    daily=colours,
)
SWEETS = Metric(
    slug="sweets-servings",
    title=N_("Sweets and pastries"),
    unit=Unit.SERVINGS,
    formula=N_("Servings of sweets and pastries."),
    missing=N_("Missing on a day without an entry of sweets; “none today” counts as 0."),
    source="",
    daily=sweets,
)
ALCOHOL = Metric(
    slug="alcohol-grams",
    title=N_("Alcohol"),
    unit=Unit.GRAMS,
    formula=N_("Grams of pure alcohol."),
    missing=N_("Missing on a day without an entry of alcohol; “none today” counts as 0."),
    source="",
    daily=alcohol,
)
CAFFEINE = Metric(
    slug="caffeine-milligrams",
    title=N_("Caffeine"),
    unit=Unit.MILLIGRAMS,
    formula=N_("Milligrams of caffeine."),
    missing=N_("Missing on a day without an entry of caffeine; “none today” counts as 0."),
    source="",
    daily=caffeine,
)
CAFFEINE_GAP = Metric(
    slug="caffeine-gap",
    title=N_("Last caffeine before bed"),
    unit=Unit.HOURS,
    formula=N_(
        "Hours from the day's last timed caffeine to getting into bed, at most 24; a day without any is 24."
    ),
    missing=N_(
        "Missing without an entry of caffeine, without its time, and until the night that follows is logged."
    ),
    source="",
    daily=caffeine_gap,
)
ALCOHOL_GAP = Metric(
    slug="alcohol-gap",
    title=N_("Last alcohol before bed"),
    unit=Unit.HOURS,
    formula=N_(
        "Hours from the day's last timed drink with alcohol to getting into bed, at most 24; "
        "a day without any is 24."
    ),
    missing=N_(
        "Missing without an entry of alcohol, without its time, and until the night that follows is logged."
    ),
    source="",
    daily=alcohol_gap,
)
