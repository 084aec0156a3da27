"""The log room."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse

from tracker.kinds import Kind


def add(request: HttpRequest, kind: Kind) -> HttpResponse:
    raise NotImplementedError


def edit(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    raise NotImplementedError


def delete(request: HttpRequest, kind: Kind, pk: int) -> HttpResponse:
    raise NotImplementedError


def quick(request: HttpRequest, kind: Kind) -> HttpResponse:
    raise NotImplementedError


def undo(request: HttpRequest, token: UUID) -> HttpResponse:
    raise NotImplementedError


def timer(request: HttpRequest, kind: Kind) -> HttpResponse:
    raise NotImplementedError


def timer_stop(request: HttpRequest, kind: Kind) -> HttpResponse:
    raise NotImplementedError
