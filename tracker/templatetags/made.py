"""The way from a number to what it was made of."""

from datetime import date

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from recovery.strategies.strategy import Strategy

register = template.Library()


@register.simple_block_tag
def made(content: str, of: Strategy | str, first: date, last: date) -> SafeString:
    """A number as a link to what it was made of between two days; it opens in the next `.made` of the page.

    `of` is the strategy whose keeping the number tells, or the slug of a metric or a summary,
    "kept" or "logged".
    """
    name, slug = ("made-habit", of.slug) if isinstance(of, Strategy) else ("made", of)
    return format_html(
        '<a class="number" href="{0}" hx-get="{0}" hx-select="#made > *" hx-target="next .made"'
        ' hx-swap="innerHTML" hx-push-url="false">{1}</a>',
        reverse(name, args=[slug, first, last]),
        content,
    )
