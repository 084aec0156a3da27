"""The chart room: each chart at its own address, as a drawing and as a file, and what a page shows of it."""

import csv
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import formats
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from recovery import days
from recovery.history import History
from recovery.metrics.metric import Unit
from tracker import frames
from tracker.charts import CHARTS, Chart, style, svg
from tracker.charts.wording import Look, Sentence
from tracker.models import User
from tracker.templatetags import units

PAGES = ("", "wide", "narrow")
YEARS = range(1900, 2200)
PIXELS = 2  # of a PNG for each of the page's
CSV_UNITS = {Unit.COUNT: "", Unit.CLOCK: "HH:MM", Unit.DURATION: "minutes", Unit.POINTS: "0-10"}
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "'",
)  # what a spreadsheet would run, or a quote hide (rules.md, 27)


def _code() -> str:
    """A digest of everything that decides how a chart looks, so that a new version draws anew."""
    base = Path(__file__).resolve().parent.parent.parent
    sources = sorted([*base.glob("recovery/**/*.py"), *base.glob("tracker/charts/*.py")])
    sources += [Path(__file__), Path(units.__file__)]
    return hashlib.sha256(mpl.__version__.encode() + b"".join(s.read_bytes() for s in sources)).hexdigest()


CODE = _code()


def key(request: HttpRequest, name: str, monday: date, form: str) -> str | None:
    """What the drawn bytes depend on, as a digest: a person's own, never shared with another's."""
    user, page = request.user, request.GET.get("page", "")
    if not isinstance(user, User) or monday.year not in YEARS:
        return None
    if name not in CHARTS or form not in FORMS or page not in PAGES:
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
    """A chart of the weeks that end with this one: svg (in a page: `?page=wide` or `narrow`), png or csv."""
    found = key(request, name, monday, form)
    if found is None or not isinstance(request.user, User):
        raise Http404
    page = request.GET.get("page", "")
    content = caches["computed"].get(found)
    if content is None:
        content = drawn(request.user, CHARTS[name], monday, form, page)
        caches["computed"].set(found, content)
    response = HttpResponse(content, content_type=TYPES[form])
    if not page:
        week = days.week_name(monday)
        response["Content-Disposition"] = f'attachment; filename="recovery-{name}-{week}.{form}"'
    return response


def drawn(user: User, chart: Chart, monday: date, form: str, page: str) -> bytes:
    """A chart of a person's record as bytes of a form; `page` is "wide" or "narrow", or "" for a file."""
    first, last = monday - timedelta(days=7 * (chart.SPAN - 1)), monday + timedelta(days=6)
    frame = chart.data(frames.load(user, first, last))
    return FORMS[form](chart, frame, user, page)


def look(user: User, page: str = "", heading: str = "") -> Look:
    """How a person's charts are drawn and worded."""
    return Look(
        wide=page != "narrow",
        gentle=user.gentle,
        heading=heading,
        say=_,
        day=short_day,
        weekday=units.weekday,
        clock=partial(units.clock, user=user),
        percent=units.percent,
        number=units.plain,
    )


def short_day(day: date) -> str:
    """A day and its month, shortened as the language does: 5 Oct."""
    return formats.date_format(day, formats.get_format("MONTH_DAY_FORMAT").replace("F", "M"))


def as_svg(chart: Chart, frame: pd.DataFrame, user: User, page: str) -> bytes:
    title = _(chart.TITLE)
    naming = svg.Naming(f"{chart.SLUG}-{page or 'file'}", title, _(chart.TEXT))
    if page:
        return svg.page(chart.draw(frame, look(user, page)), naming).encode()
    return svg.file(chart.draw(frame, look(user, heading=title)), naming).encode()


def as_png(chart: Chart, frame: pd.DataFrame, user: User, page: str) -> bytes:
    figure = chart.draw(frame, look(user, heading=_(chart.TITLE)))
    out = BytesIO()
    figure.savefig(out, format="png", dpi=72 * PIXELS, metadata={"Software": None})
    return out.getvalue()


def as_csv(chart: Chart, frame: pd.DataFrame, user: User, page: str) -> bytes:
    """Plain numbers under headings with their units; a day is an ISO date, what is missing is empty."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    headings = [_titled(_(column.title), column.unit) for column in chart.COLUMNS.values()]
    rows.writerow([safe(heading) for heading in (_(str(frame.index.name)), *headings)])
    columns = [[bare(v, c.unit) for v in frame[name]] for name, c in chart.COLUMNS.items()]
    rows.writerows(zip((d.isoformat() for d in style.dates(frame.index)), *columns, strict=True))
    return out.getvalue().encode()


Form = Callable[[Chart, pd.DataFrame, User, str], bytes]
FORMS: dict[str, Form] = {"svg": as_svg, "png": as_png, "csv": as_csv}
TYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


def _titled(title: str, unit: Unit) -> str:
    words = CSV_UNITS.get(unit, unit.value)
    return f"{title} ({words})" if words else title


def safe(text: str) -> str:
    """A text that a spreadsheet cannot take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def bare(value: float, unit: Unit) -> str:
    """A number for a file: at most two decimals, a clock time as HH:MM, nothing for what is missing."""
    if np.isnan(value):
        return ""
    if unit is Unit.CLOCK:
        return "{:02d}:{:02d}".format(*divmod(round(value) % 1440, 60))
    return f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Shown:
    """A chart as a page shows it: its words, its table, and where its drawings and files are."""

    slug: str
    pillar: str
    title: str
    caption: str
    takeaway: str
    empty: str  # what to do first, where there is nothing to draw
    gentle: bool
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    drawings: Sequence[dict[str, Any]]  # form, url, width, height
    files: dict[str, str]


def shown(user: User, name: str, monday: date, history: History) -> Shown:
    """A chart for a page, from a history that ends with the week and reaches back the chart's span."""
    chart = CHARTS[name]
    frame = chart.data(history)
    takeaway = chart.takeaway(frame)
    header, rows = table(chart, frame, user)
    files = {form: reverse("chart", args=[name, monday, form]) for form in FORMS}
    return Shown(
        slug=name,
        pillar=chart.PILLAR,
        title=_(chart.TITLE),
        caption=_(chart.TEXT),
        takeaway=said(takeaway, user) if takeaway else "",
        empty="" if takeaway else _(chart.EMPTY),
        gentle=user.gentle,
        header=header,
        rows=rows,
        drawings=_drawings(chart, files["svg"]),
        files=files,
    )


def _drawings(chart: Chart, url: str) -> list[dict[str, Any]]:
    sizes = {"wide": (style.WIDE, chart.SIZE.wide), "narrow": (style.NARROW, chart.SIZE.narrow)}
    return [
        {"form": form, "url": f"{url}?page={form}", "width": width, "height": height}
        for form, (width, height) in sizes.items()
    ]


def said(sentence: Sentence, user: User) -> str:
    """A sentence of a chart in the person's words; gently, without its numbers."""
    if user.gentle:
        return _(sentence.gentle)
    values = {name: units.worded(value, unit, user) for name, (value, unit) in sentence.values.items()}
    return _(sentence.text) % values


def table(chart: Chart, frame: pd.DataFrame, user: User) -> tuple[list[str], list[list[str]]]:
    """The headings and the worded rows of a chart's data; what is missing is an empty text."""
    header = [_(str(frame.index.name)).capitalize(), *(_(column.title) for column in chart.COLUMNS.values())]
    columns = [[units.worded(v, c.unit, user) for v in frame[name]] for name, c in chart.COLUMNS.items()]
    day_names = [units.month_day(day) for day in style.dates(frame.index)]
    return header, [list(row) for row in zip(day_names, *columns, strict=True)]
