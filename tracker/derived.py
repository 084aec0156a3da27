"""What is computed from a record, as rows for its export: every daily number, and how the plan was kept.

These files say what the pages say. They are ignored when an export comes back (docs/rules.md, 27).
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache
from itertools import chain
from math import isnan

import numpy as np
import pandas as pd
from django.db.models import Max, Min

from recovery import adherence, days
from recovery.adherence import State
from recovery.aims import Judged
from recovery.history import Floats, History
from recovery.metrics import METRICS
from recovery.metrics.metric import Metric, Unit
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Strategy
from recovery.weeks import by_week, whole_weeks
from tracker import frames
from tracker.kinds import KINDS
from tracker.models import User

DAILY, ADHERENCE = "daily.csv", "adherence.csv"
UNITS = {Unit.DURATION: "minutes", Unit.CLOCK: "minutes_after_midnight"}
HEAD = (
    "strategy", "judged", "begins", "state", "value", "low", "high", "unit", "share", "kept_in_week",
    "coverage_in_week",
)  # fmt: skip
Line = Sequence[str]


def files(user: User) -> Iterator[tuple[str, Iterable[Line]]]:
    """The name and the lines of each file, the head first; without a log, the head alone."""
    span = _span(user)
    history = frames.load(user, days.monday(span[0]), days.monday(span[1]) + timedelta(7)) if span else None
    yield DAILY, chain([daily_head()], daily(history, *span) if history and span else ())
    yield ADHERENCE, chain([HEAD], kept(history) if history else ())


def _span(user: User) -> tuple[date, date] | None:
    """The days of a person's first and last log, if there is any."""
    ends = [kind.of(user).aggregate(first=Min("day"), last=Max("day")) for kind in KINDS.values()]
    logged = [end for end in ends if end["first"]]
    if not logged:
        return None
    return min(end["first"] for end in logged), max(end["last"] for end in logged)


def daily_head() -> Line:
    return ["day", *map(heading, METRICS.values())]


def heading(metric: Metric) -> str:
    """A metric's column, with its unit: sleep_duration_minutes."""
    slug, unit = metric.slug.replace("-", "_"), UNITS.get(metric.unit, metric.unit.value)
    unit = unit.replace("-", "_").lower()
    return slug if slug.endswith(unit) else f"{slug}_{unit}"


def daily(history: History, first: date, last: date) -> Iterator[Line]:
    """A line for each day from `first` to `last`: every daily number; empty where it is not known."""
    columns = [column(metric.daily(history).to_numpy()) for metric in METRICS.values()]
    lines = list(zip(map(str, iso_days(history.days)), *columns, strict=True))
    yield from lines[(first - history.first).days : (last - history.first).days + 1]


def kept(history: History) -> Iterator[Line]:
    """A line for each day, or week, of each strategy on which it was planned or excused."""
    followed = set(history.targets["strategy"])
    for strategy in STRATEGIES:
        if strategy.slug in followed:
            judged_daily = strategy.aim.judged is Judged.DAY
            yield from (_by_day if judged_daily else _by_week)(history, strategy)


def _by_day(history: History, strategy: Strategy) -> Iterator[Line]:
    states = adherence.days(history, strategy)
    weekly = [adherence.kept(week) for week in by_week(history, states["state"].to_numpy()).tolist()]
    shares = [share for one in weekly for share in [_shares(one)] * 7]
    yield from _lines(strategy, "day", adherence.unit(strategy), states.iloc[whole_weeks(history)], shares)


def _by_week(history: History, strategy: Strategy) -> Iterator[Line]:
    unit = Unit.DAYS if strategy.aim.judged is Judged.DAYS else adherence.unit(strategy)
    states = adherence.weeks(history, strategy)
    shares = [_shares(adherence.kept([state])) for state in states["state"]]
    yield from _lines(strategy, "week", unit, states, shares)


def _shares(one: adherence.Kept) -> Line:
    """Kept and coverage, 0 to 1; kept is empty where it is withheld (docs/rules.md, 20)."""
    return ["" if share is None else number(share) for share in (one.share, one.coverage)]


def _lines(
    strategy: Strategy, judged: str, unit: Unit, states: pd.DataFrame, shares: list[Line]
) -> Iterator[Line]:
    value, low, high, share = (column(states[name].to_numpy()) for name in ("value", "low", "high", "share"))
    rows = zip(iso_days(states.index), states["state"], value, low, high, share, shares, strict=True)
    for begins, state, worth, least, most, part, of_week in rows:
        if state is not State.NOT_PLANNED:
            worded = UNITS.get(unit, unit.value)
            yield strategy.slug, judged, begins, state, worth, least, most, worded, part, *of_week


def iso_days(index: pd.Index) -> list[str]:
    return index.to_numpy().astype("datetime64[D]").astype(str).tolist()


def column(values: Floats) -> list[str]:
    """Each as `number` has it; most columns of most records hold nothing."""
    return [""] * len(values) if np.isnan(values).all() else [number(value) for value in values.tolist()]


@lru_cache(maxsize=20_000)
def number(value: float) -> str:
    """Six digits after the point at most, none that are not needed; nothing for what is not known."""
    return "" if isnan(value) else f"{value:.6f}".rstrip("0").rstrip(".")
