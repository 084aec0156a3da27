"""From entries that wait to entries of the record: all of a file in one transaction, remembered for undo.

They were found valid while they were read, so that nobody waits for that while the record is locked.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction
from django.utils import timezone

from recovery.words import N_
from tracker import restore
from tracker.importers import Unreadable
from tracker.intake import judging, plain
from tracker.intake.insert import change, insert
from tracker.intake.judging import Rival, Verdict
from tracker.intake.layers import OWN
from tracker.intake.plain import Plain
from tracker.intake.stage import Entry, Stage
from tracker.intake.tally import Tally
from tracker.kinds import KINDS
from tracker.models import Import, Replaced, Target, Tombstone, User

CONTRADICTS = N_("The file contradicts itself: two of its values cannot both be true.")
FIRST = 3  # entries of each kind that are shown as they were read
State = Import.State
Told = Callable[[int], None]  # how many entries have been seen to


def preview(user: User, stage: Stage) -> dict[str, Any]:
    """What would become of the entries; nothing is written."""
    tally = Tally()
    for chunk in stage.chunks():
        for verdict in judging.judge(user, stage, chunk):
            tally.count(verdict)
    first = [[entry.kind, entry.own] for entry in stage.first(FIRST)]
    return {**tally.report(), "first": first, "waiting": stage.counts(), "fresh": not _has_logs(user)}


def write(pk: int, stage: Stage, told: Told = lambda _count: None) -> None:
    """Take an import that is being written; raises Unreadable, and then nothing has changed."""
    try:
        with transaction.atomic():
            # Locked, as two files at once would miss each other's keys.
            user = User.objects.select_for_update().get(imports=pk)
            batch = Import.objects.select_for_update().get(pk=pk)
            if batch.state == State.WRITING:
                Writing(user, batch, stage).run(told)
    except (DataError, IntegrityError, ValidationError) as error:
        raise Unreadable(CONTRADICTS) from error


class Writing:
    """One file on its way in, under the lock of its person."""

    def __init__(self, user: User, batch: Import, stage: Stage) -> None:
        self.user, self.batch, self.stage = user, batch, stage
        self.moment = timezone.now()
        self.written: Plain = {
            "version": 1,
            "created": self.moment.isoformat(),
            "updated": self.moment.isoformat(),
        }
        self.tally = Tally(prefers_file=batch.prefers_file)

    def run(self, told: Told) -> None:
        plan = self._plan()
        seen = 0
        for chunk in self.stage.chunks():
            self._write(list(judging.judge(self.user, self.stage, chunk)))
            told(seen := seen + len(chunk))
        starts = self._begin_plan() if self.batch.judges_past else []
        for name in ("failed", "first"):
            self.batch.report.pop(name, None)
        self.batch.report |= {**self.tally.report(), "plan": plan, "starts": starts}
        self.batch.state, self.batch.taken = State.TAKEN, self.moment
        self.batch.save(update_fields=["report", "state", "taken"])
        self.user.touch()

    def _plan(self) -> dict[str, Any]:
        if not self.stage.counts():
            return {}
        restored = restore.Restored(self.user, fresh=not _has_logs(self.user))
        for row in self.stage.others():
            restored.take(row)
        return restored.report()

    def _write(self, verdicts: Sequence[Verdict]) -> None:
        kind = verdicts[0].entry.kind
        new, changed, gone = [], [], []
        for verdict in verdicts:
            self.tally.count(verdict)
            fate = verdict.fate
            if fate == judging.NEW or (fate == judging.ASIDE and self.batch.prefers_file):
                new.append(self._new(verdict.entry))
                gone += verdict.rivals
            elif fate == judging.CHANGED or (fate == judging.EDITED and self.batch.prefers_file):
                changed.append(verdict)
        self._bring_again(kind, new)
        self._replace(kind, gone)
        self._change(kind, changed)
        insert(KINDS[kind].model, new)

    def _new(self, entry: Entry) -> Plain:
        whose = {"user_id": self.user.pk, "batch_id": self.batch.pk, "source": entry.source, "key": entry.key}
        written = {**self.written, **entry.written}
        # A clock elsewhere may be ahead; what was written later than this import was edited since.
        written["updated"] = min(written["updated"], self.written["updated"])
        return {**whose, **written, **entry.own}

    def _bring_again(self, kind: str, logs: Sequence[Plain]) -> None:
        """Remember of which of the new ones an earlier import had taken the place."""
        changes = Replaced.objects.filter(
            batch__user=self.user, kind=kind, key__in=[log["key"] for log in logs]
        )
        names = set(changes.values_list("source", "key"))
        again = [log for log in logs if (log["source"], log["key"]) in names]
        self._remember(kind, [(log, None, log["version"]) for log in again])

    def _replace(self, kind: str, rivals: Sequence[Rival]) -> None:
        """Take away the entries whose place the file's takes; one may meet several."""
        there = KINDS[kind].of(self.user).filter(pk__in={rival.pk for rival in rivals})
        logs = list(plain.found(there))
        self._remember(kind, [(log, log, 0) for log in logs])
        # What was written here leaves its key, so that a late retry of its form does not bring it back.
        own = [(log["source"], log["key"]) for log in logs if log["source"] in OWN]
        stones = [Tombstone(user=self.user, kind=kind, source=source, key=key) for source, key in own]
        Tombstone.objects.bulk_create(stones, ignore_conflicts=True)
        there.delete()

    def _change(self, kind: str, verdicts: Sequence[Verdict]) -> None:
        pairs = [(verdict.present, verdict.entry.own) for verdict in verdicts if verdict.present]
        self._remember(kind, [(present, present, present["version"] + 1) for present, _own in pairs])
        updated = self.written["updated"]
        logs = [
            {**own, "id": present["id"], "version": present["version"] + 1, "updated": updated}
            for present, own in pairs
        ]
        model = KINDS[kind].model
        change(model, {*plain.names(model), "version", "updated"}, logs)

    def _remember(self, kind: str, logs: Iterable[tuple[Plain, Plain | None, int]]) -> None:
        """Of each log what it was (None: not there), and its version from now on (0: it goes)."""
        about = {"batch_id": self.batch.pk, "kind": kind}
        insert(
            Replaced,
            [
                {**about, "source": log["source"], "key": log["key"], "was": was, "version": version}
                for log, was, version in logs
            ],
        )

    def _begin_plan(self) -> list[list[Any]]:
        """Move the first target of each strategy to the first day that came in (docs/rules.md, 14)."""
        if not self.tally.days:
            return []
        first = date.fromisoformat(self.tally.days[0])
        moved = []
        for target in first_targets(self.user, first):
            moved.append([target.pk, target.starts.isoformat(), first.isoformat()])
            Target.objects.filter(pk=target.pk).update(starts=first)
        return moved


def first_targets(user: User, day: date) -> list[Target]:
    """The first target of each strategy, of those that begin only after a day."""
    targets = groupby(user.targets.order_by("strategy", "starts"), key=lambda target: target.strategy)
    firsts = [next(of_strategy) for _strategy, of_strategy in targets]
    return [target for target in firsts if target.starts > day]


def _has_logs(user: User) -> bool:
    return any(kind.of(user).exists() for kind in KINDS.values())
