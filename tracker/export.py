"""A person's whole record as one zip of comma-separated files: the same record, the same bytes, anywhere."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from io import TextIOWrapper
from itertools import groupby
from operator import itemgetter
from tempfile import SpooledTemporaryFile, gettempdir
from typing import Any, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tracker import derived, disk
from tracker.importers import cells
from tracker.importers.recovery_zip import FILES, FORMAT, MANIFEST, VERSION, heading
from tracker.kinds import KINDS
from tracker.models import User

NO_TIME = (1980, 1, 1, 0, 0, 0)
UNIX, PLAIN_FILE = 3, 0o100600 << 16
IN_MEMORY = 1024 * 1024  # bytes of the file that is being written
ON_DISK = 64 * 1024**2  # bytes: with less the whole of a file is held in memory, so that everybody gets out
PART = 64 * 1024
Values = Sequence[Any]


class Window:
    """What of a zip has not been sent yet: as the zip goes back only to the head of the file that it writes,
    whatever lies before can go."""

    def __init__(self) -> None:
        self._sent = 0
        most = IN_MEMORY if disk.has_room(gettempdir(), ON_DISK) else 0  # 0: any number
        self._held = SpooledTemporaryFile(most)  # noqa: SIM115 (`close` closes it)

    def write(self, data: bytes) -> int:
        return self._held.write(data)

    def tell(self) -> int:
        return self._sent + self._held.tell()

    def seek(self, place: int, whence: int = 0) -> int:
        return self._sent + self._held.seek(place - self._sent if whence == 0 else place, whence)

    def flush(self) -> None:
        self._held.flush()

    def taken(self) -> Iterator[bytes]:
        """All that is held, in parts; it is held no longer."""
        self._sent += self._held.seek(0, 2)
        self._held.seek(0)
        yield from iter(lambda: self._held.read(PART), b"")
        self._held.seek(0)
        self._held.truncate()

    def close(self) -> None:
        self._held.close()


def write(user: User, file: BinaryIO) -> None:
    """Write the record into a binary file."""
    file.writelines(stream(user))


def stream(user: User) -> Iterator[bytes]:
    """The zip in parts, each file as soon as it is made; of a long record, a part at a time is in memory."""
    counts: dict[str, int] = {}
    # Stored, not packed: another version of zlib packs the same text into other bytes.
    with closing(Window()) as window:
        with ZipFile(window, "w", ZIP_STORED) as archive:
            for kind in FILES:
                name = f"{kind}.csv"
                counts[name] = _write(archive, name, _lines(user, kind)) - 1
                yield from window.taken()
            manifest = {"format": FORMAT, "version": VERSION, "rows": counts}
            archive.writestr(_entry(MANIFEST), json.dumps(manifest, indent=1) + "\n")
            for name, lines in derived.files(user):
                _write(archive, name, lines)
                yield from window.taken()
        yield from window.taken()


def _write(archive: ZipFile, name: str, lines: Iterable[Sequence[str]]) -> int:
    """Write comma-separated lines into an entry of the zip: how many there were."""
    count = 0
    with archive.open(_entry(name), "w") as raw, TextIOWrapper(raw, encoding="utf-8", newline="") as text:
        writer = csv.writer(text, lineterminator="\r\n")
        for line in lines:
            writer.writerow(line)
            count += 1
    return count


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
    return entry


def _lines(user: User, kind: str) -> Iterator[Sequence[str]]:
    """The head, then a line for each row."""
    yield [heading(kind, column) for column in FILES[kind]]
    for row in rows(user, kind):
        yield [cells.write(value) for value in row]


def rows(user: User, kind: str) -> Iterable[Values]:
    """All that a person has of a kind, of the plan or the settings, in the columns of FILES."""
    columns = tuple(FILES[kind])
    if kind in KINDS:
        return _logs(user, kind, columns)
    if kind == "settings":
        return User.objects.filter(pk=user.pk).values_list(*columns)
    return sorted(getattr(user, kind).values_list(*columns), key=lambda row: [*map(cells.write, row)])


def _logs(user: User, kind: str, columns: Sequence[str]) -> Iterator[Values]:
    """By day, source and key. Keys are put in order here: databases differ in how they sort text."""
    named = itemgetter(columns.index("source"), columns.index("key"))
    rows = KINDS[kind].of(user).order_by("day").values_list(*columns).iterator()
    for _, of_day in groupby(rows, key=itemgetter(columns.index("day"))):
        yield from sorted(of_day, key=named)
