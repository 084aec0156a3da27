"""Diet: strategies about what one eats and drinks, by servings. No calories, no weight."""

from recovery.aims import Aim, Judged
from recovery.metrics import diet
from recovery.strategies.strategy import Band, Strategy
from recovery.words import N_

FRUIT_AND_VEGETABLES = Strategy(
    slug="fruit-and-vegetables",
    pillar="diet",
    title=N_("Eat fruit and vegetables"),
    lead=N_("Five handfuls a day, in whatever colours you like: the best-founded advice on food there is."),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=diet.PLANTS,
    aim=Aim(Judged.DAY, low=5),
    origin=N_(
        "400 g a day from ten years of age on: World Health Organization, 2023. Five servings of 80 g "
        "make that; potatoes do not count."
    ),
    first=True,
)

FISH = Strategy(
    slug="fish",
    pillar="diet",
    title=N_("Eat fish, oily if you can"),
    lead=N_("One or two fish meals a week in place of less healthy food. Oily fish brings the most omega-3."),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=diet.FISH,
    aim=Aim(Judged.SUM, low=1),
    origin=N_(
        "One to two seafood meals a week: American Heart Association, 2018, for the heart. We start at "
        "one, where the MIND diet draws its line as well; two is yours to choose."
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
    first=True,
)

FEWER_SWEETS = Strategy(
    slug="fewer-sweets",
    pillar="diet",
    title=N_("Have sweets less often"),
    lead=N_("Sweets and pastries at most four times a week leave room for food that does more for you."),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=diet.SWEETS,
    aim=Aim(Judged.SUM, high=4),
    origin=N_("Fewer than five servings a week: the MIND diet's own line, 2015, drawn by its authors."),
    bands={Band.UNDER_18: None},
)

ALCOHOL = Strategy(
    slug="alcohol",
    pillar="diet",
    title=N_("Go without alcohol"),
    lead=N_(
        "Alcohol disturbs dreaming sleep from about two drinks on. How much you drink, if any, is your "
        "own choice."
    ),
    what=(),
    how=(),
    claims=(),
    mechanisms=(),
    metric=diet.ALCOHOL,
    aim=Aim(Judged.DAY, high=0),
    origin=N_(
        "None at all is the simplest limit to keep and to log; it is your own choice, not a medical "
        "order. Change it to any amount."
    ),
)

STRATEGIES = (FRUIT_AND_VEGETABLES, FISH, FEWER_SWEETS, ALCOHOL)
