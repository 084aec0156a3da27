"""Kept and coverage over any stretch of days: by strategy, by pillar and of all (docs/rules.md, 20)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from recovery.adherence.daily import State
from recovery.adherence.keeping import Kept, Share, kept, together, units
from recovery.aims import Judged
from recovery.history import History
from recovery.strategies.strategy import Strategy

SUNDAY = timedelta(days=6)


@dataclass(frozen=True)
class Overview:
    """What was kept of each strategy by its slug, of each pillar, and of the whole plan."""

    strategies: Mapping[str, Kept]
    pillars: Mapping[str, Share]
    whole: Share


def units_between(history: History, strategy: Strategy, first: date, last: date) -> pd.Series:
    """The states of the days from `first` to `last`, or of the whole weeks among them, as it is judged."""
    states = units(history, strategy)
    end = last if strategy.aim.judged is Judged.DAY else last - SUNDAY
    begins = states.index.to_numpy()
    return states[(begins >= np.datetime64(first)) & (begins <= np.datetime64(end))]


def kept_between(history: History, strategy: Strategy, first: date, last: date) -> Kept:
    """Kept and coverage of one strategy from `first` to `last`, both included; of whole weeks if weekly."""
    return kept(units_between(history, strategy, first, last))


def overview(history: History, strategies: Iterable[Strategy], first: date, last: date) -> Overview:
    """Kept and coverage of those strategies that were planned, or paused, at any time of the span."""
    by_pillar: dict[str, dict[str, Kept]] = {}
    for strategy in strategies:
        states = units_between(history, strategy, first, last)
        if (states.to_numpy() != State.NOT_PLANNED).any():
            by_pillar.setdefault(strategy.pillar, {})[strategy.slug] = kept(states)
    each = {slug: one for own in by_pillar.values() for slug, one in own.items()}
    pillars = {pillar: together(own.values()) for pillar, own in by_pillar.items()}
    return Overview(each, pillars, together(each.values()))
