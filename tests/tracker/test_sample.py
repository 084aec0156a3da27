"""The sample person: a year that is valid, tells a story, belongs to one visitor and goes away."""

import re
from collections import Counter
from datetime import timedelta
from io import StringIO
from itertools import pairwise

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from recovery.strategies import STRATEGIES
from tracker import sample
from tracker.kinds import KINDS
from tracker.models import DietLog, ExerciseLog, Log, PracticeLog, SleepLog, User

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _no_samples_yet(db):
    cache.clear()


@pytest.fixture
def without_a_year(monkeypatch) -> None:
    """Sample persons are made fast, without a log."""
    monkeypatch.setattr(sample, "fill", lambda user: None)


def logs(user: User) -> list[Log]:
    return [log for kind in KINDS.values() for log in kind.of(user).all()]


def content(user: User) -> list[tuple]:
    """What was logged, without what differs each time it is written."""
    kept = [(kind.of(user), kind.model.own_fields()) for kind in KINDS.values()]
    return [row for logs, fields in kept for row in logs.order_by("day", "pk").values_list(*fields)]


def test_a_visitor_becomes_a_private_person_with_a_year_and_lands_on_today(client):
    answer = client.post(reverse("sample"), {"zone": "America/New_York"})
    assert answer["Location"] == reverse("today")
    user = User.objects.get()
    assert client.session["_auth_user_id"] == str(user.pk)
    assert (user.zone, user.welcomed, user.has_usable_password()) == ("America/New_York", True, False)
    assert user.email.endswith("@example.invalid")
    assert timedelta(hours=23) < user.sample_until - timezone.now() <= timedelta(days=1)


def test_an_unknown_zone_is_no_obstacle(client, without_a_year):
    client.post(reverse("sample"), {"zone": "Mars/Olympus"})
    assert User.objects.get().zone == sample.HOME


def test_looking_at_the_address_makes_nobody(client):
    assert client.get(reverse("sample")).status_code == 405
    assert not User.objects.exists()


def test_a_page_elsewhere_cannot_make_a_sample_person(db):
    assert Client(enforce_csrf_checks=True).post(reverse("sample")).status_code == 403


def test_somebody_logged_in_keeps_their_own_account(client, ana):
    client.force_login(ana)
    client.post(reverse("sample"))
    assert list(User.objects.all()) == [ana]


def test_an_address_makes_three_sample_persons_a_day(without_a_year):
    assert [Client().post(reverse("sample")).status_code for _ in range(4)] == [302, 302, 302, 429]
    assert "come back tomorrow" in Client().post(reverse("sample")).content.decode()
    assert Client(REMOTE_ADDR="203.0.113.9").post(reverse("sample")).status_code == 302
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert Client().post(reverse("sample")).status_code == 302


def test_a_whole_ipv6_network_counts_as_one_address(settings):
    settings.SAMPLES_PER_ADDRESS = 1
    assert sample.may_make("2001:db8::1")
    assert not sample.may_make("2001:db8::2")
    assert sample.may_make("2001:db8:0:1::1")


def test_sample_data_can_be_switched_off(client, settings):
    settings.SAMPLES = False
    assert client.post(reverse("sample")).status_code == 404
    assert not User.objects.exists()


def test_the_landing_page_offers_a_sample_only_where_there_is_one(rf, db):
    def landing(samples: bool) -> str:
        return render_to_string("landing.html", {"samples": samples}, rf.get("/"))

    assert reverse("sample") in landing(True)
    assert reverse("sample") not in landing(False)
    for name in ("account_signup", "account_login", "learn"):
        assert reverse(name) in landing(False)


class TestTheYear(TestCase):
    """One sample person, whom every test here only looks at."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.sam = sample.person("sam@example.org", "a long password", "Europe/Berlin")

    def test_stages_of_sleep_come_with_a_watch_and_add_up_to_the_night(self):
        staged = SleepLog.objects.exclude(deep=None)
        assert 60 < staged.count() < SleepLog.objects.count() / 2
        for log in staged:
            slept = (log.awake - log.asleep) / MINUTE - (log.waso or 0)
            assert abs(log.light + log.deep + log.rem - slept) < 40  # WASO is known of full diaries alone

    def test_the_year_is_valid_log_by_log(self):
        for log in logs(self.sam):
            # the database has held its own constraints against each row; left are fields and clean()
            log.full_clean(exclude={"user", "batch"}, validate_unique=False, validate_constraints=False)
            assert log.day <= self.sam.today()

    def test_no_two_sleeps_of_the_year_overlap(self):
        ends = sorted(SleepLog.objects.filter(user=self.sam).values_list("asleep", "awake"))
        assert all(awake <= following for (_, awake), (following, _) in pairwise(ends))

    def test_nothing_lies_ahead_of_now(self):
        now = timezone.now()
        moments = [getattr(log, "start", None) or getattr(log, "up", None) for log in logs(self.sam)]
        assert all(moment <= now for moment in moments if moment)

    def test_eight_to_ten_logs_a_day_over_a_year(self):
        counted = Counter(log.day for log in logs(self.sam))
        assert 8 <= sum(counted.values()) / sample.DAYS <= 10
        assert max(counted) - min(counted) == timedelta(days=sample.LAST)

    def test_the_year_holds_what_a_year_holds(self):
        assert SleepLog.objects.filter(nap=True).exists()
        assert SleepLog.objects.filter(bed__isnull=False, sol__gt=0, waso__gt=0, quality__gt=0).count() > 100
        assert SleepLog.objects.filter(bed__isnull=True, nap=False).count() > 50
        assert {log.zone for log in logs(self.sam)} == {"Europe/Berlin", sample.AWAY}
        assert ExerciseLog.objects.filter(strength=True).exists()
        assert DietLog.objects.filter(item="alcohol", amount=0).exists()
        assert DietLog.objects.filter(item="caffeine", start__isnull=False).exists()
        assert PracticeLog.objects.filter(stress_before__isnull=False, stress_after__isnull=False).exists()
        for model in (ExerciseLog, PracticeLog):
            assert model.objects.filter(minutes=0).exists()
        pause = self.sam.pauses.get()
        assert pause.reason
        silent = [pause.first - timedelta(days=sample.FLU.start - n) for n in sample.SILENCE]
        assert not [log for log in logs(self.sam) if log.day in silent]

    def test_the_plan_is_the_first_plan_and_one_aim_was_raised(self):
        first = {s.slug for s in STRATEGIES if s.first}
        assert first <= set(self.sam.targets.values_list("strategy", flat=True))
        exercise = self.sam.targets.filter(strategy="aerobic-minutes").order_by("starts")
        assert list(exercise.values_list("low", flat=True)) == [90, 150]

    def test_habits_become_better_over_the_year(self):
        first = self.sam.today() - timedelta(days=sample.LAST)

        def quarter(model: type[Log], number: int, **only) -> list[Log]:
            start = first + timedelta(days=number * 91)
            return list(model.objects.filter(day__range=(start, start + timedelta(days=90)), **only))

        def spread(nights: list[SleepLog]) -> float:
            return sum(n.sol + n.waso for n in nights) / len(nights)

        diary = {"sol__isnull": False, "waso__isnull": False}
        assert spread(quarter(SleepLog, 3, **diary)) < 0.7 * spread(quarter(SleepLog, 0, **diary))
        for model in (ExerciseLog, PracticeLog):
            begun, now = (sum(log.minutes for log in quarter(model, n)) for n in (0, 3))
            assert now > 1.3 * begun


@pytest.mark.parametrize(
    ("zone", "hour"),
    [("Europe/Berlin", 3), ("Europe/Berlin", 14), ("Pacific/Auckland", 4), ("Pacific/Honolulu", 14)],
)
def test_a_sample_can_be_made_at_any_hour_and_place(db, monkeypatch, zone, hour):
    year = sample.year
    monkeypatch.setattr(sample, "year", lambda user: list(year(user))[-1:])  # the days before know no hour
    with time_machine.travel(f"2026-03-30T{hour:02d}:07:00Z", tick=False):
        user = sample.person("sam@example.org", None, zone)
        today = [log for kind in KINDS.values() for log in kind.of(user).filter(day=user.today())]
        assert Counter(type(log).__name__ for log in today) == {"SleepLog": 1, "DietLog": 1, "ExerciseLog": 1}
        now = timezone.now()
        assert all(log.awake < now for log in today if isinstance(log, SleepLog))


def test_the_year_is_the_same_each_time_but_for_its_last_day(db):
    with time_machine.travel("2026-11-21T12:00:00Z", tick=False):
        one = sample.person("one@example.org", None, "Europe/Berlin")
        two = sample.person("two@example.org", None, "Europe/Berlin")
    assert content(one) == content(two)


def test_expired_samples_go_when_the_next_is_made_and_nobody_else(client, ana, without_a_year):
    over = sample.make("")
    SleepLog.objects.create(user=over, day=over.today(), zone="UTC", zone_bed="UTC")
    User.objects.filter(pk=over.pk).update(sample_until=timezone.now() - MINUTE)
    fresh = sample.make("")
    kept = set(User.objects.values_list("pk", flat=True))
    assert over.pk not in kept
    assert {ana.pk, fresh.pk} <= kept
    assert not SleepLog.objects.filter(user_id=over.pk).exists()


def test_a_sample_person_has_no_password_to_change_and_leaves_without_one(client, without_a_year):
    client.post(reverse("sample"))
    page = client.get(reverse("settings")).content.decode()
    assert reverse("account_change_password") not in page
    assert client.get(reverse("account_change_password"))["Location"] == reverse("account_set_password")
    assert client.get(reverse("account_set_password"))["Location"] == reverse("settings")
    assert client.get(reverse("account-email"))["Location"] == reverse("settings")
    assert 'type="password"' not in client.get(reverse("account-delete")).content.decode()
    client.post(reverse("account-delete"))
    assert not User.objects.exists()


def test_a_sample_person_cannot_be_logged_in_by_a_guess(client, without_a_year):
    user = sample.make("")
    client.post(reverse("account_login"), {"login": user.email, "password": ""})
    assert "_auth_user_id" not in client.session


def test_the_demo_command_prints_a_password_that_logs_in(client, without_a_year):
    out = StringIO()
    call_command("demo", stdout=out)
    password = re.search(r"demo@example.org with (\S+)", out.getvalue())[1]
    client.post(reverse("account_login"), {"login": "demo@example.org", "password": password})
    user = User.objects.get()
    assert client.session["_auth_user_id"] == str(user.pk)
    assert user.sample_until is None
    with pytest.raises(CommandError, match="exists already"):
        call_command("demo", stdout=out)


def test_demo_clean_only_deletes_what_is_over(ana):
    call_command("demo", clean=True, stdout=StringIO())
    assert list(User.objects.all()) == [ana]
