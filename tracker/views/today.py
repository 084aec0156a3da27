"""The today room."""

from datetime import date

from django.http import HttpRequest, HttpResponse


def today(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def day(request: HttpRequest, day: date) -> HttpResponse:
    raise NotImplementedError


def complete(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
