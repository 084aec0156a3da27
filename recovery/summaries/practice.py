"""Stress practice over a stretch of days: how much, how often, and what was felt."""

import math

import numpy as np

from recovery import intervals
from recovery.history import Flags, History
from recovery.metrics import practice
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.words import N_

MINUTES_LOGGED = N_("Minutes and technique of each entry of practice")
STRESS = N_("Stress from 0 to 10 before and after a practice")
FOUR_DAYS = N_("Missing where fewer than four days have an entry of practice; “none today” is one.")
NOTHING = N_("Nothing was logged.")
RATED = 7  # days
TOO_FEW_RATED = N_("Too few ratings: seven days with stress both before and after are needed.")


def minutes_a_week(history: History) -> Found:
    """Minutes of stress practice a week, from four logged days."""
    return amounts.a_week(history, practice.minutes(history))


def days_a_week(history: History) -> Found:
    """Days with stress practice a week, from four logged days."""
    return amounts.a_week(history, practice.days(history))


def change(history: History) -> Found:
    """The mean change of felt stress over a practice, points of 0 to 10, with Student's 95 % interval.

    A value a day, the mean of its practices, so that practices of one day do not count as many; from seven.
    """
    changes = practice.change(history).to_numpy(dtype=float)
    known = ~np.isnan(changes)
    practised = (practice.days(history) > 0).to_numpy() | known
    if known.sum() < RATED:
        return Found(math.nan, known, practised, TOO_FEW_RATED)
    low, high = intervals.of_mean(changes[known])
    return Found(float(changes[known].mean()), known, practised, low=low, high=high)


def longest_run(history: History) -> Found:
    """The most days in a row with stress practice; a day that was not logged ends a run (rules.md, 22)."""
    done = practice.days(history).to_numpy(dtype=float)
    known = ~np.isnan(done)
    wanted = amounts.wanted(history, known)
    if not known.any():
        return Found(math.nan, known, wanted, NOTHING)
    return Found(float(_longest(done > 0)), known, wanted)


def _longest(flags: Flags) -> int:
    """The length of the longest run of true flags."""
    breaks = np.flatnonzero(~np.concatenate(([False], flags, [False])))
    return int(np.diff(breaks).max() - 1)


MINUTES = Summary(
    slug="practice-minutes-a-week",
    pillar="practice",
    title=N_("Practice minutes a week"),
    unit=Unit.MINUTES,
    formula=N_("7 × the minutes of stress practice ÷ the logged days; cognitive exercise is not counted."),
    inputs=(MINUTES_LOGGED,),
    missing=FOUR_DAYS,
    source="",
    of=minutes_a_week,
)
DAYS = Summary(
    slug="practice-days-a-week",
    pillar="practice",
    title=N_("Days of practice a week"),
    unit=Unit.DAYS,
    formula=N_("7 × the days with stress practice ÷ the logged days; cognitive exercise is not counted."),
    inputs=(MINUTES_LOGGED,),
    missing=FOUR_DAYS,
    source="",
    of=days_a_week,
)
CHANGE = Summary(
    slug="mean-stress-change",
    pillar="practice",
    title=N_("Change of stress over a practice"),
    unit=Unit.POINTS,
    formula=N_(
        "Stress after less stress before, a mean for each day, then the mean of the days ± t × their "
        "standard deviation ÷ √ days; below zero is calmer. It cannot show that the practice was the cause: "
        "one who begins tense often ends calmer anyway."
    ),
    inputs=(STRESS,),
    missing=N_("Missing under seven days with a practice rated both before and after."),
    source="",
    of=change,
)
LONGEST_RUN = Summary(
    slug="longest-run-of-practice",
    pillar="practice",
    title=N_("Days of practice in a row"),
    unit=Unit.DAYS,
    formula=N_("The most days in a row with stress practice of any length."),
    inputs=(MINUTES_LOGGED,),
    missing=N_("Missing where nothing was logged. A day that was not logged ends a row."),
    source="",
    of=longest_run,
)

SUMMARIES = (MINUTES, DAYS, CHANGE, LONGEST_RUN)
