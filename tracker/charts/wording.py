"""What a chart leaves to the page: its words, how numbers and dates are written, and its form.

Charts mark sentences with N_; `Look.say` translates them, so that no chart knows Django.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from recovery.metrics.metric import Unit

WIDE, MIDDLE, NARROW = 840, 560, 340  # pixels of a drawing for a desk, a tablet, a phone


def as_is(sentence: str) -> str:
    return sentence


def plain_day(day: date) -> str:
    return f"{day.day} {day:%b}"


def plain_month(day: date) -> str:
    return f"{day:%b}"


def plain_weekday(day: date) -> str:
    return f"{day:%a}"


def plain_clock(minutes: float) -> str:
    return "{:02d}:{:02d}".format(*divmod(round(minutes) % 1440, 60))


def plain_percent(share: float) -> str:
    return f"{round(share * 100)} %"


def plain_number(value: float) -> str:
    return f"{value:g}"


@dataclass(frozen=True)
class Look:
    """The form of a drawing: how wide, with numbers or gently without, in whose words.

    `heading` stands above a drawing that leaves the page as a file; on a page the title is HTML.
    """

    width: int = WIDE
    gentle: bool = False
    heading: str = ""
    say: Callable[[str], str] = as_is
    day: Callable[[date], str] = plain_day
    month: Callable[[date], str] = plain_month
    weekday: Callable[[date], str] = plain_weekday
    clock: Callable[[float], str] = plain_clock
    percent: Callable[[float], str] = plain_percent
    number: Callable[[float], str] = plain_number

    @property
    def wide(self) -> bool:
        """Whether there is room for panels side by side."""
        return self.width >= MIDDLE


PLAIN = Look()


@dataclass(frozen=True)
class Column:
    """A column of a chart's frame as its table and its CSV name it."""

    title: str
    unit: Unit


@dataclass(frozen=True)
class Sentence:
    """What a chart shows: `text` names its `values` as %(name)s; `gentle` says it without numbers."""

    text: str
    gentle: str
    values: Mapping[str, tuple[float, Unit]] = field(default_factory=dict)


@dataclass(frozen=True)
class Size:
    """How high a drawing is: with panels side by side, and on a narrow page."""

    wide: int
    narrow: int

    def height(self, width: int, days: pd.Index | None = None) -> int:
        """Of a chart as high as its days want, `days` are those of its frame."""
        return self.wide if width >= MIDDLE else self.narrow
