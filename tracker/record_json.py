"""The whole record as one JSON document, with the names and the values of the export's files."""

import json
from collections.abc import Iterator
from datetime import date, datetime

from tracker import export
from tracker.importers import cells
from tracker.importers.recovery_zip import FILES, FORMAT, VERSION, heading
from tracker.models import User


def stream(user: User) -> Iterator[bytes]:
    """A member for each file of the export, a list of its rows; missing values are null."""
    yield f'{{"format": "{FORMAT}", "version": {VERSION}'.encode()
    for kind in FILES:
        names = [heading(kind, column) for column in FILES[kind]]
        yield f',\n"{kind}": ['.encode()
        before = "\n"
        for row in export.rows(user, kind):
            line = dict(zip(names, map(_plain, row), strict=True))
            yield f"{before}{json.dumps(line, ensure_ascii=False)}".encode()
            before = ",\n"
        yield b"]"
    yield b"}\n"


def _plain(value: object) -> object:
    """Days and moments as the files write them; everything else as it is."""
    return cells.write(value) if isinstance(value, date | datetime) else value
