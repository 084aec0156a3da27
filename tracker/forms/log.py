"""What the forms of all kinds share: a key, a version, a day, and clock times that become moments."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recovery import days
from tracker.models import Log, User
from tracker.models.log import fresh_key
from tracker.models.user import ZONES

EARLIEST_ZONE = "Pacific/Kiritimati"  # where every day begins first: after a flight, one may have woken there
Groups = tuple[tuple[str | Promise, tuple[str, ...]], ...]


def choices(names: Mapping[str, Any]) -> list[tuple[str, str | Promise]]:
    """The library's words as choices, in the reader's language."""
    return [(slug, _(named if isinstance(named, str) else named.title)) for slug, named in names.items()]


class ZoneField(forms.CharField):
    """A time zone by its name or by its city: "Asia/Tokyo" or "tokyo". The page offers the browser's own list."""

    CITIES = {zone.rsplit("/", 1)[-1].lower(): zone for zone in sorted(ZONES, reverse=True) if "/" in zone}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("help_text", _("A city or a zone, like Tokyo or Asia/Tokyo."))
        attrs = {"list": "zones", "autocomplete": "off", "data-zones": ""}
        super().__init__(max_length=64, widget=forms.TextInput(attrs=attrs), **kwargs)

    def clean(self, value: str | None) -> str:
        typed = str(super().clean(value)).replace(" ", "_")
        if not typed or typed in ZONES:
            return typed
        if typed.lower() in self.CITIES:
            return self.CITIES[typed.lower()]
        raise forms.ValidationError(_("We know no time zone of that name. Try the largest city near you."))


def minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def scale(first: int, last: int) -> list[tuple[str | int, str]]:
    return [("", "–"), *((n, str(n)) for n in range(first, last + 1))]


def worded(field: forms.BoundField) -> str:
    """What a field holds, as a reader would say it: the words of a choice, not its value."""
    value = field.value()
    named = dict(getattr(field.field, "choices", []) or [])
    if isinstance(value, list | tuple):
        return ", ".join(str(named.get(v, v)) for v in value)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return "" if value in (None, "") else str(named.get(value, value))


class LogForm(forms.ModelForm):
    """A form for one log of a person. A kind lists its fields in GROUPS: the first stays open, the rest unfold."""

    GROUPS: ClassVar[Groups]
    rival: list[tuple[str, str, str]] | None = None  # of an edit that came too late: what is stored now

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    zone = ZoneField(label=_("Time zone"))

    def __init__(self, *args: Any, user: User, day: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["note"].widget.attrs["rows"] = 2
        self.initial.setdefault("zone", user.zone)
        if self.instance.pk is None:
            self.instance.user = user
            self.initial.update(day=day or user.today(), key=fresh_key())
        else:
            self.initial.update(day=self.instance.day, seen=self.instance.version, key=self.instance.key)
            self.initial.update(self.clocks())

    @property
    def groups(self) -> list[tuple[str | Promise, list[forms.BoundField], bool]]:
        """The fields as the page shows them: heading, fields, whether it needs to be open."""
        shown = []
        for heading, names in self.GROUPS:
            asked = [n for name in names for n in (name, f"{name}_twice") if n in self.fields]
            fields = [self[name] for name in asked]
            shown.append((heading, fields, any(self.tells(field) for field in fields)))
        return shown

    def tells(self, field: forms.BoundField) -> bool:
        """Whether a field holds something worth unfolding for: an error, or what is not so by itself."""
        usual = {"day": self.initial["day"], "zone": self.user.zone, "zone_bed": self.user.zone}
        told = field.value() not in (None, "", [], False)
        return bool(field.errors) or (told and str(field.value()) != str(usual.get(field.name, "")))

    def clocks(self) -> dict[str, time]:
        """The clock times of the stored moments, for a form that edits them."""
        return {}

    def wall(self, moment: datetime | None, zone: str) -> time | None:
        return None if moment is None else time(*divmod(days.clock(moment, zone), 60))

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        if day > days.local_date(timezone.now(), EARLIEST_ZONE):
            raise forms.ValidationError(_("That day has not begun yet."))
        return day

    def clean_zone(self) -> str:
        return self.cleaned_data.get("zone") or self.user.zone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None:
            self.instance.key = cleaned.get("key") or fresh_key()
        if cleaned.get("day") and cleaned.get("zone"):
            self.resolve(cleaned["day"], cleaned["zone"])
        return cleaned

    def resolve(self, day: date, zone: str) -> None:
        """Turn the clock times into moments on the instance."""

    def moment(self, name: str, on: date, zone: str) -> datetime | None:
        """The moment that a clock time means on a date; of a time that came twice, it asks which (rules.md, 4)."""
        clock: time | None = self.cleaned_data.get(name)
        if clock is None:
            return None
        if days.is_twice(on, minutes(clock), zone) and not self.twice(name):
            return None
        return days.moment(on, minutes(clock), zone, second=self.twice(name) == "second")

    def twice(self, name: str) -> str:
        """Which of two equal clock times was meant; not answered yet: the question joins the form."""
        asked = f"{name}_twice"
        self.fields[asked] = forms.ChoiceField(
            label=_("The clocks went back: which of the two?"),
            choices=[("first", _("the first, summer time")), ("second", _("the second, winter time"))],
            widget=forms.RadioSelect,
            required=False,
        )
        answer = self.data.get(self.add_prefix(asked), "")
        if answer not in ("first", "second"):
            self.add_error(name, _("That time came twice that night. Choose one of the two below."))
            return ""
        return str(answer)

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors:
            self.instance.settle()

    def face(self, current: Log | None) -> None:
        """The log was changed meanwhile: say so, show what is stored now, and let the next save win knowingly."""
        self.data = self.data.copy()
        self.data["seen"] = "" if current is None else str(current.version)
        self.rival = None if current is None else self.differences(current)
        self.add_error(
            None, _("This was changed elsewhere meanwhile. Save again to keep what you typed here.")
        )

    def differences(self, current: Log) -> list[tuple[str, str, str]]:
        """The fields that differ: their label, what is stored now, what was typed here."""
        stored = type(self)(instance=current, user=self.user)
        pairs = [(self[name], stored[name]) for name in self.fields if name not in ("key", "seen")]
        return [
            (str(mine.label), worded(theirs), worded(mine))
            for mine, theirs in pairs
            if worded(mine) != worded(theirs)
        ]

    @property
    def log(self) -> Log:
        return self.instance


class MomentForm(LogForm):
    """A log with at most one moment, which may be left out."""

    time = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clocks(self) -> dict[str, Any]:
        return {"time": self.wall(self.instance.start, self.instance.zone)}

    def resolve(self, day: date, zone: str) -> None:
        """On the page of a day, a time before the day start is on the next date (rules.md, 2)."""
        self.instance.zone = zone
        clock: time | None = self.cleaned_data.get("time")
        on = days.on_page(day, minutes(clock), self.user.day_start) if clock else day
        self.instance.start = self.moment("time", on, zone)
