"""What a summary is: one number over a stretch of days, and what of the record it was made of."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from recovery.history import Flags, History
from recovery.metrics.metric import Unit


@dataclass(frozen=True, eq=False)
class Found:
    """A summary of one record. `value` is in the summary's unit; NaN means that it cannot be said.

    `used` and `wanted` have a flag for each day of the history: what went in, and what could have. `why` says
    (marked with N_) why there is no value, or with one, why it is to be read with care. `low` and `high` are
    a 95 % interval, NaN where the summary has none.
    """

    value: float
    used: Flags
    wanted: Flags
    why: str = ""
    low: float = math.nan
    high: float = math.nan

    @property
    def known(self) -> bool:
        return not math.isnan(self.value)


@dataclass(frozen=True)
class Summary:
    """A number over all days of a history, with the words that explain it."""

    slug: str
    pillar: str
    title: str
    unit: Unit
    formula: str  # in words a reader can check
    inputs: tuple[str, ...]  # what is read from the record, in words
    missing: str  # when it is missing, in words
    source: str  # slug of a Source in the bibliography; "" for our own convention
    of: Callable[[History], Found]
