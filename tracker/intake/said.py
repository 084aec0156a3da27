"""Sentences of a report: kept as they were marked, worded in the reader's language when they are shown."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext, override

from tracker.importers import Problem, Unreadable
from tracker.models import Log

Said = list[Any]  # the sentence, what stands in it, and the name of the column it speaks of


def of_problem(problem: Problem) -> Said:
    return [problem.sentence, _plain(problem.params), ""]


def of_refusal(error: ValidationError, model: type[Log] | None) -> Said:
    """The first thing that is wrong with an entry."""
    with override(None):  # no language: gettext gives the sentence as it was marked
        name, first = _first(error)
        field = next((f for f in model._meta.concrete_fields if f.name == name), None) if model else None
        label = str(field.verbose_name) if field else ""
        if isinstance(first.message, str):
            return [first.message, _plain(first.params or {}), label]
        try:
            return [str(first.message), _plain(first.params or {}), label]
        except (TypeError, KeyError, ValueError):  # a sentence with a plural has to know its number
            return [first.messages[0], {}, label]


def of_unreadable(error: Unreadable) -> list[Any]:
    return [error.sentence, error.line, error.file, _plain(error.params)]


def worded(said: Said) -> str:
    sentence, params, label = said
    text = gettext(sentence) % params if params else gettext(sentence)
    return f"{gettext(label)}: {text}" if label else text


def unreadable(kept: list[Any]) -> Unreadable:
    sentence, line, file, params = kept
    return Unreadable(sentence, line, file, **params)


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
