"""Harm to nerves by a substance: what it is, what brings it, the outlook, and what comes first."""

from recovery.clinic.topic import Known, Topic
from recovery.mechanisms.brain import NEUROPLASTICITY
from recovery.sources.clinic import EPA_1997, EPA_1998, NINDS_2026, WHO_LEAD_2021, ZAJAC_2020
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
            "Nerve cells can be damaged or die, or they can live on and pass signals on wrongly. The brain, "
            "the spinal cord and the nerves of the body can all be affected."
        ),
        N_(
            "Possible signs are weak or numb limbs, headache, a loss of memory, sight or thinking, and "
            "changed behaviour. They can come at once or after a delay, and each has many other causes. No "
            "entry in a diary can show a poisoning, or rule it out."
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
                "By one authority’s definition, it is a harmful change in how the nervous system is built or "
                "works. Contact with a chemical, physical or biological agent brings it on."
            ),
            (EPA_1998,),
        ),
        Known(
            N_("Signs can appear at once or late: weak or numb limbs, headache, a loss of memory or sight."),
            (NINDS_2026,),
        ),
    ),
    signs=(
        N_("Call the emergency number at once for a seizure, fainting, sudden weakness or confusion."),
        N_("After swallowing or breathing in something poisonous, call a poison centre. Do not wait."),
        N_("See a doctor about numbness, weakness, shaking or a loss of memory that is new and stays."),
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
            "industrial solvents, pesticides and certain other medicines. An institute of neurology has "
            "the same on its list."
        ),
        N_(
            "Many countries have rules for work with such substances; the label and the safety sheet say "
            "what is in a product. At home, old paint can hold lead. Contact with lead shows in an "
            "ordinary blood test, which a doctor orders; a list of complaints cannot show it."
        ),
        N_(
            "A medicine that can harm nerves may still be the right one, because what it holds back is "
            "worse. Never stop a prescribed medicine because of a page like this: speak with whoever "
            "prescribed it."
        ),
    ),
    known=(
        Known(
            N_(
                "Metals such as lead and mercury, solvents, pesticides, radiation and some medicines can "
                "harm nerves; people with certain illnesses are more vulnerable."
            ),
            (NINDS_2026,),
        ),
        Known(
            N_("Lead is poisonous, harms for the long term, and children are especially vulnerable to it."),
            (WHO_LEAD_2021,),
        ),
        Known(
            N_("Most tests for poisons in the body that people can buy are not proven to be of use in care."),
            (ZAJAC_2020,),
        ),
    ),
    signs=(
        N_("Tell a doctor what you work with, and since when; bring the names from the labels."),
        N_("Ask whether a blood or urine test makes sense, before you pay for one yourself."),
    ),
)

OUTLOOK = Topic(
    slug="outlook",
    title=N_("What the outlook depends on"),
    lead=N_(
        "How much comes back after harm to nerves depends on how severe it was, and on how long and how "
        "strong the contact was. Much else matters too. Nobody can promise an outcome."
    ),
    body=(
        N_(
            "The document names three things: how severe the harm was, how long the contact lasted, and "
            "which area of the brain it struck. It says that cells which died are mostly not replaced, and "
            "that healthy areas can take over part of the work."
        ),
        N_(
            "It gives no numbers, and neither do we: the outlook differs from one substance to the next and "
            "from person to person."
        ),
        N_(
            "What one can do for oneself is to keep up sleep, movement, food and company, as one would "
            "in any illness. That goes along with what clinicians advise, and not in its place."
        ),
    ),
    known=(
        Known(
            N_(
                "The outlook depends on how long and how strong the contact was and on how severe the harm "
                "is. Many people recover completely; some do not, and some die."
            ),
            (NINDS_2026,),
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
            "That sounds simple and often is not. The source has to be found, at work, at home, in food "
            "or among medicines, and removed without spreading it further. Sanding or scraping old lead "
            "paint, for example, fills the room with dust that holds lead."
        ),
        N_(
            "Where a medicine is the cause, the doctor weighs a lower dose, another medicine or going on. "
            "Some may not be stopped from one day to the next."
        ),
        N_(
            "The document speaks of “specialized detox protocols” as something that clinicians carry out. A "
            "“detox” kit for the home is not that, and it does not end the contact."
        ),
    ),
    known=(
        Known(
            N_("For people exposed to lead, finding and removing the source is the most important step."),
            (WHO_LEAD_2021,),
        ),
        Known(
            N_("Work on old paint that holds lead makes dust that can harm those who live in the house."),
            (EPA_1997,),
        ),
    ),
    signs=(
        N_("Leave a place with fumes at once, and call for help from outside it."),
        N_("For a source at work, turn to the company doctor or the authority for safety at work."),
    ),
)

TOPICS = (NEUROTOXICITY, SUBSTANCES, OUTLOOK, EXPOSURE_FIRST)
