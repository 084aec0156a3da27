"""Which zone a time of a file is kept with, where the file has an offset from UTC and no zone's name.

The zone of the person, where its clocks stood at that offset at that moment; else the exact `Etc/GMT` zone of
a whole hour; else a zone that had this offset then. So the wall clock of the record is always right, and a
night at home counts as one at home. (The sign of an Etc name is turned round: Etc/GMT+5 is behind UTC.)
"""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

HOUR = timedelta(hours=1)
WEST, EAST = -12, 14  # hours that the Etc family has
PARTS = (  # zones whose clocks are, or were, no whole hours from UTC
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Yangon",
    "Asia/Pyongyang",
    "Australia/Adelaide",
    "Australia/Darwin",
    "Australia/Eucla",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "Pacific/Marquesas",
    "America/St_Johns",
    "America/Caracas",
)
OFFSET = re.compile(r"(?:UTC|GMT)? ?([+−-])(\d\d):?(\d\d)(?::00)?")


def of_offset(instant: datetime, offset: timedelta, home: str) -> str:
    """The name of the zone that a moment is kept with; raises ValueError where no zone had that offset."""
    if instant.astimezone(ZoneInfo(home)).utcoffset() == offset:
        return home
    hours, rest = divmod(offset, HOUR)
    if not rest and WEST <= hours <= EAST:
        return f"Etc/GMT{-hours:+d}" if hours else "Etc/GMT"
    for zone in PARTS:
        if instant.astimezone(ZoneInfo(zone)).utcoffset() == offset:
            return zone
    raise ValueError(str(offset))


def offset(text: str) -> timedelta:
    """`+05:30`, `-0500`, `UTC-05:00`, `Z`, `UTC` as time ahead of UTC; raises ValueError for what is none."""
    if text in ("Z", "UTC", "UTCZ", "GMT"):
        return timedelta(0)
    found = OFFSET.fullmatch(text)
    if found is None:
        raise ValueError(text)
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return ahead if found[1] == "+" else -ahead


def moment(text: str, home: str) -> tuple[datetime, str]:
    """An ISO 8601 time with its offset, in UTC, and the zone to keep it with; a Z says nothing of a place.

    Raises ValueError for what is none or has no offset, OverflowError for what no calendar holds.
    """
    aware = datetime.fromisoformat(text)
    ahead = aware.utcoffset()
    if ahead is None:
        raise ValueError(text)
    instant = aware.astimezone(UTC)
    return instant, home if text.endswith("Z") else of_offset(instant, ahead, home)


def from_wall(wall: datetime, zone: str) -> datetime:
    """The moment, in UTC, at which the clocks of a zone showed a naive time (docs/rules.md, 4).

    Of a time that they showed twice, the first; one that they skipped moves forward by the gap.
    """
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(UTC)


def is_twice(wall: datetime, zone: str) -> bool:
    """Whether the clocks of a zone showed a naive time twice: an import takes the first, and lists it."""
    here = wall.replace(tzinfo=ZoneInfo(zone))
    first, second = here.replace(fold=0).utcoffset(), here.replace(fold=1).utcoffset()
    return first is not None and second is not None and first > second


def is_known(zone: str) -> bool:
    """Whether this is a zone's name; no path, and nothing made up."""
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, ZoneInfoNotFoundError):
        return False
    return True


def instants(wall: datetime, zone: str) -> tuple[datetime, ...]:
    """The moments, in UTC, at which the clock of a zone showed a time: one, or two where it was set back.

    A time that the clock skipped moves forward by the gap (docs/rules.md, 4).
    """
    first, second = (wall.replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC) for fold in (0, 1))
    return (first, second) if first < second else (first,)
