"""Files of other apps: hand one over, watch it, look at what would come in, take it, undo it."""

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from ninja import Field, File, Router, Schema, Status
from ninja.files import UploadedFile

from tracker import intake, requests
from tracker.api import written
from tracker.api.access import LOG, READ, ApiRequest
from tracker.api.problems import Refused, statuses
from tracker.api.shapes import Strict, Text
from tracker.api.written import ImportWritten
from tracker.importers import Unreadable
from tracker.intake import desk
from tracker.models import Import
from tracker.models.user import ZONES
from tracker.reports import Report

router = Router(tags=["Imports"])
NEWEST = 100
ABOUT = ("id", "source", "state", "size", "created", "taken", "undone")


class Progress(Schema):
    done: int = Field(description="Bytes while it is read, entries while it is written.")
    total: int
    entries: int = Field(description="Found so far.")


class ProblemOfLine(Schema):
    file: str = Field(description="Of a zip with several; else empty.")
    line: int | None
    sentence: str


class Reason(Schema):
    sentence: str
    count: int


class OfDay(Schema):
    kind: str
    day: date


class QuestionShown(Schema):
    name: str
    text: str
    choices: dict[str, str] = Field(description="Empty: any text, or for “zone” any time zone.")
    answer: str = Field(description="What it was read with.")


class ImportShown(Schema):
    id: int
    source: str = Field(description="The format; empty until it is known.")
    state: Literal[tuple(Import.State.values)]  # type: ignore[valid-type]
    size: int = Field(description="Bytes of the file.")
    created: datetime
    taken: datetime | None
    undone: datetime | None
    failed: str = Field(description="Why it could not be taken in.")
    progress: Progress
    days: list[str] = Field(description="The first and the last day of it.")
    counts: dict[str, dict[str, int]] = Field(description="For each kind, how many entries are new, there …")
    left_out: int
    reasons: list[Reason] = Field(description="Why, with how many of each, the commonest first.")
    problems: list[ProblemOfLine] = Field(description="What is left out and why, the first of them.")
    questions: list[QuestionShown]
    stayed: list[OfDay] = Field(description="What undo left, as it was edited since: the first 200.")
    beside: list[OfDay] = Field(
        description="What came back with undo and shares its time with another entry: the first 200."
    )


class Imports(Schema):
    imports: list[ImportShown]


_WRITTEN = written.answer(ImportShown, ImportWritten)


class Answers(Strict):
    answers: dict[Annotated[Text, Field(max_length=60)], Annotated[Text, Field(max_length=200)]]


class Taking(Strict):
    prefers_file: bool = Field(False, description="In a clash the file wins, not what is here.")
    judges_past: bool = Field(False, description="The plan begins with the first day of the file.")


class Undoing(Strict):
    also_edited: bool = Field(False, description="Also take out what was edited since.")


@router.get(
    "",
    auth=READ,
    response={200: Imports, **statuses()},
    operation_id="imports",
    url_name="imports",
    summary="Imports, the newest first",
)
def imports(request: ApiRequest) -> dict[str, Any]:
    return {"imports": [_shown(batch) for batch in _own(request).order_by("-created", "-pk")[:NEWEST]]}


@router.post(
    "",
    auth=LOG,
    response={201: _WRITTEN, **statuses(409, 413, 415)},
    operation_id="import_add",
    url_name="imports",
    summary="Hand a file over; nothing comes in before it is taken",
)
def add(request: ApiRequest, file: File[UploadedFile]) -> Status:
    if (file.size or 0) > requests.most(request.user):
        raise Refused(413, requests.too_large(request.user))
    if desk.is_full(request.user):
        raise Refused(409, _("You have several files under way. Take or discard one of them first."))
    try:
        return Status(201, _told(request, desk.receive(request.user, file)))
    except Unreadable as error:
        sentence = error.worded(_)
        raise Refused(422, sentence, [("file", sentence)]) from error


@router.get(
    "/{int:pk}",
    auth=READ,
    response={200: ImportShown, **statuses(404)},
    operation_id="import_get",
    url_name="import",
    summary="How far an import is, and what it holds",
)
def get(request: ApiRequest, pk: int) -> dict[str, Any]:
    return _shown(_batch(request, pk))


@router.post(
    "/{int:pk}/answer",
    auth=LOG,
    response={200: _WRITTEN, **statuses(404, 409, 413, 415)},
    operation_id="import_answer",
    url_name="import-answer",
    summary="Read it again with other answers to what it cannot say",
)
def answer(request: ApiRequest, pk: int, given: Answers) -> dict[str, Any]:
    batch = _waiting(_batch(request, pk), Import.State.READY)
    questions = {name: choices for name, _text, choices, *_rest in batch.report.get("questions", [])}
    for name, value in given.answers.items():
        known = ZONES if name == "zone" else questions.get(name)
        if name not in questions or (known and value not in known):
            sentence = _("That is no answer to a question of this file.")
            raise Refused(422, sentence, [(f"answers.{name}", sentence)])
    desk.answer(batch, {**batch.answers, **given.answers})
    return _told(request, batch)


@router.post(
    "/{int:pk}/take",
    auth=LOG,
    response={200: _WRITTEN, **statuses(404, 409, 413, 415)},
    operation_id="import_take",
    url_name="import-take",
    summary="Take it into the record",
)
def take(request: ApiRequest, pk: int, given: Taking) -> dict[str, Any]:
    batch = _waiting(_batch(request, pk), Import.State.READY)
    desk.take(batch, prefers_file=given.prefers_file, judges_past=given.judges_past)
    return _told(request, batch)


@router.post(
    "/{int:pk}/discard",
    auth=LOG,
    response={200: _WRITTEN, **statuses(404, 409)},
    operation_id="import_discard",
    url_name="import-discard",
    summary="Let it go",
)
def discard(request: ApiRequest, pk: int) -> dict[str, Any]:
    shown = (Import.State.RECEIVED, Import.State.READING, Import.State.READY)
    batch = _waiting(_batch(request, pk), *shown)
    desk.discard(batch)
    batch.refresh_from_db()
    return _told(request, batch)


@router.post(
    "/{int:pk}/undo",
    auth=LOG,
    response={200: _WRITTEN, **statuses(404, 409, 413, 415)},
    operation_id="import_undo",
    url_name="import-undo",
    summary="Take it out again, exactly",
)
def undo(request: ApiRequest, pk: int, given: Undoing) -> dict[str, Any]:
    batch = _waiting(_batch(request, pk), Import.State.TAKEN)
    intake.take_back(batch, also=given.also_edited)
    batch.refresh_from_db()
    return _told(request, batch)


def _own(request: ApiRequest) -> QuerySet[Import]:
    return request.user.imports.select_related("user")


def _batch(request: ApiRequest, pk: int) -> Import:
    batch = _own(request).filter(pk=pk).first()
    if batch is None:
        raise Refused(404, _("There is nothing here."))
    return batch


def _waiting(batch: Import, *states: Import.State) -> Import:
    if batch.state not in states:
        raise Refused(409, _("That is not what this import waits for: look at its state."))
    return batch


def _told(request: ApiRequest, batch: Import) -> dict[str, Any]:
    return written.told(request, _shown(batch), ImportWritten)


def _shown(batch: Import) -> dict[str, Any]:
    report = Report(batch)
    return {name: getattr(batch, name) for name in ABOUT} | {
        "failed": report.failed,
        "progress": {name: getattr(report.progress, name) for name in ("done", "total", "entries")},
        "days": batch.report.get("days", []),
        "counts": report.counts,
        "left_out": report.left_out,
        "reasons": [{"sentence": sentence, "count": count} for sentence, count in report.by_reason],
        "problems": [asdict(left_out) for left_out in report.problems],
        "questions": [_asked(*question) for question in batch.report.get("questions", [])],
        "stayed": [{"kind": kind, "day": day} for kind, day in batch.report.get("stay", [])],
        "beside": [{"kind": kind, "day": day} for kind, day in batch.report.get("beside", [])],
    }


def _asked(
    name: str, text: str, choices: dict[str, str], given: str, params: dict[str, str]
) -> dict[str, Any]:
    """A question in words, as the page has it."""
    worded = {value: _(words) if words else value for value, words in choices.items()}
    return {"name": name, "text": _(text) % params if params else _(text), "choices": worded, "answer": given}
