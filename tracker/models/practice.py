"""A stress practice; zero minutes of nothing means: none that day."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from recovery.metrics.practice import COLUMNS, TECHNIQUES
from tracker.models.log import MomentLog


class PracticeLog(MomentLog):
    COLUMNS = COLUMNS

    technique = models.CharField(_("practice"), max_length=30, blank=True, default="")
    minutes = models.PositiveSmallIntegerField(_("minutes"), validators=[MaxValueValidator(1440)])
    stress_before = models.PositiveSmallIntegerField(
        _("stress before"), null=True, blank=True, validators=[MaxValueValidator(10)]
    )
    stress_after = models.PositiveSmallIntegerField(
        _("stress after"), null=True, blank=True, validators=[MaxValueValidator(10)]
    )

    class Meta(MomentLog.Meta):
        constraints: ClassVar = [
            *MomentLog.Meta.constraints,
            models.CheckConstraint(condition=Q(minutes__lte=1440), name="practice_within_a_day"),
            models.CheckConstraint(
                condition=Q(technique="", minutes=0) | (~Q(technique="") & Q(minutes__gt=0)),
                name="practice_something_or_nothing",
            ),
            models.CheckConstraint(
                condition=(Q(stress_before__isnull=True) | Q(stress_before__lte=10))
                & (Q(stress_after__isnull=True) | Q(stress_after__lte=10)),
                name="practice_stress_0_to_10",
            ),
        ]

    def clean(self) -> None:
        if self.minutes == 0 and not self.technique:
            return
        if self.technique not in TECHNIQUES:
            raise ValidationError({"technique": _("Choose a practice from the list.")})
        if not self.minutes:
            raise ValidationError({"minutes": _("How many minutes was it?")})
