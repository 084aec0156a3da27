"""`make bench`: measure, print beside the bounds and the peers, and fail where a bound is broken.

Machines are noisy, so CPU time stands twice: as it was taken, and as it would be where the floor, which is
asked for in turn with each page, takes what it takes on a quiet machine. The bounds are for that.
"""

import sys
import time
from collections.abc import Callable
from statistics import median
from typing import TypeVar

from bench import apple, measures, site
from bench.client import Client
from bench.measures import Cost
from bench.pages import CHARTS_OF_TEN_YEARS, PAGES, SIZE_OF_CHART, Page, again

T = TypeVar("T")

ROUNDS = 2
GROWTH = 1.2  # ten years of logs beside one
QUERIES = 12
FIRST_LOAD = 60_000
MEMORY = 260
ALL_NUMBERS, SRI = 250, 150  # CPU ms over ten years
PROCESSES = 3  # that compute them
# peers at ten years on the machine of docs/performance.md, CPU ms
PEERS = {
    "floor": "1.6 - 3.1 bare Django",
    "Today": "1,330 Baby Buddy · 900 BeaverHabits · 66 wger",
    "a log": "15 - 21 Baby Buddy · 1,031 BeaverHabits · 12 wger",
    "“nights” of ten years, anew": "75 FitTrackee · 330 - 1,975 Baby Buddy · 450 wger · 5,000 BeaverHabits",
}


class Report:
    """Lines of the table, and whether each bound held."""

    def __init__(self) -> None:
        self.broken: list[str] = []

    def line(self, what: str, value: float, unit: str, bound: float | None = None, peers: str = "") -> None:
        self._print(what, f"{value:>9,.2f}", value, unit, bound, peers)

    def cpu(self, what: str, cost: Cost, unit: str, bound: float | None = None, peers: str = "") -> None:
        """The same of CPU time: what was taken, and what is held against the bound (`Cost.quiet`)."""
        self._print(what, f"{cost.taken:>9,.2f} {cost.quiet:>9,.2f}", cost.quiet, unit, bound, peers)

    def _print(self, what: str, told: str, value: float, unit: str, bound: float | None, peers: str) -> None:
        missed = bound is not None and value > bound
        if missed:
            self.broken.append(what)
        shown = "" if bound is None else f"<= {bound:g}{'  MISSED' if missed else ''}"
        print(f"{what:<45} {told:<19} {unit:<8} {shown:<18} {peers}", flush=True)


def main() -> int:
    report = Report()
    with site.running() as running:
        until = time.monotonic() + 30
        while not list(running.data.glob("backups/2*")) and time.monotonic() < until:
            time.sleep(0.1)  # the day's backup is not to be measured
        pages(running, report)
        numbers(running, report)
        rest(running, report)
        files(running, report)
    print("\nEvery bound held." if not report.broken else f"\nMissed: {', '.join(report.broken)}")
    return len(report.broken) > 0


def pages(running: site.Site, report: Report) -> None:
    found = {}
    for page, years, cost in rounds(running):
        found[page.name, years] = cost.quiet
        peers = PEERS.get(page.name, "") if years == 10 else ""
        report.cpu(f"{page.name}, {years} y", cost, "ms CPU", page.bound, peers)
    for name in ("Today", "Today, first after a log"):
        report.line(f"{name}, 10 y beside 1 y", found[name, 10] / found[name, 1], "times", GROWTH)


def rounds(running: site.Site) -> list[tuple[Page, int, Cost]]:
    """For each page and person, the median over rounds that go through all of them, one after the other."""
    costs: dict[tuple[Page, int], list[Cost]] = {}
    for _ in range(ROUNDS):
        for page in (*PAGES, *CHARTS_OF_TEN_YEARS):
            for years in page.years:
                client = seen(running, years)
                costs.setdefault((page, years), []).append(measures.cpu(running, page, client))
    return [(page, years, middle(each)) for (page, years), each in costs.items()]


def seen(running: site.Site, years: int) -> Client:
    """A browser that has looked at Today."""
    client = Client.of(*running.persons[years])
    client.get("/")
    return client


def middle(costs: list[Cost]) -> Cost:
    return Cost(median(cost.taken for cost in costs), median(cost.floor for cost in costs))


def numbers(running: site.Site, report: Report) -> None:
    found = [beside_the_floor(running, lambda: measures.apart(running, "numbers")) for _ in range(PROCESSES)]
    for name, told, bound in (("SRI", "SRI", SRI), ("all", "all numbers", ALL_NUMBERS)):
        cost = middle([Cost(each[name], floor) for each, floor in found])
        report.cpu(f"{told} over ten years", cost, "ms CPU", bound)


def files(running: site.Site, report: Report) -> None:
    found, floor = beside_the_floor(running, lambda: measures.apart(running, "carried"))
    for name, (value, bound) in found.items():
        report.cpu(f"a thousand rows: {name}", Cost(value, floor), "ms CPU", bound)
    found, floor = beside_the_floor(running, lambda: apple.measured(running))
    for name, value in found.items():
        unit, bound, peers = apple.BOUNDS[name]
        told = f"Apple {apple.MEGABYTES} MB, {name}"
        if unit == apple.CPU:
            report.cpu(told, Cost(value, floor), unit, bound, peers)
        else:
            report.line(told, value, unit, bound, peers)


def beside_the_floor(running: site.Site, work: Callable[[], T]) -> tuple[T, float]:
    """What it found, and what the floor takes around it."""
    client = seen(running, 1)
    before = measures.floor(running, client)
    found = work()
    return found, (before + measures.floor(running, client)) / 2


def rest(running: site.Site, report: Report) -> None:
    client = seen(running, 10)
    assert again(client).status == 304
    for name, size in measures.charts(client).items():
        report.line(f"“{name}” of ten years, compressed", size, "bytes", SIZE_OF_CHART)
    report.line(
        "first load without the font", measures.first_load(client), "bytes", FIRST_LOAD, "102 kB Baby Buddy"
    )
    for years, states in measures.apart(running, "queries").items():
        for state, count in states.items():
            report.line(f"queries of Today, {state}, {years} y", count, "", QUERIES, "36 Baby Buddy")
    report.line("memory of all processes", running.memory(), "MB PSS", MEMORY, "203 Baby Buddy · 300 wger")


if __name__ == "__main__":
    sys.exit(main())
