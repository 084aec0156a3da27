"""How well a plan is kept: the state of each day and week, kept and coverage, strength and streak.

The rules that these follow, with their numbers, are docs/rules.md, 9 to 22.
"""

from recovery.adherence.daily import State, days, is_followed, is_paused, unit, values
from recovery.adherence.habit import strength
from recovery.adherence.keeping import (
    Kept,
    Share,
    best_streak,
    kept,
    kept_in,
    mean_shares,
    streak,
    together,
    unit_states,
    units,
)
from recovery.adherence.spans import Overview, kept_between, overview, units_between
from recovery.adherence.standing import Standing, in_week, kept_in_week, on_day, plan
from recovery.adherence.weekly import weeks

__all__ = [
    "Kept",
    "Overview",
    "Share",
    "Standing",
    "State",
    "best_streak",
    "days",
    "in_week",
    "is_followed",
    "is_paused",
    "kept",
    "kept_between",
    "kept_in",
    "kept_in_week",
    "mean_shares",
    "on_day",
    "overview",
    "plan",
    "streak",
    "strength",
    "together",
    "unit",
    "unit_states",
    "units",
    "units_between",
    "values",
    "weeks",
]
