"""A week looked back on: what went well, what slipped, and the one strategy to mind, by stated rules."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from recovery.adherence.daily import State
from recovery.adherence.standing import in_week, kept_in_week
from recovery.aims import Judged
from recovery.evidence import Grade
from recovery.history import History
from recovery.strategies.strategy import Strategy
from recovery.words import N_

GOOD, HALF, STEP = 0.8, 0.5, 0.2
WEEK = timedelta(days=7)

RULES = (
    N_(
        "What a strategy reached: the share of its days that were kept; of an aim for the week, the share of "
        "the aim. It is left open while the week runs, and where under half was logged."
    ),
    N_("Went well: 80 % or more, or at least 20 points more than the week before."),
    N_("Slipped: under 50 %, or at least 20 points less than the week before and under 80 %."),
    N_(
        "To mind: of what slipped, the strategy with the surest evidence, then the one that reached least. "
        "Did nothing slip, the one of surest evidence that was logged too little to say."
    ),
)


class Verdict(StrEnum):
    WELL = "well"
    BETWEEN = "between"
    SLIPPED = "slipped"
    UNLOGGED = "unlogged"  # under half was logged
    OPEN = "open"  # the week has not closed, and nothing is decided


@dataclass(frozen=True)
class Reviewed:
    """One strategy in one week: what it reached in it and in the week before, 0 to 1, None where open."""

    strategy: Strategy
    reached: float | None
    before: float | None
    verdict: Verdict


@dataclass(frozen=True)
class Review:
    """A week's strategies by verdict, each in the order they came, and the one to mind, if any."""

    reviewed: tuple[Reviewed, ...]
    mind: Reviewed | None

    def of(self, verdict: Verdict) -> list[Reviewed]:
        return [one for one in self.reviewed if one.verdict is verdict]

    @property
    def well(self) -> list[Reviewed]:
        return self.of(Verdict.WELL)

    @property
    def slipped(self) -> list[Reviewed]:
        return self.of(Verdict.SLIPPED)

    @property
    def between(self) -> list[Reviewed]:
        return self.of(Verdict.BETWEEN)

    @property
    def unlogged(self) -> list[Reviewed]:
        return self.of(Verdict.UNLOGGED)

    @property
    def open(self) -> list[Reviewed]:
        return self.of(Verdict.OPEN)


def of_week(history: History, strategies: Iterable[Strategy], monday: date) -> Review:
    """A week by RULES, from a history with the week before it; what counted on no day is left out."""
    each = tuple(one for one in (_reviewed(history, s, monday) for s in strategies) if one)
    return Review(each, _to_mind(each))


def _reviewed(history: History, strategy: Strategy, monday: date) -> Reviewed | None:
    kept, still_open = kept_in_week(history, strategy, monday)
    if not kept.countable and not still_open:
        return None
    reached, before = _reached(history, strategy, monday), _reached(history, strategy, monday - WEEK)
    if reached is None:
        verdict = Verdict.OPEN if still_open else Verdict.UNLOGGED
    else:
        verdict = _verdict(reached, before)
    return Reviewed(strategy, reached, before, verdict)


def _reached(history: History, strategy: Strategy, monday: date) -> float | None:
    """The share of a week's days that were kept, or of its aim; None where it cannot be said."""
    if strategy.aim.judged is Judged.DAY:
        return kept_in_week(history, strategy, monday)[0].share
    standing = in_week(history, strategy, monday)
    if standing.state is State.MET:
        return 1.0
    return standing.share if standing.state is State.MISSED and not math.isnan(standing.share) else None


def _verdict(reached: float, before: float | None) -> Verdict:
    change = 0.0 if before is None else round(reached - before, 6)
    if reached >= GOOD or change >= STEP:
        return Verdict.WELL
    return Verdict.SLIPPED if reached < HALF or change <= -STEP else Verdict.BETWEEN


def _to_mind(reviewed: Iterable[Reviewed]) -> Reviewed | None:
    for verdict in (Verdict.SLIPPED, Verdict.UNLOGGED):
        candidates = [one for one in reviewed if one.verdict is verdict]
        if candidates:
            return min(candidates, key=lambda one: (_surest(one.strategy), one.reached or 0.0))
    return None


def _surest(strategy: Strategy) -> int:
    """The place of its best-graded claim, 0 for strong."""
    order = list(Grade)
    return min((order.index(claim.grade) for claim in strategy.claims), default=len(order))
