"""The bibliography: every publication that a page cites, one constant for each."""

from recovery.sources import diet, exercise, practice, sleep

SOURCES = (*sleep.SOURCES, *exercise.SOURCES, *diet.SOURCES, *practice.SOURCES)
BY_SLUG = {source.slug: source for source in SOURCES}
