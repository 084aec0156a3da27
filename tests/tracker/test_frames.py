"""From tables to frames: what the database turns into numbers is what was written."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from recovery.history import day_number
from tracker import frames
from tracker.models import ExerciseLog, Pause, SleepLog, Target

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 29)
MOMENT = datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def load(user):
    return frames.load(user, DAY, DAY + timedelta(days=1))


@pytest.mark.parametrize("seconds", [0, 1, 59.5, 86399])
def test_a_moment_is_its_minutes_since_1970(ana, seconds):
    start = MOMENT + timedelta(seconds=seconds)
    ExerciseLog.objects.create(user=ana, day=DAY, zone="UTC", activity="walk", minutes=5, start=start)
    assert load(ana).exercise["start"].to_list() == [start.timestamp() / 60]


@pytest.mark.parametrize("year", [1970, 1999, 2024, 2026])
def test_a_moment_of_any_year_is_exact(ana, year):
    start = MOMENT.replace(year=year, second=7)
    ExerciseLog.objects.create(user=ana, day=DAY, zone="UTC", activity="walk", minutes=5, start=start)
    assert load(ana).exercise["start"].to_list() == [start.timestamp() / 60]


def test_what_is_missing_is_nan(ana):
    SleepLog.objects.create(user=ana, day=DAY, zone="UTC", zone_bed="UTC")
    night = load(ana).sleep.iloc[0]
    assert night[["asleep", "awake", "bed", "sol", "quality"]].isna().all()


def test_a_day_is_itself_and_flags_are_flags(ana):
    for day, strength in ((DAY, True), (DAY + timedelta(days=1), False)):
        ExerciseLog.objects.create(
            user=ana, day=day, zone="UTC", activity="walk", minutes=5, strength=strength
        )
    logs = load(ana).exercise
    assert logs["day"].dt.date.to_list() == [DAY, DAY + timedelta(days=1)]
    assert logs["strength"].to_list() == [True, False]


def test_logs_stand_in_the_order_of_their_days(ana):
    for day in (DAY + timedelta(days=1), DAY):
        ExerciseLog.objects.create(user=ana, day=day, zone="UTC", activity="walk", minutes=5)
    assert load(ana).exercise["day"].is_monotonic_increasing


def test_only_the_days_asked_for_are_read_but_the_whole_plan(ana):
    ExerciseLog.objects.create(user=ana, day=DAY - timedelta(days=1), zone="UTC", activity="walk", minutes=5)
    Target.objects.create(user=ana, strategy="walks", starts=date(2020, 2, 29), low=3)
    history = load(ana)
    assert history.exercise.empty
    assert history.targets["starts"].dt.date.to_list() == [date(2020, 2, 29)]
    assert history.targets["high"].isna().all()


def test_a_pause_without_a_last_day_goes_on(ana):
    Pause.objects.create(user=ana, first=DAY)
    pauses = load(ana).arrays(load(ana).pauses)
    assert np.isnat(pauses["last"]).all()
    assert pauses["first"].astype("datetime64[D]").astype(int).tolist() == [day_number(DAY)]


def test_another_persons_record_is_not_read(ana, ben):
    ExerciseLog.objects.create(user=ben, day=DAY, zone="UTC", activity="walk", minutes=5)
    assert load(ana).exercise.empty
