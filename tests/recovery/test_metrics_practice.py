"""Stress practice by day."""

import numpy as np
import pytest

from recovery.metrics import practice
from tests.recovery.record import day, history

FIRST = "2026-03-01"


def log(technique, minutes=10, **more):
    return {"day": day(FIRST), "technique": technique, "minutes": minutes, **more}


def values(metric, *logs, last=FIRST):
    return metric.daily(history(FIRST, last, practice=list(logs))).to_list()


ALL = [log(technique) for technique in practice.TECHNIQUES]


def test_each_metric_counts_its_own_techniques():
    assert values(practice.MINUTES, *ALL) == [70]  # eight techniques without cognitive exercise
    assert values(practice.BREATHING, *ALL) == [10]
    assert values(practice.MINDFUL, *ALL) == [30]
    for one in (practice.MEDITATION, practice.RELAXATION, practice.OUTDOORS, practice.COGNITIVE):
        assert values(one, *ALL) == [10]


def test_none_today_and_other_practice_are_a_known_zero_and_no_entry_is_unknown():  # rule 10
    for only in ({"day": day(FIRST), "minutes": 0}, log("cognitive")):
        for metric in (practice.MINUTES, practice.BREATHING, practice.MINDFUL):
            assert values(metric, only, last="2026-03-02") == pytest.approx([0, np.nan], nan_ok=True)


def test_a_day_of_practice_counts_once_and_cognitive_exercise_not():
    assert values(practice.DAYS, log("breathing", 1), log("outdoors", 90)) == [1]
    assert values(practice.DAYS, log("cognitive")) == [0]
    assert np.isnan(values(practice.DAYS)).all()


def test_change_is_after_less_before_as_a_mean_of_the_rated():
    logs = [
        log("breathing", stress_before=7, stress_after=4),
        log("meditation", stress_before=5, stress_after=4),
        log("outdoors", stress_before=9),
    ]
    assert values(practice.CHANGE, *logs, last="2026-03-02") == pytest.approx([-2, np.nan], nan_ok=True)
