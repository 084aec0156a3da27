"""Files of JSON, read as a stream: one object after another, however long the file is."""

from collections.abc import Container, Iterator
from typing import Any, BinaryIO

import ijson

from recovery.words import N_
from tracker.importers.rows import Unreadable, named
from tracker.importers.upload import BOM, Upload

LONGEST = 16 * 1024 * 1024  # bytes of one object: it is built in memory
DEEPEST = 50
BUFFER = 2048  # bytes read at once: a path grows with every bracket that opens in them

Document = dict[str, Any]


def objects(upload: Upload, name: str, paths: Container[str]) -> Iterator[Document]:
    """The objects at some paths, in their order.

    A path names keys, and `item` for each of a list: `data.item`. Raises Unreadable for what is no JSON.
    """
    with upload.opened(name) as file:
        if file.read(len(BOM)) != BOM:
            file.seek(0)
        try:
            yield from _objects(_Bounded(file, named(name)), paths)
        except (ijson.JSONError, UnicodeDecodeError, RecursionError) as error:
            raise Unreadable(N_("The file is no JSON, or is cut off."), file=named(name)) from error


class _Bounded:
    """A file that counts what was read of the object that is being built; `place` is its name in a zip."""

    def __init__(self, file: BinaryIO, place: str) -> None:
        self.file, self.place, self.since = file, place, 0

    def read(self, size: int = -1) -> bytes:
        chunk = self.file.read(size)
        self.since += len(chunk)
        if self.since > LONGEST and chunk:
            raise Unreadable(N_("A part of the file is far too long."), file=self.place)
        return chunk


def _objects(file: _Bounded, paths: Container[str]) -> Iterator[Document]:
    builder, at = ijson.ObjectBuilder(), ""
    for path, event, value in ijson.parse(file, use_float=True, buf_size=BUFFER):
        if path.count(".") > DEEPEST:
            why = N_("The file nests deeper than any export does: it may be made to do harm.")
            raise Unreadable(why, file=file.place)
        if not at:
            file.since = 0
            if event != "start_map" or path not in paths:
                continue
            builder, at = ijson.ObjectBuilder(), path
        builder.event(event, value)
        if event == "end_map" and path == at:
            yield builder.value
            at = ""
