"""What the tests share: a person, and a browser."""

import pytest

from tracker.models import User


@pytest.fixture
def ana(db) -> User:
    """A grown woman in Berlin who follows everything and has been through the welcome."""
    return User.objects.create_user("ana@example.org", "a long password", zone="Europe/Berlin", welcomed=True)


@pytest.fixture
def ben(db) -> User:
    """Another person: nothing of Ana's may ever reach him."""
    return User.objects.create_user("ben@example.org", "a long password", zone="America/New_York", welcomed=True)
