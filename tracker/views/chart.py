"""The chart room: each chart at its own address, drawn once for each version of a record."""

import hashlib
from datetime import date, timedelta
from pathlib import Path

import matplotlib as mpl
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from tracker import figures
from tracker.charts import DRAWN, EVERY_DAY
from tracker.computed import remembered
from tracker.models import User
from tracker.models.log import FIRST_DAY
from tracker.requests import Request
from tracker.templatetags import units

WEEK = timedelta(days=7)
BY_DAY = 4 * WEEK  # the most that a chart is asked for which always draws each day
ROWS = 400  # of a table on one page: more than a year of days


def _code() -> str:
    """A digest of everything that decides how a chart looks, so that a new version draws anew."""
    base = Path(__file__).resolve().parent.parent.parent
    rooms = ("recovery/**/*.py", "tracker/charts/*.py", "locale/**/*.mo")
    sources = sorted(source for room in rooms for source in base.glob(room))
    sources += [Path(figures.__file__), Path(units.__file__)]
    return hashlib.sha256(mpl.__version__.encode() + b"".join(s.read_bytes() for s in sources)).hexdigest()


CODE = _code()


def key(request: HttpRequest, name: str, first: date, last: date, form: str) -> str | None:
    """What the drawn bytes depend on, as a digest: a person's own, never shared with another's."""
    user, page = request.user, request.GET.get("page", "")
    if not isinstance(user, User) or not exists(user, name, first, last):
        return None
    if form not in figures.FORMS or page not in figures.PAGES:
        return None
    parts = (user.pk, user.record, *setting(user), name, first, last, form, page, CODE)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:40]


def setting(user: User) -> tuple[object, ...]:
    """What a chart depends on beside the record."""
    shape = (user.clock, user.gentle, user.drink, user.pillars, user.work_days)
    return (user.today(), *shape, get_language())


def exists(user: User, name: str, first: date, last: date) -> bool:
    """Whether there is such a chart, of days that may have been recorded or belong to the running week."""
    if name not in DRAWN or not FIRST_DAY <= first <= last <= user.today() + WEEK:
        return False
    return name not in EVERY_DAY or last - first < BY_DAY


def tag(request: HttpRequest, name: str, first: date, last: date, form: str) -> str | None:
    found = key(request, name, first, last, form)
    return f'"{found}"' if found else None


@require_safe
@cache_control(private=True, no_cache=True)
@condition(etag_func=tag)
def chart(request: HttpRequest, name: str, first: date, last: date, form: str) -> HttpResponse:
    """A chart of the days from `first` to `last`: svg (in a page: `?page=wide`), png or csv."""
    user, page = request.user, request.GET.get("page", "")
    if not isinstance(user, User) or key(request, name, first, last, form) is None:
        raise Http404
    content = remembered(
        user,
        ("drawn", name, first, last, form, page, *setting(user)),
        lambda: figures.drawn(user, DRAWN[name], first, last, form, page),
    )
    response = HttpResponse(content, content_type=figures.TYPES[form])
    if not page:
        response["Content-Disposition"] = f'attachment; filename="recovery-{name}-{first}-{last}.{form}"'
    return response


@require_safe
def table(request: Request, name: str, first: date, last: date) -> HttpResponse:
    """The numbers behind a chart, a page of them at a time."""
    user = request.user
    if not exists(user, name, first, last):
        raise Http404
    own = DRAWN[name]
    frame = figures.data(user, own, first, last)
    columns = figures.columns(own, frame)
    parts = Paginator(range(len(frame)), ROWS)
    part = parts.get_page(request.GET.get("part", parts.num_pages))
    context = {
        "room": "trends",
        "chart": figures.shown(user, own, first, last),
        "first": first,
        "last": last,
        "header": figures.header(frame, columns),
        "rows": figures.rows(frame, columns, user, list(part)),
        "part": part,
    }
    return render(request, "chart_table.html", context)
