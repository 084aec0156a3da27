"""What an entry has been, layer upon layer; each import can be taken out by itself (docs/rules.md, 26).

A pile holds the layers of one entry, the first at the bottom: what each import made of it, and whether a hand
has written upon that since. An import remembers what lay beneath (Replaced) where it changed an entry, took
its place or brought it again where another had; whose the layer at the bottom is, the entry tells (`batch`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from tracker.intake import plain
from tracker.intake.plain import Plain
from tracker.kinds import KINDS
from tracker.models import Import, Replaced, User

Name = tuple[str, str]  # source and key


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


class Piles:
    """The piles of one kind of a person's entries, as the record has them."""

    def __init__(self, user: User, slug: str) -> None:
        self.user, self.slug = user, slug

    @cached_property
    def taken(self) -> dict[int, datetime]:
        """The imports that are in, and since when."""
        imports = self.user.imports.filter(state=Import.State.TAKEN).values_list("pk", "taken")
        return {pk: taken for pk, taken in imports if taken}

    def of(self, names: Sequence[Name]) -> dict[Name, tuple[Pile, Plain | None]]:
        """Of each name its pile, and the entry as the record has it now."""
        keys = [key for _source, key in names]
        logs = KINDS[self.slug].of(self.user).filter(key__in=keys)
        there = {(log["source"], log["key"]): log for log in plain.found(logs)}
        stones = self.user.tombstones.filter(kind=self.slug, key__in=keys)
        buried = set(stones.exclude(source="").values_list("source", "key"))
        changes = self._changes(keys)
        return {
            name: (self._pile(changes[name], there.get(name), is_buried=name in buried), there.get(name))
            for name in names
        }

    def _changes(self, keys: Sequence[str]) -> dict[Name, list[Replaced]]:
        changes: dict[Name, list[Replaced]] = defaultdict(list)
        found = Replaced.objects.filter(batch__user=self.user, kind=self.slug, key__in=keys)
        for change in found.order_by("batch__taken", "pk"):
            changes[change.source, change.key].append(change)
        return changes

    def _pile(self, changes: Sequence[Replaced], now: Plain | None, *, is_buried: bool) -> Pile:
        values = [*(change.was for change in changes), now]
        pile = [self._brought(values[0])] if values[0] else []
        for change, value in zip(changes, values[1:], strict=True):
            pile.append(Layer(change.batch_id, value, self._is_edited(change, value), change))
        if pile and pile[-1].took_away and not now:
            pile[-1].is_edited = is_buried
        return pile

    def _brought(self, value: Plain) -> Layer:
        who = value.get("batch_id")
        if who not in self.taken:
            return Layer(None, value)
        return Layer(who, value, value["version"] > 1 and self._is_newer(value, who))

    def _is_edited(self, change: Replaced, value: Plain | None) -> bool:
        if value is None:
            return change.version != 0
        return value["version"] != change.version or self._is_newer(value, change.batch_id)

    def _is_newer(self, value: Plain, who: int) -> bool:
        return datetime.fromisoformat(value["updated"]) > self.taken[who]
