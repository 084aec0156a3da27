"""What the printed review of a week shows, as plain data: the look back, a diary of seven days, the notes."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from recovery import trends
from recovery.adherence import review
from recovery.adherence.review import Review
from recovery.history import Floats, History
from recovery.metrics import METRICS
from recovery.metrics.metric import Metric, Unit
from recovery.strategies import STRATEGIES
from recovery.words import N_
from tracker import weekly
from tracker.kinds import KINDS
from tracker.models import User

# The lines of the diary by kind; one without a value in the week is left out.
LINES = {
    "sleep": (
        "bedtime", "sleep-onset-latency", "wake-after-sleep-onset", "waking", "sleep-duration", "time-in-bed",
        "sleep-efficiency", "sleep-quality",
    ),
    "exercise": ("exercise-minutes", "strength-sessions", "therapy-minutes"),
    "diet": ("plants", "fish-servings", "sweets-servings", "caffeine-milligrams", "alcohol-grams"),
    "practice": ("practice-minutes", "stress-change"),
    "checkin": ("mood", "energy", "focus", "stress", "sleepiness"),
}  # fmt: skip
NAMED = {
    Unit.MINUTES: N_("min"),
    Unit.SERVINGS: N_("servings"),
    Unit.MILLIGRAMS: N_("mg"),
    Unit.GRAMS: N_("g"),
}
ADDED = (Unit.MINUTES, Unit.SERVINGS, Unit.SESSIONS, Unit.GRAMS)  # what a week adds up to means something
SPECIAL = ("therapy-minutes",)  # left out where there was none


@dataclass(frozen=True)
class Line:
    """One metric over the seven days: NaN where it is not known; the mean, and of how many days."""

    metric: Metric
    values: list[float]
    mean: float
    total: float  # NaN where a sum would say nothing
    known: int

    @property
    def plain(self) -> bool:
        """Whether the numbers stand bare, under the name of their unit."""
        return self.metric.unit not in (Unit.DURATION, Unit.CLOCK, Unit.PERCENT)

    @property
    def unit(self) -> str:
        """The short name of the unit, where a bare number needs one."""
        return NAMED.get(self.metric.unit, "")


@dataclass(frozen=True)
class Diary:
    kind: str
    lines: list[Line]


@dataclass(frozen=True)
class Note:
    kind: str
    day: date
    text: str


@dataclass(frozen=True)
class ReviewPage:
    week: weekly.WeekPage
    review: Review
    diaries: list[Diary]


def page(user: User, history: History, monday: date) -> ReviewPage:
    """The review of a week, from a history that holds it, the week before and the night after."""
    followed = [s for s in STRATEGIES if s.is_for(user.follows)]
    return ReviewPage(
        week=weekly.page(user, history, monday),
        review=review.of_week(history, followed, monday),
        diaries=[diary for diary in (_diary(history, kind, monday) for kind in user.kinds) if diary.lines],
    )


def notes(user: User, monday: date) -> Iterable[Note]:
    """What the person wrote beside the week's entries, by day."""
    sunday = monday + timedelta(days=6)
    found = [
        Note(kind, day, text)
        for kind in user.kinds
        for day, text in KINDS[kind]
        .of(user)
        .between(monday, sunday)
        .exclude(note="")
        .values_list("day", "note")
    ]
    return sorted(found, key=lambda note: note.day)


def _diary(history: History, kind: str, monday: date) -> Diary:
    lines = (_line(history, METRICS[slug], monday) for slug in LINES[kind])
    return Diary(kind, [line for line in lines if line.known and not _is_idle(line)])


def _is_idle(line: Line) -> bool:
    return line.metric.slug in SPECIAL and line.total == 0


def _line(history: History, metric: Metric, monday: date) -> Line:
    at = (monday - history.first).days
    values = metric.daily(history).to_numpy(dtype=float)[at : at + 7]
    known = int((~np.isnan(values)).sum())
    total = float(np.nansum(values)) if known and metric.unit in ADDED else math.nan
    return Line(metric, values.tolist(), _mean(values, metric.unit), total, known)


def _mean(values: Floats, unit: Unit) -> float:
    if np.isnan(values).all():
        return math.nan
    return trends.circular_mean(values) if unit is Unit.CLOCK else float(np.nanmean(values))
