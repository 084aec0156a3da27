"""Entries into their table, straight from plain values: while they are written, nobody else can write.

Models were made and checked when the file was read; to make them again here takes three times as long.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.db import connection, models

from tracker.intake.plain import Plain

Adapt = Callable[[Any], Any]
Model = type[models.Model]


def insert(model: Model, rows: Sequence[Plain]) -> None:
    """Write rows, each with every column that may not be missing; with their ids, where they have some."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if field.attname != "id" or "id" in rows[0]]
    marks = ", ".join(["%s"] * len(fields))
    _many(f"INSERT INTO {_table(model)} ({', '.join(map(_column, fields))}) VALUES ({marks})", fields, rows)


def change(model: Model, columns: Collection[str], rows: Sequence[Plain]) -> None:
    """Write columns of the entries that have the ids of these rows."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if field.attname in columns]
    marks = ", ".join(f"{_column(field)} = %s" for field in fields)
    _many(f"UPDATE {_table(model)} SET {marks} WHERE id = %s", [*fields, model._meta.pk], rows)


def _many(statement: str, fields: Sequence[Any], rows: Sequence[Plain]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(statement, list(_lines(fields, rows)))


def _lines(fields: Sequence[Any], rows: Sequence[Plain]) -> Iterator[list[Any]]:
    """What the database is handed for each row; most plain values go as they are."""
    names = [field.attname for field in fields]
    adapted = [(place, adapt) for place, field in enumerate(fields) if (adapt := _adapter(field))]
    for row in rows:
        line = list(map(row.get, names))
        for place, adapt in adapted:
            if line[place] is not None:
                line[place] = adapt(line[place])
        yield line


def _adapter(field: "models.Field[Any, Any]") -> Adapt | None:
    operations = connection.ops
    if isinstance(field, models.DateTimeField):
        moments = lru_cache(maxsize=4)(datetime.fromisoformat)  # those of writing are the same for all
        return lambda text: operations.adapt_datetimefield_value(moments(text))
    if isinstance(field, models.DateField):
        return lambda text: operations.adapt_datefield_value(date.fromisoformat(text))
    if isinstance(field, models.JSONField):
        return lambda value: field.get_db_prep_save(value, connection)
    return None


def _table(model: Model) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _column(field: "models.Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(field.column))
