"""What is asked for: each kind of page, its bound, and what goes before it uncounted."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import uuid4

from bench.client import Answer, Client
from recovery import days
from tracker.charts import CALENDARS, TRENDS

TODAY = date.today()  # noqa: DTZ011 (any day near will do)
WEEK = f"/week/{days.week_name(TODAY)}/"
MONTH = (TODAY - timedelta(days=27), TODAY)
NINETY = (TODAY - timedelta(days=89), TODAY)
YEAR = (TODAY - timedelta(days=364), TODAY)
TEN_YEARS = (TODAY - timedelta(days=3649), TODAY)
WARM, LIBRARY = 20.0, 8.0  # ms: any page of which nothing has changed; one of the library
SIZE_OF_CHART = 60_000  # bytes of one over ten years, compressed


@dataclass(frozen=True)
class Page:
    """A kind of request, and the CPU it may take, ms (`bound`)."""

    name: str
    ask: Callable[[Client], Answer]
    bound: float | None = None
    before: Callable[[Client], object] | None = None
    after: Callable[[Client, Answer], object] | None = None
    status: int = 200
    times: int = 40  # how often it is asked for, after as many warm-ups as `measures` has
    years: tuple[int, ...] = (1, 10)  # of the persons who ask

    @property
    def writes(self) -> bool:
        """Whether each request leaves a log behind."""
        return self.ask in (log, send) or self.before is logged


def at(path: str) -> Callable[[Client], Answer]:
    return lambda client: client.get(path)


def log(client: Client) -> Answer:
    """One tap, on some day of the last months: today's page stays as full as a day is."""
    key = uuid4()
    day = TODAY - timedelta(days=1 + key.int % 300)
    return client.post("/log/practice/quick/", value="breathing/5", key=key.hex, page=day.isoformat())


def send(client: Client) -> Answer:
    """The same by a program."""
    key = uuid4()
    day = TODAY - timedelta(days=1 + key.int % 300)
    entry = {"technique": "breathing", "minutes": 5, "day": day.isoformat(), "key": key.hex}
    return client.send("/api/v1/logs/practice", entry)


def see(client: Client, told: Answer | None = None) -> Answer:
    """Follow to a page that says what was logged, as a browser does: unread messages would pile up."""
    return client.get("/data/")


def logged(client: Client) -> None:
    log(client)
    see(client)


def tap(client: Client) -> Answer:
    """One tap on today's page."""
    return client.post("/log/practice/quick/", value="breathing/5", key=uuid4().hex, page=TODAY.isoformat())


def undo(client: Client, page: Answer) -> Answer:
    """Take back the tap that a page tells of, so that the day does not fill up."""
    offered = re.search(rb'action="(/undo/[^"]+)"', page.body)
    assert offered, "the page offers no undo"
    return client.post(offered[1].decode())


def chart(name: str, span: tuple[date, date]) -> str:
    return f"/chart/{name}/{span[0]}/{span[1]}.svg?page=wide"


def again(client: Client) -> Answer:
    """A chart that the browser has already."""
    path = chart("nights", MONTH)
    return client.get(path, **{"If-None-Match": client.get(path).header("ETag")})


BARE = Page("floor", at("/floor/"))
PAGES = (
    BARE,
    Page("Today", at("/"), 12),
    Page("Today, first after a log", at("/"), 30, before=tap, after=undo),
    Page("a log", log, 6, after=see, status=302),
    Page("a log, through the API", send, 6, status=201),
    Page("Week", at(WEEK), WARM),
    Page("Month", at(f"/month/{TODAY:%Y-%m}/"), WARM),
    Page("Trends", at("/trends/"), WARM),
    Page("Trends, a year", at("/trends/year/"), WARM),
    Page("Trends, all", at("/trends/all/"), WARM),
    Page("Plan", at("/plan/"), WARM),
    Page("Data", at("/data/"), WARM),
    Page("Settings", at("/settings/"), WARM),
    Page("Learn", at("/learn/"), LIBRARY),
    Page("Learn, a habit", at("/learn/long-enough/"), LIBRARY),
    Page("Learn, a mechanism", at("/learn/memory-consolidation/"), LIBRARY),
    Page("Learn, clinician's ground", at("/learn/substances/"), LIBRARY),
    Page("Learn, all measures", at("/learn/measures/"), LIBRARY),
    Page("Learn, a measure", at("/learn/measures/sleep-efficiency/"), LIBRARY),
    Page("Learn, the words", at("/learn/words/"), LIBRARY),
    Page("Learn, a document", at("/learn/document-network-repair/"), LIBRARY),
    Page("Learn, the pathways", at("/learn/pathways/"), LIBRARY),
    Page("chart, cached", at(chart("nights", MONTH)), 4),
    Page("chart, drawn anew", at(chart("nights", MONTH)), 40, before=logged),
    Page("chart of 90 nights, anew", at(chart("nights", NINETY)), 15, before=logged),
    Page("calendar of a year, anew", at(chart(CALENDARS["long-enough"].SLUG, YEAR)), 20, before=logged),
)
SHOWN = (*TRENDS, CALENDARS["long-enough"])  # a chart of Week alone is never shown over years
CHARTS_OF_TEN_YEARS = tuple(
    Page(f"“{own.SLUG}” of ten years, anew", at(chart(own.SLUG, TEN_YEARS)), 80, logged, times=8, years=(10,))
    for own in SHOWN
)
