"""A sleep: the quick form is asleep, awake, quality; the rest of the diary unfolds."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.metrics.sleep import HYGIENE
from tracker.forms.log import LogForm, ZoneField, choices, minutes
from tracker.models import SleepLog
from tracker.models.sleep import MINUTE

SHORT, LONG = timedelta(hours=2), timedelta(hours=14)
DAY = timedelta(days=1)
CLOCKS = ("bed_at", "tried_at", "asleep_at", "awake_at", "up_at")


def clock_field(**options: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(required=False, widget=widget, **options)


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

    PLACED = ("day", "zone", "zone_bed", "sol", *CLOCKS)

    asleep_at = clock_field(label=_("Fell asleep"))
    awake_at = clock_field(label=_("Woke up"))
    bed_at = clock_field(label=_("Got into bed"))
    tried_at = clock_field(label=_("Tried to sleep"))
    up_at = clock_field(label=_("Got out of bed"))
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

    def latest(self, zone: str) -> date:
        return days.local_date(timezone.now(), zone)

    def resolve(self, day: date, zone: str) -> None:
        """The waking is on its day; the rest is the nearest time before it, or after it (rules.md, 1, 7)."""
        log: SleepLog = self.instance
        if log.pk and log.awake is None and not any(self.cleaned_data.get(name) for name in CLOCKS):
            return  # a day without sleep that is edited stays one
        zone_bed = self.cleaned_data.get("zone_bed") or zone
        log.awake = self.moment("awake_at", day, zone)
        if log.awake is None:
            if not self.has_error("awake_at"):
                self.add_error("awake_at", _("When did you wake up?"))
            return
        log.asleep = self.before("asleep_at", log.awake, zone_bed)
        log.tried = self.before("tried_at", log.asleep or log.awake, zone_bed)
        log.asleep = self.onset(log.tried, log.asleep)
        if log.asleep is None and not self.has_error("asleep_at"):
            self.add_error("asleep_at", _("When did you fall asleep?"))
        log.bed = self.before("bed_at", log.tried or log.asleep or log.awake, zone_bed)
        log.up = self.after("up_at", log.awake, zone)

    def onset(self, tried: datetime | None, asleep: datetime | None) -> datetime | None:
        """The time tried and the minutes to fall asleep give the onset, unless it alone is being edited."""
        sol = self.cleaned_data.get("sol")
        if tried is None or sol is None:
            return asleep
        derived: datetime = tried + sol * MINUTE
        if asleep is None or abs(asleep - derived) < MINUTE:
            return asleep or derived
        edited = {"asleep_at", "sol"} & set(self.changed_data)
        if self.instance.pk and edited == {"asleep_at"}:
            self.cleaned_data["sol"] = None  # follows from the onset, when the log settles
            return asleep
        if not self.instance.pk or edited != {"sol"}:
            sentence = _("That does not fit the time you fell asleep. Leave one of the two empty.")
            self.add_error("sol", sentence)
        return derived

    def before(self, name: str, limit: datetime, zone: str) -> datetime | None:
        """The last moment at or before the limit at which the clock of the zone showed the time typed.

        A sleep has a length, so its onset is before the limit.
        """
        clock: time | None = self.cleaned_data.get(name)
        if clock is None:
            return None
        on = days.local_date(limit, zone)
        shown = days.moment(on, minutes(clock), zone)
        late = shown > limit or (shown == limit and name == "asleep_at")
        return self.moment(name, on - DAY if late else on, zone)

    def after(self, name: str, limit: datetime, zone: str) -> datetime | None:
        """The first moment at or after the limit at which the clock of the zone shows the time typed."""
        clock: time | None = self.cleaned_data.get(name)
        if clock is None:
            return None
        on = days.local_date(limit, zone)
        early = days.moment(on, minutes(clock), zone, second=True) < limit
        return self.moment(name, on + DAY if early else on, zone)

    def _post_clean(self) -> None:
        super()._post_clean()
        if not self.errors and self.instance.asleep and not self.is_placed():
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
