"""Health Connect: the zip that Android exports, or the database in it.

Moments are milliseconds since 1970 in UTC, with the offset of the clock in seconds. Several apps may write
the same night or workout: one of each comes in (`nights`, `bouts`). Tables and columns differ with the
version of Android: each is read if it is there. Types of exercise are numbered as in Android itself
(ExerciseSessionType of the Android Open Source Project), not as in its library for apps.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from sqlite3 import Connection
from typing import Any

from recovery.words import N_
from tracker.importers import database, nights, sessions, wearables, wrong, zones
from tracker.importers.bouts import Bout, distinct
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, LIGHT, REM, Record, Segment
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable
from tracker.importers.sessions import Piece
from tracker.importers.upload import LOOKED_INTO, Upload

NAME = "Health Connect"
HINT = N_("the zip that Health Connect exports, or the database in it")
SOURCE = "health-connect"
WHOLE = False
SLEEPS, STAGES, APPS = "sleep_session_record_table", "sleep_stages_table", "application_info_table"
EXERCISES, MINDFUL = "exercise_session_record_table", "mindfulness_session_record_table"
FOODS = "nutrition_record_table"
COLUMNS = (
    "row_id", "uuid", "start_time", "start_zone_offset", "end_time", "end_zone_offset", "app_info_id",
    "title", "notes", "exercise_type", "type", "caffeine",
)  # fmt: skip
LEVELS: dict[object, str] = {0: ASLEEP, 1: AWAKE, 2: ASLEEP, 3: AWAKE, 4: LIGHT, 5: DEEP, 6: REM, 7: AWAKE}
ACTIVITIES = {
    1: "Badminton", 2: "Baseball", 3: "Basketball", 4: "Cycling", 5: "Stationary bike", 6: "Boot camp",
    7: "Boxing", 8: "Calisthenics", 9: "Ball game", 10: "Dancing", 11: "Exercise class", 12: "Fencing",
    13: "Football", 14: "Football", 15: "Frisbee", 16: "Golf", 17: "Breathing", 18: "Gymnastics",
    19: "Handball", 20: "HIIT", 21: "Hiking", 22: "Hockey", 23: "Ice skating", 24: "Martial arts",
    25: "Paddling", 26: "Paragliding", 27: "Pilates", 28: "Racquetball", 29: "Climbing", 30: "Hockey",
    31: "Rowing", 32: "Rugby", 33: "Running", 34: "Treadmill", 35: "Sailing", 36: "Diving", 37: "Skating",
    38: "Skiing", 39: "Snowboarding", 40: "Snowshoeing", 41: "Soccer", 42: "Baseball", 43: "Squash",
    44: "Stairs", 45: "Strength", 46: "Stretching", 47: "Surfing", 48: "Swimming", 49: "Swimming",
    50: "Tennis", 51: "Tennis", 52: "Volleyball", 53: "Walking", 54: "Ball game", 55: "Weightlifting",
    56: "Wheelchair", 57: "Yoga", 59: "Stairs", 60: "Elliptical", 61: "Rowing",
}  # fmt: skip
TECHNIQUES: dict[object, str] = {1: "meditation", 3: "breathing"}
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PIECES = 1_000_000  # stages of one file

Values = Mapping[str, Any]


def recognises(upload: Upload) -> bool:
    return _file(upload) is not None


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: offsets are in the file, names of zones are not."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each night, workout, mindful session and caffeine; a Problem for each that is left out."""
    with upload.database(_file(upload) or "") as connection:
        apps = _apps(connection)
        yield from _sleeps(connection, apps, answers.zone)
        for table, make in ((EXERCISES, _exercise), (MINDFUL, _mindful)):
            yield from _bouts(connection, table, make, apps, answers.zone)
        yield from _drinks(connection, answers.zone)


def _file(upload: Upload) -> str | None:
    """The database with tables of Health Connect: the entry of a zip, or "" for the plain file."""
    names = upload.names()[:LOOKED_INTO] if upload.is_zip else [""]
    for name in names:
        if upload.head(name).startswith(database.MAGIC):
            with upload.database(name) as connection:
                if any(database.columns(connection, table) for table in (SLEEPS, EXERCISES)):
                    return name
    return None


def _apps(connection: Connection) -> dict[object, str]:
    rows = database.rows(connection, APPS, ("row_id", "package_name"))
    return {row.get("row_id"): str(row.get("package_name")) for row in rows}


def _sleeps(connection: Connection, apps: Mapping[object, str], home: str) -> Iterator[Row | Problem]:
    pieces = _pieces(connection)
    records: list[Record] = []
    for values in database.rows(connection, SLEEPS, COLUMNS):
        try:
            records.append(_sleep(values, pieces.get(values["row_id"], ()), apps, home))
        except wearables.Refused as refused:
            yield Problem(_line(values), str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(_line(values), error)
        wearables.check_number(records)
    yield from nights.of_records(records)


def _pieces(connection: Connection) -> Mapping[object, Sequence[Piece]]:
    """The stages by the session they lie in; what cannot be read is no stage."""
    pieces: dict[object, list[Piece]] = {}
    wanted = ("parent_key", "stage_start_time", "stage_end_time", "stage_type")
    for number, values in enumerate(database.rows(connection, STAGES, wanted)):
        if number == PIECES:
            raise Unreadable(N_("The file holds more than %(most)s entries."), most=PIECES)
        piece = _piece(values)
        if piece:
            pieces.setdefault(values.get("parent_key"), []).append(piece)
    return pieces


def _piece(values: Values) -> Piece | None:
    try:
        start, end = _moment(values["stage_start_time"]), _moment(values["stage_end_time"])
        return Piece(start, end, LEVELS[values["stage_type"]])
    except wearables.WRONG:
        return None


def _sleep(values: Values, pieces: Sequence[Piece], apps: Mapping[object, str], home: str) -> Record:
    start, end, app = *_ends(values), apps.get(values.get("app_info_id"), "")
    zones_of = {"zone_bed": _zone(start, values, "start", home), "zone": _zone(end, values, "end", home)}
    session = Segment(start, end, ASLEEP, app, zones_of["zone_bed"], _line(values))
    note = str(values.get("notes") or "").strip()
    return Record(_key(values), sessions.segments(session, pieces), {**zones_of, "note": note})


def _bouts(
    connection: Connection,
    table: str,
    make: Callable[[Values, str], Row],
    apps: Mapping[object, str],
    home: str,
) -> Iterator[Row | Problem]:
    """What took time; of what several apps wrote, the longest."""
    found: list[Bout] = []
    for values in database.rows(connection, table, COLUMNS):
        try:
            found.append(Bout(*_ends(values), apps.get(values.get("app_info_id"), ""), make(values, home)))
        except wearables.Refused as refused:
            yield Problem(_line(values), str(refused))
        except wearables.WRONG as error:
            yield wrong.problem(_line(values), error)
        wearables.check_number(found)
    yield from distinct(found)


def _exercise(values: Values, home: str) -> Row:
    """By its type; by its title where the type is none."""
    name = ACTIVITIES.get(values["exercise_type"]) or str(values.get("title") or "")
    return _timed(values, home, name)


def _mindful(values: Values, home: str) -> Row:
    return _timed(values, home, TECHNIQUES.get(values.get("type"), "mindfulness"))


def _timed(values: Values, home: str, name: str) -> Row:
    start, end = _ends(values)
    zone = _zone(start, values, "start", home)
    return wearables.bout(_key(values), _line(values), start, zone, end - start, name)


def _drinks(connection: Connection, home: str) -> Iterator[Row | Problem]:
    """Caffeine, which a food has in grams. 0 of a food is no "none today"."""
    for values in database.rows(connection, FOODS, COLUMNS):
        try:
            amount = round((wearables.number(values, "caffeine") or 0) * 1000, 1)
            start = wrong.value(values, "start_time", _moment)
            fields = {"start": start, "zone": _zone(start, values, "start", home), "item": "caffeine"}
            if amount:
                yield Row("diet", _key(values), {**fields, "amount": amount}, _line(values))
        except wearables.WRONG as error:
            yield wrong.problem(_line(values), error)


def _ends(values: Values) -> tuple[datetime, datetime]:
    return wearables.check_ends(*(wrong.value(values, name, _moment) for name in ("start_time", "end_time")))


def _moment(milliseconds: int) -> datetime:
    return EPOCH + timedelta(seconds=milliseconds // 1000)


def _zone(moment: datetime, values: Values, side: str, home: str) -> str:
    offset = values.get(f"{side}_zone_offset")
    return home if offset is None else zones.of_offset(moment, timedelta(seconds=offset), home)


def _key(values: Values) -> str:
    """The name that Health Connect gave it; of an early version that kept none, its number."""
    uuid = values.get("uuid")
    return uuid.hex() if isinstance(uuid, bytes) and uuid else str(uuid or values["row_id"])


def _line(values: Values) -> int:
    """The number of the row in its table."""
    number = values.get("row_id")
    return number if isinstance(number, int) else 0
