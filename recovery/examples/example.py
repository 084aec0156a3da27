"""What a worked example is: a small record, in words and in rows, and what comes of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pandas as pd

from recovery import history
from recovery.aims import EVERY_DAY
from recovery.days import DAY
from recovery.history import Columns, History
from recovery.metrics import checkin, diet, exercise, practice, sleep

FIRST = date(2026, 3, 2)  # a Monday
BEGINS = {"day": history.day_number(FIRST), "moment": history.day_number(FIRST) * DAY}
BLANK = {
    "zone": "UTC", "zone_bed": "UTC", "weekdays": EVERY_DAY, "id": 0, "day": 0, "flag": False, "text": "",
}  # fmt: skip
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Record:
    """A record of some days from a Monday on, all in UTC and all closed.

    In its rows days are counted from 0, and moments are minutes after the midnight that begins day 0.
    """

    told: str
    days: int = 1
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def history(self) -> History:
        last = FIRST + timedelta(days=self.days - 1)
        return History(
            first=FIRST,
            last=last,
            today=last + timedelta(days=1),
            sleep=self._frame("sleep", sleep.COLUMNS),
            exercise=self._frame("exercise", exercise.COLUMNS),
            diet=self._frame("diet", diet.COLUMNS),
            practice=self._frame("practice", practice.COLUMNS),
            checkin=self._frame("checkin", checkin.COLUMNS),
            targets=self._frame("targets", history.TARGETS),
            pauses=self._frame("pauses", history.PAUSES),
        )

    def _frame(self, kind: str, columns: Columns) -> pd.DataFrame:
        cells = [[_cell(row, *column) for column in columns.items()] for row in self.rows.get(kind, ())]
        return history.frame(cells, columns)


def _cell(row: Row, name: str, kind: str) -> object:
    """A row's own value, or the blank one of its column or kind, as a database would give it."""
    value = row.get(name, BLANK.get(name, BLANK.get(kind)))
    return value if value is None or kind not in BEGINS else value + BEGINS[kind]


@dataclass(frozen=True)
class Example:
    """The value that a record gives, in the unit of its number: of a daily one, on the record's first day.

    `of` works it out where it is neither a metric nor a summary.
    """

    record: Record
    value: float
    of: Callable[[History], float] | None = None
