"""The zone of a moment of which a file tells only how far its clock was from UTC (docs/rules.md, 26)."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

HOUR = timedelta(hours=1)
EAST, WEST = 14, 12  # hours: Etc/GMT-14 to Etc/GMT+12


def of_offset(moment: datetime, offset: timedelta, home: str) -> str:
    """Home where its own clocks stood so at that moment; else Etc/GMT±N; of half hours, home again.

    Home is the zone that was asked for. The sign of an Etc name is turned round: Etc/GMT-2 is ahead of UTC.
    """
    if moment.astimezone(ZoneInfo(home)).utcoffset() == offset:
        return home
    hours = offset // HOUR
    if offset % HOUR or not -WEST <= hours <= EAST:
        return home
    return f"Etc/GMT{-hours:+d}"
