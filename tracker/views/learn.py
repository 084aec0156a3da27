"""Learn: every strategy and every mechanism, how sure the field is, and how one did with it oneself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from recovery import adherence, days, mechanisms, sources, strategies
from recovery.adherence import Kept
from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade, Source
from recovery.history import History
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies.strategy import Band, Strategy
from tracker import frames
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models import Target, User

FOUR_WEEKS = timedelta(weeks=4)
YEAR = timedelta(weeks=52)


@login_not_required
def index(request: HttpRequest) -> HttpResponse:
    """All entries by pillar; a pillar that a person switched off stays out of their sight (rules.md, 31)."""
    follows = request.user.follows if request.user.is_authenticated else tuple(KINDS)
    pillars = [
        (KINDS[slug], [one for one in strategies.STRATEGIES if one.pillar == slug]) for slug in follows
    ]
    context = {
        "room": "learn",
        "pillars": pillars,
        "mechanisms": mechanisms.MECHANISMS,
        "grades": list(Grade),
    }
    return render(request, "learn.html", context)


@login_not_required
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    if slug in strategies.BY_SLUG:
        return strategy(request, strategies.BY_SLUG[slug])
    if slug in mechanisms.BY_SLUG:
        return mechanism(request, mechanisms.BY_SLUG[slug])
    raise Http404


def strategy(request: HttpRequest, shown: Strategy) -> HttpResponse:
    measured_by = sources.BY_SLUG.get(shown.metric.source)
    bibliography = cited((claim.sources for claim in shown.claims), (measured_by,) if measured_by else ())
    context = {
        "room": "learn",
        "entry": shown,
        "strategy": shown,
        "kind": KINDS[shown.pillar],
        "claims": numbered(shown.claims, bibliography),
        "sources": bibliography,
        "measured_by": bibliography.index(measured_by) + 1 if measured_by else None,
        "standing": standing(request.user, shown) if request.user.is_authenticated else None,
    }
    return render(request, "entry.html", context)


def mechanism(request: HttpRequest, shown: Mechanism) -> HttpResponse:
    bibliography = cited(claim.sources for claim in shown.claims)
    context = {
        "room": "learn",
        "entry": shown,
        "mechanism": shown,
        "claims": numbered(shown.claims, bibliography),
        "sources": bibliography,
        "used_by": [one for one in strategies.STRATEGIES if shown in one.mechanisms],
    }
    return render(request, "entry.html", context)


def cited(groups: Iterable[tuple[Source, ...]], more: tuple[Source, ...] = ()) -> list[Source]:
    """Every source once, in the order in which a page first cites it."""
    return list(dict.fromkeys([*(source for group in groups for source in group), *more]))


def numbered(claims: tuple[Claim, ...], bibliography: list[Source]) -> list[tuple[Claim, list[int]]]:
    """Each claim with the numbers of its sources in the page's list."""
    return [(claim, [bibliography.index(source) + 1 for source in claim.sources]) for claim in claims]


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
