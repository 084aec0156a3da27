"""The colours of the plants that were eaten, by week."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.history import Flags, Floats, History
from recovery.metrics import diet
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "colours"
TITLE = N_("Colours of plants")
TEXT = N_(
    "A column is a week, or the mean week of a month where more than two years are shown; a row is a "
    "colour. The fuller a square, the more days of the week had it: one or two, three or four, five or more. "
    "A dot is a week without that colour; a gap is a week of which nothing is logged."
)
EMPTY = N_("Log a plant with its colour on Today, and its square appears here.")
PILLAR = "diet"
STEP = span.Step.WEEK
SIZE = Size(wide=196, narrow=196)
COLUMNS = {
    "red": Column(N_("Red"), Unit.DAYS),
    "orange": Column(N_("Orange or yellow"), Unit.DAYS),
    "green": Column(N_("Green"), Unit.DAYS),
    "purple": Column(N_("Blue or purple"), Unit.DAYS),
    "white": Column(N_("White or brown"), Unit.DAYS),
    "colours": Column(N_("Colours in the week"), Unit.COUNT),
}
ROW, TOP, WIDEST = 30, 8, 44  # pixels of a row, above the rows, and of a square at most
DEGREES = ((0, 2.5, 0.38), (2.5, 4.5, 0.68), (4.5, 8, 1))  # over so many days, up to so many: how full


def data(history: History) -> pd.DataFrame:
    """On how many days of a week each colour was eaten, and how many colours the week had, of five.

    A row a week, or a month with its mean week. Missing in a week without any entry of diet.
    """
    weeks = span.bins(history, span.Step.WEEK)
    logged = weeks.known(diet.PLANTS.daily(history).to_numpy()) > 0
    columns = {
        colour: np.where(logged, np.bincount(weeks.of[_eaten(history, colour)], minlength=len(weeks)), np.nan)
        for colour in diet.COLOURS
    }
    many = np.sum([days > 0 for days in columns.values()], axis=0)
    return span.weekly(history, {**columns, "colours": np.where(logged, many, np.nan)})


def _eaten(history: History, colour: str) -> Flags:
    """The days with a plant of that colour."""
    rows = history.arrays(history.diet)
    chosen = (rows["colour"] == colour) & (rows["amount"] > 0)
    days: Flags = np.bincount(history.offsets(history.diet)[chosen], minlength=len(history)) > 0
    return days


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    right, bottom = sheet.width - 8, TOP + ROW * len(diet.COLOURS)
    panel = style.Panel(sheet, 130, TOP, right, bottom, len(frame), 0, len(diet.COLOURS))
    for row, colour in enumerate(diet.COLOURS):
        middle = float(panel.y(row + 0.5))
        sheet.text(panel.left - 10, middle + style.FONT * 0.35, look.say(COLUMNS[colour].title), "right")
        _squares(panel, middle, frame[colour].to_numpy(), f"plant-{colour}")
    panel.dates(frame.index)
    return sheet.figure


def _squares(panel: style.Panel, middle: float, days: Floats, colour: str) -> None:
    half, high = min(panel.slot * 0.84, WIDEST) / 2, ROW * 0.4
    xs = panel.x(np.arange(len(days)))
    for over, up_to, alpha in DEGREES:
        chosen = xs[(days > over) & (days <= up_to)]
        ends = np.full(len(chosen), middle - high), np.full(len(chosen), middle + high)
        corners = np.column_stack([chosen - half, ends[0], chosen + half, ends[1]])
        panel.sheet.fill(style.boxes(corners), colour, alpha=alpha)
    radius = min(1.5, half / 2)
    panel.sheet.fill([style.disc(x, middle, radius) for x in xs[days == 0]], "muted", alpha=0.5)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """How many colours a logged week had; nothing where no plant has one."""
    if not frame["colours"].sum():
        return None
    return Sentence(
        N_("A week that is logged had %(colours)s of the five colours on average."),
        N_("The fuller the picture, the more colours you ate."),
        {"colours": (float(frame["colours"].mean()), Unit.COUNT)},
    )
