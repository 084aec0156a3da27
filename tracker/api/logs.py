"""Entries of every kind: list, read, add, change, delete, and many at once by the client's own keys."""

from collections.abc import Callable, Iterator
from typing import Annotated, Any, Literal

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import Body, Field, Query, Router, Schema, Status
from pydantic import create_model

from tracker.api import entries, written
from tracker.api.access import LOG, READ, ApiRequest, seen
from tracker.api.paging import Asked, cursor, listed
from tracker.api.problems import Refused, refused, statuses
from tracker.api.shapes import SHAPES
from tracker.api.written import EntryWritten
from tracker.kinds import KINDS, Kind
from tracker.models import Log, LogQuerySet, User, writing
from tracker.models.log import PROGRAM
from tracker.models.token import Scope

MANY = 500  # entries at once
NAMES = {"": "list", "/bulk": "bulk", "/{int:pk}": "entry"}


class Page(Schema):
    """Entries, which each kind gives their shape."""

    next: str | None = Field(description="The `cursor` that asks for the following page.")


class Outcome(Schema):
    key: str
    outcome: Literal["added", "changed", "same", "deleted"] = Field(
        description="deleted: it was deleted here, and a key that was deleted does not come back."
    )
    id: int | None
    version: int | None


class Outcomes(Schema):
    entries: list[Outcome]


def router_of(kind: Kind) -> Router:
    """The addresses of one kind."""
    router, own = Router(tags=[str(kind.title)]), SHAPES[kind.slug]
    slug = kind.slug

    def add(path: str, method: str, view: Callable[..., Any], says: str, answers: dict[int, Any]) -> None:
        auth = READ if method == "GET" else LOG
        verb = view.__name__.removesuffix("_view")
        router.add_api_operation(
            path, [method], view, auth=auth, response=answers, summary=says, operation_id=f"{slug}_{verb}",
            url_name=f"{slug}-{NAMES[path]}",
        )  # fmt: skip

    one = written.answer(own.shown, EntryWritten)
    page = create_model(f"{slug.capitalize()}Page", __base__=Page, entries=(list[own.shown], ...))  # type: ignore[name-defined]
    add("", "GET", list_view(kind), "List entries, by day", {200: page, **statuses()})
    add("", "POST", add_view(kind), "Add an entry, once for each key",
        {201: one, 200: one, **statuses(409, 413, 415)})  # fmt: skip
    add("/bulk", "POST", bulk_view(kind), "Add or change many, by the client's own keys",
        {200: Outcomes, **statuses(409, 412, 413, 415)})  # fmt: skip
    add("/{int:pk}", "GET", get_view(kind), "Read an entry", {200: own.shown, **statuses(404)})
    add("/{int:pk}", "PATCH", change_view(kind), "Change some fields of an entry",
        {200: one, **statuses(404, 409, 412, 413, 415, 428)})  # fmt: skip
    add("/{int:pk}", "DELETE", delete_view(kind), "Delete an entry", {204: None, **statuses(404, 412, 428)})
    return router


def list_view(kind: Kind) -> Callable[..., Any]:
    def list_view(request: ApiRequest, asked: Query[Asked]) -> dict[str, Any]:
        logs = list(listed(kind.of(request.user), asked)[: asked.limit + 1])
        page, more = logs[: asked.limit], len(logs) > asked.limit
        return {
            "entries": [entries.shown(kind, log) for log in page],
            "next": cursor(page[-1], asked.order) if more else None,
        }

    return list_view


def get_view(kind: Kind) -> Callable[..., Any]:
    def get_view(request: ApiRequest, pk: int, response: HttpResponse) -> dict[str, Any]:
        return _shown(kind, _own(request.user, kind.of(request.user), pk), response)

    return get_view


def add_view(kind: Kind) -> Callable[..., Any]:
    given: Any = SHAPES[kind.slug].given

    def add_view(request: ApiRequest, entry: given, response: HttpResponse) -> Status:
        log = entries.read(kind, request.user, entry.dict(exclude_unset=True))
        if _write(log):
            return Status(201, _told(request, kind, log, response))
        stored = _keyed(kind, request.user, [log.key]).get(log.key)
        if stored is None:
            sentence = _("An entry of this key was deleted, and does not come back.")
            raise Refused(409, sentence, [("key", sentence)])
        return Status(200, _told(request, kind, stored, response))

    return add_view


def change_view(kind: Kind) -> Callable[..., Any]:
    changed: Any = SHAPES[kind.slug].changed

    def change_view(request: ApiRequest, pk: int, entry: changed, response: HttpResponse) -> dict[str, Any]:
        stored = _own(request.user, _open(request, kind), pk)
        seen(request, tag(stored))
        log = entries.changed(kind, stored, entry.dict(exclude_unset=True))
        if not entries.is_same(stored, log):
            _change(log)
        return _told(request, kind, log, response)

    return change_view


def delete_view(kind: Kind) -> Callable[..., Any]:
    def delete_view(request: ApiRequest, pk: int) -> Status:
        with transaction.atomic():
            stored = _own(request.user, _open(request, kind).select_for_update(), pk)
            seen(request, tag(stored))
            writing.delete(stored)
        return Status(204, None)

    return delete_view


def bulk_view(kind: Kind) -> Callable[..., Any]:
    kept: Any = SHAPES[kind.slug].kept
    many: Any = Annotated[list[kept], Field(min_length=1, max_length=MANY)]

    def bulk_view(request: ApiRequest, entries: Body[many]) -> dict[str, Any]:
        """All or, where one is refused, none. What is there under a key becomes what is sent."""
        given = [one.dict(exclude_unset=True) for one in entries]
        _check_keys([one["key"] for one in given])
        logs = [_read(kind, request.user, place, one) for place, one in enumerate(given)]
        with transaction.atomic():
            there = _keyed(kind, request.user, [log.key for log in logs])
            return {"entries": list(_upserted(there, logs, given))}

    return bulk_view


def _check_keys(keys: list[str]) -> None:
    sentence = _("This key comes more than once.")
    if again := [place for place, key in enumerate(keys) if key in keys[:place]]:
        raise Refused(422, sentence, [(f"{place}.key", sentence) for place in again])


def _read(kind: Kind, user: User, place: int, given: dict[str, Any]) -> Log:
    try:
        return entries.read(kind, user, given)
    except ValidationError as error:
        raise refused(error, f"{place}.") from error


def _upserted(
    there: dict[str, Log], logs: list[Log], given: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    for place, (log, one) in enumerate(zip(logs, given, strict=True)):
        stored = there.get(log.key)
        version = one.get("version")
        if version is not None and version != (stored.version if stored else None):
            raise _overtaken(place)
        yield _upsert(stored, log, place)


def _upsert(stored: Log | None, log: Log, place: int) -> dict[str, Any]:
    if stored is None:
        if not _write(log, f"{place}."):
            return {"key": log.key, "outcome": "deleted", "id": None, "version": None}
        outcome = "added"
    elif entries.is_same(stored, log):
        log, outcome = stored, "same"
    else:
        try:
            _over(entries.over(stored, log), f"{place}.")
        except writing.Clash as clash:
            raise _overtaken(place) from clash
        outcome = "changed"
    return {"key": log.key, "outcome": outcome, "id": log.pk, "version": log.version}


def _overtaken(place: int) -> Refused:
    errors = [(f"{place}.version", _("It was changed meanwhile: read it again."))]
    return Refused(412, _("One of them was changed meanwhile; nothing was written."), errors)


def _write(log: Log, at: str = "") -> bool:
    try:
        return writing.add(log) is not None
    except ValidationError as conflict:
        raise _conflict(log, conflict, at) from conflict


def _change(log: Log) -> None:
    try:
        _over(log)
    except writing.Clash as clash:
        if clash.current is None:
            raise Refused(404, _("There is nothing here.")) from clash
        sentence = _("It was changed meanwhile: read it again.")
        raise Refused(412, sentence, ETag=tag(clash.current)) from clash


def _over(log: Log, at: str = "") -> None:
    try:
        writing.change(log, log.version)
    except ValidationError as conflict:
        raise _conflict(log, conflict, at) from conflict


def _conflict(log: Log, conflict: ValidationError, at: str) -> Refused:
    """It cannot stand beside another: the fields that say when it was, or its day where they say nothing."""
    (sentence,) = conflict.messages
    names = entries.concerned(type(log), vars(log)) or ["day"]
    return Refused(409, sentence, [(f"{at}{name}", sentence) for name in names])


def tag(log: Log) -> str:
    return f'"{log.version}"'


def _shown(kind: Kind, log: Log, response: HttpResponse) -> dict[str, Any]:
    response["ETag"] = tag(log)
    return entries.shown(kind, log)


def _told(request: ApiRequest, kind: Kind, log: Log, response: HttpResponse) -> dict[str, Any]:
    return written.told(request, _shown(kind, log, response), EntryWritten)


def _open(request: ApiRequest, kind: Kind) -> LogQuerySet:
    """What a token may change: any entry, without the scope “read” only what programs sent.

    Whether a change fits what is stored says something of it.
    """
    logs = kind.of(request.user)
    return logs if request.auth.allows(Scope.READ) else logs.filter(source=PROGRAM)


def _own(user: User, logs: LogQuerySet, pk: int) -> Log:
    found: Log | None = logs.filter(pk=pk).first()
    if found is None:
        raise Refused(404, _("There is nothing here."))
    found.user = user
    return found


def _keyed(kind: Kind, user: User, keys: list[str]) -> dict[str, Log]:
    return {log.key: log for log in kind.of(user).filter(source=PROGRAM, key__in=keys)}


routers = {slug: router_of(kind) for slug, kind in KINDS.items()}
