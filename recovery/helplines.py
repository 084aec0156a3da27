"""Numbers to call, by country: data that a site's keeper checks and extends.

Each was found on a page of the service itself or of those who announce it. Numbers change; the page says so.
"""

from dataclasses import dataclass

from recovery.words import N_

CHECKED = "2026-11"  # the month in which the list was last gone through


@dataclass(frozen=True)
class Helpline:
    """`countries` are ISO 3166 codes, or "EU"; `place` names them on a page; `number` is as dialled."""

    countries: tuple[str, ...]
    place: str
    name: str
    number: str


EMERGENCY = (
    Helpline(("EU",), N_("European Union"), N_("Emergency number"), "112"),
    Helpline(("US",), N_("United States"), N_("Emergency number"), "911"),
    Helpline(("AU",), N_("Australia"), N_("Emergency number"), "000"),
)
LISTENING = (
    Helpline(("US",), N_("United States"), N_("988 Suicide & Crisis Lifeline"), "988"),
    Helpline(("CA",), N_("Canada"), N_("9-8-8 Suicide Crisis Helpline"), "988"),
    Helpline(("GB", "IE"), N_("United Kingdom and Ireland"), N_("Samaritans"), "116 123"),
    Helpline(("FR",), N_("France"), N_("National line for the prevention of suicide"), "3114"),
    Helpline(("AU",), N_("Australia"), N_("Lifeline"), "13 11 14"),
)
HELPLINES = (*EMERGENCY, *LISTENING)
