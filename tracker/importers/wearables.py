"""What a ring or a watch says of a whole night, or of a workout, in our own columns.

The minutes of sleep are those of the device; minutes awake are what they leave of the time between falling
asleep and waking up. Its efficiency is never taken over: ours follows from these.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from math import isfinite
from typing import Any

from recovery.words import N_
from tracker.importers import activities, nights, wrong
from tracker.importers.rows import Problem, Row, Unreadable, named

MOST = 100_000  # entries of one kind, of one file: they wait in memory for each other
ROUNDED = 2  # minutes by which stages may exceed the night they are parts of
LONGEST = timedelta(hours=24)
MINUTE = timedelta(minutes=1)
WRONG = (ValueError, OverflowError, TypeError, KeyError, IndexError, AttributeError)
PRACTICES = {  # whole names: a watch's “outdoor run” is no time outdoors
    "meditation": "meditation",
    "meditate": "meditation",
    "mindfulness": "mindfulness",
    "breathing": "breathing",
    "breathwork": "breathing",
    "relaxation": "relaxation",
    "non sleep deep rest": "relaxation",
}

Record = Mapping[str, Any]


class Refused(Exception):  # noqa: N818 (what the record is, not a fault)
    """Why a record is left out, in words."""


@dataclass(frozen=True, kw_only=True)
class Night:
    """A sleep as a device tells it. Moments in UTC, all else in minutes; None is what it does not say."""

    key: str
    line: int
    asleep: datetime
    awake: datetime
    zone_bed: str
    zone: str
    slept: float | None = None
    bed: datetime | None = None
    up: datetime | None = None
    sol: float | None = None
    stages: Mapping[str, float | None] = field(default_factory=dict)  # light, deep, rem
    awakenings: float | None = None
    nap: bool = False
    day: date | None = None

    def row(self) -> Row:
        """Raises Refused where the times and the minutes cannot both be true."""
        fields = {
            "asleep": self.asleep,
            "awake": self.awake,
            "zone_bed": self.zone_bed,
            "zone": self.zone,
            "waso": self._minutes_awake(),
            "bed": self.bed,
            "up": self.up,
            "sol": None if self.sol is None else round(self.sol),
            "awakenings": None if self.awakenings is None else round(self.awakenings),
            "nap": self.nap,
            **{stage: _rounded(self.stages.get(stage)) for stage in nights.STAGES},
        }
        return Row("sleep", self.key, fields, self.line, self.day)

    def _minutes_awake(self) -> int | None:
        length = self.awake - self.asleep
        if length <= timedelta(0):
            raise Refused(N_("it ends before it begins"))
        if length > LONGEST:
            raise Refused(N_("it is longer than a day"))
        if self.slept is None:
            return None
        awake = length / MINUTE - self.slept
        if awake < -ROUNDED:
            raise Refused(N_("it has more minutes of sleep than it lasted"))
        return max(0, round(awake))


def check_ends(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """Both; raises Refused where they are the wrong way round, or more than a day apart."""
    if end < start:
        raise Refused(N_("it ends before it begins"))
    if end - start > LONGEST:
        raise Refused(N_("it is longer than a day"))
    return start, end


def check_number(found: Sized) -> None:
    """Raises Unreadable for more entries of one kind than can wait in memory for each other."""
    if len(found) > MOST:
        raise Unreadable(N_("The file holds more than %(most)s entries."), most=MOST)


def bout(
    key: str, line: int, start: datetime, zone: str, length: timedelta, name: str, intensity: str = ""
) -> Row:
    """A workout as exercise; what calms, by its name, as practice.

    Raises Refused for next to nothing, for more than a day, and for what is no exercise.
    """
    minutes = round(length / MINUTE)
    if minutes < 1:
        raise Refused(N_("it took less than half a minute"))
    if length > LONGEST:
        raise Refused(N_("it is longer than a day"))
    when: dict[str, Any] = {"start": start, "zone": zone, "minutes": minutes}
    technique = PRACTICES.get(" ".join(name.replace("_", " ").lower().split()))
    if technique:
        return Row("practice", key, {**when, "technique": technique}, line)
    if activities.is_none(name):
        raise Refused(activities.IS_NONE)
    return Row("exercise", key, {**when, **activities.fields(name.replace("_", " "), intensity)}, line)


def entries(
    records: Iterable[tuple[str, int, Record]], rows_of: Callable[[int, Record], Iterable[Row]]
) -> Iterator[Row | Problem]:
    """The rows of records, a Problem for each that cannot be read; sleeps come last, side by side.

    A record comes with the path of its file in the zip, and its line. An entry that a second one repeats
    word for word comes once.
    """
    sleeps: dict[tuple[str, str], Row] = {}
    for path, line, record in records:
        try:
            rows = list(rows_of(line, record))
        except Refused as refused:
            yield Problem(line, str(refused), file=named(path))
        except WRONG as error:
            yield wrong.problem(line, error, named(path))
        else:
            rows = [replace(row, file=named(path)) for row in rows]
            yield from (row for row in rows if row.kind != "sleep")
            sleeps.update({(row.key, repr(row.fields)): row for row in rows if row.kind == "sleep"})
        check_number(sleeps)
    yield from nights.side_by_side(sleeps.values())


def number(record: Record, *names: str) -> float | None:
    """The first of the columns that is filled; raises ValueError for what is no amount."""
    name = next((name for name in names if record.get(name) not in (None, "")), None)
    if name is None:
        return None
    value: float = wrong.value(record, name, float)
    if not isfinite(value) or value < 0:
        raise wrong.Wrong(name)
    return value


def minutes(record: Record, *names: str) -> float | None:
    """Seconds of the record, as minutes."""
    seconds = number(record, *names)
    return None if seconds is None else seconds / 60


def together(*parts: float | None) -> float | None:
    """The sum of what is told; None where nothing is."""
    told = [part for part in parts if part is not None]
    return sum(told) if told else None


def stamp(moment: datetime) -> str:
    """The key of an entry that a file gives no name of its own."""
    return f"{moment:%Y%m%dT%H%M%SZ}"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 1)
