"""Diet: what is recorded, and daily series of it."""

from dataclasses import dataclass

from recovery.history import Columns
from recovery.metrics.metric import Unit
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
