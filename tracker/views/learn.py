"""The learn room."""


from django.http import HttpRequest, HttpResponse


def index(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def entry(request: HttpRequest, slug: str) -> HttpResponse:
    raise NotImplementedError
