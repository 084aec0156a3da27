"""Logging: add, edit, delete, one tap, undo, and the timer, for every kind."""

import uuid
from datetime import date, timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from tracker import timers
from tracker.forms import LogForm
from tracker.kinds import Kind
from tracker.models import Log
from tracker.models import writing
from tracker.models.log import fresh_key


def add(request: HttpRequest, kind: Kind) -> HttpResponse:
    initial = {"nap": True} if request.GET.get("nap") else {}
    form = kind.form(request.POST or None, user=request.user, day=asked_day(request), initial=initial)
    if form.is_valid():
        return done(request, form.log, writing.add(form.log), gettext("Logged."))
    return show(request, kind, form)


def edit(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    log = get_object_or_404(kind.of(request.user), pk=pk)
    form = kind.form(request.POST or None, user=request.user, instance=log)
    if not form.is_valid():
        return show(request, kind, form)
    try:
        return done(
            request, form.log, writing.change(form.log, form.cleaned_data["seen"]), gettext("Changed.")
        )
    except writing.Clash as clash:
        return show_both(request, kind, form, clash.current)


@require_POST
def delete(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    log = get_object_or_404(kind.of(request.user), pk=pk)
    return done(request, log, writing.delete(log), gettext("Deleted."))


@require_POST
def quick(request: HttpRequest, kind: Kind) -> HttpResponse:
    """One tap. The form's key and the button's value together are the log's key: the same tap twice is one log."""
    day, value = asked_day(request), request.POST.get("value", "")
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"{request.POST.get('key') or fresh_key()}/{value}").hex
    try:
        log = kind.quick_log(request.user, day, value, key)
    except (ValueError, KeyError, ValidationError):
        messages.error(request, gettext("That could not be logged. Please use the full form."))
        return to_day(request, day)
    if log.conflict() and not kind.of(request.user).filter(key=key).exists():
        messages.error(request, log.conflict())
        return to_day(request, day)
    return done(request, log, writing.add(log), gettext("Logged."))


@require_POST
def undo(request: HttpRequest, token: uuid.UUID) -> HttpResponse:
    try:
        undone = writing.take_back(request.user, token)
        messages.info(request, gettext("Undone.") if undone else gettext("There was nothing left to undo."))
    except writing.Clash:
        messages.error(request, gettext("It was changed since, so nothing was undone."))
    return to_day(request, asked_day(request))


@require_POST
def timer(request: HttpRequest, kind: Kind) -> HttpResponse:
    timers.start(request.user, kind, request.POST.get("choice", ""))
    return redirect("today")


@require_POST
def timer_stop(request: HttpRequest, kind: Kind) -> HttpResponse:
    """Stop and log, only correct the start, or discard."""
    running = get_object_or_404(request.user.timers, kind=kind.slug)
    timers.correct(running, request.POST.get("start", ""), request.POST.get("choice", ""))
    if request.POST.get("action") == "correct":
        return redirect("today")
    if request.POST.get("action") == "discard":
        running.delete()
        return redirect("today")
    log = timers.log(running, kind, timezone.now())
    if log.conflict():
        messages.error(request, log.conflict())
        return redirect("today")
    token = writing.add(log)
    running.delete()
    return done(request, log, token, gettext("Logged."))


def asked_day(request: HttpRequest) -> date:
    """The day whose page the person is on; today where none, or one that has not begun, is named."""
    try:
        day = parse_date(request.POST.get("page", "") or request.GET.get("day", ""))
    except ValueError:
        day = None
    latest = request.user.today()
    return day if day and day <= latest + timedelta(days=1) else latest


def to_day(request: HttpRequest, day: date) -> HttpResponse:
    return redirect("today") if day == request.user.today() else redirect("day", day)


def done(request: HttpRequest, log: Log, token: uuid.UUID | None, sentence: str) -> HttpResponse:
    """Back to the log's day, with a way back. A form sent twice says nothing twice."""
    if token:
        messages.success(request, sentence, extra_tags=str(token))
    return to_day(request, log.day)


def show(request: HttpRequest, kind: Kind, form: LogForm, status: int | None = None) -> HttpResponse:
    day = form.initial["day"] if form.instance.pk is None else form.instance.day
    context = {
        "room": "today",
        "kind": kind,
        "form": form,
        "day": day,
        "is_today": day == request.user.today(),
    }
    return render(request, "log.html", context, status=status or (422 if form.errors else 200))


def show_both(request: HttpRequest, kind: Kind, form: LogForm, current: Log | None) -> HttpResponse:
    """Somebody was faster: what is stored now stands beside what was typed, and nothing is lost."""
    form.face(current)
    return show(request, kind, form, status=409)
