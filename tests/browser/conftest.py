"""A running site for the tests of this folder, and visitors whose browser must have no complaint."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Browser, BrowserContext, Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.site import visit, welcomed
from tracker import sample
from tracker.models import User

NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)  # a Saturday, 19:40 in Berlin
# what a test provokes; the page says why
REFUSED = ("status of 404", "status of 409", "status of 422", "Error Code 404")
Visiting = Callable[..., Page]


@pytest.fixture(scope="package")
def site(django_db_setup, django_db_blocker) -> Iterator[str]:
    """The address of a site of these tests' own. Each test makes its own persons; at the end all goes."""
    with django_db_blocker.unblock(), time_machine.travel(NOW, tick=True):
        server = LiveServer("127.0.0.1")
        yield server.url
        server.stop()
        call_command("flush", interactive=False, verbosity=0)
        connection.close()
        if connection.vendor == "postgresql":
            connection.close_pool()  # the server's own connections would keep the database from going


@pytest.fixture
def db(site) -> None:
    """In place of pytest-django's: a browser sees what is really written, so nothing is rolled back."""


@pytest.fixture
def new(db) -> User:
    """A person who has just been welcomed: a plan, and nothing logged."""
    return welcomed(f"new-{uuid4().hex}@example.org")


@pytest.fixture(scope="package")
def year(site) -> User:
    """The sample person with a year behind them. For looking only: tests share it."""
    return sample.person("year@example.org", "a long password", "Europe/Berlin")


@pytest.fixture
def a_year(db) -> User:
    """A sample person of the test's own, to write to."""
    return sample.person(f"{uuid4().hex}@example.org", "a long password", "Europe/Berlin")


@pytest.fixture
def visiting(db: None, site: str, browser: Browser) -> Iterator[Visiting]:
    """Opens a window, logged in as a person if one is given. No page may warn, or ask anybody else."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(person: User | None = None, **options: object) -> Page:
        context = visit(browser, site, person, **options)
        contexts.append(context)
        watch(context, site, complaints)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def watch(context: BrowserContext, site: str, complaints: list[str]) -> None:
    """Note every warning and error of a console, every crash of a script, every request to another place."""

    def said(message) -> None:
        if message.type in ("warning", "error") and not any(known in message.text for known in REFUSED):
            complaints.append(f"{message.type}: {message.text}")

    def asked(request) -> None:
        if not request.url.startswith((site, "data:", "blob:")):
            complaints.append(f"asked elsewhere: {request.url}")

    context.on("console", said)
    context.on("weberror", lambda failed: complaints.append(f"script: {failed.error}"))
    context.on("request", asked)
