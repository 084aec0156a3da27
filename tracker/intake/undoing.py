"""The way back: an import is taken out of the record, exactly (docs/rules.md, 24, 26).

What an entry has been lies in layers (tracker/intake/layers.py). Undoing takes the import's own layer out,
wherever it lies, and no other's:

- Nobody has touched it since: what lay beneath is there again, in the record or under a later import.
- A later import lies upon it: what that one wrote stays, and is that one's alone.
- A hand has written upon it: both stay, beneath a later import too. Where all is asked for (`also`), both go.

So nothing that a hand wrote is lost unless that was asked for, and in whatever order imports are undone, what
is left is what the other imports and the hands wrote.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tracker import restore
from tracker.intake import judging, plain
from tracker.intake.insert import change, insert
from tracker.intake.layers import OWN, Name, Pile, Piles, take_out
from tracker.intake.plain import Plain
from tracker.kinds import KINDS
from tracker.models import Import, LogQuerySet, Replaced, Target, Tombstone, User

CHUNK, LISTED = 500, 200
Stay = list[list[str]]  # kind and day of what was edited since
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
        user.undos.all().delete()  # a tap from before would meet versions that have been there already
        _end_plan(batch)
        stay = restore.take_back(batch, also=also)
        kinds = [_Undoing(user, batch, slug, also=also) for slug in _kinds(batch)]
        for kind in kinds:
            stay += kind.run()
        beside = [found for kind in kinds for found in kind.beside()]
        counts = {"stay_count": len(stay), "beside_count": len(beside)}
        batch.report |= {"stay": stay[:LISTED], "beside": beside[:LISTED], **counts}
        batch.state, batch.undone = Import.State.UNDONE, timezone.now()
        batch.save(update_fields=["report", "state", "undone"])
        user.touch()


def edited_since(batch: Import) -> bool:
    """Whether a hand has changed something that this import wrote."""
    kinds = (_Undoing(batch.user, batch, slug).is_edited() for slug in _kinds(batch))
    return restore.is_changed(batch) or any(kinds)


def _kinds(batch: Import) -> list[str]:
    """The kinds of which the file had entries."""
    return [slug for slug in KINDS if slug in batch.report.get("counts", ())]


class _Undoing:
    """One kind of one import on its way out."""

    def __init__(self, user: User, batch: Import, slug: str, *, also: bool = False) -> None:
        self.user, self.batch, self.slug, self.also = user, batch, slug, also
        self.piles = Piles(user, slug)
        self.back: list[tuple[str, int]] = []  # the day and the id of what had been away

    @property
    def logs(self) -> LogQuerySet:
        return KINDS[self.slug].of(self.user)

    @property
    def brought(self) -> LogQuerySet:
        return self.logs.filter(batch=self.batch)

    @property
    def untouched(self) -> Q:
        """Of what this import brought, what no hand has changed: `layers.is_edited` has the reasons."""
        as_it_came = "updated__lte" if self.batch.knows_history else "updated"
        return Q(version=1) | Q(**{as_it_came: self.batch.taken})

    def run(self) -> Stay:
        stay: Stay = []
        for names in _chunks(self._remembered()):
            stay += self._take_out(names)
        (self.brought if self.also else self.brought.filter(self.untouched)).delete()
        days = self.brought.order_by("day").values_list("day", flat=True)
        return stay + [[self.slug, day.isoformat()] for day in days]

    def beside(self) -> Stay:
        """What came back and now shares its time with another, as with one typed meanwhile."""
        found: Stay = []
        for some in _chunks(sorted(self.back)):
            logs = list(plain.found(self.logs.filter(pk__in=[pk for _day, pk in some])))
            found += [[self.slug, log["day"]] for log in judging.beside(self.user, self.slug, logs)]
        return found

    def is_edited(self) -> bool:
        """Whether something would stay."""
        remembered = self._remembered()
        for names in _chunks(remembered):
            layers = [layer for pile, _now in self.piles.of(names).values() for layer in pile]
            if any(layer.who == self.batch.pk and layer.is_edited and layer.value for layer in layers):
                return True
        by_hand = set(self.brought.exclude(self.untouched).values_list("source", "key"))
        return not by_hand.issubset(remembered)

    def _remembered(self) -> list[Name]:
        """What this import changed or took away, and what later ones did so of what it brought."""
        changes = Replaced.objects.filter(batch__user=self.user, kind=self.slug)
        about = changes.filter(Q(batch=self.batch) | Q(was__batch_id=self.batch.pk))
        return list(about.values_list("source", "key").distinct())

    def _take_out(self, names: Sequence[Name]) -> Stay:
        kept = _Kept(self.user, self.slug)
        stays = []
        for name, (pile, now) in self.piles.of(names).items():
            changes = [layer.change for layer in pile if layer.change]
            stays.append(take_out(pile, self.batch.pk, also=self.also))
            kept.keep(name, pile, changes, now)
        kept.write()
        self.back += [(log["day"], log["id"]) for log in kept.back if log["id"] not in kept.gone]
        return [[self.slug, layer.value["day"]] for layer in stays if layer and layer.value]


class _Kept:
    """Piles on their way back into the record."""

    def __init__(self, user: User, slug: str) -> None:
        self.user, self.slug = user, slug
        self.gone: list[int] = []
        self.back: list[Plain] = []
        self.moved: list[Plain] = []
        self.dropped: list[int] = []
        self.unburied: set[Name] = set()

    def keep(self, name: Name, pile: Pile, changes: Sequence[Replaced], now: Plain | None) -> None:
        """A pile, what was remembered of it before, and the entry as the record has it."""
        left = {layer.change.pk for layer in pile if layer.change}
        self.dropped += [change.pk for change in changes if change.pk not in left]
        beneath: Plain | None = None
        for layer in pile:
            if layer.change and layer.change.was != beneath:
                self.moved.append({"id": layer.change.pk, "was": beneath})
            beneath = layer.value and _owned(layer.value, layer.who)
        if beneath != now:
            self.gone += [now["id"]] if now else []
            self.back += [beneath] if beneath else []
        if beneath or (not pile and name[0] in OWN):  # what is here, or may come again, has no stone
            self.unburied.add(name)

    def write(self) -> None:
        Replaced.objects.filter(pk__in=self.dropped).delete()
        change(Replaced, ["was"], self.moved)
        model = KINDS[self.slug].model
        away = [*self.gone, *(log["id"] for log in self.back)]
        model.objects.filter(pk__in=away).delete()
        insert(model, self.back)
        self._unbury()

    def _unbury(self) -> None:
        keys = [key for _source, key in self.unburied]
        stones = Tombstone.objects.filter(user=self.user, kind=self.slug, key__in=keys)
        found = stones.values_list("pk", "source", "key")
        Tombstone.objects.filter(pk__in=[pk for pk, *name in found if tuple(name) in self.unburied]).delete()


def _owned(value: Plain, who: int | None) -> Plain:
    """An entry tells whose its layer is."""
    others = {name: given for name, given in value.items() if name != "batch_id"}
    return others if who is None else {**others, "batch_id": who}


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for first in range(0, len(items), CHUNK):
        yield items[first : first + CHUNK]


def _end_plan(batch: Import) -> None:
    """Give first targets their starts again, where nobody has moved them since, under a later import too."""
    for pk, before, after in batch.report.get("starts", []):
        target = batch.user.targets.filter(pk=pk).first()
        if target and not _pass_on(batch, pk, before, after) and target.starts.isoformat() == after:
            _begin(target, before)


def _pass_on(batch: Import, pk: int, before: str, after: str) -> bool:
    """Whether a later import has moved the target on, which then has to bring back what was before both."""
    others = batch.user.imports.filter(state=Import.State.TAKEN).exclude(pk=batch.pk).order_by("taken", "pk")
    for one in others:
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
