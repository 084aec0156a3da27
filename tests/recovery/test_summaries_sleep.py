"""What every summary of sleep has in common; means and spreads; the shortfall; clock times on the circle."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import strategies
from recovery.metrics import sleep as metrics
from recovery.summaries import SUMMARIES, amounts, chronotype, clocks, regularity, sleep
from tests.recovery import plain_sleep
from tests.recovery.record import day, history, night, target

MONDAY = day("2026-01-05")
WEEK = timedelta(7)
OURS = (*sleep.SUMMARIES, regularity.SRI, *clocks.SUMMARIES, *chronotype.SUMMARIES)
EIGHT_HOURS = [target("long-enough", "2025-01-01", low=480, high=540)]


def on(n, asleep, awake, zone="UTC", **more):
    """The night of the n-th day; an onset from 18:00 on is the evening's before."""
    waking = MONDAY + timedelta(n)
    return night(f"{waking - timedelta(asleep >= '18:00')} {asleep}", f"{waking} {awake}", zone, **more)


def full(n, asleep, awake, zone="UTC"):
    """The same with the times of the bed and a habit of the evening."""
    log = on(n, asleep, awake, zone, hygiene="dim-light")
    return log | {"bed": log["asleep"] - timedelta(minutes=30), "up": log["awake"] + timedelta(minutes=20)}


def record(nights, days, today="2030-01-01", **more):
    return history(str(MONDAY), str(MONDAY + timedelta(days - 1)), today, sleep=nights, **more)


def found(slug, nights, days=14, **more):
    return SUMMARIES[slug].of(record(nights, days, **more))


def of_minutes(*minutes):
    """A night from midnight of so many minutes on each day; None was not logged."""
    return [
        on(n, "00:00", f"{each // 60:02}:{each % 60:02}")
        for n, each in enumerate(minutes)
        if each is not None
    ]


SHIFTING = [
    full(n, ("23:10", "22:40", "00:20", "23:30")[n % 4], ("07:15", "06:30")[n % 3 == 0]) for n in range(21)
]


def later(log, days=7):
    return log | {name: log[name] + timedelta(days) for name in ("day", "bed", "asleep", "awake", "up")}


@pytest.mark.parametrize("summary", OURS, ids=lambda one: one.slug)
class TestEverySummary:
    @pytest.mark.parametrize(
        "nights",
        [[], of_minutes(480), [{"day": MONDAY, "zone": "UTC", "zone_bed": "UTC"}]],
        ids=["no night", "one night", "a night without sleep"],
    )
    def test_says_why_too_little_has_no_value(self, summary, nights):
        got = summary.of(record(nights, 30))
        assert np.isnan(got.value)
        assert got.why
        assert got.used.sum() <= 1
        assert len(got.used) == len(got.wanted) == 30

    def test_a_week_without_entries_before_changes_nothing(self, summary):
        last = str(MONDAY + timedelta(20))
        alone = summary.of(history(str(MONDAY), last, sleep=SHIFTING, targets=EIGHT_HOURS))
        after = summary.of(history(str(MONDAY - WEEK), last, sleep=SHIFTING, targets=EIGHT_HOURS))
        assert alone.known
        assert after.value == pytest.approx(alone.value)
        assert after.used[7:].tolist() == alone.used.tolist()

    def test_the_same_nights_a_week_later_have_the_same_value(self, summary):
        first, last = str(MONDAY + WEEK), str(MONDAY + WEEK + timedelta(20))
        moved = history(first, last, sleep=[later(log) for log in SHIFTING], targets=EIGHT_HOURS)
        same = summary.of(record(SHIFTING, 21, targets=EIGHT_HOURS))
        assert summary.of(moved).value == pytest.approx(same.value)

    def test_someone_who_sleeps_by_day_has_one_too(self, summary):
        days = [full(n, "09:00", ("16:00", "16:40")[n % 2]) for n in range(21)]
        assert summary.of(record(days, 21, targets=EIGHT_HOURS)).known


class TestMeans:
    def test_the_mean_night_leaves_out_what_was_not_logged(self):
        got = found("mean-time-asleep", of_minutes(420, None, 480, 510, 450), 7)
        assert got.value == (420 + 480 + 510 + 450) / 4
        assert got.used.tolist() == [True, False, True, True, True, False, False]
        assert got.wanted.all()

    def test_three_nights_are_too_few(self):
        assert found("mean-time-asleep", of_minutes(420, 480, 510)).why == amounts.TOO_FEW

    def test_efficiency_needs_the_times_of_the_bed(self):
        nights = [full(n, "23:00", "07:00") for n in range(4)]
        assert found("mean-sleep-efficiency", nights).value == pytest.approx(100 * 480 / 530)
        assert np.isnan(found("mean-sleep-efficiency", [*nights[:3], on(3, "23:00", "07:00")]).value)

    def test_habits_are_a_mean_of_the_evenings_with_any(self):  # rule 10
        counts = ["dim-light", "dim-light wind-down", "", "dim-light", "dim-light wind-down light-meal"]
        nights = [on(n, "23:00", "07:00", hygiene=slugs) for n, slugs in enumerate(counts)]
        assert found("mean-evening-habits", nights).value == 7 / 4

    def test_the_spread_of_the_time_asleep_is_the_standard_deviation(self):
        got = found("time-asleep-spread", of_minutes(420, 480, 450, 510, 390, None, 480, 420))
        assert got.value == pytest.approx(np.std([420, 480, 450, 510, 390, 480, 420], ddof=1))
        assert np.isnan(found("time-asleep-spread", of_minutes(420, 480, 450, 510, 390, 480)).value)


class TestShortfall:  # rule 36
    def short(self, *minutes, days=14, plan=EIGHT_HOURS, **more):
        return found("sleep-shortfall", of_minutes(*minutes), days, targets=plan, **more)

    def test_it_is_judged_by_the_strategy_for_enough_sleep(self):
        assert strategies.BY_SLUG[sleep.TARGET].metric is metrics.DURATION

    def test_it_adds_up_what_is_missing_to_the_target(self):
        assert self.short(*[420] * 14).value == 14 * 60

    def test_longer_nights_make_up_for_shorter_ones_and_no_more(self):
        assert self.short(*[420, 510] * 7).value == 7 * 30
        assert self.short(*[500] * 14).value == 0

    def test_a_night_that_was_not_logged_is_not_guessed(self):
        got = self.short(*[420, None] * 2, *[420] * 6)
        assert got.value == 8 * 60
        assert got.used.sum() == 8
        assert got.wanted.sum() == 14

    def test_seven_nights_are_too_few(self):
        assert self.short(*[420] * 7).why == sleep.TOO_FEW

    def test_only_the_last_fourteen_days_count(self):
        assert self.short(*[120] * 7, *[450] * 14, days=21).value == 14 * 30

    def test_days_after_today_do_not_push_the_window(self):
        today = str(MONDAY + timedelta(13))
        got = self.short(*[450] * 14, days=21, today=today)
        assert got.value == 14 * 30
        assert got.wanted.tolist() == [True] * 14 + [False] * 7

    def test_each_night_has_the_target_of_its_own_day(self):  # rule 14
        plan = [*EIGHT_HOURS, target("long-enough", str(MONDAY + timedelta(10)), low=420)]
        assert self.short(*[450] * 14, plan=plan).value == 10 * 30 - 4 * 30

    def test_without_a_target_it_says_so(self):
        assert self.short(*[420] * 14, plan=[]).why == sleep.NO_TARGET

    @given(st.lists(st.none() | st.integers(1, 600), max_size=20), st.integers(0, 22))
    def test_it_agrees_with_a_plain_loop(self, minutes, gone_by):
        expected = plain_sleep.shortfall([*minutes, *[None] * (20 - len(minutes))], gone_by, 480)
        got = self.short(*minutes, days=20, today=str(MONDAY + timedelta(gone_by)))
        assert got.value == pytest.approx(np.nan if expected is None else expected, nan_ok=True)

    def test_paused_days_are_left_out(self):  # rule 15
        pause = {"pillar": "sleep", "first": MONDAY, "last": MONDAY + timedelta(3)}
        got = self.short(*[420] * 14, pauses=[pause])
        assert got.value == 10 * 60
        assert got.wanted.sum() == 10


class TestClocks:  # rule 34
    def test_means_go_around_midnight(self):
        nights = [on(n, ("23:30", "00:30")[n % 2], "07:00") for n in range(8)]
        assert found("mean-onset", nights).value % 1440 == pytest.approx(0, abs=1e-6)
        assert found("onset-spread", nights).value == pytest.approx(30.1, abs=0.1)

    def test_each_has_its_own_time(self):
        nights = [full(n, "23:00", "07:00") for n in range(7)]
        means = [
            found(slug, nights).value
            for slug in ("mean-bedtime", "mean-onset", "mean-waking", "mean-midsleep")
        ]
        assert means == pytest.approx([22.5 * 60, 23 * 60, 7 * 60, 3 * 60])
        assert found("waking-spread", nights).value == pytest.approx(0, abs=1e-3)

    def test_six_nights_are_too_few(self):
        assert found("mean-waking", of_minutes(*[480] * 6)).why == clocks.TOO_FEW

    def test_times_all_around_the_clock_have_no_middle(self):
        nights = [on(n, "01:00", f"{8 + 12 * (n % 2):02}:00") for n in range(8)]
        got = found("mean-waking", nights)
        assert np.isnan(got.value)
        assert got.why == clocks.ALL_AROUND
        assert found("waking-spread", nights).why == clocks.ALL_AROUND

    def test_a_traveller_gets_up_at_the_same_time_everywhere(self):
        zones = ["Europe/Berlin", "Asia/Tokyo", "America/New_York", "UTC"]
        nights = [on(n, "23:00", "07:00", zones[n % 4]) for n in range(8)]
        assert found("mean-waking", nights).value == pytest.approx(7 * 60)
        assert found("waking-spread", nights).value == pytest.approx(0, abs=1e-3)

    @given(st.lists(st.integers(0, 1439), min_size=7, max_size=14))
    def test_they_agree_with_plain_loops(self, times):
        nights = [on(n, "00:00", f"{t // 60:02}:{t % 60:02}") for n, t in enumerate(times) if t]
        mean, spread, length = plain_sleep.around_the_clock([t for t in times if t])
        if len(nights) >= 7 and length > 1e-6:
            away = found("mean-waking", nights).value - mean
            assert (away + 720) % 1440 - 720 == pytest.approx(0, abs=1e-3)
            assert found("waking-spread", nights).value == pytest.approx(spread, abs=0.01)
