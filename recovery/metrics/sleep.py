"""Sleep from diary moments: what is recorded, and daily series of it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from recovery import days
from recovery.history import Columns, Flags, Floats, History, Ints, or_else
from recovery.metrics.metric import Metric, Unit
from recovery.words import N_

COLUMNS: Columns = {
    "id": "id", "day": "day", "nap": "flag",
    "bed": "moment", "tried": "moment", "asleep": "moment", "awake": "moment", "up": "moment",
    "sol": "number", "waso": "number", "awakenings": "number", "quality": "number",
    "zone_bed": "text", "zone": "text", "hygiene": "text",
    "alarm": "answer", "free_day": "answer",
    "light": "number", "deep": "number", "rem": "number",
}  # fmt: skip

HYGIENE = {
    "dim-light": N_("Dim light for the last hour"),
    "screens-away": N_("Screens away before bed"),
    "wind-down": N_("A wind-down of my own"),
    "light-meal": N_("No large meal late"),
    "cool-dark-quiet": N_("A cool, dark, quiet room"),
    "bed-for-sleep": N_("In bed only once sleepy"),
}


@dataclass(frozen=True, eq=False)
class Sleeps:
    """The sleep arithmetic of every episode, in the order of the frame's rows; minutes, NaN where unknown."""

    day: Ints  # days after the first of the history
    main: Flags
    span: Floats  # from onset to final waking; 0 for a night without sleep
    tst: Floats
    tib: Floats

    def of_night(self, values: Floats, length: int) -> Floats:
        """The main sleep's value on each day; NaN on a day without one."""
        nightly = np.full(length, np.nan)
        nightly[self.day[self.main]] = values[self.main]
        return nightly


def sleeps(history: History) -> Sleeps:
    """TIB and TST of each episode (Carney et al. 2012): TST = awake − asleep − WASO, TIB = up − bed.

    A blank WASO counts 0. Without sleep (asleep and awake both missing) TST is 0. TIB is missing without
    the time into bed or the time out of it.
    """
    rows = history.arrays(history.sleep)
    asleep, awake = rows["asleep"], rows["awake"]
    at = history.offsets(history.sleep)
    span = np.where(np.isnan(asleep) & np.isnan(awake), 0.0, awake - asleep)
    return Sleeps(
        day=at,
        main=_main(at, span, rows["nap"]),
        span=span,
        tst=np.maximum(span - or_else(rows["waso"], 0), 0),
        tib=rows["up"] - rows["bed"],
    )


def _main(at: Ints, span: Floats, nap: Flags) -> Flags:
    """Which episodes are a day's main sleep: the longest not declared a nap, the earlier of equals."""
    nights = np.flatnonzero(~nap)[::-1]
    nights = nights[np.lexsort((or_else(span[nights], 0), at[nights]))]
    main = np.zeros(len(at), dtype=bool)
    main[nights[np.append(np.diff(at[nights]) > 0, True)[: len(nights)]]] = True
    return main


def episodes(history: History) -> pd.DataFrame:
    """A row for each sleep: day, main (or a nap), minutes of TIB, TST and SE, and where it lies on the clock.

    `onset` and `waking` are minutes after the midnight that starts the day of waking (before it: negative),
    both on the wall of the zone of waking, so that a flight does not stretch the night.
    """
    own = history.once(sleeps)
    rows = history.arrays(history.sleep)
    asleep, awake = rows["asleep"], rows["awake"]
    onset = days.clocks(asleep, rows["zone"])
    waking = days.clocks(awake, rows["zone"])
    before = np.round((waking - onset - (awake - asleep)) / days.DAY)
    return pd.DataFrame(
        {
            "day": rows["day"], "main": own.main, "tib": own.tib, "tst": own.tst,
            "se": _efficiency(own), "onset": onset + before * days.DAY, "waking": waking,
        }
    )  # fmt: skip


def _efficiency(own: Sleeps) -> Floats:
    shares: Floats = np.full(len(own.day), np.nan)
    return np.divide(100 * own.tst, own.tib, out=shares, where=own.tib > 0)


def nightly(history: History, values: Floats, name: str) -> pd.Series:
    """A value of each episode as a daily series of the main sleeps'."""
    return history.series(history.once(sleeps).of_night(values, len(history)), name)


def duration(history: History) -> pd.Series:
    """Minutes asleep, main sleep and naps, by the day of waking.

    Missing where no main sleep was logged, even with a nap; a logged night without sleep is 0.
    """
    own = history.once(sleeps)
    naps = np.bincount(own.day[~own.main], or_else(own.tst[~own.main], 0), len(history))
    return history.series(own.of_night(own.tst, len(history)) + naps, "duration")


def tst(history: History) -> pd.Series:
    """Total sleep time of the main sleep, minutes (Carney et al. 2012). Missing where no night was logged."""
    return nightly(history, history.once(sleeps).tst, "tst")


def tib(history: History) -> pd.Series:
    """Time in bed of the main sleep, minutes. Missing without the time into bed or out of it."""
    return nightly(history, history.once(sleeps).tib, "tib")


def efficiency(history: History) -> pd.Series:
    """Sleep efficiency of the main sleep on each day, per cent of the time in bed.

    SE = 100 · TST / TIB (Carney et al. 2012). Missing where the night was not logged, or without
    the time into bed or out of it; a night asleep for no minute is 0, not missing.
    """
    return nightly(history, _efficiency(history.once(sleeps)), "efficiency")


def sol(history: History) -> pd.Series:
    """Sleep onset latency of the main sleep, minutes, as logged or from tried to asleep; else missing."""
    rows = history.arrays(history.sleep)
    waited = rows["asleep"] - rows["tried"]
    logged = rows["sol"]
    return nightly(history, np.where(np.isnan(logged), waited, logged), "sol")


def habits(history: History) -> pd.Series:
    """How many habits of HYGIENE were ticked for the evening before the main sleep, 0 to 6.

    Missing where none was ticked: an empty list may mean none kept or none asked after (rules.md, 10).
    """
    ticked = history.arrays(history.sleep)["hygiene"]
    numbers = {slugs: len(set(slugs.split())) for slugs in set(ticked)}  # many evenings are alike
    counts = np.array([numbers[slugs] for slugs in ticked], dtype=float)
    return nightly(history, np.where(counts > 0, counts, np.nan), "habits")


def waso(history: History) -> pd.Series:
    """Wake after sleep onset of the main sleep, minutes; missing where it was left blank."""
    return nightly(history, history.arrays(history.sleep)["waso"], "waso")


def bed(history: History) -> pd.Series:
    """When the main sleep's bed was got into, minutes after midnight in the zone of the bed; else missing."""
    rows = history.arrays(history.sleep)
    return _clock(history, rows["bed"], rows["zone_bed"], "bed")


def onset(history: History) -> pd.Series:
    """The main sleep's onset, minutes after midnight in the zone of the bed; missing without one."""
    rows = history.arrays(history.sleep)
    return _clock(history, rows["asleep"], rows["zone_bed"], "onset")


def wake(history: History) -> pd.Series:
    """The main sleep's final waking, minutes after midnight in the zone of waking; missing without one."""
    rows = history.arrays(history.sleep)
    return _clock(history, rows["awake"], rows["zone"], "wake")


def midsleep(history: History) -> pd.Series:
    """Halfway from the main sleep's onset to its final waking, minutes after midnight where one woke.

    Taken on instants, so that a night of changing clocks has its true middle. Missing without both moments.
    """
    rows = history.arrays(history.sleep)
    return _clock(history, (rows["asleep"] + rows["awake"]) / 2, rows["zone"], "midsleep")


def _clock(history: History, moments: Floats, zones: npt.NDArray[np.object_], name: str) -> pd.Series:
    own = history.once(sleeps)
    walls = np.full(len(history), np.nan)
    walls[own.day[own.main]] = days.clocks(moments[own.main], zones[own.main])
    return history.series(walls, name)


DURATION = Metric(
    slug="sleep-duration",
    title=N_("Time asleep"),
    unit=Unit.DURATION,
    formula=N_("From falling asleep to the final waking, less the minutes awake in between; naps are added."),
    missing=N_(
        "Missing on a day without a logged night, even if a nap was logged. "
        "Minutes awake that were left blank count as 0."
    ),
    source="carney-2012",
    daily=duration,
)
TST = Metric(
    slug="total-sleep-time",
    title=N_("Total sleep time at night"),
    unit=Unit.DURATION,
    formula=N_(
        "From falling asleep to the final waking of the main sleep, less the minutes awake in between."
    ),
    missing=N_("Missing where the night was not logged. Minutes awake that were left blank count as 0."),
    source="carney-2012",
    daily=tst,
)
TIB = Metric(
    slug="time-in-bed",
    title=N_("Time in bed"),
    unit=Unit.DURATION,
    formula=N_("From getting into bed to getting out of it."),
    missing=N_("Missing without the time into bed or the time out of it."),
    source="carney-2012",
    daily=tib,
)
EFFICIENCY = Metric(
    slug="sleep-efficiency",
    title=N_("Sleep efficiency"),
    unit=Unit.PERCENT,
    formula=N_(
        "Total sleep time at night ÷ time in bed × 100. Reading before and lying in after are time in bed."
    ),
    missing=N_("Missing where the night was not logged, or without the time into bed or out of it."),
    source="carney-2012",
    daily=efficiency,
)
SOL = Metric(
    slug="sleep-onset-latency",
    title=N_("Time to fall asleep"),
    unit=Unit.DURATION,
    formula=N_("From trying to sleep to falling asleep."),
    missing=N_("Missing where neither the minutes nor the time of trying to sleep were logged."),
    source="carney-2012",
    daily=sol,
)
WASO = Metric(
    slug="wake-after-sleep-onset",
    title=N_("Awake in the night"),
    unit=Unit.DURATION,
    formula=N_("All minutes awake between falling asleep and the final waking."),
    missing=N_("Missing where it was left blank."),
    source="carney-2012",
    daily=waso,
)
HABITS = Metric(
    slug="evening-habits",
    title=N_("Evening habits"),
    unit=Unit.COUNT,
    formula=N_("How many of the six habits of the evening were ticked for the night."),
    missing=N_("Missing where none was ticked, since that may also mean that nobody filled it in."),
    source="",
    daily=habits,
)
BED = Metric(
    slug="bedtime",
    title=N_("Bedtime"),
    unit=Unit.CLOCK,
    formula=N_("The clock time of getting into bed for the night, where you went to bed."),
    missing=N_("Missing where the night or the time into bed was not logged."),
    source="",
    daily=bed,
)
ONSET = Metric(
    slug="sleep-onset",
    title=N_("Falling asleep"),
    unit=Unit.CLOCK,
    formula=N_("The clock time of falling asleep for the night, where you went to bed."),
    missing=N_("Missing where the night was not logged or was without sleep."),
    source="",
    daily=onset,
)
WAKE = Metric(
    slug="waking",
    title=N_("Waking time"),
    unit=Unit.CLOCK,
    formula=N_("The clock time of the final waking, where you woke."),
    missing=N_("Missing where the night was not logged or was without sleep."),
    source="",
    daily=wake,
)
MIDSLEEP = Metric(
    slug="midsleep",
    title=N_("Midsleep"),
    unit=Unit.CLOCK,
    formula=N_("The clock time halfway between falling asleep and the final waking, where you woke."),
    missing=N_("Missing where the night was not logged or was without sleep."),
    source="carney-2012",
    daily=midsleep,
)
