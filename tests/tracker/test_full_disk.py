"""A disk without room: one sentence for whoever writes, nothing lost, and everything still comes out."""

import errno
import io
import shutil
from pathlib import Path

import pytest
from django.core.cache.backends.db import DatabaseCache
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.urls import reverse

from tests.tracker.handed import packed
from tests.tracker.program import WALK, Program, expect_problem
from tests.tracker.test_backup import on_sqlite
from tests.tracker.test_data_pages import body, upload
from tests.tracker.test_import_way import hand_over
from tracker import backup, disk, export, intake, requests
from tracker.importers import database
from tracker.intake import desk, work
from tracker.models import Import, writing

FIVE = {"technique": "breathing", "minutes": 5, "day": "2026-03-10"}  # minutes of breathing
SAID = ("database or disk is full", 'could not extend file "base/5/16384": No space left on device')


@pytest.fixture
def visitor(client, ana):
    client.force_login(ana)
    client.raise_request_exception = False
    return client


@pytest.fixture
def full(monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: shutil._ntuple_diskusage(1, 1, 0))


def failing(sentence):
    def fails(*_given):
        raise OperationalError(sentence)

    return fails


@pytest.mark.parametrize("sentence", SAID)
def test_a_page_says_that_there_is_no_room(visitor, monkeypatch, sentence):
    monkeypatch.setattr(writing, "add", failing(sentence))
    answer = visitor.post(reverse("log-add", args=["practice"]), FIVE)
    assert answer.status_code == 507
    assert "The disk of this site is full, so nothing was saved." in answer.text
    assert "our fault" not in answer.text


def test_who_waited_in_vain_for_others_is_told_to_send_it_again(visitor, monkeypatch):
    monkeypatch.setattr(writing, "add", failing("database is locked"))
    answer = visitor.post(reverse("log-add", args=["practice"]), FIVE)
    assert answer.status_code == 503
    assert "Something large is being written just now, so this was not saved." in answer.text
    assert "our fault" not in answer.text


def test_a_page_says_that_the_database_is_away(visitor, monkeypatch):
    monkeypatch.setattr(writing, "add", failing("couldn't get a connection after 10.00 sec"))
    answer = visitor.post(reverse("log-add", args=["practice"]), FIVE)
    assert answer.status_code == 503
    assert "The database of this site does not answer just now, so nothing was saved." in answer.text
    assert "our fault" not in answer.text


def test_another_fault_is_still_ours(visitor, monkeypatch):
    monkeypatch.setattr(writing, "add", failing("disk I/O error"))
    answer = visitor.post(reverse("log-add", args=["practice"]), FIVE)
    assert answer.status_code == 500
    assert "It is our fault, not yours." in answer.text


@pytest.mark.parametrize("sentence", SAID)
def test_the_api_says_that_there_is_no_room(client, ana, monkeypatch, sentence):
    monkeypatch.setattr(writing, "add", failing(sentence))
    told = expect_problem(Program(client, ana)("post", "logs/exercise", WALK), 507)
    assert told["detail"] == str(disk.FULL)


def test_the_api_says_that_the_database_is_away(client, ana, monkeypatch):
    monkeypatch.setattr(writing, "add", failing("server closed the connection unexpectedly"))
    told = expect_problem(Program(client, ana)("post", "logs/exercise", WALK), 503)
    assert told["detail"] == str(disk.AWAY)


def test_an_attempt_that_cannot_be_counted_is_not_one_too_many(full, db, monkeypatch):
    monkeypatch.setattr(DatabaseCache, "add", lambda *_given: False)
    with pytest.raises(OperationalError, match="full"):
        disk.Counts("cache", {}).add("login", 1)


def test_where_there_is_room_a_key_that_is_there_is_no_fault(db, monkeypatch):
    monkeypatch.setattr(DatabaseCache, "add", lambda *_given: False)
    assert disk.Counts("cache", {}).add("login", 1) is False


def test_a_file_is_refused_for_the_disk_and_not_for_its_size(visitor, full, ana):
    assert requests.most(ana) == 0
    assert "The disk of this site is nearly full" in upload(visitor, b"x").text


def test_an_import_that_finds_no_room_can_be_taken_later(ana, monkeypatch):
    batch = hand_over(ana)
    with monkeypatch.context() as patch:
        patch.setattr(work.writing, "write", failing(SAID[0]))
        desk.take(batch)
    assert batch.state == Import.State.READY
    assert batch.report["failed"][0] == work.NO_ROOM
    desk.take(batch)
    assert batch.state == Import.State.TAKEN


def test_the_zip_needs_no_disk_to_come_out(visitor, ana, full, monkeypatch):
    monkeypatch.setattr(export, "IN_MEMORY", 1)
    monkeypatch.setattr("tempfile.TemporaryFile", failing("no file can be made"))
    assert body(visitor.get(reverse("export"))).startswith(b"PK")


def test_an_export_without_room_leaves_the_one_before_as_it_was(ana, tmp_path, monkeypatch):
    out = tmp_path / "record.zip"
    out.write_bytes(b"the one before")

    def short(_person, file):
        file.write(b"PK")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(export, "write", short)
    with pytest.raises(CommandError, match="cannot be written: No space left on device"):
        call_command("export", out, user=ana.email)
    assert out.read_bytes() == b"the one before"
    assert list(tmp_path.iterdir()) == [out]


def test_an_export_takes_the_place_of_nothing_but_a_file(ana, tmp_path):
    with pytest.raises(CommandError, match="is no file"):
        call_command("export", tmp_path, user=ana.email)


@on_sqlite
def test_a_backup_without_room_is_one_sentence_and_leaves_nothing(transactional_db, tmp_path, monkeypatch):
    opened = backup.opened

    def short(path):
        made = opened(path)
        if Path(path).parent == tmp_path:
            made.execute("PRAGMA max_page_count = 2")
        return made

    monkeypatch.setattr(backup, "opened", short)
    with pytest.raises(CommandError, match="written: database or disk is full"):
        call_command("backup", to=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_while_a_database_is_copied_is_not_called_a_damaged_zip(ana, monkeypatch):
    def full(_file, _target):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(database, "copy", full)
    with pytest.raises(OSError, match="No space") as failed:
        intake.preview_file(ana, io.BytesIO(packed({"a.db": database.MAGIC + b"x" * 100})))
    assert disk.is_full(failed.value)
