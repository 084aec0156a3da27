"""What single values of an element say: moments, zones, minutes and amounts."""

import re
from datetime import UTC, datetime, timedelta
from functools import cache
from math import isfinite
from zoneinfo import available_timezones

from recovery.words import N_
from tracker.importers import wrong
from tracker.importers.apple_health.document import Element

MOMENT = re.compile(
    r"(\d{4})-(\d\d)-(\d\d) (\d\d?):(\d\d):(\d\d)(?:\s([AaPp])\.?[Mm]\.?)? ([+-])(\d\d)(\d\d)"
)
MINUTES = {"s": 1 / 60, "min": 1.0, "hr": 60.0}
LONGEST = timedelta(hours=24)


class Refused(Exception):  # noqa: N818 (what the element is, not a fault)
    """Why an element is left out, in words."""


def moment(text: str) -> datetime:
    """`2025-06-30 20:00:00 +0100` in UTC, in the digits of any script.

    Phones with a clock of twelve hours have written `2025-06-30 8:00:00 pm +0100`. Raises ValueError, and
    OverflowError for what no calendar holds.
    """
    found = MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(text)
    year, month, day, hour, minute, second = map(int, found.groups()[:6])
    if found[7]:
        hour = hour % 12 + (12 if found[7] in "Pp" else 0)
    offset = timedelta(hours=int(found[9]), minutes=int(found[10]))
    local = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    return local - offset if found[8] == "+" else local + offset


def ends(element: Element) -> tuple[datetime, datetime]:
    """From when to when; raises Refused where that is no time at all, and as `moment` does."""
    start, end = (wrong.value(element.attributes, name, moment) for name in ("startDate", "endDate"))
    if end < start:
        raise Refused(N_("it ends before it begins"))
    if end - start > LONGEST:
        raise Refused(N_("it is longer than a day"))
    return start, end


def zone(element: Element, else_zone: str) -> str:
    """The zone that the element names; the offset of its times is only that of the phone that exported it."""
    named = element.metadata.get("HKTimeZone", "")
    return named if named in _zones() else else_zone


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def minutes(element: Element) -> int:
    """How long it took: without pauses, where the element tells; raises Refused for next to nothing."""
    start, end = ends(element)
    length = (end - start) / timedelta(minutes=1)
    unit = MINUTES.get(element.attributes.get("durationUnit", ""))
    if unit and "duration" in element.attributes:
        length = min(length, wrong.value(element.attributes, "duration", number) * unit)
    if round(length) < 1:
        raise Refused(N_("it took less than half a minute"))
    return round(length)


def number(text: str) -> float:
    """A number as the export writes it; raises ValueError for what is none."""
    value = float(text)
    if not isfinite(value) or value < 0:
        raise ValueError(text)
    return value
