"""A timer: it runs on the server, its start can be corrected, and stopping it logs once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from tracker import timers
from tracker.kinds import KINDS
from tracker.models import Timer, User, writing

TIMED = [slug for slug, kind in KINDS.items() if kind.timed]
every_timed = pytest.mark.parametrize("kind", TIMED)
NOON = datetime(2026, 3, 10, 11, tzinfo=UTC)  # in Berlin


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(NOON, tick=False)


def start(browser, kind, **data):
    return browser.post(reverse("timer", args=[kind]), data)


def stop(browser, kind, action="stop", **data):
    return browser.post(reverse("timer-stop", args=[kind]), {"action": action, **data})


def only(user, kind):
    return KINDS[kind].of(user).get()


def minutes(log):
    return (log.awake - log.asleep) / timedelta(minutes=1)


@every_timed
def test_a_started_timer_still_runs_after_a_reload(her, ana, kind):
    start(her, kind)
    page = her.get(reverse("today")).content.decode()
    assert f'id="{kind}-stop"' in page
    assert 'value="12:00"' in page
    assert 'data-since="2026-03-10T' in page


@every_timed
def test_starting_it_twice_starts_it_once(her, ana, kind, time_machine):
    start(her, kind)
    time_machine.shift(600)
    start(her, kind)
    assert ana.timers.get().start == NOON


@every_timed
def test_a_stopped_timer_is_a_log_of_its_minutes(her, ana, kind, time_machine):
    start(her, kind)
    time_machine.shift(25 * 60)
    stop(her, kind, start="12:00")
    log = only(ana, kind)
    assert (log.day, getattr(log, "minutes", None) or minutes(log)) == (date(2026, 3, 10), 25)
    assert not ana.timers.exists()


@every_timed
def test_stopping_it_twice_logs_once(her, ana, kind, time_machine):
    start(her, kind)
    time_machine.shift(25 * 60)
    assert stop(her, kind).status_code == stop(her, kind).status_code == 302
    assert KINDS[kind].of(ana).count() == 1


def test_two_stops_that_cross_are_one_log(ana):
    kind = KINDS["exercise"]
    one, same = timers.start(ana, kind, "run"), timers.start(ana, kind, "")
    logs = [timers.log(timer, kind, NOON + timedelta(seconds=n)) for n, timer in enumerate((one, same), 600)]
    assert [bool(writing.add(log)) for log in logs] == [True, False]


def test_a_correction_does_not_bring_back_a_timer_that_was_stopped_meanwhile(ana):
    timer = timers.start(ana, KINDS["exercise"], "run")
    Timer.objects.all().delete()
    timers.correct(timer, KINDS["exercise"], "11:00", "")
    assert not Timer.objects.exists()


@every_timed
def test_a_discarded_timer_leaves_nothing(her, ana, kind):
    start(her, kind)
    stop(her, kind, "discard")
    assert not ana.timers.exists()
    assert not KINDS[kind].of(ana).exists()


def test_its_start_can_be_corrected_while_it_runs(her, ana):
    start(her, "exercise")
    stop(her, "exercise", "correct", start="11:30", choice="run")
    timer = ana.timers.get()
    assert (timer.start, timer.choice) == (NOON - timedelta(minutes=30), "run")


def test_a_start_later_than_now_was_yesterday(her, ana):
    start(her, "sleep")
    stop(her, "sleep", start="23:15")
    assert minutes(only(ana, "sleep")) == 12 * 60 + 45
    assert only(ana, "sleep").asleep == datetime(2026, 3, 9, 22, 15, tzinfo=UTC)


def test_a_start_as_shown_moves_nothing_though_it_was_yesterday(her, ana, time_machine):
    start(her, "sleep")
    time_machine.shift(20 * 3600)
    stop(her, "sleep", start="12:00")
    assert minutes(only(ana, "sleep")) == 20 * 60


@pytest.mark.parametrize("typed", ["25:00", "noon", "12:", "\0"])
def test_a_start_that_is_no_time_is_told_and_stops_nothing(her, ana, typed):
    start(her, "sleep")
    page = stop(her, "sleep", start=typed)
    assert "not a time of day" in her.get(page.url).content.decode()
    assert ana.timers.exists()
    assert not ana.sleeplogs.exists()


@every_timed
def test_a_forgotten_timer_is_cut_before_24_hours(her, ana, kind, time_machine):
    start(her, kind)
    time_machine.shift(60 * 3600)
    stop(her, kind)
    log = only(ana, kind)
    assert (getattr(log, "minutes", None) or minutes(log)) == 24 * 60 - 1


@every_timed
def test_less_than_a_minute_is_a_minute(her, ana, kind):
    start(her, kind)
    stop(her, kind)
    assert (getattr(only(ana, kind), "minutes", None) or minutes(only(ana, kind))) == 1


@pytest.mark.parametrize(("hours", "nap"), [(2, True), (3, False), (8, False)])
def test_a_short_timed_sleep_is_a_nap(her, ana, time_machine, hours, nap):
    start(her, "sleep")
    time_machine.shift(hours * 3600)
    stop(her, "sleep")
    assert only(ana, "sleep").nap is nap


@pytest.mark.parametrize(
    ("bedtime", "awake"),
    [
        (datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 3, 29, 6, tzinfo=UTC)),
        (datetime(2026, 10, 24, 21, tzinfo=UTC), datetime(2026, 10, 25, 5, tzinfo=UTC)),
    ],
    ids=["into summer", "into winter"],
)
def test_a_timer_over_a_change_of_the_clocks_counts_elapsed_time(her, ana, time_machine, bedtime, awake):
    time_machine.move_to(bedtime, tick=False)
    her.force_login(ana)
    start(her, "sleep")
    time_machine.move_to(awake, tick=False)
    stop(her, "sleep", start="23:00")
    assert minutes(only(ana, "sleep")) == 8 * 60
    assert only(ana, "sleep").day == awake.date()


def test_of_a_clock_time_that_came_twice_a_correction_means_the_later_one(ana, time_machine):
    now = datetime(2026, 10, 25, 1, 15, tzinfo=UTC)  # 02:15 for the second time
    assert timers.latest(130, "Europe/Berlin", now) == now - timedelta(minutes=5)


def test_a_bout_begun_before_midnight_counts_to_the_day_it_began(her, ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 10, 22, 50, tzinfo=UTC), tick=False)
    start(her, "exercise")
    time_machine.shift(5 * 3600 + 1800)
    stop(her, "exercise")
    assert only(ana, "exercise").day == date(2026, 3, 10)


def test_a_sleep_that_ends_in_another_zone_keeps_both(her, ana, time_machine):
    start(her, "sleep")
    User.objects.filter(pk=ana.pk).update(zone="America/New_York")
    time_machine.shift(7 * 3600)
    stop(her, "sleep")
    assert (only(ana, "sleep").zone_bed, only(ana, "sleep").zone) == ("Europe/Berlin", "America/New_York")


def test_the_start_is_shown_and_corrected_on_the_clock_where_the_person_is(her, ana):
    start(her, "exercise")
    User.objects.filter(pk=ana.pk).update(zone="America/New_York")
    assert 'value="07:00"' in her.get(reverse("today")).content.decode()
    stop(her, "exercise", "correct", start="07:00")
    assert ana.timers.get().start == NOON


def test_a_timed_sleep_that_overlaps_a_typed_one_says_why_and_runs_on(her, ana, time_machine):
    start(her, "sleep")
    her.post(reverse("log-quick", args=["sleep"]), {"value": "1380-735", "key": "k"})  # until 12:15
    time_machine.shift(3600)
    page = stop(her, "sleep")
    assert "already logged a sleep" in her.get(page.url).content.decode()
    assert ana.timers.exists()


def test_an_unknown_choice_is_the_usual_one(her, ana):
    start(her, "practice", choice="sorcery")
    assert ana.timers.get().choice == "breathing"


def test_what_is_eaten_has_no_timer(her, ana):
    assert start(her, "diet").status_code == 404
    assert not ana.timers.exists()


def test_stopping_another_persons_timer_does_nothing(client, her, ana, ben):
    start(her, "exercise")
    client.force_login(ben)
    stop(client, "exercise", "discard")
    assert ana.timers.exists()
