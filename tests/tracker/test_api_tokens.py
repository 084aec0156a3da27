"""Tokens: who may ask the API for what, and how often."""

from functools import reduce

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tests.tracker.program import WALK, Program, expect_problem
from tests.tracker.test_api_numbers import SLEEP_AS_ANDROID
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


def test_a_token_to_log_is_told_that_it_was_written_and_nothing_that_it_did_not_send(client, ana):
    sent = {**WALK, "key": "one", "note": "my own words"}
    whole, narrow = Program(client, ana), Program(client, ana, "log")
    pk = whole("post", "logs/exercise", sent).json()["id"]
    for answer, version in (
        (narrow("post", "logs/exercise", sent), 1),
        (narrow("patch", f"logs/exercise/{pk}", {}, If_Match="*"), 1),
        (narrow("patch", f"logs/exercise/{pk}", {"minutes": 31}, If_Match="*"), 2),
    ):
        assert answer.json() == {"id": pk, "version": version}
        assert answer["ETag"] == f'"{version}"'
    assert set(narrow("post", "logs/exercise", WALK).json()) == {"id", "version"}
    many = narrow("post", "logs/exercise/bulk", [sent]).json()["entries"]
    assert many == [{"key": "one", "outcome": "changed", "id": pk, "version": 3}]


def test_a_token_to_log_changes_only_what_programs_sent(client, ana):
    """A refusal would tell how long the night was."""
    own = {"user": ana, "day": "2026-03-10", "zone": "UTC"}
    typed = ana.practicelogs.create(**own, technique="breathing", minutes=5)
    program = Program(client, ana, "log")
    expect_problem(program("patch", f"logs/practice/{typed.pk}", {"minutes": 6}, If_Match="*"), 404)
    expect_problem(program("delete", f"logs/practice/{typed.pk}", If_Match="*"), 404)
    pk = program("post", "logs/exercise", WALK).json()["id"]
    assert program("delete", f"logs/exercise/{pk}", If_Match='"1"').status_code == 204


def test_a_token_to_log_learns_nothing_of_the_plan_nor_of_a_pause(client, ana, settings):
    whole, narrow = Program(client, ana), Program(client, ana, "log")
    whole("post", "plan/aerobic-minutes", {"low": 120})
    assert set(narrow("post", "plan/aerobic-minutes", {}).json()) == {"id"}
    pause = whole("post", "pauses", {"first": "2026-03-10", "pillar": "sleep"})
    pk, tag = pause.json()["id"], pause["ETag"]
    assert narrow("delete", f"pauses/{pk}", If_Match='"x"')["ETag"] == tag
    assert narrow("put", f"pauses/{pk}", {"first": "2026-03-10"}, If_Match="*").json() == {"id": pk}
    assert set(narrow("post", "pauses", {"first": "2026-04-10"}).json()) == {"id"}
    whole("put", f"pauses/{pk}", {"first": "2026-03-10", "pillar": "sleep"}, If_Match="*")
    assert whole("get", f"pauses/{pk}")["ETag"] == tag
    settings.SECRET_KEY = "x" * 50  # without it nobody can make the tags of all pauses that there could be
    assert whole("get", f"pauses/{pk}")["ETag"] != tag


def test_a_token_to_log_hands_a_file_over_and_learns_its_state_alone(client, ana):
    narrow = Program(client, ana, "log")
    file = SimpleUploadedFile("file", SLEEP_AS_ANDROID)
    ready = client.post("/api/v1/imports", {"file": file}, headers=narrow.headers).json()
    assert ready == {"id": ready["id"], "state": "ready"}
    for verb, state in (("take", "taken"), ("undo", "undone")):
        assert narrow("post", f"imports/{ready['id']}/{verb}", {}).json() == {**ready, "state": state}
    assert not ana.sleeplogs.exists()


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
