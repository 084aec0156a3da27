"""Writing one log so that nothing is lost or doubled: by key, by version, with a way back (docs/rules.md, 23, 24)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

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


def add(log: Log, kind: str) -> tuple[Log, Undo | None]:
    """Write a new log once: sent again with its key it is the same log, and no undo is offered anew."""
    identity = {"user": log.user, "source": log.source, "key": log.key}
    if Tombstone.objects.filter(kind=kind, **identity).exists():
        return log, None
    try:
        with transaction.atomic():
            log.save(force_insert=True)
            log.user.touch()
            return log, _remember(log, kind, before=None)
    except IntegrityError:
        return type(log).objects.get(**identity), None


def change(log: Log, kind: str, seen: int) -> Undo:
    """Write an edited log over the version that was seen; raises Clash where that is no longer the current one."""
    with transaction.atomic():
        stored = type(log).objects.select_for_update().filter(user=log.user, pk=log.pk).first()
        if stored is None or stored.version != seen:
            raise Clash(stored)
        log.version = seen + 1
        log.updated = timezone.now()
        log.save()
        log.user.touch()
        return _remember(log, kind, before=stored)


def delete(log: Log, kind: str) -> Undo:
    """Take a log away, and leave its key behind."""
    with transaction.atomic():
        undo = _remember(log, kind, before=log, version=0)
        _bury(log, kind)
        log.user.touch()
        return undo


def take_back(user: User, token: UUID) -> Undo:
    """Undo one write; raises Clash where the log was changed since, Undo.DoesNotExist where there is nothing to undo."""
    with transaction.atomic():
        undo = Undo.objects.select_for_update().get(user=user, token=token)
        model = _model(undo.kind)
        current = model.objects.filter(user=user, source=undo.source, key=undo.key).first()
        if (current.version if current else 0) != undo.version:
            raise Clash(current)
        if undo.before is None and current is not None:
            _bury(current, undo.kind)
        elif undo.before is not None:
            _restore(undo)
        undo.delete()
        user.touch()
    return undo


def _remember(log: Log, kind: str, *, before: Log | None, version: int | None = None) -> Undo:
    Undo.objects.filter(user=log.user, created__lt=timezone.now() - UNDO_KEPT).delete()
    return Undo.objects.create(
        user=log.user,
        kind=kind,
        source=log.source,
        key=log.key,
        before=None if before is None else _row(before),
        version=log.version if version is None else version,
    )


def _bury(log: Log, kind: str) -> None:
    Tombstone.objects.get_or_create(user=log.user, kind=kind, source=log.source, key=log.key)
    log.delete()


def _row(log: Log) -> dict[str, Any]:
    row: dict[str, Any] = serializers.serialize("python", [log])[0]
    return {**row, "fields": {name: _plain(value) for name, value in row["fields"].items()}}


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _restore(undo: Undo) -> None:
    Tombstone.objects.filter(user=undo.user, kind=undo.kind, source=undo.source, key=undo.key).delete()
    for restored in serializers.deserialize("python", [undo.before]):
        restored.object.user = undo.user
        restored.save()


def _model(kind: str) -> type[Log]:
    return next(m for m in Log.__subclasses__() if m.__name__ == f"{kind.capitalize()}Log")
