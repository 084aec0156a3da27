"""What a day's page shows, as plain data: the week's share, what is still open, a card for each pillar."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

import numpy as np
from django.utils.translation import gettext as _

from recovery import adherence, days
from recovery.adherence import Share, State
from recovery.aims import Aim, Judged
from recovery.history import History
from recovery.metrics import diet, exercise, practice, sleep
from recovery.metrics.metric import Metric, Unit
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.strategies.strategy import Strategy
from tracker.entries import ENTRIES, Entry
from tracker.kinds import KINDS, Kind
from tracker.models import User
from tracker.models.user import PILLARS
from tracker.quick import Quick, no

ADDED = (Unit.MINUTES, Unit.SERVINGS, Unit.SESSIONS, Unit.COUNT)  # units in which more can be done
SHORT_NIGHT = 5 * 60
SUNDAY = timedelta(days=6)  # after a Monday
BEFORE = 28  # days before the week that quick entries and means are learnt from


@dataclass(frozen=True)
class Line:
    """Where one strategy stands on a day: its value and bounds of the day or of the running week.

    `plan` is the aim as it was set; a week that was not wholly planned has a lower bound than that.
    """

    slug: str
    title: str
    first: date  # of the day or the week
    last: date
    unit: Unit
    judged: Judged
    value: float
    low: float
    high: float
    plan: Aim
    share: float
    state: State
    pace: bool

    @property
    def strategy(self) -> Strategy:
        return BY_SLUG[self.slug]

    @property
    def weekly(self) -> bool:
        return self.judged is not Judged.DAY

    @property
    def shortened(self) -> bool:
        """Whether the week asks for less than the aim, as not all its days are planned (rules.md, 16)."""
        return self.judged in (Judged.SUM, Judged.DAYS) and bool(self.low < np.float64(self.plan.low))

    @property
    def bound_unit(self) -> Unit:
        """The unit of the bounds: days, where days are counted."""
        return Unit.DAYS if self.judged is Judged.DAYS else self.unit

    @property
    def remaining(self) -> float:
        """What an open "at least" still wants; NaN where nothing can be added up."""
        added = self.judged is Judged.DAYS or self.unit in ADDED
        if self.state is not State.OPEN or self.judged is Judged.MEAN or math.isnan(self.low) or not added:
            return math.nan
        return self.low if math.isnan(self.value) else self.low - self.value

    @property
    def remaining_days(self) -> int:
        return round(self.remaining)


@dataclass(frozen=True)
class Card:
    """One pillar on one day."""

    kind: str
    facts: dict[str, float]
    lines: list[Line]
    entries: list[Entry]
    quick: list[Quick]
    none: bool  # whether "none today" is on offer
    logged: bool

    @property
    def lead(self) -> Line | None:
        return self.lines[0] if self.lines else None

    @property
    def named(self) -> Kind:
        return KINDS[self.kind]

    @property
    def facts_template(self) -> str:
        return f"facts_{self.kind}.html"

    @property
    def strategies(self) -> list[Strategy]:
        return [line.strategy for line in self.lines] or [s for s in STRATEGIES if s.pillar == self.kind]

    @property
    def night(self) -> Entry | None:
        """The entry of the main sleep, which is edited from a chip of its own."""
        return next((entry for entry in self.entries if entry.main), None)

    @property
    def others(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.main]

    @property
    def followed(self) -> str:
        """The names of the strategies, for what is kept by them."""
        return " ".join(strategy.slug for strategy in self.strategies)

    @cached_property
    def content(self) -> str:
        """All that it shows: of a card that says what it said before, nothing is rendered anew."""
        return repr(self)

    @property
    def planned(self) -> str:
        """All that the words of its aims are made of, so that these are put together once."""
        return " ".join(f"{line.slug} {line.first} {line.last} {line.low} {line.plan}" for line in self.lines)

    @property
    def short_night(self) -> bool:
        """A logged night under five hours (rules.md, 30)."""
        return self.facts.get("duration", np.nan) < SHORT_NIGHT


@dataclass(frozen=True)
class Tally:
    """How many of the followed pillars were logged on a day."""

    day: date
    logged: int
    of: int
    ahead: bool  # whether the day has yet to come
    begun: bool  # whether the person had an account by then

    @property
    def empty(self) -> int:
        """The part of the day's bar that stays empty, per cent."""
        return 100 - round(100 * self.logged / self.of) if self.of else 100


@dataclass(frozen=True)
class DayPage:
    day: date
    monday: date
    week: list[Tally]
    share: Share
    lines: list[Line]
    cards: list[Card]
    incomplete: list[Quick] = field(default_factory=list)  # what yesterday lacks, by kind in its value
    empty: bool = False

    @property
    def sunday(self) -> date:
        return self.monday + SUNDAY

    @property
    def paused(self) -> bool:
        """Whether a pause excuses all that is followed."""
        return bool(self.lines) and all(line.state is State.EXCUSED for line in self.lines)

    @property
    def open(self) -> list[Line]:
        return [line for line in self.lines if line.remaining > 0]


def window(day: date) -> tuple[date, date]:
    """The days that a day's page is computed from."""
    monday = days.monday(day)
    return monday - timedelta(days=BEFORE), monday + SUNDAY


def page(user: User, history: History, day: date) -> DayPage:
    """Everything the page of a day shows, from the record around it."""
    monday = days.monday(day)
    strategies = followed(user, history, day)
    lines = [line(history, strategy, day) for strategy in strategies]
    ever = set(history.arrays(history.targets)["strategy"])  # what was dropped since counts for its own days
    planned = [s for s in STRATEGIES if s.slug in ever and s.is_for(user.follows)]
    return DayPage(
        day=day,
        monday=monday,
        week=[tally(user, history, monday + timedelta(days=n)) for n in range(7)],
        share=adherence.together(adherence.kept_in_week(history, s, monday)[0] for s in planned),
        lines=lines,
        cards=[card(user, history, kind, day, strategies, lines) for kind in user.follows],
        incomplete=incomplete(user, history),
        empty=all(getattr(history, kind).empty for kind in PILLARS),
    )


def followed(user: User, history: History, day: date) -> list[Strategy]:
    """The strategies of the followed pillars that have an aim on the day."""
    own = (s for s in STRATEGIES if s.is_for(user.follows))
    return [strategy for strategy in own if adherence.is_followed(history, strategy, day)]


def line(history: History, strategy: Strategy, day: date) -> Line:
    daily = strategy.aim.judged is Judged.DAY
    monday = days.monday(day)
    stands = (adherence.on_day if daily else adherence.in_week)(history, strategy, day if daily else monday)
    return Line(
        slug=strategy.slug,
        title=strategy.title,
        first=day if daily else monday,
        last=day if daily else monday + SUNDAY,
        unit=adherence.unit(strategy),
        judged=strategy.aim.judged,
        plan=adherence.plan(history, strategy, day),
        **vars(stands),
    )


def tally(user: User, history: History, day: date) -> Tally:
    logged = sum(is_logged(history, kind, day) for kind in user.follows)
    return Tally(day, logged, len(user.follows), day > history.today, day >= joined(user))


def joined(user: User) -> date:
    """The day on which a person's account was opened."""
    return days.day_of(user.date_joined, user.zone, user.day_start)


def is_logged(history: History, kind: str, day: date) -> bool:
    logs = history.arrays(getattr(history, kind))
    on = logs["day"] == np.datetime64(day, "s")
    return bool((on & ~logs["nap"]).any() if kind == "sleep" else on.any())


def card(
    user: User, history: History, kind: str, day: date, strategies: Sequence[Strategy], lines: Sequence[Line]
) -> Card:
    own = [row for s, row in zip(strategies, lines, strict=True) if s.pillar == kind]
    logged = is_logged(history, kind, day)
    quick = [] if kind == "sleep" and logged else KINDS[kind].suggests(history, user, day)
    if kind == "diet":
        quick += [no(item) for item in unknown(history, strategies, day)]
    return Card(
        kind=kind,
        facts=FACTS[kind](history, day),
        lines=own,
        entries=ENTRIES[kind](history, day, user),
        quick=quick,
        none=not logged,
        logged=logged,
    )


AT_MOST = {diet.SWEETS.slug: "sweets", diet.ALCOHOL.slug: "alcohol", diet.CAFFEINE_GAP.slug: "caffeine"}


def unknown(history: History, strategies: Sequence[Strategy], day: date) -> list[str]:
    """The items of which a followed strategy does not know whether there were any (rules.md, 11)."""
    logs = history.arrays(history.diet)
    mentioned = set(logs["item"][logs["day"] == np.datetime64(day, "s")])
    asked = [AT_MOST[s.metric.slug] for s in strategies if s.metric.slug in AT_MOST]
    return [item for item in asked if item not in mentioned]


def incomplete(user: User, history: History) -> list[Quick]:
    """What yesterday lacks, as the "none" that completes it; nothing on a first day (rules.md, 12)."""
    yesterday = history.today - timedelta(days=1)
    began = any(is_before(history, kind, history.today) for kind in PILLARS)
    if not began or user.asked == history.today or yesterday < history.first or history.today > history.last:
        return []
    asked = [k for k in user.follows if not adherence.is_paused(history, k, yesterday)]
    kinds = [k for k in asked if k != "sleep" and not is_logged(history, k, yesterday)]
    whole = [Quick(f"{kind}:none", str(KINDS[kind].title)) for kind in kinds]
    if "diet" not in asked:
        return whole
    items = unknown(history, followed(user, history, yesterday), yesterday)
    return whole + [Quick(f"diet:{no(item).value}", _(diet.ITEMS[item].title)) for item in items]


def is_before(history: History, kind: str, day: date) -> bool:
    return bool((history.arrays(getattr(history, kind))["day"] < np.datetime64(day, "s")).any())


# What a card says beside the plan: numbers of the day and of its week


def on_day(history: History, metric: Metric, day: date) -> float:
    return float(history.once(metric.daily).to_numpy()[(day - history.first).days])


def in_week(history: History, metric: Metric, day: date) -> np.ndarray:
    at = (days.monday(day) - history.first).days
    return history.once(metric.daily).to_numpy()[at : at + 7]


def mean(values: np.ndarray) -> float:
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else np.nan


def sleep_facts(history: History, day: date) -> dict[str, float]:
    """The night's duration and clock times, and the week's mean."""
    return {
        "duration": on_day(history, sleep.DURATION, day),
        "wake": on_day(history, sleep.WAKE, day),
        "efficiency": on_day(history, sleep.EFFICIENCY, day),
        "mean": mean(in_week(history, sleep.DURATION, day)),
    }


def exercise_facts(history: History, day: date) -> dict[str, float]:
    """Moderate-equivalent minutes and strength sessions of the week, minutes of the day."""
    return {
        "week": float(np.nansum(in_week(history, exercise.MINUTES, day))),
        "day": on_day(history, exercise.MINUTES, day),
        "strength": float(np.nansum(in_week(history, exercise.STRENGTH, day))),
    }


def diet_facts(history: History, day: date) -> dict[str, float]:
    """Servings of plants that day; colours and fish of the week."""
    return {
        "plants": on_day(history, diet.PLANTS, day),
        "colours": colours(history, days.monday(day), day),
        "fish": float(np.nansum(in_week(history, diet.FISH, day))),
    }


def colours(history: History, first: date, last: date) -> int:
    """How many different colours the plants of some days had together."""
    logs = history.arrays(history.diet)
    between = (logs["day"] >= np.datetime64(first, "s")) & (logs["day"] <= np.datetime64(last, "s"))
    return len(set(logs["colour"][between]) - {""})


def practice_facts(history: History, day: date) -> dict[str, float]:
    """Minutes that day, and the stress felt before and after its last practice that was rated."""
    logs = history.arrays(history.practice)
    rated = ~np.isnan(logs["stress_before"]) & ~np.isnan(logs["stress_after"])
    at = np.flatnonzero(rated & (logs["day"] == np.datetime64(day, "s")))
    return {
        "day": on_day(history, practice.MINUTES, day),
        "week": float(np.nansum(in_week(history, practice.MINUTES, day))),
        "before": float(logs["stress_before"][at[-1]]) if at.size else np.nan,
        "after": float(logs["stress_after"][at[-1]]) if at.size else np.nan,
    }


FACTS = {"sleep": sleep_facts, "exercise": exercise_facts, "diet": diet_facts, "practice": practice_facts}
