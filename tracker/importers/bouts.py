"""Entries that took time, of which several sources may tell: one of each comes in."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from recovery.words import N_
from tracker.importers.rows import Problem, Row, place

SAME = 0.5  # of the shorter of two bouts


class Bout(NamedTuple):
    """An entry that took time, which a second source may have written as well."""

    start: datetime
    end: datetime
    source: str
    row: Row


def distinct(bouts: Iterable[Bout]) -> Iterator[Row | Problem]:
    """Of two sources that tell of the same bout, the one that saw more of it; a Problem for the other.

    It is the same where they share half of the shorter one's time.
    """
    going: list[Bout] = []
    for bout in sorted(bouts, key=lambda bout: (bout.start, bout.row.key)):
        yield from (held.row for held in going if held.end < bout.start)
        going = [held for held in going if held.end >= bout.start]
        same = next((held for held in going if _is_same(held, bout)), None)
        if same is None:
            going.append(bout)
            continue
        shorter, longer = sorted((same, bout), key=lambda bout: bout.end - bout.start)
        going[going.index(same)] = longer
        if shorter.row.fields != longer.row.fields:
            why = N_("another source has the same in line %(line)s")
            told = {"line": place(longer.row, shorter.row)}
            yield Problem(shorter.row.line, why, told, shorter.row.file)
    yield from (held.row for held in going)


def _is_same(bout: Bout, other: Bout) -> bool:
    if bout.row.key == other.row.key:
        return True
    shared = min(bout.end, other.end) - max(bout.start, other.start)
    shorter = min(bout.end - bout.start, other.end - other.start)
    return bout.source != other.source and shared > timedelta(0) and shared >= SAME * shorter
