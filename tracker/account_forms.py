"""Forms about a person: the welcome, the settings, the first plan, leaving."""

from dataclasses import dataclass
from datetime import time
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recovery.aims import Aim
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Band, Strategy
from tracker.forms.zones import ZoneSelect, zones
from tracker.kinds import KINDS
from tracker.models import Target, Token, User
from tracker.models.token import Scope
from tracker.models.user import PILLARS
from tracker.templatetags.units import WEEKDAYS

HALF_HOURS = [(m, f"{m // 60:02d}:{m % 60:02d}") for m in range(0, 6 * 60 + 1, 30)]
WEEK_STARTS = [(0, _("Monday")), (5, _("Saturday")), (6, _("Sunday"))]
WRONG_PASSWORD = _("That is not your password.")


class AboutForm(forms.ModelForm):
    """What the first plan needs to know; only the zone and one pillar have to be given."""

    zone = forms.ChoiceField(label=_("Time zone"), widget=ZoneSelect)
    age = forms.ChoiceField(
        label=_("Age"), choices=User.Age.choices, required=False, widget=forms.RadioSelect
    )
    pillars = forms.MultipleChoiceField(
        label=_("What would you like to follow?"),
        choices=list(PILLARS.items()),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one: there would be nothing to show.")},
    )

    class Meta:
        model = User
        fields = ["zone", "age", "pregnant", "pillars"]
        labels = {"pregnant": _("I am pregnant")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["pillars"] = list(self.instance.follows)
        zone = self.fields["zone"]
        zone.choices = zones(self.instance.zone)  # type: ignore[attr-defined]
        if not self.instance.welcomed and not self.is_bound:
            zone.widget.attrs["data-zone"] = ""  # app.js sets it to the browser's

    def clean_pillars(self) -> str:
        return " ".join(pillar for pillar in PILLARS if pillar in self.cleaned_data["pillars"])

    def save(self, commit: bool = True) -> User:
        """Only the form's own columns: the record's version may have grown meanwhile."""
        user: User = self.instance
        user.save(update_fields=list(self.fields))
        return user


class SettingsForm(AboutForm):
    day_start = forms.TypedChoiceField(
        label=_("A day starts at"),
        choices=HALF_HOURS,
        coerce=int,
        help_text=_("What you log between midnight and then counts to the day before; sleep does not."),
    )
    week_start = forms.TypedChoiceField(
        label=_("A week starts on"),
        choices=WEEK_STARTS,
        coerce=int,
        help_text=_("In calendars. Weeks that count go from Monday to Sunday."),
    )
    work_days = forms.MultipleChoiceField(
        label=_("Usual work days"),
        choices=[(str(n), name) for n, name in enumerate(WEEKDAYS)],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Nights before other days count as before a free day, unless the night says otherwise. With "
            "shifts choose none: what compares work days with free days is then left out."
        ),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=[("", _("as the browser")), *settings.LANGUAGES], required=False
    )

    class Meta(AboutForm.Meta):
        fields = [
            *AboutForm.Meta.fields,
            "day_start", "week_start", "work_days", "clock", "language", "theme", "gentle", "drink",
            "checks_in",
        ]  # fmt: skip
        labels = {
            **AboutForm.Meta.labels,
            "gentle": _("Gentle mode"),
            "checks_in": _("Daily check-in: mood, energy, focus, stress, sleepiness"),
        }
        widgets = {"clock": forms.RadioSelect, "theme": forms.RadioSelect}
        help_texts = {"gentle": _("Words and shapes instead of numbers.")}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["work_days"] = [str(n) for n in range(7) if self.instance.work_days >> n & 1]

    def clean_work_days(self) -> int:
        return sum(1 << int(n) for n in self.cleaned_data["work_days"])

    @property
    def moves_days(self) -> bool:
        """Whether logs to come may count to another day than they would have."""
        return bool({"zone", "day_start"} & set(self.changed_data))


@dataclass(frozen=True)
class Offer:
    """A strategy in the first plan: its aim at this person's age, or none, and the fields that take it up."""

    strategy: Strategy
    aim: Aim | None
    chosen: forms.BoundField | None
    clock: forms.BoundField | None


class FirstPlanForm(forms.Form):
    """A tick for each strategy that has a default for this person; a clock time where one is aimed at."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.aims = [(s, default(s, user)) for s in STRATEGIES if s.is_for(user.follows)]
        for strategy, aim in self.aims:
            if aim:
                self._ask(strategy, aim)

    def _ask(self, strategy: Strategy, aim: Aim) -> None:
        self.fields[strategy.slug] = forms.BooleanField(
            label=_(strategy.title), required=False, initial=strategy.first
        )
        if aim.clock is not None:
            hour, minute = divmod(int(aim.clock), 60)
            self.fields[f"{strategy.slug}-clock"] = forms.TimeField(
                label=_("I want to get up at"),
                initial=time(hour, minute),
                widget=forms.TimeInput({"type": "time"}, "%H:%M"),
            )

    def pillars(self) -> list[tuple[Promise, str, list[Offer]]]:
        """The offers by pillar: its title, its slug, its strategies."""
        return [
            (KINDS[pillar].title, pillar, [self._offer(s, aim) for s, aim in self.aims if s.pillar == pillar])
            for pillar in self.user.follows
        ]

    def _offer(self, strategy: Strategy, aim: Aim | None) -> Offer:
        clock = f"{strategy.slug}-clock"
        return Offer(
            strategy,
            aim,
            self[strategy.slug] if strategy.slug in self.fields else None,
            self[clock] if clock in self.fields else None,
        )

    def save(self) -> None:
        """Begin the plan today; what was not ticked is not followed."""
        with transaction.atomic():
            for strategy, aim in self.aims:
                if aim and self.cleaned_data[strategy.slug]:
                    self._begin(strategy, aim)
            User.objects.filter(pk=self.user.pk).update(welcomed=True)
            self.user.touch()

    def _begin(self, strategy: Strategy, aim: Aim) -> None:
        wall: time | None = self.cleaned_data.get(f"{strategy.slug}-clock")
        Target.objects.update_or_create(
            user=self.user,
            strategy=strategy.slug,
            starts=self.user.today(),
            defaults={
                "low": aim.low,
                "high": aim.high,
                "dose": aim.dose,
                "clock": wall.hour * 60 + wall.minute if wall else aim.clock,
            },
        )


def default(strategy: Strategy, user: User) -> Aim | None:
    """The default aim at this person's age; None where no number fits."""
    return strategy.default(Band(user.age), pregnant=user.pregnant)


class PasswordAskedForm(forms.Form):
    """Asks for the password, so that a device left open cannot take an account away."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(WRONG_PASSWORD)
        return password


class EmailForm(PasswordAskedForm):
    email = forms.EmailField(
        label=_("New e-mail"), max_length=254, widget=forms.EmailInput({"autocomplete": "email"})
    )
    field_order = ("email", "password")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exclude(pk=self.user.pk).exists():
            raise forms.ValidationError(_("Another account has this address."))
        return email


class DeleteForm(PasswordAskedForm):
    """A sample person has no password and is not asked for one."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        if not user.has_usable_password():
            del self.fields["password"]


class TokenForm(forms.ModelForm):
    """A name to know it by, and what it may; nothing is ticked, so that no token may more than was meant."""

    may = forms.MultipleChoiceField(
        label=_("It may"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Token
        fields = ("name",)

    def save(self, commit: bool = True) -> str:
        """Make the token, and return what nobody can look up later."""
        token: Token = self.instance
        token.scopes = " ".join(self.cleaned_data["may"])
        secret = token.renew()
        token.save()
        return secret
