"""From what devices say of a night to sleeps of a diary: one for each night, none sharing time with another.

Devices write a night in pieces, and several of them write the same night. Here is the rule by which they
become one (docs/imports.md has it in words):

1. The pieces of one source belong together where no more than 90 minutes lie between them.
2. Where sleeps of several sources share time, one source is believed for all of it: the one that tells stages
   before the one that does not, of two alike the one that saw more sleep. One that saw less than half as much
   sleep as another is not believed: it may have been taken off. Minutes of two sources are never added up.
3. Time in bed comes from the source itself, else from another one (a phone beside the watch), and only
   where it begins before the sleep does, or ends after it.
4. What is left is made to stand side by side (docs/rules.md, 8).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

from recovery.words import N_
from tracker.importers.rows import Problem, Row, place

IN_BED, AWAKE, ASLEEP, LIGHT, DEEP, REM = "in bed", "awake", "asleep", "light", "deep", "rem"
STAGES = (LIGHT, DEEP, REM)
SLEEPING = (ASLEEP, *STAGES)  # ASLEEP: in no stage that is told

SHORTEST = timedelta(minutes=10)
TRIMMED = timedelta(minutes=2)
CONTAINED = 0.9
APART = timedelta(minutes=90)  # between two pieces of one sleep at most
LONGEST = timedelta(hours=24)  # of a piece, and of a sleep with its time in bed
BELIEVED = 0.5  # of the sleep that another source saw
AWAKENING = timedelta(minutes=1)
MOST_AWAKENINGS = 50  # more is noise of the device: the number is dropped, the sleep is kept
MINUTE = timedelta(minutes=1)
ONLY_IN_BED = N_("only the time in bed is known, not the sleep")


class Segment(NamedTuple):
    """A piece of a night, as one source wrote it: from a moment to a moment, in UTC."""

    start: datetime
    end: datetime
    stage: str  # IN_BED, AWAKE or one of SLEEPING
    source: str
    zone: str
    line: int | None = None
    file: str = ""  # of several in a zip


class Record(NamedTuple):
    """A sleep that a source wrote as one, under a name of its own; `more` goes before what segments tell."""

    key: str
    segments: Sequence[Segment]
    more: Mapping[str, Any]


class Span(NamedTuple):
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Episode:
    """What one source wrote of one sleep, in order of time; `asleep` are the stretches of sleep in it."""

    segments: Sequence[Segment]
    asleep: Sequence[Span]
    key: str = ""
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def span(self) -> Span:
        """From falling asleep to waking up; of an episode without sleep, its time in bed."""
        spans = self.asleep or self.segments
        return Span(spans[0].start, max(span.end for span in spans))

    @property
    def length(self) -> timedelta:
        """All of its sleep."""
        return _total(self.asleep)

    @property
    def has_stages(self) -> bool:
        return any(segment.stage in STAGES for segment in self.segments)


def of_segments(segments: Iterable[Segment], *, in_bed_is_sleep: bool = False) -> Iterator[Row | Problem]:
    """The sleeps that segments tell of, in order of time; raises nothing.

    The key of a sleep is its onset, so that a later export with more of the same night changes it. A night
    of which only the time in bed is known is a Problem, or with `in_bed_is_sleep` asleep all the time.
    """
    yield from _of_episodes(list(_episodes(segments)), in_bed_is_sleep=in_bed_is_sleep)


def of_records(records: Iterable[Record]) -> Iterator[Row | Problem]:
    """The sleeps of a format that writes each as one and names it: none is joined with another.

    Where several sources share time, one is believed, as of segments. A record has one segment at least.
    """
    yield from _of_episodes([_of_record(record) for record in records], in_bed_is_sleep=False)


def of_record(record: Record) -> Row | Problem:
    """The sleep of a record on its own; a Problem where only its time in bed is known."""
    episode = _of_record(record)
    if not episode.asleep:
        return _only_in_bed(episode)
    return _row(episode, [segment for segment in episode.segments if segment.stage == IN_BED])


def _of_record(record: Record) -> Episode:
    segments = sorted(record.segments, key=lambda segment: (segment.start, segment.end))
    return replace(_episode(segments), key=record.key, more=record.more)


def _of_episodes(episodes: Sequence[Episode], *, in_bed_is_sleep: bool) -> Iterator[Row | Problem]:
    sleeps = [episode for episode in episodes if episode.asleep]
    in_bed = sorted(
        (s for episode in episodes for s in episode.segments if s.stage == IN_BED), key=lambda s: s.start
    )
    rows = [_row(episode, in_bed) for rivals in _rivals(sleeps) for episode in _believed(rivals)]
    known = _merged(episode.span for episode in sleeps)
    bare = [e for e in episodes if not e.asleep and _has(e, IN_BED) and not _shares(known, e.span)]
    for rivals in _rivals(bare):
        longest = max(rivals, key=lambda episode: episode.span.end - episode.span.start)
        if in_bed_is_sleep:
            rows.append(_bare_row(longest))
        else:
            yield _only_in_bed(longest)
    yield from side_by_side(rows)


def minutes_in(stage: str, segments: Sequence[Segment]) -> float:
    """Minutes of a stage among the segments of one source, without what that source calls awake."""
    return round(_total(_in_stages(segments, (stage,))) / MINUTE, 1)


def side_by_side(rows: Iterable[Row]) -> Iterator[Row | Problem]:
    """The sleeps in order of time, none sharing time with another; a Problem for each that is left out.

    Left out are sleeps under 10 minutes and, of two that share more than 2 minutes, the shorter one. A
    number of awakenings that no record holds is unknown.
    """
    held: Row | None = None
    for row in sorted(map(_without_noise, rows), key=lambda row: (row.fields["asleep"], row.key)):
        if _length(row) < SHORTEST:
            yield Problem(row.line, N_("a sleep of under 10 minutes"), file=row.file)
        elif held is None or _shared(held, row) <= timedelta(0):
            if held is not None:
                yield held
            held = row
        elif _shared(held, row) <= TRIMMED:
            yield replace(held, fields={**held.fields, "awake": row.fields["asleep"]})
            held = row
        else:
            shorter, held = sorted((held, row), key=_length)
            yield Problem(shorter.line, _why(shorter, held), {"line": place(held, shorter)}, shorter.file)
    if held is not None:
        yield held


def _without_noise(row: Row) -> Row:
    is_noise = (row.fields.get("awakenings") or 0) > MOST_AWAKENINGS
    return replace(row, fields={**row.fields, "awakenings": None}) if is_noise else row


def _episodes(segments: Iterable[Segment]) -> Iterator[Episode]:
    """The segments of each source, parted where it wrote nothing for long."""
    sources: dict[str, list[Segment]] = {}
    for segment in segments:
        sources.setdefault(segment.source, []).append(segment)
    for found in sources.values():
        found.sort(key=lambda segment: (segment.start, segment.end))
        first, end = 0, found[0].end
        for number, segment in enumerate(found):
            if segment.start - end > APART:
                yield _episode(found[first:number])
                first = number
            end = max(end, segment.end)
        yield _episode(found[first:])


def _episode(segments: Sequence[Segment]) -> Episode:
    return Episode(segments, _in_stages(segments, SLEEPING))


def _in_stages(segments: Sequence[Segment], stages: Sequence[str]) -> list[Span]:
    """The time in some stages, without what the source itself calls awake."""
    spans = _merged(Span(s.start, s.end) for s in segments if s.stage in stages)
    return _without(spans, _merged(Span(s.start, s.end) for s in segments if s.stage == AWAKE))


def _merged(spans: Iterable[Span]) -> list[Span]:
    """The time that any of the spans covers, as spans that do not touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return [span for span in merged if span.start < span.end]


def _without(spans: Sequence[Span], holes: Sequence[Span]) -> list[Span]:
    """What is left of the spans when the holes are cut out; both in order, none touching its next."""
    left: list[Span] = []
    at = 0
    for start, end in spans:
        while at < len(holes) and holes[at].start < end:
            if holes[at].start > start:
                left.append(Span(start, holes[at].start))
            start = max(start, holes[at].end)
            at += 1
        if start < end:
            left.append(Span(start, end))
        at = max(0, at - 1)  # the last one may reach into the next span
    return left


def _total(spans: Iterable[Span]) -> timedelta:
    return sum((span.end - span.start for span in spans), timedelta(0))


def _rivals(episodes: Iterable[Episode]) -> Iterator[list[Episode]]:
    """The episodes in groups, of which no two share time."""
    group: list[Episode] = []
    end: datetime | None = None
    for episode in sorted(episodes, key=lambda episode: episode.span):
        if end is not None and episode.span.start >= end:
            yield group
            group, end = [], None
        group.append(episode)
        end = max(end or episode.span.end, episode.span.end)
    if group:
        yield group


def _believed(rivals: Sequence[Episode]) -> list[Episode]:
    """The episodes of the one source that is believed."""
    sources: dict[str, list[Episode]] = {}
    for episode in rivals:
        sources.setdefault(episode.segments[0].source, []).append(episode)
    lengths = {name: sum((e.length for e in own), timedelta(0)) for name, own in sources.items()}
    most = max(lengths.values())
    worthy = [name for name in sources if lengths[name] >= BELIEVED * most]
    return sources[max(worthy, key=lambda name: (_has_stages(sources[name]), lengths[name], name))]


def _has_stages(episodes: Iterable[Episode]) -> bool:
    return any(episode.has_stages for episode in episodes)


def _row(episode: Episode, in_bed: Sequence[Segment]) -> Row:
    span = episode.span
    slept = [segment for segment in episode.segments if segment.stage in SLEEPING]
    fields = {
        "asleep": span.start,
        "awake": span.end,
        "zone_bed": slept[0].zone,
        "zone": max(slept, key=lambda segment: segment.end).zone,
        **_time_in_bed(episode, in_bed),
        **_wakefulness(episode),
        **_stages(episode),
        **episode.more,
    }
    return Row("sleep", episode.key or _key(span), fields, slept[0].line, file=slept[0].file)


def _only_in_bed(episode: Episode) -> Problem:
    first = episode.segments[0]
    return Problem(first.line, ONLY_IN_BED, file=first.file)


def _bare_row(episode: Episode) -> Row:
    first, span = episode.segments[0], episode.span
    fields = {"asleep": span.start, "awake": span.end, "zone_bed": first.zone, "zone": first.zone}
    return Row("sleep", _key(span), fields, first.line, file=first.file)


def _key(span: Span) -> str:
    return f"{span.start:%Y%m%dT%H%M%SZ}"


def _time_in_bed(episode: Episode, in_bed: Sequence[Segment]) -> dict[str, datetime]:
    """Into bed and out of it, each where it is known."""
    asleep, awake = episode.span
    # The differences are compared: a day before the calendar's first there is no moment.
    first = bisect_left(in_bed, -LONGEST, key=lambda segment: segment.start - asleep)
    last = bisect_left(in_bed, awake, key=lambda segment: segment.start)
    around = [segment for segment in in_bed[first:last] if segment.end > asleep]
    source = episode.segments[0].source
    own = [segment for segment in around if segment.source == source] or around
    bed = min((segment.start for segment in own), default=awake)
    up = max((segment.end for segment in own), default=asleep)
    if max(up, awake) - min(bed, asleep) > LONGEST:
        return {}
    return ({"bed": bed} if bed <= asleep else {}) | ({"up": up} if up >= awake else {})


def _wakefulness(episode: Episode) -> dict[str, int | None]:
    """Minutes awake and times awake; unknown of a sleep that is one piece and tells nothing besides."""
    gaps = [after.start - before.end for before, after in pairwise(episode.asleep)]
    if not gaps and not episode.has_stages and not _has(episode, AWAKE):
        return {"waso": None, "awakenings": None}
    return {
        "waso": round(sum(gaps, timedelta(0)) / MINUTE),
        "awakenings": sum(gap >= AWAKENING for gap in gaps),
    }


def _stages(episode: Episode) -> dict[str, float | None]:
    if not episode.has_stages:
        return dict.fromkeys(STAGES)
    return {stage: minutes_in(stage, episode.segments) for stage in STAGES}


def _has(episode: Episode, stage: str) -> bool:
    return any(segment.stage == stage for segment in episode.segments)


def _shares(spans: Sequence[Span], span: Span) -> bool:
    """Whether a span shares time with one of those that do not touch."""
    later = bisect_left(spans, span.end, key=lambda other: other.start)
    return later > 0 and spans[later - 1].end > span.start


def _length(row: Row) -> timedelta:
    length: timedelta = row.fields["awake"] - row.fields["asleep"]
    return length


def _shared(row: Row, other: Row) -> timedelta:
    last = min(row.fields["awake"], other.fields["awake"])
    shared: timedelta = last - max(row.fields["asleep"], other.fields["asleep"])
    return shared


def _why(shorter: Row, longer: Row) -> str:
    if _shared(shorter, longer) >= CONTAINED * _length(shorter):
        return N_("the same sleep as in line %(line)s, which is longer")
    return N_("overlaps the sleep in line %(line)s, which is longer")
