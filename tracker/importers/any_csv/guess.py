"""What a table seems to hold: the kind, the column of each field, the order of a day, the unit of lengths."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tracker.importers import activities, names
from tracker.importers.any_csv import amounts, values
from tracker.importers.any_csv.fields import (
    DAY,
    END,
    ITEM,
    KINDS,
    LENGTH,
    MOMENT,
    NAME,
    SCALE,
    START,
    Field,
    bare_name,
    plain,
)
from tracker.importers.any_csv.fields import MINUTES as MINUTES_FIELD
from tracker.importers.any_csv.lines import Numbered
from tracker.importers.any_csv.table import Table
from tracker.importers.any_csv.values import Told

HOURS = re.compile(r"\b(h|hrs?|hours?|std|stunden|horas|heures)\b|hours", re.I)
SECONDS = re.compile(r"\b(s|secs?|seconds?|sek|sekunden|segundos|secondes)\b|seconds", re.I)
MILLISECONDS = re.compile(r"\b(ms|milliseconds?)\b", re.I)
MINUTES = re.compile(r"\b(m|mins?|minutes?|minuten|minutos)\b|minutes", re.I)
SHORTEST_DAY, LONGEST_NUMBER = 6, 12  # characters: 4/3/26, 1234567.1234
LONGEST_NAME = 40  # characters of a drink's
LEAST = {"caffeine": 20, "alcohol": 10}  # in mg, in g: smaller numbers are cups and drinks
COUNTED = {"caffeine": amounts.CUP, "alcohol": amounts.DRINK}
WEIGHED = {"caffeine": amounts.MG, "alcohol": amounts.G}
A_DAY = 24 * 60  # more minutes than that are seconds
KNOWN: Mapping[str, Callable[[str], str]] = {
    "activity": activities.nearest,
    "technique": names.technique,
    "item": names.item,
}
DONE = {"exercise": "activity", "practice": "technique"}
PER_NUMBER = ((MILLISECONDS, 1 / 60_000), (SECONDS, 1 / 60), (HOURS, 60.0), (MINUTES, 1.0))
GENERIC = frozenset(f"{START.names} {END.names} {MINUTES_FIELD.names}".split())  # tell of no kind
CLOCKS = frozenset(START.names.split()) & frozenset(MINUTES_FIELD.names.split())  # may be either
LONGEST_BOUT = 6 * 3600  # seconds
EVENING = ("night", "evening", "bedtime", "nacht", "abend")  # in the name of a column of days


@dataclass
class Survey:
    """What the whole of a table shows: how days can be read, and the largest number of each column."""

    day_first: int = 0  # cells that only day-month fits
    month_first: int = 0
    either: int = 0
    largest: dict[int, float] = field(default_factory=dict)
    cups: set[str] = field(default_factory=set)  # of what, besides coffee, it tells

    @property
    def order(self) -> str:
        """The likelier order of day and month."""
        if self.month_first != self.day_first:
            return values.MDY if self.month_first > self.day_first else values.DMY
        return values.DMY

    @property
    def is_sure(self) -> bool:
        """Whether no cell could be read in another order, or some could only be read in one."""
        if self.day_first and self.month_first:
            return False
        return bool(self.day_first or self.month_first or not self.either)


def survey(rows: Iterable[Numbered]) -> Survey:
    """One look at every cell."""
    found = Survey()
    for row in rows:
        for column, cell in enumerate(row.cells):
            if cell[-1:].isalpha() and len(cell) <= LONGEST_NAME:
                found.cups.add(amounts.drink(cell))
            if not cell or not cell[0].isdigit():
                continue
            could = values.ambiguity(cell) if len(cell) >= SHORTEST_DAY else None
            if could is None and len(cell) <= LONGEST_NUMBER:
                _note_number(found, column, cell)
            elif could is not None:
                found.either += could == (True, True)
                found.day_first += could == (True, False)
                found.month_first += could == (False, True)
    return found


def _note_number(found: Survey, column: int, cell: str) -> None:
    try:
        number = values.number(cell)
    except ValueError:
        return
    if number > found.largest.get(column, 0):
        found.largest[column] = number


def columns(table: Table, kind: str) -> dict[str, int]:
    """The column of each field of a kind that has one: what is known here first, then the best name."""
    found = _by_name(table, kind)
    if kind in DONE and "minutes" not in found:
        found |= _named_for_what_was_done(table, kind, found)
    if kind == "sleep":
        _settle_onset(table, found)
    else:
        _settle_start(table, found)
    if kind == "diet" and "item" in found and not _knows(table, ITEM, found["item"]):
        _settle_foods(found)
    return found


def _by_name(table: Table, kind: str) -> dict[str, int]:
    headers = [plain(header) for header in table.header]
    named = [
        ((field.names.split().index(name), place), field, column)
        for place, field in enumerate(KINDS[kind])
        for column, name in enumerate(headers)
        if name in field.names.split() and _fits(table, field, column)
    ]
    clocks = _bare_clocks(table, {column for _rank, field, column in named if field.reads == MOMENT})
    ranked = sorted(
        (not _knows(table, field, column), *rank, field.slug, column)
        for rank, field, column in named
        if field.reads != MOMENT or column not in clocks
    )
    found: dict[str, int] = {}
    for *_rank, slug, column in ranked:
        if slug not in found and column not in found.values():
            found[slug] = column
    return found


def _bare_clocks(table: Table, moments: set[int]) -> set[int]:
    """Columns of clock times alone, where two others tell the day too: lengths look the same."""
    dated = {
        column for column in moments if any(told.day or told.instant for told in _told_by(table, column))
    }
    return moments - dated if len(dated) > 1 else set()


def _settle_onset(table: Table, found: dict[str, int]) -> None:
    """Without a time of falling asleep, or with one that has no better name than "start"."""
    if "asleep" not in found and "bed" in found and "sol" not in found:
        found["asleep"] = found.pop("bed")  # all that is known of the evening
    is_start = "asleep" in found and plain(table.header[found["asleep"]]) in GENERIC
    if is_start and "sol" in found and not {"bed", "tried"} & found.keys():
        found["tried"] = found.pop("asleep")


def _settle_start(table: Table, found: dict[str, int]) -> None:
    """A column of days that tells the time too, or one of times that are too late to be lengths."""
    if "day" in found and any(told.clock or told.instant for told in _told_by(table, found["day"])):
        start = found.get("start")
        if start is None or not any(told.day or told.instant for told in _told_by(table, start)):
            found["start"] = found.pop("day")
    if "start" not in found and "minutes" in found and _is_clock(table, found["minutes"]):
        found["start"] = found.pop("minutes")


def _is_clock(table: Table, column: int) -> bool:
    """Whether a column that may be called so is rather of times of day than of lengths."""
    longest = max((told.clock or 0 for told in _told_by(table, column)), default=0)
    return plain(table.header[column]) in CLOCKS and longest > LONGEST_BOUT


def _settle_foods(found: dict[str, int]) -> None:
    """Where foods have columns of their own, one of names that are none of ours is no food's: a meal's."""
    if any(slug.startswith("item-") for slug in found):
        for slug in ("item", "amount"):
            found.pop(slug, None)


def _told_by(table: Table, column: int) -> list[Told]:
    """What the cells that stand first in a column say of moments, in the first order that fits."""
    return [
        values.moment(cell, next(order for order in (values.DMY, values.MDY) if values.can_be(cell, order)))
        for cell in _cells(table, column)
        if values.is_moment(cell)
    ]


def _named_for_what_was_done(table: Table, kind: str, found: Mapping[str, int]) -> dict[str, int]:
    """The column of lengths that is called “Meditation (min)”, or “Running”."""
    reads = next(field for field in KINDS[kind] if field.slug == "minutes")
    for column, header in enumerate(table.header):
        free = column not in found.values() and _cells(table, column)
        if free and done(kind, header) and _fits(table, reads, column):
            return {"minutes": column}
    return {}


def done(kind: str, header: str) -> str:
    """What a column of lengths is named for: an activity, or a practice; "" where it is none of ours."""
    name = bare_name(header)
    return name if kind in DONE and KNOWN[DONE[kind]](name) else ""


def bare_unit(table: Table, item: str) -> str:
    """In what a number of caffeine or alcohol without a unit is, by how large those that stand first are."""
    found = columns(table, "diet")
    column = found.get(f"item-{item}")
    cells = [] if column is None else _cells(table, column)
    if "item" in found and "amount" in found:
        what, much = found["item"], found["amount"]
        rows = [row for row in table.sample if len(row) > max(what, much)]
        cells += [row[much] for row in rows if names.item(row[what]) == item]
    largest = max((values.number(cell) for cell in cells if _reads(values.number, cell)), default=0)
    return COUNTED[item] if 0 < largest < LEAST[item] else WEIGHED[item]


def kind(table: Table) -> str:
    """The kind of which most columns tell, by their names and by what stands in them."""
    return max(KINDS, key=lambda kind: _told(table, kind))


def _told(table: Table, kind: str) -> tuple[int, int]:
    found = columns(table, kind)
    distinct = [field for field in KINDS[kind] if field.distinct and field.slug in found]
    named = sum(plain(table.header[found[field.slug]]) not in GENERIC for field in distinct)
    named += bool("minutes" in found and done(kind, table.header[found["minutes"]]))
    return named + sum(_knows(table, field, found[field.slug]) for field in distinct), len(found)


def _cells(table: Table, column: int) -> list[str]:
    """What stands first in a column."""
    return [row[column] for row in table.sample if column < len(row) and not values.is_missing(row[column])]


def _fits(table: Table, field: Field, column: int) -> bool:
    """Whether what stands in a column can be read so; an empty one fits everything."""
    reader, cells = READERS.get(field.reads), _cells(table, column)
    return reader is None or not cells or any(_reads(reader, cell) for cell in cells)


def _knows(table: Table, field: Field, column: int) -> bool:
    """Whether a column names activities, practices or foods of ours."""
    known = KNOWN.get(field.slug)
    return known is not None and any(known(cell) for cell in _cells(table, column))


def _reads(reader: Callable[[str], object], cell: str) -> bool:
    try:
        return reader(cell) is not False
    except (ValueError, OverflowError, OSError):
        return False


def per_number(header: str, largest: float, otherwise: float) -> float:
    """How many minutes a bare number counts in a column of this name, up to this number."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", header)
    unnamed = 1 / 60 if largest > A_DAY else otherwise
    return next((minutes for told, minutes in PER_NUMBER if told.search(words)), unnamed)


def is_evening(table: Table) -> bool:
    """Whether the day of a night is more likely that of the evening than that of the morning."""
    day = columns(table, "sleep").get("day")
    return day is not None and any(word in plain(table.header[day]) for word in EVENING)


READERS: Mapping[str, Callable[[str], object]] = {
    MOMENT: values.is_moment,
    DAY: values.is_moment,
    SCALE: values.number,
    LENGTH: lambda cell: values.length(cell, 1),
    NAME: lambda cell: any(map(str.isalpha, cell)),
}
