"""What a stretch of days comes to: every summary by its slug."""

from recovery.summaries import chronotype, clocks, diet, evening, exercise, practice, regularity, sleep
from recovery.summaries.summary import Found, Summary

_ALL: tuple[Summary, ...] = (
    *sleep.SUMMARIES,
    regularity.SRI,
    *clocks.SUMMARIES,
    *chronotype.SUMMARIES,
    *exercise.SUMMARIES,
    *diet.SUMMARIES,
    *evening.SUMMARIES,
    *practice.SUMMARIES,
)
SUMMARIES = {summary.slug: summary for summary in _ALL}

__all__ = ["SUMMARIES", "Found", "Summary"]
