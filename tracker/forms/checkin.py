"""A check-in: when it was, and up to five ratings."""

from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery.metrics.checkin import RATINGS
from tracker.forms.log import MomentForm, scale
from tracker.models import CheckinLog
from tracker.templatetags.units import levels


class CheckinForm(MomentForm):
    GROUPS = (
        ("", (*RATINGS, "time")),
        (_("Day, zone, note"), ("day", "zone", "note")),
    )

    class Meta:
        model = CheckinLog
        fields = (*RATINGS, "note", "day", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in RATINGS:
            self.fields[name] = self._rating(name)
        if self.instance.pk is None and self.initial["day"] == self.user.today():
            now = self.user.now()
            self.initial["time"] = time(now.hour, now.minute)

    def _rating(self, name: str) -> forms.TypedChoiceField:
        asked = RATINGS[name]
        shown = scale(_(asked.least), _(asked.most))
        if self.user.gentle:
            shown = [("", "–"), *levels(getattr(self.instance, name))]
        return forms.TypedChoiceField(
            label=_(asked.title), choices=shown, coerce=int, empty_value=None, required=False
        )
