"""Sleep over any span: what each chart takes from the nights, and how much ten years of them weigh."""

import gzip
import re
from datetime import date, timedelta
from functools import cache

import numpy as np
import pytest

from recovery.strategies.sleep import LONG_ENOUGH
from tests.recovery.record import history, night, target
from tests.tracker.test_charts import named, texts
from tracker.charts import actogram, duration, nights, regularity, stages, svg, weekdays
from tracker.charts.ticks import ticks
from tracker.charts.wording import MIDDLE, NARROW, PLAIN, Look

LAST = date(2026, 11, 22)  # a Sunday
SLEEP = (nights, actogram, duration, regularity, weekdays, stages)


@cache
def nightly(many: int, *, plan: bool = False, **more: float):
    """So many nights up to a Sunday, each a little later or earlier than the one before it."""
    days = [LAST - timedelta(days=back) for back in range(many - 1, -1, -1)]
    return history(
        days[0].isoformat(), LAST.isoformat(), today=LAST.isoformat(),
        sleep=[
            night(f"{day - timedelta(1)} 23:{place * 7 % 60:02d}", f"{day} 06:{place * 11 % 60:02d}", **more)
            for place, day in enumerate(days)
        ],
        targets=[target(LONG_ENOUGH, "2016-01-04", low=420, high=540)] if plan else [],
    )  # fmt: skip


@pytest.fixture(scope="module")
def decade():
    return nightly(3650)


def drawn(chart, own, look: Look = PLAIN) -> str:
    return svg.page(chart.draw(chart.data(own), look), named(chart))


@pytest.mark.parametrize("chart", SLEEP, ids=lambda chart: chart.SLUG)
def test_ten_years_weigh_little(chart, decade):
    assert len(gzip.compress(drawn(chart, decade).encode())) < 60_000


@pytest.mark.parametrize("width", [NARROW, MIDDLE, PLAIN.width])
@pytest.mark.parametrize("many", [1, 28, 84, 364, 3650])
@pytest.mark.parametrize("chart", SLEEP, ids=lambda chart: chart.SLUG)
def test_no_words_leave_the_sheet(chart, many, width, decade):
    own = decade if many == 3650 else nightly(many)
    drawing = "".join(drawn(chart, own, Look(width=width, gentle=gentle)) for gentle in (False, True))
    for x, anchor, words in re.findall(
        r'<text(?=[^>]* x="([-\d.]+)")(?=(?:[^>]*text-anchor="(\w+)")?)[^>]*>([^<]*)<', drawing
    ):
        room = 7.2 * len(words)
        before = {"end": room, "middle": room / 2}.get(anchor, 0)
        assert float(x) >= before
        assert float(x) - before + room <= width + 2


def test_every_one_of_many_nights_is_drawn(decade):
    (path,) = re.findall(r'<path d="([^"]*)"[^>]*stroke-opacity="0.9"', drawn(nights, decade))
    assert path.count("M") == 3650


def test_a_rare_night_does_not_stretch_the_hours():
    own = nightly(200)
    odd = history(
        own.first.isoformat(), LAST.isoformat(), sleep=[night(f"{own.first} 11:00", f"{own.first} 19:00")]
    )
    rare = nights.data(nightly(200)).iloc[1:]
    frame = np.vstack([nights.data(odd).iloc[0].to_numpy(), rare.to_numpy()])
    whole = nights.data(nightly(200)).assign(onset=frame[:, 0], waking=frame[:, 1])
    assert "12:00" not in texts(svg.page(nights.draw(whole), named(nights)))


def test_a_sleep_stands_twice_in_the_actogram():
    rows = np.array([1])
    at, starts, ends = actogram.segments(rows, np.array([-60.0]), np.array([420.0]), 3)
    assert list(at) == [0, 1]
    assert list(starts - 24 * 60 * (at == 0)) == [660, 660]  # eleven hours after noon
    assert list(ends - starts) == [480, 480]


def test_a_sleep_over_noon_is_cut_where_its_line_ends():
    at, starts, ends = actogram.segments(np.array([0]), np.array([600.0]), np.array([900.0]), 1)
    assert (list(at), list(starts), list(ends)) == ([0], [1320], [1620])
    at, starts, ends = actogram.segments(np.array([1]), np.array([600.0]), np.array([900.0]), 2)
    assert (list(at), list(starts), list(ends)) == ([0, 1], [2760, 1320], [2880, 1620])


def test_the_latest_night_has_the_last_line_of_the_actogram():
    frame = actogram.data(nightly(3))
    at, _, _ = actogram.segments(np.arange(3), frame["onset"].to_numpy(), frame["waking"].to_numpy(), 3)
    assert at.max() == 2


def test_an_unlogged_day_is_an_empty_line_of_the_actogram():
    own = history("2026-11-20", "2026-11-22", sleep=[night("2026-11-19 23:00", "2026-11-20 07:00")])
    assert list(actogram.data(own)["onset"].notna()) == [True, False, False]


def test_the_length_of_a_day_has_its_naps_and_the_aim_of_its_time():
    own = history(
        "2026-11-16", "2026-11-22", today="2026-11-22",
        sleep=[night("2026-11-17 23:00", "2026-11-18 06:00"), night("2026-11-18 13:00", "2026-11-18 13:30")],
        targets=[target(LONG_ENOUGH, "2026-11-19", low=420, high=540)],
    )  # fmt: skip
    frame = duration.data(own)
    assert frame["duration"].dropna().to_list() == [450]
    assert frame["low"].isna().to_list() == [True] * 3 + [False] * 4


def test_the_table_has_the_mean_of_fourteen_days_from_eight_that_are_known():
    own = nightly(14)
    frame = duration.data(own)
    assert frame["fortnight"].isna().tolist() == [True] * 7 + [False] * 7
    assert frame["fortnight"].iloc[-1] == pytest.approx(frame["duration"].mean())
    assert duration.data(nightly(364))["fortnight"].isna().all()


def test_over_a_year_the_length_is_the_mean_of_each_week_with_its_range():
    frame = duration.data(nightly(364))
    assert frame.index.name == "week"
    assert (frame["shortest"] < frame["duration"]).all()
    assert (frame["nights"] == 7).all()
    assert frame["usual"].isna().all()


def test_the_mean_that_is_said_is_of_nights_not_of_weeks():
    own = history("2026-01-01", "2026-11-22", today="2026-11-22", sleep=[
        night("2026-05-04 23:00", "2026-05-05 05:00"), night("2026-05-05 23:00", "2026-05-06 05:00"),
        night("2026-06-09 23:00", "2026-06-10 08:00"),
    ])  # fmt: skip
    said = duration.takeaway(duration.data(own))
    assert said.values["mean"][0] == pytest.approx((360 + 360 + 540) / 3)


def test_regularity_is_provisional_before_fourteen_pairs():
    assert "provisional" in regularity.takeaway(regularity.data(nightly(10))).text
    assert "provisional" not in regularity.takeaway(regularity.data(nightly(30))).text


def test_regularity_needs_seven_pairs():
    assert regularity.takeaway(regularity.data(nightly(7))) is None


def test_regularity_has_no_colour_of_good_or_bad(decade):
    assert set(re.findall(r"var\(--(\w+)\)", drawn(regularity, decade))) <= {"sleep", "rule", "muted"}


def test_weekdays_are_those_of_waking():
    frame = weekdays.data(
        history("2026-11-16", "2026-11-22", sleep=[night("2026-11-20 23:30", "2026-11-21 08:00")])
    )
    assert [day.day_name() for day in frame.index] == ["Saturday"]
    assert frame.iloc[0].to_list() == [-30, 480]


def test_weekdays_are_compared_from_fourteen_nights():
    assert weekdays.takeaway(weekdays.data(nightly(13))).text == weekdays.FEW
    assert "Saturday" in weekdays.takeaway(weekdays.data(nightly(14))).text


def test_stages_show_only_where_a_device_named_them():
    assert stages.takeaway(stages.data(nightly(7))) is None
    frame = stages.data(nightly(7, light=200.0, deep=80.0, rem=90.0))
    assert frame.iloc[-1].to_list() == [80, 90, 200]


@pytest.mark.parametrize("days", [1, 3, 8, 28, 84, 365, 800, 3650, 20_000])
@pytest.mark.parametrize("length", [200, 750])
def test_an_axis_names_some_days_and_no_more_than_fit(days, length):
    own = [LAST - timedelta(days=back) for back in range(days - 1, -1, -1)]
    found = ticks(PLAIN, own, length)
    assert found
    assert len(found) * 40 <= max(length, 7 * 40)
    assert [place for place, _ in found] == sorted({place for place, _ in found})


def test_a_year_begins_where_its_first_day_is():
    own = [date(2025, 11, 24) + timedelta(days=n) for n in range(364)]
    assert ("2026", own.index(date(2026, 1, 1))) in [
        (words, place) for place, words in ticks(PLAIN, own, 750)
    ]
