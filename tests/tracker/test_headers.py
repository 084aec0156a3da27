"""Every address, walked: who may see it, what its answer says of itself, and that looking changes nothing."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.utils import timezone

from recovery.measures import MEASURES
from recovery.strategies import STRATEGIES
from tracker import sample, urls
from tracker.charts import CHARTS
from tracker.models import Import, Pause, PracticeLog, Target, Token, Undo, User
from tracker.trends import SPANS

KEY = {"uidb36": "1", "key": "x-y"}
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Cache-Control": "",
}
# open to anyone; everything else asks to log in first
OPEN = {
    "account_inactive",
    "account_login",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "feed",
    "feed-quiet",
    "learn",
    "learn-entry",
    "learn-measure",
    "learn-measures",
    "learn-pathways",
    "learn-search",
    "learn-words",
    "sample",
    "today",
}
LOGGED_OUT = {"account_logout"}  # sends whoever is not logged in to the front page
# the addresses that name something of a person's own
OWNED = {
    "import": Import,
    "import-answer": Import,
    "import-discard": Import,
    "import-take": Import,
    "import-undo": Import,
    "log-delete": PracticeLog,
    "log-edit": PracticeLog,
    "pause-delete": Pause,
    "pause-edit": Pause,
    "target-delete": Target,
    "token-revoke": Token,
    "undo": Undo,
}
# says the same as where there is nothing to take back any more
REFUSED = {("post", "undo"): {302, 404}}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            if entry.namespace != "api":  # for programs, not for people: test_api.py walks it
                yield from patterns(entry)
        else:
            yield entry


NAMES = sorted({str(entry.name) for entry in patterns(get_resolver())})


def values(name: str) -> dict[str, object]:
    """Something for each piece of an address, fitting an own or a stranger's object."""
    day = timezone.now().date()
    known = {
        "kind": "practice",
        "day": day,
        "monday": day,
        "first": day.replace(day=1),
        "last": day,
        "pk": 1,
        "token": uuid4(),
        "form": "svg",
        "secret": "nobody-has-this-one",
        **KEY,
    }
    slugs = {
        "chart": next(iter(CHARTS)),
        "chart-table": next(iter(CHARTS)),
        "trends-preset": next(iter(SPANS)),
        "plan-strategy": STRATEGIES[0].slug,
        "learn-entry": STRATEGIES[0].slug,
        "learn-measure": MEASURES[0].slug,
    }
    known |= {"slug": slugs.get(name), "name": slugs.get(name)}
    return {piece: known[piece] for piece in pieces(name)}


def pieces(name: str) -> list[str]:
    """The pieces of an address; a KeyError in `values` means: a new kind of piece wants a value there."""
    (entry,) = [entry for entry in patterns(get_resolver()) if entry.name == name]
    return list(entry.pattern.regex.groupindex)


def address(name: str, **own: object) -> str:
    return reverse(name, kwargs={**values(name), **own})


@pytest.fixture
def theirs(ana) -> dict[type, object]:
    """Something of Ana's of every kind that an address can name."""
    day = timezone.now().date()
    log = PracticeLog.objects.create(user=ana, day=day, zone="UTC", technique="breathing", minutes=5)
    return {
        PracticeLog: log,
        Import: Import.objects.create(user=ana, source="sleep-as-android"),
        Pause: Pause.objects.create(user=ana, first=day),
        Target: Target.objects.create(user=ana, strategy=STRATEGIES[0].slug, starts=day, low=1),
        Token: Token.objects.create(user=ana, name="a program", scopes="read", digest="x"),
        Undo: Undo.objects.create(user=ana, kind="practice", key=log.key, version=log.version),
    }


def naming(name: str, thing: object) -> str:
    own = {"token": thing.token} if isinstance(thing, Undo) else {"pk": thing.pk}
    return address(name, **own)


def test_every_address_with_a_number_is_in_the_table_of_owned_ones():
    assert {name for name in NAMES if {"pk", "token"} & set(pieces(name))} == set(OWNED)


def test_the_tables_name_no_address_that_is_gone():
    assert OPEN | LOGGED_OUT | set(OWNED) <= set(NAMES)


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_log_in_where_it_is_not_open(client, monkeypatch, name, method):
    monkeypatch.setattr(sample, "fill", lambda user: None)
    answer = getattr(client, method)(address(name))
    if name in OPEN:
        assert answer.status_code < 500
    elif name in LOGGED_OUT:
        assert answer.status_code == 302
    else:
        assert answer.status_code == 302, answer
        assert answer["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("name", OWNED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_belongs_to_another_person_is_not_there(client, ben, theirs, name, method):
    client.force_login(ben)
    before = snapshot()
    answer = getattr(client, method)(naming(name, theirs[OWNED[name]]))
    assert answer.status_code in REFUSED.get((method, name), {404, 405})
    assert snapshot() == before


def test_every_answer_carries_the_headers_and_no_get_changes_anything(client, ana, theirs):
    before = snapshot()
    for name in NAMES:
        client.force_login(ana)
        answer = client.get(naming(name, theirs[OWNED[name]]) if name in OWNED else address(name))
        assert_headers(answer)
        assert snapshot() == before, name


@pytest.mark.django_db
@pytest.mark.parametrize("place", ["/nothing/", "/static/app.css", "/static/nothing.css", "/log/mood/"])
def test_what_is_no_page_carries_the_headers_too(client, place):
    assert_headers(client.get(place))


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError


class WithABrokenPage:
    urlpatterns = [path("broken/", broken), *urls.urlpatterns]


@pytest.mark.django_db
def test_a_fault_of_ours_is_told_in_our_look_with_the_headers(client, ana, settings):
    settings.ROOT_URLCONF = WithABrokenPage
    client.force_login(ana)
    client.raise_request_exception = False
    answer = client.get("/broken/")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert_headers(answer)


def test_a_form_without_its_token_is_refused_in_our_look(ana):
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    answer = client.post(address("log-add"))
    assert answer.status_code == 403
    assert "That form was too old" in answer.text
    assert_headers(answer)


def test_a_page_of_a_person_is_kept_by_no_cache(client, ana):
    client.force_login(ana)
    answer = client.get(reverse("today"))
    assert "no-store" in answer["Cache-Control"]
    assert "private" in answer["Cache-Control"]


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(client, ana):
    answer = client.post(
        reverse("account_login"), {"login": ana.email, "password": "a long password"}, follow=True
    )
    assert answer.context["user"] == ana
    for cookie in client.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def assert_headers(answer: HttpResponse) -> None:
    for name, start in HEADERS.items():
        assert start in answer.headers.get(name, "missing"), (name, answer)
    policy = answer["Content-Security-Policy"]
    assert not re.search(r"unsafe|\*|https?:", policy)
    if answer.streaming:
        assert b"".join(answer)  # read to its end, a file is closed


def snapshot() -> dict[str, list[object]]:
    """Every row of every table of ours, but for when a person was last asked or logged in."""
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in apps.get_app_config("tracker").get_models()
        if model is not User
    } | {"User": list(User.objects.order_by("pk").values_list("pk", "email", "record", F("welcomed")))}
