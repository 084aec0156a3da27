"""From a number to formula, habit, mechanism and source, and back to one's own chart, by keyboard alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.site import DESK, PHONE

pytestmark = pytest.mark.browser


def press(page: Page, link: Locator) -> None:
    """Reach a link by the tab key and follow it by Enter."""
    expect(link).to_be_visible()
    for _ in range(150):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            page.keyboard.press("Enter")
            return
    raise AssertionError(f"the tab key does not reach {link}")


def test_a_number_leads_to_its_source_and_back_to_ones_own_chart_by_keyboard_alone(visiting, year):
    page = visiting(year, viewport=DESK)
    page.goto("/")
    press(page, page.locator("#sleep .number").first)
    made = page.locator("#sleep .made").first
    expect(made.locator("summary")).to_be_focused()
    expect(made).to_contain_text("Night")
    press(page, made.get_by_role("link", name="Formula: Time asleep"))
    expect(page).to_have_url(re.compile("/learn/measures/sleep-duration/$"))
    expect(page.get_by_role("heading", name="Formula")).to_be_visible()
    press(page, page.locator(".aside").get_by_role("link", name="Sleep long enough"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Sleep long enough")
    press(page, page.locator(".aside").get_by_role("link", name="Memory consolidation"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Memory consolidation")
    press(page, page.locator(".claims sup a").first)
    expect(page).to_have_url(re.compile("#memory-consolidation-1$"))
    expect(page.locator("#memory-consolidation-1 a")).to_have_attribute(
        "href", re.compile("^https://doi.org/10")
    )
    page.goto("/learn/memory-consolidation/")
    press(page, page.get_by_role("link", name="Chart: Nights", exact=True))
    expect(page).to_have_url(re.compile("/week/.*#chart-nights$"))
    expect(page.locator("#chart-nights")).to_be_in_viewport()


def test_every_link_of_the_index_opens_a_page_and_leads_back(visiting, year):
    page = visiting(year, viewport=DESK)
    page.goto("/learn/")
    links = page.locator("main a[href^='/']").evaluate_all(
        "links => [...new Set(links.map(link => link.getAttribute('href')))]"
    )
    assert len(links) > 80
    for link in links:
        answer = page.goto(link)
        assert answer is not None
        assert answer.status == 200, link
        expect(page.locator("main h1")).to_be_visible()
        expect(page.locator(".crumbs a").first).to_have_attribute("href", "/learn/")


def test_the_meaning_of_a_dotted_word_shows_on_focus_and_its_link_leads_to_the_glossary(visiting):
    page = visiting(viewport=PHONE)
    page.goto("/learn/melatonin-and-cortisol/")
    word = page.locator(".term").first
    word.focus()
    shown = word.evaluate("word => getComputedStyle(word, '::after').content")
    assert word.get_attribute("data-meaning") in shown
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    word.press("Enter")
    expect(page).to_have_url(re.compile("/learn/words/#"))
    expect(page.locator(".meanings > div:target")).to_be_in_viewport()


def test_a_habit_in_the_picture_leads_to_its_page(visiting):
    page = visiting(viewport=PHONE)
    page.goto("/learn/pathways/")
    page.locator(".chart.narrow").get_by_role("link", name="Stop caffeine early").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stop caffeine early")


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without"])
def test_search_finds_and_leaves_nothing_in_the_address(visiting, scripts):
    page = visiting(viewport=PHONE, java_script_enabled=scripts)
    page.goto("/learn/")
    page.get_by_role("searchbox").fill("Synápse")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_role("status").filter(has_text="found")).to_be_visible()
    expect(page.locator(".claims").get_by_role("link", name="Synaptic downscaling")).to_be_visible()
    expect(page).to_have_url(re.compile("/learn/search/$"))
