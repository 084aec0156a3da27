"""`make bench`: measure, print beside the bounds and the peers, and fail where a bound is broken."""

import sys
import time
from statistics import median

from bench import apple, measures, site
from bench.client import Client
from bench.pages import CHARTS_OF_TEN_YEARS, PAGES, SIZE_OF_CHART, Page, again

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
        missed = bound is not None and value > bound
        if missed:
            self.broken.append(what)
        shown = "" if bound is None else f"<= {bound:g}{'  MISSED' if missed else ''}"
        print(f"{what:<42} {value:>9,.2f} {unit:<8} {shown:<18} {peers}", flush=True)


def main() -> int:
    report = Report()
    with site.running() as running:
        until = time.monotonic() + 30
        while not list(running.data.glob("backups/2*")) and time.monotonic() < until:
            time.sleep(0.1)  # the day's backup is not to be measured
        pages(running, report)
        numbers(running, report)
        rest(running, report)
        for name, value in apple.measured(running).items():
            report.line(f"Apple {apple.MEGABYTES} MB, {name}", value, *apple.BOUNDS[name])
    print("\nEvery bound held." if not report.broken else f"\nMissed: {', '.join(report.broken)}")
    return len(report.broken) > 0


def pages(running: site.Site, report: Report) -> None:
    found = {}
    for page, years, cost in rounds(running):
        found[page.name, years] = cost
        peers = PEERS.get(page.name, "") if years == 10 else ""
        report.line(f"{page.name}, {years} y", cost, "ms CPU", page.bound, peers)
    for name in ("Today", "Today, first after a log"):
        report.line(f"{name}, 10 y beside 1 y", found[name, 10] / found[name, 1], "times", GROWTH)


def rounds(running: site.Site) -> list[tuple[Page, int, float]]:
    """For each page and person, the median over rounds that go through all of them, one after the other."""
    costs: dict[tuple[Page, int], list[float]] = {}
    for _ in range(ROUNDS):
        for page in (*PAGES, *CHARTS_OF_TEN_YEARS):
            for years in page.years:
                client = Client({"sessionid": running.sessions[years]})
                client.get("/")
                costs.setdefault((page, years), []).append(measures.cpu(running, page, client))
    return [(page, years, median(each)) for (page, years), each in costs.items()]


def numbers(running: site.Site, report: Report) -> None:
    found = [measures.apart(running, "numbers") for _ in range(PROCESSES)]
    report.line("SRI over ten years", median(each["SRI"] for each in found), "ms CPU", SRI)
    report.line("all numbers over ten years", median(each["all"] for each in found), "ms CPU", ALL_NUMBERS)


def rest(running: site.Site, report: Report) -> None:
    client = Client({"sessionid": running.sessions[10]})
    client.get("/")
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
