"""Oura: the account's export (CSV in "App Data"), what its API gives (JSON), or the older table of trends.

Times are ISO 8601 with the offset of the place (`zones`), lengths are seconds. Bedtime is the time in bed: it
starts before falling asleep, by the latency, and goes on after the last waking, which the stages show.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain
from typing import NamedTuple

from recovery.words import N_
from tracker.importers import documents, tables, wearables, wrong, zones
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload
from tracker.importers.wearables import Night, Record, minutes

NAME = "Oura"
HINT = N_("the zip of the account's export, one of its CSV files, or the JSON of the API")
SOURCE = "oura"
WHOLE = False
JSON, CSV = (".json",), (".csv",)
LISTS = ("sleep", "workout", "session")
PATHS = frozenset(
    ["item", "data.item", *(f"{kind}{inner}.item" for kind in LISTS for inner in ("", ".data"))]
)
SLEEP, TIMED, WHAT = "bedtime_start", ("start_datetime", "end_datetime"), ("activity", "type")
OF_SLEEP = frozenset(
    {"total_sleep_duration", "total_sleep_time", "time_in_bed", "sleep_phase_5_min", "onset_latency"}
)
OF_SESSION = frozenset({"mood", "motion_count", "intensity", "heart_rate_variability"})
SLEPT = (
    "total_sleep_duration",
    "total_sleep_time",
    "total",
)  # as the API, the trends and the old API have it
NO_SLEEP = frozenset({"deleted", "rest"})
PHASES = {"sleep_phase_30_sec": 0.5, "app_sleep_phase_5_min": 5, "sleep_phase_5_min": 5, "hypnogram_5min": 5}
AWAKE = "4"
PRACTICES = frozenset({"breathing", "meditation", "relaxation"})  # of the types of a session
INTENSITIES = {"easy": "light", "moderate": "moderate", "hard": "vigorous"}
MINUTE = timedelta(minutes=1)


class Phases(NamedTuple):
    """A stage for each so many minutes of the time in bed."""

    text: str
    step: float

    @property
    def before(self) -> float:
        return self.step * (len(self.text) - len(self.text.lstrip(AWAKE)))

    @property
    def after(self) -> float:
        return self.step * (len(self.text) - len(self.text.rstrip(AWAKE)))

    @property
    def awakenings(self) -> int | None:
        """Times awake for a minute or more between the first sleep and the last."""
        least = 1 if self.step >= 1 else 2
        times = len(re.findall(f"{AWAKE}{{{least},}}", self.text.strip(AWAKE)))
        return times if self.text else None


def recognises(upload: Upload) -> bool:
    return any(_is_json(upload, name) for name in tables.entries(upload, *JSON)) or any(
        _is_table(upload, name) for name in tables.entries(upload, *CSV)
    )


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: offsets are in the file, names of zones are not."""
    return (Question("zone", N_("Where did you live? The file only says how far from UTC your clock was.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep, workout and calming session; in a JSON a line is the number of the record."""
    yield from wearables.entries(_records(upload), lambda line, record: _rows(line, record, answers.zone))


def _is_json(upload: Upload, name: str) -> bool:
    head = upload.head(name).lstrip()
    if not head.startswith((b"{", b"[")):
        return False
    named = frozenset(key.decode() for key in re.findall(rb'"([a-z0-9_]+)"\s*:', head))
    return _is_ours(named)


def _is_table(upload: Upload, name: str) -> bool:
    return _is_ours(frozenset(tables.names(tables.header(upload, name)[1])))


def _is_ours(columns: frozenset[str]) -> bool:
    if SLEEP in columns:
        return bool(columns & OF_SLEEP)
    return columns.issuperset(TIMED) and bool(columns & frozenset(WHAT)) and bool(columns & OF_SESSION)


def _records(upload: Upload) -> Iterator[tuple[str, int, Record]]:
    for name in tables.entries(upload, *JSON):
        if _is_json(upload, name):
            pages = documents.objects(upload, name, PATHS)
            for number, record in enumerate(chain.from_iterable(map(_of_page, pages)), 1):
                yield name, number, record
    for name in tables.entries(upload, *CSV):
        if _is_table(upload, name):
            for line, record in tables.records(upload, name):
                yield name, line, record


def _of_page(found: Record) -> list[Record]:
    """The records of an answer of the API, where several of them stand in a list; else what was found."""
    inside = found.get("data")
    return [record for record in inside if isinstance(record, dict)] if isinstance(inside, list) else [found]


def _rows(line: int, record: Record, home: str) -> Iterator[Row]:
    """None of a day of the trends without sleep, and of what is no sleep, no workout and no practice."""
    if record.get(SLEEP):
        if record.get("type") not in NO_SLEEP:
            yield _sleep(line, record, home)
    elif SLEEP in record and minutes(record, *SLEPT):
        raise wrong.Wrong(SLEEP)
    elif record.get("start_datetime"):
        yield from _session(line, record, home)


def _sleep(line: int, record: Record, home: str) -> Row:
    bed, zone_bed = wrong.value(record, SLEEP, partial(zones.moment, home=home))
    up, zone = wrong.value(record, "bedtime_end", partial(zones.moment, home=home))
    phases = _phases(record, (up - bed) / MINUTE)
    latency = minutes(record, "latency", "onset_latency", "sleep_latency")
    stages = {stage: _stage(record, stage) for stage in ("light", "deep", "rem")}
    slept = minutes(record, *SLEPT)
    slept = wearables.together(*stages.values()) if slept is None else slept
    asleep = bed + (phases.before if latency is None else latency) * MINUTE
    return Night(
        key=_key(record, bed),
        line=line,
        asleep=asleep,
        awake=_awake(asleep, up, phases, slept),
        zone_bed=zone_bed,
        zone=zone,
        slept=slept,
        bed=bed,
        up=up,
        sol=latency,
        stages=stages,
        awakenings=phases.awakenings,
        nap=record.get("type") == "late_nap",
    ).row()


def _awake(asleep: datetime, up: datetime, phases: Phases, slept: float | None) -> datetime:
    """The last waking, unless the coarse stages leave less time than the ring saw sleep."""
    awake = up - phases.after * MINUTE
    return awake if awake - asleep >= (slept or 0) * MINUTE and awake > asleep else up


def _phases(record: Record, in_bed: float) -> Phases:
    """The finest stages that are told for all of the time in bed."""
    for column, step in PHASES.items():
        text = record.get(column)
        if isinstance(text, str) and set(text) <= set("1234") and abs(len(text) * step - in_bed) <= 2 * step:
            return Phases(text, step)
    return Phases("", 1)


def _stage(record: Record, stage: str) -> float | None:
    return minutes(record, f"{stage}_sleep_duration", f"{stage}_sleep_time", stage)


def _session(line: int, record: Record, home: str) -> Iterator[Row]:
    """A workout, or a session that calms; naps and rests among the sessions are sleeps elsewhere, or none."""
    name = record.get("activity") or ""
    if not name and record.get("type") not in PRACTICES:
        return
    start, zone = wrong.value(record, "start_datetime", partial(zones.moment, home=home))
    end, _ = wrong.value(record, "end_datetime", partial(zones.moment, home=home))
    intensity = INTENSITIES.get(record.get("intensity") or "", "")
    yield wearables.bout(
        _key(record, start), line, start, zone, end - start, name or record["type"], intensity
    )


def _key(record: Record, start: datetime) -> str:
    name = record.get("id")
    return name if isinstance(name, str) and 0 < len(name) <= 64 else wearables.stamp(start)
