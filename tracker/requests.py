"""The type of a request on every page that is not open to all."""

from django.http import HttpRequest

from tracker.models import User


class Request(HttpRequest):
    """A request of somebody who is logged in: LoginRequiredMiddleware has seen to it."""

    user: User
