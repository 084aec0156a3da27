"""Charts as a page shows them and as files: drawn and worded for a person."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from io import BytesIO, StringIO
from typing import Any

import numpy as np
import pandas as pd
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _

from recovery.history import History
from recovery.metrics.metric import Unit
from tracker import frames
from tracker.charts import FOLDED, Chart, span, style, svg
from tracker.charts.wording import MIDDLE, NARROW, WIDE, Column, Look, Sentence, plain_clock
from tracker.computed import remembered
from tracker.importers import cells
from tracker.models import User
from tracker.models.user import PILLARS
from tracker.templatetags import units

PAGES = {"": WIDE, "wide": WIDE, "middle": MIDDLE, "narrow": NARROW}
PLANNED = " ".join(PILLARS)  # the kinds that the plan is about
PIXELS = 2  # of a PNG for each of the page's
MONTH = "YEAR_MONTH_FORMAT"
CSV_UNITS = {
    Unit.COUNT: "",
    Unit.CLOCK: "HH:MM",
    Unit.DURATION: "minutes",
    Unit.POINTS: "0-10",
    Unit.ANSWER: "1 is yes",
}


def drawn(user: User, chart: Chart, first: date, last: date, form: str, page: str) -> bytes:
    """A chart of a person's record as bytes of a form; `page` is one of PAGES, "" for a file."""
    return FORMS[form](chart, data(user, chart, first, last), user, page)


def data(user: User, chart: Chart, first: date, last: date, history: History | None = None) -> pd.DataFrame:
    """A chart's frame over a stretch of days, computed once for each version of the record.

    Out of `history`, which reaches over the whole weeks around it, where the caller has one already.
    """

    def compute() -> pd.DataFrame:
        stretch = span.whole(chart.STEP, first, last)
        only = chart.PILLAR or PLANNED
        own = span.between(history, *stretch) if history else frames.load(user, *stretch, only)
        return chart.data(own)

    return remembered(user, ("chart", chart.SLUG, first, last, user.today(), user.work_days), compute)


def look(user: User, page: str = "", heading: str = "") -> Look:
    """How a person's charts are drawn and worded."""
    return Look(
        width=PAGES[page],
        gentle=user.gentle,
        heading=heading,
        say=_,
        day=short_day,
        month=short_month,
        weekday=units.weekday,
        clock=partial(units.clock, user=user),
        percent=units.percent,
        number=units.plain,
    )


def short_day(day: date) -> str:
    """A day and its month, shortened as the language does: 5 Oct."""
    return formats.date_format(day, formats.get_format("MONTH_DAY_FORMAT").replace("F", "M"))


def short_month(day: date) -> str:
    return formats.date_format(day, "M")


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
    rows.writerow([cells.safe(heading) for heading in (_(str(frame.index.name)), *headings)])
    columns = [[bare(v, c.unit) for v in frame[name]] for name, c in chart.COLUMNS.items()]
    rows.writerows(zip((d.isoformat() for d in style.dates(frame.index)), *columns, strict=True))
    return out.getvalue().encode()


Form = Callable[[Chart, pd.DataFrame, User, str], bytes]
FORMS: dict[str, Form] = {"svg": as_svg, "png": as_png, "csv": as_csv}
TYPES = {"svg": "image/svg+xml", "png": "image/png", "csv": "text/csv; charset=utf-8"}


def _titled(title: str, unit: Unit) -> str:
    words = CSV_UNITS.get(unit, unit.value)
    return f"{title} ({words})" if words else title


def bare(value: float, unit: Unit) -> str:
    """A number for a file: at most two decimals, a clock time as HH:MM, nothing for what is missing."""
    if np.isnan(value):
        return ""
    if unit is Unit.CLOCK:
        return plain_clock(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")


@dataclass(frozen=True)
class Shown:
    """A chart as a page shows it: its words, and where its drawings, its table and its files are."""

    slug: str
    pillar: str
    title: str
    caption: str
    takeaway: str
    empty: str  # what to do first, where there is nothing to draw
    gentle: bool
    drawings: Sequence[dict[str, Any]]  # form, url, width, height
    table: str
    files: dict[str, str]
    folded: bool


def shown(user: User, chart: Chart, first: date, last: date, history: History | None = None) -> Shown:
    """A chart for a page, over the days from `first` to `last`; `history` as in `data`."""
    frame = data(user, chart, first, last, history)
    takeaway = chart.takeaway(frame)
    address = {"name": chart.SLUG, "first": first, "last": last}
    files = {form: reverse("chart", kwargs={**address, "form": form}) for form in FORMS}
    return Shown(
        slug=chart.SLUG,
        pillar=chart.PILLAR.partition(" ")[0],
        title=_(chart.TITLE),
        caption=_(chart.TEXT),
        takeaway=said(takeaway, user) if takeaway else "",
        empty="" if takeaway else _(chart.EMPTY),
        gentle=user.gentle,
        drawings=_drawings(chart, frame, files["svg"]),
        table=reverse("chart-table", kwargs=address),
        files=files,
        folded=chart.SLUG in FOLDED,
    )


def _drawings(chart: Chart, frame: pd.DataFrame, url: str) -> list[dict[str, Any]]:
    size, days = chart.SIZE, frame.index
    return [
        {"form": page, "url": f"{url}?page={page}", "width": width, "height": size.height(width, days)}
        for page, width in PAGES.items()
        if page
    ]


def said(sentence: Sentence, user: User) -> str:
    """A sentence of a chart in the person's words; gently, without its numbers."""
    if user.gentle:
        return _(sentence.gentle)
    values = {name: units.worded(value, unit, user) for name, (value, unit) in sentence.values.items()}
    return _(sentence.text) % values


def columns(chart: Chart, frame: pd.DataFrame) -> dict[str, Column]:
    """What a chart's table has to show: the columns in which something is known."""
    return {name: column for name, column in chart.COLUMNS.items() if frame[name].notna().any()}


def header(frame: pd.DataFrame, shown: Mapping[str, Column]) -> list[str]:
    """The headings of a table of a chart's data."""
    return [_(str(frame.index.name)).capitalize(), *(_(column.title) for column in shown.values())]


def rows(
    frame: pd.DataFrame, shown: Mapping[str, Column], user: User, places: Sequence[int]
) -> list[list[str]]:
    """The worded rows at some places of a chart's data; what is missing is an empty text."""
    part = frame.iloc[list(places)]
    columns = [[units.worded(v, c.unit, user) for v in part[name]] for name, c in shown.items()]
    named = _dated(frame.index)
    names = [formats.date_format(day, named) for day in style.dates(part.index)]
    return [list(row) for row in zip(names, *columns, strict=True)]


def _dated(days: pd.Index) -> str:
    """How a table names its days, weeks or months; a year only where there are two: the page names one."""
    if days.name == span.Step.MONTH:
        return MONTH
    first, last = style.dates(days[[0, -1]])
    longer = "MONTH_DAY_FORMAT" if first.year == last.year else "DATE_FORMAT"
    return formats.get_format(longer).replace("F", "M")
