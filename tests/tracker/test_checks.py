"""What a start finds out about the database it stands on, and about the network."""

import os
from importlib import reload

import pytest
from django.core.management import call_command
from django.db import connection

from tracker import checks, sqlite

on_sqlite = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="about SQLite")
BROKEN = [(3, 40, 1), (3, 44, 5), (3, 50, 6), (3, 51, 2)]
MENDED = [(3, 44, 6), (3, 50, 7), (3, 51, 3), (3, 53, 4)]


@pytest.fixture
def version(monkeypatch):
    """Pretend that SQLite is another one."""

    def pretend(number: tuple[int, ...]) -> None:
        monkeypatch.setattr("sqlite3.sqlite_version_info", number)
        reload(sqlite)

    yield pretend
    monkeypatch.undo()
    reload(sqlite)


@on_sqlite
@pytest.mark.parametrize("number", BROKEN, ids=str)
def test_a_sqlite_that_can_corrupt_its_log_writes_a_rollback_journal_and_warns(version, number):
    version(number)
    assert "journal_mode=DELETE" in sqlite.OPENING
    assert [found.id for found in checks.journal()] == ["tracker.W001"]
    assert sqlite.decision().endswith(": rollback journal")


@on_sqlite
@pytest.mark.parametrize("number", MENDED, ids=str)
def test_a_mended_sqlite_writes_ahead(version, number):
    version(number)
    assert "journal_mode=WAL" in sqlite.OPENING
    assert checks.journal() == []
    assert sqlite.decision().endswith(": write-ahead log")


@on_sqlite
def test_check_says_which_journal_was_decided(capsys):
    call_command("check")
    assert sqlite.decision() in capsys.readouterr().out


@on_sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal" if sqlite.MENDED else "delete"),
        ("synchronous", 2),  # FULL
        ("foreign_keys", 1),
        ("secure_delete", 1),
    ],
)
def test_a_live_connection_is_set_to_lose_nothing(pragma, value):
    with connection.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


@on_sqlite
def test_a_transaction_takes_its_turn_at_once():
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.parametrize(
    ("host", "https", "found"),
    [
        ("127.0.0.1", False, []),
        ("::1", False, []),
        ("localhost", False, []),
        ("0.0.0.0", True, []),
        ("0.0.0.0", False, ["tracker.W002"]),
        ("diary.example.org", False, ["tracker.W002"]),
    ],
)
def test_a_network_without_https_is_warned_of(settings, host, https, found):
    settings.HOST, settings.HTTPS = host, https
    assert [message.id for message in checks.in_the_clear()] == found
