"""A stress practice."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery.metrics.practice import TECHNIQUES
from tracker.forms.log import MomentForm, choices, scale
from tracker.models import PracticeLog


def stress(**options: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        choices=scale(_("calm"), _("very tense")), coerce=int, empty_value=None, required=False, **options
    )


class PracticeForm(MomentForm):
    GROUPS = (
        ("", ("technique", "minutes", "time")),
        ("", ("stress_before", "stress_after")),
        (_("Day, zone, note"), ("day", "zone", "note")),
    )

    technique = forms.ChoiceField(
        label=_("What was it?"), choices=choices(TECHNIQUES), widget=forms.RadioSelect, required=False
    )
    stress_before = stress(label=_("Stress before"))
    stress_after = stress(label=_("Stress after"))

    class Meta:
        model = PracticeLog
        fields = ("technique", "minutes", "stress_before", "stress_after", "note", "day", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].widget.attrs["inputmode"] = "numeric"
