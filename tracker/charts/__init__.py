"""Every chart by the name in its address, and the pages that show it: data, a drawing of it, words for both.

A chart is a module: data(history) -> frame (a row a day, a sleep, a week or a month: as fine as the length
of the history allows), draw(frame, look) -> Figure, takeaway(frame) -> Sentence or None where there is
nothing to say, and the constants named here. A history may be of one day or of many years.
"""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd
from matplotlib.figure import Figure

from recovery.history import History
from recovery.strategies import STRATEGIES
from tracker.charts import (
    actogram,
    adherence,
    calendar,
    calm,
    checkin,
    colours,
    diet,
    duration,
    exercise,
    foods,
    nights,
    practice,
    regularity,
    stages,
    weekdays,
)
from tracker.charts.span import Step
from tracker.charts.wording import Column, Look, Sentence, Size


class Chart(Protocol):
    SLUG: str
    TITLE: str
    TEXT: str  # what the marks mean
    EMPTY: str  # what to do first
    PILLAR: str  # the kinds of which alone it needs the logs, its own first; "" for those of the plan
    STEP: Step  # the least that it counts by; but for a day, its history is of whole weeks
    SIZE: Size

    @property
    def COLUMNS(self) -> Mapping[str, Column]: ...  # noqa: N802 (a constant of each module)
    def data(self, history: History) -> pd.DataFrame: ...
    def draw(self, frame: pd.DataFrame, look: Look = ...) -> Figure: ...
    def takeaway(self, frame: pd.DataFrame) -> Sentence | None: ...


# What Week shows, in its order, and the weeks of each that end with the page's own.
WEEK: Mapping[Chart, int] = {adherence: 12, nights: 4, exercise: 12, diet: 1, practice: 1, checkin: 4}

# What Trends shows, in the order of each pillar, over the span that was chosen.
TRENDS: tuple[Chart, ...] = (
    adherence,
    nights,
    actogram,
    duration,
    regularity,
    weekdays,
    stages,
    exercise,
    foods,
    colours,
    calm,
    checkin,
)

# Of these, what stays folded until it is asked for.
FOLDED: frozenset[str] = frozenset({actogram.SLUG, stages.SLUG})

CHARTS: dict[str, Chart] = {chart.SLUG: chart for chart in (*WEEK, *TRENDS)}

# One for each strategy, by its slug; Trends shows the one that was chosen.
CALENDARS: dict[str, Chart] = {strategy.slug: calendar.of(strategy) for strategy in STRATEGIES}

# All that have an address, and those among them that always draw each day.
DRAWN: dict[str, Chart] = CHARTS | {chart.SLUG: chart for chart in CALENDARS.values()}
EVERY_DAY: frozenset[str] = frozenset(chart.SLUG for chart in WEEK if chart not in TRENDS)
