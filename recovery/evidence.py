"""How sure the field is of a claim, in words (rules.md, 29)."""

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    STRONG = "strong"
    MODERATE = "moderate"
    LIMITED = "limited"
    DISPUTED = "disputed"
    HYPOTHESIS = "hypothesis"


@dataclass(frozen=True)
class Source:
    """A publication: what a reader needs to find it. `doi` without the resolver's address, or "".

    `year` of a page of the web without a date is the year in which it was read.
    """

    slug: str
    authors: str
    year: int
    title: str
    journal: str
    doi: str = ""
    page: str = ""  # its address without the protocol, where it has no DOI


@dataclass(frozen=True)
class Claim:
    """One sentence that could be wrong, how sure the field is of it, why, and where that stands."""

    text: str
    grade: Grade
    because: str
    sources: tuple[Source, ...]
    disputed: str = ""  # what is held against it, if anything
