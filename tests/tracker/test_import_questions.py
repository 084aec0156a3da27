"""What a file cannot say: asked only where it has a sense, known again from earlier files, and shown."""

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.tracker.program import ENTRIES, Program
from tests.tracker.test_import_sleep_as_android import night, zipped
from tracker import export, importers, intake
from tracker.import_forms import AnswersForm
from tracker.importers import Answers, Question
from tracker.kinds import KINDS
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


MIXED = """Date,Time,Caffeine (mg),Berries
2026-03-04,08:00,95,
2026-03-05,,,2
"""


def hand_over(browser, content):
    return browser.post(reverse("data"), {"file": SimpleUploadedFile("x", content.encode())}, follow=True)


def test_the_first_entries_are_shown_as_they_were_read(her):
    page = hand_over(her, MIXED).text
    for words in (
        "So it was read",
        "4 March 2026",
        "Caffeine",
        "08:00",
        "95\N{NO-BREAK SPACE}mg",
        "2 servings",
    ):
        assert words in page


def test_of_nights_and_bouts_too(her):
    night = "Date,Asleep,Awake,WASO\n2026-03-04,23:15,07:00,15\n"
    assert "23:15 – 07:00" in hand_over(her, night).text.replace("\N{NO-BREAK SPACE}", " ")
    bouts = "Date,Activity,Minutes\n2026-03-04,Yoga,20\n2026-03-05,,0\n"
    page = hand_over(her, bouts).text
    assert "Yoga" in page
    assert "<td>None</td>" in page


def test_another_answer_reads_a_table_again_and_asks_for_its_columns(her, ana):
    page = hand_over(her, "When,A,B\n2026-03-04,23:00,07:00\n").text
    assert "no entry that could come in" in page
    batch = ana.imports.get()
    names = [name for name, *_rest in batch.report["questions"]]
    told = {"sleep-day": "0", "sleep-asleep": "1", "sleep-awake": "2"}
    answers = {
        f"answer-{number}": told.get(name.partition("-")[2], given)
        for number, (name, (_name, _text, _choices, given, _params)) in enumerate(
            zip(names, batch.report["questions"], strict=True)
        )
    }
    page = her.post(reverse("import-answer", args=[batch.pk]), answers, follow=True).text
    assert "1 entry can come in" in page


def test_what_was_shown_of_a_file_is_not_kept_when_it_has_come_in(her, ana):
    hand_over(her, MIXED)
    her.post(reverse("import-take", args=[ana.imports.get().pk]))
    assert ana.dietlogs.count() == 2
    assert "first" not in ana.imports.get().report


FIRST = {
    "sleep": "7 h 50 min",
    "exercise": "30 min",
    "diet": "90 mg",
    "practice": "5 min",
    "checkin": 'Mood</td><td></td><td class="n">7',
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_one_kind_alone_is_shown_as_it_was_read(her, ben, kind):
    Program(her, ben)("post", f"logs/{kind}", ENTRIES[kind])
    file = io.BytesIO()
    export.write(ben, file)
    page = her.post(reverse("data"), {"file": SimpleUploadedFile("x", file.getvalue())}, follow=True)
    assert page.status_code == 200
    assert FIRST[kind] in " ".join(re.split(r"[\xa0\u202f]", page.text))


def test_a_zone_that_nobody_knows_is_that_of_the_person(ana):
    content = "Date,Asleep,Awake\n2026-03-04,23:00,07:00\n2026-03-05,23:00,07:00\n"
    report = intake.preview_file(ana, io.BytesIO(content.encode()), Answers("Moon/Crater"))
    assert {q[0]: q[3] for q in report["questions"]}["zone"] == ana.zone
