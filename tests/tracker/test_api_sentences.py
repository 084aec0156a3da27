"""What is refused is said in plain words, with the limit, and under the titles of the standard."""

import json
import re

import pytest

from tests.tracker.program import NIGHT, WALK, Program, expect_problem
from tests.tracker.test_api_document import TEXT
from tracker.api import access


@pytest.fixture
def program(client, ana) -> Program:
    return Program(client, ana)


DAY = "It has to be a day of the calendar, as in 2026-11-21."
MOMENT = "It has to be a day and a time, as in 2026-11-21T07:10:00+01:00."


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("minutes", 1441, "It has to be at most 1440."),
        ("minutes", -1, "It has to be at least 0."),
        ("minutes", "30", "It has to be a whole number."),
        ("minutes", True, "It has to be a whole number."),
        ("strength", 1, "It has to be true or false."),
        ("note", "x" * 4001, "It may have at most 4000 characters; this has 4001."),
        ("note", 5, "It has to be a text."),
        ("note", "\ud800", "It holds a character that is no text."),
        ("note", "\0", "It holds a character that is no text."),
        ("key", "", "It may not be empty."),
        ("day", "2026-02-30", DAY),
        ("day", 20260310, DAY),
        ("start", "2026-03-10", MOMENT),
        ("start", "2026-03-10T25:00", MOMENT),
        ("intensity", "hard", "It has to be one of these: light, moderate, vigorous."),
        ("mood", 5, "There is no field of this name here."),
    ],
)
def test_a_field_is_refused_in_a_plain_sentence_with_its_limit(program, field, value, sentence):
    told = expect_problem(program("post", "logs/exercise", {**WALK, field: value}), 422, field)
    assert told["errors"][0]["message"] == sentence


@pytest.mark.parametrize(
    ("path", "body", "field", "sentence"),
    [
        ("logs/exercise", {"activity": "walk"}, "minutes", "It is needed."),
        ("logs/exercise", [], "", "It has to be an object, with names and values."),
        ("logs/sleep", {**NIGHT, "hygiene": "wind-down"}, "hygiene", "It has to be a list."),
        ("logs/sleep/bulk", [], "", "It may not be empty."),
        ("logs/diet/bulk", [{}] * 501, "", "The list may have at most 500 items; this has 501."),
        ("plan/regular-hours", {"clock": 1440}, "clock", "It has to be less than 1440."),
        ("plan/regular-hours", {"high": "30"}, "high", "It has to be a number."),
        ("plan/regular-hours", {"high": 10081}, "high", "It has to be at most 10080."),
    ],
)
def test_a_body_is_refused_in_a_plain_sentence(program, path, body, field, sentence):
    told = expect_problem(program("post", path, body), 422, field)
    assert told["errors"][0]["message"] == sentence


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ("limit=x", "It has to be a whole number."),
        ("limit=501", "It has to be at most 500."),
        ("first=x", DAY),
        ("order=up", "It has to be one of these: oldest, newest."),
    ],
)
def test_a_question_is_refused_in_a_plain_sentence(program, asked, sentence):
    told = expect_problem(program("get", f"logs/exercise?{asked}"), 422, asked.partition("=")[0])
    assert told["errors"][0]["message"] == sentence


def test_the_titles_are_those_of_the_standard_on_every_python(program, monkeypatch):
    assert program("post", "logs/exercise", {}).json()["title"] == "Unprocessable Content"
    monkeypatch.setattr(access, "MOST", 1)
    assert program("post", "logs/exercise", WALK).json()["title"] == "Content Too Large"


def test_the_problem_of_the_book_is_the_one_that_is_answered(program):
    """Of an entry, the first problem that docs/api.md shows as JSON."""
    shown = json.loads(re.search(r'^    (\{"type".+?\]\})$', TEXT, re.MULTILINE | re.DOTALL)[1])
    assert program("post", "logs/exercise", {**WALK, "minutes": 1500}).json() == shown
