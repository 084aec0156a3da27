"""The week room."""

from datetime import date

from django.http import HttpRequest, HttpResponse


def now(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def week(request: HttpRequest, monday: date) -> HttpResponse:
    raise NotImplementedError
