"""Gentle mode: words and shapes in place of every number of the record and of the plan (rules.md, 31)."""

import re
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser

import pytest

from recovery.measures import MEASURES
from recovery.strategies import STRATEGIES
from tracker.charts import CHARTS
from tracker.models import DietLog, ExerciseLog, PracticeLog, SleepLog, Target, User

MONDAY, TODAY = date(2026, 3, 9), date(2026, 3, 13)  # a Friday
DATES = (
    r"\b\d{1,2}(–| – |-)\d{1,2} [A-Z][a-z]+( \d{4})?",
    r"\b\d{1,2} [A-Z][a-z]{2,}( \d{4})?",
    r"\b[A-Z][a-z]+ \d{4}\b",
    r"\bWeek \d{1,2}, \d{4}",
    r"\bWeek \d{1,2}\b",
    r"\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*, \d{4}",
)
SPOKEN = ("aria-label", "aria-valuenow", "aria-valuetext", "alt", "title", "placeholder")
# what a person types into, the head of a page, the library's own texts, and what is no text at all
APART = {"head", "script", "select", "svg", "nav", "template"}
LIBRARY = {"why", "formula", "body", "month"}


class Told(HTMLParser):
    """Everything that a page says, to the eye and to the ear, outside of what stands apart."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.apart: list[str] = []  # the open elements from the outermost that stands apart
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        own = dict(attrs)
        if self.apart or tag in APART or LIBRARY & set((own.get("class") or "").split()):
            if tag not in ("input", "meta", "link", "br", "img", "hr", "rect", "path", "circle", "use"):
                self.apart.append(tag)
            return
        self.words += [own[name] for name in SPOKEN if own.get(name)]

    def handle_endtag(self, tag):
        if self.apart and self.apart[-1] == tag:
            self.apart.pop()

    def handle_data(self, data):
        if not self.apart:
            self.words.append(data)


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def gentle(ana):
    """Ana with two weeks of everything behind her, and every strategy in her plan."""
    User.objects.filter(pk=ana.pk).update(gentle=True)
    for strategy in STRATEGIES:
        aim = strategy.aim
        values = {"low": aim.low, "high": aim.high, "dose": aim.dose, "clock": aim.clock}
        Target.objects.create(user=ana, strategy=strategy.slug, starts=date(2026, 2, 1), **values)
    for number in range(11):
        live(ana, TODAY - timedelta(days=number))
    ana.refresh_from_db()
    ana.touch()
    return ana


def live(user, day):
    awake = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    common = {"user": user, "day": day, "zone": user.zone}
    SleepLog.objects.create(asleep=awake - timedelta(hours=7), awake=awake, zone_bed=user.zone, **common)
    ExerciseLog.objects.create(activity="run", minutes=43, intensity="vigorous", **common)
    DietLog.objects.create(item="vegetables", amount=4.5, colour="green", **common)
    DietLog.objects.create(item="caffeine", amount=85, start=awake, **common)
    rated = {"stress_before": 7, "stress_after": 4}
    PracticeLog.objects.create(technique="breathing", minutes=13, **rated, **common)


def plain(text):
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())


TEXTS = [plain(t) for one in STRATEGIES for t in (one.title, one.lead, one.origin, *one.caution)]
TEXTS += [plain(t) for one in MEASURES for t in (one.title, one.formula, one.missing)]
TEXTS += [plain(chart.TEXT) for chart in CHARTS.values()]  # how to read it, not what it shows


def told(page):
    """What a page tells with a digit; the library's texts and dates taken out."""
    words = plain(" ".join(Told(page).words))
    for text in TEXTS:
        words = words.replace(text, "")
    for dated in DATES:
        words = re.sub(dated, "", words)
    return re.findall(r"[^.]{0,40}\d[^.]{0,20}", words)


PAGES = [
    "/",
    "/day/2026-03-12/",
    "/day/2026-01-01/",
    "/week/",
    "/week/2026-W10/",
    "/month/2026-03/",
    "/plan/",
    "/trends/",
    "/made/sleep-duration/2026-03-09/2026-03-15/",
    "/made/exercise-minutes/2026-02-01/2026-03-13/",
    "/made/exercise-minutes/2026-03-13/2026-03-13/",
    "/made/kept/2026-03-09/2026-03-15/",
    *(f"/plan/{strategy.slug}/" for strategy in STRATEGIES),
    *(f"/made/habit/{strategy.slug}/2026-03-02/2026-03-15/" for strategy in STRATEGIES),
]


def test_no_page_tells_a_number_of_the_record_or_the_plan(client, gentle):  # rule 31
    client.force_login(gentle)
    answers = {url: client.get(url) for url in PAGES}
    assert [url for url, answer in answers.items() if answer.status_code != 200] == []
    said = {url: told(answer.content.decode()) for url, answer in answers.items()}
    assert {url: words for url, words in said.items() if words} == {}


def last_four_weeks(client, slug):
    page = client.get(f"/learn/{slug}/").content.decode()
    return page.split("Your last 4 weeks")[1].split("</section>")[0]


@pytest.mark.parametrize("slug", ["long-enough", "fruit-and-vegetables", "aerobic-minutes"])
def test_the_last_four_weeks_of_a_habit_are_told_without_a_number(client, gentle, slug):  # rule 31
    client.force_login(gentle)
    assert told(last_four_weeks(client, slug)) == []
    gentle.gentle = False
    gentle.save()
    gentle.touch()
    assert told(last_four_weeks(client, slug)) != []


@pytest.mark.parametrize("url", ["/", "/week/", "/plan/", PAGES[8]])
def test_without_it_the_same_pages_tell_numbers(client, gentle, url):
    gentle.gentle = False
    gentle.save()
    client.force_login(gentle)
    assert told(client.get(url).content.decode()) != []


def test_the_bar_of_a_card_says_in_words_how_much_of_the_aim_it_shows(client, gentle):  # rule 31
    client.force_login(gentle)
    page = client.get("/").content.decode()
    assert 'role="meter"' not in page
    assert re.search(r'role="img" aria-label="Sleep long enough: [a-z ]+"', page)


def test_a_card_names_what_is_followed_in_place_of_its_aims(client, gentle):  # rule 31
    client.force_login(gentle)
    sleep = client.get("/").content.decode().split('id="sleep"')[1].split("</article>")[0]
    plan = sleep.split('class="sub plan"')[1].split("</p>")[0]
    assert "Sleep long enough" in plan
    assert "a week’s mean" not in plan


def test_a_day_that_is_partly_logged_is_called_so(client, gentle):  # rule 31
    gentle.dietlogs.filter(day=date(2026, 3, 10)).delete()
    gentle.touch()
    client.force_login(gentle)
    for url in ("/", "/month/2026-03/"):
        page = client.get(url).content.decode()
        assert "partly logged" in page
        assert "all logged" in page
