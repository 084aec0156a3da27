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
class Standing:
    """How a person kept a strategy over the last four weeks; strength and streak look back a year.

    After a year what came before weighs less than a thousandth in a strength.
    """

    target: Target | None  # the one in force, if followed
    default: Aim | None
    kept: Kept
    amount: float  # a mean by day, or by week for sums and counted days; NaN where nothing is known
    strength: float
    streak: int


def standing(user: User, shown: Strategy) -> Standing:
    """Computed once for each version of the record."""
    return remembered(user, ("learn", shown.slug, user.today()), lambda: computed(user, shown))


def computed(user: User, shown: Strategy) -> Standing:
    today = user.today()
    monday = days.monday(today)
    history = frames.load(user, monday - YEAR, monday + timedelta(days=6))
    target = user.targets.filter(strategy=shown.slug, starts__lte=today).order_by("starts").last()
    judged_daily = shown.aim.judged is Judged.DAY
    return Standing(
        target=target if target and target.followed else None,
        default=shown.default(Band(user.age), pregnant=user.pregnant),
        kept=adherence.kept(before(adherence.units(history, shown), today if judged_daily else monday)),
        amount=mean_amount(history, shown, today),
        strength=float(adherence.strength(history, shown).iloc[-1]),
        streak=adherence.streak(history, shown),
    )


def before(series: pd.Series, day: date) -> pd.Series:
    """The four weeks of a series before a day."""
    return series[pd.Timestamp(day - FOUR_WEEKS) : pd.Timestamp(day - timedelta(days=1))]


def mean_amount(history: History, shown: Strategy, today: date) -> float:
    """The mean by closed day, or by closed week where a week's sum or count is judged."""
    if shown.aim.judged in (Judged.SUM, Judged.DAYS):
        return float(before(adherence.weeks(history, shown)["value"], days.monday(today)).mean())
    return float(before(adherence.values(history, shown), today).mean())
