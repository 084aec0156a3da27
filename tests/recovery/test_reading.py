"""Clinician's ground, the documents, the measures and the glossary: the same shape and the same honesty."""

import re
from collections.abc import Iterator

import pytest

from recovery import clinic, documents, glossary, helplines, measures, mechanisms, sources, strategies
from recovery.clinic.topic import Topic
from recovery.evidence import Grade
from recovery.metrics import METRICS
from recovery.summaries import SUMMARIES
from tests.recovery.test_library import PROMISES, QUOTED

PAGES = (*strategies.STRATEGIES, *mechanisms.MECHANISMS, *clinic.TOPICS, *documents.DOCUMENTS)
ASKED_FOR = {
    "neurotoxicity", "substances", "outlook", "exposure-first", "chelation", "icans",
    "cognitive-rehabilitation", "physical-therapy", "unsupervised-resets",
    "serotonin-syndrome", "sleep-and-the-doctor", "low-mood",
}  # fmt: skip
COUNTRY = re.compile("[A-Z]{2}")


def by_slug(entry):
    return entry.slug


def promises(*sentences: str) -> list[str]:
    return [one for one in sentences if PROMISES.search(QUOTED.sub("", one))]


def test_an_address_means_one_entry_of_all():
    assert len({entry.slug for entry in PAGES}) == len(PAGES)


@pytest.mark.parametrize("topic", clinic.TOPICS, ids=by_slug)
class TestEveryTopicOfClinicians:
    def test_has_a_lead_of_at_most_240_characters(self, topic):
        assert 40 < len(topic.lead) <= 240

    def test_says_when_to_ask_for_help(self, topic):
        assert topic.signs

    def test_cites_a_source_for_whatever_it_calls_known(self, topic):
        assert all(known.sources for known in topic.known)
        assert all(source in sources.SOURCES for known in topic.known for source in known.sources)

    def test_promises_nothing_outside_quoted_terms(self, topic):  # rules.md, 30
        known = [one.text for one in topic.known]
        assert promises(topic.title, topic.lead, *topic.body, *topic.signs, *known) == []

    def test_has_no_grade_and_no_aim(self, topic):  # rules.md, 29
        assert not {"grade", "aim", "claims"} & set(vars(topic))

    def test_is_reached_from_a_document_or_stands_for_seeing_a_doctor(self, topic):
        assert documents.naming(topic) or topic.slug in {"sleep-and-the-doctor", "low-mood"}


def test_every_topic_that_was_asked_for_is_there():
    assert {topic.slug for topic in clinic.TOPICS} == ASKED_FOR


class TestHelplines:
    def test_stand_on_one_page(self):
        assert [topic.slug for topic in clinic.TOPICS if topic.helplines] == ["low-mood"]

    def test_have_a_country_and_a_number_that_can_be_dialled(self):
        for line in helplines.HELPLINES:
            assert all(COUNTRY.fullmatch(country) for country in line.countries), line
            assert re.fullmatch(r"\d[\d ]*", line.number), line

    def test_say_where_and_when_they_were_seen(self):
        for line in helplines.HELPLINES:
            assert re.fullmatch(r"[a-z0-9.-]+\.[a-z]{2,}(/\S*)?", line.page), line
            assert re.fullmatch(r"20\d\d-[01]\d", line.seen), line

    def test_have_an_emergency_number_for_every_country_with_a_listener(self):
        reached = {country for line in helplines.EMERGENCY for country in line.countries}
        union = {"IE", "DE", "AT", "FR", "NL"}  # reached by the number of the European Union
        unseen = {"LI"}  # no official page of theirs was found
        listened = {country for line in helplines.LISTENING for country in line.countries}
        assert listened - union - unseen <= reached


@pytest.mark.parametrize("document", documents.DOCUMENTS, ids=by_slug)
class TestEveryDocument:
    def test_has_a_lead_of_at_most_240_characters(self, document):
        assert 40 < len(document.lead) <= 240

    def test_feeds_a_mechanism(self, document):
        assert set(map(by_slug, document.entries)) & set(mechanisms.BY_SLUG)

    def test_is_answered_on_pages_for_everything_it_says(self, document):
        assert all(saying.entries and saying.answer for saying in document.sayings)

    def test_has_grades_or_a_reason_for_having_none(self, document):
        for saying in document.sayings:
            if saying.grade is None:
                assert re.search("linician|no grade|no sources", saying.answer), saying.answer
            else:
                assert isinstance(saying.grade, Grade)

    def test_is_promised_nothing_by_our_answers(self, document):  # rules.md, 30
        assert promises(document.lead, *(saying.answer for saying in document.sayings)) == []

    def test_is_named_by_every_entry_that_it_feeds(self, document):
        assert all(document in documents.naming(entry) for entry in document.entries)


def test_there_are_five_documents():
    assert len(documents.DOCUMENTS) == 5


class TestMeasures:
    def test_hold_every_metric_and_summary_once(self):
        slugs = [measure.slug for measure in measures.MEASURES]
        assert len(set(slugs)) == len(slugs)
        assert set(slugs) == {
            *METRICS,
            *SUMMARIES,
            *(measure.slug for measure in (*measures.PLAN, *measures.DOUBT)),
        }

    def test_say_what_goes_in_the_formula_the_unit_and_what_a_gap_means(self):
        assert [one.slug for one in measures.MEASURES if not (one.inputs and one.unit)] == []
        texts = [text for one in measures.MEASURES for text in (one.formula, one.missing)]
        assert [text for text in texts if not text.endswith(".")] == []

    def test_promise_nothing(self):  # rules.md, 30
        assert (
            promises(*(text for one in measures.MEASURES for text in (one.title, one.formula, one.missing)))
            == []
        )

    def test_name_a_source_that_exists_or_none(self):
        assert {one.source for one in measures.MEASURES} - {""} <= set(sources.BY_SLUG)

    def test_lie_in_the_pillar_of_the_strategies_that_they_judge(self):
        pillars = {(one.slug, measures.BY_SLUG[one.metric.slug].pillar) for one in strategies.STRATEGIES}
        assert pillars == {(one.slug, one.pillar) for one in strategies.STRATEGIES}


def sentences() -> str:
    """All texts in which a dotted word can stand, in one."""
    parts: list[str] = []
    for entry in strategies.STRATEGIES:
        parts += [
            *entry.what,
            *entry.how,
            *entry.caution,
            *(f"{c.text} {c.because} {c.disputed}" for c in entry.claims),
        ]
    for entry in mechanisms.MECHANISMS:
        parts += [*entry.body, *(f"{c.text} {c.because} {c.disputed}" for c in entry.claims)]
    for entry in clinic.TOPICS:
        parts += [*entry.body, *entry.signs, *(known.text for known in entry.known)]
    for entry in documents.DOCUMENTS:
        parts += [f"{saying.text} {saying.answer}" for saying in entry.sayings]
    parts += [f"{measure.title} {measure.formula} {measure.missing}" for measure in measures.MEASURES]
    return "\n".join(parts)


def read_aloud() -> Iterator[str]:
    """The leads, paragraphs, steps, cautions and answers, but not the reasons of claims."""
    for one in strategies.STRATEGIES:
        yield from (one.lead, *one.what, *one.how, *one.caution, one.origin)
    for one in mechanisms.MECHANISMS:
        yield from (one.lead, *one.body)
    for one in clinic.TOPICS:
        yield from (one.lead, *one.body, *one.signs, *(known.text for known in one.known))
    for one in documents.DOCUMENTS:
        yield from (one.lead, *(text for saying in one.sayings for text in (saying.text, saying.answer)))


def test_no_sentence_of_the_library_is_longer_than_twenty_five_words():
    parts = [part for text in read_aloud() for part in re.split(r"(?<=[.!?])\s+", text)]
    assert [part for part in parts if len(part.split()) > 25] == []


def stands(form: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text))


class TestGlossary:
    def test_explains_only_words_that_the_library_uses(self):
        text = sentences().casefold()
        unused = [
            term.slug
            for term in glossary.TERMS
            if not any(stands(form.casefold(), text) for form in term.spellings)
        ]
        assert unused == []

    def test_promises_nothing(self):  # rules.md, 30
        assert promises(*(term.meaning for term in glossary.TERMS)) == []

    def test_holds_each_spelling_once(self):
        spellings = [form.casefold() for term in glossary.TERMS for form in term.spellings]
        assert len(set(spellings)) == len(spellings)
        assert len({term.slug for term in glossary.TERMS}) == len(glossary.TERMS)

    def test_explains_a_word_in_one_short_sentence(self):
        short = [term for term in glossary.TERMS if term.meaning.endswith(".") and len(term.meaning) < 130]
        assert [term.slug for term in glossary.TERMS if term not in short] == []

    def test_explains_every_abbreviation_that_stands_alone(self):
        known = {form for term in glossary.TERMS for form in term.spellings}
        plain = {"REM", "AM", "PM", "MIND", "WHO", "TV", "CAR", "IL", "CBT", "MET"}
        found = set(re.findall(r"(?<![\w-])[A-Z]{2,}(?![\w])", sentences()))
        assert found - known - plain == set()


def test_a_topic_is_data_without_behaviour():
    assert not [name for name, one in vars(Topic).items() if callable(one) and not name.startswith("__")]
