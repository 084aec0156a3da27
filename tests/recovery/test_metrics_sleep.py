"""Sleep arithmetic: docs/rules.md, 1, 6 and 7, and the worked examples of the diary."""

import numpy as np
import pytest

from recovery.metrics import METRICS, sleep
from tests.recovery.record import at, day, history, night

NAN = pytest.approx([np.nan], nan_ok=True)
NY = "America/New_York"


def values(metric: str, *nights, first="2026-03-02", last=None):
    return METRICS[metric].daily(history(first, last or first, sleep=list(nights))).to_list()


def diary(bed, tried, sol, awake, up, waso, **more):
    """A full night of the diary, times of 2026-03-01 22:00 to 2026-03-02 noon in Berlin."""
    asleep = at(tried).timestamp() / 60 + sol
    moments = {"bed": at(bed), "tried": at(tried), "awake": at(awake), "up": at(up)}
    onset = at(tried).fromtimestamp(asleep * 60, tz=at(tried).tzinfo)
    return {"day": day("2026-03-02"), "zone": "Europe/Berlin", "zone_bed": "Europe/Berlin",
            "asleep": onset, "sol": sol, "waso": waso, **moments, **more}  # fmt: skip


FULL = diary("2026-03-01 22:30", "2026-03-01 23:00", 20, "2026-03-02 07:00", "2026-03-02 07:15", 30)


def test_the_diarys_arithmetic():  # evidence.md 2.1
    assert values("time-in-bed", FULL) == [525]  # 22:30 to 7:15
    assert values("sleep-onset-latency", FULL) == [20]
    assert values("wake-after-sleep-onset", FULL) == [30]
    assert values("total-sleep-time", FULL) == [430]  # 8 h from trying, less 20 and 30
    assert values("sleep-efficiency", FULL) == [pytest.approx(100 * 430 / 525)]
    assert values("midsleep", FULL) == [3 * 60 + 10]  # between 23:20 and 7:00
    assert values("waking", FULL) == [7 * 60]


def test_one_main_sleep_a_day_the_longest_and_other_episodes_are_naps():  # rule 6
    first = night("2026-03-01 22:00", "2026-03-02 01:00")
    second = night("2026-03-02 02:00", "2026-03-02 07:00")
    assert values("total-sleep-time", first, second) == [300]
    assert values("sleep-duration", first, second) == [480]
    assert values("waking", second, first) == [7 * 60]


def test_of_two_equal_sleeps_the_first_is_the_main_one():  # rule 6
    first, second = (
        night("2026-03-02 00:00", "2026-03-02 04:00"),
        night("2026-03-02 05:00", "2026-03-02 09:00"),
    )
    assert values("waking", first, second) == [4 * 60]


def test_a_declared_nap_is_never_the_main_sleep_however_long():  # rule 6
    nap = night("2026-03-02 12:00", "2026-03-02 18:00", nap=True)
    short = night("2026-03-02 03:00", "2026-03-02 07:00")
    assert values("total-sleep-time", nap, short) == [240]
    assert values("sleep-duration", nap, short) == [600]


def test_a_day_with_naps_alone_has_no_night():  # rule 6
    nap = night("2026-03-02 13:00", "2026-03-02 14:00", nap=True)
    for metric in ("sleep-duration", "total-sleep-time", "sleep-efficiency", "waking", "midsleep"):
        assert values(metric, nap) == NAN


def test_a_quick_night_has_no_time_in_bed_and_no_efficiency():  # rule 7
    quick = night("2026-03-01 23:00", "2026-03-02 07:00", waso=15)
    assert values("total-sleep-time", quick) == [465]
    assert values("time-in-bed", quick) == NAN
    assert values("sleep-efficiency", quick) == NAN
    assert values("sleep-onset-latency", quick) == NAN


def test_a_blank_waso_counts_nothing_and_stays_missing_itself():  # rule 7
    quick = night("2026-03-01 23:00", "2026-03-02 07:00")
    assert values("total-sleep-time", quick) == [480]
    assert values("wake-after-sleep-onset", quick) == NAN


def test_a_night_without_the_time_out_of_bed_has_no_efficiency():  # rule 7
    assert values("sleep-efficiency", FULL | {"up": None}) == NAN


def test_a_night_without_sleep_is_known_to_be_zero():
    awake = {"day": day("2026-03-02"), "zone": "Europe/Berlin"}
    assert values("sleep-duration", awake) == [0]
    assert values("sleep-efficiency", awake) == NAN
    assert values("waking", awake) == NAN
    in_bed = awake | {"bed": at("2026-03-01 23:00"), "up": at("2026-03-02 06:00")}
    assert values("sleep-efficiency", in_bed) == [0]


def test_a_nap_after_a_night_without_sleep_counts_to_its_duration():
    awake = {"day": day("2026-03-02"), "zone": "Europe/Berlin"}
    nap = night("2026-03-02 13:00", "2026-03-02 14:30", nap=True)
    assert values("sleep-duration", awake, nap) == [90]


def test_no_time_in_bed_is_no_division_by_zero():
    awake = {"day": day("2026-03-02"), "bed": at("2026-03-01 23:00"), "up": at("2026-03-01 23:00")}
    assert values("sleep-efficiency", awake | {"zone": "UTC"}) == NAN


def test_the_night_when_the_clocks_go_forward_is_an_hour_shorter_than_its_walls():  # rules 1 and 4
    forward = night("2026-03-28 23:00", "2026-03-29 07:00")
    assert values("sleep-duration", forward, first="2026-03-29") == [420]
    assert values("midsleep", forward, first="2026-03-29") == [3 * 60 + 30]


def test_the_night_when_the_clocks_go_back_is_an_hour_longer_than_its_walls():  # rules 1 and 4
    back = night("2026-10-24 23:00", "2026-10-25 07:00")
    assert values("sleep-duration", back, first="2026-10-25") == [540]
    assert values("waking", back, first="2026-10-25") == [7 * 60]


def flight():
    """Asleep at 22:00 in New York, awake seven hours later in Berlin, where it is 11:00."""
    return night("2026-03-01 22:00", "2026-03-01 22:01", NY) | {
        "day": day("2026-03-02"), "awake": at("2026-03-02 11:00"), "zone": "Europe/Berlin",
    }  # fmt: skip


def test_a_flight_across_zones_has_its_true_length_and_the_clock_of_waking():  # rule 1
    assert values("sleep-duration", flight()) == [420]
    assert values("waking", flight()) == [11 * 60]
    assert values("midsleep", flight()) == [7 * 60 + 30]


def test_forty_hours_awake_leave_a_day_without_a_night():
    before = night("2026-03-01 23:00", "2026-03-02 07:00")
    after = night("2026-03-03 23:00", "2026-03-04 09:00")
    got = values("sleep-duration", before, after, last="2026-03-04")
    assert got == pytest.approx([480, np.nan, 600], nan_ok=True)


def test_an_empty_history_knows_nothing_and_one_night_knows_itself():
    assert values("sleep-duration", last="2026-03-03") == pytest.approx([np.nan] * 2, nan_ok=True)
    one = night("2026-03-02 23:00", "2026-03-03 07:00")
    assert values("sleep-duration", one, last="2026-03-03") == pytest.approx([np.nan, 480], nan_ok=True)


def test_episodes_lie_on_the_clock_of_the_day_of_waking():
    nap = night("2026-03-02 13:00", "2026-03-02 13:30", nap=True)
    table = sleep.episodes(history("2026-03-02", "2026-03-02", sleep=[FULL, nap]))
    assert table["onset"].to_list() == [-40, 780]
    assert table["waking"].to_list() == [420, 810]
    assert table["main"].to_list() == [True, False]
    assert table["tst"].to_list() == [430, 30]


def test_a_flight_does_not_stretch_the_night_on_the_clock():
    table = sleep.episodes(history("2026-03-02", "2026-03-02", sleep=[flight()]))
    assert (table["onset"].iloc[0], table["waking"].iloc[0]) == (4 * 60, 11 * 60)


def test_a_night_without_sleep_lies_nowhere_on_the_clock():
    table = sleep.episodes(
        history("2026-03-02", "2026-03-02", sleep=[{"day": day("2026-03-02"), "zone": "UTC"}])
    )
    assert table[["onset", "waking"]].isna().all(axis=None)


def test_the_habits_of_an_evening_are_counted_for_its_night_and_none_ticked_is_unknown():  # rule 10
    kept = night("2026-03-01 23:00", "2026-03-02 07:00", hygiene="dim-light wind-down cool-dark-quiet")
    quick = night("2026-03-02 23:00", "2026-03-03 07:00", hygiene="")
    nap = night("2026-03-03 14:00", "2026-03-03 14:30", nap=True, hygiene="dim-light")
    counts = values("evening-habits", kept, quick, nap, last="2026-03-03")
    assert counts == pytest.approx([3, np.nan], nan_ok=True)
