"""The few drawings that stand beside words: icons, and a mark for each state."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from recovery.adherence import State

register = template.Library()


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of our icons, hidden from screen readers: words stand beside it."""
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"></use></svg>', static("icons/icons.svg"), name
    )


MARKS = {
    State.MET: "M5 12.5l4.5 4.5L19 7.5",
    State.MISSED: "M7 12h10",
    State.NOT_LOGGED: "",
    State.EXCUSED: "M9.5 8v8M14.5 8v8",
    State.NOT_PLANNED: "",
    State.OPEN: "",
    State.LOGGED: "",
}


@register.simple_tag
def mark(state: State | str) -> SafeString:
    """A state as a shape, which tells it without colour; its words stand beside it."""
    named = State(state)
    return format_html(
        '<svg class="mark {}" viewBox="0 0 24 24" aria-hidden="true">'
        '<rect x="2" y="2" width="20" height="20" rx="6"/>'
        '<path d="{}"/></svg>',
        named.value,
        MARKS[named],
    )
