"""A bout of exercise; zero minutes of nothing means: none that day."""

from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from recovery.metrics.exercise import ACTIVITIES, COLUMNS, INTENSITIES
from tracker.models.log import MomentLog


class ExerciseLog(MomentLog):
    COLUMNS = COLUMNS

    activity = models.CharField(_("activity"), max_length=30, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=[MaxValueValidator(1440)])
    intensity = models.CharField(_("intensity"), max_length=10, blank=True, default="")
    strength = models.BooleanField(_("strength training"), default=False)
    effort = models.PositiveSmallIntegerField(
        _("effort"), null=True, blank=True, validators=[MaxValueValidator(10)]
    )

    class Meta(MomentLog.Meta):
        constraints: ClassVar = [
            *MomentLog.Meta.constraints,
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="exercise_within_a_day"),
            models.CheckConstraint(
                condition=Q(activity="", minutes=0) | (~Q(activity="") & Q(minutes__gt=0)),
                name="exercise_something_or_nothing",
            ),
            models.CheckConstraint(
                condition=Q(effort__isnull=True) | Q(effort__lte=10), name="exercise_effort_0_to_10"
            ),
        ]

    def settle(self) -> Self:
        """Besides, an intensity left open is the activity's usual one."""
        if not self.intensity and self.activity in ACTIVITIES:
            self.intensity = ACTIVITIES[self.activity].intensity
        return super().settle()

    def clean(self) -> None:
        if self.minutes == 0 and not self.activity:
            return
        if self.activity not in ACTIVITIES:
            raise ValidationError({"activity": _("Choose an activity from the list.")})
        if not self.minutes:
            raise ValidationError({"minutes": _("How many minutes was it?")})
        if self.intensity not in INTENSITIES:
            raise ValidationError({"intensity": _("Choose light, moderate or vigorous.")})
