"""An import in the words of a page: what was found, what becomes or became of it, what it clashes with."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recovery.metrics.checkin import RATINGS
from recovery.metrics.diet import ITEMS
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.metric import Unit
from recovery.metrics.practice import TECHNIQUES
from recovery.words import N_
from tracker.importers import BY_SOURCE
from tracker.intake import files, judging, said, undoing, writing
from tracker.kinds import KINDS
from tracker.models import Import
from tracker.models.log import PROGRAM

FATES: dict[str, Promise] = {
    judging.NEW: _("New"),
    judging.CHANGED: _("Changed there"),
    judging.THERE: _("Already here"),
    judging.EDITED: _("Edited by you"),
    judging.ASIDE: _("Clashing"),
    judging.DELETED: _("Deleted by you"),
}
STATES: dict[str, Promise] = {
    Import.State.RECEIVED: _("waits to be read"),
    Import.State.READING: _("is being read"),
    Import.State.READY: _("waits for you: look at it, then take it in"),
    Import.State.WRITING: _("is being taken in"),
    Import.State.FAILED: _("could not be taken in"),
    Import.State.DISCARDED: _("discarded"),
    Import.State.UNDONE: _("taken out again"),
}
NONE = N_("None")
STEPS = 25  # per cent, after which it is said aloud how far an import is
PLAN = {"targets": _("A target"), "pauses": _("A pause")}


@dataclass(frozen=True)
class Beside:
    """An entry of the file beside the one of the record that it clashes with."""

    line: int | None
    start: datetime
    end: datetime
    other_start: datetime
    other_end: datetime
    other: str  # where the other comes from


@dataclass(frozen=True)
class First:
    """An entry of the file as it was read: what, on which day, when, and how much."""

    what: str
    day: date
    start: datetime | None
    end: datetime | None
    amount: float | None
    unit: Unit


@dataclass(frozen=True)
class LeftOut:
    """A line that is left out, and why; `file` where it stands in one of several."""

    line: int | None
    sentence: str
    file: str = ""


class Report:
    """What a page says of one import, in the time and language of its person."""

    def __init__(self, batch: Import) -> None:
        self.batch, self.report = batch, batch.report
        self.zone = ZoneInfo(batch.user.zone)
        self.created = (batch.taken or batch.created).astimezone(self.zone)
        self.state = STATES.get(batch.state, "")
        self.days = [date.fromisoformat(day) for day in self.report.get("days", [])]
        self.counts: dict[str, dict[str, int]] = self.report.get("counts", {})
        self.left_out: int = self.report.get("left_out", 0)

    @property
    def name(self) -> str:
        """The format, where it is known."""
        return named(self.batch.source) if self.batch.source else gettext("A file")

    @cached_property
    def progress(self) -> files.Progress:
        noted = files.progress(self.batch.pk)
        if noted.total or self.batch.state != Import.State.WRITING:
            return noted
        return files.Progress(0, sum(sum(counts.values()) for counts in self.counts.values()))

    @property
    def step(self) -> int:
        """How far it is in per cent, in steps so coarse that they may be said aloud."""
        return self.progress.percent // STEPS * STEPS

    @property
    def period(self) -> str:
        """From the first to the last day of what comes in; one day alone stands once."""
        return " – ".join(dict.fromkeys(formats.date_format(day, "DATE_FORMAT") for day in self.days))

    @property
    def came(self) -> int:
        """How many entries came in, or would: those that clash only where the file is preferred."""
        return sum(count for _title, count in self.by_kind)

    @property
    def fates(self) -> list[Promise]:
        return [words for fate, words in FATES.items() if self._has(fate)]

    @property
    def rows(self) -> list[tuple[Promise, list[int]]]:
        """For each kind of the file, how many entries had each of the fates."""
        shown = [fate for fate in FATES if self._has(fate)]
        return [
            (KINDS[slug].title, [counts.get(fate, 0) for fate in shown])
            for slug, counts in self.counts.items()
        ]

    @property
    def by_kind(self) -> list[tuple[Promise, int]]:
        """Of each kind the entries that came in, where there are any."""
        fates = [judging.NEW, judging.CHANGED, *(judging.CLASHES if self.batch.prefers_file else ())]
        came = (
            (KINDS[slug].title, sum(counts.get(fate, 0) for fate in fates))
            for slug, counts in self.counts.items()
        )
        return [(title, count) for title, count in came if count]

    @property
    def repeated(self) -> bool:
        return self._has(judging.THERE) or self._has(judging.DELETED)

    @property
    def clashes(self) -> int:
        return sum(counts.get(fate, 0) for counts in self.counts.values() for fate in judging.CLASHES)

    @property
    def first(self) -> list[First]:
        """The first entries of each kind, so that a wrong answer shows."""
        return [_first(kind, own) for kind, own in self.report.get("first", [])]

    @property
    def aside(self) -> list[Beside]:
        """What clashes in time, the first of it."""
        return [self._beside(*listed) for listed in self.report.get("aside", [])]

    @property
    def edited(self) -> list[tuple[Promise, date]]:
        return [
            (KINDS[kind].title, date.fromisoformat(day)) for _line, kind, day in self.report.get("edited", [])
        ]

    @property
    def problems(self) -> list[LeftOut]:
        return [
            LeftOut(line, said.worded(why), *file) for line, why, *file in self.report.get("problems", [])
        ]

    @property
    def unlisted(self) -> int:
        return self.left_out - len(self.report.get("problems", []))

    @property
    def by_reason(self) -> list[tuple[str, int]]:
        """Why lines are left out, each with how many."""
        return [(said.worded(why), count) for why, count in self.report.get("reasons", [])]

    @property
    def reasons(self) -> list[tuple[str, int]]:
        """The same; none where the list of the lines says it as briefly."""
        return self.by_reason if len(self.by_reason) < self.left_out else []

    @property
    def for_others(self) -> int:
        """How many lines are left out for other reasons than those."""
        return self.left_out - sum(count for _why, count in self.report.get("reasons", []))

    @property
    def failed(self) -> str:
        kept = self.report.get("failed")
        return said.unreadable(kept).worded(gettext) if kept else ""

    @property
    def plan(self) -> dict[str, int]:
        """How many targets and pauses came in."""
        return {kind: len(entries) for kind, entries in self.report.get("plan", {}).get("added", {}).items()}

    @property
    def settings(self) -> bool:
        return bool(self.report.get("plan", {}).get("settings"))

    @property
    def waiting(self) -> dict[str, int]:
        """How many rows of a plan and of settings the file holds."""
        counts: dict[str, int] = self.report.get("waiting", {})
        return counts

    @property
    def begins(self) -> int:
        """How many habits of the plan begin only after the first day of the file."""
        return (
            0 if self.waiting or not self.days else len(writing.first_targets(self.batch.user, self.days[0]))
        )

    @property
    def begun(self) -> int:
        return len(self.report.get("starts", []))

    @cached_property
    def edited_since(self) -> bool:
        return self.batch.state == Import.State.TAKEN and undoing.edited_since(self.batch)

    @property
    def stay(self) -> list[tuple[Any, date]]:
        """What undo left, as it was edited since."""
        return self._listed("stay")

    @property
    def beside(self) -> list[tuple[Any, date]]:
        """What came back with undo and shares its time with another entry."""
        return self._listed("beside")

    @property
    def stay_unlisted(self) -> int:
        return self._unlisted("stay")

    @property
    def beside_unlisted(self) -> int:
        return self._unlisted("beside")

    def _unlisted(self, name: str) -> int:
        listed = len(self.report.get(name, []))
        return int(self.report.get(f"{name}_count", listed)) - listed

    def _listed(self, name: str) -> list[tuple[Any, date]]:
        titles = {**{slug: kind.title for slug, kind in KINDS.items()}, **PLAN}
        return [(titles[kind], date.fromisoformat(day)) for kind, day in self.report.get(name, [])]

    def _beside(
        self, line: int | None, start: str, end: str, other_start: str, other_end: str, source: str
    ) -> Beside:
        def at(moment: str) -> datetime:
            return datetime.fromisoformat(moment).astimezone(self.zone)

        return Beside(line, at(start), at(end), at(other_start), at(other_end), named(source))

    def _has(self, fate: str) -> bool:
        return fate == judging.NEW or any(counts.get(fate) for counts in self.counts.values())


def _first(kind: str, own: dict[str, Any]) -> First:
    day = date.fromisoformat(own["day"])
    if kind == "sleep":
        start, end = _at(own, "asleep", "zone_bed"), _at(own, "awake", "zone")
        slept = (end - start).total_seconds() / 60 - own.get("waso", 0) if start and end else None
        what = gettext("Nap") if own["nap"] else gettext("Sleep")
        return First(what, day, start, end, slept, Unit.DURATION)
    start = _at(own, "start", "zone")
    if kind == "diet":
        item = ITEMS[own["item"]]
        return First(gettext(item.title), day, start, None, own["amount"], item.unit)
    if kind == "checkin":
        told = next(
            slug for slug in RATINGS if slug in own
        )  # the first of its ratings: there is one at least
        return First(gettext(RATINGS[told].title), day, start, None, own[told], Unit.POINTS)
    titles = TECHNIQUES if kind == "practice" else {slug: one.title for slug, one in ACTIVITIES.items()}
    title = titles.get(own["technique" if kind == "practice" else "activity"], NONE)
    return First(gettext(title), day, start, None, own["minutes"], Unit.MINUTES)


def _at(own: dict[str, Any], moment: str, zone: str) -> datetime | None:
    """What the clock showed there and then."""
    return datetime.fromisoformat(own[moment]).astimezone(ZoneInfo(own[zone])) if moment in own else None


def named(source: str) -> str:
    """Where entries come from, in words: typed ones come from the person."""
    if not source:
        return gettext("typed by you")
    if source == PROGRAM:
        return gettext("from a program")
    return BY_SOURCE[source].NAME if source in BY_SOURCE else source
