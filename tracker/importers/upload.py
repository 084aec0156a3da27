"""A file as a person hands it over: looked at by its content, and never trusted."""

import csv
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from functools import cached_property
from pathlib import Path, PurePosixPath
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO

from recovery.words import N_
from tracker.importers import database
from tracker.importers.rows import Unreadable, named

ENTRIES = 50_000  # of one zip: years of a Takeout have a file for each day and kind
UNPACKED = 8 * 1024**3  # bytes, all entries together; they are read as a stream
RATIO = 200  # bytes for each packed byte, of an entry of more than SMALL bytes
SMALL = 1024 * 1024
LINE = 1024 * 1024  # bytes of one line
HEAD = 4096
LOOKED_INTO = 100  # entries of a zip that nobody knows
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others unpack without a bound on memory
ENCRYPTED = 0x1
DAMAGED = (zipfile.BadZipFile, EOFError, OSError, RuntimeError, UnicodeDecodeError, zlib.error)
FILE_TYPE, SYMLINK = 0o170000, 0o120000
ZIP, LOCAL_ENTRY, BOM = b"PK", b"PK\x03\x04", b"\xef\xbb\xbf"


class Upload:
    """A zip or a plain text file. Its entries are read as a stream; nothing is ever unpacked to a disk.

    Raises Unreadable for what is empty, damaged, encrypted, far larger unpacked than packed, or names a place
    outside of itself.
    """

    def __init__(self, file: BinaryIO, folder: Path | None = None) -> None:
        """`folder` is where a database is copied to while it is read: one that is swept, not the system's."""
        self._file, self._folder = file, folder
        self.known: dict[str, Any] = {}  # what an importer has found out and needs again
        file.seek(0)
        start = file.read(len(LOCAL_ENTRY))
        if not start:
            raise Unreadable(N_("The file is empty."))
        self._entries = self._open_zip() if start.startswith(ZIP) else None

    @property
    def is_zip(self) -> bool:
        return self._entries is not None

    @cached_property
    def _by_name(self) -> dict[str, zipfile.ZipInfo]:
        """The entries of a zip by path and by bare name; of several of a name that with the shortest path."""
        entries = self._entries.infolist() if self._entries else []
        by_path = {entry.filename: entry for entry in entries}
        return {_base(e): e for e in sorted(entries, key=lambda e: -len(e.filename)) if _base(e)} | by_path

    def check_not_nested(self) -> None:
        """Raise Unreadable where a zip holds another among its first entries."""
        for name in self.names()[:LOOKED_INTO]:
            self.head(name)

    def has(self, name: str) -> bool:
        """Whether a zip holds an entry of this name, in whatever folder."""
        return self._entry(name) is not None

    def names(self) -> list[str]:
        """The paths of all files in a zip, in its own order; of a plain file none."""
        entries = self._entries.infolist() if self._entries else []
        return [e.filename for e in entries if _base(e) and not e.is_dir()]

    def head(self, name: str) -> bytes:
        """The first bytes of the entry; of a plain file, its own; none where there is no such entry."""
        if self.is_zip and not self.has(name):
            return b""
        with self.opened(name) as file:
            return file.read(HEAD).removeprefix(BOM)

    def read(self, name: str) -> bytes:
        """A small entry whole; raises Unreadable where it is not small."""
        with self.opened(name) as file:
            whole = file.read(SMALL + 1)
        if len(whole) > SMALL:
            raise Unreadable(N_("%(name)s is far too long."), name=name)
        return whole

    def rows(self, name: str, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
        """The rows of a comma-separated entry (of the plain file itself), each with the line it starts on."""
        reader = csv.reader(self.lines(name), strict=True, delimiter=delimiter)
        line = 1
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num + 1
        except csv.Error as error:
            why = N_("the columns cannot be told apart; the file may be cut off.")
            raise Unreadable(why, line, name if self.is_zip else "") from error

    def lines(self, name: str) -> Iterator[str]:
        """The lines of a text as they stand, each with its end."""
        place = name if self.is_zip else ""
        with self.opened(name) as file:
            for number, line in enumerate(iter(lambda: file.readline(LINE + 1), b""), 1):
                yield _text(line.removeprefix(BOM) if number == 1 else line, number, place)

    @contextmanager
    def database(self, name: str) -> Iterator[sqlite3.Connection]:
        """A SQLite file, opened to be read, as a copy (`database`). Raises Unreadable where it is none."""
        with NamedTemporaryFile(suffix=".sqlite3", dir=self._folder) as copy:
            with self.opened(name) as file:
                database.copy(file, copy.file)
            copy.flush()
            with database.opened(copy.name) as connection:
                yield connection

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        """The bytes of an entry of the zip, by its path or its bare name; of a plain file, its own."""
        if self._entries is None:
            self._file.seek(0)
            yield self._file
            return
        entry = self._entry(name)
        if entry is None:
            raise Unreadable(N_("The zip lacks %(name)s."), name=name)
        try:
            with self._entries.open(entry) as file:
                if file.peek(len(LOCAL_ENTRY)).startswith(LOCAL_ENTRY):  # type: ignore[attr-defined]
                    raise Unreadable(N_("The zip holds another zip: unpack it and choose the one inside."))
                yield file  # type: ignore[misc]
        except DAMAGED as error:
            if isinstance(error, OSError) and error.errno == ENOSPC:
                raise  # what is wrong is the disk that an entry is copied to
            why = N_("%(name)s in the zip is damaged or cut off.")
            raise Unreadable(why, name=named(entry.filename)) from error

    def _entry(self, name: str) -> zipfile.ZipInfo | None:
        return self._by_name.get(name)

    def _open_zip(self) -> zipfile.ZipFile:
        try:
            archive = zipfile.ZipFile(self._file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise Unreadable(N_("The zip is damaged or cut off.")) from error
        entries = archive.infolist()
        _check_size(entries)
        for entry in entries:
            _check_entry(entry)
        return archive


def _base(entry: zipfile.ZipInfo) -> str:
    path = PurePosixPath(entry.filename)
    return "" if "__MACOSX" in path.parts else path.name


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRIES:
        raise Unreadable(N_("The zip holds more than %(most)s files."), most=ENTRIES)
    if sum(entry.file_size for entry in entries) > UNPACKED:
        raise Unreadable(N_("Unpacked, the zip is larger than %(most)s MB."), most=UNPACKED // 1024**2)
    if any(e.file_size > SMALL and e.file_size > RATIO * e.compress_size for e in entries):
        raise Unreadable(N_("The zip unpacks to far more than it should: it may be made to do harm."))


def _check_entry(entry: zipfile.ZipInfo) -> None:
    path = PurePosixPath(entry.filename)
    if entry.header_offset < 0:  # bytes before it are lost
        raise Unreadable(N_("The zip is damaged or cut off."))
    if path.is_absolute() or ".." in path.parts or "\\" in entry.orig_filename or entry.filename[1:2] == ":":
        raise Unreadable(N_("The zip names a file outside of itself."))
    if (entry.external_attr >> 16) & FILE_TYPE == SYMLINK:
        raise Unreadable(N_("The zip holds a link to another file."))
    if entry.flag_bits & ENCRYPTED:
        raise Unreadable(N_("The zip is locked with a password: save it without one."))
    if entry.compress_type not in METHODS:
        raise Unreadable(N_("The zip is packed in a way that is not read here: pack it as an ordinary zip."))


def _text(line: bytes, number: int, file: str) -> str:
    if len(line) > LINE:
        raise Unreadable(N_("it is far too long."), number, file)
    if b"\0" in line:
        raise Unreadable(N_("it holds bytes that are no text."), number, file)
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        raise Unreadable(
            N_("it is not written in UTF-8: save the file in that encoding."), number, file
        ) from error
