"""Sleep as apps of Android keep it: a session, and the stages in it."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from tracker.importers.nights import ASLEEP, AWAKE, IN_BED, SLEEPING, Segment


class Piece(NamedTuple):
    """A stage of a session: from when to when, and AWAKE or one of SLEEPING."""

    start: datetime
    end: datetime
    stage: str


def segments(session: Segment, pieces: Iterable[Piece]) -> list[Segment]:
    """The segments of a session; it is asleep from end to end where no stage is told.

    Only a session that begins awake is taken as time in bed: most are written from sleep to sleep.
    """
    found = sorted(session._replace(start=p.start, end=p.end, stage=p.stage) for p in pieces)
    if not found:
        return [session._replace(stage=ASLEEP)]
    is_in_bed = found[0].stage == AWAKE or not any(segment.stage in SLEEPING for segment in found)
    return [session._replace(stage=IN_BED), *found] if is_in_bed else found
