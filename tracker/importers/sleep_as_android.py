"""Sleep as Android: a zip with sleep-export.csv, or that file alone. A header stands before every record."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from math import isfinite
from zoneinfo import ZoneInfo

from recovery.words import N_
from tracker.importers import nights, wrong
from tracker.importers.nights import AWAKE, DEEP, LIGHT, REM, Segment
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload

NAME = "Sleep as Android"
HINT = N_("the zip that the app exports, or the file sleep-export.csv in it")
SOURCE = "sleep-as-android"
WHOLE = False
FILE = "sleep-export.csv"
STEADY = 15  # columns; those after them differ from record to record
EVENT = re.compile(r"([A-Z]+)_(START|END)-(\d+)")
TAG = re.compile(r"#(\w+)")
ROUNDED = timedelta(seconds=90)  # To is cut to the minute, Hours rounded to 36 s
BY_HAND = "-1.0"
LEVELS = {"AWAKE": AWAKE, "LIGHT": LIGHT, "DEEP": DEEP, "REM": REM}

Record = dict[str, str]


def recognises(upload: Upload) -> bool:
    return upload.head(FILE).startswith(b"Id,Tz,From,To,Sched,Hours")


def questions(upload: Upload) -> tuple[Question, ...]:
    """None: every time of the file names its zone."""
    return ()


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep; a Problem for each that cannot be read, or that rule 8 leaves out."""
    rows = []
    for line, record, events in _records(upload):
        try:
            rows.append(_row(line, record, events))
        except wrong.ERRORS as error:
            yield wrong.problem(line, error)
    yield from nights.side_by_side(rows)


def _records(upload: Upload) -> Iterator[tuple[int, Record, list[str]]]:
    header: list[str] = []
    for line, cells in upload.rows(FILE):
        if cells and cells[0] == "Id":
            header = cells[:STEADY]
        elif cells and cells[0]:  # a row of noise levels begins with an empty cell
            yield line, dict(zip(header, cells, strict=False)), cells[STEADY:]


def _row(line: int, record: Record, rest: list[str]) -> Row:
    zone = record["Tz"]
    asleep = wrong.value(record, "Id", _moment)
    awake = _awake(asleep, record, wrong.value(record, "Tz", ZoneInfo))
    sleeping = (awake - asleep) / timedelta(minutes=1) - (_minutes_awake(record) or 0)
    fields = {
        "asleep": asleep,
        "awake": awake,
        "zone": zone,
        "zone_bed": zone,
        "waso": _minutes_awake(record),
        "quality": _quality(record),
        "note": _note(record["Comment"]),
        **_stages(record, _segments(rest, asleep, awake), sleeping),
    }
    return Row("sleep", record["Id"], fields, line)


def _awake(asleep: datetime, record: Record, zone: ZoneInfo) -> datetime:
    """The moment within the minute that To shows which lies nearest to the start and Hours.

    To is the more exact of the two, but shows a minute twice when the clocks go back; Hours does not.
    """
    awake = asleep + timedelta(hours=_number(record, "Hours"))
    shown = wrong.value(record, "To", _wall).replace(tzinfo=zone)
    for instant in (shown.replace(fold=fold).astimezone(UTC) for fold in (0, 1)):
        if abs(instant - awake) < ROUNDED:
            return min(max(awake, instant), instant + timedelta(seconds=59)).replace(microsecond=0)
    return awake.replace(microsecond=0)


def _quality(record: Record) -> int | None:
    """The stars, of which the app has quarters, from 1 up; 0 is no rating."""
    stars = _number(record, "Rating")
    return max(1, round(stars)) if stars > 0 else None


def _minutes_awake(record: Record) -> int | None:
    """LenAdjust is what the app takes off the length; where it takes off nothing, it may not know."""
    adjusted = _number(record, "LenAdjust")
    return round(-adjusted) if adjusted < 0 and record["LenAdjust"] != BY_HAND else None


def _stages(record: Record, segments: Sequence[Segment], sleeping: float) -> dict[str, float | None]:
    """Minutes of each stage: by its events, else deep sleep by its share; None where the app did not tell."""
    told = {segment.stage for segment in segments}
    by_events = {stage: nights.minutes_in(stage, segments) for stage in nights.STAGES if stage in told}
    share = _number(record, "DeepSleep")
    deep = round(share * sleeping, 1) if 0 <= share <= 1 else None
    return {"light": None, "deep": deep, "rem": None, **by_events}


def _segments(events: Iterable[str], asleep: datetime, awake: datetime) -> list[Segment]:
    """The stages that events tell of, no longer than the sleep; AWAKE lies over those that go on beneath."""
    segments: list[Segment] = []
    began: dict[str, datetime] = {}
    first, last = (int(moment.timestamp() * 1000) for moment in (asleep, awake))
    told = sorted((int(e[3]), e[2] == "START", e[1]) for e in map(EVENT.match, events) if e)
    for milliseconds, starts, level in [*told, *((last, False, level) for level in LEVELS)]:
        at = asleep + timedelta(milliseconds=min(max(milliseconds, first), last) - first)
        if starts:
            began.setdefault(level, at)
        elif level in began and level in LEVELS:
            segments.append(Segment(began.pop(level), at, LEVELS[level], SOURCE, ""))
    return segments


def _note(comment: str) -> str:
    """The words of a comment, and on a line of their own its tags as words: "alcohol 3x, stress"."""
    tags = ", ".join(tag.replace("_", " ") for tag in TAG.findall(comment))
    words = TAG.sub("", comment).replace("\\n", "\n")
    lines = [line.strip() for line in [*words.splitlines(), tags]]
    return "\n".join(line for line in lines if line)


def _number(record: Record, column: str) -> float:
    number = wrong.value(record, column, float)
    if not isfinite(number):
        raise wrong.Wrong(column)
    return number


def _moment(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) // 1000, UTC)


def _wall(text: str) -> datetime:
    return datetime.strptime(text, "%d. %m. %Y %H:%M")  # noqa: DTZ007 (its zone stands in another column)
