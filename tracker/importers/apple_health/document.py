"""The document of an export: where it begins, what it is made of, and what is looked for in it."""

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO, NamedTuple

from recovery.words import N_
from tracker.importers.rows import Unreadable

CHUNK = 1024 * 1024
PROLOG = 512 * 1024  # bytes before the first element; Apple's have 8 KB
ROOT = re.compile(rb"<HealthData(?=[\s>/])")
ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']""")
UTF_8 = (b"utf-8", b"utf8", b"us-ascii")
CONTROL = bytes(byte for byte in range(32) if byte not in b"\t\n\r")  # no XML may hold these
ENDED = N_("The export is cut off: export it again.")

SLEEP = "HKCategoryTypeIdentifierSleepAnalysis"
MINDFUL = "HKCategoryTypeIdentifierMindfulSession"
CAFFEINE = "HKQuantityTypeIdentifierDietaryCaffeine"
DRINKS = "HKQuantityTypeIdentifierNumberOfAlcoholicBeverages"
RECORDS = frozenset({SLEEP, MINDFUL, CAFFEINE, DRINKS})
WORKOUT = "HKWorkoutActivityType"  # what the type of every workout begins with

METADATA = frozenset({"HKTimeZone", "HKAverageMETs", "HKIndoorWorkout", "HKExternalUUID"})

Attributes = Mapping[str, str]


class Element(NamedTuple):
    """A record or a workout of a type that is read here, and the metadata in it that are of use."""

    type: str
    line: int
    attributes: Attributes
    metadata: Attributes

    @property
    def is_workout(self) -> bool:
        return self.type.startswith(WORKOUT)


def is_document(head: bytes) -> bool:
    """Whether the first bytes are those of an export."""
    return b"<!DOCTYPE HealthData" in head or ROOT.search(head) is not None


def type_of(tag: str, attributes: Attributes) -> str | None:
    """The type of an element that is read here; None for all others."""
    if tag == "Record" and attributes.get("type") in RECORDS:
        return attributes["type"]
    if tag == "Workout" and attributes.get("workoutActivityType", "").startswith(WORKOUT):
        return attributes["workoutActivityType"]
    return None


def body(file: BinaryIO) -> tuple[int, Iterator[bytes]]:
    """The lines before the first element, and all bytes from there on.

    What comes before is skipped, never read as XML: what Apple declares there was malformed for years, and
    declarations are what bombs are made of. Raises Unreadable where it declares entities.
    """
    head = b""
    while (root := ROOT.search(head)) is None:
        chunk = file.read(CHUNK // 16)
        if not chunk or len(head) > PROLOG:
            raise Unreadable(ENDED)
        head += chunk
    prolog = head[: root.start()]
    if b"<!ENTITY" in prolog or prolog.count(b"<!--") != prolog.count(b"-->"):
        raise Unreadable(N_("The export declares what a phone never does: it may be made to do harm."))
    encoding = ENCODING.match(prolog.lstrip(b"\xef\xbb\xbf"))
    if encoding and encoding[1].lower() not in UTF_8:
        raise Unreadable(N_("The export is not written in UTF-8."))
    return prolog.count(b"\n"), _from(head[root.start() :], file)


def _from(first: bytes, file: BinaryIO) -> Iterator[bytes]:
    yield first
    yield from iter(lambda: file.read(CHUNK), b"")
