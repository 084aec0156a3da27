"""What people call a stress practice or a food, as one of ours; for activities see `activities`."""

import re
from collections.abc import Iterable

from recovery.metrics.diet import ITEMS
from recovery.metrics.practice import TECHNIQUES

TECHNIQUE_WORDS = (
    (r"meditat", "meditation"),
    (r"(mindful|achtsamkeit)", "mindfulness"),
    (r"(breath|atem)", "breathing"),
    (r"body.?scan", "body-scan"),
    (r"relax", "relaxation"),
    (r"(outdoor|outside|nature\b|fresh air|sunlight)", "outdoors"),
    (r"(puzzle|crossword|sudoku|chess|memory|cognitive)", "cognitive"),
)
ITEM_WORDS = (
    (r"(salmon|sardine|mackerel|herring|oily fish)", "oily-fish"),
    (r"fish\b", "fish"),
    (r"(greens\b|salad|spinach|kale\b)", "leafy-greens"),
    (r"(vegetable|veggie|veg\b)", "vegetables"),
    (r"berries\b", "berries"),
    (r"(fruit|apple)", "fruit"),
    (r"(nuts?\b|almond|walnut)", "nuts"),
    (r"(beans?\b|lentil|legume|chickpea)", "beans"),
    (r"(whole.?grain|oat)", "whole-grains"),
    (r"olive oil", "olive-oil"),
)
SWEET_WORDS = r"(sweet|sugar|candy|candies|chocolate|dessert|pastr|cookie|snack)"
CAFFEINE_WORDS = r"(caffeine|coffee|espresso|tea\b)"
ALCOHOL_WORDS = r"(alcohol|beer|wine\b|booze|drinking)"

Words = Iterable[tuple[str, str]]


def found(name: str, words: Words) -> str:
    """What the first of the words that begin somewhere in a name stands for; "" without one."""
    return next((slug for word, slug in words if re.search(rf"\b{word}", name, re.IGNORECASE)), "")


def technique(name: str) -> str:
    """The slug of TECHNIQUES that a name means, "" where it means none."""
    return _own(name, TECHNIQUES) or found(name, TECHNIQUE_WORDS)


def item(name: str) -> str:
    """The slug of ITEMS that a name means, "" where it means none."""
    more = ((SWEET_WORDS, "sweets"), (CAFFEINE_WORDS, "caffeine"), (ALCOHOL_WORDS, "alcohol"))
    return _own(name, {slug: one.title for slug, one in ITEMS.items()}) or found(name, (*ITEM_WORDS, *more))


def _own(name: str, titles: dict[str, str]) -> str:
    plain = name.strip().lower()
    return next((slug for slug, title in titles.items() if plain in (slug, title.lower())), "")
