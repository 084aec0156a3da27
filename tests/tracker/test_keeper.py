"""The keeper's hourly look."""

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
