"""axe-core finds nothing to hold against any page: light and dark, on a phone and at a desk."""

from pathlib import Path

import axe_playwright_python
import pytest

from tests.browser.pages import INSIDE, OUTSIDE, WELCOME
from tests.browser.site import DESK, PHONE
from tracker.models import User

pytestmark = pytest.mark.browser
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """tags => axe.run({ runOnly: tags }).then(found => found.violations.flatMap(
  rule => rule.nodes.slice(0, 4).map(
    node => `${rule.id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`)))"""
LOOKS = {
    "phone, light": {"viewport": PHONE, "color_scheme": "light"},
    "desk, dark": {"viewport": DESK, "color_scheme": "dark"},
}


@pytest.fixture(params=LOOKS, scope="module")
def look(request) -> dict[str, object]:
    return LOOKS[request.param]


def violations(page, place) -> list[str]:
    page.goto(place.address)
    place.prepare(page)
    page.evaluate("Promise.all(document.getAnimations().map(motion => motion.finished))")
    page.evaluate(AXE)  # by way of the debugger: our policy would refuse a script tag
    return page.evaluate(RUN, TAGS)


def found(page, places) -> dict[str, list[str]]:
    wrong = {place.name: violations(page, place) for place in places}
    return {name: told for name, told in wrong.items() if told}


def test_nothing_is_wrong_outside(visiting, look):
    assert found(visiting(**look), OUTSIDE) == {}


def test_nothing_is_wrong_in_the_welcome(visiting, look, db, request):
    newcomer = User.objects.create_user(f"{request.node.name}@example.org", "a long password", zone="UTC")
    assert found(visiting(newcomer, **look), WELCOME) == {}


def test_nothing_is_wrong_with_nothing_logged(visiting, look, new):
    assert found(visiting(new, **look), INSIDE) == {}


def test_nothing_is_wrong_with_a_year_behind(visiting, look, a_year):
    assert found(visiting(a_year, **look), INSIDE) == {}
