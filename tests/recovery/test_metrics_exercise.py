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
    none = {"day": day(FIRST), "minutes": 0, "activity": ""}
    therapy = (exercise.THERAPY_SESSIONS, exercise.THERAPY_MINUTES)
    every = (exercise.MINUTES, exercise.ALL_MINUTES, exercise.LIGHT, exercise.STRENGTH, exercise.MET_MINUTES)
    for metric in (*every, *therapy):
        assert values(metric, none, last="2026-03-02") == pytest.approx([0, np.nan], nan_ok=True)


def test_two_strength_sessions_on_one_day_are_one_day_of_strength():
    assert values(exercise.STRENGTH, log(15, strength=True), log(10, strength=True), log(30)) == [1]
    assert values(exercise.STRENGTH, log(30)) == [0]


def test_met_minutes_are_minutes_times_the_mets_of_the_activity():  # evidence.md 2.8
    walked = log(30, activity="brisk-walk"), log(20, "light", activity="yoga")
    assert values(exercise.MET_MINUTES, *walked) == [30 * 4.8 + 20 * 2.3]


def test_an_activity_without_a_cited_value_leaves_met_minutes_unknown():
    for unknown in ("physical-therapy", "other"):
        assert np.isnan(values(exercise.MET_MINUTES, log(30), log(20, activity=unknown))).all()


def test_therapy_is_counted_by_session_and_by_minute():
    logs = log(40, activity="physical-therapy"), log(30, activity="occupational-therapy"), log(20)
    assert values(exercise.THERAPY_SESSIONS, *logs) == [2]
    assert values(exercise.THERAPY_MINUTES, *logs) == [70]


@pytest.mark.parametrize("activity", exercise.ACTIVITIES.values(), ids=exercise.ACTIVITIES)
def test_the_intensity_proposed_agrees_with_the_met(activity):  # evidence.md 1.5
    if activity.met is not None:
        band = "light" if activity.met < 3 else "moderate" if activity.met < 6 else "vigorous"
        assert activity.intensity == band
    assert activity.intensity in exercise.INTENSITIES
