"""When the nights began and ended, over any number of them."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import trends
from recovery.history import Floats, History, Ints
from recovery.metrics.metric import Unit
from recovery.metrics.sleep import episodes
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "nights"
TITLE = N_("Nights")
TEXT = N_(
    "Each bar runs from falling asleep to waking. Thin or pale ones are naps; sleep at an unusual time of "
    "day stands at the edge. A gap is a night that was not logged. The line is the mean of mid-sleep over "
    "seven days, or over four weeks where more than two years are shown."
)
EMPTY = N_("Log a night on Today, and it appears here as a bar from falling asleep to waking.")
PILLAR = "sleep"
STEP = span.Step.DAY
SIZE = Size(wide=400, narrow=360)
COLUMNS = {
    "onset": Column(N_("Asleep"), Unit.CLOCK),
    "waking": Column(N_("Awake"), Unit.CLOCK),
    "tst": Column(N_("Time asleep"), Unit.DURATION),
    "nap": Column(N_("Nap"), Unit.ANSWER),
    "midsleep": Column(N_("Mid-sleep"), Unit.CLOCK),
    "usual": Column(N_("Mean mid-sleep"), Unit.CLOCK),
}
NIGHTS = 4  # from which a typical one is spoken of
FEW = N_("A typical night shows once four are logged.")
MARK = 20  # minutes that are drawn of a nap at the edge
EVENING, MORNING = -120, 480  # what the axis shows at least: 22:00 to 08:00
MANY = 60  # nights from which a rare one does not stretch the axis
RARE = 0.01
LINE = 250  # points of the line at most
CROWDED, FULL = 6, 0.8  # pixels of a column up to which its bar takes more of it, lest many look pale


def data(history: History) -> pd.DataFrame:
    """A row for each sleep, by day of waking, and one of missing values for each day without a night.

    Times are minutes after the midnight that begins the day of waking (before it: negative), on the clock
    of the zone of waking; a night without sleep has none. `usual` is the mean mid-sleep of the seven days
    up to each (of 28 in a history of more than two years), missing for naps, for days to come, and where
    fewer than four of seven nights are known.
    """
    sleeps = episodes(history)
    main = sleeps["main"].to_numpy()
    columns = {"nap": 1.0 - main, **{name: sleeps[name].to_numpy() for name in ("onset", "waking", "tst")}}
    middle = np.where(main, (columns["onset"] + columns["waking"]) / 2, np.nan)
    at = history.offsets(sleeps)
    frame = pd.DataFrame({**columns, "midsleep": middle}, index=history.days[at])
    usual = _trailing_mean(middle[main], at[main], history)
    to_come = history.days > np.datetime64(history.today)
    return _with_gaps(frame, history, np.where(to_come, np.nan, usual))


def _trailing_mean(values: Floats, at: Ints, history: History) -> Floats:
    daily = np.full(len(history), np.nan)
    daily[at] = values
    weeks = 4 if span.step(history) is span.Step.MONTH else 1
    return trends.mean(pd.Series(daily), 7 * weeks, trends.KNOWN * weeks).to_numpy()


def _with_gaps(frame: pd.DataFrame, history: History, usual: Floats) -> pd.DataFrame:
    """With an empty row for each day that has no night, in the order of the days."""
    unlogged = history.days.difference(pd.DatetimeIndex(frame.index[frame["nap"] == 0]))
    rows = np.concatenate([np.arange(len(frame)), np.full(len(unlogged), -1)])
    index = frame.index.append(unlogged)
    order = np.argsort(index.to_numpy(), kind="stable")
    values = np.vstack([frame.to_numpy(dtype=float), np.full(frame.shape[1], np.nan)])[rows[order]]
    whole = pd.DataFrame(values, index=index[order].rename("day"), columns=frame.columns)
    daily = usual[history.days.get_indexer(whole.index)]
    return whole.assign(usual=np.where(whole["nap"] == 1, np.nan, daily))


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    days = frame.index.unique()
    marks = _marks(frame)
    right, gutter = sheet.width - 8, 76 if look.wide else 70
    panel = style.Panel(sheet, gutter, 14, right, sheet.height - 32, max(len(days), 1), marks[0], marks[-1])
    panel.grid(marks, [style.hour(look, mark) for mark in marks])
    _nights(panel, frame, days, marks[0], marks[-1])
    panel.dates(days)
    return sheet.figure


def _marks(frame: pd.DataFrame) -> list[float]:
    """Times for the grid, an even number of hours apart, around the nights; naps do not stretch it."""
    nights = frame[frame["nap"] == 0].dropna(subset=["onset"])
    rare = RARE if len(nights) >= MANY else 0
    first, last = EVENING, MORNING
    if len(nights):
        first = min(first, np.quantile(nights["onset"], rare))
        last = max(last, np.quantile(nights["waking"], 1 - rare))
    step = 120 if last - first <= 16 * 60 else 240
    return [float(at) for at in range(int(first // step) * step, int(-(-last // step)) * step + 1, step)]


def _nights(panel: style.Panel, frame: pd.DataFrame, days: pd.Index, first: float, last: float) -> None:
    """Bars from onset to waking; what lies outside the hours shown is a mark at their edge."""
    slots = days.get_indexer(frame.index)
    nap = (frame["nap"] == 1).to_numpy()
    onset = np.clip(frame["onset"].to_numpy(), first, last - MARK)
    waking = np.clip(frame["waking"].to_numpy(), first + MARK, last)
    if panel.slot < style.BAR:
        panel.streaks(slots[nap], onset[nap], waking[nap], "sleep", alpha=0.4)
        panel.streaks(slots[~nap], onset[~nap], waking[~nap], "sleep", alpha=0.9)
    else:
        width = style.WIDTH if panel.slot > CROWDED else FULL
        panel.bars(slots[~nap], onset[~nap], waking[~nap], "sleep", width=width)
        panel.bars(slots[nap], onset[nap], waking[nap], "sleep", width=0.26)
    every = -(-len(days) // LINE)
    line = frame[~nap].iloc[every - 1 :: every]
    panel.line(days.get_indexer(line.index), line["usual"].to_numpy())


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The middle of the nights' times, and how many were logged."""
    nights = frame[frame["nap"] == 0]
    if nights.empty:
        return None
    if len(nights) < NIGHTS:
        return Sentence(FEW, FEW)
    return Sentence(
        N_("A typical night ran from %(onset)s to %(waking)s; %(logged)s of %(nights)s nights are logged."),
        N_("Long bars are long nights; bars that line up are regular hours."),
        {
            "logged": (len(nights), Unit.COUNT),
            "nights": (frame.index.nunique(), Unit.COUNT),
            "onset": (nights["onset"].median(), Unit.CLOCK),
            "waking": (nights["waking"].median(), Unit.CLOCK),
        },
    )
