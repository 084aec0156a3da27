"""Numbers in words: durations, shares, clock times, drinks, and one or many."""

from datetime import date

import pytest
from django.utils import translation

from recovery.metrics.metric import Unit
from tracker.models import User
from tracker.templatetags import units

NAN = float("nan")


def spaced(words):
    return words.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (432, "7 h 12 min"), (0, "0 min"), (60, "1 h"), (59.6, "1 h"), (59.4, "59 min"), (425, "7 h 05 min"),
        (119.7, "2 h"), (1440, "24 h"), (NAN, ""), (None, ""),
    ],
)  # fmt: skip
def test_minutes_are_hours_and_minutes(minutes, words):
    assert spaced(units.duration(minutes)) == words


def test_an_answer_is_yes_or_no():
    assert [units.worded(value, Unit.ANSWER) for value in (1, 0, NAN)] == ["yes", "no", ""]


def test_a_duration_is_never_broken_over_two_lines():
    assert " " not in units.duration(432)


@pytest.mark.parametrize(
    ("share", "words"), [(0.92, "92 %"), (0, "0 %"), (1, "100 %"), (0.666, "67 %"), (NAN, ""), (None, "")]
)
def test_a_share_is_per_cent(share, words):
    assert spaced(units.percent(share)) == words


CLOCKS = [
    ("en", "", 1398, "23:18"), ("en-gb", "", 1398, "23:18"), ("en-us", "", 1398, "11:18 p.m."),
    ("en", "12", 1398, "11:18 p.m."), ("en-gb", "12", 423, "7:03 a.m."), ("en-us", "24", 423, "07:03"),
    ("en", "24", 0, "00:00"), ("en", "12", 0, "12:00 a.m."), ("en", "12", 720, "12:00 p.m."),
    ("en", "24", 1439.6, "00:00"), ("en", "24", 1440, "00:00"), ("en", "24", -42, "23:18"),
    ("en", "24", NAN, ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "clock", "minutes", "words"), CLOCKS)
def test_a_time_of_day_follows_the_language_and_the_persons_clock(language, clock, minutes, words):
    with translation.override(language):
        assert spaced(units.clock(minutes, User(clock=clock))) == words


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1, Unit.SERVINGS, "1 serving"), (2, Unit.SERVINGS, "2 servings"), (0, Unit.SERVINGS, "0 servings"),
        (1.5, Unit.SERVINGS, "1.5 servings"), (0.5, Unit.SERVINGS, "0.5 serving"),
        (1.04, Unit.SERVINGS, "1 serving"), (1.06, Unit.SERVINGS, "1.1 servings"),
        (1, Unit.SESSIONS, "1 session"), (2, Unit.SESSIONS, "2 sessions"),
        (1, Unit.DAYS, "1 day"), (5, Unit.DAYS, "5 days"),
        (107, Unit.MILLIGRAMS, "107 mg"), (30.4, Unit.MINUTES, "30 min"), (450, Unit.DURATION, "7 h 30 min"),
        (8.5, Unit.HOURS, "8 h 30 min"), (92.4, Unit.PERCENT, "92 %"), (1398, Unit.CLOCK, "23:18"),
        (3, Unit.COUNT, "3"), (-1.25, Unit.POINTS, "−1.2"), (NAN, Unit.SERVINGS, ""), (None, Unit.GRAMS, ""),
    ],
)  # fmt: skip
def test_a_number_is_worded_with_its_unit(value, unit, words):
    assert spaced(units.worded(value, unit, User(clock="24"))) == words


@pytest.mark.parametrize(
    ("grams", "drink", "words"),
    [
        (10, 10, "1 drink"),
        (14, 14, "1 drink"),
        (28, 14, "2 drinks"),
        (15, 10, "1.5 drinks"),
        (0, 10, "0 drinks"),
    ],
)
def test_alcohol_is_shown_as_drinks_of_the_persons_country(grams, drink, words):  # rule 28
    assert spaced(units.worded(grams, Unit.GRAMS, User(drink=drink))) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0, "not yet begun"), (0.2, "a beginning"), (0.5, "about half"), (0.9, "most of it"), (1, "all of it")],
)
def test_a_share_can_be_said_without_a_number(share, words):  # rule 31
    assert units.gently(share) == words


@pytest.mark.parametrize("unit", Unit)
def test_every_unit_has_a_name_and_words(unit):
    assert units.unit_name(unit)
    assert units.worded(2, unit)


def test_two_days_of_one_year_say_it_once():
    assert said(date(2026, 8, 31), date(2026, 11, 21)) == "31 August – 21 November 2026"
    assert said(date(2025, 8, 31), date(2026, 11, 21)) == "31 August 2025 – 21 November 2026"


def test_two_days_of_one_month_say_it_once():
    assert said(date(2026, 11, 9), date(2026, 11, 15)) == "9 – 15 November 2026"


def test_a_line_ends_between_two_days_and_never_within_one():
    assert units.date_span(date(2026, 8, 31), date(2026, 11, 21)).split(" ") == [
        "31\xa0August\xa0–",
        "21\xa0November\xa02026",
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-us", "July\xa03, 2019"),
        ("en", "3\xa0July 2019"),
        ("de", "3.\xa0Juli 2019"),
        ("es", "3\xa0de julio de 2019"),
    ],
)
def test_a_day_in_a_narrow_column_keeps_its_month(language, words):
    with translation.override(language):
        assert units.narrow_day(date(2019, 7, 3)) == words


def test_a_negative_number_has_a_real_minus():
    assert units.plain(-1.5) == "−1.5"


def said(first, last):
    return units.date_span(first, last).replace("\xa0", " ")
