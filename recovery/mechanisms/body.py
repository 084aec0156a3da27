"""What the whole body has to do with it: defence, oxygen, stress."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.diet import BARNES_2023, BJELAKOVIC_2007, LI_2014
from recovery.sources.practice import GOYAL_2014, LABORDE_2022, PASCOE_2017
from recovery.sources.sleep import BELLESI_2017, IRWIN_2016, VILLAFUERTE_2015
from recovery.words import N_

POOR_SLEEP_INFLAMES = Claim(
    N_("People who sleep badly have slightly more signs of inflammation in their blood."),
    Grade.MODERATE,
    because=N_("72 studies with more than 50,000 people; small differences, and illness can cause both"),
    sources=(IRWIN_2016,),
    disputed=N_(
        "keeping people awake in experiments did not raise these signs; and very long sleep, "
        "not very short, went with more of them"
    ),
)
FISH_OIL_LOWERS_INFLAMMATION = Claim(
    N_("Omega-3 fats from fish oil lower signs of inflammation in the blood."),
    Grade.MODERATE,
    because=N_("68 trials with 4,601 people, mostly of supplements rather than meals"),
    sources=(LI_2014,),
    disputed=N_(
        "from food, only one of three signs fell, and that was studied only in people with a "
        "long-lasting illness"
    ),
)
INFLAMMATION = Mechanism(
    slug="inflammation",
    title=N_("Inflammation and microglia"),
    lead=N_(
        "Microglia are the brain’s own immune cells. A little inflammation clears up after damage; "
        "a lot of it, for long, does harm. People who sleep badly have slightly more signs of it in "
        "their blood."
    ),
    body=(
        N_(
            "Inflammation is the body’s answer to injury and infection. In the brain, microglia take "
            "part: they clear away what is damaged. If they stay switched on they can wear down healthy "
            "contacts."
        ),
        N_(
            "In people, signs of inflammation are measured in blood. What the microglia of a tired "
            "person do cannot be seen day by day; what is told here about them comes from mice."
        ),
        N_(
            "Diet is thought to matter as well. Fish oil lowers some signs of inflammation; for fish on the "
            "plate there is less evidence, and for plants and sweets this page cites none."
        ),
    ),
    claims=(
        POOR_SLEEP_INFLAMES,
        FISH_OIL_LOWERS_INFLAMMATION,
        Claim(
            N_("Days of too little sleep make microglia look more active."),
            Grade.LIMITED,
            because=N_(
                "one study in mice, after about five days; no clear inflammation was found in the fluid "
                "around the brain"
            ),
            sources=(BELLESI_2017,),
        ),
    ),
)

ANTIOXIDANTS_PROTECT = Claim(
    N_("Antioxidants in plants protect the brain."),
    Grade.HYPOTHESIS,
    because=N_("plausible, and not shown by trials in people"),
    sources=(BJELAKOVIC_2007, BARNES_2023),
    disputed=N_(
        "in 68 trials antioxidant pills did not lower deaths, and in the better-made ones some raised "
        "them; three years of a diet rich in greens and berries were no better for thinking than its "
        "comparison diet"
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
            "known; that it does so through this mechanism is not. In trials, people who took "
            "antioxidant pills did not live longer."
        ),
    ),
    claims=(
        Claim(
            N_("Loss of sleep raises oxidative stress."),
            Grade.LIMITED,
            because=N_(
                "44 studies in rats and mice; the reviewers call the link complex and ask for more work"
            ),
            sources=(VILLAFUERTE_2015,),
        ),
        ANTIOXIDANTS_PROTECT,
    ),
)

MEDITATION_EASES_ANXIETY = Claim(
    N_("Meditation programmes ease anxiety and low mood a little."),
    Grade.MODERATE,
    because=N_(
        "47 trials with 3,515 people, most of them patients; small to medium effects, and no sign "
        "that they do better than other active methods"
    ),
    sources=(GOYAL_2014,),
)
MEDITATION_LOWERS_CORTISOL = Claim(
    N_("Meditation lowers cortisol, heart rate and blood pressure."),
    Grade.LIMITED,
    because=N_("45 trials in which the others did something active as well"),
    sources=(PASCOE_2017,),
    disputed=N_("which of the three fell differed with the kind of meditation"),
)
BREATH_SHIFTS_HEART = Claim(
    N_("Slow breathing shifts the heart’s rhythm towards rest while one does it, and for a time after."),
    Grade.MODERATE,
    because=N_(
        "223 studies of heart rate variability, most of them only during the exercise; a sign from "
        "the body, not of better health"
    ),
    sources=(LABORDE_2022,),
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
            "cortisol. It rises in the morning and helps in danger. Kept up for months, it is thought "
            "to disturb sleep and memory."
        ),
        N_(
            "Slow breathing and mindfulness act on the faster half of the stress response, the nerves "
            "that set heart and breath. The hormone follows more slowly, and studies of it disagree."
        ),
    ),
    claims=(
        MEDITATION_EASES_ANXIETY,
        MEDITATION_LOWERS_CORTISOL,
        BREATH_SHIFTS_HEART,
    ),
)

THYROID_AND_SEX_HORMONES = Mechanism(
    slug="thyroid-and-sex-hormones",
    title=N_("Thyroid and sex hormones"),
    lead=N_(
        "Two of the documents say that thyroid and sex hormones shape nerve cells and their upkeep. We "
        "name that as theirs and give it no grade, for want of sources of our own."
    ),
    body=(
        N_(
            "The documents write that thyroid and sex hormones shape how nerve cells are built and how they "
            "work. Cortisol and sex hormones are said to act on microglia, the brain’s immune cells, as "
            "well. They name no study."
        ),
        N_(
            "We have not checked this, so it stands here without a grade, and no habit on this site aims "
            "at these hormones. Too much or too little of them is found by a blood test, and is a "
            "question for a doctor."
        ),
    ),
    claims=(),
)

MECHANISMS = (INFLAMMATION, OXIDATIVE_STRESS, STRESS_AXIS, THYROID_AND_SEX_HORMONES)
