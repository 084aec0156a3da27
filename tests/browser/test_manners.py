"""How a page behaves under a hand: what is tapped changes, the rest stays where it is."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.pages import INSIDE, OUTSIDE, WELCOME, Place
from tests.browser.site import PHONE
from tests.browser.test_journey import card
from tracker.models import User

pytestmark = pytest.mark.browser
MARK = "for (const card of document.querySelectorAll('.card')) card.marked = true"
UNMARKED = "[...document.querySelectorAll('.card')].filter(card => !card.marked).map(card => card.id)"
READ = """cards => cards.map(card => {
  const copy = card.cloneNode(true);
  copy.querySelectorAll('.why').forEach(one => one.remove());  // the reasons, which are the library's
  return copy.textContent;
})"""
WIDE = """() => {
  const widest = document.documentElement.clientWidth;
  const hangs = (one) => one.getBoundingClientRect().right > widest + 1 && !one.closest('.scroll, .hidden');
  return [...document.body.querySelectorAll('*')].filter(hangs).map((one) => one.outerHTML.slice(0, 90));
}"""


def test_only_the_card_and_the_week_change_after_a_tap(visiting, new):
    page = visiting(new)
    page.goto("/")
    page.evaluate(MARK)
    card(page, "Exercise").get_by_role("button", name="Brisk walk").click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert sorted(page.evaluate(UNMARKED)) == ["exercise", "summary"]


def test_the_focus_stays_on_the_chip_that_was_tapped(visiting, new):
    page = visiting(new)
    page.goto("/")
    chip = card(page, "Diet").get_by_role("button", name="Leafy greens")
    for _tap in range(2):
        chip.click()
        expect(page.get_by_role("button", name="Undo")).to_be_visible()
        expect(chip).to_be_focused()


def test_the_page_stays_where_it_was_scrolled_to(visiting, new):
    page = visiting(new, viewport=PHONE)
    page.goto("/")
    chip = card(page, "Stress practice").get_by_role("button", name="Meditation")
    chip.evaluate("chip => chip.scrollIntoView({ block: 'center' })")
    before = card(page, "Stress practice").bounding_box()["y"]
    chip.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert page.evaluate("scrollY") > 0
    assert abs(card(page, "Stress practice").bounding_box()["y"] - before) < 2
    expect(chip).to_be_in_viewport()


def test_the_chips_keep_their_order_under_the_finger(visiting, new):
    page = visiting(new)
    page.goto("/")
    chips = card(page, "Exercise").get_by_role("button", name=re.compile(r"\d"))
    before = chips.all_inner_texts()
    chips.last.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert chips.all_inner_texts() == before


def test_two_deliberate_taps_are_two_logs(visiting, new):  # rules.md, 23
    page = visiting(new)
    page.goto("/")
    for taps in (1, 2):
        card(page, "Exercise").get_by_role("button", name="Brisk walk").click()
        expect(card(page, "Exercise").get_by_role("listitem")).to_have_count(taps)
    assert new.exerciselogs.count() == 2


def test_the_focus_goes_into_a_form_that_opens_in_place_and_comes_back(visiting, new):
    page = visiting(new)
    page.goto("/")
    card(page, "Diet").get_by_role("link", name="More…").click()
    expect(card(page, "Diet").get_by_role("button", name="Save")).to_be_visible()
    expect(page.locator("#diet :focus")).to_have_count(1)
    card(page, "Diet").get_by_role("link", name="Cancel").click()
    expect(card(page, "Diet").get_by_role("link", name="More…")).to_be_visible()
    expect(page.locator("#diet :focus")).to_have_count(1)


def test_a_form_opened_in_place_is_left_by_cancel(visiting, new):
    page = visiting(new)
    page.goto("/")
    card(page, "Diet").get_by_role("link", name="More…").click()
    card(page, "Diet").get_by_role("link", name="Cancel").click()
    expect(card(page, "Diet").get_by_role("link", name="More…")).to_be_visible()
    expect(page.get_by_role("article")).to_have_count(4)


def test_a_refused_form_keeps_what_was_typed(visiting, new):
    page = visiting(new)
    page.goto("/")
    card(page, "Exercise").get_by_role("link", name="More…").click()
    card(page, "Exercise").get_by_label("What was it?").select_option("run")
    card(page, "Exercise").get_by_label("Minutes").fill("2000")
    card(page, "Exercise").get_by_role("button", name="Save").click()
    expect(card(page, "Exercise").get_by_role("alert")).to_be_visible()
    expect(card(page, "Exercise").get_by_label("What was it?")).to_have_value("run")
    expect(card(page, "Exercise").get_by_label("Minutes")).to_have_value("2000")


def test_of_two_tabs_that_edit_a_log_the_second_is_shown_both(visiting, new):
    first = visiting(new)
    first.goto("/")
    card(first, "Exercise").get_by_role("button", name="Brisk walk").click()
    expect(first.get_by_role("button", name="Undo")).to_be_visible()
    second = first.context.new_page()
    second.goto("/")
    for tab, minutes in ((first, "31"), (second, "32")):
        card(tab, "Exercise").get_by_role("link", name="Brisk walk").click()
        card(tab, "Exercise").get_by_label("Minutes").fill(minutes)
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_text("Changed.")).to_be_visible()
    second.get_by_role("button", name="Save").click()
    row = second.get_by_role("row").filter(has_text="Minutes")
    expect(row).to_contain_text("31")
    expect(row).to_contain_text("32")
    assert new.exerciselogs.get().minutes == 31
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("Changed.")).to_be_visible()
    assert new.exerciselogs.get().minutes == 32


def test_a_tap_that_does_not_get_through_says_so(visiting, new):
    page = visiting(new)
    page.goto("/")
    page.route("**/quick/", lambda route: route.fulfill(status=404))
    chip = card(page, "Diet").get_by_role("button", name="Leafy greens")
    chip.click()
    expect(page.get_by_role("status")).to_contain_text("That did not get through")
    page.unroute("**/quick/")
    chip.click()
    expect(page.get_by_role("status")).to_contain_text("Logged.")


def test_a_tap_after_one_was_logged_out_leads_to_the_login_and_then_to_today(visiting, new):
    page = visiting(new)
    page.goto("/")
    page.context.clear_cookies(name="sessionid")
    card(page, "Diet").get_by_role("button", name="Leafy greens").click()
    expect(page.get_by_role("button", name="Log in")).to_be_visible()
    assert "next" not in page.url


def test_a_form_on_its_own_page_leads_back_to_today(visiting, new):
    page = visiting(new)
    page.goto(reverse("log-add", args=["exercise"]))
    page.get_by_label("What was it?").select_option("run")
    page.get_by_label("Minutes").fill("20")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("article")).to_have_count(4)


def test_a_walk_is_logged_with_the_keyboard_alone(visiting, new):
    page = visiting(new)
    page.goto("/")
    walk = card(page, "Exercise").get_by_role("button", name="Brisk walk")
    for _step in range(60):
        page.keyboard.press("Tab")
        if walk.evaluate("button => button === document.activeElement"):
            break
    expect(walk).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    assert new.exerciselogs.count() == 1


def test_the_first_link_of_a_page_skips_to_its_content(visiting, new):
    page = visiting(new)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_what_has_the_focus_can_be_seen(visiting, new):
    page = visiting(new)
    page.goto("/")
    for _step in range(25):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(({ outlineStyle, outlineWidth }) => outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2)"
            "(getComputedStyle(document.activeElement))"
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")


def test_gentle_mode_shows_no_number_of_the_record(visiting, a_year):  # rules.md, 31
    User.objects.filter(pk=a_year.pk).update(gentle=True)
    page = visiting(a_year)
    page.goto("/")
    shown = page.locator("#summary, .cards .card").evaluate_all(READ)
    assert len(shown) == 5
    assert not [words for words in shown if any(sign.isdigit() for sign in words)]
    expect(page.get_by_role("meter")).to_have_count(0)
    spoken = page.locator(".bar").evaluate_all("bars => bars.map(bar => bar.ariaLabel)")
    assert len(spoken) == 4
    assert not [words for words in spoken if any(sign.isdigit() for sign in words)]


def test_after_the_question_of_the_morning_the_focus_stays_near_it(visiting, a_year):
    a_year.practicelogs.filter(day=a_year.today() - timedelta(days=1)).delete()
    a_year.touch()
    page = visiting(a_year)
    page.goto("/")
    page.locator("#morning-later").press("Enter")
    expect(page.locator("#morning")).to_have_count(0)
    expect(page.locator("#summary")).to_be_focused()


@pytest.mark.parametrize("width", [390, 1200])
def test_a_number_opens_what_it_was_made_of_in_its_card_and_again_inside(visiting, year, width):
    page = visiting(year, viewport={"width": width, "height": 844})
    page.goto("/")
    page.locator(".dial .number").click()
    made = page.locator("#summary .made").first
    expect(made.locator("summary").first).to_be_in_viewport()
    made.get_by_role("link", name="kept").first.click()
    expect(made.locator(".made summary").first).to_be_focused()
    expect(page).to_have_url(re.compile("/$"))
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_week_prints_without_its_bars_and_with_all_its_cards(visiting, year):
    page = visiting(year)
    page.goto(reverse("week-now"))
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_role("heading", name="Your plan, day by day")).to_be_visible()
    page.set_viewport_size({"width": 700, "height": 900})  # A4 between its margins
    assert page.evaluate("document.documentElement.scrollWidth") <= 700
    assert not page.evaluate(
        "[...document.querySelectorAll('.scroll')].some(one => one.scrollWidth > one.clientWidth + 1)"
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1200])
def test_the_week_prints_every_chart_without_being_scrolled_and_in_ink_on_white(visiting, year, width, theme):
    page = visiting(year, viewport={"width": width, "height": 600}, color_scheme=theme)
    page.goto(reverse("week-now"))
    charts = page.locator(".chart:has(path)")
    expect(charts).to_have_count(page.locator(".figure").count())
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 700, "height": 900})
    assert all(chart.is_visible() for chart in charts.all())
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "light"


@pytest.mark.parametrize("width", [320, 390])
def test_no_page_is_wider_than_a_phone(visiting, year, width):
    hanging = {}
    for page, place in walked(visiting, year, viewport={"width": width, "height": 800}):
        if page.evaluate("document.documentElement.scrollWidth") > width:
            hanging[place.name] = page.evaluate(WIDE)
    assert hanging == {}


def walked(visiting, year: User, **options: object):
    """Every page in turn: those of a visitor, of somebody new, of somebody with a year behind them."""
    new = User.objects.create_user(f"walk-{options}@example.org", "a long password", zone="Europe/Berlin")
    for person, places in ((None, OUTSIDE), (new, WELCOME), (year, INSIDE)):
        page = visiting(person, **options)
        for place in places:
            if not writes(place):
                page.goto(place.address)
                place.prepare(page)
                yield page, place


def writes(place: Place) -> bool:
    """Whether looking at a place needs a log or a timer."""
    return place.name in ("today-message", "today-timer")
