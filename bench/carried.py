"""What leaves and comes in as files: what a thousand rows cost, in a process of its own."""

import csv
import io
import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta
from typing import Any, BinaryIO
from zipfile import ZipFile

from bench.seed import ZONE
from tracker import export, intake, open_mhealth, record_json
from tracker.importers import Answers, Upload, any_csv
from tracker.kinds import KINDS
from tracker.models import User

# CPU for a thousand rows, ms. Issue: 50,000 rows/s out, 5,000 in
OUT, IN = 1000 / 50, 1000 / 5
BOUNDS = {
    "our zip, out": OUT,
    "JSON, out": None,
    "Open mHealth, out": None,
    "our zip, in": IN,
    "the same again": None,
    "any table of nights, in": IN,
    "the same, each row changed": IN,
}
NIGHTS = 5000


def main() -> None:
    """Print, of all that BOUNDS names, what it costs and may cost: for the person of ten years."""
    user = User.objects.get(email="y10@example.org")
    rows = {slug: kind.model.objects.filter(user=user).count() for slug, kind in KINDS.items()}
    whole, measured = sum(rows.values()), rows["sleep"] + rows["exercise"]  # Open mHealth has these two
    with tempfile.TemporaryFile() as zipped:
        export.write(user, zipped)
        written = lines(zipped)
        zipped.truncate(zipped.seek(0))
        found = {
            "our zip, out": cost(lambda: export.write(user, zipped), written),
            "JSON, out": cost(lambda: deque(record_json.stream(user), 0), whole),
            "Open mHealth, out": cost(lambda: deque(open_mhealth.stream(user), 0), measured),
        }
        other = newcomer("zip")
        for name in ("our zip, in", "the same again"):
            found[name] = cost(lambda: take(other, zipped, None), whole)
    found["any table of nights, in"] = table(newcomer("table"))
    found["the same, each row changed"] = table(User.objects.get(email="table@example.org"), awake=30)
    sys.stdout.write(json.dumps({name: (taken, BOUNDS[name]) for name, taken in found.items()}))


def cost(work: Callable[[], object], rows: int) -> float:
    """CPU milliseconds for a thousand rows."""
    start = time.process_time()
    work()
    return 1e6 * (time.process_time() - start) / rows


def lines(zipped: BinaryIO) -> int:
    """Of all tables: the record's, and those of the daily numbers and of how the plan was kept."""
    with ZipFile(zipped) as archive:
        return sum(archive.read(name).count(b"\n") for name in archive.namelist() if name.endswith(".csv"))


def newcomer(name: str) -> User:
    return User.objects.create_user(f"{name}@example.org", "a long password", zone=ZONE, welcomed=True)


def take(user: User, file: BinaryIO, answers: Answers | None) -> Any:  # noqa: ANN401 (a report)
    file.seek(0)
    return intake.read_file(user, file, answers).report


def table(user: User, awake: int = 10) -> float:
    """Nights as people write them down, one a row; each has to come in."""
    file = io.BytesIO(nights(awake).encode())
    asked = any_csv.questions(Upload(file))
    answers = Answers(ZONE, {question.name: question.proposed for question in asked})
    reports: list[Any] = []
    taken = cost(lambda: reports.append(take(user, file, answers)), NIGHTS)
    counts = reports[0]["counts"]["sleep"]
    assert counts["new"] + counts["changed"] == NIGHTS, counts
    return taken


def nights(awake: int) -> str:
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["Date", "Fell asleep", "Woke up", "Minutes awake", "Quality"])
    today = User(zone=ZONE).today()
    for back in range(1, NIGHTS + 1):
        rows.writerow([(today - timedelta(days=back)).isoformat(), "23:10", "06:50", awake, 1 + back % 5])
    return out.getvalue()
