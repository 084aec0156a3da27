"""The one door from tables to pandas."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pandas as pd
from django.db import connection
from django.db.models import QuerySet

from recovery import history
from recovery.history import History
from tracker.kinds import KINDS
from tracker.models import Log, Pause, Target, User
from tracker.models.columns import as_numbers
from tracker.models.log import FIRST_DAY


def load(user: User, first: date, last: date, only: str = "") -> History:
    """All that a person recorded on the days from `first` to `last`, both included, and their whole plan.

    With `only`, the logs of the kinds that it names; the frames of the others are empty.
    """
    next_day = last + timedelta(days=1)
    asked = (user.pk, *(connection.ops.adapt_datefield_value(day) for day in (first, next_day)))
    wanted = only.split() or KINDS
    logs = {
        slug: read(kind.model, *asked) if slug in wanted else history.frame([], kind.model.COLUMNS)
        for slug, kind in KINDS.items()
    }
    return History(
        first=first,
        last=last,
        today=user.today(),
        **{slug: history.of_days(rows, first, last) for slug, rows in logs.items()},
        after=history.of_days(logs["sleep"], next_day, next_day),
        targets=read(Target, user.pk),
        pauses=read(Pause, user.pk),
        work_days=user.work_days,
    )


def read(model: type[Log | Target | Pause], *asked: int | str | None) -> pd.DataFrame:
    """A person's rows as a typed frame; `asked` is the person and, of logs, the first and the last day."""
    with connection.cursor() as cursor:
        cursor.execute(statement(model), asked)
        return history.frame(cursor, model.COLUMNS)


@cache
def statement(model: type[Log | Target | Pause]) -> str:
    """The SQL of `read`, once for each table: to put it together takes Django far longer than to run it."""
    rows: QuerySet[Any] = model.objects.filter(user=0).order_by("id")
    if issubclass(model, Log):
        rows = rows.filter(day__range=(FIRST_DAY, FIRST_DAY)).order_by("day", *model.ORDER)
    sql, _asked = as_numbers(rows, model.COLUMNS).query.sql_with_params()
    return sql
