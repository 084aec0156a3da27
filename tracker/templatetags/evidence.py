"""How sure the field is, in a word and in dots."""

from dataclasses import dataclass

from django import template
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from recovery.evidence import Grade

register = template.Library()
MOST = 4


@dataclass(frozen=True)
class Sureness:
    """A grade as a page shows it: a word, how many of four dots are filled, and what it means."""

    word: Promise
    dots: int
    meaning: Promise


SURENESS = {
    Grade.STRONG: Sureness(
        _("Strong"), 4, _("found again and again in people, and little speaks against it")
    ),
    Grade.MODERATE: Sureness(
        _("Moderate"), 3, _("found in people, but small, mixed, or observed and not tried")
    ),
    Grade.LIMITED: Sureness(_("Limited"), 2, _("few or small studies, or mostly animals")),
    Grade.DISPUTED: Sureness(_("Disputed"), 1, _("studies, or those who read them, contradict each other")),
    Grade.HYPOTHESIS: Sureness(_("Hypothesis"), 0, _("an idea that makes sense and has not been shown")),
}


@register.filter
def sureness(grade: Grade) -> Sureness:
    return SURENESS[grade]


@register.simple_tag
def dots(grade: Grade) -> SafeString:
    """Four dots, as many filled as the grade has; screen readers have the word beside them."""
    filled = SURENESS[grade].dots
    marks = format_html_join(
        "",
        '<circle class="{}" cx="{}" cy="6" r="4"/>',
        (("on" if n < filled else "", 6 + 13 * n) for n in range(MOST)),
    )
    return format_html('<svg class="dots" viewBox="0 0 51 12" aria-hidden="true">{}</svg>', marks)
