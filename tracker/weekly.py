"""What a week's page shows, as plain data: each strategy by day, kept and coverage, the week before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from recovery import adherence
from recovery.adherence import Kept, Share, State
from recovery.aims import Judged
from recovery.history import History
from recovery.metrics.metric import Unit
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.strategies.strategy import Strategy
from tracker.models import User

SPAN = 12  # weeks that the page's charts reach back
WEEK, SUNDAY = timedelta(days=7), timedelta(days=6)


@dataclass(frozen=True)
class Cell:
    """One strategy on one day."""

    day: date
    state: State
    value: float


@dataclass(frozen=True)
class Week:
    """One strategy in one week: how much was kept, and the week's judgement where it is judged as one."""

    kept: Kept
    week: adherence.Standing | None


@dataclass(frozen=True)
class Row:
    slug: str
    cells: list[Cell]
    this: Week
    before: Week

    @property
    def strategy(self) -> Strategy:
        return BY_SLUG[self.slug]

    @property
    def weekly(self) -> bool:
        return self.strategy.aim.judged is not Judged.DAY

    @property
    def unit(self) -> Unit:
        """The unit of a day's value."""
        return adherence.unit(self.strategy)

    @property
    def week_unit(self) -> Unit:
        """The unit of the week's value: days, where days are counted."""
        return Unit.DAYS if self.strategy.aim.judged is Judged.DAYS else self.unit


@dataclass(frozen=True)
class Pillar:
    kind: str
    rows: list[Row]
    this: Share
    before: Share


@dataclass(frozen=True)
class WeekPage:
    monday: date
    days: list[date]
    pillars: list[Pillar]
    share: Share
    before: Share
    empty: bool

    @property
    def sunday(self) -> date:
        return self.monday + SUNDAY

    @property
    def earlier(self) -> date:
        """The Monday before."""
        return self.monday - WEEK

    @property
    def earlier_sunday(self) -> date:
        return self.monday - timedelta(days=1)


def window(monday: date) -> tuple[date, date]:
    """The days that a week's page is computed from; Sunday's caffeine is judged by the night after it."""
    return monday - WEEK * (SPAN - 1), monday + WEEK


def page(user: User, history: History, monday: date) -> WeekPage:
    """Everything the page of a week shows, from the record of that week and the eleven before it."""
    days = [monday + timedelta(days=n) for n in range(7)]
    pillars = [pillar(user, history, kind, monday, days) for kind in user.follows]
    return WeekPage(
        monday=monday,
        days=days,
        pillars=pillars,
        share=together(row.this for p in pillars for row in p.rows),
        before=together(row.before for p in pillars for row in p.rows),
        empty=all(len(getattr(history, kind)) == 0 for kind in user.kinds),
    )


def together(many: Iterable[Week]) -> Share:
    return adherence.together(one.kept for one in many)


def pillar(user: User, history: History, kind: str, monday: date, days: Sequence[date]) -> Pillar:
    own = (s for s in STRATEGIES if s.pillar == kind and s.is_for(user.follows))
    rows = [row(history, s, monday, days) for s in own]
    planned = [r for r in rows if any(cell.state is not State.NOT_PLANNED for cell in r.cells)]
    this, before = together(r.this for r in planned), together(r.before for r in planned)
    return Pillar(kind, planned, this, before)


def row(history: History, strategy: Strategy, monday: date, days: Sequence[date]) -> Row:
    stands = [adherence.on_day(history, strategy, day) for day in days]
    cells = [Cell(day, stand.state, stand.value) for day, stand in zip(days, stands, strict=True)]
    this, before = in_week(history, strategy, monday), in_week(history, strategy, monday - WEEK)
    return Row(strategy.slug, cells, this, before)


def in_week(history: History, strategy: Strategy, monday: date) -> Week:
    """How one strategy stands in one week."""
    kept, _open = adherence.kept_in_week(history, strategy, monday)
    daily = strategy.aim.judged is Judged.DAY
    return Week(kept, None if daily else adherence.in_week(history, strategy, monday))
