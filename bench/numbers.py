"""What every number over ten years costs, in a process that has computed none of them before."""

import gc
import json
import sys
import time
from collections.abc import Callable, Iterable
from datetime import timedelta

from recovery import adherence
from recovery.history import History
from recovery.metrics import METRICS
from recovery.strategies import STRATEGIES
from recovery.summaries import SUMMARIES
from tracker import frames
from tracker.models import User


def main() -> None:
    """Print {"SRI": ms, "all": ms}: CPU with reading the record, of the index alone and of all numbers."""
    gc.freeze()  # as the server does before it forks
    user = User.objects.get(email="y10@example.org")
    sri = cost(user, lambda history: [SUMMARIES["sleep-regularity"].of(history)])
    sys.stdout.write(json.dumps({"SRI": sri, "all": cost(user, everything)}))


def cost(user: User, compute: Callable[[History], Iterable[object]]) -> float:
    """CPU milliseconds of the whole process."""
    today = user.today()
    start = time.process_time()
    list(compute(frames.load(user, today - timedelta(days=3650), today)))
    return 1000 * (time.process_time() - start)


def everything(history: History) -> Iterable[object]:
    """All metrics by day, all summaries, and how well each strategy is kept."""
    yield from (history.once(metric.daily) for metric in METRICS.values())
    yield from (summary.of(history) for summary in SUMMARIES.values())
    for strategy in STRATEGIES:
        yield adherence.days(history, strategy)
        yield adherence.kept(adherence.units(history, strategy))
        yield adherence.strength(history, strategy)
        yield adherence.streak(history, strategy)
