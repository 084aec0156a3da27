"""The tables of a newer Takeout: moments in UTC, and how far the clock was from it.

Some have the offset +00:00 where it cannot be true: one of +00:00 says nothing, and home is taken.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from recovery.words import N_
from tracker.importers import nights, tables, wearables, wrong, zones
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, IN_BED, LIGHT, REM, SLEEPING, Record, Segment
from tracker.importers.rows import Problem, Row, Unreadable, named, placed
from tracker.importers.upload import Upload

LEVELS = {
    "AWAKE": AWAKE, "WAKE": AWAKE, "RESTLESS": AWAKE, "ASLEEP": ASLEEP,
    "LIGHT": LIGHT, "DEEP": DEEP, "REM": REM,
}  # fmt: skip
BEFORE_AND_AFTER = ("minutes_to_fall_asleep", "minutes_after_wake_up")
PIECES = 500_000  # of one export


class Piece(NamedTuple):
    start: datetime
    end: datetime
    stage: str


class Place(NamedTuple):
    line: int
    file: str


class Night(NamedTuple):
    """A sleep, and its start on the wall to the minute: by that, its log is found."""

    wall: datetime
    start: datetime
    end: datetime
    zone_bed: str
    zone: str
    row: Row


def stages(upload: Upload, names: Sequence[str]) -> Mapping[str, Sequence[Piece]]:
    """The stages by the sleep's name. Raises Unreadable for far too many; what cannot be read is no stage."""
    pieces: dict[str, list[Piece]] = {}
    number = 0
    for name in names:
        for _line, record in tables.records(upload, name):
            number += 1
            if number > PIECES:
                raise Unreadable(N_("The file holds more than %(most)s entries."), most=PIECES)
            piece = _piece(record)
            if piece:
                pieces.setdefault(record.get("sleep_id", ""), []).append(piece)
    return pieces


def _piece(record: tables.Record) -> Piece | None:
    try:
        start, end = (_moment(record[f"sleep_stage_{side}"]) for side in ("start", "end"))
        return Piece(start, end, LEVELS[record["sleep_stage_type"].upper()])
    except wearables.WRONG:
        return None


def sleeps(
    upload: Upload, names: Sequence[str], stages: Mapping[str, Sequence[Piece]], home: str
) -> Iterator[Night | Problem]:
    """The sleeps, with their stages where those are told."""
    for name in names:
        for line, record in tables.records(upload, name):
            try:
                yield _sleep(record, Place(line, named(name)), stages.get(record["sleep_id"], ()), home)
            except wearables.Refused as refused:
                yield Problem(line, str(refused), file=named(name))
            except wearables.WRONG as error:
                yield wrong.problem(line, error, named(name))


def bouts(upload: Upload, names: Sequence[str], home: str) -> Iterator[Row | Problem]:
    """The bouts that were not deleted."""
    for name in names:
        yield from placed(_bouts(tables.records(upload, name), home), name)


def _bouts(records: Iterable[tuple[int, tables.Record]], home: str) -> Iterator[Row | Problem]:
    for line, record in records:
        if record.get("deletion_reason"):
            continue
        try:
            yield _bout(record, line, home)
        except wearables.Refused as refused:
            yield Problem(line, str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(line, error)


def _sleep(record: tables.Record, place: Place, pieces: Sequence[Piece], home: str) -> Night | Problem:
    start, end = wrong.value(record, "sleep_start", _moment), wrong.value(record, "sleep_end", _moment)
    if not timedelta(0) < end - start <= wearables.LONGEST:
        raise wearables.Refused(N_("it is longer than a day, or no time at all"))
    zone_bed = _zone(start, record.get("start_utc_offset", ""), home)
    zone = _zone(end, record.get("end_utc_offset", ""), home)
    in_bed = Segment(start, end, IN_BED, "tables", zone_bed, place.line)
    segments = [in_bed._replace(start=p.start, end=p.end, stage=p.stage) for p in pieces]
    more: dict[str, Any] = {"zone": zone}
    if not any(segment.stage in SLEEPING for segment in segments):
        segments, waso = _without_stages(record, in_bed)
        more["waso"] = waso
    wall = start.astimezone(ZoneInfo(zone_bed)).replace(tzinfo=None, second=0, microsecond=0)
    found = replace(nights.of_record(Record(record["sleep_id"], [in_bed, *segments], more)), file=place.file)
    return found if isinstance(found, Problem) else Night(wall, start, end, zone_bed, zone, found)


def _without_stages(record: tables.Record, in_bed: Segment) -> tuple[list[Segment], int | None]:
    before, after = (wearables.number(record, name) or 0 for name in BEFORE_AND_AFTER)
    start, end = in_bed.start + before * wearables.MINUTE, in_bed.end - after * wearables.MINUTE
    slept = wearables.number(record, "minutes_asleep")
    waso = max(0, round((end - start) / wearables.MINUTE - slept)) if slept else None
    return [in_bed._replace(start=start, end=end, stage=ASLEEP)], waso


def _bout(record: tables.Record, line: int, home: str) -> Row:
    start, end = wrong.value(record, "exercise_start", _moment), wrong.value(record, "exercise_end", _moment)
    if not timedelta(0) <= end - start <= wearables.LONGEST:
        raise wearables.Refused(N_("it is longer than a day, or no time at all"))
    zone = _zone(start, record.get("utc_offset", ""), home)
    return wearables.bout(record["exercise_id"], line, start, zone, end - start, record["activity_name"])


def _moment(text: str) -> datetime:
    """In UTC, in which it stands even where nothing says so."""
    moment = datetime.fromisoformat(text)
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _zone(moment: datetime, offset: str, home: str) -> str:
    ahead = zones.offset(offset) if offset else timedelta(0)
    return zones.of_offset(moment, ahead, home) if ahead else home
