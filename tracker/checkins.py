"""The strip of the check-in on a day's page, as plain data: five scales, and the day's other check-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from recovery import days
from recovery.metrics.checkin import MOST, RATINGS
from tracker.computed import remembered
from tracker.entries import Entry, joined
from tracker.models import CheckinLog, User
from tracker.models.checkin import open_at
from tracker.templatetags.units import LEVELS, clock, level, levels


@dataclass(frozen=True)
class Step:
    """One answer: what its button sends, shows and says."""

    value: str
    label: str
    spoken: str
    chosen: bool


@dataclass(frozen=True)
class Scale:
    """One rating, with the words of its two ends."""

    slug: str
    title: str
    least: str
    most: str
    steps: Sequence[Step]

    @property
    def chosen(self) -> str:
        """The answer that is pressed, as its button sends it; "" for none."""
        return next((step.value for step in self.steps if step.chosen), "")


@dataclass(frozen=True)
class Strip:
    """`begun` is the check-in that a tap adds to; `others` are those of the day that it leaves alone."""

    scales: Sequence[Scale]
    begun: CheckinLog | None
    others: Sequence[Entry]

    @property
    def unfolded(self) -> bool:
        """Whether it stands open: it folds up once a check-in of the day is over."""
        return self.begun is not None or not self.others


def strip(user: User, day: date) -> Strip:
    """The strip of a day, which shows the check-in that is still open, or waits for a new one."""
    of_day = remembered(user, ("check-ins", day), lambda: read(user, day))
    now = timezone.now().replace(second=0, microsecond=0)  # as a tap's
    begun = open_at(now if day == user.today() else None, of_day)
    return Strip(
        scales=[scale(user, name, getattr(begun, name, None)) for name in RATINGS],
        begun=begun,
        others=[entry(log, user) for log in of_day if log != begun],
    )


def read(user: User, day: date) -> list[CheckinLog]:
    return list(user.checkinlogs.between(day, day).order_by("start", "id"))


def scale(user: User, name: str, chosen: int | None) -> Scale:
    asked = RATINGS[name]
    title, ends = _(asked.title), {0: _(asked.least), MOST: _(asked.most)}
    numbers = [(n, str(n)) for n in range(MOST + 1)]
    answers = levels(chosen) if user.gentle else numbers
    return Scale(
        slug=name,
        title=title,
        least=ends[0],
        most=ends[MOST],
        steps=[
            Step(f"{name}/{value}", label, ": ".join((title, label)), value == chosen)
            for value, label in answers
        ],
    )


def entry(log: CheckinLog, user: User) -> Entry:
    """A check-in as a line: its time and what was rated; gently, only that, in words."""
    at = "" if log.start is None or user.gentle else clock(days.clock(log.start, log.zone), user)
    return Entry(
        log.pk, _("Check-in"), joined(at, *(rated(name, n, user) for name, n in log.ratings.items()))
    )


def rated(name: str, value: int, user: User) -> str:
    answer = str(LEVELS[level(value)]) if user.gentle else str(value)
    return _("%(rating)s %(answer)s") % {"rating": _(RATINGS[name].title), "answer": answer}
