"""A person's plan as a calendar that other programs follow, at an address that only they know."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby, pairwise
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from recovery import days
from recovery.aims import EVERY_DAY, Judged
from recovery.strategies import BY_SLUG
from recovery.strategies.strategy import Strategy
from tracker.models import Pause, Target, User
from tracker.templatetags.units import aim_words

AHEAD = 366  # days on which a pause is left out of the calendar
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PRODUCT = "-//Recovery//Plan//EN"
Span = tuple[date, date | None]  # the first day of an event, and the last, if there is one


def renew(user: User) -> str:
    """A new secret for the person's feed; what they had before opens nothing any more."""
    secret = secrets.token_urlsafe(32)
    user.feed = digest(secret)
    user.save(update_fields=["feed"])
    return secret


def revoke(user: User) -> None:
    user.feed = None
    user.save(update_fields=["feed"])


def digest(secret: str) -> str:
    """What is stored of a secret: who reads the database cannot open a feed with it."""
    return hashlib.sha256(secret.encode()).hexdigest()


def calendar(user: User, *, quiet: bool) -> bytes:
    """The plan from today on; with `quiet` no event says what it is about."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("x-wr-calname", "Recovery")
    for event in events(user, quiet=quiet):
        found.add_component(event)
    found.add_missing_timezones()
    return found.to_ical()


def events(user: User, *, quiet: bool) -> Iterator[Event]:
    """One for each target that holds today or later, until the next of its strategy begins."""
    pauses = list(user.pauses.all())
    targets = user.targets.order_by("strategy", "starts")
    for slug, of_strategy in groupby(targets, key=lambda target: target.strategy):
        strategy = BY_SLUG.get(slug)
        if strategy is None or not strategy.is_for(user.follows):
            continue
        for target, until in _spans(of_strategy, user.today()):
            first = _first(strategy, target)
            if until is None or first <= until:  # else the next of its strategy begins before its day comes
                yield _event(user, strategy, target, (first, until), pauses, quiet=quiet)


def _spans(targets: Iterable[Target], today: date) -> Iterator[tuple[Target, date | None]]:
    """Targets that ask for something, each with its last day where another follows; none gone by."""
    for target, later in pairwise([*targets, None]):
        until = later.starts - timedelta(days=1) if later else None
        if target is not None and target.followed and (until is None or until >= today):
            yield target, until


def _event(
    user: User, strategy: Strategy, target: Target, span: Span, pauses: list[Pause], *, quiet: bool
) -> Event:
    first, until = span
    words = {"strategy": _(strategy.title), "aim": aim_words(strategy, target, user)}
    found = Event()
    found.add("uid", f"{target.pk}-{target.starts:%Y%m%d}@recovery")
    found.add("dtstamp", target.created.astimezone(UTC))
    found.add("summary", "Recovery" if quiet else _("%(strategy)s: %(aim)s") % words)
    found.add("transp", "TRANSPARENT")  # a habit takes no time away from an appointment
    weekdays = _weekdays(strategy, target)
    start = _start(user, strategy, target, first)
    found.add("dtstart", start)
    found.add("duration", timedelta(minutes=15) if isinstance(start, datetime) else timedelta(days=1))
    found.add("rrule", _rule(user, weekdays, start, until))
    excused = [day for day in _excused(user, strategy, pauses) if day >= first and day.weekday() in weekdays]
    if excused:
        found.add("exdate", [_start(user, strategy, target, day) for day in excused])
    return found


def _weekdays(strategy: Strategy, target: Target) -> list[int]:
    """The days of the week that an event stands on: of an aim for the week, its Monday."""
    if strategy.aim.clock is None and strategy.aim.judged is not Judged.DAY:
        return [0]
    mask = target.weekdays if strategy.aim.judged is Judged.DAY else EVERY_DAY
    return [weekday for weekday in range(7) if mask >> weekday & 1]


def _first(strategy: Strategy, target: Target) -> date:
    """The first day that the event stands on."""
    weekdays = _weekdays(strategy, target)
    week = (target.starts + timedelta(days=n) for n in range(7))
    return next(day for day in week if day.weekday() in weekdays)


def _start(user: User, strategy: Strategy, target: Target, day: date) -> date | datetime:
    """The day, or the moment where the strategy has a clock time of its own."""
    if strategy.aim.clock is None or target.clock is None:
        return day
    hour, minute = divmod(round(target.clock) % days.DAY, 60)
    return datetime.combine(day, time(hour, minute), ZoneInfo(user.zone))


def _rule(user: User, weekdays: list[int], start: date | datetime, until: date | None) -> dict[str, object]:
    rule: dict[str, object] = {"freq": "WEEKLY", "byday": [WEEKDAYS[n] for n in weekdays]}
    if until is not None:
        end = datetime.combine(until, time(23, 59, 59), ZoneInfo(user.zone))
        rule["until"] = end.astimezone(UTC) if isinstance(start, datetime) else until
    return rule


def _excused(user: User, strategy: Strategy, pauses: list[Pause]) -> Iterator[date]:
    """The days of pauses of the strategy, from today on, as far ahead as a calendar is asked for."""
    today = user.today()
    for day in (today + timedelta(days=n) for n in range(AHEAD)):
        if any(_covers(pause, day) for pause in pauses if pause.pillar in ("", strategy.pillar)):
            yield day


def _covers(pause: Pause, day: date) -> bool:
    return pause.first <= day and (pause.last is None or day <= pause.last)
