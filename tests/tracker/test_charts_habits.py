"""Exercise, diet, practice and the plan over any span: what each chart takes from the record."""

from datetime import date, timedelta

import numpy as np
import pytest

from recovery import adherence as keeping
from recovery.adherence import State
from recovery.strategies.diet import FRUIT_AND_VEGETABLES
from tests.recovery.record import day, history, target
from tracker.charts import adherence, span

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

    def test_parts_of_states_count_as_all_of_them_do(self):
        states = [State.MET, State.MISSED, State.NOT_LOGGED, State.OPEN, State.MET, State.EXCUSED]
        array = np.array(states, dtype=object)
        parts = keeping.kept_in(array, np.array([0, 0, 0, 1, 1, 1]), 3)
        assert parts == [keeping.kept(states[:3]), keeping.kept(states[3:]), keeping.kept([])]
