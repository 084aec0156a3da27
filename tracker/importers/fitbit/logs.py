"""The logs of JSON: sleep by the clock of the place, exercise in UTC.

A night in which the clocks are set is written like this (five real nights, four of them held against the same
person's steps and pulse, which are in UTC): the start is by the clock before, the end by the clock after, and
the length is the plain difference of the two, an hour too much in spring and too little in autumn. The levels
run on from the start by the clock before and fill that length: in spring the hour too much has the level
"unknown", in autumn the last hour is cut off. So a level stands as far from the start as its clock time does,
the end is that of the clock, and the length counts only where a log has no end. How the hour cut off was
slept is not known: waking up is where the levels end, getting up where the log ends, and the sleep is listed.

Of a start that the clock showed twice nothing tells which it was: the first is taken, and listed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from recovery.words import N_
from tracker.importers import documents, nights, wearables, wrong, zones
from tracker.importers.fitbit.sheets import Night
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, IN_BED, LIGHT, REM, SLEEPING, Record, Segment
from tracker.importers.rows import Problem, Row, placed
from tracker.importers.upload import Upload

SLEEP_PATHS = ("item", "sleep.item")  # of a Takeout; of an answer of the API
EXERCISE_PATHS = ("item", "activities.item")
LEVELS = {
    "wake": AWAKE, "light": LIGHT, "deep": DEEP, "rem": REM,
    "asleep": ASLEEP, "restless": AWAKE, "awake": AWAKE,  # without a pulse; Fitbit counts restless as awake
}  # fmt: skip
ACTIVITIES = {  # the names of activities are in the person's language, their numbers are not
    1071: "cycling", 2131: "strength", 20047: "elliptical", 20049: "treadmill", 52001: "yoga",
    55001: "spinning", 90001: "cycling", 90009: "running", 90012: "hiking", 90013: "walking",
    90024: "swimming",
}  # fmt: skip
INTENSITIES = {"lightly": "light", "fairly": "moderate", "very": "vigorous"}
BEFORE_AND_AFTER = ("minutesToFallAsleep", "minutesAfterWakeup")
EXERCISE_TIME = "%m/%d/%y %H:%M:%S"
NEAR = timedelta(seconds=90)
SET = zones.HOUR + NEAR  # how far clocks are set, and what is rounded away
TWICE = N_("the clock showed the time of this sleep twice: the first was taken")
CUT_OFF = N_("the clocks were set back in this sleep: Fitbit does not tell how its last hour was slept")

Log = Mapping[str, Any]


def sleeps(
    upload: Upload, names: Sequence[str], zone: str, clocks: Mapping[datetime, Night]
) -> Iterator[Row | Problem]:
    """The sleeps; `clocks` knows of some by their start on the wall when that was, and in which zone."""
    for name in names:
        yield from placed(_sleeps(documents.objects(upload, name, SLEEP_PATHS), zone, clocks), name)


def bouts(upload: Upload, names: Sequence[str], zone: str) -> Iterator[Row | Problem]:
    """The bouts of exercise, and of practice where one calms."""
    for name in names:
        yield from placed(_bouts(documents.objects(upload, name, EXERCISE_PATHS), zone), name)


def _sleeps(logs: Iterable[Log], zone: str, clocks: Mapping[datetime, Night]) -> Iterator[Row | Problem]:
    for number, log in enumerate(logs, 1):
        try:
            record, notes = _sleep(log, number, zone, clocks)
        except wearables.Refused as refused:
            yield Problem(number, str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(number, error)
        else:
            yield nights.of_record(record)
            yield from (Problem(number, note) for note in notes)


def _bouts(logs: Iterable[Log], zone: str) -> Iterator[Row | Problem]:
    for number, log in enumerate(logs, 1):
        try:
            yield _bout(log, number, zone)
        except wearables.Refused as refused:
            yield Problem(number, str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(number, error)


def _sleep(log: Log, number: int, home: str, clocks: Mapping[datetime, Night]) -> tuple[Record, list[str]]:
    """The sleep, and what is to be listed of it although it comes in."""
    wall, length = wrong.value(log, "startTime", _wall), _length(log["duration"])
    night = clocks.get(wall.replace(second=0, microsecond=0))
    start, zone_bed = (night.start, night.zone_bed) if night else (zones.from_wall(wall, home), home)
    end, zone = (night.end, night.zone) if night else (_end(log.get("endTime"), start, length, home), home)
    in_bed, levels = Segment(start, end, IN_BED, "logs", zone_bed, number), log.get("levels") or {}
    segments = list(_segments(levels, wall, in_bed))
    last = max((segment.end for segment in segments), default=end)
    more = {**_more(log, levels), "zone": zone}
    notes = [TWICE] if not night and zones.is_twice(wall, home) else []
    if not any(segment.stage in SLEEPING for segment in segments):
        segments, more["waso"] = _without_levels(log, in_bed, length)
    elif last + NEAR < end and _offset(end, zone) < _offset(start, zone_bed):
        notes.append(CUT_OFF)
    return Record(_key(log), [in_bed._replace(end=max(end, last)), *segments], more), notes


def _key(log: Log) -> str:
    return str(wrong.value(log, "logId", int))


def _wall(text: str) -> datetime:
    """A time on the clock of the place, with no offset; raises ValueError for what is none."""
    wall = datetime.fromisoformat(text)
    if wall.tzinfo is not None:
        raise ValueError(text)
    return wall


def _length(milliseconds: float) -> timedelta:
    length = timedelta(milliseconds=float(milliseconds))
    if not timedelta(0) < length <= wearables.LONGEST:
        raise wearables.Refused(N_("it is longer than a day, or no time at all"))
    return length


def _end(ended: str | None, start: datetime, length: timedelta, zone: str) -> datetime:
    """The moment at which the clock showed the end; of a log without one, and of nonsense, by its length."""
    plain = start + length
    moments = zones.instants(_wall(ended), zone) if ended else ()
    return next((end for end in moments if start < end and abs(end - plain) <= SET), plain)


def _offset(moment: datetime, zone: str) -> timedelta:
    return moment.astimezone(ZoneInfo(zone)).utcoffset() or timedelta(0)


def _segments(levels: Log, wall: datetime, in_bed: Segment) -> Iterator[Segment]:
    """The pieces of a level that is known; `wall` is what the clock showed at the start."""
    for piece in [*(levels.get("data") or ()), *(levels.get("shortData") or ())]:
        stage = LEVELS.get(piece["level"])
        if stage:
            start = in_bed.start + (_wall(piece["dateTime"]) - wall)
            end = start + timedelta(seconds=float(piece["seconds"]))
            yield in_bed._replace(start=start, end=end, stage=stage)


def _without_levels(log: Log, in_bed: Segment, length: timedelta) -> tuple[list[Segment], int | None]:
    """Asleep but for the minutes before and after; awake for what Fitbit's own length leaves of its sleep."""
    before, after = (timedelta(minutes=float(log.get(name) or 0)) for name in BEFORE_AND_AFTER)
    asleep = in_bed._replace(start=in_bed.start + before, end=in_bed.end - after, stage=ASLEEP)
    slept = float(log.get("minutesAsleep") or 0)
    told = min(length - before - after, asleep.end - asleep.start)
    return [asleep], max(0, round(told / wearables.MINUTE - slept)) if slept else None


def _more(log: Log, levels: Log) -> dict[str, Any]:
    """Whether it is a nap; of a night without stages, how often awake: restless is no awakening."""
    main = log.get("mainSleep", log.get("isMainSleep"))
    more: dict[str, Any] = {} if main is None else {"nap": not main}
    if log.get("type") == "classic" and "awake" in levels.get("summary", {}):
        more["awakenings"] = int(levels["summary"]["awake"]["count"])
    return more


def _bout(log: Log, number: int, zone: str) -> Row:
    start = wrong.value(log, "startTime", _exercise_start)
    length = timedelta(milliseconds=float(log.get("activeDuration") or log["duration"]))
    name = ACTIVITIES.get(log.get("activityTypeId", 0)) or str(log["activityName"])
    return wearables.bout(_key(log), number, start, zone, length, name, _intensity(log))


def _exercise_start(text: str) -> datetime:
    """In UTC, as a Takeout has it; the API has an offset instead."""
    if "T" in text:
        return zones.moment(text, "UTC")[0]
    return datetime.strptime(text, EXERCISE_TIME).replace(tzinfo=UTC)


def _intensity(log: Log) -> str:
    """The one in which most minutes were spent; "" where the tracker saw none."""
    levels = {level["name"]: float(level["minutes"]) for level in log.get("activityLevel") or ()}
    told = {intensity: levels.get(name, 0.0) for name, intensity in INTENSITIES.items()}
    most = max(told, key=lambda intensity: told[intensity])
    return most if told[most] else ""
