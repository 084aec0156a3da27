"""The way back: an import is taken out of the record, exactly (docs/rules.md, 24, 26).

What an entry has been lies in layers: each import and each hand wrote upon what was there, and an import
keeps what lay beneath (Replaced). Undoing takes the import's own layer out, wherever it lies, and no other's:

- Nobody has touched it since: what lay beneath is there again, in the record or under a later import.
- A later import lies upon it: what that one wrote stays, and is that one's alone.
- A hand has written upon it: both stay, beneath a later import too. Where all is asked for (`also`), both go.

So nothing that a hand wrote is lost unless that was asked for, and in whatever order imports are undone, what
is left is what the other imports and the hands wrote. One thing is not remembered: that two imports in turn
took an entry's place, where what brought it back between them is undone. With the first undone too, the entry
stands beside the second's; nothing is lost, and with the second undone as well all is as it was.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tracker import restore
from tracker.intake import plain
from tracker.intake.plain import Plain
from tracker.intake.writing import put_back
from tracker.kinds import KINDS
from tracker.models import Import, LogQuerySet, Replaced, Target, Tombstone, User

CHUNK = 500
Stay = list[list[str]]  # kind and day of what was edited since
Name = tuple[str, str]  # source and key
T = TypeVar("T")


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
    return any(_Undoing(batch.user, batch, slug).is_edited() for slug in KINDS)


class _Undoing:
    """One kind of one import on its way out."""

    def __init__(self, user: User, batch: Import, slug: str, *, also: bool = False) -> None:
        self.user, self.batch, self.slug, self.also = user, batch, slug, also
        self.taken = batch.taken or batch.created

    @property
    def logs(self) -> LogQuerySet:
        return KINDS[self.slug].of(self.user)

    @cached_property
    def later(self) -> list[int]:
        """The imports that came after this one and are still in."""
        taken = self.user.imports.filter(state=Import.State.TAKEN, taken__gt=self.taken)
        return list(taken.values_list("pk", flat=True))

    @cached_property
    def buried(self) -> set[Name]:
        """What a hand has deleted; a typed entry leaves its key also where it gave way to an import."""
        stones = self.user.tombstones.filter(kind=self.slug).exclude(source="")
        return set(stones.values_list("source", "key"))

    def run(self) -> Stay:
        stay = self._hand_over()
        written = self.logs.filter(batch=self.batch)
        (written if self.also else written.filter(self._untouched)).delete()
        stay += [
            [self.slug, day.isoformat()] for day in written.order_by("day").values_list("day", flat=True)
        ]
        for changes in _chunks(list(self.batch.replaced.filter(kind=self.slug).order_by("pk"))):
            stay += self._restore(changes)
        self.batch.replaced.filter(kind=self.slug).delete()
        return stay

    def is_edited(self) -> bool:
        """Whether something would stay."""
        covered = self._covered()
        if any(self._is_edited(first.was) for first, *_rest in covered.values()):
            return True
        by_hand = self.logs.filter(batch=self.batch).exclude(self._untouched)
        if any(name not in covered for name in by_hand.values_list("source", "key")):
            return True
        changes = self.batch.replaced.filter(kind=self.slug)
        return any(
            now and not self._is_anew(change, now) and not self._is_as_left(change, now)
            for chunk in _chunks(list(changes))
            for change, _cover, now in self._beside(chunk)
        )

    def _hand_over(self) -> Stay:
        """What later imports lie upon is theirs: they would have brought it alone.

        But where a hand wrote between, that stays beneath them, and is the person's own.
        """
        stay: Stay = []
        heirs: dict[tuple[int | None, str], list[str]] = defaultdict(list)
        gone, moved = [], []
        for (source, key), (first, *rest) in self._covered().items():
            if not self.also and self._is_edited(first.was):
                heir, upon = None, [first, *rest]
                stay.append([self.slug, first.was["day"]])
            else:
                heir, upon = first.batch_id, rest
                gone.append(first.pk)
            heirs[heir, source].append(key)
            moved += [_owned(change, heir) for change in upon]
        for pks in _chunks(gone):
            Replaced.objects.filter(pk__in=pks).delete()
        Replaced.objects.bulk_update(moved, ["was"], batch_size=CHUNK)
        for (heir, source), keys in heirs.items():
            for some in _chunks(keys):
                self.logs.filter(batch=self.batch, source=source, key__in=some).update(batch=heir)
        return stay

    def _restore(self, changes: Sequence[Replaced]) -> Stay:
        """What this import lay upon is there again, in the record or under a later import."""
        stay: Stay = []
        back, moved = [], []
        for change, cover, now in self._beside(changes):
            if now and self._is_anew(change, now):
                self._pass_on(change, now)
            elif not self.also and not self._is_as_left(change, now):
                stay += [[self.slug, now["day"]]] if now else []
            elif cover:
                cover.was = change.was
                moved.append(cover)
            else:
                back.append((change, now))
        Replaced.objects.bulk_update(moved, ["was"])
        self._put_back([change for change, _now in back], [now["id"] for _change, now in back if now])
        return stay

    def _pass_on(self, change: Replaced, now: Plain) -> None:
        """A later import has brought it anew: what was there before is that one's to bring back."""
        heir, owner = now["batch_id"], change.was.get("batch_id")
        name = {"source": change.source, "key": change.key}
        self.logs.filter(batch=heir, **name).update(batch=owner)
        upon = [_owned(one, owner) for one in self._changes_since(was__batch_id=heir, **name)]
        Replaced.objects.bulk_update(upon, ["was"])
        change.batch_id, change.version = heir, 1
        change.save(update_fields=["batch", "version"])

    def _put_back(self, changes: Sequence[Replaced], instead: Sequence[int]) -> None:
        self.logs.filter(pk__in=instead).delete()
        put_back(KINDS[self.slug].model, [change.was for change in changes])
        names = [Q(source=change.source, key=change.key) for change in changes]
        stones = Tombstone.objects.filter(user=self.user, kind=self.slug)
        for name in names if stones.exists() else ():
            stones.filter(name).delete()

    def _covered(self) -> dict[Name, list[Replaced]]:
        """What this import brought and later ones lie upon, each with what they keep of it in their order."""
        covered: dict[Name, list[Replaced]] = defaultdict(list)
        for change in self._changes_since(was__batch_id=self.batch.pk):
            covered[change.source, change.key].append(change)
        return covered

    def _beside(
        self, changes: Sequence[Replaced]
    ) -> Iterator[tuple[Replaced, Replaced | None, Plain | None]]:
        """Each change, the later import's upon it, and what lies upon this import's or is what it left."""
        keys = [change.key for change in changes]
        present = {(log["source"], log["key"]): log for log in plain.found(self.logs.filter(key__in=keys))}
        covers = {(c.source, c.key): c for c in reversed(self._changes_since(key__in=keys))}
        for change in changes:
            name = (change.source, change.key)
            cover = covers.get(name)
            yield change, cover, cover.was if cover else present.get(name)

    def _changes_since(self, **which: Any) -> list[Replaced]:
        mine = Replaced.objects.filter(batch__user=self.user, kind=self.slug, **which)
        later = mine.exclude(batch=self.batch).filter(batch__taken__gt=self.taken)
        return list(later.order_by("batch__taken", "pk"))

    @property
    def _untouched(self) -> Q:
        """Of what this import brought, what no hand has changed."""
        return Q(version=1) | Q(updated__lte=self.taken)

    def _is_edited(self, brought: Plain) -> bool:
        return brought["version"] > 1 and self._is_newer(brought)

    def _is_as_left(self, change: Replaced, now: Plain | None) -> bool:
        """Whether what this import changed or took away is as it left it."""
        if now is None:
            return change.version == 0 and (change.source, change.key) not in self.buried
        return bool(now["version"] == change.version) and not self._is_newer(now)

    def _is_anew(self, change: Replaced, now: Plain) -> bool:
        """Whether a later import has brought what this one took away."""
        return change.version == 0 and now.get("batch_id") in self.later

    def _is_newer(self, log: Plain) -> bool:
        return datetime.fromisoformat(log["updated"]) > self.taken


def _owned(change: Replaced, owner: int | None) -> Replaced:
    change.was["batch_id"] = owner
    return change


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(items), CHUNK):
        yield items[first : first + CHUNK]


def _end_plan(batch: Import) -> None:
    """Give first targets their starts again, where nobody has moved them since, under a later import too."""
    for pk, before, after in batch.report.get("starts", []):
        target = batch.user.targets.filter(pk=pk).first()
        if target and not _passed_on(batch, pk, before, after) and target.starts.isoformat() == after:
            _begin(target, before)


def _passed_on(batch: Import, pk: int, before: str, after: str) -> bool:
    """Whether a later import has moved the target on, which then has to bring back what was before both."""
    later = batch.user.imports.filter(state=Import.State.TAKEN, taken__gt=batch.taken).order_by("taken")
    for one in later:
        for start in one.report.get("starts", []):
            if start[:2] == [pk, after]:
                start[1] = before
                one.save(update_fields=["report"])
                return True
    return False


def _begin(target: Target, day: str) -> None:
    """Unless another of its strategy has begun on that day meanwhile."""
    same = target.user.targets.filter(strategy=target.strategy, starts=day)
    if not same.exists():
        Target.objects.filter(pk=target.pk).update(starts=day)
