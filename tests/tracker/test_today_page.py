"""Today and the pages of past days: what they show, what they cost, and the question of the morning."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from recovery.strategies import STRATEGIES
from tracker.kinds import KINDS
from tracker.models import DietLog, ExerciseLog, PracticeLog, SleepLog, Target, User
from tracker.models.user import PILLARS

TODAY, YESTERDAY = date(2026, 3, 11), date(2026, 3, 10)
MOST_QUERIES = 12


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 11, tzinfo=UTC), tick=False)


def night(user, day=TODAY, hours=8, **fields):
    awake = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    moments = {"asleep": awake - timedelta(hours=hours), "awake": awake}
    zones = {"zone": user.zone, "zone_bed": user.zone}
    return SleepLog.objects.create(user=user, day=day, **moments, **zones, **fields)


def walk(user, day=TODAY, minutes=37):
    known = {"activity": "walk", "minutes": minutes, "intensity": "light"}
    return ExerciseLog.objects.create(user=user, day=day, zone=user.zone, **known)


def ate(user, item="berries", day=TODAY, amount=1):
    return DietLog.objects.create(user=user, day=day, zone=user.zone, item=item, amount=amount)


def breathe(user, day=TODAY):
    rated = {"stress_before": 7, "stress_after": 4}
    return PracticeLog.objects.create(
        user=user, day=day, zone=user.zone, technique="breathing", minutes=13, **rated
    )


def follow_everything(user):
    for strategy in STRATEGIES:
        aim = strategy.aim
        values = {"low": aim.low, "high": aim.high, "dose": aim.dose, "clock": aim.clock}
        Target.objects.create(user=user, strategy=strategy.slug, starts=date(2026, 1, 1), **values)


def today(browser):
    return browser.get(reverse("today"))


def page(response):
    return response.content.decode()


def queries(browser, counter, url):
    with counter(MOST_QUERIES, exact=False) as counted:
        assert browser.get(url).status_code == 200
    return len(counted.captured_queries)


# What it costs


@pytest.mark.parametrize("url", ["/", "/day/2026-03-10/"])
def test_a_page_takes_the_same_few_queries_for_no_log_and_for_five_hundred(
    her, ana, url, django_assert_max_num_queries, time_machine
):
    follow_everything(ana)
    cold = queries(her, django_assert_max_num_queries, url)
    DietLog.objects.bulk_create(
        DietLog(user=ana, day=TODAY - timedelta(days=n % 30), zone=ana.zone, item="nuts") for n in range(480)
    )
    for n in range(20):
        night(ana, TODAY - timedelta(days=n))
    ana.touch()
    assert queries(her, django_assert_max_num_queries, url) == cold


def test_a_page_shown_again_takes_fewer_queries(her, ana, django_assert_max_num_queries):
    night(ana)
    cold = queries(her, django_assert_max_num_queries, "/")
    assert queries(her, django_assert_max_num_queries, "/") < cold


def test_a_page_shown_again_knows_of_a_new_log(her, ana):
    today(her)
    her.post(reverse("log-quick", args=["exercise"]), {"key": "k", "value": "walk/37/light"})
    assert "37" in strip_tags(page(today(her)))


# What it shows


def test_somebody_without_an_account_sees_the_landing_page(client, db):
    assert "Sign up" in page(today(client))


def test_somebody_new_is_welcomed_first(her, ana):
    User.objects.filter(pk=ana.pk).update(welcomed=False)
    assert today(her).url == reverse("welcome")


def test_an_empty_day_says_what_to_do_first(her):
    assert "Begin with last night" in page(today(her))


@pytest.mark.parametrize("kind", PILLARS)
def test_each_card_offers_one_tap_none_and_the_whole_form(her, kind):
    shown = page(today(her))
    assert f'id="{kind}-none"' in shown
    assert f'id="{kind}-more"' in shown
    assert f'action="{reverse("log-quick", args=[kind])}"' in shown


@pytest.mark.parametrize("kind", PILLARS)
def test_every_button_of_a_card_logs(her, ana, kind):
    card = next(card for card in today(her).context["page"].cards if card.kind == kind)
    for number, value in enumerate([quick.value for quick in card.quick] + ["none"]):
        KINDS[kind].of(ana).delete()
        her.post(reverse("log-quick", args=[kind]), {"key": str(number), "value": value})
        assert KINDS[kind].of(ana).count() == 1, value


def test_all_kinds_of_a_day_are_shown(her, ana):
    night(ana)
    walk(ana)
    ate(ana)
    breathe(ana)
    shown = strip_tags(page(today(her))).replace("\N{NO-BREAK SPACE}", " ")
    for words in ("8 h", "37 min", "Berries", "Slow breathing", "stress 7 → 4"):
        assert words in shown


def test_nothing_of_another_person_is_shown(her, ben):
    walk(ben)
    ate(ben, "nuts")
    assert "37" not in strip_tags(page(today(her)))
    assert today(her).context["page"].empty


def test_a_short_night_comes_with_a_warning_and_a_long_one_without(her, ana):  # rule 30
    log = night(ana, hours=4)
    assert "do not drive if you feel sleepy" in page(today(her))
    log.delete()
    night(ana, hours=8)
    ana.touch()
    assert "do not drive" not in page(today(her))


def test_a_pillar_that_is_switched_off_has_no_card(her, ana):  # rule 31
    User.objects.filter(pk=ana.pk).update(pillars="sleep exercise practice")
    assert 'id="diet"' not in page(today(her))


def test_before_the_day_start_today_is_still_the_day_before(her, time_machine):  # rule 2
    time_machine.move_to(datetime(2026, 3, 12, 0, 30, tzinfo=UTC))  # 01:30 in Berlin
    assert today(her).context["page"].day == TODAY


@pytest.mark.parametrize("day", ["2026-03-11", "2026-03-10", "2020-02-29", "1970-01-01"])
def test_the_pages_of_past_days_open(her, day):
    assert her.get(f"/day/{day}/").status_code == 200


@pytest.mark.parametrize(
    "day", ["2026-03-12", "2200-01-01", "1969-12-31", "0001-01-01", "0000-00-00", "2026-02-30", "9999-12-31"]
)
def test_a_day_that_has_not_begun_or_lies_before_1970_is_not_there(her, day):
    assert her.get(f"/day/{day}/").status_code == 404


def test_a_past_day_can_be_filled_in(her, ana):
    her.get("/day/2026-03-10/")
    her.post(reverse("log-quick", args=["sleep"]), {"key": "k", "value": "1380-420", "page": "2026-03-10"})
    assert ana.sleeplogs.get().day == YESTERDAY
    assert 'id="sleep-night"' in page(her.get("/day/2026-03-10/"))


def test_one_colour_is_not_colours(her, ana):
    DietLog.objects.create(user=ana, day=TODAY, zone=ana.zone, item="berries", amount=1, colour="red")
    shown = strip_tags(her.get(reverse("today")).content.decode())
    assert "1 colour, 0 × fish this week" in shown
    DietLog.objects.create(user=ana, day=TODAY, zone=ana.zone, item="vegetables", amount=1, colour="green")
    ana.touch()
    assert "2 colours, 0 × fish this week" in strip_tags(her.get(reverse("today")).content.decode())


# Gentle mode


def test_gentle_mode_shows_no_number_of_the_record_in_the_cards(her, ana):  # rule 31
    User.objects.filter(pk=ana.pk).update(gentle=True)
    follow_everything(ana)
    Target.objects.update(low=None, high=None)  # so that no digit is an aim's
    night(ana)
    SleepLog.objects.update(nap=True)
    night(ana)
    walk(ana)
    ate(ana, amount=2.5)
    ate(ana, "caffeine", amount=160)
    breathe(ana)
    cards = re.search(r'<section class="cards".*?</section>\s*</main>', page(today(her)), re.DOTALL).group()
    told = re.sub(r'<details class="why">.*?</details>', "", cards, flags=re.DOTALL)
    assert not re.findall(r"\d+", strip_tags(told))


def test_without_gentle_mode_the_numbers_stand(her, ana):
    night(ana)
    assert "8" in strip_tags(page(today(her)))


# The morning


def complete(browser, answer, **data):
    return browser.post(reverse("complete"), {"answer": answer, "key": "k", **data})


def asks(browser):
    return "Was yesterday complete?" in page(today(browser))


def test_in_the_morning_it_asks_for_what_yesterday_lacks(her, ana):  # rule 12
    night(ana, YESTERDAY)
    walk(ana, YESTERDAY)
    assert asks(her)
    assert [quick.value for quick in today(her).context["page"].incomplete] == ["diet:none", "practice:none"]


def test_it_does_not_ask_on_the_first_day(her, ana):
    walk(ana, TODAY)
    assert not asks(her)


def test_it_does_not_ask_where_nothing_is_missing(her, ana):
    walk(ana, YESTERDAY)
    ate(ana, day=YESTERDAY)
    breathe(ana, YESTERDAY)
    assert not asks(her)


def test_it_does_not_ask_on_the_page_of_a_past_day(her, ana):
    walk(ana, YESTERDAY)
    assert "Was yesterday complete?" not in page(her.get("/day/2026-03-10/"))


def test_yes_writes_each_none_that_was_missing(her, ana):  # rules 10, 12
    walk(ana, YESTERDAY)
    Target.objects.create(user=ana, strategy="fewer-sweets", starts=date(2026, 1, 1), high=4)
    complete(her, "yes")
    assert [(log.day, log.minutes) for log in ana.practicelogs.all()] == [(YESTERDAY, 0)]
    assert sorted((log.item, log.amount) for log in ana.dietlogs.all()) == [("nothing", 0), ("sweets", 0)]
    assert ana.exerciselogs.count() == 1


def test_whatever_key_a_browser_sends_the_log_s_own_is_plain_text(her, ana):
    walk(ana, YESTERDAY)
    complete(her, "yes", key="\0" * 100)
    assert ana.practicelogs.get().key.isalnum()


def test_yes_sent_twice_writes_once(her, ana):
    walk(ana, YESTERDAY)
    complete(her, "yes")
    complete(her, "yes")
    assert (ana.dietlogs.count(), ana.practicelogs.count()) == (1, 1)


def test_yes_can_be_undone_whole(her, ana):  # rule 24
    walk(ana, YESTERDAY)
    complete(her, "yes")
    token = ana.undos.first().token
    her.post(reverse("undo", args=[token]))
    assert not ana.dietlogs.exists()
    assert not ana.practicelogs.exists()


@pytest.mark.parametrize("answer", ["yes", "fill", "later"])
def test_it_never_nags_twice(her, ana, answer):  # rule 12
    walk(ana, YESTERDAY)
    assert asks(her)
    complete(her, answer)
    assert not asks(her)


def test_it_asks_again_the_next_morning(her, ana, time_machine):
    walk(ana, YESTERDAY)
    complete(her, "later")
    time_machine.shift(timedelta(days=1))
    assert asks(her)


def test_filling_in_leads_to_yesterdays_page(her, ana):
    walk(ana, YESTERDAY)
    assert complete(her, "fill").url == reverse("day", args=[YESTERDAY])
    assert not ana.dietlogs.exists()


def test_two_windows_that_both_say_yes_write_each_none_once(her, ana, monkeypatch):  # rules 12, 23
    walk(ana, YESTERDAY)
    asked = today(her).context["page"]
    monkeypatch.setattr("tracker.views.today.found", lambda user, day: asked)  # as each of them saw it
    complete(her, "yes", key="one")
    complete(her, "yes", key="two")
    assert (ana.dietlogs.count(), ana.practicelogs.count()) == (1, 1)


def test_days_before_the_account_are_not_said_to_be_empty(her, ana):
    User.objects.filter(pk=ana.pk).update(date_joined=datetime(2026, 3, 10, 11, tzinfo=UTC))
    walk(ana, TODAY)
    week = page(today(her)).split('<ol class="week">')[1].split("</ol>")[0]
    spoken = [words.split("</span>")[0].strip() for words in week.split('class="hidden">')[1:]]
    assert spoken == ["", "nothing logged", "1 of 4 logged", "not yet", "not yet", "not yet", "not yet"]
