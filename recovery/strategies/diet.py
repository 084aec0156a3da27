"""Diet: strategies about what one eats and drinks, by servings. No calories, no weight."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import ANTIOXIDANTS_PROTECT, INFLAMMATION, OXIDATIVE_STRESS
from recovery.mechanisms.brain import NEUROTRANSMITTER_BALANCE
from recovery.mechanisms.night import REM_SLEEP
from recovery.metrics import diet
from recovery.sources.diet import (
    ANDERSON_2023,
    AUNE_2017,
    BARNES_2023,
    MORRIS_2015,
    WHO_2023,
)
from recovery.sources.sleep import GARDINER_2025, LANDOLT_1996
from recovery.strategies.brain_food import MIND_PATTERN, OILY_FISH, SEAFOOD_AND_HEART
from recovery.strategies.plants import BEANS, CARBOHYDRATES_FROM_PLANTS, COLOURS, NUTS, WHOLE_GRAINS
from recovery.strategies.strategy import Band, Strategy
from recovery.strategies.wording import (
    EATING_DISORDER,
    GREENS_AND_MEDICINES,
    MERCURY_IN_FISH,
    MIND_TRIAL,
    NO_FISH,
    PART_OF_MIND_DIET,
)
from recovery.words import N_

FRUIT_AND_VEGETABLES = Strategy(
    slug="fruit-and-vegetables",
    pillar="diet",
    title=N_("Eat fruit and vegetables"),
    lead=N_("Five handfuls a day, in whatever colours you like: some of the best-founded advice on food."),
    what=(
        N_(
            "Plants bring fibre, minerals, vitamins and many coloured substances, and take the place of "
            "food that does less for you."
        ),
        N_(
            "The documents behind this site praise their antioxidants. That eating plants goes with "
            "better health is well founded; that antioxidants are the reason is not."
        ),
    ),
    how=(
        N_("One handful, 80 g, is a serving."),
        N_(
            "Put one with each meal: fruit in the morning, a salad at noon, two vegetables in the "
            "evening, fruit in between."
        ),
        N_("Frozen and tinned count. Whole fruit rather than juice."),
        N_("Change colours through the week; it is a simple way to variety."),
        N_("Potatoes do not count here, and beans have an entry of their own."),
    ),
    claims=(
        Claim(
            N_("People who eat more fruit and vegetables have less heart disease and live longer."),
            Grade.MODERATE,
            because=N_(
                "95 long studies; in 15 of them the risk of death was about 10 per cent lower for each 200 "
                "g a day; observed, not assigned"
            ),
            sources=(
                AUNE_2017,
                WHO_2023,
            ),
        ),
        Claim(
            N_("A diet rich in plants protects the mind in old age."),
            Grade.DISPUTED,
            because=N_(
                "of 923 older people, those whose food was closest to the MIND diet, rich in greens and "
                "berries, had less Alzheimer’s disease over four and a half years"
            ),
            sources=(
                MORRIS_2015,
                BARNES_2023,
            ),
            disputed=MIND_TRIAL,
        ),
        ANTIOXIDANTS_PROTECT,
    ),
    mechanisms=(OXIDATIVE_STRESS, INFLAMMATION),
    metric=diet.PLANTS,
    aim=Aim(Judged.DAY, low=5),
    asks=N_("%(low)s of fruit and vegetables a day"),
    origin=N_(
        "400 g a day for adults, and with less certainty from ten years of age on: World Health "
        "Organization, 2023. Five servings of 80 g make that; potatoes do not count."
    ),
    caution=(
        GREENS_AND_MEDICINES,
        EATING_DISORDER,
    ),
    first=True,
)

FISH = Strategy(
    slug="fish",
    pillar="diet",
    title=N_("Eat fish, oily if you can"),
    lead=N_("One or two fish meals a week in place of less healthy food. Oily fish brings the most omega-3."),
    what=(
        N_(
            "Oily fish such as salmon, herring, sardines and mackerel is the main source of the omega-3 "
            "fats EPA and DHA. DHA is a building block of the walls of brain cells."
        ),
        N_(
            "What is well founded is a benefit for the heart, most of all where fish takes the place of "
            "less healthy food. For the brain, hopes are larger than the evidence."
        ),
    ),
    how=(
        N_("Choose a fixed fish day."),
        N_("Keep a tin of sardines or mackerel, or frozen salmon, in the house."),
        N_("Let it replace sausage or red meat rather than vegetables."),
        N_("Bake, steam or stew rather than deep-fry."),
    ),
    claims=(
        SEAFOOD_AND_HEART,
        Claim(
            N_("Eating fish protects the mind in old age."),
            Grade.DISPUTED,
            because=PART_OF_MIND_DIET,
            sources=(
                MORRIS_2015,
                BARNES_2023,
            ),
            disputed=N_("a three-year trial of that diet found no difference; fish alone was not tested"),
        ),
    ),
    mechanisms=(INFLAMMATION,),
    metric=diet.FISH,
    aim=Aim(Judged.SUM, low=1),
    asks=N_("%(low)s of fish a week"),
    origin=N_(
        "One to two seafood meals a week: American Heart Association, 2018, for the heart. We start at "
        "one, where the MIND diet draws its line as well; two is yours to choose."
    ),
    caution=(
        MERCURY_IN_FISH,
        NO_FISH,
        EATING_DISORDER,
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
    what=(
        N_(
            "Sweets and pastries bring much sugar and fat and little else, and they take the place of "
            "food that does more."
        ),
        N_("No food is forbidden, and a piece of cake is not a failure. The line is about how often."),
        N_("The advice on carbohydrates below says nothing about sweets by themselves."),
    ),
    how=(
        N_("Choose the days that you want them, and enjoy them."),
        N_("Keep fruit or nuts where the sweets used to be."),
        N_("Buy small packets rather than large ones."),
        N_("Tired in the afternoon? Try a short walk first."),
    ),
    claims=(
        CARBOHYDRATES_FROM_PLANTS,
        Claim(
            N_("A diet with fewer sweets protects the mind in old age."),
            Grade.DISPUTED,
            because=PART_OF_MIND_DIET,
            sources=(
                MORRIS_2015,
                BARNES_2023,
            ),
            disputed=N_("a three-year trial of that diet found no difference; sweets alone were not tested"),
        ),
    ),
    mechanisms=(INFLAMMATION,),
    metric=diet.SWEETS,
    aim=Aim(Judged.SUM, high=4),
    asks=N_("%(high)s of sweets a week at most"),
    origin=N_("Fewer than five servings a week: the MIND diet's own line, 2015, drawn by its authors."),
    caution=(
        N_("Diabetes: agree changes of diet with those who look after you."),
        EATING_DISORDER,
    ),
    bands={Band.UNDER_18: None},
)

ALCOHOL = Strategy(
    slug="alcohol",
    pillar="diet",
    title=N_("Go without alcohol"),
    lead=N_(
        "Alcohol disturbs dreaming (REM) sleep, already at about two drinks. How much you drink, if "
        "any, is your own choice."
    ),
    what=(
        N_(
            "Already at about two drinks in an evening, dreaming sleep comes later and is shorter; the "
            "more alcohol, the stronger the effect."
        ),
        N_("A large amount can shorten the time to fall asleep, but disturbs dreaming sleep all the more."),
        N_("Fewer drinks disturb the night less: it need not be all or nothing."),
    ),
    how=(
        N_("Choose the evenings without a drink before the week begins."),
        N_("Have something good in the glass: sparkling water with lime, for example."),
        N_("When you do drink, log how much and when, and look at the night after it."),
        N_("An early drink can disturb the night too; drinking less does more than drinking early."),
        N_("Tell somebody who will join you."),
    ),
    claims=(
        Claim(
            N_("Alcohol delays and shortens dreaming sleep, already at about two drinks."),
            Grade.MODERATE,
            because=N_(
                "27 studies of healthy adults taken together; the more alcohol, the larger the effect; what "
                "it does to the length of sleep stayed unsure"
            ),
            sources=(GARDINER_2025,),
        ),
        Claim(
            N_("Alcohol in the late afternoon still disturbs the night, though none is left by bedtime."),
            Grade.LIMITED,
            because=N_(
                "one experiment with 10 men of about 62, six hours before bed: less dreaming sleep, and "
                "twice as long awake in the second half of the night"
            ),
            sources=(LANDOLT_1996,),
        ),
        Claim(
            N_("No amount is known to be free of risk."),
            Grade.MODERATE,
            because=N_(
                "alcohol is a known cause of several cancers; a comment by staff of the World Health "
                "Organization, in their own name"
            ),
            sources=(ANDERSON_2023,),
            disputed=N_("how much very small amounts matter is argued about"),
        ),
    ),
    mechanisms=(REM_SLEEP, NEUROTRANSMITTER_BALANCE),
    metric=diet.ALCOHOL,
    aim=Aim(Judged.DAY, high=0),
    asks=N_("%(high)s a day at most"),
    origin=N_(
        "None at all is the simplest limit to keep and to log; it is your own choice, not a medical "
        "order. Change it to any amount."
    ),
    caution=(
        N_(
            "If you drink much or every day, do not stop from one day to the next: withdrawal can be "
            "dangerous. Ask a doctor first."
        ),
        N_("In pregnancy, and before 18, the advice is none at all."),
        N_(
            "If drinking is hard to control, that is common and there is help; a doctor is a good first "
            "address."
        ),
    ),
)

STRATEGIES = (
    FRUIT_AND_VEGETABLES,
    COLOURS,
    WHOLE_GRAINS,
    NUTS,
    BEANS,
    FISH,
    OILY_FISH,
    MIND_PATTERN,
    FEWER_SWEETS,
    ALCOHOL,
)
