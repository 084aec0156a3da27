"""The pages that log: add, edit, delete, one tap, undo; what was typed is never lost."""

import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from tracker.kinds import KINDS
from tracker.models import ExerciseLog, SleepLog, writing

TYPED = {
    "sleep": {"asleep_at": "23:18", "awake_at": "06:48", "zone_bed": "Europe/Berlin"},
    "exercise": {"activity": "walk", "minutes": "30", "intensity": "light"},
    "diet": {"item": "berries", "amount": "1"},
    "practice": {"technique": "breathing", "minutes": "5"},
    "checkin": {"mood": "7"},
}
every_kind = pytest.mark.parametrize("kind", KINDS)
TODAY, YESTERDAY = date(2026, 3, 11), date(2026, 3, 10)


@pytest.fixture(autouse=True)
def ordinary_day(time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 12, tzinfo=UTC), tick=False)


def hidden(response, name):
    return re.search(rf'name="{name}" value="([^"]*)"', response.content.decode()).group(1)


def add(browser, kind, **data):
    typed = {"day": str(TODAY), "zone": "Europe/Berlin", "key": "k", **TYPED[kind], **data}
    return browser.post(reverse("log-add", args=[kind]), typed)


def tap(browser, kind, value, **data):
    return browser.post(reverse("log-quick", args=[kind]), {"key": "k", "value": value, **data})


def send(browser, log, **data):
    """An edit of a log, as the form of its first version would send it."""
    kind = writing.kind_of(log)
    typed = {"day": str(log.day), "zone": log.zone, "key": log.key, "seen": "1", **TYPED[kind], **data}
    return browser.post(reverse("log-edit", args=[kind, log.pk]), typed)


def only(user, kind):
    return KINDS[kind].of(user).get()


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


def token(response):
    return list(get_messages(response.wsgi_request))[-1].extra_tags


@every_kind
def test_a_form_is_shown_logs_and_leads_back_to_its_day(her, ana, kind):
    assert her.get(reverse("log-add", args=[kind])).status_code == 200
    response = add(her, kind, day=str(YESTERDAY))
    assert response.url == reverse("day", args=[YESTERDAY])
    assert only(ana, kind).day == YESTERDAY


@every_kind
def test_a_form_sent_twice_is_one_log_and_no_error(her, ana, kind):  # rule 23
    assert add(her, kind).status_code == add(her, kind).status_code == 302
    assert KINDS[kind].of(ana).count() == 1


@every_kind
def test_each_form_that_is_rendered_has_a_key_of_its_own(her, kind):
    url = reverse("log-add", args=[kind])
    assert hidden(her.get(url), "key") != hidden(her.get(url), "key")


@every_kind
def test_a_refused_form_keeps_its_key(her, kind):
    response = add(her, kind, day="never", key="the first")
    assert response.status_code == 422
    assert hidden(response, "key") == "the first"


@every_kind
def test_a_refused_form_keeps_what_was_typed(her, kind):
    response = add(her, kind, note="x" * 5000)
    assert response.status_code == 422
    assert "x" * 5000 in response.content.decode()
    assert 'value="2026-03-11"' in response.content.decode()


def test_a_form_begins_with_the_day_of_its_page(her):
    response = her.get(reverse("log-add", args=["diet"]), {"day": str(YESTERDAY)})
    assert response.context["form"]["day"].value() == YESTERDAY


@pytest.mark.parametrize("named", ["0001-01-01", "1969-12-31", "2026-03-12", "9999-12-31", "soon"])
def test_a_page_that_no_day_has_means_today(her, ana, named):
    tap(her, "exercise", "walk/30/light", page=named)
    assert only(ana, "exercise").day == TODAY


def test_an_overlapping_night_is_refused_on_the_page_and_kept(her, ana):  # rule 8
    add(her, "sleep")
    response = add(her, "sleep", key="another", asleep_at="01:00")
    assert response.status_code == 422
    assert "already logged a sleep" in response.content.decode()
    assert 'value="01:00"' in response.content.decode()


def test_a_night_that_ends_on_a_later_date_than_today_leads_to_today(her, time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 0, 30, tzinfo=UTC))  # 01:30 on the 11th; the day is the 10th
    response = add(her, "sleep", day="2026-03-11", asleep_at="22:00", awake_at="01:15")
    assert response.url == reverse("today")


def test_the_page_asks_which_of_two_equal_times_was_meant(her, ana, time_machine):  # rule 4
    time_machine.move_to(datetime(2026, 11, 1, 12, tzinfo=UTC))
    her.force_login(ana)
    response = add(her, "sleep", day="2026-10-25", asleep_at="02:30", note="restless")
    assert response.status_code == 422
    shown = response.content.decode()
    assert 'name="asleep_at_twice" value="second"' in shown
    assert "restless" in shown
    assert add(her, "sleep", day="2026-10-25", asleep_at="02:30", asleep_at_twice="second").status_code == 302


def test_the_page_asks_whether_a_strange_length_is_meant(her, ana):  # rule 8
    response = add(her, "sleep", asleep_at="06:00")
    assert 'name="sure"' in response.content.decode()
    assert add(her, "sleep", asleep_at="06:00", sure="on").status_code == 302
    log = only(ana, "sleep")
    response = send(her, log, asleep_at="06:00", note="It was that short.")
    assert response.status_code == 302  # asked about once, not again at each edit


def test_a_night_is_refused_with_one_sentence_a_field(her):
    form = add(her, "sleep", awake_at="", waso="abc", zone="Atlantis").context["form"]
    assert {name: len(found) for name, found in form.errors.items()} == {"zone": 1, "waso": 1}


# Editing


@every_kind
def test_a_stored_log_is_shown_in_its_form_and_changed(her, ana, kind):
    add(her, kind)
    log = only(ana, kind)
    assert her.get(reverse("log-edit", args=[kind, log.pk])).status_code == 200
    send(her, log, note="changed")
    assert (only(ana, kind).note, only(ana, kind).version) == ("changed", 2)


@every_kind
def test_the_second_of_two_tabs_is_told_and_shown_both(her, ana, kind):
    add(her, kind)
    log = only(ana, kind)
    send(her, log, note="from the first tab")
    response = send(her, log, note="from the second tab")
    page = response.content.decode()
    assert response.status_code == 409
    assert "changed elsewhere" in page
    assert "from the first tab" in page
    assert "from the second tab" in page
    assert only(ana, kind).note == "from the first tab"


@every_kind
def test_both_tabs_are_compared_in_what_differs_alone(her, ana, kind):
    add(her, kind)
    log = only(ana, kind)
    send(her, log, note="one")
    assert send(her, log, note="two").context["form"].rival == [("Note", "one", "two")]


@every_kind
def test_the_second_save_wins_knowingly(her, ana, kind):
    add(her, kind)
    log = only(ana, kind)
    send(her, log, note="one")
    told = send(her, log, note="two")
    send(her, log, note="two", seen=hidden(told, "seen"))
    assert (only(ana, kind).note, only(ana, kind).version) == ("two", 3)


def test_a_difference_is_shown_in_words(her, ana):
    add(her, "exercise")
    log = only(ana, "exercise")
    send(her, log, strength="on", activity="run")
    rival = send(her, log, minutes="45").context["form"].rival
    assert ("What was it?", "Run", "Walk") in rival
    assert ("Strength training", "yes", "no") in rival


def test_an_edit_of_a_time_that_came_twice_can_clash(her, ana, time_machine):
    time_machine.move_to(datetime(2026, 11, 11, 12, tzinfo=UTC))
    her.force_login(ana)
    add(her, "exercise", day="2026-10-24")
    log = only(ana, "exercise")
    send(her, log, note="one")
    assert send(her, log, time="02:30", day="2026-10-25", time_twice="first").status_code == 409


@every_kind
def test_an_edit_of_what_was_deleted_elsewhere_is_offered_as_a_new_log(her, ana, kind):
    add(her, kind)
    log = only(ana, kind)
    writing.delete(only(ana, kind))
    response = send(her, log, note="not lost")
    assert response.status_code == 409
    assert "deleted elsewhere" in response.content.decode()
    assert "not lost" in response.content.decode()
    assert f'action="{reverse("log-add", args=[kind])}"' in response.content.decode()
    add(her, kind, note="not lost", key=hidden(response, "key"))
    assert only(ana, kind).note == "not lost"


@pytest.mark.parametrize("address", ["log-edit", "log-delete"])
def test_a_key_that_no_log_can_have_finds_none(her, ana, address):
    """PostgreSQL refuses a question with a zero byte in it."""
    typed = {"key": "a\0b", "seen": "1", **TYPED["diet"]}
    assert her.post(reverse(address, args=["diet", 10**6]), typed).status_code == 404


@every_kind
@pytest.mark.parametrize("address", ["log-edit", "log-delete"])
def test_another_persons_log_is_not_there(client, her, ana, ben, kind, address):
    add(her, kind)
    log = only(ana, kind)
    client.force_login(ben)
    url = reverse(address, args=[kind, log.pk])
    assert client.post(url, {"key": log.key, "seen": "1", **TYPED[kind]}).status_code == 404
    assert only(ana, kind).version == 1


def test_another_persons_form_is_not_shown(client, her, ana, ben):
    add(her, "diet")
    client.force_login(ben)
    assert client.get(reverse("log-edit", args=["diet", only(ana, "diet").pk])).status_code == 404


# Deleting and undoing


@every_kind
def test_a_delete_is_undone(her, ana, kind):  # rule 24
    add(her, kind, note="mine")
    log = only(ana, kind)
    response = her.post(reverse("log-delete", args=[kind, log.pk]))
    assert not KINDS[kind].of(ana).exists()
    her.post(reverse("undo", args=[token(response)]))
    assert only(ana, kind).note == "mine"


def test_a_delete_sent_twice_is_no_error(her, ana):
    add(her, "diet")
    url = reverse("log-delete", args=["diet", only(ana, "diet").pk])
    assert [her.post(url, {"key": "k"}).status_code for _ in range(2)] == [302, 302]


@pytest.mark.parametrize("address", ["log-delete", "log-quick", "undo", "timer", "timer-stop", "complete"])
def test_nothing_is_written_by_following_a_link(her, address):
    args = {"log-delete": ["diet", 1], "undo": ["0" * 8 + "-0000-4000-8000-" + "0" * 12], "complete": []}
    assert her.get(reverse(address, args=args.get(address, ["exercise"]))).status_code == 405


def test_an_undo_leads_back_to_the_day_of_what_was_undone(her):
    response = add(her, "diet", day=str(YESTERDAY))
    assert her.post(reverse("undo", args=[token(response)])).url == reverse("day", args=[YESTERDAY])


def test_an_undo_after_a_change_says_that_nothing_was_undone(her, ana):
    response = add(her, "diet")
    send(her, only(ana, "diet"), note="changed")
    assert "It was changed since" in said(her.post(reverse("undo", args=[token(response)])))[-1]
    assert only(ana, "diet").note == "changed"


def test_the_undo_of_another_person_undoes_nothing(client, her, ana, ben):
    response = add(her, "diet")
    client.force_login(ben)
    assert "nothing left" in said(client.post(reverse("undo", args=[token(response)])))[-1]
    assert only(ana, "diet")


# One tap


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("sleep", "1395-420"),
        ("exercise", "run/25/vigorous"),
        ("diet", "berries/1/purple"),
        ("practice", "breathing/5"),
        ("checkin", "mood/7"),
    ],
)
def test_one_tap_logs_and_can_be_undone(her, ana, kind, value):
    response = tap(her, kind, value)
    assert only(ana, kind).day == TODAY
    her.post(reverse("undo", args=[token(response)]))
    assert not KINDS[kind].of(ana).exists()


def test_the_same_tap_sent_twice_is_one_log_and_says_so_once(her, ana):  # rule 23
    assert len(said(tap(her, "diet", "berries/1/purple"))) == 1
    her.get(reverse("today"))
    assert not said(tap(her, "diet", "berries/1/purple"))
    assert ana.dietlogs.count() == 1


def test_two_taps_on_two_renders_are_two_logs(her, ana):  # rule 23
    tap(her, "diet", "berries/1/purple", key="the first page")
    tap(her, "diet", "berries/1/purple", key="the second page")
    assert ana.dietlogs.count() == 2


def test_two_buttons_of_one_page_are_two_logs(her, ana):
    tap(her, "diet", "berries/1/purple")
    tap(her, "diet", "nuts/1/")
    assert ana.dietlogs.count() == 2


def test_a_late_retry_of_an_undone_tap_does_not_bring_it_back(her, ana):  # rule 24
    her.post(reverse("undo", args=[token(tap(her, "diet", "berries/1/purple"))]))
    tap(her, "diet", "berries/1/purple")
    assert not ana.dietlogs.exists()


def test_a_second_night_by_a_tap_says_why_not(her, ana):
    tap(her, "sleep", "1380-420")
    assert "already logged a sleep" in said(tap(her, "sleep", "1395-420"))[-1]
    assert ana.sleeplogs.count() == 1


def test_a_tap_on_the_page_of_yesterday_counts_to_yesterday(her, ana):
    assert tap(her, "diet", "caffeine/107/", page=str(YESTERDAY)).url == reverse("day", args=[YESTERDAY])
    assert (only(ana, "diet").day, only(ana, "diet").start) == (YESTERDAY, None)


def test_a_tap_for_caffeine_today_notes_the_time(her, ana):
    tap(her, "diet", "caffeine/107/")
    assert only(ana, "diet").start == datetime(2026, 3, 11, 12, tzinfo=UTC)


HUGE = "9" * 25
TAMPERED = {
    "sleep": ["1380", "-", "1380-1440", f"{HUGE}-420", "-5-300", "1380-420-1", "a-b"],
    "exercise": ["flying/30/light", "walk/30/mad", "walk/-1/light", "walk/0/light", "walk/1e3/light"],
    "diet": [
        "stones/1/",
        "berries/nan/",
        "berries/inf/",
        "berries/-1/",
        "berries/1/octarine",
        "berries/1e999/",
    ],
    "practice": ["sorcery/5", "breathing/0", "breathing/-5", "breathing/x"],
    "checkin": ["joy/5", "mood/", "mood/-1", "mood/11", "mood/x", "note/5", "none"],
}
EVERYWHERE = [
    "",
    "x",
    "x/y/z",
    "///",
    "\0",
    "\0/1/\0",
    f"walk/{HUGE}/light",
    f"berries/{HUGE}/",
    f"breathing/{HUGE}",
    f"mood/{HUGE}",
]


@pytest.mark.parametrize(
    ("kind", "value"), [(kind, value) for kind in KINDS for value in TAMPERED[kind] + EVERYWHERE]
)
def test_a_value_that_no_button_sends_is_refused_with_a_sentence(her, ana, kind, value):
    response = tap(her, kind, value)
    assert response.status_code == 302
    assert said(response)
    assert not KINDS[kind].of(ana).exists()


@pytest.mark.parametrize(("kind", "model"), [("sleep", SleepLog), ("exercise", ExerciseLog)])
def test_without_an_account_nothing_is_logged(client, db, kind, model):
    assert add(client, kind).status_code == 302
    assert tap(client, kind, "none").status_code == 302
    assert not model.objects.exists()
