"""Lists of entries, a page at a time: where a page ended is told by its last entry, not by a count.

So what is written meanwhile neither doubles an entry of the next page nor leaves one out.
"""

import base64
import binascii
from datetime import date
from typing import Annotated, Literal

from django.db.models import Q
from django.utils.translation import gettext as _
from ninja import Field

from tracker.api.problems import Refused
from tracker.api.shapes import Asks, Day, Text
from tracker.models import Log, LogQuerySet

PAGE = 500


class Asked(Asks):
    """Which entries are listed. They come by day; one that is moved meanwhile may be met twice or missed."""

    first: Day | None = Field(None, description="The first day.")
    last: Day | None = Field(None, description="The last day, included.")
    source: Annotated[Text, Field(max_length=60)] | None = None
    key: Annotated[Text, Field(max_length=64)] | None = None
    order: Literal["oldest", "newest"] = "oldest"
    limit: Annotated[int, Field(ge=1, le=PAGE)] = 100
    cursor: Annotated[Text, Field(max_length=80)] | None = Field(
        None, description="`next` of the page before."
    )


def listed(logs: LogQuerySet, asked: Asked) -> LogQuerySet:
    newest = asked.order == "newest"
    for name, value in (("source", asked.source), ("key", asked.key)):
        logs = logs if value is None else logs.filter(**{name: value})
    logs = logs.filter(day__gte=asked.first) if asked.first else logs
    logs = logs.filter(day__lte=asked.last) if asked.last else logs
    if asked.cursor:
        day, pk = _after(asked.cursor, asked.order)
        side = "lt" if newest else "gt"
        logs = logs.filter(Q(**{f"day__{side}": day}) | Q(day=day, **{f"pk__{side}": pk}))
    return logs.order_by("-day", "-pk") if newest else logs.order_by("day", "pk")


def cursor(log: Log, order: str) -> str:
    """Where a page ended, in a form that nobody builds on."""
    return base64.urlsafe_b64encode(f"{order}|{log.day}|{log.pk}".encode()).decode()


def _after(cursor: str, order: str) -> tuple[date, int]:
    try:
        ordered, day, pk = base64.urlsafe_b64decode(cursor).decode().split("|")
        if ordered == order:
            return date.fromisoformat(day), int(pk)
    except (ValueError, binascii.Error):
        pass
    wrong = _("This is no cursor of this list and order.")
    raise Refused(422, wrong, [("cursor", wrong)])
