"""Something eaten or drunk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery.metrics.diet import COLOURS, ITEMS
from tracker.forms.log import MomentForm, choices
from tracker.models import DietLog


class DietForm(MomentForm):
    GROUPS = (
        ("", ("item", "amount", "time")),
        (_("Colour, day, zone, note"), ("colour", "day", "zone", "note")),
    )

    item = forms.ChoiceField(label=_("What was it?"), choices=choices(ITEMS), widget=forms.RadioSelect)
    colour = forms.ChoiceField(
        label=_("Colour of the plant"), choices=[("", "–"), *choices(COLOURS)], required=False
    )

    class Meta:
        model = DietLog
        fields = ("item", "amount", "colour", "note", "day", "zone")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["amount"].widget.attrs.update(inputmode="decimal", step="any")
        self.fields["amount"].help_text = _(
            "In servings: a handful, a small bowl, a slice. Caffeine in mg (a mug of coffee has about 100), "
            "alcohol in drinks of %(grams)d g. 0 means: none."
        ) % {"grams": self.user.drink}
        if self.instance.pk and self.instance.item == "alcohol":
            self.initial["amount"] = self.instance.amount / self.user.drink

    def clean(self) -> dict[str, Any]:
        """Alcohol is typed in drinks and kept in grams (rules.md, 28)."""
        cleaned = super().clean()
        if cleaned.get("item") == "alcohol" and cleaned.get("amount") is not None:
            cleaned["amount"] = cleaned["amount"] * self.user.drink
        if cleaned.get("item") == "nothing":
            cleaned["amount"] = 0
        return cleaned
