"""The whole library on one sheet, docs/evidence.md, for a clinician to read against its sources."""

from collections.abc import Iterable, Iterator, Sequence

from recovery import clinic, documents, measures, mechanisms, sources, strategies
from recovery.evidence import Source

HEAD = """# Every claim, its grade and its sources

Written by `manage.py evidence`; do not edit by hand. Grades: strong, moderate, limited, disputed, hypothesis
([rules](rules.md), 29). Clinician's ground has none. What a document says is told in our words.
"""


def sheet() -> str:
    """The sheet as Markdown, in English."""
    parts = [
        HEAD,
        table("Habits and mechanisms", ("Entry", "Claim", "Grade", "Because", "Held against it", "Sources"),
              claims()),
        table("Clinician's ground", ("Entry", "Statement", "Sources"), statements()),
        table("The five documents", ("Document", "It says", "Grade", "Our answer"), sayings()),
        table("How we measure", ("Number", "Formula", "Where it is missing", "Source"), formulas()),
        "## Sources\n",
        *(f"- `{source.slug}` {reference(source)}" for source in sources.SOURCES),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return f"## {title}\n\n" + "".join(f"| {' | '.join(map(cell, line))} |\n" for line in lines)


def cell(text: str) -> str:
    return text.replace("|", "\\|")


def claims() -> Iterator[Sequence[str]]:
    for entry in (*strategies.STRATEGIES, *mechanisms.MECHANISMS):
        for claim in entry.claims:
            slugs = ", ".join(source.slug for source in claim.sources)
            yield entry.title, claim.text, claim.grade, claim.because, claim.disputed, slugs


def statements() -> Iterator[Sequence[str]]:
    for topic in clinic.TOPICS:
        for known in topic.known:
            yield topic.title, known.text, ", ".join(source.slug for source in known.sources)


def sayings() -> Iterator[Sequence[str]]:
    for document in documents.DOCUMENTS:
        for saying in document.sayings:
            yield document.title, saying.text, saying.grade or "none", saying.answer


def formulas() -> Iterator[Sequence[str]]:
    for measure in measures.MEASURES:
        yield measure.title, measure.formula, measure.missing, measure.source or "our own"


def reference(source: Source) -> str:
    """A publication in one line."""
    stop = "" if source.title.endswith("?") else "."
    doi = f" [doi:{source.doi}](https://doi.org/{source.doi})" if source.doi else ""
    page = f" <https://{source.page}>" if source.page else ""
    return f"{source.authors} ({source.year}). {source.title}{stop} {source.journal}.{doi}{page}"
