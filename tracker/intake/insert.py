"""Entries into their table, straight from plain values: while they are written, nobody else can write.

Models were made and checked when the file was read; to make them again here takes three times as long.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from django.db import connection, models

from tracker.intake.plain import READ, Plain
from tracker.models import Log

Adapt = Callable[[Any], Any]


def insert(model: type[Log], rows: Sequence[Plain]) -> None:
    """Write entries, each with every column that may not be missing; with their ids, where they have some."""
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if field.attname != "id" or "id" in rows[0]]
    columns = ", ".join(connection.ops.quote_name(str(field.column)) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    table = connection.ops.quote_name(model._meta.db_table)
    adapters = [(field.attname, _adapter(field)) for field in fields]
    values = [[adapt(row.get(name)) for name, adapt in adapters] for row in rows]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", values)


def _adapter(field: "models.Field[Any, Any]") -> Adapt:
    """How a plain value is handed to the database; most of them as they are."""
    read = READ.get(type(field))
    if read is None:
        return lambda value: value

    @lru_cache(maxsize=64)  # the moments of writing are the same for all
    def adapted(text: str | None) -> object:
        moment = read(text) if text is not None else None
        return field.get_db_prep_save(moment, connection)

    return adapted
