"""Plees Tracker: one CSV file, a line for each sleep.

Moments are milliseconds since 1970 in UTC; the file names no zone. Its `sid` counts anew on a new phone, so
the start is what names a sleep.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from recovery.words import N_
from tracker.importers import nights, wrong
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload

NAME = "Plees Tracker"
HINT = N_("the CSV file from “Export to file”")
SOURCE = "plees"
WHOLE = False
FILE = ""  # the upload itself
UNRATED = 0

Record = dict[str, str]


def recognises(upload: Upload) -> bool:
    return not upload.is_zip and upload.head(FILE).startswith(b"sid,start,stop")


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone."""
    return (Question("zone", N_("Where did you live? The file does not say.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep; a Problem for each that cannot be read, or that rule 8 leaves out."""
    rows = []
    for line, record in _records(upload):
        try:
            rows.append(_row(line, record, answers.zone))
        except wrong.ERRORS as error:
            yield wrong.problem(line, error)
    yield from nights.side_by_side(rows)


def _records(upload: Upload) -> Iterator[tuple[int, Record]]:
    lines = upload.rows(FILE)
    _, header = next(lines, (1, []))
    for line, cells in lines:
        if any(cells):
            yield line, dict(zip(header, cells, strict=False))


def _row(line: int, record: Record, zone: str) -> Row:
    start = wrong.value(record, "start", int)
    fields = {
        "asleep": wrong.value(record, "start", _moment),
        "awake": wrong.value(record, "stop", _moment),
        "zone": zone,
        "zone_bed": zone,
        "quality": wrong.value({"rating": "", **record}, "rating", _rating),
        "awakenings": wrong.value({"wakes": "", **record}, "wakes", _count),
        "note": record.get("comment", "").strip(),
    }
    return Row("sleep", str(start), fields, line)


def _moment(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) // 1000, UTC)


def _count(cell: str) -> int | None:
    return int(cell or 0) or None  # 0 is what the app starts from, not a count


def _rating(cell: str) -> int | None:
    return None if not cell or int(cell) == UNRATED else int(cell)
