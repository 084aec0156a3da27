"""A sleep: the quick form is asleep, awake, quality; the rest of the diary unfolds."""

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.metrics.sleep import HYGIENE
from tracker.forms.log import LogForm, ZoneField, choices, minutes
from tracker.models import SleepLog

SHORT, LONG = timedelta(hours=2), timedelta(hours=14)
DAY = timedelta(days=1)


def clock_field(label: str) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, required=False, widget=widget)


class SleepForm(LogForm):
    GROUPS = (
        ("", ("asleep_at", "awake_at", "quality", "nap")),
        (
            _("The whole diary"),
            ("bed_at", "tried_at", "sol", "awakenings", "waso", "up_at", "alarm", "free_day"),
        ),
        (_("That evening"), ("hygiene",)),
        (_("Day, zones, note"), ("day", "zone_bed", "zone", "note")),
    )

    asleep_at = clock_field(_("Fell asleep"))
    awake_at = clock_field(_("Woke up"))
    bed_at = clock_field(_("Got into bed"))
    tried_at = clock_field(_("Tried to sleep"))
    up_at = clock_field(_("Got out of bed"))
    quality = forms.TypedChoiceField(
        label=_("How was it?"),
        choices=[
            ("", "–"),
            (1, _("very poor")),
            (2, _("poor")),
            (3, _("fair")),
            (4, _("good")),
            (5, _("very good")),
        ],
        coerce=int,
        empty_value=None,
        required=False,
    )
    hygiene = forms.MultipleChoiceField(
        label=_("What you did that evening"),
        choices=choices(HYGIENE),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    zone_bed = ZoneField(label=_("Time zone at bed"))

    class Meta:
        model = SleepLog
        fields = (
            "nap",
            "sol",
            "awakenings",
            "waso",
            "quality",
            "alarm",
            "free_day",
            "hygiene",
            "note",
            "day",
            "zone",
            "zone_bed",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = _("Woke up on")
        self.fields["zone"].label = _("Time zone at waking")
        self.initial.setdefault("zone_bed", self.user.zone)
        if isinstance(self.initial.get("hygiene"), str):
            self.initial["hygiene"] = self.initial["hygiene"].split()

    def clocks(self) -> dict[str, Any]:
        log = self.instance
        at_bed = {f"{n}_at": self.wall(getattr(log, n), log.zone_bed) for n in ("bed", "tried", "asleep")}
        return at_bed | {f"{n}_at": self.wall(getattr(log, n), log.zone) for n in ("awake", "up")}

    def clean_hygiene(self) -> str:
        return " ".join(self.cleaned_data["hygiene"])

    def clean_zone_bed(self) -> str:
        return self.cleaned_data.get("zone_bed") or self.user.zone

    def resolve(self, day: date, zone: str) -> None:
        """The waking is on its day; the rest is the nearest time before it, or after it (rules.md, 1, 7)."""
        log, zone_bed = self.instance, self.cleaned_data.get("zone_bed") or zone
        log.zone, log.zone_bed = zone, zone_bed
        log.awake = self.moment("awake_at", day, zone)
        if log.awake is None:
            self.need("awake_at", _("When did you wake up?"))
            return
        log.asleep = self.before("asleep_at", log.awake, zone_bed)
        log.tried = self.before("tried_at", log.asleep or log.awake, zone_bed)
        sol = self.cleaned_data.get("sol")
        if log.tried and sol is not None:
            log.asleep = log.tried + timedelta(minutes=sol)
        if log.asleep is None:
            self.need("asleep_at", _("When did you fall asleep?"))
        log.bed = self.before("bed_at", log.tried or log.asleep or log.awake, zone_bed)
        log.up = self.after("up_at", log.awake, zone)

    def need(self, name: str, sentence: str) -> None:
        if not self.has_error(name):
            self.add_error(name, sentence)

    def before(self, name: str, limit: datetime, zone: str) -> datetime | None:
        """The last moment at or before the limit at which the clock of the zone showed the time typed."""
        on = days.local_date(limit, zone)
        clock = self.cleaned_data.get(name)
        late = clock is not None and days.moment(on, minutes(clock), zone) > limit
        same = name == "asleep_at" and clock is not None and days.moment(on, minutes(clock), zone) == limit
        return self.moment(name, on - DAY if late or same else on, zone)

    def after(self, name: str, limit: datetime, zone: str) -> datetime | None:
        """The first moment at or after the limit at which the clock of the zone shows the time typed."""
        on = days.local_date(limit, zone)
        clock = self.cleaned_data.get(name)
        early = clock is not None and days.moment(on, minutes(clock), zone, second=True) < limit
        return self.moment(name, on + DAY if early else on, zone)

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors and self.instance.asleep:
            if self.instance.conflict():
                self.add_error(None, self.instance.conflict())
            self.check_length()

    def check_length(self) -> None:
        """A length that is rather a slip of the clock is asked about before it is saved (rules.md, 8)."""
        log = self.instance
        length = (log.up or log.awake) - (log.bed or log.tried or log.asleep)
        if (log.nap or length >= SHORT) and length <= LONG:
            return
        self.fields["sure"] = forms.BooleanField(label=_("Yes, save it like this"), required=False)
        if not self.data.get(self.add_prefix("sure")):
            hours = {"hours": length // timedelta(hours=1), "minutes": length // timedelta(minutes=1) % 60}
            question = _(
                "That would be %(hours)d h %(minutes)d min in bed. AM or PM? "
                "Change the times, or save it as it is."
            )
            self.add_error(None, question % hours)

    @property
    def groups(self) -> list[Any]:
        """The question about the length stands first, where there is one."""
        shown = super().groups
        if "sure" in self.fields:
            shown.insert(0, ("", [self["sure"]], True))
        return shown
