"""What a stretch of days comes to: every summary by its slug."""

from recovery.summaries import diet, exercise, practice, regularity
from recovery.summaries.summary import Found, Summary

_ALL: tuple[Summary, ...] = (
    regularity.SRI,
    *exercise.SUMMARIES,
    *diet.SUMMARIES,
    *practice.SUMMARIES,
)
SUMMARIES = {summary.slug: summary for summary in _ALL}

__all__ = ["SUMMARIES", "Found", "Summary"]
