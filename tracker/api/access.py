"""Who asks, what they may, how often, and how much they may send."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from tracker import requests
from tracker.api.problems import Refused
from tracker.models import Token, User
from tracker.models.token import Scope

MINUTE = 60
MOST = 10 * 1024**2  # bytes of a body that is no file
AROUND = 64 * 1024  # bytes around a file in its form
JSON, FILE = "application/json", "multipart/form-data"


class ApiRequest(HttpRequest):
    """A request whose token was looked at: the person is the token's, whatever its cookies say."""

    user: User
    auth: Token


class Bearer(HttpBearer):
    """A token in the Authorization header that has a scope; cookies count for nothing here."""

    def __init__(self, scope: Scope) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        found = Token.objects.of(token)
        if found is None:
            return None
        if not found.allows(self.scope):
            raise Refused(403, _("This token may not do that: it lacks the scope “%s”.") % self.scope.value)
        request.user = found.user
        _count(found)
        found.note_use()
        _read_body(request, found.user)
        return found


READ, LOG = Bearer(Scope.READ), Bearer(Scope.LOG)


def _count(token: Token) -> None:
    """Refuse what goes beyond the requests that a token has in a minute, in whichever process it lands."""
    if not settings.API_REQUESTS:
        return
    now = time.time()
    key = f"api:{token.pk}:{int(now // MINUTE)}"
    if cache.add(key, 1, 2 * MINUTE):
        return
    if cache.incr(key) > settings.API_REQUESTS:
        wait = str(MINUTE - int(now % MINUTE))
        raise Refused(429, _("Too many requests in one minute. Wait a little."), Retry_After=wait)


def _read_body(request: HttpRequest, user: User) -> None:
    """Read a body that is no file, once it is known who sends it and that it is not too large."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if not length:
        return
    if request.content_type == FILE:
        _check_file(user, length)
        return
    if request.content_type != JSON:
        raise Refused(415, _("Send JSON, and say so: “Content-Type: application/json”."))
    if length > MOST:
        raise Refused(413, _("That is more than %s MB at once. Send it in parts.") % (MOST // 1024**2))
    # Django's own bound is for forms, which a stranger may send; what it would read is put where it looks.
    request._body = request.read()


def _check_file(user: User, length: int) -> None:
    """Refuse a file that is too large before it is sent, not after."""
    if length > requests.most(user) + AROUND:
        raise Refused(413, requests.too_large(user))


def seen(request: HttpRequest, tag: str) -> None:
    """Refuse a change of what the client did not say it has seen, or that has changed since."""
    header = request.headers.get("If-Match", "").strip()
    if not header:
        raise Refused(428, _("Send the ETag of what you change as “If-Match”, or “If-Match: *”."))
    # A compressed answer's ETag is a weak one, so what comes back is compared without its W/.
    given = {part.strip().removeprefix("W/") for part in header.split(",")}
    if not given & {"*", tag}:
        raise Refused(412, _("It was changed meanwhile: read it again."), ETag=tag)
