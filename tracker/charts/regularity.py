"""The Sleep Regularity Index over time."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.history import Floats, History
from recovery.metrics.metric import Unit
from recovery.summaries import regularity
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "regularity"
TITLE = N_("Sleep regularity")
TEXT = N_(
    "How like one day is to the next, minute by minute: 100 means that all days are alike, 0 is chance. Each "
    "point looks back over 28 of the days shown. The thin part is provisional: fewer than 14 pairs of days "
    "could be compared. No line divides good from bad, because no study has found one."
)
EMPTY = N_("Log eight nights in a row, and how regular they are appears here.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=260, narrow=250)
COLUMNS = {
    "sri": Column(N_("Sleep Regularity Index"), Unit.INDEX),
    "pairs": Column(N_("Pairs of days compared"), Unit.COUNT),
}
LEAST, MOST, GRID = 40, 100, 20  # what the axis shows at least, and how far apart its lines are


def data(history: History) -> pd.DataFrame:
    """The index of the 28 days up to each day, or up to the last of each week or month, and its day pairs.

    From −100 to 100; missing with fewer than seven valid pairs, and on days to come.
    """
    daily = regularity.over_time(history)
    by = span.bins(history, span.step(history))
    ends = np.append(np.flatnonzero(np.diff(by.of)), len(history) - 1)
    ends = np.minimum(ends, max((history.today - history.first).days, 0))
    values = daily[list(COLUMNS)].to_numpy(dtype=float)[ends]
    values[by.starts > np.datetime64(history.today)] = np.nan
    return pd.DataFrame(values, index=by.starts, columns=list(COLUMNS))


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    sri = frame["sri"].to_numpy()
    least = min(LEAST, np.nanmin(sri, initial=LEAST) // GRID * GRID)
    marks = list(np.arange(least, MOST + 1, GRID))
    gutter = 14 if look.gentle else 54
    panel = style.Panel(sheet, gutter, 14, sheet.width - 8, sheet.height - 32, len(frame), MOST, least)
    panel.grid(marks, style.worded(look, marks))
    settled = frame["pairs"].to_numpy() >= regularity.SETTLED
    _line(panel, sri, 1)
    _line(panel, np.where(settled, sri, np.nan), 2.5)
    panel.dates(frame.index)
    return sheet.figure


def _line(panel: style.Panel, values: Floats, width: float) -> None:
    """A line through what is known; what has no neighbour is a dot."""
    places, known = np.arange(len(values)), np.isfinite(values)
    beside = np.append(known[1:], False) | np.append(False, known[:-1])
    panel.sheet.stroke(panel.x(places), panel.y(values), "sleep", width)
    panel.dots(places, np.where(known & ~beside, values, np.nan), "sleep", radius=width + 0.5)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The latest index, and how sure it is."""
    known = frame.dropna(subset=["sri"])
    if known.empty:
        return None
    last = known.iloc[-1]
    values = {"sri": (float(last["sri"]), Unit.INDEX), "pairs": (float(last["pairs"]), Unit.COUNT)}
    if last["pairs"] < regularity.SETTLED:
        return Sentence(
            N_("The last index is %(sri)s; it is provisional, made of %(pairs)s pairs of days."),
            GENTLY,
            values,
        )
    return Sentence(N_("The last index is %(sri)s, made of %(pairs)s pairs of days."), GENTLY, values)


GENTLY = N_("The higher the line, the more one day is like the next.")
