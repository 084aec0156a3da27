"""The review of a week, on one sheet of paper."""

from datetime import date, timedelta

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from recovery.adherence.review import RULES
from tracker import frames, week_review, weekly
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models.log import FIRST_DAY
from tracker.requests import Request


def review(request: Request, monday: date) -> HttpResponse:
    """`?notes=1` adds what the person wrote beside their entries: theirs to show, so not there unasked."""
    user, today = request.user, request.user.today()
    if not FIRST_DAY <= monday <= today:
        raise Http404

    def compute() -> week_review.ReviewPage:
        return week_review.page(user, frames.load(user, *weekly.window(monday)), monday)

    context = {
        "room": "week",
        "page": remembered(user, ("review", monday, today, get_language()), compute),
        "notes": list(week_review.notes(user, monday)) if request.GET.get("notes") else None,
        "runs": monday + timedelta(days=6) >= today,
        "rules": RULES,
        "kinds": KINDS,
    }
    return render(request, "review.html", context)
