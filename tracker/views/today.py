"""Today: four cards to log on, the week's share, and what is still open."""

from datetime import date, timedelta
from typing import cast
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST

from tracker import cards, checkins, frames, timers
from tracker.computed import remembered
from tracker.kinds import KINDS
from tracker.models import User
from tracker.models.log import FIRST_DAY, fresh_key
from tracker.models.writing import add
from tracker.requests import Request


@login_not_required
def today(request: HttpRequest) -> HttpResponse:
    if not request.user.is_authenticated:
        return render(request, "landing.html", {"samples": settings.SAMPLES})
    if not request.user.welcomed:
        return redirect("welcome")
    return show(cast(Request, request), request.user.today())


def day(request: Request, day: date) -> HttpResponse:
    if not FIRST_DAY <= day <= request.user.today():
        raise Http404
    return show(request, day)


@require_POST
def complete(request: Request) -> HttpResponse:
    """The answer to "Was yesterday complete?": yes writes each "none" that was missing. It is asked once."""
    user = request.user
    yesterday = user.today() - timedelta(days=1)
    shown = found(user, user.today())
    User.objects.filter(pk=user.pk).update(asked=user.today())
    user.touch()
    if request.POST.get("answer") == "fill":
        return redirect("day", yesterday)
    if request.POST.get("answer") == "yes" and shown.incomplete:
        named = [quick.value.split(":", 1) for quick in shown.incomplete]
        # Not the form's key: the strip asks once a day, and two windows that answer are one answer.
        logs = [
            KINDS[k].quick_log(user, yesterday, value, uuid5(NAMESPACE_OID, f"{yesterday}/{k}/{value}").hex)
            for k, value in named
        ]
        messages.success(request, gettext("Yesterday is complete."), extra_tags=str(add(*logs) or ""))
    return redirect("today")


def found(user: User, day: date) -> cards.DayPage:
    """The page's data, computed once for each version of the record."""

    def compute() -> cards.DayPage:
        return cards.page(user, frames.load(user, *cards.window(day)), day)

    return remembered(user, ("day", day, user.today(), get_language()), compute)


def show(request: Request, day: date) -> HttpResponse:
    user = request.user
    context = {
        "room": "today",
        "page": found(user, day),
        "today": user.today(),
        "before": day - timedelta(days=1),
        "after": day + timedelta(days=1),
        "is_today": day == user.today(),
        "strip": checkins.strip(user, day) if user.checks_in else None,
        "timers": timers.running(user),
        "key": fresh_key(),
    }
    return render(request, "today.html", context)
