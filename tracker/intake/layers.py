"""What an entry has been, layer upon layer; each import can be taken out by itself (docs/rules.md, 26).

A pile holds the layers of one entry, the first at the bottom: what each import made of it, and whether a hand
has written upon that since. An import remembers what lay beneath (Replaced) where it changed an entry, took
its place or brought it again where another had; whose the layer at the bottom is, the entry tells (`batch`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tracker.intake import plain
from tracker.intake.plain import Plain
from tracker.kinds import KINDS
from tracker.models import Import, Replaced, User
from tracker.models.log import PROGRAM, TYPED

Name = tuple[str, str]  # source and key
OWN = (TYPED, PROGRAM)


@dataclass(slots=True)
class Layer:
    """What one import made of an entry; `who` is None where it is a person's own."""

    who: int | None
    value: Plain | None  # None: the entry is gone
    is_edited: bool = False
    change: Replaced | None = None  # what remembers it; None at the bottom, where nothing had been

    @property
    def took_away(self) -> bool:
        return self.change is not None and self.change.version == 0


Pile = list[Layer]


def take_out(pile: Pile, who: int, *, also: bool) -> Layer | None:
    """Take the layer of an import out of a pile, and give it where what a hand wrote upon it stays.

    That is then the hand's upon what lies beneath, or a person's own where nothing does. `also`: it goes too.
    """
    place = next((n for n, layer in enumerate(pile) if layer.who == who), None)
    if place is None:
        return None
    layer = pile.pop(place)
    stays = layer.is_edited and not also
    if stays and place:
        pile[place - 1].value, pile[place - 1].is_edited = layer.value, True
    elif stays:
        pile.insert(0, Layer(None, layer.value))
    _clear(pile)
    return layer if stays else None


def _clear(pile: Pile) -> None:
    """An import that took away nothing did nothing; what a hand has put there since is the person's own."""
    while pile and pile[0].took_away:
        layer = pile.pop(0)
        if layer.value is not None:
            pile.insert(0, Layer(None, layer.value))


def is_edited(value: Plain, version: int, taken: datetime | None) -> bool:
    """Whether a hand has written upon what an import that was taken then left under that version.

    An edit that was taken back has left the moment as it was, and one by a clock that was set back an earlier
    one under another version.
    """
    updated = datetime.fromisoformat(value["updated"])
    return taken is None or updated > taken or (updated < taken and value["version"] != version)


class Piles:
    """The piles of one kind of a person's entries, as the record has them."""

    def __init__(self, user: User, slug: str) -> None:
        self.user, self.slug = user, slug

    @cached_property
    def imports(self) -> dict[int, Import]:
        """Those that are in."""
        taken = self.user.imports.filter(state=Import.State.TAKEN).only("source", "taken")
        return {batch.pk: batch for batch in taken}

    def of(self, names: Sequence[Name]) -> dict[Name, tuple[Pile, Plain | None]]:
        """Of each name its pile, and the entry as the record has it now."""
        which = {"source__in": {source for source, _key in names}, "key__in": [key for _source, key in names]}
        logs = KINDS[self.slug].of(self.user).filter(**which)
        there = {(log["source"], log["key"]): log for log in plain.found(logs)}
        # What was written here leaves its key also where it gave way to an import.
        stones = self.user.tombstones.filter(kind=self.slug, **which).exclude(source__in=OWN)
        buried = set(stones.values_list("source", "key"))
        changes = self._changes(which)
        return {
            name: (self._pile(changes[name], there.get(name), is_buried=name in buried), there.get(name))
            for name in names
        }

    def _changes(self, which: Mapping[str, Collection[str]]) -> dict[Name, list[Replaced]]:
        """In the order in which they were written, whatever the clock said."""
        changes: dict[Name, list[Replaced]] = defaultdict(list)
        found = Replaced.objects.filter(batch__user=self.user, kind=self.slug, **which)
        for change in found.select_related("batch").defer("batch__report").order_by("pk"):
            changes[change.source, change.key].append(change)
        return changes

    def _pile(self, changes: Sequence[Replaced], now: Plain | None, *, is_buried: bool) -> Pile:
        values = [*(change.was for change in changes), now]
        pile = [self._brought(values[0])] if values[0] else []
        for change, value in zip(changes, values[1:], strict=True):
            pile.append(Layer(change.batch_id, value, self._is_edited(change, value), change))
        if pile and pile[-1].took_away and not now:
            pile[-1].is_edited = is_buried  # what came again was deleted by hand, and its import undone
        return pile

    def _brought(self, value: Plain) -> Layer:
        batch = self.imports.get(value.get("batch_id", 0))
        if batch is None:
            return Layer(None, value)
        version = value["version"] if batch.knows_history else 1
        return Layer(batch.pk, value, is_edited(value, version, batch.taken))

    def _is_edited(self, change: Replaced, value: Plain | None) -> bool:
        if value is None:
            return change.version != 0
        return is_edited(value, change.version, change.batch.taken)
