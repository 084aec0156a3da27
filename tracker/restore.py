"""The settings and the plan of one of our own exports: taken in with its logs, and out with them again.

An account without a log becomes what the file says. In one with logs the file only adds targets and pauses;
where both have a target from the same day on, the account's stands.
"""

from collections.abc import Mapping
from copy import copy
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from tracker.importers import Row
from tracker.importers.recovery_zip import FILES
from tracker.models import Import, Pause, Target, User
from tracker.models.user import PILLARS

Plain = dict[str, Any]  # values as JSON holds them
PLAN: Mapping[str, type[Target] | type[Pause]] = {"targets": Target, "pauses": Pause}
SAME = {"targets": ("strategy", "starts"), "pauses": ("pillar", "first", "last", "reason")}
STARTS = {"targets": "starts", "pauses": "first"}
YEARS = range(1970, 2200)
SETTINGS = tuple(FILES["settings"])


def check(user: User, row: Row) -> None:
    """Raise ValidationError where a row breaks a rule of its model; nothing is written."""
    if row.kind in PLAN:
        _checked(user, row)
    else:
        _set(copy(user), row.fields)


class Restored:
    """What one file changed in the settings and the plan, and how they were before."""

    def __init__(self, user: User, *, fresh: bool) -> None:
        self.user, self.fresh = user, fresh
        self.before = _all(user) if fresh else {}
        self.added: dict[str, list[Plain]] = {kind: [] for kind in PLAN}
        self.there = dict.fromkeys(PLAN, 0)
        self.settings: Plain = {}
        if fresh:
            user.targets.all().delete()
            user.pauses.all().delete()

    def take(self, row: Row) -> None:
        """Write one row of the file; raises ValidationError where it breaks a rule of its model."""
        if row.kind in PLAN:
            self._add(row)
        elif self.fresh:
            self._take_over(row.fields)

    def report(self) -> Plain:
        return {"before": self.before, "added": self.added, "there": self.there, "settings": self.settings}

    def _add(self, row: Row) -> None:
        same = {column: row.fields[column] for column in SAME[row.kind]}
        if getattr(self.user, row.kind).filter(**same).exists():
            self.there[row.kind] += 1
            return
        entry = _checked(self.user, row)
        entry.save()
        self.added[row.kind].append({"pk": entry.pk, **_plain(row.fields)})

    def _take_over(self, fields: Plain) -> None:
        _set(self.user, fields)
        self.user.save(update_fields=list(fields))
        self.settings = _plain(fields)


def take_back(batch: Import, *, also: bool = False) -> list[list[str]]:
    """Undo what an import changed here, but for what was changed since; gives that as kind and first day.

    With `also` that goes too.
    """
    plan = batch.report.get("plan")
    if not plan:
        return []
    changed = [] if also else _changed(batch)
    for kind, entry in _added(batch):
        if (kind, entry) not in changed:
            getattr(batch.user, kind).filter(pk=entry["pk"]).delete()
    later = _replaced_by(batch)
    if later:
        _hand_on(plan, later)
    elif plan["before"]:
        _bring_back(batch.user, plan, also=also)
    return [[kind, entry[STARTS[kind]]] for kind, entry in changed]


def is_changed(batch: Import) -> bool:
    """Whether something that came into the plan with an import was changed since."""
    return bool(_changed(batch))


def _added(batch: Import) -> list[tuple[str, Plain]]:
    plan = batch.report.get("plan") or {"added": {}}
    return [(kind, entry) for kind, entries in plan["added"].items() for entry in entries]


def _changed(batch: Import) -> list[tuple[str, Plain]]:
    added = _added(batch)
    moved = _moved(batch) if added else {}
    found = []
    for kind, entry in added:
        there = getattr(batch.user, kind).filter(pk=entry["pk"])
        as_it_came = {column: value for column, value in entry.items() if column != "pk"}
        if kind == "targets" and entry["pk"] in moved:
            as_it_came["starts"] = moved[entry["pk"]]
        if there.exists() and not there.filter(**as_it_came).exists():
            found.append((kind, entry))
    return found


def _others(batch: Import) -> models.QuerySet[Import]:
    taken = batch.user.imports.filter(state=Import.State.TAKEN)
    return taken.exclude(pk=batch.pk).order_by("taken", "pk")


def _moved(batch: Import) -> dict[int, str]:
    """Where other imports have let targets begin, by their ids."""
    return {pk: after for other in _others(batch) for pk, _before, after in other.report.get("starts", [])}


def _replaced_by(batch: Import) -> Import | None:
    """The later import that took the place of the whole plan, settings and all."""
    later = _others(batch).filter(taken__gte=batch.taken)
    return next((other for other in later if other.report.get("plan", {}).get("before")), None)


def _hand_on(plan: Plain, later: Import) -> None:
    """What a later import brings back one day is what was here before both."""
    before = later.report["plan"]["before"]
    for kind in PLAN:
        left = [entry for entry in before[kind] if entry not in plan["added"].get(kind, [])]
        before[kind] = left + plan["before"].get(kind, [])
    for column, value in plan["settings"].items():
        if before["settings"][column] == value:
            before["settings"][column] = plan["before"]["settings"][column]
    later.save(update_fields=["report"])


def _bring_back(user: User, plan: Plain, *, also: bool) -> None:
    own, before = plan["settings"], plan["before"]
    now = _plain({column: getattr(user, column) for column in own})
    back = {column: before["settings"][column] for column in own if also or now[column] == own[column]}
    if back:
        User.objects.filter(pk=user.pk).update(**back)
    for kind in PLAN:
        for entry in before.get(kind, []):
            there = getattr(user, kind).filter(**{column: entry[column] for column in SAME[kind]})
            if not there.exists() or _gives_way(user, kind, there.first().pk):
                getattr(user, kind).create(**entry)


def _gives_way(user: User, kind: str, pk: int) -> bool:
    """Take away what another import has put in the place of what comes back, if nobody has changed it."""
    for batch in user.imports.filter(state=Import.State.TAKEN):
        added = batch.report.get("plan", {}).get("added", {}).get(kind, [])
        ours = [entry for entry in added if entry["pk"] == pk]
        if ours and (kind, ours[0]) not in _changed(batch):
            added.remove(ours[0])
            batch.save(update_fields=["report"])
            getattr(user, kind).filter(pk=pk).delete()
            return True
    return False


def _checked(user: User, row: Row) -> Target | Pause:
    entry = PLAN[row.kind](user=user, **row.fields)
    _check_days(row.fields)
    entry.clean_fields(exclude=["user"])
    entry.clean()
    return entry


def _set(user: User, fields: Plain) -> None:
    others = [f.name for f in User._meta.concrete_fields if f.name not in fields]
    for column, value in fields.items():
        setattr(user, column, value)
    user.clean_fields(exclude=others)
    _check_choices(user)


def _all(user: User) -> dict[str, Any]:
    plan = {
        kind: [_plain(entry) for entry in getattr(user, kind).values("pk", *FILES[kind])] for kind in PLAN
    }
    return {"settings": _plain({column: getattr(user, column) for column in SETTINGS}), **plan}


def _plain(fields: Plain) -> Plain:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}


def _check_days(fields: Plain) -> None:
    for value in fields.values():
        if isinstance(value, date) and value.year not in YEARS:
            raise ValidationError(_("a day lies too far back or ahead"))


def _check_choices(user: User) -> None:
    """What the forms offer as a choice, and the columns themselves do not check."""
    known = user.language in ("", *dict(settings.LANGUAGES)) and user.week_start in range(7)
    if not known or not set(user.pillars.split()) <= set(PILLARS):
        raise ValidationError(_("a setting has a value that is not offered here"))
