"""Tokens: how a program of a person's own reads or writes their record. Stored as a digest, shown once."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

BEGINS = "rec_"  # so that a token that got lost is known for what it is
PREFIX = 10  # characters of it that stay readable
MOST = 20  # of one person
EVERY = timedelta(minutes=1)  # the last use is written no more often


class Scope(models.TextChoices):
    READ = "read", _("read: everything that you recorded, your plan, numbers and charts")
    LOG = (
        "log",
        _("log: add entries, change those that programs sent, set pauses and the plan, import files"),
    )


def digest(secret: str) -> str:
    """SHA-256: a token is 256 random bits, so nothing slower is needed to keep it from being guessed."""
    return hashlib.sha256(secret.encode()).hexdigest()


class TokenQuerySet(models.QuerySet["Token"]):
    def of(self, secret: str) -> "Token | None":
        """The token that is this secret, with its person, unless the account is closed."""
        return self.select_related("user").filter(digest=digest(secret), user__is_active=True).first()


class Token(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=60)
    scopes = models.CharField(_("may"), max_length=20)  # with spaces between
    prefix = models.CharField(max_length=PREFIX)
    digest = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(default=timezone.now)
    used = models.DateTimeField(null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(scopes=""), name="token_may_something")]

    def __str__(self) -> str:
        return f"token {self.pk}"

    def clean(self) -> None:
        if self.user.tokens.exclude(pk=self.pk).count() >= MOST:
            raise ValidationError(_("That is enough tokens. Revoke one that you no longer need."))

    def allows(self, scope: str) -> bool:
        return scope in self.scopes.split()

    def renew(self) -> str:
        """Give this token a fresh secret, which is returned and kept nowhere."""
        secret = BEGINS + secrets.token_urlsafe(32)
        self.prefix, self.digest = secret[:PREFIX], digest(secret)
        return secret

    def note_use(self) -> None:
        """Write down that it was used just now, at most once a minute."""
        now = timezone.now()
        if self.used is None or now - self.used >= EVERY:
            self.used = now
            Token.objects.filter(pk=self.pk).update(used=now)
