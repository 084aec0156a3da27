"""What charts promise: bytes that follow the data alone, the page's colours, gaps where nothing is known."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recovery.strategies.diet import FRUIT_AND_VEGETABLES
from recovery.strategies.exercise import AEROBIC_MINUTES
from recovery.strategies.practice import MINDFUL_MINUTES
from tests.recovery.record import day, history, night, target
from tracker.charts import (
    CALENDARS,
    CHARTS,
    EVERY_DAY,
    adherence,
    diet,
    exercise,
    nights,
    practice,
    span,
    style,
    svg,
)
from tracker.charts.wording import MIDDLE, NARROW, PLAIN, Look, Size

LENGTHS = (1, 2, 30, 130, 900)
SUNDAY = "2026-11-22"
STARTS = "2026-01-05"
WEEK = [f"2026-11-{number}" for number in range(16, 23)]
LOOKS = {
    "wide": Look(),
    "middle": Look(width=MIDDLE),
    "narrow": Look(width=NARROW),
    "gentle": Look(gentle=True),
    "file": Look(heading="Title"),
}
PLAN = [
    target(AEROBIC_MINUTES, STARTS, low=150, high=300),
    target(FRUIT_AND_VEGETABLES, STARTS, low=5),
    target(MINDFUL_MINUTES, STARTS, low=5, dose=10),
]


def record(*, days: list[str], plan: bool = True):
    """Twelve weeks with something of every kind on the days given."""
    return history(
        "2026-08-31", SUNDAY, today="2026-11-30",
        sleep=[night(f"{previous(d)} 23:10", f"{d} 06:40") for d in days],
        exercise=[{"day": day(d), "activity": "run", "minutes": 20, "intensity": "vigorous"} for d in days],
        diet=[{"day": day(d), "item": "berries", "amount": 3} for d in days],
        practice=[
            {"day": day(d), "technique": "meditation", "minutes": 12, "stress_before": 6, "stress_after": 3}
            for d in days
        ],
        checkin=[{"day": day(d), "mood": 6, "energy": 5, "stress": 3} for d in days],
        targets=PLAN if plan else [],
    )  # fmt: skip


def previous(text: str) -> str:
    return (day(text) - timedelta(days=1)).isoformat()


RECORDS = {
    "nothing": record(days=[], plan=False),
    "a plan": record(days=[]),
    "one day": record(days=["2026-11-21"]),
    "a week": record(days=WEEK),
}


def named(chart) -> svg.Naming:
    return svg.Naming(f"{chart.SLUG}-wide", chart.TITLE, chart.TEXT)


def texts(drawing: str) -> list[str]:
    return [element.text or "" for element in ET.fromstring(drawing).iter("{http://www.w3.org/2000/svg}text")]


# A calendar judged by the day, one by the week, and one by another pillar's logs stand for all.
SHOWN = CHARTS | {
    slug: CALENDARS[slug] for slug in ("fruit-and-vegetables", "aerobic-minutes", "caffeine-cut-off")
}


@pytest.mark.parametrize("kept", RECORDS.values(), ids=RECORDS)
@pytest.mark.parametrize("chart", SHOWN.values(), ids=SHOWN)
def test_every_chart_draws_any_record_in_any_form(chart, kept):
    data = chart.data(kept)
    for form, look in LOOKS.items():
        drawing = svg.page(chart.draw(data, look), named(chart))
        root = ET.fromstring(drawing)
        assert root.get("role") == "img", form
        assert root[0].text == chart.TITLE, form
        assert "nan" not in drawing.lower().replace(chart.TEXT.lower(), ""), form


@cache
def of_a_week(chart) -> str:
    return svg.page(chart.draw(chart.data(RECORDS["a week"])), named(chart))


@pytest.mark.parametrize("chart", SHOWN.values(), ids=SHOWN)
class TestOnAPage:
    @pytest.fixture
    def drawing(self, chart) -> str:
        return of_a_week(chart)

    def test_nothing_is_styled_inline(self, drawing, chart):
        assert "style" not in drawing

    def test_every_id_begins_with_the_charts_own_name(self, drawing, chart):
        ids = re.findall(r'\bid="([^"]*)"', drawing)
        assert ids
        assert all(name.startswith(f"{chart.SLUG}-wide-") for name in ids)
        assert set(re.findall(r"url\(#([^)]*)\)", drawing)) <= set(ids)

    def test_colours_are_the_pages_own(self, drawing, chart):
        assert "var(--" in drawing
        assert not re.search(r'"#[0-9a-f]{6}"', drawing)

    def test_the_page_chooses_the_font(self, drawing, chart):
        assert "font-family" not in drawing

    def test_the_same_data_gives_the_same_bytes(self, drawing, chart):
        again = record(days=WEEK)
        assert svg.page(chart.draw(chart.data(again)), named(chart)) == drawing

    def test_a_file_has_the_light_colours_and_its_title(self, drawing, chart):
        look = Look(heading=chart.TITLE)
        drawn = svg.file(chart.draw(chart.data(RECORDS["a week"]), look), named(chart))
        assert "var(" not in drawn
        assert chart.TITLE in texts(drawn)

    def test_any_span_is_drawn(self, chart):
        sunday = date(2026, 11, 22)
        for length in LENGTHS:
            days = min(length, 28) if chart.SLUG in EVERY_DAY else length
            first, _ = span.whole(chart.STEP, sunday - timedelta(days=days - 1), sunday)
            own = replace(RECORDS["a week"], first=min(first, date(2026, 8, 31)))
            frame = chart.data(span.between(own, first, sunday))
            assert "nan" not in svg.page(chart.draw(frame), named(chart)), length

    def test_gently_no_number_is_drawn_but_dates(self, chart):
        gentle = svg.page(chart.draw(chart.data(RECORDS["a week"]), Look(gentle=True)), named(chart))
        months = "Aug|Sep|Oct|Nov"
        assert not [t for t in texts(gentle) if re.search(r"\d", t) and not re.search(months, t)]
        takeaway = chart.takeaway(chart.data(RECORDS["a week"]))
        assert takeaway is None or "%(" not in takeaway.gentle

    def test_what_is_said_names_only_values_that_are_there(self, chart):
        for kept in RECORDS.values():
            said = chart.takeaway(chart.data(kept))
            assert said is None or said.text % dict.fromkeys(said.values, "1")

    def test_the_data_have_the_columns_that_the_table_names(self, chart):
        assert set(chart.COLUMNS) == set(chart.data(RECORDS["nothing"]).columns)


@given(st.text(max_size=30))
def test_any_label_is_drawn_as_text_that_xml_allows(words):
    sheet = style.sheet(PLAIN, Size(100, 100))
    sheet.text(10, 10, "x" + words)
    allowed = svg.NOT_IN_XML.sub("", "x" + words)
    drawn = "\n".join(texts(svg.page(sheet.figure, svg.Naming("a", words, words))))
    assert drawn.split() == allowed.split()


@pytest.mark.parametrize(
    "words", ['say "it"', "style='x'", "$\\bad{x$", "a]]>b", "<b>", "אב\u202e", "🙂", "\x00\x0b"]
)
def test_a_label_of_odd_characters_stays_a_label(words):
    sheet = style.sheet(PLAIN, Size(100, 100))
    sheet.text(10, 10, words)
    drawing = svg.page(sheet.figure, svg.Naming("a", words, words))
    assert texts(drawing) in ([svg.NOT_IN_XML.sub("", words)], [])


def test_a_night_runs_from_before_midnight_to_its_morning():
    frame = nights.data(RECORDS["one day"])
    assert list(frame.loc["2026-11-21", ["onset", "waking", "midsleep"]]) == [-50, 400, 175]


def test_an_unlogged_night_is_a_gap():  # rules.md, 10
    frame = nights.data(span.between(RECORDS["one day"], date(2026, 10, 26), date(2026, 11, 22)))
    assert len(frame) == 28
    assert frame["onset"].notna().sum() == 1


def test_a_nap_has_a_row_of_its_own_beside_the_night():  # rules.md, 6
    own = RECORDS["one day"]
    both = history("2026-08-31", SUNDAY, sleep=[
        night("2026-11-20 23:00", "2026-11-21 07:00"), night("2026-11-21 13:00", "2026-11-21 13:40"),
    ])  # fmt: skip
    assert list(nights.data(both).loc["2026-11-21", "nap"]) == [0, 1]
    assert len(nights.data(both)) == len(nights.data(own)) + 1


def test_a_day_with_only_a_nap_keeps_the_gap_of_its_night():  # rules.md, 6
    rested = history("2026-10-26", SUNDAY, sleep=[night("2026-11-21 13:00", "2026-11-21 13:40", nap=True)])
    rows = nights.data(rested).loc["2026-11-21"]
    assert sorted(rows["nap"].fillna(-1)) == [-1, 1]


def test_the_mean_of_midsleep_needs_four_nights_of_seven():
    frame = nights.data(record(days=WEEK))
    assert frame["usual"].notna().sum() == 4
    assert frame["usual"].dropna().eq(175).all()


def test_the_line_of_midsleep_ends_today():
    running = replace(record(days=WEEK[:5]), today=date(2026, 11, 20))
    assert nights.data(running)["usual"].last_valid_index().date() == date(2026, 11, 20)


def test_kept_is_withheld_where_less_than_half_was_logged():  # rules.md, 20
    frame = adherence.data(record(days=WEEK[:3]))
    last = frame.loc["2026-11-16"]
    assert np.isnan(last["diet_kept"])
    assert last["diet_coverage"] == pytest.approx(100 * 3 / 7)


def test_a_pillar_without_a_plan_has_neither_kept_nor_coverage():
    frame = adherence.data(RECORDS["a week"])
    assert frame[["sleep_kept", "sleep_coverage"]].isna().all(axis=None)
    assert "Sleep" not in texts(svg.page(adherence.draw(frame), named(adherence)))


def test_a_vigorous_minute_counts_as_two():
    week = exercise.data(RECORDS["a week"]).loc["2026-11-16"]
    assert (week["vigorous"], week["counted"], week["low"], week["high"]) == (140, 280, 150, 300)


def test_light_minutes_are_shown_but_not_counted():
    walked = history(
        "2026-11-16", SUNDAY,
        exercise=[{"day": day(SUNDAY), "activity": "walk", "minutes": 30, "intensity": "light"}],
    )  # fmt: skip
    week = exercise.data(walked).loc["2026-11-16"]
    assert (week["light"], week["counted"]) == (30, 0)


def test_a_week_without_an_entry_is_missing_not_zero():  # rules.md, 10
    frame = exercise.data(RECORDS["a week"])
    assert frame["counted"].notna().sum() == 1


def test_sweets_are_unknown_without_an_entry_of_their_own():  # rules.md, 11
    frame = diet.data(span.between(RECORDS["a week"], date(2026, 11, 16), date(2026, 11, 22)))
    assert frame["plants"].eq(3).all()
    assert frame["fish"].eq(0).all()
    assert frame["sweets"].isna().all()


def test_stress_is_the_mean_of_the_practices_with_both_ratings():
    own = history("2026-11-16", SUNDAY, practice=[
        {"day": day(SUNDAY), "technique": "breathing", "minutes": 5, "stress_before": 8, "stress_after": 4},
        {"day": day(SUNDAY), "technique": "breathing", "minutes": 5, "stress_before": 6, "stress_after": 5},
        {"day": day(SUNDAY), "technique": "breathing", "minutes": 5, "stress_before": 10},
    ])  # fmt: skip
    last = practice.data(own).loc[SUNDAY]
    assert (last["minutes"], last["before"], last["after"]) == (15, 7, 4.5)


def test_a_dose_is_drawn_only_where_its_plan_holds():
    assert practice.data(RECORDS["a week"])["dose"].eq(10).all()
    assert practice.data(record(days=WEEK, plan=False))["dose"].isna().all()


def test_a_part_of_a_history_has_the_logs_of_its_days_alone():
    part = span.between(RECORDS["a week"], date(2026, 11, 17), date(2026, 11, 18))
    assert list(part.sleep["day"].dt.day) == [17, 18]
    assert len(part.practice) == 2


def test_a_chart_of_weeks_is_given_whole_ones():
    around = date(2026, 11, 16), date(2026, 11, 22)
    assert span.whole(span.Step.WEEK, date(2026, 11, 18), date(2026, 11, 19)) == around
    assert span.whole(span.Step.DAY, date(2026, 11, 18), date(2026, 11, 19))[0] == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("weeks", "step"), [(1, "day"), (17, "day"), (18, "week"), (110, "week"), (520, "month")]
)
def test_the_longer_the_span_the_coarser_the_step(weeks, step):
    first = date(2026, 11, 23) - timedelta(weeks=weeks)
    assert span.step(history(first.isoformat(), SUNDAY)) == step


def test_weeks_and_months_gather_the_days_that_are_known():
    own = history("2026-10-30", "2026-11-03")  # Friday to Tuesday
    daily = np.array([1, np.nan, 3, np.nan, np.nan])
    weeks = span.bins(own, span.Step.WEEK)
    assert [str(day.date()) for day in weeks.starts] == ["2026-10-26", "2026-11-02"]
    assert list(weeks.known(daily)) == [2, 0]
    np.testing.assert_equal(weeks.sums(daily), [4, np.nan])
    np.testing.assert_equal(weeks.means(daily), [2, np.nan])
    months = span.bins(own, span.Step.MONTH)
    assert months.starts.name == "month"
    np.testing.assert_equal(months.means(daily, least=2), [np.nan, np.nan])


@pytest.mark.parametrize(
    ("most", "expected"), [(5, [0, 2, 4, 6]), (150, [0, 50, 100, 150]), (0.3, [0, 0.1, 0.2, 0.3])]
)
def test_grid_steps_are_round_and_reach_the_largest_value(most, expected):
    assert style.steps(most) == pytest.approx(expected)
