"""What the states of a plan come to: kept, coverage and streak (docs/rules.md, 20 and 22)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
import pandas as pd

from recovery import intervals
from recovery.adherence.daily import State, States, as_series, day_states
from recovery.adherence.weekly import mondays, week_states
from recovery.aims import Judged
from recovery.history import Flags, Floats, History, Ints
from recovery.strategies.strategy import Strategy

ENOUGH = 0.5  # coverage from which kept is shown
MANY = 30  # days or weeks from which a share stands without its interval


def units(history: History, strategy: Strategy) -> pd.Series:
    """The states by day or by week, as the strategy is judged: what kept and streak go by."""
    by_day = strategy.aim.judged is Judged.DAY
    return as_series(unit_states(history, strategy), history.days if by_day else history.once(mondays))


def unit_states(history: History, strategy: Strategy) -> States:
    """The same as a plain array."""
    by_day = strategy.aim.judged is Judged.DAY
    return day_states(history, strategy) if by_day else week_states(history, strategy)


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

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95 % interval of a share that rests on fewer than 30 days or weeks; else None."""
        decided = self.met + self.missed
        return None if self.share is None or decided >= MANY else intervals.wilson(self.met, decided)


def kept(states: Iterable[State]) -> Kept:
    """Kept and coverage of a strategy's states by day or week (docs/rules.md, 20)."""
    counts = Counter(states)
    met, missed = counts[State.MET], counts[State.MISSED]
    return Kept(met, missed, met + missed + counts[State.NOT_LOGGED])


def kept_in(states: States, parts: Ints, many: int) -> tuple[Floats, Floats]:
    """Kept and coverage, 0 to 1, of each of so many parts of some states; NaN where Kept has None.

    `parts` says of each state which part it belongs to.
    """
    met, missed, silent = (np.bincount(parts[states == each], minlength=many) for each in _COUNTED)
    decided = met + missed
    coverage = _ratio(decided, decided + silent, decided + silent > 0)
    return _ratio(met, decided, (decided > 0) & (coverage >= ENOUGH)), coverage


def _ratio(of: Ints | Floats, whole: Ints, where: Flags) -> Floats:
    shares: Floats = np.divide(of, whole, out=np.full(len(of), np.nan), where=where)
    return shares


_COUNTED = (State.MET, State.MISSED, State.NOT_LOGGED)


@dataclass(frozen=True)
class Share:
    """Kept and coverage of several strategies together, 0 to 1; None where none has one."""

    kept: float | None
    coverage: float | None


def together(many: Iterable[Kept]) -> Share:
    """A pillar's or the whole's kept and coverage: plain means over strategies that have one (rule 20)."""
    each = tuple(many)
    shares = [share for one in each if (share := one.share) is not None]
    coverages = [coverage for one in each if (coverage := one.coverage) is not None]
    return Share(fmean(shares) if shares else None, fmean(coverages) if coverages else None)


def mean_shares(many: Sequence[Floats], length: int) -> Floats:
    """The plain mean of several strategies' shares in each part; NaN where none has one (rule 20)."""
    each = np.reshape(np.array(many, dtype=float), (-1, length))
    known = (~np.isnan(each)).sum(axis=0)
    return _ratio(np.nansum(each, axis=0), known, known > 0)


def streak(history: History, strategy: Strategy) -> int:
    """How many days or weeks in a row were met up to now (docs/rules.md, 22), within the history."""
    met = 0
    for state in reversed(units(history, strategy).to_list()):
        if state in (State.MISSED, State.NOT_LOGGED):
            break
        met += state == State.MET
    return met


def best_streak(history: History, strategy: Strategy) -> int:
    """The most days or weeks in a row that were met at any time of the history (docs/rules.md, 22)."""
    best = met = 0
    for state in units(history, strategy).to_list():
        met = 0 if state in (State.MISSED, State.NOT_LOGGED) else met + (state == State.MET)
        best = max(best, met)
    return best
