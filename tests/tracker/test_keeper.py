"""The keeper's hourly look, and what it does where its work is killed."""

import os
import signal
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from tracker import backup, keeper
from tracker.models import User


@pytest.fixture
def made(monkeypatch) -> list[str]:
    """The backups that a look makes, without making them."""
    folders: list[str] = []
    monkeypatch.setattr(backup, "make", lambda folder: folders.append(str(folder)))
    monkeypatch.setattr(keeper.connections, "close_all", lambda: None)
    return folders


def test_an_hourly_look_deletes_a_sample_whose_day_is_over(ana, ben, made):
    User.objects.filter(pk=ana.pk).update(sample_until=timezone.now() - timedelta(minutes=1))
    User.objects.filter(pk=ben.pk).update(sample_until=timezone.now() + timedelta(hours=1))
    keeper.look()
    assert list(User.objects.all()) == [ben]


def test_an_hourly_look_makes_a_backup_only_where_todays_is_missing(db, made, monkeypatch):
    monkeypatch.setattr(backup, "is_due", lambda folder, now: False)
    keeper.look()
    assert made == []
    monkeypatch.setattr(backup, "is_due", lambda folder, now: True)
    keeper.look()
    assert len(made) == 1


def test_a_look_that_fails_is_told_and_does_not_end_the_keeper(db, made, monkeypatch, caplog):
    monkeypatch.setattr(backup, "is_due", lambda folder, now: 1 / 0)
    keeper.look()
    assert "The hourly look failed" in caplog.text


@pytest.mark.parametrize(
    ("ends", "times", "goes_on"),
    [([0], 1, True), ([9, 9, 0], 3, True), ([9, None], 2, False), ([9] * 99, keeper.BLOWS, True)],
)
def test_work_that_is_killed_is_begun_again_but_not_for_ever(monkeypatch, ends, times, goes_on):
    left = list(ends)
    monkeypatch.setattr(keeper, "apart", lambda task, alive: left.pop(0))
    assert keeper.persistently(keeper.work, -1) is goes_on
    assert len(ends) - len(left) == times


def test_what_is_done_apart_says_how_it_ended():
    alive, held = os.pipe()
    assert keeper.apart(lambda: None, alive) == 0
    assert keeper.apart(lambda: os.kill(os.getpid(), signal.SIGKILL), alive) == signal.SIGKILL
    os.close(held)
    assert keeper.apart(lambda: time.sleep(60), alive) is None
    os.close(alive)
