"""The five ratings by day: means, and nothing where nothing was rated."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.history import day_number
from recovery.metrics import checkin
from tests.recovery.record import day, history

MONDAY, TUESDAY = "2026-03-09", "2026-03-10"
METRICS = {
    "mood": checkin.MOOD,
    "energy": checkin.ENERGY,
    "focus": checkin.FOCUS,
    "stress": checkin.STRESS,
    "sleepiness": checkin.SLEEPINESS,
}


def rated(*checkins):
    return history(MONDAY, "2026-03-15", checkin=list(checkins))


@pytest.mark.parametrize("name", METRICS)
def test_the_value_of_a_day_is_the_mean_of_its_check_ins(name):  # rules.md, 32
    record = rated(
        {"day": day(MONDAY), name: 4}, {"day": day(MONDAY), name: 7}, {"day": day(TUESDAY), name: 0}
    )
    assert METRICS[name].daily(record).tolist()[:2] == [5.5, 0]


@pytest.mark.parametrize("name", METRICS)
def test_a_check_in_without_a_rating_leaves_it_unknown_and_never_zero(name):
    others = dict.fromkeys(set(METRICS) - {name}, 5)
    assert METRICS[name].daily(rated({"day": day(MONDAY), **others})).isna().all()


def test_a_check_in_without_a_rating_does_not_draw_the_mean_of_the_others():
    record = rated({"day": day(MONDAY), "mood": 8}, {"day": day(MONDAY), "energy": 2})
    assert checkin.MOOD.daily(record).iloc[0] == 8


def test_stress_of_a_practice_is_not_in_that_of_the_check_in():
    practised = {"day": day(MONDAY), "technique": "breathing", "stress_before": 9, "stress_after": 8}
    assert checkin.STRESS.daily(history(MONDAY, TUESDAY, practice=[practised])).isna().all()


def test_every_rating_has_a_column_and_words_for_both_ends():
    assert {name for name, kind in checkin.COLUMNS.items() if kind == "number"} == set(checkin.RATINGS)
    assert set(checkin.RATINGS) == set(METRICS)
    for rating in checkin.RATINGS.values():
        assert rating.least != rating.most


@given(st.lists(st.tuples(st.integers(0, 6), st.none() | st.integers(0, 10)), max_size=12))
def test_any_check_ins_have_the_mean_that_plain_loops_find(drawn):
    days = [f"2026-03-{9 + n:02d}" for n in range(7)]
    record = rated(
        *({"day": day(days[n]), "mood": mood} for n, mood in sorted(drawn, key=lambda one: one[0]))
    )
    assert record.numbers[0] == day_number(day(MONDAY))
    for n, found in enumerate(checkin.MOOD.daily(record)):
        known = [mood for at, mood in drawn if at == n and mood is not None]
        assert math.isnan(found) if not known else found == pytest.approx(sum(known) / len(known), abs=1e-6)
