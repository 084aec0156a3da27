"""Public samples of other programs: each comes in as docs/imports.md says, once, and goes without a trace."""

import io
import zipfile
from itertools import chain
from pathlib import Path

import pytest
import yaml

from tests.tracker.test_round_trip import exported
from tracker import intake
from tracker.importers import Answers, Upload, recognise
from tracker.kinds import KINDS
from tracker.models import Import, SleepLog, User

FOLDER = Path(__file__).parents[3] / "shared" / "samples"
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the samples are not here")
# each file -> the entries of sleep, exercise and practice, their minutes together, and how many were left out
KNOWN = {
    "apple-health/export6s3sample.xml": ((0, 1, 0), 32, 0),
    "apple-health/export-with-routes.zip": ((0, 8, 0), 570, 0),
    "apple-health/staged-sleep.xml": ((1, 1, 0), 450 + 42, 0),
    "garmin/test_sleep_data_get.yaml": ((1, 0, 0), 429, 0),
    "loop-habits/csv": ((0, 7, 0), 180, 0),
    "loop-habits/loop.db": ((0, 24, 0), 720, 0),
    "open-mhealth/physical-activity.json": ((0, 1, 0), 60, 0),
    "open-mhealth/sleep-episode.json": ((1, 0, 0), 510, 0),
    "plees-tracker/plees-tracker.csv": ((0, 0, 0), 0, 3),
    "sleep-as-android/sleep-export.1.zip": ((1, 0, 0), 660, 1),
    "sleep-as-android/sleep-export.2.zip": ((1, 0, 0), 660, 3),
    "sleep-as-android/sleep-export.1606551886.zip": ((2, 0, 0), 660 + 391, 6),
    "sleep-as-android/sleep-export.1606736472.zip": ((3, 0, 0), 660 + 391 + 36, 6),
    "sleep-as-android/sleep-export.1606738409.zip": ((3, 0, 0), 660 + 391 + 36, 7),
    "sleepmeter/sleep_history.csv": ((1, 0, 0), 480, 1),
}
MAPPED = {"loop-habits/csv": {"Wake up early": "exercise/walk"}}  # of no habit there is a kind proposed


def content(name: str) -> bytes:
    """A sample as a person would hand it over: a folder as a zip, of a recording the answer."""
    path = FOLDER / name
    if path.is_dir():
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for each in sorted(path.rglob("*.csv")):
                archive.write(each, each.relative_to(path))
        return file.getvalue()
    if path.suffix == ".yaml":
        recording = yaml.safe_load(path.read_text())
        return recording["interactions"][-1]["response"]["body"]["string"].encode()
    return path.read_bytes()


def take(user: User, name: str) -> Import:
    raw, mapped = content(name), MAPPED.get(name, {})
    upload = Upload(io.BytesIO(raw))
    asked = recognise(upload).questions(upload)
    given = {one.name: mapped.get(one.text % one.params, one.proposed) for one in asked}
    return intake.read_file(user, io.BytesIO(raw), Answers(given.get("zone") or user.zone, given))


def minutes(log) -> float:
    if not isinstance(log, SleepLog):
        return log.minutes
    return (log.awake - log.asleep).total_seconds() / 60 - (log.waso or 0)


@pytest.mark.parametrize("name", KNOWN)
def test_a_sample_comes_in_right_only_once_and_goes_out_again(name, ana):
    before = exported(ana)
    batch = take(ana, name)
    logs = {slug: list(KINDS[slug].of(ana)) for slug in ("sleep", "exercise", "practice")}
    counts, together, left_out = KNOWN[name]
    assert tuple(map(len, logs.values())) == counts
    assert round(sum(map(minutes, chain(*logs.values())))) == together
    assert len(batch.report["problems"]) == left_out
    once = exported(ana)
    again = take(ana, name)
    assert exported(ana) == once
    for each in (again, batch):
        intake.take_back(each)
    assert exported(ana) == before
