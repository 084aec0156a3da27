"""The one door for entries in bulk: a file comes in whole or not at all, and can be taken out again.

Every log passes the validation of its model, as typed ones do, but without a form (docs/rules.md, 25).
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import chain
from typing import Any, BinaryIO

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from recovery.words import N_
from tracker import importers, restore
from tracker.importers import Answers, Problem, Row, Unreadable, Upload
from tracker.kinds import KINDS
from tracker.models import Import, Log, SleepLog, User
from tracker.models.user import check_zone

CHUNK = 1000
ROWS = 100_000  # of one file, thirty years of a full record: while they are written, nobody else can write
LISTED = 200  # lines of each list that the report keeps; the counts are of all
NEAR = timedelta(days=3)  # from the day to any of its moments, in whatever zone
OWNED = ["id", "user", "batch"]  # columns that no file fills
FATES = ("new", "there", "deleted", "aside")

Span = tuple[datetime, datetime]


def read_file(user: User, file: BinaryIO) -> Import:
    """Take in a file of any format that is known; raises Unreadable, and then nothing has changed."""
    upload = Upload(file)
    importer = importers.recognise(upload)
    rows = importer.read(upload, Answers(zone=user.zone))
    return take_in(user, importer.SOURCE, rows, whole=importer.WHOLE)


def take_in(user: User, source: str, rows: Iterable[Row | Problem], *, whole: bool = False) -> Import:
    """Write the rows of one file in one transaction, and report what became of each.

    An entry already there, by source and key, is left as it is; one that was deleted stays deleted; a sleep
    that shares half of the shorter with a typed one is kept aside. A row that breaks a rule is listed and
    left out; with `whole` it refuses the file. Raises Unreadable, and then nothing has changed.
    """
    try:
        with transaction.atomic():
            # Locked, as two files at once would miss each other's keys; a copy, as a refusal may spoil it.
            person = User.objects.select_for_update().get(pk=user.pk)
            intake = Intake(Import.objects.create(user=person, source=source), whole=whole)
            for logs in _chunks(intake.accepted(rows)):
                type(logs[0]).objects.bulk_create(logs)
            user.touch()
            return intake.finish()
    except (DataError, IntegrityError) as error:
        raise Unreadable(N_("The file contradicts itself: two of its values cannot both be true.")) from error


def take_back(batch: Import) -> None:
    """Undo an import: its logs go, but for those edited since, which the report then lists (rules 24, 26).

    No key is left behind, so that the same file can come in again.
    """
    with transaction.atomic():
        batch = Import.objects.select_for_update().get(pk=batch.pk)
        if batch.undone:
            return
        unedited = Q(version=1) | Q(updated__lte=batch.created)
        stay = restore.take_back(batch)
        for slug, kind in KINDS.items():
            logs = kind.of(batch.user).filter(batch=batch)
            logs.filter(unedited).delete()
            days = logs.order_by("day").values_list("day", flat=True)
            stay += [[slug, day.isoformat()] for day in days]
        batch.report["stay"] = stay
        batch.undone = timezone.now()
        batch.save(update_fields=["report", "undone"])
        batch.user.touch()


class Intake:
    """One file on its way in: what the record already holds, and what has become of the rows so far."""

    def __init__(self, batch: Import, *, whole: bool) -> None:
        self.batch, self.user, self.whole = batch, batch.user, whole
        self.there = {slug: _keys(kind.of(batch.user)) for slug, kind in KINDS.items()}
        self.deleted = {slug: _keys(batch.user.tombstones.filter(kind=slug)) for slug in KINDS}
        self.typed = _typed_sleeps(batch.user)
        self.fresh = not any(self.there.values())
        self.plan: restore.Restored | None = None
        self.counts = {slug: dict.fromkeys(FATES, 0) for slug in KINDS}
        self.seen: set[tuple[str, str, str]] = set()
        self.days: tuple[date, date] | None = None
        self.problems: list[list[Any]] = []
        self.aside: list[list[Any]] = []
        self.left_out = 0

    def accepted(self, rows: Iterable[Row | Problem]) -> Iterator[Log]:
        """The logs that come in; what is left out is noted for the report."""
        for row in _bounded(rows):
            if isinstance(row, Problem):
                self._leave_out(row.line, _(row.sentence) % row.params)
                continue
            try:
                log = self._judged(row)
            except ValidationError as error:
                self._refuse(row, _worded(error, row.kind))
            except (OverflowError, ValueError):
                self._refuse(row, _("a time lies outside of what a calendar holds"))
            else:
                if log is not None:
                    yield self._counted(log, row)

    def finish(self) -> Import:
        """The report, written down."""
        self.batch.report = {
            "counts": {slug: counts for slug, counts in self.counts.items() if any(counts.values())},
            "days": [day.isoformat() for day in self.days or ()],
            "problems": sorted(self.problems, key=lambda problem: problem[0] or 0),
            "left_out": self.left_out,
            "aside": self.aside,
            "plan": self.plan.report() if self.plan else {},
        }
        self.batch.save(update_fields=["report"])
        return self.batch

    def _judged(self, row: Row) -> Log | None:
        """The log of a row, valid; None where nothing is to be written."""
        if row.kind not in KINDS:
            self.plan = self.plan or restore.Restored(self.user, fresh=self.fresh)
            self.plan.take(row)
            return None
        name = (row.written.get("source", self.batch.source), row.key)
        for fate, keys in (("there", self.there), ("deleted", self.deleted)):
            if name in keys[row.kind]:
                self.counts[row.kind][fate] += 1
                return None
        if (row.kind, *name) in self.seen:
            raise ValidationError(_("this entry stands in the file twice"))
        self.seen.add((row.kind, *name))
        log = _checked(self._log(row), row.day)
        return None if isinstance(log, SleepLog) and self._stands_aside(log, row) else log

    def _log(self, row: Row) -> Log:
        moment = self.batch.created
        written = {"source": self.batch.source, "created": moment, "updated": moment, **row.written}
        return KINDS[row.kind].model(user=self.user, batch=self.batch, key=row.key, **written, **row.fields)

    def _stands_aside(self, log: SleepLog, row: Row) -> bool:
        if not log.asleep or not log.awake or not _shares_half((log.asleep, log.awake), self.typed):
            return False
        self.counts["sleep"]["aside"] += 1
        if len(self.aside) < LISTED:
            self.aside.append([row.line, log.asleep.isoformat(), log.awake.isoformat()])
        return True

    def _counted(self, log: Log, row: Row) -> Log:
        self.counts[row.kind]["new"] += 1
        first, last = self.days or (log.day, log.day)
        self.days = (min(first, log.day), max(last, log.day))
        return log

    def _refuse(self, row: Row, why: str) -> None:
        if self.whole:
            raise Unreadable("%(why)s", row.line, row.file, why=why)
        self._leave_out(row.line, why)

    def _leave_out(self, line: int | None, why: str) -> None:
        self.left_out += 1
        if len(self.problems) < LISTED:
            self.problems.append([line, why])


def _bounded(rows: Iterable[Row | Problem]) -> Iterator[Row | Problem]:
    for number, row in enumerate(rows):
        if number == ROWS:
            raise Unreadable(N_("The file holds more than %(most)s entries."), most=ROWS)
        yield row


def _checked(log: Log, day: date | None) -> Log:
    """The log, settled unless the file itself knows its day, and valid; raises ValidationError."""
    for field in ("zone", "zone_bed"):
        check_zone(getattr(log, field, log.zone))
    if day is None:
        log.settle()
    else:
        log.day = day
    log.clean_fields(exclude=OWNED)
    _check_texts(log)
    _check_moments(log)
    log.clean()
    return log


def _check_texts(log: Log) -> None:
    """The bounds of long texts, which Django leaves to forms, and the character that no database holds."""
    for field in log._meta.concrete_fields:
        text = getattr(log, field.attname)
        if isinstance(text, str) and "\0" in text:
            raise ValidationError({field.name: _("It holds a character that is no text.")})
        if isinstance(field, models.TextField) and len(text) > (field.max_length or len(text)):
            why = _("It has %(found)s characters; %(most)s are the most.")
            raise ValidationError({field.name: why % {"found": len(text), "most": field.max_length}})


def _check_moments(log: Log) -> None:
    noon = datetime(log.day.year, log.day.month, log.day.day, 12, tzinfo=UTC)
    for name, kind in type(log).COLUMNS.items():
        moment = getattr(log, name) if kind == "moment" else None
        if moment is not None and abs(moment - noon) > NEAR:
            raise ValidationError({name: _("It does not lie on the day of the entry.")})


def _worded(error: ValidationError, kind: str) -> str:
    """The first thing that is wrong, in one sentence, with the name of the field where it is of one."""
    if kind not in KINDS or not hasattr(error, "error_dict"):
        return str(error.messages[0])
    name, messages = next(iter(error.message_dict.items()))
    field = next(f for f in KINDS[kind].model._meta.concrete_fields if f.name == name)
    return f"{field.verbose_name}: {messages[0]}"


def _keys(rows: models.QuerySet[Any]) -> set[tuple[str, str]]:
    return set(rows.values_list("source", "key").iterator())


def _typed_sleeps(user: User) -> dict[date, list[Span]]:
    """The sleeps that the person typed, under each date that they touch."""
    by_date: dict[date, list[Span]] = {}
    typed = user.sleeplogs.filter(source="").values_list("asleep", "awake")
    for asleep, awake in ((a, b) for a, b in typed if a and b):
        for touched in {asleep.date(), awake.date()}:
            by_date.setdefault(touched, []).append((asleep, awake))
    return by_date


def _shares_half(sleep: Span, typed: dict[date, list[Span]]) -> bool:
    """Whether a typed sleep and this one have half of the shorter in common (docs/rules.md, 26)."""
    near = chain.from_iterable(typed.get(touched, ()) for touched in {sleep[0].date(), sleep[1].date()})
    return any(2 * _shared(sleep, other) >= min(sleep[1] - sleep[0], other[1] - other[0]) for other in near)


def _shared(sleep: Span, other: Span) -> timedelta:
    return min(sleep[1], other[1]) - max(sleep[0], other[0])


def _chunks(logs: Iterable[Log]) -> Iterator[list[Log]]:
    """The logs in lists of one kind, short enough to write at once."""
    chunk: list[Log] = []
    for log in logs:
        if chunk and (len(chunk) == CHUNK or type(log) is not type(chunk[0])):
            yield chunk
            chunk = []
        chunk.append(log)
    if chunk:
        yield chunk
