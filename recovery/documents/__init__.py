"""The five documents that this site grew from: what each says, and how sure the field is of it."""

from recovery.documents.definitions import (
    NETWORK_REPAIR,
    NEUROCHEMICAL_RESET,
    NEUROTRANSMITTER_SLEEP,
    NIGHTLY_UPKEEP,
)
from recovery.documents.document import Document, Entry, Saying
from recovery.documents.neurotoxicity import REVERSE_NEUROTOXICITY

DOCUMENTS = (
    NETWORK_REPAIR,
    NIGHTLY_UPKEEP,
    NEUROTRANSMITTER_SLEEP,
    NEUROCHEMICAL_RESET,
    REVERSE_NEUROTOXICITY,
)
BY_SLUG = {document.slug: document for document in DOCUMENTS}


def naming(entry: Entry) -> tuple[Document, ...]:
    """The documents that an entry stands on."""
    return tuple(document for document in DOCUMENTS if entry in document.entries)


__all__ = ["BY_SLUG", "DOCUMENTS", "Document", "Entry", "Saying", "naming"]
