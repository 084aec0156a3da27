"""Trends: how each pillar went over weeks, a year or all of the record."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from recovery import days
from tracker import compared, frames, trends
from tracker.computed import remembered
from tracker.forms import SpanForm
from tracker.kinds import KINDS
from tracker.models import User
from tracker.models.log import FIRST_DAY
from tracker.requests import Request


def now(request: Request) -> HttpResponse:
    """The usual span; or the two days that the form on the page asks for, at their own address."""
    if not {"first", "last"} & request.GET.keys():
        return show(request, *trends.span(request.user, trends.USUAL), name=trends.USUAL)
    form = SpanForm(request.GET)
    if form.is_valid():
        return redirect("trends-dates", *trends.within(request.user, *form.span))
    return show(request, *trends.span(request.user, trends.USUAL), form=form)


def preset(request: Request, name: str) -> HttpResponse:
    if name not in trends.SPANS:
        raise Http404
    return show(request, *trends.span(request.user, name), name=name)


def dates(request: Request, first: date, last: date) -> HttpResponse:
    if not FIRST_DAY <= first <= last:
        raise Http404
    possible = trends.within(request.user, first, last)
    return show(request, first, last) if possible == (first, last) else redirect("trends-dates", *possible)


def show(
    request: Request, first: date, last: date, *, name: str = "", form: SpanForm | None = None
) -> HttpResponse:
    user, chosen = request.user, request.GET.get("calendar", "")
    sections = found(user, first, last)
    calendar = trends.calendar(user, first, last, chosen)
    if chosen and not calendar:
        raise Http404
    context = {
        "room": "trends",
        "first": first,
        "last": last,
        "form": form or SpanForm(initial={"first": first, "last": last}),
        "spans": trends.SPANS,
        "name": name,
        "sections": sections,
        "today": user.today(),
        "compared": compared.compared(user, last),
        "calendar": calendar,
        "kinds": KINDS,
        "empty": all(section.empty for section in sections),
    }
    return render(request, "trends.html", context)


def found(user: User, first: date, last: date) -> list[trends.Section]:
    """The page's data, computed once for each version of the record."""

    def compute() -> list[trends.Section]:
        history = frames.load(user, days.monday(first), days.monday(last) + timedelta(days=6))
        return trends.sections(user, history, first, last)

    asked = ("trends", first, last, user.today(), get_language(), user.work_days)
    return remembered(user, asked, compute)
