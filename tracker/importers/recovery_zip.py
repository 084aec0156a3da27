"""Our own export, read back: a zip of comma-separated files and a manifest that counts their rows.

FILES is the format, for the export too: the columns of each file and the type of each. What is not named here
is ignored when a file comes back.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from recovery.words import N_
from tracker.importers import cells
from tracker.importers.rows import Answers, Question, Row, Unreadable
from tracker.importers.upload import Upload

NAME = "Recovery"
HINT = N_("the zip from “Download everything”, of this site or another")
SOURCE = "recovery"
WHOLE = True
FORMAT = "recovery-record"
VERSION = 2
MANIFEST = "manifest.json"

Columns = Mapping[str, str]
WRITTEN: Columns = {
    "key": "text", "source": "text", "version": "whole", "created": "moment", "updated": "moment",
}  # fmt: skip
LOG: Columns = {"day": "day", **WRITTEN, "zone": "text", "note": "text"}
FILES: Mapping[str, Columns] = {
    "settings": {
        "zone": "text", "day_start": "whole", "week_start": "whole", "clock": "text", "theme": "text",
        "language": "text", "age": "text", "pregnant": "flag", "pillars": "text", "gentle": "flag",
        "drink": "whole", "work_days": "whole", "checks_in": "flag",
    },
    "targets": {
        "strategy": "text", "starts": "day", "low": "number", "high": "number", "dose": "number",
        "clock": "number", "weekdays": "whole", "created": "moment",
    },
    "pauses": {"pillar": "text", "first": "day", "last": "day", "reason": "text", "created": "moment"},
    "sleep": {
        **LOG, "nap": "flag", "bed": "moment", "tried": "moment", "sol": "whole", "asleep": "moment",
        "awake": "moment", "up": "moment", "awakenings": "whole", "waso": "whole", "quality": "whole",
        "alarm": "flag", "free_day": "flag", "hygiene": "text", "light": "number", "deep": "number",
        "rem": "number", "zone_bed": "text",
    },
    "exercise": {
        **LOG, "start": "moment", "activity": "text", "minutes": "whole", "intensity": "text",
        "strength": "flag", "effort": "whole",
    },
    "diet": {**LOG, "start": "moment", "item": "text", "amount": "number", "colour": "text"},
    "practice": {
        **LOG, "start": "moment", "technique": "text", "minutes": "whole", "stress_before": "whole",
        "stress_after": "whole",
    },
    "checkin": {
        **LOG, "start": "moment", "mood": "whole", "energy": "whole", "focus": "whole", "stress": "whole",
        "sleepiness": "whole",
    },
}  # fmt: skip
NEW_IN_2: Mapping[str, Collection[str]] = {
    "settings": ("work_days", "checks_in"),
    "checkin": FILES["checkin"],
}
HEADINGS = {
    ("settings", "day_start"): "day_start_minutes",
    ("settings", "drink"): "drink_grams",
    ("targets", "clock"): "clock_minutes",
    ("sleep", "sol"): "minutes_to_fall_asleep",
    ("sleep", "waso"): "minutes_awake",
    ("sleep", "light"): "light_minutes",
    ("sleep", "deep"): "deep_minutes",
    ("sleep", "rem"): "rem_minutes",
}


def heading(kind: str, column: str) -> str:
    """What the file calls a column: with its unit, where that is not plain."""
    return HEADINGS.get((kind, column), column)


def layout(version: int) -> Mapping[str, Columns]:
    """The files of a format, and their columns: this one's, or without what the first did not have yet."""
    if version == VERSION:
        return FILES
    older = {
        kind: {column: cell for column, cell in columns.items() if column not in NEW_IN_2.get(kind, ())}
        for kind, columns in FILES.items()
    }
    return {kind: columns for kind, columns in older.items() if columns}


def recognises(upload: Upload) -> bool:
    return upload.is_zip and f'"{FORMAT}"'.encode() in upload.head(MANIFEST)


def questions(upload: Upload) -> tuple[Question, ...]:
    """None: the file says all there is to say."""
    return ()


def read(upload: Upload, answers: Answers) -> Iterator[Row]:
    """Every row of the record; raises Unreadable at the first line that is not as it was written."""
    version, counts = _manifest(upload)
    for kind, columns in layout(version).items():
        yield from _rows(upload, kind, columns, counts.get(f"{kind}.csv"))


def _manifest(upload: Upload) -> tuple[int, dict[str, object]]:
    """The version of the format, and how many rows each file should have."""
    try:
        manifest = json.loads(upload.read(MANIFEST))
        version, counts = manifest["version"], dict(manifest["rows"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(N_("The manifest of the export cannot be read.")) from error
    if version not in (1, VERSION):
        why = N_("The export is of format %(found)s; this site reads formats up to %(known)s.")
        raise Unreadable(why, found=str(version)[:20], known=VERSION)
    return version, counts


def _rows(upload: Upload, kind: str, columns: Columns, expected: object) -> Iterator[Row]:
    file = f"{kind}.csv"
    rows = upload.rows(file)
    _, header = next(rows, (1, []))
    for column in columns:
        if heading(kind, column) not in header:
            raise Unreadable(N_("the column “%(column)s” is missing."), 1, file, column=heading(kind, column))
    count = 0
    for line, row in rows:
        yield _row(kind, columns, line, header, row)
        count += 1
    if count != expected:
        why = N_("%(name)s should hold %(expected)s rows and holds %(found)s: part of it is missing.")
        raise Unreadable(why, name=file, expected=str(expected)[:20], found=count)


def _row(kind: str, columns: Columns, line: int, header: list[str], row: list[str]) -> Row:
    file = f"{kind}.csv"
    if len(row) != len(header):
        why = N_("it should have %(expected)s columns and has %(found)s.")
        raise Unreadable(why, line, file, expected=len(header), found=len(row))
    by_heading = dict(zip(header, row, strict=True))
    fields: dict[str, Any] = {c: _value(by_heading[heading(kind, c)], kind, c, line) for c in columns}
    if "key" not in fields:
        return Row(kind, "", fields, line, file=file)
    written = {column: fields.pop(column) for column in WRITTEN}
    day = fields.pop("day")
    return Row(kind, written.pop("key"), fields, line, day, written, file)


def _value(cell: str, kind: str, column: str, line: int) -> object:
    try:
        return cells.read(cell, FILES[kind][column])
    except (ValueError, OverflowError) as error:
        why = N_("“%(cell)s” cannot stand in the column “%(column)s”.")
        name = heading(kind, column)
        raise Unreadable(why, line, f"{kind}.csv", cell=cell[:40], column=name) from error
