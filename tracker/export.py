"""A person's whole record as one zip of comma-separated files: the same record, the same bytes, anywhere."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from itertools import groupby
from operator import itemgetter
from typing import Any, BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from tracker import derived
from tracker.importers import cells
from tracker.importers.recovery_zip import FILES, FORMAT, MANIFEST, VERSION, heading
from tracker.kinds import KINDS
from tracker.models import User

NO_TIME = (1980, 1, 1, 0, 0, 0)
UNIX, PLAIN_FILE = 3, 0o100600 << 16
Values = Sequence[Any]


def write(user: User, file: BinaryIO) -> None:
    """Write the record into a binary file that can seek; of a long record, a part at a time is in memory."""
    # Stored, not packed: another version of zlib packs the same text into other bytes.
    with ZipFile(file, "w", ZIP_STORED) as archive:
        counts = {f"{kind}.csv": _write_file(archive, user, kind) for kind in FILES}
        manifest = {"format": FORMAT, "version": VERSION, "rows": counts}
        archive.writestr(_entry(MANIFEST), json.dumps(manifest, indent=1) + "\n")
        for name, lines in derived.files(user):
            with _opened(archive, name) as writer:
                writer.writerows(lines)


@contextmanager
def _opened(archive: ZipFile, name: str) -> Iterator[Any]:
    """A writer of comma-separated lines into an entry of the zip."""
    with archive.open(_entry(name), "w") as raw, TextIOWrapper(raw, encoding="utf-8", newline="") as text:
        yield csv.writer(text, lineterminator="\r\n")


def _write_file(archive: ZipFile, user: User, kind: str) -> int:
    count = 0
    with _opened(archive, f"{kind}.csv") as writer:
        writer.writerow([heading(kind, column) for column in FILES[kind]])
        for row in _rows(user, kind):
            writer.writerow(map(cells.write, row))
            count += 1
    return count


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, NO_TIME)
    entry.create_system, entry.external_attr = UNIX, PLAIN_FILE
    return entry


def _rows(user: User, kind: str) -> Iterable[Values]:
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
