"""What happens in the body over a night."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.sleep import (
    BROWN_2022,
    CORDI_2021,
    DE_VIVO_2017,
    DRAKE_2013,
    FRANK_2012,
    GARDINER_2023,
    MIAO_2024,
    PLA_2025,
    PORKKA_HEISKANEN_1997,
    RASCH_2013,
    TONONI_2014,
    VAN_CAUTER_1996,
    VAN_CAUTER_2000,
    XIE_2013,
)
from recovery.words import N_

CIRCADIAN_TIMING = Mechanism(
    slug="circadian-timing",
    title=N_("Circadian timing"),
    lead=N_(
        "A clock in the brain sets when melatonin rises in the evening and cortisol in the morning. "
        "Light is its strongest signal; regular hours help to keep it in step."
    ),
    body=(
        N_(
            "The body clock runs close to 24 hours and is set anew each day, mostly by light reaching "
            "the eyes. In the evening it lets melatonin rise, which announces the night. Towards "
            "morning it lets cortisol rise, which readies the body to get up."
        ),
        N_(
            "A sudden change of hours leaves the clock behind for some days, as after a long flight. "
            "Sleep then falls on a part of the clock’s day in which the body expects to be awake."
        ),
    ),
    claims=(
        Claim(
            N_("Light by day and darkness at night set the clock and shift melatonin."),
            Grade.STRONG,
            because=N_("many laboratory studies in people, summed up by an expert panel"),
            sources=(BROWN_2022,),
        ),
        Claim(
            N_(
                "In men over 50, evening cortisol is higher and dreaming (REM) sleep shorter than in "
                "younger men."
            ),
            Grade.MODERATE,
            because=N_(
                "149 healthy men measured around the clock; men only, and age is not the same as rhythm"
            ),
            sources=(VAN_CAUTER_2000,),
        ),
    ),
)

GLYMPHATIC_CLEARANCE = Mechanism(
    slug="glymphatic-clearance",
    title=N_("Glymphatic clearance"),
    lead=N_(
        "Fluid moving along the brain’s blood vessels is thought to carry away waste. Whether it does "
        "so faster in sleep is openly disputed."
    ),
    body=(
        N_(
            "Brain cells leave waste behind, as all cells do. The glymphatic idea says that fluid flows "
            "through the spaces around blood vessels and takes waste along, and more so during deep "
            "sleep."
        ),
        N_(
            "The first measurements in mice found much faster clearance in sleep. A later study in "
            "mice, with another method, found less. In people it can only be seen indirectly."
        ),
    ),
    claims=(
        Claim(
            N_("Waste leaves the brain faster in sleep than in waking."),
            Grade.DISPUTED,
            because=N_("tracers in mice; evidence in people is indirect"),
            sources=(XIE_2013, MIAO_2024, PLA_2025),
            disputed=N_(
                "a 2024 study in mice measured less clearance in sleep, not more; its critics, among them "
                "authors of the first finding, say that it measured something else"
            ),
        ),
        Claim(
            N_("Clearance slows down in sleep and under anaesthesia."),
            Grade.DISPUTED,
            because=N_("one study, male mice, dye injected into the brain itself"),
            sources=(MIAO_2024, PLA_2025),
            disputed=N_("the method and its mathematics were criticised in the same journal in 2025"),
        ),
    ),
)

GROWTH_HORMONE = Mechanism(
    slug="growth-hormone",
    title=N_("Growth hormone in deep sleep"),
    lead=N_(
        "In men, the largest pulse of growth hormone usually comes with the first deep sleep of the "
        "night. What it does for the adult brain is not known."
    ),
    body=(
        N_(
            "Growth hormone tells tissues to build protein and to use fat for energy. In men, much of a "
            "day’s share is released in one pulse soon after falling asleep, together with deep sleep."
        ),
        N_(
            "Deep sleep shrinks from youth to middle age, and the hormone with it. That they fall "
            "together does not show that one brings the other, or that more of either helps the brain."
        ),
    ),
    claims=(
        Claim(
            N_("In men, the largest pulse of growth hormone usually comes soon after falling asleep."),
            Grade.MODERATE,
            because=N_(
                "a review of studies that drew blood day and night; in women, pulses by day are more frequent"
            ),
            sources=(VAN_CAUTER_1996,),
        ),
        Claim(
            N_("Men with more deep sleep release more growth hormone."),
            Grade.MODERATE,
            because=N_(
                "149 healthy men aged 16 to 83, blood taken over 24 hours; women were not studied, and "
                "going together does not show what causes what"
            ),
            sources=(VAN_CAUTER_2000,),
        ),
    ),
)

SYNAPTIC_DOWNSCALING = Mechanism(
    slug="synaptic-downscaling",
    title=N_("Synaptic downscaling"),
    lead=N_(
        "Waking is thought to strengthen connections between brain cells, and deep sleep to turn "
        "most of them down again, saving energy and making room to learn."
    ),
    body=(
        N_(
            "Learning makes some synapses, the contacts between brain cells, stronger. If that went on "
            "without end they would need ever more energy and space. The idea is that sleep weakens "
            "them again, the least used ones most, so that what matters stands out."
        ),
        N_(
            "In mice, synapses are measurably smaller after sleep. In people there are only indirect "
            "signs, and other changes may go on in the same night."
        ),
    ),
    claims=(
        Claim(
            N_(
                "The contact area of synapses is about 18 per cent smaller after sleep than after waking, "
                "the largest ones excepted."
            ),
            Grade.LIMITED,
            because=N_("electron microscopy of two regions of the mouse brain; not seen in people"),
            sources=(DE_VIVO_2017, TONONI_2014, FRANK_2012),
            disputed=N_(
                "a critic calls the mechanism behind it mysterious and its use for the brain unknown"
            ),
        ),
        Claim(
            N_("Turning synapses down is what sleep is for."),
            Grade.HYPOTHESIS,
            because=N_("a theory with good support in animals and open questions"),
            sources=(TONONI_2014, FRANK_2012),
        ),
    ),
)

SLEEP_KEEPS_LEARNING = Claim(
    N_("Sleep after learning helps to keep what was learnt."),
    Grade.MODERATE,
    because=N_("more than a century of experiments in people; the effect is smaller than was long thought"),
    sources=(RASCH_2013, CORDI_2021),
    disputed=N_("several key findings could not be repeated, and the effect depends much on the task"),
)
MEMORY_CONSOLIDATION = Mechanism(
    slug="memory-consolidation",
    title=N_("Memory consolidation"),
    lead=N_(
        "In sleep the brain is thought to play back what was learnt and to move part of it into "
        "lasting memory. The gain in tests is smaller and less sure than once believed."
    ),
    body=(
        N_(
            "During deep sleep, it is thought, traces of the day are played back and passed on for "
            "longer keeping. Dreaming (REM) sleep seems to matter as well, though the split is not "
            "clean."
        ),
        N_("Staying up to study longer may trade away part of what the night would have kept."),
    ),
    claims=(SLEEP_KEEPS_LEARNING,),
)

ADENOSINE = Mechanism(
    slug="adenosine",
    title=N_("Adenosine, the sleep pressure"),
    lead=N_(
        "Adenosine gathers in the brain while one is awake and makes one sleepy; in sleep it falls. "
        "Caffeine blocks its signal without lowering it."
    ),
    body=(
        N_(
            "Adenosine is left over when cells use energy. The longer one is awake, the more of it "
            "there is, and the stronger the pull of sleep. By morning the level is low again."
        ),
        N_(
            "Caffeine sits in the places where adenosine would act. The tiredness is hidden, not gone, "
            "and part of the cup is still there at bedtime."
        ),
    ),
    claims=(
        Claim(
            N_("Adenosine rises during long waking and falls in sleep."),
            Grade.LIMITED,
            because=N_("measured inside the brains of cats; in people it fits what caffeine does"),
            sources=(PORKKA_HEISKANEN_1997,),
        ),
        Claim(
            N_("Caffeine shortens the following sleep and makes it lighter."),
            Grade.STRONG,
            because=N_("24 studies taken together, and a trial with doses at fixed hours before bed"),
            sources=(GARDINER_2023, DRAKE_2013),
        ),
    ),
)

MECHANISMS = (
    CIRCADIAN_TIMING,
    GLYMPHATIC_CLEARANCE,
    GROWTH_HORMONE,
    SYNAPTIC_DOWNSCALING,
    MEMORY_CONSOLIDATION,
    ADENOSINE,
)
