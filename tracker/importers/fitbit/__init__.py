"""Fitbit, also as Google Health: a whole Takeout, a part of it, one of its files, or the web page's CSV.

A Takeout tells a night twice: in logs of JSON, with the clock of the place and no zone, and in tables, with
UTC and the offset from it. The logs are believed, for their names are the ones that Fitbit has always used;
the tables say where the clock stood, and fill in what no log has. Logs of exercise are in UTC.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from recovery.words import N_
from tracker.importers import nights, wearables
from tracker.importers.fitbit import dashboard, files, logs, sheets
from tracker.importers.nights import Span
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable
from tracker.importers.upload import Upload

NAME = "Fitbit"
HINT = N_("the zip from Google Takeout, or a file of sleep or exercise from it")
SOURCE = "fitbit"
WHOLE = False
LAST = datetime.max.replace(tzinfo=UTC)
MOST = 50_000  # sleeps, and bouts of exercise, of one file: they wait in memory for each other


def recognises(upload: Upload) -> bool:
    return bool(files.found(upload))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone alone: most times of Fitbit are those of the clock where you were."""
    return (Question("zone", N_("Where did you live? Fitbit writes most times without a time zone.")),)


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each sleep and bout; a Problem for each that cannot be read, or that rule 8 leaves out."""
    found = files.found(upload)
    stages = sheets.stages(upload, found.get(files.STAGES, []))
    tabled = list(sheets.sleeps(upload, found.get(files.SLEEPS, []), stages, answers.zone))
    clocks = {night.wall: night for night in tabled if isinstance(night, sheets.Night)}
    logged = logs.sleeps(upload, found.get(files.SLEEP_LOGS, []), answers.zone, clocks)
    typed = dashboard.sleeps(upload, found.get(files.DASHBOARD, []), answers.zone)
    yield from _sleeps([*logged, *typed], tabled)
    yield from _bouts(
        logs.bouts(upload, found.get(files.EXERCISE_LOGS, []), answers.zone),
        sheets.bouts(upload, found.get(files.EXERCISES, []), answers.zone),
    )


def _sleeps(
    first: Iterable[Row | Problem], second: Iterable[sheets.Night | Problem]
) -> Iterator[Row | Problem]:
    """The sleeps of the first, and those of the second that share no time with them."""
    rows: dict[str, Row] = {}
    for found in first:
        if isinstance(found, Problem):
            yield found
        else:
            rows.setdefault(found.key, found)
        _check_number(rows)
    known = _Known(map(_of_sleep, rows.values()))
    for night in second:
        if isinstance(night, Problem):
            yield night
        elif not known.has(_of_sleep(night.row)):
            rows.setdefault(night.row.key, night.row)
        _check_number(rows)
    yield from nights.side_by_side(rows.values())


def _bouts(first: Iterable[Row | Problem], second: Iterable[Row | Problem]) -> Iterator[Row | Problem]:
    """The bouts of the first, and those of the second that share no time with them."""
    bouts: dict[str, Row] = {}
    for found in first:
        if isinstance(found, Problem):
            yield found
        else:
            bouts.setdefault(found.key, found)
        _check_number(bouts)
    yield from bouts.values()
    known = _Known(map(_of_bout, bouts.values()))
    for found in second:
        if isinstance(found, Problem) or not known.has(_of_bout(found)):
            yield found


def _of_sleep(row: Row) -> Span:
    return Span(row.fields["asleep"], row.fields["awake"])


def _of_bout(row: Row) -> Span:
    start: datetime = row.fields["start"]
    return Span(start, start + min(timedelta(minutes=row.fields["minutes"]), LAST - start))


def _check_number(found: dict[str, Row]) -> None:
    if len(found) > MOST:
        raise Unreadable(N_("The file holds more than %(most)s entries."), most=MOST)


class _Known:
    """Spans in order of time, to be asked whether another is the same thing told twice."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.spans = sorted(spans)

    def has(self, span: Span) -> bool:
        """Whether one of them shares half of the shorter one's time."""
        first = bisect_left(self.spans, -wearables.LONGEST, key=lambda known: known.start - span.start)
        last = bisect_left(self.spans, Span(span.end, span.end))
        return any(_are_same(known, span) for known in self.spans[first:last])


def _are_same(span: Span, other: Span) -> bool:
    shared = min(span.end, other.end) - max(span.start, other.start)
    return 2 * shared >= min(span.end - span.start, other.end - other.start)
