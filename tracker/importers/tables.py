"""Tables of text whose first row names their columns."""

import csv
import re
from collections.abc import Iterator

from tracker.importers.upload import Upload

NO_NAME = re.compile(r"[^a-z0-9]+")

Record = dict[str, str]


def header(upload: Upload, name: str) -> tuple[str, list[str]]:
    """What parts the columns, a comma or a semicolon, and the first row; no columns where it is no text."""
    first = upload.head(name).decode(errors="replace").splitlines()[:1]
    try:
        rows = [(mark, next(csv.reader(first, delimiter=mark), [])) for mark in (",", ";")]
    except csv.Error:
        return ",", []
    return max(rows, key=lambda row: len(row[1]))


def names(cells: list[str]) -> list[str]:
    """`REM Sleep Time` as `rem_sleep_time`."""
    return [NO_NAME.sub("_", cell.strip().lower()).strip("_") for cell in cells]


def records(upload: Upload, name: str) -> Iterator[tuple[int, Record]]:
    """Each row with its line, by the names of its columns; empty rows are passed over."""
    delimiter, _ = header(upload, name)
    rows = upload.rows(name, delimiter)
    _, first = next(rows, (1, []))
    columns = names(first)
    for line, cells in rows:
        if any(cells):
            yield line, dict(zip(columns, cells, strict=False))


def entries(upload: Upload, *endings: str) -> list[str]:
    """The entries of a zip that end like this; of a plain file, itself."""
    return [name for name in upload.names() if name.lower().endswith(endings)] if upload.is_zip else [""]
