"""Writing a log so that nothing is lost or doubled (docs/rules.md, 23, 24).

Each write first locks its person, so that of two writes at once the second sees what the first has written.
"""

import json
import uuid
from datetime import date, datetime, timedelta
from typing import Any, cast

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, transaction
from django.utils import timezone

from tracker.models.checkin import CheckinLog
from tracker.models.log import Log, Tombstone
from tracker.models.record import Undo
from tracker.models.user import User

SWEPT = 16  # one write in so many clears what is older than that
UNDO_KEPT = timedelta(hours=1)  # the message offers it for ten seconds; a slow reader still finds it


class _Exact(DjangoJSONEncoder):
    """Django's own cuts moments to the millisecond."""

    def default(self, o: object) -> object:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


class Clash(Exception):  # noqa: N818 (a word of the rules, not a fault)
    """Somebody, or another tab, changed the log meanwhile; `current` is what it is now (None: deleted)."""

    def __init__(self, current: Log | None) -> None:
        super().__init__("the log was changed meanwhile")
        self.current = current


def add(*logs: Log) -> uuid.UUID | None:
    """Write new logs, once: the token that takes them back, or None where their keys were written before.

    Raises ValidationError, and writes none, where one cannot stand beside the person's other logs.
    """
    token = uuid.uuid4()
    with transaction.atomic():
        _lock(logs[0].user)
        written = [log for log in logs if _insert(log)]
        for log in written:
            _remember(log, token, before=None, version=log.version)
        if written:
            logs[0].user.touch()
    return token if written else None


def rate(tap: CheckinLog) -> uuid.UUID | None:
    """Write a tap of the check-in: into the one that is open, else as a new one; None where nothing changes.

    Of two taps at once the second adds to what the first has begun.
    """
    with transaction.atomic():
        _lock(tap.user)
        begun = tap.open()
        if begun is None:
            return add(tap)
        if begun.ratings == begun.ratings | tap.ratings:
            return None
        for name, rating in tap.ratings.items():
            setattr(begun, name, rating)
        return change(begun, begun.version)


def change(log: Log, seen: int | None) -> uuid.UUID:
    """Write an edited log over the version that was seen; raises Clash where that is not the current one.

    Raises ValidationError where it cannot stand beside the person's other logs.
    """
    with transaction.atomic():
        _lock(log.user)
        stored = _stored(log)
        if stored is None or stored.version != seen:
            raise Clash(stored)
        if not stored.conflict():  # what stood in conflict before, as after an import, may still be edited
            _refuse_conflict(log)
        log.version = stored.version + 1
        log.updated = timezone.now()
        log.save()
        log.user.touch()
        return _remember(log, uuid.uuid4(), before=stored, version=log.version)


def delete(log: Log) -> uuid.UUID | None:
    """Take a log away, and leave its key behind; None where it is gone already."""
    with transaction.atomic():
        _lock(log.user)
        stored = _stored(log)
        if stored is None:
            return None
        token = _remember(stored, uuid.uuid4(), before=stored, version=0)
        _bury(stored)
        log.user.touch()
        return token


def take_back(user: User, token: uuid.UUID) -> date | None:
    """Undo the writes of a token: the day they count to, or None where there is nothing to undo.

    Raises Clash, and undoes none, where one was changed since or has lost its place.
    """
    with transaction.atomic():
        _lock(user)
        days = [_take_back_one(user, undo) for undo in Undo.objects.filter(user=user, token=token)]
        if days:
            user.touch()
    return days[-1] if days else None


def was_deleted(user: User, kind: str, key: str) -> bool:
    """Whether the person had a typed log of this kind and key, and deleted it."""
    if "\0" in key:  # no log has such a key, and PostgreSQL takes none into a question
        return False
    return Tombstone.objects.filter(user=user, kind=kind, source="", key=key).exists()


def kind_of(log: Log) -> str:
    """The kind's slug, as in SleepLog: sleep."""
    return type(log).__name__.removesuffix("Log").lower()


def _lock(user: User) -> None:
    # SQLite locks the whole file at the start of the transaction; elsewhere the person's row does it.
    if connection.features.has_select_for_update:
        User.objects.select_for_update().only("pk").get(pk=user.pk)


def _stored(log: Log) -> Log | None:
    stored: Log | None = type(log).objects.filter(user=log.user, pk=log.pk).first()
    return stored


def _insert(log: Log) -> bool:
    identity = {"user": log.user, "source": log.source, "key": log.key}
    there = type(log).objects.filter(**identity).exists()
    if there or Tombstone.objects.filter(kind=kind_of(log), **identity).exists():
        return False
    _refuse_conflict(log)
    log.save(force_insert=True)
    return True


def _refuse_conflict(log: Log) -> None:
    if sentence := log.conflict():
        raise ValidationError(sentence)


def _remember(log: Log, token: uuid.UUID, *, before: Log | None, version: int) -> uuid.UUID:
    if token.int % SWEPT == 0:
        Undo.objects.filter(user=log.user, created__lt=timezone.now() - UNDO_KEPT).delete()
    row = None if before is None else serializers.serialize("json", [before], cls=_Exact)
    identity = {"kind": kind_of(log), "source": log.source, "key": log.key}
    Undo.objects.create(user=log.user, token=token, **identity, before=row, version=version)
    return token


def _take_back_one(user: User, undo: Undo) -> date:
    logs = _model(undo.kind).objects.filter(user=user, source=undo.source, key=undo.key)
    current: Log | None = logs.first()
    if (current.version if current else 0) != undo.version or _is_another(current, undo):
        raise Clash(current)
    undo.delete()
    if current is None or undo.before is not None:
        return _restored(user, undo).day
    _bury(current)
    return current.day


def _is_another(current: Log | None, undo: Undo) -> bool:
    """Whether what has the key now came meanwhile, as from a file."""
    return bool(current and undo.before and json.loads(undo.before)[0]["pk"] != current.pk)


def _bury(log: Log) -> None:
    Tombstone.objects.get_or_create(user=log.user, kind=kind_of(log), source=log.source, key=log.key)
    log.delete()


def _restored(user: User, undo: Undo) -> Log:
    """The log as it was before, under a new version: a version that two contents share would hide a clash."""
    log: Any = next(iter(serializers.deserialize("json", undo.before))).object
    log.user = user
    log.version = max(log.version, undo.version) + 1
    if log.conflict():
        raise Clash(None)
    Tombstone.objects.filter(user=user, kind=undo.kind, source=log.source, key=log.key).delete()
    log.save()
    return log


def _model(kind: str) -> type[Log]:
    return cast(type[Log], apps.get_model("tracker", f"{kind}log"))
