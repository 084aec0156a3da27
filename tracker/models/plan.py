"""The plan: what is aimed for from a day on, and the days that are excused."""

from collections.abc import Collection

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recovery import history
from recovery.aims import EVERY_DAY
from tracker.models.user import PILLARS, User


class Target(models.Model):
    """The values a strategy is judged by from `starts` on, until a later target; no bound: not followed."""

    COLUMNS = history.TARGETS

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="targets")
    strategy = models.CharField(max_length=40)
    starts = models.DateField(_("from"))
    low = models.FloatField(_("at least"), null=True, blank=True)
    high = models.FloatField(_("at most"), null=True, blank=True)
    dose = models.FloatField(null=True, blank=True)
    clock = models.FloatField(_("reference"), null=True, blank=True)
    weekdays = models.PositiveSmallIntegerField(
        _("on"), default=EVERY_DAY, validators=[MinValueValidator(1), MaxValueValidator(EVERY_DAY)]
    )  # bit 0 is Monday
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "strategy", "starts"], name="target_one_a_start"),
            models.CheckConstraint(
                condition=Q(low__isnull=True) | Q(high__isnull=True) | Q(low__lte=F("high")),
                name="target_low_below_high",
            ),
            models.CheckConstraint(condition=Q(weekdays__range=(1, EVERY_DAY)), name="target_some_weekday"),
        ]

    def __str__(self) -> str:
        return f"target {self.pk}"

    @property
    def followed(self) -> bool:
        return self.low is not None or self.high is not None

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Nothing: `clean` has said it in words, and the database refuses what would still break them."""

    def clean(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValidationError(_("The lower bound is above the upper one."))


class Pause(models.Model):
    """Days on which one pillar, or all ("" as pillar), is excused; without a last day it goes on."""

    COLUMNS = history.PAUSES

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="pauses")
    pillar = models.CharField(
        _("what"), max_length=10, blank=True, default="", choices=[(p, p) for p in PILLARS]
    )
    first = models.DateField(_("from"))
    last = models.DateField(_("to"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=200, blank=True, default="")
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(first__lte=F("last")), name="pause_first_to_last"
            ),
        ]

    def __str__(self) -> str:
        return f"pause {self.pk}"

    def validate_constraints(self, exclude: Collection[str] | None = None) -> None:
        """Nothing: `clean` has said it in words, and the database refuses what would still break them."""

    def clean(self) -> None:
        if self.first and self.last and self.last < self.first:
            raise ValidationError({"last": _("The pause ends before it begins.")})


def stop_following(user: User, strategy: str) -> None:
    """Empty values from today on: no longer followed, and the past stays as it was (rules.md, 14)."""
    own = user.targets.filter(strategy=strategy)
    none = {"low": None, "high": None, "dose": None, "clock": None, "weekdays": EVERY_DAY}
    with transaction.atomic():
        own.filter(starts__gt=user.today()).delete()
        if own.exists():
            user.targets.update_or_create(strategy=strategy, starts=user.today(), defaults=none)
        user.touch()
