"""A table of unknown making: its alphabet, its delimiter and its header, told from its first lines."""

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from recovery.words import N_
from tracker.importers.rows import Unreadable
from tracker.importers.upload import LINE, Upload

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

Numbered = tuple[int, list[str]]


@dataclass(frozen=True)
class Table:
    """How a table is written. `header` has the names of its columns, in the line of that number."""

    file: str
    encoding: str  # "" where it is none that is sure
    delimiter: str
    quote: str
    header: tuple[str, ...]
    line: int
    sample: tuple[tuple[str, ...], ...]  # its first rows

    def column(self, number: int) -> str:
        """A column's name, with what stands first in it."""
        example = next((row[number] for row in self.sample if number < len(row) and row[number]), "")
        name = self.header[number] or str(number + 1)
        return f"{name[:SHOWN]} ({example[:SHOWN]})" if example else name[:SHOWN]


def look(upload: Upload) -> Table | None:
    """The table of a file, or of the only file of a zip; None where it is none."""
    names = upload.names() if upload.is_zip else [""]
    if len(names) != 1:
        return None
    with upload.opened(names[0]) as file:
        start = file.read(START)
    encoding = _encoding(start)
    text = _text(start, encoding or OLDEST)
    if "\0" in text or text.lstrip().startswith(NO_TABLE):
        return None
    lines = text.splitlines(keepends=True)
    lines = lines[: -1 if len(start) == START and len(lines) > 1 else None][:LINES]
    shapes = (_shape(lines, delimiter) for delimiter in DELIMITERS)
    found = max((shape for shape in shapes if shape), default=None)
    if found is None:
        return None
    _rows, _columns, delimiter, quote, header, line, sample = found
    return Table(names[0], encoding, delimiter, quote, header, line, sample)


def rows(upload: Upload, table: Table, alphabet: str) -> Iterator[Numbered]:
    """The rows below the header, each with the line it begins on; raises Unreadable for a broken one."""
    encoding = table.encoding or alphabet or OLDEST
    reader = csv.reader(_lines(upload, table, encoding), delimiter=table.delimiter, quotechar=table.quote)
    line = 1
    try:
        for cells in reader:
            if line > table.line and any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(N_("the columns cannot be told apart; the file may be cut off."), line) from error


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


def _shape(lines: list[str], delimiter: str) -> Shape | None:
    """What the lines are with this delimiter: how many rows are as long as the header, and how long it is."""
    quote = max(QUOTES, key=lambda mark: sum(line.count(delimiter + mark) for line in lines))
    reader = csv.reader(lines, delimiter=delimiter, quotechar=quote)
    try:
        found = [(reader.line_num, [cell.strip() for cell in cells]) for cells in reader]
    except csv.Error:
        return None
    for place, (line, header) in enumerate(found[:BEFORE]):
        below = [tuple(cells) for _line, cells in found[place + 1 :] if any(cells)]
        alike = sum(0 <= len(cells) - len(header) <= 1 for cells in below)
        if sum(map(bool, header)) >= 2 and 0 < len(below) <= 2 * alike:
            return alike, len(header), delimiter, quote, tuple(header), line, tuple(below[:LINES])
    return None
