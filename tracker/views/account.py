"""A person's own matters: the welcome, the settings, a sample to look around in, and the way out."""

from allauth.account.adapter import get_adapter
from allauth.decorators import rate_limit
from django.conf import settings as site
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from tracker import accounts
from tracker import sample as samples
from tracker.account_forms import AboutForm, DeleteForm, EmailForm, FirstPlanForm, SettingsForm
from tracker.requests import Request


def welcome(request: Request) -> HttpResponse:
    """The first step: where a person lives and what they would like to follow."""
    if request.user.welcomed:
        return redirect("today")
    form = AboutForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        return redirect("welcome-plan")
    return render(request, "welcome.html", {"form": form})


def welcome_plan(request: Request) -> HttpResponse:
    """The second step: a first plan, which the answers of the first have fitted."""
    if request.user.welcomed:
        return redirect("today")
    form = FirstPlanForm(request.POST or None, user=request.user)
    if form.is_valid():
        form.save()
        return redirect("today")
    return render(request, "welcome_plan.html", {"form": form})


@login_not_required
@require_POST
def sample(request: HttpRequest) -> HttpResponse:
    """Log a visitor in as a private sample person with a year to look around in."""
    if not site.SAMPLES:
        raise Http404
    if request.user.is_authenticated:
        return redirect("today")
    if not samples.may_make(get_adapter().get_client_ip(request)):
        enough = _("Enough samples were made from your address today. Sign up, or come back tomorrow.")
        return render(request, "429.html", {"sentence": enough}, status=429)
    login(request, samples.make(request.POST.get("zone", "")))
    request.session.set_expiry(samples.KEPT)
    return redirect("today")


def settings(request: Request) -> HttpResponse:
    form = SettingsForm(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save().touch()
        messages.success(request, _moved() if form.moves_days else _("Saved."))
        return redirect("settings")
    return render(request, "settings.html", {"form": form, "room": "settings"})


def _moved() -> str:
    return _("Saved. What is already logged stays on its day.")


@sensitive_post_parameters("password")
@rate_limit(action="reauthenticate")
def email(request: Request) -> HttpResponse:
    if not request.user.has_usable_password():
        return redirect("settings")
    form = EmailForm(request.POST or None, user=request.user)
    if form.is_valid():
        accounts.move(request.user, form.cleaned_data["email"])
        messages.success(request, _("From now on you log in with the new address."))
        return redirect("settings")
    return render(request, "account/email.html", {"form": form, "room": "settings"})


@sensitive_post_parameters("password")
@rate_limit(action="reauthenticate")
def delete(request: Request) -> HttpResponse:
    """Offer the download, ask for the password, then leave nothing behind."""
    form = DeleteForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        person = request.user
        logout(request)
        accounts.forget(person)
        messages.success(request, _("Your account and everything in it are gone."))
        return redirect("today")
    return render(request, "delete.html", {"form": form, "room": "settings"})
