"""Run a command on a PostgreSQL server of its own: `python -m tests.postgres pytest ...`.

The server lives in a temporary folder, listens on a socket there and nowhere else, and is gone afterwards.
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"  # the server is thrown away


def programs() -> Path | None:
    """The folder of the newest PostgreSQL's own programs, None where they are not installed."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = debian[-1] if debian else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """The address of a running server, as DATABASE_URL wants it."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    own(folder)
    control = [str(bin_folder / "pg_ctl"), "-D", str(folder / "data"), "-l", str(folder / "log"), "-w", "-s"]
    try:
        call(
            [
                str(bin_folder / "initdb"),
                "-D",
                str(folder / "data"),
                "-U",
                "recovery",
                "-A",
                "trust",
                "-E",
                "UTF8",
            ]
        )
        call([*control, "-o", f"-k {folder} -c listen_addresses='' {FAST}", "start"])
        try:
            yield f"postgres://recovery@{str(folder).replace('/', '%2F')}/postgres"
        finally:
            call([*control, "-m", "fast", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def call(command: list[str]) -> None:
    """PostgreSQL refuses to run as root; its programs are then run as the user that Debian made for them."""
    user = account()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", user=user, group=user)


def account() -> str | None:
    if os.geteuid() != 0:
        return None
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"


def own(folder: Path) -> None:
    if user := account():
        shutil.chown(folder, user)


def main(command: list[str]) -> int:
    found = programs()
    if found is None:
        sys.stdout.write("PostgreSQL is not installed here: its tests are left out.\n")
        return 0
    with server(found) as url:
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
