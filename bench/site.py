"""A site to measure: its own folder, the production server, and persons with one and ten years of logs."""

import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tracker import sqlite  # noqa: F401 (takes the place of sqlite3)

# isort: split
import sqlite3

with socket.create_server(("127.0.0.1", 0)) as probe:
    PORT = probe.getsockname()[1]  # a free one
SEED = "import django; django.setup(); from bench import seed; seed.main()"


@dataclass(frozen=True)
class Site:
    pid: int
    data: Path
    persons: dict[int, tuple[str, str]]  # years of logs -> the cookie and the token of a person who has them

    def practices(self) -> int:
        """How many practices are stored just now."""
        with closing(sqlite3.connect(self.data / "recovery.sqlite3")) as database:
            return database.execute("SELECT COUNT(*) FROM tracker_practicelog").fetchone()[0]

    @property
    def pids(self) -> list[int]:
        """The server and all that it forked."""
        children = Path(f"/proc/{self.pid}/task/{self.pid}/children").read_text().split()
        return [self.pid, *map(int, children)]

    def cpu(self) -> float:
        """Milliseconds that the processes have run so far, by the scheduler's own clock."""
        threads = [thread for pid in self.pids for thread in Path(f"/proc/{pid}/task").iterdir()]
        return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e6

    def memory(self) -> float:
        """The memory of all processes, shared pages counted once (PSS), MB."""
        return sum(pss(pid) for pid in self.pids) / 1024


def pss(pid: int) -> int:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@contextmanager
def running() -> Iterator[Site]:
    with tempfile.TemporaryDirectory(prefix="recovery-bench-") as folder:
        environment = surroundings(folder)
        manage = [sys.executable, "manage.py"]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], env=environment, check=True)
        seeded = subprocess.run(
            [sys.executable, "-c", SEED], env=environment, check=True, stdout=subprocess.PIPE, text=True
        )
        lines = [line.split() for line in seeded.stdout.splitlines()]
        persons = {int(years): (session, token) for years, session, token in lines}
        server = subprocess.Popen([*manage, "serve"], env=environment, stdout=subprocess.PIPE, text=True)
        try:
            assert server.stdout is not None
            assert server.stdout.readline(), "the server did not start"
            yield Site(server.pid, Path(folder), persons)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(20)


def surroundings(folder: str) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "DATA": folder,
        "PORT": str(PORT),
        "SECRET_KEY": secrets.token_urlsafe(64),
        "DJANGO_SETTINGS_MODULE": "bench.settings",
    }
