"""Worked examples of how a plan is kept, on the strategy of fruit and vegetables with an aim of 5 a day."""

import math

from recovery import adherence, intervals, trends
from recovery.examples.example import Example, Record
from recovery.history import History
from recovery.metrics import METRICS
from recovery.strategies.diet import FRUIT_AND_VEGETABLES as PLANTS

AIM = [{"strategy": PLANTS.slug, "starts": 0, "low": 5}]
EATEN = (5, 5, 5, 2, 5, 5, 5, 5, 5, 2)
TEN_DAYS = Record(
    "Twelve days with an aim of 5: five or more on eight of them, 2 on the fourth and the tenth, two not "
    "logged (the likely range of kept is 49 to 94 %)",
    12,
    {"targets": AIM, "diet": [{"day": n, "item": "fruit", "amount": each} for n, each in enumerate(EATEN)]},
)
THIRTEEN = Record(
    "Thirteen days in a row with the aim met",
    13,
    {"targets": AIM, "diet": [{"day": n, "item": "fruit", "amount": 5} for n in range(13)]},
)
TWO = Record("An aim of 5, and 2 servings", rows={"targets": AIM, "diet": [{"item": "fruit", "amount": 2}]})
SESSIONS = Record(
    "Three sessions, each on its own day, after which stress is 1, 2 and 3 points lower (the mean is −2, its "
    "likely range −4.48 to 0.48)",
    3,
    {
        "practice": [
            {"day": n, "technique": "breathing", "minutes": 5, "stress_before": 5, "stress_after": 4 - n}
            for n in range(3)
        ]
    },
)
SIX_WEEKS = Record(
    "Six weeks with 1 serving of fruit on every day of the first, 2 in the second, and so on to 6 (the last "
    "three have 3 servings more, likely range 0.73 to 5.27)",
    42,
    {"diet": [{"day": n, "item": "fruit", "amount": 1 + n // 7} for n in range(42)]},
)


def kept(history: History) -> float:
    share = adherence.kept(adherence.units(history, PLANTS)).share
    return math.nan if share is None else 100 * share


def coverage(history: History) -> float:
    share = adherence.kept(adherence.units(history, PLANTS)).coverage
    return math.nan if share is None else 100 * share


def strength(history: History) -> float:
    return 100 * float(adherence.strength(history, PLANTS).iloc[-1])


def streak(history: History) -> float:
    return adherence.streak(history, PLANTS)


def share(history: History) -> float:
    return 100 * float(adherence.days(history, PLANTS)["share"].iloc[0])


def least_share(history: History) -> float:
    """The lower end of the range."""
    found = adherence.kept(adherence.units(history, PLANTS)).interval
    return 100 * found[0] if found else math.nan


def least_mean(history: History) -> float:
    """The lower end of the range."""
    return intervals.of_mean(METRICS["stress-change"].daily(history).to_numpy())[0]


def least_change(history: History) -> float:
    """The lower end of the range."""
    daily = METRICS["fruit-servings"].daily(history)
    return trends.change(daily.iloc[21:], daily.iloc[:21]).low


EXAMPLES = {
    "kept": Example(TEN_DAYS, 80, kept),
    "logged": Example(TEN_DAYS, 100 * 10 / 12, coverage),
    "strength": Example(THIRTEEN, 50, strength),
    "streak": Example(THIRTEEN, 13, streak),
    "share": Example(TWO, 40, share),
    "share-interval": Example(TEN_DAYS, 49.02, least_share),
    "mean-interval": Example(SESSIONS, -2 - 4.302653 / math.sqrt(3), least_mean),
    "change": Example(SIX_WEEKS, 3 - 2.776445 * math.sqrt(2 / 3), least_change),
}
