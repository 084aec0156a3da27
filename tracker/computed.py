"""What was computed from one version of a person's record: kept until the record moves on."""

from collections.abc import Callable
from typing import TypeVar, cast

from django.core.cache import caches

from tracker.models import User

T = TypeVar("T")


def remembered(user: User, what: tuple[object, ...], compute: Callable[[], T]) -> T:
    """The stored result for this person, this version of their record and this question, or a fresh one.

    A version never comes back, so nothing stored with it can be out of date. A new version's result takes
    the place of the last one's, which would only fill the memory.
    """
    cache = caches["computed"]
    key = ":".join(str(part) for part in (user.pk, *what)).replace(" ", "_")
    version, found = cache.get(key, (None, None))
    if version != user.record:
        found = compute()
        cache.set(key, (user.record, found))
    return cast(T, found)
