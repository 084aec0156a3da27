"""What a page of clinician's ground is: told so that one knows of it; nothing on it is an aim of a plan."""

from dataclasses import dataclass

from recovery.evidence import Source
from recovery.mechanisms.mechanism import Mechanism


@dataclass(frozen=True)
class Known:
    """One sentence that could be wrong and where it stands; without a grade (rules.md, 29)."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Topic:
    slug: str
    title: str
    lead: str  # at most 240 characters
    body: tuple[str, ...]  # paragraphs
    known: tuple[Known, ...] = ()
    signs: tuple[str, ...] = ()  # when to see a doctor, or to call for help
    mechanisms: tuple[Mechanism, ...] = ()
    helplines: bool = False  # whether the page shows the numbers to call
