"""The month: a calendar to open any day from."""

from datetime import date

import time_machine

from tracker.models import ExerciseLog, User
from tracker.views.month import weeks


def test_a_month_begins_its_weeks_on_the_persons_own_weekday(ana: User):
    """docs/rules.md, 5: the week start changes calendars only."""
    for start in (0, 5, 6):
        ana.week_start = start
        assert {week[0].day.weekday() for week in weeks(ana, date(2026, 11, 1))} == {start}


@time_machine.travel("2026-11-21T12:00:00Z")
def test_a_month_shows_how_much_of_each_day_was_logged(ana: User, client):
    ExerciseLog.objects.create(user=ana, day=date(2026, 11, 3), zone=ana.zone, activity="", minutes=0)
    ExerciseLog.objects.create(user=ana, day=date(2026, 11, 3), zone=ana.zone, activity="", minutes=0)
    squares = {square.day: square for week in weeks(ana, date(2026, 11, 1)) for square in week}
    assert (squares[date(2026, 11, 3)].logged, squares[date(2026, 11, 4)].logged) == (1, 0)
    client.force_login(ana)
    page = client.get("/month/2026-11/").content.decode()
    assert "/day/2026-11-03/" in page
    assert "/day/2026-11-22/" not in page


@time_machine.travel("2026-11-21T12:00:00Z")
def test_a_month_that_has_not_begun_is_not_there(ana: User, client):
    client.force_login(ana)
    assert client.get("/month/2026-12/").status_code == 404
    assert client.get("/month/1969-12/").status_code == 404


@time_machine.travel("2026-11-21T12:00:00Z")
def test_a_month_shows_nothing_of_another_person(ana: User, ben: User):
    ExerciseLog.objects.create(user=ben, day=date(2026, 11, 3), zone=ben.zone, activity="", minutes=0)
    assert all(square.logged == 0 for week in weeks(ana, date(2026, 11, 1)) for square in week)
