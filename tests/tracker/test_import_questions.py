"""What a file cannot say: asked only where it has a sense, and known again from earlier files."""

import io

import pytest

from tests.tracker.test_import_sleep_as_android import night, zipped
from tracker import importers, intake
from tracker.import_forms import AnswersForm
from tracker.importers import Answers, Question
from tracker.models import Import

KIND = Question("kind", "What is it?", {"a": "A", "b": "B"}, "a")
OF_B = Question(
    "of-b", "How much of %(what)s?", proposed="7", params={"what": "it"}, only_if=("kind", frozenset({"b"}))
)


@pytest.fixture
def ask(monkeypatch):
    """Let the format of the test's file ask some questions."""

    def of(*questions):
        monkeypatch.setattr(importers.sleep_as_android, "questions", lambda upload: questions)

    return of


def preview(user, **given):
    return intake.preview_file(user, io.BytesIO(zipped(night()).getvalue()), Answers(given=given))


def asked(report):
    return {name: given for name, _text, _choices, given, _params in report["questions"]}


def take(user, **given):
    return intake.read_file(user, io.BytesIO(zipped(night()).getvalue()), Answers(given=given))


def test_a_question_is_asked_only_where_another_answer_gives_it_a_sense(ana, ask):
    ask(KIND, OF_B)
    assert asked(preview(ana)) == {"kind": "a"}
    assert asked(preview(ana, kind="b")) == {"kind": "b", "of-b": "7"}


def test_a_question_names_what_it_asks_about(ana, ask):
    ask(KIND, OF_B)
    form = AnswersForm(batch=Import(user=ana, report=preview(ana, kind="b")))
    assert [field.label for field in form.fields.values()] == ["What is it?", "How much of it?"]


def test_an_answer_is_known_from_the_last_file_that_was_asked_it(ana, ask):
    ask(KIND)
    take(ana, kind="b")
    ask(Question("other", "And this?", {"x": "X"}, "x"))
    take(ana)
    ask(KIND)
    assert asked(preview(ana)) == {"kind": "b"}


def test_an_answer_of_another_person_is_not_known(ana, ben, ask):
    ask(KIND)
    take(ben, kind="b")
    assert asked(preview(ana)) == {"kind": "a"}
