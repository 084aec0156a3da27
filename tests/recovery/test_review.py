"""The review of a week, by the rules it states."""

from dataclasses import replace

import pytest

from recovery.adherence import review
from recovery.adherence.review import Verdict
from recovery.evidence import Claim, Grade
from tests.recovery.habits import MONDAY, PLANTS, SUNDAY, SWEETS, WALKS, dates, eaten, pause, walk
from tests.recovery.record import day, history, target

BEFORE = "2026-10-26"
NOW = day(MONDAY)


def graded(strategy, slug, grade):
    return replace(strategy, slug=slug, claims=(Claim("", grade, "", ()),))


def plants(*servings, first=MONDAY):
    """A day's servings each, from a Monday; None for a day that was not logged."""
    logged = zip(dates(first, len(servings)), servings, strict=True)
    return [eaten(on, "fruit", amount) for on, amount in logged if amount is not None]


def reviewed(*strategies, today="2026-12-01", lows=None, **records):
    aims = lows or {}
    targets = [target(s, "2026-01-01", **(aims.get(s.slug) or {"low": 5})) for s in strategies]
    record = history(BEFORE, SUNDAY, today, targets=targets, **records)
    return review.of_week(record, strategies, NOW)


@pytest.mark.parametrize(
    ("now", "before", "verdict"),
    [
        ((5, 5, 5, 5, 0), None, Verdict.WELL),  # 80 %
        ((5, 5, 0, 0, 0), (0, 0, 0, 0, 5), Verdict.WELL),  # 40 % after 20 %
        ((5, 5, 5, 0, 0), (5, 5, 5, 0, 0), Verdict.BETWEEN),
        ((5, 5, 5, 0, 0), (5, 5, 5, 5, 0), Verdict.SLIPPED),  # 60 % after 80 %
        ((5, 5, 5, 5, 0), (5, 5, 5, 5, 5), Verdict.WELL),  # 80 % does not slip
        ((5, 0, 0, 0), None, Verdict.SLIPPED),  # 25 %
        ((5, 5, 5), None, Verdict.UNLOGGED),  # three days of seven
    ],
)
def test_a_verdict_goes_by_what_was_reached_and_by_the_week_before(now, before, verdict):
    diet = plants(*now) + plants(*(before or ()), first=BEFORE)
    (only,) = reviewed(PLANTS, diet=diet).reviewed
    assert only.verdict is verdict


def test_an_aim_for_the_week_reaches_its_share_even_where_it_was_missed():
    (only,) = reviewed(WALKS, lows={"habit": {"low": 150}}, exercise=[walk(MONDAY, 120)]).reviewed
    assert (only.reached, only.verdict) == (0.8, Verdict.WELL)


def test_a_week_that_runs_decides_only_what_has_closed():
    walks = graded(WALKS, "walks", Grade.STRONG)
    got = reviewed(
        PLANTS,
        walks,
        today="2026-11-04",
        lows={"walks": {"low": 150}},
        diet=plants(5, 5),
        exercise=[walk(MONDAY)],
    )
    assert [(one.strategy.slug, one.verdict) for one in got.reviewed] == [
        ("habit", Verdict.WELL),
        ("walks", Verdict.OPEN),
    ]
    assert got.mind is None


def test_a_paused_week_and_what_is_not_followed_are_left_out():
    got = reviewed(PLANTS, diet=plants(0, 0, 0, 0, 0), pauses=[pause(MONDAY, SUNDAY)])
    assert (got.reviewed, got.mind) == ((), None)
    assert review.of_week(history(BEFORE, SUNDAY, "2026-12-01"), [PLANTS], NOW).reviewed == ()


def test_to_mind_is_the_surest_of_what_slipped_and_of_equals_the_one_that_reached_least():
    sure, unsure = graded(PLANTS, "sure", Grade.MODERATE), graded(PLANTS, "unsure", Grade.DISPUTED)
    sweets = graded(SWEETS, "sweets", Grade.MODERATE)
    logs = [*plants(5, 5, 0, 0, 0), *(eaten(on, "sweets", 3) for on in dates(MONDAY, 7))]
    got = reviewed(unsure, sure, sweets, lows={"sweets": {"high": 4}}, diet=logs)
    assert [one.strategy.slug for one in got.slipped] == ["unsure", "sure", "sweets"]
    assert got.mind is not None
    assert got.mind.strategy.slug == "sweets"  # 21 of at most 4 reaches nothing, the plants 2 of 7


def test_where_nothing_slipped_what_was_logged_too_little_is_to_mind():
    well, silent = graded(PLANTS, "well", Grade.STRONG), graded(WALKS, "silent", Grade.LIMITED)
    got = reviewed(well, silent, lows={"silent": {"low": 150}}, diet=plants(5, 5, 5, 5, 5, 5, 5))
    assert got.mind is not None
    assert (got.mind.strategy.slug, got.mind.verdict) == ("silent", Verdict.UNLOGGED)
