"""What the browser tests and the pictures share: a running site, and a browser that is logged in to it."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext

from tracker.account_forms import FirstPlanForm
from tracker.models import User

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1200, "height": 900}


def visit(browser: Browser, origin: str, person: User | None = None, **options: object) -> BrowserContext:
    """A context of its own, in Berlin and in English; logged in as `person`, if there is one."""
    common = {"base_url": origin, "locale": "en-GB", "timezone_id": "Europe/Berlin", "viewport": DESK}
    context = browser.new_context(**{**common, **options})
    context.set_default_timeout(10_000)
    if person:
        client = Client()
        client.force_login(person)
        name = settings.SESSION_COOKIE_NAME
        context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": origin}])
    return context


def welcomed(email: str, password: str = "a long password") -> User:
    """A new person who has taken the first plan as it is proposed, and has logged nothing."""
    person = User.objects.create_user(email, password, zone="Europe/Berlin", age=User.Age.ADULT)
    proposed = {
        name: field.initial for name, field in FirstPlanForm(user=person).fields.items() if field.initial
    }
    form = FirstPlanForm(proposed, user=person)
    assert form.is_valid(), form.errors
    form.save()
    person.refresh_from_db()
    return person
