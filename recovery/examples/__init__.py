"""A worked example of every number that is shown: a test works each one out, docs/metrics.md prints it."""

from collections.abc import Mapping

from recovery.examples import diet, exercise, plan, practice, sleep
from recovery.examples.example import Example, Record
from recovery.metrics import METRICS
from recovery.summaries import SUMMARIES

EXAMPLES: Mapping[str, Example] = {
    **sleep.EXAMPLES,
    **exercise.EXAMPLES,
    **diet.EXAMPLES,
    **practice.EXAMPLES,
    **plan.EXAMPLES,
}


def worked_out(slug: str) -> float:
    """What the code makes of a number's example."""
    example = EXAMPLES[slug]
    history = example.record.history()
    if example.of:
        return example.of(history)
    if slug in SUMMARIES:
        return SUMMARIES[slug].of(history).value
    return float(METRICS[slug].daily(history).iloc[0])


__all__ = ["EXAMPLES", "Example", "Record", "worked_out"]
