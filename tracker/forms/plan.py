"""The plan: what one aims for from a day on, and pauses."""

from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recovery.aims import EVERY_DAY, Aim, Judged
from recovery.metrics.metric import Unit
from recovery.strategies.strategy import Strategy
from tracker.models import Pause, Target, User
from tracker.models.log import FIRST_DAY
from tracker.models.user import PILLARS
from tracker.templatetags.units import WEEKDAYS

AHEAD = timedelta(days=366)
MOST = 7 * 24 * 60  # the minutes of a week: more no aim can ask
TOO_LITTLE, TOO_MUCH = _("It has to be at least %(limit_value)s."), _("It has to be at most %(limit_value)s.")
LABELS = {
    Judged.DAY: (_("At least, a day"), _("At most, a day")),
    Judged.SUM: (_("At least, a week"), _("At most, a week")),
    Judged.MEAN: (_("At least, in the week’s mean"), _("At most, in the week’s mean")),
    Judged.DAYS: (_("On at least so many days a week"), _("On at most so many days a week")),
}
IN_HOURS = (_("At least, in hours"), _("At most, in hours"))


def check_day(day: date) -> None:
    if not FIRST_DAY <= day <= timezone.now().date() + AHEAD:
        raise ValidationError(_("Choose a day between 1970 and a year from now."))


def date_field(**options: Any) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, validators=[check_day], **options)


def plainly(value: float | None) -> float | None:
    """30 rather than 30.0."""
    return int(value) if value is not None and value == int(value) else value


class TargetForm(forms.ModelForm):
    """The values of one strategy from a day on; which of them are asked follows from how it is judged."""

    starts = date_field(label=_("From"))
    reference = forms.TimeField(
        label=_("The time you aim for"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    on = forms.MultipleChoiceField(
        label=_("On these days"),
        choices=[(str(n), name) for n, name in enumerate(WEEKDAYS)],
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Target
        fields = ("low", "high", "dose")

    def __init__(self, *args: Any, user: User, strategy: Strategy, held: Aim | Target, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.strategy = user, strategy
        self.instance.user, self.instance.strategy = user, strategy.slug
        self.label()
        self.drop()
        mask = getattr(held, "weekdays", EVERY_DAY)
        self.initial = {
            "starts": user.today(),
            "low": plainly(held.low),
            "high": plainly(held.high),
            "dose": plainly(held.dose),
            "reference": None if held.clock is None else time(*divmod(int(held.clock), 60)),
            "on": [str(n) for n in range(7) if mask >> n & 1],
        } | (kwargs.get("initial") or {})

    def label(self) -> None:
        hours = self.strategy.metric.unit is Unit.HOURS
        labels = IN_HOURS if hours else LABELS[self.strategy.aim.judged]
        self.fields["low"].label, self.fields["high"].label = labels
        self.fields["dose"].label = _("With at least so many minutes each")
        if self.strategy.aim.clock is not None:
            self.fields["high"].label = _("Give or take, in minutes")
        bounds = [MinValueValidator(0, TOO_LITTLE), MaxValueValidator(MOST, TOO_MUCH)]
        for name in ("low", "high", "dose"):
            self.fields[name].validators += bounds
            self.fields[name].widget.attrs.update(step="any", inputmode="decimal")

    def drop(self) -> None:
        """Only what the strategy is judged by is asked."""
        aim = self.strategy.aim
        asked = {
            "low": aim.low is not None,
            "high": aim.high is not None,
            "dose": aim.judged is Judged.DAYS,
            "reference": aim.clock is not None,
            "on": aim.judged is Judged.DAY,
        }
        for name, needed in asked.items():
            if not needed:
                del self.fields[name]

    def clean_starts(self) -> date:
        """No start in the past, except a strategy's first (rules.md, 14)."""
        starts: date = self.cleaned_data["starts"]
        first = not self.user.targets.filter(strategy=self.strategy.slug).exists()
        if starts < self.user.today() and not first:
            raise ValidationError(_("A change starts today or later: past days keep the aim they had."))
        return starts

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and cleaned.get("low") is None and cleaned.get("high") is None:
            raise ValidationError(_("Give a number, or stop following this strategy below."))
        if cleaned.get("reference"):
            self.instance.clock = cleaned["reference"].hour * 60 + cleaned["reference"].minute
        if cleaned.get("on"):
            self.instance.weekdays = sum(1 << int(n) for n in cleaned["on"])
        return cleaned

    def save(self, commit: bool = True) -> Target:
        """One target for each start: a second one on the same day takes the first one's place."""
        target: Target = self.instance
        values = {name: getattr(target, name) for name in ("low", "high", "dose", "clock", "weekdays")}
        saved, _created = self.user.targets.update_or_create(
            strategy=target.strategy, starts=self.cleaned_data["starts"], defaults=values
        )
        return saved


class PauseForm(forms.ModelForm):
    first = date_field(label=_("From"))
    last = date_field(
        label=_("To, and including"), required=False, help_text=_("Leave it empty if you do not know yet.")
    )
    pillar = forms.ChoiceField(
        label=_("What is paused"),
        required=False,
        choices=[("", _("Everything")), *PILLARS.items()],
    )

    class Meta:
        model = Pause
        fields = ("pillar", "first", "last", "reason")
