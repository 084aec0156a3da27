"""A table of unknown making: its alphabet, its delimiter and its header, told from its first lines.

A first row with a day or a clock time in it names no columns: such a table has no header, and loses no row.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from recovery.words import N_
from tracker.importers.any_csv import lines, values
from tracker.importers.any_csv.lines import Numbered, Style
from tracker.importers.rows import Unreadable
from tracker.importers.upload import LINE, LOOKED_INTO, Upload

START = 64 * 1024  # bytes that are looked at
LINES = 30  # of them
BEFORE = 5  # lines that may stand before the header
COLUMNS = 200  # more cannot be matched by anybody
SHOWN = 40  # characters of a cell
DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'")
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NO_TABLE = ("<", "{", "[", "%PDF")  # how other kinds of text begin
ALPHABETS = {
    "cp1252": N_("Western Europe and the Americas"),
    "cp1250": N_("Central Europe"),
    "cp1251": N_("Cyrillic"),
    "cp1253": N_("Greek"),
    "cp1254": N_("Turkish"),
}
OLDEST = "cp1252"
ENDINGS = (".csv", ".tsv", ".tab")
README = re.compile(r"(^|/)(read.?me|lies.?mich|lisez.?moi|licen[cs]e)[^/]*$", re.IGNORECASE)


@dataclass(frozen=True)
class Table:
    """How a table is written. `header` has the names of its columns, which end in the line of that number.

    Without a header the names are empty, and the line is 0.
    """

    file: str
    encoding: str  # "" where it is none that is sure
    style: Style
    header: tuple[str, ...]
    line: int
    sample: tuple[tuple[str, ...], ...]  # its first rows

    def column(self, number: int) -> str:
        """A column's name, with what stands first in it."""
        example = next((row[number] for row in self.sample if number < len(row) and row[number]), "")
        name = self.title(number)[:SHOWN]
        return f"{name} ({example[:SHOWN]})" if example else name

    def title(self, number: int) -> str:
        """A column's name; of one that has none, its place."""
        return self.header[number] or str(number + 1)


def tables(upload: Upload) -> list[Table]:
    """The table that a file is, or those of a zip: the entries that are named as one, else that look so."""
    if not upload.is_zip:
        return _tables(upload, [""])
    names = [name for name in upload.names() if not README.search(name)]
    named = [name for name in names if name.lower().endswith(ENDINGS)]
    others = [name for name in names if name not in named]
    return _tables(upload, named) or _tables(upload, others)


def _tables(upload: Upload, names: list[str]) -> list[Table]:
    found = (_table(upload, name) for name in names[:LOOKED_INTO])
    return [table for table in found if table]


def _table(upload: Upload, name: str) -> Table | None:
    with upload.opened(name) as file:
        start = file.read(START)
    encoding = _encoding(start)
    text = _text(start, encoding or OLDEST)
    if "\0" in text or text.lstrip().startswith(NO_TABLE):
        return None
    first = text.splitlines(keepends=True)
    first = first[: -1 if len(start) == START and len(first) > 1 else None][:LINES]
    shapes = (_shape(first, delimiter) for delimiter in DELIMITERS)
    found = max((shape for shape in shapes if shape), default=None)
    if found is None:
        return None
    _rows, _columns, delimiter, quote, header, line, sample = found
    return Table(name, encoding, Style(delimiter, quote), header, line, sample)


def rows(upload: Upload, table: Table, alphabet: str) -> Iterator[Numbered]:
    """The rows below the header, each with the line it begins on; raises Unreadable for a broken one."""
    encoding = table.encoding or alphabet or OLDEST
    for row in lines.rows(_lines(upload, table, encoding), table.style):
        if row.line > table.line and any(row.cells):
            yield row


def is_utf8(upload: Upload, table: Table) -> bool:
    """Whether all of the file is, not only its first lines."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with upload.opened(table.file) as file:
            while chunk := file.read(START):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def check_columns(table: Table) -> None:
    """Raise Unreadable for a table that nobody could match."""
    if len(table.header) > COLUMNS:
        why = N_("The table has %(found)s columns; %(most)s are the most that are read.")
        raise Unreadable(why, found=len(table.header), most=COLUMNS)


def _lines(upload: Upload, table: Table, encoding: str) -> Iterator[str]:
    with upload.opened(table.file) as file:
        text = io.TextIOWrapper(file, encoding, errors="replace", newline="")
        try:
            for number, line in enumerate(iter(lambda: text.readline(LINE + 1), ""), 1):
                if len(line) > LINE:
                    raise Unreadable(N_("it is far too long."), number)
                yield line.replace("\0", "")
        finally:
            text.detach()  # the upload closes its file itself


def _encoding(start: bytes) -> str:
    """By its mark, else UTF-8 where it is; "" where it is some older one."""
    for mark, encoding in MARKS.items():
        if start.startswith(mark):
            return encoding
    try:
        codecs.getincrementaldecoder("utf-8")().decode(start)
    except UnicodeDecodeError:
        return ""
    return "utf-8"


def _text(start: bytes, encoding: str) -> str:
    return codecs.getincrementaldecoder(encoding)("replace").decode(start)


Shape = tuple[int, int, str, str, tuple[str, ...], int, tuple[tuple[str, ...], ...]]


def _shape(first: list[str], delimiter: str) -> Shape | None:
    """What the lines are with this delimiter: how many rows are as long as the header, and how long it is."""
    quote = max(QUOTES, key=lambda mark: sum(line.count(delimiter + mark) for line in first))
    style = Style(delimiter, quote)
    reader = csv.reader(first, delimiter=delimiter, quotechar=quote)
    try:
        found = [(reader.line_num, cells) for cells in reader]
        # One row in quotes to the end may be a quote that is not closed: then there are more.
        return _shaped(found, style) or _shaped([row[:2] for row in lines.rows(first, style)], style)
    except (csv.Error, Unreadable):
        return None


def _shaped(rows: list[tuple[int, list[str]]], style: Style) -> Shape | None:
    found = [(line, [cell.strip() for cell in cells]) for line, cells in rows]
    for place, (line, header) in enumerate(found[:BEFORE]):
        below = [tuple(cells) for _line, cells in found[place + 1 :] if any(cells)]
        alike = sum(0 <= len(cells) - len(header) <= 1 for cells in below)
        if sum(map(bool, header)) >= 2 and 0 < len(below) <= 2 * alike:
            shape = alike, len(header), style.delimiter, style.quote
            if any(map(values.is_moment, header)):
                whole = (tuple(cells) for _line, cells in found if any(cells))
                return *shape, ("",) * len(header), 0, tuple(whole)
            return *shape, tuple(header), line, tuple(below)
    return None
