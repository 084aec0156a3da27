"""Open mHealth: documents of sleep and of physical activity, one or many, in JSON or in a zip of JSON files.

Read are `sleep-episode` and `physical-activity`, of Open mHealth as of IEEE 1752.1, with the header of a data
point or bare. A sleep's interval goes from falling asleep to the final awakening; it is not the time in bed.
Times are ISO 8601 with an offset; the zone is home where its clocks stood so (`zones`). An activity without a
time has no time frame, as its schema allows; our own export then names its `day`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256
from math import isfinite
from typing import Any, BinaryIO, NamedTuple

import ijson

from recovery.words import N_
from tracker.importers import activities, nights, wrong, zones
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable, named, placed
from tracker.importers.upload import BOM, LOOKED_INTO, SMALL, Upload

NAME = "Open mHealth"
HINT = N_("JSON documents of sleep and physical activity, or a zip of them")
SOURCE = "open-mhealth"
WHOLE = False
FILE = ""  # the upload itself, where it is no zip
MARKS = (b'"effective_time_frame"', b'"physical-activity"')
IN_BODY = re.compile(rb'\s*\{[^\[{]*"body"\s*:\s*\[')  # an answer of a server, the documents in its body
MINUTES = {"ms": 1 / 60_000, "s": 1 / 60, "sec": 1 / 60, "min": 1.0, "h": 60.0, "d": 1440.0}
SLEEP, ACTIVITY = "sleep-episode", "physical-activity"
OF_SLEEP = frozenset(
    {"total_sleep_time", "latency_to_sleep_onset", "wake_after_sleep_onset", "is_main_sleep"}
)
AWAKENINGS = "number_of_awakenings"
STAGES = {"light": "light_sleep_duration", "deep": "deep_sleep_duration", "rem": "rem_sleep_duration"}
INTENSITIES = ("light", "moderate", "vigorous")
MODERATE_METS, VIGOROUS_METS = 3, 6  # 2024 Adult Compendium of Physical Activities (Herrmann et al. 2024)
MINUTE = timedelta(minutes=1)
UNTIMED = N_("it does not say when it was")
LONGEST_KEY = 64  # characters

Document = Mapping[str, Any]


class Refused(Exception):  # noqa: N818 (what the document is, not a fault)
    """Why a document is left out, in words."""


class Interval(NamedTuple):
    """From when to when, in UTC, and the zone at either end."""

    start: datetime
    end: datetime
    zone_start: str
    zone_end: str

    @property
    def minutes(self) -> float:
        return (self.end - self.start) / MINUTE


def recognises(upload: Upload) -> bool:
    return any(_is_marked(upload.head(name)) for name in _names(upload)[:LOOKED_INTO])


def _is_marked(head: bytes) -> bool:
    return any(mark in head for mark in MARKS)


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each document of sleep or activity; documents of other measures are passed over.

    A Problem, with the number of the document in place of a line, for what cannot be read. Raises Unreadable
    for what is no JSON.
    """
    sleeps = []
    for name in _names(upload):
        for found in placed(_entries(_of_file(upload, name), answers.zone), name):
            if isinstance(found, Row) and found.kind == "sleep":
                sleeps.append(found)
            else:
                yield found
    yield from nights.side_by_side(sleeps)


def _names(upload: Upload) -> list[str]:
    return upload.names() if upload.is_zip else [FILE]


def _entries(documents: Iterable[Document], home: str) -> Iterator[Row | Problem]:
    for number, document in enumerate(documents, 1):
        try:
            row = _row(number, document, home)
        except Refused as refused:
            yield Problem(number, str(refused))
        except wrong.ERRORS as error:
            yield wrong.problem(number, error)
        else:
            yield from [row] if row else []


def _of_file(upload: Upload, name: str) -> Iterator[Document]:
    head = upload.head(name)
    if _is_marked(head):
        with upload.opened(name) as file:
            yield from _documents(_Bounded(file, named(name)), 2 if IN_BODY.match(head) else 0)


class _Bounded:
    """A file of which no document is longer than a megabyte: they are built in memory, one at a time.

    `place` is its name in a zip.
    """

    def __init__(self, file: BinaryIO, place: str) -> None:
        self.file, self.place, self.since, self.begun = file, place, 0, False

    def read(self, size: int = -1) -> bytes:
        chunk = self.file.read(size)
        if size and not self.begun:
            chunk, self.begun = chunk.removeprefix(BOM), True
        self.since += len(chunk)
        if self.since > SMALL:
            raise Unreadable(N_("A document of the file is far too long."), file=self.place)
        return chunk


def _documents(file: _Bounded, depth: int) -> Iterator[Document]:
    """The documents one after another, in a list or not; `depth` is how many brackets are around each."""
    builder, inside = ijson.ObjectBuilder(), 0
    try:
        for event, value in ijson.basic_parse(file, use_float=True, multiple_values=True):
            starts, ends = event in ("start_map", "start_array"), event in ("end_map", "end_array")
            if event == "start_array" and inside == depth == 0:
                depth = 1  # a list of documents
            inside += starts
            if inside > depth:
                builder.event(event, value)
            inside -= ends
            if event == "end_map" and inside == depth:
                yield builder.value
                builder, file.since = ijson.ObjectBuilder(), 0
    except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(N_("The file is no JSON, or is cut off."), file=file.place) from error


def _row(number: int, document: Document, home: str) -> Row | None:
    header = document.get("header", {})
    body = document.get("body", document)
    measure = header["schema_id"]["name"] if header else _measure(body)
    name = header.get("id") or header.get("uuid") or ""
    if measure == SLEEP:
        interval = _interval(_frame(body), home)
        return Row("sleep", _key(name, SLEEP, interval.start), _sleep(body, interval), number)
    if measure == ACTIVITY:
        return _activity(number, name, body, home)
    return None


def _frame(body: Document) -> Document:
    """The interval of time; of an activity without a time its date, as our own export has it."""
    if "effective_time_frame" in body:
        frame: Document = body["effective_time_frame"].get("time_interval", {})
        return frame
    if "day" not in body:
        raise Refused(UNTIMED)
    return {"date": body["day"]}


def _measure(body: Document) -> str:
    """What a document without a header measures; "" where it does not look like one of ours."""
    if "activity_name" in body:
        return ACTIVITY
    return SLEEP if OF_SLEEP & set(body) else ""


def _key(name: object, *told: object) -> str:
    """The document's own name, where it has a short one; else what it tells of."""
    if isinstance(name, str) and 0 < len(name) <= LONGEST_KEY:
        return name
    return sha256(repr(told).encode()).hexdigest()[:32]


def _sleep(body: Document, interval: Interval) -> dict[str, Any]:
    latency = _minutes(body, "latency_to_sleep_onset")
    return {
        "asleep": interval.start,
        "awake": interval.end,
        "tried": None if latency is None else interval.start - latency * MINUTE,
        "zone_bed": interval.zone_start,
        "zone": interval.zone_end,
        "nap": body.get("is_main_sleep") is False,
        "waso": _minutes_awake(body, interval),
        "awakenings": wrong.value(body, AWAKENINGS, int) if AWAKENINGS in body else None,
        **{stage: _minutes(body, column) for stage, column in STAGES.items()},
    }


def _minutes_awake(body: Document, interval: Interval) -> int | None:
    """As it is told, else what the time asleep leaves of the interval; that it leaves none tells nothing."""
    awake, asleep = _minutes(body, "wake_after_sleep_onset"), _minutes(body, "total_sleep_time")
    if awake is None and asleep is not None:
        awake = round(interval.minutes - asleep) or None
    return None if awake is None else round(awake)


def _activity(number: int, name: object, body: Document, home: str) -> Row:
    if "descriptive_statistic" in body:
        raise Refused(N_("it sums up a day or a week, and is no activity of its own"))
    activity = wrong.value(body, "activity_name", str.strip)
    if activities.is_none(activity):
        raise Refused(activities.IS_NONE)
    frame, told = _frame(body), activities.fields(activity, _intensity(body))
    length = _minutes(body, "duration")
    if "date" in frame:
        day = wrong.value(frame, "date", date.fromisoformat)
        minutes = round(length or _needed(frame, "duration"))
        fields: dict[str, Any] = {**told, "zone": home, "minutes": minutes}
        return Row("exercise", _key(name, ACTIVITY, day, told), fields, number, day)
    interval = _interval(frame, home)
    minutes = round(interval.minutes if length is None else min(length, interval.minutes))
    fields = {**told, "zone": interval.zone_start, "start": interval.start, "minutes": minutes}
    return Row("exercise", _key(name, ACTIVITY, interval.start, told), fields, number)


def _intensity(body: Document) -> str:
    """As the person reported it, else by the energy; "" where neither is told."""
    told, mets = body.get("reported_activity_intensity"), body.get("met_value")
    if told in INTENSITIES:
        return str(told)
    if mets is None:
        return ""
    return "light" if mets < MODERATE_METS else "moderate" if mets < VIGOROUS_METS else "vigorous"


def _interval(frame: Document, home: str) -> Interval:
    """Two of start, end and duration; raises Wrong where one of them is all there is."""
    read = partial(_moment, home=home)
    ends = {
        name: wrong.value(frame, name, read) for name in ("start_date_time", "end_date_time") if name in frame
    }
    if len(ends) == 2:
        (start, zone_start), (end, zone_end) = ends["start_date_time"], ends["end_date_time"]
        return Interval(start, end, zone_start, zone_end)
    length = _needed(frame, "duration") * MINUTE
    if "start_date_time" in ends:
        start, zone = ends["start_date_time"]
        return Interval(start, start + length, zone, zone)
    end, zone = ends["end_date_time"]
    return Interval(end - length, end, zone, zone)


def _moment(text: str, home: str) -> tuple[datetime, str]:
    """In UTC, and the zone; a time without an offset is that of home."""
    told = datetime.fromisoformat(text)
    return zones.moment(text, home) if told.tzinfo else (zones.from_wall(told, home), home)


def _minutes(body: Document, column: str) -> float | None:
    return _needed(body, column) if column in body else None


def _needed(body: Document, column: str) -> float:
    """In minutes; raises Wrong for what is missing, of another unit or below zero."""
    return wrong.value(body, column, _length)


def _length(told: Document) -> float:
    value = float(told["value"]) * MINUTES[told["unit"]]
    if not isfinite(value) or value < 0:
        raise ValueError(told)
    return value
