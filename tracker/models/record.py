"""What keeps the record safe while it is written: running timers, undo, imports."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone


class Timer(models.Model):
    """Something that is being done just now; at most one of a kind."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="timers")
    kind = models.CharField(max_length=10)
    choice = models.CharField(max_length=30, blank=True, default="")  # the activity or technique
    start = models.DateTimeField(default=timezone.now)
    zone = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="timer_one_a_kind")]

    def __str__(self) -> str:
        return f"timer {self.pk}"


class Undo(models.Model):
    """How to take back a write: what the log was before (None: it was not there), and what it is after.

    Writes that one tap made together share a token.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="undos")
    token = models.UUIDField(default=uuid.uuid4, db_index=True)
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=64)
    before = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=0)  # after the write; 0: the log is gone
    created = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"undo {self.pk}"


class Import(models.Model):
    """One file taken in: what it was, what came of it, and whether it was undone."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    source = models.CharField(max_length=60)
    report = models.JSONField(default=dict)
    created = models.DateTimeField(default=timezone.now)
    undone = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"import {self.pk}"
