"""A change in words: how much more or less, and how far chance alone may have moved it."""

from math import ceil

from django import template
from django.template.context import Context
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from recovery.metrics.metric import Unit
from recovery.trends import Change, Direction
from tracker.models import User
from tracker.templatetags import units

register = template.Library()

AMOUNTS = {Direction.MORE: gettext_lazy("%(by)s more"), Direction.LESS: gettext_lazy("%(by)s less")}
TIMES = {Direction.MORE: gettext_lazy("%(by)s later"), Direction.LESS: gettext_lazy("%(by)s earlier")}
GENTLY = {
    False: {Direction.MORE: gettext_lazy("more"), Direction.LESS: gettext_lazy("less")},
    True: {Direction.MORE: gettext_lazy("later"), Direction.LESS: gettext_lazy("earlier")},
}
NEITHER = {
    Direction.UNSURE: gettext_lazy("could be chance"),
    Direction.UNKNOWN: gettext_lazy("too little logged to say"),
}


@register.simple_tag(takes_context=True)
def change_words(context: Context, change: Change, unit: Unit) -> str:
    """24 min more; could be chance; too little logged to say. Gently: more."""
    user = context.get("user")
    if change.direction in NEITHER:
        return str(NEITHER[change.direction])
    if getattr(user, "gentle", False):
        return str(GENTLY[unit is Unit.CLOCK][change.direction])
    return _by(change.difference, unit, user)


@register.simple_tag(takes_context=True)
def interval_words(context: Context, change: Change, unit: Unit) -> str:
    """The 95 % interval: between 5 min more and 43 min more; nothing where too few days are known."""
    if change.direction is Direction.UNKNOWN:
        return ""
    user = context.get("user")
    ends = {"low": _by(change.low, unit, user), "high": _by(change.high, unit, user)}
    return _("between %(low)s and %(high)s") % ends


def _by(value: float, unit: Unit, user: User | None) -> str:
    words = TIMES if unit is Unit.CLOCK else AMOUNTS
    return str(words[Direction.MORE if value > 0 else Direction.LESS]) % {
        "by": _amount(abs(value), unit, user)
    }


def _amount(value: float, unit: Unit, user: User | None) -> str:
    """So much of a unit; a difference of clock times is a length, one of percentages has its own name."""
    if unit is Unit.PERCENT:
        return ngettext("%(n)s percentage point", "%(n)s percentage points", ceil(value)) % {
            "n": units.plain(value)
        }
    return units.worded(value, Unit.DURATION if unit is Unit.CLOCK else unit, user)
