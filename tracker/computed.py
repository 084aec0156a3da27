"""What was computed from one version of a person's record: kept until the record moves on."""

from collections.abc import Callable
from typing import TypeVar

from django.core.cache import caches

from tracker.models import User

T = TypeVar("T")


def remembered(user: User, what: tuple[object, ...], compute: Callable[[], T]) -> T:
    """The stored result for this person, this version of their record and this question, or a fresh one.

    A version never comes back, so nothing stored under it can be out of date.
    """
    cache = caches["computed"]
    key = ":".join(str(part) for part in (user.pk, user.record, *what)).replace(" ", "_")
    found: T | None = cache.get(key)
    if found is None:
        found = compute()
        cache.set(key, found)
    return found
