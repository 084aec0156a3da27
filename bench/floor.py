"""The floor: what Django itself asks for a page with a session and a user, in the same server."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from tracker import urls


@login_not_required
def bare(request: HttpRequest) -> HttpResponse:
    """As plain as a page can be that knows who asks."""
    return HttpResponse(f"<p>{request.user.pk}</p>")


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "404.html", status=404)


handler404 = not_found
urlpatterns = [path("floor/", bare), *urls.urlpatterns]
