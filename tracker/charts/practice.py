"""Stress practice by day, and how tense one felt before and after."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.history import Floats, History
from recovery.metrics import practice
from recovery.metrics.metric import Unit
from recovery.strategies.practice import STRATEGIES
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "practice"
TITLE = N_("Stress practice")
TEXT = N_(
    "Bars: minutes of practice each day; the dashed line is the largest daily dose in your plan. Below: how "
    "tense you felt, the ring before and the dot after, from calm at the bottom to very tense at the top."
)
EMPTY = N_("Log a few minutes of breathing on Today, and they appear here.")
PILLAR = "practice"
STEP = span.Step.DAY
SIZE = Size(wide=340, narrow=340)
COLUMNS = {
    "minutes": Column(N_("Stress practice"), Unit.MINUTES),
    "dose": Column(N_("Daily dose"), Unit.MINUTES),
    "before": Column(N_("Stress before"), Unit.POINTS),
    "after": Column(N_("Stress after"), Unit.POINTS),
}
LIKELY = 15  # minutes that the axis shows at least
MOST_TENSE = 10
SOME = N_("There is practice in these days.")


def data(history: History) -> pd.DataFrame:
    """Minutes of practice and mean stress before and after (0 to 10), by day; missing where not logged."""
    return pd.DataFrame(
        {
            "minutes": practice.MINUTES.daily(history).to_numpy(),
            "dose": _dose(history),
            "before": _mean(history, "stress_before"),
            "after": _mean(history, "stress_after"),
        },
        index=history.days,
    )


def _dose(history: History) -> Floats:
    """The largest daily dose in force; missing where none is."""
    planned = set(history.targets["strategy"])
    followed = [strategy for strategy in STRATEGIES if strategy.slug in planned]
    judged = [adherence.days(history, strategy) for strategy in followed]
    doses = [days["dose"].where(days["low"].notna()).to_numpy() for days in judged]
    return np.fmax.reduce(doses) if doses else np.full(len(history), np.nan)


def _mean(history: History, column: str) -> Floats:
    """The mean by day of the practices that have both ratings."""
    logs = history.practice
    rated = logs[logs["stress_before"].notna() & logs["stress_after"].notna()]
    many = np.bincount(history.offsets(rated), minlength=len(history))
    return history.totals(rated, column) / np.where(many > 0, many, 1)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    marks = style.marks(LIKELY, frame[["minutes", "dose"]].to_numpy())
    left, right, days = 68, sheet.width - 8, max(len(frame), 1)
    above = style.Panel(sheet, left, 14, right, 188, days, marks[-1], 0)
    above.grid(marks, style.worded(look, marks))
    above.bars(np.arange(len(frame)), np.zeros(len(frame)), frame["minutes"].to_numpy(), "practice")
    above.levels(frame["dose"].to_numpy())
    below = style.Panel(sheet, left, 222, right, sheet.height - 34, days, MOST_TENSE, 0)
    _stress(below, frame)
    below.ticks(list(range(len(frame))), [look.weekday(day) for day in style.dates(frame.index)])
    return sheet.figure


def _stress(panel: style.Panel, frame: pd.DataFrame) -> None:
    look, days = panel.sheet.look, np.arange(len(frame))
    before, after = frame["before"].to_numpy(), frame["after"].to_numpy()
    panel.grid([0, MOST_TENSE], [look.say(N_("calm")), look.say(N_("tense"))])
    panel.bars(days, before, after, "practice", width=0.03)
    panel.dots(days, before, "practice", hollow=True, radius=5)
    panel.dots(days, after, "practice", radius=5)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The week's minutes, and the change of stress where it was rated."""
    if frame["minutes"].isna().all():
        return None
    minutes = (frame["minutes"].sum(), Unit.MINUTES)
    change = (frame["before"] - frame["after"]).mean()
    if np.isnan(change):
        return Sentence(N_("%(minutes)s of practice in these days."), SOME, {"minutes": minutes})
    before, after = (frame["before"].mean(), Unit.POINTS), (frame["after"].mean(), Unit.POINTS)
    gentle = N_("You felt calmer after practice.") if change > 0 else SOME
    return Sentence(
        N_("%(minutes)s of practice; stress (0 to 10) was %(before)s before and %(after)s after."),
        gentle,
        {"minutes": minutes, "before": before, "after": after},
    )
