"""Which days an axis names: as fine a measure of the calendar as its length has room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.charts.wording import Look

BEFORE = timedelta(days=1)


def _week(day: date) -> int:
    return (day.toordinal() - 1) // 7  # 1 January of the year 1 was a Monday


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _year(day: date) -> int:
    return day.year


def _day_words(look: Look, day: date) -> str:
    return look.day(day)


def _month_words(look: Look, day: date) -> str:
    return str(day.year) if day.month == 1 else look.month(day)


def _year_words(look: Look, day: date) -> str:
    return str(day.year)


@dataclass(frozen=True)
class Measure:
    """Every so many weeks, months or years, and how one is named by its first day."""

    number: Callable[[date], int]
    length: float  # days
    every: int
    words: Callable[[Look, date], str]
    room: float  # pixels that a name takes

    def begins(self, day: date, before: date) -> bool:
        return self.number(day) // self.every != self.number(before) // self.every


MEASURES = (
    Measure(_week, 7, 1, _day_words, 64),
    Measure(_week, 7, 2, _day_words, 64),
    Measure(_week, 7, 4, _day_words, 64),
    Measure(_month, 30.4, 1, _month_words, 44),
    Measure(_month, 30.4, 3, _month_words, 44),
    Measure(_month, 30.4, 6, _month_words, 44),
    Measure(_year, 365.2, 1, _year_words, 44),
    Measure(_year, 365.2, 2, _year_words, 44),
    Measure(_year, 365.2, 5, _year_words, 44),
    Measure(_year, 365.2, 20, _year_words, 44),
)


def ticks(look: Look, days: Sequence[date], length: float, *, weekdays: bool = True) -> list[tuple[int, str]]:
    """The places, among days in order, of those that an axis of so many pixels names, with their names.

    The days may be the first ones of weeks or months, without `weekdays`; else a single week names each of
    its weekdays. A stretch in which no measure begins names its first day.
    """
    if weekdays and len(days) <= 7 and days[-1] - days[0] < timedelta(days=7):
        return [(place, look.weekday(day)) for place, day in enumerate(days)]
    for measure in MEASURES:
        many = ((days[-1] - days[0]).days + 1) / (measure.length * measure.every)
        if many * measure.room > length:
            continue
        found = [
            (place, measure.words(look, day))
            for place, day in enumerate(days)
            if measure.begins(day, days[place - 1] if place else day - BEFORE)
        ]
        if found:
            return found
    return [(0, look.day(days[0]))]
