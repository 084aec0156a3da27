"""Which day a moment counts to, and which moment a clock time means (docs/rules.md, 1 to 5).

Clock times are minutes after midnight; moments are aware datetimes; a day is a date.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

DAY = 24 * 60
FIVE_DAYS = 5 * DAY


def moment(day: date, clock: int, zone: str, *, second: bool = False) -> datetime:
    """The instant, in UTC, at which the clock of a zone shows `clock` on a calendar date.

    A time that the clocks skip moves forward by the gap; of one that exists twice, `second` takes the later.
    """
    wall = datetime.combine(day, time(clock // 60, clock % 60), ZoneInfo(zone)).replace(fold=int(second))
    if is_skipped(day, clock, zone):
        wall = wall.replace(fold=0)
    return wall.astimezone(UTC)


def is_twice(day: date, clock: int, zone: str) -> bool:
    """Whether the clock of the zone shows this time twice on the date (clocks back)."""
    return _offset_change(day, clock, zone) < timedelta(0)


def is_skipped(day: date, clock: int, zone: str) -> bool:
    """Whether the clock of the zone never shows this time on the date (clocks forward)."""
    return _offset_change(day, clock, zone) > timedelta(0)


def _offset_change(day: date, clock: int, zone: str) -> timedelta:
    wall = datetime.combine(day, time(clock // 60, clock % 60), ZoneInfo(zone))
    before, after = wall.replace(fold=0).utcoffset(), wall.replace(fold=1).utcoffset()
    assert before is not None
    assert after is not None
    return after - before


def clock(instant: datetime, zone: str) -> int:
    """Minutes after midnight on the wall of the zone."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def clocks(moments: npt.ArrayLike, zones: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Minutes after midnight on the wall of each moment's own zone.

    Moments are minutes since 1970 in UTC, as in a History's frames; NaN stays NaN.
    """
    instants, names = np.asarray(moments, dtype=float), np.asarray(zones, dtype=object)
    known = ~np.isnan(instants)
    walls = np.full(len(instants), np.nan)
    for zone in set(names[known]):
        own = known & (names == zone)
        ahead = _minutes_ahead(instants[own], ZoneInfo(zone))
        walls[own] = np.round(instants[own] + ahead, 6) % DAY
    return walls


def _minutes_ahead(instants: npt.NDArray[np.float64], zone: ZoneInfo) -> npt.NDArray[np.float64]:
    """How far a zone's wall is ahead of UTC at each instant.

    Asked once for every five days, and for each instant only where that has changed within them: since 1970
    no zone has gone and come back in less than seven (Recife in October 2000).
    """
    spans = np.floor(instants / FIVE_DAYS)
    edges, at = np.unique([spans, spans + 1], return_inverse=True)
    ahead, after = np.array([_ahead(edge * FIVE_DAYS, zone) for edge in edges])[at.reshape(2, -1)]
    for n in np.flatnonzero(ahead != after):
        ahead[n] = _ahead(instants[n], zone)
    return np.asarray(ahead, dtype=float)


def _ahead(instant: float, zone: ZoneInfo) -> float:
    offset = datetime.fromtimestamp(instant * 60, zone).utcoffset()
    assert offset is not None
    return offset.total_seconds() / 60


def local_date(instant: datetime, zone: str) -> date:
    """The calendar date in the zone: the day a sleep counts to, by its waking."""
    return instant.astimezone(ZoneInfo(zone)).date()


def day_of(instant: datetime, zone: str, day_start: int) -> date:
    """The day that anything but sleep counts to: before the day start, the day before.

    The wall clock is compared, not elapsed time, so that the day start holds on DST days too.
    """
    local = local_date(instant, zone)
    return local - timedelta(days=1) if clock(instant, zone) < day_start else local


def on_page(day: date, clock: int, day_start: int) -> date:
    """The calendar date that a clock time means on the page of a day: before the day start, the next date."""
    return day + timedelta(days=1) if clock < day_start else day


def monday(day: date) -> date:
    """The Monday of the day's ISO week."""
    return day - timedelta(days=day.weekday())


def week_name(day: date) -> str:
    """The ISO week of a day, as in 2026-W47."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"
