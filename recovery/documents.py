"""The five documents that this site grew from: what each says, and how sure the field is of it."""

from dataclasses import dataclass

from recovery.clinic.care import CHELATION, COGNITIVE_REHABILITATION, ICANS, PHYSICAL_THERAPY
from recovery.clinic.doctor import RESETS, SEROTONIN_SYNDROME
from recovery.clinic.harm import EXPOSURE_FIRST, NEUROTOXICITY, OUTLOOK, SUBSTANCES
from recovery.clinic.topic import Topic
from recovery.evidence import Grade
from recovery.mechanisms.body import (
    INFLAMMATION,
    OXIDATIVE_STRESS,
    STRESS_AXIS,
    THYROID_AND_SEX_HORMONES,
)
from recovery.mechanisms.brain import (
    BDNF,
    BLOOD_FLOW,
    NETWORK_UPKEEP,
    NEUROGENESIS,
    NEUROPLASTICITY,
    NEUROTRANSMITTER_BALANCE,
)
from recovery.mechanisms.mechanism import Mechanism
from recovery.mechanisms.night import (
    ADENOSINE,
    CIRCADIAN_TIMING,
    GLYMPHATIC_CLEARANCE,
    GROWTH_HORMONE,
    MELATONIN_AND_CORTISOL,
    MEMORY_CONSOLIDATION,
    REM_SLEEP,
    SYNAPTIC_DOWNSCALING,
)
from recovery.strategies import BY_SLUG as STRATEGIES
from recovery.strategies.strategy import Strategy
from recovery.words import N_

Entry = Strategy | Mechanism | Topic


@dataclass(frozen=True)
class Saying:
    """One thing a document says, in our words. Without a grade: `answer` says why."""

    text: str
    grade: Grade | None
    answer: str
    entries: tuple[Entry, ...]  # the pages on which more stands; none where nothing was examined


@dataclass(frozen=True)
class Document:
    slug: str
    title: str
    lead: str  # at most 240 characters
    sayings: tuple[Saying, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every page that it feeds, once, in the order of its sayings."""
        return tuple({entry.slug: entry for saying in self.sayings for entry in saying.entries}.values())


NETWORK_REPAIR = Document(
    slug="document-network-repair",
    title=N_("“Neural network repair”"),
    lead=N_(
        "A short definition without a title or an author: how the brain is said to restore synapses and "
        "cells, above all in sleep, with growth factors, clearance and immune cells."
    ),
    sayings=(
        Saying(
            N_("A process of the body’s own restores damaged synapses, nerve cells and glial cells."),
            Grade.HYPOTHESIS,
            N_("Its parts are studied one by one; that they add up to one process has not been shown."),
            (NETWORK_UPKEEP, NEUROPLASTICITY),
        ),
        Saying(
            N_("Growth factors such as BDNF lead to new synapses and keep nerve cells alive."),
            Grade.MODERATE,
            N_("Exercise raises BDNF in the blood for a short time; blood is not brain."),
            (BDNF, STRATEGIES["aerobic-minutes"]),
        ),
        Saying(
            N_("Deep sleep lets the glymphatic system clear waste from the brain."),
            Grade.DISPUTED,
            N_("Studies in mice contradict each other; in people it is seen only indirectly."),
            (GLYMPHATIC_CLEARANCE, STRATEGIES["long-enough"]),
        ),
        Saying(
            N_("A balanced inflammation, steered by microglia, clears damaged tissue."),
            Grade.LIMITED,
            N_("What microglia do in sleep is known from mice; in people, blood values alone are measured."),
            (INFLAMMATION,),
        ),
        Saying(
            N_("Cortisol and sex hormones influence that inflammation."),
            None,
            N_("The stress axis has its page. For sex hormones we examined no sources: no grade."),
            (STRESS_AXIS, THYROID_AND_SEX_HORMONES),
        ),
    ),
)

NIGHTLY_UPKEEP = Document(
    slug="document-nightly-upkeep",
    title=N_("The brain’s work at night"),
    lead=N_(
        "A second definition without a title (the name is ours): in deep sleep the brain is said to turn "
        "synapses down, clear waste, settle memories and balance its messengers."
    ),
    sayings=(
        Saying(
            N_("Synapses that grew stronger by day are weakened in deep sleep, which saves energy."),
            Grade.LIMITED,
            N_("Good evidence in mice, indirect signs in people."),
            (SYNAPTIC_DOWNSCALING, STRATEGIES["long-enough"]),
        ),
        Saying(
            N_("At the same time the glymphatic system flushes out what gathered during the day."),
            Grade.DISPUTED,
            N_("A first study in mice found it, a later one found the opposite."),
            (GLYMPHATIC_CLEARANCE,),
        ),
        Saying(
            N_("Sleep settles memories."),
            Grade.MODERATE,
            N_("A long row of experiments in people; the effect is smaller than was once thought."),
            (MEMORY_CONSOLIDATION,),
        ),
        Saying(
            N_("Growth hormone and melatonin are central to it."),
            Grade.MODERATE,
            N_("Their timing by night is well measured; that they mend the adult brain is not shown."),
            (GROWTH_HORMONE, MELATONIN_AND_CORTISOL),
        ),
        Saying(
            N_("Circadian and ultradian rhythms of hormones set the order of the night."),
            Grade.STRONG,
            N_("The clock of the day is well founded, and light sets it; shorter rhythms less so."),
            (CIRCADIAN_TIMING, STRATEGIES["regular-hours"]),
        ),
        Saying(
            N_("Thyroid hormones and sex hormones shape nerve cells in this time."),
            None,
            N_("Named as the document has it: we examined no sources for it, so there is no grade."),
            (THYROID_AND_SEX_HORMONES,),
        ),
    ),
)

NEUROTRANSMITTER_SLEEP = Document(
    slug="document-neurotransmitter-sleep",
    title=N_("“Neurotransmitter support sleep”"),
    lead=N_(
        "A definition of sleep as the time in which the brain’s messengers are made, recycled and "
        "balanced, with effects on mood and memory the next day."
    ),
    sayings=(
        Saying(
            N_("In REM sleep, stores of serotonin and dopamine are filled up again."),
            Grade.HYPOTHESIS,
            N_("Not shown in people. One idea is that receptors rest while some cells fall silent."),
            (REM_SLEEP, NEUROTRANSMITTER_BALANCE),
        ),
        Saying(
            N_("REM sleep consolidates memories and tunes the sensitivity of receptors."),
            Grade.DISPUTED,
            N_("People whose medicines take away most REM sleep show no clear loss of memory."),
            (REM_SLEEP, MEMORY_CONSOLIDATION),
        ),
        Saying(
            N_("Sleep clears adenosine, which makes one tired."),
            Grade.LIMITED,
            N_("Measured in animals; in people it fits what caffeine does."),
            (ADENOSINE,),
        ),
        Saying(
            N_("Melatonin and cortisol set the time and the depth of sleep."),
            Grade.STRONG,
            N_("Sure for the time, which light sets; less so for the depth."),
            (MELATONIN_AND_CORTISOL, CIRCADIAN_TIMING, STRATEGIES["regular-hours"], STRATEGIES["wind-down"]),
        ),
    ),
)

NEUROCHEMICAL_RESET = Document(
    slug="document-neurochemical-reset",
    title=N_("“Neurochemical reset”"),
    lead=N_(
        "An entry on bringing serotonin, dopamine and GABA back into balance: what is meant, how it is to "
        "be reached and measured, and a warning against doing it alone."
    ),
    sayings=(
        Saying(
            N_("Synthesis, release, receptors and reuptake of messengers can be brought back into balance."),
            Grade.HYPOTHESIS,
            N_("There is no agreed right level, and nobody can measure it day by day in a living brain."),
            (NEUROTRANSMITTER_BALANCE,),
        ),
        Saying(
            N_("It is tied to the stress axis (HPA) and to the brain’s plasticity."),
            Grade.MODERATE,
            N_("Calm practice has small effects on anxiety; findings on cortisol are mixed."),
            (STRESS_AXIS, NEUROPLASTICITY, STRATEGIES["mindful-minutes"]),
        ),
        Saying(
            N_("Food, regular sleep, movement and calming practice are part of it."),
            Grade.MODERATE,
            N_("Each is good for mood or sleep in some studies, for reasons that need no “reset”."),
            (
                STRATEGIES["long-enough"],
                STRATEGIES["sleep-efficiency"],
                STRATEGIES["aerobic-minutes"],
                STRATEGIES["fruit-and-vegetables"],
                STRATEGIES["slow-breathing"],
            ),
        ),
        Saying(
            N_("Precursors can be supplied so that more of a messenger is made."),
            None,
            N_("Clinician’s ground: supplements that act on serotonin can be dangerous with medicines."),
            (SEROTONIN_SYNDROME,),
        ),
        Saying(
            N_("Progress shows in scales of mood and anxiety, in tests, and in what people report."),
            None,
            N_("Such scales are for clinicians. This site measures habits, not messengers."),
            (RESETS,),
        ),
        Saying(
            N_("Without medical guidance it carries great risks, serotonin syndrome among them."),
            None,
            N_("Clinician’s ground, and here the document and the field agree."),
            (RESETS, SEROTONIN_SYNDROME),
        ),
    ),
)

REVERSE_NEUROTOXICITY = Document(
    slug="document-reverse-neurotoxicity",
    title=N_("“How to Reverse Neurotoxicity and Promote Recovery”"),
    lead=N_(
        "The longest of the five: what harm to nerves by substances is, why function can return even where "
        "cells do not, what clinicians do, and which habits support it."
    ),
    sayings=(
        Saying(
            N_("Metals, solvents, pesticides and some medicines can harm nerves."),
            None,
            N_("Clinician’s ground. The field agrees that such substances exist; the dose decides."),
            (NEUROTOXICITY, SUBSTANCES),
        ),
        Saying(
            N_("Dead nerve cells seldom come back; severity, duration and area decide what can return."),
            None,
            N_("Clinician’s ground. It stands against the document’s own title."),
            (OUTLOOK, EXPOSURE_FIRST),
        ),
        Saying(
            N_("Healthy areas can take over tasks from damaged ones: plasticity, structural and synaptic."),
            Grade.MODERATE,
            N_("Shown after strokes, with long training under therapists; gains are small to moderate."),
            (NEUROPLASTICITY,),
        ),
        Saying(
            N_("New nerve cells form in the hippocampus all life long."),
            Grade.DISPUTED,
            N_("Sure in rodents; studies of adult human tissue contradict each other."),
            (NEUROGENESIS,),
        ),
        Saying(
            N_("Corticosteroids, IL-1 blockers and chelation have their place."),
            None,
            N_("Clinician’s ground, each for one kind of illness only."),
            (ICANS, CHELATION),
        ),
        Saying(
            N_("Cognitive, physical and occupational therapy retrain what was lost."),
            None,
            N_("Clinician’s ground: studied after strokes and injuries, with therapists."),
            (COGNITIVE_REHABILITATION, PHYSICAL_THERAPY, STRATEGIES["cognitive-practice"]),
        ),
        Saying(
            N_("Fatty fish and colourful plants lower oxidative stress and inflammation in the brain."),
            Grade.LIMITED,
            N_("Good for the heart; a large trial of such a diet found no gain in thinking."),
            (
                STRATEGIES["fish"],
                STRATEGIES["oily-fish"],
                STRATEGIES["fruit-and-vegetables"],
                STRATEGIES["colours"],
                OXIDATIVE_STRESS,
                INFLAMMATION,
            ),
        ),
        Saying(
            N_("Aerobic exercise brings blood and growth factors to the brain; strength training helps too."),
            Grade.MODERATE,
            N_("Analyses of trials disagree on brain volume and thinking; effects on mood are clearer."),
            (STRATEGIES["aerobic-minutes"], STRATEGIES["strength-sessions"], BLOOD_FLOW, BDNF),
        ),
        Saying(
            N_("Good sleep habits, mindfulness and meditation support recovery."),
            Grade.MODERATE,
            N_("They can ease sleep or stress a little. That damage recovers faster has not been tested."),
            (
                STRATEGIES["wind-down"],
                STRATEGIES["regular-hours"],
                STRATEGIES["long-enough"],
                STRATEGIES["mindful-minutes"],
                STRATEGIES["meditation"],
                STRESS_AXIS,
            ),
        ),
    ),
)

DOCUMENTS = (
    NETWORK_REPAIR,
    NIGHTLY_UPKEEP,
    NEUROTRANSMITTER_SLEEP,
    NEUROCHEMICAL_RESET,
    REVERSE_NEUROTOXICITY,
)
BY_SLUG = {document.slug: document for document in DOCUMENTS}


def naming(entry: Entry) -> tuple[Document, ...]:
    """The documents that an entry stands on."""
    return tuple(document for document in DOCUMENTS if entry in document.entries)
