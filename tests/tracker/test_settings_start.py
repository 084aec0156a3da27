"""How a start goes wrong: in one sentence."""

import os
import subprocess
import sys

import pytest

from tracker import secret, sqlite

GOOD = "a key for tests alone, as long as a real one has to be"


def start(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in production settings, with nothing of this process's environment but its PATH."""
    environment = {"PATH": os.environ["PATH"], "DATA": os.environ["DATA"] + "/none", **environment}
    return subprocess.run(
        [sys.executable, *command], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def is_one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


@pytest.mark.parametrize("key", ["", "short", "a" * 60])
@pytest.mark.parametrize("command", [("manage.py", "check"), ("-c", "import tracker.wsgi")])
def test_a_missing_or_weak_key_stops_a_production_start_with_a_sentence(key, command):
    done = start(*command, SECRET_KEY=key)
    assert done.returncode != 0
    assert "SECRET_KEY is missing or weak" in done.stderr
    assert is_one_sentence(done.stderr)


@pytest.mark.parametrize(
    ("name", "value"),
    [("PORT", "abc"), ("PORT", "70000"), ("HTTPS", "perhaps"), ("THREADS", "0"), ("EMAIL_URL", "pigeon://")],
)
def test_a_value_that_makes_no_sense_is_named_in_a_sentence(name, value):
    done = start("manage.py", "check", SECRET_KEY=GOOD, **{name: value})
    assert done.returncode != 0
    assert name in done.stderr
    assert is_one_sentence(done.stderr)


def test_a_production_start_behind_https_has_nothing_to_deploy_better():
    done = start("manage.py", "check", "--deploy", SECRET_KEY=GOOD, HTTPS="1")
    assert "no issues" in done.stdout, done.stderr


@pytest.mark.skipif(not sqlite.ENCRYPTS, reason="needs sqlcipher3")
def test_a_database_with_another_key_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "recovery.sqlite3").write_bytes(os.urandom(8192))
    done = start(
        "manage.py", "migrate", "--skip-checks", SECRET_KEY=GOOD, DATA=str(tmp_path), DATABASE_KEY="another"
    )
    assert done.returncode != 0
    assert "DATABASE_KEY is not the one" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_place_that_cannot_be_written_is_named_in_a_sentence(tmp_path):
    (tmp_path / "file").touch()
    done = start("manage.py", "check", SECRET_KEY=GOOD, DATA=str(tmp_path / "file"))
    assert done.returncode != 0
    assert "DATA has to be a folder" in done.stderr
    assert is_one_sentence(done.stderr)


def test_a_database_that_cannot_be_opened_is_named_in_a_sentence(tmp_path):
    (tmp_path / "recovery.sqlite3").mkdir()
    done = start("manage.py", "migrate", "--skip-checks", SECRET_KEY=GOOD, DATA=str(tmp_path))
    assert done.returncode != 0
    assert "DATA has to be a folder" in done.stderr
    assert is_one_sentence(done.stderr)


def test_a_key_that_a_full_disk_left_empty_is_made_anew(tmp_path):
    (tmp_path / "secret_key").touch()
    assert not secret.is_weak(secret.kept(tmp_path / "secret_key", make=True))
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_debug_is_off_unless_asked_for():
    done = start("-c", "from tracker import settings; print(settings.DEBUG)", SECRET_KEY=GOOD)
    assert done.stdout == "False\n"


def test_mail_is_printed_unless_a_server_is_named():
    send = "from django.core import mail; mail.send_mail('S', 'B', None, ['a@example.org'])"
    done = start("-c", send, SECRET_KEY=GOOD, DJANGO_SETTINGS_MODULE="tracker.settings")
    assert "Subject: S" in done.stdout, done.stderr
