"""The plan room."""


from django.http import HttpRequest, HttpResponse


def plan(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def strategy(request: HttpRequest, slug: str) -> HttpResponse:
    raise NotImplementedError


def pause(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def pause_edit(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


def pause_delete(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


def target_delete(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError
