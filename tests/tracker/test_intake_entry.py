"""What a column is asked once in bulk: the same as its field says each time."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tracker.importers import Row
from tracker.intake import entry
from tracker.kinds import KINDS
from tracker.models import User

VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 2000),
    st.sampled_from([2**63, -(2**63), "", "walk", "Europe/Berlin", "a\0b", "x" * 65, "x" * 4001, "7"]),
    st.floats(),
    st.text(max_size=5),
    st.dates(),
    st.datetimes(timezones=st.just(UTC)),
    st.lists(st.integers(), max_size=1),
)
COLUMNS = [
    (kind.model, field)
    for kind in KINDS.values()
    for field in kind.model._meta.concrete_fields
    if field.name not in entry.OWNED
]
WALK = {"activity": "walk", "minutes": 30, "intensity": "light", "zone": "Europe/Berlin"}
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def accepts(field, value):
    """Whether the whole way takes it, and leaves it as it is."""
    try:
        if field.blank and value in field.empty_values:
            return True
        cleaned = field.clean(value, None)
        entry._check_value(field, value)
    except ValidationError:
        return False
    return (type(cleaned), cleaned) == (type(value), value)


@pytest.mark.filterwarnings("ignore:DateTimeField")  # Django's own words about a day in its place
@given(value=VALUES)
def test_no_column_takes_in_bulk_what_its_field_refuses_or_reads_as_another(value):  # rules.md, 25
    for model, field in COLUMNS:
        _values, columns = entry._columns(model)
        names = [f.attname for f in model._meta.concrete_fields if f.name not in entry.OWNED]
        try:
            quick = columns[names.index(field.attname)](value)
        except (TypeError, OverflowError):  # what cannot be remembered, or counted, goes the whole way
            continue
        assert quick <= accepts(field, value), (field, value)


def test_true_and_one_are_told_apart():
    rows = [Row("exercise", "1", {**WALK, "start": NOON, "strength": told}) for told in (True, 1.0)]
    assert [entry.valid(row, User(zone="UTC"), "app").strength for row in rows] == [True, True]
    assert type(entry.valid(rows[1], User(zone="UTC"), "app").strength) is bool


def test_numbers_in_words_become_numbers_as_in_a_form():
    row = Row("exercise", "1", {**WALK, "start": NOON, "minutes": "45"})
    assert entry.valid(row, User(zone="UTC"), "app").minutes == 45


def test_a_list_where_a_number_belongs_is_refused():
    row = Row("exercise", "1", {**WALK, "start": NOON, "minutes": [45]})
    with pytest.raises(ValidationError, match="minutes"):
        entry.valid(row, User(zone="UTC"), "app")


def test_a_column_that_is_not_there_is_a_fault_of_ours():
    with pytest.raises(TypeError, match="ExerciseLog has no mood"):
        entry.valid(Row("exercise", "1", {**WALK, "mood": 3}, day=date(2026, 3, 4)), User(), "app")


def test_each_entry_has_its_own_moment_of_writing():
    row = Row("exercise", "1", {**WALK, "start": NOON})
    first, second = (entry.valid(row, User(zone="UTC"), "app") for _ in range(2))
    assert timedelta(0) <= second.created - first.created
    assert (first.created, first.key, first.source) == (first.updated, "1", "app")
