"""What could not be done for a reason of ours; drawn without the database, which may be the reason."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from tracker import disk


def fault(request: HttpRequest) -> HttpResponse:
    """Called while the error is being handled."""
    if disk.is_full(sys.exception()):
        sentences = {"full": disk.FULL}
        return HttpResponse(render_to_string("500.html", sentences), status=HTTPStatus.INSUFFICIENT_STORAGE)
    return HttpResponse(render_to_string("500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)
