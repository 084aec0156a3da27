"""The account room."""


from django.http import HttpRequest, HttpResponse


def welcome(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def sample(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def settings(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def delete(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError
