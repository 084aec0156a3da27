"""Stress practice by week: its minutes, and how tense one felt before and after."""

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import intervals
from recovery.history import Floats, History
from recovery.metrics import practice
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "calm"
TITLE = N_("Stress practice by week")
TEXT = N_(
    "A bar is a week, or the mean week of a month where more than two years are shown: its minutes of "
    "practice. Below: how tense you felt, the ring before practice and the dot after. The thin line through "
    "a dot is a 95 % interval: where it ends below the ring, the change is more than chance. It needs four "
    "days with both ratings; a gap has none."
)
EMPTY = N_("Log a few minutes of breathing on Today, and their week appears here.")
PILLAR = "practice"
STEP = span.Step.WEEK
SIZE = Size(wide=350, narrow=350)
COLUMNS = {
    "minutes": Column(N_("Stress practice"), Unit.MINUTES),
    "days": Column(N_("Days of practice"), Unit.DAYS),
    "before": Column(N_("Stress before"), Unit.POINTS),
    "after": Column(N_("Stress after"), Unit.POINTS),
    "least": Column(N_("Stress after, interval from"), Unit.POINTS),
    "most": Column(N_("Stress after, interval to"), Unit.POINTS),
    "rated": Column(N_("Days with both ratings"), Unit.DAYS),
}
LIKELY = 60  # minutes that the axis shows at least
MOST_TENSE = 10
RATED = 4  # days, for an interval
DOT = 6  # pixels of a column from which its ring and dot have room


def data(history: History) -> pd.DataFrame:
    """Minutes and days of practice a week, and the means of stress before and after (0 to 10) by day.

    A row a week, or a month with its mean week. `least` and `most` are stress before plus Student's 95 %
    interval of the change. Missing where nothing was logged or rated.
    """
    weeks = span.bins(history, span.Step.WEEK)
    amounts = {
        "minutes": weeks.sums(practice.MINUTES.daily(history).to_numpy()),
        "days": weeks.sums(practice.DAYS.daily(history).to_numpy()),
    }
    return span.weekly(history, amounts).assign(**_stress(history))


def _stress(history: History) -> dict[str, Floats]:
    by = span.by_weeks(history)
    changes = practice.CHANGE.daily(history).to_numpy()
    before = by.means(practice.before(history).to_numpy())
    known = ~np.isnan(changes)
    found = [_interval(changes[known & (by.of == place)]) for place in range(len(by))]
    lows, highs = np.array(found).T
    return {
        "before": before,
        "after": before + by.means(changes),
        "least": np.clip(before + lows, 0, MOST_TENSE),
        "most": np.clip(before + highs, 0, MOST_TENSE),
        "rated": np.where(by.known(changes) > 0, by.known(changes), np.nan),
    }


def _interval(changes: Floats) -> tuple[float, float]:
    return intervals.of_mean(changes) if len(changes) >= RATED else (np.nan, np.nan)


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    sheet = style.sheet(look, SIZE)
    left, right = 58, sheet.width - 8
    marks = style.marks(LIKELY, frame["minutes"].to_numpy(), wished=3)
    above = style.Panel(sheet, left, 32, right, 150, len(frame), marks[-1], 0)
    above.title(look.say(N_("Minutes a week")))
    above.grid(marks, style.worded(look, marks))
    above.columns(frame["minutes"].to_numpy(), "practice")
    below = style.Panel(sheet, left, 198, right, sheet.height - 32, len(frame), MOST_TENSE, 0)
    below.title(look.say(N_("Stress before and after")))
    below.grid([0, MOST_TENSE], [look.say(N_("calm")), look.say(N_("tense"))])
    _stress_drawn(below, frame)
    below.dates(frame.index)
    return sheet.figure


def _stress_drawn(panel: style.Panel, frame: pd.DataFrame) -> None:
    places = np.arange(len(frame))
    before, after, least, most = (frame[c].to_numpy() for c in ("before", "after", "least", "most"))
    if panel.slot < DOT:
        panel.sheet.stroke(panel.x(places), panel.y(before), "practice", 1, alpha=0.6)
        panel.sheet.stroke(panel.x(places), panel.y(after), "practice", 2.5)
        return
    radius = min(panel.slot * 0.36, 5)
    panel.bars(places, least, most, "practice", width=2 / panel.slot, alpha=0.5)
    panel.dots(places, before, "practice", hollow=True, radius=radius)
    panel.dots(places, after, "practice", radius=radius)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The mean week's minutes, and stress before and after where it was rated."""
    if frame["minutes"].isna().all():
        return None
    minutes = (float(frame["minutes"].mean()), Unit.MINUTES)
    rated = frame["rated"].sum()
    if not rated:
        return Sentence(N_("A week had %(minutes)s of practice on average."), SOME, {"minutes": minutes})
    before, after = (
        (float((frame[name] * frame["rated"]).sum() / rated), Unit.POINTS) for name in ("before", "after")
    )
    return Sentence(
        N_(
            "A week had %(minutes)s of practice on average; stress (0 to 10) was %(before)s before and "
            "%(after)s after."
        ),
        CALMER if after < before else SOME,
        {"minutes": minutes, "before": before, "after": after},
    )


SOME = N_("Taller bars are weeks with more practice.")
CALMER = N_("You felt calmer after practice than before.")
