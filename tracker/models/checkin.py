"""A check-in: how one felt at a moment, in up to five ratings of one's own. No validated scale."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from recovery.metrics.checkin import COLUMNS, MOST, RATINGS
from tracker.models.log import MomentLog

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

OPEN = timedelta(hours=1)  # for so long a tap adds to the check-in of an earlier one


def rating(words: "_StrPromise") -> "models.PositiveSmallIntegerField[int | None, int | None]":
    return models.PositiveSmallIntegerField(
        words, null=True, blank=True, validators=[MaxValueValidator(MOST)]
    )


def within(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__lte": MOST})


class CheckinLog(MomentLog):
    COLUMNS = COLUMNS
    RULED = tuple(RATINGS)

    mood = rating(_("mood"))
    energy = rating(_("energy"))
    focus = rating(_("focus"))
    stress = rating(_("stress"))
    sleepiness = rating(_("sleepiness"))

    class Meta(MomentLog.Meta):
        constraints: ClassVar = [
            *MomentLog.Meta.constraints,
            models.CheckConstraint(
                condition=within("mood")
                & within("energy")
                & within("focus")
                & within("stress")
                & within("sleepiness"),
                name="checkin_0_to_10",
            ),
            models.CheckConstraint(
                condition=Q(mood__isnull=False)
                | Q(energy__isnull=False)
                | Q(focus__isnull=False)
                | Q(stress__isnull=False)
                | Q(sleepiness__isnull=False),
                name="checkin_rates_something",
            ),
        ]

    def clean(self) -> None:
        if not self.ratings:
            raise ValidationError(_("Rate at least one of the five."))

    @property
    def ratings(self) -> dict[str, int]:
        """What was rated, in the order of the form."""
        return {name: value for name in RATINGS if (value := getattr(self, name)) is not None}

    def takes(self, moment: datetime | None) -> bool:
        """Whether a tap at a moment adds to this one: begun within the hour before, or neither has a time."""
        if self.start is None or moment is None:
            return self.start is moment
        return timedelta(0) <= moment - self.start <= OPEN

    def open(self) -> "CheckinLog | None":
        """The stored check-in that a tap at this moment still belongs to.

        Without a moment, as on the page of a day gone by: the day's own without one.
        """
        return open_at(self.start, self.others().between(self.day, self.day).order_by("start", "id"))


def open_at(moment: datetime | None, of_day: Iterable[CheckinLog]) -> CheckinLog | None:
    """The last of a day's check-ins, in their order, that a tap at this moment still belongs to."""
    return next((log for log in reversed(list(of_day)) if log.takes(moment)), None)
