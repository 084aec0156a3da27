"""A file whose format is known, opened to be read with the answers to what it cannot say itself."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from tracker import importers
from tracker.importers import Answers, Problem, Question, Row, Upload
from tracker.intake import files
from tracker.models import Import, User
from tracker.models.user import ZONES

EARLIER = 20  # imports whose answers are still known


@dataclass(frozen=True)
class Opened:
    """`asked` has, for each question, its name, text and choices, the answer that is read with, params."""

    source: str
    whole: bool
    rows: Iterable[Row | Problem]
    asked: list[list[Any]]


def opened(user: User, file: BinaryIO, answers: Mapping[str, str]) -> Opened:
    """Raises Unreadable where the format is none of ours."""
    upload = Upload(file, files.folder())
    importer = importers.recognise(upload)
    questions = importer.questions(upload)
    given = _given(user, importer.SOURCE, questions, answers)
    rows = importer.read(upload, Answers(given.get("zone") or answers.get("zone") or user.zone, given))
    asked = [
        [q.name, q.text, dict(q.choices), given[q.name], dict(q.params)]
        for q in questions
        if q.only_if is None or given.get(q.only_if[0]) in q.only_if[1]
    ]
    return Opened(importer.SOURCE, importer.WHOLE, rows, asked)


def _given(
    user: User, source: str, questions: Iterable[Question], answers: Mapping[str, str]
) -> dict[str, str]:
    """The answer to each question: given now, else for an earlier file of this source, else the proposal."""
    taken = user.imports.filter(source=source, state=Import.State.TAKEN).order_by("-pk")
    earlier = ChainMap(*taken.values_list("answers", flat=True)[:EARLIER])  # the latest first
    known = {"zone": user.zone, "standard-drink": str(user.drink), **earlier, **answers}
    known["zone"] = known["zone"] if known["zone"] in ZONES else user.zone
    return {q.name: _fitting(q, known.get(q.name, q.proposed)) for q in questions}


def _fitting(question: Question, answer: str) -> str:
    return answer if not question.choices or answer in question.choices else question.proposed
