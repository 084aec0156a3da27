"""Numbers to call, by country: data that a site's keeper checks and extends.

Each was seen on a page of the service itself, or of an authority, a church or a charity that runs or
announces it: that page stands beside the number. Numbers change; the page of numbers says so.
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
    page: str  # where the number was seen, without the protocol
    seen: str = CHECKED  # in which month

    @property
    def site(self) -> str:
        return self.page.partition("/")[0]


EMERGENCY = (
    Helpline(
        ("EU",), N_("European Union"), N_("Emergency number"), "112",
        "digital-strategy.ec.europa.eu/en/news/"
        "112-day-saving-lives-quickly-and-easily-reaching-emergency-services-anywhere-eu",
    ),
    Helpline(
        ("GB",), N_("United Kingdom"), N_("Emergency number"), "999", "www.swast.nhs.uk/when-to-call-999"
    ),
    Helpline(
        ("US",), N_("United States"), N_("Emergency number"), "911",
        "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
    ),
    Helpline(
        ("CH",), N_("Switzerland"), N_("Emergency number"), "112",
        "hallo.gr.ch/en/gesundheit/notfall/Seiten/default.aspx",
    ),
    Helpline(("CA",), N_("Canada"), N_("Emergency number"), "911", "crtc.gc.ca/eng/phone/911/can.htm"),
    Helpline(
        ("AU",), N_("Australia"), N_("Emergency number"), "000",
        "www.health.gov.au/topics/mental-health-and-suicide-prevention/about-suicide-prevention",
    ),
    Helpline(
        ("NZ",), N_("New Zealand"), N_("Emergency number"), "111",
        "www.govt.nz/browse/crime-and-justice/crimes-and-emergencies/111-emergency-service/",
    ),
)  # fmt: skip
LISTENING = (
    Helpline(
        ("US",), N_("United States"), N_("988 Suicide & Crisis Lifeline"), "988",
        "health.wyo.gov/publichealth/prevention/wivpp/suicide-prevention/988-suicide-crisis-lifeline",
    ),
    Helpline(
        ("CA",), N_("Canada"), N_("9-8-8 Suicide Crisis Helpline"), "988",
        "www.newswire.ca/news-releases/statement-from-the-minister-of-mental-health-and-addictions-and-"
        "associate-minister-of-health-9-8-8-suicide-crisis-helpline-marks-one-year-of-service-877749062.html",
    ),
    Helpline(
        ("GB", "IE"), N_("United Kingdom and Ireland"), N_("Samaritans"), "116 123",
        "www.samaritans.org/how-we-can-help/contact-samaritan/",
    ),
    Helpline(
        ("DE",), N_("Germany"), N_("TelefonSeelsorge"), "116 123",
        "ansbach-evangelisch.de/jeder-braucht-mal-hilfe/",
    ),
    Helpline(("AT",), N_("Austria"), N_("TelefonSeelsorge"), "142", "www.katholisch.at/telefonseelsorge"),
    Helpline(
        ("FR",), N_("France"), N_("National line for the prevention of suicide"), "3114",
        "www.sallertaine.fr/3114-numero-national-de-prevention-du-suicide/",
    ),
    Helpline(("NL",), N_("Netherlands"), N_("113 Zelfmoordpreventie"), "113", "www.113.nl/schoolopdracht"),
    Helpline(
        ("CH", "LI"), N_("Switzerland and Liechtenstein"), N_("Tel 143, Die Dargebotene Hand"), "143",
        "www.143.ch",
    ),
    Helpline(
        ("AU",), N_("Australia"), N_("Lifeline"), "13 11 14",
        "lifelineh2h.org.au/get-help/telephone-crisis-support/faqs/",
    ),
    Helpline(
        ("NZ",), N_("New Zealand"), N_("Need to talk?"), "1737",
        "www.health.govt.nz/news-media/news-items/phone-counselling-service-busy-following-christchurch-tragedy",
    ),
)  # fmt: skip
HELPLINES = (*EMERGENCY, *LISTENING)
