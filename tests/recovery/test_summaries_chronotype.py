"""Work days against free days: the vectors of the MCTQ, and when nothing is said."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from recovery.history import WORK_DAYS
from recovery.summaries import SUMMARIES, chronotype
from recovery.summaries.chronotype import Week
from tests.recovery import plain_sleep
from tests.recovery.record import at, day, history, night

MONDAY = day("2026-01-05")
FIVE, NONE, ALL = WORK_DAYS, 0, 0b1111111
SATURDAY, SUNDAY = 5, 6


def on(n, asleep, awake, **more):
    """The night of the n-th day; an onset from 18:00 on is the evening's before."""
    waking = MONDAY + timedelta(n)
    return night(f"{waking - timedelta(asleep >= '18:00')} {asleep}", f"{waking} {awake}", "UTC", **more)


def found(slug, nights, days=14, work_days=FIVE):
    record = history(str(MONDAY), str(MONDAY + timedelta(days - 1)), sleep=nights)
    return SUMMARIES[slug].of(replace(record, work_days=work_days))


def usual(n, **more):
    """23:30 to 6:00 before work, 1:00 to 9:30 before a free day: the worked example."""
    return on(n, "01:00", "09:30", **more) if n % 7 >= SATURDAY else on(n, "23:30", "06:00", **more)


FORTNIGHT = [usual(n) for n in range(14)]


class TestVectors:  # evidence.md 2.5
    WEEK = Week(work_days=5, slept_work=390, slept_free=510, middle_work=165, middle_free=315)

    def test_the_worked_example(self):
        assert self.WEEK.slept / 60 == pytest.approx(7.0714, abs=5e-5)
        assert self.WEEK.chronotype / 60 == pytest.approx(4.5357, abs=5e-5)
        assert self.WEEK.lost / 60 == pytest.approx(2.857, abs=5e-4)

    def test_the_same_from_a_fortnight_of_nights(self):
        values = [found(s, FORTNIGHT).value for s in ("weekly-sleep", "chronotype", "weekly-sleep-loss")]
        assert values == pytest.approx([self.WEEK.slept, self.WEEK.chronotype, self.WEEK.lost])
        assert found("social-jetlag", FORTNIGHT).value == pytest.approx(150)  # 2:45 and 5:15

    def test_who_sleeps_no_longer_on_free_days_is_not_corrected(self):
        week = replace(self.WEEK, slept_free=380)
        assert week.chronotype == 315
        assert week.lost == pytest.approx((week.slept - 380) * 2)

    def test_jetlag_goes_the_shorter_way_around_midnight(self):
        assert replace(self.WEEK, middle_work=1430, middle_free=20).jetlag == 30

    def test_a_corrected_midsleep_stays_on_the_clock(self):
        assert replace(self.WEEK, middle_free=10).chronotype == pytest.approx(1440 + 10 - 300 / 7)


class TestConditions:  # rule 35
    def test_without_usual_work_days_nothing_is_said(self):
        got = found("chronotype", FORTNIGHT, work_days=NONE)
        assert np.isnan(got.value)
        assert got.why == chronotype.NO_WORK_DAYS

    def test_two_free_days_are_too_few(self):
        got = found("social-jetlag", FORTNIGHT[:7])
        assert np.isnan(got.value)
        assert got.why == chronotype.TOO_FEW

    def test_a_free_day_with_an_alarm_is_left_out(self):
        woken = [*FORTNIGHT[:12], usual(12, alarm=True), usual(13, alarm=False)]
        got = found("chronotype", woken)
        assert got.used.sum() == 13
        assert found("chronotype", [*FORTNIGHT[:12], *(usual(n, alarm=True) for n in (12, 13))]).why

    def test_an_alarm_on_a_work_day_changes_nothing(self):
        woken = [usual(n, alarm=n % 7 < SATURDAY) for n in range(14)]
        assert found("chronotype", woken).value == found("chronotype", FORTNIGHT).value

    def test_what_a_night_says_goes_before_the_usual_days(self):
        holiday = [usual(n, free_day=None if n % 7 >= SATURDAY else n == 2) for n in range(14)]
        assert found("social-jetlag", holiday).value < found("social-jetlag", FORTNIGHT).value
        worked = [usual(n, free_day=False) for n in range(14)]
        assert found("chronotype", worked).why == chronotype.TOO_FEW

    def test_other_weekdays_can_be_the_usual_ones(self):
        weekend = 0b1100000
        assert found("social-jetlag", FORTNIGHT, work_days=weekend).value == pytest.approx(150)
        assert found("weekly-sleep", FORTNIGHT, work_days=weekend).value == pytest.approx(
            (510 * 2 + 390 * 5) / 7
        )

    def test_free_days_of_one_who_works_every_day_have_to_be_marked(self):
        assert found("chronotype", FORTNIGHT, work_days=ALL).why == chronotype.TOO_FEW
        marked = [usual(n, free_day=n % 7 >= SATURDAY) for n in range(14)]
        assert found("weekly-sleep", marked, work_days=ALL).value == 390

    def test_a_nap_on_a_free_day_is_none_of_its_nights(self):
        nap = night("2026-01-10 14:00", "2026-01-10 16:00", "UTC", nap=True)
        assert found("weekly-sleep", [*FORTNIGHT, nap]).value == found("weekly-sleep", FORTNIGHT).value

    def test_a_night_without_sleep_has_no_middle_and_is_left_out(self):
        awake = {"day": MONDAY, "zone": "UTC", "zone_bed": "UTC"}
        assert found("chronotype", [awake, *FORTNIGHT[1:]]).used.sum() == 13

    def test_shifts_all_around_the_clock_have_no_middle(self):
        shifts = [on(n, *(("00:00", "06:00"), ("12:00", "18:00"))[n % 2]) for n in range(28)]
        got = found("social-jetlag", shifts, 28)
        assert np.isnan(got.value)
        assert got.why == chronotype.ALL_AROUND


sometime = st.tuples(st.integers(0, 1439), st.integers(60, 700))


@given(st.lists(sometime, min_size=10, max_size=10), st.lists(sometime, min_size=4, max_size=4))
def test_it_agrees_with_plain_loops(work, free):
    for nights in (work, free):
        middles = [onset + length / 2 for onset, length in nights]
        assume(plain_sleep.around_the_clock(middles)[2] > 1e-3)
    kinds = {"work": iter(work), "free": iter(free)}
    logs = []
    for n in range(14):
        free_day = n % 7 >= SATURDAY
        onset, length = next(kinds["free" if free_day else "work"])
        asleep = at(f"{MONDAY + timedelta(2 * n)} 00:00", "UTC") + timedelta(minutes=onset)
        awake = asleep + timedelta(minutes=length)
        log = {"day": awake.date(), "asleep": asleep, "awake": awake, "free_day": free_day}
        logs.append(log | {"zone": "UTC", "zone_bed": "UTC"})
    expected = plain_sleep.week_of(work, free, 5)
    slugs = ("weekly-sleep", "chronotype", "social-jetlag", "weekly-sleep-loss")
    for slug, value in zip(slugs, expected, strict=True):
        apart = found(slug, logs, 29).value - value
        assert (apart + 720) % 1440 - 720 == pytest.approx(0, abs=0.01)
