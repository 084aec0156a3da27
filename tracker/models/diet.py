"""Something eaten or drunk; an amount of zero means: none of it that day."""

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from recovery.metrics.diet import COLOURS, COLUMNS, ITEMS
from recovery.metrics.metric import Unit
from tracker.models.log import MomentLog

COFFEE = 107  # mg of caffeine in a 250 ml mug (Gardiner et al. 2023)
MOST = {Unit.SERVINGS: 30, Unit.MILLIGRAMS: 2000, Unit.GRAMS: 500}


class DietLog(MomentLog):
    COLUMNS = COLUMNS

    start = models.DateTimeField(_("at"), null=True, blank=True)
    item = models.CharField(_("what"), max_length=30)
    amount = models.FloatField(
        _("how much"), default=1, validators=[MinValueValidator(0), MaxValueValidator(2000)]
    )
    colour = models.CharField(_("colour"), max_length=10, blank=True, default="")

    class Meta(MomentLog.Meta):
        constraints: ClassVar = [
            *MomentLog.Meta.constraints,
            models.CheckConstraint(
                condition=Q(amount__gte=0, amount__lte=2000), name="diet_amount_in_reason"
            ),
            models.CheckConstraint(condition=~Q(item=""), name="diet_of_something"),
        ]

    def clean(self) -> None:
        if self.item not in ITEMS:
            raise ValidationError({"item": _("Choose something from the list.")})
        item = ITEMS[self.item]
        if self.amount is not None and self.amount > MOST[item.unit]:
            raise ValidationError({"amount": _("That is more than a day can hold: check the unit.")})
        if self.item == "nothing" and self.amount:
            raise ValidationError({"amount": _("Nothing is 0.")})
        if self.colour and (self.colour not in COLOURS or not item.plant):
            raise ValidationError({"colour": _("A colour belongs to a plant.")})
