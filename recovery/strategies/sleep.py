"""Sleep: strategies for nights that are long enough, regular and unbroken."""

from recovery.aims import Aim, Judged
from recovery.metrics import diet, sleep
from recovery.strategies.strategy import Band, Strategy
from recovery.words import N_

LONG_ENOUGH = Strategy(
    slug="long-enough",
    pillar="sleep",
    title=N_("Sleep long enough"),
    lead=N_(
        "Most adults do best with seven to nine hours a night, as a habit rather than on any single night."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=sleep.DURATION,
    aim=Aim(Judged.MEAN, low=7 * 60, high=9 * 60),
    origin=N_(
        "Seven to nine hours for adults, seven to eight from 65 on, eight to ten for teenagers: expert "
        "panels of the National Sleep Foundation and of two sleep societies, 2015."
    ),
    bands={
        Band.UNDER_18: Aim(Judged.MEAN, low=8 * 60, high=10 * 60),
        Band.OLDER: Aim(Judged.MEAN, low=7 * 60, high=8 * 60),
    },
    first=True,
)

REGULAR_HOURS = Strategy(
    slug="regular-hours",
    pillar="sleep",
    title=N_("Keep regular hours"),
    lead=N_(
        "Waking within the same half hour each day, days off included, keeps the body clock steady, and "
        "with it melatonin and cortisol."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=sleep.WAKE,
    aim=Aim(Judged.MEAN, high=30, clock=7 * 60),
    origin=N_(
        "Half an hour either way is our own convention: studies favour regular hours, none gives a number."
    ),
    first=True,
)

SLEEP_EFFICIENCY = Strategy(
    slug="sleep-efficiency",
    pillar="sleep",
    title=N_("Keep bed for sleep"),
    lead=N_(
        "When most of the time in bed is spent asleep, bed and sleep stay linked, and nights are less broken."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=sleep.EFFICIENCY,
    aim=Aim(Judged.MEAN, low=85),
    origin=N_(
        "85 per cent: what the National Sleep Foundation's panel called good sleep at every age, 2017."
    ),
)

CAFFEINE_CUT_OFF = Strategy(
    slug="caffeine-cut-off",
    pillar="sleep",
    title=N_("Stop caffeine early"),
    lead=N_(
        "Caffeine hides tiredness for hours. A last cup nine hours before bed leaves the night nearly "
        "untouched."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=diet.CAFFEINE_GAP,
    aim=Aim(Judged.DAY, low=9),
    origin=N_(
        "8.8 hours for about 107 mg, one cup of coffee, estimated from 24 studies of adults (2023); "
        "rounded up to nine. Twice the dose would need about 13 hours."
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
)

STRATEGIES = (LONG_ENOUGH, REGULAR_HOURS, SLEEP_EFFICIENCY, CAFFEINE_CUT_OFF)
