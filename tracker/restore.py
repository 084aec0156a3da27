"""The settings and the plan of one of our own exports: taken in with its logs, and out with them again.

An account without a log becomes what the file says. In one with logs the file only adds targets and pauses;
where both have a target from the same day on, the account's stands.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from tracker.importers import Row
from tracker.importers.recovery_zip import FILES
from tracker.models import Import, Pause, Target, User
from tracker.models.user import PILLARS

Plain = dict[str, Any]  # values as JSON holds them
PLAN: Mapping[str, type[Target] | type[Pause]] = {"targets": Target, "pauses": Pause}
SAME = {"targets": ("strategy", "starts"), "pauses": ("pillar", "first", "last")}
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
        ours = [entry["pk"] for entry in self.added[row.kind]]
        if getattr(self.user, row.kind).filter(**same).exclude(pk__in=ours).exists():
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

    With `also` that goes too, but for what the person has put in the place of something that had been here.
    """
    plan = batch.report.get("plan")
    if not plan:
        return []
    changed = {} if also else _changed(batch)
    for kind, entries in plan["added"].items():
        pks = {entry["pk"] for entry in entries} - changed.get(kind, {}).keys()
        getattr(batch.user, kind).filter(pk__in=pks).delete()
    later = _replaced_by(batch)
    if later:
        _hand_on(plan, later)
    elif plan["before"]:
        _bring_back(batch.user, plan, also=also)
    return [[kind, now[STARTS[kind]]] for kind, entries in changed.items() for now in entries.values()]


def is_changed(batch: Import) -> bool:
    """Whether something that came into the plan with an import was changed since."""
    return any(_changed(batch).values())


def _changed(batch: Import) -> dict[str, dict[int, Plain]]:
    """Of each kind what came with an import and was changed since, as it is now, by its id."""
    plan = batch.report.get("plan") or {"added": {}}
    return {kind: _changed_of(batch.user, kind, added) for kind, added in plan["added"].items() if added}


def _changed_of(user: User, kind: str, added: Sequence[Plain]) -> dict[int, Plain]:
    there = {entry["pk"]: entry for entry in _entries(user, kind)}
    moved = _moved(user) if kind == "targets" else {}
    changed = {}
    for entry in added:
        now = there.get(entry["pk"])
        if now and not any(
            came.items() <= now.items() for came in (entry, entry | moved.get(entry["pk"], {}))
        ):
            changed[entry["pk"]] = now
    return changed


def _moved(user: User) -> dict[int, Plain]:
    """Where imports have let targets begin, by their ids."""
    taken = user.imports.filter(state=Import.State.TAKEN).order_by("taken", "pk")
    return {pk: {"starts": after} for batch in taken for pk, _, after in batch.report.get("starts", [])}


def _replaced_by(batch: Import) -> Import | None:
    """The later import that took the place of the whole plan, settings and all."""
    others = batch.user.imports.filter(state=Import.State.TAKEN).exclude(pk=batch.pk)
    later = others.filter(taken__gte=batch.taken).order_by("taken", "pk")
    return next((other for other in later if other.report.get("plan", {}).get("before")), None)


def _hand_on(plan: Plain, later: Import) -> None:
    """What a later import brings back one day is what was here before both."""
    before = later.report["plan"]["before"]
    for kind in PLAN:
        ours = plan["added"].get(kind, [])
        # An earlier version kept no ids.
        known = [*ours, *({name: value for name, value in entry.items() if name != "pk"} for entry in ours)]
        left = [entry for entry in before[kind] if entry not in known]
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
        there = {_name(kind, entry): entry["pk"] for entry in _entries(user, kind)}
        for entry in before.get(kind, []):
            pk = there.get(_name(kind, entry))
            if pk is None or _make_way(user, kind, pk):
                getattr(user, kind).create(**entry)


def _name(kind: str, entry: Plain) -> tuple[Any, ...]:
    """By what it is told that an entry is here again: of two pauses of the same days also by the reason."""
    return tuple(entry[column] for column in (*SAME[kind], *(["reason"] if kind == "pauses" else [])))


def _make_way(user: User, kind: str, pk: int) -> bool:
    """Take away what another import has put in the place of what comes back, if nobody has changed it."""
    for batch in user.imports.filter(state=Import.State.TAKEN):
        added = batch.report.get("plan", {}).get("added", {}).get(kind, [])
        ours = [entry for entry in added if entry["pk"] == pk]
        if ours and not _changed_of(user, kind, ours):
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
    plan = {kind: _entries(user, kind) for kind in PLAN}
    return {"settings": _plain({column: getattr(user, column) for column in SETTINGS}), **plan}


def _entries(user: User, kind: str) -> list[Plain]:
    return [_plain(entry) for entry in getattr(user, kind).values("pk", *FILES[kind])]


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
