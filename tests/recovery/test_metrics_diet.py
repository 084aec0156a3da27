"""Diet by day: docs/rules.md, 10 and 11."""

import numpy as np
import pytest

from recovery.metrics import diet, food_groups
from tests.recovery.record import at, day, history, night

FIRST = "2026-03-01"


def log(item, amount=1.0, on=FIRST, **more):
    return {"day": day(on), "item": item, "amount": amount, **more}


def coffee(start, amount=100, on=FIRST):
    return log("caffeine", amount, on, start=start and at(start))


def values(metric, *logs, last=FIRST, sleep=()):
    return metric.daily(history(FIRST, last, diet=list(logs), sleep=list(sleep))).to_list()


NAN = pytest.approx([np.nan], nan_ok=True)
TO_BED = night("2026-03-01 23:30", "2026-03-02 07:00", bed=at("2026-03-01 23:00"))


def test_fruit_and_vegetables_are_the_four_groups_of_plants():
    logs = [log(item) for item in diet.ITEMS]
    assert values(diet.PLANTS, *logs) == [4]
    assert values(diet.FISH, *logs) == [2]
    assert values(diet.OILY_FISH, *logs) == [1]
    for metric in (diet.WHOLE_GRAINS, diet.NUTS, diet.BEANS):
        assert values(metric, *logs) == [1]


def test_each_food_group_has_servings_of_its_own():
    groups = {
        "leafy-greens": food_groups.LEAFY_GREENS, "vegetables": food_groups.VEGETABLES,
        "berries": food_groups.BERRIES, "fruit": food_groups.FRUIT, "poultry": food_groups.POULTRY,
        "olive-oil": food_groups.OLIVE_OIL, "red-meat": food_groups.RED_MEAT, "butter": food_groups.BUTTER,
        "cheese": food_groups.CHEESE, "fried": food_groups.FRIED,
    }  # fmt: skip
    logs = [log(item, n) for n, item in enumerate(groups, start=1)]
    assert [values(metric, *logs) for metric in groups.values()] == [[n] for n in range(1, 11)]


def test_any_diet_entry_makes_the_day_known_for_an_at_least_aim():  # rule 11
    servings = (diet.PLANTS, diet.FISH, diet.OILY_FISH, diet.WHOLE_GRAINS, diet.NUTS, diet.BEANS)
    groups = (food_groups.BERRIES, food_groups.POULTRY, food_groups.OLIVE_OIL)
    for metric in (*servings, *groups, diet.VARIETY, diet.MIND):
        assert values(metric, log("nothing", 0)) == [0]
        assert values(metric) == NAN


@pytest.mark.parametrize(
    ("metric", "item"),
    [
        (diet.SWEETS, "sweets"),
        (diet.ALCOHOL, "alcohol"),
        (diet.CAFFEINE, "caffeine"),
        (food_groups.CHEESE, "cheese"),
    ],
)
def test_an_at_most_aim_needs_an_entry_of_its_own_which_may_be_none(metric, item):  # rule 11
    assert values(metric, log("fruit"), log("nothing", 0)) == NAN
    assert values(metric, log(item, 0)) == [0]
    assert values(metric, log(item, 2), log(item, 3)) == [5]


def test_colours_are_counted_once_each():
    logs = [log("fruit", colour=c) for c in ("red", "red", "green", "")] + [
        log("berries", 0, colour="purple")
    ]
    assert values(diet.VARIETY, *logs) == [2]


def test_the_mind_diet_favours_nine_groups_of_which_fish_is_one():  # evidence.md 1.6
    assert values(diet.MIND, *(log(item) for item in diet.ITEMS)) == [9]
    assert values(diet.MIND, log("fish"), log("oily-fish"), log("nuts", 3), log("beans", 0)) == [2]
    assert values(diet.MIND, log("sweets"), log("fruit")) == [0]


def test_the_caffeine_gap_runs_from_the_last_caffeine_to_the_next_time_into_bed():  # rule 11
    logs = [coffee("2026-03-01 14:00"), coffee("2026-03-01 08:00")]
    assert values(diet.CAFFEINE_GAP, *logs, last="2026-03-02", sleep=[TO_BED])[0] == 9


def test_without_a_time_into_bed_the_gap_runs_to_the_onset():
    quick = night("2026-03-01 23:30", "2026-03-02 07:00")
    assert values(diet.CAFFEINE_GAP, coffee("2026-03-01 14:00"), last="2026-03-02", sleep=[quick])[0] == 9.5


def test_caffeine_after_midnight_is_followed_by_the_same_night():  # rule 2
    late = night("2026-03-02 03:30", "2026-03-02 09:00")
    assert values(diet.CAFFEINE_GAP, coffee("2026-03-02 01:30"), last="2026-03-02", sleep=[late])[0] == 2


def test_caffeine_before_a_sleep_by_day_is_followed_by_that_sleep():
    by_day = night("2026-03-01 09:00", "2026-03-01 16:00")
    assert values(diet.CAFFEINE_GAP, coffee("2026-03-01 05:00"), sleep=[by_day]) == [4]


def test_a_day_without_caffeine_is_a_whole_day_of_gap():
    assert values(diet.CAFFEINE_GAP, coffee(None, 0)) == [24]


def test_one_cup_undoes_none_today():
    logs = [coffee(None, 0), coffee("2026-03-01 14:00")]
    assert values(diet.CAFFEINE_GAP, *logs, last="2026-03-02", sleep=[TO_BED])[0] == 9


def test_the_gap_is_unknown_without_a_time_without_a_night_and_without_an_entry():  # rule 11
    for logs, sleeps in (([coffee(None)], [TO_BED]), ([coffee("2026-03-01 14:00")], []), ([], [TO_BED])):
        got = values(diet.CAFFEINE_GAP, *logs, last="2026-03-02", sleep=sleeps)
        assert np.isnan(got[0])


def test_the_night_after_an_unlogged_one_does_not_answer_for_it():  # rule 11
    later = night("2026-03-02 23:00", "2026-03-03 07:00")
    got = values(diet.CAFFEINE_GAP, coffee("2026-03-01 14:00"), last="2026-03-03", sleep=[later])
    assert np.isnan(got[0])


def test_coffee_after_going_to_bed_has_no_gap_to_that_night():
    got = values(diet.CAFFEINE_GAP, coffee("2026-03-01 23:10"), last="2026-03-02", sleep=[TO_BED])
    assert np.isnan(got[0])


def test_a_nap_after_coffee_is_not_the_next_night():
    nap = night("2026-03-01 15:00", "2026-03-01 15:30", nap=True)
    got = values(diet.CAFFEINE_GAP, coffee("2026-03-01 14:00"), last="2026-03-02", sleep=[nap, TO_BED])
    assert got[0] == 9


def test_the_last_day_of_a_history_does_not_know_its_night():
    assert values(diet.CAFFEINE_GAP, coffee("2026-03-01 14:00")) == NAN
