"""What every kind of log shares: a day, a key that makes writing it twice harmless, a version."""

import uuid
from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, ClassVar, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recovery import days, history
from tracker.models.user import check_zone

FIRST_DAY = date(1970, 1, 1)
NOTE = 4000
TYPED, PROGRAM = "", "api"  # the sources of what is written here: by hand, and through the API


def fresh_key() -> str:
    return uuid.uuid4().hex


def check_day(day: date) -> None:
    """A log lies between 1970 and two days from now (a flight may land tomorrow)."""
    latest = timezone.now().date() + timedelta(days=2)
    if not FIRST_DAY <= day <= latest:
        raise ValidationError(_("Choose a day between 1970 and today."))


class LogQuerySet(models.QuerySet[Any]):
    def between(self, first: date, last: date) -> Self:
        """The logs that count to the days from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))


class Log(models.Model):
    """A kind adds its own columns, names those of its metrics in COLUMNS, and settles what its day is."""

    COLUMNS: ClassVar[history.Columns]
    ORDER: ClassVar[tuple[str, ...]] = ("id",)  # of a day's logs in a frame
    RULED: ClassVar[tuple[str, ...]] = ()  # the columns that a rule about the whole log is about

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="%(class)ss")
    day = models.DateField(_("day"), validators=[check_day])
    zone = models.CharField(_("time zone"), max_length=64, validators=[check_zone])
    note = models.TextField(_("note"), max_length=NOTE, blank=True, default="")
    source = models.CharField(max_length=60, blank=True, default=TYPED)
    key = models.CharField(max_length=64, default=fresh_key)
    batch = models.ForeignKey("tracker.Import", models.SET_NULL, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)
    created = models.DateTimeField(default=timezone.now)
    updated = models.DateTimeField(default=timezone.now)

    objects = LogQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(fields=["user", "source", "key"], name="%(class)s_key_once"),
        ]
        indexes = [models.Index(fields=["user", "day"], name="%(class)s_by_day")]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Nothing: `clean` has said it in words, and the database refuses what would still break them."""

    def settle(self) -> Self:
        """Fill in what follows from the rest; nothing, where a kind has nothing to fill in."""
        return self

    def conflict(self) -> str:
        """Why this log cannot stand beside the person's others, in words; "" where it can."""
        return ""

    def others(self) -> LogQuerySet:
        """The person's other logs of the kind."""
        logs: LogQuerySet = type(self).objects.filter(user=self.user)
        return logs.exclude(pk=self.pk)

    @classmethod
    def own_fields(cls) -> list[str]:
        """The columns that say what was done, without those that say whose and how it was written."""
        kept = {"id", "user", "source", "key", "batch", "version", "created", "updated"}
        return [f.attname for f in cls._meta.concrete_fields if f.name not in kept]


class MomentLog(Log):
    """A log with at most one moment, which may be left out."""

    start = models.DateTimeField(_("started at"), null=True, blank=True)

    class Meta(Log.Meta):
        abstract = True

    def settle(self) -> Self:
        """The day from the moment, where there is one (docs/rules.md, 2)."""
        if self.start:
            self.day = days.day_of(self.start, self.zone, self.user.day_start)
        return self


class Tombstone(models.Model):
    """The key of a deleted log, so that a late retry of its form does not bring it back (rules.md, 24)."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tombstones")
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=64)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "kind", "source", "key"], name="tombstone_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
