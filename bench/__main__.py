"""`make bench`: measure, print beside the bounds and the peers, and fail where a bound is broken."""

import sys
import time
from statistics import median

from bench import apple, measures, site
from bench.client import Client

ROUNDS = 2
# CPU ms a request may take, by page (issue: "The main job, end to end")
BOUNDS = {
    "Today": 12.0,
    "Today, first after a log": 30.0,
    "a log": 6.0,
    "chart, cached": 4.0,
    "chart, drawn anew": 40.0,
}
GROWTH = 1.2  # ten years of logs beside one
QUERIES = 12
FIRST_LOAD = 60_000
MEMORY = 260
# peers at ten years on the machine of docs/performance.md, CPU ms
PEERS = {
    "floor": "1.6 - 3.1 bare Django",
    "Today": "1,330 Baby Buddy · 900 BeaverHabits · 66 wger",
    "a log": "15 - 21 Baby Buddy · 1,031 BeaverHabits · 12 wger",
    "chart, drawn anew": "330 Baby Buddy · 1,756 BeaverHabits",
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
        print(f"{what:<36} {value:>9,.2f} {unit:<8} {shown:<18} {peers}")


def main() -> int:
    report = Report()
    with site.running() as running:
        until = time.monotonic() + 30
        while not list(running.data.glob("backups/2*")) and time.monotonic() < until:
            time.sleep(0.1)  # the day's backup is not to be measured
        found = rounds(running)
        for (name, years), value in found.items():
            bound = BOUNDS.get(name)
            report.line(
                f"{name}, {years} y", value, "ms CPU", bound, PEERS.get(name, "") if years == 10 else ""
            )
        for name in ("Today", "Today, first after a log"):
            report.line(f"{name}, 10 y beside 1 y", found[name, 10] / found[name, 1], "times", GROWTH)
        rest(running, report)
        for name, value in apple.measured(running).items():
            report.line(f"Apple {apple.MEGABYTES} MB, {name}", value, *apple.BOUNDS[name])
    print("\nEvery bound held." if not report.broken else f"\nMissed: {', '.join(report.broken)}")
    return len(report.broken) > 0


def rounds(running: site.Site) -> dict[tuple[str, int], float]:
    """For each page and person, the median over rounds that go through all of them, one after the other."""
    costs: dict[tuple[str, int], list[float]] = {}
    for _ in range(ROUNDS):
        for page in measures.PAGES:
            for years, session in running.sessions.items():
                client = Client({"sessionid": session})
                client.get("/")
                costs.setdefault((page.name, years), []).append(measures.cpu(running, page, client))
    return {key: median(values) for key, values in costs.items()}


def rest(running: site.Site, report: Report) -> None:
    client = Client({"sessionid": running.sessions[1]})
    client.get("/")
    assert measures.chart_again(client).status == 304
    report.line(
        "first load without the font", measures.first_load(client), "bytes", FIRST_LOAD, "102 kB Baby Buddy"
    )
    for years, states in measures.queries(running).items():
        for state, count in states.items():
            report.line(f"queries of Today, {state}, {years} y", count, "", QUERIES, "36 Baby Buddy")
    report.line("memory of all processes", running.memory(), "MB PSS", MEMORY, "203 Baby Buddy · 300 wger")


if __name__ == "__main__":
    sys.exit(main())
