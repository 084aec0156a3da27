"""The check-in under a thumb, under a keyboard, and without JavaScript."""

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
LEAST_WIDE, LEAST_HIGH = 24, 44  # pixels: WCAG 2.2, 2.5.8, and what a thumb finds half asleep


def strip(page: Page) -> Locator:
    return page.locator("#checkin")


def answer(page: Page, rating: str, value: int) -> Locator:
    return strip(page).get_by_role("button", name=f"{rating}: {value}", exact=True)


@pytest.mark.parametrize("width", [320, 390])
def test_each_of_eleven_answers_can_be_tapped_on_a_phone(visiting, new, width):
    page = visiting(new, viewport={"width": width, "height": 800})
    page.goto("/")
    boxes = [answer(page, "Sleepiness", value).bounding_box() for value in range(11)]
    assert min(box["width"] for box in boxes) >= LEAST_WIDE
    assert min(box["height"] for box in boxes) >= LEAST_HIGH
    assert len({box["y"] for box in boxes}) == 1


def test_one_tap_logs_a_rating_and_another_answer_takes_its_place(visiting, new):
    page = visiting(new)
    page.goto("/")
    for value in (7, 4):
        answer(page, "Mood", value).click()
        expect(answer(page, "Mood", value)).to_have_attribute("aria-pressed", "true")
        expect(answer(page, "Mood", value)).to_be_focused()
    assert [log.ratings for log in new.checkinlogs.all()] == [{"mood": 4}]
    page.get_by_role("button", name="Undo").click()
    expect(answer(page, "Mood", 7)).to_have_attribute("aria-pressed", "true")


def test_arrow_keys_go_through_a_scale_and_tab_to_the_next(visiting, new):
    page = visiting(new)
    page.goto("/")
    answer(page, "Mood", 0).focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
    expect(answer(page, "Mood", 1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(answer(page, "Mood", 1)).to_have_attribute("aria-pressed", "true")
    expect(answer(page, "Mood", 1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(answer(page, "Energy", 0)).to_be_focused()


def test_without_javascript_one_tap_is_enough(visiting, new):
    page = visiting(new, java_script_enabled=False)
    page.goto("/")
    answer(page, "Stress", 10).click()
    expect(answer(page, "Stress", 10)).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def test_the_whole_form_opens_in_the_strip_and_gives_it_back(visiting, new):
    page = visiting(new)
    page.goto("/")
    strip(page).get_by_role("link", name="More…").click()
    strip(page).get_by_role("combobox", name="Focus").select_option("8")
    strip(page).get_by_role("button", name="Save").click()
    expect(answer(page, "Focus", 8)).to_have_attribute("aria-pressed", "true")
