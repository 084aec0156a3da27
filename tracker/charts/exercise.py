"""Exercise minutes by week, against what the plan asks for."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.history import Flags, Floats, History
from recovery.metrics.metric import Unit
from recovery.strategies.exercise import AEROBIC_MINUTES
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "exercise"
TITLE = N_("Exercise minutes")
TEXT = N_(
    "A bar is a week: moderate minutes, and on top, darker, vigorous ones, each counted as two. The thin bar "
    "beside it is light movement, which does not count. The dashed line or the field is your aim."
)
EMPTY = N_("Log a walk on Today, and its minutes appear here.")
PILLAR = "exercise"
STEP = span.Step.WEEK
SIZE = Size(wide=300, narrow=280)
COLUMNS = {
    "counted": Column(N_("Counted"), Unit.MINUTES),
    "moderate": Column(N_("Moderate"), Unit.MINUTES),
    "vigorous": Column(N_("Vigorous"), Unit.MINUTES),
    "light": Column(N_("Light"), Unit.MINUTES),
    "low": Column(N_("Aim, at least"), Unit.MINUTES),
    "high": Column(N_("Aim, at most"), Unit.MINUTES),
}
LIKELY = 150  # what the axis shows at least


def data(history: History) -> pd.DataFrame:
    """Minutes as done, by intensity, and as counted (moderate + 2 · vigorous), a row a week, with its bounds.

    Missing in a week without any entry; bounds are missing where none was planned.
    """
    weeks = span.mondays(history)
    logged = np.bincount(history.offsets(history.exercise) // 7, minlength=len(weeks))[: len(weeks)] > 0
    columns = {name: _minutes(history, name, logged) for name in ("moderate", "vigorous", "light")}
    counted = columns["moderate"] + 2 * columns["vigorous"]
    frame = pd.DataFrame({"counted": counted, **columns}, index=weeks)
    bounds = adherence.weeks(history, AEROBIC_MINUTES).reindex(weeks)
    return frame.assign(low=bounds["low"].to_numpy(), high=bounds["high"].to_numpy())


def _minutes(history: History, intensity: str, logged: Flags) -> Floats:
    logs = history.exercise[history.exercise["intensity"] == intensity]
    sums = np.bincount(history.offsets(logs) // 7, np.nan_to_num(logs["minutes"].to_numpy()), len(logged))
    return np.where(logged, sums[: len(logged)], np.nan)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    marks = style.steps(
        max(LIKELY, *np.nan_to_num(frame[["counted", "light", "low", "high"]].to_numpy()).ravel())
    )
    gutter = 14 if look.gentle else 50
    panel = style.Panel(
        sheet, gutter, 14, sheet.width - 8, sheet.height - 32, max(len(frame), 1), marks[-1], 0
    )
    panel.grid(marks, style.worded(look, marks))
    panel.field(frame["low"].to_numpy(), frame["high"].to_numpy(), "exercise")
    _stacks(panel, frame)
    panel.levels(frame["low"].to_numpy())
    panel.dates(frame.index)
    return sheet.figure


def _stacks(panel: style.Panel, frame: pd.DataFrame) -> None:
    weeks, zeros = np.arange(len(frame)), np.zeros(len(frame))
    moderate, counted, light = (frame[c].to_numpy() for c in ("moderate", "counted", "light"))
    panel.bars(weeks, zeros, np.where(moderate > 0, moderate, np.nan), "exercise", alpha=0.62)
    panel.bars(weeks, moderate, np.where(counted > moderate, counted, np.nan), "exercise")
    panel.bars(weeks, zeros, np.where(counted == 0, 0, np.nan), "exercise")
    panel.bars(weeks, zeros, np.where(light > 0, light, np.nan), "exercise", width=0.1, shift=0.4, alpha=0.35)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The last week's minutes beside its aim, if it has one."""
    if frame["counted"].isna().all():
        return None
    last = frame.iloc[-1]
    if np.isnan(last["counted"]):
        return Sentence(N_("Nothing is logged in this week yet."), N_("Nothing is logged in this week yet."))
    values = {"counted": (last["counted"], Unit.MINUTES), "low": (last["low"], Unit.MINUTES)}
    if np.isnan(last["low"]):
        return Sentence(N_("This week counts %(counted)s."), N_("This week has exercise in it."), values)
    if last["counted"] >= last["low"]:
        return Sentence(N_("This week counts %(counted)s and has reached the aim of %(low)s."),
                        N_("This week has reached its aim."), values)  # fmt: skip
    return Sentence(N_("This week counts %(counted)s; the aim is %(low)s."),
                    N_("This week is on its way to its aim."), values)  # fmt: skip
