"""Garmin: the zip of the account's data, what Garmin Connect answers a program, or its table of sleep.

Moments are in UTC: as milliseconds since 1970, or as ISO 8601 without a Z. Where the local time is told
besides (as if it were UTC), the difference is the offset of the place (`zones`). A night goes from falling
asleep to waking up; its time in bed is not told. A night that the watch did not see may stand there with its
two times and nothing else: it is listed.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from recovery.words import N_
from tracker.importers import documents, tables, wearables, wrong, zones
from tracker.importers.garmin import web
from tracker.importers.rows import Answers, Problem, Question, Row, placed
from tracker.importers.upload import Upload
from tracker.importers.wearables import MINUTE, Night, Record, Refused, minutes, number, together

NAME = "Garmin"
HINT = N_("the zip of your account's data, JSON from Garmin Connect, or its table of sleep")
SOURCE = "garmin"
WHOLE = False
JSON, CSV = (".json",), (".csv",)
SHAPES = {  # what the first bytes of a file hold, and where its records are
    b'"summarizedActivitiesExport"': (
        "item.summarizedActivitiesExport.item",
        "summarizedActivitiesExport.item",
    ),
    b'"dailySleepDTO"': ("item", "dailySleepDTO", "dailyNapDTOS.item"),
    b'"daily_sleep_dto"': ("item", "daily_sleep_dto"),
    b'"sleepWindowConfirmationType"': ("item",),
    b'"sleepStartTimestampGMT"': ("item",),
    b'"startTimeGMT"': ("item",),
}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)
STAGES = ("light", "deep", "rem")
NO_SLEEP = N_("it says from when to when, but not that you slept")


def recognises(upload: Upload) -> bool:
    return any(_paths(upload, name) for name in tables.entries(upload, *JSON)) or any(
        web.is_table(upload, name) for name in tables.entries(upload, *CSV)
    )


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: some files have none, others offsets without a name."""
    return (Question("zone", N_("Where did you live? Garmin rarely says in which time zone you slept.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each night, nap and workout; in a JSON a line is the number of the record."""
    yield from wearables.entries(_records(upload), lambda line, record: _rows(line, record, answers.zone))
    for name in tables.entries(upload, *CSV):
        if web.is_table(upload, name):
            yield from placed(web.read(upload, name, answers.zone), name)


def _paths(upload: Upload, name: str) -> tuple[str, ...]:
    """Where in a file the records are; nowhere, where it is none of ours."""
    head = upload.head(name)
    if not head.lstrip().startswith((b"[", b"{")):
        return ()
    return next((paths for mark, paths in SHAPES.items() if mark in head), ())


def _records(upload: Upload) -> Iterator[tuple[str, int, Record]]:
    for name in tables.entries(upload, *JSON):
        if paths := _paths(upload, name):
            for number, record in enumerate(documents.objects(upload, name, paths), 1):
                for part in _parts(_plain(record)):
                    yield name, number, part


def _parts(record: Record) -> Iterator[Record]:
    """A night without its naps, and each nap: one that cannot be read leaves the others in."""
    yield record
    naps = record.get("naplist") or record.get("dailynapdtos") or []
    for nap in naps if isinstance(naps, list) else [naps]:
        yield {"nap": nap}


def _plain(record: Record) -> Record:
    """With names that are the same in each kind of file: without capitals and low lines."""
    return {name.replace("_", "").lower(): value for name, value in record.items()}


def _rows(line: int, record: Record, home: str) -> Iterator[Row]:
    """A night, a nap or a workout; none of a day without."""
    night = _plain(record["dailysleepdto"]) if record.get("dailysleepdto") else record
    if night.get("sleepstarttimestampgmt"):
        yield _night(line, night, home)
    if record.get("napstarttimestampgmt"):
        yield _nap(line, record, home)
    if "nap" in record:
        yield _nap(line, _plain(record["nap"]), home)
    if record.get("activityid"):
        yield _workout(line, record, home)


def _night(line: int, record: Record, home: str) -> Row:
    asleep, zone_bed, _ = _moment(record, "sleepstarttimestamp", home)
    awake, zone, is_local = _moment(record, "sleependtimestamp", home)
    stages = {stage: minutes(record, f"{stage}sleepseconds") for stage in STAGES}
    if not (together(*stages.values()) or minutes(record, "sleeptimeseconds")):
        raise Refused(NO_SLEEP)
    told = record.get("calendardate") or record.get("sleepstarttimestampgmt")
    return Night(
        key=f"night-{told}"[:64],
        line=line,
        asleep=asleep,
        awake=awake,
        zone_bed=zone_bed,
        zone=zone,
        slept=_slept(record, (awake - asleep) / MINUTE),
        stages=stages,
        awakenings=number(record, "awakecount"),
        day=None if is_local else _day(record),
    ).row()


def _slept(record: Record, length: float) -> float | None:
    """What the minutes awake leave, else as told."""
    awake = minutes(record, "awakesleepseconds")
    return minutes(record, "sleeptimeseconds") if awake is None else length - awake


def _day(record: Record) -> date | None:
    """The day of waking as Garmin has it: it knows where the watch was, and this file does not tell."""
    told = record.get("calendardate")
    return date.fromisoformat(told) if told else None


def _nap(line: int, record: Record, home: str) -> Row:
    asleep, zone_bed, _ = _moment(record, "napstarttimestamp", home)
    awake, zone, _ = _moment(record, "napendtimestamp", home)
    slept = minutes(record, "naptimesec")
    key = f"nap-{wearables.stamp(asleep)}"
    return Night(
        key=key, line=line, asleep=asleep, awake=awake, zone_bed=zone_bed, zone=zone, slept=slept, nap=True
    ).row()


def _workout(line: int, record: Record, home: str) -> Row:
    """The account's data have milliseconds, and answers of Garmin Connect ISO 8601 and seconds."""
    start, zone, _ = _moment(record, "starttime", home)
    unit = timedelta(seconds=1) if isinstance(record["starttimegmt"], str) else MILLISECOND
    kind = record.get("activitytype") or record.get("sporttype") or ""
    name = kind.get("typeKey") if isinstance(kind, dict) else kind
    length = (number(record, "duration", "elapsedduration") or 0) * unit
    key, plain = str(record["activityid"])[:64], str(name or "").removesuffix("_v2")
    return wearables.bout(key, line, start, zone, length, plain)


def _moment(record: Record, name: str, home: str) -> tuple[datetime, str, bool]:
    """A moment, its zone, and whether the record itself tells that: by the local time besides."""
    instant = wrong.value(record, f"{name}gmt", _instant)
    local = record.get(f"{name}local")
    if local in (None, ""):
        return instant, home, False
    ahead = wrong.value(record, f"{name}local", _instant) - instant
    return instant, zones.of_offset(instant, ahead, home), True


def _instant(told: object) -> datetime:
    """Milliseconds since 1970, or ISO 8601 that is UTC without saying so; raises ValueError for all else."""
    if isinstance(told, int | float):
        return EPOCH + told * MILLISECOND
    moment = datetime.fromisoformat(str(told))
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
