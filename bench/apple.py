"""A large export of Apple Health: how fast it is read, by how much the process grows, how soon it is shown.

Run in a process of its own, so that its memory can be told.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import apple_file
from bench.site import Site, surroundings

MEGABYTES = 300
MEASURE = "import django; django.setup(); from bench import apple; apple.main({path!r})"
# CPU for each megabyte. Issue: 80 MB/s to rows, the process grows by at most 60 MB, shown within 10 s
CPU = "ms/MB"
BOUNDS = {
    "read and count bytes": (CPU, None, ""),
    "to rows": (CPU, 1000 / 80, "182 healthkit-to-sqlite · 179 apple-health-parser"),
    "the process grows": ("MB", 60.0, "103 healthkit-to-sqlite · 3,063 apple-health-parser"),
    "to the preview": ("s", 10.0, "106 - 182 healthkit-to-sqlite"),
}


def measured(site: Site) -> dict[str, float]:
    """The figures that BOUNDS names, on a file made for it."""
    with tempfile.TemporaryDirectory(dir=site.data) as folder:
        path = Path(folder) / "export.xml"
        apple_file.write(path, MEGABYTES)
        done = subprocess.run(
            [sys.executable, "-c", MEASURE.format(path=str(path))],
            env=surroundings(str(site.data)),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    return json.loads(done.stdout)


def main(path: str) -> None:
    """Print the figures; rows that are missing would make them worthless."""
    small = Path(path).with_name("small.xml")
    apple_file.write(small, 1, days=3)
    _preview(str(small))  # what a server has loaded before
    size = Path(path).stat().st_size / 1e6
    before = _memory()
    found = {"read and count bytes": 1e3 * _cpu(lambda: _count(path)) / size}
    counts: Counter[str] = Counter()
    found["to rows"] = 1e3 * _cpu(lambda: counts.update(_kinds(path))) / size
    start = time.monotonic()
    report = _preview(path)
    found["to the preview"] = time.monotonic() - start
    found["the process grows"] = _memory() - before
    days = apple_file.DAYS
    assert counts["sleep"] >= days, counts
    assert (counts["practice"], counts["diet"], counts["exercise"]) == (2 * days, days, days // 3), counts
    assert sum(report["counts"]["sleep"].values()) == counts["sleep"], report
    sys.stdout.write(json.dumps(found))


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _count(path: str) -> int:
    with Path(path).open("rb") as file:
        return sum(map(len, iter(lambda: file.read(1024 * 1024), b"")))


def _kinds(path: str) -> Iterator[str]:
    from tracker.importers import Answers, Row, Upload, apple_health

    with Path(path).open("rb") as file:
        for row in apple_health.read(Upload(file), Answers("Europe/London")):
            yield row.kind if isinstance(row, Row) else "problem"


def _preview(path: str) -> dict[str, dict[str, dict[str, int]]]:
    """What the background does with an upload until the person is shown what is in it."""
    from tracker.intake import files, work
    from tracker.models import Import, User

    user = User.objects.create_user(f"{Path(path).stem}@example.org", "a long password", zone="Europe/London")
    batch = Import.objects.create(user=user, size=Path(path).stat().st_size)
    os.link(path, files.uploaded(batch.pk))
    work.read(batch.pk)
    batch.refresh_from_db()
    assert batch.state == Import.State.READY, batch.report
    files.drop(batch.pk)
    return batch.report


def _memory() -> float:
    """The most megabytes that the process has held so far."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
