"""The addresses of the API: open to programs with a token, answered as problems where they are wrong."""

from collections.abc import Callable, Iterator
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.urls import URLPattern, path, re_path
from django.utils.cache import get_conditional_response, set_response_etag
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from tracker.api import api, document, problems

View = Callable[..., HttpResponse]


def gate(view: View) -> View:
    """A view that needs no session: what it does not take is a problem, what is known is not sent again."""

    @wraps(view)
    def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if isinstance(response, HttpResponseNotAllowed):
            allowed = {"Allow": response["Allow"]}
            return problems.answer(405, _("This address does not take that method."), headers=allowed)
        if request.method != "GET" or response.status_code != HTTPStatus.OK:
            return response
        if not response.has_header("ETag"):
            set_response_etag(response)
        known = get_conditional_response(request, etag=response["ETag"], response=response)
        return known or response

    return csrf_exempt(login_not_required(gated))


@require_safe
def reference(request: HttpRequest) -> HttpResponse:
    """The document for a reader; it holds nothing of anybody's record."""
    return render(request, "api.html", {"room": "settings", "groups": document.groups(api)})


@require_safe
def openapi(request: HttpRequest) -> HttpResponse:
    return JsonResponse(document.document(api))


def addresses() -> Iterator[URLPattern]:
    for pattern in api.urls[0]:
        assert isinstance(pattern, URLPattern)
        if pattern.name == "openapi-json":
            pattern.callback = openapi
        if pattern.name != "api-root":
            pattern.callback = gate(pattern.callback)
            yield pattern
    yield path("", login_not_required(reference), name="reference")
    yield re_path(r"[\s\S]", gate(problems.missing), name="missing")  # whatever else, with a line break too


app_name = "api"
urlpatterns = list(addresses())
