"""The library: every strategy, mechanism and source keeps to the same shape and the same honesty."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from recovery import clinic, documents, mechanisms, sources, strategies
from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade, Source
from recovery.measures import MEASURES
from recovery.metrics import METRICS
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Band

STRATEGIES, MECHANISMS, SOURCES = strategies.STRATEGIES, mechanisms.MECHANISMS, sources.SOURCES
ENTRIES = (*STRATEGIES, *MECHANISMS)
CLAIMS = [claim for entry in ENTRIES for claim in entry.claims]
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


class TestEveryEntry:
    def test_has_a_lead_of_at_most_240_characters(self):
        assert [entry.slug for entry in ENTRIES if not 40 < len(entry.lead) <= 240] == []

    def test_makes_claims_but_where_nobody_can_grade_them(self):  # rules.md, 29
        assert {entry.slug for entry in ENTRIES if not entry.claims} == UNGRADED

    def test_grades_each_claim_with_a_reason_and_a_source(self):  # rules.md, 29
        assert [claim.text for claim in CLAIMS if not isinstance(claim.grade, Grade)] == []
        assert [claim.text for claim in CLAIMS if len(claim.because) <= 10 or not claim.sources] == []

    def test_says_what_is_held_against_a_disputed_claim(self):  # rules.md, 29
        disputed = [claim for claim in CLAIMS if claim.grade is Grade.DISPUTED]
        assert [claim.text for claim in disputed if not claim.disputed] == []

    def test_promises_nothing_outside_quoted_terms(self):  # rules.md, 30
        said = [sentence for entry in ENTRIES for sentence in sentences(entry)]
        assert [sentence for sentence in said if PROMISES.search(QUOTED.sub("", sentence))] == []

    def test_ends_its_sentences_and_its_reasons_alike(self):
        assert [claim.text for claim in CLAIMS if not claim.text.endswith(".")] == []
        reasons = [reason for claim in CLAIMS for reason in (claim.because, claim.disputed)]
        assert [reason for reason in reasons if reason.endswith(".")] == []

    def test_says_nothing_twice(self):
        for entry in ENTRIES:
            said = Counter(sentence for sentence in sentences(entry) if sentence)
            assert [sentence for sentence, times in said.items() if times > 1] == [], entry.slug

    def test_cites_no_publication_twice_for_one_claim(self):
        assert [claim.text for claim in CLAIMS if len(set(claim.sources)) < len(claim.sources)] == []


class TestEveryStrategy:
    def test_has_at_least_two_claims(self):
        assert [one.slug for one in STRATEGIES if len(one.claims) < 2] == []

    def test_says_what_it_does_and_how_in_few_steps(self):
        assert [one.slug for one in STRATEGIES if not 1 <= len(one.what) <= 3] == []
        assert [one.slug for one in STRATEGIES if not 3 <= len(one.how) <= 6] == []

    def test_says_who_should_take_care_and_where_its_default_comes_from(self):
        assert [one.slug for one in STRATEGIES if not (one.caution and one.origin)] == []

    def test_acts_through_mechanisms_of_the_list(self):
        assert [one.slug for one in STRATEGIES if not one.mechanisms] == []
        assert [one.slug for one in STRATEGIES if not set(one.mechanisms) <= set(MECHANISMS)] == []

    def test_is_measured_by_a_metric_of_the_list(self):
        assert [one.slug for one in STRATEGIES if METRICS[one.metric.slug] is not one.metric] == []

    def test_aims_at_numbers_that_its_metric_can_reach(self):
        for one in STRATEGIES:
            held = [value for value in (one.aim.low, one.aim.high, one.aim.dose) if value]
            assert all(0 < value <= MOST[one.metric.unit] for value in held), one.slug
            assert one.aim.judged is not Judged.DAYS or one.aim.low <= 7, one.slug

    def test_words_an_aim_that_counts_things_by_its_own_words(self):
        counting = [one for one in STRATEGIES if one.metric.unit is Unit.COUNT]
        assert [one.slug for one in counting if "%(low)s" not in one.asks] == []

    def test_has_an_aim_that_can_be_judged(self):
        for one in STRATEGIES:
            assert one.aim.low is not None or one.aim.high is not None, one.slug
            assert (one.aim.judged is Judged.DAYS) == (one.aim.dose is not None), one.slug

    def test_keeps_its_way_of_judging_in_every_band(self):
        for one in STRATEGIES:
            aims = [one.default(band) for band in Band]
            assert {aim.judged for aim in aims if aim} <= {one.aim.judged}, one.slug


def test_a_mechanism_is_named_by_a_strategy_or_if_nobody_can_grade_it_by_a_document():
    named = {mechanism for strategy in STRATEGIES for mechanism in strategy.mechanisms}
    assert {mechanism.slug for mechanism in set(MECHANISMS) - named} == UNGRADED
    assert [one.slug for one in MECHANISMS if one not in named and not documents.naming(one)] == []


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


class TestEverySource:
    def test_is_cited(self):
        stated = [*CLAIMS, *(known for topic in clinic.TOPICS for known in topic.known)]
        cited = {source.slug for one in stated for source in one.sources}
        measured = {measure.source for measure in MEASURES}
        assert {source.slug for source in SOURCES} - cited - measured == set()

    def test_can_be_found(self):
        lacking = [one.slug for one in SOURCES if not (one.authors and one.title and one.journal)]
        assert lacking == []
        assert [one.slug for one in SOURCES if not 1900 < one.year <= 2026] == []
        assert [one.slug for one in SOURCES if one.doi and not DOI.fullmatch(one.doi)] == []

    def test_has_a_title_without_the_seam_of_a_line(self):
        assert [one.slug for one in SOURCES if re.search(r"\w- \w|  ", one.title)] == []

    def test_is_named_after_its_first_author_and_year(self):
        assert [one.slug for one in SOURCES if not one.slug.endswith(f"-{one.year}")] == []


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


def test_the_source_of_a_metric_is_in_the_bibliography():
    named = {metric.source for metric in METRICS.values()} - {""}
    assert named <= set(sources.BY_SLUG)


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
