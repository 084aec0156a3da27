"""Persons with a long record: the sample person's habits, 8 logs a day, as far back as wanted."""

import sys
from datetime import date, datetime, timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

from recovery import days
from recovery.metrics.diet import ITEMS
from recovery.strategies import STRATEGIES
from tracker.models import (
    CheckinLog,
    DietLog,
    ExerciseLog,
    Log,
    PracticeLog,
    SleepLog,
    Target,
    Token,
    User,
)

ZONE = "Europe/Berlin"
EATEN = [item for item in ITEMS if item != "nothing"]


def main() -> None:
    """Print, for each person, the years of their record, a session of theirs, and a program's token."""
    for years in (1, 10):
        user = person(years)
        sys.stdout.write(f"{years} {session(user)} {token(user)}\n")


def person(years: int) -> User:
    user = User.objects.create_user(f"y{years}@example.org", "a long password", zone=ZONE, welcomed=True)
    today = user.today()
    first = today - timedelta(days=365 * years)
    dates = [first + timedelta(days=n) for n in range(365 * years + 1)]
    for model in (SleepLog, ExerciseLog, PracticeLog, CheckinLog, DietLog):
        model.objects.bulk_create([log for day in dates for log in logs(model, user, day)], batch_size=500)
    Target.objects.bulk_create(
        Target(
            user=user,
            strategy=strategy.slug,
            starts=first,
            low=strategy.aim.low,
            high=strategy.aim.high,
            dose=strategy.aim.dose,
            clock=strategy.aim.clock,
        )
        for strategy in STRATEGIES
    )
    return user


def logs(model: type[Log], user: User, day: date) -> list[Log]:
    """A night, an hour's walk, a breathing session, a check-in and four things eaten."""
    own = {"user": user, "day": day, "zone": ZONE}
    if model is SleepLog:
        return [night(own, day)]
    if model is ExerciseLog:
        return [ExerciseLog(**own, activity="brisk-walk", minutes=20 + day.day, intensity="moderate")]
    if model is PracticeLog:
        return [PracticeLog(**own, technique="breathing", minutes=5 + day.day % 10)]
    if model is CheckinLog:
        return [CheckinLog(**own, mood=day.day % 11, stress=10 - day.day % 11)]
    return [DietLog(**own, item=EATEN[(day.day + n) % len(EATEN)], amount=1) for n in range(4)]


def night(own: dict[str, object], day: date) -> SleepLog:
    def at(clock: int, of: date) -> datetime:
        return days.moment(of, clock, ZONE)

    late = day.day % 7 * 10
    eve = day - timedelta(days=1)
    return SleepLog(
        **own,
        asleep=at(22 * 60 + 40 + late, eve),
        awake=at(6 * 60 + 30 + late, day),
        zone_bed=ZONE,
        bed=at(22 * 60 + 10 + late, eve),
        tried=at(22 * 60 + 25 + late, eve),
        sol=15,
        up=at(6 * 60 + 45 + late, day),
        waso=10 + late,
        awakenings=2,
        quality=1 + day.day % 5,
        light=240,
        deep=80,
        rem=90,
    )


def session(user: User) -> str:
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(user.pk)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = user.get_session_auth_hash()
    store.create()
    return store.session_key


def token(user: User) -> str:
    own = Token(user=user, name="a program", scopes="read log")
    secret = own.renew()
    own.save()
    return secret
