"""Worked examples of how a plan is kept, on the strategy of fruit and vegetables with an aim of 5 a day."""

import math

from recovery import adherence
from recovery.examples.example import Example, Record
from recovery.history import History
from recovery.strategies.diet import FRUIT_AND_VEGETABLES as PLANTS

AIM = [{"strategy": PLANTS.slug, "starts": 0, "low": 5}]
EATEN = (5, 5, 5, 2, 5, 5, 5, 5, 5, 2)
TEN_DAYS = Record(
    "Twelve days with an aim of 5: five or more on eight of them, 2 on the fourth and the tenth, two not "
    "logged (interval of kept 49 to 94 %)",
    12,
    {"targets": AIM, "diet": [{"day": n, "item": "fruit", "amount": each} for n, each in enumerate(EATEN)]},
)
THIRTEEN = Record(
    "Thirteen days in a row with the aim met",
    13,
    {"targets": AIM, "diet": [{"day": n, "item": "fruit", "amount": 5} for n in range(13)]},
)
TWO = Record("An aim of 5, and 2 servings", rows={"targets": AIM, "diet": [{"item": "fruit", "amount": 2}]})


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


EXAMPLES = {
    "kept": Example(TEN_DAYS, 80, kept),
    "logged": Example(TEN_DAYS, 100 * 10 / 12, coverage),
    "strength": Example(THIRTEEN, 50, strength),
    "streak": Example(THIRTEEN, 13, streak),
    "share": Example(TWO, 40, share),
}
