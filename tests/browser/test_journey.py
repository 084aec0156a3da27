"""The whole way of a new person, in the order in which they would go it."""

import io
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import with_charts
from tests.tracker.test_import_sleep_as_android import SAMPLES, night, zipped
from tracker.models import User

pytestmark = pytest.mark.browser
LATER = datetime(2026, 3, 4, 22, 10, tzinfo=UTC)
PASSWORD = "four words go far"


def card(page: Page, title: str) -> Locator:
    return page.get_by_role("article").filter(has=page.get_by_role("heading", name=title, exact=True))


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def scripted(request) -> bool:
    return request.param


@pytest.fixture
def today(visiting, new, scripted) -> Page:
    """Today of a new person, with JavaScript and without."""
    page = visiting(new, java_script_enabled=scripted)
    page.goto("/")
    return page


@pytest.fixture
def archive(tmp_path) -> Path:
    """An export of Sleep as Android with two nights."""
    file = tmp_path / "sleep-export.zip"
    file.write_bytes(zipped(night() + night(LATER, "05. 03. 2026 6:40", "7.500")).getvalue())
    return file


def test_from_the_landing_page_to_an_empty_today_in_the_browsers_own_zone(visiting):
    page = visiting(timezone_id="America/New_York")
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    page.get_by_label("E-mail").fill("ada.new@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_label("Time zone")).to_have_value("America/New_York")
    page.get_by_role("button", name="Go on to a first plan").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("21 November"))
    expect(page.get_by_text("Nothing is logged yet. Begin with last night")).to_be_visible()
    ada = User.objects.get(email="ada.new@example.org")
    assert (ada.zone, ada.welcomed, ada.targets.exists()) == ("America/New_York", True, True)


def test_the_same_without_javascript_asks_for_the_zone(visiting):
    page = visiting(java_script_enabled=False)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Sign up").click()
    page.get_by_label("E-mail").fill("bea.new@example.org")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    page.get_by_label("Time zone").select_option("Europe/Vienna")
    page.get_by_role("button", name="Go on to a first plan").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Nothing is logged yet. Begin with last night")).to_be_visible()
    assert User.objects.get(email="bea.new@example.org").zone == "Europe/Vienna"


def test_a_sample_person_needs_nothing_typed(visiting):
    page = visiting()
    page.goto("/")
    page.get_by_role("button", name="Look around with sample data").click()
    expect(card(page, "Sleep").get_by_role("link", name="Edit night")).to_be_visible()


def test_a_night_is_logged_in_one_tap(today):
    card(today, "Sleep").get_by_role("button", name="–").click()
    expect(card(today, "Sleep").get_by_text("8 h", exact=True)).to_be_visible()
    expect(today.get_by_text("Nothing is logged yet")).to_have_count(0)


def test_a_walk_is_logged_in_one_tap(today):
    card(today, "Exercise").get_by_role("button", name="Brisk walk").click()
    expect(card(today, "Exercise").get_by_text("30 min", exact=True).first).to_be_visible()


def test_several_logs_of_a_day_add_up(today):
    for food in ("Leafy greens", "Berries"):
        card(today, "Diet").get_by_role("button", name=food).click()
        expect(card(today, "Diet").get_by_role("listitem").filter(has_text=food)).to_be_visible()
    expect(card(today, "Diet").get_by_text("2 servings", exact=True)).to_be_visible()


def test_a_breathing_session_is_logged_in_the_full_form(today, scripted):
    card(today, "Stress practice").get_by_role("link", name="More…").click()
    practice = card(today, "Stress practice")
    practice.get_by_label("Slow breathing").or_(practice.get_by_label("Breathing")).first.check()
    practice.get_by_label("Minutes").fill("12")
    practice.get_by_label("Stress before").select_option("6")
    practice.get_by_label("Stress after").select_option("3")
    assert (card(today, "Sleep").count() == 1) is scripted  # in place, or a page of its own
    practice.get_by_role("button", name="Save").click()
    expect(card(today, "Stress practice").get_by_text("12 min", exact=True)).to_be_visible()
    expect(card(today, "Stress practice").get_by_text("stress 6 → 3").first).to_be_visible()


def test_a_tap_is_taken_back(today):
    card(today, "Exercise").get_by_role("button", name="Brisk walk").click()
    today.get_by_role("button", name="Undo").click()
    expect(today.get_by_text("Undone.")).to_be_visible()
    expect(card(today, "Exercise").get_by_role("listitem")).to_have_count(0)


def test_an_entry_is_edited_and_then_deleted(today, new):
    card(today, "Exercise").get_by_role("button", name="Brisk walk").click()
    card(today, "Exercise").get_by_role("link", name="Brisk walk").click()
    card(today, "Exercise").get_by_label("Minutes").fill("45")
    card(today, "Exercise").get_by_role("button", name="Save").click()
    expect(card(today, "Exercise").get_by_text("45 min", exact=True).first).to_be_visible()
    card(today, "Exercise").get_by_role("link", name="Brisk walk").click()
    card(today, "Exercise").get_by_role("button", name="Delete").click()
    expect(today.get_by_text("Deleted.")).to_be_visible()
    assert not new.exerciselogs.exists()


def test_none_today_is_an_entry_too(today, new):
    card(today, "Exercise").get_by_role("button", name="None today").click()
    expect(today.get_by_role("button", name="Undo")).to_be_visible()
    assert [log.minutes for log in new.exerciselogs.all()] == [0]


def test_a_timer_is_started_corrected_and_stopped(today, new):
    practice = card(today, "Stress practice")
    practice.get_by_role("button", name="Start timer").click()
    practice.get_by_label("since").fill("19:28")
    with today.expect_response("/"):
        practice.get_by_role("button", name="Correct the start").click()
    expect(practice.get_by_label("since")).to_have_attribute("value", "19:28")
    practice.get_by_role("button", name="Stop and log").click()
    expect(practice.get_by_role("button", name="Start timer")).to_be_visible()
    assert 12 <= new.practicelogs.get().minutes <= 17  # however slow the machine is


def test_a_past_day_is_filled_in(today, new):
    today.get_by_role("link", name="The day before").click()
    expect(today.get_by_text("Friday", exact=True)).to_be_visible()
    card(today, "Exercise").get_by_role("button", name="Brisk walk").click()
    expect(today.get_by_role("button", name="Undo")).to_be_visible()
    expect(today.get_by_text("Friday", exact=True)).to_be_visible()
    assert f"{new.exerciselogs.get().day}" == "2026-11-20"


def test_the_plan_is_changed_from_today_on(today, new):
    today.get_by_role("link", name="Plan", exact=True).click()
    row = today.get_by_role("listitem").filter(has_text="Move enough to breathe harder")
    row.get_by_role("link", name="Change").click()
    today.get_by_label("At least, a week").fill("200")
    today.get_by_role("button", name="Change it").click()
    expect(row).to_contain_text("200 min of effort a week")
    assert new.targets.get(strategy="aerobic-minutes").low == 200


def test_days_are_paused_with_a_reason(today, new):
    today.goto(reverse("plan"))
    today.get_by_role("link", name="Pause some days").click()
    today.get_by_label("From").fill("2026-11-21")
    today.get_by_label("To, and including").fill("2026-11-24")
    today.get_by_label("Reason").fill("a cold")
    today.get_by_role("button", name="Save").click()
    expect(today.get_by_text("a cold")).to_be_visible()
    assert new.pauses.get().reason == "a cold"


def test_the_week_shows_every_chart_inside_the_page(visiting, year):
    page = visiting(year)
    page.goto(reverse("week-now"))
    with_charts(page)
    figures = page.get_by_role("figure")
    assert figures.count() >= 5
    for figure in figures.all():
        expect(figure.locator(".chart svg:visible").first.locator("title").first).to_be_attached()


def test_the_week_without_javascript_has_its_tables_and_drawings(visiting, year):
    page = visiting(year, java_script_enabled=False)
    page.goto(reverse("week-now"))
    for figure in page.get_by_role("figure").all():
        expect(figure.get_by_role("img")).to_be_visible()
    page.get_by_role("figure").first.locator("summary").click()
    page.get_by_role("link", name="Open the table").first.click()
    expect(page.get_by_role("table")).to_be_visible()


def test_the_reasons_open_in_place(visiting, new):
    page = visiting(new)
    page.goto("/")
    exercise = card(page, "Exercise")
    exercise.get_by_text("Why it matters").click()
    exercise.get_by_role("link", name="Read more").first.click()
    expect(exercise.get_by_role("heading", name="How sure are we?")).to_be_visible()
    expect(page).to_have_url(re.compile("/$"))


def test_the_reasons_are_a_page_too(today):
    today.get_by_role("link", name="Learn", exact=True).click()
    today.get_by_role("link", name="Move enough to breathe harder").click()
    expect(today.get_by_role("heading", name="How sure are we?")).to_be_visible()
    expect(today.get_by_role("heading", name="Your last 4 weeks")).to_be_visible()


def test_a_sleep_export_comes_in(today, archive, new):
    bring_in(today, archive)
    expect(today.get_by_role("heading", level=1)).to_have_text("2 entries came in")
    assert new.sleeplogs.exists()
    today.get_by_role("button", name="Take it out again").click()
    expect(today.get_by_role("heading", level=1)).to_have_text("Taken out again")
    assert not new.sleeplogs.exists()


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.zip")), ids=lambda path: path.name)
def test_a_real_sleep_export_comes_in(visiting, new, sample):
    page = visiting(new)
    bring_in(page, sample)
    expect(page.get_by_role("heading", level=1)).to_contain_text("came in")


def test_a_foreign_file_changes_nothing_and_says_why(today, tmp_path, new):
    file = tmp_path / "letter.zip"
    file.write_text("Dear diary")
    look_into(today, file)
    expect(today.get_by_role("alert").first).to_be_visible()
    assert not new.imports.exists()


def test_all_is_taken_out_and_comes_in_elsewhere_as_the_same_record(visiting, a_year, new, tmp_path):
    first, second = tmp_path / "first.zip", tmp_path / "second.zip"
    page = visiting(a_year)
    take_out(page, first)
    assert "manifest.json" in zipfile.ZipFile(io.BytesIO(first.read_bytes())).namelist()
    other = visiting(new)
    new.targets.all().delete()
    bring_in(other, first)
    take_out(other, second)
    assert first.read_bytes() == second.read_bytes()


def test_the_account_goes_with_everything_in_it(visiting):
    person = User.objects.create_user("gone@example.org", PASSWORD, zone="Europe/Berlin", welcomed=True)
    page = visiting(person)
    page.goto("/")
    page.get_by_role("link", name="Account and settings").click()
    page.get_by_role("link", name="Delete the account").click()
    expect(page.get_by_role("link", name="Download everything first")).to_be_visible()
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_text("Your account and everything in it are gone.")).to_be_visible()
    assert not User.objects.filter(email="gone@example.org").exists()


def bring_in(page: Page, file) -> None:
    look_into(page, file)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("came in")


def look_into(page: Page, file) -> None:
    page.goto(reverse("data"))
    page.get_by_label("Choose a file").set_input_files(file)
    page.get_by_role("button", name="Look into it").click()


def take_out(page: Page, file) -> None:
    page.goto(reverse("data"))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download everything").click()
    waiting.value.save_as(file)
