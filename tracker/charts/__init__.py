"""Every chart, in the order of Week, by the name in its address: data, a drawing of it, words for both.

A chart is a module: data(history) -> frame (a row a day, a sleep or a week), draw(frame, look) -> Figure,
takeaway(frame) -> Sentence or None where there is nothing to say, and the constants named here.
"""

from collections.abc import Mapping
from typing import Protocol

import pandas as pd
from matplotlib.figure import Figure

from recovery.history import History
from tracker.charts import adherence, diet, exercise, nights, practice
from tracker.charts.wording import Column, Look, Sentence, Size


class Chart(Protocol):
    SLUG: str
    TITLE: str
    TEXT: str  # what the marks mean
    EMPTY: str  # what to do first
    PILLAR: str  # "" for all of them
    SPAN: int  # weeks
    SIZE: Size

    @property
    def COLUMNS(self) -> Mapping[str, Column]: ...  # noqa: N802 (a constant of each module)
    def data(self, history: History) -> pd.DataFrame: ...
    def draw(self, frame: pd.DataFrame, look: Look = ...) -> Figure: ...
    def takeaway(self, frame: pd.DataFrame) -> Sentence | None: ...


CHARTS: dict[str, Chart] = {
    adherence.SLUG: adherence,
    nights.SLUG: nights,
    exercise.SLUG: exercise,
    diet.SLUG: diet,
    practice.SLUG: practice,
}
