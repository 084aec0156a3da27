"""The chart room: each chart at its own address, drawn once for each version of a record."""

import hashlib
from datetime import date
from pathlib import Path

import matplotlib as mpl
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from recovery import days
from tracker import figures
from tracker.charts import CHARTS
from tracker.models import User
from tracker.templatetags import units

YEARS = range(1900, 2200)


def _code() -> str:
    """A digest of everything that decides how a chart looks, so that a new version draws anew."""
    base = Path(__file__).resolve().parent.parent.parent
    rooms = ("recovery/**/*.py", "tracker/charts/*.py", "locale/**/*.mo")
    sources = sorted(source for room in rooms for source in base.glob(room))
    sources += [Path(figures.__file__), Path(units.__file__)]
    return hashlib.sha256(mpl.__version__.encode() + b"".join(s.read_bytes() for s in sources)).hexdigest()


CODE = _code()


def key(request: HttpRequest, name: str, monday: date, form: str) -> str | None:
    """What the drawn bytes depend on, as a digest: a person's own, never shared with another's."""
    user, page = request.user, request.GET.get("page", "")
    if not isinstance(user, User) or monday.year not in YEARS:
        return None
    if name not in CHARTS or form not in figures.FORMS or page not in figures.PAGES:
        return None
    person = (user.pk, user.record, user.today(), user.clock, user.gentle, user.drink, user.pillars)
    parts = (*person, name, monday, form, page, get_language(), CODE)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]


def tag(request: HttpRequest, name: str, monday: date, form: str) -> str | None:
    found = key(request, name, monday, form)
    return f'"{found}"' if found else None


@require_safe
@cache_control(private=True, no_cache=True)
@condition(etag_func=tag)
def chart(request: HttpRequest, name: str, monday: date, form: str) -> HttpResponse:
    """A chart of the weeks that end with this one: svg (in a page: `?page=wide`), png or csv."""
    found = key(request, name, monday, form)
    if found is None or not isinstance(request.user, User):
        raise Http404
    page = request.GET.get("page", "")
    content = caches["computed"].get(found)
    if content is None:
        content = figures.drawn(request.user, CHARTS[name], monday, form, page)
        caches["computed"].set(found, content)
    response = HttpResponse(content, content_type=figures.TYPES[form])
    if not page:
        week = days.week_name(monday)
        response["Content-Disposition"] = f'attachment; filename="recovery-{name}-{week}.{form}"'
    return response
