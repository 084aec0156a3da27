"""How well a plan is kept: the state of each day and week, kept and coverage, strength and streak.

The rules that these follow, with their numbers, are docs/rules.md, 9 to 22.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from statistics import fmean
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery import aims
from recovery.aims import Judged
from recovery.history import Flags, Floats, History, Ints
from recovery.strategies.strategy import Strategy

NIGHTS = 4  # logged days from which a week's mean is judged
ENOUGH = 0.5  # coverage from which kept is shown
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
    held = aims.held(history.targets, history.numbers, strategy.slug)
    asked = held.followed
    if strategy.aim.judged is Judged.DAY:
        asked = asked & (held.weekdays >> weekdays(history) & 1 == 1)
    return Days(
        value=_value(history, strategy, held.clock),
        held=held,
        dose=_or_else(held.dose, strategy.aim.dose),
        asked=asked,
        excused=held.followed & history.once(_paused, strategy.pillar),
        open=history.numbers >= _today(history),
    )


def _value(history: History, strategy: Strategy, clock: Floats) -> Floats:
    value: Floats = strategy.metric.daily(history).to_numpy()
    if strategy.aim.clock is None:
        return value
    return np.abs((value - _or_else(clock, strategy.aim.clock) + 720) % 1440 - 720)


def _or_else(numbers: Floats, default: float | None) -> Floats:
    return numbers if default is None else np.where(np.isnan(numbers), default, numbers)


def _paused(history: History, pillar: str) -> Flags:
    paused = np.zeros(len(history), dtype=bool)
    pauses = history.pauses
    own = np.isin(pauses["pillar"].to_numpy().astype(str), ["", pillar])
    for first, last in zip(pauses["first"][own], pauses["last"][own], strict=True):
        since, to = (np.datetime64(day, "D").astype(np.int64) for day in (first, last))
        paused |= (history.numbers >= since) & (pd.isna(last) | (history.numbers <= to))
    return paused


def _today(history: History) -> int:
    return int(np.datetime64(history.today, "D").astype(np.int64))


def weekdays(history: History) -> Ints:
    """The weekday of each day, 0 for Monday; 1970 began on a Thursday."""
    return (history.numbers + 3) % 7


def values(history: History, strategy: Strategy) -> pd.Series:
    """The strategy's metric by day; for an aim at a clock time, its distance in minutes."""
    return history.series(history.once(judged_days, strategy).value, strategy.slug)


def days(history: History, strategy: Strategy) -> pd.DataFrame:
    """A row for each day: value, low, high, dose, clock, share and state; do not write into it.

    The days of a strategy judged by the week are neutral: LOGGED where a value is known, MET where they reach
    a dose. Bounds are the target's own, NaN where none held; share is NaN without a value or a target.
    """
    return history.once(_days, strategy)


def _days(history: History, strategy: Strategy) -> pd.DataFrame:
    own = history.once(judged_days, strategy)
    states = pd.Series(history.once(_day_states, strategy), history.days, dtype=object)
    held = own.held
    columns = {"value": own.value, "low": held.low, "high": held.high, "dose": own.dose, "clock": held.clock}
    return pd.DataFrame(
        {**columns, "share": _day_shares(own, strategy.aim.judged), "state": states}, history.days
    )


def _day_shares(own: Days, judged: Judged) -> Floats:
    """A day's share of what it is asked for: of a weekly sum a seventh, of a number of days its dose."""
    if judged is Judged.DAYS:
        return aims.share(own.value, own.dose, np.full(len(own.value), np.nan))
    parts = 7 if judged is Judged.SUM else 1
    return aims.share(own.value, own.held.low / parts, own.held.high / parts)


def _day_states(history: History, strategy: Strategy) -> States:
    own = history.once(judged_days, strategy)
    states = _all(State.NOT_LOGGED, len(history))
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


def _all(state: State, length: int) -> States:
    # Not numpy.full, which would turn the state into a plain string.
    return np.array([state] * length, dtype=object)


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


def _judged_weeks(history: History, strategy: Strategy) -> Weeks:
    own = history.once(judged_days, strategy)
    judged = strategy.aim.judged
    active = _by_week(history, own.active)
    known = active & _by_week(history, own.known)
    closed = ~_by_week(history, own.open)
    logged = known.sum(axis=1)
    total = np.where(known, _by_week(history, _amounts(own, judged)), 0).sum(axis=1)
    parts = np.maximum(logged, 1) if judged is Judged.MEAN else 1
    return Weeks(
        value=np.where(logged > 0, np.round(total / parts, 6), np.nan),
        low=_bound(strategy, _by_week(history, own.held.low), active),
        high=_bound(strategy, _by_week(history, own.held.high), active),
        logged=logged,
        active=active.sum(axis=1),
        closed=(active & closed).sum(axis=1),
        excused=_by_week(history, own.excused).sum(axis=1) > 0,
        open=closed.sum(axis=1) < 7,
    )


def _bound(strategy: Strategy, bounds: Floats, active: Flags) -> Floats:
    judged = strategy.aim.judged
    counted = judged is Judged.DAYS or (judged is Judged.SUM and strategy.metric.unit.counted)
    return aims.weekly_bound(bounds, active, mean=judged is Judged.MEAN, counted=counted)


def _amounts(own: Days, judged: Judged) -> Floats:
    """What each day adds to its week: its value, or 1 where it reaches the dose."""
    return 1.0 * (own.value >= own.dose) if judged is Judged.DAYS else own.value


def _whole_weeks(history: History) -> slice:
    """The days of the weeks that lie within the history, Monday to Sunday."""
    first = -history.first.weekday() % 7
    return slice(first, first + max(len(history) - first, 0) // 7 * 7)


def _by_week(history: History, by_day: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Values by day as rows of seven."""
    return by_day[_whole_weeks(history)].reshape(-1, 7)


def _week_states(history: History, strategy: Strategy) -> States:
    own = history.once(_judged_weeks, strategy)
    states = _all(State.NOT_LOGGED, len(own.value))
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
    """A row for each Monday whose week lies within the history; do not write into it.

    Columns: value (sum, mean or number of days with the dose, over active days), low and high (rule 16),
    logged and active (days), share, state, and pace: whether the running week has its share of the days gone
    by (False for any other week, and for a mean of which nothing is known yet).
    """
    return history.once(_weeks, strategy)


def _weeks(history: History, strategy: Strategy) -> pd.DataFrame:
    own = history.once(_judged_weeks, strategy)
    mondays = history.days[_whole_weeks(history)][::7].rename("monday")
    states = pd.Series(history.once(_week_states, strategy), mondays, dtype=object)
    columns = {
        "value": own.value, "low": own.low, "high": own.high, "logged": own.logged, "active": own.active,
        "share": aims.share(own.value, own.low, own.high), "state": states,
        "pace": _pace(own, strategy.aim.judged) & _running(history, mondays),
    }  # fmt: skip
    return pd.DataFrame(columns, mondays)


def _running(history: History, mondays: pd.DatetimeIndex) -> Flags:
    starts = mondays.to_numpy().astype("datetime64[D]")
    today = np.datetime64(history.today, "D")
    return (starts <= today) & (today < starts + 7)


def _pace(own: Weeks, judged: Judged) -> Flags:
    if judged is Judged.MEAN:
        return own.inside
    due = np.round(own.low * own.closed / np.maximum(own.active, 1), 6)
    return (own.active > 0) & ~(np.nan_to_num(own.value) < due) & ~(own.value > own.high)


def units(history: History, strategy: Strategy) -> pd.Series:
    """The states by day or by week, as the strategy is judged: what kept and streak go by."""
    if strategy.aim.judged is Judged.DAY:
        return days(history, strategy)["state"]
    return weeks(history, strategy)["state"]


@dataclass(frozen=True)
class Kept:
    """How many days or weeks were met and missed of those that count: planned, not excused and closed."""

    met: int
    missed: int
    countable: int

    @property
    def coverage(self) -> float | None:
        """The share that can be judged from the log, 0 to 1; None where nothing counts."""
        return (self.met + self.missed) / self.countable if self.countable else None

    @property
    def withheld(self) -> bool:
        """Whether too little was logged to say how much was kept."""
        return self.coverage is not None and self.coverage < ENOUGH

    @property
    def share(self) -> float | None:
        """The share met of those met and missed, 0 to 1; None where withheld or nothing counts."""
        decided = self.met + self.missed
        return None if self.withheld or not decided else self.met / decided


def kept(states: pd.Series) -> Kept:
    """Kept and coverage of a strategy's states by day or week (docs/rules.md, 20)."""
    all_states = states.to_numpy()
    met, missed, unlogged = (
        int((all_states == state).sum()) for state in (State.MET, State.MISSED, State.NOT_LOGGED)
    )
    return Kept(met, missed, met + missed + unlogged)


@dataclass(frozen=True)
class Share:
    """Kept and coverage of several strategies together, 0 to 1; None where none has one."""

    kept: float | None
    coverage: float | None


def together(many: Iterable[Kept]) -> Share:
    """A pillar's or the whole's kept and coverage: plain means over strategies that have one (rule 20)."""
    each = tuple(many)
    shares = [one.share for one in each if one.share is not None]
    coverages = [one.coverage for one in each if one.coverage is not None]
    return Share(fmean(shares) if shares else None, fmean(coverages) if coverages else None)


def strength(history: History, strategy: Strategy) -> pd.Series:
    """The strength of the habit on each day, 0 to 1, from 0 before the first day of the history.

    s = s·m + c·(1 − m), m = 0.5^(√f ÷ 13) (docs/rules.md, 21; after Loop Habit Tracker's score). Days not
    planned, excused or open leave it unchanged; what was not logged counts as nothing done.
    """
    own = history.once(judged_days, strategy)
    daily = strategy.aim.judged is Judged.DAY
    done = _daily_part(history, strategy) if daily else _weekly_part(own, strategy.aim.judged)
    frequency = np.bitwise_count(own.held.weekdays) / 7 if daily else np.full(len(history), 1 / 7)
    keep = 0.5 ** (np.sqrt(frequency) / 13)
    strengths, now = [], 0.0
    for part, share in zip(keep.tolist(), done.tolist(), strict=True):
        now = now if math.isnan(share) else now * part + share * (1 - part)
        strengths.append(now)
    return history.series(np.array(strengths), strategy.slug)


def _daily_part(history: History, strategy: Strategy) -> Floats:
    """What each day adds to strength: its share, 0 where not logged, NaN where it changes nothing."""
    own = history.once(judged_days, strategy)
    states = history.once(_day_states, strategy)
    shares = np.nan_to_num(aims.share(own.value, own.held.low, own.held.high))
    return np.where(np.isin(states, [State.MET, State.MISSED, State.NOT_LOGGED]), shares, np.nan)


def _weekly_part(own: Days, judged: Judged) -> Floats:
    """What each day adds to strength: the share of the target that its last seven active days reach.

    As for a week (rule 18), a mean needs four known days and an upper bound all of them, else it is 0.
    """
    at = np.flatnonzero(own.active & ~own.open)
    known = _last_seven(own.known[at])
    amounts = _last_seven(np.nan_to_num(_amounts(own, judged)[at]))
    low, high = own.held.low[at], own.held.high[at]
    if judged is Judged.MEAN:
        amounts, enough = amounts / np.maximum(known, 1), known >= NIGHTS
    else:
        enough = np.isnan(high) | (known == np.minimum(np.arange(len(at)) + 1, 7))
    parts = np.full(len(own.value), np.nan)
    parts[at] = np.where(enough, aims.share(np.round(amounts, 6), low, high), 0)
    return parts


def _last_seven(amounts: npt.NDArray[Any]) -> Floats:
    """The sum of each entry and the six before it, where they exist."""
    sums = np.cumsum(np.append(0.0, amounts))
    return sums[1:] - sums[np.maximum(np.arange(len(amounts)) - 6, 0)]


def streak(history: History, strategy: Strategy) -> int:
    """How many days or weeks in a row were met up to now (docs/rules.md, 22), within the history."""
    met = 0
    for state in reversed(units(history, strategy).to_list()):
        if state in (State.MISSED, State.NOT_LOGGED):
            break
        met += state == State.MET
    return met
