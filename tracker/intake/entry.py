"""A row of a file becomes an entry by the rules of its model, as typed ones do, but without a form.

docs/rules.md, 25.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cache, lru_cache, partial
from math import isfinite
from operator import attrgetter, call
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from tracker.importers import Row
from tracker.kinds import KINDS
from tracker.models import Log, User
from tracker.models.user import check_zone

NEAR = timedelta(days=3)  # from the day to any of its moments, in whatever zone
OWNED = ["id", "user", "batch"]  # columns that no file fills
KNOWN = 500  # values of a column that are remembered as accepted
OF_ONE = ("key", "note")  # what hardly two entries share is not remembered
Accepts = Callable[[Any], bool]


def valid(row: Row, user: User, source: str) -> Log:
    """The unsaved log of a row, settled unless the file itself knows its day.

    Raises ValidationError, and OverflowError or ValueError for a time that no calendar holds.
    """
    log = _made(row, user, source)
    for field in ("zone", "zone_bed"):
        check_zone(getattr(log, field, log.zone))
    if row.day is None:
        log.settle()
    else:
        log.day = row.day
    if not _is_accepted(log):
        log.clean_fields(exclude=OWNED)
        _check_values(log)
    _check_moments(log)
    log.clean()
    return log


def _made(row: Row, user: User, source: str) -> Log:
    """An unsaved log; by position, which Django does three times as fast as by name."""
    model, now = KINDS[row.kind].model, timezone.now()
    told = {"created": now, "updated": now, **row.fields, "source": source, **row.written, "key": row.key}
    blank = _blank(model)
    if unknown := told.keys() - blank.keys():
        raise TypeError(f"{model.__name__} has no {', '.join(sorted(unknown))}")
    make: Callable[..., Log] = model
    log = make(*(blank | told).values())
    log.user = user
    return log


@cache
def _blank(model: type[Log]) -> dict[str, Any]:
    """The defaults of all columns, in their order."""
    return {field.attname: field.get_default() for field in model._meta.concrete_fields}


def _is_accepted(log: Log) -> bool:
    """Whether each value is one that its column takes as it is: most have come before."""
    values, columns = _columns(type(log))
    try:
        return all(map(call, columns, values(log)))
    except TypeError:  # of a kind that cannot be remembered
        return False


@cache
def _columns(model: type[Log]) -> tuple[Callable[[Log], tuple[Any, ...]], list[Accepts]]:
    fields = [field for field in model._meta.concrete_fields if field.name not in OWNED]
    return attrgetter(*(field.attname for field in fields)), [_accepting(field) for field in fields]


def _accepting(field: "models.Field[Any, Any]") -> Accepts:
    """Whether a column takes a value as it is; what it has taken once it takes again."""
    if field.name in OF_ONE:
        return partial(_takes, field)

    @lru_cache(maxsize=KNOWN, typed=True)
    def accepts(value: object) -> bool:
        return _takes(field, value)

    if isinstance(field, models.DateTimeField) and not field.validators:
        return lambda value: type(value) is datetime or accepts(value)
    return accepts


def _takes(field: "models.Field[Any, Any]", value: object) -> bool:
    if field.blank and value in field.empty_values:
        return True
    try:
        cleaned = field.clean(value, None)
        _check_value(field, value)
    except ValidationError:
        return False
    return type(cleaned) is type(value) and bool(cleaned == value)


def _check_values(log: Log) -> None:
    """The bounds of long texts, which Django leaves to forms; what no database holds as it is."""
    for field in log._meta.concrete_fields:
        _check_value(field, getattr(log, field.attname))


def _check_value(field: "models.Field[Any, Any]", value: object) -> None:
    if isinstance(value, str):
        _check_text(field, value)
    elif isinstance(value, float) and not isfinite(value):
        raise ValidationError({field.name: _("It is no number.")})


def _check_text(field: "models.Field[str, str]", text: str) -> None:
    if "\0" in text:
        raise ValidationError({field.name: _("It holds a character that is no text.")})
    if isinstance(field, models.TextField) and len(text) > (field.max_length or len(text)):
        numbers = {"found": len(text), "most": field.max_length}
        why = ValidationError(_("It has %(found)s characters; %(most)s are the most."), params=numbers)
        raise ValidationError({field.name: why})


def _check_moments(log: Log) -> None:
    noon = datetime(log.day.year, log.day.month, log.day.day, 12, tzinfo=UTC)
    for name in _moments(type(log)):
        moment = getattr(log, name)
        if moment is not None and abs(moment - noon) > NEAR:
            raise ValidationError({name: _("It does not lie on the day of the entry.")})


@cache
def _moments(model: type[Log]) -> tuple[str, ...]:
    return tuple(name for name, kind in model.COLUMNS.items() if kind == "moment")
