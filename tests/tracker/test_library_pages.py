"""The library's pages beyond habits and mechanisms: measures, words, documents, the picture, search."""

import re
from functools import partial
from pathlib import Path

import pytest
from django.core.management import call_command
from django.urls import Resolver404, resolve, reverse

from recovery import clinic, documents, glossary, measures
from recovery.mechanisms import MECHANISMS
from recovery.strategies import BY_SLUG, STRATEGIES
from tracker import library, review

BASE = Path(__file__).parent.parent.parent
READ = (
    *(reverse("learn-entry", args=[slug]) for slug in (*clinic.BY_SLUG, *documents.BY_SLUG)),
    *(reverse("learn-measure", args=[slug]) for slug in measures.BY_SLUG),
    *map(reverse, ("learn", "learn-measures", "learn-words", "learn-pathways", "learn-search")),
)
ALL = ("sleep", "exercise", "diet", "practice")


def read(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """The pages that have been read without an account: they are the same for every test."""
    return {}


@pytest.fixture
def page(client, pages):
    """Read a page without an account."""

    def open_page(address: str) -> str:
        if address not in pages:
            pages[address] = read(client, address)
        return pages[address]

    return open_page


@pytest.fixture
def inside(her):
    """Read a page as Ana."""
    return partial(read, her)


def ids(text: str) -> list[str]:
    return re.findall(r'\sid="([^"]+)"', text)


def own_links(text: str) -> list[str]:
    found = re.findall(r'href="([^"]+)"', text)
    return [link for link in found if link.startswith("/") and "/static/" not in link]


def leads_somewhere(link: str) -> bool:
    path, _hash, anchor = link.partition("#")
    try:
        found = resolve(path)
    except Resolver404:
        return False
    known = {
        "learn-entry": library.ENTRIES, "learn-measure": measures.BY_SLUG,
        "plan-strategy": BY_SLUG,
    }.get(found.url_name)  # fmt: skip
    words = {term.slug for term in glossary.TERMS}
    return (known is None or found.kwargs["slug"] in known) and (
        found.url_name != "learn-words" or not anchor or anchor in words
    )


@pytest.mark.django_db
class TestEveryPage:
    def test_is_read_without_an_account_and_leads_nowhere_in_vain(self, page):
        links = {(address, link) for address in READ for link in own_links(page(address))}
        assert [(address, link) for address, link in links if not leads_somewhere(link)] == []

    def test_has_every_place_once_that_it_leads_to_on_itself(self, page):
        for address in READ:
            found = ids(page(address))
            assert set(re.findall(r'href="#([^"]+)"', page(address))) <= set(found), address
            assert len(found) == len(set(found)), address

    def test_says_where_it_stands_and_leads_back_to_the_index(self, page):
        inner = [address for address in READ if address != reverse("learn")]
        assert [one for one in inner if '<nav class="eyebrow crumbs"' not in page(one)] == []
        back = f'<a href="{reverse("learn")}">Learn</a>'
        assert [one for one in inner if back not in page(one)] == []

    def test_is_one_click_from_the_index(self, page):
        index = page(reverse("learn"))
        led = re.findall(r'(?:href|action)="([^"]+)"', index)
        assert [address for address in READ if address not in (*led, reverse("learn"))] == []


@pytest.mark.django_db
class TestMeasure:
    def test_leads_on_to_the_habit_and_that_to_the_mechanism_and_its_source(self, page):
        assert 'href="/learn/sleep-efficiency/"' in page("/learn/measures/sleep-efficiency/")
        mechanism = BY_SLUG["sleep-efficiency"].mechanisms[0].slug
        assert f'href="/learn/{mechanism}/"' in page("/learn/sleep-efficiency/")
        assert "https://doi.org/" in page(f"/learn/{mechanism}/")

    @pytest.mark.parametrize(
        ("address", "chart"),
        [
            ("/learn/measures/sleep-efficiency/", "nights"),
            ("/learn/fish/", "diet"),
            ("/learn/adenosine/", "nights"),
        ],
    )
    def test_and_what_it_leads_to_lead_back_to_ones_own_chart(self, inside, address, chart):
        assert f'href="/week/#chart-{chart}"' in inside(address)

    def test_leads_to_no_chart_of_a_pillar_that_is_switched_off(self, ana, inside):  # rules.md, 31
        ana.pillars = "sleep exercise practice"
        ana.save()
        assert "#chart-diet" not in inside("/learn/fish/")

    def test_that_no_publication_sets_says_so(self, page):
        assert "A convention of this site" in page("/learn/measures/kept/")

    def test_that_does_not_exist_is_not_found(self, client):
        assert client.get("/learn/measures/happiness/").status_code == 404


@pytest.mark.django_db
class TestNumbers:
    @pytest.mark.parametrize(("room", "slug"), [("today", "exercise-minutes"), ("week-now", "kept")])
    def test_lead_to_what_they_were_made_of_and_on_to_their_formula(self, inside, ana, room, slug):
        ana.targets.create(strategy="fruit-and-vegetables", starts=ana.today(), low=5)
        made = re.search(rf'class="number" href="(/made/{slug}/[^"]+)"', inside(reverse(room)))
        assert f'href="/learn/measures/{slug}/"' in inside(made.group(1))


@pytest.mark.django_db
class TestDottedWords:
    def test_lead_to_their_meaning_and_carry_it(self, page):
        text = page("/learn/melatonin-and-cortisol/")
        assert '<a class="term" href="/learn/words/#' in text
        assert 'data-meaning="' in text

    def test_are_dotted_once_on_a_page(self, page):
        for entry in (*STRATEGIES, *MECHANISMS, *clinic.TOPICS):
            found = re.findall(r'class="term" href="([^"]+)"', page(f"/learn/{entry.slug}/"))
            assert len(found) == len(set(found)), entry.slug

    def test_stay_escaped(self, page):
        assert "&lt;" not in page("/learn/words/")
        assert "’s" in page("/learn/glymphatic-clearance/")


@pytest.mark.django_db
class TestDocument:
    @pytest.mark.parametrize("document", documents.DOCUMENTS, ids=lambda one: one.slug)
    def test_is_reached_from_every_page_that_it_feeds_and_leads_back(self, page, document):
        address = f'href="/learn/{document.slug}/"'
        assert all(address in page(f"/learn/{entry.slug}/") for entry in document.entries)
        text = page(f"/learn/{document.slug}/")
        assert all(f'href="/learn/{entry.slug}/"' in text for entry in document.entries)


@pytest.mark.django_db
def test_a_word_that_only_looks_like_a_term_is_not_dotted(page):
    text = page("/learn/measures/kept/")
    assert "that met their aim" in text
    assert "words/#met" not in text


@pytest.mark.django_db
class TestHelplines:
    def test_say_in_words_when_they_were_last_gone_through(self, page):
        assert "Last gone through: November 2026." in page("/learn/low-mood/")

    def test_can_be_called_from_the_page(self, page):
        text = page("/learn/low-mood/")
        assert 'href="tel:116123"' in text
        assert "Numbers change" in text

    def test_are_one_click_from_every_page_of_clinicians(self, page):
        assert all(
            'href="/learn/low-mood/"' in page(f"/learn/{slug}/")
            for slug in clinic.BY_SLUG
            if slug != "low-mood"
        )


@pytest.mark.django_db
class TestPicture:
    def test_links_every_habit_and_mechanism_in_each_of_its_widths(self, page):
        drawings = re.findall(r"<svg [^>]*role=\"group\".*?</svg>", page("/learn/pathways/"), re.DOTALL)
        assert len(drawings) == 3
        for drawing in drawings:
            linked = re.findall(r'<a href="/learn/([^/]+)/"', drawing)
            assert set(linked) >= {strategy.slug for strategy in STRATEGIES}
            assert set(linked) >= {one.slug for strategy in STRATEGIES for one in strategy.mechanisms}
            assert len(linked) == len(set(linked))

    def test_can_be_read_by_those_who_do_not_see_it(self, page):
        text = page("/learn/pathways/")
        assert 'role="group"' in text
        assert 'role="img"' not in text
        table = text[text.index("<table") :]
        assert all(f'href="/learn/{strategy.slug}/"' in table for strategy in STRATEGIES)

    def test_leaves_out_a_pillar_that_is_switched_off(self, ana, inside):  # rules.md, 31
        ana.pillars = "sleep exercise practice"
        ana.save()
        assert "/learn/fish/" not in inside("/learn/pathways/")

    def test_has_no_style_of_its_own(self, page):
        assert "style=" not in page("/learn/pathways/")


def titles(query: str, pillars=ALL) -> list[str]:
    return [result.title for result in library.search(query, pillars)]


@pytest.mark.django_db
class TestSearch:
    def test_finds_by_title_before_lead(self):
        assert titles("adenosine")[0] == "Adenosine, the sleep pressure"

    def test_forgives_plurals_accents_and_capitals(self):
        assert titles("Synapse") == titles("synapses") == titles("SYNÁPSES")
        assert "Synaptic downscaling" in titles("synapse")
        assert "Have sweets less often" in titles("sweet")
        assert set(titles("servings")) == set(titles("serving"))

    def test_takes_the_beginning_of_a_word_and_wants_every_word(self):
        assert "Glymphatic clearance" in titles("glymph")
        assert "Glymphatic clearance" not in titles("glymph caffeine")

    def test_finds_a_documents_term(self):
        assert "Neurotransmitter balance" in titles("neurochemical reset")

    def test_finds_nothing_for_nothing(self):
        assert titles("") == titles("  ?! ") == titles("qqqqq") == []

    def test_leaves_out_a_pillar_that_is_switched_off(self):  # rules.md, 31
        assert "Eat fish, oily if you can" in titles("fish")
        assert "Eat fish, oily if you can" not in titles("fish", ("sleep",))

    def test_is_asked_by_post_so_that_nothing_stands_in_an_address(self, client):
        text = client.post("/learn/search/", {"q": "caffeine"}).content.decode()
        assert 'href="/learn/caffeine-cut-off/"' in text
        assert 'method="post" action="/learn/search/"' in text
        assert "Stop caffeine early" not in client.get("/learn/search/?q=caffeine").content.decode()

    def test_says_how_many_were_found_and_shows_the_question_escaped(self, client):
        text = client.post("/learn/search/", {"q": "<b>x" + "y" * 500}).content.decode()
        assert "0 pages found" in text
        assert "&lt;b&gt;x" in text
        assert "y" * 100 not in text

    @pytest.mark.parametrize(
        ("word", "one"),
        [("studies", "study"), ("servings", "serving"), ("dishes", "dish"), ("stress", "stress"),
         ("basis", "basis"), ("habits", "habit"), ("virus", "virus")],
    )  # fmt: skip
    def test_takes_a_plural_for_its_singular(self, word, one):
        assert library.folded(word) == [one]


def test_the_sheet_for_clinicians_is_current():
    written = (BASE / "docs/evidence.md").read_text(encoding="utf-8")
    assert written == review.sheet(), "please run: manage.py evidence"


def test_the_sheet_is_written_by_a_command(settings, tmp_path):
    settings.BASE = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("evidence")
    assert (tmp_path / "docs/evidence.md").read_text(encoding="utf-8") == review.sheet()


def test_the_sheet_holds_every_claim():
    sheet = review.sheet()
    assert all(claim.text.replace("|", "\\|") in sheet for one in STRATEGIES for claim in one.claims)
