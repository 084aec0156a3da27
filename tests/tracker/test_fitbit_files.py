"""Fitbit's page as CSV, and files of Fitbit that are broken or made to do harm."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.tracker.fitbit import (
    EXERCISE_COLUMNS,
    OWN,
    SLEEP_COLUMNS,
    SLEEPS,
    STAGE_COLUMNS,
    STAGES,
    exercise,
    log,
    night,
    page,
    takeout,
)
from tests.tracker.handed import packed, read, row, table, taken
from tracker.importers import Problem, Unreadable, documents, fitbit


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-03-03 11:00PM", "2026-03-04 7:00AM"),
        ("03-03-2026 11:00 pm", "04-03-2026 7:00 am"),
        ("03/03/2026 11:00 PM", "03/04/2026 7:00 AM"),
        ("03.03.2026 23:00", "04.03.2026 07:00"),
    ],
)
def test_a_night_of_the_page_is_read_as_people_of_other_places_have_it(start, end):
    found = row(fitbit, page(start, end))
    assert found.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert found.fields["awake"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (found.fields["waso"], found.fields["rem"], found.key) == (30, 100, "page-20260303T2300")


def test_a_page_without_stages_and_with_thousands():
    fields = row(
        fitbit, page("2026-03-03 11:00PM", "2026-03-04 10:00PM", "1,300", "80", "1,380", '"N/A","N/A","N/A"')
    ).fields
    assert (fields["waso"], fields["rem"]) == (80, None)


def test_the_table_of_sleep_is_found_among_the_others():
    before = "Body\nDate,Weight,BMI,Fat\n2026-03-03,60,20,0\n\nFoods\nDate,Calories In\n2026-03-03,0\n\n"
    after = "\nFood Log 20260303\nDaily Totals\n"
    assert row(fitbit, before + page("2026-03-03 11:00PM", "2026-03-04 7:00AM") + after).fields["waso"] == 30


def test_a_night_of_the_page_that_begins_in_an_hour_that_comes_twice_is_listed_and_comes_in():  # rules.md, 4
    found = read(fitbit, page("2026-10-25 2:10AM", "2026-10-25 9:10AM", in_bed="480"))
    assert [type(one).__name__ for one in found] == ["Problem", "Row"]
    assert found[1].fields["awake"] - found[1].fields["asleep"] == timedelta(hours=8)


def test_a_line_of_the_page_that_cannot_be_read_is_listed():
    (problem,) = read(fitbit, page("2026-02-30 11:00PM", "2026-03-04 7:00AM"))
    assert problem.line == 3


@pytest.mark.parametrize(
    "content",
    [
        b'[{"dateOfSleep": "2026-03-04", ',
        b'[{"dateOfSleep": "2026-03-04", "logId": NaN}]',
        b'[{"dateOfSleep": "2026-03-04", "logId": 1}] and more',
        b'[{"dateOfSleep": "\xff"}]',
        b'[{"dateOfSleep": "a\0b", "logId": 1e999}]',
        b'[{"dateOfSleep": ' + b"[" * 100_000,
        b'[{"dateOfSleep": ' + b'{"a":' * 100_000,
    ],
    ids=["cut off", "no number", "something after it", "no UTF-8", "too large a number", "lists", "objects"],
)
def test_what_is_no_whole_json_is_refused(content, ana):
    with pytest.raises(Unreadable):
        taken(ana, content)
    assert ana.sleeplogs.count() == 0


def test_an_entry_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "LONGEST", 10_000)
    with pytest.raises(Unreadable, match="far too long"):
        read(fitbit, [log(note="x" * 100_000)])


def test_far_too_many_sleeps_are_refused(monkeypatch):
    monkeypatch.setattr(fitbit, "MOST", 1)
    with pytest.raises(Unreadable, match="more than 1"):
        read(fitbit, [log(), log("2026-03-04T23:00:00.000", number=2)])


ALL = {
    "Takeout": takeout(
        **{SLEEPS: table(SLEEP_COLUMNS, night()), "UserSleepStages_1.csv": table(STAGE_COLUMNS, *STAGES)}
    ),
    "logs": OWN.read_bytes(),
    "page": page("2026-03-03 11:00PM", "2026-03-04 7:00AM").encode(),
    "sleeps": table(SLEEP_COLUMNS, night()).encode(),
}


@pytest.mark.parametrize("start", ["0001-01-01T00:00:00.000", "9999-12-31T22:00:00.000"])
def test_the_ends_of_the_calendar_are_no_fault(start):
    """The next rows ask what lies a day before the first of these, and a day after the last."""
    early = {**log(), "startTime": start, "endTime": start}
    assert read(fitbit, [early, log(number=2)], zone="UTC")
    tabled = table(SLEEP_COLUMNS, night(start=f"{start[:19]}Z", end=f"{start[:11]}23:30:00Z", offset=""))
    assert read(fitbit, takeout(**{SLEEPS: tabled}), zone="UTC")
    bouts = table(EXERCISE_COLUMNS, ["1", f"{start[:19]}Z", f"{start[:11]}23:59:59.9Z", "", "Run", "", ""])
    both = {"a/exercise-0.json": [exercise()], "a/UserExercises_1.csv": bouts}
    assert len(read(fitbit, packed(both), zone="UTC")) == 2


def test_a_number_of_five_thousand_digits_is_no_year():
    assert [type(found) for found in read(fitbit, page("2026-" + "9" * 5000 + "-03 11:00PM", "x"))] == [
        Problem
    ]


def test_a_row_of_stages_that_is_cut_off_is_passed_over():
    assert (
        read(
            fitbit,
            table(
                ["sleep_stage_type", "sleep_stage_start", "sleep_stage_end", "sleep_id"],
                ["LIGHT", "2026-03-04 01:00:00", "2026-03-04 02:00:00"],
            ),
        )
        == []
    )
