"""Learn: every strategy and every mechanism, how sure the field is, and how one did with it oneself."""

from collections.abc import Iterable

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from recovery import mechanisms, sources, strategies
from recovery.evidence import Claim, Grade, Source
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies.strategy import Strategy
from tracker.four_weeks import standing
from tracker.kinds import KINDS


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
