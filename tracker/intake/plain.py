"""An entry as plain values, which JSON holds, and back: the two undo each other exactly."""

import json
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db import models

from tracker.models import Log

Plain = dict[str, Any]
READ: dict[type[Any], Callable[[str], Any]] = {
    models.DateTimeField: datetime.fromisoformat,
    models.DateField: date.fromisoformat,
}


def plain(values: Iterable[tuple[str, Any]]) -> Plain:
    """Without what is missing; days and moments in ISO 8601, to the microsecond."""
    return {name: _written(value) for name, value in values if value is not None}


def of(log: Log) -> Plain:
    """Every column of an entry."""
    return plain((field.attname, getattr(log, field.attname)) for field in log._meta.concrete_fields)


def own(log: Log) -> Plain:
    """The columns that say what was done."""
    return plain((name, getattr(log, name)) for name in names(type(log)))


def read(model: type[Log], values: Plain) -> Plain:
    """The same, as the model has them."""
    readers = _readers(model)
    return {name: readers[name](value) if name in readers else value for name, value in values.items()}


def text(values: Plain) -> str:
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False)


@cache
def names(model: type[Log]) -> tuple[str, ...]:
    return tuple(model.own_fields())


@cache
def _readers(model: type[Log]) -> dict[str, Callable[[str], Any]]:
    fields = model._meta.concrete_fields
    return {field.attname: READ[type(field)] for field in fields if type(field) in READ}


def _written(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
