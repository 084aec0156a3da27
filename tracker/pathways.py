"""The picture of which habit is thought to act through which mechanism, worded and drawn for a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from recovery.mechanisms import MECHANISMS
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Strategy
from tracker.charts import pathways, svg
from tracker.charts.wording import MIDDLE, NARROW, WIDE, Look

WIDTHS = {"wide": WIDE, "middle": MIDDLE, "narrow": NARROW}


@dataclass(frozen=True)
class Drawing:
    form: str
    svg: SafeString


def drawings(pillars: Sequence[str]) -> list[Drawing]:
    """One drawing for each width of a page, of the strategies of these pillars."""
    return [Drawing(form, drawn(pillars, form)) for form in WIDTHS]


def drawn(pillars: Sequence[str], form: str) -> SafeString:
    strategies = [one for one in STRATEGIES if one.pillar in pillars]
    ordered = sorted(acting(strategies), key=lambda one: height(one, strategies))
    links = [
        (place, ordered.index(mechanism))
        for place, one in enumerate(strategies)
        for mechanism in one.mechanisms
    ]
    habits = [pathways.Node(_(one.title), address(one), one.pillar) for one in strategies]
    mechanisms = [pathways.Node(_(one.title), address(one)) for one in ordered]
    figure = pathways.draw(habits, mechanisms, links, Look(width=WIDTHS[form]))
    naming = svg.Naming(f"pathways-{form}", _(pathways.TITLE), _(pathways.TEXT), role="group")
    return mark_safe(svg.page(figure, naming))  # our own writer escapes what it writes


def acting(strategies: Sequence[Strategy]) -> list[Mechanism]:
    """The mechanisms that any of the strategies is thought to act through."""
    return [one for one in MECHANISMS if any(one in strategy.mechanisms for strategy in strategies)]


def height(mechanism: Mechanism, strategies: Sequence[Strategy]) -> float:
    """The mean place of the strategies that name a mechanism: put in this order, fewer lines cross."""
    named = [place for place, one in enumerate(strategies) if mechanism in one.mechanisms]
    return sum(named) / len(named)


def address(entry: Strategy | Mechanism) -> str:
    return reverse("learn-entry", args=[entry.slug])
