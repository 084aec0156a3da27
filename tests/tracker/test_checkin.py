"""The check-in: one tap a rating, one check-in an hour, no aim, and nothing that judges."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import strip_tags

from recovery.metrics.checkin import RATINGS
from tracker import cards, frames
from tracker.forms import CheckinForm
from tracker.models import CheckinLog, User, writing
from tracker.templatetags.units import LEVELS, level, levels

TODAY, YESTERDAY = date(2026, 3, 11), date(2026, 3, 10)
NOON = datetime(2026, 3, 11, 11, tzinfo=UTC)  # in Berlin


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)
    return time_machine


def tap(browser, value, key="k", **data):
    return browser.post(reverse("log-quick", args=["checkin"]), {"key": key, "value": value, **data})


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def token(response):
    return list(get_messages(response.wsgi_request))[-1].extra_tags


def ratings(user):
    return [log.ratings for log in user.checkinlogs.order_by("start", "id")]


def strip(browser, url="/"):
    """The strip of a page as it stands there."""
    page = browser.get(url).content.decode()
    found = re.search(r'<section class="card checkin".*?</section>', page, re.DOTALL)
    return found.group() if found else ""


def pressed(browser, url="/"):
    return re.findall(r'value="([a-z]+/\d+)"[^>]*aria-pressed="true"', strip(browser, url))


# One tap


def test_one_tap_logs_one_rating_of_this_moment(her, ana):
    tap(her, "mood/7")
    log = ana.checkinlogs.get()
    assert (log.day, log.start, log.ratings) == (TODAY, NOON, {"mood": 7})


def test_taps_on_other_ratings_add_to_the_same_check_in(her, ana):  # rule 32
    for value in ("mood/7", "stress/0", "sleepiness/10"):
        tap(her, value, key=value)
    assert ratings(ana) == [{"mood": 7, "stress": 0, "sleepiness": 10}]
    assert pressed(her) == ["mood/7", "stress/0", "sleepiness/10"]


def test_a_tap_on_another_answer_changes_the_same_check_in(her, ana):
    tap(her, "mood/7", key="a")
    tap(her, "mood/3", key="b")
    assert ratings(ana) == [{"mood": 3}]


def test_the_same_tap_sent_twice_is_one_check_in_and_says_so_once(her, ana):  # rule 23
    first, second = tap(her, "mood/7"), tap(her, "mood/7")
    assert ana.checkinlogs.get().version == 1
    assert (len(said(first)), len(said(second))) == (1, 1)  # the session's one message, not a second one


def test_two_taps_of_one_page_sent_at_once_are_one_check_in(her, ana):
    tap(her, "mood/7", key="same page")
    tap(her, "energy/2", key="same page")
    assert ratings(ana) == [{"mood": 7, "energy": 2}]


def test_a_tap_more_than_an_hour_later_begins_another_check_in(her, ana, noon):  # rule 32
    tap(her, "mood/7", key="a")
    noon.move_to(NOON + timedelta(minutes=60), tick=False)
    tap(her, "energy/4", key="b")
    noon.move_to(NOON + timedelta(minutes=61), tick=False)
    tap(her, "mood/3", key="c")
    assert ratings(ana) == [{"mood": 7, "energy": 4}, {"mood": 3}]


def test_the_strip_shows_what_a_tap_would_add_to_until_the_minute_is_over(her, ana, noon):
    tap(her, "mood/7", key="a")
    noon.move_to(NOON + timedelta(minutes=60, seconds=59), tick=False)
    assert pressed(her) == ["mood/7"]
    tap(her, "energy/4", key="b")
    assert ana.checkinlogs.count() == 1


def test_an_hour_later_the_strip_waits_for_new_answers_and_lists_the_old_ones(her, noon):
    tap(her, "mood/7")
    noon.move_to(NOON + timedelta(hours=2), tick=False)
    assert pressed(her) == []
    assert "Mood 7" in strip(her)
    assert "<details>" in strip(her).replace(' class="about"', "")


def test_a_tap_before_the_day_start_counts_to_the_day_before(her, ana, noon):  # rule 2
    noon.move_to(datetime(2026, 3, 11, 2, 30, tzinfo=UTC), tick=False)  # half past three in Berlin
    tap(her, "mood/7")
    assert ana.checkinlogs.get().day == YESTERDAY


def test_a_tap_after_the_day_start_leaves_the_check_in_of_the_night_alone(her, ana, noon):  # rule 2
    noon.move_to(datetime(2026, 3, 11, 2, 45, tzinfo=UTC), tick=False)
    tap(her, "mood/7", key="a")
    noon.move_to(datetime(2026, 3, 11, 3, 15, tzinfo=UTC), tick=False)
    tap(her, "mood/5", key="b")
    assert [log.day for log in ana.checkinlogs.order_by("start")] == [YESTERDAY, TODAY]


def test_in_the_hour_that_comes_twice_one_check_in_is_still_an_hour_long(her, ana, noon):  # rule 4
    began = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)  # half past two in Berlin, the first
    for minutes, key in ((0, "a"), (60, "b"), (75, "c")):
        noon.move_to(began + timedelta(minutes=minutes), tick=False)
        her.force_login(ana)
        tap(her, f"mood/{minutes // 10}", key=key)
    assert ratings(ana) == [{"mood": 6}, {"mood": 7}]


def test_a_tap_on_the_page_of_a_day_gone_by_has_no_time_and_later_ones_add_to_it(her, ana):  # rule 32
    assert tap(her, "mood/7", page=str(YESTERDAY)).url == reverse("day", args=[YESTERDAY])
    tap(her, "focus/2", key="b", page=str(YESTERDAY))
    log = ana.checkinlogs.get()
    assert (log.day, log.start, log.ratings) == (YESTERDAY, None, {"mood": 7, "focus": 2})
    assert pressed(her, reverse("day", args=[YESTERDAY])) == ["mood/7", "focus/2"]


def test_a_tap_on_the_page_of_a_day_gone_by_leaves_its_timed_check_ins_alone(her, ana, noon):
    tap(her, "mood/7", key="a")
    noon.move_to(NOON + timedelta(days=1), tick=False)
    tap(her, "mood/1", key="b", page=str(TODAY))
    assert [log.ratings for log in ana.checkinlogs.filter(start__isnull=False)] == [{"mood": 7}]


# Undo and the rest of writing


def test_undo_of_the_first_tap_takes_the_check_in_away(her, ana):  # rule 24
    her.post(reverse("undo", args=[token(tap(her, "mood/7"))]))
    assert not ana.checkinlogs.exists()


def test_undo_of_a_later_tap_brings_the_earlier_answer_back(her, ana):  # rule 24
    tap(her, "mood/7", key="a")
    her.get("/")
    her.post(reverse("undo", args=[token(tap(her, "mood/2", key="b"))]))
    assert ratings(ana) == [{"mood": 7}]


def test_a_late_retry_does_not_bring_an_undone_check_in_back(her, ana):  # rule 24
    her.post(reverse("undo", args=[token(tap(her, "mood/7"))]))
    tap(her, "mood/7")
    assert not ana.checkinlogs.exists()


def test_a_tap_never_touches_the_check_in_of_another_person(her, ana, ben):
    CheckinLog.objects.create(user=ben, day=TODAY, zone="UTC", start=NOON, mood=1)
    tap(her, "mood/7")
    assert (ratings(ana), ratings(ben)) == ([{"mood": 7}], [{"mood": 1}])


def test_a_check_in_goes_with_its_account(ana):
    CheckinLog.objects.create(user=ana, day=TODAY, zone="UTC", mood=1)
    ana.delete()
    assert not CheckinLog.objects.exists()


# The form


def test_the_form_takes_a_time_ratings_and_a_note(her, ana):
    typed = {"mood": "0", "stress": "10", "time": "08:15", "day": str(TODAY), "note": "tired", "key": "k"}
    her.post(reverse("log-add", args=["checkin"]), typed)
    log = ana.checkinlogs.get()
    assert (log.ratings, log.note) == ({"mood": 0, "stress": 10}, "tired")
    assert log.start == datetime(2026, 3, 11, 7, 15, tzinfo=UTC)


def test_the_form_of_today_proposes_this_moment_and_that_of_another_day_none(ana):
    assert CheckinForm(user=ana, day=TODAY)["time"].value().isoformat() == "12:00:00"
    assert CheckinForm(user=ana, day=YESTERDAY)["time"].value() is None


def test_a_check_in_that_rates_nothing_is_refused_with_a_sentence(her, ana):
    response = her.post(reverse("log-add", args=["checkin"]), {"day": str(TODAY), "note": "hm", "key": "k"})
    assert "Rate at least one of the five" in response.content.decode()
    assert not ana.checkinlogs.exists()


@pytest.mark.parametrize("fields", [{}, {"mood": 11}])
def test_the_database_refuses_what_the_model_refuses(ana, fields):  # rule 25
    log = CheckinLog(user=ana, day=TODAY, zone="UTC", **fields)
    with pytest.raises(ValidationError):
        log.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        log.save()


def test_both_ends_of_every_scale_are_worded_in_strip_and_form(her):
    form = her.get(reverse("log-add", args=["checkin"])).content.decode()
    for rating in RATINGS.values():
        assert rating.least in strip(her)
        assert rating.most in strip(her)
        assert f"0, {rating.least}" in form
        assert f"10, {rating.most}" in form


# Nothing that judges


def test_a_check_in_is_in_no_share_no_tally_and_no_question_of_the_morning(her, ana):  # rule 32
    for day in (TODAY, YESTERDAY):
        CheckinLog.objects.create(user=ana, day=day, zone="UTC", mood=5)
    page = cards.page(ana, frames.load(ana, *cards.window(TODAY)), TODAY)
    assert [card.kind for card in page.cards] == list(ana.follows)
    assert {(tally.logged, tally.of) for tally in page.week} == {(0, 4)}
    assert (page.empty, page.incomplete) == (True, [])
    month = her.get(reverse("month", args=["2026-03"])).context["weeks"]
    assert {(day.logged, day.of) for week in month for day in week} == {(0, 4)}


def test_the_strip_says_what_it_is_not_and_where_to_find_help(her):
    words = strip_tags(strip(her))
    assert "no validated scale and no diagnosis" in words
    assert reverse("learn-entry", args=["low-mood"]) in strip(her)


def test_the_check_in_is_no_pillar_to_follow(her):
    for page in ("settings", "welcome"):
        assert 'value="checkin"' not in her.get(reverse(page)).content.decode()
    assert "checkin" not in her.get(reverse("plan")).content.decode()


# Gently, and not at all


@pytest.fixture
def gentle(ana):
    User.objects.filter(pk=ana.pk).update(gentle=True)


def test_gently_the_strip_has_words_and_no_numbers(her, gentle):  # rule 31
    CheckinLog.objects.create(
        user=User.objects.get(), day=TODAY, zone="UTC", start=NOON - timedelta(hours=3), mood=8
    )
    shown = strip(her)
    assert shown.count(">very low</button>") == len(RATINGS)
    assert "Mood very high" in shown
    assert not re.search(r"\d", strip_tags(shown))


def test_gently_the_form_has_words_and_keeps_a_rating_that_was_a_number(her, ana, gentle):  # rule 31
    log = CheckinLog.objects.create(user=ana, day=TODAY, zone=ana.zone, mood=8)
    form = CheckinForm(instance=log, user=User.objects.get(pk=ana.pk))
    assert (8, "very high") in form.fields["mood"].choices
    assert not any(re.search(r"\d", str(words)) for _value, words in form.fields["stress"].choices)


@pytest.mark.parametrize("rating", range(11))
def test_every_rating_lies_in_one_level_and_stands_for_it(rating):
    assert [value for value, _words in levels(rating)].index(rating) == level(rating)
    assert len(levels(rating)) == len(LEVELS)


def test_who_hides_the_check_in_sees_neither_strip_nor_chart_and_keeps_the_record(her, ana):
    tap(her, "mood/7")
    assert 'id="chart-checkin"' in her.get(reverse("week-now")).content.decode()
    User.objects.filter(pk=ana.pk).update(checks_in=False)
    ana.touch()
    for url in ("/", reverse("week-now"), reverse("trends")):
        assert "checkin" not in her.get(url).content.decode()
    assert ratings(ana) == [{"mood": 7}]


# Two at once


def test_a_tap_is_written_over_the_newest_version(her, ana):
    tap(her, "mood/7")
    log = ana.checkinlogs.get()
    log.note = "typed elsewhere"
    writing.change(log, 1)
    tap(her, "energy/3", key="b")
    log = ana.checkinlogs.get()
    assert (log.note, log.ratings, log.version) == ("typed elsewhere", {"mood": 7, "energy": 3}, 3)
