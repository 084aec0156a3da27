"""The quick way through an export: a search for the few types that are read here, in the layout Apple writes.

It parses only what it finds, and passes over the rest at the speed of a search. That is right as long as each
name of such a type begins a tag written as Apple writes it. Whatever might hide or feign one (a comment, a
section of plain characters, a character by its number, a stray control character, another order of
attributes, other quotes) is noticed, and left to the thorough way.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tracker.importers.apple_health.document import (
    CONTROL,
    METADATA,
    RECORDS,
    WORKOUT,
    Element,
    body,
    type_of,
)

NAME = re.compile(rb"HK(?:%s)" % "|".join(name[2:] for name in [*sorted(RECORDS), WORKOUT]).encode())
STARTS = {
    b'<Record type="': re.compile(rb"</Record\s*>"),
    b'<Workout workoutActivityType="': re.compile(rb"</Workout\s*>"),
}
OPENING = re.compile(rb'<(?:Record|Workout)(?: [A-Za-z]+="[^"<\t\r\n]*")+/?>')
NESTED = re.compile(rb"<(?:Record|Workout)[\s>/]")
ATTRIBUTE = re.compile(r' ([A-Za-z]+)="([^"]*)"')
ENTRY = re.compile(r'<MetadataEntry key="([^"<\t\r\n]*)" value="([^"<\t\r\n]*)"/>')
STRANGE = re.compile(rb"&(?!(?:lt|gt|amp|quot|apos);)")
ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
HIDING = (b"<!", b"<?", b"&#")
TAG = 64 * 1024  # bytes of one opening tag
ELEMENT = 16 * 1024 * 1024  # bytes of one workout with all its events
OVERLAP = 128  # bytes: more than from a start to the end of its type
END = b"</HealthData>"


class Unfamiliar(Exception):  # noqa: N818 (another way of writing, not a fault)
    """Something is not written as Apple writes it."""


class Found(NamedTuple):
    """Where an element lies in the text; what is inside of it begins after its opening tag."""

    start: int
    inside: int
    end: int


def elements(file: BinaryIO) -> Iterator[Element]:
    """The elements of the types that are read here, in order; raises Unfamiliar, or Unreadable."""
    before, chunks = body(file)
    text, line = b"", before + 1
    for chunk in chunks:
        text += chunk
        _check_familiar(text)
        place = counted = 0
        while (found := _next(text, place)) is not None:
            line += text.count(b"\n", counted, found.start)
            counted, place = found.start, found.end
            yield _element(text, found, line)
        kept = _kept(text, place)
        line += text.count(b"\n", counted, kept)
        text = text[kept:]
    if NAME.search(text) or not text.rstrip().endswith(END):  # one that does not end, or no end at all
        raise Unfamiliar


def _check_familiar(text: bytes) -> None:
    # The second character of each is rare, and one is found faster than two.
    hides = any(mark[1:] in text and mark in text for mark in HIDING)
    if hides or len(text.translate(None, CONTROL)) != len(text):
        raise Unfamiliar


def _next(text: bytes, place: int) -> Found | None:
    """The next element; None where no more is whole in this text."""
    name = NAME.search(text, place)
    if name is None:
        return None
    start, closing = _start(text, name.start())
    opening = OPENING.match(text, start)
    if opening is None:
        if len(text) - start > TAG or text.find(b">", start) >= 0:
            raise Unfamiliar
        return None
    if opening[0].endswith(b"/>"):
        return Found(start, opening.end(), opening.end())
    end = closing.search(text, opening.end())
    if end is None and len(text) - start > ELEMENT:
        raise Unfamiliar
    return Found(start, opening.end(), end.end()) if end else None


def _start(text: bytes, name: int) -> tuple[int, re.Pattern[bytes]]:
    """Where the tag starts whose type the name is, and what closes it."""
    for start, closing in STARTS.items():
        if text.endswith(start, 0, name):
            return name - len(start), closing
    raise Unfamiliar


def _kept(text: bytes, place: int) -> int:
    """From where the text is kept: an element that is not whole, or what may be the start of one."""
    name = NAME.search(text, place)
    return _start(text, name.start())[0] if name else max(place, len(text) - OVERLAP)


def _element(text: bytes, found: Found, line: int) -> Element:
    if STRANGE.search(text, found.start, found.end) or NESTED.search(text, found.inside, found.end):
        raise Unfamiliar
    opening = text[found.start : found.inside].decode(errors="replace")
    attributes = {name: _plain(value) for name, value in ATTRIBUTE.findall(opening)}
    kind = type_of("Workout" if opening.startswith("<Workout") else "Record", attributes)
    if kind is None:
        raise Unfamiliar
    return Element(kind, line, attributes, _metadata(text[found.inside : found.end].decode(errors="replace")))


def _metadata(inside: str) -> dict[str, str]:
    entries = ENTRY.findall(inside)
    if len(entries) != inside.count("<MetadataEntry"):
        raise Unfamiliar
    return {key: _plain(value) for key, value in reversed(entries) if key in METADATA}


def _plain(text: str) -> str:
    if "&" in text:
        for entity, character in ENTITIES:
            text = text.replace(entity, character)
    return text
