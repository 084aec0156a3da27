"""The plan and the states of days and weeks: docs/rules.md, 9 to 18, as sentences."""

from recovery import adherence
from recovery.adherence import State
from recovery.aims import Aim, Judged
from recovery.metrics import diet, exercise, sleep
from tests.recovery.habits import (
    BREATHS,
    CAFFEINE,
    MONDAY,
    PLANTS,
    SLEEP,
    SUNDAY,
    SWEETS,
    WAKING,
    WALKS,
    breath,
    dates,
    eaten,
    pause,
    slept,
    states,
    walk,
    week,
)
from tests.recovery.record import day, history, night, strategy, target

# --- 9 to 11: what is known


def test_no_single_night_is_judged():  # rule 9
    nights = [slept(on, 3) for on in dates(MONDAY, 7)]
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    assert states(SLEEP, sleep=nights, targets=plan) == [State.LOGGED] * 7


def test_a_zero_is_logged_and_what_is_missing_stays_unknown():  # rule 10
    plan = [target(WALKS, "2026-01-01", low=150)]
    assert week(WALKS, targets=plan).state == State.NOT_LOGGED
    none = {"day": day(MONDAY), "minutes": 0}
    assert week(WALKS, targets=plan, exercise=[none]).state == State.MISSED


def test_any_diet_entry_makes_the_day_logged_for_an_at_least_aim():  # rule 11
    plan = [target(PLANTS, "2026-01-01", low=5)]
    assert states(PLANTS, last=MONDAY, targets=plan, diet=[eaten(MONDAY, "cheese")]) == [State.MISSED]
    assert states(PLANTS, last=MONDAY, targets=plan) == [State.NOT_LOGGED]


def test_an_at_most_target_without_a_log_is_not_logged():  # rule 11
    plan = [target(CAFFEINE, "2026-01-01", high=200)]
    other = [eaten(MONDAY, "fruit"), eaten(MONDAY, "nothing", 0)]
    assert states(CAFFEINE, last=MONDAY, targets=plan, diet=other) == [State.NOT_LOGGED]
    none = [eaten(MONDAY, "caffeine", 0)]
    assert states(CAFFEINE, last=MONDAY, targets=plan, diet=none) == [State.MET]


# --- 13 to 16: the plan


def test_a_strategy_is_kept_on_its_own_weekdays_only():  # rule 13
    plan = [target(PLANTS, "2026-01-01", low=5, weekdays=0b0010001)]
    logs = [eaten(on, "fruit", 5) for on in dates(MONDAY, 7)]
    off = State.NOT_PLANNED
    assert states(PLANTS, targets=plan, diet=logs) == [State.MET, off, off, off, State.MET, off, off]


def test_weekday_masks_are_for_daily_strategies_only():  # rule 13
    plan = [target(WALKS, "2026-01-01", low=150, weekdays=0b0000001)]
    assert week(WALKS, targets=plan, exercise=[walk(SUNDAY, 150)]).state == State.MET


def test_days_that_reach_the_dose_are_counted():  # rule 13
    logs = [breath(on, 5 if n < 5 else 4) for n, on in enumerate(dates(MONDAY, 7))]
    plan = [target(BREATHS, "2026-01-01", low=5, dose=5)]
    assert week(BREATHS, targets=plan, practice=logs).value == 5
    assert week(BREATHS, targets=plan, practice=logs[1:]).state == State.MISSED
    assert states(BREATHS, targets=plan, practice=logs) == [State.MET] * 5 + [State.LOGGED] * 2


def test_a_dose_taken_in_parts_adds_up():
    plan = [target(BREATHS, "2026-01-01", low=5, dose=5)]
    assert states(BREATHS, last=MONDAY, targets=plan, practice=[breath(MONDAY, 2), breath(MONDAY, 3)]) == [
        "met"
    ]


def test_regular_hours_are_the_distance_from_a_clock_time_by_the_shorter_way():  # rule 13
    early = strategy(sleep.WAKE, Aim(Judged.MEAN, high=30, clock=10), "sleep")
    record = history(
        MONDAY, MONDAY, sleep=[night("2026-11-01 16:00", "2026-11-01 23:50") | {"day": day(MONDAY)}]
    )
    assert adherence.values(record, early).to_list() == [20]


def test_the_reference_of_the_target_wins_over_the_strategys_own():  # rule 13
    plan = [target(WAKING, "2026-01-01", high=30, clock=400)]
    record = history(MONDAY, MONDAY, sleep=[slept(MONDAY)], targets=plan)
    assert adherence.values(record, WAKING).to_list() == [20]


def test_a_target_changed_on_wednesday_leaves_tuesday_as_it_was():  # rule 14
    plan = [target(PLANTS, "2026-01-01", low=3), target(PLANTS, "2026-11-04", low=5)]
    logs = [eaten(on, "fruit", 4) for on in dates(MONDAY, 7)]
    assert states(PLANTS, targets=plan, diet=logs) == [State.MET] * 2 + [State.MISSED] * 5


def test_empty_values_mean_no_longer_followed():  # rule 14
    plan = [target(PLANTS, "2026-01-01", low=3), target(PLANTS, "2026-11-04")]
    logs = [eaten(on, "fruit", 4) for on in dates(MONDAY, 7)]
    assert states(PLANTS, targets=plan, diet=logs) == [State.MET] * 2 + [State.NOT_PLANNED] * 5


def test_a_strategy_is_followed_from_its_target_until_an_empty_one():  # rule 14
    plan = [target(PLANTS, "2026-11-03", low=3, weekdays=1), target(PLANTS, "2026-11-05")]
    record = history(MONDAY, SUNDAY, targets=plan, pauses=[pause(MONDAY, None)])
    got = [adherence.is_followed(record, PLANTS, on.date()) for on in record.days]
    assert got == [False, True, True, False, False, False, False]


def test_another_strategys_target_is_not_ones_own():  # rule 14
    assert states(PLANTS, last=MONDAY, targets=[target("other", "2026-01-01", low=1)]) == [State.NOT_PLANNED]


def test_a_pause_of_a_pillar_excuses_it_alone_and_one_of_all_excuses_everything():  # rule 15
    plan = [target(PLANTS, "2026-01-01", low=3)]
    ill = {"targets": plan, "diet": [eaten(MONDAY, "fruit", 9)]}
    assert states(PLANTS, last=MONDAY, pauses=[pause(MONDAY, SUNDAY, "diet")], **ill) == [State.EXCUSED]
    assert states(PLANTS, last=MONDAY, pauses=[pause(MONDAY, SUNDAY)], **ill) == [State.EXCUSED]
    assert states(PLANTS, last=MONDAY, pauses=[pause(MONDAY, SUNDAY, "sleep")], **ill) == [State.MET]


def test_a_pause_may_be_open_ended():  # rule 15
    plan = [target(PLANTS, "2026-01-01", low=3)]
    got = states(PLANTS, targets=plan, pauses=[pause("2026-11-04", None)])
    assert got == [State.NOT_LOGGED] * 2 + [State.EXCUSED] * 5


def test_a_pause_leaves_a_week_the_sevenths_of_its_other_days():  # rule 16
    plan = [target(WALKS, "2026-01-01", low=140)]
    got = week(WALKS, targets=plan, pauses=[pause("2026-11-04", "2026-11-06")], exercise=[walk(MONDAY, 80)])
    assert (got.low, got.active, got.state) == (80, 4, State.MET)


def test_what_is_done_in_a_pause_does_not_count():  # rule 16
    plan = [target(WALKS, "2026-01-01", low=140)]
    got = week(
        WALKS, targets=plan, pauses=[pause(MONDAY, MONDAY)], exercise=[walk(MONDAY, 300), walk(SUNDAY, 1)]
    )
    assert (got.value, got.state) == (1, State.MISSED)


def test_a_weekly_target_changed_on_wednesday_asks_for_both_in_their_days():  # rule 16
    plan = [target(WALKS, "2026-01-01", low=70), target(WALKS, "2026-11-04", low=140)]
    assert week(WALKS, targets=plan).low == 120


def test_a_strategy_that_starts_on_thursday_asks_for_four_sevenths():  # rule 16
    assert week(WALKS, targets=[target(WALKS, "2026-11-05", low=140)]).low == 80


def test_counts_are_rounded_half_up_and_are_at_least_one():  # rule 16
    sessions = strategy(exercise.STRENGTH, Aim(Judged.SUM, low=2))
    for start, low in (("2026-11-03", 2), ("2026-11-05", 1), ("2026-11-08", 1)):
        assert week(sessions, targets=[target(sessions, start, low=2)]).low == low


def test_a_bound_of_none_at_all_stays_none_at_all():  # rule 16
    assert week(SWEETS, targets=[target(SWEETS, "2026-11-05", high=0)]).high == 0


def test_a_pause_does_not_shrink_a_mean():  # rule 16
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    got = week(SLEEP, targets=plan, pauses=[pause("2026-11-03", SUNDAY)])
    assert (got.low, got.high) == (420, 540)


def test_the_bound_of_a_mean_of_counts_is_not_rounded():  # rule 16
    mean = strategy(diet.PLANTS, Aim(Judged.MEAN, low=2.5), "diet")
    assert week(mean, targets=[target(mean, "2026-01-01", low=2.5)]).low == 2.5


def test_a_week_without_a_day_that_counts_is_excused_or_not_planned():  # rule 16
    plan = [target(WALKS, "2026-01-01", low=140)]
    assert week(WALKS, targets=plan, pauses=[pause(MONDAY, None)]).state == State.EXCUSED
    assert week(WALKS).state == State.NOT_PLANNED


def test_seven_sevenths_are_a_whole():  # rule 16
    for low in (0.1, 0.7, 1.1, 149.9, 150):
        got = week(WALKS, targets=[target(WALKS, "2026-01-01", low=low)], exercise=[walk(MONDAY, low)])
        assert got.state == State.MET


# --- 17 and 18: states


def test_an_at_least_may_be_met_early_and_stays_open_until_then():  # rule 17
    plan = [target(PLANTS, "2026-01-01", low=5)]
    few, enough = [eaten(MONDAY, "fruit", 4)], [eaten(MONDAY, "fruit", 5)]
    assert states(PLANTS, last=MONDAY, today=MONDAY, targets=plan, diet=few) == [State.OPEN]
    assert states(PLANTS, last=MONDAY, today=MONDAY, targets=plan, diet=enough) == [State.MET]
    assert states(PLANTS, last=MONDAY, today=MONDAY, targets=plan) == [State.OPEN]


def test_an_at_most_is_never_met_early_but_missed_at_once():  # rule 17
    plan = [target(CAFFEINE, "2026-01-01", high=200)]
    for amount, state in ((0, State.OPEN), (200, State.OPEN), (201, State.MISSED)):
        logs = [eaten(MONDAY, "caffeine", amount)]
        assert states(CAFFEINE, last=MONDAY, today=MONDAY, targets=plan, diet=logs) == [state]


def test_a_week_is_open_until_its_sunday_has_closed():  # rule 17
    records = {"targets": [target(WALKS, "2026-01-01", low=150)], "exercise": [walk(MONDAY)]}
    assert week(WALKS, today=SUNDAY, **records).state == State.OPEN
    assert week(WALKS, today="2026-11-09", **records).state == State.MISSED


def test_a_running_week_of_at_least_is_met_once_reached():  # rule 18
    records = {"targets": [target(WALKS, "2026-01-01", low=150)], "exercise": [walk(MONDAY, 150)]}
    assert week(WALKS, today="2026-11-03", **records).state == State.MET


def test_a_running_week_of_at_most_is_missed_once_exceeded():  # rule 18
    records = {"targets": [target(SWEETS, "2026-01-01", high=4)]}
    assert (
        week(SWEETS, today="2026-11-03", diet=[eaten(MONDAY, "sweets", 5)], **records).state == State.MISSED
    )
    assert week(SWEETS, today="2026-11-03", diet=[eaten(MONDAY, "sweets", 4)], **records).state == State.OPEN


def test_a_mean_is_judged_when_its_week_has_closed():  # rule 18
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    nights = [slept(on) for on in dates(MONDAY, 6)]
    assert week(SLEEP, today=SUNDAY, targets=plan, sleep=nights).state == State.OPEN
    assert week(SLEEP, today="2026-11-09", targets=plan, sleep=nights).state == State.MET


def test_the_running_week_is_on_pace_with_its_share_of_the_days_gone_by():  # rule 17
    plan = [target(WALKS, "2026-01-01", low=140)]
    for today, minutes, pace in ((MONDAY, 0, True), ("2026-11-05", 59, False), ("2026-11-05", 60, True)):
        got = week(WALKS, today=today, targets=plan, exercise=[walk(MONDAY, minutes)] if minutes else [])
        assert got.pace == pace
    assert not week(WALKS, today="2026-11-09", targets=plan, exercise=[walk(MONDAY, 300)]).pace


def test_a_pause_lightens_the_pace():  # rule 17
    plan = [target(WALKS, "2026-01-01", low=140)]
    ill = [pause(MONDAY, "2026-11-03")]  # two of five days have gone by on Friday, of a bound of 100
    for minutes, pace in ((39, False), (40, True)):
        done = [walk("2026-11-04", minutes)]
        assert week(WALKS, today="2026-11-06", targets=plan, pauses=ill, exercise=done).pace == pace


def test_a_mean_is_on_pace_while_it_lies_inside():  # rule 17
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    assert week(SLEEP, today="2026-11-03", targets=plan, sleep=[slept(MONDAY)]).pace
    assert not week(SLEEP, today="2026-11-03", targets=plan, sleep=[slept(MONDAY, 6)]).pace
    assert not week(SLEEP, today="2026-11-03", targets=plan).pace


def test_a_partly_logged_week_of_at_most_is_met_only_with_every_active_day_logged():  # rule 18
    plan = [target(SWEETS, "2026-01-01", high=4)]
    logs = [eaten(on, "sweets", 0) for on in dates(MONDAY, 7)]
    assert week(SWEETS, targets=plan, diet=logs).state == State.MET
    assert week(SWEETS, targets=plan, diet=logs[1:]).state == State.NOT_LOGGED
    excused = [pause(MONDAY, MONDAY)]
    assert week(SWEETS, targets=plan, diet=logs[1:], pauses=excused).state == State.MET


def test_a_mean_needs_four_logged_days():  # rules 9 and 18
    plan = [target(SLEEP, "2026-01-01", low=420, high=540)]
    nights = [slept(on) for on in dates(MONDAY, 4)]
    assert week(SLEEP, targets=plan, sleep=nights).state == State.MET
    assert week(SLEEP, targets=plan, sleep=nights[1:]).state == State.NOT_LOGGED
    short = [slept(on, 6.9) for on in dates(MONDAY, 4)]
    assert week(SLEEP, targets=plan, sleep=short).state == State.MISSED


def test_a_week_within_two_bounds_must_be_known_whole_and_reach_the_lower():  # rule 18
    fish = strategy(diet.FISH, Aim(Judged.SUM, low=1, high=2), "diet")
    plan = [target(fish, "2026-01-01", low=1, high=2)]
    rest = [eaten(on, "fruit") for on in dates(MONDAY, 7)]
    for servings, state in ((0, State.MISSED), (1, State.MET), (3, State.MISSED)):
        assert week(fish, targets=plan, diet=[*rest, eaten(MONDAY, "fish", servings)]).state == state
    assert week(fish, targets=plan, diet=[eaten(MONDAY, "fish", 1)]).state == State.NOT_LOGGED


def test_weeks_are_iso_weeks_that_lie_within_the_history():  # rule 5
    record = history("2026-11-01", "2026-11-21")
    assert [str(monday.date()) for monday in adherence.weeks(record, WALKS).index] == [
        "2026-11-02",
        "2026-11-09",
    ]
