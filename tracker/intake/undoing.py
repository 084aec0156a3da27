"""The way back: an import is taken out of the record, exactly (docs/rules.md, 24, 26)."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tracker import restore
from tracker.intake.writing import put_back
from tracker.kinds import KINDS
from tracker.models import Import, Log, LogQuerySet, Replaced, Target, Tombstone, User

CHUNK = 500
Stay = list[list[str]]  # kind and day of what was edited since


def take_back(batch: Import, *, also: bool = False) -> None:
    """Undo an import: what it wrote goes, what it changed is as it was, but for what was edited since.

    That stays, and the report lists it; with `also` it goes too. No key is left behind, so that the same file
    can come in again.
    """
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=batch.user_id)
        batch = Import.objects.select_for_update().get(pk=batch.pk)
        if batch.state != Import.State.TAKEN:
            return
        stay = restore.take_back(batch)
        _end_plan(batch)
        for slug in KINDS:
            stay += _Undoing(user, batch, slug, also=also).run()
        batch.report["stay"] = stay
        batch.state, batch.undone = Import.State.UNDONE, timezone.now()
        batch.save(update_fields=["report", "state", "undone"])
        user.touch()


def edited_since(batch: Import) -> bool:
    """Whether a hand has changed something that this import wrote."""
    for slug, kind in KINDS.items():
        logs = kind.of(batch.user)
        if logs.filter(batch=batch).exclude(_untouched(batch)).exclude(key__in=_later(batch, slug)).exists():
            return True
        changes = batch.replaced.filter(kind=slug, version__gt=0)
        versions = {(c.source, c.key): c.version for c in changes}
        now = logs.filter(key__in=[c.key for c in changes]).values_list("source", "key", "version")
        if any(versions.get((source, key), version) != version for source, key, version in now):
            return True
    return False


class _Undoing:
    """One kind of one import on its way out."""

    def __init__(self, user: User, batch: Import, slug: str, *, also: bool) -> None:
        self.user, self.batch, self.slug, self.also = user, batch, slug, also

    @property
    def logs(self) -> LogQuerySet:
        return KINDS[self.slug].of(self.user)

    def run(self) -> Stay:
        self._hand_over()
        written = self.logs.filter(batch=self.batch)
        (written if self.also else written.filter(_untouched(self.batch))).delete()
        stay = [[self.slug, day.isoformat()] for day in written.order_by("day").values_list("day", flat=True)]
        changes = list(self.batch.replaced.filter(kind=self.slug).order_by("pk"))
        for first in range(0, len(changes), CHUNK):
            stay += self._restore(changes[first : first + CHUNK])
        self.batch.replaced.filter(kind=self.slug).delete()
        return stay

    def _hand_over(self) -> None:
        """What a later import has changed since is that import's: it would have come in with it."""
        heirs: dict[tuple[str, str], int] = {}
        for change in self._changes_since(was__batch_id=self.batch.pk):
            name = (change.source, change.key)
            if name not in heirs:
                heirs[name] = change.batch_id
                self.logs.filter(source=change.source, key=change.key).update(batch=change.batch_id)
                change.delete()
            else:
                change.was["batch_id"] = heirs[name]
                change.save(update_fields=["was"])

    def _restore(self, changes: Sequence[Replaced]) -> Stay:
        keys = [change.key for change in changes]
        present = {(log.source, log.key): log for log in self.logs.filter(key__in=keys)}
        since = {(c.source, c.key): c for c in reversed(self._changes_since(key__in=keys))}
        back, stay = [], []
        for change in changes:
            name = (change.source, change.key)
            if later := since.get(name):
                later.was = change.was
                later.save(update_fields=["was"])
            elif self.also or _version(present.get(name)) == change.version:
                back.append(change)
            elif log := present.get(name):
                stay.append([self.slug, log.day.isoformat()])
        self._put_back(back, [present[(c.source, c.key)] for c in back if (c.source, c.key) in present])
        return stay

    def _put_back(self, changes: Sequence[Replaced], present: Sequence[Log]) -> None:
        model = KINDS[self.slug].model
        self.logs.filter(pk__in=[log.pk for log in present]).delete()
        put_back(model, [change.was for change in changes])
        names = [Q(source=change.source, key=change.key) for change in changes]
        stones = Tombstone.objects.filter(user=self.user, kind=self.slug)
        for name in names if stones.exists() else ():
            stones.filter(name).delete()

    def _changes_since(self, **which: Any) -> list[Replaced]:
        mine = Replaced.objects.filter(batch__user=self.user, kind=self.slug, **which)
        later = mine.exclude(batch=self.batch).filter(batch__taken__gt=self.batch.taken)
        return list(later.order_by("pk"))


def _untouched(batch: Import) -> Q:
    return Q(version=1) | Q(updated__lte=batch.taken)


def _later(batch: Import, slug: str) -> list[str]:
    """The keys of what later imports have changed of this one's."""
    changes = Replaced.objects.filter(batch__user=batch.user, kind=slug, was__batch_id=batch.pk)
    return list(changes.exclude(batch=batch).values_list("key", flat=True))


def _version(log: Log | None) -> int:
    return log.version if log else 0


def _end_plan(batch: Import) -> None:
    """Give first targets their starts again, where nobody has moved them since."""
    for pk, before, after in batch.report.get("starts", []):
        Target.objects.filter(pk=pk, user=batch.user_id, starts=after).update(starts=before)
