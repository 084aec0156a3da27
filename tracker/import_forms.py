"""Forms of an import: the file itself, and what it cannot say."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tracker import requests
from tracker.account_forms import zones
from tracker.intake import desk
from tracker.models import Import, User

ANSWER = 200  # characters


class UploadForm(forms.Form):
    file = forms.FileField(label=_("Choose a file"), allow_empty_file=True)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        bound = {"data-most": requests.most(user), "data-larger": requests.too_large(user)}
        self.fields["file"].widget.attrs |= bound  # the browser says it before it sends anything

    def clean_file(self) -> "UploadedFile[Any]":
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > requests.most(self.user):
            raise ValidationError(requests.too_large(self.user))
        if desk.is_full(self.user):
            raise ValidationError(
                gettext("You have several files under way. Take or discard one of them first.")
            )
        return file


class AnswersForm(forms.Form):
    """The questions of an import's format, with the answers that it was read with."""

    def __init__(self, *args: Any, batch: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = batch.report.get("questions", [])
        for number, question in enumerate(self.questions):
            self.fields[f"answer-{number}"] = _field(*question)

    @property
    def answers(self) -> dict[str, str]:
        """The answer to each question, by the question's own name."""
        return {
            name: self.cleaned_data[f"answer-{number}"]
            for number, (name, *_rest) in enumerate(self.questions)
        }


def _field(name: str, text: str, choices: dict[str, str], given: str, params: dict[str, str]) -> forms.Field:
    label = gettext(text) % params if params else gettext(text)
    if name == "zone":
        return forms.ChoiceField(label=label, choices=zones(given), initial=given)
    if not choices:
        return forms.CharField(label=label, initial=given, required=False, max_length=ANSWER)
    none = [] if given in choices else [("", "—")]
    worded = [(value, gettext(words) if words else value) for value, words in choices.items()]
    return forms.ChoiceField(label=label, choices=[*none, *worded], initial=given, required=False)
