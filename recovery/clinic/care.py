"""Care that only clinicians give: binding metals, medicines against inflammation, and training."""

from recovery.clinic.topic import Known, Topic
from recovery.mechanisms.body import INFLAMMATION
from recovery.mechanisms.brain import NEUROPLASTICITY
from recovery.sources.clinic import CICERONE_2019, JAIN_2023, ROGAN_2001, WHO_LEAD_2021
from recovery.sources.exercise import FRENCH_2016, LANGHORNE_2011
from recovery.words import N_

CHELATION = Topic(
    slug="chelation",
    title=N_("Chelation"),
    lead=N_(
        "Chelating medicines bind certain metals so that the body can pass them out. They are for "
        "poisoning shown by a test, under a doctor’s eyes, and carry risks of their own."
    ),
    body=(
        N_(
            "A chelating medicine does not know good metals from bad: it can take along minerals that "
            "the body needs. Which one is given, how long, and from which blood level on, is a decision "
            "for doctors who know about poisons."
        ),
        N_(
            "Less metal in the blood does not by itself mean that thinking gets better. A large "
            "trial in children with moderate levels of lead shows that plainly."
        ),
    ),
    known=(
        Known(
            N_(
                "In 780 young children with 20 to 44 micrograms of lead per decilitre of blood, the "
                "chelating medicine succimer lowered the lead, but did not improve tests of thinking or "
                "behaviour three years later."
            ),
            (ROGAN_2001,),
        ),
        Known(
            N_("The guideline of the World Health Organization ties chelation to measured blood levels."),
            (WHO_LEAD_2021,),
        ),
    ),
    signs=(
        N_("Do not buy chelating products or take somebody else’s: ask a doctor or a poison centre."),
        N_("A test of metals after a dose of a chelating product misleads; ask for an ordinary blood test."),
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
            "ICANS is short for immune effector cell-associated neurotoxicity syndrome. In the days "
            "and weeks after CAR-T cells were given, the immune system can become so active that the "
            "brain suffers: words are hard to find, writing changes, people become confused or sleepy, "
            "and in severe cases have seizures."
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
                "Corticosteroids are the usual first medicine for ICANS; the use of anakinra is newer, for "
                "cases that do not respond, and still emerging."
            ),
            (JAIN_2023,),
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
            "A therapist first finds out which abilities suffered and which are strong. Training then "
            "works on daily tasks, and on aids such as lists, alarms and fixed routines."
        ),
        N_(
            "The research is about people with an injury or a stroke, with therapists. It does not show "
            "that exercises from a book or an app help after contact with a poison."
        ),
    ),
    known=(
        Known(
            N_(
                "A task force read 121 studies of people with a brain injury or a stroke and recommends "
                "cognitive rehabilitation by specialists."
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
            "Physical therapy works on strength, balance, walking and reach; occupational therapy on "
            "dressing, cooking, writing and work. Both use many repetitions of the very task that is to "
            "come back, a little harder each time."
        ),
        N_(
            "How much and how hard is the therapist’s call: too much can hurt joints, and a fall undoes "
            "weeks. On the exercise card you can log a session under “Physical therapy” or “Occupational "
            "therapy”. No aim is set for it."
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
