"""What went wrong, as application/problem+json (RFC 9457), with the fields that were wrong."""

import logging
import traceback
from collections.abc import Callable, Iterable, Mapping
from http import HTTPStatus
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, SuspiciousOperation, ValidationError
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from ninja import Field, NinjaAPI, Schema
from ninja import errors as ninja

from tracker import disk
from tracker.api.sentences import sentence

TYPE = "application/problem+json"
WAIT = "30"  # seconds until others may have written
TITLES = {  # of RFC 9110; Python has them from 3.13 on
    413: "Content Too Large",
    422: "Unprocessable Content",
}
LONG = "3600"  # seconds until somebody may have made room
log = logging.getLogger(__name__)


class Wrong(Schema):
    field: str = Field(description="The field, with dots into lists; empty: the whole.")
    message: str


class Problem(Schema):
    type: str = "about:blank"
    title: str
    status: int
    detail: str
    errors: list[Wrong] = []


class Refused(Exception):  # noqa: N818 (what the server says, not a fault)
    """A request that is answered with a problem."""

    def __init__(
        self, status: int, detail: str, errors: Iterable[tuple[str, str]] = (), **headers: str
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.errors = status, detail, tuple(errors)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def statuses(*codes: int) -> dict[int, type[Problem]]:
    """What an operation declares beside its success: these, and what any of them may answer."""
    return dict.fromkeys((400, 401, 403, 422, 429, *codes), Problem)


def answer(
    status: int,
    detail: str,
    errors: Iterable[tuple[str, str]] = (),
    headers: Mapping[str, str] | None = None,
) -> HttpResponse:
    body = {
        "type": "about:blank",
        "title": TITLES.get(status, HTTPStatus(status).phrase),
        "status": status,
        "detail": detail,
        "errors": [{"field": field, "message": message} for field, message in errors],
    }
    return JsonResponse(body, status=status, content_type=TYPE, headers=dict(headers or {}))


def missing(request: HttpRequest) -> HttpResponse:
    """What is nowhere, or belongs to somebody else."""
    return answer(404, _("There is nothing here."))


def wrong(error: ValidationError) -> list[tuple[str, str]]:
    """The fields that a rule of the models refused, each with its sentence."""
    if not hasattr(error, "error_dict"):
        return [("", sentence) for sentence in error.messages]
    return [
        ("" if name == NON_FIELD_ERRORS else name, sentence)
        for name, sentences in error.message_dict.items()
        for sentence in sentences
    ]


def refused(error: ValidationError, at: str = "") -> Refused:
    """A rule of the models, as the problem that the client gets; `at` is the place in a list."""
    errors = [(f"{at}{name}".rstrip("."), sentence) for name, sentence in wrong(error)]
    return Refused(422, _("Something in it is not as it has to be."), errors)


def register(api: NinjaAPI) -> None:
    """Have every refusal answered as a problem, and a fault of ours too."""
    handlers: dict[type[Exception], Callable[..., HttpResponse]] = {
        Refused: _refused,
        ValidationError: _rule,
        ninja.ValidationError: _shape,
        ninja.AuthenticationError: _unknown,
        ninja.HttpError: _http,
        Http404: _missing,
        SuspiciousOperation: _unread,
        MultiPartParserError: _unread,
        OperationalError: _busy,
        Exception: _fault,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _refused(request: HttpRequest, error: Refused) -> HttpResponse:
    return answer(error.status, error.detail, error.errors, error.headers)


def _rule(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return _refused(request, refused(error))


def _shape(request: HttpRequest, error: ninja.ValidationError) -> HttpResponse:
    errors = [(_place(found["loc"]), sentence(found)) for found in error.errors]
    return answer(422, _("Something in it is not as it has to be."), errors)


def _place(path: tuple[Any, ...]) -> str:
    """("body", "entry", "minutes") -> minutes: where it is in what the client sent."""
    place, *rest = path
    return ".".join(str(part) for part in (rest[1:] if place == "body" else rest))


def _unknown(request: HttpRequest, error: ninja.AuthenticationError) -> HttpResponse:
    sentence = _("This needs a token that is still in force, as in “Authorization: Bearer rec_…”.")
    return answer(401, sentence, headers={"WWW-Authenticate": "Bearer"})


def _http(request: HttpRequest, error: ninja.HttpError) -> HttpResponse:
    if error.status_code == HTTPStatus.BAD_REQUEST:
        return _unread(request, error)
    return answer(error.status_code, str(error))


def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
    return missing(request)


def _unread(request: HttpRequest, error: Exception) -> HttpResponse:
    return answer(400, _("What was sent could not be read: it is cut off, or not what it says it is."))


def _busy(request: HttpRequest, error: OperationalError) -> HttpResponse:
    """The record was locked for longer than a writer waits, as a very large file is taken in; or is away."""
    if disk.is_full(error):
        return _full(request, error)
    if disk.is_away(error):
        return answer(503, str(disk.AWAY), headers={"Retry-After": WAIT})
    if not disk.is_locked(error):
        return _fault(request, error)
    sentence = _("The record is being written by others just now. Send it again in half a minute.")
    return answer(503, sentence, headers={"Retry-After": WAIT})


def _full(request: HttpRequest, error: Exception) -> HttpResponse:
    return answer(507, str(disk.FULL), headers={"Retry-After": LONG})


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    if disk.is_full(error):
        return _full(request, error)
    # Neither its message nor its values, to anybody: they may be somebody's.
    place = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s %s failed with %s\n%s", request.method, request.path, type(error).__name__, place)
    return answer(500, _("Something went wrong here that was not foreseen. The site's log says where."))
