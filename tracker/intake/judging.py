"""What becomes of each entry of a file beside what the record holds already (docs/rules.md, 24, 26)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tracker.intake import plain
from tracker.intake.stage import Entry, Stage
from tracker.kinds import KINDS
from tracker.models import Log, Replaced, SleepLog, User

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
    present: Log | None = None
    rivals: list[SleepLog] = field(default_factory=list)


def judge(user: User, stage: Stage, entries: Sequence[Entry]) -> Iterator[Verdict]:
    """The verdicts on some entries of one kind; a few queries, however many there are."""
    kind = entries[0].kind
    there = _there(user, kind, entries)
    deleted = _deleted(user, kind, entries)
    by_hand = _edited(user, kind, [log for log in there.values() if log.version > 1])
    sleeps = _Sleeps(user, stage, entries) if kind == "sleep" else None
    for entry in entries:
        present = there.get(entry.name)
        if present:
            yield Verdict(entry, _fate(entry, present, by_hand), present)
        elif entry.name in deleted:
            yield Verdict(entry, DELETED)
        else:
            rivals = sleeps.rivals(entry) if sleeps else []
            yield Verdict(entry, ASIDE if rivals else NEW, None, rivals)


def _fate(entry: Entry, present: Log, by_hand: set[Name]) -> str:
    """Our own export, which knows its history, changes nothing that is there."""
    if entry.written or plain.own(present) == entry.own:
        return THERE
    return EDITED if entry.name in by_hand or not present.source else CHANGED


def _there(user: User, kind: str, entries: Sequence[Entry]) -> dict[Name, Log]:
    logs = KINDS[kind].of(user).filter(source__in=_sources(entries), key__in=[entry.key for entry in entries])
    return {(log.source, log.key): log for log in logs}


def _deleted(user: User, kind: str, entries: Sequence[Entry]) -> set[Name]:
    keys = [entry.key for entry in entries]
    stones = user.tombstones.filter(kind=kind, source__in=_sources(entries), key__in=keys)
    return set(stones.values_list("source", "key"))


def _edited(user: User, kind: str, logs: Sequence[Log]) -> set[Name]:
    """The names of those that a hand has changed since an import last wrote them."""
    written = {(change.source, change.key): change.version for change in _changes(user, kind, logs)}
    return {(log.source, log.key) for log in logs if log.version != written.get((log.source, log.key))}


def _changes(user: User, kind: str, logs: Sequence[Log]) -> Iterable[Replaced]:
    if not logs:
        return []
    changes = Replaced.objects.filter(batch__user=user, kind=kind, key__in=[log.key for log in logs])
    return changes.order_by("pk")


class _Sleeps:
    """The sleeps around some days that the file does not have itself, by their onset."""

    def __init__(self, user: User, stage: Stage, entries: Sequence[Entry]) -> None:
        days = [date.fromisoformat(entry.own["day"]) for entry in entries]
        near = user.sleeplogs.filter(day__range=(min(days) - NEAR, max(days) + NEAR), asleep__isnull=False)
        self.sleeps = [s for s in near.order_by("asleep") if not stage.has("sleep", s.source, s.key)]
        self.onsets = [sleep.asleep for sleep in self.sleeps if sleep.asleep]

    def rivals(self, entry: Entry) -> list[SleepLog]:
        """Those that share half of the shorter of the two with this one."""
        if "asleep" not in entry.own:
            return []
        asleep, awake = (datetime.fromisoformat(entry.own[name]) for name in ("asleep", "awake"))
        first, last = bisect_left(self.onsets, asleep - LONGEST), bisect_left(self.onsets, awake)
        return [sleep for sleep in self.sleeps[first:last] if _shares_half(asleep, awake, sleep)]


def _shares_half(asleep: datetime, awake: datetime, sleep: SleepLog) -> bool:
    if not sleep.asleep or not sleep.awake:
        return False
    shared = min(awake, sleep.awake) - max(asleep, sleep.asleep)
    return 2 * shared >= min(awake - asleep, sleep.awake - sleep.asleep)


def _sources(entries: Sequence[Entry]) -> set[str]:
    return {entry.source for entry in entries}
