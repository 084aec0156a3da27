"""What is measured: CPU of the server for a request, bytes of a first load and of charts, queries, memory."""

import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from statistics import median
from typing import Any

from bench.client import Client
from bench.pages import BARE, SHOWN, TEN_YEARS, Page, chart
from bench.site import Site, surroundings

WARM_UPS = 12
FLOOR = 1.7  # ms of CPU on a quiet machine, for which the bounds are made
COMPRESSED = {"Accept-Encoding": "br, gzip"}
LINKED = re.compile(r'(?:href|src)="(/static/[^"#]+)')


@dataclass(frozen=True)
class Cost:
    """CPU that something took, and what the floor took meanwhile, ms."""

    taken: float
    floor: float

    @property
    def quiet(self) -> float:
        """What it would take where the floor takes no more than on a machine that does nothing else."""
        return self.taken * min(1.0, FLOOR / self.floor)


def cpu(site: Site, page: Page, client: Client) -> Cost:
    """Of all the server's processes for one request: the median of many, each with the floor after it."""
    rows = site.practices()
    asked = WARM_UPS + page.times
    costs = [(cost(site, page, client), cost(site, BARE, client)) for _ in range(asked)]
    assert site.practices() == rows + asked * page.writes, f"{page.name}: not every log was written"
    taken, floors = zip(*costs[WARM_UPS:], strict=True)
    return Cost(median(taken), median(floors))


def floor(site: Site, client: Client) -> float:
    """What the floor takes just now, ms."""
    return median(cost(site, BARE, client) for _ in range(BARE.times))


def cost(site: Site, page: Page, client: Client) -> float:
    if page.before:
        page.before(client)
        time.sleep(0.01)  # what the answer left to do is not the next one's
    start = site.cpu()
    answer = page.ask(client)
    time.sleep(0.005)
    taken = site.cpu() - start
    assert answer.status == page.status, f"{page.name}: {answer.status}"
    if page.after:
        page.after(client, answer)
    return taken


def first_load(client: Client) -> int:
    """Compressed bytes of Today with all it links to, without the font."""
    page = client.get("/")
    names = {name for name in LINKED.findall(page.body.decode()) if not name.endswith(".woff2")}
    return sum(len(client.get(path, **COMPRESSED).body) for path in ("/", *sorted(names)))


def charts(client: Client) -> dict[str, int]:
    """Compressed bytes of each chart over ten years."""
    asked = {own.SLUG: chart(own.SLUG, TEN_YEARS) for own in SHOWN}
    return {name: len(client.get(path, **COMPRESSED).body) for name, path in asked.items()}


def apart(site: Site, module: str) -> Any:  # noqa: ANN401 (what a module of ours prints as JSON)
    """What a module of this room finds in a process of its own, beside the server's data."""
    done = subprocess.run(
        [sys.executable, "-c", f"import django; django.setup(); from bench import {module}; {module}.main()"],
        env=surroundings(str(site.data)),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return json.loads(done.stdout)
