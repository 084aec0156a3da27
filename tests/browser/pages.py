"""Every page of the site, by name, as the pictures, the checker and the widths go through them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from playwright.sync_api import Page


def as_it_is(page: Page) -> None:
    """Nothing is done before looking."""


def with_charts(page: Page) -> None:
    """Every chart has come; each is loaded when it is scrolled to."""
    for drawing in page.locator(".chart[hx-get]:visible").all():
        drawing.scroll_into_view_if_needed()
        drawing.locator("svg title").first.wait_for(state="attached")
    page.evaluate("scrollTo(0, 0)")


def with_folded(page: Page) -> None:
    """What stays folded until it is asked for is open, and its charts have come too."""
    with_details(page)
    with_charts(page)


def with_tables(page: Page) -> None:
    """Every chart has come, and the table under it is open."""
    with_charts(page)
    with_details(page)
    for table in page.locator(".figure .scroll[hx-get]:visible").all():
        table.locator("table").wait_for()


def with_details(page: Page) -> None:
    """Every fold of the page is open, but for what would lie over it."""
    page.evaluate(
        "for (const fold of document.querySelectorAll('main details:not(.spans *)')) fold.open = true"
    )


def with_checkin(page: Page) -> None:
    """The scales of the check-in are shown."""
    page.locator("#checkin details").first.evaluate("fold => fold.open = true")


def with_panel(page: Page) -> None:
    """The first reason of the exercise card is open, and its panel has come into its place."""
    page.locator("#exercise summary").click()
    page.locator("#exercise").get_by_role("link", name="Read more").first.click()
    page.locator("#exercise .panel").wait_for()


def with_form(page: Page) -> None:
    """The full form stands in the place of the practice card."""
    page.locator("#practice-more").click()
    page.locator("#practice-save").wait_for()


def with_message(page: Page) -> None:
    """A walk has just been logged, and can still be undone."""
    page.get_by_role("button", name="Brisk walk").click()
    page.get_by_role("button", name="Undo").wait_for()


def sent_empty(page: Page) -> None:
    """What a form answers that was sent with nothing in it, or with nonsense."""
    for field in page.locator("main input[type=number]:visible").all():
        field.fill("-7")
    page.locator("main form.sheet").evaluate(
        "form => form.noValidate = true"
    )  # the server's answer is looked at
    page.locator("main form.sheet .chip.main").click()
    page.get_by_role("alert").first.wait_for()


def with_timer(page: Page) -> None:
    """A timer runs."""
    page.locator("#practice-timer").click()
    page.locator("#practice .timer").wait_for()


def with_meaning(page: Page) -> None:
    """The meaning of the first dotted word is shown."""
    page.locator(".term").first.focus()


def with_results(page: Page) -> None:
    """Something was searched and found."""
    page.get_by_role("searchbox").fill("caffeine")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("status").filter(has_text="found").wait_for()


@dataclass(frozen=True)
class Place:
    """A page, and what a person does on it before it is looked at."""

    name: str
    address: str
    prepare: Callable[[Page], None] = as_it_is


MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)
OUTSIDE = (
    Place("landing", reverse("today")),
    Place("login", reverse("account_login")),
    Place("signup", reverse("account_signup")),
    Place("signup-refused", reverse("account_signup"), sent_empty),
    Place("forgotten", reverse("account_reset_password")),
    Place("learn-outside", reverse("learn")),
    Place("strategy-outside", reverse("learn-entry", args=["regular-hours"])),
    Place("clinic-outside", reverse("learn-entry", args=["low-mood"])),
    Place("search-outside", reverse("learn-search"), with_results),
    Place("not-found", "/nothing-is-here/"),
)
WELCOME = (
    Place("welcome", reverse("welcome")),
    Place("welcome-plan", reverse("welcome-plan")),
)
INSIDE = (
    Place("today", reverse("today")),
    Place("today-why", reverse("today"), with_details),
    Place("today-panel", reverse("today"), with_panel),
    Place("today-form", reverse("today"), with_form),
    Place("today-message", reverse("today"), with_message),
    Place("today-timer", reverse("today"), with_timer),
    Place("today-checkin", reverse("today"), with_checkin),
    Place("day", "/day/2026-11-18/"),
    Place("month", "/month/2026-11/"),
    Place("month-gone", "/month/2026-09/"),
    *(Place(f"log-{kind}", reverse("log-add", args=[kind]), with_details) for kind in
      ("sleep", "exercise", "diet", "practice", "checkin")),
    Place("log-sleep-refused", reverse("log-add", args=["sleep"]), sent_empty),
    Place("week", reverse("week-now"), with_charts),
    Place("week-tables", reverse("week-now"), with_tables),
    Place("review-running", reverse("review", args=[MONDAY])),
    Place("review", "/week/2026-W46/review/?notes=1"),
    Place("trends", reverse("trends"), with_charts),
    Place("trends-4-weeks", reverse("trends-preset", args=["4-weeks"]), with_folded),
    Place("trends-year", reverse("trends-preset", args=["year"]), with_charts),
    Place("trends-all", reverse("trends-preset", args=["all"]), with_charts),
    Place("trends-refused", reverse("trends") + "?first=2026-11-02&last=2026-11-01"),
    Place("chart-table", reverse("chart-table", args=["nights", date(2026, 8, 31), date(2026, 11, 21)])),
    Place("made", reverse("made", args=["sleep-duration", MONDAY, SUNDAY])),
    Place("made-plan", reverse("made", args=["kept", MONDAY, SUNDAY])),
    Place("made-regularity", reverse("made", args=["sleep-regularity", date(2026, 8, 31), SUNDAY])),
    Place("made-habit", reverse("made-habit", args=["fruit-and-vegetables", date(2026, 10, 24), SUNDAY])),
    Place("plan", reverse("plan")),
    Place("plan-strategy", reverse("plan-strategy", args=["aerobic-minutes"])),
    Place("plan-hours", reverse("plan-strategy", args=["regular-hours"])),
    Place("pause", reverse("pause")),
    Place("learn", reverse("learn")),
    Place("strategy", reverse("learn-entry", args=["aerobic-minutes"])),
    Place("strategy-caution", reverse("learn-entry", args=["fewer-sweets"])),
    Place("mechanism", reverse("learn-entry", args=["glymphatic-clearance"])),
    Place("clinic", reverse("learn-entry", args=["serotonin-syndrome"])),
    Place("document", reverse("learn-entry", args=["document-reverse-neurotoxicity"])),
    Place("measures", reverse("learn-measures")),
    Place("measure", reverse("learn-measure", args=["sleep-efficiency"])),
    Place("words", reverse("learn-words")),
    Place("dotted", reverse("learn-entry", args=["melatonin-and-cortisol"]), with_meaning),
    Place("pathways", reverse("learn-pathways")),
    Place("search", reverse("learn-search"), with_results),
    Place("data", reverse("data")),
    Place("settings", reverse("settings")),
    Place("tokens", reverse("tokens")),
    Place("for-programs", reverse("api:reference")),
    Place("email", reverse("account-email")),
    Place("password", reverse("account_change_password")),
    Place("delete", reverse("account-delete")),
    Place("not-found-inside", "/nothing-is-here/"),
)  # fmt: skip
SHOWN_GENTLY = (
    "today",
    "today-why",
    "day",
    "week",
    "review",
    "trends",
    "made",
    "made-habit",
    "strategy",
    "plan",
)
GENTLE = tuple(place for place in INSIDE if place.name in SHOWN_GENTLY)
