"""What the shapes refuse, in plain words: pydantic's own are for programmers and change between versions."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

NUMBER = gettext_lazy("It has to be a number.")
WHOLE = gettext_lazy("It has to be a whole number.")
TRUTH = gettext_lazy("It has to be true or false.")
TEXT = gettext_lazy("It has to be a text.")
OBJECT = gettext_lazy("It has to be an object, with names and values.")
SENTENCES: dict[str, str | Promise] = {  # by the type of the error, which stays the same between versions
    "missing": gettext_lazy("It is needed."),
    "extra_forbidden": gettext_lazy("There is no field of this name here."),
    "greater_than_equal": gettext_lazy("It has to be at least %(ge)g."),
    "less_than_equal": gettext_lazy("It has to be at most %(le)g."),
    "less_than": gettext_lazy("It has to be less than %(lt)g."),
    "finite_number": NUMBER,
    "float_type": NUMBER,
    "float_parsing": NUMBER,
    "int_type": WHOLE,
    "int_parsing": WHOLE,
    "int_parsing_size": gettext_lazy("The number is too large."),
    "int_from_float": WHOLE,
    "bool_type": TRUTH,
    "bool_parsing": TRUTH,
    "string_type": TEXT,
    "string_unicode": TEXT,
    "list_type": gettext_lazy("It has to be a list."),
    "dict_type": OBJECT,
    "model_type": OBJECT,
    "model_attributes_type": OBJECT,
}
TOO_LONG = gettext_lazy("It may have at most %(max_length)s characters; this has %(actual_length)s.")
TOO_MANY = gettext_lazy("The list may have at most %(max_length)s items; this has %(actual_length)s.")


def sentence(found: Mapping[str, Any]) -> str:
    """What is wrong, from an error as pydantic describes it: its type, and the limits in its `ctx`."""
    kind, context = found["type"], found.get("ctx", {})
    if kind == "value_error":
        return str(context["error"])
    if kind == "literal_error":
        return _one_of(context["expected"])
    if kind in ("too_short", "string_too_short"):
        return _("It may not be empty.")
    if kind in ("too_long", "string_too_long"):
        return str(TOO_MANY if context.get("field_type") == "List" else TOO_LONG) % context
    return str(SENTENCES.get(kind, _("It is not as it has to be."))) % context


def _one_of(expected: str) -> str:
    """From "'', 'light' or 'vigorous'"."""
    words = [word for word in re.findall(r"'([^']*)'", expected) if word]
    return _("It has to be one of these: %s.") % ", ".join(words)
