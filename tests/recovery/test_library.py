"""The library: every strategy, mechanism and source keeps to the same shape and the same honesty."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest

from recovery import clinic, documents, mechanisms, sources, strategies
from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade, Source
from recovery.metrics import METRICS
from recovery.metrics.metric import Metric, Unit
from recovery.strategies.strategy import Band
from recovery.summaries import SUMMARIES

STRATEGIES, MECHANISMS, SOURCES = strategies.STRATEGIES, mechanisms.MECHANISMS, sources.SOURCES
ENTRIES = (*STRATEGIES, *MECHANISMS)
AWAITED = {"wilson-1927"}  # looked up for summaries that are not written yet
UNGRADED = {"thyroid-and-sex-hormones"}  # named as the documents' own, for want of sources
FIRST = {
    "long-enough", "regular-hours", "aerobic-minutes", "strength-sessions", "fruit-and-vegetables", "fish",
    "mindful-minutes",
}  # fmt: skip
PROMISES = re.compile(r"\b(repair|revers|treat|cure|diagnos|heal(s|ed|ing)?\b|detox|rejuven)", re.IGNORECASE)
QUOTED = re.compile("“[^”]*”")
LONG = 60  # a shorter text may well be said twice
DOI = re.compile(r"10\.\d{4,9}/\S+")
MOST = {  # what a day or a week of each unit can hold
    Unit.MINUTES: 600, Unit.DURATION: 720, Unit.HOURS: 24, Unit.CLOCK: 60, Unit.PERCENT: 100,
    Unit.SERVINGS: 10, Unit.SESSIONS: 7, Unit.GRAMS: 100, Unit.COUNT: 9,
}  # fmt: skip


def sentences(part: object) -> Iterator[str]:
    """Every text of an entry that a person reads, but for other entries, metrics and publications."""
    if isinstance(part, str) and not isinstance(part, Grade):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from sentences(one)
    elif isinstance(part, Claim) or part in ENTRIES:
        for field in fields(part):
            if field.name not in ("slug", "pillar", "term", "mechanisms", "metric", "sources"):
                yield from sentences(getattr(part, field.name))


def by_slug(entry):
    return entry.slug


@pytest.mark.parametrize("entry", ENTRIES, ids=by_slug)
class TestEveryEntry:
    def test_has_a_lead_of_at_most_240_characters(self, entry):
        assert 40 < len(entry.lead) <= 240

    def test_grades_each_claim_with_a_reason_and_a_source(self, entry):  # rules.md, 29
        assert bool(entry.claims) == (entry.slug not in UNGRADED)
        for claim in entry.claims:
            assert isinstance(claim.grade, Grade)
            assert len(claim.because) > 10
            assert claim.sources

    def test_says_what_is_held_against_a_disputed_claim(self, entry):  # rules.md, 29
        assert all(claim.disputed for claim in entry.claims if claim.grade is Grade.DISPUTED)

    def test_promises_nothing_outside_quoted_terms(self, entry):  # rules.md, 30
        for sentence in sentences(entry):
            assert not PROMISES.search(QUOTED.sub("", sentence)), sentence

    def test_ends_its_sentences_and_its_reasons_alike(self, entry):
        for claim in entry.claims:
            assert claim.text.endswith(".")
            assert not claim.because.endswith(".")
            assert not claim.disputed.endswith(".")

    def test_says_nothing_twice(self, entry):
        said = [sentence for sentence in sentences(entry) if sentence]
        assert len(set(said)) == len(said)

    def test_cites_no_publication_twice_for_one_claim(self, entry):
        for claim in entry.claims:
            assert len(set(claim.sources)) == len(claim.sources)


@pytest.mark.parametrize("strategy", STRATEGIES, ids=by_slug)
class TestEveryStrategy:
    def test_has_at_least_two_claims(self, strategy):
        assert len(strategy.claims) >= 2

    def test_says_what_it_does_and_how_in_few_steps(self, strategy):
        assert 1 <= len(strategy.what) <= 3
        assert 3 <= len(strategy.how) <= 6

    def test_says_who_should_take_care_and_where_its_default_comes_from(self, strategy):
        assert strategy.caution
        assert strategy.origin

    def test_acts_through_mechanisms_of_the_list(self, strategy):
        assert strategy.mechanisms
        assert set(strategy.mechanisms) <= set(MECHANISMS)

    def test_is_measured_by_a_metric_of_the_list(self, strategy):
        assert METRICS[strategy.metric.slug] is strategy.metric

    def test_aims_at_numbers_that_its_metric_can_reach(self, strategy):
        held = [value for value in (strategy.aim.low, strategy.aim.high, strategy.aim.dose) if value]
        assert all(0 < value <= MOST[strategy.metric.unit] for value in held)
        if strategy.aim.judged is Judged.DAYS:
            assert strategy.aim.low <= 7

    def test_words_an_aim_that_counts_things_by_its_own_words(self, strategy):
        if strategy.metric.unit is Unit.COUNT:
            assert "%(low)s" in strategy.asks

    def test_has_an_aim_that_can_be_judged(self, strategy):
        assert strategy.aim.low is not None or strategy.aim.high is not None
        assert (strategy.aim.judged is Judged.DAYS) == (strategy.aim.dose is not None)

    def test_keeps_its_way_of_judging_in_every_band(self, strategy):
        aims = [strategy.default(band) for band in Band]
        assert {aim.judged for aim in aims if aim} <= {strategy.aim.judged}


@pytest.mark.parametrize("mechanism", MECHANISMS, ids=by_slug)
def test_a_mechanism_is_named_by_a_strategy_or_if_nobody_can_grade_it_by_a_document(mechanism):
    by_strategy = any(mechanism in strategy.mechanisms for strategy in STRATEGIES)
    assert by_strategy == (mechanism.slug not in UNGRADED)
    assert by_strategy or documents.naming(mechanism)


def test_every_mechanism_and_every_strategy_that_the_documents_ask_for_is_there():
    assert {mechanism.slug for mechanism in MECHANISMS} >= {
        "network-upkeep", "bdnf", "glymphatic-clearance", "synaptic-downscaling", "memory-consolidation",
        "adenosine", "rem-sleep", "growth-hormone", "melatonin-and-cortisol", "inflammation", "stress-axis",
        "neurotransmitter-balance", "neuroplasticity", "neurogenesis", "oxidative-stress", "blood-flow",
        "circadian-timing", "thyroid-and-sex-hormones",
    }  # fmt: skip
    assert {strategy.slug for strategy in STRATEGIES} >= {
        "long-enough", "regular-hours", "sleep-efficiency", "wind-down", "caffeine-cut-off", "alcohol",
        "aerobic-minutes", "strength-sessions", "sit-less", "prescribed-therapy", "fish", "oily-fish",
        "fruit-and-vegetables", "colours", "mind-pattern", "whole-grains", "nuts", "beans", "mindful-minutes",
        "meditation", "slow-breathing", "relaxation", "time-outdoors", "cognitive-practice",
    }  # fmt: skip


def test_cognitive_practice_has_no_grade_above_limited():
    grades = {claim.grade for claim in strategies.BY_SLUG["cognitive-practice"].claims}
    assert grades <= {Grade.LIMITED, Grade.DISPUTED, Grade.HYPOTHESIS}


@pytest.mark.parametrize("source", SOURCES, ids=by_slug)
class TestEverySource:
    def test_is_cited(self, source):
        stated = [claim for entry in ENTRIES for claim in entry.claims]
        stated += [known for topic in clinic.TOPICS for known in topic.known]
        measured = {number.source for number in (*METRICS.values(), *SUMMARIES.values())} | AWAITED
        assert source.slug in measured or any(source in one.sources for one in stated)

    def test_can_be_found(self, source):
        assert source.authors
        assert source.title
        assert source.journal
        assert 1900 < source.year <= 2026
        assert source.doi == "" or DOI.fullmatch(source.doi)

    def test_has_a_title_without_the_seam_of_a_line(self, source):
        assert not re.search(r"\w- \w|  ", source.title)

    def test_is_named_after_its_first_author_and_year(self, source):
        assert source.slug.endswith(f"-{source.year}")


def test_every_constant_of_the_bibliography_is_listed():
    rooms = (
        sources.sleep, sources.exercise, sources.diet, sources.practice, sources.clinic, sources.measuring,
    )  # fmt: skip
    constants = [one for room in rooms for one in vars(room).values() if isinstance(one, Source)]
    assert constants == list(SOURCES)


def test_no_publication_is_listed_twice():
    assert len({source.slug for source in SOURCES}) == len(SOURCES)
    dois = [source.doi for source in SOURCES if source.doi]
    assert len(set(dois)) == len(dois)


def said(module: Path) -> Iterator[str]:
    """Every text of a module that is marked for translation, as it stands there."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "N_":
            yield ast.literal_eval(node.args[0])


def test_a_sentence_of_several_pages_is_written_once():
    recovery = Path(strategies.__file__).parents[1]
    rooms = ("clinic", "documents", "mechanisms", "strategies")
    modules = [module for room in rooms for module in recovery.glob(f"{room}/*.py")]
    written = Counter(text for module in modules for text in said(module) if len(text) > LONG)
    assert [text for text, times in written.items() if times > 1] == []


def test_an_address_means_one_entry():
    assert len({entry.slug for entry in ENTRIES}) == len(ENTRIES)


@pytest.mark.parametrize("metric", METRICS.values(), ids=by_slug)
def test_the_source_of_a_metric_is_in_the_bibliography(metric: Metric):
    assert metric.source == "" or metric.source in sources.BY_SLUG


def test_each_pillar_has_at_least_two_strategies():
    pillars = [strategy.pillar for strategy in STRATEGIES]
    assert all(pillars.count(pillar) >= 2 for pillar in ("sleep", "exercise", "diet", "practice"))
    assert set(pillars) == {"sleep", "exercise", "diet", "practice"}


def test_the_first_plan_is_short_and_holds_no_aim_that_forbids():
    assert {strategy.slug for strategy in STRATEGIES if strategy.first} == FIRST
    assert not [slug for slug in FIRST if strategies.BY_SLUG[slug].aim.high == 0]


def test_targets_for_adults_are_not_set_for_the_young_or_in_pregnancy():  # rules.md, 31
    minutes, sessions = (strategies.BY_SLUG[s] for s in ("aerobic-minutes", "strength-sessions"))
    assert minutes.default(Band.UNDER_18) is None
    assert sessions.default(Band.ADULT, pregnant=True) is None
    assert minutes.default(Band.OLDER) == Aim(Judged.SUM, low=150)


def test_what_a_clinician_prescribes_has_no_default_for_anybody():
    therapy = strategies.BY_SLUG["prescribed-therapy"]
    assert [therapy.default(band, pregnant=pregnant) for band in Band for pregnant in (False, True)] == (
        [None] * 2 * len(Band)
    )


def test_the_young_sleep_longer_and_the_old_within_a_narrower_range():  # rules.md, 31
    long_enough = strategies.BY_SLUG["long-enough"]
    assert long_enough.default(Band.UNDER_18) == Aim(Judged.MEAN, low=480, high=600)
    assert long_enough.default() == Aim(Judged.MEAN, low=420, high=540)
    assert long_enough.default(Band.OLDER) == Aim(Judged.MEAN, low=420, high=480)


def test_the_documents_own_terms_stand_as_terms():  # rules.md, 30
    terms = {mechanism.term for mechanism in MECHANISMS} - {""}
    assert terms == {"neural network repair", "neurochemical reset", "reverse neurotoxicity"}


def test_entries_are_data_without_behaviour():
    assert all(is_dataclass(entry) for entry in ENTRIES)
