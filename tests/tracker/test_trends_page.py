"""Trends: which days it shows, and that it asks for them in words."""

import re
from datetime import date

import pytest
from django.urls import reverse

from recovery.metrics import diet
from tests.recovery.record import at
from tests.tracker.test_chart_pages import eat, refuse
from tracker import figures, frames, trends
from tracker.charts import CHARTS, span
from tracker.models import DietLog, SleepLog, Target, User

FIRST = date(2026, 8, 31)  # the Monday eleven weeks before this one
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-21 12:00+00:00")


def ate(user: User, day: date) -> None:
    DietLog.objects.create(user=user, day=day, zone=user.zone, item="berries", amount=1, key=str(day))
    user.touch()


def dates(first: date, last: date) -> str:
    return reverse("trends-dates", args=[first, last])


@pytest.mark.parametrize(
    ("name", "first"), [("4-weeks", date(2026, 10, 26)), ("12-weeks", FIRST), ("year", date(2025, 11, 24))]
)
def test_a_span_is_of_whole_weeks_up_to_today(ana, name, first):
    assert trends.span(ana, name) == (first, TODAY)
    assert first.weekday() == 0


def test_all_begins_at_the_first_log(ana):
    ate(ana, date(2019, 3, 5))
    assert trends.span(ana, "all") == (date(2019, 3, 5), TODAY)


def test_all_of_nothing_is_the_usual_span(ana):
    assert trends.span(ana, "all") == (FIRST, TODAY)


def test_without_a_choice_twelve_weeks_are_shown(client, ana):
    client.force_login(ana)
    context = client.get(reverse("trends")).context
    assert (context["first"], context["last"], context["name"]) == (FIRST, TODAY, "12-weeks")


@pytest.mark.parametrize("name", trends.SPANS)
def test_every_span_has_a_page(client, ana, name):
    eat(ana)
    client.force_login(ana)
    page = client.get(reverse("trends-preset", args=[name]))
    assert page.status_code == 200
    assert f'href="{reverse("trends-preset", args=[name])}" aria-current="page"' in page.content.decode()


def test_two_days_that_are_asked_for_have_an_address_of_their_own(client, ana):
    ate(ana, date(2026, 9, 1))
    client.force_login(ana)
    answer = client.get(reverse("trends"), {"first": "2026-09-03", "last": "2026-10-01"})
    assert answer["Location"] == dates(date(2026, 9, 3), date(2026, 10, 1))
    assert client.get(answer["Location"]).context["first"] == date(2026, 9, 3)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2026-10-01", "2026-09-03", "Please swap them"),
        ("", "2026-09-03", "This field is required"),
        ("x", "2026-09-03", "Enter a valid date"),
        ("1066-10-14", "2026-09-03", "between 1970 and"),
    ],
)
def test_days_that_cannot_be_are_refused_in_words(client, ana, first, last, words):
    client.force_login(ana)
    page = client.get(reverse("trends"), {"first": first, "last": last})
    assert words in page.content.decode()


def test_days_outside_the_record_lead_to_those_within(client, ana):
    ate(ana, date(2026, 5, 1))
    client.force_login(ana)
    assert client.get(dates(date(2020, 1, 1), TODAY))["Location"] == dates(date(2026, 5, 1), TODAY)
    later = client.get(dates(date(2026, 5, 2), date(2027, 1, 1)))
    assert later["Location"] == dates(date(2026, 5, 2), TODAY)
    before = client.get(dates(date(2020, 1, 1), date(2020, 2, 1)))
    assert before["Location"] == dates(date(2026, 5, 1), date(2026, 5, 1))


@pytest.mark.parametrize(
    "address", ["/trends/2026-11-21/2026-11-20/", "/trends/1969-01-01/2026-11-20/", "/trends/decade/"]
)
def test_what_is_no_span_is_not_found(client, ana, address):
    client.force_login(ana)
    assert client.get(address).status_code == 404


def test_the_page_is_computed_once_for_each_version_of_the_record(client, ana, monkeypatch):
    eat(ana)
    client.force_login(ana)
    first = client.get(reverse("trends"))
    monkeypatch.setattr(frames, "load", refuse)
    assert client.get(reverse("trends")).status_code == 200
    assert len(first.context["sections"]) == 6
    eat(ana)
    with pytest.raises(AssertionError, match="computed"):
        client.get(reverse("trends"))


def test_a_pillar_that_is_not_followed_is_not_shown(client, ana):
    User.objects.filter(pk=ana.pk).update(pillars="sleep exercise")
    eat(ana)
    client.force_login(ana)
    sections = client.get(reverse("trends")).context["sections"]
    assert [section.pillar for section in sections] == ["", "sleep", "exercise", "checkin"]


def test_a_number_opens_what_it_was_made_of(client, ana):
    eat(ana)
    client.force_login(ana)
    page = client.get(reverse("trends")).content.decode()
    assert f'href="{reverse("made", args=["plants-a-day", FIRST, TODAY])}"' in page


def test_what_cannot_be_said_says_why(client, ana):
    eat(ana)
    client.force_login(ana)
    page = client.get(reverse("trends")).content.decode()
    assert "Seven pairs of consecutive days are needed" in page


def test_gently_no_number_of_the_record_is_said(client, ana):  # rules.md, 31
    eat(ana)
    User.objects.filter(pk=ana.pk).update(gentle=True)
    client.force_login(ana)
    page = client.get(reverse("trends")).content.decode()
    assert 'class="card numbers"' not in page
    assert not re.search(r"\d servings?", page)


@pytest.mark.parametrize("thin", [False, True])
def test_days_that_are_missing_are_counted_once_they_are_many(thin):
    assert trends.Number("plants-a-day", 3.0, "", 70 if thin else 80, 100).thin is thin


@pytest.fixture
def coffee_on_a_sunday(ana) -> date:
    sunday = date(2026, 11, 8)
    Target.objects.create(user=ana, strategy="caffeine-cut-off", starts=sunday, low=9)
    zone = {"user": ana, "zone": "Europe/Berlin"}
    DietLog.objects.create(day=sunday, item="caffeine", amount=107, start=at(f"{sunday} 10:00"), **zone)
    slept = {"asleep": at(f"{sunday} 23:00"), "awake": at("2026-11-09 07:00")}
    SleepLog(zone_bed="Europe/Berlin", **slept, **zone).settle().save()
    return sunday


def test_the_last_days_caffeine_is_judged_by_the_night_after_it(ana, coffee_on_a_sunday):  # rule 11
    own = frames.load(ana, coffee_on_a_sunday, coffee_on_a_sunday)
    part = span.between(frames.load(ana, FIRST, TODAY), coffee_on_a_sunday, coffee_on_a_sunday)
    assert len(own.sleep) == len(part.sleep) == 0
    assert diet.caffeine_gap(own).tolist() == diet.caffeine_gap(part).tolist() == [13]


@pytest.mark.parametrize("by_the_page", [False, True])
def test_a_chart_of_a_past_span_knows_it_too(client, ana, coffee_on_a_sunday, by_the_page):  # rule 11
    client.force_login(ana)
    if by_the_page:  # which computes its charts from a history of its own
        client.get(dates(coffee_on_a_sunday, coffee_on_a_sunday))
    kept = figures.data(ana, CHARTS["adherence"], coffee_on_a_sunday, coffee_on_a_sunday)
    assert kept["sleep_kept"].tolist() == [100]


class TestCalendar:
    @pytest.fixture
    def planned(self, client, ana):
        for slug in ("fish", "long-enough"):
            Target.objects.create(user=ana, strategy=slug, starts=FIRST, low=1)
        eat(ana)
        client.force_login(ana)
        return client

    def test_the_first_strategy_of_the_plan_is_shown_over_a_year(self, planned):
        calendar = planned.get(reverse("trends")).context["calendar"]
        assert [one.slug for one in calendar.strategies] == ["long-enough", "fish"]
        assert calendar.chosen.slug == "long-enough"
        assert "/2025-11-17/2026-11-21.svg" in calendar.chart.files["svg"]

    @pytest.mark.parametrize("address", ["/trends/", "/trends/year/", "/trends/2026-11-01/2026-11-21/"])
    def test_another_one_can_be_chosen_over_any_span(self, planned, address):
        page = planned.get(f"{address}?calendar=fish", follow=True)
        assert page.context["calendar"].chosen.slug == "fish"
        assert '<option value="fish" selected>' in page.content.decode()

    def test_one_that_was_never_planned_is_not_found(self, planned):
        assert planned.get(reverse("trends"), {"calendar": "alcohol"}).status_code == 404

    def test_its_drawing_has_an_address(self, planned):
        url = planned.get(reverse("trends"), {"calendar": "fish"}).context["calendar"].chart.files["svg"]
        assert planned.get(url).status_code == 200

    def test_without_a_plan_there_is_none(self, client, ana):
        client.force_login(ana)
        assert client.get(reverse("trends")).context["calendar"] is None
