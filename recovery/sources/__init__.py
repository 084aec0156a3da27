"""The bibliography: every publication that a page cites, one constant for each."""

from recovery.sources import clinic, diet, exercise, measuring, practice, sleep

SOURCES = (
    *sleep.SOURCES,
    *exercise.SOURCES,
    *diet.SOURCES,
    *practice.SOURCES,
    *clinic.SOURCES,
    *measuring.SOURCES,
)
BY_SLUG = {source.slug: source for source in SOURCES}
