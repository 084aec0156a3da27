"""An entry as plain values, which JSON holds."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from tracker.models import Log, LogQuerySet

Plain = dict[str, Any]
_encode = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def plain(values: Iterable[tuple[str, Any]]) -> Plain:
    """Without what is missing; days and moments in ISO 8601, to the microsecond."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in values
        if value is not None
    }


def found(logs: LogQuerySet) -> Iterator[Plain]:
    """Every column of entries, without making models of them."""
    columns = [field.attname for field in logs.model._meta.concrete_fields]
    for values in logs.values_list(*columns):
        yield plain(zip(columns, values, strict=True))


def own(log: Log) -> Plain:
    """The columns that say what was done."""
    names, values = _own(type(log))
    return plain(zip(names, values(log), strict=True))


def text(values: Plain) -> str:
    return _encode(values)


@cache
def names(model: type[Log]) -> frozenset[str]:
    """The columns that say what was done."""
    return frozenset(model.own_fields())


@cache
def _own(model: type[Log]) -> tuple[list[str], Callable[[Log], tuple[Any, ...]]]:
    names = model.own_fields()
    return names, attrgetter(*names)
