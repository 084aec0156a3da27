"""What becomes of each entry of a file beside what the record holds already (docs/rules.md, 24, 26)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tracker.intake import plain
from tracker.intake.plain import Plain
from tracker.intake.stage import Entry, Stage
from tracker.kinds import KINDS
from tracker.models import Replaced, User

NEW, CHANGED, THERE = "new", "changed", "there"
EDITED, ASIDE, DELETED = "edited", "aside", "deleted"
FATES = (NEW, CHANGED, THERE, EDITED, ASIDE, DELETED)
CLASHES = (EDITED, ASIDE)  # the person decides
NEAR = timedelta(
    days=2
)  # the days of two sleeps that share a moment, in whatever zones, lie no further apart
LONGEST = timedelta(hours=24)  # of a sleep, as its model has it

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An entry and its fate; `present` is what the record has under its key, `rivals` the sleeps it meets."""

    entry: Entry
    fate: str
    present: Plain | None = None
    rivals: "list[Rival]" = field(default_factory=list)


class Rival(NamedTuple):
    """A sleep of the record, as far as another can meet it."""

    pk: int
    source: str
    key: str
    asleep: datetime
    awake: datetime


def judge(user: User, stage: Stage, entries: Sequence[Entry]) -> Iterator[Verdict]:
    """The verdicts on some entries of one kind; a few queries, however many there are."""
    kind = entries[0].kind
    there = _there(user, kind, entries)
    deleted = _deleted(user, kind, entries)
    by_hand = _edited(user, kind, [present for present in there.values() if present["version"] > 1])
    others = [entry for entry in entries if entry.name not in there and entry.name not in deleted]
    sleeps = _Sleeps(user, stage, others) if kind == "sleep" and others else None
    for entry in entries:
        present = there.get(entry.name)
        if present:
            yield Verdict(entry, _fate(entry, present, by_hand), present)
        elif entry.name in deleted:
            yield Verdict(entry, DELETED)
        else:
            rivals = sleeps.rivals(entry) if sleeps else []
            yield Verdict(entry, ASIDE if rivals else NEW, None, rivals)


def _fate(entry: Entry, present: Plain, by_hand: set[Name]) -> str:
    """Our own export, which knows its history, changes nothing that is there."""
    told = plain.names(KINDS[entry.kind].model) & present.keys()
    if entry.written or (entry.own.items() <= present.items() and len(told) == len(entry.own)):
        return THERE
    return EDITED if entry.name in by_hand or not present["source"] else CHANGED


def _there(user: User, kind: str, entries: Sequence[Entry]) -> dict[Name, Plain]:
    logs = KINDS[kind].of(user).filter(source__in=_sources(entries), key__in=[entry.key for entry in entries])
    return {(present["source"], present["key"]): present for present in plain.found(logs)}


def _deleted(user: User, kind: str, entries: Sequence[Entry]) -> set[Name]:
    keys = [entry.key for entry in entries]
    stones = user.tombstones.filter(kind=kind, source__in=_sources(entries), key__in=keys)
    return set(stones.values_list("source", "key"))


def _edited(user: User, kind: str, there: Sequence[Plain]) -> set[Name]:
    """The names of those that a hand has changed since an import last wrote them."""
    if not there:
        return set()
    keys = [present["key"] for present in there]
    changes = Replaced.objects.filter(batch__user=user, kind=kind, key__in=keys).order_by("pk")
    written = {(source, key): at for source, key, at in changes.values_list("source", "key", "version")}
    names = [(present["source"], present["key"], present["version"]) for present in there]
    return {(source, key) for source, key, version in names if version != written.get((source, key))}


class _Sleeps:
    """The sleeps around some days that the file does not have itself, by their onset."""

    def __init__(self, user: User, stage: Stage, entries: Sequence[Entry]) -> None:
        days = [date.fromisoformat(entry.own["day"]) for entry in entries]
        near = user.sleeplogs.filter(day__range=(min(days) - NEAR, max(days) + NEAR), asleep__isnull=False)
        found = map(Rival._make, near.order_by("asleep").values_list(*Rival._fields))
        self.sleeps = [sleep for sleep in found if not stage.has("sleep", sleep.source, sleep.key)]
        self.onsets = [sleep.asleep for sleep in self.sleeps]

    def rivals(self, entry: Entry) -> list[Rival]:
        """Those that share half of the shorter of the two with this one."""
        if "asleep" not in entry.own:
            return []
        asleep, awake = (datetime.fromisoformat(entry.own[name]) for name in ("asleep", "awake"))
        first, last = bisect_left(self.onsets, asleep - LONGEST), bisect_left(self.onsets, awake)
        return [sleep for sleep in self.sleeps[first:last] if _shares_half(asleep, awake, sleep)]


def _shares_half(asleep: datetime, awake: datetime, sleep: Rival) -> bool:
    shared = min(awake, sleep.awake) - max(asleep, sleep.asleep)
    return 2 * shared >= min(awake - asleep, sleep.awake - sleep.asleep)


def _sources(entries: Sequence[Entry]) -> set[str]:
    return {entry.source for entry in entries}
