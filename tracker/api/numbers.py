"""What is computed from a record: every daily number, and how the plan was kept."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from math import isnan
from typing import Any

import pandas as pd
from django.utils.translation import gettext as _
from ninja import Field, Query, Router, Schema

from recovery import adherence, days
from recovery.adherence import State
from recovery.aims import Judged
from recovery.history import History
from recovery.metrics import METRICS
from recovery.metrics.metric import Unit
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Strategy
from tracker import frames
from tracker.api.access import READ, ApiRequest
from tracker.api.problems import Refused, statuses
from tracker.api.shapes import Asks, Day, Text
from tracker.models import User
from tracker.models.log import FIRST_DAY

router = Router(tags=["Numbers"], auth=READ)
SIX, WEEK = timedelta(days=6), timedelta(days=7)
LONGEST = timedelta(days=3700)
DIGITS = 6


class Stretch(Asks):
    first: Day | None = Field(None, description="The first day; unless given, the last is the seventh.")
    last: Day | None = Field(None, description="The last day, included; unless given, today.")


class AskedMetrics(Stretch):
    metric: list[Text] = Field([], description="Only these, by slug; unless given, all.", max_length=200)


class AskedPlan(Stretch):
    strategy: list[Text] = Field([], description="Only these, by slug; unless given, all.", max_length=200)


class MetricShown(Schema):
    slug: str
    title: str
    unit: str = Field(description="duration: minutes; clock: minutes after midnight.")
    formula: str
    missing: str = Field(description="When the number is not known.")
    source: str = Field(description="Slug of the publication; empty: our own convention.")


class Metrics(Schema):
    metrics: list[MetricShown]


class Daily(Schema):
    first: date
    last: date
    days: list[date]
    values: dict[str, list[float | None]] = Field(description="For each metric a value a day; null: unknown.")


class StateShown(Schema):
    begins: date = Field(description="The day, or the Monday of the week.")
    state: str = Field(description="not-planned, excused, not-logged, met, missed or open.")
    value: float | None
    low: float | None
    high: float | None
    share: float | None = Field(description="Of the target, 0 to 1.")


class Kept(Schema):
    strategy: str
    title: str
    judged: str = Field(description="By the day or by the week.")
    unit: str
    states: list[StateShown]
    kept: float | None = Field(description="0 to 1; null where under half was logged: too little to say.")
    coverage: float | None = Field(description="0 to 1: how much of it can be judged from the log.")


class Adherence(Schema):
    first: date
    last: date
    strategies: list[Kept]


@router.get(
    "/metrics",
    response={200: Metrics, **statuses()},
    operation_id="metrics",
    url_name="metrics",
    summary="Which daily numbers there are",
)
def metrics(request: ApiRequest) -> dict[str, Any]:
    return {
        "metrics": [
            {
                "slug": metric.slug,
                "title": _(metric.title),
                "unit": metric.unit.value,
                "formula": _(metric.formula),
                "missing": _(metric.missing),
                "source": metric.source,
            }
            for metric in METRICS.values()
        ]
    }


@router.get(
    "/metrics/daily",
    response={200: Daily, **statuses()},
    operation_id="metrics_daily",
    url_name="metrics-daily",
    summary="The daily numbers of a stretch of days",
)
def daily(request: ApiRequest, asked: Query[AskedMetrics]) -> dict[str, Any]:
    first, last = stretch(request.user, asked.first, asked.last)
    wanted = named("metric", asked.metric, METRICS)
    history = _history(request.user, first, last)
    part = slice((first - history.first).days, (last - history.first).days + 1)
    values = {slug: plain(METRICS[slug].daily(history).iloc[part]) for slug in wanted}
    return {"first": first, "last": last, "days": _dates(history.days[part]), "values": values}


@router.get(
    "/adherence",
    response={200: Adherence, **statuses()},
    operation_id="adherence",
    url_name="adherence",
    summary="How the plan was kept, by day or by week",
)
def kept(request: ApiRequest, asked: Query[AskedPlan]) -> dict[str, Any]:
    first, last = stretch(request.user, asked.first, asked.last)
    wanted = named("strategy", asked.strategy, [strategy.slug for strategy in STRATEGIES])
    history = _history(request.user, first, last)
    return {"first": first, "last": last, "strategies": list(_kept(history, wanted, first, last))}


def stretch(user: User, first: date | None, last: date | None) -> tuple[date, date]:
    """The days that are asked for; the last seven unless they are named."""
    last = last or user.today()
    first = first or max(last, FIRST_DAY + SIX) - SIX
    if not FIRST_DAY <= first <= last <= user.today() + WEEK:
        raise _refused("first", _("From 1970 to today, the first day before the last."))
    if last - first > LONGEST:
        raise _refused("first", _("Ask for ten years at most."))
    return first, last


def named(field: str, asked: list[str], known: Collection[str]) -> list[str]:
    """The slugs that are asked for, or all."""
    if strange := [slug for slug in asked if slug not in known]:
        raise _refused(field, _("There is none of this name: %s") % strange[0])
    return asked or list(known)


def plain(values: pd.Series) -> list[float | None]:
    """Six digits after the point at most; None for what is not known."""
    return [None if isnan(value) else round(value, DIGITS) for value in values.tolist()]


def _refused(field: str, sentence: str) -> Refused:
    return Refused(422, sentence, [(field, sentence)])


def _history(user: User, first: date, last: date) -> History:
    """Whole weeks, and the night after the last of them, which its caffeine is judged by."""
    return frames.load(user, days.monday(first), days.monday(last) + WEEK)


def _kept(history: History, wanted: list[str], first: date, last: date) -> Iterator[dict[str, Any]]:
    followed = set(history.targets["strategy"]) & set(wanted)
    for strategy in STRATEGIES:
        if strategy.slug in followed:
            by_day = strategy.aim.judged is Judged.DAY
            states = (adherence.days if by_day else adherence.weeks)(history, strategy)
            begins = pd.Timestamp(first if by_day else days.monday(first))
            yield _of(strategy, states.loc[begins : pd.Timestamp(last)])


def _of(strategy: Strategy, states: pd.DataFrame) -> dict[str, Any]:
    share = adherence.kept(states["state"])
    by_number = strategy.aim.judged is Judged.DAYS
    return {
        "strategy": strategy.slug,
        "title": _(strategy.title),
        "judged": "day" if strategy.aim.judged is Judged.DAY else "week",
        "unit": (Unit.DAYS if by_number else adherence.unit(strategy)).value,
        "states": _states(states[states["state"] != State.NOT_PLANNED]),
        "kept": share.share,
        "coverage": share.coverage,
    }


def _states(states: pd.DataFrame) -> list[dict[str, Any]]:
    columns = {name: plain(states[name]) for name in ("value", "low", "high", "share")}
    told: dict[str, list[Any]] = {"begins": _dates(states.index), "state": [str(s) for s in states["state"]]}
    told |= columns
    return [dict(zip(told, row, strict=True)) for row in zip(*told.values(), strict=True)]


def _dates(index: pd.Index) -> list[date]:
    return list(index.to_numpy().astype("datetime64[D]").tolist())
