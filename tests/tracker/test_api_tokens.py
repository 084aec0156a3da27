"""Tokens: who may ask the API for what, and how often."""

from functools import reduce

import pytest
from django.utils import timezone

from tests.tracker.program import WALK, Program, expect_problem
from tracker.api import api
from tracker.api.document import document, operations
from tracker.models import Token, User
from tracker.models.token import EVERY


@pytest.fixture
def program(client, ana) -> Program:
    return Program(client, ana)


def test_a_token_is_needed_everywhere_and_no_cookie_counts(her):
    pieces = {"{pk}": "1", "{name}": "nights", "{strategy}": "regular-hours"}
    for path, method, _operation in operations(document(api)):
        address = reduce(lambda text, piece: text.replace(*piece), pieces.items(), path)
        answer = getattr(her, method)(address)
        assert answer.status_code == 401, (path, method)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer x", "Basic eDp5", "Token x", "Bearer \xff"])
def test_a_token_that_is_none_is_refused(program, header):
    answer = program.client.get("/api/v1/logs/sleep", headers={"Authorization": header})
    expect_problem(answer, 401)
    assert answer["WWW-Authenticate"] == "Bearer"


def test_a_token_to_read_writes_nothing(client, ana):
    program = Program(client, ana, "read")
    expect_problem(program("post", "logs/exercise", WALK), 403)
    assert program("get", "logs/exercise").json()["entries"] == []


def test_a_token_to_log_reads_nothing(client, ana):
    program = Program(client, ana, "log")
    assert program("post", "logs/exercise", WALK).status_code == 201
    expect_problem(program("get", "logs/exercise"), 403)
    expect_problem(program("get", "metrics/daily"), 403)


def test_a_token_that_is_revoked_is_none(program):
    Token.objects.all().delete()
    expect_problem(program("get", "logs/sleep"), 401)


def test_a_token_of_a_closed_account_is_none(program):
    User.objects.update(is_active=False)
    expect_problem(program("get", "logs/sleep"), 401)


def test_a_token_is_kept_nowhere_but_as_a_digest(program):
    kept = Token.objects.get()
    assert program.secret not in repr(vars(kept))
    assert len(program.secret) == 47
    assert program.secret.startswith(kept.prefix)


def test_a_token_notes_its_last_use_once_a_minute(program):
    program("get", "logs/sleep")
    first = Token.objects.get().used
    assert first
    program("get", "logs/sleep")
    assert Token.objects.get().used == first
    Token.objects.update(used=timezone.now() - EVERY)
    program("get", "logs/sleep")
    assert Token.objects.get().used > first


def test_a_token_has_so_many_requests_a_minute(program, settings):
    settings.API_REQUESTS = 2
    answers = [program("get", "logs/sleep") for _ in range(5)]
    late = [answer for answer in answers if answer.status_code == 429]
    assert late
    expect_problem(late[0], 429)
    assert 0 < int(late[0]["Retry-After"]) <= 60


def test_a_token_counts_for_more_than_a_cookie(client, ana, ben):
    client.force_login(ben)
    Program(client, ana)("post", "logs/exercise", WALK)
    assert ana.exerciselogs.exists()
    assert not ben.exerciselogs.exists()
