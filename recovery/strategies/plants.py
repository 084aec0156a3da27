"""Diet: strategies about colours, whole grains, nuts and legumes."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import ANTIOXIDANTS_PROTECT, INFLAMMATION, OXIDATIVE_STRESS
from recovery.mechanisms.brain import BLOOD_FLOW
from recovery.metrics import diet
from recovery.sources.diet import (
    AFSHIN_2014,
    AUNE_GRAINS_2016,
    AUNE_NUTS_2016,
    BARNES_2023,
    BLUMFIELD_2022,
    HA_2014,
    MORRIS_2015,
    SALA_VILA_2020,
    WHO_2023,
)
from recovery.strategies.strategy import Band, Strategy
from recovery.strategies.wording import EATING_DISORDER, GREENS_AND_MEDICINES, PART_OF_MIND_DIET
from recovery.words import N_

COLOURS = Strategy(
    slug="colours",
    pillar="diet",
    title=N_("Eat many colours"),
    lead=N_(
        "Three colours of fruit and vegetables a day are a simple way to variety. That variety itself does "
        "good is less sure than that plants do."
    ),
    what=(
        N_(
            "Red, orange, green, purple and white plants hold different substances, so many colours bring "
            "many of them. One of the documents behind this site names colourful plants for antioxidants."
        ),
        N_(
            "How much you eat is the better-founded part, and has a page of its own. Colours are a game "
            "that makes it easier, not a score of health."
        ),
    ),
    how=(
        N_("Look at the plate: which colour is missing? Add it at the next meal."),
        N_("Buy one plant a week that you have not had for a month."),
        N_("Frozen berries and mixed vegetables keep colours in the house."),
        N_("White and brown count as well: onions, cauliflower, mushrooms, pears."),
    ),
    claims=(
        Claim(
            N_("Plants of different colours have effects of their own on health."),
            Grade.LIMITED,
            because=N_(
                "a review of 86 studies on the pigments of plants: 42 per cent of the outcomes were better "
                "with them, nearly all rated as of low or very low certainty"
            ),
            sources=(BLUMFIELD_2022,),
            disputed=N_(
                "it looked at pigments, often by themselves, and not at plates of many colours; the research "
                "body of growers of fruit and vegetables paid for it"
            ),
        ),
        ANTIOXIDANTS_PROTECT,
    ),
    mechanisms=(OXIDATIVE_STRESS, INFLAMMATION),
    metric=diet.VARIETY,
    aim=Aim(Judged.MEAN, low=3),
    asks=N_("a week’s mean of at least %(low)s colours a day"),
    origin=N_("Three a day is our own convention: no guideline gives a number of colours."),
    caution=(
        GREENS_AND_MEDICINES,
        EATING_DISORDER,
    ),
)

CARBOHYDRATES_FROM_PLANTS = Claim(
    N_("Carbohydrates are best taken mainly from whole grains, vegetables, fruit and beans."),
    Grade.MODERATE,
    because=N_("a strong recommendation of the World Health Organization on reviews of long studies"),
    sources=(WHO_2023,),
)
WHOLE_GRAINS = Strategy(
    slug="whole-grains",
    pillar="diet",
    title=N_("Choose whole grains"),
    lead=N_(
        "Three servings a day of wholemeal bread, oats or brown rice in place of white. In studies that "
        "only observed, people who eat so have less heart disease and live longer."
    ),
    what=(
        N_(
            "A whole grain keeps its bran and germ, and with them fibre, minerals and vitamins. White flour "
            "and white rice have lost most of that."
        ),
        N_(
            "The benefit for heart and life as a whole has been seen in many long studies. For the brain "
            "whole grains were tried only as one part of a diet."
        ),
    ),
    how=(
        N_("A slice of wholemeal bread or half a cup of cooked oats or brown rice is a serving."),
        N_("Begin with breakfast: oats, or muesli without sugar."),
        N_("Change one thing you buy anyway: bread, pasta or rice."),
        N_("Look for “whole” as the first word of the ingredients; brown alone says little."),
        N_("Go up slowly and drink enough; the gut needs some days."),
    ),
    claims=(
        Claim(
            N_("People who eat more whole grains have less heart disease and live longer."),
            Grade.MODERATE,
            because=N_(
                "45 long studies; in seven of them the risk of heart disease was about 19 per cent lower for "
                "each three servings a day, and the risk of death was lower too; observed, not assigned"
            ),
            sources=(AUNE_GRAINS_2016,),
        ),
        CARBOHYDRATES_FROM_PLANTS,
        Claim(
            N_("Whole grains protect the mind in old age."),
            Grade.DISPUTED,
            because=PART_OF_MIND_DIET,
            sources=(MORRIS_2015, BARNES_2023),
            disputed=N_(
                "a three-year trial of that diet found no difference; whole grains alone were not tested"
            ),
        ),
    ),
    mechanisms=(BLOOD_FLOW,),
    metric=diet.WHOLE_GRAINS,
    aim=Aim(Judged.DAY, low=3),
    asks=N_("%(low)s of whole grains a day"),
    origin=N_("Three servings a day: the MIND diet’s line, 2015, drawn by its authors."),
    caution=(
        N_("Coeliac disease: only grains without gluten, such as rice, maize, millet and buckwheat."),
        N_("Kidney disease, a narrow gut or a bowel that inflames: ask before you change how much fibre."),
        EATING_DISORDER,
    ),
    bands={Band.UNDER_18: None},
)

NUTS = Strategy(
    slug="nuts",
    pillar="diet",
    title=N_("Have a handful of nuts"),
    lead=N_(
        "A small handful of nuts on most days goes with less heart disease. In a two-year trial walnuts did "
        "not change how healthy older people think."
    ),
    what=(
        N_(
            "Nuts bring unsaturated fats, fibre, minerals and protein. Sellers praise them for the "
            "brain; what is well founded is a benefit for heart and vessels."
        ),
        N_("Peanuts count. Salted, sweetened and coated ones bring what the heart needs less of."),
    ),
    how=(
        N_("A small handful, about 30 g, is a serving."),
        N_("Put it into a bowl rather than eat from the packet."),
        N_("Have them in place of biscuits or crisps, or on oats and salad."),
        N_("Keep a tin at work for the afternoon."),
    ),
    claims=(
        Claim(
            N_("People who eat more nuts have less heart disease and live longer."),
            Grade.MODERATE,
            because=N_(
                "20 long studies; in 15 of them the risk of death was about 22 per cent lower for each 28 g "
                "a day; observed, not assigned"
            ),
            sources=(AUNE_NUTS_2016, AFSHIN_2014),
        ),
        Claim(
            N_("Eating walnuts slows the loss of thinking in old age."),
            Grade.DISPUTED,
            because=N_("at one of the two sites of a trial, a later look at the numbers favoured walnuts"),
            sources=(SALA_VILA_2020,),
            disputed=N_(
                "that trial, two years with 708 healthy older people, found no difference as a whole"
            ),
        ),
    ),
    mechanisms=(BLOOD_FLOW, INFLAMMATION),
    metric=diet.NUTS,
    aim=Aim(Judged.SUM, low=5),
    asks=N_("%(low)s of nuts a week"),
    origin=N_("Five servings a week: the MIND diet’s line, 2015, drawn by its authors."),
    caution=(
        N_("Allergic to nuts or peanuts? Leave this out. Never try it out by yourself."),
        N_("Whole nuts can choke small children, and people who swallow badly."),
        EATING_DISORDER,
    ),
    bands={Band.UNDER_18: None},
)

BEANS = Strategy(
    slug="beans",
    pillar="diet",
    title=N_("Eat beans and lentils"),
    lead=N_(
        "Three meals a week with beans, lentils, peas or chickpeas: cheap and filling, and in trials they "
        "lowered cholesterol a little. For the brain they were tried only as part of a diet."
    ),
    what=(
        N_(
            "Legumes bring protein and fibre, and can take the place of meat. In trials they lowered, by a "
            "little, the kind of cholesterol that narrows blood vessels."
        ),
    ),
    how=(
        N_("A small cup of cooked beans, about 100 g, is a serving."),
        N_("Tins are fine: rinse off the salt."),
        N_("Put lentils into sauce or soup, chickpeas on salad, hummus on bread."),
        N_("Replace the meat of one meal a week, then of two."),
        N_("Go up slowly; the gut gets used to them."),
    ),
    claims=(
        Claim(
            N_("A daily serving of legumes lowers the harmful kind of cholesterol a little."),
            Grade.MODERATE,
            because=N_(
                "26 trials with 1,037 people, most often with a serving a day: 0.17 mmol/l less; the authors "
                "ask for longer and better ones"
            ),
            sources=(HA_2014,),
        ),
        Claim(
            N_("People who eat legumes often have less heart disease."),
            Grade.MODERATE,
            because=N_(
                "five long studies: a risk 14 per cent lower for four servings a week; no clear difference "
                "for stroke or diabetes; observed, not assigned"
            ),
            sources=(AFSHIN_2014,),
        ),
        Claim(
            N_("Beans protect the mind in old age."),
            Grade.DISPUTED,
            because=PART_OF_MIND_DIET,
            sources=(MORRIS_2015, BARNES_2023),
            disputed=N_("a three-year trial of that diet found no difference; beans alone were not tested"),
        ),
    ),
    mechanisms=(BLOOD_FLOW,),
    metric=diet.BEANS,
    aim=Aim(Judged.SUM, low=3),
    asks=N_("%(low)s of beans or lentils a week"),
    origin=N_("Three servings a week: the MIND diet’s line, 2015, drawn by its authors."),
    caution=(
        N_("Allergic to peanuts, soya or lupin? Ask which other legumes are safe for you."),
        N_("Dried kidney beans must be soaked, then boiled hard until soft; raw ones are poisonous."),
        N_("Kidney disease, gout or a bowel that inflames: ask before you change how many you eat."),
        EATING_DISORDER,
    ),
)
