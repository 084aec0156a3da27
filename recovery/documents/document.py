"""What a document's page is: what it says, in our words, and how sure the field is of that."""

from dataclasses import dataclass

from recovery.clinic.topic import Topic
from recovery.evidence import Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies.strategy import Strategy

Entry = Strategy | Mechanism | Topic


@dataclass(frozen=True)
class Saying:
    """One thing a document says, in our words. Without a grade: `answer` says why."""

    text: str
    grade: Grade | None
    answer: str
    entries: tuple[Entry, ...]  # the pages on which more stands; none where nothing was examined


@dataclass(frozen=True)
class Document:
    slug: str
    title: str
    lead: str  # at most 240 characters
    sayings: tuple[Saying, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every page that it feeds, once, in the order of its sayings."""
        return tuple({entry.slug: entry for saying in self.sayings for entry in saying.entries}.values())
