"""A file whose format is known, opened to be read with the answers to what it cannot say itself."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from tracker import importers
from tracker.importers import Answers, Problem, Question, Row, Upload
from tracker.models import Import, User


@dataclass(frozen=True)
class Opened:
    """`asked` has, for each question, its name, its text, its choices and the answer that is read with."""

    source: str
    whole: bool
    rows: Iterable[Row | Problem]
    asked: list[list[Any]]


def opened(user: User, file: BinaryIO, answers: Mapping[str, str]) -> Opened:
    """Raises Unreadable where the format is none of ours."""
    upload = Upload(file)
    importer = importers.recognise(upload)
    questions = importer.questions(upload)
    given = _given(user, importer.SOURCE, questions, answers)
    rows = importer.read(upload, Answers(given.get("zone") or answers.get("zone") or user.zone, given))
    asked = [[q.name, q.text, dict(q.choices), given[q.name]] for q in questions]
    return Opened(importer.SOURCE, importer.WHOLE, rows, asked)


def _given(
    user: User, source: str, questions: Iterable[Question], answers: Mapping[str, str]
) -> dict[str, str]:
    """The answer to each question: given now, else for the last file of this source, else the proposal."""
    last = user.imports.filter(source=source, state=Import.State.TAKEN).order_by("-pk").first()
    known = {"zone": user.zone, **(last.answers if last else {}), **answers}
    return {q.name: _fitting(q, known.get(q.name, q.proposed)) for q in questions}


def _fitting(question: Question, answer: str) -> str:
    return answer if not question.choices or answer in question.choices else question.proposed
