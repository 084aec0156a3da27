"""How a number was made: what of a person's own record went into it, as plain data."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from recovery import adherence, days, measures, strategies, trends
from recovery.adherence import Kept, Share, State
from recovery.aims import Judged
from recovery.history import Flags, Floats, History, day_number, day_numbers
from recovery.measures import Measure
from recovery.metrics import METRICS, diet
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Strategy
from recovery.summaries import SUMMARIES, Found
from tracker import cards, checkins, frames
from tracker.entries import ENTRIES, Entry
from tracker.four_weeks import mean_amount
from tracker.gathered import Gathered
from tracker.kinds import KINDS
from tracker.models import User

ADDED = (Unit.MINUTES, Unit.SERVINGS, Unit.SESSIONS, Unit.GRAMS, Unit.MILLIGRAMS)  # what days add up to
OF_THE_PLAN = ("kept", "logged")
DAY, SUNDAY = timedelta(days=1), timedelta(days=6)
LONG = timedelta(weeks=52)  # strength and streak look back on as much


@dataclass(frozen=True)
class Row:
    """A day, or the week that begins on it: its value, and how it counted."""

    day: date
    value: float
    used: bool
    logged: bool
    state: State | None = None  # None where no aim judges it
    whole_week: bool = False

    @property
    def last(self) -> date:
        return self.day + SUNDAY if self.whole_week else self.day


@dataclass(frozen=True, eq=False)
class Rows:
    """The days or the weeks of a span: kept as columns, made into rows where they are shown."""

    first: date
    values: Floats
    used: Flags
    logged: Flags
    states: Sequence[State] = ()  # none where no aim judges them
    whole_weeks: bool = False

    def __len__(self) -> int:
        return len(self.values)

    def at(self, places: Iterable[int]) -> list[Row]:
        step = 7 * DAY if self.whole_weeks else DAY
        return [
            Row(
                self.first + place * step,
                float(self.values[place]),
                bool(self.used[place]),
                bool(self.logged[place]),
                self.states[place] if self.states else None,
                self.whole_weeks,
            )
            for place in places
        ]


@dataclass(frozen=True, eq=False)
class Number:
    """A metric or a summary over a span: a day's value, the mean of its known days, or what was found."""

    measure: Measure
    unit: Unit
    gathered: Gathered
    rows: Rows
    value: float
    together: float = np.nan  # the sum of several days, where days add up
    low: float = np.nan
    high: float = np.nan
    why: str = ""
    entries: Sequence[Entry] = ()  # of a single day: what was logged

    @property
    def measures(self) -> Sequence[Measure]:
        return [self.measure]

    @property
    def title(self) -> str:
        return self.measure.title

    @property
    def pillar(self) -> str:
        return self.measure.pillar

    @property
    def strategies(self) -> Sequence[Strategy]:
        """What is judged by it."""
        return [one for one in strategies.STRATEGIES if one.metric.slug == self.measure.slug]

    @property
    def single(self) -> bool:
        return len(self.rows) == 1

    @property
    def averaged(self) -> bool:
        """Whether the value is a mean of days, and no sum is told instead."""
        return self.measure.slug in METRICS and not self.single and np.isnan(self.together)


@dataclass(frozen=True, eq=False)
class Habit:
    """How one strategy was kept: its days or weeks, and over a year its strength and streaks."""

    strategy: Strategy
    rows: Rows
    kept: Kept
    states: Sequence[tuple[State, int]]  # how many days or weeks are in each
    line: cards.Line | None  # of a single day or week: its value, bounds and state
    gathered: Gathered | None  # the days of that week, or of days that are judged by themselves
    amount: float  # a mean by day, or by week where a week's sum or count is judged
    strength: float | None = None
    streak: int = 0
    best: int = 0

    @property
    def measures(self) -> Sequence[Measure]:
        judged = ("share",) if self.line else OF_THE_PLAN
        more = ("strength", "streak") if self.strength is not None else ()
        return [measures.BY_SLUG[slug] for slug in (self.strategy.metric.slug, *judged, *more)]

    @property
    def title(self) -> str:
        return self.strategy.title

    @property
    def pillar(self) -> str:
        return self.strategy.pillar

    @property
    def single(self) -> bool:
        return len(self.rows) == 1

    @property
    def unit(self) -> Unit:
        """The unit of a row: of a day's value, or of a week's."""
        counted = self.rows.whole_weeks and self.strategy.aim.judged is Judged.DAYS
        return Unit.DAYS if counted else adherence.unit(self.strategy)


@dataclass(frozen=True, eq=False)
class Pillar:
    kind: str
    share: Share
    habits: Sequence[tuple[Strategy, Kept]]


@dataclass(frozen=True, eq=False)
class Plan:
    """Kept and logged of the whole plan: the plain means of its strategies."""

    share: Share
    pillars: Sequence[Pillar]
    rows = None
    title = measures.BY_SLUG["kept"].title
    pillar = ""

    @property
    def measures(self) -> Sequence[Measure]:
        return [measures.BY_SLUG[slug] for slug in OF_THE_PLAN]

    @property
    def habits(self) -> int:
        return sum(len(pillar.habits) for pillar in self.pillars)


def number(user: User, slug: str, first: date, last: date) -> Number:
    """A metric or a summary from `first` to `last` or to the person's today; KeyError for any other slug."""
    last = min(last, user.today())
    measure = measures.BY_SLUG[slug]
    if slug in SUMMARIES:
        history = frames.load(user, first, last)
        return summarised(history, measure, SUMMARIES[slug].of(history))
    # The last day's caffeine is judged by the night after it.
    history = frames.load(user, first, last + DAY)
    daily = METRICS[slug].daily(history).to_numpy()[:-1]
    return counted(user, history, measure, daily)


def counted(user: User, history: History, measure: Measure, daily: Floats) -> Number:
    unit = METRICS[measure.slug].unit
    known = ~np.isnan(daily)
    gathered = gather(history, measure.pillar, known)
    single = len(daily) == 1
    return Number(
        measure=measure,
        unit=unit,
        gathered=gathered,
        rows=Rows(gathered.first, daily, known, gathered.logged),
        value=middle(daily[known], unit),
        together=together(history, measure, daily[known]) if not single and known.any() else np.nan,
        entries=logged_on(user, history, measure.pillar) if single else (),
    )


def logged_on(user: User, history: History, kind: str) -> list[Entry]:
    """What was logged of a kind on the first day of a history."""
    if kind == "checkin":
        return [checkins.entry(log, user) for log in checkins.read(user, history.first)]
    return ENTRIES[kind](history, history.first, user)


def together(history: History, measure: Measure, values: Floats) -> float:
    """What the days add up to; NaN where they do not. A colour that came twice is one colour."""
    if measure.slug == diet.VARIETY.slug:
        return cards.colours(history, history.first, history.last - DAY)
    added = METRICS[measure.slug].unit in ADDED and measure.pillar != "sleep"
    return float(values.sum()) if added else np.nan


def middle(values: Floats, unit: Unit) -> float:
    """The mean, of clock times around the day; NaN of nothing."""
    if unit is Unit.CLOCK:
        return trends.circular_mean(values)
    return float(values.mean()) if len(values) else np.nan


def summarised(history: History, measure: Measure, found: Found) -> Number:
    gathered = gather(history, measure.pillar, found.used, found.wanted)
    return Number(
        measure=measure,
        unit=SUMMARIES[measure.slug].unit,
        gathered=gathered,
        rows=Rows(gathered.first, np.full(len(history), np.nan), found.used, gathered.logged),
        value=found.value,
        low=found.low,
        high=found.high,
        why=found.why,
    )


def gather(history: History, pillar: str, used: Flags, wanted: Flags | None = None) -> Gathered:
    """The days of a span; without `wanted`, all that have closed are, and today once something is logged."""
    logged = is_logged(history, pillar)[: len(used)]
    closed = history.numbers[: len(used)] < day_number(history.today)
    return Gathered(
        first=history.first,
        used=used,
        wanted=closed | used | logged if wanted is None else wanted,
        logged=logged,
        nights=pillar == "sleep",
    )


def is_logged(history: History, pillar: str) -> Flags:
    """On which days anything of a pillar was logged; of all pillars together on none."""
    if pillar not in KINDS:
        return np.zeros(len(history), dtype=bool)
    return np.isin(history.numbers, day_numbers(history.arrays(getattr(history, pillar))["day"]))


def habit(user: User, strategy: Strategy, first: date, last: date) -> Habit:
    """How a strategy was kept from `first` to `last`; of one that is judged by the week, in whole weeks."""
    history = frames.load(user, days.monday(first), days.monday(last) + SUNDAY + DAY)
    states = adherence.units_between(history, strategy, first, last)
    daily = strategy.aim.judged is Judged.DAY
    alone = len(states) == 1
    long = last - first >= LONG - SUNDAY
    shown = by_day(history, strategy, first, last) if daily or alone else by_week(history, strategy, states)
    return Habit(
        strategy=strategy,
        rows=shown,
        kept=adherence.kept(states),
        states=[(state, n) for state, n in Counter(states).items() if state is not State.NOT_PLANNED],
        line=cards.line(history, strategy, first) if alone else None,
        gathered=wanted(history, strategy, shown) if daily or alone else None,
        amount=mean_amount(history, strategy, first, min(last, user.today() - DAY)),
        strength=float(adherence.strength(history, strategy).iloc[-1]) if long else None,
        streak=adherence.streak(history, strategy) if long else 0,
        best=adherence.best_streak(history, strategy) if long else 0,
    )


def by_day(history: History, strategy: Strategy, first: date, last: date) -> Rows:
    at = slice((first - history.first).days, (min(last, history.today) - history.first).days + 1)
    own = adherence.days(history, strategy)
    values = own["value"].to_numpy()[at]
    logged = is_logged(history, strategy.logged_with or strategy.pillar)[at]
    return Rows(first, values, ~np.isnan(values), logged, own["state"].to_list()[at])


def by_week(history: History, strategy: Strategy, states: pd.Series) -> Rows:
    own = adherence.weeks(history, strategy).loc[states.index]
    known = own["logged"].to_numpy() > 0
    first = own.index[0].date() if len(own) else history.first
    return Rows(first, own["value"].to_numpy(), known, known, states.to_list(), whole_weeks=True)


def wanted(history: History, strategy: Strategy, shown: Rows) -> Gathered:
    """The days that the plan asked for; today once it is known."""
    asked = np.array([state not in (State.NOT_PLANNED, State.EXCUSED) for state in shown.states], dtype=bool)
    closed = shown.used.copy()
    closed[: max((history.today - shown.first).days, 0)] = True
    nights = strategy.pillar == "sleep" and not strategy.logged_with
    return Gathered(shown.first, shown.used & asked, asked & closed, shown.logged, nights)


def plan(user: User, first: date, last: date) -> Plan:
    """Kept and logged of every followed pillar and of the whole plan."""
    history = frames.load(user, days.monday(first), days.monday(last) + SUNDAY + DAY)
    own = [one for one in strategies.STRATEGIES if one.is_for(user.follows)]
    found = adherence.overview(history, own, first, last)
    return Plan(
        share=found.whole,
        pillars=[
            Pillar(kind, share, [(one, found.strategies[one.slug]) for one in own
                                 if one.pillar == kind and one.slug in found.strategies])
            for kind, share in found.pillars.items()
        ],
    )  # fmt: skip
