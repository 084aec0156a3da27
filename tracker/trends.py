"""What Trends shows, as plain data: the span that was chosen, and for each pillar its numbers and charts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Min
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.history import History
from recovery.summaries import SUMMARIES, Found, Summary
from tracker import figures
from tracker.charts import TRENDS
from tracker.charts.span import between
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models import User

WEEKS = {"4-weeks": 4, "12-weeks": 12, "year": 52}
USUAL = "12-weeks"
SPANS: dict[str, Promise] = {
    "4-weeks": _("4 weeks"),
    "12-weeks": _("12 weeks"),
    "year": _("A year"),
    "all": _("All"),
}


@dataclass(frozen=True)
class Number:
    """A summary over the span, and what was found of it."""

    summary: Summary
    found: Found


@dataclass(frozen=True)
class Section:
    """One pillar; "" is what concerns all of them."""

    pillar: str
    numbers: Sequence[Number]
    charts: Sequence[figures.Shown]


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
    """What all pillars share, then each pillar that is followed."""
    own = between(history, first, last)
    return [Section(p, numbers(own, p), charts(user, p, history, first, last)) for p in ("", *user.follows)]


def numbers(history: History, pillar: str) -> list[Number]:
    return [Number(s, s.of(history)) for s in SUMMARIES.values() if s.pillar == pillar]


def charts(user: User, pillar: str, history: History, first: date, last: date) -> list[figures.Shown]:
    return [
        figures.shown(user, chart, first, last, history) for chart in TRENDS if pillar == chart.PILLAR
    ]
