"""How a habit was kept, day by day: a year as a grid of weeks, or several years, one above the other."""

from dataclasses import dataclass, field
from math import ceil

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.adherence import State
from recovery.aims import Judged
from recovery.history import Flags, Floats, History
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Strategy
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.ticks import ticks
from tracker.charts.wording import MIDDLE, PLAIN, Column, Look, Sentence, Size

TEXT = N_(
    "A column is a week, Monday at the top. Full squares: met. Outlined: missed. Half-full ones: logged, "
    "the palest with nothing of it that day; such a habit is judged by the week, in the row below its days. "
    "Grey ones: excused by a pause. A dot: not logged. No mark: not planned, or still open."
)
EMPTY = N_("Follow this habit on Plan and log it: each day has a square here.")
YEAR = 54  # weeks that a year may touch, and that are drawn as one block
GUTTER, TOP, LEGEND = 46, 8, 30  # pixels left of the weeks, above them, and below for their dates
LARGEST, FLAT, ROUND = 18, 9, 9.5  # pixels: of a square, of a row in many years, from which corners are round
GAP = 12  # pixels between years
LOGGED, NOTHING = 0.45, 0.14  # how full a logged day is, with some of it and with none


@dataclass(frozen=True)
class Block:
    """Some weeks in a row: the first one's place in the record, how many, and the column of the first."""

    name: str
    start: int
    weeks: int
    column: int = 0


def blocks(days: pd.Index, width: int) -> list[Block]:
    """A year as one block, or on a narrow page as two halves; more than a year as a block for each."""
    weeks = len(days) // 7
    if weeks <= YEAR:
        long = weeks if width >= MIDDLE or weeks <= YEAR // 2 else ceil(weeks / 2)
        return [Block("", start, min(long, weeks - start)) for start in range(0, weeks, long)]
    thursdays = days.to_numpy()[3::7].astype("datetime64[D]")  # in whose year an ISO week is
    years, firsts, many = np.unique(thursdays.astype("datetime64[Y]"), return_index=True, return_counts=True)
    columns = (thursdays[firsts] - years.astype("datetime64[D]")).astype(int) // 7
    return [
        Block(str(year), *map(int, rest)) for year, *rest in zip(years, firsts, many, columns, strict=True)
    ]


@dataclass(frozen=True)
class Grid(Size):
    """The size of a calendar, which follows from its days; `rows` is 7, or 8 with a row for the week."""

    rows: int = 7

    def height(self, width: int, days: pd.Index | None = None) -> int:
        if days is None:
            return super().height(width)
        own = blocks(days, width)
        return round(len(own) * (self.rows * self.row(own, width) + between(own)) + last_gap(own) + TOP)

    def column(self, own: list[Block], width: int) -> float:
        """Pixels from one week to the next."""
        return min((width - GUTTER - 8) / max(block.column + block.weeks for block in own), LARGEST)

    def row(self, own: list[Block], width: int) -> float:
        """Pixels from one day to the next."""
        column = self.column(own, width)
        return min(column, FLAT) if own[0].name else column


def between(own: list[Block]) -> int:
    """Pixels below each block."""
    return GAP if own[0].name else LEGEND


def last_gap(own: list[Block]) -> int:
    """Pixels more below the last block of several years, for the names of months."""
    return LEGEND - GAP if own[0].name else 0


@dataclass(eq=False)
class Calendar:
    """The calendar of one strategy, as a chart."""

    strategy: Strategy
    SLUG: str = ""
    TITLE: str = ""
    PILLAR: str = ""
    TEXT: str = TEXT
    EMPTY: str = EMPTY
    STEP: span.Step = span.Step.WEEK
    SIZE: Size = field(default_factory=lambda: Grid(180, 180))
    COLUMNS: dict[str, Column] = field(default_factory=dict)

    def data(self, history: History) -> pd.DataFrame:
        """The habit's value by day and how it counted; missing where it does not apply.

        `planned` is 1 on a day that counts and has closed, `met` 1 or 0 as the day is met or missed (of a
        habit judged by the week: 1 where it reached its dose), `week` the same of its whole week.
        """
        own = adherence.days(history, self.strategy)
        states = own["state"].to_numpy()
        outside = _any(states, State.NOT_PLANNED, State.EXCUSED, State.OPEN)
        return pd.DataFrame(
            {
                "value": own["value"].to_numpy(),
                "planned": np.where(outside, np.nan, 1.0),
                "met": _met(states),
                "week": self._weeks(history),
                "excused": np.where(states == State.EXCUSED, 1.0, np.nan),
            },
            index=history.days,
        )

    def _weeks(self, history: History) -> Floats:
        if self.strategy.aim.judged is Judged.DAY:
            return np.full(len(history), np.nan)
        return np.repeat(_met(adherence.unit_states(history, self.strategy)), 7)

    def draw(self, frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
        rows = self.SIZE.rows if isinstance(self.SIZE, Grid) else 7
        return _drawn(frame, look, Grid(0, 0, rows), self.strategy.pillar)

    def takeaway(self, frame: pd.DataFrame) -> Sentence | None:
        """Of the days or the weeks that can be judged, how many were met."""
        weekly = self.strategy.aim.judged is not Judged.DAY
        judged = (frame["week"].iloc[::7] if weekly else frame["met"]).dropna()
        if judged.empty:
            return Sentence(SOME, SOME) if (frame["planned"] * frame["value"]).notna().any() else None
        counts = {"met": (float(judged.sum()), Unit.COUNT), "judged": (float(len(judged)), Unit.COUNT)}
        return Sentence(WEEKS if weekly else DAYS, GENTLY, counts)


SOME = N_("Nothing can be judged in these days yet.")
DAYS = N_("Days that met the aim: %(met)s of the %(judged)s that can be judged.")
WEEKS = N_("Weeks that met the aim: %(met)s of the %(judged)s that can be judged.")
GENTLY = N_("Full squares are days that met the aim.")


def of(strategy: Strategy) -> Calendar:
    """The calendar of a strategy; where another pillar's logs measure it, it needs both."""
    return Calendar(
        strategy,
        SLUG=f"calendar-{strategy.slug}",
        TITLE=strategy.title,
        PILLAR=f"{strategy.pillar} {strategy.logged_with}".strip(),
        SIZE=Grid(180, 180, 7 if strategy.aim.judged is Judged.DAY else 8),
        COLUMNS={
            "value": Column(strategy.metric.title, adherence.unit(strategy)),
            "planned": Column(N_("Planned"), Unit.ANSWER),
            "met": Column(N_("Met"), Unit.ANSWER),
            "week": Column(N_("Week met"), Unit.ANSWER),
            "excused": Column(N_("Excused"), Unit.ANSWER),
        },
    )


def _any(states: np.ndarray, *wanted: State) -> Flags:
    return np.logical_or.reduce([states == state for state in wanted])


def _met(states: np.ndarray) -> Floats:
    """1 for met, 0 for missed, missing for any other state."""
    return np.select([states == State.MET, states == State.MISSED], [1.0, 0.0], np.nan)


def _drawn(frame: pd.DataFrame, look: Look, grid: Grid, colour: str) -> Figure:
    own, height = blocks(frame.index, look.width), grid.height(look.width, frame.index)
    sheet = style.sheet(look, Size(height, height))
    squares = Squares(sheet, grid.column(own, look.width), grid.row(own, look.width), colour)
    tops = [n * (grid.rows * squares.high + between(own)) + TOP for n in range(len(own))]
    weeks = np.concatenate([np.arange(block.weeks) + block.column for block in own])
    xs = GUTTER + weeks * squares.wide
    ys = np.repeat(tops, [block.weeks for block in own])
    squares.days(frame, np.repeat(xs, 7), np.repeat(ys, 7) + np.tile(np.arange(7), len(ys)) * squares.high)
    squares.weeks(frame["week"].to_numpy()[::7], xs, ys + 7 * squares.high)
    for block, top in zip(own, tops, strict=True):
        _named(squares, block, top, frame.index, grid.rows)
    if own[0].name:
        _months(squares, height)
    return sheet.figure


@dataclass(frozen=True)
class Squares:
    """A square for each day, drawn by its state."""

    sheet: style.Sheet
    wide: float
    high: float
    colour: str

    def days(self, frame: pd.DataFrame, xs: Floats, ys: Floats) -> None:
        value, planned, met, excused = (
            frame[name].to_numpy() for name in ("value", "planned", "met", "excused")
        )
        closed = (planned == 1) & np.isnan(met)
        self._filled(met == 1, xs, ys)
        self._filled(met == 0, xs, ys, missed=True)
        self._filled(closed & (value != 0) & ~np.isnan(value), xs, ys, alpha=LOGGED)
        self._filled(closed & (value == 0), xs, ys, alpha=NOTHING)
        self._filled(excused == 1, xs, ys, colour="rule")
        self._dots(closed & np.isnan(value), xs, ys)

    def weeks(self, met: Floats, xs: Floats, ys: Floats) -> None:
        self._filled(met == 1, xs, ys + 2)
        self._filled(met == 0, xs, ys + 2, missed=True)

    def _filled(self, chosen: Flags, xs: Floats, ys: Floats, *, alpha: float = 1, missed: bool = False,
                colour: str = "") -> None:  # fmt: skip
        large = min(self.wide, self.high) >= ROUND
        inset = 0.5 if missed and large else 0.0  # of an outline, half of which lies outside its path
        edge = 1 + inset if large else 0.6
        right, bottom = xs + self.wide - edge, ys + self.high - edge
        corners = np.column_stack([xs + inset, ys + inset, right, bottom])[chosen]
        paths = style.boxes(corners, 2.5 if large else 0)
        if missed:
            self.sheet.fill(
                paths, self.colour, alpha=style.PALE if large else 0.22, outline=1 if large else 0
            )
        else:
            self.sheet.fill(paths, colour or self.colour, alpha=alpha)

    def _dots(self, chosen: Flags, xs: Floats, ys: Floats) -> None:
        r = max(min(self.wide, self.high) * 0.09, 0.5)
        middles = np.column_stack([xs + (self.wide - 1) / 2, ys + (self.high - 1) / 2])[chosen]
        self.sheet.fill(
            style.boxes(np.hstack([middles - r, middles + r]), r if self.high >= ROUND else 0),
            "muted",
            alpha=0.6,
        )


def _named(squares: Squares, block: Block, top: float, days: pd.Index, rows: int) -> None:
    """The year beside a block; or the weekdays beside it and the dates below."""
    sheet, look = squares.sheet, squares.sheet.look
    if block.name:
        sheet.text(GUTTER - 8, top + 3.5 * squares.high + style.FONT * 0.35, block.name, "right")
        return
    first = 7 * block.start
    for weekday, day in enumerate(style.dates(days[first : first + 7])):
        if weekday % 3 == 0:
            y = top + (weekday + 0.5) * squares.high + style.FONT * 0.35
            sheet.text(GUTTER - 8, y, look.weekday(day), "right")
    mondays = style.dates(days[first : first + 7 * block.weeks : 7])
    y = top + rows * squares.high + style.FONT + 5
    for place, words in ticks(look, mondays, block.weeks * squares.wide, weekdays=False):
        sheet.text(GUTTER + place * squares.wide, y, words)


def _months(squares: Squares, height: float) -> None:
    """The names of months below the years, as many as have room."""
    every = 1 if squares.wide > 10 else 3
    for day in style.dates(pd.date_range("2026-01-01", periods=12 // every, freq=f"{every}MS")):
        week = (day - day.replace(month=1, day=1)).days / 7
        x = GUTTER + week * squares.wide
        squares.sheet.text(x, height - 8, squares.sheet.look.month(day))
