"""WHOOP: sleeps and workouts in any language, read on instants. Files are made here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tracker.handed import packed, read, row, table, taken, upload, why
from tracker.importers import recognise, whoop

OWN = Path(__file__).parent / "files" / "whoop-sleeps.csv"
CYCLE = ["Cycle start time", "Cycle end time", "Cycle timezone"]
MINUTES = ["Asleep", "In bed", "Light sleep", "Deep (SWS)", "REM", "Awake"]
SLEEPS = [
    *CYCLE,
    *["Sleep onset", "Wake onset", "Sleep performance %", "Respiratory rate (rpm)"],
    *[f"{name} duration (min)" for name in MINUTES],
    *["Sleep need (min)", "Sleep debt (min)", "Sleep efficiency %", "Sleep consistency %", "Nap"],
]
SUENO = [f"columna {number}" for number in range(len(SLEEPS))]  # in any language, the order stays
WORKOUTS = [
    *CYCLE,
    *["Workout start time", "Workout end time", "Duration (min)", "Activity name", "Activity Strain"],
    *["Energy burned (cal)", "Max HR (bpm)", "Average HR (bpm)", "GPS enabled"],
]
TRAININGS = [f"Spalte {number}" for number in range(len(WORKOUTS))]
DAYS = [*CYCLE, "Recovery score %", *SLEEPS[3:-1]]
JOURNAL = [*CYCLE, "Question text", "Answered yes", "Notes"]


def sleep(onset="2026-03-03 23:00:00", wake="2026-03-04 07:00:00", zone="UTC+01:00", nap="false", **more):
    """Eight hours, half an hour of them awake."""
    minutes = {"asleep": 450, "in_bed": 480, "light": 150, "deep": 100, "rem": 200, "awake": 30} | more
    return [onset, "", zone, onset, wake, 91, 15.2, *minutes.values(), 480, 12, 93, 78, nap]


def workout(start="2026-03-04 18:00:00", end="2026-03-04 18:40:00", zone="UTC+01:00", name="Running"):
    return ["2026-03-03 23:00:00", "", zone, start, end, 40, name, 9.1, 300, 171, 145, "true"]


def day():
    cells = sleep()
    return [*cells[:3], 66, *cells[3:-1]]


@pytest.mark.parametrize("header", [SLEEPS, SUENO], ids=["English", "another language"])
@pytest.mark.parametrize("name", ["sleeps.csv", "sueño.csv", "x/schlaf.csv"])
def test_a_night_is_the_same_in_each_language(header, name):
    content = packed(
        {name: table(header, sleep()), "journal_entries.csv": table(JOURNAL, [*sleep()[:3], "?", "true"])}
    )
    assert recognise(upload(content)) is whoop
    night = row(whoop, content).fields
    assert night["asleep"] == night["bed"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert night["awake"] == night["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (night["waso"], night["light"], night["deep"], night["rem"]) == (30, 150, 100, 200)
    assert (night["zone"], night["nap"]) == ("Europe/Berlin", False)


@pytest.mark.parametrize("header", [WORKOUTS, TRAININGS], ids=["English", "another language"])
def test_a_workout_is_the_same_in_each_language(header):
    content = table(header, workout())
    assert recognise(upload(content)) is whoop
    bout = row(whoop, content).fields
    assert (bout["activity"], bout["minutes"]) == ("run", 40)
    assert bout["start"] == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


def test_meditation_is_practice_and_an_unknown_sport_keeps_its_name():
    assert row(whoop, table(WORKOUTS, workout(name="Meditation"))).fields["technique"] == "meditation"
    assert row(whoop, table(WORKOUTS, workout(name="Fencing"))).fields["note"] == "Fencing"


@pytest.mark.parametrize(
    "name", ["Gaming", "Ice Bath", "Sauna", "Watching Sports", "Operations - Flying", "High Stress Work"]
)
def test_what_a_body_rests_in_is_listed_and_no_exercise(name):
    problem, run = read(whoop, table(WORKOUTS, workout(name=name), workout()))
    assert (problem.line, run.line) == (2, 3)
    assert problem.sentence == "it is no exercise, as gaming, driving or a sauna are none"


@pytest.mark.parametrize(
    "name", ["Caddying", "Commuting", "Coaching", "Stage Performance", "Motor Racing", "Manual Labor"]
)
def test_what_one_may_well_move_in_is_exercise(name):
    assert row(whoop, table(WORKOUTS, workout(name=name))).fields["note"] == name


def test_the_table_of_days_stands_in_for_that_of_sleeps_alone():
    without = [*day()[:4], *[""] * (len(DAYS) - 4)]
    assert len(read(whoop, table(DAYS, day(), without))) == 1
    both = packed({"a.csv": table(DAYS, day()), "b.csv": table(SLEEPS, sleep())})
    assert [found.line for found in read(whoop, both)] == [2]


def test_a_nap_is_a_nap():
    nap = sleep("2026-03-04 14:00:00", "2026-03-04 14:40:00", nap="true", asleep=35, in_bed=40, awake=5)
    assert row(whoop, table(SLEEPS, nap)).fields["nap"]


def test_a_night_that_was_joined_from_two_has_no_time_in_bed_and_its_gap_is_awake():
    night = row(whoop, table(SLEEPS, sleep(asleep=360, in_bed=400))).fields
    assert (night["bed"], night["up"], night["waso"]) == (None, None, 120)


def test_a_night_without_its_numbers_has_its_times():
    empty = dict.fromkeys(("asleep", "in_bed", "light", "deep", "rem", "awake"), "")
    night = row(whoop, table(SLEEPS, sleep(**empty))).fields
    assert (night["waso"], night["rem"]) == (None, None)


@pytest.mark.parametrize(
    ("zone", "kept"),
    [
        ("UTC+02:00", "Europe/Berlin"),
        ("UTC+01:00", "Europe/Berlin"),
        ("UTC-05:00", "Etc/GMT+5"),
        ("UTCZ", "Etc/GMT"),
    ],
)
def test_a_night_over_the_clocks_going_back_is_at_home_whichever_offset_it_has(zone, kept):
    night = row(whoop, table(SLEEPS, sleep("2026-10-24 23:00:00", "2026-10-25 07:00:00", zone))).fields
    assert (night["zone_bed"], night["zone"]) == (kept, kept)
    assert (night["awake"] - night["asleep"]).total_seconds() == 8 * 3600


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (sleep(wake="2026-02-30 07:00:00"), "is missing or wrong"),
        (sleep(wake=""), "is missing or wrong"),
        (sleep(wake="2026-03-04T07:00:00Z"), "is missing or wrong"),
        (sleep(zone="Berlin"), "is missing or wrong"),
        (sleep(zone="UTC+01:07"), "is missing or wrong"),
        (sleep(asleep="lots"), "is missing or wrong"),
        (sleep(asleep="inf"), "is missing or wrong"),
        (sleep()[:4], "is missing or wrong"),
        (sleep(asleep=900), "more minutes of sleep"),
        (sleep("2026-03-04 08:00:00"), "ends before it begins"),
        (sleep("0001-01-01 00:00:00"), "is missing or wrong"),
    ],
)
def test_a_sleep_that_cannot_be_read_is_listed(cells, sentence):
    assert sentence in why(whoop, table(SLEEPS, cells))


def test_the_same_export_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    later = sleep("2026-03-04 23:00:00", "2026-03-05 07:00:00")
    assert taken(ana, table(SLEEPS, sleep())) == {"sleep": {"new": 1}}
    assert taken(ana, table(SUENO, later, sleep())) == {"sleep": {"there": 1, "new": 1}}
    assert taken(ana, table(SLEEPS, sleep(asleep=440))) == {"sleep": {"changed": 1}}


def test_a_file_of_some_nights_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 3}}
