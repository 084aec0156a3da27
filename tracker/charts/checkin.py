"""How one felt: the five ratings of the check-in, one small panel each."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.history import Flags, Floats, History
from recovery.metrics import checkin
from recovery.metrics.checkin import MOST, RATINGS
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "checkin"
TITLE = N_("How you felt")
TEXT = N_(
    "Each line is one of the five ratings of your check-ins, by day the mean; over long stretches by week or "
    "month. A gap is a day without that rating. The words at the left say what the two ends mean: of stress "
    "and sleepiness, more is not better. Our own questions, no validated scale."
)
EMPTY = N_("Tap how you are on Today, and your ratings appear here.")
PILLAR = "checkin"
STEP = span.Step.DAY
SIZE = Size(wide=480, narrow=480)
METRICS = {metric.slug: metric for metric in (
    checkin.MOOD, checkin.ENERGY, checkin.FOCUS, checkin.STRESS, checkin.SLEEPINESS,
)}  # fmt: skip
COLUMNS = {slug: Column(metric.title, Unit.POINTS) for slug, metric in METRICS.items()}
ROOM = 92  # pixels from one panel to the next
TALL = 54  # pixels of a panel
GUTTER = 104  # pixels for the words of the ends
DOTTED = 62  # so many marks and fewer have a dot each
SOME = N_("You rated how you felt in these days.")


def data(history: History) -> pd.DataFrame:
    """The means of the five ratings (0 to 10) by day, week or month; missing where nothing was rated."""
    bins = span.bins(history, span.step(history))
    means = {slug: bins.means(metric.daily(history).to_numpy()) for slug, metric in METRICS.items()}
    return pd.DataFrame(means, index=bins.starts)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    for number, slug in enumerate(METRICS):
        top = 26 + number * ROOM
        panel = style.Panel(sheet, GUTTER, top, sheet.width - 8, top + TALL, max(len(frame), 1), MOST, 0)
        _rating(panel, slug, frame[slug].to_numpy())
    panel.dates(frame.index)
    return sheet.figure


def _rating(panel: style.Panel, slug: str, means: Floats) -> None:
    """One rating: its name, the words of its ends, a line that gaps break, and dots where they have room."""
    say, asked = panel.sheet.look.say, RATINGS[slug]
    panel.title(say(asked.title))
    panel.grid([MOST, 0], [say(asked.most), say(asked.least)])
    panel.sheet.stroke(panel.x(np.arange(len(means))), panel.y(means), "checkin", 1.75)
    shown = np.ones(len(means), dtype=bool) if len(means) <= DOTTED else _alone(means)
    panel.dots(np.arange(len(means)), np.where(shown, means, np.nan), "checkin", radius=3)


def _alone(means: Floats) -> Flags:
    """The marks between two gaps, which no line would show."""
    known = np.isfinite(means)
    before, after = np.append(False, known[:-1]), np.append(known[1:], False)
    return known & ~before & ~after


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean of each line, where all five were rated; else that of mood alone."""
    means = {slug: float(frame[slug].mean()) for slug in METRICS if frame[slug].notna().any()}
    values = {slug: (mean, Unit.POINTS) for slug, mean in means.items()}
    if len(means) == len(METRICS):
        whole = N_(
            "From 0 to 10, the mean of each line: mood %(mood)s, energy %(energy)s, focus %(focus)s, stress "
            "%(stress)s, sleepiness %(sleepiness)s."
        )
        return Sentence(whole, SOME, values)
    if "mood" in means:
        return Sentence(N_("From 0 to 10, mood was %(mood)s in the mean of its line."), SOME, values)
    return Sentence(SOME, SOME) if means else None
