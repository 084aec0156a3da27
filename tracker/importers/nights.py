"""Sleeps of one device made to stand side by side (docs/rules.md, 8); each row has `asleep` and `awake`."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from recovery.words import N_
from tracker.importers.rows import Problem, Row

SHORTEST = timedelta(minutes=10)
TRIMMED = timedelta(minutes=2)
CONTAINED = 0.9


def side_by_side(rows: Iterable[Row]) -> Iterator[Row | Problem]:
    """The sleeps in order of time, none sharing time with another; a Problem for each that is left out.

    Left out are sleeps under 10 minutes and, of two that share more than 2 minutes, the shorter one.
    """
    held: Row | None = None
    for row in sorted(rows, key=lambda row: (row.fields["asleep"], row.key)):
        if _length(row) < SHORTEST:
            yield Problem(row.line, N_("a sleep of under 10 minutes"))
        elif held is None or _shared(held, row) <= timedelta(0):
            if held is not None:
                yield held
            held = row
        elif _shared(held, row) <= TRIMMED:
            yield replace(held, fields={**held.fields, "awake": row.fields["asleep"]})
            held = row
        else:
            shorter, held = sorted((held, row), key=_length)
            yield Problem(shorter.line, _why(shorter, held), {"line": held.line})
    if held is not None:
        yield held


def _length(row: Row) -> timedelta:
    length: timedelta = row.fields["awake"] - row.fields["asleep"]
    return length


def _shared(row: Row, other: Row) -> timedelta:
    last = min(row.fields["awake"], other.fields["awake"])
    shared: timedelta = last - max(row.fields["asleep"], other.fields["asleep"])
    return shared


def _why(shorter: Row, longer: Row) -> str:
    if _shared(shorter, longer) >= CONTAINED * _length(shorter):
        return N_("the same sleep as in line %(line)s, which is longer")
    return N_("overlaps the sleep in line %(line)s, which is longer")
