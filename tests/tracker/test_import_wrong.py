"""What is left out because a value is wrong names that value as its file does."""

import pytest

from tests.tracker import fitbit as of_fitbit
from tests.tracker import tables
from tests.tracker import test_import_garmin as of_garmin
from tests.tracker import test_import_oura as of_oura
from tests.tracker import test_import_samsung as of_samsung
from tests.tracker import test_import_whoop as of_whoop
from tests.tracker import test_import_withings as of_withings
from tests.tracker.handed import read, table
from tracker.importers import (
    Problem,
    fitbit,
    garmin,
    oura,
    plees,
    samsung,
    sleep_as_android,
    whoop,
    withings,
    wrong,
)

ANDROID = (
    "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n"
    '"1772575800000","{zone}","03. 03. 2026 23:10","{to}","","{hours}","0.0","","10000","-1","-1.0","-1",'
    '"0.5","{less}",""\n'
)
GOOD = {"zone": "Europe/Berlin", "to": "04. 03. 2026 7:10", "hours": "8.000", "less": "0"}


def android(**bad):
    return ANDROID.format(**(GOOD | bad))


CASES = {
    "plees, stop": (plees, "sid,start,stop,rating\n1,1772575800000,soon,3\n", "stop"),
    "plees, stars": (plees, "sid,start,stop,rating\n1,1772575800000,1772604600000,many\n", "rating"),
    "android, zone": (sleep_as_android, android(zone="Nowhere/At all"), "Tz"),
    "android, end": (sleep_as_android, android(to="31. 02. 2026 7:10"), "To"),
    "android, length": (sleep_as_android, android(hours="inf"), "Hours"),
    "android, awake": (sleep_as_android, android(less="x"), "LenAdjust"),
    "samsung, end": (samsung, of_samsung.nights(of_samsung.night(end="x")), "end_time"),
    "samsung, offset": (samsung, of_samsung.nights(of_samsung.night(offset="far")), "time_offset"),
    "samsung, kind": (
        samsung,
        of_samsung.sheet(samsung.EXERCISE, ["start_time"], ["2026-03-04"]),
        "exercise_type",
    ),
    "oura": (oura, [of_oura.sleep(bedtime_end="x")], "bedtime_end"),
    "whoop": (whoop, table(of_whoop.WORKOUTS, of_whoop.workout(start="x")), "workout_start_time"),
    "withings": (withings, table(of_withings.DOING, of_withings.activity(start="x")), "from"),
    "garmin": (garmin, [of_garmin.kept(sleepEndTimestampGMT="x")], "sleependtimestampgmt"),
    "fitbit": (fitbit, [of_fitbit.log(startTime="x")], "startTime"),
}


@pytest.mark.parametrize(("importer", "content", "name"), CASES.values(), ids=CASES)
def test_the_column_of_a_wrong_value_is_named(importer, content, name):
    (problem,) = (found for found in read(importer, content) if isinstance(found, Problem))
    assert (problem.sentence, problem.params) == (wrong.NAMED, {"name": name})


def test_the_good_file_has_nothing_to_name():
    (night,) = read(sleep_as_android, android())
    assert not isinstance(night, Problem)


@pytest.mark.parametrize(
    ("row", "cell", "column"),
    [
        ("2026-02-30,23:00,07:00,4", "2026-02-30", "Date"),
        ("2026-03-04,late,07:00,4", "late", "Fell asleep"),
        ("2026-03-04,23:00,07:00,some", "some", "Quality"),
    ],
)
def test_any_table_names_the_column_and_the_cell(row, cell, column):
    (problem,) = tables.read(f"Date,Fell asleep,Awake,Quality\n2026-03-03,23:00,07:00,3\n{row}\n")[:1]
    assert problem.params == {"cell": cell, "column": column}
    assert problem.line == 3


def test_the_column_of_a_table_without_a_header_is_named_by_its_place():
    matched = {"kind": "sleep", "sleep_day": "0", "sleep_asleep": "1", "sleep_awake": "2"}
    (problem, _row) = tables.read("2026-03-04,23:00,07:00\n2026-03-05,late,07:00\n", **matched)
    assert problem.params == {"cell": "late", "column": "2"}
