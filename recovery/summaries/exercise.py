"""Exercise over a stretch of days: amounts a week, how they are spread, and the longest gap."""

import math

import numpy as np

from recovery.history import Floats, History, or_else
from recovery.metrics import exercise
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.weeks import by_week, days_of
from recovery.words import N_

KIND = N_("Minutes and intensity of each entry of exercise")
ACTIVITY = N_("Minutes and activity of each entry of exercise")
STRENGTH = N_("Whether an entry of exercise was strength training")
FOUR_DAYS = N_("Missing where fewer than four days have an entry of exercise; “none today” is one.")
NO_WEEK = N_("No whole week has four logged days and some exercise.")
NO_GAP = N_("A gap lies between two days with exercise: there are not two yet.")
PERHAPS_SHORTER = N_("Some days of the gap were not logged, so it may have been shorter.")


def minutes_a_week(history: History) -> Found:
    """Moderate-equivalent minutes a week (Bull et al. 2020), from four logged days."""
    return amounts.a_week(history, exercise.minutes(history))


def met_minutes_a_week(history: History) -> Found:
    """MET-minutes a week, from four days on which they are known."""
    return amounts.a_week(history, exercise.met_minutes(history))


def strength_days_a_week(history: History) -> Found:
    """Days with strength training a week, from four logged days."""
    return amounts.a_week(history, exercise.strength(history))


def therapy_sessions_a_week(history: History) -> Found:
    """Sessions of physical or occupational therapy a week, from four logged days."""
    return amounts.a_week(history, exercise.therapy_sessions(history))


def active_days_a_week(history: History) -> Found:
    """Days with any exercise a week, from four logged days."""
    moved = exercise.all_minutes(history)
    return amounts.a_week(history, moved.where(moved.isna(), (moved > 0).astype(float)))


def spread(history: History) -> Found:
    """Over how many days of a week the minutes are spread, 1 to 7: the mean of the whole weeks.

    (sum of the days' minutes)² ÷ sum of their squares: 1 with all on one day, 7 with the same on each. Weeks
    count with four logged days and some exercise; a day that was not logged adds nothing.
    """
    minutes = exercise.all_minutes(history).to_numpy(dtype=float)
    known = ~np.isnan(minutes)
    rows = by_week(history, or_else(minutes, 0))
    counted = (by_week(history, known).sum(axis=1) >= amounts.KNOWN) & (rows.sum(axis=1) > 0)
    used = known & days_of(history, counted)
    wanted = amounts.wanted(history, known)
    if not counted.any():
        return Found(math.nan, used, wanted, NO_WEEK)
    even = rows[counted].sum(axis=1) ** 2 / (rows[counted] ** 2).sum(axis=1)
    return Found(float(even.mean()), used, wanted)


def longest_gap(history: History) -> Found:
    """The most days in a row without exercise between two days with some; the running gap counts as logged.

    A day that was not logged is taken as one without, and that is said.
    """
    minutes = exercise.all_minutes(history).to_numpy(dtype=float)
    known = ~np.isnan(minutes)
    ends = _ends(minutes)
    gaps = np.diff(ends) - 1
    if not len(gaps):
        return Found(math.nan, known, amounts.wanted(history, known), NO_GAP)
    longest = int(gaps.argmax())
    silent = not known[ends[longest] + 1 : ends[longest + 1]].all()
    within = (np.arange(len(history)) >= ends[0]) & (np.arange(len(history)) <= ends[-1])
    return Found(float(gaps[longest]), known & within, within, PERHAPS_SHORTER if silent else "")


def _ends(minutes: Floats) -> "np.ndarray[tuple[int], np.dtype[np.intp]]":
    """The days with exercise, and the day after the last logged one where that was without."""
    active = np.flatnonzero(minutes > 0)
    logged = np.flatnonzero(~np.isnan(minutes))
    if len(active) and logged[-1] > active[-1]:
        return np.append(active, logged[-1] + 1)
    return active


MINUTES = Summary(
    slug="exercise-minutes-a-week",
    pillar="exercise",
    title=N_("Active minutes a week"),
    unit=Unit.MINUTES,
    formula=N_(
        "7 × the mean of the logged days. A day’s are its moderate minutes + 2 × its vigorous minutes."
    ),
    inputs=(KIND,),
    missing=FOUR_DAYS,
    source="bull-2020",
    of=minutes_a_week,
)
MET_MINUTES = Summary(
    slug="met-minutes-a-week",
    pillar="exercise",
    title=N_("MET-minutes a week"),
    unit=Unit.MET_MINUTES,
    formula=N_("7 × the mean of the days whose MET-minutes are known."),
    inputs=(ACTIVITY,),
    missing=N_(
        "Missing where fewer than four days are known; a day with therapy or “something else” is not."
    ),
    source="herrmann-2024",
    of=met_minutes_a_week,
)
STRENGTH_DAYS = Summary(
    slug="strength-days-a-week",
    pillar="exercise",
    title=N_("Strength days a week"),
    unit=Unit.DAYS,
    formula=N_("7 × the days with strength training ÷ the logged days."),
    inputs=(STRENGTH,),
    missing=FOUR_DAYS,
    source="bull-2020",
    of=strength_days_a_week,
)
ACTIVE_DAYS = Summary(
    slug="active-days-a-week",
    pillar="exercise",
    title=N_("Days with exercise a week"),
    unit=Unit.DAYS,
    formula=N_("7 × the days with any exercise ÷ the logged days."),
    inputs=(KIND,),
    missing=FOUR_DAYS,
    source="",
    of=active_days_a_week,
)
SPREAD = Summary(
    slug="exercise-spread",
    pillar="exercise",
    title=N_("Spread over the week"),
    unit=Unit.DAYS,
    formula=N_(
        "For each week (sum of the days’ minutes)² ÷ sum of their squares: 1 with all on one day, 7 with the "
        "same every day. Then the mean of the weeks."
    ),
    inputs=(KIND,),
    missing=N_("Missing without a whole week that has four logged days and some exercise."),
    source="",
    of=spread,
)
LONGEST_GAP = Summary(
    slug="longest-gap",
    pillar="exercise",
    title=N_("Longest gap"),
    unit=Unit.DAYS,
    formula=N_("The most days in a row without exercise between two days with some, or up to the last log."),
    inputs=(KIND,),
    missing=N_("Missing with fewer than two days to lie between. Days not logged are taken as days without."),
    source="",
    of=longest_gap,
)
THERAPY_SESSIONS = Summary(
    slug="therapy-sessions-a-week",
    pillar="exercise",
    title=N_("Therapy sessions a week"),
    unit=Unit.COUNT,
    formula=N_("7 × the sessions of physical or occupational therapy ÷ the logged days."),
    inputs=(ACTIVITY,),
    missing=FOUR_DAYS,
    source="",
    of=therapy_sessions_a_week,
)

SUMMARIES = (MINUTES, MET_MINUTES, STRENGTH_DAYS, ACTIVE_DAYS, SPREAD, LONGEST_GAP, THERAPY_SESSIONS)
