"""`manage.py serve`, as `make run` starts it: a process of its own on a folder of its own."""

import os
import re
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tracker import backup

NONE = {"SECRET_KEY", "DEBUG", "DJANGO_SETTINGS_MODULE"}
pytestmark = pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the default start is on SQLite")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return listening.getsockname()[1]


def start(data: Path, port: int) -> subprocess.Popen[str]:
    environment = {name: value for name, value in os.environ.items() if name not in NONE}
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        env={**environment, "DATA": str(data), "PORT": str(port)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def get(port: int, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    with closing(HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read().decode(errors="replace")


class Site:
    """A site on a folder and a port of its own, which can be started and stopped."""

    def __init__(self, data: Path) -> None:
        self.data, self.port = data, free_port()
        self.start()

    def start(self) -> None:
        self.process = start(self.data, self.port)
        assert f":{self.port}" in self.process.stdout.readline()

    def family(self) -> list[int]:
        """Two workers, and the guard of the keeper, which is forked before them."""
        return children(self.process.pid, 3)

    def stop(self) -> None:
        """As Ctrl-C does: without an error, and without leaving a process behind."""
        family = self.family()
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=20)
        assert self.process.returncode == 0
        assert "Traceback" not in err
        wait(lambda: not any(is_running(pid) for pid in family))


@pytest.fixture(scope="module")
def served(tmp_path_factory) -> Iterator[Site]:
    """A site that was started from nothing, which takes a while. At the end it leaves no process behind."""
    site = Site(tmp_path_factory.mktemp("served"))
    yield site
    site.stop()


def test_the_site_answers_and_does_not_name_its_server(served):
    answer, _ = get(served.port, "/")
    assert answer.status == 200
    assert "Server" not in answer.headers


def test_static_files_are_compressed_named_by_content_and_cached_for_good(served):
    _, page = get(served.port, "/")
    name = page.split('rel="stylesheet" href="')[1].split('"')[0]
    answer, _ = get(served.port, name, **{"Accept-Encoding": "br"})
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]


def test_every_file_that_a_page_names_is_served(served):
    _, page = get(served.port, "/")
    named = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert len(named) >= 5
    assert [name for name in named if get(served.port, name)[0].status != 200] == []


def test_the_key_is_made_once_and_nobody_else_may_read_it_or_the_record(served):
    for name in ("secret_key", "recovery.sqlite3"):
        assert stat.S_IMODE((served.data / name).stat().st_mode) == 0o600


def test_the_day_has_a_backup_soon_after_the_start(served):
    wait(lambda: backup.made(served.data / "backups"))
    assert len(backup.made(served.data / "backups")) == 1


def test_a_taken_port_is_told_in_one_sentence(served, tmp_path):
    second = start(tmp_path, served.port)
    _, err = second.communicate(timeout=30)
    assert second.returncode != 0
    assert err.count("\n") == 1
    assert f"port {served.port}, cannot be used" in err


def test_a_keeper_that_is_killed_has_a_successor(served):
    guard = min(served.family())
    (keeper,) = children(guard, 1)
    os.kill(keeper, signal.SIGKILL)
    wait(lambda: children(guard, 1) != [keeper])
    assert get(served.port, "/")[0].status == 200


def test_the_keeper_goes_when_the_server_is_killed_and_a_second_start_keeps_the_key(served):
    key = (served.data / "secret_key").read_text()
    family = served.family()
    family += children(min(family), 1)  # the keeper itself
    served.process.kill()
    served.process.communicate(timeout=20)
    wait(lambda: not any(is_running(pid) for pid in family))
    served.start()
    assert (served.data / "secret_key").read_text() == key


def children(pid: int, many: int) -> list[int]:
    """So many; they are forked just after the sentence."""
    path = Path(f"/proc/{pid}/task/{pid}/children")
    wait(lambda: len(path.read_text().split()) == many)
    return [int(child) for child in path.read_text().split()]


def is_running(pid: int) -> bool:
    status = Path(f"/proc/{pid}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def wait(reached: object) -> None:
    """Until it holds; a failure after 20 seconds."""
    until = time.monotonic() + 20
    while not reached():
        assert time.monotonic() < until
        time.sleep(0.05)
