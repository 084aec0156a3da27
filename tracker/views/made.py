"""How a number was made: its formula, and what of one's own record went into it."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from recovery import measures, sources, strategies
from recovery.metrics import METRICS
from recovery.summaries import SUMMARIES
from tracker import library, made
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models.log import FIRST_DAY
from tracker.requests import Request

ROWS = 35  # days or weeks of a part
Make = Callable[..., made.Number | made.Habit | made.Plan]
AHEAD = timedelta(days=6)  # a week that goes on has days to come


def measure(request: Request, slug: str, first: date, last: date) -> HttpResponse:
    """Of a metric or a summary by its slug, or of what was kept and logged of the whole plan."""
    if slug in made.OF_THE_PLAN:
        return show(request, ("plan",), first, last, made.plan)
    one = measures.BY_SLUG.get(slug)
    if one is None or one.pillar not in request.user.kinds or slug not in {*METRICS, *SUMMARIES}:
        raise Http404
    return show(request, ("number", slug), first, last, partial(made.number, slug=slug))


def habit(request: Request, slug: str, first: date, last: date) -> HttpResponse:
    """Of how a strategy was kept."""
    one = strategies.BY_SLUG.get(slug)
    if one is None or not one.is_for(request.user.follows):
        raise Http404
    return show(request, ("habit", slug), first, last, partial(made.habit, strategy=one))


def show(request: Request, what: tuple[str, ...], first: date, last: date, make: Make) -> HttpResponse:
    user = request.user
    if not FIRST_DAY <= first <= min(last, user.today()) or last > user.today() + AHEAD:
        raise Http404
    asked = ("made", *what, first, last, user.today(), get_language(), user.gentle)
    found = remembered(user, asked, lambda: make(user, first=first, last=last))
    parts = Paginator(range(len(found.rows or ())), ROWS)
    part = parts.get_page(request.GET.get("part") or parts.num_pages)
    context = {
        "room": "learn",
        "made": found,
        "address": request.path,
        "first": first,
        "last": last,
        "today": user.today(),
        "kinds": KINDS,
        "part": part,
        "rows": found.rows.at(part.object_list) if found.rows else [],
        "formulas": [(one, sources.BY_SLUG.get(one.source)) for one in found.measures],
        "charts": library.charts([found.pillar]),
    }
    return render(request, "made.html", context)
