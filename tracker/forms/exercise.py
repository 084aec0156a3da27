"""A bout of exercise."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery.metrics.exercise import ACTIVITIES, INTENSITIES
from tracker.forms.log import MomentForm, choices, scale
from tracker.models import ExerciseLog


class ExerciseForm(MomentForm):
    GROUPS = (
        ("", ("activity", "minutes", "intensity", "strength", "time")),
        (_("Effort, day, zone, note"), ("effort", "day", "zone", "note")),
    )

    activity = forms.ChoiceField(
        label=_("What was it?"), choices=[("", "–"), *choices(ACTIVITIES)], required=False
    )
    intensity = forms.ChoiceField(
        label=_("How hard?"),
        choices=[("", _("as usual for it")), *choices(INTENSITIES)],
        required=False,
        help_text=_("Moderate: you can talk, but not sing. Vigorous: a few words at a time."),
    )
    effort = forms.TypedChoiceField(
        label=_("How hard it felt"),
        choices=scale(_("no effort"), _("the hardest")),
        coerce=int,
        empty_value=None,
        required=False,
    )

    class Meta:
        model = ExerciseLog
        fields = ("activity", "minutes", "intensity", "strength", "effort", "note", "day", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["minutes"].widget.attrs["inputmode"] = "numeric"

    def clean(self) -> dict[str, Any]:
        """An intensity left open is the activity's usual one."""
        cleaned = super().clean()
        if not cleaned.get("intensity") and cleaned.get("activity"):
            cleaned["intensity"] = ACTIVITIES[cleaned["activity"]].intensity
        return cleaned
