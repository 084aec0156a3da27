"""The kinds of log, each named once: what everything that serves every kind goes by."""

from dataclasses import dataclass
from typing import cast

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tracker import forms, models


@dataclass(frozen=True)
class Kind:
    slug: str
    title: Promise
    form: type[forms.LogForm]

    @property
    def model(self) -> type[models.Log]:
        return self.form._meta.model

    def of(self, user: models.User) -> models.LogQuerySet:
        """This person's logs of the kind."""
        return cast(models.LogQuerySet, getattr(user, f"{self.slug}logs"))


KINDS = {
    kind.slug: kind
    for kind in (
        Kind("sleep", _("Sleep"), forms.SleepForm),
        Kind("exercise", _("Exercise"), forms.ExerciseForm),
        Kind("diet", _("Diet"), forms.DietForm),
        Kind("practice", _("Stress practice"), forms.PracticeForm),
    )
}
