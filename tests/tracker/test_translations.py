"""No sentence reaches a reader untranslated."""

import ast
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from recovery.strategies import STRATEGIES
from tracker.importers import sleep_as_android
from tracker.management.commands import makemessages
from tracker.models import ExerciseLog

BASE = Path(__file__).parent.parent.parent
MARKED = sorted(
    path
    for room in ("recovery", "tracker/charts", "tracker/importers")
    for path in (BASE / room).rglob("*.py")
)
# visible words that are the same in every language: names, units, and what a person typed
SAME = re.compile(r"^(Recovery|AN|CSV|JSON|SVG|PNG|PDF|mg|g|h|min|am|pm|doi\S*|https?://\S+)?$")
PAGES = {
    "today": [],
    "day": ["2026-03-10"],
    "month": ["2026-03"],
    "week-now": [],
    "trends": [],
    "week": ["2026-W10"],
    "data": [],
    "pause": [],
    "account-delete": [],
    "learn-entry": [STRATEGIES[0].slug],
    "learn-measures": [],
    "learn-words": [],
    "plan": [],
    "learn": [],
    "settings": [],
    "tokens": [],
    "log-add": ["practice"],
    "plan-strategy": [STRATEGIES[0].slug],
}


class Words(HTMLParser):
    """The words of a page that can be seen, without those of a script, a drawing or a long list."""

    SILENT = {"script", "style", "svg", "title", "option", "cite"}

    def __init__(self) -> None:
        super().__init__()
        self.silent: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in self.SILENT:
            self.silent.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.silent and self.silent[-1] == tag:
            self.silent.pop()

    def handle_data(self, data: str) -> None:
        if not self.silent and data.strip():
            self.found.append(data.strip())


@pytest.fixture
def bracketed(monkeypatch):
    """A language in which every translated sentence stands in brackets."""

    class Bracketing(trans_real.DjangoTranslation):
        def gettext(self, message: str) -> str:
            return f"⟦{message}⟧" if message else ""

        def ngettext(self, one: str, many: str, number: int) -> str:
            return f"⟦{one if number == 1 else many}⟧"

    language = Bracketing("en")
    monkeypatch.setattr(trans_real, "translation", lambda code: language)
    translation.activate("en")
    yield
    monkeypatch.undo()
    translation.deactivate()


def outside(text: str) -> str:
    """What of a text stands in no bracket; brackets nest where a sentence is put into another."""
    depth, kept = 0, []
    for letter in text:
        depth += (letter == "⟦") - (letter == "⟧")
        kept.append(letter if depth == 0 and letter != "⟧" else " ")
    return "".join(kept)


@pytest.mark.parametrize("name", PAGES)
def test_every_visible_word_of_a_page_was_translated(client, ana, bracketed, name):
    client.force_login(ana)
    ExerciseLog.objects.create(user=ana, day=date(2026, 3, 10), zone=ana.zone, activity="", minutes=0)
    answer = client.get(reverse(name, args=PAGES[name]))
    assert answer.status_code == 200
    page = Words()
    named = re.compile(rf"{re.escape(ana.email)}|{sleep_as_android.NAME}|doi:[^<]+")
    page.feed(named.sub("", answer.text))
    assert "⟦" in answer.text
    words = re.findall(r"[^\W\d_]{2,}", outside(" ¦ ".join(page.found)))
    assert [word for word in words if not SAME.match(word)] == []


def test_a_sentence_marked_with_n_is_collected_for_translators():
    assert "--keyword=N_" in makemessages.Command.xgettext_options


def test_what_is_marked_is_a_plain_text_that_can_be_collected():
    marks = [mark for path in MARKED for mark in marks_of(path)]
    assert marks
    assert [ast.unparse(mark) for mark in marks if not is_plain(mark)] == []


def marks_of(path: Path) -> list[ast.Call]:
    text = path.read_text()
    if "N_(" not in text:
        return []
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "N_"]


def is_plain(mark: ast.Call) -> bool:
    return len(mark.args) == 1 and isinstance(mark.args[0], ast.Constant) and bool(mark.args[0].value)
