"""Sleep stages as a device named them: shown, never graded."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.history import History
from recovery.metrics import stages
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "stages"
TITLE = N_("Sleep stages, as imported")
TEXT = N_(
    "A bar is a night, or over longer times the mean of a week or a month. From the bottom: deep sleep, REM "
    "sleep, and light sleep, the palest. A watch guesses stages from movement and pulse: they are shown, not "
    "judged."
)
EMPTY = N_("Import nights from an app that names stages, and they appear here.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=280, narrow=260)
COLUMNS = {
    "deep": Column(N_("Deep sleep"), Unit.DURATION),
    "rem": Column(N_("REM sleep"), Unit.DURATION),
    "light": Column(N_("Light sleep"), Unit.DURATION),
}
SHADES = {"deep": 1.0, "rem": 0.6, "light": 0.28}
HOUR = 60
LIKELY = 8 * HOUR  # what the axis shows at least


def data(history: History) -> pd.DataFrame:
    """Minutes of each stage in the main sleep: of a night, or the mean of a week's or a month's nights.

    Missing where no device named them.
    """
    by = span.bins(history, span.step(history))
    metrics = {"deep": stages.DEEP, "rem": stages.REM, "light": stages.LIGHT}
    columns = {name: by.means(metric.daily(history).to_numpy()) for name, metric in metrics.items()}
    return pd.DataFrame(columns, index=by.starts)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    tops = np.nan_to_num(frame[list(SHADES)].to_numpy()).cumsum(axis=1)
    marks = list(np.arange(0, max(LIKELY, tops.max(initial=0)) + 2 * HOUR - 1, 2 * HOUR))
    gutter = 14 if look.gentle else 54
    panel = style.Panel(sheet, gutter, 14, sheet.width - 8, sheet.height - 32, len(frame), marks[-1], 0)
    panel.grid(marks, [] if look.gentle else [style.hours(look, mark) for mark in marks])
    below = np.zeros(len(frame))
    for place, (name, shade) in enumerate(SHADES.items()):
        known = frame[name].to_numpy() > 0
        panel.bars(
            np.arange(len(frame)), below, np.where(known, tops[:, place], np.nan), "sleep", alpha=shade
        )
        below = tops[:, place]
    panel.dates(frame.index)
    return sheet.figure


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean of each stage."""
    if frame["deep"].isna().all() and frame["rem"].isna().all():
        return None
    return Sentence(
        N_("Your device named %(deep)s of deep and %(rem)s of REM sleep a night, on average."),
        N_("Your device names stages of sleep; nobody is judged by them."),
        {name: (float(frame[name].mean()), Unit.DURATION) for name in ("deep", "rem")},
    )
