"""The data room."""


from django.http import HttpRequest, HttpResponse


def data(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def export(request: HttpRequest) -> HttpResponse:
    raise NotImplementedError


def imported(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError


def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    raise NotImplementedError
