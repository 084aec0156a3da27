"""Diet: strategies that are recommended for the brain above all."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import FISH_OIL_LOWERS_INFLAMMATION, INFLAMMATION, OXIDATIVE_STRESS
from recovery.mechanisms.brain import BLOOD_FLOW
from recovery.metrics import diet
from recovery.sources.diet import (
    AUNE_2017,
    AUNE_GRAINS_2016,
    AUNE_NUTS_2016,
    BARNES_2023,
    KANG_2022,
    MORRIS_2015,
    MORRIS_DECLINE_2015,
    RIMM_2018,
)
from recovery.strategies.strategy import Band, Strategy
from recovery.strategies.wording import (
    EATING_DISORDER,
    GREENS_AND_MEDICINES,
    MERCURY_IN_FISH,
    MIND_TRIAL,
    NO_FISH,
)
from recovery.words import N_

SEAFOOD_AND_HEART = Claim(
    N_("One or two seafood meals a week go with less heart disease."),
    Grade.MODERATE,
    because=N_(
        "an advisory of the American Heart Association, mostly on long studies; observed, not assigned"
    ),
    sources=(RIMM_2018,),
)
OILY_FISH = Strategy(
    slug="oily-fish",
    pillar="diet",
    title=N_("Get omega-3 from oily fish"),
    lead=N_(
        "One meal a week of salmon, herring, sardines or mackerel brings the omega-3 fats EPA and DHA. "
        "Capsules with them did not help older people to think."
    ),
    what=(
        N_(
            "EPA and DHA are omega-3 fats of which the body makes little. DHA is a building block of the "
            "walls of brain cells. One of the documents behind this site names fatty fish against "
            "inflammation."
        ),
        N_(
            "That a part is needed does not show that more of it helps. For the heart the case for fish on "
            "the plate is fair; for thinking, trials of the fats in capsules found nothing."
        ),
    ),
    how=(
        N_("Choose a day for it: sardines on toast count."),
        N_("Tinned sardines, herring and mackerel keep for months; tinned tuna has little omega-3."),
        N_("Let it replace red meat or sausage."),
        N_("Log it as oily fish, so that it counts for fish as well."),
    ),
    claims=(
        SEAFOOD_AND_HEART,
        FISH_OIL_LOWERS_INFLAMMATION,
        Claim(
            N_("Omega-3 slows the loss of thinking in old age."),
            Grade.DISPUTED,
            because=N_("older people who eat fish keep their minds for longer in some long studies"),
            sources=(KANG_2022, MORRIS_2015),
            disputed=N_(
                "a gram a day in capsules made no difference in more than 4,000 people over 60, followed for "
                "two to three years"
            ),
        ),
    ),
    mechanisms=(INFLAMMATION,),
    metric=diet.OILY_FISH,
    aim=Aim(Judged.SUM, low=1),
    asks=N_("%(low)s of oily fish a week"),
    origin=N_(
        "The American Heart Association (2018) asks for one to two seafood meals a week, for the heart. "
        "That one of them be oily is our own convention."
    ),
    caution=(
        MERCURY_IN_FISH,
        NO_FISH,
        EATING_DISORDER,
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
)

MIND_PATTERN = Strategy(
    slug="mind-pattern",
    pillar="diet",
    title=N_("Eat in the MIND style"),
    lead=N_(
        "Greens, berries, nuts, beans, whole grains, fish, poultry and olive oil through the week. A diet "
        "made for the brain; its one large trial found no gain for thinking."
    ),
    what=(
        N_(
            "MIND joins two diets that are good for heart and blood pressure, with weight on greens and "
            "berries. Older people who happened to eat so lost less of their thinking."
        ),
        N_(
            "When it was put to the test for three years, people on the MIND diet did no better than those "
            "on a comparison diet. Many of its parts go with a healthier heart all the same. Its glass of "
            "wine a day is left out here: we recommend alcohol to nobody."
        ),
    ),
    how=(
        N_("Begin with one salad or plate of greens a day, and olive oil to cook with."),
        N_("Berries twice a week; frozen ones are as good."),
        N_("Nuts as a snack, beans in the soup, wholemeal bread on the table."),
        N_("Fish once, poultry twice; that leaves less room for red meat and fried food."),
        N_("Log each food group once it was on the plate; how much of it does not matter here."),
    ),
    claims=(
        Claim(
            N_("The MIND diet slows the loss of thinking in old age."),
            Grade.DISPUTED,
            because=N_(
                "among 960 older people, those closest to it declined more slowly, as if 7.5 years younger, "
                "over nearly five years; observed, not assigned"
            ),
            sources=(MORRIS_DECLINE_2015, BARNES_2023),
            disputed=MIND_TRIAL,
        ),
        Claim(
            N_("People closest to the MIND diet have less Alzheimer’s disease."),
            Grade.LIMITED,
            because=N_("one study of 923 older people over four and a half years; observed, not assigned"),
            sources=(MORRIS_2015,),
        ),
        Claim(
            N_("Its fruit, vegetables, whole grains and nuts go with less heart disease."),
            Grade.MODERATE,
            because=N_("many long studies of each of them; observed, not assigned"),
            sources=(AUNE_2017, AUNE_GRAINS_2016, AUNE_NUTS_2016),
        ),
    ),
    mechanisms=(INFLAMMATION, OXIDATIVE_STRESS, BLOOD_FLOW),
    metric=diet.MIND,
    aim=Aim(Judged.MEAN, low=5),
    asks=N_("a week’s mean of at least %(low)s of the nine food groups a day"),
    origin=N_(
        "Our own arithmetic. A week that meets every line of the diet (2015), its servings spread over the "
        "days, has between five and six groups a day. This is not the MIND score."
    ),
    caution=(
        N_("Allergic to nuts, fish or legumes? Leave those out; the aim can be set lower."),
        GREENS_AND_MEDICINES,
        EATING_DISORDER,
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
)
