"""From the cells of a row to an entry, with the columns that the person has matched."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from hashlib import sha256
from math import ceil
from typing import Any, NamedTuple, TypeVar
from zoneinfo import ZoneInfo

from recovery import days
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import INTENSITIES
from recovery.metrics.metric import Unit
from recovery.words import N_
from tracker.importers import activities, names, zones
from tracker.importers.any_csv import values
from tracker.importers.any_csv.amounts import Amounts
from tracker.importers.any_csv.values import Refused, Told
from tracker.importers.rows import Problem, Row

T = TypeVar("T")
MINUTE = timedelta(minutes=1)
ROUNDED = 2  # minutes by which the time asleep may exceed the night
A_DAY = timedelta(days=1)
NOON = 12 * 3600
NIGHT = ("bed", "tried", "asleep", "awake", "up")
EVENING = ("bed", "tried", "asleep")
STAGES = ("light", "deep", "rem")
SHOWN = 40  # characters
HARD = {"low": "light", "easy": "light", "medium": "moderate", "high": "vigorous", "hard": "vigorous"}
QUALITY, STRESS = 5, 10  # the best of each scale
NOTHING = N_("the columns that you matched are empty in it")
WRONG_CELL = N_("“%(cell)s” in the column “%(column)s” cannot be read")
NO_DAY = N_("the day is missing")
NO_NIGHT = N_("the time of falling asleep or of waking is missing")
NO_LENGTH = N_("how long it took is missing")
TOO_MUCH = N_("it has more minutes of sleep than it lasted")
NO_ITEM = N_("“%(name)s” is none of the foods and drinks here")
NO_FOOD = N_("what was eaten or drunk is missing")
NO_AMOUNT = N_("how much it was is missing")
ONE = "1"  # serving, where a food is named alone
TWICE = N_("the clock showed a time of it twice: the first was taken")


class Point(NamedTuple):
    """A moment in UTC, and the zone of the clock that showed it."""

    moment: datetime
    zone: str


@dataclass(frozen=True)
class Match:
    """How a table is read: the kind, the column of each field, and what its cells cannot say."""

    kind: str
    columns: Mapping[str, int]
    lengths: Mapping[str, float]  # minutes that a bare number counts, by field
    largest: Mapping[str, float]  # number in a column, by field
    order: str
    is_evening: bool  # the day of a night is that of the evening
    zone: str
    amounts: Amounts
    titles: Mapping[str, str]  # of the columns, by field
    named: Mapping[str, str]  # what the name of a column says: of its unit, of what took so many minutes


class Entries:
    """The entries of one table; entries that are told alike are counted, to give each a key of its own."""

    def __init__(self, match: Match) -> None:
        self.match = match
        self.seen: Counter[bytes] = Counter()
        self.make = {
            "sleep": self._sleep,
            "exercise": self._bout,
            "practice": self._bout,
            "diet": self._eaten,
        }

    def of(self, line: int, cells: list[str]) -> Iterator[Row | Problem]:
        """The entries of a row; raises Refused, ValueError or OverflowError for one that cannot be read."""
        told = {
            field: cells[column].strip()
            for field, column in self.match.columns.items()
            if column < len(cells) and not values.is_missing(cells[column])
        }
        if told:
            yield from self.make[self.match.kind](line, told)
        elif self.match.columns:
            raise Refused(NOTHING)

    def _row(
        self,
        line: int,
        told: Mapping[str, str],
        what: object,
        fields: dict[str, Any],
        day: date | None = None,
    ) -> Row:
        return Row(self.match.kind, self._key(told, what, fields.get("item", "")), fields, line, day)

    def _key(self, told: Mapping[str, str], what: object, item: str) -> str:
        """By its own name, where it has one that no row before it had; else by what it tells of."""
        own = told.get("key", "")
        name = self._name(own, item)
        if not own or self.seen[name]:
            name = self._name(own, what)
        self.seen[name] += 1
        return f"{name.hex()}-{self.seen[name]}"

    def _name(self, own: str, what: object) -> bytes:
        return sha256(repr([self.match.kind, own, what]).encode(errors="replace")).digest()[:12]

    def _point(self, told: Told, wall: datetime) -> Point:
        home = self.match.zone
        if told.instant is not None:
            return Point(told.instant, home)
        if told.offset is None:
            return Point(zones.from_wall(wall, home), home)
        moment = wall.replace(tzinfo=UTC) - told.offset
        return Point(moment, zones.of_offset(moment, told.offset, home))

    def _read(self, told: Mapping[str, str], name: str, read: Callable[[str], T]) -> T | None:
        """What a cell says, None without one; raises Refused, which names the column and the cell."""
        if name not in told:
            return None
        try:
            return read(told[name])
        except (ValueError, OverflowError, OSError) as error:
            title = self.match.titles[name][:SHOWN]
            raise Refused(WRONG_CELL, cell=told[name][:SHOWN], column=title) from error

    def _told(self, told: Mapping[str, str], name: str) -> Told | None:
        return self._read(told, name, partial(values.moment, order=self.match.order))

    def _day(self, told: Mapping[str, str]) -> date | None:
        """The day of the row, where it has one of its own."""
        found = self._told(told, "day")
        if found is None or found.instant is None:
            return found.day if found else None
        return days.local_date(found.instant, self.match.zone)

    def _length(self, told: Mapping[str, str], name: str) -> float | None:
        return self._read(told, name, lambda cell: values.length(cell, self.match.lengths[name]))

    def _scale(self, told: Mapping[str, str], name: str, best: int) -> int | None:
        """A mark on a scale of ours; one of 10 or 100 where the column goes beyond ours."""
        if name not in told:
            return None
        most = self.match.largest.get(name, 0)
        scale = next((scale for scale in (best, 10, 100) if most <= scale), 100)
        number = self._read(told, name, values.number) or 0
        return ceil(number * best / scale)

    # Sleep

    def _sleep(self, line: int, told: Mapping[str, str]) -> Iterator[Row | Problem]:
        points, is_twice = self._night(told)
        asleep, awake = self._onset(told, points), points.get("awake")
        slept = self._length(told, "slept")
        if asleep and awake is None and slept:
            awake = Point(asleep.moment + (slept + (self._length(told, "waso") or 0)) * MINUTE, asleep.zone)
        if asleep is None or awake is None:
            raise Refused(NO_NIGHT)
        fields = {
            "asleep": asleep.moment,
            "awake": awake.moment,
            "zone": awake.zone,
            "zone_bed": points.get("bed", asleep).zone,
            **{name: points[name].moment for name in ("bed", "tried", "up") if name in points},
            **self._wakefulness(told, awake.moment - asleep.moment),
            **{stage: self._length(told, stage) for stage in STAGES},
            "quality": self._scale(told, "quality", QUALITY) or None,
            "nap": values.flag(told.get("nap", "")),
            "note": told.get("note", ""),
        }
        yield self._row(line, told, asleep.moment, fields)
        if is_twice:
            yield Problem(line, TWICE)

    def _onset(self, told: Mapping[str, str], points: Mapping[str, Point]) -> Point | None:
        """As it is told, else from when one tried, or went to bed, and how long it took."""
        start, latency = points.get("tried") or points.get("bed"), self._length(told, "sol")
        if "asleep" in points or start is None or latency is None:
            return points.get("asleep")
        return Point(start.moment + latency * MINUTE, start.zone)

    def _wakefulness(self, told: Mapping[str, str], span: timedelta) -> dict[str, int | None]:
        """As it is told, else what the time asleep leaves of the night."""
        waso, slept = self._length(told, "waso"), self._length(told, "slept")
        if slept is not None and slept > span / MINUTE + ROUNDED:
            raise Refused(TOO_MUCH)
        if waso is None and slept is not None:
            waso = max(0.0, span / MINUTE - slept)
        times = self._read(told, "awakenings", values.number)
        return {
            name: None if value is None else round(value)
            for name, value in (("waso", waso), ("awakenings", times))
        }

    def _night(self, told: Mapping[str, str]) -> tuple[dict[str, Point], bool]:
        """The moments of a night, and whether the clock showed one of them twice.

        A clock time without a day is looked for from the day of the row: from the morning back, or on from
        the evening.
        """
        read = {name: found for name in NIGHT if (found := self._told(told, name))}
        walls: dict[str, datetime] = {}
        for name in NIGHT if self.match.is_evening else reversed(NIGHT):
            if name in read:
                walls[name] = self._wall(name, read[name], self._day(told), walls)
        points = {name: self._point(read[name], wall) for name, wall in walls.items()}
        return points, any(self._is_twice(read[name], wall) for name, wall in walls.items())

    def _wall(self, name: str, told: Told, day: date | None, walls: Mapping[str, datetime]) -> datetime:
        """What the clock and the calendar showed."""
        if told.instant is not None:
            return told.instant.astimezone(ZoneInfo(self.match.zone)).replace(tzinfo=None)
        if told.clock is None:
            raise Refused(NO_NIGHT)
        if told.day:
            return at(told.day, told.clock)
        later = [walls[other] for other in NIGHT[NIGHT.index(name) + 1 :] if other in walls]
        if later:
            found = at(later[0].date(), told.clock)
            return found - A_DAY if found > later[0] else found
        if walls:
            last = max(walls.values())
            found = at(last.date(), told.clock)
            return found + A_DAY if found < last else found
        if day is None:
            raise Refused(NO_DAY)
        return at(self._first_day(name, day, told.clock), told.clock)

    def _first_day(self, name: str, day: date, clock: int) -> date:
        """The date of the first clock time that is looked at."""
        if self.match.is_evening:
            return day + A_DAY if clock < NOON else day
        return day - A_DAY if name in EVENING and clock >= NOON else day

    def _is_twice(self, told: Told, wall: datetime) -> bool:
        bare = told.instant is None and told.offset is None
        return bare and zones.is_twice(wall, self.match.zone)

    # Exercise, practice and diet

    def _start(self, told: Mapping[str, str]) -> tuple[dict[str, Any], date | None, bool]:
        """The moment and its zone, or the day alone; and whether the clock showed it twice."""
        start, day = self._told(told, "start"), self._day(told)
        if start is None or (start.instant is None and start.clock is None):
            known = day or (start.day if start else None)
            if known is None:
                raise Refused(NO_DAY)
            return {"zone": self.match.zone}, known, False
        wall = self._wall_of(start, day)
        point = self._point(start, wall)
        return {"start": point.moment, "zone": point.zone}, None, self._is_twice(start, wall)

    def _wall_of(self, start: Told, day: date | None) -> datetime:
        if start.instant is not None:
            return start.instant.replace(tzinfo=None)
        known = start.day or day
        if known is None or start.clock is None:
            raise Refused(NO_DAY)
        return at(known, start.clock)

    def _bout(self, line: int, told: Mapping[str, str]) -> Iterator[Row | Problem]:
        when, day, is_twice = self._start(told)
        minutes = round(self._minutes(told, when))
        what = self._activity(told) if self.match.kind == "exercise" else self._practice(told)
        if not minutes:  # none on that day
            what = {"activity": ""} if self.match.kind == "exercise" else {"technique": ""}
        note = "\n".join(filter(None, [what.pop("note", ""), told.get("note", "")]))
        name = (when.get("start") or day, what.get("activity"), what.get("technique"))
        yield self._row(line, told, name, {**when, **what, "minutes": minutes, "note": note}, day)
        if is_twice:
            yield Problem(line, TWICE)

    def _minutes(self, told: Mapping[str, str], when: Mapping[str, Any]) -> float:
        """How long it took, as it is told, else until it ended."""
        length, end = self._length(told, "minutes"), self._told(told, "end")
        if length is not None:
            return length
        if end is None or "start" not in when:
            raise Refused(NO_LENGTH)
        start = when["start"].astimezone(ZoneInfo(self.match.zone)).replace(tzinfo=None)
        wall = self._wall_of(end, start.date())
        minutes = (self._point(end, wall).moment - when["start"]) / MINUTE
        return (
            minutes + A_DAY / MINUTE if minutes < 0 and end.day is None and end.instant is None else minutes
        )

    def _called(self, told: Mapping[str, str], name: str) -> str:
        """What was done, as the row says; else as the column is called that says how long."""
        return told.get(name, "") or (self.match.named.get("minutes", "") if "minutes" in told else "")

    def _activity(self, told: Mapping[str, str]) -> dict[str, Any]:
        name = self._called(told, "activity")
        if activities.is_none(name):
            raise Refused(activities.IS_NONE)
        hard = told.get("intensity", "").lower()
        intensity = hard if hard in INTENSITIES else HARD.get(hard, "")
        fields: dict[str, Any] = {**activities.fields(name, intensity)}
        return {**fields, "effort": self._scale(told, "effort", STRESS)}

    def _practice(self, told: Mapping[str, str]) -> dict[str, Any]:
        name = self._called(told, "technique")
        technique = names.technique(name) or "other"
        return {
            "technique": technique,
            "note": name if technique == "other" else "",
            "stress_before": self._scale(told, "before", STRESS),
            "stress_after": self._scale(told, "after", STRESS),
        }

    def _eaten(self, line: int, told: Mapping[str, str]) -> Iterator[Row | Problem]:
        """An entry for the food that a row names, and one for each column of a food of its own."""
        when, day, is_twice = self._start(told)
        for slug, column, unit in self._foods(told):
            try:
                amount = self._amount(told, column, slug, unit)
            except Refused as refused:  # the other foods of the row still come in
                yield Problem(line, refused.sentence, refused.params)
                continue
            if amount or "start" not in when or column == "amount":  # at a time, 0 of a food is no answer
                fields = {**when, "item": slug, "amount": amount, "note": told.get("note", "")}
                yield self._row(line, told, (when.get("start") or day, slug), fields, day)
        if is_twice:
            yield Problem(line, TWICE)

    def _amount(self, told: Mapping[str, str], column: str, slug: str, unit: str) -> float:
        """How much, by the unit in the cell, else by that of the row, else by that of the column."""
        units, name = [unit, self.match.named.get(column, "")], told.get("item", "")
        if column not in told:
            return self.match.amounts.of(slug, ONE, units, name)
        return self._read(told, column, lambda cell: self.match.amounts.of(slug, cell, units, name)) or 0

    def _foods(self, told: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
        """What it was, in which column it stands how much, and the unit of the row.

        Raises Refused where an amount stands alone, or no column says what it was.
        """
        for slug in ITEMS:
            if (column := f"item-{slug}") in told:
                yield slug, column, ""
        if "item" in told:
            yield self._item(told), "amount", told.get("unit", "")
        elif "amount" in told or not any(field.startswith("item") for field in self.match.columns):
            raise Refused(NO_FOOD)

    def _item(self, told: Mapping[str, str]) -> str:
        slug = names.item(told["item"])
        if not slug:
            raise Refused(NO_ITEM, name=told["item"][:SHOWN])
        if "amount" not in told and ITEMS[slug].unit != Unit.SERVINGS:
            raise Refused(NO_AMOUNT)
        return slug


def at(day: date, clock: int) -> datetime:
    """A wall's time, without a zone; `clock` in seconds after midnight."""
    return datetime(day.year, day.month, day.day) + timedelta(seconds=clock)  # noqa: DTZ001 (no zone yet)
