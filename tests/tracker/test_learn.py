"""Learn: the index, an entry as a page, and one's own last four weeks."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from recovery.mechanisms import MECHANISMS
from recovery.strategies import BY_SLUG, STRATEGIES
from tracker.models import DietLog, Target
from tracker.models.user import PILLARS

SLUGS = [entry.slug for entry in (*STRATEGIES, *MECHANISMS)]
SATURDAY = datetime(2026, 11, 21, 11, 0, tzinfo=UTC)


@pytest.fixture
def page(client):
    def read(address: str) -> str:
        response = client.get(address)
        assert response.status_code == 200
        return response.content.decode()

    return read


def resolvable(link: str) -> bool:
    try:
        return bool(resolve(link.partition("#")[0]))
    except Resolver404:
        return False


def eat_plants(user, days: list[date], servings: float) -> None:
    for day in days:
        DietLog.objects.create(user=user, day=day, item="vegetables", amount=servings, zone=user.zone)


@pytest.mark.django_db
@pytest.mark.parametrize("slug", SLUGS)
def test_every_entry_is_read_without_an_account(page, slug):
    text = page(f"/learn/{slug}/")
    assert "How sure are we?" in text
    assert "Your last 4 weeks" not in text
    expect_links_that_lead_somewhere(text)
    expect_publications_in_a_page_of_their_own(text)


def expect_links_that_lead_somewhere(text: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', text)
    links = re.findall(r'href="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert [
        link for link in links if link.startswith("/") and "/static/" not in link and not resolvable(link)
    ] == []


def expect_publications_in_a_page_of_their_own(text: str) -> None:
    for tag in re.findall(r'<a href="https:[^>]+>', text):
        assert tag.startswith('<a href="https://doi.org/10.')
        assert 'target="_blank" rel="noopener noreferrer"' in tag


@pytest.mark.django_db
class TestIndex:
    def test_links_every_entry(self, page):
        text = page("/learn/")
        assert all(f'href="/learn/{slug}/"' in text for slug in SLUGS)

    def test_leads_down_to_each_pillar(self, page):
        text = page("/learn/")
        places = re.findall(r'href="#([^"]+)"', text.split('aria-label="On this page"')[1].split("</nav>")[0])
        assert {f"learn-{pillar}" for pillar in PILLARS} <= set(places)
        assert all(f'id="{place}"' in text for place in places)

    def test_says_what_each_grade_means(self, page):  # rules.md, 29
        text = page("/learn/")
        assert all(
            f"</svg> {word}</dt>" in text
            for word in ("Strong", "Moderate", "Limited", "Disputed", "Hypothesis")
        )

    def test_says_what_the_site_is_not(self, page):  # rules.md, 30
        assert "What this is not" in page("/learn/")

    def test_keeps_a_pillar_that_is_switched_off_out_of_sight(self, client, page, ana):  # rules.md, 31
        ana.pillars = "sleep exercise practice"
        ana.save()
        client.force_login(ana)
        assert "/learn/fish/" not in page("/learn/")

    def test_an_unknown_entry_is_not_found(self, client):
        assert client.get("/learn/detox/").status_code == 404


@pytest.mark.django_db
class TestEntry:
    def test_numbers_sources_and_refers_to_them_from_claims(self, page):
        text = page("/learn/regular-hours/")
        assert 'id="regular-hours-1"' in text
        assert 'href="#regular-hours-1"' in text

    def test_cites_what_the_measure_rests_on(self, page):
        assert "consensus sleep diary" in page("/learn/sleep-efficiency/")

    def test_shows_what_is_held_against_a_claim(self, page):
        assert "Held against it:" in page("/learn/glymphatic-clearance/")

    def test_quotes_a_documents_term_as_a_term(self, page):  # rules.md, 30
        assert "“neurochemical reset”" in page("/learn/neurotransmitter-balance/")

    def test_names_the_habits_that_act_through_a_mechanism(self, page):
        assert 'href="/learn/caffeine-cut-off/"' in page("/learn/adenosine/")

    def test_the_panel_can_be_opened_in_place(self, page):
        assert page("/learn/fish/").count('id="panel"') == 1


@pytest.mark.django_db
class TestLastFourWeeks:
    @pytest.fixture(autouse=True)
    def saturday(self):
        with time_machine.travel(SATURDAY, tick=False):
            yield

    def follow(self, user, slug: str, **values: float) -> None:
        Target.objects.create(user=user, strategy=slug, starts=date(2026, 8, 1), **values)

    def test_every_strategy_shows_them_to_a_person_who_follows_it(self, client, page, ana):
        client.force_login(ana)
        for strategy in STRATEGIES:
            aim = strategy.aim
            self.follow(ana, strategy.slug, low=aim.low, high=aim.high, dose=aim.dose, clock=aim.clock)
            text = page(f"/learn/{strategy.slug}/")
            assert "Change plan" in text
            assert "nan" not in re.findall(r"[a-z]+", text)

    def test_show_kept_with_coverage_and_the_mean(self, client, page, ana):  # rules.md, 20
        self.follow(ana, "fruit-and-vegetables", low=5)
        yesterday = date(2026, 11, 20)
        eat_plants(ana, [yesterday - timedelta(days=n) for n in range(14)], 6)
        eat_plants(ana, [yesterday - timedelta(days=n) for n in range(14, 21)], 3)
        client.force_login(ana)
        text = " ".join(re.sub(r"<[^>]+>", "", page("/learn/fruit-and-vegetables/")).split())
        assert "67 % kept" in text
        assert "75 % logged" in text
        assert "5 servings a day, on average" in text
        assert "14 days in a row" in text

    def test_withhold_kept_where_too_little_was_logged(self, client, page, ana):  # rules.md, 20
        self.follow(ana, "fruit-and-vegetables", low=5)
        eat_plants(ana, [date(2026, 11, 20)], 6)
        client.force_login(ana)
        text = page("/learn/fruit-and-vegetables/")
        assert "Too little logged" in text
        assert "100" not in re.findall(r"(\d+) %", text)

    def test_leave_out_today_which_has_not_closed(self, client, page, ana):  # rules.md, 17
        self.follow(ana, "fruit-and-vegetables", low=5)
        eat_plants(ana, [date(2026, 11, 21)], 1)
        client.force_login(ana)
        assert "on average" not in page("/learn/fruit-and-vegetables/")

    def test_offer_to_follow_what_is_not_followed(self, client, page, ana):
        client.force_login(ana)
        text = page("/learn/slow-breathing/")
        assert "You do not follow this one." in text
        assert 'href="/plan/slow-breathing/"' in text

    def test_show_nothing_of_another_person(self, client, page, ana, ben):
        self.follow(ana, "fruit-and-vegetables", low=5)
        client.force_login(ben)
        assert "You do not follow this one." in page("/learn/fruit-and-vegetables/")

    def test_speak_in_words_in_gentle_mode(self, client, page, ana):  # rules.md, 31
        ana.gentle = True
        ana.save()
        self.follow(ana, "fruit-and-vegetables", low=5)
        eat_plants(ana, [date(2026, 11, 20) - timedelta(days=n) for n in range(28)], 6)
        client.force_login(ana)
        text = page("/learn/fruit-and-vegetables/")
        assert "All of it" in text
        assert "%" not in text


class TestWhyItMatters:
    def test_names_each_followed_strategy_and_opens_it_in_place(self):
        text = render_to_string(
            "why.html", {"strategies": [BY_SLUG["regular-hours"], BY_SLUG["long-enough"]]}
        )
        assert text.count('hx-select="#panel > *"') == 2
        assert 'id="why-regular-hours"' in text

    def test_opens_beside_its_link_so_that_focus_stays_where_it_was(self):
        text = render_to_string("why.html", {"strategies": [BY_SLUG["fish"]]})
        assert '<div id="why-fish"></div>' in text

    def test_works_as_a_plain_link(self):
        text = render_to_string("why.html", {"strategies": [BY_SLUG["fish"]]})
        assert '<a href="/learn/fish/"' in text
        assert 'href="/learn/inflammation/"' in text

    def test_says_how_sure_its_claim_is_in_a_word(self):  # rules.md, 29
        text = render_to_string("why.html", {"strategies": [BY_SLUG["fish"]]})
        assert 'class="grade"' in text
        assert "Moderate" in text

    def test_is_left_out_where_nothing_is_followed(self):
        assert not render_to_string("why.html", {"strategies": []}).strip()
