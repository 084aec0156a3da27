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


def take_back(batch: Import) -> list[list[str]]:
    """Undo what `batch` changed here, but for what was changed since; gives that as kind and first day."""
    report = batch.report.get("plan")
    if not report:
        return []
    user = batch.user
    added = [(kind, entry) for kind, entries in report["added"].items() for entry in entries]
    stay = [[kind, entry[STARTS[kind]]] for kind, entry in added if not _gone(user, kind, entry)]
    own = report["settings"]
    if own and _plain({column: getattr(user, column) for column in own}) == own:
        User.objects.filter(pk=user.pk).update(**report["before"]["settings"])
    for kind in PLAN:
        for entry in report["before"].get(kind, []):
            same = {column: entry[column] for column in SAME[kind]}
            getattr(user, kind).get_or_create(**same, defaults=entry)
    return stay


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


def _gone(user: User, kind: str, entry: Plain) -> bool:
    entries: models.QuerySet[Any] = getattr(user, kind).filter(pk=entry["pk"])
    unchanged = {column: value for column, value in entry.items() if column != "pk"}
    return bool(entries.filter(**unchanged).delete()[0]) or not entries.exists()


def _all(user: User) -> dict[str, Any]:
    plan = {kind: [_plain(entry) for entry in getattr(user, kind).values(*FILES[kind])] for kind in PLAN}
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
