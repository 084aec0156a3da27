"""Diet: servings a day of single food groups, those to eat more of and those to limit."""

from functools import partial

from recovery.metrics import diet
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_


def _favoured(item: str, slug: str, formula: str) -> Metric:
    """Servings of a group of which more is better: 0 on a day with other diet entries only (rules.md, 11)."""
    return Metric(
        slug=slug,
        title=diet.ITEMS[item].title,
        unit=Unit.SERVINGS,
        formula=formula,
        missing=N_("Missing on a day without any entry of diet."),
        source="",
        daily=partial(diet.eaten, items=frozenset({item}), name=slug),
    )


def _limited(item: str, slug: str, formula: str) -> Metric:
    """Servings of a group of which less is better: missing without an entry of its own (rules.md, 11)."""
    return Metric(
        slug=slug,
        title=diet.ITEMS[item].title,
        unit=Unit.SERVINGS,
        formula=formula,
        missing=N_("Missing on a day without an entry of this group, which may be 0."),
        source="",
        daily=partial(diet.taken, item=item),
    )


LEAFY_GREENS = _favoured("leafy-greens", "leafy-green-servings", N_("Servings of leafy greens."))
VEGETABLES = _favoured(
    "vegetables", "vegetable-servings", N_("Servings of vegetables other than leafy greens.")
)
BERRIES = _favoured("berries", "berry-servings", N_("Servings of berries."))
FRUIT = _favoured("fruit", "fruit-servings", N_("Servings of fruit other than berries."))
POULTRY = _favoured("poultry", "poultry-servings", N_("Servings of poultry."))
OLIVE_OIL = _favoured("olive-oil", "olive-oil-servings", N_("Servings of olive oil."))
RED_MEAT = _limited("red-meat", "red-meat-servings", N_("Servings of red meat."))
BUTTER = _limited("butter", "butter-servings", N_("Servings of butter and margarine."))
CHEESE = _limited("cheese", "cheese-servings", N_("Servings of cheese."))
FRIED = _limited("fried", "fried-servings", N_("Servings of fried and fast food."))
