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
    """One file on its way into the record: how far it is, what was found in it, and what came of it."""

    class State(models.TextChoices):
        RECEIVED = "received"  # the file is here, nobody has looked into it yet
        READING = "reading"
        READY = "ready"  # shown to the person, who decides; nothing is written yet
        WRITING = "writing"
        TAKEN = "taken"
        FAILED = "failed"
        DISCARDED = "discarded"
        UNDONE = "undone"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    source = models.CharField(max_length=60, blank=True, default="")  # "" until its format is known
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    size = models.PositiveBigIntegerField(default=0)  # bytes of the file
    answers = models.JSONField(default=dict)  # to the questions of its importer
    prefers_file = models.BooleanField(default=False)  # in a clash the file wins, not what is here
    judges_past = models.BooleanField(default=False)  # the plan begins with the first day of the file
    tries = models.PositiveSmallIntegerField(default=0)  # begun since the person last decided
    report = models.JSONField(default=dict)
    created = models.DateTimeField(default=timezone.now)
    taken = models.DateTimeField(null=True, blank=True)
    undone = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state"], name="import_by_state")]

    def __str__(self) -> str:
        return f"import {self.pk}"

    @property
    def knows_history(self) -> bool:
        """Whether its entries come with their versions, as those of our own zip do."""
        return self.source == "recovery"

    @property
    def works(self) -> bool:
        """Whether something is being done with it just now, or waits to be."""
        return self.state in (self.State.RECEIVED, self.State.READING, self.State.WRITING)


class Replaced(models.Model):
    """An entry as it was before an import changed it or took its place: what undo brings back."""

    batch = models.ForeignKey(Import, models.CASCADE, related_name="replaced")
    kind = models.CharField(max_length=10)
    source = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=64)
    was = models.JSONField(null=True)  # None: it was not there
    version = models.PositiveIntegerField(default=0)  # after the import; 0: the entry is gone

    class Meta:
        indexes = [models.Index(fields=["kind", "key"], name="replaced_by_key")]

    def __str__(self) -> str:
        return f"replaced {self.pk}"
