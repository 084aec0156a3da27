"""The plan: what is aimed for from a day on, and the days that are excused."""

from datetime import date
from typing import Annotated, Any, Literal

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.db.models import QuerySet
from django.forms import BaseForm
from django.http import HttpResponse
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from ninja import Field, Router, Schema, Status
from pydantic import StrictFloat, StrictInt

from recovery.aims import Aim
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.strategies.strategy import Band, Strategy
from tracker.api import written
from tracker.api.access import LOG, READ, ApiRequest, seen
from tracker.api.problems import Refused, statuses
from tracker.api.shapes import Day, Strict, Text
from tracker.api.written import Written
from tracker.forms import PauseForm, TargetForm
from tracker.models import Pause, Target, User
from tracker.models.plan import stop_following
from tracker.models.user import PILLARS

router = Router(tags=["Plan"])
WEEK = range(7)
BOUNDS = ("low", "high")
PILLAR = Literal[("", *PILLARS)]  # type: ignore[valid-type]
FIELDS = {"clock": "reference", "weekdays": "on"}  # of the form
NAMES = {form: name for name, form in FIELDS.items()} | {NON_FIELD_ERRORS: ""}


class TargetGiven(Strict):
    """What is left out stays as it is now, or as the strategy proposes."""

    starts: Day | None = Field(None, description="Unless given, today.")
    low: Annotated[StrictFloat, Field(ge=0)] | None = None
    high: Annotated[StrictFloat, Field(ge=0)] | None = None
    dose: Annotated[StrictFloat, Field(ge=0)] | None = None
    clock: Annotated[StrictInt, Field(ge=0, lt=1440)] | None = Field(
        None, description="Minutes after midnight."
    )
    weekdays: list[Annotated[StrictInt, Field(ge=0, le=6)]] | None = Field(None, description="0 is Monday.")


class TargetShown(Schema):
    id: int
    strategy: str
    starts: date
    followed: bool
    low: float | None
    high: float | None
    dose: float | None
    clock: float | None
    weekdays: list[int]


class StrategyShown(Schema):
    strategy: str
    title: str
    pillar: str
    judged: str
    unit: str
    targets: list[TargetShown] = Field(description="By their first day; the latest that has begun holds.")


class Plan(Schema):
    strategies: list[StrategyShown]


class PauseGiven(Strict):
    pillar: PILLAR = Field("", description="Empty: everything.")
    first: Day | None = Field(None, description="Unless given, today.")
    last: Day | None = Field(None, description="Included; null: it goes on.")
    reason: Annotated[Text, Field(max_length=200)] = ""


class PauseShown(Schema):
    id: int
    pillar: str
    first: date
    last: date | None
    reason: str


class Pauses(Schema):
    pauses: list[PauseShown]


@router.get(
    "/plan",
    auth=READ,
    response={200: Plan, **statuses()},
    operation_id="plan",
    url_name="plan",
    summary="Every strategy, with its targets",
)
def plan(request: ApiRequest) -> dict[str, Any]:
    targets = list(request.user.targets.order_by("starts"))
    return {
        "strategies": [
            {
                "strategy": strategy.slug,
                "title": _(strategy.title),
                "pillar": strategy.pillar,
                "judged": str(strategy.aim.judged),
                "unit": strategy.metric.unit.value,
                "targets": [_target(target) for target in targets if target.strategy == strategy.slug],
            }
            for strategy in STRATEGIES
        ]
    }


@router.post(
    "/plan/{strategy}",
    auth=LOG,
    response={201: written.answer(TargetShown, Written), **statuses(404, 413, 415)},
    operation_id="plan_change",
    url_name="plan-strategy",
    summary="Follow a strategy, or change its target from a day on",
)
def follow(request: ApiRequest, strategy: str, target: TargetGiven) -> Status:
    user, chosen = request.user, _strategy(strategy)
    held = user.targets.filter(strategy=strategy, starts__lte=user.today()).order_by("starts").last()
    proposed = chosen.default(Band(user.age), pregnant=user.pregnant) or chosen.aim
    form = _target_form(user, chosen, held if held and held.followed else proposed, target)
    _check(form)
    with transaction.atomic():
        saved = form.save()
        user.touch()
    return Status(201, written.told(request, _target(saved), Written))


@router.delete(
    "/plan/{strategy}",
    auth=LOG,
    response={204: None, **statuses(404)},
    operation_id="plan_stop",
    url_name="plan-strategy",
    summary="Stop following a strategy from today on; the past stays as it was",
)
def stop(request: ApiRequest, strategy: str) -> Status:
    stop_following(request.user, _strategy(strategy).slug)
    return Status(204, None)


@router.delete(
    "/plan/targets/{int:pk}",
    auth=LOG,
    response={204: None, **statuses(404, 409)},
    operation_id="target_delete",
    url_name="target",
    summary="Take back a change to come",
)
def target_delete(request: ApiRequest, pk: int) -> Status:
    target = request.user.targets.filter(pk=pk).first()
    if target is None:
        raise Refused(404, _("There is nothing here."))
    if target.starts <= request.user.today():
        raise Refused(409, _("It has begun: past days keep the aim they had."))
    with transaction.atomic():
        target.delete()
        request.user.touch()
    return Status(204, None)


@router.get(
    "/pauses",
    auth=READ,
    response={200: Pauses, **statuses()},
    operation_id="pauses",
    url_name="pauses",
    summary="The days that are excused",
)
def pauses(request: ApiRequest) -> dict[str, Any]:
    return {"pauses": [_pause(pause) for pause in request.user.pauses.order_by("first", "pk")]}


@router.post(
    "/pauses",
    auth=LOG,
    response={201: written.answer(PauseShown, Written), **statuses(413, 415)},
    operation_id="pause_add",
    url_name="pauses",
    summary="Excuse a stretch of days",
)
def pause_add(request: ApiRequest, pause: PauseGiven, response: HttpResponse) -> Status:
    saved = _save(request.user, Pause(user=request.user), pause, response)
    return Status(201, written.told(request, saved, Written))


@router.get(
    "/pauses/{int:pk}",
    auth=READ,
    response={200: PauseShown, **statuses(404)},
    operation_id="pause_get",
    url_name="pause",
    summary="Read a pause",
)
def pause_get(request: ApiRequest, pk: int, response: HttpResponse) -> dict[str, Any]:
    return _told(_own(request.user.pauses.all(), pk), response)


@router.put(
    "/pauses/{int:pk}",
    auth=LOG,
    response={200: written.answer(PauseShown, Written), **statuses(404, 412, 413, 415, 428)},
    operation_id="pause_change",
    url_name="pause",
    summary="Change a pause",
)
def pause_change(request: ApiRequest, pk: int, pause: PauseGiven, response: HttpResponse) -> dict[str, Any]:
    with transaction.atomic():
        stored = _own(request.user.pauses.select_for_update(), pk)
        seen(request, _tag(stored))
        return written.told(request, _save(request.user, stored, pause, response), Written)


@router.delete(
    "/pauses/{int:pk}",
    auth=LOG,
    response={204: None, **statuses(404, 412, 428)},
    operation_id="pause_delete",
    url_name="pause",
    summary="Delete a pause",
)
def pause_delete(request: ApiRequest, pk: int) -> Status:
    with transaction.atomic():
        stored = _own(request.user.pauses.select_for_update(), pk)
        seen(request, _tag(stored))
        stored.delete()
        request.user.touch()
    return Status(204, None)


def _strategy(slug: str) -> Strategy:
    if slug not in BY_SLUG:
        raise Refused(404, _("There is nothing here."))
    return BY_SLUG[slug]


def _own(pauses: QuerySet[Pause], pk: int) -> Pause:
    found = pauses.filter(pk=pk).first()
    if found is None:
        raise Refused(404, _("There is nothing here."))
    return found


def _target_form(user: User, strategy: Strategy, held: Aim | Target, given: TargetGiven) -> TargetForm:
    """The page's own form, filled with what was sent and, for the rest, with what it proposes."""
    told = {FIELDS.get(name, name): value for name, value in given.dict(exclude_unset=True).items()}
    told = {name: value for name, value in told.items() if value is not None or name in BOUNDS}
    if "reference" in told:
        told["reference"] = "{:02d}:{:02d}".format(*divmod(told["reference"], 60))
    proposed = TargetForm(user=user, strategy=strategy, held=held)
    if strange := [NAMES.get(name, name) for name in told if name not in proposed.fields]:
        sentence = _("This strategy is not judged by it.")
        raise Refused(422, sentence, [(name, sentence) for name in strange])
    return TargetForm(
        {name: told.get(name, proposed.initial.get(name)) for name in proposed.fields},
        user=user, strategy=strategy, held=held,
    )  # fmt: skip


def _check(form: BaseForm) -> None:
    if not form.is_valid():
        raise Refused(422, _("Something in it is not as it has to be."), _errors(form))


def _errors(form: BaseForm) -> list[tuple[str, str]]:
    return [
        (NAMES.get(name, name), str(sentence)) for name, found in form.errors.items() for sentence in found
    ]


def _target(target: Target) -> dict[str, Any]:
    told = {name: getattr(target, name) for name in ("id", "strategy", "starts", "followed")}
    told |= {name: getattr(target, name) for name in ("low", "high", "dose", "clock")}
    return told | {"weekdays": [day for day in WEEK if target.weekdays >> day & 1]}


def _pause(pause: Pause) -> dict[str, Any]:
    return {name: getattr(pause, name) for name in ("id", "pillar", "first", "last", "reason")}


def _tag(pause: Pause) -> str:
    """A pause has no version: what it says is its tag, keyed so that nobody can guess it back from there."""
    return f'"{salted_hmac("pause", repr(_pause(pause))).hexdigest()[:16]}"'


def _told(pause: Pause, response: HttpResponse) -> dict[str, Any]:
    response["ETag"] = _tag(pause)
    return _pause(pause)


def _save(user: User, pause: Pause, given: PauseGiven, response: HttpResponse) -> dict[str, Any]:
    told = given.dict()
    form = PauseForm({**told, "first": told["first"] or user.today()}, instance=pause)
    _check(form)
    with transaction.atomic():
        saved = form.save()
        user.touch()
    return _told(saved, response)
