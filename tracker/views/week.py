"""Week: each strategy by day, kept and coverage beside the week before, and the charts."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from recovery import days
from recovery.adherence import State
from recovery.history import History
from tracker import figures, frames, weekly
from tracker.charts import WEEK
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models import User
from tracker.models.log import FIRST_DAY
from tracker.requests import Request


def now(request: Request) -> HttpResponse:
    return show(request, days.monday(request.user.today()))


def week(request: Request, monday: date) -> HttpResponse:
    if not FIRST_DAY <= monday <= request.user.today():
        raise Http404
    return show(request, monday)


def show(request: Request, monday: date) -> HttpResponse:
    user = request.user
    page, charts = found(user, monday)
    context = {
        "room": "week",
        "page": page,
        "charts": charts,
        "kinds": KINDS,
        "legend": list(State),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "sunday": monday + timedelta(days=6),
        "today": user.today(),
        "is_now": monday == days.monday(user.today()),
    }
    return render(request, "week.html", context)


def found(user: User, monday: date) -> tuple[weekly.WeekPage, list[figures.Shown]]:
    """The page's data, computed once for each version of the record."""

    def compute() -> tuple[weekly.WeekPage, list[figures.Shown]]:
        history = frames.load(user, *weekly.window(monday))
        return weekly.page(user, history, monday), charts(user, monday, history)

    return remembered(user, ("week", monday, user.today(), get_language()), compute)


def charts(user: User, monday: date, history: History) -> list[figures.Shown]:
    """Those of what this person sees, each over its own weeks up to this one."""
    sunday = monday + timedelta(days=6)
    return [
        figures.shown(user, chart, monday - timedelta(weeks=weeks - 1), sunday, history)
        for chart, weeks in WEEK.items()
        if chart.PILLAR in ("", *user.kinds)
    ]
