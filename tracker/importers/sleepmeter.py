"""Sleepmeter: the CSV history, after lists of the person's own aids, hindrances and tags, if there are any.

Times stand in it with the offset of the clock that showed them. Texts stand in quotes and may hold quotes,
commas and line ends of their own, unmarked: a record is told by its three times, and goes on to the next.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NamedTuple

from recovery import days
from recovery.words import N_
from tracker.importers import nights, wrong, zones
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload

NAME = "Sleepmeter"
HINT = N_("the CSV file in its folder “history”, from “Export to CSV”")
SOURCE = "sleepmeter"
WHOLE = False
FILE = ""  # the upload itself
COLUMNS = ("wake", "sleep", "bedtime", "holes", "type")  # the first ones
HEADER = ",".join(COLUMNS)
TIME = r'"(\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4})"'
RECORD = re.compile(rf"{TIME},{TIME},{TIME},([\d|-]*),(\w+),([^,\"]*),([^,\"]*),([^,\"]*),([^,\"]*),(\d*),\"")
BEGINS = re.compile(r'"\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4}","')  # a record, even a broken one
OWN = re.compile(r'(CUSTOM_\d+),(?:\w+,)?"(.*)')
LISTS = {"custom_aid_id": "aid", "custom_hindrance_id": "hindrance", "custom_tag_id": "tag"}
NONE, NIGHT = "NONE", "NIGHT_SLEEP"

Names = dict[tuple[str, str], str]


class Time(NamedTuple):
    """A moment in UTC, and the zone of the clock that showed it."""

    moment: datetime
    zone: str


def recognises(upload: Upload) -> bool:
    """By the header of the history or of the first list before it."""
    head = upload.head(FILE) if not upload.is_zip else b""
    return head.startswith((HEADER.encode(), *(f"{start},".encode() for start in LISTS)))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: offsets are in the file, names of zones are not."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep, and for each night without any; a Problem for what cannot be read."""
    names: Names = {}
    sleeps = []
    for line, text in _records(upload, names):
        try:
            row = _row(line, text, names, answers.zone)
        except wrong.ERRORS as error:
            yield wrong.problem(line, error)
            continue
        if row.fields["asleep"] is None:
            yield row
        else:
            sleeps.append(row)
    yield from nights.side_by_side(sleeps)


def _records(upload: Upload, names: Names) -> Iterator[tuple[int, str]]:
    """Each record with the line it begins on; what stands before the first fills the names."""
    kept: list[str] = []
    start, of = 0, ""
    for number, line in enumerate(upload.lines(FILE), 1):
        if BEGINS.match(line):
            if kept:
                yield start, "".join(kept)
            start, kept = number, [line]
        elif kept:
            kept.append(line)
        else:
            of = LISTS.get(line.partition(",")[0], of)
            _note_name(line, of, names)
    if kept:
        yield start, "".join(kept)


def _note_name(line: str, of: str, names: Names) -> None:
    found = OWN.match(line)
    if found:
        names[of, found[1]] = found[2].rstrip().removesuffix('"')


def _row(line: int, text: str, names: Names, home: str) -> Row:
    found = RECORD.match(text)
    if found is None:
        raise ValueError(line)
    told = dict(zip(COLUMNS, found.groups(), strict=False))
    wake, sleep, bedtime = (wrong.value(told, name, partial(_time, home=home)) for name in COLUMNS[:3])
    rest = text[found.end() :].rstrip().removesuffix('"').strip()
    fields = {
        "asleep": sleep.moment,
        "awake": wake.moment,
        "bed": bedtime.moment,
        "zone": wake.zone,
        "zone_bed": bedtime.zone,
        "nap": found[5] != NIGHT,
        "quality": _quality(found[10]),
        "note": "\n".join(filter(None, [rest, _words(found, names)])),
        **wrong.value(told, "holes", _holes),
    }
    row = Row("sleep", f"{sleep.moment:%Y%m%dT%H%MZ}", fields, line)
    return _without_sleep(row) if wake.moment == sleep.moment else row


def _without_sleep(row: Row) -> Row:
    """A night in which the person did not sleep: the app writes the same time twice.

    Raises ValueError for a nap: one that was not slept is none.
    """
    if row.fields["nap"]:
        raise ValueError(row.key)
    day = days.local_date(row.fields["awake"], row.fields["zone"])
    none = dict.fromkeys(("asleep", "awake", "bed", "waso", "awakenings"))
    return replace(row, key=f"{row.key}-awake", fields={**row.fields, **none}, day=day)


def _time(text: str, home: str) -> Time:
    local = datetime.strptime(text, "%Y-%m-%d %H:%M%z")
    moment = local.astimezone(UTC)
    return Time(moment, zones.of_offset(moment, local.utcoffset() or timedelta(0), home))


def _quality(cell: str) -> int | None:
    """Half stars from 0 to 10, as 1 to 5."""
    return max(1, (int(cell) + 1) // 2) if cell else None


def _holes(cell: str) -> dict[str, int]:
    """`60-120|180-240`: from when to when one was awake, in minutes after falling asleep."""
    holes = [
        (int(start), int(end)) for start, _, end in (hole.partition("-") for hole in cell.split("|") if hole)
    ]
    if any(end < start for start, end in holes):
        raise ValueError(cell)
    return {"waso": sum(end - start for start, end in holes), "awakenings": len(holes)}


def _words(found: re.Match[str], names: Names) -> str:
    """Aids, hindrances and tags in words."""
    lists = {"aid": found[7], "hindrance": found[8], "tag": found[9]}
    told = [(of, slug) for of, slugs in lists.items() for slug in slugs.split("|") if slug not in ("", NONE)]
    words = (names.get((of, slug), slug.replace("_", " ").lower()) for of, slug in told)
    return ", ".join(dict.fromkeys(filter(None, words)))
