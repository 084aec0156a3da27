"""The newcomer's guide: what a kind, a strategy, a metric, a chart, an importer and a setting have to bring.

A failure names what is missing: `test_has_a_colour[mood]` wants a colour for the kind "mood". Where there are
many (modules, templates, strategies, metrics), one test lists all that break its rule.
"""

import ast
import inspect
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from django.template.loader import get_template

from recovery import days, history
from recovery.evidence import Source
from recovery.history import History
from recovery.measures import MEASURES
from recovery.metrics import METRICS
from recovery.strategies import STRATEGIES
from tracker import importers
from tracker.charts import CHARTS, TRENDS, WEEK
from tracker.importers import IMPORTERS
from tracker.kinds import KINDS
from tracker.models.user import PILLARS

BASE = Path(__file__).parent.parent
ROOMS = ("recovery", "tracker", "tests", "bench")
PYTHON = sorted(
    path for room in ROOMS for path in (BASE / room).rglob("*.py") if "migrations" not in path.parts
)
TEMPLATES = sorted((BASE / "templates").rglob("*.html"))
MONDAY = date(2026, 11, 2)


def name(path: Path) -> str:
    return str(path.relative_to(BASE))


BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")  # of statements, in a statement


@cache
def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in statements(ast.parse(text(path))) if isinstance(node, ast.FunctionDef)]


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """A node and the statements below it; in what they are made of no function stands."""
    left = [node]
    while left:
        yield (node := left.pop())
        for block in BLOCKS:
            left += getattr(node, block, ())


def empty(weeks: int = 12) -> History:
    """The record of somebody who has not begun."""
    last = MONDAY + timedelta(days=6)
    frames = {slug: history.frame([], kind.model.COLUMNS) for slug, kind in KINDS.items()}
    return History(
        first=last - timedelta(days=7 * weeks - 1),
        last=last,
        today=last,
        targets=history.frame([], history.TARGETS),
        pauses=history.frame([], history.PAUSES),
        **frames,
    )


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
class TestEveryKind:
    @pytest.mark.parametrize("theme", ["light", "dark by the system", "dark by choice"])
    def test_has_a_colour(self, kind, theme):
        css = (BASE / "static/app.css").read_text()
        blocks = dict(zip(["light", "dark by the system", "dark by choice"], themes(css), strict=True))
        assert f"--{kind.slug}:" in blocks[theme]

    def test_has_a_form_for_its_own_model(self, kind):
        assert kind.form._meta.model is kind.model

    def test_has_a_module_in_each_room_that_serves_it(self, kind):
        for room in ("recovery/metrics", "tracker/models", "tracker/forms"):
            assert (BASE / room / f"{kind.slug}.py").exists(), room

    def test_has_measures_that_say_how_its_numbers_are_made(self, kind):
        assert any(measure.pillar == kind.slug for measure in MEASURES)

    def test_names_for_its_metrics_only_columns_that_it_stores(self, kind):
        assert set(kind.model.COLUMNS) <= {field.attname for field in kind.model._meta.concrete_fields}

    def test_has_a_chart_of_its_own(self, kind):
        assert any(kind.slug == chart.PILLAR for chart in CHARTS.values())


@pytest.mark.parametrize("pillar", PILLARS)
class TestEveryPillar:
    """A kind with aims; the check-in is one without."""

    def test_is_a_kind_in_the_same_word(self, pillar):
        assert pillar in KINDS

    def test_has_strategies(self, pillar):
        assert sum(strategy.pillar == pillar for strategy in STRATEGIES) >= 2
        assert (BASE / "recovery/strategies" / f"{pillar}.py").exists()

    def test_has_a_part_of_the_day_that_its_card_shows(self, pillar):
        assert get_template(f"facts_{pillar}.html")


def themes(css: str) -> list[str]:
    """The three blocks of tokens."""
    return re.findall(r":root(?:\[data-theme=\"dark\"\]|:not\(\[data-theme=\"light\"\]\))? \{([^}]*)\}", css)


class TestEveryStrategy:
    def test_is_judged_by_a_metric_of_the_list(self):
        assert [s.slug for s in STRATEGIES if METRICS[s.metric.slug] is not s.metric] == []

    def test_belongs_to_a_pillar(self):
        assert [s.slug for s in STRATEGIES if s.pillar not in PILLARS] == []

    def test_makes_claims(self):
        assert [s.slug for s in STRATEGIES if not s.claims] == []

    def test_makes_each_claim_with_a_reason_and_sources(self):
        claims = [(s.slug, claim) for s in STRATEGIES for claim in s.claims]
        assert [(slug, c.text) for slug, c in claims if not c.because or not c.sources] == []
        cited = [(slug, source) for slug, claim in claims for source in claim.sources]
        assert [one for one in cited if not isinstance(one[1], Source)] == []

    def test_names_mechanisms(self):
        assert [s.slug for s in STRATEGIES if not s.mechanisms] == []


class TestEveryMetric:
    def test_says_how_it_is_made_and_when_it_is_missing(self):
        assert [slug for slug, metric in METRICS.items() if not (metric.formula and metric.missing)] == []

    def test_is_a_number_a_day_and_unknown_where_nothing_was_logged(self):
        record = empty()
        daily = {slug: metric.daily(record) for slug, metric in METRICS.items()}
        assert [slug for slug, series in daily.items() if list(series.index) != list(record.days)] == []
        assert [slug for slug, series in daily.items() if not series.isna().all()] == []


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
class TestEveryChart:
    def test_says_what_its_marks_mean_and_what_to_do_first(self, chart):
        assert chart.TITLE
        assert chart.TEXT
        assert chart.EMPTY

    def test_is_shown_on_a_page(self, chart):
        assert chart in (*WEEK, *TRENDS)

    def test_draws_an_empty_record(self, chart):
        for weeks in (1, 12, 522) if chart in TRENDS else (1, 12):
            assert chart.draw(chart.data(empty(weeks)))

    def test_draws_a_full_record(self, chart, full_record):
        assert chart.draw(chart.data(full_record))


@pytest.fixture
def full_record(db) -> History:
    """The last twelve weeks of the sample person's year."""
    return last_weeks_of_sample()


@cache
def last_weeks_of_sample() -> History:
    from tracker import frames, sample

    user = sample.make("Europe/Berlin")
    monday = days.monday(user.today())
    return frames.load(user, monday - timedelta(weeks=11), monday + timedelta(days=6))


@pytest.mark.parametrize("importer", IMPORTERS, ids=lambda importer: importer.SOURCE)
class TestEveryImporter:
    def test_has_a_name_and_the_two_functions(self, importer):
        assert importer.NAME
        assert inspect.isfunction(importer.recognises)
        assert inspect.isgeneratorfunction(importer.read) or inspect.isfunction(importer.read)

    def test_has_a_test_of_its_own(self, importer):
        stem = importer.__name__.rsplit(".", 1)[1]
        named = re.compile(rf"import .*\b{stem}\b|\b{stem}\.")
        assert any(named.search(text(path)) for path in TESTS)


def test_the_sources_of_importers_differ():
    assert len(importers.BY_SOURCE) == len(IMPORTERS)


class TestEveryModule:
    def test_has_at_most_400_lines(self):
        assert [name(path) for path in PYTHON if len(text(path).splitlines()) > 400] == []

    def test_has_functions_of_at_most_30_lines(self):
        found = [(name(path), function) for path in PYTHON for function in functions(path)]
        assert [(path, function.name) for path, function in found if lines(function) > 30] == []


def lines(function: ast.FunctionDef) -> int:
    """The lines of a function without its decorators and its docstring."""
    first = function.body[0]
    words = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    docstring = first.end_lineno - first.lineno + 1 if words else 0
    return function.end_lineno - function.lineno + 1 - docstring


FORBIDDEN = {
    "an inline style": r"\sstyle=",
    "an inline script": r"<script(?![^>]*\ssrc=)",
    "an inline handler": r"\s(hx-on|on[a-z]+=)",
    "something from elsewhere": r"<(script|link|img)[^>]+(src|href)=.https?:",
}


class TestEveryTemplate:
    def test_has_at_most_120_lines(self):
        assert [name(path) for path in TEMPLATES if len(text(path).splitlines()) > 120] == []

    @pytest.mark.parametrize("what", FORBIDDEN)
    def test_has_no(self, what):
        assert [name(path) for path in TEMPLATES if re.search(FORBIDDEN[what], text(path))] == []

    def test_is_sound(self):
        for path in TEMPLATES:
            assert get_template(str(path.relative_to(BASE / "templates"))), name(path)


def test_every_setting_of_the_environment_is_in_the_book():
    asked = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (BASE / "tracker/settings.py").read_text()))
    told = set(re.findall(r"^\| `([A-Z_]+)`", (BASE / "docs/operating.md").read_text(), re.MULTILINE))
    assert asked == told


def test_the_environment_is_read_in_the_settings_alone():
    readers = [
        name(path)
        for path in PYTHON
        if path.parts[len(BASE.parts)] in ("recovery", "tracker")
        and re.search(r"getenv|environ\[|environ\.get", text(path))
    ]
    assert readers == []


TESTS = [path for path in PYTHON if path.name.startswith("test_")]


def cases_of(path: Path) -> list[ast.FunctionDef]:
    return [function for function in functions(path) if function.name.startswith("test_")]


def can_fail(test: ast.FunctionDef) -> bool:
    """Whether it asserts, expects an error, or asks a function that asserts (`expect`, `validate` …)."""
    if any(isinstance(node, ast.Assert) for node in statements(test)):
        return True
    calls = [ast.unparse(node.func) for node in ast.walk(test) if isinstance(node, ast.Call)]
    return any(re.search(r"raises|assert|expect|wait|validate", call) for call in calls)


def test_every_test_is_able_to_fail():
    assert [(name(path), test.name) for path in TESTS for test in cases_of(path) if not can_fail(test)] == []


def test_no_two_tests_of_a_file_have_one_name():
    twice = chain.from_iterable(
        {(name(path), test.name) for test in found if [t.name for t in found].count(test.name) > 1}
        for path in TESTS
        for found in [[n for n in cases_of(path) if n.col_offset == 0]]
    )
    assert list(twice) == []
