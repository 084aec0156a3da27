"""The worked examples of docs/metrics.md: every number that is shown has one, and the code agrees with it."""

import pytest

from recovery import examples
from recovery.examples import EXAMPLES
from recovery.measures import BY_SLUG
from recovery.metrics import METRICS
from recovery.summaries import SUMMARIES


def test_every_number_that_is_shown_has_a_worked_example():
    assert set(METRICS) | set(SUMMARIES) | set(BY_SLUG) == set(EXAMPLES)


def test_the_code_agrees_with_every_worked_example():
    found = {slug: examples.worked_out(slug) for slug in EXAMPLES}
    assert found == pytest.approx({slug: example.value for slug, example in EXAMPLES.items()}, rel=2e-4)
