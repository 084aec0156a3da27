"""The welcome: where a person lives, what they would like to follow, and a first plan that fits them."""

import re

import pytest
import time_machine
from django.urls import reverse

from recovery.aims import Judged
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.strategies.strategy import Band
from tracker.forms.zones import ZoneSelect, zones
from tracker.models import User

ABOUT = {"zone": "Europe/Berlin", "age": "26-64", "pillars": ["sleep", "exercise", "diet", "practice"]}
FIRST = {s.slug for s in STRATEGIES if s.first}


@pytest.fixture
def eva(client, db) -> User:
    """Somebody who has just signed up, and is logged in."""
    user = User.objects.create_user("eva@example.org", "a long password")
    client.force_login(user)
    return user


def tell(client, **changed):
    return client.post(reverse("welcome"), {**ABOUT, **changed})


def begin(client, *slugs: str, clock: str = "07:00"):
    return client.post(reverse("welcome-plan"), {**dict.fromkeys(slugs, "on"), "regular-hours-clock": clock})


def plan_page(client) -> str:
    return client.get(reverse("welcome-plan")).content.decode()


def test_two_posts_lead_from_signing_up_to_a_plan_and_today(client, eva):
    assert tell(client)["Location"] == reverse("welcome-plan")
    assert begin(client, *FIRST)["Location"] == reverse("today")
    eva.refresh_from_db()
    assert eva.welcomed
    assert eva.zone == "Europe/Berlin"
    assert set(eva.targets.values_list("strategy", flat=True)) == FIRST


def test_the_plan_begins_on_the_persons_own_today(client, eva):
    tell(client, zone="Pacific/Auckland")
    with time_machine.travel("2026-11-20T20:30:00Z", tick=False):  # 09:30 of the 21st in Auckland
        begin(client, "fish")
    assert str(eva.targets.get().starts) == "2026-11-21"


def test_the_first_plan_is_ticked_and_says_what_each_habit_asks_for(client, eva):
    tell(client)
    words = plan_page(client)
    for strategy in STRATEGIES:
        assert strategy.title in words
    ticked = words.count("checked")
    assert ticked == len(FIRST)
    assert "150" in words


def test_a_target_holds_the_defaults_values(client, eva):
    tell(client)
    begin(client, "mindful-minutes", "long-enough")
    aim = BY_SLUG["mindful-minutes"].aim
    target = eva.targets.get(strategy="mindful-minutes")
    assert aim.judged is Judged.DAYS
    assert (target.low, target.high, target.dose) == (aim.low, aim.high, aim.dose)


def test_regular_hours_are_kept_around_the_time_one_wants_to_get_up(client, eva):
    tell(client)
    begin(client, "regular-hours", clock="06:15")
    assert eva.targets.get().clock == 6 * 60 + 15


def test_a_clock_time_that_is_none_is_refused_and_kept(client, eva):
    tell(client)
    answer = begin(client, "regular-hours", clock="half six")
    assert 'value="half six"' in answer.content.decode()
    assert not eva.targets.exists()
    assert not User.objects.get(pk=eva.pk).welcomed


def test_a_strategy_not_ticked_is_not_followed(client, eva):
    tell(client)
    begin(client, "fish")
    assert [t.strategy for t in eva.targets.all()] == ["fish"]


def test_defaults_follow_age_and_where_there_is_none_that_is_said(client, eva):  # rules.md, 31
    tell(client, age="under-18")
    words = plan_page(client)
    missing = [s for s in STRATEGIES if s.default(Band.UNDER_18) is None]
    prescribed = [s for s in missing if s.prescribed]
    assert len(missing) > len(prescribed) > 0
    assert words.count("no default at your age") == len(missing) - len(prescribed)
    assert words.count("if one was prescribed for you") == len(prescribed)
    begin(client, *(s.slug for s in STRATEGIES))
    followed = set(eva.targets.values_list("strategy", flat=True))
    assert followed.isdisjoint(s.slug for s in missing)
    young = BY_SLUG["long-enough"].default(Band.UNDER_18)
    assert eva.targets.get(strategy="long-enough").low == young.low


def test_in_pregnancy_what_has_no_default_is_left_to_a_professional(client, eva):  # rules.md, 31
    tell(client, pregnant="on")
    assert "midwife or doctor" in plan_page(client)
    begin(client, *(s.slug for s in STRATEGIES))
    assert not eva.targets.filter(strategy__in=[s.slug for s in STRATEGIES if not s.in_pregnancy]).exists()


def test_age_and_pregnancy_may_be_left_out(client, eva):  # rules.md, 31
    tell(client, age="")
    eva.refresh_from_db()
    assert (eva.age, eva.pregnant) == ("", False)
    assert "150" in plan_page(client)


def test_diet_can_be_off_whole(client, eva):  # rules.md, 31
    tell(client, pillars=["sleep", "exercise", "practice"])
    eva.refresh_from_db()
    assert eva.follows == ("sleep", "exercise", "practice")
    words = plan_page(client)
    assert BY_SLUG["fish"].title not in words
    begin(client, "fish", "long-enough")
    assert [t.strategy for t in eva.targets.all()] == ["long-enough"]


def test_a_zone_we_do_not_know_is_refused_and_what_was_chosen_stays(client, eva):
    answer = tell(client, zone="Mars/Olympus", age="65-up", pillars=["sleep"])
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "Select a valid choice" in words
    assert words.count("checked") == 2  # the age and the one pillar
    eva.refresh_from_db()
    assert eva.zone == "UTC"


def test_nothing_to_follow_is_refused_in_words(client, eva):
    answer = client.post(reverse("welcome"), {"zone": "Europe/Berlin"})
    assert "Choose at least one" in answer.content.decode()


def test_a_first_visit_lets_the_browser_propose_its_zone_and_a_correction_does_not(client, eva):
    assert "data-zone" in client.get(reverse("welcome")).content.decode()
    assert "data-zone" not in tell(client, pillars=[]).content.decode()


def test_the_welcome_is_shown_once(client, ana):
    client.force_login(ana)
    for name in ("welcome", "welcome-plan"):
        assert client.get(reverse(name))["Location"] == reverse("today")
    begin(client, "fish")
    assert not ana.targets.exists()


def test_a_plan_sent_twice_is_one_plan(client, eva):
    tell(client)
    begin(client, *FIRST)
    begin(client, *FIRST)
    assert eva.targets.count() == len(FIRST)


def test_zones_are_grouped_by_region_and_one_of_no_region_stays_choosable():
    groups = dict(zones("Etc/GMT+5"))
    assert ("Europe/Berlin", "Berlin") in groups["Europe"]
    assert ("America/Argentina/Buenos_Aires", "Argentina: Buenos Aires") in groups["America"]
    assert groups["Etc/GMT+5"] == "Etc/GMT+5"
    assert "UTC" in groups


@pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "Etc/GMT+5"])
def test_of_all_zones_the_chosen_one_alone_is_selected(zone):
    html = ZoneSelect(choices=zones(zone)).render("zone", zone, {"id": "id_zone"})
    assert html.startswith('<select id="id_zone" name="zone">')
    assert html.count("selected") == html.count(f'value="{zone}" selected>') == 1
    assert " selected" not in ZoneSelect(choices=zones(zone)).render("zone", '"><b>')
    assert html.count("<option") == len(set(re.findall('value="(.*?)"', html))) > 400
