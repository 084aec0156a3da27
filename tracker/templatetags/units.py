"""Words for numbers and states: the only place that words a number."""

import math
from collections.abc import Callable
from datetime import date, datetime, time
from typing import TypeGuard

from django import template
from django.template.context import Context
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from recovery import adherence
from recovery.adherence import Kept, Share, State
from recovery.aims import Aim, Judged
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Strategy
from tracker.models import Target, User

register = template.Library()
NBSP = "\u00a0"
WEEKDAYS = [
    gettext_lazy("Mon"),
    gettext_lazy("Tue"),
    gettext_lazy("Wed"),
    gettext_lazy("Thu"),
    gettext_lazy("Fri"),
    gettext_lazy("Sat"),
    gettext_lazy("Sun"),
]


@register.filter
def many(count: int) -> str:
    """A count that may be large: 12,400."""
    return formats.number_format(count, force_grouping=True)


@register.filter
def known(value: float | None) -> TypeGuard[float]:
    """Whether there is a number at all; not known is None or NaN."""
    return value is not None and not math.isnan(value)


@register.filter
def plain(value: float | None) -> str:
    """A number in the person's language, with at most one decimal; nothing for what is missing."""
    if not known(value):
        return ""
    rounded = round(value, 1)
    shown = formats.number_format(int(rounded) if rounded == int(rounded) else rounded, use_l10n=True)
    return shown.replace("-", "−")


@register.filter
def duration(minutes: float | None) -> str:
    """Minutes as hours and minutes: 7 h 12 min."""
    if not known(minutes):
        return ""
    hours, rest = divmod(round(minutes), 60)
    in_hours, in_minutes = (
        _("%(n)s h") % {"n": hours},
        _("%(n)s min") % {"n": f"{rest:02d}" if hours else rest},
    )
    words = in_minutes if not hours else in_hours if not rest else f"{in_hours} {in_minutes}"
    return words.replace(" ", NBSP)


@register.filter
def percent(share: float | None) -> str:
    """A share of one as per cent: 92 %."""
    if not known(share):
        return ""
    return _("%(n)s\N{NO-BREAK SPACE}%%") % {"n": round(share * 100)} if not math.isinf(share) else ""


@register.filter
def whole_percent(share: float | None) -> int:
    """A share of one as a whole number from 0 to 100, for a drawing; 0 for what is missing."""
    return round(100 * min(1.0, max(0.0, share))) if known(share) else 0


@register.filter
def clock(minutes: float | None, user: User | None = None) -> str:
    """Minutes after midnight as a time of day, on the clock that the person reads."""
    if not known(minutes):
        return ""
    at = time(*divmod(round(minutes) % (24 * 60), 60))
    chosen = getattr(user, "clock", "")
    form = {"24": "H:i", "12": "g:i a"}.get(chosen) or formats.get_format("TIME_FORMAT")
    return formats.time_format(at, form).replace(" ", NBSP)


@register.filter
def wall(moment: datetime | None, user: User | None = None) -> str:
    """The time of day that an aware moment shows in its own zone."""
    return "" if moment is None else clock(moment.hour * 60 + moment.minute, user)


@register.filter
def short_day(day: date) -> str:
    return formats.date_format(day, "SHORT_DATE_FORMAT")


@register.filter
def narrow_day(day: date) -> str:
    """In full, for a narrow column: no line ends between the day and its month."""
    return formats.date_format(day, "DATE_FORMAT").replace(" ", NBSP, 1)


@register.filter
def month_day(day: date) -> str:
    return formats.date_format(day, "MONTH_DAY_FORMAT")


@register.filter
def month_start(day: date) -> date:
    return day.replace(day=1)


@register.filter
def weekday(day: date) -> str:
    return str(WEEKDAYS[day.weekday()])


def worded(value: float | None, unit: Unit | str, user: User | None = None) -> str:
    """A number of a metric with its unit, as a person says it; nothing for what is missing."""
    if not known(value):
        return ""
    if unit == Unit.CLOCK:
        return clock(value, user)
    if unit == Unit.GRAMS:
        return _drinks(value / (user.drink if user else User.Drink.G10))
    return WORDED.get(Unit(unit), plain)(value)


def _many(value: float) -> int:
    """What a plural goes by: the number that is shown, so that a rounded 1 is one."""
    return math.ceil(round(value, 1))


def _drinks(value: float) -> str:
    return ngettext("%(n)s drink", "%(n)s drinks", _many(value)) % {"n": plain(value)}


def _minutes(value: float) -> str:
    return (_("%(n)s min") % {"n": round(value)}).replace(" ", NBSP)


def _milligrams(value: float) -> str:
    return (_("%(n)s mg") % {"n": round(value)}).replace(" ", NBSP)


def _met_minutes(value: float) -> str:
    return (_("%(n)s MET-min") % {"n": plain(round(value))}).replace(" ", NBSP)


def _servings(value: float) -> str:
    return ngettext("%(n)s serving", "%(n)s servings", _many(value)) % {"n": plain(value)}


def _sessions(value: float) -> str:
    return ngettext("%(n)s session", "%(n)s sessions", _many(value)) % {"n": plain(value)}


def _days(value: float) -> str:
    return ngettext("%(n)s day", "%(n)s days", _many(value)) % {"n": plain(value)}


WORDED: dict[Unit, Callable[[float], str]] = {
    Unit.DURATION: duration,
    Unit.MINUTES: _minutes,
    Unit.HOURS: lambda value: duration(value * 60),
    Unit.PERCENT: lambda value: percent(value / 100),
    Unit.MILLIGRAMS: _milligrams,
    Unit.MET_MINUTES: _met_minutes,
    Unit.SERVINGS: _servings,
    Unit.SESSIONS: _sessions,
    Unit.DAYS: _days,
    Unit.ANSWER: lambda value: _("yes") if value else _("no"),
}


@register.simple_tag(takes_context=True)
def measure(context: Context, value: float | None, unit: Unit | str) -> str:
    return worded(value, unit, context.get("user"))


@register.simple_tag(takes_context=True)
def aim(context: Context, strategy: Strategy, target: Aim | Target | None) -> str:
    """What a strategy asks for, in words; its values from a target or an aim."""
    if target is None:
        return _("no number")
    return aim_words(strategy, target, context.get("user"))


def aim_words(strategy: Strategy, target: Aim | Target, user: User | None = None) -> str:
    unit = strategy.metric.unit
    if strategy.asks:
        bound = Unit.DAYS if strategy.aim.judged is Judged.DAYS else adherence.unit(strategy)
        values = {name: worded(getattr(target, name), bound, user) for name in ("low", "high")}
        values |= {"dose": worded(target.dose, unit, user), "clock": clock(target.clock, user)}
        return _(strategy.asks) % values
    match strategy.aim.judged:
        case Judged.MEAN:
            return _("a week’s mean of %(bounds)s") % {"bounds": bounds(target.low, target.high, unit, user)}
        case Judged.SUM:
            return _("%(bounds)s a week") % {"bounds": bounds(target.low, target.high, unit, user)}
        case Judged.DAYS:
            dose = {"dose": worded(target.dose, unit, user), "days": worded(target.low, Unit.DAYS)}
            return _("%(dose)s on %(days)s a week") % dose
        case _:
            return _("%(bounds)s a day") % {"bounds": bounds(target.low, target.high, unit, user)}


def bounds(low: float | None, high: float | None, unit: Unit | str, user: User | None = None) -> str:
    """A lower bound, an upper one, or a range."""
    if known(low) and known(high):
        ends = {"low": worded(low, unit, user), "high": worded(high, unit, user)}
        return _("%(low)s to %(high)s") % ends
    if known(high):
        return _("none") if high == 0 else _("at most %(high)s") % {"high": worded(high, unit, user)}
    return worded(low, unit, user)


GRADUAL = (
    (0.01, gettext_lazy("not yet begun")),
    (0.34, gettext_lazy("a beginning")),
    (0.67, gettext_lazy("about half")),
    (0.999, gettext_lazy("most of it")),
)


@register.filter
def gently(share: float | None) -> str:
    """A share in words, for those who would rather not see numbers (rules.md, 31)."""
    if not known(share):
        return _("nothing to say yet")
    return str(next((words for bound, words in GRADUAL if share < bound), gettext_lazy("all of it")))


LEVELS = (
    gettext_lazy("very low"),
    gettext_lazy("low"),
    gettext_lazy("middling"),
    gettext_lazy("high"),
    gettext_lazy("very high"),
)


def level(rating: int) -> int:
    """Which of the LEVELS a rating of 0 to 10 lies in."""
    return min(rating // 2, len(LEVELS) - 1)


def levels(rating: int | None) -> list[tuple[int, str]]:
    """The levels as choices: each the rating in its middle, but that of `rating` is the rating itself.

    So nothing changes where somebody who sees words saves what somebody who saw numbers rated.
    """
    middles = {n: 2 * n + 1 for n in range(len(LEVELS))}
    if rating is not None:
        middles[level(rating)] = rating
    return [(middle, str(LEVELS[n])) for n, middle in middles.items()]


@register.filter
def get(key: str, mapping: dict[str, object]) -> object:
    """The value that a mapping has for a key, or None."""
    return mapping.get(key)


@register.filter
def has(mapping: dict[str, object], key: str) -> bool:
    return key in mapping


@register.filter
def slug(value: str) -> str:
    """Letters, digits and hyphens of a value, for an element's id."""
    return "".join(c if c.isalnum() else "-" for c in value)


STATES = {
    State.NOT_PLANNED: gettext_lazy("Not planned"),
    State.EXCUSED: gettext_lazy("Excused"),
    State.NOT_LOGGED: gettext_lazy("Not logged"),
    State.MET: gettext_lazy("Met"),
    State.MISSED: gettext_lazy("Missed"),
    State.OPEN: gettext_lazy("Open"),
    State.LOGGED: gettext_lazy("Logged"),
}


@register.simple_tag
def state(state: State | str, pace: bool = False) -> str:
    """A state in words; an open one that has its share of the days gone by is on pace (rules.md, 17)."""
    return _("On pace") if pace and state == State.OPEN else str(STATES[State(state)])


@register.simple_tag
def weekdays(mask: int) -> str:
    """The weekdays of a mask, in words."""
    return ", ".join(str(name) for n, name in enumerate(WEEKDAYS) if mask >> n & 1)


UNITS = {
    Unit.MINUTES: gettext_lazy("minutes"),
    Unit.DURATION: gettext_lazy("minutes"),
    Unit.HOURS: gettext_lazy("hours"),
    Unit.CLOCK: gettext_lazy("time of day"),
    Unit.PERCENT: gettext_lazy("per cent"),
    Unit.SERVINGS: gettext_lazy("servings"),
    Unit.SESSIONS: gettext_lazy("sessions"),
    Unit.GRAMS: gettext_lazy("grams of alcohol"),
    Unit.MILLIGRAMS: gettext_lazy("milligrams"),
    Unit.COUNT: gettext_lazy("counts"),
    Unit.DAYS: gettext_lazy("days"),
    Unit.POINTS: gettext_lazy("points"),
    Unit.RATING: gettext_lazy("a rating from 1 to 5"),
    Unit.INDEX: gettext_lazy("points"),
    Unit.MET_MINUTES: gettext_lazy("MET-minutes"),
    Unit.ANSWER: gettext_lazy("yes or no"),
}


@register.filter
def unit_name(unit: Unit | str) -> str:
    """The unit itself, as a field of a form takes it."""
    return str(UNITS[Unit(unit)])


@register.simple_tag
def kept_words(share: Kept | Share) -> str:
    """Kept, never without its coverage (rules.md, 20)."""
    if share.coverage is None:
        return _("nothing to judge")
    if share.coverage == 0:
        return _("nothing logged")
    kept = share.share if isinstance(share, Kept) else share.kept
    logged = {"kept": percent(kept), "logged": percent(share.coverage)}
    if kept is None:
        return _("too little logged to say (%(logged)s)") % logged
    return _("%(kept)s kept, %(logged)s logged") % logged


@register.filter
def day_span(first: date, last: date) -> str:
    """Two days of one month, as a language writes them: 16 – 22 November."""
    form = formats.get_format("MONTH_DAY_FORMAT")
    if form.startswith("F"):
        return f"{formats.date_format(first, 'F j')} – {last.day}"
    return f"{first.day} – {formats.date_format(last, 'j F')}"


@register.filter
def date_span(first: date, last: date) -> str:
    """Any two days; the year and the month are said once where they are one. No line ends within a day."""
    begun = "MONTH_DAY_FORMAT" if first.year == last.year else "DATE_FORMAT"
    if (first.year, first.month) == (last.year, last.month) and formats.get_format("DATE_FORMAT")[0] == "j":
        begun = "j"
    said = f"{formats.date_format(first, begun)} –", formats.date_format(last, "DATE_FORMAT")
    return " ".join(day.replace(" ", NBSP) for day in said)
