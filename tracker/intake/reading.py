"""From the rows of a file to entries that wait: each is valid, and what is left out is listed."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import override

from recovery.words import N_
from tracker import restore
from tracker.importers import Problem, Row, Unreadable
from tracker.intake import entry, said
from tracker.intake.stage import Stage
from tracker.kinds import KINDS
from tracker.models import User

ROWS = 200_000  # of one file, fifty years of a full record: while they are written, nobody else can write
LISTED = 200  # lines that the report keeps; the counts are of all
REASONS = 30  # the commonest, of which the report says how many lines have each
TOLD_APART = 1000  # reasons that are counted at all
TWICE = N_("this entry stands in the file twice")
NO_TIME = N_("a time lies outside of what a calendar holds")


class Reading:
    """One file being read: how far it is, and what was left out."""

    def __init__(self, user: User, source: str, stage: Stage, *, whole: bool) -> None:
        self.user, self.source, self.stage, self.whole = user, source, stage, whole
        self.problems: list[list[Any]] = []
        self.reasons: Counter[str] = Counter()
        self.left_out = 0
        self.entries = 0

    def read(self, rows: Iterable[Row | Problem]) -> None:
        """Keep every row; raises Unreadable, for a broken row too where the file has to be whole."""
        for row in _bounded(rows):
            if isinstance(row, Problem):
                self._leave_out(row, said.of_problem(row))
            elif row.kind in KINDS:
                self._keep(row)
            else:
                self._keep_other(row)
        self.stage.close()

    def report(self) -> dict[str, Any]:
        return {
            "problems": sorted(self.problems, key=lambda problem: (problem[2:], problem[0] or 0)),
            "reasons": [[json.loads(why), count] for why, count in self.reasons.most_common(REASONS)],
            "left_out": self.left_out,
        }

    def _keep(self, row: Row) -> None:
        try:
            log = entry.valid(row, self.user, self.source)
        except ValidationError as error:
            self._refuse(row, said.of_refusal(error, KINDS[row.kind].model))
        except (OverflowError, ValueError):
            self._refuse(row, [NO_TIME, {}, ""])
        else:
            self.entries += 1
            if not self.stage.add(log, row):
                self._refuse(row, [TWICE, {}, ""])

    def _keep_other(self, row: Row) -> None:
        try:
            restore.check(self.user, row)
        except ValidationError as error:
            self._refuse(row, said.of_refusal(error, None))
        else:
            self.stage.add_other(row)

    def _refuse(self, row: Row, why: said.Said) -> None:
        if self.whole:
            with override("en"):
                raise Unreadable("%(why)s", row.line, row.file, why=said.worded(why))
        self._leave_out(row, why)

    def _leave_out(self, row: Row | Problem, why: said.Said) -> None:
        self.left_out += 1
        reason = json.dumps(said.reason(why))
        if reason in self.reasons or len(self.reasons) < TOLD_APART:
            self.reasons[reason] += 1
        if len(self.problems) < LISTED:
            self.problems.append([row.line, why, row.file] if row.file else [row.line, why])


def _bounded(rows: Iterable[Row | Problem]) -> Iterator[Row | Problem]:
    for number, row in enumerate(rows):
        if number == ROWS:
            raise Unreadable(N_("The file holds more than %(most)s entries."), most=ROWS)
        yield row
