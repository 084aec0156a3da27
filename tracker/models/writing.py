"""Writing one log so that nothing is lost or doubled: by key, by version, with a way back (docs/rules.md, 23, 24)."""

import uuid
from datetime import timedelta
from typing import Any

from django.core import serializers
from django.db import IntegrityError, transaction
from django.utils import timezone

from tracker.models.log import Log, Tombstone
from tracker.models.record import Undo
from tracker.models.user import User

UNDO_KEPT = timedelta(hours=1)  # the message offers it for ten seconds; a slow reader still finds it


class Clash(Exception):  # noqa: N818 (a word of the rules, not a fault)
    """Somebody, or another tab, changed the log meanwhile; `current` is what it is now (None: deleted)."""

    def __init__(self, current: Log | None) -> None:
        super().__init__("the log was changed meanwhile")
        self.current = current


def add(*logs: Log) -> uuid.UUID | None:
    """Write new logs, once: the token that takes them back, or None where their keys were written before."""
    token = uuid.uuid4()
    with transaction.atomic():
        written = [log for log in logs if _insert(log)]
        for log in written:
            _remember(log, token, before=None, version=log.version)
        if written:
            logs[0].user.touch()
    return token if written else None


def change(log: Log, seen: int) -> uuid.UUID:
    """Write an edited log over the version that was seen; raises Clash where that is no longer the current one."""
    with transaction.atomic():
        stored = type(log).objects.select_for_update().filter(user=log.user, pk=log.pk).first()
        if stored is None or stored.version != seen:
            raise Clash(stored)
        log.version = seen + 1
        log.updated = timezone.now()
        log.save()
        log.user.touch()
        return _remember(log, uuid.uuid4(), before=stored, version=log.version)


def delete(log: Log) -> uuid.UUID:
    """Take a log away, and leave its key behind."""
    with transaction.atomic():
        token = _remember(log, uuid.uuid4(), before=log, version=0)
        _bury(log)
        log.user.touch()
        return token


def take_back(user: User, token: uuid.UUID) -> int:
    """Undo the writes of a token: how many there were; raises Clash, and undoes none, where one was changed since."""
    with transaction.atomic():
        undos = list(Undo.objects.select_for_update().filter(user=user, token=token))
        for undo in undos:
            _take_back_one(user, undo)
        if undos:
            user.touch()
    return len(undos)


def kind_of(log: Log) -> str:
    """The kind's slug, as in SleepLog: sleep."""
    return type(log).__name__.removesuffix("Log").lower()


def _insert(log: Log) -> bool:
    identity = {"user": log.user, "source": log.source, "key": log.key}
    if Tombstone.objects.filter(kind=kind_of(log), **identity).exists():
        return False
    try:
        with transaction.atomic():
            log.save(force_insert=True)
    except IntegrityError:
        if not type(log).objects.filter(**identity).exists():
            raise
        return False
    return True


def _remember(log: Log, token: uuid.UUID, *, before: Log | None, version: int) -> uuid.UUID:
    Undo.objects.filter(user=log.user, created__lt=timezone.now() - UNDO_KEPT).delete()
    row = None if before is None else serializers.serialize("json", [before])
    Undo.objects.create(
        user=log.user,
        token=token,
        kind=kind_of(log),
        source=log.source,
        key=log.key,
        before=row,
        version=version,
    )
    return token


def _take_back_one(user: User, undo: Undo) -> None:
    model = _model(undo.kind)
    current = model.objects.filter(user=user, source=undo.source, key=undo.key).first()
    if (current.version if current else 0) != undo.version:
        raise Clash(current)
    if undo.before is not None:
        _restore(user, undo.kind, undo.before)
    elif current is not None:
        _bury(current)
    undo.delete()


def _bury(log: Log) -> None:
    Tombstone.objects.get_or_create(user=log.user, kind=kind_of(log), source=log.source, key=log.key)
    log.delete()


def _restore(user: User, kind: str, row: Any) -> None:
    for restored in serializers.deserialize("json", row):
        log: Any = restored.object
        Tombstone.objects.filter(user=user, kind=kind, source=log.source, key=log.key).delete()
        log.user = user
        log.save()


def _model(kind: str) -> type[Log]:
    return next(model for model in Log.__subclasses__() if model.__name__ == f"{kind.capitalize()}Log")
