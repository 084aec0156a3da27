"""Oura: the API's JSON, the account's tables and the older trends, read on instants. Files are made here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tracker.handed import packed, read, row, table, taken, upload, why
from tracker.importers import Unreadable, oura, recognise

OWN = Path(__file__).parent / "files" / "oura-sleep.json"


def sleep(start="2026-03-03T22:50:00+01:00", end="2026-03-04T07:00:00+01:00", **more):
    """Ten minutes to fall asleep, 20 awake in the night, 10 after the last waking: 7.5 hours of sleep."""
    phases = "44" + "2" * 30 + "4444" + "1" * 20 + "3" * 40 + "44"
    return {
        "id": start[:10],
        "average_hrv": 48,
        "bedtime_end": end,
        "bedtime_start": start,
        "day": end[:10],
        "awake_time": 2400,
        "deep_sleep_duration": 6000,
        "light_sleep_duration": 9000,
        "rem_sleep_duration": 12000,
        "latency": 600,
        "sleep_phase_5_min": phases,
        "total_sleep_duration": 27000,
        "time_in_bed": 29400,
        "efficiency": 92,
        "type": "long_sleep",
        **more,
    }


def workout(**more):
    return {
        "id": "w1",
        "activity": "running",
        "calories": 300.5,
        "day": "2026-03-04",
        "start_datetime": "2026-03-04T18:00:00+01:00",
        "end_datetime": "2026-03-04T18:40:00+01:00",
        "intensity": "hard",
        "source": "confirmed",
        **more,
    }


def session(kind="meditation"):
    return {
        "id": "s1",
        "day": "2026-03-04",
        "start_datetime": "2026-03-04T20:00:00+01:00",
        "end_datetime": "2026-03-04T20:12:00+01:00",
        "type": kind,
        "mood": "good",
        "motion_count": None,
    }


def app_data(*records):
    """A table of the account's export: semicolons, the same names."""
    return table(list(records[0]), *([str(cell) for cell in r.values()] for r in records), delimiter=";")


def trends(**more):
    cells = {
        "date": "2026-03-04",
        "Sleep Score": "84",
        "Total Bedtime": "29400",
        "Total Sleep Time": "27000",
        "Awake Time": "2400",
        "REM Sleep Time": "12000",
        "Light Sleep Time": "9000",
        "Deep Sleep Time": "6000",
        "Sleep Latency": "600",
        "Bedtime Start": "2026-03-03T22:50:00+01:00",
        "Bedtime End": "2026-03-04T07:00:00+01:00",
        **more,
    }
    return table(list(cells), list(cells.values()))


SHAPES = {
    "the API": {"data": [sleep()], "next_token": None},
    "a list": [sleep()],
    "pages": [{"data": [sleep()], "next_token": "x"}],
    "all kinds in one": {"sleep": [sleep()]},
    "a table": app_data(sleep()),
    "the account's zip": packed(
        {"App Data/sleepmodel.csv": app_data(sleep()), "App Data/a.csv": "a;b\n1;2\n"}
    ),
    "a zip of JSON": packed({"x/sleep.json": {"data": [sleep()]}, "x/readiness.json": {"data": []}}),
    "with a mark of its bytes": "﻿" + app_data(sleep()),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_a_night_is_the_same_in_each_shape(content):
    assert recognise(upload(content)) is oura
    night = row(oura, content)
    assert night.fields["bed"] == datetime(2026, 3, 3, 21, 50, tzinfo=UTC)
    assert night.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert night.fields["awake"] == datetime(2026, 3, 4, 5, 50, tzinfo=UTC)
    assert night.fields["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (night.fields["waso"], night.fields["awakenings"], night.fields["sol"]) == (20, 1, 10)
    assert (night.fields["light"], night.fields["deep"], night.fields["rem"]) == (150, 100, 200)
    assert (night.fields["zone"], night.key) == ("Europe/Berlin", "2026-03-03")


def test_the_table_of_trends_has_the_night_without_its_stages_over_time():
    assert recognise(upload(trends())) is oura
    night = row(oura, trends()).fields
    assert (night["waso"], night["rem"], night["awakenings"]) == (30, 200, None)


def test_a_day_of_the_trends_without_sleep_is_nothing_and_one_that_lost_its_times_is_listed():
    empty = {"Bedtime Start": "", "Bedtime End": ""}
    assert read(oura, trends(**empty, **{"Total Sleep Time": ""})) == []
    assert why(oura, trends(**empty)).endswith("is missing or wrong")


@pytest.mark.parametrize("kind", ["deleted", "rest"])
def test_what_the_ring_took_back_is_no_sleep(kind):
    assert read(oura, [sleep(type=kind)]) == []


def test_a_late_nap_is_a_nap():
    assert row(oura, [sleep(type="late_nap")]).fields["nap"]


def test_a_night_over_the_clocks_going_forward_has_its_true_length():
    night = row(oura, [sleep("2026-03-28T22:50:00+01:00", "2026-03-29T08:00:00+02:00")]).fields
    assert (night["awake"] - night["asleep"]).total_seconds() == (7 * 60 + 50) * 60
    assert (night["zone_bed"], night["zone"]) == ("Europe/Berlin", "Europe/Berlin")


def test_a_night_abroad_keeps_its_own_clock():  # rules.md, 26
    night = row(oura, [sleep("2026-03-03T22:50:00+09:00", "2026-03-04T07:00:00+09:00")]).fields
    assert (night["zone_bed"], night["zone"]) == ("Etc/GMT-9", "Etc/GMT-9")


def test_stages_of_half_a_minute_are_finer_than_those_of_five():
    night = row(oura, [sleep(sleep_phase_30_sec="4" * 20 + "2" * 940 + "4" * 20)]).fields
    assert night["awake"] == datetime(2026, 3, 4, 5, 50, tzinfo=UTC)
    assert night["awakenings"] == 0


def test_stages_that_do_not_fill_the_night_say_nothing():
    night = row(oura, [sleep(sleep_phase_5_min="4442")]).fields
    assert (night["awake"], night["awakenings"]) == (night["up"], None)


def test_a_workout_and_a_session_that_calms_come_in():
    content = packed({"workout.json": {"data": [workout()]}, "session.json": [session(), session("nap")]})
    practice, exercise = sorted(read(oura, content), key=lambda r: r.kind, reverse=True)
    assert exercise.fields["activity"] == "run"
    assert (exercise.fields["minutes"], exercise.fields["intensity"]) == (40, "vigorous")
    assert (practice.fields["technique"], practice.fields["minutes"]) == ("meditation", 12)


@pytest.mark.parametrize(
    "wrong",
    [
        {"bedtime_end": "2026-02-30T07:00:00+01:00"},
        {"bedtime_end": "2026-03-04T07:00:00"},
        {"bedtime_end": None},
        {"bedtime_end": 17},
        {"total_sleep_duration": -5},
        {"total_sleep_duration": "lots"},
        {"latency": float("1e300")},
    ],
)
def test_a_sleep_that_cannot_be_read_is_listed(wrong):
    assert why(oura, [sleep(**wrong)]).endswith("is missing or wrong")


def test_a_sleep_that_contradicts_itself_is_listed():
    assert why(oura, [sleep(end="2026-03-03T22:40:00+01:00")]) == "it ends before it begins"
    assert "more minutes of sleep" in why(oura, [sleep(total_sleep_duration=60000)])
    assert "longer than a day" in why(oura, [sleep(end="2026-03-06T07:00:00+01:00")])


@pytest.mark.parametrize("content", ['[{"bedtime_start": "2026-03-03T22', "[{}]x", "[" * 5000, "nothing"])
def test_broken_json_is_refused_in_a_sentence(content):
    broken = '{"data": [{"bedtime_start": null, "time_in_bed": null}], "more": ' + content
    with pytest.raises(Unreadable, match=r"JSON|deeper"):
        read(oura, broken)


def test_a_zip_whose_inner_name_is_no_text_is_refused():
    content = bytearray(packed({"App Data/sleepmodel-é.csv": app_data(sleep())}))
    content[content.index("é".encode())] = 0x8D  # in the entry itself; the list of the zip is sound
    with pytest.raises(Unreadable, match="damaged"):
        oura.recognises(upload(bytes(content)))


def test_the_same_export_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    first, later = sleep(), sleep("2026-03-04T22:50:00+01:00", "2026-03-05T07:00:00+01:00")
    assert taken(ana, [first]) == {"sleep": {"new": 1}}
    assert taken(ana, [first]) == {"sleep": {"there": 1}}
    assert taken(ana, app_data(first, later)) == {"sleep": {"there": 1, "new": 1}}
    assert taken(ana, [{**first, "awake_time": 1, "total_sleep_duration": 26000}]) == {
        "sleep": {"changed": 1}
    }


def test_a_file_of_some_nights_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 3}}
