"""Learn: every strategy and every mechanism, how sure the field is, and how one did with it oneself."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from recovery import clinic, documents, glossary, helplines, mechanisms, strategies
from recovery import measures as measuring
from recovery import sources as bibliography
from recovery.clinic.topic import Topic
from recovery.documents import Document
from recovery.evidence import Claim, Grade, Source
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies.strategy import Strategy
from tracker import library
from tracker import pathways as drawing
from tracker.charts.pathways import TEXT
from tracker.four_weeks import four_weeks
from tracker.kinds import KINDS
from tracker.models.user import PILLARS


def followed(request: HttpRequest) -> tuple[str, ...]:
    """The pillars in a reader's sight: a person's own, or all (rules.md, 31)."""
    return request.user.follows if request.user.is_authenticated else tuple(PILLARS)


def seen(request: HttpRequest) -> tuple[str, ...]:
    """The kinds in a reader's sight: their pillars, and the check-in unless it is hidden."""
    return request.user.kinds if request.user.is_authenticated else tuple(KINDS)


def shown(request: HttpRequest, template: str, charted: Sequence[str] = (), **more: Any) -> HttpResponse:
    """A page of the library; whoever is logged in finds the way back to the charts of these pillars."""
    own = [kind for kind in charted if not kind or kind in seen(request)]
    charts = library.charts(own) if request.user.is_authenticated else []
    return render(request, template, {"room": "learn", "charts": charts, **more})


@login_not_required
def index(request: HttpRequest) -> HttpResponse:
    """All entries; those of a pillar that a person switched off stay out of their sight (rules.md, 31)."""
    pillars = [
        (
            KINDS[slug],
            [one for one in strategies.STRATEGIES if one.pillar == slug],
            [one for one in measuring.MEASURES if one.pillar == slug],
        )
        for slug in followed(request)
    ]
    return shown(
        request,
        "learn.html",
        pillars=pillars,
        of_the_checkin=measuring.CHECKIN if "checkin" in seen(request) else (),
        of_the_plan=measuring.PLAN,
        of_doubt=measuring.DOUBT,
        mechanisms=mechanisms.MECHANISMS,
        topics=clinic.TOPICS,
        documents=documents.DOCUMENTS,
        grades=list(Grade),
        sight=" ".join(seen(request)),
    )


@login_not_required
def entry(request: HttpRequest, slug: str) -> HttpResponse:
    found = library.ENTRIES.get(slug)
    for kind, page in PAGES.items():
        if isinstance(found, kind):
            return page(request, found)
    raise Http404


def strategy(request: HttpRequest, one: Strategy) -> HttpResponse:
    measured_by = bibliography.BY_SLUG.get(one.metric.source)
    cited = library.cited((claim.sources for claim in one.claims), (measured_by,) if measured_by else ())
    return shown(
        request,
        "entry.html",
        [one.pillar],
        entry=one,
        strategy=one,
        kind=KINDS[one.pillar],
        claims=numbered(one.claims, cited),
        sources=cited,
        measured_by=cited.index(measured_by) + 1 if measured_by else None,
        documents=documents.naming(one),
        weeks=four_weeks(request.user, one) if request.user.is_authenticated else None,
    )


def mechanism(request: HttpRequest, one: Mechanism) -> HttpResponse:
    cited = library.cited(claim.sources for claim in one.claims)
    used_by = [
        each for each in strategies.STRATEGIES if one in each.mechanisms and each.pillar in followed(request)
    ]
    return shown(
        request,
        "entry.html",
        list(dict.fromkeys(each.pillar for each in used_by)),
        entry=one,
        mechanism=one,
        claims=numbered(one.claims, cited),
        sources=cited,
        documents=documents.naming(one),
        used_by=used_by,
        sight=" ".join(followed(request)),
    )


def topic(request: HttpRequest, one: Topic) -> HttpResponse:
    cited = library.cited(known.sources for known in one.known)
    known = [(each, [cited.index(source) + 1 for source in each.sources]) for each in one.known]
    return shown(
        request,
        "topic.html",
        entry=one,
        known=known,
        sources=cited,
        documents=documents.naming(one),
        helplines=helplines if one.helplines else None,
        checked=date.fromisoformat(f"{helplines.CHECKED}-01"),
    )


def document(request: HttpRequest, one: Document) -> HttpResponse:
    return shown(request, "document.html", entry=one, sight=" ".join(followed(request)))


PAGES: dict[type, Callable[[HttpRequest, Any], HttpResponse]] = {
    Strategy: strategy,
    Mechanism: mechanism,
    Topic: topic,
    Document: document,
}


def numbered(claims: tuple[Claim, ...], cited: list[Source]) -> list[tuple[Claim, list[int]]]:
    """Each claim with the numbers of its sources in the page's list."""
    return [(claim, [cited.index(source) + 1 for source in claim.sources]) for claim in claims]


@login_not_required
def measures(request: HttpRequest) -> HttpResponse:
    """How we measure: every formula, by pillar, and of the check-in."""
    pillars = [
        (KINDS[slug], [one for one in measuring.MEASURES if one.pillar == slug]) for slug in seen(request)
    ]
    return shown(
        request,
        "measures.html",
        pillars=pillars,
        of_the_plan=measuring.PLAN,
        of_doubt=measuring.DOUBT,
        sight=" ".join(seen(request)),
    )


@login_not_required
def measure(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in measuring.BY_SLUG:
        raise Http404
    one = measuring.BY_SLUG[slug]
    judged = [each for each in strategies.STRATEGIES if each.metric.slug == slug]
    source = bibliography.BY_SLUG.get(one.source)
    return shown(
        request,
        "measure.html",
        [one.pillar],
        entry=one,
        kind=KINDS.get(one.pillar),
        strategies=judged,
        siblings=[] if judged else [each for each in strategies.STRATEGIES if each.pillar == one.pillar],
        sources=[source] if source else [],
    )


@login_not_required
def words(request: HttpRequest) -> HttpResponse:
    """The glossary."""
    return shown(request, "words.html", terms=glossary.TERMS)


@login_not_required
def pathways(request: HttpRequest) -> HttpResponse:
    """Which habit is thought to act through which mechanism: a drawing and its table."""
    pillars = followed(request)
    rows = [one for one in strategies.STRATEGIES if one.pillar in pillars]
    return shown(
        request,
        "pathways.html",
        drawings=partial(drawing.drawings, pillars),
        rows=rows,
        text=TEXT,
        sight=" ".join(pillars),
    )


@login_not_required
def search(request: HttpRequest) -> HttpResponse:
    """Asked by POST, so that what somebody looks for stands in no address and no log."""
    query = request.POST.get("q", "").strip()[: library.LONGEST_QUERY]
    return shown(request, "search.html", query=query, results=library.search(query, seen(request)))
