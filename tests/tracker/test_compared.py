"""This month against last: which days it compares, and what it says of a change."""

from datetime import date, timedelta

import numpy as np
import pytest
from django.template import Context, Template
from django.urls import reverse

from recovery.metrics.metric import Unit
from recovery.trends import Change
from tests.tracker.test_chart_pages import eat
from tracker import compared
from tracker.models import PracticeLog, User

NAN = float("nan")
LAST = date(2026, 11, 20)  # yesterday


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-21 12:00+00:00")


def practised(user: User, back: int, minutes: float) -> PracticeLog:
    day = LAST - timedelta(days=back)
    return PracticeLog(
        user=user, day=day, zone=user.zone, technique="breathing", minutes=minutes, key=f"p{back}"
    )


def words(tag: str, change: Change, unit: Unit, user: User) -> str:
    template = Template("{% load changes %}{% " + tag + " change unit %}")
    return template.render(Context({"change": change, "unit": unit, "user": user})).replace("\xa0", " ")


def test_a_month_is_the_28_days_that_closed_last(ana):
    found = compared.compared(ana, date(2026, 11, 21))
    assert (found.earlier, found.until) == (date(2026, 9, 26), date(2026, 10, 23))
    assert (found.first, found.last) == (date(2026, 10, 24), LAST)
    assert compared.compared(ana, date(2026, 9, 1)).last == date(2026, 9, 1)


def test_what_nothing_is_known_of_has_no_row(ana):
    assert not compared.compared(ana, LAST).rows


def test_a_week_is_seven_times_the_mean_day_and_so_is_its_change(ana):
    PracticeLog.objects.bulk_create(
        practised(ana, back, 10 if back < 28 else 4 + back % 2) for back in range(56)
    )
    ana.touch()
    (row,) = compared.compared(ana, LAST).rows
    assert (row.number.slug, row.before, row.now) == ("practice-minutes-a-week", 31.5, 70)
    assert row.change.difference == pytest.approx(38.5)
    assert row.sure


def test_fewer_than_four_days_have_no_mean_and_no_change(ana):
    PracticeLog.objects.bulk_create(practised(ana, back, 10) for back in range(3))
    ana.touch()
    (row,) = compared.compared(ana, LAST).rows
    assert np.isnan([row.before, row.now]).all()
    assert words("change_words", row.change, Unit.MINUTES, ana) == "too little logged to say"


@pytest.mark.parametrize(
    ("change", "unit", "said", "interval"),
    [
        (Change(24, 5, 43, 28, 28), Unit.DURATION, "24 min more", "between 5 min more and 43 min more"),
        (Change(-24, -43, -5, 28, 28), Unit.CLOCK, "24 min earlier",
         "between 43 min earlier and 5 min earlier"),
        (Change(1, -1, 3, 28, 28), Unit.SERVINGS, "could be chance",
         "between 1 serving less and 3 servings more"),
        (Change(2, 1, 3, 28, 28), Unit.PERCENT, "2 percentage points more",
         "between 1 percentage point more and 3 percentage points more"),
        (Change(NAN, NAN, NAN, 3, 0), Unit.POINTS, "too little logged to say", ""),
    ],
)  # fmt: skip
def test_a_change_is_said_in_words_with_its_interval(ana, change, unit, said, interval):
    assert words("change_words", change, unit, ana) == said
    assert words("interval_words", change, unit, ana) == interval


def test_gently_a_change_has_no_number(ana):  # rules.md, 31
    ana.gentle = True
    assert words("change_words", Change(24, 5, 43, 28, 28), Unit.CLOCK, ana) == "later"


def test_trends_shows_it_with_the_way_to_what_each_number_was_made_of(client, ana):
    PracticeLog.objects.bulk_create(practised(ana, back, 10) for back in range(56))
    eat(ana)
    client.force_login(ana)
    page = client.get(reverse("trends")).content.decode()
    assert "This month against last" in page
    assert reverse("made", args=["practice-minutes-a-week", date(2026, 10, 24), LAST]) in page
