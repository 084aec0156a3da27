"""What comes out of a printer: the review on one sheet, a week without a page for its heading alone."""

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from recovery.strategies import STRATEGIES
from tracker.models import Target

pytestmark = pytest.mark.browser
MONDAY = date(2026, 11, 9)
SHEETS = ("A4", "Letter")


@pytest.fixture
def busy(a_year):
    """A person who follows all there is."""
    followed = set(a_year.targets.values_list("strategy", flat=True))
    for strategy in STRATEGIES:
        if strategy.slug not in followed:
            aim = strategy.aim
            bounds = {"low": aim.low, "high": aim.high, "dose": aim.dose, "clock": aim.clock}
            Target.objects.create(user=a_year, strategy=strategy.slug, starts=date(2026, 1, 1), **bounds)
    a_year.touch()
    return a_year


def pages(page, sheet):
    return page.pdf(format=sheet).count(b"/Type /Page\n")


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_review_takes_one_page_however_much_is_followed(visiting, busy, sheet):
    page = visiting(busy, color_scheme="dark")
    page.goto(reverse("review", args=[MONDAY]) + "?notes=1")
    assert page.locator("#well ~ ul li, #slipped ~ ul li").count() > 10
    assert pages(page, sheet) == 1


def test_the_review_is_printed_by_its_button(visiting, busy):
    page = visiting(busy)
    page.goto(reverse("week", args=[MONDAY]))
    page.get_by_role("link", name="Review").click()
    expect(page).to_have_title(re.compile("Review"))
    page.evaluate("window.print = () => { document.title = 'printed' }")
    page.get_by_role("button", name="Print").click()
    assert page.title() == "printed"


def test_a_printed_week_begins_with_its_table(visiting, busy):
    page = visiting(busy, viewport={"width": 718, "height": 1000})
    page.goto(reverse("week", args=[MONDAY]))
    page.emulate_media(media="print")
    assert page.locator(".states").bounding_box()["y"] < 600
    assert not page.locator(".rail, .daynav").first.is_visible()
    assert pages(page, "A4") <= 5
