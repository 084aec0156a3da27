"""`make pictures`: every page at two widths, light and dark, empty and with the sample year, into pictures/.

The clock stands still on a Saturday evening and the sample year is drawn from a fixed seed, so that
the same code makes the same pictures. Two of them go into the README.
"""

import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import django
import time_machine
from playwright.sync_api import Browser, BrowserContext, sync_playwright

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
django.setup()

from django.core.management import call_command  # noqa: E402
from pytest_django.live_server_helper import LiveServer  # noqa: E402

from tests.browser.pages import GENTLE, INSIDE, OUTSIDE, WELCOME, Place  # noqa: E402
from tests.browser.site import DESK, PHONE, visit, welcomed  # noqa: E402
from tracker import sample  # noqa: E402
from tracker.models import User  # noqa: E402

HOUSE = Path(__file__).resolve().parents[2]
FOLDER, README = HOUSE / "pictures", HOUSE / "docs" / "pictures"
NOW = datetime(2026, 11, 21, 18, 40, tzinfo=UTC)
SIZES = {"desk": DESK, "phone": PHONE}
ZONE = "Europe/Berlin"
ENDS = {"today": ".cards", "week": "#chart-adherence"}  # where the README's pictures end


def persons() -> dict[str, tuple[User | None, tuple[Place, ...]]]:
    """Who looks at which pages: nobody, somebody new, somebody without a log, the sample year, gently too."""
    new = User.objects.create_user("new@example.org", "a long password", zone=ZONE)
    empty = welcomed("empty@example.org")
    year = sample.person("ana.lopez@example.org", "a long password", ZONE)
    gentle = sample.person("gentle@example.org", "a long password", ZONE)
    gentle.gentle = True
    gentle.save()
    return {
        "outside": (None, OUTSIDE),
        "new": (new, WELCOME),
        "empty": (empty, INSIDE),
        "year": (year, INSIDE),
        "gentle": (gentle, GENTLE),
    }


def take(browser: Browser, origin: str, who: str, person: User | None, places: tuple[Place, ...]) -> None:
    for size, viewport in SIZES.items():
        for theme in ("light", "dark"):
            context = visit(browser, origin, person, viewport=viewport, color_scheme=theme)
            for place in places:
                target = FOLDER / f"{place.name}-{who}-{size}-{theme}.png"
                photograph(context, place, person, target)
            context.close()


def photograph(context: BrowserContext, place: Place, person: User | None, target: Path) -> None:
    """A whole page, as it is once everything has come; what was logged for a picture is taken back."""
    page = context.new_page()
    page.clock.set_fixed_time(NOW)
    page.goto(place.address)
    place.prepare(page)
    page.evaluate("document.fonts.ready.then(() => true)")
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size(
        {**page.viewport_size, "height": height}
    )  # the bar stays at the edge, as it does on a phone
    page.screenshot(path=target, animations="disabled")
    if page.get_by_role("button", name="Undo").count() and place.name.endswith("-message"):
        page.get_by_role("button", name="Undo").first.click()
        page.get_by_text("Undone.").wait_for()
    page.close()
    if person:
        person.timers.all().delete()


def for_the_readme(browser: Browser, origin: str, person: User) -> None:
    """Today down to its cards, and Week down to its first chart."""
    context = visit(browser, origin, person)
    for place in INSIDE:
        if place.name in ENDS:
            page = context.new_page()
            page.goto(place.address)
            place.prepare(page)
            end = page.locator(ENDS[place.name]).bounding_box()
            page.set_viewport_size({"width": DESK["width"], "height": round(end["y"] + end["height"]) + 24})
            page.screenshot(path=README / f"{place.name}.png", animations="disabled")
            page.close()
    context.close()


def main(wanted: list[str]) -> None:
    """All pictures, or those of the pages whose names are given; "readme" stands for the README's."""
    call_command("migrate", verbosity=0)
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    README.mkdir(parents=True, exist_ok=True)
    with time_machine.travel(NOW, tick=False), sync_playwright() as driver:
        found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        browser = driver.chromium.launch(executable_path=found, args=["--no-sandbox"])
        site = LiveServer("127.0.0.1")
        for who, (person, places) in persons().items():
            chosen = tuple(place for place in places if not wanted or place.name in wanted)
            take(browser, site.url, who, person, chosen)
        if not wanted or "readme" in wanted:
            for_the_readme(browser, site.url, User.objects.get(email="ana.lopez@example.org"))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
