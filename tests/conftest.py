"""What the tests share: persons, a browser, and how many random examples a property is tried on."""

import gc
import os
import shutil
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.core.cache import caches
from django.test import Client
from hypothesis import HealthCheck, settings

from tracker.models import User

# Enough examples for every run, more with HYPOTHESIS_PROFILE=thorough.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no fault
settings.register_profile("quick", patient, max_examples=30)
settings.register_profile("thorough", patient, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
gc.disable()  # until all is loaded: none of that goes


def pytest_collection_finish() -> None:
    """What is loaded by now stays: to look through all of it again and again takes a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 100)
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_computed_before():
    """A rolled-back test leaves no record behind, so what was computed from it must go too."""
    caches["computed"].clear()


@pytest.fixture
def ana(db) -> User:
    """A grown woman in Berlin who follows everything and has been through the welcome."""
    return User.objects.create_user("ana@example.org", "a long password", zone="Europe/Berlin", welcomed=True)


@pytest.fixture
def ben(db) -> User:
    """Another person: nothing of Ana's may ever reach him."""
    return User.objects.create_user(
        "ben@example.org", "a long password", zone="America/New_York", welcomed=True
    )


@pytest.fixture
def her(client, ana) -> Client:
    """Ana's own browser, logged in: with the session alone, as to log in takes five times as long."""
    session = SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(ana.pk), ana.get_session_auth_hash()
    (session[BACKEND_SESSION_KEY],) = django_settings.AUTHENTICATION_BACKENDS
    session.save(must_create=True)
    client.cookies[django_settings.SESSION_COOKIE_NAME] = session.session_key
    return client


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The system's own Chromium; without a sandbox, which root cannot have."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    return {**browser_type_launch_args, "executable_path": found, "args": ["--no-sandbox"]}
