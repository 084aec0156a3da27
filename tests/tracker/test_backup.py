"""A backup is whole, is of one moment, and stays as secret as the database."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection

from tracker import backup, keeper, sqlite
from tracker.models import User

KEY = "a 'quoted'; key"
on_sqlite = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="about SQLite's file")
on_postgres = pytest.mark.skipif("DATABASE_URL" not in os.environ, reason="about PostgreSQL")


def write_until(stop: Event, begun: Event) -> None:
    """Two rows in each transaction, so that an odd number of them would be half of one."""
    number = 0
    while not stop.is_set():
        number += 1
        User.objects.bulk_create([User(email=f"{side}{number}@example.org") for side in ("a", "b")])
        begun.set()
    connection.close()


@pytest.fixture
def busy(transactional_db):
    """The database, while another thread writes to it."""
    stop, begun = Event(), Event()
    writer = Thread(target=write_until, args=(stop, begun))
    writer.start()
    begun.wait(10)
    yield
    stop.set()
    writer.join()


@pytest.fixture
def on_file(settings, monkeypatch):
    """The settings' own database is the one of the tests."""
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", connection.settings_dict["NAME"])


@on_sqlite
def test_a_copy_made_while_another_writes_is_whole_and_of_one_moment(busy, on_file, tmp_path):
    copy = backup.make(tmp_path)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (persons,) = database.execute("SELECT COUNT(*) FROM tracker_user").fetchone()
    assert persons >= 2
    assert persons % 2 == 0


def rows(database: sqlite3.Connection) -> dict[str, list[tuple]]:
    return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in backup.counts(database)}


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_copy_holds_every_row_of_every_table(ana, on_file, tmp_path):
    copy = backup.make(tmp_path)
    with (
        closing(backup.opened(copy)) as copied,
        closing(backup.opened(connection.settings_dict["NAME"])) as live,
    ):
        assert rows(copied) == rows(live)


@on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_copy_that_lacks_a_row_is_not_kept(ana, on_file, tmp_path, monkeypatch):
    answers = iter([{"tracker_user": 2}, {"tracker_user": 1}])
    monkeypatch.setattr(backup, "counts", lambda database: next(answers))
    with pytest.raises(backup.Unsound):
        backup.make(tmp_path)
    assert list(tmp_path.iterdir()) == []


@on_postgres
@pytest.mark.django_db(transaction=True)
def test_a_dump_of_postgresql_lists_our_tables(ana, tmp_path):
    copy = backup.make(tmp_path)
    listed = subprocess.run(["pg_restore", "--list", copy], check=True, capture_output=True, text=True).stdout
    assert "TABLE DATA public tracker_user" in listed


@on_postgres
@pytest.mark.django_db(transaction=True)
def test_without_postgresqls_programs_a_sentence_names_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(backup.shutil, "which", lambda name: None)
    with pytest.raises(CommandError, match="pg_dump is not installed"):
        call_command("backup", to=tmp_path)


def test_the_copies_of_the_newest_days_are_kept(tmp_path):
    for day in range(1, 10):
        (tmp_path / f"2026-11-{day:02d}T040000Z.sqlite3").touch()
    (tmp_path / "2026-11-09T120000Z.sqlite3").touch()
    (tmp_path / "2026-notes.txt").touch()
    backup.drop(tmp_path, 7)
    assert [path.name[:10] for path in backup.made(tmp_path)] == [
        *(f"2026-11-{day:02d}" for day in range(3, 10)),
        "2026-11-09",
    ]
    assert (tmp_path / "2026-notes.txt").exists()


def test_a_day_without_a_copy_is_due(tmp_path):
    (tmp_path / "2026-11-20T235959Z.sqlite3").touch()
    assert backup.is_due(tmp_path, datetime(2026, 11, 21, tzinfo=UTC))
    assert not backup.is_due(tmp_path, datetime(2026, 11, 20, tzinfo=UTC))


@pytest.mark.parametrize("keep", [0, -1])
def test_nobody_can_ask_to_keep_no_copy_at_all(tmp_path, keep):
    with pytest.raises(CommandError, match="1 or more"):
        call_command("backup", to=tmp_path, keep=keep)


@pytest.mark.django_db(transaction=True)
def test_the_keeper_makes_one_copy_a_day(settings, on_file, tmp_path):
    settings.DATA = tmp_path
    for moment in ("2026-11-20 23:30", "2026-11-20 23:40", "2026-11-21 00:40"):
        with time_machine.travel(moment, tick=False):
            keeper.look()
    assert [path.name[:10] for path in backup.made(backup.folder())] == ["2026-11-20", "2026-11-21"]


def managed(data: Path, *commands: str) -> str:
    """What the site's commands print, in a process of their own, which has a key for the database."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATA": str(data),
        "SECRET_KEY": os.environ["SECRET_KEY"],
        "DATABASE_KEY": KEY,
        "DJANGO_SETTINGS_MODULE": "tracker.settings",
    }
    calls = "".join(f"call_command(*{command.split()!r});" for command in commands)
    script = f"import django; django.setup(); from django.core.management import call_command; {calls}"
    return subprocess.run(
        [sys.executable, "-c", script], env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_an_encrypted_database_and_its_copy_hold_no_plain_text(tmp_path):
    pytest.importorskip("sqlcipher3")
    made = managed(tmp_path, "migrate sessions --verbosity 0", "backup")
    copy = Path(made.strip())
    for path in (tmp_path / "recovery.sqlite3", copy):
        assert b"CREATE TABLE" not in path.read_bytes()
        assert not path.read_bytes().startswith(b"SQLite format 3")
    with closing(sqlite3.connect(copy, factory=sqlite.unlocking(KEY))) as database:
        assert ("sessions",) in database.execute("SELECT app FROM django_migrations").fetchall()
