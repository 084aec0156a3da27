"""Garmin: the account's data, the answers of Garmin Connect and its table of sleep. Files are made here."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import yaml

from tests.tracker.handed import packed, read, row, table, taken, upload, why
from tracker.importers import Problem, Row, garmin, recognise

OWN = Path(__file__).parent / "files" / "garmin-sleep.json"
SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "garmin" / "test_sleep_data_get.yaml"
WEB = (
    "Sleep Score 4 Weeks,Score,Resting Heart Rate,Body Battery,Pulse Ox,Respiration,HRV Status,Quality,"
    "Duration,Sleep Need,Bedtime,Wake Time"
)
NETZ = (
    "Schlafwert 4 Wochen,Wert,Ruheherzfrequenz,A,B,C,D,Qualität,Dauer,Schlafbedarf,Schlafenszeit,Aufwachzeit"
)


def stamp(*when, ahead=0):
    return int(datetime(*when, tzinfo=UTC).timestamp() + ahead * 3600) * 1000


def answer(ahead=1, **more):
    """A night of eight hours, half an hour of them awake, as Garmin Connect answers a program."""
    start, end = (2026, 3, 3, 22, 0), (2026, 3, 4, 6, 0)
    night = {
        "id": stamp(*start),
        "calendarDate": "2026-03-04",
        "sleepTimeSeconds": 27000,
        "sleepStartTimestampGMT": stamp(*start),
        "sleepEndTimestampGMT": stamp(*end),
        "sleepStartTimestampLocal": stamp(*start, ahead=ahead),
        "sleepEndTimestampLocal": stamp(*end, ahead=ahead),
        "unmeasurableSleepSeconds": 0,
        "deepSleepSeconds": 6000,
        "lightSleepSeconds": 9000,
        "remSleepSeconds": 12000,
        "awakeSleepSeconds": 1800,
        "awakeCount": 2,
        **more,
    }
    return {"dailySleepDTO": night, "sleepMovement": [], "remSleepData": True, "sleepLevels": []}


def kept(**more):
    """The same night as the account's data have it."""
    return {
        "sleepStartTimestampGMT": "2026-03-03T22:00:00.0",
        "sleepEndTimestampGMT": "2026-03-04T06:00:00.0",
        "calendarDate": "2026-03-04",
        "sleepWindowConfirmationType": "ENHANCED_CONFIRMED_FINAL",
        "deepSleepSeconds": 6000,
        "lightSleepSeconds": 9000,
        "remSleepSeconds": 12000,
        "awakeSleepSeconds": 1800,
        "unmeasurableSeconds": 0,
        "awakeCount": 2,
        **more,
    }


SHAPES = {
    "an answer": answer(),
    "answers": [answer()],
    "a library's own names": [
        {
            "daily_sleep_dto": {
                "calendar_date": "2026-03-04",
                "sleep_start_timestamp_gmt": stamp(2026, 3, 3, 22, 0),
                "sleep_end_timestamp_gmt": stamp(2026, 3, 4, 6, 0),
                "deep_sleep_seconds": 6000,
                "light_sleep_seconds": 9000,
                "rem_sleep_seconds": 12000,
                "awake_sleep_seconds": 1800,
                "awake_count": 2,
            }
        }
    ],
    "the account's data": packed(
        {"DI_CONNECT/DI-Connect-Wellness/2026_sleepData.json": [kept()], "a.json": {}}
    ),
}


@pytest.mark.parametrize("content", SHAPES.values(), ids=SHAPES)
def test_a_night_is_the_same_in_each_shape(content):
    assert recognise(upload(content)) is garmin
    night = row(garmin, content)
    assert night.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert night.fields["awake"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (night.fields["waso"], night.fields["awakenings"], night.fields["bed"]) == (30, 2, None)
    assert (night.fields["light"], night.fields["deep"], night.fields["rem"]) == (150, 100, 200)
    assert (night.fields["zone"], night.key) == ("Europe/Berlin", "night-2026-03-04")


def test_a_night_abroad_keeps_its_own_clock():  # rules.md, 26
    night = row(garmin, answer(ahead=9))
    assert (night.fields["zone"], night.day) == ("Etc/GMT-9", None)


def test_a_night_without_its_local_time_counts_to_the_day_that_garmin_says():
    abroad = {
        "sleepStartTimestampGMT": "2026-03-03T14:00:00.0",
        "sleepEndTimestampGMT": "2026-03-03T22:00:00.0",
    }
    night = row(garmin, [kept(**abroad)])
    assert night.day == date(2026, 3, 4)


def test_days_without_sleep_are_nothing():
    empty = kept(sleepStartTimestampGMT=None, sleepEndTimestampGMT=None)
    assert read(garmin, [empty]) == read(garmin, answer(sleepStartTimestampGMT=None)) == []


def test_naps_come_in_as_naps():
    nap = {
        "napStartTimestampGMT": "2026-03-04T13:00:00.0",
        "napEndTimestampGMT": "2026-03-04T13:40:00.0",
        "napTimeSec": 2100,
    }
    for content in (
        [kept(napList=[nap])],
        answer() | {"dailyNapDTOS": [nap]},
        [answer() | {"dailyNapDTOS": [nap]}],
    ):
        night, short = read(garmin, content)
        assert (night.fields["nap"], short.fields["nap"], short.fields["waso"]) == (False, True, 5)


MINUTES = dict.fromkeys(
    (f"{of}SleepSeconds" for of in ("deep", "light", "rem", "awake")), None
)  # a night of two times alone


@pytest.mark.parametrize("kind", ["UNCONFIRMED", "MANUALLY_CONFIRMED", None])
@pytest.mark.parametrize("awake", [None, 0, 1800])
def test_a_night_of_which_only_the_hours_are_told_is_listed_and_no_sleep(kind, awake):
    night = kept(**MINUTES) | {"sleepWindowConfirmationType": kind, "awakeSleepSeconds": awake}
    assert why(garmin, [night]) == "it says from when to when, but not that you slept"
    zeros = answer(sleepTimeSeconds=0, deepSleepSeconds=0, lightSleepSeconds=0, remSleepSeconds=0)
    assert "not that you slept" in why(garmin, zeros)


@pytest.mark.parametrize("kind", ["UNCONFIRMED", "MANUALLY_CONFIRMED"])
def test_a_night_with_minutes_of_sleep_comes_in_whatever_it_is_called(kind):
    whole = kept(**MINUTES, sleepTimeSeconds=27000) | {"sleepWindowConfirmationType": kind}
    staged = kept(sleepWindowConfirmationType=kind)
    assert [row(garmin, [night]).fields["waso"] for night in (whole, staged)] == [30, 30]


@pytest.mark.parametrize("bad", [{}, None, "x", {"napStartTimestampGMT": "2026-03-04T13:00:00.0"}])
def test_a_nap_that_cannot_be_read_leaves_the_night_and_the_other_naps(bad):
    nap = {
        "napStartTimestampGMT": "2026-03-04T13:00:00.0",
        "napEndTimestampGMT": "2026-03-04T13:40:00.0",
    }
    problem, *rows = read(garmin, [kept(napList=[bad, nap])])
    assert problem.line == 1
    assert problem.sentence.endswith("is missing or wrong")
    assert [found.fields["nap"] for found in rows] == [False, True]
    assert [type(found) for found in read(garmin, [kept(napList=bad or "x")])] == [Problem, Row]


def test_a_nap_stays_where_the_night_cannot_be_read():
    nap = {"napStartTimestampGMT": "2026-03-04T13:00:00.0", "napEndTimestampGMT": "2026-03-04T13:40:00.0"}
    problem, found = read(garmin, [kept(sleepEndTimestampGMT="x", napList=[nap])])
    assert (problem.line, found.fields["nap"]) == (1, True)


@pytest.mark.parametrize("kind", ["driving_general", "motorcycling", "motorcycling_v2", "e_sport", "flying"])
def test_what_a_body_rests_in_is_listed_and_no_exercise(kind):
    begun = {"startTimeGMT": "2026-03-04 17:00:00", "startTimeLocal": "2026-03-04 18:00:00", "duration": 600}
    assert "no exercise" in why(garmin, [{"activityId": 2, "activityType": {"typeKey": kind}, **begun}])


def test_workouts_come_in_from_the_accounts_data_and_from_answers():
    begun = {"startTimeGmt": float(stamp(2026, 3, 4, 17)), "startTimeLocal": float(stamp(2026, 3, 4, 18))}
    data = [{"summarizedActivitiesExport": [
        {"activityId": 1, "activityType": "trail_running", "duration": 2_400_000.5, **begun}
    ]}]  # fmt: skip
    listed = [
        {
            "activityId": 1,
            "activityName": "Evening",
            "startTimeLocal": "2026-03-04 18:00:00",
            "startTimeGMT": "2026-03-04 17:00:00",
            "activityType": {"typeId": 6, "typeKey": "trail_running"},
            "duration": 2400.5,
        }
    ]
    for content in (data, listed):
        assert recognise(upload(content)) is garmin
        bout = row(garmin, content)
        assert (bout.key, bout.fields["activity"], bout.fields["minutes"]) == ("1", "run", 40)
        assert bout.fields["start"] == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
        assert bout.fields["zone"] == "Europe/Berlin"


def test_breathwork_is_practice():
    begun = {"startTimeGMT": "2026-03-04 17:00:00", "startTimeLocal": "2026-03-04 18:00:00", "duration": 600}
    bout = row(garmin, [{"activityId": 2, "activityType": {"typeKey": "breathwork"}, **begun}])
    assert (bout.kind, bout.fields["technique"]) == ("practice", "breathing")


def web(day="Mar 4, 2026", bed="11:00 PM", wake="7:00 AM", length="7h 30min", header=WEB):
    return table(header.split(","), [day, 76, 52, "+35", 97, 15, 48, "Good", length, "8h 0min", bed, wake])


@pytest.mark.parametrize(
    "content",
    [
        web(),
        web("2026-03-04", "23:00", "7:00"),
        web("4. März 2026", "23:00", "07:00", "7h 30m", NETZ),
        web("4 mars 2026", "23:00", "07:00", "7 h 30 min", NETZ),
        web("4 de marzo de 2026", "11:00 p. m.", "7:00 a. m.", "7 h 30 min", NETZ),
    ],
)
def test_the_table_of_the_web_is_read_in_the_zone_that_is_answered(content):
    assert recognise(upload(content)) is garmin
    night = row(garmin, content)
    assert night.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert night.fields["awake"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (night.fields["waso"], night.key) == (30, "web-2026-03-04")


def test_a_bedtime_after_midnight_is_on_the_day_of_waking():
    night = row(garmin, web(bed="12:31 AM", wake="6:04 AM", length="5h 8min")).fields
    assert (night["asleep"], night["waso"]) == (datetime(2026, 3, 3, 23, 31, tzinfo=UTC), 25)


def test_a_day_of_the_table_without_sleep_is_nothing():
    assert read(garmin, web(bed="--", wake="--", length="--")) == []


def test_a_waking_in_the_hour_that_comes_twice_is_the_first_and_is_listed():  # rules.md, 4
    problem, night = read(garmin, web("Oct 25, 2026", "11:00 PM", "2:30 AM", "3h 10min"))
    assert "twice" in problem.sentence
    assert night.fields["awake"] == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"day": "Mar 4"}, "Sleep Score 4 Weeks"),
        ({"day": "Feb 30, 2026"}, "Sleep Score 4 Weeks"),
        ({"bed": "25:00"}, "Bedtime"),
        ({"wake": "soon"}, "Wake Time"),
    ],
)
def test_what_cannot_be_read_of_a_row_of_the_table_is_named(wrong, name):
    (problem,) = read(garmin, web(**wrong))
    assert (problem.line, problem.params) == (2, {"name": name})


def test_the_names_of_columns_in_other_languages_may_be_the_same():
    header = ",".join(["Schlaf", *["Zeit"] * 11])
    night = row(garmin, web("2026-03-04", "23:00", "7:00", header=header)).fields
    assert (night["asleep"], night["awake"]) == (
        datetime(2026, 3, 3, 22, tzinfo=UTC),
        datetime(2026, 3, 4, 6, tzinfo=UTC),
    )


@pytest.mark.parametrize("day", ["9" * 30 + "-01-01", "Mar 4, " + "9" * 30])
def test_a_table_with_a_day_that_no_calendar_holds_is_not_read_in_another_language(day):
    assert not garmin.recognises(upload(web(day, "23:00", "07:00", "7h 30min", NETZ)))
    assert why(garmin, web(day)).endswith("is missing or wrong")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"sleepEndTimestampGMT": None}, "is missing or wrong"),
        ({"sleepEndTimestampGMT": "2026-02-30T06:00:00.0"}, "is missing or wrong"),
        ({"sleepEndTimestampGMT": 1e300}, "is missing or wrong"),
        ({"sleepEndTimestampGMT": []}, "is missing or wrong"),
        ({"sleepEndTimestampGMT": "2026-03-03T21:00:00.0"}, "ends before it begins"),
        ({"awakeSleepSeconds": "x"}, "is missing or wrong"),
        ({"calendarDate": "soon"}, "is missing or wrong"),
        ({"deepSleepSeconds": -60}, "is missing or wrong"),
    ],
)
def test_a_night_that_cannot_be_read_is_listed(wrong, sentence):
    assert sentence in why(garmin, [kept(**wrong)])


def test_the_same_export_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    later = kept(
        calendarDate="2026-03-05",
        sleepStartTimestampGMT="2026-03-04T22:00:00.0",
        sleepEndTimestampGMT="2026-03-05T06:00:00.0",
    )
    assert taken(ana, [kept()]) == {"sleep": {"new": 1}}
    assert taken(ana, answer()) == {"sleep": {"there": 1}}
    assert taken(ana, packed({"a.json": [kept()], "b.json": [kept(), later]})) == {
        "sleep": {"there": 1, "new": 1}
    }
    assert taken(ana, [kept(awakeSleepSeconds=3600)]) == {"sleep": {"changed": 1}}
    assert taken(ana, web()) == {"sleep": {"aside": 1}}


def test_a_file_of_some_nights_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 3}}


@pytest.mark.skipif(not SAMPLE.exists(), reason="the real recording is not here")
def test_a_real_night_has_its_minutes():
    recorded = yaml.safe_load(SAMPLE.read_text())["interactions"][-1]["response"]["body"]["string"]
    night = row(garmin, recorded, "America/Mexico_City").fields
    assert (night["awake"] - night["asleep"]).total_seconds() == 27540
    assert (night["waso"], night["light"], night["deep"], night["rem"]) == (30, 312, 74, 43)
    assert night["zone"] == "America/Mexico_City"
