"""Harm to nerves by a substance: what it is, what brings it, the outlook, and what comes first."""

from recovery.clinic.topic import Known, Topic
from recovery.mechanisms.brain import NEUROPLASTICITY
from recovery.sources.clinic import EPA_1998, WHO_LEAD_2021
from recovery.words import N_

NEUROTOXICITY = Topic(
    slug="neurotoxicity",
    title=N_("What neurotoxicity is"),
    lead=N_(
        "Neurotoxicity is harm to the brain or nerves by a substance or another agent from outside. "
        "Whether somebody has it, only a medical examination can tell."
    ),
    body=(
        N_(
            "The harm can be to the structure, when nerve cells or their long fibres are damaged, or "
            "to the work they do, when signals are passed on too strongly, too weakly or not at all. "
            "Both the brain and spinal cord and the nerves of the body can be affected."
        ),
        N_(
            "The signs depend on the place: trouble with memory or attention, a changed mood, "
            "shaking, numbness, weak muscles, unsteady walking. Each has many other causes. A tired or "
            "foggy week is no sign of poisoning, and no entry in a diary can show it or rule it out."
        ),
        N_(
            "One of the documents behind this site is titled “How to Reverse Neurotoxicity and Promote "
            "Recovery”. It says itself that cells which have died seldom return, and that the aim is to "
            "win back function."
        ),
    ),
    known=(
        Known(
            N_(
                "Authorities define neurotoxicity as a harmful change in the structure or function of the "
                "nervous system after contact with a chemical, physical or biological agent."
            ),
            (EPA_1998,),
        ),
    ),
    signs=(
        N_("Call the emergency number at once for a seizure, fainting, sudden weakness or confusion."),
        N_("After swallowing or breathing in something poisonous, call a poison centre. Do not wait."),
        N_("See a doctor about numbness, shaking or loss of memory that is new and stays."),
    ),
    mechanisms=(NEUROPLASTICITY,),
)

SUBSTANCES = Topic(
    slug="substances",
    title=N_("Substances that can harm nerves"),
    lead=N_(
        "Some metals, solvents, pesticides and medicines can harm nerves. The dose, the time and the "
        "person decide; contact alone does not mean harm."
    ),
    body=(
        N_(
            "The document names heavy metals such as lead and mercury, some medicines against cancer, "
            "industrial solvents, pesticides and certain other medicines. Alcohol in large amounts "
            "belongs in the same list."
        ),
        N_(
            "At work, rules limit how much of such substances may be in the air and how skin and lungs "
            "are kept safe. At home, old paint, old water pipes and some glazes can hold lead. A blood "
            "test ordered by a doctor shows lead better than any list of complaints."
        ),
        N_(
            "A medicine that can harm nerves may still be the right one, because what it holds back is "
            "worse. Never stop a prescribed medicine because of a page like this: speak with whoever "
            "prescribed it."
        ),
    ),
    known=(
        Known(
            N_("Lead is poisonous to the nervous system, and children are especially vulnerable."),
            (WHO_LEAD_2021,),
        ),
    ),
    signs=(
        N_("Tell a doctor what you work with, and since when; bring the names from the labels."),
        N_("Ask whether a blood or urine test makes sense. Hair tests sold online do not replace it."),
    ),
)

OUTLOOK = Topic(
    slug="outlook",
    title=N_("What the outlook depends on"),
    lead=N_(
        "How much function comes back after harm to nerves depends on how severe it was, how long it "
        "lasted and which area it struck. Nobody can promise an outcome."
    ),
    body=(
        N_(
            "Severity: cells that were only disturbed can work again; cells that died are mostly not "
            "replaced. Duration: the shorter the contact, the better the chances as a rule. Area: some "
            "regions have neighbours that can take over part of the work, others have none."
        ),
        N_(
            "Age, other illnesses and how early care began matter as well. The document names severity, "
            "duration and area; it gives no numbers, and neither do we, because they differ from one "
            "substance to the next."
        ),
        N_(
            "What one can do for oneself is to keep up sleep, movement, food and company, as one would "
            "in any illness, alongside what clinicians advise and not in its place."
        ),
    ),
    signs=(
        N_("Ask the doctor who knows your case what to expect, and over which time."),
        N_("Ask which changes, for better or worse, should bring you back sooner."),
    ),
    mechanisms=(NEUROPLASTICITY,),
)

EXPOSURE_FIRST = Topic(
    slug="exposure-first",
    title=N_("Ending the exposure comes first"),
    lead=N_(
        "Before anything else, the contact with the harmful substance has to end. No diet, exercise or "
        "capsule makes up for contact that goes on."
    ),
    body=(
        N_(
            "That sounds simple and often is not: the source has to be found, at work, at home, in food "
            "or among medicines, and removed without spreading it further. Scraping off old lead paint "
            "oneself, for example, makes dust and can make things worse."
        ),
        N_(
            "Where a medicine is the cause, the doctor weighs a lower dose, another medicine or going on. "
            "Some may not be stopped from one day to the next."
        ),
        N_(
            "“Detox” kits sold for home use do not take part in this. The document speaks of "
            "“specialized detox protocols” as something that clinicians carry out."
        ),
    ),
    known=(
        Known(
            N_("For people exposed to lead, finding and removing the source is the most important step."),
            (WHO_LEAD_2021,),
        ),
    ),
    signs=(
        N_("Leave a place with fumes at once, and call for help from outside it."),
        N_("For a source at work, turn to the company doctor or the authority for safety at work."),
    ),
)

TOPICS = (NEUROTOXICITY, SUBSTANCES, OUTLOOK, EXPOSURE_FIRST)
