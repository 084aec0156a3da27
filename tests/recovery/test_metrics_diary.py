"""The rest of the diary: waking and rising, awakenings, quality, naps, clocks, stages, the last drink."""

import numpy as np
import pytest

from recovery.metrics import METRICS
from tests.recovery.record import at, day, history, night

NAN = pytest.approx([np.nan], nan_ok=True)
NY = "America/New_York"


def values(metric: str, *nights, last="2026-03-02", **kinds):
    return METRICS[metric].daily(history("2026-03-02", last, sleep=list(nights), **kinds)).to_list()


QUICK = night("2026-03-01 23:20", "2026-03-02 07:00")
FULL = QUICK | {
    "bed": at("2026-03-01 22:30"), "tried": at("2026-03-01 23:00"), "up": at("2026-03-02 07:15"),
    "sol": 20, "waso": 30, "awakenings": 2, "quality": 4,
}  # fmt: skip
AWAKE = {"day": day("2026-03-02"), "zone": "Europe/Berlin", "zone_bed": "Europe/Berlin"}
NAP = night("2026-03-02 13:00", "2026-03-02 13:40", nap=True, waso=10)
EARLY = night("2026-03-02 20:00", "2026-03-02 21:00")


def test_waking_is_not_rising_and_what_lies_between_is_not_in_the_night():  # evidence.md 2.1
    assert values("terminal-wakefulness", FULL) == [15]
    assert values("wake-after-sleep-onset", FULL) == [30]
    assert values("terminal-wakefulness", QUICK) == NAN


def test_the_sleep_period_holds_the_minutes_awake():  # evidence.md 2.1
    assert values("sleep-period", FULL) == [460]
    assert values("total-sleep-time", FULL) == [430]
    assert values("sleep-period", AWAKE) == [0]


def test_awakenings_and_quality_are_the_nights_own_and_blank_is_unknown():
    nap = NAP | {"awakenings": 9, "quality": 1}
    assert values("awakenings", FULL, nap) == [2]
    assert values("sleep-quality", FULL, nap) == [4]
    assert values("awakenings", QUICK) == NAN
    assert values("sleep-quality", QUICK) == NAN


def test_naps_are_counted_and_added_up_without_their_minutes_awake():  # rule 6
    assert values("naps", FULL, NAP, EARLY) == [2]
    assert values("nap-minutes", FULL, NAP, EARLY) == [90]


def test_a_night_without_a_nap_is_none_and_a_day_without_sleep_logged_is_unknown():  # rule 10
    assert values("naps", FULL, last="2026-03-03") == pytest.approx([0, np.nan], nan_ok=True)
    assert values("nap-minutes", FULL, last="2026-03-03") == pytest.approx([0, np.nan], nan_ok=True)


def test_a_day_with_naps_alone_knows_its_naps():  # rule 6
    assert values("naps", NAP) == [1]
    assert values("nap-minutes", NAP) == [30]


def test_bedtime_and_onset_are_read_where_one_went_to_bed():
    flight = FULL | {"bed": at("2026-03-01 21:30", NY), "asleep": at("2026-03-01 22:00", NY), "zone_bed": NY}
    assert values("bedtime", flight) == [21.5 * 60]
    assert values("sleep-onset", flight) == [22 * 60]


def test_bedtime_without_the_time_into_bed_and_an_onset_without_sleep_are_unknown():
    assert values("bedtime", QUICK) == NAN
    assert values("sleep-onset", QUICK) == [23 * 60 + 20]
    assert values("sleep-onset", AWAKE) == NAN


def test_stages_are_a_devices_and_else_unknown():
    staged = QUICK | {"light": 240.0, "deep": 80.5, "rem": 0.0}
    assert [values(stage, staged) for stage in ("light-sleep", "deep-sleep", "rem-sleep")] == [
        [240],
        [80.5],
        [0],
    ]
    assert values("deep-sleep", QUICK) == NAN


def drink(time: str, amount: float = 10, item: str = "alcohol"):
    return {"day": day("2026-03-02"), "item": item, "amount": amount, "start": at(time) if time else None}


NEXT = night("2026-03-02 23:30", "2026-03-03 07:00", bed=at("2026-03-02 23:00"))


def gap(*drinks, sleep=(NEXT,)):
    return values("alcohol-gap", *sleep, last="2026-03-03", diet=list(drinks))[0]


def test_the_last_drink_counts_to_the_time_into_bed():
    assert (
        gap(drink("2026-03-02 18:00"), drink("2026-03-02 20:30"), drink("2026-03-02 22:00", item="caffeine"))
        == 2.5
    )


def test_a_day_without_alcohol_is_a_whole_day_away():
    assert gap(drink("", 0)) == 24


def test_a_drink_without_its_time_or_without_its_night_is_unknown():
    assert np.isnan(gap(drink("")))
    assert np.isnan(gap(drink("2026-03-02 20:00"), sleep=()))
    assert np.isnan(gap())
