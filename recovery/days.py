"""Which day a moment counts to, and which moment a clock time means (docs/rules.md, 1 to 5).

Clock times are minutes after midnight; moments are aware datetimes; a day is a date.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt

DAY = 24 * 60


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


def clocks(moments: Iterable[float], zones: Iterable[str]) -> npt.NDArray[np.float64]:
    """Minutes after midnight on the wall of each moment's own zone.

    Moments are minutes since 1970 in UTC, as in a History's frames; NaN stays NaN.
    """
    return np.array([_wall(m, z) for m, z in zip(moments, zones, strict=True)], dtype=float)


def _wall(minutes: float, zone: str) -> float:
    if np.isnan(minutes):
        return np.nan
    local = datetime.fromtimestamp(minutes * 60, ZoneInfo(zone))
    return local.hour * 60 + local.minute + local.second / 60


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
