"""The kinds of log, each named once: what everything that serves every kind goes by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recovery.history import History
from recovery.metrics.exercise import ACTIVITIES
from recovery.metrics.practice import TECHNIQUES
from tracker import forms, models, quick
from tracker.models import writing
from tracker.models.user import PILLARS


@dataclass(frozen=True)
class Kind:
    slug: str
    title: Promise
    form: type[forms.LogForm]
    suggests: Callable[[History, models.User, date], list[quick.Quick]]
    fields: Callable[[str, models.User, date], dict[str, Any]]  # what a quick entry writes
    none: Promise | None = None  # the words for "none today", where there is such a thing
    write: Callable[[Any], UUID | None] = writing.add  # what becomes of a quick entry
    timed: bool = False  # has a start/stop timer
    choices: Mapping[str, str] = field(default_factory=dict)  # what a timer can be of, and its words

    @property
    def model(self) -> type[models.Log]:
        return self.form._meta.model

    def of(self, user: models.User) -> models.LogQuerySet:
        """This person's logs of the kind."""
        return cast(models.LogQuerySet, getattr(user, f"{self.slug}logs").all())

    def quick_log(self, user: models.User, day: date, value: str, key: str) -> models.Log:
        """The log that a quick entry means, settled and valid; raises ValidationError where it means none."""
        try:
            fields = self.fields(value, user, day)
        except (ValueError, KeyError, OverflowError) as error:  # a value that none of our buttons sends
            raise ValidationError(_("That could not be logged. Please use the full form.")) from error
        log = self.model(user=user, day=day, zone=user.zone, key=key, **fields)
        log.settle()
        log.full_clean(exclude=["user"], validate_unique=False, validate_constraints=False)
        return log


KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "sleep",
            PILLARS["sleep"],
            forms.SleepForm,
            quick.sleep_suggests,
            quick.sleep_fields,
            _("Did not sleep"),
            timed=True,
        ),
        Kind(
            "exercise",
            PILLARS["exercise"],
            forms.ExerciseForm,
            quick.exercise_suggests,
            quick.exercise_fields,
            _("None today"),
            timed=True,
            choices={slug: activity.title for slug, activity in ACTIVITIES.items()},
        ),
        Kind(
            "diet",
            PILLARS["diet"],
            forms.DietForm,
            quick.diet_suggests,
            quick.diet_fields,
            _("Nothing today"),
        ),
        Kind(
            "practice",
            PILLARS["practice"],
            forms.PracticeForm,
            quick.practice_suggests,
            quick.practice_fields,
            _("None today"),
            timed=True,
            choices=TECHNIQUES,
        ),
        Kind(
            "checkin",
            _("Check-in"),
            forms.CheckinForm,
            quick.checkin_suggests,
            quick.checkin_fields,
            write=writing.rate,
        ),
    )
}
