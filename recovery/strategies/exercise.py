"""Exercise: strategies that move the heart and the muscles."""

from recovery.aims import Aim, Judged
from recovery.metrics import exercise
from recovery.strategies.strategy import Band, Strategy
from recovery.words import N_

AEROBIC_MINUTES = Strategy(
    slug="aerobic-minutes",
    pillar="exercise",
    title=N_("Move enough to breathe harder"),
    lead=N_(
        "Two and a half hours a week of brisk walking, or half as much of something harder, in any portions."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=exercise.MINUTES,
    aim=Aim(Judged.SUM, low=150),
    origin=N_(
        "150 to 300 moderate minutes a week, or half as many vigorous ones: World Health Organization, "
        "adults, 2020. A vigorous minute counts as two."
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
    first=True,
)

STRENGTH_SESSIONS = Strategy(
    slug="strength-sessions",
    pillar="exercise",
    title=N_("Train your strength"),
    lead=N_("Two sessions a week that work all the large muscles, with weights, bands or your own body."),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=exercise.STRENGTH,
    aim=Aim(Judged.SUM, low=2),
    origin=N_(
        "Two or more days a week for all large muscle groups: World Health Organization, adults, 2020."
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
    first=True,
)

STRATEGIES = (AEROBIC_MINUTES, STRENGTH_SESSIONS)
