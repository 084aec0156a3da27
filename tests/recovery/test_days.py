"""Which day a moment counts to: docs/rules.md, 1 to 5."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery import days
from tests.recovery.record import at, day

BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
FORWARD, BACK = day("2026-03-29"), day("2026-10-25")  # the clocks of Berlin change
FOUR = 4 * 60


def test_a_sleep_counts_to_the_local_date_of_waking_in_the_zone_of_waking():  # rule 1
    waking = at("2026-03-02 01:30", BERLIN)
    assert days.local_date(waking, BERLIN) == day("2026-03-02")
    assert days.local_date(waking, NEW_YORK) == day("2026-03-01")


def test_a_log_at_half_past_one_counts_to_the_day_before():  # rule 2
    assert days.day_of(at("2026-03-02 01:30"), BERLIN, FOUR) == day("2026-03-01")
    assert days.day_of(at("2026-03-02 04:00"), BERLIN, FOUR) == day("2026-03-02")
    assert days.day_of(at("2026-03-02 00:00"), BERLIN, 0) == day("2026-03-02")


def test_the_day_start_is_a_time_on_the_wall_also_when_the_clocks_change():  # rule 2
    for changed in (FORWARD, BACK):
        assert days.day_of(at(f"{changed} 04:00"), BERLIN, FOUR) == changed
        assert days.day_of(at(f"{changed} 03:59"), BERLIN, FOUR) == changed - timedelta(1)


def test_on_the_page_of_a_day_a_time_before_the_day_start_means_the_next_date():  # rule 2
    assert days.on_page(day("2026-03-01"), 90, FOUR) == day("2026-03-02")
    assert days.on_page(day("2026-03-01"), FOUR, FOUR) == day("2026-03-01")


def test_a_local_time_that_does_not_exist_moves_forward_by_the_gap():  # rule 4
    assert days.is_skipped(FORWARD, 150, BERLIN)
    moved = days.moment(FORWARD, 150, BERLIN)
    assert moved == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert days.clock(moved, BERLIN) == 210


def test_a_local_time_that_exists_twice_is_the_first_unless_the_second_is_meant():  # rule 4
    assert days.is_twice(BACK, 150, BERLIN)
    assert days.moment(BACK, 150, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert days.moment(BACK, 150, BERLIN, second=True) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


def test_an_ordinary_time_exists_once():  # rule 4
    assert not days.is_twice(FORWARD, 12 * 60, BERLIN)
    assert not days.is_skipped(BACK, 12 * 60, BERLIN)


def test_weeks_are_iso_weeks():  # rule 5
    assert days.monday(day("2026-11-22")) == day("2026-11-16")
    assert days.monday(day("2026-11-16")) == day("2026-11-16")
    assert days.week_name(day("2027-01-01")) == "2026-W53"


def test_clocks_reads_each_moment_on_its_own_wall_and_leaves_the_unknown_unknown():
    noon = datetime(2026, 3, 1, 12, 0, 30, tzinfo=UTC).timestamp() / 60
    got = days.clocks([noon, noon, np.nan], [BERLIN, NEW_YORK, BERLIN])
    assert got[:2] == pytest.approx([13 * 60 + 0.5, 7 * 60 + 0.5])
    assert np.isnan(got[2])


@given(
    st.lists(st.datetimes(datetime(1970, 1, 2), datetime(2060, 1, 1)), max_size=9),  # noqa: DTZ001
    st.sampled_from([BERLIN, "America/Recife", "Africa/Casablanca", "Africa/Monrovia", "Pacific/Apia"]),
)
def test_the_clocks_of_many_moments_are_those_of_each(walls, zone):
    moments = [wall.replace(tzinfo=UTC, microsecond=0) for wall in walls]
    each = [at.astimezone(ZoneInfo(zone)) for at in moments]
    got = days.clocks([at.timestamp() / 60 for at in moments], [zone] * len(moments))
    expected = [at.hour * 60 + at.minute + at.second / 60 for at in each]
    assert got == pytest.approx(expected, abs=1e-6)  # they are rounded to a millionth of a minute


def test_clocks_that_went_forward_for_a_week_alone_are_read_right():
    moments = [datetime(2000, 10, on, 12, tzinfo=UTC).timestamp() / 60 for on in range(1, 31)]
    got = days.clocks(moments, ["America/Recife"] * 30)
    summer = [on for on, wall in zip(range(1, 31), got, strict=True) if wall == 10 * 60]
    assert summer == list(range(8, 15))


@given(
    st.dates(date(1971, 1, 1), date(2099, 12, 31)), st.integers(0, 1439),
    st.sampled_from([BERLIN, NEW_YORK, "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "UTC"]),
)  # fmt: skip
def test_a_clock_time_comes_back_from_its_moment(on, clock, zone):  # rule 4
    moment = days.moment(on, clock, zone)
    if not days.is_skipped(on, clock, zone):
        assert (days.local_date(moment, zone), days.clock(moment, zone)) == (on, clock)
