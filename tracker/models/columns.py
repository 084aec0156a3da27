"""How the columns of a table reach a frame: days, moments and flags as the numbers that frames hold.

The database turns them into numbers itself. To build a date or a datetime for each value of ten years, only
to take it apart again, cost more than everything else about reading them.
"""

from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func
from django.db.models.sql.compiler import SQLCompiler

from recovery import history


class Number(Func):
    """A value as the number that a frame holds."""

    arity = 1
    output_field = models.FloatField()

    def get_db_converters(self, connection: BaseDatabaseWrapper) -> list[Any]:
        """None: each value would cost a call, and they come as numbers."""
        return []


class DayNumber(Number):
    """A date as whole days since 1970."""

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_more: Any
    ) -> tuple[str, Any]:
        template = "CAST(julianday(%(expressions)s) - 2440587.5 AS INTEGER)"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_more: Any
    ) -> tuple[str, Any]:
        template = "(%(expressions)s - DATE '1970-01-01')"
        return self.as_sql(compiler, connection, template=template)


class Minutes(Number):
    """A moment as minutes since 1970 in UTC."""

    def as_sqlite(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_more: Any
    ) -> tuple[str, Any]:
        # Rounded to milliseconds: so finely SQLite keeps a moment, as a fraction of a day.
        template = "ROUND((julianday(%(expressions)s) - 2440587.5) * 86400, 3) / 60"
        return self.as_sql(compiler, connection, template=template)

    def as_postgresql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **_more: Any
    ) -> tuple[str, Any]:
        template = "(EXTRACT(EPOCH FROM %(expressions)s)::double precision / 60)"
        return self.as_sql(compiler, connection, template=template)


class OneOrZero(Number):
    """A flag as 1 or 0."""

    template = "CAST(%(expressions)s AS INTEGER)"


READ = {"day": DayNumber, "moment": Minutes, "flag": OneOrZero, "answer": OneOrZero}


def as_numbers(rows: "models.QuerySet[Any]", columns: history.Columns) -> "models.QuerySet[Any, Any]":
    """Rows of some columns, in the order of these, as `history.frame` takes them."""
    return rows.values_list(*(READ[kind](name) if kind in READ else name for name, kind in columns.items()))
