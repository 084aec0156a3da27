"""Something eaten or drunk."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery.metrics.diet import COLOURS, ITEMS
from recovery.metrics.metric import Unit
from tracker.forms.log import MomentForm, choices
from tracker.models import DietLog
from tracker.models.diet import COFFEE


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
        amount = self.fields["amount"]
        amount.required = False
        amount.widget.attrs.update(inputmode="decimal", step="any")
        amount.help_text = _(
            "In servings: a handful, a small bowl, a slice. Caffeine in mg, alcohol in drinks of "
            "%(grams)d g. 0 means: none. Left empty: a serving, a mug of coffee (%(coffee)d mg), a drink."
        ) % {"grams": self.user.drink, "coffee": COFFEE}
        self.initial["amount"] = self.typed_amount() if self.instance.pk else None

    def typed_amount(self) -> float:
        """The stored amount as it is typed: alcohol in drinks (rules.md, 28)."""
        log: DietLog = self.instance
        return round(log.amount / self.user.drink, 2) if log.item == "alcohol" else log.amount

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        item, amount = cleaned.get("item"), cleaned.get("amount")
        if self.instance.pk and not {"item", "amount"} & set(self.changed_data):
            cleaned["amount"] = self.instance.amount  # as stored: what is shown of it is rounded
        elif item and "amount" in cleaned:
            cleaned["amount"] = self.stored_amount(item, amount)
        return cleaned

    def stored_amount(self, item: str, typed: float | None) -> float:
        """What was typed, in the unit that is kept (rules.md, 28); where left empty, one of it."""
        if item == "nothing":
            return 0
        one = {Unit.GRAMS: self.user.drink, Unit.MILLIGRAMS: COFFEE}.get(ITEMS[item].unit, 1)
        if typed is None:
            return one
        return typed * one if ITEMS[item].unit is Unit.GRAMS else typed
