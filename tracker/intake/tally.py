"""What became of the entries of a file, counted and, where a person has to know more, listed."""

from typing import Any

from tracker.intake import judging
from tracker.intake.judging import Verdict
from tracker.kinds import KINDS

LISTED = 200  # of each list; the counts are of all


class Tally:
    def __init__(self, *, prefers_file: bool = False) -> None:
        clashes = judging.CLASHES if prefers_file else ()
        self.comes = {judging.NEW, judging.CHANGED, *clashes}
        self.counts = {slug: dict.fromkeys(judging.FATES, 0) for slug in KINDS}
        self.days: list[str] = []
        self.aside: list[list[Any]] = []
        self.edited: list[list[Any]] = []

    def count(self, verdict: Verdict) -> None:
        self.counts[verdict.entry.kind][verdict.fate] += 1
        if verdict.fate in self.comes:
            self._reach(verdict.entry.own["day"])
        if verdict.fate == judging.ASIDE and len(self.aside) < LISTED:
            self.aside.append(_beside(verdict))
        if verdict.fate == judging.EDITED and len(self.edited) < LISTED:
            self.edited.append([verdict.entry.line, verdict.entry.kind, verdict.entry.own["day"]])

    def report(self) -> dict[str, Any]:
        return {
            "counts": {slug: counts for slug, counts in self.counts.items() if any(counts.values())},
            "days": self.days,
            "aside": self.aside,
            "edited": self.edited,
        }

    def _reach(self, day: str) -> None:
        if not self.days:
            self.days = [day, day]
        elif day < self.days[0]:
            self.days[0] = day
        elif day > self.days[1]:
            self.days[1] = day


def _beside(verdict: Verdict) -> list[Any]:
    """An entry of the file beside the first that it meets: line, its times, the other's times and source."""
    rival = verdict.rivals[0]
    times = [*(judging.spanned(verdict.entry.kind, verdict.entry.own) or ()), rival.start, rival.end]
    return [verdict.entry.line, *(moment.isoformat() for moment in times), rival.source]
