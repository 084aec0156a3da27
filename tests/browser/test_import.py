"""A large file comes in while nobody waits: on a site started as `make run` starts it, keeper and all."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watch
from tests.browser.site import DESK
from tests.tracker.test_serve import free_port, start

pytestmark = pytest.mark.browser
NIGHTS = 6_000  # in two parts each: more than anybody has, so that there is something to watch
HEADER = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"
PATIENT = 60_000  # milliseconds, on a machine with much else to do


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Iterator[str]:
    """In place of the package's: a site in a process of its own."""
    port = free_port()
    process = start(tmp_path_factory.mktemp("site"), port)
    process.stdout.readline()
    yield f"http://127.0.0.1:{port}"
    process.kill()
    process.communicate(timeout=20)


@pytest.fixture
def page(site: str, browser: Browser) -> Iterator[Page]:
    """Somebody new, signed up and welcomed."""
    complaints: list[str] = []
    context = browser.new_context(base_url=site, locale="en-GB", timezone_id="Europe/Berlin", viewport=DESK)
    context.set_default_timeout(PATIENT)
    watch(context, site, complaints)
    page = context.new_page()
    page.goto("/account/signup/")
    page.get_by_label("E-mail").fill(f"{uuid4().hex}@example.org")
    page.get_by_label("Password").fill("a long password")
    page.get_by_role("button", name="Sign up").click()
    page.get_by_role("button", name="Go on to a first plan").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("article").first).to_be_visible()
    yield page
    context.close()
    assert complaints == []


def record(start: datetime, hours: float) -> str:
    """A header and its record, as the app writes them, with a long row of noise levels."""
    end = start + timedelta(hours=hours)
    times = [f"{moment:%d. %m. %Y %H:%M}" for moment in (start, end, end)]
    cells = [str(int(start.timestamp() * 1000)), "UTC", *times, f"{hours:.3f}", "3.0", "", "10007"]
    quoted = ",".join(f'"{cell}"' for cell in [*cells, "-1", "-1.0", "-1", "0.35", "-20", "", *["0.5"] * 40])
    return f'{HEADER},"23:10"\n{quoted}\n'


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """Years of nights, the last of them some weeks ago."""
    last = datetime.now(UTC).replace(hour=22, minute=0, second=0, microsecond=0) - timedelta(days=15)
    path = tmp_path_factory.mktemp("files") / "years.csv"
    with path.open("w") as file:
        for night in range(NIGHTS):
            first = last - timedelta(days=night)
            file.write(record(first, 3.5) + record(first + timedelta(hours=4), 3))
    return path


def test_a_large_file_is_watched_left_found_again_taken_seen_and_undone(page, large):
    page.goto("/data/")
    page.get_by_label("Choose a file").set_input_files(large)
    page.get_by_role("button", name="Look into it").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("being read|in a moment"))
    expect(page.get_by_text(re.compile(r"\d+ % of the file read"))).to_be_visible()
    page.get_by_role("button", name="Discard").focus()
    page.wait_for_timeout(2_500)  # milliseconds, in which the page has asked twice how far it is
    expect(page.get_by_role("button", name="Discard")).to_be_focused()
    page.goto("/")
    expect(page.get_by_role("article").first).to_be_visible()  # Today is there meanwhile
    page.goto("/data/")
    page.get_by_role("link", name=re.compile("Sleep as Android|A file")).first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text("12,000 entries can come in", timeout=PATIENT)
    expect(page.locator("#heard")).to_have_text("12,000 entries can come in")
    page.get_by_label("Judge the days of the file by this plan").check()
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("12,000 entries came in", timeout=PATIENT)
    expect(page.get_by_text(re.compile("habits of your plan now begin on"))).to_be_visible()

    page.get_by_role("link", name="See the last week of it").click()
    expect(page.locator(".chart path").first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Take it out again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Taken out again")
    expect(page.get_by_text("Nothing of this file is left")).to_be_visible()


def test_the_bytes_that_are_sent_are_shown(page, large):
    page.goto("/data/")
    page.context.new_cdp_session(page).send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 2_000_000},
    )
    page.get_by_label("Choose a file").set_input_files(large)
    page.get_by_role("button", name="Look into it").click()
    expect(page.get_by_text("The file is being sent")).to_be_visible()
    bar = page.get_by_role("progressbar", name="How much of the file is sent")
    assert 0 < bar.evaluate("bar => bar.value") <= 1
    expect(page.get_by_role("heading", level=1)).to_have_text(
        re.compile("being read|in a moment|can come in")
    )
