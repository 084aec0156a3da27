"""How a brain changes, and the words for it that promise too much."""

from recovery.evidence import Claim, Grade
from recovery.mechanisms.mechanism import Mechanism
from recovery.sources.exercise import (
    AINSLIE_2008,
    BALBIM_2024,
    BLISS_1973,
    BOLDRINI_2018,
    DINOFF_2016,
    DRAGANSKI_2004,
    DUMITRU_2025,
    ERICKSON_2011,
    FIRTH_2018,
    FRENCH_2016,
    LANGHORNE_2011,
    MORENO_JIMENEZ_2021,
    RAICHLE_2002,
    SORRELLS_2018,
    SZUHANY_2015,
    VAN_PRAAG_1999,
    WILCKENS_2021,
    ZHOU_2022,
)
from recovery.sources.practice import JAUHAR_2023, MONCRIEFF_2022, RUHE_2007, STREETER_2010
from recovery.sources.sleep import DE_VIVO_2017, MIAO_2024, RASCH_2013, XIE_2013
from recovery.words import N_

BDNF = Mechanism(
    slug="bdnf",
    title=N_("BDNF and new synapses (synaptogenesis)"),
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
            "In people it is measured in blood, and part of what is found there comes from elsewhere in "
            "the body. A rise after exercise is a sign worth knowing, not a count of new connections."
        ),
    ),
    claims=(
        Claim(
            N_("One session of exercise raises BDNF in the blood for a while."),
            Grade.MODERATE,
            because=N_(
                "29 studies with 1,111 people; only blood was measured, and studies with more women found "
                "less of a rise"
            ),
            sources=(SZUHANY_2015,),
        ),
        Claim(
            N_("Weeks of training raise the resting level a little."),
            Grade.LIMITED,
            because=N_("two analyses of 29 studies each; only blood was measured"),
            sources=(DINOFF_2016, SZUHANY_2015, ZHOU_2022),
            disputed=N_(
                "one of them saw it after aerobic training only, while a later analysis of 39 trials put "
                "strength training first"
            ),
        ),
    ),
)

BLOOD_FLOW = Mechanism(
    slug="blood-flow",
    title=N_("Blood flow to the brain"),
    lead=N_(
        "Men who train for endurance have faster blood flow in a main artery of the brain, at every "
        "age studied. Whether the training alone brings it about is less sure."
    ),
    body=(
        N_(
            "The brain is small and needs much: all its oxygen and fuel come with the blood. The speed "
            "of the flow falls with age."
        ),
        N_(
            "In endurance-trained men the blood ran as fast as in untrained men about ten years "
            "younger. But men who choose to train may differ in other ways, and speed in one artery is "
            "not the whole supply."
        ),
        N_(
            "Food that goes with less heart disease is named here too: what spares the vessels of the "
            "heart may spare those of the brain. That step is a guess."
        ),
    ),
    claims=(
        Claim(
            N_("Endurance-trained men have about 17 per cent faster flow in the middle cerebral artery."),
            Grade.LIMITED,
            because=N_("one study of 307 men; no training was assigned, and women were not studied"),
            sources=(AINSLIE_2008,),
        ),
        Claim(
            N_("The brain is about a fiftieth of the body’s weight and uses about a fifth of its oxygen."),
            Grade.STRONG,
            because=N_("a long-known average of adults"),
            sources=(RAICHLE_2002,),
        ),
    ),
)

EXERCISE_KEEPS_HIPPOCAMPUS = Claim(
    N_("Exercise keeps the hippocampus, a seat of memory, from shrinking."),
    Grade.DISPUTED,
    because=N_("a trial with brain scans of 120 older adults, and one analysis of 23 programmes, found it"),
    sources=(ERICKSON_2011, WILCKENS_2021, FIRTH_2018, BALBIM_2024),
    disputed=N_(
        "an analysis of 14 trials found it on the left side only, and one of eight trials in "
        "healthy older adults found no clear effect"
    ),
)
SKILL_SHAPES_BRAIN = Claim(
    N_("Learning a skill changes the shape of the brain for a time: structural plasticity."),
    Grade.LIMITED,
    because=N_("brain scans of volunteers who learned to juggle; the change passed again"),
    sources=(DRAGANSKI_2004,),
)
TASK_TRAINING_AFTER_STROKE = Claim(
    N_("Training a task again and again after a stroke improves it a little."),
    Grade.MODERATE,
    because=N_(
        "33 trials with 1,853 people, of low to moderate quality: small gains in walking, arm and "
        "hand; it says nothing about training on one’s own"
    ),
    sources=(FRENCH_2016, LANGHORNE_2011),
)
NEUROPLASTICITY = Mechanism(
    slug="neuroplasticity",
    title=N_("Neuroplasticity"),
    lead=N_(
        "Brains change with use, at every age. After an injury, long training under clinicians can "
        "win back part of a function; lost cells mostly stay lost."
    ),
    body=(
        N_(
            "Plasticity means that connections change with what one does. Synaptic plasticity makes a "
            "connection stronger or weaker; structural plasticity grows and prunes the branches of cells "
            "and their synapses. It is how one learns, and how other areas can take over part of the "
            "work of a damaged one."
        ),
        N_(
            "One of the documents behind this site writes of how to “reverse neurotoxicity”, damage to "
            "nerves by a substance. It says itself that dead cells seldom come back: the aim is "
            "function, won by training, once the substance is gone. That is work for doctors and "
            "therapists. A diary can only go along with it."
        ),
    ),
    claims=(
        TASK_TRAINING_AFTER_STROKE,
        EXERCISE_KEEPS_HIPPOCAMPUS,
        Claim(
            N_("A synapse that is used hard stays stronger for hours: synaptic plasticity."),
            Grade.LIMITED,
            because=N_("measured in animals, first in 15 of 18 rabbits under anaesthesia"),
            sources=(BLISS_1973,),
        ),
        SKILL_SHAPES_BRAIN,
    ),
    term=N_("reverse neurotoxicity"),
)

NEUROGENESIS = Mechanism(
    slug="neurogenesis",
    title=N_("New nerve cells in the adult hippocampus"),
    lead=N_(
        "Mice that run grow more new nerve cells in the hippocampus, a seat of memory. Whether grown "
        "people make any is an open dispute."
    ),
    body=(
        N_(
            "Neurogenesis is the birth of nerve cells from stem cells. In most of the brain it ends early "
            "in life. In rodents it goes on in the hippocampus, more so with running."
        ),
        N_(
            "One of the documents says that it persists in people throughout life. That is not settled. "
            "Teams that look at human tissue contradict each other, partly because the stain that marks "
            "a young cell may mark other cells too. Nobody can count new cells in a living person."
        ),
    ),
    claims=(
        Claim(
            N_("Running doubles the number of new cells that survive in the hippocampus of mice."),
            Grade.LIMITED,
            because=N_("adult mice with a running wheel, a finding in animals only"),
            sources=(VAN_PRAAG_1999,),
        ),
        Claim(
            N_("Adults grow new nerve cells in the hippocampus."),
            Grade.DISPUTED,
            because=N_(
                "sure in rodents; in 2025 a study of human tissue found dividing cells in adults from which "
                "nerve cells can come"
            ),
            sources=(BOLDRINI_2018, SORRELLS_2018, MORENO_JIMENEZ_2021, DUMITRU_2025),
            disputed=N_(
                "of two studies in 2018, one found young cells at every age, the other none in adults"
            ),
        ),
    ),
)

NEUROTRANSMITTER_BALANCE = Mechanism(
    slug="neurotransmitter-balance",
    title=N_("Neurotransmitter balance"),
    lead=N_(
        "Messengers such as serotonin, dopamine and GABA change with sleep, exercise and stress. There "
        "is no known balance to measure, and none to set back to."
    ),
    body=(
        N_(
            "Brain cells talk through messengers, the neurotransmitters. Serotonin and dopamine have a "
            "part in mood and drive; GABA is the main one that quiets other cells. A cell builds a "
            "messenger from a precursor, often a part of protein in food (synthesis), and sends it out "
            "(release). Another cell catches it with a receptor (reception). What is left is taken back "
            "in (reuptake) or broken down by enzymes."
        ),
        N_(
            "“Neurochemical reset” is one document’s name for tuning all these steps until the "
            "messengers are in balance. It can mean that sleep, movement and calm often go with better "
            "mood. It cannot mean a reading on a scale. Nobody can measure these messengers in a living "
            "brain day by day, and medicine has no agreed right level for them."
        ),
        N_(
            "Medicines act on receptors, reuptake or enzymes and belong in the hands of whoever "
            "prescribes them. Some supplements act on the same messengers and can be dangerous together "
            "with such a medicine. Nothing on this page is a reason to change or stop one."
        ),
    ),
    claims=(
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
            N_("With fewer precursors of serotonin or dopamine, the mood of healthy people stays as it is."),
            Grade.MODERATE,
            because=N_("53 experiments taken together"),
            sources=(RUHE_2007,),
            disputed=N_(
                "mood fell a little in people with depression in the family and, without serotonin’s "
                "precursor, in people who had had it; some on a medicine for it fell ill again"
            ),
        ),
        Claim(
            N_("Better mood after yoga goes with more GABA in one part of the brain."),
            Grade.LIMITED,
            because=N_(
                "one trial with 34 people, of yoga against walking; going together does not show what causes "
                "what, and only the thalamus was looked at"
            ),
            sources=(STREETER_2010,),
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
            "“Neural network repair” is a term of the documents behind this site. It stands for all that "
            "keeps brain cells and their contacts in order, much of it during sleep. Growth factors, "
            "clearance of waste, the sorting of synapses and the work of immune cells go under it."
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

MECHANISMS = (BDNF, BLOOD_FLOW, NEUROPLASTICITY, NEUROGENESIS, NEUROTRANSMITTER_BALANCE, NETWORK_UPKEEP)
