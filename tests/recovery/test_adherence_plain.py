"""Adherence against a slow second implementation, on random plans."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import adherence
from recovery.adherence import State
from recovery.aims import Aim, Judged
from recovery.metrics.metric import Metric, Unit
from tests.recovery.plain import Plan
from tests.recovery.record import day, history, strategy, target

# --- the whole against a second implementation


def bounds(limit: int):
    number = st.none() | st.integers(0, limit).map(float)
    return st.tuples(number, number).map(lambda two: two if None in two else tuple(sorted(two)))


# Made once, as in test_random_records.py.
few, many = bounds(8), bounds(20)
ways, values = st.sampled_from(Judged), st.none() | st.integers(0, 12).map(float)
lengths = st.none() | st.integers(0, 9)


@st.composite
def plans(draw):
    first = day("2026-10-26") + timedelta(draw(st.integers(0, 6)))
    size = draw(st.integers(1, 30))
    whole = [first + timedelta(n) for n in range(size)]
    judged = draw(ways)
    moment = st.sampled_from([first - timedelta(9), *whole])
    starts = draw(st.lists(moment, max_size=3, unique=True))
    limits = few if judged is Judged.DAYS else many
    ends = ((start, draw(lengths)) for start in draw(st.lists(moment, max_size=2)))
    return Plan(
        aim=Aim(judged, dose=5.0 if judged is Judged.DAYS else None),
        counted=draw(st.booleans()),
        targets=[(start, *draw(limits), draw(st.integers(1, 127))) for start in starts],
        pauses=[(start, None if length is None else start + timedelta(length)) for start, length in ends],
        today=draw(moment),
        values=dict(zip(whole, draw(st.lists(values, min_size=size, max_size=size)), strict=True)),
    )


def as_history(plan: Plan):
    targets = [
        target("habit", str(start), low=low, high=high, weekdays=mask)
        for start, low, high, mask in plan.targets
    ]
    pauses = [{"pillar": "", "first": first, "last": last} for first, last in plan.pauses]
    whole = sorted(plan.values)
    return history(str(whole[0]), str(whole[-1]), str(plan.today), targets=targets, pauses=pauses)


def as_strategy(plan: Plan):
    values = np.array([np.nan if v is None else v for _, v in sorted(plan.values.items())])
    unit = Unit.COUNT if plan.counted else Unit.MINUTES
    metric = Metric("m", "", unit, "", "", "", lambda record: record.series(values, "m"))
    return strategy(metric, plan.aim)


@given(plans())
def test_days_and_weeks_agree_with_a_slow_second_implementation(plan):  # rules 13 to 18
    record, habit = as_history(plan), as_strategy(plan)
    units = adherence.units(record, habit)
    if plan.aim.judged is Judged.DAY:
        assert units.to_list() == [plan.day_state(on) for on in sorted(plan.values)]
        assert adherence.strength(record, habit).iloc[-1] == pytest.approx(plan.strength_of_days())
    else:
        assert units.to_list() == [plan.week_state(monday.date()) for monday in units.index]


@given(plans())
def test_shares_and_strength_stay_between_nothing_and_all(plan):
    record, habit = as_history(plan), as_strategy(plan)
    for numbers in (
        adherence.days(record, habit)["share"], adherence.weeks(record, habit)["share"],
        adherence.strength(record, habit),
    ):  # fmt: skip
        assert numbers.dropna().between(0, 1).all()


@given(plans())
def test_every_state_is_one_of_the_five_or_neutral(plan):
    record, habit = as_history(plan), as_strategy(plan)
    for state in (*adherence.days(record, habit)["state"], *adherence.units(record, habit)):
        assert isinstance(state, State)
    assert State.LOGGED not in adherence.units(record, habit).to_list()
    kept = adherence.kept(adherence.units(record, habit))
    assert kept.met + kept.missed <= kept.countable
    assert adherence.streak(record, habit) <= kept.met


@given(plans())
def test_streaks_agree_with_a_slow_second_implementation(plan):  # rule 22
    record, habit = as_history(plan), as_strategy(plan)
    states = [str(state) for state in adherence.units(record, habit)]
    assert adherence.best_streak(record, habit) == max(runs(states), default=0)
    assert adherence.streak(record, habit) == (runs(states) or [0])[-1]


def runs(states: list[str]) -> list[int]:
    """The lengths of the streaks, the last one up to now; what is passed over counts in none."""
    ended = ["|" if state in ("missed", "not-logged") else "+" * (state == "met") for state in states]
    return [len(run) for run in "".join(ended).split("|")]


@given(plans(), st.integers(0, 30), st.integers(0, 30))
def test_kept_over_any_days_agrees_with_a_slow_second_implementation(plan, start, length):  # rule 20
    first = min(plan.values) + timedelta(start)
    last = first + timedelta(length)
    record, habit = as_history(plan), as_strategy(plan)
    daily = plan.aim.judged is Judged.DAY
    whole = [
        day for day in plan.values if daily or (day.weekday() == 0 and day + timedelta(6) in plan.values)
    ]
    inside = [day for day in whole if first <= day and day + timedelta(0 if daily else 6) <= last]
    states = [plan.day_state(day) if daily else plan.week_state(day) for day in inside]
    met, missed, unlogged = (states.count(state) for state in ("met", "missed", "not-logged"))
    kept = adherence.kept_between(record, habit, first, last)
    assert (kept.met, kept.missed, kept.countable) == (met, missed, met + missed + unlogged)
