"""How long before bed the last caffeine and the last alcohol were, over a stretch of days."""

import pandas as pd

from recovery.history import History
from recovery.metrics import diet
from recovery.metrics.metric import Unit
from recovery.summaries import amounts
from recovery.summaries.summary import Found, Summary
from recovery.words import N_

BED = N_("When you got into bed")


def caffeine(history: History) -> Found:
    """Hours from the last caffeine to bed on a mean day that had any; NaN with fewer than four such days."""
    return _before_bed(history, diet.caffeine_gap(history), diet.caffeine(history))


def alcohol(history: History) -> Found:
    """Hours from the last alcohol to bed on a mean day that had any; NaN with fewer than four such days."""
    return _before_bed(history, diet.alcohol_gap(history), diet.alcohol(history))


def _before_bed(history: History, hours: pd.Series, taken: pd.Series) -> Found:
    """The mean of the hours on days with some of it; days with a logged none are not asked for."""
    mean = amounts.a_day(history, hours.where(taken > 0))
    return Found(mean.value, mean.used, mean.wanted & (taken != 0).to_numpy(), mean.why)


CAFFEINE = Summary(
    slug="mean-caffeine-gap",
    pillar="diet",
    title=N_("From the last caffeine to bed"),
    unit=Unit.HOURS,
    formula=N_(
        "The hours from the day’s last caffeine to getting into bed, of all days with caffeine, ÷ the number "
        "of these days. A day without caffeine is left out."
    ),
    inputs=(N_("Drinks with caffeine, in milligrams, and their times"), BED),
    missing=N_("Missing with fewer than four days on which both the time of the last one and bed are known."),
    source="",
    of=caffeine,
)
ALCOHOL = Summary(
    slug="mean-alcohol-gap",
    pillar="diet",
    title=N_("From the last alcohol to bed"),
    unit=Unit.HOURS,
    formula=N_(
        "The hours from the day’s last alcohol to getting into bed, of all days with alcohol, ÷ the number "
        "of these days. A day without alcohol is left out."
    ),
    inputs=(N_("Drinks with alcohol, in grams of alcohol, and their times"), BED),
    missing=N_("Missing with fewer than four days on which both the time of the last one and bed are known."),
    source="",
    of=alcohol,
)

SUMMARIES = (CAFFEINE, ALCOHOL)
