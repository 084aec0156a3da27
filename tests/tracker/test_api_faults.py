"""What the API says when it fails itself: a problem like any other, and nothing of the record."""

import json

import pytest
from django.db import OperationalError

from tests.tracker.program import WALK, Program, expect_problem
from tracker.models import writing

SECRET = "Ana slept badly"


@pytest.fixture
def broken(monkeypatch):
    def breaks(error):
        def failing(*_given):
            raise error

        monkeypatch.setattr(writing, "add", failing)

    return breaks


def test_a_fault_is_a_problem_that_tells_nothing_of_the_record(client, ana, broken, caplog):
    broken(RuntimeError(SECRET))
    answer = Program(client, ana)("post", "logs/exercise", {**WALK, "note": "my own words"})
    told = expect_problem(answer, 500)
    for text in (json.dumps(told), caplog.text):
        assert SECRET not in text
        assert "my own words" not in text
    assert "POST /api/v1/logs/exercise failed with RuntimeError" in caplog.text
    assert "in failing" in caplog.text


def test_a_record_that_is_locked_too_long_says_when_to_come_back(client, ana, broken):
    broken(OperationalError("database is locked"))
    answer = Program(client, ana)("post", "logs/exercise", WALK)
    expect_problem(answer, 503)
    assert answer["Retry-After"] == "30"


def test_another_failure_of_the_database_is_a_fault(client, ana, broken):
    broken(OperationalError("disk I/O error"))
    expect_problem(Program(client, ana)("post", "logs/exercise", WALK), 500)
