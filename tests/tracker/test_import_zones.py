"""Times with an offset and no zone: which zone they are kept with, so that the wall clock stays right."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.importers import zones

BERLIN = "Europe/Berlin"
SUMMER, WINTER = datetime(2026, 7, 1, 5, 0, tzinfo=UTC), datetime(2026, 1, 1, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("instant", "hours", "zone"),
    [
        (SUMMER, 2, BERLIN),
        (WINTER, 1, BERLIN),
        (WINTER, 2, "Etc/GMT-2"),
        (SUMMER, -5, "Etc/GMT+5"),
        (SUMMER, 0, "Etc/GMT"),
        (SUMMER, 5.5, "Asia/Kolkata"),
        (SUMMER, 5.75, "Asia/Kathmandu"),
        (SUMMER, -2.5, "America/St_Johns"),
        (WINTER, -3.5, "America/St_Johns"),
    ],
)
def test_an_offset_is_kept_as_the_zone_at_home_where_that_agrees_else_exactly(instant, hours, zone):  # 26
    assert zones.of_offset(instant, timedelta(hours=hours), BERLIN) == zone


@given(st.integers(0, 1_900_000_000), st.integers(-12, 14))
def test_the_wall_clock_of_the_record_is_always_right(seconds, hours):
    instant = datetime.fromtimestamp(seconds, UTC)
    zone = zones.of_offset(instant, timedelta(hours=hours), "America/New_York")
    assert instant.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(hours=hours)


def test_an_offset_that_no_zone_had_is_refused():
    with pytest.raises(ValueError, match="0:07"):
        zones.of_offset(SUMMER, timedelta(minutes=7), BERLIN)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("+05:30", 330), ("-0500", -300), ("UTC-05:00", -300), ("UTC+0530", 330), ("Z", 0), ("UTCZ", 0)],
)
def test_offsets_are_read_as_files_write_them(text, minutes):
    assert zones.offset(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "5", "UTC5", "Europe/Berlin", "+5:00"])
def test_what_is_no_offset_is_refused(text):
    with pytest.raises(ValueError, match="^" + re.escape(text)):
        zones.offset(text)


def test_a_time_with_an_offset_is_a_moment_with_a_zone():
    assert zones.moment("2026-07-01T07:00:00+02:00", BERLIN) == (SUMMER, BERLIN)
    assert zones.moment("2026-07-01T00:00:00-05:00", BERLIN) == (SUMMER, "Etc/GMT+5")
    assert zones.moment("2026-07-01T05:00:00Z", BERLIN) == (SUMMER, BERLIN)  # UTC as such is no place
    with pytest.raises(ValueError, match="2026"):
        zones.moment("2026-07-01T07:00:00", BERLIN)


def test_a_time_that_comes_twice_is_the_first_and_one_that_is_skipped_moves_forward():  # rules.md, 4
    twice, skipped = map(datetime.fromisoformat, ("2026-10-25T02:30", "2026-03-29T02:30"))
    assert zones.from_wall(twice, BERLIN) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert zones.from_wall(skipped, BERLIN) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert zones.is_twice(twice, BERLIN)
    assert not zones.is_twice(skipped, BERLIN)


@pytest.mark.parametrize("name", ["", "Moon/Crater", "../../etc/passwd", "/etc/localtime", "a\0b", "Europe"])
def test_what_names_no_zone_is_not_known(name):
    assert not zones.is_known(name)
    assert zones.is_known(BERLIN)
