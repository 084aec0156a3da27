"""Tokens for programs of a person's own: made, shown once, revoked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from tracker.account_forms import TokenForm
from tracker.models import Token
from tracker.requests import Request


def tokens(request: Request) -> HttpResponse:
    """The tokens there are, and a form for another. A fresh one is shown in the answer and never again."""
    form = TokenForm(request.POST or None, instance=Token(user=request.user))
    secret = ""
    if form.is_valid():
        secret = form.save()
        form = TokenForm(instance=Token(user=request.user))
    context = {
        "room": "settings",
        "form": form,
        "secret": secret,
        "tokens": request.user.tokens.order_by("-created", "-pk"),
        "address": request.build_absolute_uri("/api/v1/"),
    }
    return render(request, "tokens.html", context, status=422 if form.errors else 200)


@require_POST
def revoke(request: Request, pk: int) -> HttpResponse:
    get_object_or_404(request.user.tokens, pk=pk).delete()
    messages.success(request, gettext("The token is revoked: it opens nothing any more."))
    return redirect("tokens")
