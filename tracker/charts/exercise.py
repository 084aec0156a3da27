"""Exercise by week: minutes by intensity against the plan, and days with strength training."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.history import Flags, Floats, History, or_else
from recovery.metrics import exercise
from recovery.metrics.metric import Unit
from recovery.strategies.exercise import AEROBIC_MINUTES, STRENGTH_SESSIONS
from recovery.strategies.strategy import Strategy
from recovery.weeks import by_week
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "exercise"
TITLE = N_("Exercise")
TEXT = N_(
    "A bar is a week, or the mean week of a month where more than two years are shown: moderate minutes, and "
    "on top, in full colour, vigorous ones, each counted as two. The thin bar beside it is light movement, "
    "which does not count. Below: days with strength training. Dashed lines and fields are your aims, as "
    "they were at the time."
)
EMPTY = N_("Log a walk on Today, and its minutes appear here.")
PILLAR = "exercise"
STEP = span.Step.WEEK
SIZE = Size(wide=400, narrow=370)
COLUMNS = {
    "counted": Column(N_("Counted"), Unit.MINUTES),
    "moderate": Column(N_("Moderate"), Unit.MINUTES),
    "vigorous": Column(N_("Vigorous"), Unit.MINUTES),
    "light": Column(N_("Light"), Unit.MINUTES),
    "low": Column(N_("Aim, at least"), Unit.MINUTES),
    "high": Column(N_("Aim, at most"), Unit.MINUTES),
    "strength": Column(N_("Strength days"), Unit.DAYS),
    "strength_low": Column(N_("Strength days, aim"), Unit.DAYS),
    "weeks": Column(N_("Weeks with an aim"), Unit.COUNT),
    "reached": Column(N_("Weeks that reached the aim"), Unit.COUNT),
}
LIKELY, LIKELY_DAYS = 150, 4  # what the axes show at least
BESIDE = 8  # pixels of a column from which a thin bar has room beside the other


def data(history: History) -> pd.DataFrame:
    """Minutes by intensity, as counted (moderate + 2 · vigorous), and strength days, with the aims in force.

    A row a week, or a month with its mean week. Missing without any entry, aims where none was planned;
    `reached` is missing without both.
    """
    at = history.offsets(history.exercise) // 7
    logged = np.bincount(at, minlength=len(history) // 7) > 0
    done = {name: _minutes(history, name, logged) for name in ("moderate", "vigorous", "light")}
    counted = done["moderate"] + 2 * done["vigorous"]
    trained = np.nansum(by_week(history, exercise.strength(history).to_numpy()), axis=1)
    low, high = _aim(history, AEROBIC_MINUTES)
    judged = ~np.isnan(counted) & ~np.isnan(low)
    columns = {
        "counted": counted,
        **done,
        "low": low,
        "high": high,
        "strength": np.where(logged, trained, np.nan),
        "strength_low": _aim(history, STRENGTH_SESSIONS)[0],
        "weeks": np.where(judged, 1, np.nan),
        "reached": np.where(judged, counted >= low, np.nan),
    }
    return span.weekly(history, columns, sums=("weeks", "reached"))


def _minutes(history: History, intensity: str, logged: Flags) -> Floats:
    """Minutes of one intensity a week, as done."""
    rows = history.arrays(history.exercise)
    amounts = (rows["intensity"] == intensity) * or_else(rows["minutes"], 0)
    sums = np.bincount(history.offsets(history.exercise) // 7, amounts, len(logged))
    return np.where(logged, sums, np.nan)


def _aim(history: History, strategy: Strategy) -> tuple[Floats, Floats]:
    weeks = adherence.weeks(history, strategy)
    return weeks["low"].to_numpy(), weeks["high"].to_numpy()


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    left, right = 14 if look.gentle else 50, sheet.width - 8
    minutes = style.marks(LIKELY, frame[["counted", "light", "low", "high"]].to_numpy())
    above = style.Panel(sheet, left, 32, right, sheet.height - 138, len(frame), minutes[-1], 0)
    above.grid(minutes, style.worded(look, minutes))
    _minutes_drawn(above, frame)
    days = style.marks(LIKELY_DAYS, frame[["strength", "strength_low"]].to_numpy(), wished=2)
    below = style.Panel(sheet, left, sheet.height - 92, right, sheet.height - 32, len(frame), days[-1], 0)
    below.grid(days, style.worded(look, days))
    _strength_drawn(below, frame)
    below.dates(frame.index)
    return sheet.figure


def _minutes_drawn(panel: style.Panel, frame: pd.DataFrame) -> None:
    moderate, counted, light = (frame[c].to_numpy() for c in ("moderate", "counted", "light"))
    panel.title(panel.sheet.look.say(N_("Minutes a week")))
    low, high = frame["low"].to_numpy(), frame["high"].to_numpy()
    panel.field(low, high, "exercise")
    panel.columns(np.where(moderate > 0, moderate, np.nan), "exercise", alpha=0.62)
    panel.columns(np.where(counted > moderate, counted, np.nan), "exercise", bases=moderate)
    panel.columns(np.where(counted == 0, 0, np.nan), "exercise")
    if panel.slot >= BESIDE:
        panel.beside(np.where(light > 0, light, np.nan), "exercise", alpha=0.35)
    panel.levels(low)


def _strength_drawn(panel: style.Panel, frame: pd.DataFrame) -> None:
    panel.title(panel.sheet.look.say(N_("Strength days a week")))
    panel.columns(frame["strength"].to_numpy(), "exercise", alpha=0.62)
    panel.levels(frame["strength_low"].to_numpy())


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """How many of the weeks with an aim reached it, and what the latest week or month counts."""
    known = frame["counted"].dropna()
    if known.empty:
        return None
    monthly = frame.index.name == span.Step.MONTH
    values = {
        "counted": (float(known.iloc[-1]), Unit.MINUTES),
        "mean": (float(known.mean()), Unit.MINUTES),
        "weeks": (float(frame["weeks"].sum()), Unit.COUNT),
        "reached": (float(frame["reached"].sum()), Unit.COUNT),
    }
    if not values["weeks"][0]:
        return Sentence(MEAN if monthly else LATEST, GENTLY, values)
    return Sentence(MEAN_AND_AIM if monthly else LATEST_AND_AIM, GENTLY, values)


LATEST = N_("The latest week that is logged counts %(counted)s.")
MEAN = N_("A week counted %(mean)s on average.")
LATEST_AND_AIM = N_(
    "The latest week that is logged counts %(counted)s. Weeks that reached the aim: %(reached)s of %(weeks)s."
)
MEAN_AND_AIM = N_("A week counted %(mean)s on average. Weeks that reached the aim: %(reached)s of %(weeks)s.")
GENTLY = N_("Taller bars are weeks with more exercise; those that reach the dashed line reach the aim.")
