"""The review of a week on one sheet: what it says, and what it leaves to the person."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from recovery.adherence.review import RULES
from tracker.models import CheckinLog, DietLog, ExerciseLog, SleepLog, Target

MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


def page(browser, query=""):
    return browser.get(reverse("review", args=[MONDAY]) + query)


def words(response):
    return " ".join(re.sub("<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def plants(ana):
    Target.objects.create(user=ana, strategy="fruit-and-vegetables", starts=date(2026, 2, 1), low=5)
    for offset, amount in enumerate((6, 6, 6, 6, 6, 1, 1)):
        day = MONDAY + timedelta(offset)
        DietLog.objects.create(
            user=ana, day=day, zone=ana.zone, item="vegetables", amount=amount, note="soup"
        )


@pytest.mark.usefixtures("plants")
def test_the_sheet_names_what_slipped_the_one_to_mind_and_its_rules(her):
    response = page(her)
    review = response.context["page"].review
    assert [one.strategy.slug for one in review.between] == ["fruit-and-vegetables"]  # 5 of 7: 71 %
    assert "In between Eat fruit and vegetables: 71 %" in words(response)
    assert "None: keep on as you do." in words(response)
    for rule in RULES:
        assert rule in words(response)


@pytest.mark.usefixtures("plants")
def test_the_diary_has_each_day_the_mean_and_how_many_days_it_is_of(her):
    assert "Fruit and vegetables (servings) 6 6 6 6 6 1 1 4.6 32 7/7" in words(page(her))


def test_a_mean_of_bedtimes_runs_round_midnight(her, ana):
    for day, hour in ((3, 23), (4, 1)):
        start = datetime(2026, 3, 2, 23, tzinfo=UTC) if hour == 23 else datetime(2026, 3, 4, 1, tzinfo=UTC)
        zones = {"zone": "UTC", "zone_bed": "UTC"}
        SleepLog.objects.create(
            user=ana,
            day=date(2026, 3, day),
            bed=start,
            asleep=start,
            awake=start + timedelta(hours=6),
            **zones,
        )
    (sleep,) = page(her).context["page"].diaries
    bedtime = next(line for line in sleep.lines if line.metric.slug == "bedtime")
    assert (round(bedtime.mean) % 1440, bedtime.known) == (0, 2)


def test_notes_are_there_only_when_asked_for(her, plants):
    assert "soup" not in words(page(her))
    assert "soup" in words(page(her, "?notes=1"))


def test_a_week_that_runs_says_so_and_an_empty_one_where_to_go(her):
    assert "has not closed yet" not in words(page(her))
    assert "Nothing was planned or logged in this week." in words(page(her))
    now = her.get(reverse("review", args=[date(2026, 3, 9)]))
    assert "has not closed yet" in words(now)


def test_a_week_without_a_verdict_asks_nobody_to_keep_on(her, ana):
    Target.objects.create(user=ana, strategy="fruit-and-vegetables", starts=date(2026, 3, 9), low=5)
    now = words(her.get(reverse("review", args=[date(2026, 3, 9)])))
    assert "None yet." in now
    assert "keep on as you do" not in now


def test_gently_there_are_words_and_no_table(her, ana, plants):
    ana.gentle = True
    ana.save()
    ExerciseLog.objects.create(
        user=ana, day=MONDAY, zone=ana.zone, activity="run", minutes=25, intensity="moderate"
    )
    response = page(her)
    assert "Eat fruit and vegetables: most of it" in words(response)
    assert "<table" not in response.content.decode()


def test_ratings_stand_beside_the_habits(her, ana):
    CheckinLog.objects.create(user=ana, day=MONDAY, zone=ana.zone, mood=7)
    assert "Mood 7 – not known – not known" in words(page(her))


def test_no_week_before_the_calendar_or_after_today_has_one(her):
    assert her.get(reverse("review", args=[date(2026, 3, 16)])).status_code == 404
    assert her.get("/week/1969-W40/review/").status_code == 404
