"""The library as pages ask for it: an entry by its address, what leads on from it, and search."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from recovery import clinic, documents, glossary, measures, mechanisms, strategies
from recovery.clinic.topic import Topic
from recovery.documents import Document
from recovery.evidence import Source
from recovery.mechanisms.mechanism import Mechanism
from recovery.strategies.strategy import Strategy
from tracker.charts import CHARTS, WEEK

Entry = Strategy | Mechanism | Topic | Document
ENTRIES: dict[str, Entry] = {
    **strategies.BY_SLUG,
    **mechanisms.BY_SLUG,
    **clinic.BY_SLUG,
    **documents.BY_SLUG,
}
NAMES = {
    Strategy: _("Habit"),
    Mechanism: _("Mechanism"),
    Topic: _("Clinician’s ground"),
    Document: _("Document"),
}
LONGEST_QUERY = 80
MOST_RESULTS = 30


def cited(groups: Iterable[tuple[Source, ...]], more: tuple[Source, ...] = ()) -> list[Source]:
    """Every source once, in the order in which a page first cites it."""
    return list(dict.fromkeys([*(source for group in groups for source in group), *more]))


def charts(pillars: Iterable[str]) -> list[tuple[str, str]]:
    """The address and the title of each chart of these pillars; of all of them together for the pillar ""."""
    wanted = set(pillars)
    own = [chart for chart in CHARTS.values() if chart.PILLAR in wanted]
    pages = ["week-now" if chart in WEEK else "trends" for chart in own]
    return [(f"{reverse(p)}#chart-{c.SLUG}", c.TITLE) for p, c in zip(pages, own, strict=True)]


@dataclass(frozen=True)
class Result:
    """What a search found; `pillar` is "" where no pillar's switch hides it."""

    kind: str
    title: str
    lead: str
    url: str
    pillar: str


@dataclass(frozen=True)
class Indexed:
    """A result and the folded words of its title and of everything that search looks at."""

    result: Result
    title: Sequence[str]
    all: Sequence[str]

    def weight(self, wanted: Sequence[str]) -> int:
        """0 where a wanted word begins no word of the entry; more for words of the title."""
        if not all(begins(word, self.all) for word in wanted):
            return 0
        return 1 + sum(begins(word, self.title) for word in wanted)


def search(query: str, pillars: Sequence[str]) -> list[Result]:
    """What holds every word of the query, or words that begin so, in its title, lead or terms; best first.

    Entries of a pillar that is switched off are left out. An empty query finds nothing.
    """
    wanted = folded(query[:LONGEST_QUERY])
    if not wanted:
        return []
    weighed = [(one.weight(wanted), one.result) for one in index(get_language() or "")]
    found = [(n, result) for n, result in weighed if n and (not result.pillar or result.pillar in pillars)]
    found.sort(key=lambda pair: -pair[0])
    return [result for _weight, result in found[:MOST_RESULTS]]


def folded(text: str) -> list[str]:
    """The words of a text without case, accents and plural endings."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [singular(word) for word in re.findall(r"\w+", bare.replace("’s", "").replace("'s", ""))]


def singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if len(word) > 3 and re.search("[^suip]s$", word) else word


def begins(start: str, words: Iterable[str]) -> bool:
    return any(word.startswith(start) for word in words)


@lru_cache(maxsize=8)
def index(language: str) -> tuple[Indexed, ...]:
    """Everything that can be found, in one language; made at the first search in it."""
    return tuple(
        Indexed(result, folded(result.title), folded(" ".join((result.title, result.lead, *more))))
        for result, more in (*_entries(), *_measures(), *_terms())
    )


def _entries() -> Iterable[tuple[Result, list[str]]]:
    for slug, entry in ENTRIES.items():
        pillar = entry.pillar if isinstance(entry, Strategy) else ""
        more = [gettext(entry.term)] if isinstance(entry, Mechanism) and entry.term else []
        more += [gettext(form) for term in glossary.TERMS if term.page is entry for form in term.spellings]
        url = reverse("learn-entry", args=[slug])
        yield Result(str(NAMES[type(entry)]), gettext(entry.title), gettext(entry.lead), url, pillar), more


def _measures() -> Iterable[tuple[Result, list[str]]]:
    for one in measures.MEASURES:
        url = reverse("learn-measure", args=[one.slug])
        yield Result(gettext("Measure"), gettext(one.title), gettext(one.formula), url, one.pillar), []


def _terms() -> Iterable[tuple[Result, list[str]]]:
    for term in glossary.TERMS:
        url = f"{reverse('learn-words')}#{term.slug}"
        forms = [gettext(form) for form in term.spellings]
        yield Result(gettext("Word"), gettext(term.word), gettext(term.meaning), url, ""), forms
