"""Charts as pictures, and their data."""

from typing import Any, Literal

from django.http import HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema

from tracker import figures
from tracker.api.access import READ, ApiRequest
from tracker.api.numbers import Stretch, stretch
from tracker.api.problems import Refused, statuses
from tracker.charts import CHARTS

router = Router(tags=["Charts"], auth=READ)


class AskedChart(Stretch):
    form: Literal["svg", "png", "csv"] = "svg"


class ChartShown(Schema):
    name: str
    title: str
    text: str


class Charts(Schema):
    charts: list[ChartShown]


@router.get(
    "",
    response={200: Charts, **statuses()},
    operation_id="charts",
    url_name="charts",
    summary="Which charts there are",
)
def charts(request: ApiRequest) -> dict[str, Any]:
    return {
        "charts": [
            {"name": name, "title": _(chart.TITLE), "text": _(chart.TEXT)} for name, chart in CHARTS.items()
        ]
    }


PICTURES = {form.split(";")[0]: {"schema": {"type": "string"}} for form in figures.TYPES.values()}


@router.get(
    "/{name}",
    response={200: str, **statuses(404)},
    operation_id="chart",
    url_name="chart",
    summary="A chart of a stretch of days",
    openapi_extra={"responses": {200: {"content": PICTURES}}},
)
def chart(request: ApiRequest, name: str, asked: Query[AskedChart]) -> HttpResponse:
    """SVG, PNG or its numbers as CSV, in the person's language and units."""
    if name not in CHARTS:
        raise Refused(404, _("There is nothing here."))
    first, last = stretch(request.user, asked.first, asked.last)
    with translation.override(request.user.language or translation.get_language()):
        content = figures.drawn(request.user, CHARTS[name], first, last, asked.form, "")
    return HttpResponse(content, content_type=figures.TYPES[asked.form])
