"""The logs of JSON: sleep by the clock of the place, exercise in UTC."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from recovery.words import N_
from tracker.importers import documents, nights, wearables, zones
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
WRONG = N_("a time or a number is missing or wrong")
TWICE = N_("the clock showed the time of this sleep twice: the first was taken")

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
            record, is_twice = _sleep(log, number, zone, clocks)
        except wearables.Refused as refused:
            yield Problem(number, str(refused))
        except wearables.WRONG:
            yield Problem(number, WRONG)
        else:
            yield nights.of_record(record)
            if is_twice:
                yield Problem(number, TWICE)


def _bouts(logs: Iterable[Log], zone: str) -> Iterator[Row | Problem]:
    for number, log in enumerate(logs, 1):
        try:
            yield _bout(log, number, zone)
        except wearables.Refused as refused:
            yield Problem(number, str(refused))
        except wearables.WRONG:
            yield Problem(number, WRONG)


def _sleep(log: Log, number: int, home: str, clocks: Mapping[datetime, Night]) -> tuple[Record, bool]:
    """The sleep, and whether the clock showed its start twice and nothing tells which it was."""
    wall, length = _wall(log["startTime"]), _length(log["duration"])
    night = clocks.get(wall.replace(second=0, microsecond=0))
    if night:
        start, zone, is_twice = night.start, night.zone_bed, False
    else:
        starts = _starts(wall, length, log.get("endTime"), home)
        start, zone, is_twice = starts[0], home, len(starts) > 1
    in_bed = Segment(start, start + length, IN_BED, "logs", zone, number)
    levels = log.get("levels") or {}
    segments = [*_segments(levels.get("data"), in_bed), *_segments(levels.get("shortData"), in_bed)]
    more = _more(log, levels)
    if not any(segment.stage in SLEEPING for segment in segments):
        asleep = _asleep(log, in_bed)
        segments, more = [asleep], {**more, "waso": _minutes_awake(log, asleep)}
    if night:
        more["zone"] = night.zone
    return Record(_key(log), [in_bed, *segments], more), is_twice


def _key(log: Log) -> str:
    return str(int(log["logId"]))


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


def _starts(wall: datetime, length: timedelta, end: str | None, zone: str) -> Sequence[datetime]:
    """When the clock showed it: of two moments the one from which the sleep ends where it says."""
    starts = zones.instants(wall, zone)
    if len(starts) == 1 or end is None:
        return starts
    ended = _wall(end)
    fitting = [s for s in starts if any(abs(s + length - e) < NEAR for e in zones.instants(ended, zone))]
    return fitting or starts


def _segments(pieces: Sequence[Log] | None, night: Segment) -> Iterator[Segment]:
    """The pieces that have a level that is known; of a time shown twice, the moment next to the last."""
    last = night.start
    for piece in pieces or ():
        stage = LEVELS.get(piece["level"])
        at = min(zones.instants(_wall(piece["dateTime"]), night.zone), key=lambda moment: abs(moment - last))
        last = at + timedelta(seconds=float(piece["seconds"]))
        if stage:
            yield night._replace(start=at, end=last, stage=stage)


def _asleep(log: Log, in_bed: Segment) -> Segment:
    """A night without levels: asleep but for the minutes before and after."""
    before, after = (timedelta(minutes=float(log.get(name) or 0)) for name in BEFORE_AND_AFTER)
    return in_bed._replace(start=in_bed.start + before, end=in_bed.end - after, stage=ASLEEP)


def _minutes_awake(log: Log, asleep: Segment) -> int | None:
    slept = float(log.get("minutesAsleep") or 0)
    return max(0, round((asleep.end - asleep.start) / wearables.MINUTE - slept)) if slept else None


def _more(log: Log, levels: Log) -> dict[str, Any]:
    """Whether it is a nap; of a night without stages, how often awake: restless is no awakening."""
    main = log.get("mainSleep", log.get("isMainSleep"))
    more: dict[str, Any] = {} if main is None else {"nap": not main}
    if log.get("type") == "classic" and "awake" in levels.get("summary", {}):
        more["awakenings"] = int(levels["summary"]["awake"]["count"])
    return more


def _bout(log: Log, number: int, zone: str) -> Row:
    start = _exercise_start(log["startTime"])
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
