"""A running timer, from its start to the log it becomes."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_time
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.metrics.exercise import ACTIVITIES
from tracker.kinds import Kind
from tracker.models import Log, Timer, User

DEFAULTS = {"exercise": "walk", "practice": "breathing"}
LONGEST = timedelta(hours=24) - timedelta(minutes=1)
NAP = 180  # minutes: a timed sleep shorter than that is a nap


def start(user: User, kind: Kind, choice: str) -> Timer:
    """Start the kind's timer, at a whole minute; one that runs already goes on."""
    now = timezone.now().replace(second=0, microsecond=0)
    defaults = {"choice": chosen(kind, choice), "zone": user.zone, "start": now}
    timer, _created = Timer.objects.get_or_create(user=user, kind=kind.slug, defaults=defaults)
    return timer


def running(user: User) -> dict[str, Timer]:
    """The person's timers by kind."""
    return {timer.kind: timer for timer in user.timers.all()}


def chosen(kind: Kind, choice: str) -> str:
    return choice if choice in kind.choices else DEFAULTS.get(kind.slug, "")


def correct(timer: Timer, kind: Kind, clock: str, choice: str) -> None:
    """Move the start to the last time, up to now, at which the person's clock showed what was typed.

    Raises ValidationError for what is no time of day. Nothing typed, or what is shown already, moves nothing.
    """
    typed = clock_of(clock)
    zone = timer.user.zone
    if typed is not None and typed != days.clock(timer.start, zone):
        timer.start = latest(typed, zone, timezone.now())
    if choice:
        timer.choice = chosen(kind, choice)
    # Not save(): that would bring back a timer which another tab has stopped meanwhile.
    Timer.objects.filter(pk=timer.pk).update(start=timer.start, choice=timer.choice)


def clock_of(typed: str) -> int | None:
    """Minutes after midnight; None where nothing was typed."""
    if not typed.strip():
        return None
    try:
        at = parse_time(typed.strip())
    except ValueError:
        at = None
    if at is None:
        raise ValidationError(_("That is not a time of day. Type it like 23:18."))
    return at.hour * 60 + at.minute


def latest(clock: int, zone: str, now: datetime) -> datetime:
    """The last moment, not after now, at which the clock of the zone showed this time."""
    today = days.local_date(now, zone)
    dates = (today, today - timedelta(days=1))
    shown = (days.moment(on, clock, zone, second=second) for on in dates for second in (True, False))
    return next(moment for moment in shown if moment <= now)


def log(timer: Timer, kind: Kind, now: datetime) -> Log:
    """The log that a stopped timer means. Its key is the timer's, so stopping twice writes once."""
    end = min(now, timer.start + LONGEST)
    minutes = max(1, round((end - timer.start).total_seconds() / 60))
    key = f"timer-{timer.pk}-{timer.start.timestamp():.0f}"
    common = {"user": timer.user, "zone": timer.user.zone, "key": key, "day": timer.user.today()}
    stopped: Log = kind.model(**common, **fields(timer, minutes))
    stopped.settle()
    stopped.full_clean(exclude=["user"], validate_unique=False, validate_constraints=False)
    return stopped


def fields(timer: Timer, minutes: int) -> dict[str, Any]:
    """What the log of a kind gets from its timer."""
    match timer.kind:
        case "sleep":
            awake = timer.start + timedelta(minutes=minutes)
            nap = minutes < NAP
            return {"asleep": timer.start, "awake": awake, "zone_bed": timer.zone, "nap": nap}
        case "exercise":
            done = ACTIVITIES[timer.choice]
            how = {"intensity": done.intensity, "strength": done.strength}
            return {"activity": timer.choice, "minutes": minutes, "start": timer.start, **how}
        case _:
            return {"technique": timer.choice, "minutes": minutes, "start": timer.start}
