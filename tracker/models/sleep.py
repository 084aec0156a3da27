"""A sleep: one episode, as a diary has it. Instants in UTC, with the zone at bed and the zone at waking."""

from datetime import timedelta
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.metrics.sleep import COLUMNS, HYGIENE
from tracker.models.log import Log
from tracker.models.user import check_zone

MINUTE = timedelta(minutes=1)
MOMENTS = ("bed", "tried", "asleep", "awake", "up")


class SleepLog(Log):
    """`asleep` and `awake` are the onset and the final waking; both missing means: did not sleep."""

    COLUMNS = COLUMNS
    RULED = MOMENTS
    ORDER = ("source", "key")  # of equals the first is the main sleep: a record that came back has other ids

    nap = models.BooleanField(_("a nap"), default=False)
    bed = models.DateTimeField(_("into bed"), null=True, blank=True)
    tried = models.DateTimeField(_("tried to sleep"), null=True, blank=True)
    sol = models.PositiveSmallIntegerField(
        _("minutes to fall asleep"), null=True, blank=True, validators=[MaxValueValidator(720)]
    )
    asleep = models.DateTimeField(_("asleep"), null=True, blank=True)
    awake = models.DateTimeField(_("awake"), null=True, blank=True)
    up = models.DateTimeField(_("out of bed"), null=True, blank=True)
    awakenings = models.PositiveSmallIntegerField(
        _("times awake in the night"), null=True, blank=True, validators=[MaxValueValidator(50)]
    )
    waso = models.PositiveSmallIntegerField(
        _("minutes awake in the night"), null=True, blank=True, validators=[MaxValueValidator(1440)]
    )
    quality = models.PositiveSmallIntegerField(
        _("quality"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    alarm = models.BooleanField(_("woken by an alarm"), null=True, blank=True)
    free_day = models.BooleanField(_("a free day"), null=True, blank=True)
    hygiene = models.CharField(_("that evening"), max_length=120, blank=True, default="")  # slugs of HYGIENE
    light = models.FloatField(null=True, blank=True)  # minutes of a stage, where a device named it
    deep = models.FloatField(null=True, blank=True)
    rem = models.FloatField(null=True, blank=True)
    zone_bed = models.CharField(_("time zone at bed"), max_length=64, validators=[check_zone])

    class Meta(Log.Meta):
        constraints: ClassVar = [
            *Log.Meta.constraints,
            models.CheckConstraint(
                condition=Q(asleep__isnull=True, awake__isnull=True) | Q(asleep__lt=F("awake")),
                name="sleep_asleep_before_awake",
            ),
            models.CheckConstraint(
                condition=(Q(bed__isnull=True) | Q(bed__lte=F("asleep")))
                & (Q(tried__isnull=True) | Q(tried__lte=F("asleep")))
                & (Q(bed__isnull=True) | Q(tried__isnull=True) | Q(bed__lte=F("tried")))
                & (Q(up__isnull=True) | Q(up__gte=F("awake"))),
                name="sleep_moments_in_order",
            ),
            models.CheckConstraint(
                condition=Q(quality__isnull=True) | Q(quality__range=(1, 5)), name="sleep_quality_1_to_5"
            ),
        ]

    def settle(self) -> Self:
        """Fill in what follows: the onset from its latency, the day from the waking (docs/rules.md, 1)."""
        if self.tried and self.sol is not None:
            self.asleep = self.tried + self.sol * MINUTE
        elif self.tried and self.asleep:
            self.sol = round((self.asleep - self.tried) / MINUTE)
        if self.awake:
            self.day = days.local_date(self.awake, self.zone)
        return self

    def clean(self) -> None:
        """The sleep arithmetic of a diary (docs/rules.md, 6 to 8), refused in words where it cannot hold."""
        if not set(self.hygiene.split()) <= set(HYGIENE):
            raise ValidationError({"hygiene": _("Choose from the list.")})
        if self.asleep is None and self.awake is None:
            return
        if self.asleep is None or self.awake is None:
            raise ValidationError(_("A sleep needs the time asleep and the time awake."))
        present = [m for m in (getattr(self, name) for name in MOMENTS) if m is not None]
        if present != sorted(present):
            raise ValidationError(_("Into bed, tried to sleep, asleep, awake, out of bed: in this order."))
        if self.awake <= self.asleep:
            raise ValidationError(_("Falling asleep comes before waking."))
        if present[-1] - present[0] > timedelta(hours=24):
            raise ValidationError(
                _(
                    "From the first of these times to the last it is more than 24 hours. In order they are: "
                    "into bed, tried to sleep, asleep, awake, out of bed."
                )
            )
        if (self.waso or 0) >= (self.awake - self.asleep) / MINUTE:
            raise ValidationError({"waso": _("More minutes awake than the night has: leave some sleep.")})

    def conflict(self) -> str:
        """Typed sleeps do not overlap, and a day without sleep has no night (docs/rules.md, 8)."""
        nights = self.others().filter(day=self.day, nap=False)
        if self.awake is None:
            return gettext("You already logged a night for that day.") if nights.exists() else ""
        if self.others().filter(asleep__lt=self.awake, awake__gt=self.asleep).exists():
            return gettext("You already logged a sleep at that time. Edit that one, or change the times.")
        if not self.nap and nights.filter(awake__isnull=True).exists():
            return gettext("You logged that you did not sleep that night. Delete that entry first.")
        return ""
