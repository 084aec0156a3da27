"""Sentences of a report: kept as they were marked, worded in the reader's language when they are shown."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import formats
from django.utils.translation import gettext, override

from recovery.words import N_
from tracker.importers import Problem, Unreadable
from tracker.models import Log

Said = list[Any]  # the sentence, what stands in it, and the name of the column it speaks of
OF_LINE = ("line", "cell", "value")  # what in a sentence differs from line to line
UNKNOWN = N_("none of those that are known here")
# What is asked of somebody who types, said of a file: by the code of Django's own rules, and by our sentence.
BY_CODE = {
    "max_value": N_("more than %(limit_value)s"),
    "min_value": N_("less than %(limit_value)s"),
    "max_length": N_("longer than %(limit_value)s characters"),
    "null": N_("it is missing"),
    "blank": N_("it is missing"),
    "invalid": N_("“%(value)s” is nothing that can stand there"),
    "invalid_choice": UNKNOWN,
}
BY_SENTENCE = {
    "Choose a day between 1970 and today.": N_("before 1970, or in the future"),
    "How many minutes was it?": N_("none, or not known"),
    "Choose an activity from the list.": UNKNOWN,
    "Choose a practice from the list.": UNKNOWN,
    "Choose something from the list.": UNKNOWN,
    "Choose from the list.": UNKNOWN,
    "Choose light, moderate or vigorous.": N_("neither light nor moderate nor vigorous"),
    "More minutes awake than the night has: leave some sleep.": N_("more than the night has"),
    "Rate at least one of the five.": N_("None of the five is rated."),
}


def of_problem(problem: Problem) -> Said:
    return [problem.sentence, _plain(problem.params), ""]


def of_refusal(error: ValidationError, model: type[Log] | None) -> Said:
    """The first thing that is wrong with an entry."""
    with override(None):  # no language: gettext gives the sentence as it was marked
        name, first = _first(error)
        field = next((f for f in model._meta.concrete_fields if f.name == name), None) if model else None
        label = str(field.verbose_name) if field else ""
        sentence = BY_CODE.get(first.code or "") or str(first.message)
        return [BY_SENTENCE.get(sentence, sentence), _plain(first.params or {}), label]


def reason(said: Said) -> Said:
    """The same for all lines that are left out for it."""
    sentence, params, label = said
    return [sentence, {name: "…" if name in OF_LINE else told for name, told in params.items()}, label]


def of_unreadable(error: Unreadable) -> list[Any]:
    return [error.sentence, error.line, error.file, _plain(error.params)]


def worded(said: Said) -> str:
    sentence, params, label = said
    text = gettext(sentence) % _shown(params) if params else gettext(sentence)
    return f"{gettext(label)}: {text}" if label else text


def unreadable(kept: list[Any]) -> Unreadable:
    sentence, line, file, params = kept
    return Unreadable(sentence, line, file, **_shown(params))


def _first(error: ValidationError) -> tuple[str, ValidationError]:
    if not hasattr(error, "error_dict"):
        return "", error.error_list[0]
    name, errors = next(iter(error.error_dict.items()))
    return name, errors[0]


def _plain(params: Mapping[str, object]) -> dict[str, object]:
    """As JSON holds it."""
    return {
        name: value if isinstance(value, int | float | str | None) else str(value)
        for name, value in params.items()
    }


def _shown(params: Mapping[str, Any]) -> dict[str, Any]:
    """Counts as the reader's language groups them; the number of a line stays as an editor shows it."""
    return {
        name: formats.number_format(value, force_grouping=True)
        if isinstance(value, int) and name != "line"
        else value
        for name, value in params.items()
    }
