"""How much of a food or drink it was: servings, mg of caffeine, g of alcohol, from what people write.

A unit stands beside the number, else in a column of its own, else in the name of the column. What counts cups
and drinks is converted by what the person says that one of them holds. An amount in any other unit is left
out: none is guessed.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from recovery.metrics.diet import ITEMS
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.importers.any_csv import values
from tracker.importers.any_csv.values import Refused

MCG, MG, G, SERVING, CUP, DRINK, OTHER = "mcg", "mg", "g", "serving", "cup", "drink", "other"
GRAMS = {MCG: 1e-6, MG: 1e-3, G: 1.0}
KEPT = {Unit.MILLIGRAMS: GRAMS[MG], Unit.GRAMS: GRAMS[G]}  # what one of it is, in grams
COUNTS = (SERVING, CUP, DRINK)
NAMES = {
    MCG: "mcg µg μg ug microgram micrograms mikrogramm",
    MG: "mg milligram milligrams milligramm miligramos milligrammes caffeinemg",
    G: "g gr gram grams gramm gramme grammes gramos alcoholg",
    SERVING: "serving servings portion portions portionen porción porciones ración raciones handful handfuls "
    "slice slices piece pieces bowl bowls stück x",
    CUP: "cup cups mug mugs tasse tassen tasses taza tazas becher coffee coffees kaffee kaffees café cafés "
    "espresso espressos tea teas tee thé té",
    DRINK: "drink drinks glass glasses glas gläser unit units einheit einheiten beer beers bier biere wine "
    "wines wein weine verre verres vaso vasos copa copas bebida bebidas getränk getränke",
    OTHER: "ml cl dl l oz floz kg lb lbs litre litres liter liters tbsp tsp el tl kcal cal kj can cans "
    "bottle bottles pint pints shot shots dose dosen flasche flaschen",
}
UNITS = {word: unit for unit, words in NAMES.items() for word in words.split()}
WORD = re.compile(r"[^\W\d_]+")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
CUPS_OF = {
    "espresso": re.compile(r"\bespresso", re.IGNORECASE),
    "tea": re.compile(r"\b(tea|teas|tee|thé|té)\b", re.IGNORECASE),
}
COFFEE = "coffee"
SHOWN = 40  # characters
IN_ANOTHER = N_("its amount is in “%(unit)s”, which cannot be told in servings, mg or g")
NO_CUP = N_("how much caffeine one cup of it has was not said")


@dataclass(frozen=True)
class Amounts:
    """How the amounts of a table are read; the answers of the person."""

    bare: Mapping[str, str]  # the unit of a number that names none, for what is not counted in servings
    cups: Mapping[str, float | None]  # mg of caffeine in one, by what is in it
    drink: float  # g of alcohol in one

    def of(self, item: str, cell: str, told: Iterable[str], name: str = "") -> float:
        """The amount in the unit in which the item is kept; 0 is 0 in any.

        `told` is what may name the unit where the cell does not, the nearest first; `name` is what the drink
        is called. Raises Refused for what cannot be converted, ValueError for what is no number.
        """
        number, own = values.amount(cell)
        if not number:
            return 0
        words = next((text for text in (own, *told) if unit(text)), "")
        found = unit(words) or self.bare.get(item, SERVING)
        kept = ITEMS[item].unit
        if kept in KEPT and found in GRAMS:
            return round(number * GRAMS[found] / KEPT[kept], 2)
        if kept in KEPT and found in COUNTS:
            return round(number * self._one(item, f"{name} {words}"), 2)
        if kept == Unit.SERVINGS and found == SERVING:
            return number
        raise Refused(IN_ANOTHER, unit=words[:SHOWN])

    def _one(self, item: str, name: str) -> float:
        """What one cup or drink holds."""
        one = self.drink if item == "alcohol" else self.cups.get(drink(name))
        if one is None:
            raise Refused(NO_CUP)
        return one


def unit(text: str) -> str:
    """The unit that a text names, one of NAMES; "" where it has no word, or several weights.

    A weight goes before what is counted: “cups (mg)” are milligrams. OTHER for words of which none is known.
    """
    words = [word.lower() for word in WORD.findall(HUMP.sub(" ", text))]
    found = [UNITS[word] for word in words if word in UNITS]
    weights = set(found) & GRAMS.keys()
    if len(weights) > 1:
        return ""
    return next(iter([*weights, *found]), OTHER if words else "")


def of_header(header: str) -> str:
    """What the name of a column says of a unit; "" where it says nothing that is known."""
    named = [word for word in WORD.findall(HUMP.sub(" ", header.replace("_", " "))) if word.lower() in UNITS]
    return " ".join(named)


def drink(name: str) -> str:
    """What is in a cup, by its name: coffee, unless it says tea or espresso."""
    return next((slug for slug, word in CUPS_OF.items() if word.search(name)), COFFEE)
