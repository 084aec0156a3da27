"""Two days that a page is asked to look at."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from tracker.forms.plan import date_field


class SpanForm(forms.Form):
    """The first and the last day of a stretch, both included."""

    first = date_field(label=_("From"))
    last = date_field(label=_("To"))

    def clean(self) -> dict[str, Any]:
        found = self.cleaned_data
        if "first" in found and "last" in found and found["first"] > found["last"]:
            raise ValidationError(_("The first day comes after the last one. Please swap them."))
        return found

    @property
    def span(self) -> tuple[date, date]:
        return self.cleaned_data["first"], self.cleaned_data["last"]
