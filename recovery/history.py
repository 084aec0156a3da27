"""One person's record between two days: a typed frame for each kind, and one way to add it up by day.

Moments in a frame are minutes since 1970 in UTC (float, NaN where missing), days are datetime64[s],
numbers are float (NaN where missing), answers 1, 0 or NaN (not answered), texts object. What a kind records
stands in its metrics module.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from itertools import islice, repeat
from sys import intern
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

Columns = Mapping[str, str]  # name -> "id", "day", "moment", "number", "flag", "answer" or "text"
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Computed = TypeVar("Computed")

TARGETS: Columns = {
    "strategy": "text", "starts": "day", "low": "number", "high": "number",
    "dose": "number", "clock": "number", "weekdays": "id",
}  # fmt: skip
PAUSES: Columns = {"pillar": "text", "first": "day", "last": "day"}
BATCH = 1000
WORK_DAYS = 0b0011111  # Monday to Friday; Monday is the lowest bit


def frame(rows: Iterable[Sequence[Any]], columns: Columns) -> pd.DataFrame:
    """Rows in the order of `columns` as a typed frame; of no rows an empty one.

    Days are whole days since 1970, moments minutes since 1970, flags 1 or 0; None is what is missing.
    """
    parts = [_typed(zip(*batch, strict=True), columns) for batch in _batches(iter(rows))]
    if not parts:
        return _empty(*columns.items())
    typed = {name: np.concatenate(own) for name, own in zip(columns, zip(*parts, strict=True), strict=True)}
    return pd.DataFrame(typed, copy=False)


@cache
def _empty(*columns: tuple[str, str]) -> pd.DataFrame:
    """The frame of no rows, made once, as nobody writes into a frame."""
    typed = _typed(repeat((), len(columns)), dict(columns))
    return pd.DataFrame(dict(zip(dict(columns), typed, strict=True)), copy=False)


def _batches(rows: Iterator[Sequence[Any]]) -> Iterator[list[Sequence[Any]]]:
    """So many rows at a time: all of ten years at once would each hold a dozen objects."""
    while batch := list(islice(rows, BATCH)):
        yield batch


def _typed(by_column: Iterable[Sequence[Any]], columns: Columns) -> list[npt.NDArray[Any]]:
    return [_TYPED[kind](values) for kind, values in zip(columns.values(), by_column, strict=True)]


def of_days(logs: pd.DataFrame, first: date, last: date) -> pd.DataFrame:
    """The rows, which are in the order of their days, of the days from `first` to `last`, both included."""
    at = logs["day"].to_numpy()
    start = int(np.searchsorted(at, np.datetime64(first, "s")))
    end = int(np.searchsorted(at, np.datetime64(last, "s"), side="right"))
    whole = (start, end) == (0, len(logs))
    return logs if whole else logs.iloc[start:end].reset_index(drop=True)


def day_number(day: date) -> int:
    """A day as whole days since 1970."""
    return day.toordinal() - date(1970, 1, 1).toordinal()


def day_numbers(days: npt.NDArray[np.datetime64]) -> Ints:
    """Days as whole days since 1970."""
    return days.astype("datetime64[D]").astype(np.int64)


def or_else(numbers: Floats, default: float | Floats) -> Floats:
    """The numbers, with `default` where they are missing."""
    return np.where(np.isnan(numbers), default, numbers)


def _days(values: Sequence[int | None]) -> npt.NDArray[np.datetime64]:
    return np.array(values, dtype="datetime64[D]").astype("datetime64[s]")


def _numbers(values: Sequence[float | None]) -> Floats:
    return np.array(values, dtype=float)


_TYPED: Mapping[str, Callable[[Sequence[Any]], npt.NDArray[Any]]] = {
    "id": lambda values: np.array(values, dtype=np.int64),
    "day": _days,
    "moment": _numbers,
    "number": _numbers,
    "flag": lambda values: np.array(values, dtype=float) == 1,
    "answer": _numbers,
    "text": lambda values: np.array([intern(value) for value in values], dtype=object),  # many are alike
}


@dataclass(frozen=True, eq=False)
class History:
    """All that a person recorded on the days from `first` to `last`, both included.

    `today` is the person's own current day: it, and every later day, has not closed. `after` holds the sleeps
    of the day after `last`, by which the last day's caffeine is judged; None where they were not asked for.
    """

    first: date
    last: date
    today: date
    sleep: pd.DataFrame
    exercise: pd.DataFrame
    diet: pd.DataFrame
    practice: pd.DataFrame
    checkin: pd.DataFrame
    targets: pd.DataFrame
    pauses: pd.DataFrame
    work_days: int = WORK_DAYS  # the person's usual ones, a bit a weekday
    after: pd.DataFrame | None = None
    computed: dict[object, tuple[object, Any]] = field(default_factory=dict, init=False, repr=False)

    @cached_property
    def days(self) -> pd.DatetimeIndex:
        return pd.date_range(self.first, self.last, freq="D", unit="s", name="day")

    @cached_property
    def numbers(self) -> Ints:
        """The days as whole days since 1970."""
        first = day_number(self.first)
        return np.arange(first, first + len(self), dtype=np.int64)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def once(self, compute: "Callable[..., Computed]", *subjects: object) -> Computed:
        """`compute(self, *subjects)`, done the first time it is asked for; do not write into the result."""
        key = (compute, *map(id, subjects))
        if key not in self.computed:
            # The subjects are kept beside the result, so that no later object can take their ids.
            self.computed[key] = (subjects, compute(self, *subjects))
        result: Computed = self.computed[key][1]
        return result

    def arrays(self, logs: pd.DataFrame) -> Mapping[str, npt.NDArray[Any]]:
        """The columns of one of the frames as plain arrays, much quicker than asking it for each."""
        return self.once(_arrays, logs)

    def offsets(self, logs: pd.DataFrame) -> Ints:
        """For each row of a frame, how many days after `first` its day is."""
        return self.once(_offsets, logs)

    def sums(self, at: Ints, amounts: Floats) -> Floats:
        """Amounts added up by day, `at` being each one's offset; NaN on a day without any."""
        # Rounded, so that 0.1 + 0.2 reaches an aim of 0.3.
        totals = np.round(np.bincount(at, amounts, len(self)), 6)
        return np.where(np.bincount(at, minlength=len(self)) > 0, totals, np.nan)

    def totals(self, logs: pd.DataFrame, column: str) -> Floats:
        """The sum of a column by day; NaN on a day without a row. Missing values count as nothing."""
        return self.sums(self.offsets(logs), or_else(logs[column].to_numpy(), 0))

    def series(self, values: Floats, name: str) -> pd.Series:
        """Values in the order of `days` as a daily series."""
        return pd.Series(values, index=self.days, name=name, copy=False)


def _arrays(history: History, logs: pd.DataFrame) -> Mapping[str, npt.NDArray[Any]]:
    return {str(name): column.to_numpy() for name, column in logs.items()}


def _offsets(history: History, logs: pd.DataFrame) -> Ints:
    offsets: Ints = day_numbers(logs["day"].to_numpy()) - history.numbers[0]
    return offsets
