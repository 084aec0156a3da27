"""When one falls asleep and wakes on each day of the week."""

from datetime import date, timedelta

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery.history import Flags, Floats, History, Ints
from recovery.metrics.metric import Unit
from recovery.metrics.sleep import episodes
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "weekdays"
TITLE = N_("Falling asleep and waking, by weekday")
TEXT = N_(
    "Each night is a stroke at the time you fell asleep, above, and one at the time you woke, below, in the "
    "column of the day you woke on; the more nights at one time, the wider. The lines mark the middle one of "
    "each day. What lies at an unusual time of day stands at the edge."
)
EMPTY = N_("Log a night on Today, and its two times appear here under its weekday.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=380, narrow=360)
COLUMNS = {
    "onset": Column(N_("Asleep"), Unit.CLOCK),
    "waking": Column(N_("Awake"), Unit.CLOCK),
}
BIN = 15  # minutes
MANY = 4  # nights at one time from which a stroke has the width of its column
NIGHTS = 14  # from which weekdays are compared
FEW = N_("The weekdays can be compared once fourteen nights are logged.")
MIDDLE = 3  # nights from which a weekday has a middle one
EVENING, MORNING = -120, 480  # what the axis shows at least
RARE = 0.01
MONDAY = date(2024, 1, 1)  # any Monday


def data(history: History) -> pd.DataFrame:
    """A row for each main sleep with sleep in it, by its day: minutes after the midnight that begins it."""
    sleeps = episodes(history)
    own = sleeps[sleeps["main"].to_numpy() & sleeps["onset"].notna().to_numpy()]
    columns = {name: own[name].to_numpy(dtype=float) for name in COLUMNS}
    return pd.DataFrame(columns, index=pd.DatetimeIndex(own["day"], name="day"))


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    marks = _marks(frame)
    gutter = 76 if look.wide else 70
    panel = style.Panel(sheet, gutter, 14, sheet.width - 8, sheet.height - 32, 7, marks[0], marks[-1])
    panel.grid(marks, [style.hour(look, mark) for mark in marks])
    weekday = _weekdays(frame)
    for name, alpha in (("onset", 0.6), ("waking", 1.0)):
        _cloud(panel, weekday, frame[name].to_numpy(), alpha)
    panel.ticks(list(range(7)), [look.weekday(MONDAY + timedelta(days=n)) for n in range(7)])
    return sheet.figure


def _weekdays(frame: pd.DataFrame) -> Ints:
    """Monday is 0."""
    return pd.DatetimeIndex(frame.index).day_of_week.to_numpy()


def _marks(frame: pd.DataFrame) -> list[float]:
    """Times for the grid, two hours apart or four, around all but the rarest."""
    first, last = float(EVENING), float(MORNING)
    if len(frame):
        first = min(first, float(frame["onset"].quantile(RARE)))
        last = max(last, float(frame["waking"].quantile(1 - RARE)))
    step = 120 if last - first <= 16 * 60 else 240
    return [float(at) for at in range(int(first // step) * step, int(-(-last // step)) * step + 1, step)]


def _cloud(panel: style.Panel, weekday: Ints, times: Floats, alpha: float) -> None:
    """Strokes a quarter of an hour high, as wide as there are nights at that time, and the middle ones."""
    lowest, highest = sorted((panel.top_value, panel.bottom_value))
    quarters = np.clip(times, lowest, highest - 1) // BIN
    at, many = np.unique(np.column_stack([weekday, quarters]), axis=0, return_counts=True)
    half = 0.42 * panel.slot * np.maximum(many / max(many.max(initial=0), MANY), 0.12)
    tops = panel.y(at[:, 1] * BIN)
    high = abs(panel.y(BIN) - panel.y(0))
    middles = panel.x(at[:, 0])
    corners = zip(middles - half, tops, middles + half, tops + high - 0.5, strict=True)
    panel.sheet.fill([style.box(*corner, radius=1) for corner in corners], "sleep", alpha=alpha)
    _medians(panel, weekday, times)


def _medians(panel: style.Panel, weekday: Ints, times: Floats) -> None:
    """A line across each weekday at its middle time."""
    days, many = np.unique(weekday, return_counts=True)
    days = days[many >= MIDDLE]
    middle = panel.y([np.median(times[weekday == day]) for day in days])
    left, half = panel.x(days), 0.46 * panel.slot
    xs = np.column_stack([left - half, left + half, np.full(len(days), np.nan)]).ravel()
    panel.sheet.stroke(xs, np.repeat(middle, 3), "card", 5)
    panel.sheet.stroke(xs, np.repeat(middle, 3), "ink", 2)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """How waking at weekends differs from weekdays, once there are enough nights of both."""
    if frame.empty:
        return None
    weekend: Flags = _weekdays(frame) >= 5
    if len(frame) < NIGHTS or weekend.all() or not weekend.any():
        return Sentence(FEW, FEW)
    week, end = (float(frame["waking"][own].median()) for own in (~weekend, weekend))
    return Sentence(
        N_("On Saturday and Sunday you mostly woke around %(end)s, against %(week)s from Monday to Friday."),
        N_("Lines at one height are days alike; a step is a jump between weekdays and weekend."),
        {"week": (week, Unit.CLOCK), "end": (end, Unit.CLOCK)},
    )
