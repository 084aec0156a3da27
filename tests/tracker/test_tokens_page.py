"""The page of tokens: made, shown once, revoked; and the page that says what a program can ask for."""

from django.urls import reverse

from tracker.kinds import KINDS
from tracker.models import Token
from tracker.models.token import MOST

PAGE = reverse("tokens")


def test_a_token_is_shown_once_and_opens_the_record(her, ana):
    made = her.post(PAGE, {"name": "Kitchen button", "may": ["log"]})
    secret = made.context["secret"]
    assert secret in made.text
    assert secret not in her.get(PAGE).text
    token = ana.tokens.get()
    assert (token.name, token.scopes) == ("Kitchen button", "log")
    walk = {"activity": "walk", "minutes": 30}
    answer = her.post(
        "/api/v1/logs/exercise", walk, "application/json", headers={"Authorization": f"Bearer {secret}"}
    )
    assert answer.status_code == 201
    assert "last used" in her.get(PAGE).text


def test_what_a_token_may_stands_with_commas(her, ana):
    Token.objects.create(user=ana, name="x", scopes="read log", digest="1")
    assert "may: read, log" in her.get(PAGE).text


def test_a_token_that_may_nothing_or_has_no_name_is_not_made(her, ana):
    for sent in ({"name": "x"}, {"name": "", "may": ["read"]}, {"name": "x", "may": ["everything"]}):
        assert her.post(PAGE, sent).status_code == 422
    assert not ana.tokens.exists()


def test_a_person_has_so_many_tokens_and_no_more(her, ana):
    for n in range(MOST):
        Token.objects.create(user=ana, name="x", scopes="read", digest=str(n))
    assert her.post(PAGE, {"name": "x", "may": ["read"]}).status_code == 422
    assert ana.tokens.count() == MOST


def test_a_revoked_token_is_gone(her, ana):
    her.post(PAGE, {"name": "x", "may": ["read"]})
    her.post(reverse("token-revoke", args=[ana.tokens.get().pk]))
    assert not ana.tokens.exists()


def test_the_settings_lead_to_the_tokens(her):
    assert PAGE in her.get(reverse("settings")).text


def test_what_a_program_can_ask_for_is_a_page_for_anybody(client, db):
    page = client.get("/api/v1/")
    assert page.status_code == 200
    for slug in KINDS:
        assert f"/api/v1/logs/{slug}" in page.text
    assert client.get("/api/v1/openapi.json").json()["openapi"].startswith("3.1")
