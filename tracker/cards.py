"""What a day's page shows, as plain data: the week's share, what is still open, and a card for each pillar."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import pandas as pd

from recovery import adherence, aims, days
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
from tracker.quick import Quick, no

ADDED = (Unit.MINUTES, Unit.SERVINGS, Unit.SESSIONS, Unit.COUNT)  # units in which more can be done
SHORT_NIGHT = 5 * 60
BEFORE = 28  # days before the week that quick entries and means are learnt from


@dataclass(frozen=True)
class Line:
    """Where one strategy stands on a day: its value and bounds of the day or of the running week.

    `plan` is the aim as it was set; a week that was not wholly planned has a lower bound than that.
    """

    slug: str
    title: str
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
    def per_cent(self) -> int:
        """The share as a whole number from 0 to 100, for a bar."""
        return round(100 * min(1.0, max(0.0, float(np.nan_to_num(self.share)))))

    @property
    def weekly(self) -> bool:
        return self.judged is not Judged.DAY

    @property
    def remaining(self) -> float:
        """What an open "at least" still wants; NaN where nothing can be added up."""
        added = self.judged is Judged.DAYS or self.unit in ADDED
        if self.state is not State.OPEN or self.judged is Judged.MEAN or np.isnan(self.low) or not added:
            return np.nan
        return self.low - float(np.nan_to_num(self.value))

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

    @property
    def short_night(self) -> bool:
        """A logged night under five hours (rules.md, 30)."""
        return self.facts.get("duration", np.nan) < SHORT_NIGHT


@dataclass(frozen=True)
class Tally:
    """A day of the week's strip: how many of the followed pillars were logged."""

    day: date
    logged: int
    of: int

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
    def ring(self) -> int:
        """Kept as a whole per cent."""
        return round(100 * (self.share.kept or 0))

    @property
    def open(self) -> list[Line]:
        return [line for line in self.lines if line.remaining > 0]


def window(day: date) -> tuple[date, date]:
    """The days that a day's page is computed from."""
    monday = days.monday(day)
    return monday - timedelta(days=BEFORE), monday + timedelta(days=6)


def page(user: User, history: History, day: date) -> DayPage:
    """Everything the page of a day shows, from the record around it."""
    monday = days.monday(day)
    strategies = followed(user, history, day)
    lines = [line(history, strategy, day) for strategy in strategies]
    return DayPage(
        day=day,
        monday=monday,
        week=[tally(user, history, monday + timedelta(days=n)) for n in range(7)],
        share=adherence.together(week_kept(history, strategy, monday) for strategy in strategies),
        lines=lines,
        cards=[card(user, history, kind, day, strategies, lines) for kind in user.follows],
        incomplete=incomplete(user, history, strategies),
        empty=all(getattr(history, kind).empty for kind in KINDS),
    )


def followed(user: User, history: History, day: date) -> list[Strategy]:
    """The strategies of the followed pillars that have an aim on the day."""
    at = pd.DatetimeIndex([day])
    held = (aims.in_force(history.targets, at, s.slug) for s in STRATEGIES)
    return [
        s
        for s, aim in zip(STRATEGIES, held, strict=True)
        if s.pillar in user.follows and not aim[["low", "high"]].isna().to_numpy().all()
    ]


def line(history: History, strategy: Strategy, day: date) -> Line:
    daily = adherence.days(history, strategy)
    held = daily.iloc[(day - history.first).days]
    weekly = strategy.aim.judged is not Judged.DAY
    judged = adherence.weeks(history, strategy).loc[pd.Timestamp(days.monday(day))] if weekly else held
    return Line(
        slug=strategy.slug,
        title=strategy.title,
        unit=adherence.unit(strategy),
        judged=strategy.aim.judged,
        value=float(judged["value"]),
        low=float(judged["low"]),
        high=float(judged["high"]),
        plan=strategy.aim.valued(*(float(held[name]) for name in ("low", "high", "dose", "clock"))),
        share=float(judged["share"]),
        state=State(judged["state"]),
        pace=bool(judged["pace"]) if weekly else False,
    )


def week_kept(history: History, strategy: Strategy, monday: date) -> adherence.Kept:
    """Kept and coverage of one strategy in one week."""
    states = adherence.units(history, strategy)
    at = states.index
    within = (at >= pd.Timestamp(monday)) & (at < pd.Timestamp(monday + timedelta(days=7)))
    return adherence.kept(states[within])


def tally(user: User, history: History, day: date) -> Tally:
    logged = sum(is_logged(history, kind, day) for kind in user.follows)
    return Tally(day, logged, len(user.follows))


def is_logged(history: History, kind: str, day: date) -> bool:
    logs: pd.DataFrame = getattr(history, kind)
    on = logs["day"].to_numpy() == np.datetime64(day, "s")
    return bool((on & ~logs["nap"].to_numpy()).any() if kind == "sleep" else on.any())


def card(
    user: User, history: History, kind: str, day: date, strategies: Sequence[Strategy], lines: Sequence[Line]
) -> Card:
    own = [row for s, row in zip(strategies, lines, strict=True) if s.pillar == kind]
    logged = is_logged(history, kind, day)
    quick = [] if kind == "sleep" and logged else KINDS[kind].suggests(history, user)
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
    """The items of which a followed strategy does not know, that day, whether there were any (rules.md, 11)."""
    on = history.diet["day"].to_numpy() == np.datetime64(day, "s")
    mentioned = set(history.diet["item"].to_numpy()[on])
    asked = [AT_MOST[s.metric.slug] for s in strategies if s.metric.slug in AT_MOST]
    return [item for item in asked if item not in mentioned]


def incomplete(user: User, history: History, strategies: Sequence[Strategy]) -> list[Quick]:
    """What yesterday lacks, as the "none" that would complete it; nothing before the first log (rules.md, 12)."""
    yesterday = history.today - timedelta(days=1)
    began = any(is_before(history, kind, history.today) for kind in KINDS)
    if not began or user.asked == history.today or yesterday < history.first or history.today > history.last:
        return []
    kinds = [k for k in user.follows if k != "sleep" and not is_logged(history, k, yesterday)]
    whole = [Quick(f"{kind}:none", str(KINDS[kind].title)) for kind in kinds]
    if "diet" not in user.follows:
        return whole
    items = [no(item) for item in unknown(history, strategies, yesterday)]
    return whole + [Quick(f"diet:{quick.value}", quick.label) for quick in items]


def is_before(history: History, kind: str, day: date) -> bool:
    return bool((getattr(history, kind)["day"].to_numpy() < np.datetime64(day, "s")).any())


# What a card says beside the plan: numbers of the day and of its week


def on_day(history: History, metric: Metric, day: date) -> float:
    return float(metric.daily(history).iloc[(day - history.first).days])


def in_week(history: History, metric: Metric, day: date) -> np.ndarray:
    at = (days.monday(day) - history.first).days
    return metric.daily(history).to_numpy()[at : at + 7]


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
    first = days.monday(day)
    logs = history.diet
    at = logs["day"].to_numpy()
    week = (at >= np.datetime64(first, "s")) & (at <= np.datetime64(day, "s"))
    colours = set(logs["colour"].to_numpy()[week]) - {""}
    return {
        "plants": on_day(history, diet.PLANTS, day),
        "colours": float(len(colours)),
        "fish": float(np.nansum(in_week(history, diet.FISH, day))),
    }


def practice_facts(history: History, day: date) -> dict[str, float]:
    """Minutes that day, and the stress felt before and after its last practice."""
    logs = history.practice
    today = logs[logs["day"].to_numpy() == np.datetime64(day, "s")]
    rated = today[today["stress_before"].notna() & today["stress_after"].notna()]
    last = rated.iloc[-1] if len(rated) else None
    return {
        "day": on_day(history, practice.MINUTES, day),
        "week": float(np.nansum(in_week(history, practice.MINUTES, day))),
        "before": np.nan if last is None else float(last["stress_before"]),
        "after": np.nan if last is None else float(last["stress_after"]),
    }


FACTS = {"sleep": sleep_facts, "exercise": exercise_facts, "diet": diet_facts, "practice": practice_facts}
