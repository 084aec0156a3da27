"""Plan: which strategies one follows, with which aim from which day on, and which days are excused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from recovery.aims import Aim
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.strategies.strategy import Band, Strategy
from tracker.forms import PauseForm, TargetForm
from tracker.kinds import KINDS, Kind
from tracker.models import Pause, Target, User
from tracker.models.plan import stop_following
from tracker.models.user import PILLARS
from tracker.requests import Request


@dataclass(frozen=True)
class Planned:
    """A strategy in the plan: the target in force (None: not followed), the next one, and the default."""

    strategy: Strategy
    target: Target | None
    coming: list[Target]
    default: Aim | None


def plan(request: Request) -> HttpResponse:
    user = request.user
    context = {
        "room": "plan",
        "pillars": list(by_pillar(user)),
        "pauses": user.pauses.order_by("-first"),
        "kinds": KINDS,
        "today": user.today(),
        "off": [KINDS[slug] for slug in PILLARS if slug not in user.follows],
    }
    return render(request, "plan.html", context)


def strategy(request: Request, slug: str) -> HttpResponse:
    """One strategy's aim: change it from a day on, or stop following it."""
    chosen, user = named(slug), request.user
    shown = planned(user, chosen, list(user.targets.filter(strategy=slug)))
    if request.POST.get("action") == "stop":
        return stop(request, chosen)
    held = shown.target or shown.default or chosen.aim.valued(None, None, None, None)
    form = TargetForm(request.POST or None, user=user, strategy=chosen, held=held)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            user.touch()
        messages.success(request, gettext("The plan is changed. Past days keep the aim they had."))
        return redirect("plan")
    context = {"room": "plan", "shown": shown, "strategy": chosen, "form": form}
    return render(request, "plan_strategy.html", context, status=422 if form.errors else 200)


def stop(request: Request, chosen: Strategy) -> HttpResponse:
    stop_following(request.user, chosen.slug)
    messages.success(request, gettext("You no longer follow it. What was so far stays as it is."))
    return redirect("plan")


@require_POST
def target_delete(request: Request, pk: int) -> HttpResponse:
    """Take back a change that has not begun."""
    coming = get_object_or_404(request.user.targets, pk=pk, starts__gt=request.user.today())
    with transaction.atomic():
        coming.delete()
        request.user.touch()
    messages.success(request, gettext("The change is taken back."))
    return redirect("plan")


def pause(request: Request) -> HttpResponse:
    return save_pause(request, Pause(user=request.user, first=request.user.today()))


def pause_edit(request: Request, pk: int) -> HttpResponse:
    return save_pause(request, get_object_or_404(request.user.pauses, pk=pk))


def save_pause(request: Request, pause: Pause) -> HttpResponse:
    form = PauseForm(request.POST or None, instance=pause)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            request.user.touch()
        messages.success(request, gettext("Those days are excused."))
        return redirect("plan")
    context = {"room": "plan", "form": form}
    return render(request, "pause.html", context, status=422 if form.errors else 200)


@require_POST
def pause_delete(request: Request, pk: int) -> HttpResponse:
    gone = get_object_or_404(request.user.pauses, pk=pk)
    with transaction.atomic():
        gone.delete()
        request.user.touch()
    messages.success(request, gettext("The pause is gone."))
    return redirect("plan")


def named(slug: str) -> Strategy:
    if slug not in BY_SLUG:
        raise Http404
    return BY_SLUG[slug]


def by_pillar(user: User) -> Iterator[tuple[Kind, list[Planned]]]:
    """The followed pillars, each with its strategies, those in the plan first."""
    targets = list(user.targets.all())
    for pillar in user.follows:
        own = [s for s in STRATEGIES if s.pillar == pillar and s.is_for(user.follows)]
        rows = [planned(user, s, [t for t in targets if t.strategy == s.slug]) for s in own]
        yield KINDS[pillar], sorted(rows, key=lambda row: row.target is None)


def planned(user: User, strategy: Strategy, targets: list[Target]) -> Planned:
    today = user.today()
    held = latest([t for t in targets if t.starts <= today])
    return Planned(
        strategy=strategy,
        target=held if held and held.followed else None,
        coming=sorted((t for t in targets if t.starts > today), key=starts),
        default=strategy.default(Band(user.age), pregnant=user.pregnant),
    )


def latest(targets: list[Target]) -> Target | None:
    return max(targets, key=starts, default=None)


def starts(target: Target) -> date:
    return target.starts
