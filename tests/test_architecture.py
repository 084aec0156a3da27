"""The newcomer's guide: what a kind, a strategy, a metric, a chart, an importer and a setting have to bring.

A failure names what is missing: `test_has_a_colour[mood]` wants a colour for the kind "mood".
"""

import ast
import inspect
import re
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


@pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.slug)
class TestEveryStrategy:
    def test_is_judged_by_a_metric_of_the_list(self, strategy):
        assert METRICS[strategy.metric.slug] is strategy.metric

    def test_belongs_to_a_pillar(self, strategy):
        assert strategy.pillar in PILLARS

    def test_makes_claims_with_a_grade_a_reason_and_sources(self, strategy):
        assert strategy.claims
        for claim in strategy.claims:
            assert claim.because
            assert all(isinstance(source, Source) for source in claim.sources)
            assert claim.sources

    def test_names_mechanisms(self, strategy):
        assert strategy.mechanisms


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
class TestEveryMetric:
    def test_says_how_it_is_made_and_when_it_is_missing(self, metric):
        assert metric.formula
        assert metric.missing

    def test_is_a_number_a_day_and_unknown_where_nothing_was_logged(self, metric):
        record = empty()
        daily = metric.daily(record)
        assert list(daily.index) == list(record.days)
        assert daily.isna().all()


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
        tests = (path.read_text() for path in (BASE / "tests").rglob("test_*.py"))
        assert any(re.search(rf"import .*\b{stem}\b|\b{stem}\.", text) for text in tests)


def test_the_sources_of_importers_differ():
    assert len(importers.BY_SOURCE) == len(IMPORTERS)


@pytest.mark.parametrize("path", PYTHON, ids=name)
class TestEveryModule:
    def test_has_at_most_400_lines(self, path):
        assert len(path.read_text().splitlines()) <= 400

    def test_has_functions_of_at_most_30_lines(self, path):
        long = [
            node.name for node in ast.walk(ast.parse(path.read_text()))
            if isinstance(node, ast.FunctionDef) and lines(node) > 30
        ]  # fmt: skip
        assert long == []


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


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
class TestEveryTemplate:
    def test_has_at_most_120_lines(self, path):
        assert len(path.read_text().splitlines()) <= 120

    @pytest.mark.parametrize("what", FORBIDDEN)
    def test_has_no(self, path, what):
        assert not re.search(FORBIDDEN[what], path.read_text())

    def test_is_sound(self, path):
        assert get_template(str(path.relative_to(BASE / "templates")))


def test_every_setting_of_the_environment_is_in_the_book():
    asked = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', (BASE / "tracker/settings.py").read_text()))
    told = set(re.findall(r"^\| `([A-Z_]+)`", (BASE / "docs/operating.md").read_text(), re.MULTILINE))
    assert asked == told


def test_the_environment_is_read_in_the_settings_alone():
    readers = [
        name(path)
        for path in PYTHON
        if path.parts[len(BASE.parts)] in ("recovery", "tracker")
        and re.search(r"getenv|environ\[|environ\.get", path.read_text())
    ]
    assert readers == []


def cases_of(path: Path) -> list[ast.FunctionDef]:
    found = ast.walk(ast.parse(path.read_text()))
    return [node for node in found if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]


def can_fail(test: ast.FunctionDef) -> bool:
    """Whether it asserts, expects an error, or asks a function that asserts (`expect`, `validate` …)."""
    calls = [ast.unparse(node.func) for node in ast.walk(test) if isinstance(node, ast.Call)]
    asserted = any(isinstance(node, ast.Assert) for node in ast.walk(test))
    return asserted or any(re.search(r"raises|assert|expect|wait|validate", call) for call in calls)


@pytest.mark.parametrize("path", sorted((BASE / "tests").rglob("test_*.py")), ids=name)
def test_every_test_is_able_to_fail(path):
    assert [test.name for test in cases_of(path) if not can_fail(test)] == []


def test_no_two_tests_of_a_file_have_one_name():
    twice = chain.from_iterable(
        {test.name for test in found if [t.name for t in found].count(test.name) > 1}
        for path in (BASE / "tests").rglob("test_*.py")
        for found in [[n for n in cases_of(path) if n.col_offset == 0]]
    )
    assert list(twice) == []
