"""Words of the glossary, dotted where they first stand on a page."""

import re
from functools import lru_cache
from typing import Any, cast

from django import template
from django.template.context import Context
from django.urls import reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext

from recovery.glossary import TERMS, Term

register = template.Library()


@lru_cache(maxsize=8)
def spelt(language: str) -> tuple[re.Pattern[str], dict[str, Term]]:
    """The pattern of every term in a language, the longest first, and the term of each spelling."""
    terms = {gettext(form).casefold(): term for term in TERMS for form in term.spellings}
    forms = sorted(map(re.escape, terms), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE), terms


@register.simple_tag(takes_context=True)
def dotted(context: Context, sentence: str) -> SafeString:
    """A sentence of the library, translated; each term that is new to the page leads to the glossary."""
    seen = cast(set[str], context.render_context.setdefault("dotted", cast(Any, set())))
    pattern, terms = spelt(get_language() or "")
    text, end, parts = gettext(sentence), 0, []
    for found in pattern.finditer(text):
        term = terms[found[0].casefold()]
        if term.slug not in seen and term.page is not context.get("entry"):
            seen.add(term.slug)
            parts += [conditional_escape(text[end : found.start()]), _link(term, found[0])]
            end = found.end()
    return mark_safe("".join([*parts, conditional_escape(text[end:])]))


def _link(term: Term, word: str) -> SafeString:
    return format_html(
        '<a class="term" href="{}#{}" data-meaning="{}" hx-boost="false">{}</a>',
        reverse("learn-words"), term.slug, gettext(term.meaning), word,
    )  # fmt: skip
