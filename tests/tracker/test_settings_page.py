"""The settings: each of them is saved, and nothing that was logged moves."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from tracker.account_forms import SettingsForm
from tracker.models import ExerciseLog, User

CHOSEN = {
    "zone": "Asia/Tokyo",
    "day_start": "330",
    "week_start": "6",
    "work_days": ["0", "2", "6"],
    "clock": "12",
    "theme": "dark",
    "language": "en-gb",
    "gentle": "on",
    "drink": "14",
    "age": "65-up",
    "pillars": ["sleep", "practice"],
    "checks_in": "on",
}


def save(client, **changed):
    return client.post(reverse("settings"), {**CHOSEN, **changed}, follow=True)


def test_every_setting_is_saved(her, ana):
    save(her)
    ana.refresh_from_db()
    stored = {name: getattr(ana, name) for name in CHOSEN}
    assert stored == {
        "zone": "Asia/Tokyo", "day_start": 330, "week_start": 6, "clock": "12", "theme": "dark",
        "language": "en-gb", "gentle": True, "drink": 14, "age": "65-up", "pillars": "sleep practice",
        "checks_in": True, "work_days": 0b1000101,
    }  # fmt: skip


def test_the_page_shows_what_is_stored(her, ana):
    save(her)
    form = SettingsForm(instance=User.objects.get(pk=ana.pk))
    page = her.get(reverse("settings")).content.decode()
    assert form.initial["pillars"] == ["sleep", "practice"]
    assert form.initial["work_days"] == ["0", "2", "6"]
    for shown in ("Asia/Tokyo", "330", "6", "14", "en-gb"):
        assert f'<option value="{shown}" selected' in page


def test_one_who_works_in_shifts_has_no_usual_work_days(her, ana):
    assert (
        'name="work_days" value="4" id="id_work_days_4" checked'
        in her.get(reverse("settings")).content.decode()
    )
    save(her, work_days=[])
    ana.refresh_from_db()
    assert ana.work_days == 0


def test_the_theme_applies_at_once(her):
    assert 'data-theme="dark"' in save(her).content.decode()


def test_saving_makes_what_was_computed_out_of_date(her, ana):
    before = ana.record
    save(her)
    ana.refresh_from_db()
    assert ana.record > before


def test_saving_does_not_turn_back_a_record_that_grew_meanwhile(ana):
    form = SettingsForm(CHOSEN, instance=User.objects.get(pk=ana.pk))
    assert form.is_valid()
    ana.touch()
    form.save()
    assert User.objects.get(pk=ana.pk).record == ana.record


def test_a_new_zone_and_day_start_move_nothing_already_logged(her, ana):  # rules.md, 3
    start = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)
    log = ExerciseLog(user=ana, start=start, zone=ana.zone, activity="walk", minutes=20, intensity="light")
    log.settle().save()
    assert log.day == date(2026, 11, 18)
    answer = save(her, day_start="0")
    log.refresh_from_db()
    assert log.day == date(2026, 11, 18)
    assert "What is already logged stays on its day." in answer.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("zone", "Mars/Olympus"),
        ("day_start", "390"),
        ("day_start", "x"),
        ("week_start", "3"),
        ("clock", "13"),
        ("theme", "pink"),
        ("language", "tlh"),
        ("drink", "0"),
        ("age", "old"),
        ("pillars", ["tobacco"]),
    ],
)
def test_a_value_that_is_not_offered_is_refused_and_changes_nothing(her, ana, field, value):
    answer = save(her, **{field: value})
    assert 'class="errors"' in answer.content.decode()
    stored = User.objects.get(pk=ana.pk)
    assert (stored.zone, stored.drink) == ("Europe/Berlin", 10)


def test_only_the_settings_of_the_form_can_be_set(her, ana):
    save(her, is_staff="on", email="evil@example.org", record="0")
    stored = User.objects.get(pk=ana.pk)
    assert (stored.is_staff, stored.email) == (False, "ana@example.org")
    assert stored.record > 0


def test_settings_are_ones_own(her, ben):
    save(her)
    assert User.objects.get(pk=ben.pk).zone == "America/New_York"


def test_settings_lead_to_password_address_and_the_way_out(her):
    page = her.get(reverse("settings")).content.decode()
    for name in ("account_change_password", "account-email", "account-delete", "account_logout"):
        assert reverse(name) in page
