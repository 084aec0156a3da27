"""The longest of the five: harm to nerves by substances, and what can follow."""

from recovery.clinic.care import CHELATION, COGNITIVE_REHABILITATION, ICANS, PHYSICAL_THERAPY
from recovery.clinic.harm import EXPOSURE_FIRST, NEUROTOXICITY, OUTLOOK, SUBSTANCES
from recovery.documents.document import Document, Saying
from recovery.evidence import Grade
from recovery.mechanisms.body import INFLAMMATION, OXIDATIVE_STRESS, STRESS_AXIS
from recovery.mechanisms.brain import BDNF, BLOOD_FLOW, NEUROGENESIS, NEUROPLASTICITY
from recovery.strategies import BY_SLUG as STRATEGIES
from recovery.words import N_

REVERSE_NEUROTOXICITY = Document(
    slug="document-reverse-neurotoxicity",
    title=N_("“How to Reverse Neurotoxicity and Promote Recovery”"),
    lead=N_(
        "The longest of the five. It tells what harm to nerves by substances is, and why function can "
        "return even where cells do not. It names what clinicians do, and which habits it recommends."
    ),
    sayings=(
        Saying(
            N_("Metals, solvents, pesticides and some medicines can harm nerves."),
            None,
            N_("Clinician’s ground. The field agrees; contact alone does not mean harm."),
            (NEUROTOXICITY, SUBSTANCES),
        ),
        Saying(
            N_("Dead nerve cells seldom come back; severity, duration and area decide what can return."),
            None,
            N_("Clinician’s ground. Here the text says less than its own title does."),
            (OUTLOOK, EXPOSURE_FIRST),
        ),
        Saying(
            N_("Healthy areas can take over tasks from damaged ones: plasticity, structural and synaptic."),
            Grade.MODERATE,
            N_(
                "After strokes, training with therapists brings small gains; which areas do the work is "
                "harder to show. We know of no such trial after a poison."
            ),
            (NEUROPLASTICITY,),
        ),
        Saying(
            N_("New nerve cells form in the hippocampus all life long."),
            Grade.DISPUTED,
            N_("Sure in rodents; studies of adult human tissue contradict each other."),
            (NEUROGENESIS,),
        ),
        Saying(
            N_("What one does, and where one lives, stimulates both."),
            Grade.LIMITED,
            N_(
                "Mice that run grow more new cells. In people, brain scans after exercise give mixed results."
            ),
            (NEUROGENESIS, NEUROPLASTICITY, STRATEGIES["aerobic-minutes"]),
        ),
        Saying(
            N_("Corticosteroids, IL-1 blockers and chelation limit ongoing harm in some illnesses."),
            None,
            N_("Clinician’s ground, each for one kind of illness."),
            (ICANS, CHELATION),
        ),
        Saying(
            N_("Cognitive, physical and occupational therapy retrain what was lost."),
            None,
            N_("Clinician’s ground: studied after strokes and injuries, with therapists, not after poisons."),
            (COGNITIVE_REHABILITATION, PHYSICAL_THERAPY, STRATEGIES["cognitive-practice"]),
        ),
        Saying(
            N_("Fatty fish and colourful plants lower oxidative stress and inflammation in the brain."),
            Grade.HYPOTHESIS,
            N_(
                "Fish oil lowers some signs of inflammation in the blood. In the brain neither is shown, and "
                "a large trial of such a diet found no gain in thinking."
            ),
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
            Grade.LIMITED,
            N_(
                "Trained men have faster flow, and BDNF in the blood rises for a while. Analyses disagree on "
                "brain volume and thinking; effects on mood are clearer."
            ),
            (STRATEGIES["aerobic-minutes"], STRATEGIES["strength-sessions"], BLOOD_FLOW, BDNF),
        ),
        Saying(
            N_("Good sleep habits, mindfulness and meditation support recovery."),
            Grade.HYPOTHESIS,
            N_(
                "They can ease sleep or stress a little. That anybody recovers better for it after a poison "
                "has not been tested, as far as we know."
            ),
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
