"""What happens in the body over a night."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.sleep import (
    BROWN_2022,
    CORDI_2021,
    DE_VIVO_2017,
    DRAKE_2013,
    ELMENHORST_2012,
    FRANK_2012,
    GARDINER_2023,
    GOOLEY_2011,
    KLAAS_2025,
    MIAO_2024,
    PLA_2025,
    PORKKA_HEISKANEN_1997,
    RASCH_2013,
    SIEGEL_1988,
    SIEGEL_2011,
    SPIGA_2014,
    STALDER_2016,
    TONONI_2014,
    VAN_CAUTER_1996,
    VAN_CAUTER_2000,
    VAN_CAUTER_COPINSCHI_2000,
    VOLKOW_2012,
    XIE_2013,
)
from recovery.words import N_

LIGHT_SETS_CLOCK = Claim(
    N_("Light by day and darkness at night set the clock and shift melatonin."),
    Grade.STRONG,
    because=N_("many laboratory studies in people, summed up by an expert panel"),
    sources=(BROWN_2022,),
)
CIRCADIAN_TIMING = Mechanism(
    slug="circadian-timing",
    title=N_("Circadian and ultradian rhythms"),
    lead=N_(
        "A clock in the brain gives sleep and hormones their hour of the day; shorter, ultradian rhythms "
        "run inside it. Light is its strongest signal; regular hours are thought to keep it in step."
    ),
    body=(
        N_(
            "The body clock runs close to 24 hours and is set anew each day, mostly by light reaching "
            "the eyes. It tells each organ what time it is: when to be sleepy, warm, hungry or ready."
        ),
        N_(
            "Ultradian rhythms are shorter than a day. In sleep, deep and dreaming sleep take turns about "
            "every hour and a half. Cortisol is released in pulses, by day and by night. The body clock "
            "makes them large in the morning and small in the evening."
        ),
        N_(
            "A sudden change of hours leaves the clock behind for some days, as after a long flight. "
            "Sleep then falls on a part of the clock’s day in which the body expects to be awake."
        ),
    ),
    claims=(
        LIGHT_SETS_CLOCK,
        Claim(
            N_("Deep and dreaming sleep take turns about every hour and a half."),
            Grade.STRONG,
            because=N_(
                "recordings of sleeping people over many decades; the length differs by night and age"
            ),
            sources=(RASCH_2013,),
        ),
        Claim(
            N_("Cortisol is released in pulses, many a day, inside the rhythm of the day."),
            Grade.MODERATE,
            because=N_("a review of studies in people and animals"),
            sources=(SPIGA_2014,),
        ),
    ),
)

ROOM_LIGHT_DELAYS_MELATONIN = Claim(
    N_("Ordinary room light before bed delays melatonin and shortens its night."),
    Grade.MODERATE,
    because=N_(
        "116 young adults who lived in a laboratory for some days: about 90 minutes shorter than in "
        "dim light; how well they slept at home was not measured"
    ),
    sources=(GOOLEY_2011, BROWN_2022),
)
MELATONIN_AND_CORTISOL = Mechanism(
    slug="melatonin-and-cortisol",
    title=N_("Melatonin and cortisol timing"),
    lead=N_(
        "Melatonin rises in the evening and says that it is night; cortisol climbs towards morning and "
        "for a while after waking. Evening light holds melatonin back."
    ),
    body=(
        N_(
            "Melatonin comes from a gland in the middle of the head, at night. It tells the body that "
            "night has begun rather than knocking one out. Light in the evening holds it back."
        ),
        N_(
            "Cortisol is low around midnight, climbs in the last hours of sleep, and goes on rising for half "
            "an hour or more after waking. Whether waking itself brings on that last part is disputed. "
            "Cortisol readies the body for the day, and is the hormone of the stress axis as well."
        ),
        N_(
            "The documents say that both support the night by setting the timing and depth of sleep. "
            "For timing that is well founded. For depth it is less sure."
        ),
    ),
    claims=(
        ROOM_LIGHT_DELAYS_MELATONIN,
        Claim(
            N_("Cortisol rises in the 30 to 45 minutes after waking."),
            Grade.MODERATE,
            because=N_("agreed by an expert panel on very many studies; hard to measure well at home"),
            sources=(STALDER_2016, KLAAS_2025),
            disputed=N_(
                "in 201 people measured at home it rose no faster in the hour after waking than in the hour "
                "before, so that waking need not be the cause"
            ),
        ),
        Claim(
            N_(
                "In men over 50, evening cortisol is higher and dreaming (REM) sleep shorter than in "
                "younger men."
            ),
            Grade.LIMITED,
            because=N_(
                "one study of 149 healthy men around the clock; men only, and age is not the same as rhythm"
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
                "two reviews of studies that drew blood day and night; in women, pulses by day are frequent"
            ),
            sources=(VAN_CAUTER_COPINSCHI_2000, VAN_CAUTER_1996),
        ),
        Claim(
            N_("Men with more deep sleep release more growth hormone."),
            Grade.LIMITED,
            because=N_(
                "one study of 149 healthy men aged 16 to 83, blood taken over 24 hours; women were not "
                "studied, and going together does not show what causes what"
            ),
            sources=(VAN_CAUTER_2000,),
        ),
    ),
)

SYNAPTIC_DOWNSCALING = Mechanism(
    slug="synaptic-downscaling",
    title=N_("Synaptic downscaling"),
    lead=N_(
        "Waking is thought to strengthen connections between brain cells. Deep sleep is thought to turn "
        "most of them down again, which saves energy and makes room to learn."
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
        "Adenosine is thought to gather in the brain while one is awake and to make one sleepy; in sleep it "
        "falls. Caffeine blocks its signal without lowering it."
    ),
    body=(
        N_(
            "Adenosine is left over when cells use energy. In animals that are kept awake it rises, and in "
            "sleep it falls again. In people it is taken to be one cause of the pull of sleep, which grows "
            "with every hour awake."
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

REM_SLEEP = Mechanism(
    slug="rem-sleep",
    title=N_("REM sleep and the monoamines"),
    lead=N_(
        "In dreaming (REM) sleep, cells that send noradrenaline and serotonin fall silent. That the "
        "night refills stores of serotonin or dopamine is an idea of the documents, not a finding in "
        "people."
    ),
    body=(
        N_(
            "Serotonin, noradrenaline and dopamine are monoamines, a family of messengers. In animals "
            "the cells that send the first two go quiet during dreaming sleep. One idea is that the "
            "receptors of the other cells use the pause to grow sensitive again."
        ),
        N_(
            "One of the documents writes that dreaming sleep replenishes stores of serotonin and "
            "dopamine. What has been seen in people is something else. After a night without any "
            "sleep, some receptors for these messengers have changed in number or readiness. That is a "
            "sign that sleep matters to them, not a store that was filled."
        ),
        N_(
            "Many medicines for low mood take away much of the dreaming sleep, and those who take them "
            "show no clear loss of memory from that. Nothing here is a reason to stop one."
        ),
    ),
    claims=(
        Claim(
            N_("Silence of noradrenaline cells in dreaming sleep keeps the receptors for it sensitive."),
            Grade.HYPOTHESIS,
            because=N_("an idea of 1988, built on recordings in animals"),
            sources=(SIEGEL_1988, SIEGEL_2011),
            disputed=N_(
                "people whose medicines take away most dreaming sleep show no evident harm to memory"
            ),
        ),
        Claim(
            N_("Dreaming sleep refills the stores of serotonin and dopamine."),
            Grade.HYPOTHESIS,
            because=N_("a statement of the documents; we know of no study that measured it in people"),
            sources=(SIEGEL_2011, VOLKOW_2012),
            disputed=N_(
                "after a night without sleep, scans of 20 people pointed to fewer ready receptors for "
                "dopamine, and not to a change in dopamine itself"
            ),
        ),
        Claim(
            N_("One night without sleep changes receptors for serotonin and dopamine in the brain."),
            Grade.LIMITED,
            because=N_(
                "brain scans of 18 and of 20 healthy people; a whole night was missed, not dreaming sleep "
                "alone"
            ),
            sources=(ELMENHORST_2012, VOLKOW_2012),
        ),
        Claim(
            N_("Without dreaming sleep, memory suffers."),
            Grade.DISPUTED,
            because=N_("animal studies and some experiments in people"),
            sources=(RASCH_2013, SIEGEL_2011),
            disputed=N_("people whose medicines suppress dreaming sleep show no clear loss of memory"),
        ),
    ),
)

MECHANISMS = (
    CIRCADIAN_TIMING,
    MELATONIN_AND_CORTISOL,
    GLYMPHATIC_CLEARANCE,
    GROWTH_HORMONE,
    SYNAPTIC_DOWNSCALING,
    MEMORY_CONSOLIDATION,
    REM_SLEEP,
    ADENOSINE,
)
