"""Fitbit: logs by the clock of the place, tables with offsets, both of one night. Files are made here."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.tracker.fitbit import (
    EXERCISE_COLUMNS,
    GOOGLE,
    OWN,
    SLEEP_COLUMNS,
    SLEEPS,
    STAGE_COLUMNS,
    STAGES,
    TREE,
    bare,
    exercise,
    log,
    night,
    takeout,
)
from tests.tracker.handed import packed, read, row, table, taken, upload, why
from tracker.importers import Problem, fitbit, recognise


@pytest.mark.parametrize(
    "content",
    [
        [log()],
        {"sleep": [log()]},
        [exercise()],
        table(SLEEP_COLUMNS, night()),
        table(EXERCISE_COLUMNS),
        takeout(),
        packed({"sleep.json": [log()]}),
        packed({"renamed/one.json": [exercise()]}),
        "Sleep\nStart Time,End Time,Minutes Asleep\n",
        "Body\r\nDate,Weight,BMI,Fat\r\n",
    ],
    ids=[
        "sleep", "of the API", "exercise", "sleeps", "exercises", "Takeout", "zipped anew", "renamed",
        "the page's", "all of the page's",
    ],
)  # fmt: skip
def test_it_is_known_by_what_it_holds(content):
    assert recognise(upload(content)) is fitbit


def test_other_json_is_not_fitbit():
    assert not fitbit.recognises(upload([{"activityName": "Run", "activityId": 1}]))
    assert not fitbit.recognises(upload(packed({"notes.json": [{"a": 1}]})))


def test_a_night_has_its_moments_in_the_zone_that_was_asked_for():  # rules.md, 26
    fields = row(fitbit, [log()]).fields
    assert fields["bed"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert fields["asleep"] == datetime(2026, 3, 3, 22, 10, tzinfo=UTC)
    assert fields["awake"] == datetime(2026, 3, 4, 5, 55, tzinfo=UTC)
    assert fields["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (fields["zone"], fields["zone_bed"]) == ("Europe/Berlin", "Europe/Berlin")
    assert [question.name for question in fitbit.questions(upload([log()]))] == ["zone"]


def test_a_night_has_its_stages_its_minutes_awake_and_its_own_name():
    found = row(fitbit, [log()])
    assert found.key == "31000000001"
    assert (found.fields["light"], found.fields["deep"], found.fields["rem"]) == (300, 60, 90)
    assert (found.fields["waso"], found.fields["awakenings"], found.fields["nap"]) == (15, 1, False)


def test_short_wakings_are_taken_off_the_stage_they_lie_in():
    fields = row(fitbit, [log(short=[(30, 120), (200, 60)])]).fields
    assert (fields["light"], fields["rem"]) == (298, 89)
    assert (fields["waso"], fields["awakenings"]) == (18, 3)


def test_a_night_without_a_pulse_is_asleep_or_awake():
    told = {"summary": {"awake": {"count": 1, "minutes": 4}, "restless": {"count": 9, "minutes": 20}}}
    levels = [("restless", 6), ("asleep", 200), ("restless", 14), ("asleep", 250), ("awake", 4)]
    classic = log(levels=levels, type="classic")
    classic["levels"] |= told
    fields = row(fitbit, [classic]).fields
    assert (fields["light"], fields["waso"], fields["awakenings"]) == (None, 14, 1)


def test_a_night_without_levels_has_its_minutes_alone():
    manual = log(levels=[("wake", 480)], minutesToFallAsleep=12, minutesAfterWakeup=8, minutesAsleep=440)
    manual["levels"] = {}
    fields = row(fitbit, [manual]).fields
    assert fields["asleep"] == datetime(2026, 3, 3, 22, 12, tzinfo=UTC)
    assert fields["awake"] == datetime(2026, 3, 4, 5, 52, tzinfo=UTC)
    assert (fields["waso"], fields["light"]) == (20, None)


def test_a_nap_is_one():
    nap = log("2026-03-04T14:00:00.000", [("asleep", 40)], mainSleep=False, type="classic")
    assert row(fitbit, [nap]).fields["nap"] is True
    of_the_api = log("2026-03-04T14:00:00.000", [("asleep", 40)], isMainSleep=False)
    del of_the_api["mainSleep"]
    assert row(fitbit, {"sleep": [of_the_api]}).fields["nap"] is True


def test_a_night_of_which_only_the_time_in_bed_is_known_is_listed():
    assert "time in bed" in why(
        fitbit, [log(levels=[("wake", 480)], minutesAsleep=0) | {"levels": None, "minutesToFallAsleep": 480}]
    )


def test_in_spring_the_levels_run_on_and_the_hour_too_much_is_neither_sleep_nor_waking():
    levels = [("light", 240), ("deep", 60), ("rem", 120), ("unknown", 60)]
    fields = row(fitbit, [log("2026-03-28T23:00:00.000", levels, short=[(250, 120)])]).fields
    assert fields["asleep"] == datetime(2026, 3, 28, 22, 0, tzinfo=UTC)
    assert fields["awake"] == fields["up"] == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)  # 07:00 on the clock
    assert (fields["light"], fields["deep"], fields["rem"]) == (240, 58, 120)
    assert (fields["waso"], fields["awakenings"]) == (2, 1)


def test_in_autumn_the_levels_run_on_and_the_hour_that_is_cut_off_is_listed():
    levels = [("light", 240), ("deep", 60), ("wake", 10), ("rem", 110)]
    found = read(fitbit, [log("2026-10-24T23:00:00.000", levels)])
    (problem,) = (one for one in found if isinstance(one, Problem))
    (fields,) = (one.fields for one in found if not isinstance(one, Problem))
    assert (fields["light"], fields["deep"], fields["rem"], fields["waso"]) == (240, 60, 110, 10)
    assert fields["awake"] - fields["asleep"] == timedelta(minutes=420)
    assert fields["up"] == datetime(2026, 10, 25, 5, 0, tzinfo=UTC)  # 06:00 on the clock
    assert "set back" in problem.sentence


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-28T23:00:00.000", datetime(2026, 3, 29, 5, 0, tzinfo=UTC), 7),
        ("2026-10-24T23:00:00.000", datetime(2026, 10, 25, 6, 0, tzinfo=UTC), 9),
    ],
    ids=["clocks forward", "clocks back"],
)
def test_a_night_without_levels_ends_when_the_clock_says(start, end, hours):
    fields = row(fitbit, [bare(start, f"{end.date()}T07:00:00.000", 480)]).fields
    assert fields["awake"] - fields["asleep"] == timedelta(hours=hours)
    assert (fields["up"], fields["waso"]) == (end, 0)


@pytest.mark.parametrize("end", [None, "2026-03-09T07:00:00.000", "2026-03-03T22:00:00.000"])
def test_a_log_without_an_end_or_with_nonsense_is_as_long_as_it_says(end):
    fields = row(fitbit, [log(endTime=end)]).fields
    assert fields["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)


@pytest.mark.parametrize("more", [{}, {"endTime": None}], ids=["with its end", "without"])
def test_half_a_minute_that_the_length_leaves_out_does_not_lose_the_time_of_getting_up(more):
    halves = log(levels=[("light", 240), ("rem", 47.5)], duration=287 * 60_000, **more)
    fields = row(fitbit, [halves]).fields
    assert fields["up"] == fields["awake"] == datetime(2026, 3, 4, 2, 47, 30, tzinfo=UTC)


@pytest.mark.parametrize("levels", [[], [("light", 270)]], ids=["without levels", "with them"])
def test_a_sleep_that_starts_in_an_hour_that_comes_twice_is_listed_and_takes_the_first(levels):  # rules.md, 4
    start, end = "2026-10-25T02:30:00.000", "2026-10-25T07:00:00.000"
    found = read(fitbit, [log(start, levels) if levels else bare(start, end, 270)])
    assert any(isinstance(one, Problem) and "twice" in one.sentence for one in found)
    (fields,) = (one.fields for one in found if not isinstance(one, Problem))
    assert fields["asleep"] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert fields["up"] == datetime(2026, 10, 25, 6, 0, tzinfo=UTC)


def test_a_sleep_inside_an_hour_that_comes_twice_is_listed_and_comes_in():  # rules.md, 4
    found = read(fitbit, [bare("2026-10-25T02:10:00.000", "2026-10-25T02:40:00.000", 30)])
    assert sorted(type(one).__name__ for one in found) == ["Problem", "Row"]
    assert next(one for one in found if not isinstance(one, Problem)).fields["asleep"].hour == 0


def test_a_log_in_two_files_comes_once():
    twice = packed({f"{TREE}/sleep-2026-02-01.json": [log()], f"{TREE}/sleep-2026-03-03.json": [log()]})
    assert len(read(fitbit, twice)) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"startTime": "2026-02-30T23:00:00.000"},
        {"startTime": "03/03/26 23:00:00"},
        {"startTime": "2026-03-03T23:00:00.000Z"},
        {"startTime": None},
        {"duration": "long"},
        {"duration": 0},
        {"duration": 1e300},
        {"duration": 90_000_000},
        {"logId": None},
        {"levels": {"data": [{"level": "light"}]}},
        {"levels": {"data": 5}},
        {"levels": "none"},
        {"startTime": "0001-01-01T00:00:00.000"},
    ],
)
def test_a_log_that_cannot_be_read_is_listed_and_the_next_comes_in(wrong):
    later = log("2026-03-04T23:00:00.000", number=31000000002)
    problem, found = read(fitbit, [log() | wrong, later])
    assert isinstance(problem, Problem)
    assert (problem.line, found.key) == (1, "31000000002")


def test_in_a_zip_the_file_of_what_cannot_be_read_is_named():
    (problem,) = read(fitbit, packed({f"{TREE}/sleep-2026-03-01.json": [log(logId="x")]}))
    assert problem.file == "sleep-2026-03-01.json"


def test_a_sleep_of_five_minutes_is_listed():  # rules.md, 8
    assert "10 minutes" in why(fitbit, [log(levels=[("asleep", 5)])])


def test_exercise_starts_in_utc_and_lasts_without_pauses():
    found = row(fitbit, [exercise()])
    assert (found.kind, found.key) == ("exercise", "51000000001")
    assert found.fields["start"] == datetime(2026, 3, 4, 17, 5, tzinfo=UTC)
    assert (found.fields["activity"], found.fields["minutes"]) == ("run", 30)


def test_the_tracker_tells_how_hard_it_was():
    assert row(fitbit, [exercise()]).fields["intensity"] == "vigorous"
    assert row(fitbit, [exercise(activityLevel=[])]).fields["intensity"] == "vigorous"
    slow = [{"minutes": 30, "name": "lightly"}]
    assert row(fitbit, [exercise(activityLevel=slow)]).fields["intensity"] == "light"


@pytest.mark.parametrize(
    ("name", "number", "activity", "note"),
    [
        ("Laufen", 90009, "run", ""),
        ("Spaziergang", 90013, "walk", ""),
        ("Weights", 2131, "strength", ""),
        ("Yoga", 52001, "yoga", ""),
        ("Kickboxing", 15430, "other", "Kickboxing"),
        ("Spinning", None, "exercise-bike", ""),
        ("Weight Machines", None, "strength", ""),
        ("Rowing Machine", None, "rowing", ""),
    ],
)
def test_an_activity_is_known_by_its_number_in_every_language(name, number, activity, note):
    fields = row(fitbit, [exercise(activityName=name, activityTypeId=number)]).fields
    assert (fields["activity"], fields["note"]) == (activity, note)


def test_meditating_is_practice():
    found = row(fitbit, [exercise(activityName="Meditation", activityTypeId=7015)])
    assert (found.kind, found.fields["technique"]) == ("practice", "meditation")


@pytest.mark.parametrize(
    "wrong",
    [{"startTime": "13/44/26 10:00:00"}, {"activeDuration": 100}, {"duration": None, "activeDuration": None}],
)
def test_a_bout_that_cannot_be_read_is_listed(wrong):
    assert why(fitbit, [exercise(**wrong)])


def test_a_night_of_the_tables_has_its_stages_and_the_zone_of_its_offset():
    content = packed(
        {
            SLEEPS: table(SLEEP_COLUMNS, night()),
            f"{GOOGLE}/UserSleepStages_2026-03-01.csv": table(STAGE_COLUMNS, *STAGES),
        }
    )
    found = row(fitbit, content)
    assert found.key == "9000000000000000001"
    assert found.fields["asleep"] == datetime(2026, 3, 3, 22, 20, tzinfo=UTC)
    assert found.fields["bed"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert (found.fields["light"], found.fields["deep"], found.fields["rem"]) == (160, 60, 230)
    assert found.fields["zone"] == "Europe/Berlin"


def test_a_night_of_the_tables_alone_has_its_minutes():
    fields = row(fitbit, table(SLEEP_COLUMNS, night())).fields
    assert fields["asleep"] == datetime(2026, 3, 3, 22, 10, tzinfo=UTC)
    assert (fields["waso"], fields["light"]) == (15, None)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("+01:00", "Europe/Berlin"),
        ("-08:00", "Etc/GMT+8"),
        ("+00:00", "Europe/Berlin"),
        ("", "Europe/Berlin"),
    ],
    ids=["at home", "away", "wrong", "missing"],
)
def test_an_offset_of_zero_is_not_believed(offset, zone):
    assert row(fitbit, table(SLEEP_COLUMNS, night(offset=offset))).fields["zone"] == zone


def test_a_night_in_both_trees_is_the_log_with_its_name():
    content = takeout(
        **{
            SLEEPS: table(
                SLEEP_COLUMNS,
                night(),
                night("2026-03-04T22:00:00Z", "2026-03-05T06:00:00Z", number="9000000000000000002"),
            )
        }
    )
    assert [found.key for found in read(fitbit, content)] == ["31000000001", "9000000000000000002"]


def test_the_tables_tell_where_the_clock_of_a_log_stood():
    away = night("2026-03-04T07:00:00Z", "2026-03-04T15:00:00Z", "-08:00")
    fields = row(fitbit, takeout(**{SLEEPS: table(SLEEP_COLUMNS, away)})).fields
    assert fields["bed"] == datetime(2026, 3, 4, 7, 0, tzinfo=UTC)
    assert (fields["zone_bed"], fields["zone"], fields["deep"]) == ("Etc/GMT+8", "Etc/GMT+8", 60)


def test_the_tables_tell_when_the_night_of_a_log_ended():
    later = night(end="2026-03-04T06:20:00Z")
    fields = row(fitbit, takeout(**{SLEEPS: table(SLEEP_COLUMNS, later)})).fields
    assert fields["up"] == datetime(2026, 3, 4, 6, 20, tzinfo=UTC)


def test_exercise_of_the_tables_comes_in_but_what_was_deleted_or_is_a_log_too():
    walk = [
        "7",
        "2026-03-05T12:00:00Z",
        "2026-03-05T12:40:00Z",
        "+01:00",
        "Outdoor Walk",
        "AUTO_DETECTED",
        "",
    ]
    run = ["8", "2026-03-04 17:05:00+0000", "2026-03-04 17:36:00+0000", "+01:00", "Run", "TRACKER", ""]
    gone = ["9", "2026-03-06T12:00:00Z", "2026-03-06T12:40:00Z", "+01:00", "Walk", "AUTO_DETECTED", "USER"]
    content = packed(
        {
            f"{TREE}/exercise-0.json": [exercise()],
            f"{GOOGLE}/UserExercises_1.csv": table(EXERCISE_COLUMNS, walk, run, gone),
        }
    )
    assert [(found.key, found.fields["activity"]) for found in read(fitbit, content)] == [
        ("51000000001", "run"),
        ("7", "walk"),
    ]


@pytest.mark.parametrize(
    "wrong", [(8, "2026-02-30T00:00:00Z"), (10, "2026-03-09T00:00:00Z"), (7, "+99:99"), (8, "")]
)
def test_a_row_that_cannot_be_read_is_listed(wrong):
    place, cell = wrong
    cells = night()
    cells[place] = cell
    (problem,) = read(fitbit, table(SLEEP_COLUMNS, cells))
    assert problem.line == 2


def test_a_takeout_comes_in_and_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    first = takeout(**{f"{TREE}/exercise-0.json": [exercise()], SLEEPS: table(SLEEP_COLUMNS, night())})
    assert taken(ana, first) == {"sleep": {"new": 1}, "exercise": {"new": 1}}
    assert taken(ana, first) == {"sleep": {"there": 1}, "exercise": {"there": 1}}
    later = log("2026-03-04T23:00:00.000", number=31000000002)
    longer = takeout(**{f"{TREE}/sleep-2026-03-05.json": [log(minutesAwake=31), later]})
    assert taken(ana, longer)["sleep"] == {"new": 1, "there": 1}
    assert {(s.key, s.day) for s in ana.sleeplogs.all()} == {
        ("31000000001", date(2026, 3, 4)),
        ("31000000002", date(2026, 3, 5)),
    }


def test_what_fitbit_has_changed_is_changed(ana):
    taken(ana, takeout())
    edited = log(levels=[("light", 480)])
    assert taken(ana, [edited])["sleep"] == {"changed": 1}


def test_a_file_of_all_kinds_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 3}}
    assert sorted(ana.sleeplogs.values_list("nap", flat=True)) == [False, False, True]
