"""Accounts by e-mail and password: which of allauth's pages are open, and how an account ends."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from smtplib import SMTPException
from typing import Any

from allauth.account import forms as allauth_forms
from allauth.account import views
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import path, re_path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import RedirectView

from tracker.intake import desk
from tracker.models import User

log = logging.getLogger(__name__)
EMAIL = gettext_lazy("E-mail")
PASSWORD = gettext_lazy("Password")
NEW_PASSWORD = gettext_lazy("New password")
GOOD_PASSWORD = gettext_lazy("At least 10 characters. A few words together are hard to guess.")


class Adapter(DefaultAccountAdapter):
    """What allauth says when it refuses something, in our words."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy("This address and this password do not belong together."),
        "email_taken": gettext_lazy("This address has an account already. Log in with it instead."),
        "enter_current_password": gettext_lazy("That is not your present password."),
        "too_many_login_attempts": gettext_lazy("Too many wrong passwords. Wait five minutes and try again."),
    }

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        with sending():
            super().send_mail(template_prefix, email, context)


@contextmanager
def sending() -> Iterator[None]:
    """Mail that cannot be sent is logged; the page goes on, and so tells nobody whether an account exists."""
    try:
        yield
    except (OSError, SMTPException) as problem:
        log.error("A mail could not be sent: %s. Look at EMAIL_URL.", type(problem).__name__)


def worded(form: forms.Form, **labels: Any) -> None:
    """Leave the named fields alone on the form, under these labels and without placeholders."""
    for name in list(form.fields):
        if name not in labels:
            del form.fields[name]
    for name, field in form.fields.items():
        field.label = labels[name]
        field.help_text = GOOD_PASSWORD if name == "password1" else ""
        field.widget.attrs.pop("placeholder", None)


class LogInForm(allauth_forms.LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, login=EMAIL, password=PASSWORD)


class SignUpForm(allauth_forms.SignupForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, email=EMAIL, password1=PASSWORD)


class ForgottenForm(allauth_forms.ResetPasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, email=EMAIL)


class NewPasswordForm(allauth_forms.ResetPasswordKeyForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, password1=NEW_PASSWORD)


class ChangePasswordForm(allauth_forms.ChangePasswordForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        worded(self, oldpassword=gettext_lazy("Present password"), password1=NEW_PASSWORD)


def move(user: User, email: str) -> None:
    """Give an account a new address, and tell the old one. The caller has asked for the password."""
    former = user.email
    with transaction.atomic():
        user.email = email
        user.save(update_fields=["email"])
        EmailAddress.objects.filter(user=user).delete()  # else the old address would still log in
        EmailAddress.objects.create(user=user, email=email, primary=True)
    message = render_to_string("account/email/moved_message.txt")
    with sending():
        send_mail(_("Your e-mail address was changed"), message, None, [former])


def forget(user: User) -> None:
    """Delete a person, everything they recorded and every session of theirs."""
    desk.forget(user)
    with transaction.atomic():
        for session in Session.objects.iterator():
            if session.get_decoded().get(SESSION_KEY) == str(user.pk):
                session.delete()
        user.delete()


RESET = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
urlpatterns = [
    path("login/", views.LoginView.as_view(form_class=LogInForm), name="account_login"),
    path("logout/", views.logout, name="account_logout"),
    path("signup/", views.SignupView.as_view(form_class=SignUpForm), name="account_signup"),
    path("inactive/", views.account_inactive, name="account_inactive"),
    path(
        "password/change/",
        views.PasswordChangeView.as_view(form_class=ChangePasswordForm, success_url="/settings/"),
        name="account_change_password",
    ),
    # where allauth sends a person without a password: a sample person, who needs none
    path("password/set/", RedirectView.as_view(pattern_name="settings"), name="account_set_password"),
    path(
        "password/reset/",
        views.PasswordResetView.as_view(form_class=ForgottenForm),
        name="account_reset_password",
    ),
    path("password/reset/done/", views.password_reset_done, name="account_reset_password_done"),
    re_path(
        RESET,
        views.PasswordResetFromKeyView.as_view(form_class=NewPasswordForm),
        name="account_reset_password_from_key",
    ),
    path(
        "password/reset/key/done/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
