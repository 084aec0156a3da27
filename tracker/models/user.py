"""A person: how they log in, where and how they live, and which version their record is at."""

from datetime import date, datetime
from typing import Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from recovery import days
from recovery.history import WORK_DAYS
from recovery.strategies.strategy import Band

PILLARS = {
    "sleep": _("Sleep"),
    "exercise": _("Exercise"),
    "diet": _("Diet"),
    "practice": _("Stress practice"),
}
ZONES = frozenset(available_timezones())


def check_zone(name: str) -> None:
    if name not in ZONES:
        raise ValidationError(_("“%(zone)s” is not a time zone we know."), params={"zone": name})


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    class Clock(models.TextChoices):
        LANGUAGE = "", _("as usual in my language")
        H24 = "24", _("23:18")
        H12 = "12", _("11:18 p.m.")

    class Theme(models.TextChoices):
        SYSTEM = "", _("as the device")
        LIGHT = "light", _("light")
        DARK = "dark", _("dark")

    class Age(models.TextChoices):
        UNKNOWN = Band.UNKNOWN.value, _("rather not say")
        UNDER_18 = Band.UNDER_18.value, _("under 18")
        YOUNG_ADULT = Band.YOUNG_ADULT.value, _("18 to 25")
        ADULT = Band.ADULT.value, _("26 to 64")
        OLDER = Band.OLDER.value, _("65 or older")

    class Drink(models.IntegerChoices):
        G8 = 8, _("8 g (United Kingdom)")
        G10 = 10, _("10 g (most of Europe, Australia)")
        G12 = 12, _("12 g (Denmark, Germany, Italy)")
        G14 = 14, _("14 g (United States)")

    email = models.EmailField(_("e-mail"), max_length=254, unique=True)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[check_zone])
    day_start = models.PositiveSmallIntegerField(
        _("a day starts at"), default=4 * 60, validators=[MaxValueValidator(6 * 60)]
    )
    week_start = models.PositiveSmallIntegerField(
        _("a week starts on"), default=0
    )  # 0 Monday, 5 Saturday, 6 Sunday
    clock = models.CharField(_("clock"), max_length=2, choices=Clock, default="", blank=True)
    theme = models.CharField(_("theme"), max_length=5, choices=Theme, default="", blank=True)
    language = models.CharField(_("language"), max_length=10, default="", blank=True)
    age = models.CharField(_("age"), max_length=10, choices=Age, default="", blank=True)
    pregnant = models.BooleanField(_("pregnant"), default=False)
    pillars = models.CharField(_("what to follow"), max_length=40, default=" ".join(PILLARS), blank=True)
    gentle = models.BooleanField(_("gentle mode"), default=False)
    work_days = models.PositiveSmallIntegerField(
        _("usual work days"), default=WORK_DAYS, validators=[MaxValueValidator(127)]
    )  # a bit a weekday, Monday the lowest
    checks_in = models.BooleanField(_("check-in"), default=True)  # whether its strip and chart are shown
    drink = models.PositiveSmallIntegerField(_("a standard drink"), choices=Drink, default=Drink.G10)

    feed = models.CharField(max_length=64, null=True, blank=True, unique=True)  # digest of the secret
    welcomed = models.BooleanField(default=False)  # has been through the first plan
    asked = models.DateField(null=True, blank=True)  # the last day whose completeness was asked about
    record = models.PositiveBigIntegerField(default=1)  # grows with every write to the record
    sample_until = models.DateTimeField(null=True, blank=True)  # a sample person goes then

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_once"),
            models.CheckConstraint(condition=models.Q(day_start__lte=360), name="user_day_start_by_six"),
            models.CheckConstraint(condition=models.Q(week_start__lte=6), name="user_week_start_a_weekday"),
            models.CheckConstraint(condition=models.Q(work_days__lte=127), name="user_work_days_of_a_week"),
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"  # never an address: this may reach a log

    @property
    def follows(self) -> tuple[str, ...]:
        """The pillars this person follows, in the order of the pages."""
        return tuple(pillar for pillar in PILLARS if pillar in self.pillars.split())

    @property
    def kinds(self) -> tuple[str, ...]:
        """What this person's pages show: the pillars they follow, and the check-in unless it is hidden."""
        return (*self.follows, "checkin") if self.checks_in else self.follows

    @property
    def initials(self) -> str:
        return self.email[:2].upper()

    def now(self) -> datetime:
        """This moment on the person's own wall."""
        return timezone.now().astimezone(ZoneInfo(self.zone))

    def today(self) -> date:
        """The day that a log of this moment counts to (rules.md, 2)."""
        return days.day_of(timezone.now(), self.zone, self.day_start)

    def touch(self) -> None:
        """The record has changed: whatever was computed from an earlier version is out of date."""
        User.objects.filter(pk=self.pk).update(record=models.F("record") + 1)
        self.record += 1  # where another write got in between, the next request reads its number
