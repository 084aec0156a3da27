"""Diet by week: fruit and vegetables, fish and sweets against the plan."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.history import Floats, History
from recovery.metrics import diet
from recovery.metrics.metric import Unit
from recovery.strategies.diet import FEWER_SWEETS, FISH, FRUIT_AND_VEGETABLES
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "foods"
TITLE = N_("Diet by week")
TEXT = N_(
    "A bar is a week, or the mean week of a month where more than two years are shown. Fruit and vegetables: "
    "servings a day, the mean of the days that are logged. Fish and sweets: servings in the week. Dashed "
    "lines are your aims, as they were at the time: of sweets it is the most."
)
EMPTY = N_("Log something you ate on Today, and its week appears here.")
PILLAR = "diet"
STEP = span.Step.WEEK
SIZE = Size(wide=404, narrow=404)
COLUMNS = {
    "plants": Column(N_("Fruit and vegetables a day"), Unit.SERVINGS),
    "plants_low": Column(N_("Aim, at least"), Unit.SERVINGS),
    "fish": Column(N_("Fish"), Unit.SERVINGS),
    "fish_low": Column(N_("Fish, at least"), Unit.SERVINGS),
    "sweets": Column(N_("Sweets"), Unit.SERVINGS),
    "sweets_high": Column(N_("Sweets, at most"), Unit.SERVINGS),
    "days": Column(N_("Days logged"), Unit.DAYS),
}


@dataclass(frozen=True)
class Group:
    """One panel: a column of the frame, that of its aim, and where it stands."""

    name: str
    aim: str
    title: str
    top: float
    bottom: float
    likely: float  # what its axis shows at least


GROUPS = (
    Group("plants", "plants_low", N_("Fruit and vegetables, servings a day"), 32, 160, 5),
    Group("fish", "fish_low", N_("Fish, servings a week"), 206, 266, 2),
    Group("sweets", "sweets_high", N_("Sweets, servings a week"), 312, 372, 4),
)


def data(history: History) -> pd.DataFrame:
    """Servings by week, with the aims in force: of plants the mean of the logged days, of others the sum.

    A row a week, or a month with its mean week. Missing in a week without any entry; of sweets, without one
    of their own, which may be "none" (rules.md, 11).
    """
    weeks = span.bins(history, span.Step.WEEK)
    plants = diet.PLANTS.daily(history).to_numpy()
    columns = {
        "plants": weeks.means(plants),
        "plants_low": weeks.means(adherence.days(history, FRUIT_AND_VEGETABLES)["low"].to_numpy()),
        "fish": weeks.sums(diet.FISH.daily(history).to_numpy()),
        "fish_low": adherence.weeks(history, FISH)["low"].to_numpy(),
        "sweets": weeks.sums(diet.SWEETS.daily(history).to_numpy()),
        "sweets_high": adherence.weeks(history, FEWER_SWEETS)["high"].to_numpy(),
        "days": _known(weeks.known(plants)),
    }
    return span.weekly(history, columns, sums=("days",))


def _known(days: np.ndarray) -> Floats:
    return np.where(days > 0, days, np.nan)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    left, right = 14 if look.gentle else 40, sheet.width - 8
    for group in GROUPS:
        values, aims = frame[group.name].to_numpy(), frame[group.aim].to_numpy()
        marks = style.marks(group.likely, values, aims, wished=4 if group is GROUPS[0] else 2)
        panel = style.Panel(sheet, left, group.top, right, group.bottom, len(frame), marks[-1], 0)
        panel.title(look.say(group.title))
        panel.grid(marks, style.worded(look, marks))
        panel.columns(values, "diet")
        panel.levels(aims)
    panel.dates(frame.index)
    return sheet.figure


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean day's fruit and vegetables, and the mean week's fish."""
    logged = frame["days"].sum()
    if not logged:
        return None
    values = {
        "plants": (float((frame["plants"] * frame["days"]).sum() / logged), Unit.SERVINGS),
        "fish": (float(frame["fish"].mean()), Unit.SERVINGS),
    }
    return Sentence(
        N_("On average %(plants)s of fruit and vegetables a day, and %(fish)s of fish a week."),
        GENTLY,
        values,
    )


GENTLY = N_("Taller bars are weeks with more of it. Of sweets, lower bars are nearer to the aim.")
