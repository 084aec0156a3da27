"""What is measured: CPU of the server for a request, bytes of a first load, queries, memory."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from uuid import uuid4

from bench.client import Answer, Client
from bench.site import Site, surroundings
from recovery import days

WEEK = f"/week/{days.week_name(date.today())}/"  # noqa: DTZ011 (any near week will do)
WARM_UPS, TIMES = 12, 40
QUERIES = "import django; django.setup(); from bench import queries; queries.main()"
LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+)')


@dataclass(frozen=True)
class Page:
    """A kind of request: what goes before it uncounted, and the request that counts."""

    name: str
    status: int
    ask: Callable[[Client], Answer]
    before: Callable[[Client], object] | None = None


def log(client: Client) -> Answer:
    """One tap, on some day of the last months: today's page stays as full as a day is."""
    key = uuid4()
    day = date.today() - timedelta(days=1 + key.int % 300)  # noqa: DTZ011
    return client.post("/log/practice/quick/", value="breathing/5", key=key.hex, page=day.isoformat())


def chart(year: int) -> Callable[[Client], Answer]:
    return lambda client: client.get(f"/chart/nights/{year}-02-09/{year}-03-08.svg?page=wide")


def chart_again(client: Client) -> Answer:
    tag = chart(2026)(client).header("ETag")
    return client.get("/chart/nights/2026-02-09/2026-03-08.svg?page=wide", **{"If-None-Match": tag})


PAGES = (
    Page("floor", 200, lambda client: client.get("/floor/")),
    Page("Today", 200, lambda client: client.get("/")),
    Page("Today, first after a log", 200, lambda client: client.get("/"), before=log),
    Page("a log", 302, log),
    Page("chart, cached", 200, chart(2026)),
    Page("chart, drawn anew", 200, chart(2026), before=log),
    Page("Week", 200, lambda client: client.get(WEEK)),
    Page("Learn", 200, lambda client: client.get("/learn/")),
)


def cpu(site: Site, page: Page, client: Client) -> float:
    """CPU milliseconds of all the server's processes for one request: the median of many."""
    rows = site.practices()
    for _ in range(WARM_UPS):
        if page.before:
            page.before(client)
        answer = page.ask(client)
    assert answer.status == page.status, f"{page.name}: {answer.status}"
    found = median(list(costs(site, page, client)))
    written = (WARM_UPS + TIMES) * (log in (page.ask, page.before))
    assert site.practices() == rows + written, f"{page.name}: not every log was written"
    return found


def costs(site: Site, page: Page, client: Client) -> Iterator[float]:
    for _ in range(TIMES):
        if page.before:
            page.before(client)
            time.sleep(0.01)  # what the answer left to do is not the next one's
        start = site.cpu()
        page.ask(client)
        time.sleep(0.005)
        yield site.cpu() - start


def first_load(client: Client) -> int:
    """Compressed bytes of Today with all it links to, without the font."""
    page = client.get("/")
    names = {name for name in LINKED.findall(page.body.decode()) if not name.endswith(".woff2")}
    accepting = {"Accept-Encoding": "br, gzip"}
    return sum(len(client.get(path, **accepting).body) for path in ("/", *sorted(names)))


def queries(site: Site) -> dict[str, dict[str, int]]:
    done = subprocess.run(
        [sys.executable, "-c", QUERIES],
        env=surroundings(str(site.data)),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout)
