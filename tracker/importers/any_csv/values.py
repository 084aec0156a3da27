"""What single cells say: days, clock times, lengths, amounts, as people and programs write them."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from math import isfinite

from tracker.importers import months, zones

DMY, MDY = "dmy", "mdy"
MISSING = frozenset({"", "-", "--", "—", "n/a", "na", "null", "none", "nan", "?"})
PARTS = re.compile(r"(\d{1,4})([-/.])\s?(\d{1,2})\2\s?(\d{2,4})\b")
NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[. -]+([^\W\d_]{3,})\.?,?[ -]+(\d{4})\b")
NAMED_MDY = re.compile(r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b")
CLOCK = re.compile(
    r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s*(?:([ap])\.?m\.?)?(?: ?(?:Uhr|h))?", re.I
)
HOUR = re.compile(r"(\d{1,2})\s*([ap])\.?m\.?", re.I)
BETWEEN = re.compile(r"(?<=\d)T(?=\d)")  # the day and the clock time of ISO 8601
OFFSET = re.compile(r"\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\d\d:?\d\d)$")
UTC_NAMES = ("Z", "UTC", "GMT")
EPOCH = re.compile(r"1?\d{9}(?:\.\d+)?|1?\d{12}")  # seconds or milliseconds since 1970, from 2001 on
NUMBER = re.compile(r"([-+]?[\d.,' ]*\d)\s*([^\d]*)")
LENGTH = re.compile(
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:h|hr|hrs|hours?|std|stunden?)\.?)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:m|min|mins|minutes?|minuten)\.?)?\s*"
    r"(?:(\d+(?:[.,]\d+)?)\s*(?:s|sec|secs|seconds?|sek)\.?)?",
    re.I,
)
YES = frozenset({"yes", "y", "true", "1", "x", "ja", "oui", "si", "sí", "nap", "✓"})
CENTURY = 2000


class Refused(Exception):  # noqa: N818 (what a row is, not a fault)
    """Why a row is left out, in words."""

    def __init__(self, sentence: str, **params: str) -> None:
        super().__init__(sentence)
        self.sentence, self.params = sentence, params


@dataclass(frozen=True, slots=True)
class Told:
    """What a cell says of a moment: any of a day, the clock in seconds after midnight, and the offset."""

    day: date | None = None
    clock: int | None = None
    offset: timedelta | None = None
    instant: datetime | None = None  # in UTC, where it is a count since 1970


def is_missing(cell: str) -> bool:
    return cell.strip().lower() in MISSING


@lru_cache(maxsize=4096)  # clock times come again and again
def moment(cell: str, order: str) -> Told:
    """Raises ValueError for what is neither a day nor a clock time, OverflowError beyond the calendar."""
    text = BETWEEN.sub(" ", cell.replace("\u202f", " ").replace("\xa0", " ").strip())
    if EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text) >= 12 and "." not in text else 1)
        return Told(instant=datetime.fromtimestamp(round(seconds), UTC))
    found = OFFSET.search(text)
    offset = zones.offset(found[1]) if found and ":" in text[: found.start()] else None
    day, rest = _day(text[: found.start()] if found and offset is not None else text, order)
    clock = _clock(rest.strip(" ,T-")) if rest.strip(" ,T-") else None
    if day is None and clock is None:
        raise ValueError(cell)
    if day and clock is not None and found and found[1] in UTC_NAMES and offset is not None:
        midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
        return Told(instant=midnight + timedelta(seconds=clock))  # it says nothing of a place
    return Told(day, clock, offset)


def is_moment(cell: str) -> bool:
    """Whether a cell is a day or a clock time, in whatever order."""
    return any(can_be(cell, order) for order in (DMY, MDY))


def can_be(cell: str, order: str) -> bool:
    try:
        moment(cell, order)
    except (ValueError, OverflowError, OSError):
        return False
    return True


def ambiguity(cell: str) -> tuple[bool, bool] | None:
    """Whether a cell's day can be day-month and month-day; None where it is no such day.

    With points between them the day comes first: no country writes it otherwise.
    """
    found = PARTS.match(cell.strip())
    if found is None or len(found[1]) > 2:
        return None
    first, second = int(found[1]), int(found[3])
    return first <= 31 and second <= 12, first <= 12 and second <= 31 and found[2] != "."


def length(cell: str, per_number: float) -> float:
    """Minutes: `7:30`, `7 h 30 min`, `450`; a bare number counts `per_number` minutes. Raises ValueError."""
    text = cell.strip()
    if ":" in text:
        hours, minutes, *seconds = (int(part) for part in text.split(":"))
        return hours * 60 + minutes + sum(seconds) / 60
    found = LENGTH.fullmatch(text)
    if found and any(found.groups()):
        parts = [float((part or "0").replace(",", ".")) for part in found.groups()]
        return parts[0] * 60 + parts[1] + parts[2] / 60
    return number(text) * per_number


def number(cell: str) -> float:
    """`1234.5`, `1.234,5`, `7,5 mg`; raises ValueError for what is none."""
    return amount(cell)[0]


@lru_cache(maxsize=4096)
def amount(cell: str) -> tuple[float, str]:
    """A number, and what stands after it; raises ValueError for what is none."""
    found = NUMBER.fullmatch(cell.strip())
    if found is None:
        raise ValueError(cell)
    text = found[1].replace(" ", "").replace("'", "")
    if text.rfind(",") > text.rfind("."):
        text = text.replace(".", "").replace(",", ".")
    value = float(text.replace(",", ""))
    if not isfinite(value):
        raise ValueError(cell)
    return value, found[2].strip()


def flag(cell: str) -> bool:
    return cell.strip().lower() in YES


def _day(text: str, order: str) -> tuple[date | None, str]:
    """The day that a text begins or ends with, and the rest of it."""
    found = PARTS.search(text)
    if found:
        return _in_order(found[1], found[3], found[4], order), text[: found.start()] + text[found.end() :]
    for pattern, places in ((NAMED, (3, 2, 1)), (NAMED_MDY, (3, 1, 2))):
        found = pattern.search(text)
        if found:
            year, name, day = (found[place] for place in places)
            return date(int(year), _month(name), int(day)), text[: found.start()] + text[found.end() :]
    return None, text


def _in_order(first: str, second: str, third: str, order: str) -> date:
    if len(first) > 2:
        return date(int(first), int(second), int(third))
    year = int(third) + (CENTURY if len(third) == 2 else 0)
    month, day = (first, second) if order == MDY else (second, first)
    return date(year, int(month), int(day))


def _month(name: str) -> int:
    found = months.number(name)
    if found is None:
        raise ValueError(name)
    return found


def _clock(text: str) -> int:
    found = CLOCK.fullmatch(text)
    if found:
        hour, minute, second, half = int(found[1]), int(found[2]), int(found[3] or 0), found[4]
    elif found := HOUR.fullmatch(text):
        hour, minute, second, half = int(found[1]), 0, 0, found[2]
    else:
        raise ValueError(text)
    if half:
        if not 1 <= hour <= 12:
            raise ValueError(text)
        hour = hour % 12 + (12 if half in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        raise ValueError(text)
    return hour * 3600 + minute * 60 + second
