"""Open mHealth: documents of sleep and activity, one or many, with a header or bare."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from recovery.metrics.exercise import ACTIVITIES
from tracker import intake
from tracker import open_mhealth as export
from tracker.importers import Answers, Problem, Unreadable, Upload, open_mhealth, recognise
from tracker.models import ExerciseLog, SleepLog

OWN = Path(__file__).parent / "files" / "open-mhealth.json"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "open-mhealth"
BERLIN = Answers("Europe/Berlin")


def frame(start="2026-03-03T23:00:00+01:00", end="2026-03-04T07:00:00+01:00", **more):
    ends = {"start_date_time": start, "end_date_time": end, **more}
    return {"time_interval": {name: value for name, value in ends.items() if value is not None}}


def of(value, unit="min"):
    return {"value": value, "unit": unit}


def sleep(when=None, **more):
    return {"effective_time_frame": when or frame(), "is_main_sleep": True, **more}


def activity(name="walking", when=None, **more):
    when = when or frame("2026-03-04T18:00:00+01:00", "2026-03-04T18:30:00+01:00")
    return {"activity_name": name, "effective_time_frame": when, **more}


def upload(content):
    content = content if isinstance(content, str | bytes) else json.dumps(content)
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def read(content, answers=BERLIN):
    return list(open_mhealth.read(upload(content), answers))


def only(document):
    (row,) = read(document)
    return row


def take(user, content):
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return intake.read_file(user, io.BytesIO(content), BERLIN).report


def zipped(*documents):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number, document in enumerate(documents):
            archive.writestr(f"export/{number}.json", json.dumps(document))
        archive.writestr("readme.txt", "effective")
    return file.getvalue()


SHAPES = {
    "one": json.dumps(sleep()),
    "over many lines": json.dumps(sleep(), indent=4),
    "in a list": json.dumps([sleep()]),
    "one a line": json.dumps(sleep()) + "\n",
    "in a server's answer": json.dumps(
        {"shim": "a", "timeStamp": 1, "body": [{"header": {}, "body": sleep()}]}
    ),
    "in a zip": zipped(sleep()),
    "with a mark of its order": "\ufeff" + json.dumps(sleep()),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_documents_are_known_and_read_in_every_shape(content):
    assert recognise(upload(content)) is open_mhealth
    assert [row.fields["asleep"] for row in read(content)] == [datetime(2026, 3, 3, 22, tzinfo=UTC)]


def test_one_document_a_line_and_one_a_file_are_all_read():
    later = sleep(frame("2026-03-04T23:00:00+01:00", "2026-03-05T07:00:00+01:00"))
    assert len(read(f"{json.dumps(sleep())}\n{json.dumps(later)}\n")) == 2
    assert len(read(zipped(sleep(), later, activity()))) == 3


def test_a_sleep_goes_from_falling_asleep_to_the_final_awakening():
    fields = only(sleep(latency_to_sleep_onset=of(15), number_of_awakenings=2)).fields
    assert (fields["asleep"], fields["awake"]) == (
        datetime(2026, 3, 3, 22, tzinfo=UTC),
        datetime(2026, 3, 4, 6, tzinfo=UTC),
    )
    assert fields["tried"] == datetime(2026, 3, 3, 21, 45, tzinfo=UTC)
    assert fields["awakenings"] == 2


def test_the_efficiency_of_another_is_not_taken(ana):
    take(ana, sleep(sleep_maintenance_efficiency_percentage=of(50, "%")))
    night = ana.sleeplogs.get()
    assert (night.bed, night.up, night.waso) == (None, None, None)


@pytest.mark.parametrize(
    "when",
    [
        frame(end=None, duration=of(8, "h")),
        frame(start=None, duration=of(480)),
        frame("2026-03-03T22:00:00Z", None, duration=of(28_800, "sec")),
        frame("2026-03-03T23:00:00", "2026-03-04T07:00:00"),
    ],
    ids=["start and length", "end and length", "seconds", "no offset"],
)
def test_two_of_start_end_and_length_tell_an_interval(when):
    fields = only(sleep(when)).fields
    assert fields["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)
    assert fields["awake"] == datetime(2026, 3, 4, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("told", "waso"),
    [
        ({"wake_after_sleep_onset": of(0.5, "h")}, 30),
        ({"total_sleep_time": of(450)}, 30),
        ({"wake_after_sleep_onset": of(0)}, 0),
        ({"total_sleep_time": of(480)}, None),
        ({}, None),
    ],
    ids=["told", "what sleep leaves", "none", "of all of it", "unknown"],
)
def test_minutes_awake_are_as_told_or_what_the_sleep_leaves(told, waso):
    assert only(sleep(**told)).fields["waso"] == waso


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("+01:00", "Europe/Berlin"),
        ("Z", "Europe/Berlin"),
        ("+09:00", "Etc/GMT-9"),
        ("+05:30", "Asia/Kolkata"),
    ],
)
def test_the_zone_is_home_where_its_clock_agrees(offset, zone):  # rules.md, 26
    row = only(sleep(frame(f"2026-03-03T23:00:00{offset}", f"2026-03-04T07:00:00{offset}")))
    assert row.fields["zone"] == zone


def test_a_night_of_changing_clocks_has_its_true_length():
    fields = only(sleep(frame("2026-03-28T23:00:00+01:00", "2026-03-29T07:00:00+02:00"))).fields
    assert (fields["awake"] - fields["asleep"]).total_seconds() == 7 * 3600
    assert fields["zone"] == fields["zone_bed"] == "Europe/Berlin"


@pytest.mark.parametrize(
    ("name", "slug", "note"),
    [("walking", "walk", ""), ("Indoor Cycling", "exercise-bike", ""), ("curling", "other", "curling")],
)
def test_an_activity_is_the_nearest_of_ours_or_keeps_its_name(name, slug, note):
    fields = only(activity(name)).fields
    assert (fields["activity"], fields["note"], fields["minutes"]) == (slug, note, 30)


@pytest.mark.parametrize(
    ("told", "intensity"),
    [
        ({"reported_activity_intensity": "vigorous", "met_value": 2}, "vigorous"),
        ({"met_value": 2.9}, "light"),
        ({"met_value": 3}, "moderate"),
        ({"met_value": 6}, "vigorous"),
        ({}, "light"),
    ],
)
def test_the_intensity_is_as_reported_else_by_the_energy_else_as_usual(told, intensity):
    assert only(activity(**told)).fields["intensity"] == intensity


def test_an_activity_has_its_minutes_without_pauses():
    assert only(activity(duration=of(1500, "sec"))).fields["minutes"] == 25


def test_an_activity_of_a_part_of_a_day_counts_to_the_day(ana):
    when = {"time_interval": {"date": "2026-03-04", "part_of_day": "morning"}}
    take(ana, activity(when=when, duration=of(25)))
    bout = ana.exerciselogs.get()
    assert (bout.day, bout.start, bout.minutes) == (date(2026, 3, 4), None, 25)


def test_our_own_export_comes_back(ana, ben):
    at = {"user": ana, "zone": ana.zone, "day": date(2026, 3, 4)}
    start = datetime(2026, 3, 4, 16, tzinfo=UTC)
    for slug in ACTIVITIES:
        ExerciseLog.objects.create(**at, activity=slug, minutes=25, intensity="vigorous")
    ExerciseLog.objects.create(**at, activity="run", minutes=30, intensity="vigorous", start=start)
    for n, waso in enumerate((None, 0, 20)):
        night = {"asleep": start + timedelta(days=n, hours=6), "awake": start + timedelta(days=n, hours=14)}
        SleepLog(user=ana, zone=ana.zone, zone_bed=ana.zone, waso=waso, **night).settle().save()
    report = take(ben, b"".join(export.stream(ana)))
    assert report["problems"] == []
    told = ("activity", "minutes", "intensity", "day", "start", "note")
    for mine, back in ((ana.exerciselogs, ben.exerciselogs), (ana.sleeplogs, ben.sleeplogs)):
        names = told if mine.model is ExerciseLog else ("asleep", "awake", "waso", "day", "nap")
        assert set(back.values_list(*names)) == set(mine.values_list(*names))


def test_our_own_export_is_known_by_exercise_without_a_time_alone(ana):
    day = {"user": ana, "zone": ana.zone, "day": date(2026, 3, 4)}
    ExerciseLog.objects.create(**day, activity="run", minutes=30, intensity="vigorous")
    assert recognise(upload(b"".join(export.stream(ana)))) is open_mhealth


@pytest.mark.parametrize("name", ["sleep-episode", "physical-activity"])
def test_what_does_not_say_when_it_was_is_listed_as_such(name):
    header = {"id": "1", "schema_id": {"namespace": "omh", "name": name, "version": "1.2"}}
    body = {"activity_name": "walking", "total_sleep_time": of(450)}
    found = read([{"header": header, "body": body}, activity()])
    assert found[0].sentence == "it does not say when it was"


def test_what_a_body_rests_in_is_no_exercise():
    (problem,) = read(activity("Sauna"))
    assert "no exercise" in problem.sentence


def test_the_sum_of_a_day_is_no_activity():
    (problem,) = read(activity(descriptive_statistic="sum"))
    assert "sums up" in problem.sentence


@pytest.mark.parametrize(
    "bad",
    [
        sleep(frame("2026-02-30T23:00:00Z")),
        sleep(frame("yesterday")),
        sleep({"time_interval": {"start_date_time": "2026-03-03T23:00:00Z"}}),
        sleep({"time_interval": []}),
        sleep(frame(end=None, duration=of(8, "parsec"))),
        sleep(wake_after_sleep_onset=of(-5)),
        sleep(number_of_awakenings={}),
        sleep(frame("0001-01-01T00:00:00+14:00")),
        {"header": [], "body": sleep()} | {"header": [1]},
        activity(name=None),
    ],
)
def test_what_cannot_be_read_is_listed_with_its_number_and_the_next_comes_in(bad):
    problem, row = read([bad, activity()])
    assert isinstance(problem, Problem)
    assert (problem.line, row.line) == (1, 2)


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        (sleep(frame("2026-02-30T23:00:00Z")), "start_date_time"),
        (sleep({"time_interval": {"end_date_time": "2026-03-03T23:00:00Z"}}), "duration"),
        (sleep(wake_after_sleep_onset=of(-5)), "wake_after_sleep_onset"),
        (activity(name=None), "activity_name"),
    ],
)
def test_what_cannot_be_read_is_named(bad, name):
    (problem,) = read([bad])
    assert problem.params == {"name": name}


@pytest.mark.parametrize(
    "content",
    [
        '{"effective_time_frame": ',
        '[{"effective_time_frame": 1},',
        '{"effective_time_frame": nul}',
        "[" * 9999,
    ],
)
def test_what_is_no_json_is_refused_in_one_sentence(content):
    with pytest.raises(Unreadable, match="no JSON"):
        read('[{"effective_time_frame": 1}, ' + content)


def test_a_document_without_an_end_is_refused():
    with pytest.raises(Unreadable, match="too long"):
        read('{"effective_time_frame": 1, "note": "' + "x" * 1_200_000 + '"}')


def test_a_file_of_all_kinds_comes_in(ana):
    report = take(ana, OWN.read_bytes())
    assert {kind: counts["new"] for kind, counts in report["counts"].items()} == {"sleep": 2, "exercise": 1}
    assert report["problems"] == []
    nap = ana.sleeplogs.get(nap=True)
    assert (nap.waso, nap.light, nap.deep, nap.rem) == (5, 30, 5, None)
    night = ana.sleeplogs.get(nap=False)
    assert (night.sol, night.waso) == (15, 30)
    run = ana.exerciselogs.get()
    assert (run.activity, run.minutes, run.intensity) == ("run", 40, "moderate")


def test_the_file_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    take(ana, [sleep(), activity()])
    later = sleep(frame("2026-03-04T23:00:00+01:00", "2026-03-05T07:00:00+01:00"))
    counts = take(ana, [later, activity(), sleep()])["counts"]
    assert (counts["sleep"]["new"], counts["sleep"]["there"], counts["exercise"]["there"]) == (1, 1, 1)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the documents of the project itself are not here")
def test_the_documents_of_the_project_itself_come_in(ana):
    assert take(ana, (SAMPLES / "sleep-episode.json").read_bytes())["problems"] == []
    assert take(ana, (SAMPLES / "physical-activity.json").read_bytes())["problems"] == []
    night, walk = ana.sleeplogs.get(), ana.exerciselogs.get()
    assert ((night.awake - night.asleep).total_seconds(), night.waso, night.sol) == (9 * 3600, 30, 18)
    assert (walk.activity, walk.minutes, walk.intensity) == ("walk", 60, "moderate")
