"""Apple Health: nights, workouts, mindful sessions and drinks. Files are made here, in the phone's shape."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tracker.apple import (
    OWN,
    caffeine,
    drinks,
    export,
    mindful,
    one,
    read,
    record,
    sleep,
    upload,
    workout,
    zipped,
)
from tests.tracker.handed import read as read_of
from tests.tracker.handed import taken
from tracker import intake
from tracker.importers import Answers, Problem, apple_health, recognise
from tracker.importers.apple_health.document import CAFFEINE

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "apple-health"


def take(user, content):
    return intake.read_file(
        user, io.BytesIO(content.encode() if isinstance(content, str) else content)
    ).report


def counts(report):
    return {kind: {f: n for f, n in of.items() if n} for kind, of in report["counts"].items()}


@pytest.mark.parametrize("name", ["apple_health_export/export.xml", "apple_health_export/Exportación.xml"])
def test_the_zip_is_known_by_its_content_whatever_the_phone_calls_it(name):
    assert recognise(upload(zipped(export(sleep()), name))) is apple_health


def test_the_xml_alone_is_known_too():
    assert recognise(upload(export())) is apple_health
    assert recognise(upload("\ufeff" + export(head=""))) is apple_health


def test_a_zip_without_an_export_is_not_ours():
    assert not apple_health.recognises(upload(zipped("<ClinicalDocument/>")))


def test_a_sleep_has_its_moments_in_utc_and_the_zone_that_it_names():
    row = one(sleep(zone="Europe/Lisbon"))
    assert row.fields["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)
    assert row.fields["awake"] == datetime(2026, 3, 4, 6, tzinfo=UTC)
    assert (row.fields["zone"], row.fields["zone_bed"]) == ("Europe/Lisbon", "Europe/Lisbon")


@pytest.mark.parametrize("zone", ["", "Moon/Crater", "../../etc/passwd", "GMT+0130"])
def test_a_record_without_a_zone_that_is_known_has_the_zone_that_was_asked_for(zone):  # rules.md, 26
    assert one(sleep(zone=zone), zone="Asia/Tokyo").fields["zone"] == "Asia/Tokyo"


@pytest.mark.parametrize(
    ("stage", "field"), [("AsleepCore", "light"), ("AsleepDeep", "deep"), ("AsleepREM", "rem")]
)
def test_a_stage_is_minutes(stage, field):
    assert one(sleep(stage)).fields[field] == 480


@pytest.mark.parametrize("value", ["Asleep", "AsleepUnspecified"])
def test_a_sleep_without_stages_has_none(value):
    assert one(sleep(value)).fields["light"] is None


def test_a_night_over_the_clocks_going_forward_has_its_true_length():
    row = one(sleep(span=("2026-03-28 23:00:00 +0100", "2026-03-29 07:00:00 +0200")))
    assert (row.fields["awake"] - row.fields["asleep"]).total_seconds() == 7 * 3600


def test_an_hour_that_comes_twice_is_told_by_its_offset():
    row = one(sleep(span=("2026-10-25 02:30:00 +0200", "2026-10-25 02:30:00 +0100")))
    assert (row.fields["awake"] - row.fields["asleep"]).total_seconds() == 3600


@pytest.mark.parametrize(
    "span",
    [
        ("2026-03-03 11:00:00 pm +0100", "2026-03-04 7:00:00 am +0100"),
        ("2026-03-03 11:00:00\u202fPM +0100", "2026-03-04 7:00:00\u202fAM +0100"),
        ("٢٠٢٦-٠٣-٠٣ ٢٣:٠٠:٠٠ +٠١٠٠", "٢٠٢٦-٠٣-٠٤ ٠٧:٠٠:٠٠ +٠١٠٠"),
        ("2026-03-03 17:00:00 -0500", "2026-03-04 11:30:00 +0530"),
    ],
    ids=["twelve hours", "twelve hours, a narrow space", "digits of another script", "other offsets"],
)
def test_times_are_read_as_phones_of_other_places_write_them(span):
    fields = one(sleep(span=span)).fields
    assert fields["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)
    assert fields["awake"] == datetime(2026, 3, 4, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    "element",
    [
        sleep(span=("2026-02-30 23:00:00 +0100", "2026-03-04 07:00:00 +0100")),
        sleep(span=("2026-03-04 07:00:00 +0100", "2026-03-03 23:00:00 +0100")),
        sleep(span=("2026-03-01 07:00:00 +0100", "2026-03-03 23:00:00 +0100")),
        sleep(span=("0001-01-01 00:00:00 +2300", "0001-01-01 09:00:00 +2300")),
        sleep(span=("2026-03-03 23:00:00", "2026-03-04 07:00:00")),
        sleep("Dreaming"),
        mindful("12:00", "12:00"),
        caffeine("much"),
        caffeine("nan"),
        caffeine("-5"),
        caffeine(unit="cup"),
        workout(duration="long", durationUnit="min"),
    ],
    ids=[
        "no such day", "backwards", "two days", "beyond the calendar", "no offset", "no stage of sleep",
        "no time at all", "no number", "not a number", "less than nothing", "no unit", "no length",
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_listed_with_its_line_and_the_next_comes_in(element):
    problem, row = read(export(element, workout("Yoga", "06:00", "06:20")))
    assert isinstance(problem, Problem)
    assert problem.line == 7
    assert row.fields["activity"] == "yoga"


def test_a_workout_has_its_minutes_without_pauses():
    assert one(workout()).fields["minutes"] == 30
    assert one(workout(duration="25.2", durationUnit="min")).fields["minutes"] == 25
    assert one(workout(duration="0.25", durationUnit="hr")).fields["minutes"] == 15


@pytest.mark.parametrize(
    ("name", "activity", "note"),
    [
        ("Running", "run", ""),
        ("TraditionalStrengthTraining", "strength", ""),
        ("Soccer", "ball-game", ""),
        ("Other", "other", ""),
        ("SkatingSports", "other", "Skating Sports"),
    ],
)
def test_a_workout_is_the_nearest_activity_or_keeps_its_name_in_the_note(name, activity, note):
    fields = one(workout(name)).fields
    assert (fields["activity"], fields["note"]) == (activity, note)
    assert fields["strength"] == (activity == "strength")


@pytest.mark.parametrize(("mets", "intensity"), [("2.9", "light"), ("3", "moderate"), ("6.1", "vigorous")])
def test_the_energy_that_the_watch_saw_tells_the_intensity(mets, intensity):
    told = [("HKAverageMETs", f"{mets} kcal/hr·kg")]
    assert one(workout("Walking", metadata=told)).fields["intensity"] == intensity
    assert one(workout("Walking")).fields["intensity"] == "light"


def test_cycling_indoors_is_the_exercise_bike():
    assert one(workout("Cycling", metadata=[("HKIndoorWorkout", "1")])).fields["activity"] == "exercise-bike"
    assert one(workout("Cycling")).fields["activity"] == "cycling"


def test_of_one_workout_in_two_apps_the_longer_comes_in():
    row, problem = sorted(
        read(export(workout(), workout(start="18:01", end="18:40", source="App"))),
        key=lambda found: isinstance(found, Problem),
    )
    assert (row.fields["minutes"], problem.line) == (39, 7)


def test_two_workouts_of_one_app_and_two_that_hardly_meet_are_two():
    assert len(read(export(workout(), workout("Yoga", "18:10", "18:25")))) == 2
    assert len(read(export(workout(), workout("Yoga", "18:25", "18:55", source="App")))) == 2


def test_a_mindful_session_is_practice():
    row = one(mindful())
    assert (row.kind, row.fields["technique"], row.fields["minutes"]) == ("practice", "mindfulness", 10)


@pytest.mark.parametrize(("value", "unit"), [("95", "mg"), ("0.095", "g"), ("95000", "mcg")])
def test_caffeine_is_milligrams(value, unit):
    assert one(caffeine(value, unit)).fields["amount"] == 95


def test_a_food_without_caffeine_does_not_say_that_none_was_drunk():  # rules.md, 10
    assert read(export(caffeine("0"))) == []


def test_two_coffees_at_a_time_are_two_and_the_copy_inside_a_food_is_none():
    food = f'<Correlation type="HKCorrelationTypeIdentifierFood">\n  {caffeine()}\n </Correlation>'
    assert len(read(export(food, caffeine()))) == 1
    twice = [caffeine(metadata=[("HKExternalUUID", name)]) for name in ("one", "other")]
    assert len(read(export(*twice))) == 2


@pytest.mark.parametrize(("grams", "amount"), [("14", 28), ("10", 20)])
def test_a_drink_has_as_much_alcohol_as_the_person_says(grams, amount):
    assert one(drinks("2"), drink=grams).fields["amount"] == amount


def test_a_night_of_time_in_bed_alone_is_listed_or_taken_as_the_person_says():
    assert isinstance(one(sleep("InBed")), Problem)
    assert one(sleep("InBed"), **{"in-bed": "sleep"}).kind == "sleep"


def test_what_the_file_cannot_say_is_asked():
    asked = apple_health.questions(upload(export()))
    assert [question.name for question in asked] == ["zone", "drink", "in-bed"]
    assert all(question.proposed in question.choices for question in asked[1:])


def test_a_file_of_all_kinds_comes_in(ana):
    report = take(ana, OWN.read_bytes())
    assert {kind: of["new"] for kind, of in report["counts"].items()} == {
        "sleep": 3, "exercise": 2, "diet": 2, "practice": 1,
    }  # fmt: skip
    assert report["problems"][0][0] == 36
    night = ana.sleeplogs.get(day="2026-11-11", light=180)
    assert (night.deep, night.rem, night.waso, night.awakenings) == (70, 195, 20, 1)
    assert (night.bed, night.zone) == (datetime(2026, 11, 10, 21, 40, tzinfo=UTC), "Europe/Berlin")


def test_the_same_export_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    first = export(sleep(), workout(), caffeine())
    take(ana, first)
    assert counts(take(ana, first)) == {kind: {"there": 1} for kind in ("sleep", "exercise", "diet")}
    later = ("2026-03-04 23:00:00 +0100", "2026-03-05 07:00:00 +0100")
    report = take(ana, export(sleep(), workout(), caffeine(), sleep(span=later), caffeine(start="09:00")))
    assert counts(report)["sleep"] == {"new": 1, "there": 1}
    assert counts(report)["diet"] == {"new": 1, "there": 1}


def test_a_night_of_which_more_is_known_later_is_changed_not_added(ana):
    half = ("2026-03-03 23:00:00 +0100", "2026-03-04 02:00:00 +0100")
    take(ana, export(sleep(span=half)))
    assert counts(take(ana, export(sleep()))) == {"sleep": {"changed": 1}}


def test_a_watch_with_another_name_brings_nothing_twice(ana):
    take(ana, export(sleep(), workout(), mindful()))
    take(ana, export(sleep(source="New"), workout(source="New"), mindful(source="New")))
    assert (ana.sleeplogs.count(), ana.exerciselogs.count(), ana.practicelogs.count()) == (1, 1, 1)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real exports are not here")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("export6s3sample.xml", {"exercise": 1}),
        ("staged-sleep.xml", {"sleep": 1, "exercise": 1}),
        ("export-with-routes.zip", {"exercise": 8}),
    ],
)
def test_exports_of_others_come_in(ana, name, expected):
    report = take(ana, (SAMPLES / name).read_bytes())
    assert {kind: of["new"] for kind, of in report["counts"].items()} == expected
    assert report["problems"] == []


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real exports are not here")
def test_a_real_night_has_its_minutes():
    (night,) = (
        row
        for row in apple_health.read(upload((SAMPLES / "staged-sleep.xml").read_bytes()), Answers())
        if not isinstance(row, Problem) and row.kind == "sleep"
    )
    assert night.fields["light"] == 450


def test_a_drink_that_a_phone_elsewhere_exports_again_is_the_same(ana):
    here, there = ([f"2026-03-03 {text}"] * 2 for text in ("08:00:00 +0100", "2:00:00 am -0500"))
    for span in (here, there):
        taken(ana, export(record(CAFFEINE, span, value="95", unit="mg")))
    assert ana.dietlogs.count() == 1


def test_a_short_bout_inside_another_hides_no_copy_of_that():
    inside = workout("Yoga", "18:05", "18:08")
    found = read_of(
        apple_health, export(workout(), inside, workout(start="18:09", end="18:30", source="App"))
    )
    assert sum(isinstance(one, Problem) for one in found) == 1
