"""Stress practice: strategies that calm body and mind."""

from recovery.aims import Aim, Judged
from recovery.metrics import practice
from recovery.strategies.strategy import Strategy
from recovery.words import N_

MINDFUL_MINUTES = Strategy(
    slug="mindful-minutes",
    pillar="practice",
    title=N_("Practise mindfulness"),
    lead=N_(
        "Ten quiet minutes of paying attention on most days. Worry and low mood ease a little for many "
        "people."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=practice.MINDFUL,
    aim=Aim(Judged.DAYS, low=5, dose=10),
    origin=N_(
        "Ten minutes on five days is our own convention: no study has found a smallest dose. Set your own."
    ),
    first=True,
)

SLOW_BREATHING = Strategy(
    slug="slow-breathing",
    pillar="practice",
    title=N_("Breathe slowly"),
    lead=N_(
        "Five minutes of slow breathing with long breaths out slow the heart and lift the mood a little."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=practice.BREATHING,
    aim=Aim(Judged.DAYS, low=5, dose=5),
    origin=N_(
        "Five minutes a day is what one trial asked of 114 volunteers for a month (2023); five days of "
        "seven is our own convention."
    ),
)

STRATEGIES = (MINDFUL_MINUTES, SLOW_BREATHING)
