"""A history: typed frames, sums by day, and results kept."""

from datetime import date

import numpy as np
import pytest

from recovery import history as histories
from recovery.metrics import diet, sleep
from tests.recovery.record import at, day, history, rows


def test_an_empty_frame_has_every_column_in_its_type():
    empty = histories.frame([], sleep.COLUMNS)
    assert list(empty) == list(sleep.COLUMNS)
    assert (empty["asleep"].dtype, empty["nap"].dtype, empty["day"].dtype) == (float, bool, "datetime64[s]")


def test_moments_are_minutes_since_1970_and_missing_ones_are_nan():
    record = [{"day": day("1970-01-02"), "asleep": at("1970-01-02 00:00", "UTC")}]
    frame = histories.frame(rows(sleep.COLUMNS, record), sleep.COLUMNS)
    assert frame["asleep"].to_list() == [1440]
    assert frame["awake"].isna().all()


@pytest.mark.parametrize("many", [0, 1, 2, 3, 7])
def test_a_frame_has_every_row_however_many_are_typed_at_once(monkeypatch, many):
    monkeypatch.setattr(histories, "BATCH", 3)
    columns = {"id": "id", "day": "day", "zone": "text", "nap": "flag", "sol": "number"}
    frame = histories.frame(((n, n, "UTC", n % 2, n) for n in range(many)), columns)
    assert frame["id"].to_list() == frame["sol"].to_list() == list(range(many))
    assert frame["nap"].to_list() == [n % 2 == 1 for n in range(many)]


def test_a_history_holds_both_its_first_and_its_last_day():
    record = history("2026-02-27", "2026-03-01")
    assert [str(on.date()) for on in record.days] == ["2026-02-27", "2026-02-28", "2026-03-01"]
    assert len(record) == 3
    assert record.numbers.tolist() == [histories.day_number(on.date()) for on in record.days]


def test_days_are_numbered_from_1970_also_before_it():
    assert histories.day_number(date(1970, 1, 1)) == 0
    assert histories.day_number(date(1969, 12, 31)) == -1
    assert histories.day_numbers(np.array(["1970-01-11"], "datetime64[s]")).tolist() == [10]


def test_totals_add_up_by_day_and_are_missing_without_a_row():
    logs = [{"day": day("2026-03-01"), "amount": a} for a in (1, 2, None)] + [{"day": day("2026-03-03")}]
    record = history("2026-03-01", "2026-03-03", diet=logs)
    assert record.totals(record.diet, "amount") == pytest.approx([3, np.nan, 0], nan_ok=True)


def test_a_tenth_and_two_tenths_are_three_tenths():
    logs = [{"day": day("2026-03-01"), "amount": a} for a in (0.1, 0.2)]
    record = history("2026-03-01", "2026-03-01", diet=logs)
    assert record.totals(record.diet, "amount")[0] == 0.3


def test_what_is_asked_for_twice_is_computed_once():
    record, calls = history("2026-03-01", "2026-03-01"), []

    def compute(own, subject):
        calls.append(subject)
        return [subject]

    one, two = object(), object()
    assert record.once(compute, one) is record.once(compute, one)
    assert record.once(compute, two) == [two]
    assert calls == [one, two]


def test_two_histories_share_nothing():
    first, second = (history("2026-03-01", "2026-03-01", diet=[{"day": day("2026-03-01"), "item": "fruit",
                     "amount": n}]) for n in (1, 2))  # fmt: skip
    assert [diet.plants(record).iloc[0] for record in (first, second)] == [1, 2]
