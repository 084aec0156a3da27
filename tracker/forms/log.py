"""What the forms of all kinds share: a key, a version, a day, and clock times that become moments."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar, cast

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.http import QueryDict
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from recovery import days
from tracker.models import Log, User
from tracker.models.log import check_day, fresh_key
from tracker.models.user import ZONES

Groups = tuple[tuple[str | Promise, tuple[str, ...]], ...]


def choices(names: Mapping[str, Any]) -> list[tuple[str, str | Promise]]:
    """The library's words as choices, in the reader's language."""
    return [(slug, _(named if isinstance(named, str) else named.title)) for slug, named in names.items()]


class ZoneField(forms.CharField):
    """A time zone by its name or its city: "Asia/Tokyo" or "tokyo". The page offers the browser's list."""

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
        raise ValidationError(_("We know no time zone of that name. Try the largest city near you."))


def minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def scale(lowest: str | Promise, highest: str | Promise) -> list[tuple[str | int, str | Promise]]:
    """The numbers 0 to 10, the ends of which say what they mean."""
    between: list[tuple[str | int, str | Promise]] = [(n, str(n)) for n in range(1, 10)]
    return [("", "–"), (0, format_lazy("0, {}", lowest)), *between, (10, format_lazy("10, {}", highest))]


def worded(field: forms.BoundField) -> str:
    """What a field holds, as a reader would say it: the words of a choice, not its value."""
    value = field.value()
    named = {str(slug): words for slug, words in getattr(field.field, "choices", [])}
    if isinstance(value, list | tuple):
        return ", ".join(str(named.get(str(v), v)) for v in value)
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, float):
        return f"{value:g}"
    return "" if value is None else str(named.get(str(value), value))


class LogForm(forms.ModelForm):
    """A form for one log of a person. A kind lists its fields in GROUPS: the first is open, others unfold."""

    GROUPS: ClassVar[Groups]
    PLACED: ClassVar[tuple[str, ...]]  # the fields that say when it was: it moves only if one is edited
    rival: list[tuple[str, str, str]] | None = None  # of an edit that came too late: what is stored now

    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)
    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        validators=[check_day],
    )
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

    def clean_zone(self) -> str:
        return self.cleaned_data.get("zone") or self.user.zone

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk is None:
            self.instance.key = cleaned.get("key") or fresh_key()
        if not self.is_placed() and cleaned.get("day") and cleaned.get("zone"):
            self.place(cleaned["day"], cleaned["zone"])
        return cleaned

    def is_placed(self) -> bool:
        """Whether a stored log stays where it is: only another moment or zone moves it (rules.md, 3)."""
        return self.instance.pk is not None and not set(self.PLACED) & set(self.changed_data)

    def place(self, day: date, zone: str) -> None:
        if day > self.latest(zone):
            self.add_error("day", _("That day has not begun yet."))
        else:
            self.resolve(day, zone)

    def latest(self, zone: str) -> date:
        """The day that has begun last in a zone."""
        raise NotImplementedError

    def resolve(self, day: date, zone: str) -> None:
        """Turn the clock times into moments on the instance."""
        raise NotImplementedError

    def moment(self, name: str, on: date, zone: str) -> datetime | None:
        """The moment that a clock time means on a date; one that came twice is asked about (rules.md, 4)."""
        clock: time | None = self.cleaned_data.get(name)
        if clock is None:
            return None
        if not days.is_twice(on, minutes(clock), zone):
            return days.moment(on, minutes(clock), zone)
        which = self.which(name)
        return days.moment(on, minutes(clock), zone, second=which == "second") if which else None

    def which(self, name: str) -> str:
        """Which of two equal clock times was meant, "first" or "second"; "" until that is answered.

        The question joins the form either way, so that the answer is kept while something else is mended.
        """
        asked = f"{name}_twice"
        self.fields[asked] = forms.ChoiceField(
            label=_("The clocks went back: which of the two?"),
            choices=[
                ("first", _("the first, before they went back")),
                ("second", _("the second, after they went back")),
            ],
            widget=forms.RadioSelect,
            required=False,
        )
        answer = self.data.get(self.add_prefix(asked), "")
        if answer in ("first", "second"):
            return str(answer)
        self.add_error(name, _("That time came twice that night. Choose one of the two below."))
        return ""

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # the stubs leave it out
        if not self.errors and not self.is_placed():
            self.instance.settle()

    def _update_errors(self, errors: ValidationError) -> None:
        """What the model refuses: one sentence a field, and nothing about the whole while a part is wrong."""
        if hasattr(errors, "error_dict"):
            known = {*self.errors, NON_FIELD_ERRORS} if self.errors else set()
            errors = ValidationError({n: found for n, found in errors.error_dict.items() if n not in known})
        super()._update_errors(errors)  # type: ignore[misc]

    def face(self, current: Log) -> None:
        """The log was changed meanwhile: say so, show what is stored, and let the next save win knowingly."""
        data = cast(QueryDict, self.data).copy()
        data["seen"] = str(current.version)
        self.data = data
        self.rival = self.differences(current)
        self.add_error(
            None, _("This was changed elsewhere meanwhile. Save again to keep what you typed here.")
        )

    def differences(self, current: Log) -> list[tuple[str, str, str]]:
        """The fields that differ: their label, what is stored now, what was typed here."""
        stored = type(self)(instance=current, user=self.user)
        pairs = [(self[name], stored[name]) for name in stored.fields if name not in ("key", "seen")]
        return [
            (str(mine.label), worded(theirs), worded(mine))
            for mine, theirs in pairs
            if mine.field.has_changed(theirs.initial, mine.data)
        ]

    @property
    def log(self) -> Log:
        log: Log = self.instance
        return log


class MomentForm(LogForm):
    """A log with at most one moment, which may be left out."""

    PLACED = ("day", "time", "zone")

    time = forms.TimeField(
        label=_("At"), required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )

    def clocks(self) -> dict[str, Any]:
        return {"time": self.wall(self.instance.start, self.instance.zone)}

    def latest(self, zone: str) -> date:
        return days.day_of(timezone.now(), zone, self.user.day_start)

    def resolve(self, day: date, zone: str) -> None:
        """On the page of a day, a time before the day start is on the next date (rules.md, 2)."""
        self.instance.zone = zone
        clock: time | None = self.cleaned_data.get("time")
        on = days.on_page(day, minutes(clock), self.user.day_start) if clock else day
        self.instance.start = self.moment("time", on, zone)
