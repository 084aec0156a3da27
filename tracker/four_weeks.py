"""How a person kept one strategy over the last four weeks, as plain data: what its page in Learn shows."""

from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from recovery import adherence, days
from recovery.adherence import Kept
from recovery.aims import Aim, Judged
from recovery.history import History
from recovery.strategies.strategy import Band, Strategy
from tracker import frames
from tracker.computed import remembered
from tracker.models import Target, User

FOUR_WEEKS = timedelta(weeks=4)
YEAR = timedelta(weeks=52)


@dataclass(frozen=True)
class FourWeeks:
    """How a person kept a strategy from `first` to `last`; strength and streak look back to `year`.

    After a year what came before weighs less than a thousandth in a strength.
    """

    first: date
    last: date
    year: date
    sunday: date  # of the running week
    target: Target | None  # the one in force, if followed
    default: Aim | None
    kept: Kept
    amount: float  # a mean by day, or by week for sums and counted days; NaN where nothing is known
    strength: float
    streak: int


def four_weeks(user: User, shown: Strategy) -> FourWeeks:
    """Computed once for each version of the record."""
    return remembered(user, ("learn", shown.slug, user.today()), lambda: computed(user, shown))


def computed(user: User, shown: Strategy) -> FourWeeks:
    today = user.today()
    monday = days.monday(today)
    year, sunday = monday - YEAR, monday + timedelta(days=6)
    history = frames.load(user, year, sunday)
    target = user.targets.filter(strategy=shown.slug, starts__lte=today).order_by("starts").last()
    end = today if shown.aim.judged is Judged.DAY else monday
    first, last = end - FOUR_WEEKS, end - timedelta(days=1)
    return FourWeeks(
        first=first,
        last=last,
        year=year,
        sunday=sunday,
        target=target if target and target.followed else None,
        default=shown.default(Band(user.age), pregnant=user.pregnant),
        kept=adherence.kept_between(history, shown, first, last),
        amount=mean_amount(history, shown, first, last),
        strength=float(adherence.strength(history, shown).iloc[-1]),
        streak=adherence.streak(history, shown),
    )


def mean_amount(history: History, shown: Strategy, first: date, last: date) -> float:
    """The mean by day, or by week where a week's sum or count is judged; NaN where nothing is known."""
    weekly = shown.aim.judged in (Judged.SUM, Judged.DAYS)
    series = adherence.weeks(history, shown)["value"] if weekly else adherence.values(history, shown)
    return float(series[pd.Timestamp(first) : pd.Timestamp(last)].mean())
