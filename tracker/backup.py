"""Copies of the database: made while the site runs, looked through before they count, kept for some days."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.utils import timezone

from tracker import sqlite

NAME = "%Y-%m-%dT%H%M%SZ"
DAY = len("2026-11-21")
DAYS = 7


class Unsound(Exception):  # noqa: N818 (what is wrong with the copy)
    """The copy is not what it should be; nothing was kept of it."""


def folder() -> Path:
    return settings.DATA / "backups"


def make(into: Path, keep: int = DAYS) -> Path:
    """Copy the database into a folder and drop the copies of all but the newest `keep` days.

    The copy appears under its name only once it is whole. Raises Unsound where it did not turn out well,
    ImproperlyConfigured where a program is missing.
    """
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    copy, ending = COPIES[connection.vendor]
    name = f"{timezone.now().strftime(NAME)}{ending}"
    part = into / f".{name}"
    try:
        os.close(os.open(part, os.O_CREAT | os.O_WRONLY, 0o600))
        copy(part)
        part.replace(into / name)
    finally:
        part.unlink(missing_ok=True)
    drop(into, keep)
    return into / name


def made(into: Path) -> list[Path]:
    """The copies in a folder, the oldest first."""
    endings = {ending for _, ending in COPIES.values()}
    return sorted(path for path in into.glob("[0-9]*") if path.suffix in endings)


def is_due(into: Path, now: datetime) -> bool:
    """Whether the day, in UTC, has no copy yet."""
    today = now.strftime(NAME)[:DAY]
    return not any(path.name.startswith(today) for path in made(into))


def drop(into: Path, keep: int) -> None:
    days = sorted({path.name[:DAY] for path in made(into)})
    for path in made(into):
        if path.name[:DAY] not in days[-keep:]:
            path.unlink()


def copy_sqlite(part: Path) -> None:
    """By SQLite's own backup, inside one read transaction: writers go on, the copy holds one moment."""
    with closing(opened(settings.DATABASES["default"]["NAME"])) as source, closing(opened(part)) as copy:
        source.execute("BEGIN")
        expected = counts(source)
        try:
            source.backup(copy)
        except sqlite3.DatabaseError as problem:
            raise Unsound(f"The copy could not be written: {problem}.") from problem
        if [row[0] for row in copy.execute("PRAGMA integrity_check")] != ["ok"] or counts(copy) != expected:
            raise Unsound(f"The copy {part.name} does not hold what the database holds.")


def opened(path: Path) -> sqlite3.Connection:
    """A connection of its own, with the key where the database is encrypted: then the copy is too."""
    return sqlite3.connect(
        path, isolation_level=None, timeout=20, factory=sqlite.unlocking(settings.DATABASE_KEY)
    )


def counts(database: sqlite3.Connection) -> dict[str, int]:
    """The number of rows of each table."""
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    return {name: database.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for (name,) in tables}


def copy_postgres(part: Path) -> None:
    """By pg_dump, which reads one moment; pg_restore then reads its list of contents."""
    settled = connection.settings_dict
    environment = {
        **os.environ,
        "PGHOST": settled["HOST"],
        "PGPORT": str(settled["PORT"] or 5432),
        "PGUSER": settled["USER"],
        "PGPASSWORD": settled["PASSWORD"],
        "PGDATABASE": settled["NAME"],
    }
    call(["pg_dump", "--format=custom", "--no-owner", f"--file={part}"], environment)
    call(["pg_restore", "--list", str(part)], environment)


def call(command: list[str], environment: dict[str, str]) -> None:
    if shutil.which(command[0]) is None:
        raise ImproperlyConfigured(
            f"{command[0]} is not installed: it comes with PostgreSQL's client programs."
        )
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
    if done.returncode:
        raise Unsound(done.stderr.strip())


COPIES: dict[str, tuple[Callable[[Path], Any], str]] = {
    "sqlite": (copy_sqlite, ".sqlite3"),
    "postgresql": (copy_postgres, ".dump"),
}
