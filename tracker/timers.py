"""A running timer, from its start to the log it becomes."""

from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_time

from recovery import days
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.practice import TECHNIQUES
from tracker.kinds import Kind
from tracker.models import Log, Timer, User

DEFAULTS = {"sleep": "", "exercise": "walk", "practice": "breathing"}
CHOICES: dict[str, Any] = {"exercise": ACTIVITIES, "practice": TECHNIQUES}
LONGEST = timedelta(hours=24)


def start(user: User, kind: Kind, choice: str) -> Timer:
    """Start the kind's timer; one that runs already goes on."""
    timer, _created = Timer.objects.get_or_create(
        user=user,
        kind=kind.slug,
        defaults={"choice": chosen(kind.slug, choice), "zone": user.zone, "start": timezone.now()},
    )
    return timer


def running(user: User) -> dict[str, Timer]:
    """The person's timers by kind, each with the choices it offers."""
    timers = {timer.kind: timer for timer in user.timers.all()}
    for timer in timers.values():
        named = CHOICES.get(timer.kind, {})
        timer.choices = [(slug, words if isinstance(words, str) else words.title) for slug, words in named.items()]
    return timers


def chosen(kind: str, choice: str) -> str:
    return choice if choice in CHOICES.get(kind, {}) else DEFAULTS.get(kind, "")


def correct(timer: Timer, clock: str, choice: str) -> None:
    """Move the start to the last time, up to now, at which the clock showed what was typed."""
    try:
        at = parse_time(clock)
    except ValueError:
        at = None
    if at and (at.hour, at.minute) != divmod(days.clock(timer.start, timer.zone), 60):
        timer.start = latest(at.hour * 60 + at.minute, timer.zone, timezone.now())
    if choice:
        timer.choice = chosen(timer.kind, choice)
    timer.save()


def latest(clock: int, zone: str, now: datetime) -> datetime:
    today: date = days.local_date(now, zone)
    moment = days.moment(today, clock, zone)
    return moment if moment <= now else days.moment(today - timedelta(days=1), clock, zone)


def log(timer: Timer, kind: Kind, now: datetime) -> Log:
    """The log that a stopped timer means. Its key is the timer's, so stopping twice writes once."""
    end = min(now, timer.start + LONGEST - timedelta(minutes=1))
    minutes = max(1, round((end - timer.start).total_seconds() / 60))
    key = f"timer-{timer.pk}-{timer.start.timestamp():.0f}"
    common = {"user": timer.user, "zone": timer.user.zone, "key": key, "day": timer.user.today()}
    stopped = kind.model(**common, **fields(timer, minutes))
    stopped.settle()
    stopped.full_clean(exclude=["user"], validate_unique=False, validate_constraints=False)
    return stopped


def fields(timer: Timer, minutes: int) -> dict[str, Any]:
    if timer.kind == "sleep":
        awake = timer.start + timedelta(minutes=minutes)
        return {"asleep": timer.start, "awake": awake, "zone_bed": timer.zone, "nap": minutes < 180}
    if timer.kind == "exercise":
        activity = ACTIVITIES[timer.choice]
        return {
            "activity": timer.choice,
            "intensity": activity.intensity,
            "strength": activity.strength,
            "minutes": minutes,
            "start": timer.start,
        }
    if timer.kind == "practice":
        return {"technique": timer.choice, "minutes": minutes, "start": timer.start}
    raise ValidationError("this kind has no timer")
