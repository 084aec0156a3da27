"""The sheet of numbers: each with its formula, unit, missing-data rule, source and worked example."""

import pytest
from django.conf import settings
from django.core.management import call_command

from recovery.measures import MEASURES
from tracker import numbers


def test_the_sheet_of_numbers_is_current():
    written = (settings.BASE / "docs/metrics.md").read_text(encoding="utf-8")
    assert written == numbers.sheet(), "Please type: make evidence"


def test_the_sheet_of_numbers_is_written_by_its_command(settings, tmp_path):
    settings.BASE = tmp_path
    (tmp_path / "docs").mkdir()
    call_command("metrics")
    assert (tmp_path / "docs/metrics.md").read_text(encoding="utf-8") == numbers.sheet()


def test_every_number_has_its_entry_with_all_that_a_reader_checks():
    parts = numbers.sheet().split("### ")
    for measure in MEASURES:
        [entry] = [part for part in parts if f"(`{measure.slug}`)" in part]
        for text in (measure.unit, measure.formula, measure.missing, "- Source: ", "- Example: "):
            assert text in entry, measure.slug


@pytest.mark.parametrize(
    ("slug", "shown"),
    [("bedtime", "22:30"), ("sleep-efficiency", "82.86"), ("kept", "80"), ("stress-change", "-2")],
)
def test_results_are_short_and_clock_times_are_clock_times(slug, shown):
    assert numbers.result(next(one for one in MEASURES if one.slug == slug)) == shown
