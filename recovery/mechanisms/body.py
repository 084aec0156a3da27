"""What the whole body has to do with it: defence, oxygen, stress."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.diet import BARNES_2023, BJELAKOVIC_2007
from recovery.sources.practice import BALBAN_2023, GOYAL_2014, LABORDE_2022, PASCOE_2017
from recovery.sources.sleep import BELLESI_2017, IRWIN_2016, VILLAFUERTE_2015
from recovery.words import N_

INFLAMMATION = Mechanism(
    slug="inflammation",
    title=N_("Inflammation and microglia"),
    lead=N_(
        "Microglia are the brain’s own immune cells. A little inflammation clears up after damage; a "
        "lot of it, for long, does harm. Poor sleep goes with slightly more of it."
    ),
    body=(
        N_(
            "Inflammation is the body’s answer to injury and infection. In the brain, microglia take "
            "part: they clear away what is damaged. If they stay switched on they can wear down healthy "
            "contacts."
        ),
        N_(
            "In people, signs of inflammation are measured in blood. What the microglia of a tired "
            "person do cannot be seen; what is known about them comes from mice."
        ),
    ),
    claims=(
        Claim(
            N_("People who sleep badly have slightly more signs of inflammation in their blood."),
            Grade.MODERATE,
            because=N_(
                "72 studies with more than 50,000 people; small differences, and illness can cause both"
            ),
            sources=(IRWIN_2016,),
        ),
        Claim(
            N_("Days of too little sleep switch on microglia."),
            Grade.LIMITED,
            because=N_("one study in mice"),
            sources=(BELLESI_2017,),
        ),
    ),
)

OXIDATIVE_STRESS = Mechanism(
    slug="oxidative-stress",
    title=N_("Oxidative stress"),
    lead=N_(
        "Using oxygen leaves reactive by-products that can damage cells. Plants are rich in substances "
        "that catch them in a test tube; pills with the same substances disappoint."
    ),
    body=(
        N_(
            "Cells make reactive molecules whenever they use oxygen, and defences that catch them. When "
            "the first outrun the second, one speaks of oxidative stress. The brain uses much oxygen."
        ),
        N_(
            "Colourful plants contain antioxidants. That eating plants goes with better health is well "
            "known; that it does so through this mechanism is not, since large trials of antioxidant "
            "pills showed no benefit."
        ),
    ),
    claims=(
        Claim(
            N_("Loss of sleep raises oxidative stress."),
            Grade.LIMITED,
            because=N_("44 studies in rats and mice, with mixed results"),
            sources=(VILLAFUERTE_2015,),
        ),
        Claim(
            N_("Antioxidants from food protect the brain."),
            Grade.HYPOTHESIS,
            because=N_("plausible, and not shown by trials in people"),
            sources=(BJELAKOVIC_2007, BARNES_2023),
            disputed=N_(
                "68 trials of antioxidant pills found no benefit, and some pills did harm; a three-year "
                "trial of a diet rich in plants did not slow mental decline"
            ),
        ),
    ),
)

STRESS_AXIS = Mechanism(
    slug="stress-axis",
    title=N_("The stress axis (HPA)"),
    lead=N_(
        "Brain and adrenal glands release cortisol under stress. Practice that calms can lower the "
        "feeling of stress; what it does to cortisol is less sure."
    ),
    body=(
        N_(
            "HPA stands for hypothalamus, pituitary and adrenal glands: a chain of signals that ends in "
            "cortisol. It wakes us in the morning and helps in danger. Kept up for months, it can "
            "disturb sleep and memory."
        ),
        N_(
            "Slow breathing and mindfulness act on the faster half of the stress response, the nerves "
            "that set heart and breath. The hormone follows more slowly, and studies of it disagree."
        ),
    ),
    claims=(
        Claim(
            N_("Meditation programmes ease anxiety and low mood a little."),
            Grade.MODERATE,
            because=N_("47 trials with 3,515 people; small to medium effects, mostly in people under strain"),
            sources=(GOYAL_2014,),
        ),
        Claim(
            N_("Meditation lowers cortisol, heart rate and blood pressure."),
            Grade.LIMITED,
            because=N_("45 controlled studies taken together, many small"),
            sources=(PASCOE_2017,),
            disputed=N_("results for cortisol differ from study to study"),
        ),
        Claim(
            N_(
                "Slow breathing shifts the heart’s rhythm towards rest while one does it, and for a "
                "time after."
            ),
            Grade.MODERATE,
            because=N_("223 studies of heart rate variability; a sign from the body, not of better health"),
            sources=(LABORDE_2022, BALBAN_2023),
        ),
    ),
)

MECHANISMS = (INFLAMMATION, OXIDATIVE_STRESS, STRESS_AXIS)
