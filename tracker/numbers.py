"""How every number is made on one sheet, docs/metrics.md, for a researcher to check."""

import inspect
from collections.abc import Sequence
from string import ascii_uppercase

from recovery import measures, sources, trends
from recovery.examples import EXAMPLES
from recovery.measures import Measure
from recovery.metrics import METRICS
from recovery.metrics.metric import Unit
from tracker import review
from tracker.charts.wording import plain_clock
from tracker.derived import number

HEAD = """# How every number is made

Written by `manage.py metrics`; do not edit by hand. Each part begins with the records that its examples are
made of; then come a day's numbers, then those of a stretch of days, of which a week is one. What is not known
is missing, never zero ([rules](rules.md), 10). Examples are worked out by hand or published with the formula;
a test holds the code to each. Numbers of a day are columns of `daily.csv` ([export](export.md)).
"""
PARTS = (
    ("Sleep", "sleep"), ("Exercise", "exercise"), ("Diet", "diet"), ("Stress practice", "practice"),
    ("Check-in", "checkin"), ("Plan", ""),
)  # fmt: skip
CHANGE = f"{inspect.getdoc(trends.change)}\n"


def sheet() -> str:
    """The sheet as Markdown, in English."""
    parts = [part(title, of_pillar(pillar)) for title, pillar in PARTS]
    cited = {measure.source for measure in measures.MEASURES}
    listed = [f"- `{s.slug}` {review.reference(s)}" for s in sources.SOURCES if s.slug in cited]
    return "\n".join([HEAD, *parts, "## How sure a change is\n", CHANGE, "## Sources\n", *listed]) + "\n"


def of_pillar(pillar: str) -> list[Measure]:
    """A pillar's measures, those of a day before those of a stretch of days."""
    own = [measure for measure in measures.MEASURES if measure.pillar == pillar]
    return sorted(own, key=lambda measure: measure.slug not in METRICS)


def part(title: str, own: Sequence[Measure]) -> str:
    """The records of a part's examples, lettered, and an entry for each number."""
    told = dict.fromkeys(EXAMPLES[measure.slug].record.told for measure in own)
    letters = dict(zip(told, ascii_uppercase, strict=False))
    records = "".join(f"- {letter}: {words}.\n" for words, letter in letters.items())
    entries = (entry(measure, letters[EXAMPLES[measure.slug].record.told]) for measure in own)
    return f"## {title}\n\nRecords of the examples:\n\n{records}\n" + "\n".join(entries)


def entry(measure: Measure, letter: str) -> str:
    lines = {
        "Unit": measure.unit,
        "Formula": measure.formula,
        "Missing": measure.missing,
        "Source": f"`{measure.source}`" if measure.source else "our own convention",
        "Example": f"{letter} gives {result(measure)}",
    }
    return f"### {measure.title} (`{measure.slug}`)\n\n" + "".join(f"- {k}: {v}\n" for k, v in lines.items())


def result(measure: Measure) -> str:
    """The example's value with two decimals at most; a clock time as HH:MM, a duration in minutes."""
    value = EXAMPLES[measure.slug].value
    if measure.unit == measures.UNITS[Unit.CLOCK]:
        return plain_clock(value)
    bare = number(round(value, 2))
    return f"{bare} min" if measure.unit == measures.UNITS[Unit.DURATION] else bare
