"""What is left out of a zip with several files is told with the file that it stands in."""

import io

import pytest
from django.urls import reverse

from tests.tracker import fitbit as of_fitbit
from tests.tracker import test_import_garmin as of_garmin
from tests.tracker import test_import_loop as of_loop
from tests.tracker import test_import_open_mhealth as of_open_mhealth
from tests.tracker import test_import_oura as of_oura
from tests.tracker import test_import_samsung as of_samsung
from tests.tracker import test_import_whoop as of_whoop
from tests.tracker import test_import_withings as of_withings
from tests.tracker.handed import packed, read, table
from tests.tracker.program import Program
from tracker import intake
from tracker.importers import (
    Problem,
    Unreadable,
    fitbit,
    garmin,
    open_mhealth,
    oura,
    samsung,
    whoop,
    withings,
)

BROKEN = "2026-99-99"
WHOOP = packed(
    {
        "my/sleeps.csv": table(of_whoop.SLEEPS, of_whoop.sleep()),
        "my/workouts.csv": table(of_whoop.WORKOUTS, of_whoop.workout(), of_whoop.workout(start=BROKEN)),
    }
)
ZIPS = {
    "fitbit's logs": (fitbit, {"a/sleep-1.json": [of_fitbit.log(logId="x")]}, "sleep-1.json", 1),
    "fitbit's exercise": (
        fitbit,
        {"a/exercise-0.json": [of_fitbit.exercise(startTime="x")]},
        "exercise-0.json",
        1,
    ),
    "fitbit's tables": (
        fitbit,
        {of_fitbit.SLEEPS: table(of_fitbit.SLEEP_COLUMNS, of_fitbit.night(start=BROKEN))},
        "UserSleeps_2026-03-01.csv",
        2,
    ),
    "garmin": (
        garmin,
        {
            "a/1_sleepData.json": [of_garmin.kept()],
            "a/2_sleepData.json": [of_garmin.kept(sleepEndTimestampGMT="x")],
        },
        "2_sleepData.json",
        1,
    ),
    "oura": (oura, {"a/sleep.json": {"data": [of_oura.sleep(bedtime_end="x")]}}, "sleep.json", 1),
    "withings": (
        withings,
        {"a/activities.csv": table(of_withings.DOING, of_withings.activity(start="x"))},
        "activities.csv",
        2,
    ),
    "samsung": (
        samsung,
        {"a/com.samsung.shealth.sleep.1.csv": of_samsung.nights(of_samsung.night(end="x"))},
        "com.samsung.shealth.sleep.1.csv",
        3,
    ),
    "open mhealth": (
        open_mhealth,
        {
            "a/1.json": of_open_mhealth.sleep(),
            "a/2.json": of_open_mhealth.sleep(of_open_mhealth.frame(end="x")),
        },
        "2.json",
        1,
    ),
}


@pytest.mark.parametrize(("importer", "entries", "file", "line"), ZIPS.values(), ids=ZIPS)
def test_the_file_and_the_line_of_what_cannot_be_read_are_told(importer, entries, file, line):
    problems = [found for found in read(importer, packed(entries)) if isinstance(found, Problem)]
    assert [(found.file, found.line) for found in problems] == [(file, line)]


def test_of_many_habits_the_one_is_told():
    wrong = of_loop.packed((of_loop.MEDITATE, [("2026-03-04", "x", "")]))
    (problem,) = of_loop.read(wrong)
    assert problem.file == "001 Meditate/Checkmarks.csv"


def test_a_value_that_a_rule_refuses_is_told_with_its_file_too(ana):
    long = of_whoop.workout(end="2026-03-06 18:40:00")
    content = packed({"my/workouts.csv": table(of_whoop.WORKOUTS, long)})
    ((line, _why, file),) = intake.read_file(ana, io.BytesIO(content)).report["problems"]
    assert (line, file) == (2, "workouts.csv")


def test_a_sleep_that_another_file_has_longer_names_that_file():
    late = of_garmin.kept(sleepStartTimestampGMT="2026-03-04T01:00:00.0", calendarDate="2026-03-05")
    found = read(garmin, packed({"1_sleepData.json": [of_garmin.kept()], "2_sleepData.json": [late]}))
    (problem,) = (one for one in found if isinstance(one, Problem))
    assert (problem.file, problem.params) == ("2_sleepData.json", {"line": "1 (1_sleepData.json)"})


def test_a_plain_file_has_no_name(ana):
    problem = read(whoop, table(of_whoop.WORKOUTS, of_whoop.workout(start=BROKEN)))[0]
    assert (problem.file, problem.line) == ("", 2)


def test_the_preview_and_the_result_name_file_and_line(her, ana):
    her.post(reverse("data"), {"file": io.BytesIO(WHOOP)})
    batch = ana.imports.get()
    page = reverse("import", args=[batch.pk])
    assert "<b>workouts.csv, line 3</b>" in her.get(page).content.decode()
    her.post(reverse("import-take", args=[batch.pk]))
    assert "<b>workouts.csv, line 3</b>" in her.get(page).content.decode()


def test_the_api_names_file_and_line(client, ana):
    intake.read_file(ana, io.BytesIO(WHOOP))
    (shown,) = Program(client, ana)("get", "imports").json()["imports"]
    assert [(one["file"], one["line"]) for one in shown["problems"]] == [("workouts.csv", 3)]


class TestDamage:
    """A damaged file of a zip refuses it, and is named."""

    WHOLE = {"Takeout/sleep-1.json": [of_fitbit.log()], "Takeout/sleep-2.json": [of_fitbit.log(logId="2")]}

    def refused(self, content):
        with pytest.raises(Unreadable) as refusal:
            read(fitbit, content)
        return refusal.value.worded(str)

    def test_of_json_that_is_cut_off(self):
        said = self.refused(packed(self.WHOLE | {"Takeout/sleep-2.json": '[{"dateOfSleep": "2026-0'}))
        assert said == "sleep-2.json: The file is no JSON, or is cut off."

    def test_of_bytes_that_do_not_unpack(self):
        content = bytearray(packed(self.WHOLE))
        content[content.rindex(b"sleep-2.json", 0, content.index(b"PK\x01\x02")) + 40] ^= 0xFF
        assert self.refused(bytes(content)) == "sleep-2.json in the zip is damaged or cut off."
