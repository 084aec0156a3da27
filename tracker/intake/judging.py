"""What becomes of each entry of a file beside what the record holds already (docs/rules.md, 24, 26)."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tracker.intake import plain
from tracker.intake.layers import is_edited
from tracker.intake.plain import Plain
from tracker.intake.stage import Entry, Stage
from tracker.kinds import KINDS
from tracker.models import Replaced, User

NEW, CHANGED, THERE = "new", "changed", "there"
EDITED, ASIDE, DELETED = "edited", "aside", "deleted"
FATES = (NEW, CHANGED, THERE, EDITED, ASIDE, DELETED)
CLASHES = (EDITED, ASIDE)  # the person decides
NEAR = timedelta(days=2)  # the days of two entries that share a moment lie no further apart in any zones
LONGEST = timedelta(hours=24)  # of an entry, as its model has it
ENDS = {"sleep": ("asleep", "awake"), "exercise": ("start", "minutes"), "practice": ("start", "minutes")}

Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """An entry and its fate; `present` is what the record has under its key, `rivals` those it meets."""

    entry: Entry
    fate: str
    present: Plain | None = None
    rivals: "list[Rival]" = field(default_factory=list)


class Rival(NamedTuple):
    """An entry of the record that took time, as far as another of its kind can meet it."""

    pk: int
    source: str
    key: str
    start: datetime
    end: datetime


def judge(user: User, stage: Stage, entries: Sequence[Entry]) -> Iterator[Verdict]:
    """The verdicts on some entries of one kind; a few queries, however many there are."""
    kind = entries[0].kind
    there = _there(user, kind, entries)
    deleted = _deleted(user, kind, entries)
    by_hand = _edited(user, kind, [present for present in there.values() if present["version"] > 1])
    others = [entry for entry in entries if entry.name not in there and entry.name not in deleted]
    near = _Near(user, kind, [entry.own["day"] for entry in others]) if kind in ENDS and others else None
    for entry in entries:
        present = there.get(entry.name)
        if present:
            yield Verdict(entry, _fate(entry, present, by_hand), present)
        elif entry.name in deleted:
            yield Verdict(entry, DELETED)
        else:
            rivals = _rivals(near, stage, entry) if near else []
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
    in_turn = changes.values_list("source", "key", "version", "batch__taken")
    left = {(source, key): (version, taken) for source, key, version, taken in in_turn}
    pks = {present["batch_id"] for present in there if "batch_id" in present}
    batches = user.imports.only("source", "taken").in_bulk(pks)
    for present in there:
        batch = batches.get(present.get("batch_id", 0))
        if batch and not batch.knows_history:
            left.setdefault((present["source"], present["key"]), (1, batch.taken))
    found = [((present["source"], present["key"]), present) for present in there]
    return {name for name, present in found if name not in left or is_edited(present, *left[name])}


def beside(user: User, kind: str, logs: Sequence[Plain]) -> list[Plain]:
    """Those entries of the record that share half of their time with another."""
    if kind not in ENDS or not logs:
        return []
    near = _Near(user, kind, [log["day"] for log in logs])
    return [log for log in logs if any(rival.pk != log["id"] for rival in near.rivals(log))]


def _rivals(near: "_Near", stage: Stage, entry: Entry) -> list[Rival]:
    """What the file does not have itself."""
    met = near.rivals(entry.own)
    return [rival for rival in met if not stage.has(entry.kind, rival.source, rival.key)]


class _Near:
    """What the record has of a kind around some days, by its start."""

    def __init__(self, user: User, kind: str, days: Sequence[str]) -> None:
        self.kind = kind
        start, end = ENDS[kind]
        first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
        near = KINDS[kind].of(user).filter(day__range=(first - NEAR, last + NEAR))
        told = near.filter(**{f"{start}__isnull": False}).order_by(start)
        found = told.values_list("pk", "source", "key", start, end)
        self.held = [
            Rival(pk, source, key, begun, _end(begun, ended)) for pk, source, key, begun, ended in found
        ]
        self.starts = [rival.start for rival in self.held]

    def rivals(self, own: Plain) -> list[Rival]:
        """Those that share half of the shorter of the two with what this says."""
        span = spanned(self.kind, own)
        if span is None:
            return []
        first, last = bisect_left(self.starts, span[0] - LONGEST), bisect_left(self.starts, span[1])
        return [rival for rival in self.held[first:last] if _shares_half(*span, rival)]


def spanned(kind: str, own: Plain) -> tuple[datetime, datetime] | None:
    """From when to when an entry was; None where it has no time of day."""
    start, end = ENDS[kind]
    if start not in own:
        return None
    begun, ended = datetime.fromisoformat(own[start]), own[end]
    return begun, _end(begun, datetime.fromisoformat(ended) if isinstance(ended, str) else ended)


def _end(start: datetime, end: datetime | int) -> datetime:
    return end if isinstance(end, datetime) else start + timedelta(minutes=end)


def _shares_half(start: datetime, end: datetime, rival: Rival) -> bool:
    shared = min(end, rival.end) - max(start, rival.start)
    return shared > timedelta(0) and 2 * shared >= min(end - start, rival.end - rival.start)


def _sources(entries: Sequence[Entry]) -> set[str]:
    return {entry.source for entry in entries}
