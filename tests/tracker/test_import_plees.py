"""Plees Tracker: moments in milliseconds, stars, and sleeps too short to be one."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tracker import intake
from tracker.importers import Answers, Problem, Upload, plees, recognise

OWN = Path(__file__).parent / "files" / "plees-tracker.csv"
SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "plees-tracker" / "plees-tracker.csv"
HEADER = "sid,start,stop,rating\n"


def upload(content):
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def read(content, zone="Europe/Berlin"):
    return list(plees.read(upload(content), Answers(zone)))


def night(start, stop, rating=3):
    ends = (round(datetime(*moment, tzinfo=UTC).timestamp() * 1000) for moment in (start, stop))
    return HEADER + ",".join(map(str, (1, *ends, rating))) + "\n"


def test_it_is_known_by_its_header():
    assert recognise(upload(OWN.read_bytes())) is plees
    assert recognise(upload("\ufeffsid,start,stop,rating,comment\n")) is plees


def test_a_sleep_has_its_moments_its_stars_its_wakings_and_its_comment():
    row = read(OWN.read_bytes())[0]
    assert row.fields == {
        "asleep": datetime(2026, 3, 3, 22, 10, tzinfo=UTC),
        "awake": datetime(2026, 3, 4, 6, 10, tzinfo=UTC),
        "zone": "Europe/Berlin",
        "zone_bed": "Europe/Berlin",
        "quality": 4,
        "awakenings": 1,
        "note": "slept well, really",
    }


def test_no_stars_is_not_the_worst_night():  # rules.md, 10
    assert read(OWN.read_bytes())[1].fields["quality"] is None


def test_a_sleep_of_two_minutes_is_listed():  # rules.md, 8
    (problem,) = (found for found in read(OWN.read_bytes()) if isinstance(found, Problem))
    assert problem.line == 6
    assert "10 minutes" in problem.sentence


@pytest.mark.parametrize(
    ("start", "stop", "hours"),
    [((2026, 3, 28, 22), (2026, 3, 29, 5), 7), ((2026, 10, 24, 21), (2026, 10, 25, 6), 9)],
    ids=["clocks forward", "clocks back"],
)
def test_a_night_of_changing_clocks_has_its_true_length_and_its_day_of_waking(ana, start, stop, hours):
    intake.read_file(ana, io.BytesIO(night(start, stop).encode()))
    sleep = ana.sleeplogs.get()
    assert (sleep.awake - sleep.asleep).total_seconds() == hours * 3600
    assert (sleep.day.month, sleep.day.day) == stop[1:3]


def test_the_zone_is_asked_for():  # rules.md, 26
    (question,) = plees.questions(upload(OWN.read_bytes()))
    assert question.name == "zone"


@pytest.mark.parametrize(
    "cells",
    [
        "1,x,1772604600000,3",
        "1,1772575800000",
        "1,9" + "9" * 30 + ",1772604600000,3",
        "1,1772575800000,1772604600000,good",
        "1,-1,",
    ],
    ids=["no number", "cut off", "beyond the calendar", "no stars", "nothing"],
)
def test_what_cannot_be_read_is_listed_with_its_line_and_the_next_comes_in(cells):
    problem, row = read(HEADER + cells + "\n" + night((2026, 3, 3, 22), (2026, 3, 4, 6)).split("\n")[1])
    assert (problem.line, row.line) == (2, 3)


def test_stars_beyond_five_are_listed_and_not_stored(ana):
    report = intake.read_file(
        ana, io.BytesIO(night((2026, 3, 3, 22), (2026, 3, 4, 6), rating=9).encode())
    ).report
    assert report["problems"][0][0] == 2
    assert not ana.sleeplogs.exists()


def test_the_file_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    lines = OWN.read_text().splitlines(keepends=True)
    assert (
        intake.read_file(ana, io.BytesIO("".join(lines[:2]).encode())).report["counts"]["sleep"]["new"] == 1
    )
    later = intake.read_file(ana, io.BytesIO(OWN.read_bytes())).report["counts"]["sleep"]
    assert (later["new"], later["there"]) == (2, 1)
    again = intake.read_file(ana, io.BytesIO(OWN.read_bytes())).report["counts"]["sleep"]
    assert (again["new"], again["there"]) == (0, 3)


def test_a_new_phone_that_counts_anew_changes_no_night(ana):
    intake.read_file(ana, io.BytesIO(night((2026, 3, 3, 22), (2026, 3, 4, 6)).encode()))
    intake.read_file(ana, io.BytesIO(night((2026, 4, 3, 22), (2026, 4, 4, 6)).encode()))
    assert ana.sleeplogs.count() == 2


@pytest.mark.skipif(not SAMPLE.exists(), reason="the real export is not here")
def test_the_real_export_holds_three_trials_of_seconds():
    found = read(SAMPLE.read_bytes())
    assert [problem.line for problem in found] == [2, 3, 4]


def test_more_awakenings_than_a_record_holds_are_unknown_and_the_night_comes_in(ana):
    start, stop = (
        round(datetime(2026, 3, day, hour, tzinfo=UTC).timestamp() * 1000) for day, hour in ((3, 22), (4, 6))
    )
    file = f"sid,start,stop,rating,comment,wakes\n1,{start},{stop},3,,60\n"
    assert intake.read_file(ana, io.BytesIO(file.encode())).report["problems"] == []
    assert ana.sleeplogs.get().awakenings is None
