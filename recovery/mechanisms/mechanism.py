"""What a mechanism is: what is thought to happen in the body, and how sure the field is of it."""

from dataclasses import dataclass

from recovery.evidence import Claim


@dataclass(frozen=True)
class Mechanism:
    slug: str
    title: str
    lead: str  # at most 240 characters
    body: tuple[str, ...]  # paragraphs
    claims: tuple[Claim, ...]
    term: str = ""  # a document's own term that it stands for, quoted on the page
