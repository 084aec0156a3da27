"""From the table to a summary: answers that may be missing, and settings that move nothing."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from recovery.summaries import SUMMARIES
from tracker import frames
from tracker.models import SleepLog, User

FIRST = date(2026, 10, 5)
ANSWERS = (None, True, False)


@pytest.fixture
def sleeper(ana):
    """Three weeks of nights, over a change of clocks."""
    for n in range(21):
        awake = datetime(2026, 10, 5, 5, 30, tzinfo=UTC) + timedelta(n, minutes=n % 7 // 5 * 90)
        log = SleepLog(
            user=ana, asleep=awake - timedelta(hours=7), awake=awake, zone=ana.zone, zone_bed=ana.zone
        )
        log.alarm, log.free_day, log.deep = ANSWERS[n % 3], None, 61.5
        log.settle().save()
    return ana


def load(user):
    return frames.load(user, FIRST, FIRST + timedelta(20))


def test_an_answer_is_yes_no_or_unknown(sleeper):
    nights = load(sleeper).sleep
    assert nights["alarm"].to_list()[:3] == pytest.approx([np.nan, 1, 0], nan_ok=True)
    assert nights["free_day"].isna().all()
    assert (nights["deep"] == 61.5).all()


def values(user):
    return {slug: summary.of(load(user)).value for slug, summary in SUMMARIES.items()}


def test_a_later_move_to_another_zone_or_day_start_changes_no_summary(sleeper):  # rule 3
    before = values(sleeper)
    User.objects.filter(pk=sleeper.pk).update(zone="Asia/Tokyo", day_start=0)
    after = values(User.objects.get(pk=sleeper.pk))
    assert before["sleep-regularity"] > 80
    assert before["social-jetlag"] > 60
    assert after == pytest.approx(before, nan_ok=True)


def test_without_usual_work_days_no_chronotype_is_said(sleeper):  # rule 35
    sleeper.work_days = 0
    assert np.isnan(values(sleeper)["chronotype"])
