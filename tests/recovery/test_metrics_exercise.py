"""Exercise by day."""

import numpy as np
import pytest

from recovery.metrics import exercise
from tests.recovery.record import day, history

FIRST = "2026-03-01"


def log(minutes, intensity="moderate", on=FIRST, **more):
    return {"day": day(on), "activity": "run", "minutes": minutes, "intensity": intensity, **more}


def values(metric, *logs, last=FIRST):
    return metric.daily(history(FIRST, last, exercise=list(logs))).to_list()


def test_vigorous_minutes_count_twice_and_light_ones_not():  # evidence.md 1.5
    assert values(exercise.MINUTES, log(20), log(15, "vigorous"), log(60, "light")) == [50]
    assert values(exercise.ALL_MINUTES, log(20), log(15, "vigorous"), log(60, "light")) == [95]


def test_light_minutes_are_those_of_light_exercise_alone():
    assert values(exercise.LIGHT, log(20), log(15, "vigorous"), log(25, "light"), log(5, "light")) == [30]
    assert values(exercise.LIGHT, log(20), last="2026-03-02") == pytest.approx([0, np.nan], nan_ok=True)


def test_a_day_of_light_exercise_is_a_known_zero():  # rule 10
    assert values(exercise.MINUTES, log(60, "light")) == [0]


def test_none_today_is_zero_and_no_entry_is_unknown():  # rule 10
    none = {"day": day(FIRST), "minutes": 0}
    for metric in (exercise.MINUTES, exercise.ALL_MINUTES, exercise.LIGHT, exercise.STRENGTH):
        assert values(metric, none, last="2026-03-02") == pytest.approx([0, np.nan], nan_ok=True)


def test_two_strength_sessions_on_one_day_are_one_day_of_strength():
    assert values(exercise.STRENGTH, log(15, strength=True), log(10, strength=True), log(30)) == [1]
    assert values(exercise.STRENGTH, log(30)) == [0]


@pytest.mark.parametrize("activity", exercise.ACTIVITIES.values(), ids=exercise.ACTIVITIES)
def test_the_intensity_proposed_agrees_with_the_met(activity):  # evidence.md 1.5
    if activity.met is not None:
        band = "light" if activity.met < 3 else "moderate" if activity.met < 6 else "vigorous"
        assert activity.intensity == band
    assert activity.intensity in exercise.INTENSITIES
