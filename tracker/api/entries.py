"""From an entry as JSON to a log and back, by the rules of its model (docs/rules.md, 1 to 8 and 25)."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from recovery import days
from tracker.api import shapes
from tracker.importers import Row
from tracker.intake import entry
from tracker.kinds import KINDS, Kind
from tracker.models import Log, User
from tracker.models.log import PROGRAM, MomentLog, fresh_key
from tracker.models.user import check_zone

AT_BED = ("bed", "tried", "asleep")  # on the clock of the zone at bed
MINUTE = timedelta(minutes=1)
ABOUT = ("key", "version")  # what an entry says of itself, not of what was done


def read(kind: Kind, user: User, given: dict[str, Any]) -> Log:
    """The unsaved log that a client means, settled and valid; raises ValidationError where it means none."""
    told = {name: value for name, value in given.items() if name not in ABOUT and value is not None}
    told.setdefault("zone", user.zone)
    if "zone_bed" in kind.model.own_fields():
        told.setdefault("zone_bed", told["zone"])
    _check_zones(told)
    fields = {"day": user.today(), **_plain(told, told)}
    log = _valid(Row(kind.slug, given.get("key") or fresh_key(), fields), user, PROGRAM)
    _agree(log, {name: fields[name] for name in told})
    _has_begun(log)
    return log


def changed(kind: Kind, stored: Log, given: dict[str, Any]) -> Log:
    """A log with some of its fields changed. It moves only if its day, a moment or a zone is among them.

    Raises ValidationError where it cannot be so.
    """
    before = {name: getattr(stored, name) for name in kind.model.own_fields()}
    told = {name: value for name, value in given.items() if value is not None or name not in shapes.ZONED}
    _check_zones(told)
    fields = _plain(told, before | told)
    moves = bool(places(kind) & {name for name, value in fields.items() if value != before[name]})
    row = Row(kind.slug, stored.key, before | fields, day=None if moves else stored.day)
    log = _valid(row, stored.user, stored.source)
    _agree(log, fields)
    if moves:
        _has_begun(log)
    return over(stored, log)


def over(stored: Log, log: Log) -> Log:
    """A log in the place of a stored one."""
    for name in ("pk", "user", "source", "key", "batch_id", "version", "created", "updated"):
        setattr(log, name, getattr(stored, name))
    return log


def is_same(one: Log, other: Log) -> bool:
    """Whether two logs say the same was done."""
    return all(getattr(one, name) == getattr(other, name) for name in type(one).own_fields())


def shown(kind: Kind, log: Log) -> dict[str, Any]:
    """A log as JSON: moments on the clock of their zone, with its offset from UTC."""
    told = {name: getattr(log, name) for name in kind.model.own_fields()}
    for name, value in told.items():
        if isinstance(value, datetime):
            told[name] = value.astimezone(ZoneInfo(_zone(name, told)))
        elif shapes.is_list(kind, name):
            told[name] = value.split()
    about = {name: getattr(log, name) for name in ("id", "key", "source", "version", "created", "updated")}
    return about | told


def places(kind: Kind) -> set[str]:
    """The fields that say when it was, as the kind's form has them (rule 3)."""
    moments = {name for name, column in kind.model.COLUMNS.items() if column == "moment"}
    return moments | {name.removesuffix("_at") for name in kind.form.PLACED}


def _check_zones(told: dict[str, Any]) -> None:
    for name in set(shapes.ZONED) & set(told):
        try:
            check_zone(told[name])
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from error


def _plain(told: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """What was told, as the table keeps it; `whole` names the zones of clock times without an offset."""
    plain: dict[str, Any] = {}
    for name, value in told.items():
        if isinstance(value, datetime):
            plain[name] = _moment(name, value, _zone(name, whole))
        elif isinstance(value, list):
            plain[name] = " ".join(value)
        else:
            plain[name] = value
    return plain


def _zone(name: str, whole: dict[str, Any]) -> str:
    return str(whole["zone_bed"] if name in AT_BED and "zone_bed" in whole else whole["zone"])


def _moment(name: str, value: datetime, zone: str) -> datetime:
    """The moment in UTC. Without an offset it is on the clock of the zone, where it must not come twice."""
    try:
        if value.tzinfo is not None:
            return value.astimezone(UTC)
        if days.is_twice(value.date(), value.hour * 60 + value.minute, zone):
            raise ValidationError({name: _("The clocks went back: give it with its offset from UTC.")})
        return value.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except OverflowError as error:
        raise ValidationError({name: _("No calendar holds that time.")}) from error


def concerned(model: type[Log], fields: Mapping[str, Any]) -> list[str]:
    """Of the fields that a rule about the whole entry is about, those that are told."""
    return [name for name in model.RULED if fields.get(name) is not None]


def _valid(row: Row, user: User, source: str) -> Log:
    try:
        return entry.valid(row, user, source)
    except ValidationError as error:
        model = KINDS[row.kind].model
        names = concerned(model, row.fields) or model.RULED
        if hasattr(error, "error_dict") or not names:
            raise
        raise ValidationError(dict.fromkeys(names, error.messages)) from error
    except (OverflowError, ValueError) as error:
        raise ValidationError(_("It holds a time that no calendar holds.")) from error


def _agree(log: Log, told: dict[str, Any]) -> None:
    """Refuse what does not fit the rest: settling has put another value there, which follows from it."""
    for name, value in told.items():
        settled = getattr(log, name)
        near = isinstance(value, datetime) and settled and abs(settled - value) < MINUTE
        if settled != value and not near:
            sentence = _("It does not fit the rest of the entry, from which it follows: leave it out.")
            raise ValidationError({name: sentence})


def _has_begun(log: Log) -> None:
    """The pages take no day that lies ahead, and so does this."""
    if log.day > _latest(log):
        raise ValidationError({"day": _("That day has not begun yet.")})


def _latest(log: Log) -> date:
    """The day that has begun last: a sleep's by the calendar, any other's by the person's day start."""
    now = timezone.now()
    if isinstance(log, MomentLog):
        return days.day_of(now, log.zone, log.user.day_start)
    return days.local_date(now, log.zone)
