"""Work days against free days: chronotype and social jetlag, as the MCTQ defines them.

Roenneberg et al. 2003 and 2019, Wittmann et al. 2006. SD is the sleep's length from onset to final waking, MS
its midsleep, W and F are work days and free days; a night is that of the day on which one wakes.
A "corrected" social jetlag (Jankowski 2017), from onsets or wakings instead, is disputed and left out.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from recovery import trends
from recovery.days import DAY
from recovery.history import Flags, Floats, History
from recovery.metrics import diary, sleep
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.weeks import weekdays
from recovery.words import N_

LEAST = 3  # nights of each kind
NO_WORK_DAYS = N_(
    "Your settings name no usual work days, so work days and free days cannot be told apart. With shifts, "
    "this number has no meaning."
)
TOO_FEW = N_(
    "At least three nights before work days are needed, and three before free days on which no alarm "
    "woke you."
)
ALL_AROUND = N_("The times lie all around the clock, so they have no middle.")


@dataclass(frozen=True)
class Week:
    """What a person's work days and free days are like: minutes, and minutes after midnight."""

    work_days: int  # a week, 0 to 7
    slept_work: float
    slept_free: float
    middle_work: float
    middle_free: float

    @property
    def slept(self) -> float:
        """SD_week = (SD_W · WD + SD_F · FD) ÷ 7, minutes."""
        return (self.slept_work * self.work_days + self.slept_free * (7 - self.work_days)) / 7

    @property
    def chronotype(self) -> float:
        """MSFsc: MSF, less half of what one sleeps longer on free days than over the week."""
        longer = self.slept_free - self.slept if self.slept_free > self.slept_work else 0
        return (self.middle_free - longer / 2) % DAY

    @property
    def jetlag(self) -> float:
        """Social jetlag |MSF − MSW|, minutes, the shorter way around the clock."""
        return abs((self.middle_free - self.middle_work + DAY / 2) % DAY - DAY / 2)

    @property
    def lost(self) -> float:
        """SLoss_week, minutes a week: what the days of the shorter sleep are short of the week's mean."""
        if self.slept > self.slept_work:
            return (self.slept - self.slept_work) * self.work_days
        return (self.slept - self.slept_free) * (7 - self.work_days)


@dataclass(frozen=True, eq=False)
class Nights:
    """The nights of each kind that count, a flag for each day."""

    work: Flags
    free: Flags


def nights(history: History) -> Nights:
    """Nights with sleep before work days and before free days; free days with an alarm are neither.

    A night's own "free day" goes before the usual work days. An alarm that was not mentioned did not ring.
    """
    free_day, alarm = (_answers(history, column) for column in ("free_day", "alarm"))
    usually_free = history.work_days >> weekdays(history) & 1 == 0
    free = np.where(np.isnan(free_day), usually_free, free_day == 1)
    slept = ~np.isnan(history.once(sleep.midsleep).to_numpy(dtype=float))
    return Nights(work=slept & ~free, free=slept & free & (alarm != 1))


def _answers(history: History, column: str) -> Floats:
    own = history.once(sleep.sleeps)
    return own.of_night(history.arrays(history.sleep)[column], len(history))


def week(history: History) -> Week:
    """What the nights of the two kinds are like; there has to be at least one of each."""
    found = history.once(nights)
    slept = diary.sleep_period(history).to_numpy(dtype=float)
    middle = history.once(sleep.midsleep).to_numpy(dtype=float)
    return Week(
        work_days=history.work_days.bit_count(),
        slept_work=float(slept[found.work].mean()),
        slept_free=float(slept[found.free].mean()),
        middle_work=trends.circular_mean(middle[found.work]),
        middle_free=trends.circular_mean(middle[found.free]),
    )


def weekly_mean(history: History) -> Found:
    """SD_week, minutes: the mean night, work days and free days weighed by how many a week has."""
    return _found(history, lambda week: week.slept)


def chronotype(history: History) -> Found:
    """MSFsc, minutes after midnight (Roenneberg et al. 2019); NaN unless both kinds of nights are known."""
    return _found(history, lambda week: week.chronotype)


def social_jetlag(history: History) -> Found:
    """|MSF − MSW|, minutes (Wittmann et al. 2006); NaN unless both kinds of nights are known."""
    return _found(history, lambda week: week.jetlag)


def weekly_loss(history: History) -> Found:
    """SLoss_week, minutes a week; NaN unless both kinds of nights are known."""
    return _found(history, lambda week: week.lost)


def _found(history: History, what: Callable[[Week], float]) -> Found:
    own = history.once(nights)
    used = own.work | own.free
    wanted = amounts.wanted(history, used)
    if not history.work_days:
        return Found(math.nan, used, wanted, NO_WORK_DAYS)
    if min(own.work.sum(), own.free.sum()) < LEAST:
        return Found(math.nan, used, wanted, TOO_FEW)
    value = what(history.once(week))
    return Found(value, used, wanted, ALL_AROUND if math.isnan(value) else "")


KINDS_OF_DAYS = N_("Your usual work days, and nights that you marked as before a free day")
ALARM = N_("Whether an alarm woke you on a free day")
ASLEEP = N_("When you fell asleep")
WOKE = N_("When you woke for good")
INPUTS = (ASLEEP, WOKE, KINDS_OF_DAYS, ALARM)
MISSING = N_(
    "Missing without usual work days, as with shifts, and with fewer than three nights of either kind. A "
    "free day on which an alarm woke you is left out; an alarm that was not mentioned did not ring."
)

WEEKLY_MEAN = Summary(
    slug="weekly-sleep",
    pillar="sleep",
    title=N_("Sleep over work days and free days"),
    unit=Unit.DURATION,
    formula=N_(
        "(mean on work days × work days a week + mean on free days × free days a week) ÷ 7, each night from "
        "falling asleep to the final waking. Gaps that fall on one kind of day more often do not bend it."
    ),
    inputs=INPUTS,
    missing=MISSING,
    source="roenneberg-2019",
    of=weekly_mean,
)
CHRONOTYPE = Summary(
    slug="chronotype",
    pillar="sleep",
    title=N_("Chronotype (MSFsc)"),
    unit=Unit.CLOCK,
    formula=N_(
        "The mean midsleep on free days. Who sleeps longer on them than on work days makes up for the week: "
        "then half of (mean sleep on free days − mean sleep over the week) is taken off. Early is no better "
        "than late."
    ),
    inputs=INPUTS,
    missing=MISSING,
    source="roenneberg-2003",
    of=chronotype,
)
SOCIAL_JETLAG = Summary(
    slug="social-jetlag",
    pillar="sleep",
    title=N_("Social jetlag"),
    unit=Unit.DURATION,
    formula=N_(
        "How far the mean midsleep on free days lies from that on work days, the shorter way around the "
        "clock. No limit is official."
    ),
    inputs=INPUTS,
    missing=MISSING,
    source="wittmann-2006",
    of=social_jetlag,
)
WEEKLY_LOSS = Summary(
    slug="weekly-sleep-loss",
    pillar="sleep",
    title=N_("Sleep made up for in a week"),
    unit=Unit.DURATION,
    formula=N_(
        "(mean sleep over the week − mean sleep on work days) × work days a week: what free days make up "
        "for. Who sleeps longer on work days has the same the other way round."
    ),
    inputs=INPUTS,
    missing=MISSING,
    source="roenneberg-2019",
    of=weekly_loss,
)
SUMMARIES = (WEEKLY_MEAN, CHRONOTYPE, SOCIAL_JETLAG, WEEKLY_LOSS)
