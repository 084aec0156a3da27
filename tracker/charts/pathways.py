"""Which habit is thought to act through which mechanism: two columns of links, joined by lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

import numpy as np
from matplotlib.figure import Figure
from matplotlib.path import Path

from recovery.words import N_
from tracker.charts import style
from tracker.charts.style import Sheet
from tracker.charts.wording import PLAIN, Look, Size

TITLE = N_("Habits and what they are thought to act through")
TEXT = N_(
    "Habits stand on the left, mechanisms on the right. A line means “thought to act through”; how sure "
    "that is stands on each page. The table below says the same."
)
LETTER, EDGE = 6.7, 10  # pixels: a letter's mean width, the margin


@dataclass(frozen=True)
class Node:
    """A page in the drawing: its title, its address, and the colour of its lines."""

    title: str
    address: str
    colour: str = "muted"


@dataclass(frozen=True)
class Column:
    """Where a column's nodes stand: `x` is the inner edge of its words."""

    x: float
    side: str
    words: Sequence[list[str]]
    ys: Sequence[float]


def draw(habits: Sequence[Node], mechanisms: Sequence[Node], links: Sequence[tuple[int, int]],
         look: Look = PLAIN) -> Figure:  # fmt: skip
    """The drawing; a link is the places of a habit and of a mechanism in their lists."""
    letters = int((look.width * (0.34 if look.wide else 0.36) - EDGE) / LETTER)
    left, right = ([lines(node.title, letters) for node in nodes] for nodes in (habits, mechanisms))
    height = max(column_height(left), column_height(right))
    sheet = style.sheet(look, Size(round(height), round(height)))
    inner = letters * LETTER + EDGE
    one = Column(inner, "right", left, places(left, height))
    other = Column(look.width - inner, "left", right, places(right, height))
    _join(sheet, habits, links, one, other)
    _label(sheet, habits, one)
    _label(sheet, mechanisms, other)
    return sheet.figure


def lines(title: str, letters: int) -> list[str]:
    """A title in lines of at most so many letters; all but the last end with a blank that parts the words."""
    *above, last = wrap(title, letters)
    return [*(f"{line} " for line in above), last]


def column_height(words: Sequence[list[str]]) -> float:
    return sum(_room(word) for word in words)


def places(words: Sequence[list[str]], height: float) -> list[float]:
    """The middle of each node, by the room that its lines take, spread over the height."""
    rooms = np.array([_room(word) for word in words])
    spare = (height - rooms.sum()) / max(len(rooms), 1)
    return list((rooms + spare).cumsum() - (rooms + spare) / 2)


def _room(word: list[str]) -> float:
    return style.LINE * len(word) + 14


def _join(sheet: Sheet, habits: Sequence[Node], links: Sequence[tuple[int, int]], one: Column,
          other: Column) -> None:  # fmt: skip
    for colour in dict.fromkeys(node.colour for node in habits):
        paths = [
            _curve(one.x + EDGE, one.ys[i], other.x - EDGE, other.ys[j])
            for i, j in links
            if habits[i].colour == colour
        ]
        sheet.curves(paths, colour, width=1.5, alpha=0.55)


def _curve(x0: float, y0: float, x1: float, y1: float) -> Path:
    middle = (x0 + x1) / 2
    points = [(x0, y0), (middle, y0), (middle, y1), (x1, y1)]
    return Path(points, [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4])


def _label(sheet: Sheet, nodes: Sequence[Node], column: Column) -> None:
    inward = EDGE if column.side == "right" else -EDGE
    for node, words, y in zip(nodes, column.words, column.ys, strict=True):
        sheet.fill([style.disc(column.x + inward, y, 4)], node.colour)
        sheet.link(column.x, y, words, column.side, node.address)
