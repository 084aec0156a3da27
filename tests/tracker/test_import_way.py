"""The way of an import: handed over, read, shown, taken or let go; broken off and begun again."""

import io
import os
import signal
import time
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.tracker.test_import_sleep_as_android import night, zipped
from tests.tracker.test_round_trip import exported
from tracker import importers, keeper
from tracker.bell import bell
from tracker.importers import Problem, Question, Unreadable
from tracker.intake import desk, files, queue, work
from tracker.models import Import

State = Import.State
ONE = zipped(night()).getvalue()


def hand_over(user, content=ONE):
    return desk.receive(user, SimpleUploadedFile("x", content))


@pytest.fixture
def heard(monkeypatch):
    """A bell that hangs, and every step is long: what is queued waits. It gives how often it was rung."""
    rung = []
    monkeypatch.setattr(bell, "rings", 1)
    monkeypatch.setattr(bell, "ring", lambda: rung.append(True))
    monkeypatch.setattr(queue, "is_short", lambda batch: False)
    return rung


def left(pk):
    return sorted(path.name for path in files.folder().glob(f"{pk}.*"))


def test_a_short_file_is_shown_at_once_and_nothing_is_written(ana):
    before = exported(ana)
    batch = hand_over(ana)
    assert (batch.state, batch.source) == (State.READY, "sleep-as-android")
    assert batch.report["counts"]["sleep"]["new"] == 1
    assert exported(ana) == before


def test_it_is_taken_and_its_files_go(ana):
    batch = hand_over(ana)
    assert f"{batch.pk}.stage" in left(batch.pk)
    desk.take(batch)
    assert batch.state == State.TAKEN
    assert ana.sleeplogs.get().batch == batch
    assert left(batch.pk) == []


def test_it_is_let_go_and_nothing_is_left(ana):
    batch = hand_over(ana)
    desk.discard(batch)
    batch.refresh_from_db()
    assert (batch.state, batch.report, left(batch.pk)) == (State.DISCARDED, {}, [])


def test_what_was_taken_is_not_let_go_or_taken_again(ana):
    batch = hand_over(ana)
    desk.take(batch)
    desk.discard(batch)
    desk.take(batch)
    batch.refresh_from_db()
    assert (batch.state, ana.sleeplogs.count()) == (State.TAKEN, 1)


def test_a_file_that_cannot_be_read_leaves_nothing(ana):
    before = sorted(files.folder().iterdir())
    with pytest.raises(Unreadable, match="no file of a format"):
        hand_over(ana, b"Dear diary")
    assert not ana.imports.exists()
    assert sorted(files.folder().iterdir()) == before


def test_a_file_that_was_kept_is_nobody_elses_to_read(ana):
    batch = hand_over(ana)
    assert {path.stat().st_mode & 0o077 for path in files.folder().glob(f"{batch.pk}.[fs]*")} == {0}


def test_a_long_file_waits_for_the_keeper(ana, heard):
    batch = hand_over(ana)
    assert (batch.state, len(heard)) == (State.RECEIVED, 1)
    assert DBTaskResult.objects.get().args_kwargs == {"args": [batch.pk], "kwargs": {}}
    queue.step(batch.pk)
    batch.refresh_from_db()
    desk.take(batch)
    assert (batch.state, len(heard)) == (State.WRITING, 2)
    queue.step(batch.pk)
    assert ana.sleeplogs.exists()


def test_a_long_file_that_cannot_be_read_says_why(ana, heard):
    batch = hand_over(ana, b"Dear diary")
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert batch.state == State.FAILED
    assert "no file of a format" in batch.report["failed"][0]
    assert left(batch.pk) == []


def test_what_was_not_foreseen_is_told_without_a_value_of_the_file(ana, heard, monkeypatch, caplog):
    secret = "slept with my boss"

    def read(upload, answers):
        raise KeyError(secret)

    monkeypatch.setattr(importers.sleep_as_android, "read", read)
    batch = hand_over(ana)
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert batch.state == State.FAILED
    assert "KeyError" in caplog.text
    assert secret not in caplog.text + str(batch.report) + str(list(DBTaskResult.objects.values()))


def test_what_was_broken_off_is_queued_anew_once(ana, heard):
    batch = hand_over(ana)
    DBTaskResult.objects.update(status="RUNNING")
    Import.objects.update(state=State.READING)
    for _look in range(2):
        queue.resume()
    assert [task.status for task in DBTaskResult.objects.all()] == ["READY"]
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert batch.state == State.READY


def test_what_another_process_works_on_is_left_to_it(ana, heard):
    batch = hand_over(ana)
    DBTaskResult.objects.all().delete()
    with files.held(batch.pk) as mine:
        assert mine
        queue.resume()
        queue.step(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, DBTaskResult.objects.count()) == (State.RECEIVED, 0)


def test_a_file_that_ends_its_process_each_time_is_not_tried_for_ever(ana, heard):
    batch = hand_over(ana)
    Import.objects.update(state=State.READING, tries=work.TRIES)
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert batch.state == State.FAILED
    assert "broken off" in batch.report["failed"][0]


def test_a_stage_that_was_lost_is_made_again_and_shown_again(ana):
    batch = hand_over(ana)
    files.staged(batch.pk).write_bytes(b"half of it")
    desk.take(batch)
    assert (batch.state, ana.sleeplogs.count()) == (State.READY, 0)
    desk.take(batch)
    assert (batch.state, ana.sleeplogs.count()) == (State.TAKEN, 1)


def test_a_record_that_is_busy_for_too_long_leaves_the_import_to_be_taken_again(ana, monkeypatch):
    def locked(*args):
        raise OperationalError("database is locked")

    batch = hand_over(ana)
    with monkeypatch.context() as patch:
        patch.setattr(work.writing, "write", locked)
        desk.take(batch)
    assert (batch.state, batch.report["failed"][0]) == (State.READY, work.BUSY)
    desk.take(batch)
    assert batch.state == State.TAKEN
    assert "failed" not in batch.report


def test_a_file_that_is_let_go_while_it_is_read_is_gone(ana, heard, monkeypatch):
    batch = hand_over(ana)
    read = importers.sleep_as_android.read
    monkeypatch.setattr(
        importers.sleep_as_android,
        "read",
        lambda upload, answers: desk.discard(batch) or read(upload, answers),
    )
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.report, left(batch.pk)) == (State.DISCARDED, {}, [])


def test_answers_read_the_file_again_and_are_proposed_for_the_next(ana, monkeypatch):
    asked = (Question("zone", "Where?"), Question("hour", "Which?", {"6": "six", "7": "seven"}, "6"))
    given = []
    monkeypatch.setattr(importers.sleep_as_android, "questions", lambda upload: asked)
    monkeypatch.setattr(
        importers.sleep_as_android,
        "read",
        lambda upload, answers: given.append((answers.zone, answers.given["hour"])) or [Problem(1, "no")],
    )
    batch = hand_over(ana)
    desk.answer(batch, {"zone": "Asia/Tokyo", "hour": "7"})
    assert [row[3] for row in batch.report["questions"]] == ["Asia/Tokyo", "7"]
    desk.take(batch)
    for _later in range(2):
        desk.take(hand_over(ana))
    assert given == [("Europe/Berlin", "6"), *[("Asia/Tokyo", "7")] * 3]


def test_a_day_later_a_file_that_nobody_decided_on_is_gone(ana):
    batch, young = hand_over(ana), hand_over(ana)
    Import.objects.filter(pk=batch.pk).update(created=timezone.now() - timedelta(hours=25))
    stray = files.folder() / "tmp123.upload"
    stray.touch()
    os.utime(stray, (0, 0))
    (files.folder() / "987654321.file").touch()
    files.sweep()
    batch.refresh_from_db()
    assert (batch.state, left(batch.pk), left(987654321), stray.exists()) == (State.DISCARDED, [], [], False)
    assert f"{young.pk}.file" in left(young.pk)


def test_who_leaves_leaves_no_file(ana):
    batch = hand_over(ana)
    desk.forget(ana)
    assert left(batch.pk) == []


def test_how_far_it_is_can_be_asked_while_it_is_worked_on(ana, monkeypatch):
    monkeypatch.setattr(files, "EVERY", 0.001)
    with files.telling(1, lambda: files.Progress(30, 120, 7)):
        until = time.monotonic() + 5
        while files.progress(1).total == 0 and time.monotonic() < until:
            time.sleep(0.005)
        assert (files.progress(1).percent, files.progress(1).entries) == (25, 7)
    assert files.progress(1) == files.Progress()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("milliseconds", [4, 15, 40, 90])
@pytest.mark.parametrize("step", ["reading", "writing"])
def test_killed_at_any_moment_it_is_wholly_there_or_not_at_all_and_goes_on(ana, step, milliseconds, heard):
    nights = "".join(a_night(day) for day in range(300))
    batch = hand_over(ana, zipped(nights).getvalue())
    if step == "writing":
        queue.step(batch.pk)
        batch.refresh_from_db()
        desk.take(batch)
    kill(lambda: queue.step(batch.pk), milliseconds / 1000)
    assert ana.sleeplogs.count() in (0, 300)
    queue.step(batch.pk)
    batch.refresh_from_db()
    assert batch.state == (State.TAKEN if step == "writing" else State.READY)
    assert ana.sleeplogs.count() == (300 if step == "writing" else 0)


def a_night(day):
    start = datetime(2024, 1, 1, 22, tzinfo=UTC) + timedelta(days=day)
    return night(start, f"{start + timedelta(hours=8):%d. %m. %Y %H:%M}", "8.000", zone="UTC")


def kill(doing, seconds):
    """Begin it in a process of its own, and end that without a warning."""
    keeper.disconnect()
    child = os.fork()
    if child == 0:
        doing()
        os._exit(0)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def test_a_file_handed_over_in_memory_is_kept_as_it_is(ana):
    batch = Import.objects.create(user=ana)
    files.keep(batch.pk, SimpleUploadedFile("x", io.BytesIO(b"abc").read()))
    assert files.uploaded(batch.pk).read_bytes() == b"abc"
    files.drop(batch.pk)
