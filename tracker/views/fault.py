"""What could not be done for a reason of ours; drawn without the database, which may be the reason."""

import sys
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tracker import disk


def fault(request: HttpRequest) -> HttpResponse:
    """Called while the error is being handled."""
    error = sys.exception()
    if disk.is_full(error):
        return _told(HTTPStatus.INSUFFICIENT_STORAGE, _("No room is left"), disk.FULL)
    if disk.is_locked(error):
        return _told(HTTPStatus.SERVICE_UNAVAILABLE, _("Others are writing"), disk.LOCKED)
    if disk.is_away(error):
        return _told(HTTPStatus.SERVICE_UNAVAILABLE, _("The database does not answer"), disk.AWAY)
    return _told(HTTPStatus.INTERNAL_SERVER_ERROR, "", "")


def _told(status: HTTPStatus, title: str, sentence: str | Promise) -> HttpResponse:
    """A page that says so; without a title that the fault is ours."""
    return HttpResponse(render_to_string("500.html", {"title": title, "sentence": sentence}), status=status)
