"""How a value stands in a cell of our own export, and how it is read back; the two undo each other exactly.

Moments are ISO 8601 in UTC with a Z, days ISO 8601, yes and no are words, an empty cell is a missing value.
A text that a spreadsheet would take for a formula is written with a leading ' (docs/rules.md, 27).
"""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from math import isfinite
from types import NoneType
from typing import Any

FORMULA = ("=", "+", "-", "@", "\t", "\r", "'")
FLAGS = {"yes": True, "no": False}


def write(value: object) -> str:
    return WRITTEN[type(value)](value)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def safe(text: str) -> str:
    """A text that a spreadsheet cannot take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


WRITTEN: Mapping[type, Callable[[Any], str]] = {
    NoneType: lambda value: "",
    bool: lambda value: "yes" if value else "no",
    datetime: _instant,
    date: date.isoformat,
    str: safe,
    int: repr,
    float: repr,
}


def read(cell: str, kind: str) -> object:
    """The value of a cell of this kind, one of READ; raises ValueError where it is none."""
    if kind == "text":
        return cell.removeprefix("'")
    return READ[kind](cell) if cell else None


def _moment(cell: str) -> datetime:
    if not cell.endswith("Z"):
        raise ValueError(cell)
    return datetime.fromisoformat(cell).astimezone(UTC)


def _number(cell: str) -> float:
    number = float(cell)
    if not isfinite(number):
        raise ValueError(cell)
    return number


def _flag(cell: str) -> bool:
    if cell not in FLAGS:
        raise ValueError(cell)
    return FLAGS[cell]


READ: Mapping[str, Callable[[str], object]] = {
    "day": date.fromisoformat,
    "moment": _moment,
    "whole": int,
    "number": _number,
    "flag": _flag,
}
