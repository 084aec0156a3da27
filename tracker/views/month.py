"""Month: a calendar to open any day from, with how much of each was logged."""

import calendar
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render

from tracker.cards import Tally, joined
from tracker.kinds import KINDS
from tracker.models import User
from tracker.models.log import FIRST_DAY
from tracker.requests import Request


@dataclass(frozen=True)
class Square(Tally):
    """A day of the calendar: its tally, and whether it belongs to the month."""

    inside: bool


def month(request: Request, first: date) -> HttpResponse:
    today = request.user.today()
    if not FIRST_DAY <= first <= today:
        raise Http404
    context = {
        "room": "today",
        "first": first,
        "weeks": weeks(request.user, first),
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=31)).replace(day=1),
        "today": today,
    }
    return render(request, "month.html", context)


def weeks(user: User, first: date) -> list[list[Square]]:
    """The month's weeks, each beginning on the weekday that the person's weeks begin on (rules.md, 5)."""
    grid = calendar.Calendar(user.week_start).monthdatescalendar(first.year, first.month)
    logged = tallies(user, grid[0][0], grid[-1][-1])
    today, began, of = user.today(), joined(user), len(user.follows)
    return [
        [Square(day, logged[day], of, day > today, day >= began, day.month == first.month) for day in week]
        for week in grid
    ]


def tallies(user: User, first: date, last: date) -> Counter[date]:
    """For each day, how many of the followed pillars have a log."""
    counted: Counter[date] = Counter()
    for kind in user.follows:
        counted.update(KINDS[kind].of(user).between(first, last).values_list("day", flat=True).distinct())
    return counted
