"""Health Connect: the database that Android exports, made here in its shape."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.tracker.handed import packed, read, row, taken, upload, why
from tracker.importers import Problem, Unreadable, health_connect, recognise, wearables

TIMES = """start_time INTEGER, start_zone_offset INTEGER, end_time INTEGER, end_zone_offset INTEGER,
  app_info_id INTEGER, local_date INTEGER"""
TABLES = f"""
CREATE TABLE application_info_table (row_id INTEGER PRIMARY KEY, package_name TEXT, app_name TEXT);
CREATE TABLE sleep_session_record_table (
  row_id INTEGER PRIMARY KEY, uuid BLOB, title TEXT, notes TEXT, {TIMES});
CREATE TABLE sleep_stages_table (
  parent_key INTEGER, stage_start_time INTEGER, stage_end_time INTEGER, stage_type INTEGER);
CREATE TABLE exercise_session_record_table (
  row_id INTEGER PRIMARY KEY, uuid BLOB, title TEXT, notes TEXT, exercise_type INTEGER, {TIMES});
CREATE TABLE mindfulness_session_record_table (row_id INTEGER PRIMARY KEY, uuid BLOB, type INTEGER, {TIMES});
CREATE TABLE nutrition_record_table (
  row_id INTEGER PRIMARY KEY, uuid BLOB, meal_name TEXT, caffeine REAL, energy REAL, {TIMES});
INSERT INTO application_info_table VALUES (1, 'com.fitbit.FitbitMobile', 'Fitbit'), (2, 'com.other', 'Other');
"""
TABLE_OF = {
    "sleep": "sleep_session_record_table",
    "exercise": "exercise_session_record_table",
    "mindful": "mindfulness_session_record_table",
    "food": "nutrition_record_table",
}
AWAKE, SLEEPING, LIGHT, DEEP, REM, AWAKE_IN_BED = 1, 2, 4, 5, 6, 7
NIGHT = "2026-03-03 22:00", "2026-03-04 06:00"


def stamp(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def entry(kind, start, end, number=1, offset=3600, stages=(), **more):
    """What is inserted for a record: where, and the values of its columns."""
    uuid = bytes([number]) * 16
    times = {
        "start_time": stamp(start),
        "end_time": stamp(end),
        "start_zone_offset": offset,
        "end_zone_offset": offset,
    }
    return TABLE_OF[kind], {"row_id": number, "uuid": uuid, **times, "app_info_id": 1, **more}, stages


def sleep(span=NIGHT, stages=(), **more):
    return entry("sleep", *span, stages=stages, **more)


def minutes(*stages, start=NIGHT[0]):
    """Stages one after another, each of so many minutes."""
    at, found = stamp(start), []
    for stage, length in stages:
        found.append((at, at + length * 60_000, stage))
        at += length * 60_000
    return found


@pytest.fixture
def made(tmp_path):
    def make(*entries, tables=TABLES):
        path = tmp_path / "health_connect_export.db"
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(tables)
            for table, values, stages in entries:
                marks = ",".join("?" * len(values))
                connection.execute(
                    f"INSERT INTO {table} ({','.join(values)}) VALUES ({marks})", list(values.values())
                )
                for stage in stages:
                    told = (values["row_id"], *stage)
                    connection.execute("INSERT INTO sleep_stages_table VALUES (?,?,?,?)", told)
            connection.commit()
        return path.read_bytes()

    return make


def zipped(content):
    return packed({"health_connect_export.db": content})


STAGED = minutes((AWAKE_IN_BED, 20), (LIGHT, 200), (DEEP, 80), (AWAKE, 10), (REM, 160), (AWAKE, 10))


def test_it_is_known_by_its_tables(made):
    assert recognise(upload(made(sleep()))) is health_connect
    assert recognise(upload(zipped(made(sleep())))) is health_connect


def test_another_database_is_not_health_connect(made):
    assert not health_connect.recognises(upload(made(tables="CREATE TABLE night (start INTEGER)")))


def test_a_night_has_its_moments_its_zone_and_its_own_name(made):  # rules.md, 26
    found = row(health_connect, zipped(made(sleep(notes=" Slept well "))))
    assert found.key == "01" * 16
    assert found.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert found.fields["awake"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (found.fields["zone"], found.fields["note"]) == ("Europe/Berlin", "Slept well")


def test_a_night_without_stages_has_no_time_in_bed(made):
    fields = row(health_connect, made(sleep())).fields
    assert (fields["waso"], fields["light"], "bed" in fields) == (None, None, False)


def test_a_night_that_begins_awake_has_stages_and_time_in_bed(made):
    fields = row(health_connect, made(sleep(stages=STAGED))).fields
    assert (fields["light"], fields["deep"], fields["rem"], fields["waso"]) == (200, 80, 160, 10)
    assert fields["bed"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert fields["asleep"] == datetime(2026, 3, 3, 22, 20, tzinfo=UTC)
    assert fields["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)


def test_a_night_that_begins_asleep_does_not_say_when_one_went_to_bed(made):
    fields = row(health_connect, made(sleep(stages=minutes((LIGHT, 470), (AWAKE, 10))))).fields
    assert "bed" not in fields
    assert fields["awake"] == datetime(2026, 3, 4, 5, 50, tzinfo=UTC)


def test_a_night_that_is_awake_all_the_time_is_listed(made):
    assert "time in bed" in why(health_connect, made(sleep(stages=minutes((AWAKE, 480)))))


def test_of_one_night_in_two_apps_the_one_with_stages_comes_in(made):
    longer = sleep(("2026-03-03 21:50", "2026-03-04 06:10"), number=2, app_info_id=2)
    assert row(health_connect, made(sleep(stages=STAGED), longer)).key == "01" * 16


def test_two_sleeps_of_a_night_stay_two(made):
    again = sleep(("2026-03-04 06:40", "2026-03-04 07:40"), number=2)
    assert len(read(health_connect, made(sleep(), again))) == 2


@pytest.mark.parametrize(
    ("offset", "zone"),
    [(3600, "Europe/Berlin"), (-28800, "Etc/GMT+8"), (19800, "Asia/Kolkata"), (None, "Europe/Berlin")],
)
def test_a_night_keeps_how_far_its_clock_was_from_utc(made, offset, zone):
    assert row(health_connect, made(sleep(offset=offset))).fields["zone"] == zone


@pytest.mark.parametrize(
    ("span", "offsets", "hours"),
    [
        (("2026-03-28 22:00", "2026-03-29 05:00"), (3600, 7200), 7),
        (("2026-10-24 21:00", "2026-10-25 06:00"), (7200, 3600), 9),
    ],
    ids=["clocks forward", "clocks back"],
)
def test_a_night_of_changing_clocks_is_at_home(made, span, offsets, hours):
    fields = row(
        health_connect, made(sleep(span, start_zone_offset=offsets[0], end_zone_offset=offsets[1]))
    ).fields
    assert fields["awake"] - fields["asleep"] == timedelta(hours=hours)
    assert (fields["zone_bed"], fields["zone"]) == ("Europe/Berlin", "Europe/Berlin")


@pytest.mark.parametrize(
    ("number", "activity", "note"),
    [
        (33, "run", ""),
        (53, "walk", ""),
        (4, "cycling", ""),
        (45, "strength", ""),
        (57, "yoga", ""),
        (29, "other", "Climbing"),
    ],
)
def test_exercise_is_numbered_as_android_does(made, number, activity, note):
    found = row(
        health_connect, made(entry("exercise", "2026-03-04 17:00", "2026-03-04 17:45", exercise_type=number))
    )
    assert (found.fields["activity"], found.fields["note"], found.fields["minutes"]) == (activity, note, 45)


def test_every_type_of_android_is_an_activity_or_keeps_its_name():
    assert set(health_connect.ACTIVITIES) == set(range(1, 62)) - {58}


def test_what_a_body_rests_in_is_listed_and_no_exercise(made):
    sauna = entry("exercise", "2026-03-04 17:00", "2026-03-04 17:45", exercise_type=58, title="Sauna")
    assert "no exercise" in why(health_connect, made(sauna))


def test_other_exercise_goes_by_its_title(made):
    dance = entry(
        "exercise", "2026-03-04 17:00", "2026-03-04 17:45", exercise_type=58, title="Zumba with Eva"
    )
    assert row(health_connect, made(dance)).fields["activity"] == "dancing"


def test_guided_breathing_is_practice(made):
    found = row(
        health_connect, made(entry("exercise", "2026-03-04 17:00", "2026-03-04 17:05", exercise_type=17))
    )
    assert (found.kind, found.fields["technique"]) == ("practice", "breathing")


def test_of_one_workout_in_two_apps_the_longer_comes_in(made):
    one = entry("exercise", "2026-03-04 17:00", "2026-03-04 17:45", exercise_type=33)
    other = entry(
        "exercise", "2026-03-04 17:02", "2026-03-04 17:40", number=2, exercise_type=33, app_info_id=2
    )
    problem, found = sorted(read(health_connect, made(one, other)), key=lambda f: not isinstance(f, Problem))
    assert (problem.line, found.key) == (2, "01" * 16)


@pytest.mark.parametrize(
    ("kind", "technique"), [(0, "mindfulness"), (1, "meditation"), (3, "breathing"), (6, "mindfulness")]
)
def test_a_mindful_session_is_practice(made, kind, technique):
    found = row(health_connect, made(entry("mindful", "2026-03-04 17:00", "2026-03-04 17:10", type=kind)))
    assert (found.kind, found.fields["technique"], found.fields["minutes"]) == ("practice", technique, 10)


def test_caffeine_is_grams_and_a_food_without_it_is_no_entry(made):  # rules.md, 10
    coffee = entry("food", "2026-03-04 07:00", "2026-03-04 07:01", caffeine=0.095)
    bread = entry("food", "2026-03-04 07:00", "2026-03-04 07:01", number=2, caffeine=0)
    found = row(health_connect, made(coffee, bread))
    assert (found.kind, found.fields["item"], found.fields["amount"]) == ("diet", "caffeine", 95)


def test_tables_and_columns_of_another_version_may_be_missing(made):
    columns = "row_id INTEGER PRIMARY KEY, start_time INTEGER, end_time INTEGER"
    old = f"CREATE TABLE sleep_session_record_table ({columns})"
    table, values, _ = sleep()
    kept = {name: values[name] for name in ("row_id", "start_time", "end_time")}
    found = row(health_connect, made((table, kept, ()), tables=old))
    assert (found.key, found.fields["zone"]) == ("1", "Europe/Berlin")


@pytest.mark.parametrize(
    "wrong",
    [
        {"start_time": "soon"},
        {"start_time": None},
        {"start_time": 2**62},
        {"end_time": 0},
        {"end_time": stamp("2026-03-09 00:00")},
        {"start_zone_offset": 12345},
        {"start_zone_offset": 2**62},
        {"start_zone_offset": "east"},
    ],
)
def test_a_row_that_cannot_be_read_is_listed_and_the_next_comes_in(made, wrong):
    later = sleep(("2026-03-04 22:00", "2026-03-05 06:00"), number=2)
    problem, found = read(health_connect, made(sleep(**wrong), later))
    assert isinstance(problem, Problem)
    assert (problem.line, found.key) == (1, "02" * 16)


def test_stages_that_cannot_be_read_are_none(made):
    wrong = [("then", None, LIGHT), (*minutes((LIGHT, 10))[0][:2], 99)]
    assert row(health_connect, made(sleep(stages=wrong))).fields["light"] is None


def test_an_export_comes_in_and_again_adds_nothing_and_a_longer_one_only_what_is_new(ana, made):
    run = entry("exercise", "2026-03-04 17:00", "2026-03-04 17:45", exercise_type=33)
    calm = entry("mindful", "2026-03-04 19:00", "2026-03-04 19:10", type=1)
    coffee = entry("food", "2026-03-04 07:00", "2026-03-04 07:01", caffeine=0.095)
    first = zipped(made(sleep(stages=STAGED), run, calm, coffee))
    kinds = ("sleep", "exercise", "practice", "diet")
    assert taken(ana, first) == {kind: {"new": 1} for kind in kinds}
    assert taken(ana, first) == {kind: {"there": 1} for kind in kinds}
    later = sleep(("2026-03-04 22:00", "2026-03-05 06:00"), number=2)
    assert taken(ana, zipped(made(sleep(stages=STAGED), later))) == {"sleep": {"new": 1, "there": 1}}
    assert set(ana.sleeplogs.values_list("day", flat=True)) == {date(2026, 3, 4), date(2026, 3, 5)}


def test_what_another_app_has_changed_is_changed(ana, made):
    taken(ana, made(sleep()))
    assert taken(ana, made(sleep(stages=STAGED))) == {"sleep": {"changed": 1}}


def test_views_in_place_of_tables_are_not_read(made):
    trap = "CREATE VIEW sleep_session_record_table AS SELECT 1 AS row_id, 2 AS start_time"
    assert not health_connect.recognises(upload(made(tables=trap)))


def test_far_too_many_are_refused(made, monkeypatch):
    monkeypatch.setattr(wearables, "MOST", 1)
    with pytest.raises(Unreadable, match="more than 1"):
        read(health_connect, made(sleep(), sleep(number=2)))
    monkeypatch.setattr(health_connect, "PIECES", 3)
    with pytest.raises(Unreadable, match="more than 3"):
        read(health_connect, made(sleep(stages=STAGED)))
