"""What every number over ten years costs, in a process that has computed none of them before."""

import gc
import json
import sys
import time
from collections.abc import Iterable
from datetime import timedelta

from recovery import adherence
from recovery.history import History
from recovery.metrics import METRICS
from recovery.strategies import STRATEGIES
from recovery.summaries import SUMMARIES
from tracker import frames
from tracker.models import User


def main() -> None:
    """Print {"SRI": ms, "all": ms}: CPU of the index alone, and of reading the record and all numbers."""
    gc.freeze()  # as the server does before it forks
    user = User.objects.get(email="y10@example.org")
    today = user.today()
    start = time.process_time()
    history = frames.load(user, today - timedelta(days=3650), today)
    read = time.process_time()
    SUMMARIES["sleep-regularity"].of(history)
    index = time.process_time()
    list(everything(history))
    end = time.process_time()
    sys.stdout.write(json.dumps({"SRI": 1000 * (index - read), "all": 1000 * (end - start)}))


def everything(history: History) -> Iterable[object]:
    """All metrics by day, all summaries, and how well each strategy is kept."""
    yield from (history.once(metric.daily) for metric in METRICS.values())
    yield from (summary.of(history) for summary in SUMMARIES.values())
    for strategy in STRATEGIES:
        yield adherence.days(history, strategy)
        yield adherence.kept(adherence.units(history, strategy))
        yield adherence.strength(history, strategy)
        yield adherence.streak(history, strategy)
