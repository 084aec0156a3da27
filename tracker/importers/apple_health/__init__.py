"""Apple Health: the zip that the phone exports, or the export.xml in it, of any size.

Moments stand in it with an offset, which is that of the phone that exported, not of the place: the zone is
the one that a record names, else the one that is asked for. The export is read as a stream: the quick way,
and the thorough way where it is not written as Apple writes it.
"""

from collections.abc import Iterator
from itertools import islice

from recovery.words import N_
from tracker.importers.apple_health import quick, thorough
from tracker.importers.apple_health.document import Element, is_document
from tracker.importers.apple_health.entries import Entries
from tracker.importers.drinks import GRAMS
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload

NAME = "Apple Health"
HINT = N_("the zip that the Health app exports, or the large XML file in it")
SOURCE = "apple-health"
WHOLE = False
IN_BED = {"leave": N_("Leave them out"), "sleep": N_("Take all of it as sleep")}


def recognises(upload: Upload) -> bool:
    return _document(upload) is not None


def questions(upload: Upload) -> tuple[Question, ...]:
    """The zone of records that name none, the alcohol in a drink, and what time in bed is on its own."""
    return (
        Question("zone", N_("Which time zone? This is for entries that name none.")),
        Question("drink", N_("How much alcohol is one drink? Health only counts them."), GRAMS, "14"),
        Question("in-bed", N_("Nights of which only the time in bed is known"), IN_BED, "leave"),
    )


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each night, workout, mindful session and drink, a Problem for each that is left out."""
    entries = Entries(answers)
    for element in _elements(upload):
        if isinstance(element, Problem):
            yield element
        else:
            yield from entries.take(element)
    yield from entries.rest()


def _document(upload: Upload) -> str | None:
    """The entry that is the export, whose name the phone translates; of a plain file, itself."""
    names = [name for name in upload.names() if name.lower().endswith(".xml")] if upload.is_zip else [""]
    return next((name for name in names if is_document(upload.head(name))), None)


def _elements(upload: Upload) -> Iterator[Element | Problem]:
    name, given = _document(upload) or "", 0
    try:
        with upload.opened(name) as file:
            for element in quick.elements(file):
                given += 1
                yield element
    except quick.Unfamiliar:
        with upload.opened(name) as file:
            yield from islice(thorough.elements(file), given, None)  # the first ones are given, in this order
