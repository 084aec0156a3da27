"""The formats that can be taken in. A format is a module here, with a line in IMPORTERS.

It has NAME and HINT (which file to choose) for the page, SOURCE for the record, WHOLE (one bad line refuses
the file), `recognises(upload)` by content, `questions(upload)` for what the file cannot say itself, and
`read(upload, answers)`, which gives rows and problems and stores none.
"""

from types import ModuleType

from recovery.words import N_
from tracker.importers import (
    any_csv,
    apple_health,
    fitbit,
    garmin,
    health_connect,
    loop,
    open_mhealth,
    oura,
    plees,
    recovery_zip,
    samsung,
    sleep_as_android,
    sleepmeter,
    whoop,
    withings,
)
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable
from tracker.importers.upload import Upload

IMPORTERS: tuple[ModuleType, ...] = (
    recovery_zip,
    apple_health,
    fitbit,
    garmin,
    health_connect,
    loop,
    open_mhealth,
    oura,
    plees,
    samsung,
    sleep_as_android,
    sleepmeter,
    whoop,
    withings,
    any_csv,
)
BY_SOURCE = {importer.SOURCE: importer for importer in IMPORTERS}

__all__ = [
    "BY_SOURCE",
    "IMPORTERS",
    "Answers",
    "Problem",
    "Question",
    "Row",
    "Unreadable",
    "Upload",
    "recognise",
]


def recognise(upload: Upload) -> ModuleType:
    """The importer of the file's format; raises Unreadable where it is none of ours."""
    for importer in IMPORTERS:
        if importer.recognises(upload):
            return importer
    upload.check_not_nested()
    names = ", ".join(importer.NAME for importer in IMPORTERS)
    raise Unreadable(N_("This is no file of a format that is read here. Those are: %(names)s."), names=names)
