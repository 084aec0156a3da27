"""The state of each day of a strategy (docs/rules.md, 9 to 17)."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery import aims
from recovery.aims import Judged
from recovery.history import Flags, Floats, History, day_number, or_else
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Strategy
from recovery.weeks import weekdays

States = npt.NDArray[np.object_]


class State(StrEnum):
    NOT_PLANNED = "not-planned"
    EXCUSED = "excused"
    NOT_LOGGED = "not-logged"
    MET = "met"
    MISSED = "missed"
    OPEN = "open"  # has not closed
    LOGGED = "logged"  # a day of a strategy that is judged by the week (rule 9)


@dataclass(frozen=True, eq=False)
class Days:
    """A strategy's days in plain arrays, in the order of History.days."""

    value: Floats
    held: aims.Held
    dose: Floats  # the dose in force, else the strategy's own
    asked: Flags  # followed, and on the weekdays chosen
    excused: Flags
    open: Flags

    @property
    def known(self) -> Flags:
        return ~np.isnan(self.value)

    @property
    def active(self) -> Flags:
        return self.asked & ~self.excused


def judged_days(history: History, strategy: Strategy) -> Days:
    """What a strategy's judgement by day and by week has in common."""
    held = aims.held(history.arrays(history.targets), history.numbers, strategy.slug)
    followed = asked = held.followed
    if strategy.aim.judged is Judged.DAY:
        asked = asked & (held.weekdays >> weekdays(history) & 1 == 1)
    return Days(
        value=_value(history, strategy, held.clock),
        held=held,
        dose=or_else(held.dose, strategy.aim.dose or np.nan),
        asked=asked,
        excused=followed & history.once(aims.paused, strategy.pillar),
        open=history.numbers >= day_number(history.today),
    )


def _value(history: History, strategy: Strategy, clock: Floats) -> Floats:
    value: Floats = history.once(strategy.metric.daily).to_numpy()
    if strategy.aim.clock is None:
        return value
    return np.abs((value - or_else(clock, strategy.aim.clock) + 720) % 1440 - 720)


def is_paused(history: History, pillar: str, day: date) -> bool:
    """Whether a day is excused for a pillar."""
    return bool(history.once(aims.paused, pillar)[(day - history.first).days])


def unit(strategy: Strategy) -> Unit:
    """The unit of a strategy's daily value: minutes, where it is the distance from a clock time."""
    return Unit.MINUTES if strategy.aim.clock is not None else strategy.metric.unit


def values(history: History, strategy: Strategy) -> pd.Series:
    """The strategy's metric by day; for an aim at a clock time, its distance in minutes."""
    return history.series(history.once(judged_days, strategy).value, strategy.slug)


def is_followed(history: History, strategy: Strategy, day: date) -> bool:
    """Whether a target with a bound holds on a day of the history; pauses and weekdays off do not matter."""
    return bool(history.once(judged_days, strategy).held.followed[(day - history.first).days])


def days(history: History, strategy: Strategy) -> pd.DataFrame:
    """A row for each day: value, low, high, dose, clock, share and state; do not write into it.

    The days of a strategy judged by the week are neutral: LOGGED where a value is known, MET where they reach
    a dose. Bounds are the target's own, NaN where none held; share is NaN without a value or a target.
    """
    return history.once(_days, strategy)


def _days(history: History, strategy: Strategy) -> pd.DataFrame:
    own = history.once(judged_days, strategy)
    held = own.held
    columns = {"value": own.value, "low": held.low, "high": held.high, "dose": own.dose, "clock": held.clock}
    return pd.DataFrame(
        {
            **columns,
            "share": day_shares(own, strategy.aim.judged),
            "state": as_series(day_states(history, strategy), history.days),
        },
        history.days,
        copy=False,
    )


def day_shares(own: Days, judged: Judged) -> Floats:
    """A day's share of what it is asked for: of a weekly sum a seventh, of a number of days its dose."""
    if judged is Judged.DAYS:
        return aims.share(own.value, own.dose, np.full(len(own.value), np.nan))
    parts = 7 if judged is Judged.SUM else 1
    return aims.share(own.value, own.held.low / parts, own.held.high / parts)


def day_states(history: History, strategy: Strategy) -> States:
    """The state of each day; those of a strategy judged by the week are neutral."""
    return history.once(_day_states, strategy)


def _day_states(history: History, strategy: Strategy) -> States:
    own = history.once(judged_days, strategy)
    states = all_in(State.NOT_LOGGED, len(history))
    states[own.open] = State.OPEN
    if strategy.aim.judged is Judged.DAY:
        _judge_days(states, own)
    else:
        states[own.known] = State.LOGGED
        if strategy.aim.judged is Judged.DAYS:
            states[own.value >= own.dose] = State.MET
    states[~own.asked] = State.NOT_PLANNED
    states[own.excused] = State.EXCUSED
    return states


def _judge_days(states: States, own: Days) -> None:
    """An aim of at least may be met early, one of at most may be missed early but not met (rule 17)."""
    low, high = own.held.low, own.held.high
    inside = own.known & ~(own.value < low) & ~(own.value > high)
    states[own.known & ~own.open] = State.MISSED
    states[inside & (~own.open | np.isnan(high))] = State.MET
    states[own.value > high] = State.MISSED


def as_series(states: States, index: pd.DatetimeIndex) -> pd.Series:
    # Of its own accord pandas would turn states into plain strings.
    return pd.Series(states, index, dtype=object, name="state", copy=False)


def all_in(state: State, length: int) -> States:
    # Not numpy.full, which would turn the state into a plain string.
    return np.array([state] * length, dtype=object)


def amounts(own: Days, judged: Judged) -> Floats:
    """What each day adds to its week: its value, or 1 where it reaches the dose."""
    return (own.value >= own.dose).astype(float) if judged is Judged.DAYS else own.value
