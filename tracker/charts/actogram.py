"""Every sleep, days down and two days across, as sleep clinics draw it."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.days import DAY
from recovery.history import Floats, History, Ints
from recovery.metrics.metric import Unit
from recovery.metrics.sleep import episodes
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.ticks import ticks
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "actogram"
TITLE = N_("Nights, double-plotted")
TEXT = N_(
    "Each line is a day and the next one, from noon to noon to noon; bars are sleep, naps among it, the "
    "latest at the bottom. Every sleep stands twice, at the right and one line further down at the left, so "
    "that a drift of your hours shows as a slope."
)
EMPTY = N_("Log a night on Today, and it appears here as a bar across the hours.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=560, narrow=520)
COLUMNS = {
    "onset": Column(N_("Asleep"), Unit.CLOCK),
    "waking": Column(N_("Awake"), Unit.CLOCK),
    "tst": Column(N_("Time asleep"), Unit.DURATION),
    "nap": Column(N_("Nap"), Unit.ANSWER),
}
NOON = DAY // 2
TOP = 34  # pixels above the first line
TALLEST = 18  # pixels of a line at most
ACROSS = 2.4  # names of days stand closer below one another than side by side
SAYS = N_("%(logged)s of %(nights)s nights are logged.")
DRIFT = N_("Bars that stand below one another are regular hours; a slope is a drift.")


def data(history: History) -> pd.DataFrame:
    """A row for each sleep, by day of waking, and one of missing values for a day without any.

    Times are minutes after the midnight that begins the day of waking (before it: negative), on the clock
    of the zone of waking; a night without sleep has none.
    """
    sleeps = episodes(history)
    columns = {name: sleeps[name].to_numpy(dtype=float) for name in ("onset", "waking", "tst")}
    nap = 1.0 - sleeps["main"].to_numpy()
    own = pd.DataFrame({**columns, "nap": nap}, index=history.days[history.offsets(sleeps)])
    missing = pd.DataFrame(
        index=history.days.difference(pd.DatetimeIndex(own.index)), columns=own.columns, dtype=float
    )
    return pd.concat([own, missing]).sort_index(kind="stable").rename_axis("day")


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    days = frame.index.unique()
    row = min((sheet.height - TOP - 10) / max(len(days), 1), TALLEST)
    box = Box(sheet, 76 if look.wide else 62, sheet.width - 24, row)
    box.hours(len(days), 6 if look.wide else 12)
    box.days(days)
    rows = days.get_indexer(frame.index)
    box.bars(*segments(rows, frame["onset"].to_numpy(), frame["waking"].to_numpy(), len(days)))
    return sheet.figure


@dataclass(frozen=True)
class Box:
    """Lines of two days each from the top of a sheet down."""

    sheet: style.Sheet
    left: float
    right: float
    row: float  # the height of a line

    def x(self, minutes: Floats | float) -> Floats:
        """Where a moment lies, minutes after the noon that begins its line."""
        return self.left + np.asarray(minutes) / (2 * DAY) * (self.right - self.left)

    def y(self, rows: Ints | int) -> Floats:
        """The middle of each line."""
        return np.round(TOP + (np.asarray(rows) + 0.5) * self.row, 1)

    def hours(self, lines: int, every: int) -> None:
        """The time of day above, and a thin line down at each noon and midnight."""
        for at in range(0, 2 * DAY + 1, every * 60):
            words = style.hour(self.sheet.look, at + NOON)
            self.sheet.text(float(self.x(at)), TOP - 12, words, "center")
        halves = self.x(np.repeat(np.arange(0, 2 * DAY + 1, NOON), 3).astype(float))
        ends = np.tile([TOP, TOP + lines * self.row, np.nan], 5)
        self.sheet.stroke(halves, ends, "rule")

    def days(self, days: pd.Index) -> None:
        """The calendar at the left."""
        for place, words in ticks(self.sheet.look, style.dates(days), ACROSS * len(days) * self.row):
            self.sheet.text(self.left - 10, float(self.y(place)) + style.FONT * 0.35, words, "right")

    def bars(self, rows: Ints, starts: Floats, ends: Floats) -> None:
        gaps = np.full(len(rows), np.nan)
        xs = style.halved(np.column_stack([self.x(starts), self.x(ends), gaps]).ravel())
        thick = self.row * (0.72 if self.row > 3 else 1)
        self.sheet.stroke(xs, np.repeat(self.y(rows), 3), "sleep", thick, alpha=1 if self.row > 1 else 0.75)


def segments(rows: Ints, onset: Floats, waking: Floats, lines: int) -> tuple[Ints, Floats, Floats]:
    """The line of every piece of every sleep, and where it begins and ends, in minutes after the line's noon.

    A line holds the 48 hours from the noon before its day, so that a sleep is in two of them, or in more.
    """
    found = []
    for down in (-1, 0, 1, 2):
        shift = NOON - down * DAY
        start, end = np.clip(onset + shift, 0, 2 * DAY), np.clip(waking + shift, 0, 2 * DAY)
        seen = (end > start) & (rows + down >= 0) & (rows + down < lines)
        found.append((rows[seen] + down, start[seen], end[seen]))
    own, starts, ends = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return own, starts, ends


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """How many nights the picture has."""
    nights = int((frame["nap"] == 0).sum())
    if not nights:
        return None
    return Sentence(
        SAYS, DRIFT, {"logged": (nights, Unit.COUNT), "nights": (frame.index.nunique(), Unit.COUNT)}
    )
