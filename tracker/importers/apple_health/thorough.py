"""The thorough way through an export: a real XML parser, for a file not written as Apple writes it."""

from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers import expat

from recovery.words import N_
from tracker.importers.apple_health.document import CONTROL, ENDED, METADATA, Element, body, type_of
from tracker.importers.rows import Problem, Unreadable

TAG = 4 * 1024 * 1024  # bytes of one tag, all in all
DEEPEST = 32
MALFORMED = N_("the export is no well-formed XML: export it again.")


def elements(file: BinaryIO) -> Iterator[Element | Problem]:
    """The elements of the types that are read here, in order; a Problem where something was mended.

    Raises Unreadable. Entities and declarations are not read: the parser never sees the document's head.
    """
    before, chunks = body(file)
    reader = _Reader(before)
    cleaned: int | None = None
    decoder = getincrementaldecoder("utf-8")("replace")
    for chunk in chunks:
        clean = chunk.translate(None, CONTROL)
        if cleaned is None and len(clean) != len(chunk):
            cleaned = reader.line
        reader.feed(decoder.decode(clean).encode())
        yield from reader.taken()
    reader.close()
    yield from reader.taken()
    if cleaned is not None:
        yield Problem(cleaned, N_("from here on there are stray control characters; they were passed over"))


class _Reader:
    """The parser, and what it has found so far."""

    def __init__(self, before: int) -> None:
        self.before, self.fed, self.depth = before, 0, 0
        self.found: list[Element] = []
        self.element: Element | None = None
        self.metadata: dict[str, str] = {}
        self.element_depth = 0
        self.parser = expat.ParserCreate("utf-8")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    @property
    def line(self) -> int:
        return self.before + self.parser.CurrentLineNumber

    def feed(self, text: bytes) -> None:
        self.fed += len(text)
        try:
            self.parser.Parse(text)
        except expat.ExpatError as error:
            raise Unreadable(MALFORMED, self.before + error.lineno) from error
        if self.fed - max(self.parser.CurrentByteIndex, 0) > TAG:
            raise Unreadable(N_("it is far too long."), self.line)

    def close(self) -> None:
        try:
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            raise Unreadable(ENDED) from error

    def taken(self) -> list[Element]:
        found, self.found = self.found, []
        return found

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unreadable(MALFORMED, self.line)
        if self.element is not None:
            if tag == "MetadataEntry" and attributes.get("key") in METADATA:
                self.metadata.setdefault(attributes["key"], attributes.get("value", ""))
        elif kind := type_of(tag, attributes):
            self.metadata, self.element_depth = {}, self.depth
            self.element = Element(kind, self.line, attributes, self.metadata)

    def _end(self, _tag: str) -> None:
        if self.element is not None and self.depth == self.element_depth:
            self.found.append(self.element)
            self.element = None
        self.depth -= 1
