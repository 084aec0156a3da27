"""What Trends shows, as plain data: the span that was chosen, and for each pillar its numbers and charts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.history import History
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Strategy
from recovery.summaries import SUMMARIES, Summary
from tracker import figures
from tracker.charts import CALENDARS, TRENDS
from tracker.charts.span import between
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models import User

WEEKS = {"4-weeks": 4, "12-weeks": 12, "year": 52}
USUAL = "12-weeks"
THIN = 0.75
YEAR = timedelta(weeks=52)  # that a calendar shows at least, beside the running week
SPANS: dict[str, Promise] = {
    "4-weeks": _("4 weeks"),
    "12-weeks": _("12 weeks"),
    "year": _("A year"),
    "all": _("All"),
}


@dataclass(frozen=True)
class Number:
    """What a summary says of the span: its value, and of the days that could go in, how many did."""

    slug: str
    value: float
    why: str  # why there is none, or why it is to be read with care
    used: int
    wanted: int

    @property
    def summary(self) -> Summary:
        return SUMMARIES[self.slug]

    @property
    def known(self) -> bool:
        return not math.isnan(self.value)

    @property
    def thin(self) -> bool:
        """Whether so many days are missing that the page says so; all of them stand behind the number."""
        return self.used < THIN * self.wanted


@dataclass(frozen=True)
class Section:
    """One pillar; "" is what concerns all of them."""

    pillar: str
    numbers: Sequence[Number]
    charts: Sequence[figures.Shown]

    @property
    def empty(self) -> bool:
        """Whether nothing of the span is in any number or chart."""
        return all(chart.empty for chart in self.charts) and not any(n.used for n in self.numbers)

    @property
    def known(self) -> list[Number]:
        return [number for number in self.numbers if number.known]

    @property
    def unknown(self) -> list[Number]:
        return [number for number in self.numbers if not number.known]


def span(user: User, name: str) -> tuple[date, date]:
    """The days of a span by its name: whole weeks up to today, or all since the first log."""
    today = user.today()
    if name == "all":
        return first_log(user) or usual_start(today), today
    return days.monday(today) - timedelta(weeks=WEEKS[name] - 1), today


def usual_start(today: date) -> date:
    return days.monday(today) - timedelta(weeks=WEEKS[USUAL] - 1)


def within(user: User, first: date, last: date) -> tuple[date, date]:
    """The part of a stretch of days that can hold something: from the first log to today."""
    today = user.today()
    start = min(first_log(user) or usual_start(today), usual_start(today))
    return min(max(first, start), today), max(min(last, today), start)


def first_log(user: User) -> date | None:
    """The day of the earliest log of any kind; None without one."""

    def compute() -> list[date]:
        found = [kind.of(user).aggregate(first=Min("day"))["first"] for kind in KINDS.values()]
        return [day for day in found if day]

    return min(remembered(user, ("first log",), compute), default=None)


def sections(user: User, history: History, first: date, last: date) -> list[Section]:
    """What all pillars share, then each pillar that is followed, then the check-in."""
    own = between(history, first, last)
    return [Section(p, numbers(own, p), charts(user, p, history, first, last)) for p in ("", *user.kinds)]


def numbers(history: History, pillar: str) -> list[Number]:
    return [number(history, summary) for summary in SUMMARIES.values() if summary.pillar == pillar]


def number(history: History, summary: Summary) -> Number:
    found = summary.of(history)
    return Number(summary.slug, found.value, found.why, int(found.used.sum()), int(found.wanted.sum()))


def charts(user: User, pillar: str, history: History, first: date, last: date) -> list[figures.Shown]:
    return [figures.shown(user, chart, first, last, history) for chart in TRENDS if pillar == chart.PILLAR]


@dataclass(frozen=True)
class Calendar:
    """The calendar of one strategy, and those that could be chosen instead."""

    strategies: Sequence[Strategy]
    chosen: Strategy
    chart: figures.Shown


def calendar(user: User, first: date, last: date, slug: str = "") -> Calendar | None:
    """The calendar of a strategy of the plan, "" for the first one, over the span and a year at least.

    None where no such strategy was ever planned. Computed once for each version of the record.
    """
    strategies = planned(user)
    chosen = next((one for one in strategies if slug in ("", one.slug)), None)
    if chosen is None:
        return None
    begins = min(first, days.monday(last) - YEAR)
    asked = ("calendar", chosen.slug, begins, last, user.today(), get_language())
    shown = remembered(user, asked, lambda: figures.shown(user, CALENDARS[chosen.slug], begins, last))
    return Calendar(strategies, chosen, shown)


def planned(user: User) -> list[Strategy]:
    """The strategies that were ever in a person's plan, of the pillars that they follow."""

    def compute() -> set[str]:
        return set(user.targets.values_list("strategy", flat=True))

    slugs = remembered(user, ("planned",), compute)
    return [one for one in STRATEGIES if one.slug in slugs and one.is_for(user.follows)]
