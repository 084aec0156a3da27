"""Where a strategy stands on one day or in one week, as plain numbers: what a page shows of it."""

from dataclasses import dataclass
from datetime import date

from recovery import aims
from recovery.adherence.daily import State, day_shares, day_states, judged_days
from recovery.adherence.keeping import Kept, kept, unit_states
from recovery.adherence.weekly import judged_weeks, paces, week_states
from recovery.aims import Aim, Judged
from recovery.history import History
from recovery.strategies.strategy import Strategy


@dataclass(frozen=True)
class Standing:
    """A value, its bounds, its share of them and its state; NaN where there is none.

    `pace` is whether the running week has its share of the days gone by, and something is known of it.
    """

    value: float
    low: float
    high: float
    share: float
    state: State
    pace: bool = False


def plan(history: History, strategy: Strategy, day: date) -> Aim:
    """The aim as the target in force on a day sets it; NaN for what it leaves open."""
    held, at = history.once(judged_days, strategy).held, _day(history, day)
    return strategy.aim.valued(*(float(v[at]) for v in (held.low, held.high, held.dose, held.clock)))


def on_day(history: History, strategy: Strategy, day: date) -> Standing:
    """One row of `days`."""
    own, at = history.once(judged_days, strategy), _day(history, day)
    return Standing(
        value=float(own.value[at]),
        low=float(own.held.low[at]),
        high=float(own.held.high[at]),
        share=float(day_shares(own, strategy.aim.judged)[at]),
        state=day_states(history, strategy)[at],
    )


def in_week(history: History, strategy: Strategy, monday: date) -> Standing:
    """One row of `weeks`, of a strategy judged by the week."""
    own, at = history.once(judged_weeks, strategy), _week(history, monday)
    return Standing(
        value=float(own.value[at]),
        low=float(own.low[at]),
        high=float(own.high[at]),
        share=float(aims.share(own.value, own.low, own.high)[at]),
        state=week_states(history, strategy)[at],
        pace=bool(paces(history, strategy)[at] and own.logged[at]),
    )


def kept_in_week(history: History, strategy: Strategy, monday: date) -> tuple[Kept, int]:
    """Kept and coverage of one week, and how many of its days or weeks are still open."""
    daily = strategy.aim.judged is Judged.DAY
    at = _day(history, monday) if daily else _week(history, monday)
    states = unit_states(history, strategy)[at : at + 7 if daily else at + 1].tolist()
    return kept(states), states.count(State.OPEN)


def _day(history: History, day: date) -> int:
    return (day - history.first).days


def _week(history: History, monday: date) -> int:
    """The week's place among those that lie within the history."""
    return (_day(history, monday) + history.first.weekday()) // 7 - (history.first.weekday() > 0)
