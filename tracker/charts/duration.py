"""Time asleep against the plan, with its running mean."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence, trends
from recovery.history import Floats, History
from recovery.metrics import sleep
from recovery.metrics.metric import Unit
from recovery.strategies.sleep import LONG_ENOUGH
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "duration"
TITLE = N_("Time asleep")
TEXT = N_(
    "A dot is a day, naps added; the line is the mean of seven days, and the table has that of fourteen too. "
    "Over longer times a dot is the mean of a week or a month, and the bar behind it runs from the shortest "
    "to the longest night. The field or the dashed line is your aim, as it was at the time. No single night "
    "is judged."
)
EMPTY = N_("Log a night on Today, and its length appears here.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=320, narrow=300)
COLUMNS = {
    "duration": Column(N_("Time asleep"), Unit.DURATION),
    "usual": Column(N_("Mean of seven days"), Unit.DURATION),
    "fortnight": Column(N_("Mean of fourteen days"), Unit.DURATION),
    "shortest": Column(N_("Shortest"), Unit.DURATION),
    "longest": Column(N_("Longest"), Unit.DURATION),
    "nights": Column(N_("Nights logged"), Unit.COUNT),
    "low": Column(N_("Aim, at least"), Unit.DURATION),
    "high": Column(N_("Aim, at most"), Unit.DURATION),
}
HOUR = 60
LEAST, MOST = 5 * HOUR, 10 * HOUR  # what the axis shows at least


def data(history: History) -> pd.DataFrame:
    """Minutes asleep, naps added: of each day, or the mean of each week or month, with the aim in force.

    By day alone: `usual` and `fortnight`, the means of seven days (from four that are known) and of fourteen
    (from eight). `shortest` and `longest` are of a week's or a month's days. Missing where no night was
    logged, or no aim held.
    """
    daily = sleep.duration(history)
    step = span.step(history)
    by = span.bins(history, step)
    values, missing = daily.to_numpy(), np.full(len(by), np.nan)
    by_day = step is span.Step.DAY
    bounds = adherence.days(history, LONG_ENOUGH)
    return pd.DataFrame(
        {
            "duration": by.means(values),
            "usual": _mean(history, daily, 7, 4) if by_day else missing,
            "fortnight": _mean(history, daily, 14, 8) if by_day else missing,
            "shortest": missing if by_day else by.lowest(values),
            "longest": missing if by_day else by.highest(values),
            "nights": by.known(values).astype(float),
            "low": by.means(bounds["low"].to_numpy()),
            "high": by.means(bounds["high"].to_numpy()),
        },
        index=by.starts,
    )


def _mean(history: History, daily: pd.Series, days: int, least: int) -> Floats:
    """The mean of so many days from `least` that are known, up to today."""
    to_come = history.days > np.datetime64(history.today)
    return np.where(to_come, np.nan, trends.mean(daily, days, least).to_numpy())


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    marks = _marks(frame)
    gutter = 14 if look.gentle else 54
    panel = style.Panel(
        sheet, gutter, 14, sheet.width - 8, sheet.height - 32, len(frame), marks[-1], marks[0]
    )
    panel.grid(marks, [] if look.gentle else [style.hours(look, mark) for mark in marks])
    low, high = frame["low"].to_numpy(), frame["high"].to_numpy()
    panel.field(low, high, "sleep")
    panel.levels(np.where(np.isnan(high), low, np.nan))
    _nights(panel, frame)
    panel.dates(frame.index)
    return sheet.figure


def _marks(frame: pd.DataFrame) -> list[float]:
    """Hours for the grid, around every length that is drawn."""
    drawn = frame[["duration", "usual", "shortest", "longest", "low", "high"]].to_numpy()
    known = drawn[np.isfinite(drawn)]
    first = int(min(known.min(initial=LEAST), LEAST) // HOUR)
    last = int(-(-max(known.max(initial=MOST), MOST) // HOUR))
    step = 1 if last - first <= 6 else 2
    return [float(hour * HOUR) for hour in range(first - first % step, last + step, step)]


def _nights(panel: style.Panel, frame: pd.DataFrame) -> None:
    """Dots of days with their running mean, or of weeks and months with their range."""
    places, duration = np.arange(len(frame)), frame["duration"].to_numpy()
    radius = min(max(panel.slot * 0.36, 1.8), 4.5)
    panel.bars(places, frame["longest"].to_numpy(), frame["shortest"].to_numpy(), "sleep", alpha=style.PALE)
    if frame["usual"].notna().any():
        panel.dots(places, duration, "sleep", radius=radius, alpha=0.6)
        panel.sheet.stroke(panel.x(places), panel.y(frame["usual"].to_numpy()), "ink", 2)
    else:
        panel.sheet.stroke(panel.x(places), panel.y(duration), "sleep", 1.5)
        panel.dots(places, duration, "sleep", radius=radius)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean of all nights, and how many were logged."""
    nights = frame["nights"].sum()
    if not nights:
        return None
    mean = (frame["duration"] * frame["nights"]).sum() / nights
    return Sentence(
        N_("You slept %(mean)s on average, in %(nights)s nights that are logged."),
        N_("Higher dots are longer nights."),
        {"mean": (mean, Unit.DURATION), "nights": (nights, Unit.COUNT)},
    )
