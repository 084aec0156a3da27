"""The worked examples of docs/metrics.md: every number that is shown has one, and the code agrees with it."""

import pytest

from recovery import examples
from recovery.examples import EXAMPLES
from recovery.measures import BY_SLUG
from recovery.metrics import METRICS
from recovery.summaries import SUMMARIES


def test_every_number_that_is_shown_has_a_worked_example():
    assert set(METRICS) | set(SUMMARIES) | set(BY_SLUG) == set(EXAMPLES)


@pytest.mark.parametrize("slug", EXAMPLES)
def test_the_code_agrees_with_the_worked_example(slug):
    assert examples.worked_out(slug) == pytest.approx(EXAMPLES[slug].value, rel=2e-4)
