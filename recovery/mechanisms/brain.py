"""How a brain changes, and the words for it that promise too much."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.exercise import (
    AINSLIE_2008,
    BOLDRINI_2018,
    DINOFF_2016,
    ERICKSON_2011,
    FIRTH_2018,
    LANGHORNE_2011,
    SORRELLS_2018,
    SZUHANY_2015,
    WILCKENS_2021,
)
from recovery.sources.practice import JAUHAR_2023, MONCRIEFF_2022
from recovery.sources.sleep import DE_VIVO_2017, MIAO_2024, RASCH_2013, SIEGEL_1988, SIEGEL_2011, XIE_2013
from recovery.words import N_

BDNF = Mechanism(
    slug="bdnf",
    title=N_("BDNF and new synapses"),
    lead=N_(
        "BDNF is a growth factor that helps brain cells live and form new contacts. Exercise raises it "
        "in the blood; what that means inside the brain is less clear."
    ),
    body=(
        N_(
            "BDNF stands for brain-derived neurotrophic factor, a protein that helps cells survive and "
            "build synapses (synaptogenesis). In animals, running raises it in the brain itself."
        ),
        N_(
            "In people it is measured in blood, and much of that comes from blood cells. A rise after "
            "exercise is a sign worth knowing, not a count of new connections."
        ),
    ),
    claims=(
        Claim(
            N_("One session of exercise raises BDNF in the blood for a while."),
            Grade.MODERATE,
            because=N_("29 studies with 1,111 people; blood is not brain, and women showed less of a rise"),
            sources=(SZUHANY_2015,),
        ),
        Claim(
            N_("Aerobic training, but not strength training, raises the resting level."),
            Grade.LIMITED,
            because=N_("29 training studies; only blood was measured"),
            sources=(DINOFF_2016, SZUHANY_2015),
        ),
    ),
)

BLOOD_FLOW = Mechanism(
    slug="blood-flow",
    title=N_("Blood flow to the brain"),
    lead=N_(
        "Fit people have faster blood flow in a main artery of the brain at every age. Whether training "
        "alone brings it about is less sure."
    ),
    body=(
        N_(
            "The brain is a fiftieth of the body’s weight and takes about a fifth of its energy, all of "
            "it brought by blood. Flow falls with age."
        ),
        N_(
            "Regular aerobic exercise keeps vessels elastic. Fit people’s blood runs as fast as that of "
            "less active people about ten years younger, but people who choose to train may differ in "
            "other ways."
        ),
    ),
    claims=(
        Claim(
            N_("Endurance-trained men have about 17 per cent faster flow in the middle cerebral artery."),
            Grade.MODERATE,
            because=N_("307 men compared at one time; no training was assigned, women were not studied"),
            sources=(AINSLIE_2008,),
        ),
    ),
)

NEUROPLASTICITY = Mechanism(
    slug="neuroplasticity",
    title=N_("Neuroplasticity"),
    lead=N_(
        "Brains rewire through use, at every age. After an injury this can win back functions, with "
        "long training under clinicians; lost cells mostly stay lost."
    ),
    body=(
        N_(
            "Plasticity means that connections grow stronger, weaker or anew with what one does. It is "
            "how one learns, and how other areas can take over part of the work of a damaged one."
        ),
        N_(
            "One of the documents behind this site writes of how to “reverse neurotoxicity”, damage to "
            "nerves by a substance. It says itself that dead cells seldom come back: the aim is "
            "function, won by training, once the substance is gone. That is work for doctors and "
            "therapists. A diary can only go along with it."
        ),
    ),
    claims=(
        Claim(
            N_("Repeated training of a task after a stroke brings back part of the function."),
            Grade.STRONG,
            because=N_("many trials, led by clinicians; says nothing about training on one’s own"),
            sources=(LANGHORNE_2011,),
        ),
        Claim(
            N_("Exercise keeps the hippocampus, a seat of memory, from shrinking."),
            Grade.MODERATE,
            because=N_("trials with brain scans, mostly older adults"),
            sources=(ERICKSON_2011, WILCKENS_2021, FIRTH_2018),
            disputed=N_(
                "of two analyses of many trials, one found an effect on the whole hippocampus, the "
                "other only on its left side"
            ),
        ),
        Claim(
            N_("Adults grow new nerve cells in the hippocampus."),
            Grade.DISPUTED,
            because=N_("sure in rodents; studies of human tissue contradict each other"),
            sources=(BOLDRINI_2018, SORRELLS_2018),
            disputed=N_(
                "of two large studies in 2018, one found new cells at every age, the other none in adults"
            ),
        ),
    ),
    term=N_("reverse neurotoxicity"),
)

NEUROTRANSMITTER_BALANCE = Mechanism(
    slug="neurotransmitter-balance",
    title=N_("Neurotransmitter balance"),
    lead=N_(
        "Messengers such as serotonin, dopamine and noradrenaline change with sleep, exercise and "
        "stress. There is no known balance to measure, and none to set back to."
    ),
    body=(
        N_(
            "Brain cells talk through messengers, the neurotransmitters. During dreaming sleep the "
            "cells that send noradrenaline and serotonin fall silent in animals; one idea is that this "
            "keeps the receiving side sensitive. That sleep refills stores of serotonin or dopamine has "
            "not been shown in people."
        ),
        N_(
            "“Neurochemical reset” is a name for bringing the messengers back into balance. It can mean "
            "that sleep, movement and calm often go with better mood. It cannot mean a reading on a "
            "scale: nobody can measure these messengers in a living brain day by day, and no clinic has "
            "agreed what their right level is."
        ),
    ),
    claims=(
        Claim(
            N_("Silence of noradrenaline cells in dreaming sleep keeps their receivers sensitive."),
            Grade.HYPOTHESIS,
            because=N_("an idea of 1988 built on animal recordings"),
            sources=(SIEGEL_1988,),
            disputed=N_("medicines that take away most dreaming sleep seem to do memory little harm"),
        ),
        Claim(
            N_("Low mood comes from too little serotonin."),
            Grade.DISPUTED,
            because=N_("for long the leading idea, since medicines that act on serotonin help some people"),
            sources=(MONCRIEFF_2022, JAUHAR_2023),
            disputed=N_(
                "a review of many studies found no consistent support; others answered that it left out "
                "evidence that serotonin takes part"
            ),
        ),
        Claim(
            N_("Without dreaming sleep, memory suffers."),
            Grade.DISPUTED,
            because=N_("animal studies and some experiments in people"),
            sources=(RASCH_2013, SIEGEL_2011),
            disputed=N_("people whose medicines suppress dreaming sleep keep their memory"),
        ),
    ),
    term=N_("neurochemical reset"),
)

NETWORK_UPKEEP = Mechanism(
    slug="network-upkeep",
    title=N_("Upkeep of the brain’s networks"),
    lead=N_(
        "One word for several things a resting brain does: sorting synapses, clearing waste, keeping "
        "memories. Each is studied by itself; their sum has no measure."
    ),
    body=(
        N_(
            "“Neural network repair” is a term of the documents behind this site, for all by which "
            "brain cells and their contacts are kept in order, much of it during sleep. It gathers "
            "growth factors, clearance of waste, the sorting of synapses and the work of immune cells "
            "under one name."
        ),
        N_(
            "The parts are real subjects of research, and each has its own page and grade. The term "
            "itself is not used by the field as one process: no test shows how much of it took place in "
            "a night."
        ),
    ),
    claims=(
        Claim(
            N_("These processes add up to one that restores a damaged network."),
            Grade.HYPOTHESIS,
            because=N_("no study has measured the sum; one of its parts, clearance in sleep, is disputed"),
            sources=(XIE_2013, MIAO_2024),
        ),
        Claim(
            N_("Sleep is an active time for the brain, in which connections change and memories settle."),
            Grade.MODERATE,
            because=N_("good evidence for memory in people, for synapses in mice"),
            sources=(RASCH_2013, DE_VIVO_2017),
        ),
    ),
    term=N_("neural network repair"),
)

MECHANISMS = (BDNF, BLOOD_FLOW, NEUROPLASTICITY, NEUROTRANSMITTER_BALANCE, NETWORK_UPKEEP)
