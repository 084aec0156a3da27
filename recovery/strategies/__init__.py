"""Every strategy, in the order in which pages list them."""

from recovery.strategies import diet, exercise, practice, sleep

STRATEGIES = (*sleep.STRATEGIES, *exercise.STRATEGIES, *diet.STRATEGIES, *practice.STRATEGIES)
BY_SLUG = {strategy.slug: strategy for strategy in STRATEGIES}
