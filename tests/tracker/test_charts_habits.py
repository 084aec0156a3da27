"""Exercise, diet, practice and the plan over any span: what each chart takes from the record."""

import gzip
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest

from recovery.strategies.diet import FISH, FRUIT_AND_VEGETABLES
from recovery.strategies.exercise import AEROBIC_MINUTES, STRENGTH_SESSIONS
from tests.recovery.record import day, history, target
from tracker.charts import CALENDARS, adherence, calendar, calm, colours, exercise, foods, span, svg
from tracker.charts.wording import MIDDLE, NARROW, WIDE, Look

MONDAY = date(2025, 11, 24)  # a year of whole weeks from here ends on Sunday, 22 November 2026
SUNDAY = date(2026, 11, 22)
TODAY = "2026-11-30"


def on(place: int) -> str:
    return (MONDAY + timedelta(days=place)).isoformat()


def year(many: int = 364, *, today: str = TODAY, **kinds):
    """A history of so many days from a Monday on."""
    return history(on(0), on(many - 1), today=today, **kinds)


def eaten(places, item: str = "berries", amount: float = 5, colour: str = "") -> list[dict]:
    return [{"day": day(on(place)), "item": item, "amount": amount, "colour": colour} for place in places]


class TestHowThePlanWasKept:
    PLAN = (target(FRUIT_AND_VEGETABLES, on(0), low=5),)

    def test_weeks_become_months_over_half_a_year(self):
        own = year(targets=self.PLAN, diet=eaten(range(364)))
        assert adherence.data(own).index.name == "month"
        assert len(adherence.data(own)) == 13
        assert adherence.data(span.between(own, MONDAY, date(2026, 2, 1))).index.name == "week"

    def test_a_month_counts_its_own_days(self):
        own = year(targets=self.PLAN, diet=[*eaten(range(20)), *eaten(range(20, 38), amount=1)])
        december = adherence.data(own).loc["2025-12-01"]  # its days are the places 7 to 37
        assert december["diet_kept"] == pytest.approx(100 * 13 / 31)
        assert december["diet_coverage"] == 100

    def test_a_month_of_which_less_than_half_was_logged_is_withheld(self):  # rules.md, 20
        own = year(targets=self.PLAN, diet=eaten(range(7, 17)))
        december = adherence.data(own).loc["2025-12-01"]
        assert np.isnan(december["diet_kept"])
        assert december["diet_coverage"] == pytest.approx(100 * 10 / 31)


class TestExercise:
    PLAN = (target(AEROBIC_MINUTES, on(0), low=150), target(STRENGTH_SESSIONS, on(0), low=2))

    def moved(self, place: int, minutes: float, intensity: str, **more) -> dict:
        return {
            "day": day(on(place)), "activity": "run", "minutes": minutes, "intensity": intensity, **more
        }  # fmt: skip

    def test_a_week_stacks_its_intensities_and_counts_its_strength_days(self):
        own = year(14, targets=self.PLAN, exercise=[
            self.moved(0, 40, "vigorous"), self.moved(1, 75, "moderate", strength=True),
            self.moved(1, 10, "light", strength=True),
        ])  # fmt: skip
        first, second = exercise.data(own).to_dict("records")
        assert (first["counted"], first["vigorous"], first["light"]) == (155, 40, 10)
        assert (first["strength"], first["strength_low"], first["reached"]) == (1, 2, 1)
        assert np.isnan(second["counted"])  # nothing logged is not nothing done: rules.md, 10
        assert np.isnan(second["strength"])
        assert second["low"] == 150

    def test_over_many_years_a_bar_is_the_mean_week_of_a_month(self):
        own = year(3 * 364, targets=self.PLAN, exercise=[
            self.moved(7, 100, "moderate"), self.moved(14, 200, "moderate"),
        ])  # fmt: skip
        december = exercise.data(own).loc["2025-12-01"]
        assert (december["counted"], december["weeks"], december["reached"]) == (150, 2, 1)

    def test_the_latest_week_is_told_and_how_many_reached_the_aim(self):
        own = year(
            14, targets=self.PLAN, exercise=[self.moved(0, 100, "vigorous"), self.moved(8, 30, "light")]
        )
        said = exercise.takeaway(exercise.data(own))
        assert said.values["counted"][0] == 0
        assert (said.values["reached"][0], said.values["weeks"][0]) == (1, 2)
        free = exercise.takeaway(exercise.data(replace(own, targets=own.targets.iloc[:0])))
        assert "aim" not in free.text


class TestFoods:
    def test_plants_are_a_mean_day_and_fish_a_whole_week(self):
        plan = [target(FRUIT_AND_VEGETABLES, on(0), low=5), target(FISH, on(0), low=1)]
        own = year(
            7, targets=plan, diet=[*eaten([0], amount=6), *eaten([1], amount=2), *eaten([1], "fish", 1)]
        )
        week = foods.data(own).iloc[0]
        assert (week["plants"], week["plants_low"], week["days"]) == (4, 5, 2)
        assert (week["fish"], week["fish_low"]) == (1, 1)

    def test_sweets_are_unknown_without_an_entry_of_their_own(self):  # rules.md, 11
        assert np.isnan(foods.data(year(7, diet=eaten([0]))).iloc[0]["sweets"])
        assert foods.data(year(7, diet=eaten([0], "sweets", 0))).iloc[0]["sweets"] == 0


class TestColours:
    def test_a_square_counts_the_days_that_had_its_colour(self):
        own = year(14, diet=[*eaten([0, 0, 3], colour="red"), *eaten([4], amount=0, colour="green")])
        first, second = colours.data(own).to_dict("records")
        assert (first["red"], first["green"], first["colours"]) == (2, 0, 1)
        assert np.isnan(second["red"])

    def test_plants_without_a_colour_say_nothing_of_colours(self):
        assert colours.takeaway(colours.data(year(7, diet=eaten([0])))) is None


class TestCalm:
    def rated(self, place: int, before: float | None, after: float | None) -> dict:
        return {"day": day(on(place)), "technique": "breathing", "minutes": 10,
                "stress_before": before, "stress_after": after}  # fmt: skip

    def test_the_interval_is_students_of_the_days_changes(self):
        changes = [-1, -2, -3, -2]
        own = year(7, practice=[self.rated(place, 6, 6 + change) for place, change in enumerate(changes)])
        week = calm.data(own).iloc[0]
        assert (week["minutes"], week["days"], week["before"], week["after"], week["rated"]) == (
            40,
            4,
            6,
            4,
            4,
        )
        assert week["most"] - week["after"] == pytest.approx(3.1824 * np.std(changes, ddof=1) / 2, abs=1e-3)
        assert week["after"] - week["least"] == pytest.approx(week["most"] - week["after"])

    def test_three_days_have_no_interval_and_a_week_without_ratings_is_a_gap(self):
        own = year(14, practice=[*(self.rated(place, 6, 4) for place in range(3)), self.rated(8, 6, None)])
        first, second = calm.data(own).to_dict("records")
        assert first["after"] == 4
        assert np.isnan(first["least"])
        assert second["minutes"] == 10
        assert np.isnan([second["before"], second["after"], second["rated"]]).all()


class TestCalendar:
    def eaten_well(self, many: int = 364, **more):
        plan = [target(FRUIT_AND_VEGETABLES, on(0), low=5)]
        return year(many, targets=plan, diet=eaten(range(0, many, 2)), **more)

    def test_each_day_has_one_of_five_states(self):
        plan = [target(FRUIT_AND_VEGETABLES, on(1), low=5)]
        own = year(7, today=on(5), targets=plan, diet=[*eaten([1]), *eaten([2], amount=1)],
                   pauses=[{"pillar": "", "first": day(on(4)), "last": day(on(4))}])  # fmt: skip
        frame = CALENDARS["fruit-and-vegetables"].data(own).fillna(-1)
        assert [*frame["planned"]] == [-1, 1, 1, 1, -1, -1, -1]
        assert [*frame["met"]] == [-1, 1, 0, -1, -1, -1, -1]  # the fourth day is not logged
        assert [*frame["excused"]] == [-1, -1, -1, -1, 1, -1, -1]

    def test_a_habit_judged_by_the_week_leaves_its_days_neutral(self):  # rules.md, 9
        own = year(14, targets=[target(FISH, on(0), low=1)], diet=[*eaten([2], "fish", 1), *eaten([8])])
        frame = CALENDARS["fish"].data(own)
        assert frame["met"].isna().all()
        assert [*frame["week"].iloc[::7]] == [1, 0]
        assert CALENDARS["fish"].takeaway(frame).values["met"][0] == 1

    def test_a_habit_that_another_pillars_logs_measure_needs_both(self):
        assert CALENDARS["caffeine-cut-off"].PILLAR == "sleep diet"
        assert CALENDARS["fish"].PILLAR == "diet"

    def test_a_narrow_page_has_two_halves_of_a_year_and_a_wide_one_all_of_it(self):
        days = self.eaten_well().days
        assert [block.weeks for block in calendar.blocks(days, WIDE)] == [52]
        assert [(block.start, block.weeks) for block in calendar.blocks(days, NARROW)] == [(0, 26), (26, 26)]

    def test_years_stand_one_above_the_other_by_their_weeks(self):
        own = calendar.blocks(self.eaten_well(3 * 364).days, WIDE)
        assert [(block.name, block.start, block.weeks, block.column) for block in own] == [
            ("2025", 0, 5, 47), ("2026", 5, 53, 0), ("2027", 58, 52, 0), ("2028", 110, 46, 0),
        ]  # fmt: skip

    @pytest.mark.parametrize("width", [NARROW, MIDDLE, WIDE])
    def test_the_drawing_is_as_high_as_its_page_was_told(self, width):
        chart = CALENDARS["fish"]
        frame = chart.data(self.eaten_well(3 * 364))
        figure = chart.draw(frame, Look(width=width))
        assert round(figure.get_size_inches()[1] * 72) == chart.SIZE.height(width, frame.index)

    def test_ten_years_weigh_little(self):
        chart = CALENDARS["fruit-and-vegetables"]
        own = year(
            522 * 7, targets=[target(FRUIT_AND_VEGETABLES, on(0), low=5)], diet=eaten(range(0, 3654, 3))
        )
        drawing = svg.page(chart.draw(chart.data(own)), svg.Naming("a", "b", "c"))
        assert len(gzip.compress(drawing.encode())) < 60_000
