"""Signing up, logging in and out, a forgotten password, and the end of an account."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver, reverse

from tracker import accounts
from tracker.models import ExerciseLog, Import, Pause, Target, Timer, Tombstone, Undo, User

PASSWORD = "a long password"
OTHER_PASSWORD = "quite another one"
OPEN = {
    "account_login": 200,
    "account_signup": 200,
    "account_logout": 302,  # nobody is logged in: back to the start
    "account_inactive": 200,
    "account_reset_password": 200,
    "account_reset_password_done": 200,
    "account_reset_password_from_key": 200,
    "account_reset_password_from_key_done": 200,
}
CLOSED = {"account_change_password", "account_set_password"}


@pytest.fixture(autouse=True)
def _no_attempts_yet(db):
    cache.clear()


def log_in(client: Client, email: str = "ana@example.org", password: str = PASSWORD, **more):
    return client.post(reverse("account_login"), {"login": email, "password": password, **more})


def logged_in(client: Client) -> bool:
    return SESSION_KEY in client.session


def page(client: Client, name: str, **kwargs) -> str:
    return client.get(reverse(name, kwargs=kwargs)).content.decode()


def reset_link() -> str:
    return re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]


def test_signing_up_leads_to_the_welcome(client):
    answer = client.post(reverse("account_signup"), {"email": "new@example.org", "password1": PASSWORD})
    assert answer.status_code == 302
    assert answer["Location"] == reverse("today")
    assert logged_in(client)
    assert not User.objects.get().welcomed


def test_a_sign_up_that_is_refused_keeps_the_address_typed_and_says_why(client):
    answer = client.post(reverse("account_signup"), {"email": "new@example.org", "password1": "short"})
    words = answer.content.decode()
    assert "This password is too short" in words
    assert 'value="new@example.org"' in words
    assert "short" not in re.findall(r'value="([^"]*)"', words)
    assert not User.objects.exists()


def test_an_address_signs_up_once_however_it_is_written(client, ana):
    answer = client.post(reverse("account_signup"), {"email": "ANA@Example.org", "password1": PASSWORD})
    assert "has an account already" in answer.content.decode()
    assert User.objects.count() == 1


def test_an_address_logs_in_however_it_is_written(client, ana):
    log_in(client, "Ana@EXAMPLE.org")
    assert logged_in(client)


def test_a_wrong_password_says_so_and_keeps_the_address_typed(client, ana):
    answer = log_in(client, password="not hers at all")
    words = answer.content.decode()
    assert words.count("do not belong together") == 1
    assert 'value="ana@example.org"' in words
    assert not logged_in(client)


def test_the_sixth_wrong_password_is_refused_even_if_it_is_right(client, ana):
    for _ in range(5):
        log_in(client, password="not hers at all")
    answer = log_in(client)
    assert "Too many wrong passwords" in answer.content.decode()
    assert not logged_in(client)


def test_the_thirty_first_log_in_of_an_address_in_a_minute_gets_a_page_that_says_so(client, ana):
    for _ in range(30):
        log_in(client, "nobody@example.org")
    answer = log_in(client)
    assert answer.status_code == 429
    assert "too many attempts" in answer.content.decode()


def test_log_in_changes_the_session_and_log_out_ends_it(client, ana):
    given = client.session  # as an attacker might plant it
    given["planted"] = True
    given.save()
    log_in(client)
    during = client.session.session_key
    assert logged_in(client)
    assert during != given.session_key
    assert not Session.objects.filter(session_key=given.session_key).exists()
    client.post(reverse("account_logout"))
    assert not logged_in(client)
    assert not Session.objects.filter(session_key=during).exists()


def test_looking_at_the_log_out_page_logs_nobody_out(client, ana):
    client.force_login(ana)
    assert "Log out?" in page(client, "account_logout")
    assert logged_in(client)


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(client, ana):
    page(client, "account_login")
    log_in(client)
    for name in ("sessionid", "csrftoken"):
        assert client.cookies[name]["httponly"]
        assert client.cookies[name]["samesite"] == "Lax"


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_log_in_sends_nobody_to_another_site(client, ana, target):
    answer = log_in(client, next=target)
    assert answer["Location"] == reverse("today")


def test_log_in_goes_on_to_the_page_that_asked_for_it(client, ana):
    asked = client.get(reverse("settings"))
    assert asked["Location"] == f"{reverse('account_login')}?next={reverse('settings')}"
    assert f'value="{reverse("settings")}"' in client.get(asked["Location"]).content.decode()
    assert log_in(client, next=reverse("settings"))["Location"] == reverse("settings")


def test_every_account_page_is_either_open_or_asks_for_log_in(client, db):
    names = {p.name for p in get_resolver("tracker.accounts").url_patterns}
    assert names == set(OPEN) | CLOSED
    for name in names:
        kwargs = {"uidb36": "1", "key": "x"} if name == "account_reset_password_from_key" else {}
        answer = client.get(reverse(name, kwargs=kwargs))
        assert answer.status_code == OPEN.get(name, 302), name
        assert ("/account/login/" in answer.get("Location", "")) == (name in CLOSED), name


def test_password_fields_may_be_filled_by_a_password_manager(client, ana):
    assert 'autocomplete="new-password"' in page(client, "account_signup")
    assert 'autocomplete="current-password"' in page(client, "account_login")
    assert 'autocomplete="email"' in page(client, "account_login")
    client.force_login(ana)
    assert 'autocomplete="new-password"' in page(client, "account_change_password")


def test_a_forgotten_password_is_replaced_by_the_mailed_link_once(client, ana):
    client.post(reverse("account_reset_password"), {"email": "ANA@example.org"})
    assert mail.outbox[0].subject == "Choose a new password"
    assert "ana@example.org" in mail.outbox[0].to
    form = client.get(reset_link(), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": OTHER_PASSWORD})
    log_in(client, password=PASSWORD)
    assert not logged_in(client)
    log_in(client, password=OTHER_PASSWORD)
    assert logged_in(client)
    assert "no longer works" in Client().get(reset_link(), follow=True).content.decode()


def test_a_reset_ends_every_session(client, ana):
    elsewhere = Client()
    elsewhere.force_login(ana)
    client.post(reverse("account_reset_password"), {"email": ana.email})
    form = client.get(reset_link(), follow=True)
    client.post(form.request["PATH_INFO"], {"password1": OTHER_PASSWORD})
    assert elsewhere.get(reverse("settings")).status_code == 302


def test_an_unknown_address_gets_the_same_answer_and_no_mail(client, ana):
    known = client.post(reverse("account_reset_password"), {"email": ana.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [m.to for m in mail.outbox] == [[ana.email]]


@pytest.fixture
def no_mail_server(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nothing listens there


def test_a_mail_that_cannot_be_sent_gives_no_account_away(client, ana, no_mail_server, caplog):
    known = client.post(reverse("account_reset_password"), {"email": ana.email})
    unknown = client.post(reverse("account_reset_password"), {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert "could not be sent" in caplog.text
    assert ana.email not in caplog.text


def test_an_address_is_moved_though_its_mail_cannot_be_sent(client, ana, no_mail_server):
    client.force_login(ana)
    answer = client.post(reverse("account-email"), {"email": "new@example.org", "password": PASSWORD})
    assert answer["Location"] == reverse("settings")
    ana.refresh_from_db()
    assert ana.email == "new@example.org"


def test_changing_the_password_logs_other_devices_out(client, ana):
    elsewhere = Client()
    elsewhere.force_login(ana)
    client.force_login(ana)
    answer = client.post(
        reverse("account_change_password"), {"oldpassword": PASSWORD, "password1": OTHER_PASSWORD}
    )
    assert answer["Location"] == reverse("settings")
    assert client.get(reverse("settings")).status_code == 200
    assert elsewhere.get(reverse("settings")).status_code == 302


def test_changing_the_password_needs_the_present_one(client, ana):
    client.force_login(ana)
    answer = client.post(
        reverse("account_change_password"), {"oldpassword": "a guess", "password1": OTHER_PASSWORD}
    )
    assert "not your present password" in answer.content.decode()
    ana.refresh_from_db()
    assert ana.check_password(PASSWORD)


def test_a_new_address_needs_the_password_and_the_old_one_no_longer_logs_in(client, ana):
    log_in(client)
    client.post(reverse("account-email"), {"email": "New@example.org", "password": "a guess"})
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"
    client.post(reverse("account-email"), {"email": "New@example.org", "password": PASSWORD})
    assert mail.outbox[0].to == ["ana@example.org"]
    old, new = Client(), Client()
    log_in(old)
    log_in(new, "new@example.org")
    assert (logged_in(old), logged_in(new)) == (False, True)


def test_another_persons_address_cannot_be_taken(client, ana, ben):
    client.force_login(ana)
    answer = client.post(reverse("account-email"), {"email": "BEN@example.org", "password": PASSWORD})
    assert "Another account has this address." in answer.content.decode()
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"


def fill(user: User) -> None:
    """At least one row of the person in every table that belongs to a person."""
    today = user.today()
    ExerciseLog.objects.create(user=user, day=today, zone=user.zone, minutes=0)
    Target.objects.create(user=user, strategy="fish", starts=today, low=1)
    Pause.objects.create(user=user, first=today)
    Timer.objects.create(user=user, kind="sleep", zone=user.zone)
    Tombstone.objects.create(user=user, kind="diet", key="k")
    Undo.objects.create(user=user, kind="diet", key="k")
    Import.objects.create(user=user, source="x")
    EmailAddress.objects.create(user=user, email=user.email)


def rows(user_id: int) -> dict[str, int]:
    """How many rows each table has of a person."""
    owned = {"tracker.User": User.objects.filter(pk=user_id).count()}
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            if field.related_model is User:
                owned[model._meta.label] = model._default_manager.filter(**{field.name: user_id}).count()
    return owned


def test_a_deleted_account_leaves_nothing_behind_and_others_as_they_were(client, ana, ben):
    fill(ana)
    fill(ben)
    others, whose = rows(ben.pk), ana.pk
    log_in(client)
    log_in(Client())
    log_in(Client(), ben.email)
    assert sum(rows(whose).values()) >= 9
    answer = client.post(reverse("account-delete"), {"password": PASSWORD})
    assert answer["Location"] == reverse("today")
    assert set(rows(whose).values()) == {0}
    assert rows(ben.pk) == others
    holders = [session.get_decoded().get(SESSION_KEY) for session in Session.objects.all()]
    assert str(whose) not in holders
    assert str(ben.pk) in holders


def test_deleting_offers_the_download_and_needs_the_password(client, ana):
    client.force_login(ana)
    words = page(client, "account-delete")
    assert reverse("export") in words
    answer = client.post(reverse("account-delete"), {"password": "a guess"})
    assert "That is not your password." in answer.content.decode()
    client.post(reverse("account-delete"))
    assert User.objects.filter(pk=ana.pk).exists()


def test_guessing_the_password_of_an_open_device_is_limited(client, ana):
    client.force_login(ana)
    for _ in range(10):
        client.post(reverse("account-delete"), {"password": "a guess"})
    assert client.post(reverse("account-delete"), {"password": PASSWORD}).status_code == 429
    assert User.objects.filter(pk=ana.pk).exists()


def test_an_account_that_is_switched_off_says_so(client, ana):
    User.objects.update(is_active=False)
    answer = log_in(client)
    assert not logged_in(client)
    assert "closed" in page(client, "account_inactive")
    assert answer.status_code in (200, 302)


def test_pages_and_mails_carry_no_words_of_the_library_behind_them(client, ana):
    client.post(reverse("account_reset_password"), {"email": ana.email})
    assert "example.com" not in mail.outbox[0].body
    assert "placeholder" not in page(client, "account_login") + page(client, "account_signup")


def test_moving_to_an_address_is_undone_whole_if_it_is_taken_meanwhile(ana, ben):
    with pytest.raises(Exception, match=r"(?i)unique"):
        accounts.move(ana, ben.email)
    ana.refresh_from_db()
    assert ana.email == "ana@example.org"
    assert not mail.outbox


def test_who_has_to_log_in_first_comes_back_to_a_page_never_to_a_form_s_address(client):
    assert client.get("/plan/")["Location"] == f"{reverse('account_login')}?next=/plan/"
    assert client.post("/log/diet/quick/")["Location"] == reverse("account_login")
