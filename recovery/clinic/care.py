"""Care that only clinicians give: binding metals, medicines against inflammation, and training."""

from recovery.clinic.topic import Known, Topic
from recovery.mechanisms.body import INFLAMMATION
from recovery.mechanisms.brain import NEUROPLASTICITY
from recovery.sources.clinic import (
    ACMT_2010,
    CICERONE_2019,
    JAIN_2023,
    LEE_2019,
    ROGAN_2001,
    WHO_LEAD_2021,
)
from recovery.sources.exercise import FRENCH_2016, LANGHORNE_2011
from recovery.words import N_

CHELATION = Topic(
    slug="chelation",
    title=N_("Chelation"),
    lead=N_(
        "Chelating medicines bind certain metals so that the body can pass them out. They are for "
        "poisoning that a test has shown, under a doctor’s eyes, and can do harm of their own."
    ),
    body=(
        N_(
            "Which medicine is given, how long, and from which blood level on, is a decision for doctors "
            "who know about poisons. Before it, and more important, the source of the metal has to go."
        ),
        N_(
            "Less metal in the blood does not by itself mean that thinking gets better. A large "
            "trial in children with moderate levels of lead shows that plainly."
        ),
    ),
    known=(
        Known(
            N_(
                "In 780 young children with moderate lead in their blood (20 to 44 micrograms per decilitre) "
                "the chelating medicine succimer lowered it. Three years later their tests of thinking and "
                "behaviour were no better."
            ),
            (ROGAN_2001,),
        ),
        Known(
            N_(
                "The guideline of the World Health Organization on lead ties chelation to measured blood "
                "levels, and puts the removal of the source first."
            ),
            (WHO_LEAD_2021,),
        ),
        Known(
            N_(
                "The society of American doctors for poisonings warns of urine tests for metals after a dose "
                "of a chelating product. They are not validated, have no known benefit and may do harm."
            ),
            (ACMT_2010,),
        ),
    ),
    signs=(
        N_("Do not buy chelating products or take somebody else’s: ask a doctor or a poison centre."),
        N_("Offered a test of metals after a dose of such a product? Ask for an ordinary one instead."),
    ),
)

ICANS = Topic(
    slug="icans",
    title=N_("Corticosteroids and IL-1 blockers in ICANS"),
    lead=N_(
        "ICANS is a reaction of the brain that some people have after immune-cell therapy for cancer. "
        "It is handled in hospital, mostly with corticosteroids."
    ),
    body=(
        N_(
            "ICANS is short for immune effector cell-associated neurotoxicity syndrome. After CAR-T cells "
            "were given, the immune system can become so active that the brain suffers. People find it "
            "hard to name things, to write a sentence or to say where they are. Some become sleepy or "
            "hard to wake, and in severe cases there are seizures."
        ),
        N_(
            "Corticosteroids calm the immune reaction. Where they are not enough, hospitals also use "
            "anakinra, which blocks a messenger of inflammation called interleukin-1 (IL-1). The "
            "document names both. Neither has a place outside this care."
        ),
        N_(
            "The inflammation of ICANS is far from the slight, slow inflammation that sleep and food "
            "are studied for. What holds for one says nothing about the other."
        ),
    ),
    known=(
        Known(
            N_(
                "Corticosteroids are in steady use for ICANS; the use of anakinra, in cases that do not "
                "respond to them, is still emerging."
            ),
            (JAIN_2023,),
        ),
        Known(
            N_(
                "How severe it is, is judged by tasks such as naming, writing and counting, and by how awake "
                "a person is. Seizures, weakness and swelling of the brain count as well."
            ),
            (LEE_2019,),
        ),
    ),
    signs=(
        N_("After immune-cell therapy, call the hospital at once about confusion or trouble to speak."),
        N_("Keep the hospital’s card with you, and let somebody stay with you in the weeks they name."),
    ),
    mechanisms=(INFLAMMATION,),
)

COGNITIVE_REHABILITATION = Topic(
    slug="cognitive-rehabilitation",
    title=N_("Cognitive rehabilitation"),
    lead=N_(
        "After a stroke or a head injury, specialists train attention, memory and planning, and teach "
        "ways around what is lost. Puzzles on one’s own are not the same."
    ),
    body=(
        N_(
            "The research sorts what therapists do by what it is for: attention, sight and the neglect of "
            "one side, language, memory, or planning. Some programmes join all of these."
        ),
        N_(
            "The research is about people with an injury or a stroke, with therapists. It does not show "
            "that exercises from a book or an app help after contact with a poison."
        ),
    ),
    known=(
        Known(
            N_(
                "A task force of specialists drew its advice on cognitive rehabilitation from 121 studies of "
                "people with a brain injury or a stroke. 44 of them had the best design."
            ),
            (CICERONE_2019,),
        ),
    ),
    signs=(
        N_(
            "Ask your doctor for an examination of memory and attention if daily tasks fail that went "
            "well before."
        ),
    ),
    mechanisms=(NEUROPLASTICITY,),
)

PHYSICAL_THERAPY = Topic(
    slug="physical-therapy",
    title=N_("Physical and occupational therapy"),
    lead=N_(
        "Therapists train movement and daily skills again and again, step by step. Their sessions can "
        "be logged here as prescribed exercise."
    ),
    body=(
        N_(
            "Physical therapy works on movement: strength, balance, walking, reach. Occupational therapy "
            "works on what one wants to do: dressing, cooking, writing, a job. The document asks of both "
            "that they repeat the very task that is to come back, often and hard."
        ),
        N_(
            "How often and how hard is the therapist’s call. On the exercise card you can log a session "
            "under “Physical therapy” or “Occupational therapy”. No aim is set for it unless you set under "
            "Plan how many were prescribed."
        ),
    ),
    known=(
        Known(
            N_("Training a task again and again after a stroke brings small gains in walking, arm and hand."),
            (FRENCH_2016, LANGHORNE_2011),
        ),
    ),
    signs=(N_("Stop and call your therapist about new pain, dizziness or a fall."),),
    mechanisms=(NEUROPLASTICITY,),
)

TOPICS = (CHELATION, ICANS, COGNITIVE_REHABILITATION, PHYSICAL_THERAPY)
