import errno
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from icalendar import Calendar

from tests.tracker import test_import_loop as of_loop
from tests.tracker import test_import_withings as of_withings
from tests.tracker.apple import export, record, workout
from tests.tracker.fitbit import EXERCISE_COLUMNS, GOOGLE, TREE, exercise
from tests.tracker.handed import packed, table, taken
from tests.tracker.handed import read as read_of
from tests.tracker.program import Program, expect_problem
from tests.tracker.tables import only, read, take
from tracker import disk, feed, intake, open_mhealth
from tracker.importers import Answers, Problem, apple_health, database, fitbit
from tracker.importers.apple_health.document import CAFFEINE
from tracker.models import ExerciseLog, SleepLog, Target

PLEES = b"sid,start,stop,rating\n1,1772575800000,1772604600000,3\n"


# tests/tracker/test_api_numbers.py
def test_what_a_file_cannot_say_is_asked_and_can_be_answered(client, ana):
    program = Program(client, ana)
    file = SimpleUploadedFile("file", PLEES)
    told = client.post("/api/v1/imports", {"file": file}, headers=program.headers).json()
    assert [(asked["name"], asked["answer"]) for asked in told["questions"]] == [("zone", ana.zone)]
    address = f"imports/{told['id']}/answer"
    expect_problem(program("post", address, {"answers": {"zone": "Moon/Crater"}}), 422, "answers.zone")
    again = program("post", address, {"answers": {"zone": "Asia/Tokyo"}}).json()
    assert again["questions"][0]["answer"] == "Asia/Tokyo"


def test_the_question_of_a_habit_names_it(client, ana):
    program = Program(client, ana)
    file = SimpleUploadedFile("file", of_loop.packed((of_loop.RUN, [])))
    told = client.post("/api/v1/imports", {"file": file}, headers=program.headers).json()
    assert [asked["text"] for asked in told["questions"]] == ["Run", "Run: how many minutes is one km?"]


# tests/tracker/test_import_questions.py
def test_a_zone_that_nobody_knows_is_that_of_the_person(ana):
    content = "Date,Asleep,Awake\n2026-03-04,23:00,07:00\n2026-03-05,23:00,07:00\n"
    report = intake.preview_file(ana, io.BytesIO(content.encode()), Answers("Moon/Crater"))
    assert {q[0]: q[3] for q in report["questions"]}["zone"] == ana.zone


# tests/tracker/test_import_apple_health.py
def test_a_drink_that_a_phone_elsewhere_exports_again_is_the_same(ana):
    here, there = ([f"2026-03-03 {text}"] * 2 for text in ("08:00:00 +0100", "2:00:00 am -0500"))
    for span in (here, there):
        taken(ana, export(record(CAFFEINE, span, value="95", unit="mg")))
    assert ana.dietlogs.count() == 1


def test_a_short_bout_inside_another_hides_no_copy_of_that():
    inside = workout("Yoga", "18:05", "18:08")
    found = read_of(
        apple_health, export(workout(), inside, workout(start="18:09", end="18:30", source="App"))
    )
    assert sum(isinstance(one, Problem) for one in found) == 1


# tests/tracker/test_import_withings.py
def test_an_activity_that_was_corrected_since_is_changed_not_added(ana):
    by_hand = {"from": "2026-03-04T18:10:00+01:00", "to": "2026-03-04T18:40:00+01:00"}
    taken(ana, table(of_withings.DOING, of_withings.activity()))
    later = taken(ana, table(of_withings.DOING, of_withings.activity(**by_hand)))
    assert later == {"exercise": {"changed": 1}}


# tests/tracker/test_import_any_csv.py
def test_an_entry_with_a_number_of_its_own_is_changed_when_its_start_is(ana):
    sheet = "id,start,activity,minutes\n7,2026-03-04 10:00,Running,30\n8,2026-03-05 10:00,Running,30\n"
    take(ana, sheet)
    assert take(ana, sheet.replace("04 10:00", "04 11:00"))["counts"]["exercise"]["changed"] == 1
    assert ana.exerciselogs.count() == 2


@pytest.mark.parametrize("seconds", ["1800", "1800.0", "1800.000"])
def test_numbers_beyond_the_minutes_of_a_day_are_seconds_with_or_without_a_point(seconds):
    sheet = f"Date,Activity,Duration\n2026-03-04,Running,{seconds}\n2026-03-05,Running,1200.0\n"
    assert [row.fields["minutes"] for row in read(sheet)] == [30, 20]


def test_more_sleep_than_the_night_is_listed():
    (problem,) = read("Date,Asleep,Awake,Slept\n2026-03-04,23:00,07:00,600\n")
    assert "more minutes of sleep" in problem.sentence


def test_a_day_beside_the_waking_alone_is_enough():
    night = only("Asleep,Awake\n23:00,2026-03-04 07:00\n").fields
    assert night["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)


# tests/tracker/test_import_loop.py
def test_a_tick_that_was_taken_back_is_none(ana):
    of_loop.take(ana, of_loop.packed((of_loop.MEDITATE, [of_loop.day(4, "YES_MANUAL")])))
    of_loop.take(ana, of_loop.packed((of_loop.MEDITATE, [of_loop.day(4, "NO")])))
    assert ana.practicelogs.get().minutes == 0


# tests/tracker/test_out.py
def test_a_target_of_which_no_monday_came_has_no_event(ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)
    for starts, low in ((date(2026, 3, 13), 100), (date(2026, 3, 14), 150)):
        Target.objects.create(user=ana, strategy="aerobic-minutes", starts=starts, low=low)
    assert len(Calendar.from_ical(feed.calendar(ana, quiet=False)).walk("VEVENT")) == 1


def test_of_a_night_whose_time_awake_is_unknown_no_efficiency_is_said():
    asleep = datetime(2026, 3, 11, 22, tzinfo=UTC)
    night = SleepLog(asleep=asleep, awake=asleep + timedelta(hours=8), zone="UTC")
    assert "sleep_maintenance_efficiency_percentage" not in open_mhealth.sleep(night, is_main=True)


# tests/tracker/test_full_disk.py
def test_a_disk_that_fills_while_a_database_is_copied_is_not_called_a_damaged_zip(ana, monkeypatch):
    def full(_file, _target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(database, "copy", full)
    with pytest.raises(OSError, match="No space") as failed:
        intake.preview_file(ana, io.BytesIO(packed({"a.db": database.MAGIC + b"x" * 100})))
    assert disk.is_full(failed.value)


# tests/tracker/test_fitbit_files.py
def test_a_row_of_stages_that_is_cut_off_is_passed_over():
    assert (
        read_of(
            fitbit,
            table(
                ["sleep_stage_type", "sleep_stage_start", "sleep_stage_end", "sleep_id"],
                ["LIGHT", "2026-03-04 01:00:00", "2026-03-04 02:00:00"],
            ),
        )
        == []
    )


# tests/tracker/test_intake.py, with the second patch
def test_a_bout_that_is_here_from_another_part_of_the_export_is_not_doubled(ana):
    run = ["8", "2026-03-04T17:05:00Z", "2026-03-04T17:36:00Z", "+01:00", "Run", "TRACKER", ""]
    taken(ana, packed({f"{TREE}/exercise-0.json": [exercise()]}))
    later = taken(ana, packed({f"{GOOGLE}/UserExercises_1.csv": table(EXERCISE_COLUMNS, run)}))
    assert later == {"exercise": {"aside": 1}}


def test_a_typed_bout_stands_beside_none_of_the_file(ana):
    start = datetime(2026, 3, 3, 17, tzinfo=UTC)
    run = {"activity": "run", "minutes": 30, "intensity": "vigorous", "zone": ana.zone}
    ExerciseLog(user=ana, start=start, **run).settle().save()
    assert taken(ana, export(workout())) == {"exercise": {"aside": 1}}
