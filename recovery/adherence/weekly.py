"""The state of each week of a strategy that is judged by the week (docs/rules.md, 16 to 18)."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from recovery import aims
from recovery.adherence.daily import State, States, all_in, amounts, as_series, judged_days
from recovery.aims import Judged
from recovery.history import Flags, Floats, History, Ints, day_number, or_else
from recovery.strategies.strategy import Strategy
from recovery.weeks import by_week, whole_weeks

NIGHTS = 4  # logged days from which a week's mean is judged


@dataclass(frozen=True, eq=False)
class Weeks:
    """A strategy's whole weeks in plain arrays, one entry for each Monday."""

    value: Floats  # the sum, the mean or the number of days with the dose; NaN where no active day is known
    low: Floats
    high: Floats
    logged: Ints
    active: Ints
    closed: Ints  # active days that have closed
    excused: Flags  # whether any followed day is
    open: Flags  # whether its Sunday has yet to close

    @property
    def inside(self) -> Flags:
        return (self.logged > 0) & ~(self.value < self.low) & ~(self.value > self.high)


def judged_weeks(history: History, strategy: Strategy) -> Weeks:
    own = history.once(judged_days, strategy)
    judged = strategy.aim.judged
    active = by_week(history, own.active)
    known = active & by_week(history, own.known)
    closed = ~by_week(history, own.open)
    logged = known.sum(axis=1)
    total = np.where(known, by_week(history, amounts(own, judged)), 0).sum(axis=1)
    parts = np.maximum(logged, 1) if judged is Judged.MEAN else 1
    return Weeks(
        value=np.where(logged > 0, np.round(total / parts, 6), np.nan),
        low=_bound(strategy, by_week(history, own.held.low), active),
        high=_bound(strategy, by_week(history, own.held.high), active),
        logged=logged,
        active=active.sum(axis=1),
        closed=(active & closed).sum(axis=1),
        excused=by_week(history, own.excused).sum(axis=1) > 0,
        open=closed.sum(axis=1) < 7,
    )


def _bound(strategy: Strategy, bounds: Floats, active: Flags) -> Floats:
    judged = strategy.aim.judged
    counted = judged is Judged.DAYS or (judged is Judged.SUM and strategy.metric.unit.counted)
    return aims.weekly_bound(bounds, active, mean=judged is Judged.MEAN, counted=counted)


def week_states(history: History, strategy: Strategy) -> States:
    """The state of each week."""
    return history.once(_week_states, strategy)


def _week_states(history: History, strategy: Strategy) -> States:
    own = history.once(judged_weeks, strategy)
    states = all_in(State.NOT_LOGGED, len(own.value))
    states[own.open] = State.OPEN
    if strategy.aim.judged is Judged.MEAN:
        _judge_means(states, own)
    else:
        _judge_sums(states, own)
    states[own.active == 0] = State.NOT_PLANNED
    states[(own.active == 0) & own.excused] = State.EXCUSED
    return states


def _judge_means(states: States, own: Weeks) -> None:
    """A mean may still turn while the week is open, so that nothing is met or missed early."""
    enough = ~own.open & (own.logged >= NIGHTS)
    states[enough] = State.MISSED
    states[enough & own.inside] = State.MET


def _judge_sums(states: States, own: Weeks) -> None:
    """At least: met once reached. At most: missed once exceeded, met only with every active day logged."""
    bounded = ~np.isnan(own.high)
    short = ~np.isnan(own.low) & ~(own.value >= own.low)
    states[~own.open & short & (own.logged > 0)] = State.MISSED
    states[~short & ~bounded] = State.MET
    states[~own.open & ~short & bounded & (own.logged == own.active)] = State.MET
    states[own.value > own.high] = State.MISSED


def weeks(history: History, strategy: Strategy) -> pd.DataFrame:
    """A row for each Monday whose week lies within the history, of a strategy judged by the week.

    Columns: value (sum, mean or number of days with the dose, over active days), low and high (rule 16),
    logged and active (days), share, state, and pace: whether the running week has its share of the days gone
    by (False for any other week, and for a mean of which nothing is known yet). Do not write into it.
    """
    return history.once(_weeks, strategy)


def _weeks(history: History, strategy: Strategy) -> pd.DataFrame:
    own = history.once(judged_weeks, strategy)
    columns = {
        "value": own.value, "low": own.low, "high": own.high, "logged": own.logged, "active": own.active,
        "share": aims.share(own.value, own.low, own.high),
        "state": as_series(week_states(history, strategy), history.once(mondays)),
        "pace": paces(history, strategy),
    }  # fmt: skip
    return pd.DataFrame(columns, history.once(mondays), copy=False)


def paces(history: History, strategy: Strategy) -> Flags:
    """For each week, whether it is the running one and has its share of the days gone by (rule 17)."""
    return _pace(history.once(judged_weeks, strategy), strategy.aim.judged) & history.once(_running)


def mondays(history: History) -> pd.DatetimeIndex:
    """The Mondays whose weeks lie within the history."""
    return history.days[whole_weeks(history)][::7].rename("monday")


def _running(history: History) -> Flags:
    """Which week is the one that goes on now."""
    since = day_number(history.today) - history.numbers[whole_weeks(history)][::7]
    running: Flags = (since >= 0) & (since < 7)
    return running


def _pace(own: Weeks, judged: Judged) -> Flags:
    if judged is Judged.MEAN:
        return own.inside
    due = np.round(own.low * own.closed / np.maximum(own.active, 1), 6)
    return (own.active > 0) & ~(or_else(own.value, 0) < due) & ~(own.value > own.high)
