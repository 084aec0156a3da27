"""The rows of a text: a cell in quotes may go on over lines, and a quote that is never closed takes none."""

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from recovery.words import N_
from tracker.importers.any_csv import values
from tracker.importers.rows import Unreadable

LONGEST = 100  # lines of one row: a note that goes on for longer is a quote that was not closed


@dataclass(frozen=True)
class Style:
    """How the cells of a row are told apart."""

    delimiter: str
    quote: str

    def cells(self, lines: Iterable[str], *, strict: bool = False) -> Iterator[list[str]]:
        """Raises csv.Error for a cell that is far too long; with `strict`, for quotes that do not fit."""
        return csv.reader(lines, delimiter=self.delimiter, quotechar=self.quote, strict=strict)


class Numbered(NamedTuple):
    """A row, with the line it begins on; `is_open` where a quote in that line is never closed."""

    line: int
    cells: list[str]
    is_open: bool = False


class _Lines(Iterator[str]):
    """Lines of which those of one row can be put back, to be read again; it ends after the longest row."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = iter(lines)
        self.again: deque[str] = deque()
        self.taken: list[str] = []
        self.wants_more = False  # than there is: so it is in quotes that are not closed

    def __next__(self) -> str:
        if len(self.taken) == LONGEST:
            raise StopIteration
        line = self.again.popleft() if self.again else next(self.lines, None)
        if line is None:
            self.wants_more = True
            raise StopIteration
        self.taken.append(line)
        return line

    def begin(self) -> None:
        self.taken, self.wants_more = [], False

    def put_back(self) -> None:
        """All but the first line of the row."""
        self.again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def rows(lines: Iterable[str], style: Style) -> Iterator[Numbered]:
    """Each row; of one with an open quote what its first line has. Raises Unreadable for an endless cell."""
    source, line = _Lines(lines), 1
    while True:
        source.begin()
        try:
            cells = _row(source, style)
            if cells is None:
                return
            is_open = _is_open(source, style)
            if is_open:
                source.put_back()
                cells = next(style.cells(source.taken))
        except csv.Error as error:
            why = N_("the columns cannot be told apart; the file may be cut off.")
            raise Unreadable(why, line) from error
        yield Numbered(line, cells, is_open)
        line += len(source.taken)


def _row(source: _Lines, style: Style) -> list[str] | None:
    """The cells of the next row; None at the end. Raises csv.Error where its first line cannot be read."""
    try:
        return next(style.cells(source), None)
    except csv.Error:
        if len(source.taken) > 1:
            return []  # its quotes are open, and all that follows is no cell
        raise


def _is_open(source: _Lines, style: Style) -> bool:
    """Whether a quote in the first line is closed by none of its own."""
    if len(source.taken) == 1 and not source.wants_more:
        return False
    try:
        list(style.cells(source.taken, strict=True))
    except csv.Error:
        return True
    first, *others = (next(style.cells([line])) for line in source.taken)
    return any(_is_row_like(first, other) for other in others)


def _is_row_like(first: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a line has its days and times in the columns of another: then it is a row, and no note."""
    times = [place for place, cell in enumerate(first) if values.is_moment(cell)]
    return bool(times) and len(other) >= len(first) and all(values.is_moment(other[n]) for n in times)
