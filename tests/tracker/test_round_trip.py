"""The whole record goes out as one file and comes back as the same record, byte for byte."""

import io
import json
import re
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recovery.history import WORK_DAYS
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES, INTENSITIES
from tracker import export, intake
from tracker.importers import Unreadable, cells
from tracker.importers.recovery_zip import FILES
from tracker.kinds import KINDS
from tracker.models import (
    CheckinLog,
    DietLog,
    ExerciseLog,
    Import,
    Pause,
    PracticeLog,
    SleepLog,
    Target,
    Tombstone,
    User,
)

BERLIN = {"zone": "Europe/Berlin", "zone_bed": "Europe/Berlin"}
NOTES = [
    "=1+1",
    "'quoted'",
    '"two"\r\nlines\rand\nthree',
    "-5",
    "@x",
    "+",
    "\tx",
    "😴 žluťoučký",
    " ",
    "a,b;c",
]


def exported(user) -> bytes:
    file = io.BytesIO()
    export.write(user, file)
    return file.getvalue()


def came_back(content: bytes) -> User:
    """A new person who takes the file in."""
    User.objects.filter(email="new@example.org").delete()
    new = User.objects.create_user("new@example.org")
    intake.read_file(new, io.BytesIO(content))
    return User.objects.get(pk=new.pk)


def texts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def changed(content: bytes, name: str, old: str, new: str) -> io.BytesIO:
    """The same zip with something else in one of its files."""
    files = texts(content)
    assert old in files[name]
    files[name] = files[name].replace(old, new)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for entry, text in files.items():
            archive.writestr(entry, text)
    return file


def sleep(user, asleep, hours, **fields):
    SleepLog(
        user=user, asleep=asleep, awake=asleep + timedelta(hours=hours), **{**BERLIN, **fields}
    ).settle().save()


def nights_of(user):
    sleep(user, datetime(2026, 3, 28, 22, tzinfo=UTC), 7, waso=0, note=NOTES[2])
    sleep(
        user, datetime(2026, 10, 24, 22, 0, 1, 5, tzinfo=UTC), 8, hygiene="dim-light wind-down", alarm=False
    )
    sleep(user, datetime(2026, 5, 1, 12, tzinfo=UTC), 0.5, nap=True, free_day=True, quality=5)
    sleep(user, datetime(2026, 6, 1, 12, tzinfo=UTC), 9, zone="America/New_York", deep=61.3, light=0.1, rem=0)
    SleepLog.objects.create(user=user, day=date(2026, 6, 9), **BERLIN)


def days_of(user):
    walk = {"activity": "walk", "minutes": 30, "intensity": "light", "zone": "Europe/Berlin"}
    for note in NOTES:
        ExerciseLog(
            user=user, start=datetime(2026, 3, 4, 0, 30, tzinfo=UTC), note=note, **walk
        ).settle().save()
    day = {"user": user, "day": date(2026, 3, 5), "zone": "UTC"}
    ExerciseLog.objects.create(**day, minutes=0, source="=app", key="-1")
    DietLog.objects.create(**day, key="b", item="alcohol", amount=0, version=3)
    DietLog.objects.create(**day, key="a", item="berries", amount=0.1, colour="red")
    PracticeLog.objects.create(**day, technique="breathing", minutes=5)
    CheckinLog.objects.create(**day, mood=0, stress=10, note=NOTES[0])
    CheckinLog.objects.create(**day, sleepiness=3, start=datetime(2026, 3, 5, 9, tzinfo=UTC), version=2)


def plan_of(user):
    later = {"starts": date(2030, 1, 1), "high": 30.5, "clock": 405, "weekdays": 31}
    Target.objects.create(user=user, strategy="sleep-duration", starts=date(2026, 1, 1), low=420, high=540)
    Target.objects.create(user=user, strategy="sleep-duration", starts=date(2027, 1, 1))
    Target.objects.create(user=user, strategy="regular-hours", **later)
    Pause.objects.create(user=user, pillar="exercise", first=date(2026, 2, 1), reason="=flu, 'bad'")
    Pause.objects.create(user=user, first=date(2026, 2, 1), last=date(2026, 2, 9))


def filled(user):
    """A record with what is hard to carry: clock changes, naps, zeros, quotes, a plan for later."""
    nights_of(user)
    days_of(user)
    plan_of(user)
    user.day_start, user.theme, user.pillars, user.pregnant = 300, "dark", "sleep diet", True
    user.work_days, user.checks_in = 0b1100000, False
    user.save()
    return user


@pytest.fixture
def full(ana):
    return filled(ana)


@pytest.fixture(scope="module")
def full_file(django_db_setup, django_db_blocker) -> bytes:
    """The export of such a record, for tests that need no more of it: nobody is left behind."""
    with django_db_blocker.unblock(), transaction.atomic():
        content = exported(filled(User.objects.create_user("full@example.org", zone="Europe/Berlin")))
        transaction.set_rollback(True)
    return content


def test_a_record_comes_back_the_same_byte_for_byte(full):
    content = exported(full)
    assert exported(came_back(content)) == content


def test_the_day_of_a_log_is_kept_when_the_day_start_has_changed_since(full):  # rules.md, 3
    full.exerciselogs.update(day=date(2026, 3, 4))
    new = came_back(exported(full))
    assert set(new.exerciselogs.exclude(minutes=0).values_list("day", flat=True)) == {date(2026, 3, 4)}


def test_the_settings_come_along(full):
    new = came_back(exported(full))
    assert (new.day_start, new.theme, new.pillars, new.pregnant, new.zone) == (
        300, "dark", "sleep diet", True, "Europe/Berlin",
    )  # fmt: skip


def test_the_first_plan_of_an_account_without_logs_gives_way_and_undo_brings_it_back(full):
    new = User.objects.create_user("new@example.org", theme="light")
    plan = Target.objects.create(user=new, strategy="sleep-duration", starts=date(2026, 11, 1), low=400)
    intake.read_file(new, io.BytesIO(exported(full)))
    assert exported(new) == exported(full)
    intake.take_back(new.imports.get())
    new.refresh_from_db()
    assert (new.theme, new.targets.get().low, new.targets.get().created) == ("light", 400, plan.created)
    assert not any(kind.of(new).exists() for kind in KINDS.values())


def test_in_an_account_with_logs_the_settings_and_its_own_targets_stand(full, ben):
    PracticeLog.objects.create(user=ben, day=date(2026, 1, 1), technique="breathing", minutes=5, zone="UTC")
    Target.objects.create(user=ben, strategy="sleep-duration", starts=date(2026, 1, 1), low=360)
    intake.read_file(ben, io.BytesIO(exported(full)))
    ben.refresh_from_db()
    assert (ben.zone, ben.theme) == ("America/New_York", "")
    assert ben.targets.get(starts=date(2026, 1, 1)).low == 360
    assert (ben.targets.count(), ben.pauses.count()) == (3, 2)


def test_undo_leaves_a_target_that_was_changed_since(full, ben):
    PracticeLog.objects.create(user=ben, day=date(2026, 1, 1), technique="breathing", minutes=5, zone="UTC")
    intake.read_file(ben, io.BytesIO(exported(full)))
    ben.targets.filter(starts=date(2026, 1, 1)).update(low=430)
    intake.take_back(ben.imports.get())
    assert ben.targets.get().low == 430
    assert ben.imports.get().report["stay"] == [["targets", "2026-01-01"]]


def test_an_export_taken_in_where_it_came_from_adds_nothing(full):
    content = exported(full)
    report = intake.read_file(full, io.BytesIO(content)).report
    assert {counts["new"] for counts in report["counts"].values()} == {0}
    assert exported(full) == content


def test_what_was_deleted_since_the_export_stays_deleted(full):  # rules.md, 24
    content = exported(full)
    log = full.practicelogs.get()
    Tombstone.objects.create(user=full, kind="practice", source="", key=log.key)
    log.delete()
    assert intake.read_file(full, io.BytesIO(content)).report["counts"]["practice"]["deleted"] == 1


def test_every_column_of_a_kind_is_in_the_export():
    for slug, kind in KINDS.items():
        written = {"key", "source", "version", "created", "updated"}
        assert set(FILES[slug]) == {*kind.model.own_fields(), *written}, slug


def test_the_zip_names_no_person_and_no_time(full):  # rules.md, 27
    content = exported(full)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        manifest = json.loads(archive.read("manifest.json"))
    assert set(manifest) == {"format", "version", "rows"}
    assert b"ana@" not in content


def test_a_text_that_looks_like_a_formula_is_written_with_a_quote(full_file):  # rules.md, 27
    assert "'=1+1" in texts(full_file)["exercise.csv"]


@given(st.one_of(st.text(), st.sampled_from(NOTES)))
def test_any_text_is_read_back_as_it_was(text):  # rules.md, 27
    written = cells.write(text)
    assert cells.read(written, "text") == text
    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))


YEARS = (datetime(2, 1, 1), datetime(9998, 1, 1))  # noqa: DTZ001 (the zone is drawn apart)


@given(st.datetimes(*YEARS, timezones=st.timezones()), st.floats(allow_nan=False, allow_infinity=False))
def test_any_moment_and_number_is_read_back_as_it_was(moment, number):
    assert cells.read(cells.write(moment), "moment") == moment.astimezone(UTC)
    assert cells.read(cells.write(number), "number") == number


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
MOMENTS = st.datetimes(datetime(2022, 1, 1), datetime(2026, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
ZONES = st.sampled_from(["Europe/Berlin", "America/St_Johns", "Pacific/Apia", "UTC"])
WALKS = st.fixed_dictionaries(
    {
        "start": MOMENTS, "zone": ZONES, "note": TEXT, "activity": st.sampled_from(sorted(ACTIVITIES)),
        "minutes": st.integers(1, 1440), "intensity": st.sampled_from(sorted(INTENSITIES)),
        "strength": st.booleans(), "effort": st.none() | st.integers(0, 10),
    }
)  # fmt: skip
MEALS = st.fixed_dictionaries(
    {
        "start": st.none() | MOMENTS, "zone": ZONES, "note": TEXT,
        "day": st.dates(date(2022, 1, 1), date(2026, 1, 1)),
        "item": st.sampled_from(sorted(set(ITEMS) - {"nothing"})), "amount": st.floats(0, 30),
    }
)  # fmt: skip
NIGHTS = st.fixed_dictionaries(
    {
        "asleep": MOMENTS, "zone": ZONES, "zone_bed": ZONES, "note": TEXT, "nap": st.booleans(),
        "quality": st.none() | st.integers(1, 5), "alarm": st.sampled_from([None, True, False]),
        "rem": st.none() | st.floats(0, 900),
    }
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(WALKS, max_size=4), st.lists(MEALS, max_size=4), st.lists(NIGHTS, max_size=4))
def test_any_record_comes_back_the_same(ana, walks, meals, nights):
    for kind in KINDS.values():
        kind.of(ana).all().delete()
    for model, logs in ((ExerciseLog, walks), (DietLog, meals), (SleepLog, nights)):
        for fields in logs:
            log = model(user=ana, **fields)
            if model is SleepLog:
                log.awake = log.asleep + timedelta(hours=3)
            log.settle().save()
    content = exported(ana)
    assert exported(came_back(content)) == content


@pytest.mark.parametrize(
    ("name", "old", "new", "place"),
    [
        ("exercise.csv", "walk", "flying", "Line 2 of exercise.csv"),
        ("exercise.csv", "light", "=light", "Line 2 of exercise.csv"),
        ("diet.csv", ",0.0,", ",nan,", "Line 3 of diet.csv"),
        ("diet.csv", ",0.0,", ",-1,", "Line 3 of diet.csv"),
        ("diet.csv", ",3,", ",three,", "of diet.csv"),
        ("diet.csv", "2026-03-05", "2200-03-05", "Line 2 of diet.csv"),
        ("diet.csv", "2026-03-05", "1900-03-05", "Line 2 of diet.csv"),
        ("practice.csv", "UTC", "Mars", "Line 2 of practice.csv"),
        ("practice.csv", ",5,", ",,", "Line 2 of practice.csv"),
        ("practice.csv", "UTC", "UTC,UTC", "Line 2 of practice.csv"),
        ("practice.csv", "technique", "method", "Line 1 of practice.csv"),
        ("practice.csv", "breathing", 'b"', "of practice.csv"),
        ("targets.csv", "420.0", "600.0", "of targets.csv"),
        ("settings.csv", "sleep diet", "sleep money", "Line 2 of settings.csv"),
        ("settings.csv", "dark", "pitch", "Line 2 of settings.csv"),
        ("pauses.csv", "2026-02-09", "2026-01-09", "of pauses.csv"),
        ("pauses.csv", "2026-02-09", "2200-01-01", "of pauses.csv"),
        ("targets.csv", "2027-01-01", "1900-01-01", "of targets.csv"),
        ("manifest.json", '"diet.csv": 2', '"diet.csv": 3', "part of it is missing"),
        ("manifest.json", '"version": 2', '"version": 0', "format 0"),
        ("checkin.csv", ",10,", ",11,", "of checkin.csv"),
        ("checkin.csv", ",3\r", ",\r", "of checkin.csv"),
        ("settings.csv", ",96,", ",128,", "Line 2 of settings.csv"),
    ],
)
def test_a_broken_line_refuses_the_whole_file_and_names_it(full_file, ben, name, old, new, place):
    file = changed(full_file, name, old, new)
    before = exported(ben)
    with pytest.raises(Unreadable) as refused:
        intake.read_file(ben, file)
    assert place in refused.value.worded(str)
    assert (exported(User.objects.get(pk=ben.pk)), Import.objects.count()) == (before, 0)
    assert ben.zone == "America/New_York"


def test_a_note_of_ten_thousand_characters_refuses_the_file(full_file, ben):
    file = changed(full_file, "exercise.csv", "a,b;c", "a" * 10_000)
    with pytest.raises(Unreadable, match="10,000"):
        intake.read_file(ben, file)


def test_a_file_that_is_missing_refuses_the_whole(full_file, ben):
    content = texts(full_file)
    del content["diet.csv"]
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    with pytest.raises(Unreadable, match=r"lacks diet\.csv"):
        intake.read_file(ben, file)


def test_files_of_other_names_are_passed_over(full):  # rules.md, 27
    content = exported(full)
    file = io.BytesIO(content)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("summary.csv", "what,ever")
    assert exported(came_back(file.getvalue())) == content


def first_format(content: bytes) -> io.BytesIO:
    """The same record as an export of format 1 held it: no check-ins, and no settings that came with them."""
    files = texts(content)
    del files["checkin.csv"]
    files["settings.csv"] = re.sub(",[^,\r]*,[^,\r]*\r", "\r", files["settings.csv"])
    manifest = json.loads(files["manifest.json"])
    del manifest["rows"]["checkin.csv"]
    files["manifest.json"] = json.dumps({**manifest, "version": 1})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return file


def test_an_export_of_the_first_format_comes_in_without_what_it_did_not_have_yet(full):
    full.checkinlogs.all().delete()
    User.objects.filter(pk=full.pk).update(work_days=WORK_DAYS, checks_in=True)
    content = exported(User.objects.get(pk=full.pk))
    assert exported(came_back(first_format(content).getvalue())) == content


def test_undo_of_the_first_format_brings_the_settings_back(full):
    new = User.objects.create_user("new@example.org", theme="light", work_days=1)
    intake.read_file(new, first_format(exported(full)))
    intake.take_back(new.imports.get())
    new.refresh_from_db()
    assert (new.theme, new.work_days, new.checks_in) == ("light", 1, True)
