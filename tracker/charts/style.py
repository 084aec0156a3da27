"""How our charts look: bare figures without Axes, drawn in the pixels of the page, y downwards as in SVG.

Axes are what costs, not marks (a weekly bar takes 6 ms without them and 50 with): scales, grids and ticks
are a few plain artists here, and many marks are one path.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import matplotlib as mpl
import numpy as np
import numpy.typing as npt
import pandas as pd
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from recovery.days import DAY
from recovery.history import Floats, Ints
from recovery.words import N_
from tracker.charts.span import Step
from tracker.charts.ticks import ticks
from tracker.charts.wording import Look, Size

# Once, at import: rc_context is not safe between threads.
mpl.rcParams.update(
    {"svg.fonttype": "none", "svg.hashsalt": "recovery", "text.parse_math": False, "path.simplify": False}
)

# The light theme of static/app.css; a page replaces each by its own token of that name.
COLOURS = {
    "card": "#ffffff",
    "ink": "#1b1f29",
    "muted": "#565b66",
    "rule": "#dcdee2",
    "sleep": "#4c55bc",
    "exercise": "#b44200",
    "diet": "#00713e",
    "practice": "#9b418b",
    "checkin": "#116d8a",
    "plant-red": "#cc323e",
    "plant-orange": "#ea952d",
    "plant-green": "#53933a",
    "plant-purple": "#663e9e",
    "plant-white": "#a68e6d",
}
FONT = 13
NORMAL, BOLD = (FontProperties(size=FONT, weight=weight) for weight in ("normal", "bold"))
LINE = 15  # lines of one link touch, so that all of it can be clicked
PALE, BAND = 0.16, 0.1
HEADING = 44
BAR = 2.5  # pixels of a column from which its bar has room for a shape of its own
WIDTH, WIDEST = 0.62, 36  # of a bar: its share of a column, and pixels at most
EDGE = 22  # pixels from the edge of a sheet within which words in the middle would be cut off

NAMED: dict[float, str] = {0: N_("midnight"), DAY // 2: N_("noon")}

Values = Sequence[float] | Floats | Ints


class Words(Text):
    """A line of text on its baseline. It is not measured, which would take half of the time of a chart:
    its anchor places it, and only the browser knows its width."""

    def draw(self, renderer: RendererBase) -> None:
        if not self.get_text():
            return
        x, y = self.get_transform().transform(self.get_position())
        pen = renderer.new_gc()
        pen.set_foreground(self.get_color())
        height = renderer.get_canvas_width_height()[1]
        renderer.draw_text(pen, x, height - y, self.get_text(), self.get_fontproperties(), 0, mtext=self)
        pen.restore()


class Link(Artist):
    """Texts that lead to an address together. Each is placed by itself, for a text of several lines would
    be placed by widths that only the browser knows."""

    def __init__(self, figure: Figure, address: str, texts: Sequence[Words]) -> None:
        super().__init__()
        self.address, self.texts = address, texts
        for text in texts:
            text.set_figure(figure)

    def draw(self, renderer: RendererBase) -> None:
        renderer.open_group("link", self.address)
        for text in self.texts:
            text.draw(renderer)
        renderer.close_group("link")


@dataclass(frozen=True)
class Sheet:
    """A figure and the transform from page pixels to it."""

    figure: Figure
    transform: Transform
    look: Look
    width: int
    height: int

    def text(
        self, x: float, y: float, words: str, side: str = "left", *, colour: str = "muted", bold: bool = False
    ) -> None:
        """Words that begin, end or centre at x, with their baseline at y."""
        self.figure.add_artist(
            Words(x, y, words, ha=side, va="baseline", fontproperties=BOLD if bold else NORMAL,
                  color=COLOURS[colour], transform=self.transform, zorder=self._next())
        )  # fmt: skip

    def link(self, x: float, y: float, lines: Sequence[str], side: str, address: str) -> None:
        """Lines of words that lead to an address together, with their middle at y."""
        first = y + 0.35 * FONT - LINE * (len(lines) - 1) / 2
        texts = [
            Words(x, first + n * LINE, line, ha=side, va="baseline", fontproperties=NORMAL,
                  color=COLOURS["ink"], transform=self.transform)
            for n, line in enumerate(lines)
        ]  # fmt: skip
        self.figure.add_artist(Link(self.figure, address, texts))

    def curves(self, paths: Sequence[Path], colour: str, *, width: float, alpha: float) -> None:
        """Lines of any form as one path."""
        if paths:
            edge = (*mpl.colors.to_rgb(COLOURS[colour]), alpha)
            shape = Path.make_compound_path(*paths)
            self.figure.add_artist(
                PathPatch(shape, transform=self.transform, fc="none", ec=edge, lw=width, zorder=self._next())
            )

    def fill(self, paths: Sequence[Path], colour: str, *, alpha: float = 1, outline: float = 0) -> None:
        """Shapes as one path; an outline is drawn in the full colour."""
        if not paths:
            return
        face = (*mpl.colors.to_rgb(COLOURS[colour]), alpha)
        edge = COLOURS[colour] if outline else "none"
        shape = Path.make_compound_path(*paths)
        patch = PathPatch(shape, transform=self.transform, fc=face, ec=edge, lw=outline, zorder=self._next())
        self.figure.add_artist(patch)

    def stroke(
        self,
        xs: Values,
        ys: Values,
        colour: str,
        width: float = 1,
        *,
        dashed: bool = False,
        alpha: float = 1,
    ) -> None:
        """A line, broken where a value is missing."""
        dashes = (0, (4, 3)) if dashed else "-"
        self.figure.add_artist(
            Line2D(xs, ys, transform=self.transform, color=COLOURS[colour], lw=width, ls=dashes,
                   alpha=alpha if alpha < 1 else None, solid_capstyle="butt", solid_joinstyle="round",
                   zorder=self._next())
        )  # fmt: skip

    def _next(self) -> int:
        """Whatever comes later lies above; left alone, matplotlib lays every line over every bar."""
        return len(self.figure.artists)


def sheet(look: Look, size: Size) -> Sheet:
    """An empty sheet of the form that the look asks for, with room for its heading."""
    width, height = look.width, size.height(look.width)
    above = HEADING if look.heading else 0
    figure = Figure(figsize=(width / 72, (height + above) / 72), dpi=72, facecolor="white")
    figure.patch.set_visible(bool(look.heading))
    pixels = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72) + figure.dpi_scale_trans
    new = Sheet(figure, pixels, look, width, height)
    if look.heading:
        new.text(14, 28 - above, look.heading, colour="ink", bold=True)
    return new


@dataclass(frozen=True)
class Panel:
    """A box on a sheet: `slots` equal columns across, values from `top_value` down to `bottom_value`."""

    sheet: Sheet
    left: float
    top: float
    right: float
    bottom: float
    slots: int
    top_value: float
    bottom_value: float

    @property
    def slot(self) -> float:
        """The width of a column."""
        return (self.right - self.left) / self.slots

    def x(self, slots: npt.ArrayLike) -> Floats:
        """The middle of each column, counted from 0."""
        return self.left + (np.asarray(slots, dtype=float) + 0.5) * self.slot

    def y(self, values: npt.ArrayLike) -> Floats:
        share = (np.asarray(values, dtype=float) - self.top_value) / (self.bottom_value - self.top_value)
        return self.top + share * (self.bottom - self.top)

    def grid(self, values: Values, words: Sequence[str] = ()) -> None:
        """A thin line across at each value, with its words before it."""
        ys = self.y(values)
        xs = np.tile([self.left, self.right, np.nan], len(ys))
        self.sheet.stroke(xs, np.repeat(ys, 3), "rule")
        for y, word in zip(ys, words, strict=False):
            self.sheet.text(self.left - 10, float(y) + FONT * 0.35, word, "right")

    def ticks(self, slots: Sequence[float], words: Sequence[str], side: str = "center") -> None:
        """Words below the columns."""
        for x, word in zip(self.x(slots), words, strict=True):
            self.sheet.text(float(x), self.bottom + FONT + 9, word, side)

    def dates(self, days: pd.Index) -> None:
        """The calendar below the columns, each of which is a day, or a week or month by its first."""
        daily = days.name == Step.DAY
        for place, words in ticks(self.sheet.look, dates(days), self.right - self.left, weekdays=daily):
            x = float(self.x(place))
            side = "left" if x < EDGE else "right" if x > self.sheet.width - EDGE else "center"
            x = max(0.0, min(x, self.sheet.width))
            self.sheet.text(x, self.bottom + FONT + 9, words, side)

    def ends(self, days: pd.Index) -> None:
        """The first and the last day below the edges; of months their months and years."""
        look, (first, *_between, last) = self.sheet.look, dates(days[[0, 0, -1]])
        monthly = days.name == Step.MONTH
        words = [f"{look.month(day)} {day.year}" if monthly else look.day(day) for day in (first, last)]
        y = self.bottom + FONT + 9
        self.sheet.text(self.left, y, words[0])
        if first != last:
            self.sheet.text(self.right, y, words[1], "right")

    def bars(self, slots: Values, starts: Values, ends: Values, colour: str, *, width: float = WIDTH,
             shift: float = 0, alpha: float = 1, hollow: bool = False) -> None:  # fmt: skip
        """Upright bars between two values, none where one is missing; hollow ones are pale, outlined."""
        middles = self.x(slots) + shift * self.slot
        half = min(width * self.slot, WIDEST) / 2 - (0.75 if hollow else 0)
        ys = np.sort([self.y(starts), self.y(ends)], axis=0)
        corners = np.column_stack([middles - half, ys[0], middles + half, ys[1]])
        paths = boxes(corners[np.isfinite(corners).all(axis=1)])
        self.sheet.fill(paths, colour, alpha=PALE if hollow else alpha, outline=1.5 if hollow else 0)

    def columns(self, tops: Values, colour: str, *, bases: Values | None = None, alpha: float = 1,
                hollow: bool = False) -> None:  # fmt: skip
        """A bar in each column, from 0 or its base; without gap or outline where columns are too narrow."""
        places = np.arange(self.slots)
        starts = np.where(np.isnan(tops), np.nan, 0.0 if bases is None else bases)
        if self.slot < BAR:
            self.streaks(places, starts, tops, colour, alpha=2 * PALE if hollow else alpha)
        else:
            self.bars(places, starts, tops, colour, alpha=alpha, hollow=hollow)

    def beside(self, tops: Values, colour: str, *, alpha: float = 1) -> None:
        """A thin bar from 0 to the right of each column's own."""
        width = min(0.1 * self.slot, 7) / self.slot
        shift = (min(WIDTH * self.slot, WIDEST) / self.slot + width) / 2 + 0.03
        self.bars(np.arange(self.slots), np.where(np.isnan(tops), np.nan, 0.0), tops, colour, width=width,
                  shift=shift, alpha=alpha)  # fmt: skip

    def streaks(self, slots: Values, starts: Values, ends: Values, colour: str, *, alpha: float = 1) -> None:
        """Very many upright bars, as one line of a column's width: those of less than a pixel add up."""
        known = np.isfinite(np.asarray(starts, dtype=float))
        xs = np.repeat(self.x(slots)[known], 3)
        gaps = np.full(int(known.sum()), np.nan)
        ys = halved(np.column_stack([self.y(starts)[known], self.y(ends)[known], gaps]).ravel())
        self.sheet.stroke(xs, ys, colour, self.slot, alpha=alpha)

    def field(self, lows: Values, highs: Values, colour: str) -> None:
        """A pale field between two values in each column; none where one is missing."""
        edges = self.left + np.arange(self.slots + 1) * self.slot
        corners = zip(edges[:-1], self.y(highs), edges[1:], self.y(lows), strict=True)
        paths = [box(*corner, radius=0) for corner in corners if np.isfinite(corner).all()]
        self.sheet.fill(paths, colour, alpha=BAND)

    def line(self, slots: Values, values: Values, colour: str = "ink", width: float = 2) -> None:
        """A line through the columns' middles, set off by a halo from the bars that it crosses."""
        xs, ys = self.x(slots), self.y(values)
        self.sheet.stroke(xs, ys, "card", width + 3)
        self.sheet.stroke(xs, ys, colour, width)

    def levels(self, lows: Values, colour: str = "ink") -> None:
        """A dashed level over each column, joined where it stays; none where it is missing."""
        ys = np.repeat(self.y(lows), 2)
        edges = self.left + np.arange(self.slots + 1) * self.slot
        xs = np.column_stack([edges[:-1], edges[1:]]).ravel()
        self.sheet.stroke(xs, ys, "card", 3.25)  # over bars the dashes alone would be lost
        self.sheet.stroke(xs, ys, colour, 1.25, dashed=True)

    def dots(self, slots: Values, values: Values, colour: str, *, hollow: bool = False,
             radius: float = 4, alpha: float = 1) -> None:  # fmt: skip
        places = zip(self.x(slots), self.y(values), strict=True)
        paths = [disc(x, y, radius) for x, y in places if np.isfinite(y)]
        self.sheet.fill(paths, colour, alpha=PALE if hollow else alpha, outline=1.5 if hollow else 0)

    def title(self, words: str, *, colour: str = "ink") -> None:
        """Words above the panel, from its left edge."""
        self.sheet.text(self.left, self.top - 10, words, colour=colour, bold=True)


def box(x0: float, y0: float, x1: float, y1: float, radius: float = 2.5) -> Path:
    """A rectangle with softly rounded corners; a flat one keeps a hair of height so that zero is seen."""
    top, bottom = min(y0, y1), max(y0, y1)
    top = min(top, bottom - 1)
    r = min(radius, (x1 - x0) / 2, (bottom - top) / 2)
    points = [
        (x0 + r, top), (x1 - r, top), (x1, top), (x1, top + r),
        (x1, bottom - r), (x1, bottom), (x1 - r, bottom), (x0 + r, bottom),
        (x0, bottom), (x0, bottom - r), (x0, top + r), (x0, top), (x0 + r, top), (x0 + r, top),
    ]  # fmt: skip
    go, line, bend = Path.MOVETO, Path.LINETO, Path.CURVE3
    codes = [go, line, bend, bend, line, bend, bend, line, bend, bend, line, bend, bend, Path.CLOSEPOLY]
    return Path(points, codes)


def boxes(corners: Floats, radius: float = 2.5) -> list[Path]:
    """Many boxes like `box` as one path, from rows of left, top, right and bottom; no path without any."""
    if not len(corners):
        return []
    x0, y0, x1, y1 = np.round(corners, 1).T
    y0 = np.minimum(y0, y1 - 1)
    r = np.minimum(radius, np.minimum(x1 - x0, y1 - y0) / 2)
    xs, ys = np.stack([x0, x0 + r, x1 - r, x1], axis=1), np.stack([y0, y0 + r, y1 - r, y1], axis=1)
    across, down, codes = (_ROUND if radius else _SHARP).T
    points = np.stack([xs[:, across], ys[:, down]], axis=2).reshape(-1, 2)
    return [Path(points, np.tile(codes, len(corners)))]


# The corners of a box, clockwise: which of its xs and ys, and how the line comes there.
_GO, _LINE, _BEND, _CLOSE = Path.MOVETO, Path.LINETO, Path.CURVE3, Path.CLOSEPOLY
_SHARP = np.array([(0, 0, _GO), (3, 0, _LINE), (3, 3, _LINE), (0, 3, _LINE), (0, 0, _CLOSE)])
_ROUND = np.array([
    (1, 0, _GO), (2, 0, _LINE), (3, 0, _BEND), (3, 1, _BEND), (3, 2, _LINE), (3, 3, _BEND), (2, 3, _BEND),
    (1, 3, _LINE), (0, 3, _BEND), (0, 2, _BEND), (0, 1, _LINE), (0, 0, _BEND), (1, 0, _BEND), (1, 0, _CLOSE),
])  # fmt: skip


def disc(x: float, y: float, radius: float) -> Path:
    return box(x - radius, y - radius, x + radius, y + radius, radius)


def halved(pixels: Floats) -> Floats:
    """Places on the nearest half pixel: no more is seen of thousands of bars, and it takes less to say."""
    rounded: Floats = np.round(pixels * 2) / 2
    return rounded


def steps(most: float, wished: int = 4) -> list[float]:
    """Round values from 0 to at least `most`, some `wished` steps apart."""
    rough = max(most, 1e-9) / wished
    power = 10.0 ** np.floor(np.log10(rough))
    step = next(power * n for n in (1, 2, 5, 10) if power * n >= rough * 0.999)
    return [step * n for n in range(int(np.ceil(most / step - 1e-9)) + 1)]


def marks(likely: float, *values: Floats, wished: int = 4) -> list[float]:
    """The steps of an axis from 0 to all of these values, and at least to what is likely."""
    return steps(max(likely, *(float(np.nan_to_num(each).max(initial=0)) for each in values)), wished)


def dates(days: pd.Index) -> list[date]:
    """The days of a frame's index as dates."""
    return [date.fromisoformat(str(day)) for day in days.to_numpy().astype("datetime64[D]")]


def worded(look: Look, values: Iterable[float]) -> list[str]:
    """Tick labels of an amount; gently: none."""
    return [] if look.gentle else [look.number(value) for value in values]


def hour(look: Look, minutes: float) -> str:
    """A time of day on an axis, minutes after a midnight; gently: noon and midnight alone, by name."""
    if not look.gentle:
        return look.clock(minutes)
    return look.say(NAMED[minutes % DAY]) if minutes % DAY in NAMED else ""


def hours(look: Look, minutes: float) -> str:
    """A length on an axis, in hours."""
    return look.say(N_("%(hours)s h")) % {"hours": look.number(minutes / 60)}
