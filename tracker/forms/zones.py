"""The choice of a time zone: every zone under its region."""

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import Any

from django import forms
from django.forms.renderers import BaseRenderer
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from tracker.models.user import ZONES

REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian",
    "Pacific",
)  # fmt: skip

Choices = list[tuple[Any, Any]]


def zones(present: str) -> Choices:
    """Every zone under its region, as a select groups them; the present one first where no region has it."""
    apart = ["UTC"] if present.split("/")[0] in REGIONS else sorted({present, "UTC"})
    return [*((zone, zone) for zone in apart), *by_region()]


@cache
def by_region() -> Choices:
    named = sorted(zone for zone in ZONES if zone.split("/")[0] in REGIONS)
    return [
        (region, [(zone, _place(zone)) for zone in members])
        for region, members in groupby(named, key=lambda zone: zone.split("/")[0])
    ]


def _place(zone: str) -> str:
    """America/Argentina/Buenos_Aires -> Argentina: Buenos Aires."""
    return ": ".join(zone.split("/")[1:]).replace("_", " ")


class ZoneSelect(forms.Select):
    """A select of zones. Their hundreds of options are the same for everyone, so they are rendered once."""

    def render(
        self,
        name: str,
        value: object,
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,
    ) -> SafeString:
        apart = options(choice for choice in self.choices if isinstance(choice[1], str))
        chosen = format_html('<option value="{}"', value or "")
        listed = mark_safe((apart + regional_options()).replace(chosen, f"{chosen} selected", 1))
        own = flatatt(self.build_attrs(self.attrs, {"name": name, **(attrs or {})}))
        return format_html("<select{}>{}</select>", own, listed)


def options(choices: Iterable[tuple[Any, Any]]) -> SafeString:
    return format_html_join("\n", '<option value="{}">{}</option>', choices)


@cache
def regional_options() -> SafeString:
    groups = ((region, options(members)) for region, members in by_region())
    return format_html_join("\n", '<optgroup label="{}">{}</optgroup>', groups)
