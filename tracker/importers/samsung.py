"""Samsung Health: the folder of tables that the app saves, as a zip, or one of its tables.

A table begins with a line of its own name, then the header; each row has one field more than that. Times are
in UTC, with the offset of the clock beside them. Pieces of a night that Samsung combined are one sleep.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import NamedTuple

from recovery.words import N_
from tracker.importers import nights, sessions, wearables, wrong, zones
from tracker.importers.bouts import Bout, distinct
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, LIGHT, REM, Record, Segment
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable, named
from tracker.importers.sessions import Piece
from tracker.importers.upload import LOOKED_INTO, Upload

NAME = "Samsung Health"
HINT = N_("the folder that the app saves under “Download personal data”, packed as a zip")
SOURCE = "samsung-health"
WHOLE = False
SLEEP, STAGE, NAP = (
    "com.samsung.shealth.sleep",
    "com.samsung.health.sleep_stage",
    "com.samsung.shealth.vitality.nap_data",
)
EXERCISE, CAFFEINE = "com.samsung.shealth.exercise", "com.samsung.health.caffeine_intake"
BREATHING, MINDFUL = "com.samsung.shealth.breathing", "com.samsung.shealth.mindfulness.history"
TABLES = {table: table for table in (SLEEP, STAGE, NAP, EXERCISE, CAFFEINE, BREATHING, MINDFUL)} | {
    "com.samsung.health.sleep": SLEEP,  # as exports of 2018 and 2019 have it
    "com.samsung.health.exercise": EXERCISE,
}
LEVELS = {"40001": AWAKE, "40002": LIGHT, "40003": DEEP, "40004": REM}
# https://developer.samsung.com/health/android/data/api-reference/EXERCISE_TYPE.html
ACTIVITIES = {
    "1001": "Walking", "1002": "Running", "2001": "Baseball", "2002": "Baseball", "2003": "Ball game",
    "3001": "Golf", "4001": "Hockey", "4002": "Rugby", "4003": "Basketball", "4004": "Football",
    "4005": "Handball", "4006": "Football", "5001": "Volleyball", "5002": "Volleyball", "6001": "Squash",
    "6002": "Tennis", "6003": "Badminton", "6004": "Tennis", "6005": "Racquetball", "7002": "Boxing",
    "7003": "Martial arts", "8001": "Dancing", "8002": "Dancing", "8003": "Dancing", "9001": "Pilates",
    "9002": "Yoga", "10001": "Stretching", "10002": "Skipping rope", "10003": "Hula hoop",
    "10004": "Push-ups", "10005": "Bodyweight", "10006": "Sit-ups", "10007": "Bodyweight",
    "11007": "Cycling", "11009": "Roller skating", "12001": "Aerobics", "13001": "Hiking",
    "13002": "Climbing", "13003": "Hiking", "13004": "Cycling", "14001": "Swimming", "15001": "Stairs",
    "15002": "Strength", "15003": "Stationary bike", "15004": "Rowing", "15005": "Treadmill",
    "15006": "Elliptical",
    "16001": "Skiing", "16002": "Skiing", "16004": "Ice skating", "16006": "Hockey", "16007": "Snowboarding",
}  # fmt: skip
GYM = range(10008, 10028)  # from mountain climbers to arm extensions
PIECES = 1_000_000  # stages of one export

Cells = Mapping[str, str]


class Line(NamedTuple):
    """A row of a table: its line, its cells by their columns, and which file of a zip it stands in."""

    number: int
    cells: Cells
    file: str

    def problem(self, refused: wearables.Refused) -> Problem:
        return Problem(self.number, str(refused), file=self.file)

    def wrong(self, error: Exception) -> Problem:
        return wrong.problem(self.number, error, self.file)

    def row(self, row: Row) -> Row:
        return replace(row, file=self.file)


def recognises(upload: Upload) -> bool:
    return bool(_tables(upload))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: offsets are in the file, names of zones are not."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep, workout, calm session and caffeine; a Problem for each that is left out."""
    tables = _tables(upload)

    def lines(table: str) -> Iterator[Line]:
        for name in tables.get(table, []):
            yield from _lines(upload, name)

    yield from _sleeps(lines, answers.zone)
    for table, make in ((EXERCISE, _exercise), (BREATHING, _breathing), (MINDFUL, _mindful)):
        yield from _bouts(lines(table), make, answers.zone)
    yield from _drinks(lines(CAFFEINE), answers.zone)


def _tables(upload: Upload) -> dict[str, list[str]]:
    """The entries of a zip, or "" for the plain file, by the table that they hold."""
    names = [name for name in upload.names() if name.lower().endswith(".csv")] if upload.is_zip else [""]
    likely = [name for name in names if "samsung" in name.lower()] or names[:LOOKED_INTO]
    found: dict[str, list[str]] = {}
    for name in likely:
        title = upload.head(name).split(b",", 1)[0].decode(errors="replace")
        if title in TABLES:
            found.setdefault(TABLES[title], []).append(name)
    return found


def _lines(upload: Upload, name: str) -> Iterator[Line]:
    """Each row by its columns; of one that stands there twice, bare and with a table's name, the latter."""
    rows = upload.rows(name)
    next(rows, None)
    _, header = next(rows, (2, []))
    order = sorted(range(len(header)), key=lambda place: "." in header[place])
    for line, cells in rows:
        if any(cells):
            told = {header[n].rsplit(".", 1)[-1]: cells[n] for n in order if n < len(cells)}
            yield Line(line, told, named(name))


def _sleeps(lines: Callable[[str], Iterator[Line]], home: str) -> Iterator[Row | Problem]:
    pieces = _pieces(lines(STAGE))
    naps = {line.cells.get("start_time", "") for line in lines(NAP)}
    found: list[tuple[str, Record]] = []
    for line in lines(SLEEP):
        try:
            record = _sleep(line, pieces.get(line.cells["datauuid"], ()), home, naps)
        except wearables.Refused as refused:
            yield line.problem(refused)
        except wearables.WRONG as error:
            yield line.wrong(error)
        else:
            found.append((line.cells.get("combined_id") or record.key, record))
        wearables.check_number(found)
    yield from nights.of_records(_combined(found))


def _pieces(lines: Iterator[Line]) -> Mapping[str, Sequence[Piece]]:
    """The stages by the sleep they lie in; what cannot be read is no stage."""
    pieces: dict[str, list[Piece]] = {}
    for number, (_number, cells, _file) in enumerate(lines):
        if number == PIECES:
            raise Unreadable(N_("The file holds more than %(most)s entries."), most=PIECES)
        try:
            piece = Piece(_moment(cells["start_time"]), _moment(cells["end_time"]), LEVELS[cells["stage"]])
        except wearables.WRONG:
            continue
        pieces.setdefault(cells.get("sleep_id", ""), []).append(piece)
    return pieces


def _sleep(line: Line, pieces: Sequence[Piece], home: str, naps: set[str]) -> Record:
    cells = line.cells
    start, end = _ends(cells)
    zone_bed, zone = _zone(start, cells, home), _zone(end, cells, home)
    session = Segment(start, end, ASLEEP, cells.get("pkg_name", ""), zone_bed, line.number, line.file)
    note = cells.get("comment", "").strip()
    more = {"zone_bed": zone_bed, "zone": zone, "note": note, "nap": cells["start_time"] in naps}
    return Record(_key(cells), sessions.segments(session, pieces), more)


def _combined(found: Sequence[tuple[str, Record]]) -> Iterator[Record]:
    """Records of one name as one, under the name of the first: so a later part changes it, and adds none."""
    by_name: dict[str, list[Record]] = {}
    for name, record in sorted(found, key=lambda pair: pair[1].segments[0].start):
        by_name.setdefault(name, []).append(record)
    for first, *others in by_name.values():
        segments = [*first.segments, *(segment for record in others for segment in record.segments)]
        last = others[-1] if others else first
        yield Record(first.key, segments, {**first.more, "zone": last.more["zone"]})


def _bouts(lines: Iterator[Line], make: Callable[[Line, str], Row], home: str) -> Iterator[Row | Problem]:
    """What took time; of what several apps wrote, the longest."""
    found: list[Bout] = []
    for line in lines:
        try:
            row = make(line, home)
            start: datetime = row.fields["start"]
            end = start + timedelta(minutes=row.fields["minutes"])
        except wearables.Refused as refused:
            yield line.problem(refused)
        except wearables.WRONG as error:
            yield line.wrong(error)
        else:
            found.append(Bout(start, end, line.cells.get("pkg_name", ""), line.row(row)))
        wearables.check_number(found)
    yield from distinct(found)


def _exercise(line: Line, home: str) -> Row:
    """By the number of its type; what has none of ours keeps it, or the person's own name for it."""
    cells = line.cells
    kind = cells["exercise_type"].removesuffix(".0")
    own = cells.get("title") or cells.get("custom_title") or ""
    name = ACTIVITIES.get(kind) or own or (f"exercise {kind}" if kind.strip("0") else "")
    return _timed(line, home, "Bodyweight" if kind.isdecimal() and int(kind) in GYM else name)


def _breathing(line: Line, home: str) -> Row:
    in_seconds = {**line.cells, "duration": ""}
    return _timed(line._replace(cells=in_seconds), home, "breathing")


def _mindful(line: Line, home: str) -> Row:
    return _timed(line, home, "mindfulness")


def _timed(line: Line, home: str, name: str) -> Row:
    """As long as the app says, without pauses; else from start to end."""
    cells = line.cells
    start, milliseconds = wrong.value(cells, "start_time", _moment), wearables.number(cells, "duration")
    if milliseconds:
        length = timedelta(milliseconds=milliseconds)
    else:
        first, last = _ends(cells)
        length = last - first
    return wearables.bout(_key(cells), line.number, start, _zone(start, cells, home), length, name)


def _drinks(lines: Iterator[Line], home: str) -> Iterator[Row | Problem]:
    """Caffeine in mg."""
    for line in lines:
        cells = line.cells
        try:
            start = wrong.value(cells, "start_time", _moment)
            fields = {"start": start, "zone": _zone(start, cells, home), "item": "caffeine"}
            amount = wearables.number(cells, "amount")
            if amount:
                row = Row("diet", _key(cells), {**fields, "amount": amount}, line.number)
                yield line.row(row)
        except wearables.WRONG as error:
            yield line.wrong(error)


def _ends(cells: Cells) -> tuple[datetime, datetime]:
    return wearables.check_ends(*(wrong.value(cells, name, _moment) for name in ("start_time", "end_time")))


def _moment(text: str) -> datetime:
    """In UTC, to the second; raises ValueError for what is none."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(text)
    return moment.replace(tzinfo=UTC, microsecond=0)


def _zone(moment: datetime, cells: Cells, home: str) -> str:
    offset = cells.get("time_offset", "")
    return wrong.value(cells, "time_offset", partial(_zone_of, moment, home)) if offset else home


def _zone_of(moment: datetime, home: str, offset: str) -> str:
    return zones.of_offset(moment, zones.offset(offset), home)


def _key(cells: Cells) -> str:
    key = cells["datauuid"]
    if not key:
        raise wrong.Wrong("datauuid")
    return key
