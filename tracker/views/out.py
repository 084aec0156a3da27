"""The record in other forms, and the plan as a calendar feed."""

import hashlib
from collections.abc import Iterator

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from tracker import export, feed, open_mhealth, record_json
from tracker.models import User
from tracker.requests import Request

JSON = "application/json"


@require_safe
def whole(request: Request) -> StreamingHttpResponse:
    return _file(export.stream(request.user), "recovery.zip", "application/zip")


@require_safe
def as_json(request: Request) -> StreamingHttpResponse:
    return _file(record_json.stream(request.user), "recovery.json", JSON)


@require_safe
def as_open_mhealth(request: Request) -> StreamingHttpResponse:
    return _file(open_mhealth.stream(request.user), "recovery-open-mhealth.json", JSON)


def _file(parts: Iterator[bytes], name: str, kind: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(parts, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def calendar(request: Request) -> HttpResponse:
    """What the feed is. A POST makes its address, shown this once: only its digest is kept."""
    addresses = {}
    if request.method == "POST":
        secret = feed.renew(request.user)
        names = {"said": "feed", "quiet": "feed-quiet"}
        addresses = {
            form: request.build_absolute_uri(reverse(name, args=[secret])) for form, name in names.items()
        }
    return render(request, "feed.html", {"room": "data", **addresses})


@require_POST
def calendar_off(request: Request) -> HttpResponse:
    feed.revoke(request.user)
    return redirect("calendar")


@csrf_exempt  # else a POST would be told that a token is missing, not that nothing is taken here
@login_not_required
@require_safe
def plan_feed(request: HttpRequest, secret: str, *, quiet: bool = False) -> HttpResponse:
    """The plan as iCalendar, for whoever has its address; a program that asks again gets 304."""
    user = User.objects.filter(feed=feed.digest(secret), is_active=True).first()
    if user is None:
        raise Http404
    with timezone.override(user.zone), translation.override(user.language or None):
        content = feed.calendar(user, quiet=quiet)
    tag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
    same = get_conditional_response(request, etag=tag)
    response = same if isinstance(same, HttpResponseNotModified) else HttpResponse(content)
    response["Content-Type"] = "text/calendar; charset=utf-8"
    response["ETag"] = tag
    response["Cache-Control"] = "private, no-cache"
    response["X-Robots-Tag"] = "noindex"
    return response
