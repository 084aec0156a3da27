"""The four short entries: three definitions of what sleep does, and the one of a reset."""

from recovery.clinic.doctor import RESETS, SEROTONIN_SYNDROME
from recovery.documents.document import Document, Saying
from recovery.evidence import Grade
from recovery.mechanisms.body import INFLAMMATION, STRESS_AXIS, THYROID_AND_SEX_HORMONES
from recovery.mechanisms.brain import BDNF, NETWORK_UPKEEP, NEUROPLASTICITY, NEUROTRANSMITTER_BALANCE
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
from recovery.words import N_

NETWORK_REPAIR = Document(
    slug="document-network-repair",
    title=N_("“Neural network repair”"),
    lead=N_(
        "A short definition without a title or an author. It says how the brain restores synapses and "
        "cells, above all in sleep, with growth factors, clearance and immune cells."
    ),
    sayings=(
        Saying(
            N_("The body restores damaged synapses, nerve cells and glial cells by itself, mostly in sleep."),
            Grade.HYPOTHESIS,
            N_("Its parts are studied one by one; that they add up to one process has not been shown."),
            (NETWORK_UPKEEP, NEUROPLASTICITY),
        ),
        Saying(
            N_("Pulses of growth factors such as BDNF lead to new synapses and keep nerve cells alive."),
            Grade.LIMITED,
            N_(
                "Known from animals. In people exercise raises BDNF in the blood for a while; blood is not "
                "brain."
            ),
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
            N_("Clinics can strengthen all this against the loss of nerve cells and against lasting stress."),
            Grade.HYPOTHESIS,
            N_("We know of no trial that shows it. What calm practice does for stress is a small effect."),
            (NETWORK_UPKEEP, STRESS_AXIS),
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
        "A second definition without a title; the name is ours. In deep sleep, it says, the brain turns "
        "synapses down, clears waste, settles memories and balances its messengers."
    ),
    sayings=(
        Saying(
            N_(
                "Synapses that grew stronger by day are weakened in deep sleep, to save energy and make room."
            ),
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
            N_("Many experiments in people; the effect is smaller than was once thought."),
            (MEMORY_CONSOLIDATION,),
        ),
        Saying(
            N_("Growth hormone and melatonin drive this work."),
            Grade.HYPOTHESIS,
            N_("Their timing by night is well measured; that they drive work in a grown brain is not shown."),
            (GROWTH_HORMONE, MELATONIN_AND_CORTISOL),
        ),
        Saying(
            N_("Circadian and ultradian rhythms of hormones lead this work like a conductor."),
            Grade.LIMITED,
            N_(
                "That the body clock times sleep and hormones, and light sets the clock, is well founded. "
                "That hormones then lead the work of the night is less sure."
            ),
            (CIRCADIAN_TIMING, STRATEGIES["regular-hours"]),
        ),
        Saying(
            N_("It brings the messengers back into balance, for the mind at its best."),
            Grade.HYPOTHESIS,
            N_("Nobody can measure such a balance in a living brain from one day to the next."),
            (NEUROTRANSMITTER_BALANCE,),
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
        "Sleep as the time in which, it says, the brain’s messengers are made, recycled and balanced, "
        "with effects on mood and memory the next day."
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
            Grade.MODERATE,
            N_("They follow the body clock, which light sets, and that is sure; for depth it is less so."),
            (MELATONIN_AND_CORTISOL, CIRCADIAN_TIMING, STRATEGIES["regular-hours"], STRATEGIES["wind-down"]),
        ),
    ),
)

NEUROCHEMICAL_RESET = Document(
    slug="document-neurochemical-reset",
    title=N_("“Neurochemical reset”"),
    lead=N_(
        "An entry on bringing serotonin, dopamine and GABA back into balance. It tells what is meant and "
        "how that is to be reached and measured, and warns against doing it alone."
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
            Grade.HYPOTHESIS,
            N_(
                "Both are real; a tie to a “reset” has not been studied. Calm practice has small effects on "
                "anxiety, and findings on cortisol are mixed."
            ),
            (STRESS_AXIS, NEUROPLASTICITY, STRATEGIES["mindful-minutes"]),
        ),
        Saying(
            N_("It can relieve anxiety, low mood and lasting stress, and clear the mind."),
            Grade.DISPUTED,
            N_("Whether low mood comes from messengers out of balance is itself disputed among researchers."),
            (NEUROTRANSMITTER_BALANCE,),
        ),
        Saying(
            N_("Food, sleep hygiene, movement and calming practice are part of it."),
            Grade.LIMITED,
            N_(
                "Movement and calm practice ease low mood or worry a little in trials. For sleep hygiene by "
                "itself there is little, and for food and mood we cite none. Nothing needs a “reset”."
            ),
            (
                STRATEGIES["long-enough"],
                STRATEGIES["sleep-efficiency"],
                STRATEGIES["aerobic-minutes"],
                STRATEGIES["strength-sessions"],
                STRATEGIES["fruit-and-vegetables"],
                STRATEGIES["slow-breathing"],
            ),
        ),
        Saying(
            N_("Medicines can act on the messengers directly."),
            None,
            N_("Clinician’s ground: that is for whoever prescribes them, and no reason to change one."),
            (RESETS, NEUROTRANSMITTER_BALANCE),
        ),
        Saying(
            N_("Precursors can be supplied so that more of a messenger is made."),
            None,
            N_("Clinician’s ground: supplements that act on serotonin can be dangerous with medicines."),
            (SEROTONIN_SYNDROME,),
        ),
        Saying(
            N_("Progress shows in scales of mood and anxiety, in tests of thinking, and in what people say."),
            None,
            N_("Such scales are for clinicians. This site measures habits, not messengers."),
            (RESETS,),
        ),
        Saying(
            N_("Without medical guidance it carries substantial risks, serotonin syndrome among them."),
            None,
            N_("Clinician’s ground, and here the document and the field agree."),
            (RESETS, SEROTONIN_SYNDROME),
        ),
    ),
)
