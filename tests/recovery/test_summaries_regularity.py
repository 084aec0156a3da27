"""The Sleep Regularity Index: its vectors, a second implementation, and what must not change it."""

from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.summaries import SUMMARIES, regularity
from tests.recovery import plain_sleep
from tests.recovery.record import at, day, history, night

FIRST = day("2026-01-05")
SRI = SUMMARIES["sleep-regularity"]


def on(n, asleep, awake, zone="UTC", **more):
    """The night of the n-th day; an onset from 18:00 on is the evening's before."""
    waking = FIRST + timedelta(n)
    evening = waking - timedelta(asleep >= "18:00")
    return night(f"{evening} {asleep}", f"{waking} {awake}", zone, **more)


def record(nights, days=None, **more):
    last = FIRST + timedelta((days or len(nights)) - 1)
    return history(str(FIRST), str(last), sleep=nights, **more)


def found(nights, days=None, **more):
    return SRI.of(record(nights, days, **more))


def regular(length, asleep="23:00", awake="07:00"):
    return [on(n, asleep, awake) for n in range(length)]


class TestVectors:  # evidence.md 2.3
    def test_an_hour_later_every_second_night(self):
        nights = [on(n, *(("23:00", "07:00"), ("00:00", "08:00"))[n % 2]) for n in range(15)]
        assert found(nights).value == pytest.approx(100 * 5 / 6)

    def test_waking_an_hour_later_every_second_day(self):
        nights = [on(n, "23:00", ("06:00", "07:00")[n % 2]) for n in range(15)]
        assert found(nights).value == pytest.approx(100 * 11 / 12)

    def test_days_that_are_all_alike(self):
        assert found(regular(15)).value == 100

    def test_a_day_that_is_the_other_turned_around(self):
        states = np.tile(np.repeat([0, 1, 1, 0], 720), 4).astype(np.uint8)
        assert regularity.index(regularity.compare(states)) == -100

    def test_chance_is_about_zero(self):
        states = np.random.default_rng(1).integers(0, 2, 40 * 1440).astype(np.uint8)
        assert regularity.index(regularity.compare(states)) == pytest.approx(0, abs=2)


class TestWhatIsKnown:  # rule 33
    def test_a_day_without_an_entry_is_unknown_not_awake(self):
        gap = [log for log in regular(21) if log["day"] != FIRST + timedelta(10)]
        got = found(gap, 21)
        assert got.value == 100
        assert got.used.sum() == 20

    def test_a_night_without_sleep_is_awake(self):
        nights = regular(15)
        nights[7] = {"day": FIRST + timedelta(7), "zone": "UTC", "zone_bed": "UTC"}
        assert found(nights).value == pytest.approx(100 - 200 * (2 * 8 / 24) / 14)

    def test_a_nap_is_sleep(self):
        nap = night(f"{FIRST + timedelta(7)} 13:00", f"{FIRST + timedelta(7)} 14:00", "UTC", nap=True)
        assert found([*regular(15), nap], 15).value == pytest.approx(100 - 200 * (2 / 24) / 14)

    def test_minutes_awake_in_the_night_count_as_sleep(self):
        assert found([on(n, "23:00", "07:00", waso=60 * (n % 2)) for n in range(15)]).value == 100

    def test_days_without_both_neighbours_are_not_compared(self):
        assert np.isnan(found([on(n, "23:00", "07:00") for n in range(0, 40, 2)], 40).value)


class TestHowMuchIsNeeded:  # rule 33
    def test_seven_nights_are_six_pairs_and_too_few(self):
        got = found(regular(7))
        assert np.isnan(got.value)
        assert got.why == regularity.TOO_FEW

    def test_eight_nights_are_provisional(self):
        got = found(regular(8))
        assert got.known
        assert got.why == regularity.PROVISIONAL

    def test_fifteen_nights_are_not(self):
        assert found(regular(15)).why == ""

    def test_days_that_have_not_closed_are_not_wanted(self):
        got = found(regular(3), 10, today=str(FIRST + timedelta(4)))
        assert got.wanted.sum() == 4

    @pytest.mark.parametrize("nights", [[], regular(1), [{"day": FIRST, "zone": "UTC"}]])
    def test_too_little_has_no_index_and_no_warning(self, nights):
        got = found(nights, 30)
        assert np.isnan(got.value)
        assert regularity.over_time(record(nights, 30))["sri"].isna().all()


class TestWhatChangesNothing:
    NIGHTS = (
        ("23:00", "07:00"),
        ("23:40", "06:30"),
        ("01:00", "09:15"),
        ("22:10", "06:00"),
        ("00:30", "07:45"),
    )

    def nights(self, later=0, zone="UTC"):
        return [on(n + later, *self.NIGHTS[n % 5], zone) for n in range(16)]

    def test_all_nights_a_day_later(self):
        assert found(self.nights(1), 17).value == found(self.nights()).value

    def test_a_week_without_entries_after_them(self):
        assert found(self.nights(), 23).value == found(self.nights()).value

    def test_another_zone_on_the_wall(self):
        moved = [log | {"zone": "Asia/Tokyo", "zone_bed": "Asia/Tokyo"} for log in self.nights()]
        assert found(moved).value == found(self.nights()).value

    def test_the_order_in_which_they_were_written(self):
        assert found(self.nights()[::-1]).value == found(self.nights()).value


class TestStrangeDays:
    def around(self, first, last, asleep="23:00", awake="07:00", zone="Europe/Berlin"):
        days = [day(first) + timedelta(n) for n in range((day(last) - day(first)).days + 1)]
        nights = [night(f"{d - timedelta(1)} {asleep}", f"{d} {awake}", zone) for d in days]
        return history(first, last, sleep=nights)

    @pytest.mark.parametrize(
        ("first", "last"),
        [("2026-03-22", "2026-04-05"), ("2026-10-18", "2026-11-01")],
        ids=["clocks forward", "clocks back"],
    )
    def test_a_change_of_clocks_is_the_shift_of_an_hour_that_it_is(self, first, last):
        # Onset or waking of the one night, then both of all that follow: an hour at each end, once.
        got = SRI.of(self.around(first, last))
        assert got.value == pytest.approx(100 - 200 * (2 / 24) / 14, abs=0.01)

    @pytest.mark.parametrize("first", ["2020-12-21", "2026-12-21", "2024-02-20"])
    def test_the_turn_of_an_iso_year_and_a_leap_day_are_days_like_others(self, first):
        got = SRI.of(self.around(first, str(day(first) + timedelta(20))))
        assert got.value == 100
        assert got.used.all()

    def test_someone_who_sleeps_by_day_is_as_regular(self):
        assert found([on(n, "09:00", "16:30") for n in range(15)]).value == 100

    def test_a_sleep_that_always_ends_around_midnight_is_known_throughout(self):
        wakings = [at(f"{FIRST} 23:50", "UTC") + n * timedelta(hours=24, minutes=2) for n in range(15)]
        nights = [
            {"day": w.date(), "zone": "UTC", "zone_bed": "UTC", "asleep": w - timedelta(hours=8), "awake": w}
            for w in wakings
        ]
        got = found(nights, 16)
        assert got.value == pytest.approx(100 - 200 * (4 / 1440), abs=0.05)

    def test_sleep_in_many_pieces_is_sleep_in_all_of_them(self):
        pieces = [("02:00", "05:00"), ("10:00", "11:30"), ("15:00", "16:30"), ("20:00", "21:00")]
        nights = [
            night(f"{FIRST + timedelta(n)} {a}", f"{FIRST + timedelta(n)} {b}", "UTC", nap=a != "02:00")
            for n in range(15)
            for a, b in pieces
        ]
        got = regularity.pairs(record(nights, 15))
        assert got.valid.sum() == 14
        assert (got.same == got.known)[2:].all()  # naps of the evening before the first are not known
        fewer = [log for log in nights if log["day"] != FIRST + timedelta(7) or not log["nap"]]
        less = regularity.pairs(record(fewer, 15))
        assert (less.known - less.same)[2:].sum() == 2 * 4 * 60

    def test_forty_hours_awake_are_known_only_where_the_night_between_was_logged(self):
        nights = regular(16)
        nights[8] = {"day": FIRST + timedelta(8), "zone": "UTC", "zone_bed": "UTC"}
        assert found(nights).value < 100
        assert found(nights[:8] + nights[9:], 16).value == 100

    def test_a_week_of_flights_compares_hours_that_passed(self):
        zones = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Honolulu"]
        nights = [on(n, "23:00", "07:00", zones[n % 5] if n in range(4, 11) else "UTC") for n in range(16)]
        got = found(nights)
        assert -100 <= got.value < 70
        at_home = [log | {"zone": "UTC", "zone_bed": "UTC"} for log in nights]
        assert found(at_home).value == got.value


class TestOverTime:
    def test_the_last_days_agree_with_the_index_of_those_days(self):
        nights = [on(n, ("23:00", "00:30", "22:00")[n % 3], "07:00") for n in range(60) if n % 13]
        whole = record(nights, 60)
        ends = regularity.over_time(whole, 28)
        part = [log for log in nights if log["day"] >= FIRST + timedelta(31)]
        last = history(str(FIRST + timedelta(31)), str(FIRST + timedelta(59)), sleep=part)
        assert ends["sri"].iloc[-1] == pytest.approx(SRI.of(last).value)
        assert ends["pairs"].iloc[-1] == regularity.pairs(last).valid.sum()

    def test_it_begins_with_the_seventh_pair(self):
        table = regularity.over_time(record(regular(12)))
        assert table["sri"].isna().sum() == 7
        assert table["pairs"].to_list() == [*range(12)]


@st.composite
def days_of_sleep(draw):
    """Nights by day as the second implementation has them, and naps that do not touch them."""
    nights, naps = [], []
    for n in range(draw(st.integers(1, 13))):
        midnight = int(at(f"{FIRST + timedelta(n)} 00:00", "UTC").timestamp() / 60)
        kind = draw(st.sampled_from(["night", "night", "night", "night", "none", None]))
        waking = midnight + draw(st.integers(1, 660))
        slept = (waking - draw(st.integers(1, 600)), waking)
        nights.append(slept if kind == "night" else kind)
        if draw(st.booleans()):
            onset = midnight + draw(st.integers(665, 700))
            naps.append((onset, onset + draw(st.integers(1, 90))))
    return nights, naps


def logged(nights, naps):
    logs = [
        {"day": FIRST + timedelta(n), "zone": "UTC", "zone_bed": "UTC"}
        | ({} if night == "none" else {"asleep": moment(night[0]), "awake": moment(night[1])})
        for n, night in enumerate(nights)
        if night
    ]
    return logs + [
        {"day": moment(awake).date(), "zone": "UTC", "zone_bed": "UTC", "nap": True}
        | {"asleep": moment(asleep), "awake": moment(awake)}
        for asleep, awake in naps
    ]


def moment(minutes):
    return at("1970-01-01 00:00", "UTC") + timedelta(minutes=minutes)


@given(days_of_sleep())
def test_it_agrees_with_plain_loops_over_minutes(drawn):
    nights, naps = drawn
    whole = record(logged(nights, naps), len(nights))
    expected = plain_sleep.pairs(nights, naps)
    got = regularity.pairs(whole)
    assert list(zip(got.known.tolist(), got.same.tolist(), strict=True)) == expected
    index = plain_sleep.sri(expected)
    assert SRI.of(whole).value == pytest.approx(np.nan if index is None else index, nan_ok=True)
