"""Fruit and vegetables by day against the aim, with the week's fish and sweets."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.history import Floats, History
from recovery.metrics import diet
from recovery.metrics.metric import Unit
from recovery.strategies.diet import FRUIT_AND_VEGETABLES
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "diet"
TITLE = N_("Diet")
TEXT = N_(
    "Bars: servings of fruit and vegetables each day; the dashed line is your aim. Below, a dot for each "
    "serving of fish and of sweets; a small ring means none that day."
)
EMPTY = N_("Log something you ate on Today, and the day appears here.")
PILLAR = "diet"
STEP = span.Step.DAY
SIZE = Size(wide=330, narrow=330)
COLUMNS = {
    "plants": Column(N_("Fruit and vegetables"), Unit.SERVINGS),
    "low": Column(N_("Aim, at least"), Unit.SERVINGS),
    "fish": Column(N_("Fish"), Unit.SERVINGS),
    "sweets": Column(N_("Sweets"), Unit.SERVINGS),
}
LIKELY = 5  # servings that the axis shows at least
MOST_DOTS = 5
ROW = 34


def data(history: History) -> pd.DataFrame:
    """Servings a day, and the bound in force for fruit and vegetables; missing on a day that was not logged.

    A day is logged for sweets only by an entry of their own (rules.md, 11).
    """
    return pd.DataFrame(
        {
            "plants": diet.PLANTS.daily(history).to_numpy(),
            "low": adherence.days(history, FRUIT_AND_VEGETABLES)["low"].to_numpy(),
            "fish": diet.FISH.daily(history).to_numpy(),
            "sweets": diet.SWEETS.daily(history).to_numpy(),
        },
        index=history.days,
    )


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    marks = style.marks(LIKELY, frame[["plants", "low"]].to_numpy())
    right, bottom = sheet.width - 8, sheet.height - 34 - 2 * ROW
    panel = style.Panel(sheet, 68, 14, right, bottom, max(len(frame), 1), marks[-1], 0)
    panel.grid(marks, style.worded(look, marks))
    panel.bars(np.arange(len(frame)), np.zeros(len(frame)), frame["plants"].to_numpy(), "diet")
    panel.levels(frame["low"].to_numpy())
    for place, (name, words) in enumerate((("fish", N_("Fish")), ("sweets", N_("Sweets")))):
        _row(panel, bottom + (place + 0.75) * ROW, look.say(words), frame[name].to_numpy())
    _weekdays(panel, frame.index, sheet.height - 10)
    return sheet.figure


def _row(panel: style.Panel, y: float, words: str, servings: Floats) -> None:
    """A dot for each serving, side by side under its day; a ring for none; nothing where it is unknown."""
    sheet = panel.sheet
    sheet.text(panel.left - 10, y + style.FONT * 0.35, words, "right")
    gap = min(11.0, panel.slot / MOST_DOTS)
    for x, amount in zip(panel.x(np.arange(len(servings))), servings, strict=True):
        many = 0 if np.isnan(amount) else min(int(np.ceil(amount)), MOST_DOTS)
        places = x + (np.arange(many) - (many - 1) / 2) * gap
        sheet.fill([style.disc(at, y, min(4.5, gap * 0.42)) for at in places], "diet")
        if amount == 0:
            sheet.fill([style.disc(x, y, 2.5)], "muted", alpha=0, outline=1)


def _weekdays(panel: style.Panel, days: pd.Index, y: float) -> None:
    for x, day in zip(panel.x(np.arange(len(days))), style.dates(days), strict=True):
        panel.sheet.text(float(x), y, panel.sheet.look.weekday(day), "center")


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean of the logged days, and the week's fish."""
    logged = frame["plants"].notna().sum()
    if not logged:
        return None
    return Sentence(
        N_(
            "Days logged: %(logged)s of %(days)s, with %(plants)s of fruit and vegetables on average. "
            "Fish: %(fish)s."
        ),
        N_("Taller bars are days with more fruit and vegetables."),
        {
            "logged": (int(logged), Unit.COUNT),
            "days": (len(frame), Unit.COUNT),
            "plants": (frame["plants"].mean(), Unit.SERVINGS),
            "fish": (frame["fish"].sum(), Unit.SERVINGS),
        },
    )
