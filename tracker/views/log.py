"""Logging: add, edit, delete, one tap, undo, and the timer, for every kind."""

import uuid
from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from tracker import timers
from tracker.forms import LogForm
from tracker.kinds import Kind
from tracker.models import Log, Timer, writing
from tracker.models.log import FIRST_DAY, fresh_key
from tracker.requests import Request


def add(request: Request, kind: Kind) -> HttpResponse:
    initial = {"nap": True} if request.GET.get("nap") else {}
    form = kind.form(request.POST or None, user=request.user, day=asked_day(request), initial=initial)
    if form.is_valid():
        try:
            return done(request, form.log, writing.add(form.log), gettext("Logged."))
        except ValidationError as conflict:
            form.add_error(None, conflict)
    return show(request, kind, form)


def edit(request: Request, kind: Kind, pk: int) -> HttpResponse:
    log = kind.of(request.user).filter(pk=pk).first()
    if log is None:
        return edit_deleted(request, kind)
    form = kind.form(request.POST or None, user=request.user, instance=log)
    if form.is_valid():
        try:
            token = writing.change(form.log, form.cleaned_data["seen"])
            return done(request, form.log, token, gettext("Changed."))
        except ValidationError as conflict:
            form.add_error(None, conflict)
        except writing.Clash as clash:
            return show_both(request, kind, form, clash.current)
    return show(request, kind, form)


def edit_deleted(request: Request, kind: Kind) -> HttpResponse:
    """What was typed into an entry that was deleted elsewhere is offered again, as a new one."""
    data = request.POST.copy()
    if not was_deleted(request, kind):
        raise Http404
    data["key"] = fresh_key()
    form = kind.form(data, user=request.user, day=asked_day(request))
    form.add_error(None, gettext("This was deleted elsewhere meanwhile. Save it to log it again."))
    return show(request, kind, form, status=409)


@require_POST
def delete(request: Request, kind: Kind, pk: int) -> HttpResponse:
    log = kind.of(request.user).filter(pk=pk).first()
    if log is None and was_deleted(request, kind):
        return to_day(request, asked_day(request))
    if log is None:
        raise Http404
    return done(request, log, writing.delete(log), gettext("Deleted."))


@require_POST
def quick(request: Request, kind: Kind) -> HttpResponse:
    """One tap. The form's key and the button's value are the log's key: the same tap twice is one log."""
    day, value = asked_day(request), request.POST.get("value", "")
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"{request.POST.get('key') or fresh_key()}/{value}").hex
    try:
        log = kind.quick_log(request.user, day, value, key)
        return done(request, log, kind.write(log), gettext("Logged."))
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return to_day(request, day)


@require_POST
def undo(request: Request, token: uuid.UUID) -> HttpResponse:
    day = None
    try:
        day = writing.take_back(request.user, token)
        messages.info(request, gettext("Undone.") if day else gettext("There was nothing left to undo."))
    except writing.Clash:
        messages.error(request, gettext("It was changed since, so nothing was undone."))
    return to_day(request, day or request.user.today())


@require_POST
def timer(request: Request, kind: Kind) -> HttpResponse:
    if not kind.timed:
        raise Http404
    timers.start(request.user, kind, request.POST.get("choice", ""))
    return redirect("today")


@require_POST
def timer_stop(request: Request, kind: Kind) -> HttpResponse:
    """Stop and log, only correct the start, or discard; of one that is stopped already, nothing."""
    running = request.user.timers.filter(kind=kind.slug).first()
    action = request.POST.get("action")
    if running is None:
        return redirect("today")
    if action == "discard":
        running.delete()
        return redirect("today")
    try:
        timers.correct(running, kind, request.POST.get("start", ""), request.POST.get("choice", ""))
        return redirect("today") if action == "correct" else stop(request, kind, running)
    except ValidationError as refused:
        messages.error(request, refused.messages[0])
        return redirect("today")


def stop(request: Request, kind: Kind, running: Timer) -> HttpResponse:
    log = timers.log(running, kind, timezone.now())
    token = writing.add(log)
    running.delete()
    return done(request, log, token, gettext("Logged."))


def asked_day(request: Request) -> date:
    """The day whose page the person is on; today where none is named, or one that no page shows."""
    try:
        day = parse_date(request.POST.get("page", "") or request.GET.get("day", ""))
    except ValueError:
        day = None
    today = request.user.today()
    return day if day and FIRST_DAY <= day <= today else today


def was_deleted(request: Request, kind: Kind) -> bool:
    return writing.was_deleted(request.user, kind.slug, request.POST.get("key", ""))


def to_day(request: Request, day: date) -> HttpResponse:
    """The page of a day; of one that has not begun yet, as after a waking past midnight, today's."""
    return redirect("day", day) if day < request.user.today() else redirect("today")


def done(request: Request, log: Log, token: uuid.UUID | None, sentence: str) -> HttpResponse:
    """Back to the log's day, with a way back. A form sent twice says nothing twice."""
    if token:
        messages.success(request, sentence, extra_tags=str(token))
    return to_day(request, log.day)


def show(request: Request, kind: Kind, form: LogForm, status: int | None = None) -> HttpResponse:
    day = form.initial["day"] if form.instance.pk is None else form.instance.day
    context = {
        "room": "today",
        "kind": kind,
        "form": form,
        "day": day,
        "is_today": day == request.user.today(),
        "in_place": "in_place" in request.GET or "in_place" in request.POST,  # opened inside a card
    }
    return render(request, "log.html", context, status=status or (422 if form.errors else 200))


def show_both(request: Request, kind: Kind, form: LogForm, current: Log | None) -> HttpResponse:
    """Somebody was faster: what is stored now stands beside what was typed, and nothing is lost."""
    if current is None:
        return edit_deleted(request, kind)
    form.face(current)
    return show(request, kind, form, status=409)
