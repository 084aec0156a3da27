"""The chart room."""

from datetime import date

from django.http import HttpRequest, HttpResponse


def chart(request: HttpRequest, name: str, monday: date, form: str) -> HttpResponse:
    raise NotImplementedError
