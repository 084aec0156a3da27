"""What to leave alone, and when to see a doctor."""

from recovery.clinic.topic import Known, Topic
from recovery.mechanisms.brain import NEUROTRANSMITTER_BALANCE
from recovery.mechanisms.night import CIRCADIAN_TIMING
from recovery.sources.clinic import (
    BARON_2017,
    BOYER_2005,
    HEALTHIFY_2026,
    HSE_2026,
    NHS_2022,
    RIEMANN_2023,
    SCOTLAND_2024,
)
from recovery.sources.practice import JAUHAR_2023, MONCRIEFF_2022
from recovery.sources.sleep import EDINGER_2021
from recovery.words import N_

RESETS = Topic(
    slug="unsupervised-resets",
    title=N_("“Resets” on one’s own"),
    lead=N_(
        "“Neurochemical reset” is no accepted procedure. Attempts with supplements, or with medicines that "
        "nobody prescribed, can do harm and can hide an illness that needs care."
    ),
    body=(
        N_(
            "The document that uses the term warns of it as well. A “reset” without medical guidance can "
            "make an illness worse, bring new trouble and delay the right help."
        ),
        N_(
            "Nobody can measure day by day how much serotonin or dopamine a brain holds. So nobody can "
            "say that it is out of balance, or back in it. Whoever sells such a test, or a remedy, "
            "sells more than is known."
        ),
        N_(
            "Sleep, movement, food and calm are safe to work on for most people. Starting, changing or "
            "stopping a medicine on one’s own is not. Medicines for low mood, for example, can cause "
            "trouble of their own when they are stopped suddenly."
        ),
    ),
    known=(
        Known(
            N_("Whether low mood comes from too little serotonin is disputed among researchers."),
            (MONCRIEFF_2022, JAUHAR_2023),
        ),
        Known(
            N_(
                "All kinds of medicine for depression can cause withdrawal, above all when they are stopped "
                "abruptly. By one estimate 3 in 100 people have it severely; who they are is hard to tell "
                "beforehand."
            ),
            (SCOTLAND_2024,),
        ),
    ),
    signs=(
        N_("Speak with a doctor before any change to a medicine for mood, sleep or attention."),
        N_("Get help the same day if your mood turns very dark or very high after such a change."),
    ),
    mechanisms=(NEUROTRANSMITTER_BALANCE,),
)

SEROTONIN_SYNDROME = Topic(
    slug="serotonin-syndrome",
    title=N_("Supplements and serotonin syndrome"),
    lead=N_(
        "Some supplements act on serotonin. Together with certain medicines they can cause serotonin "
        "syndrome, which can be an emergency. Ask a pharmacist first."
    ),
    body=(
        N_(
            "Some medicines do not go with St John’s wort, or with other supplements for mood or sleep. "
            "Ask first if you take one for depression, migraine, nausea or strong pain, or a cough medicine "
            "with dextromethorphan. That a thing is sold without a prescription does not make it harmless."
        ),
        N_(
            "This site holds no supplement to follow and no field for a dose. Fish and plants are logged "
            "as food."
        ),
    ),
    known=(
        Known(
            N_(
                "Serotonin syndrome is a reaction to medicines or their combination; it ranges from barely "
                "noticeable to deadly."
            ),
            (BOYER_2005,),
        ),
        Known(
            N_(
                "St John’s wort, dextromethorphan and many medicines for depression, migraine, nausea and "
                "pain raise serotonin; taking more than one of them raises the risk."
            ),
            (HEALTHIFY_2026,),
        ),
    ),
    signs=(
        N_(
            "Call the emergency number for fever, stiff or twitching muscles and confusion after a new "
            "medicine or supplement."
        ),
        N_("Ask a doctor or pharmacist the same day about new shaking, sweating, restlessness or diarrhoea."),
    ),
    mechanisms=(NEUROTRANSMITTER_BALANCE,),
)

SLEEP_DOCTOR = Topic(
    slug="sleep-and-the-doctor",
    title=N_("When to see a doctor about sleep"),
    lead=N_(
        "Pauses in breathing, three months of bad nights, or sleep that strikes by day are reasons to "
        "see a doctor. A diary helps the conversation; it does not replace it."
    ),
    body=(
        N_(
            "In sleep apnoea breathing stops and starts again and again, most often because the airway "
            "becomes too narrow. The sleeper may notice nothing but a tired day, so it helps to ask "
            "somebody who hears the night. It can be tested for, and there is help."
        ),
        N_(
            "Bad nights three times a week or more, for three months or more, with tired days: the field "
            "calls that chronic insomnia. The first help is a therapy made for it (CBT-I), in person or "
            "online. Spending fewer hours in bed on purpose can be part of it and should be guided."
        ),
        N_(
            "If the numbers here keep you awake, hide them in the settings or stop logging for a while. "
            "Some people lie awake over what a tracker says of their sleep."
        ),
    ),
    known=(
        Known(
            N_(
                "European and other guidelines agree on cognitive behavioural therapy for insomnia as the "
                "first choice."
            ),
            (RIEMANN_2023, EDINGER_2021),
        ),
        Known(
            N_(
                "Loud snoring, gasping, breathing that stops and starts, tired days and a headache on waking "
                "are signs of sleep apnoea."
            ),
            (NHS_2022,),
        ),
        Known(
            N_(
                "Clinicians have described people in whom the search for perfect figures from a tracker went "
                "with worry about sleep; these are single cases."
            ),
            (BARON_2017,),
        ),
    ),
    signs=(
        N_("Loud snoring, gasping or pauses in breathing that others notice; a headache on waking."),
        N_("Sleepiness by day in spite of enough time in bed. Do not drive if you feel sleepy."),
        N_("Bad nights at least three times a week for three months."),
        N_("Acting out dreams, sleep that strikes suddenly, or legs that will not rest in the evening."),
    ),
    mechanisms=(CIRCADIAN_TIMING,),
)

LOW_MOOD = Topic(
    slug="low-mood",
    title=N_("Low mood, and numbers to call"),
    lead=N_(
        "If you might act on thoughts of harming yourself, call your emergency number now. If your mood "
        "has been low on most days for two weeks, see a doctor."
    ),
    body=(
        N_(
            "Poor sleep and low mood often come together. Habits can help a little. Low mood that lasts can "
            "be an illness like others, and the sooner one asks for help, the sooner it can ease."
        ),
        N_(
            "You need no reason that seems good enough, and you can call for somebody else, too. The "
            "people on these lines listen; they do not judge."
        ),
    ),
    known=(
        Known(
            N_(
                "Low mood for most of the day, every day, for more than two weeks is a reason to see a "
                "doctor. So are low mood that gets in the way of work or family, and thoughts of self-harm."
            ),
            (HSE_2026,),
        ),
    ),
    signs=(
        N_("Low mood, or no joy in anything, on most days for two weeks."),
        N_("Thoughts that you would be better off dead, or of harming yourself: call now, at any hour."),
        N_("Very little need of sleep for days with racing thoughts and great plans."),
    ),
    helplines=True,
)

TOPICS = (RESETS, SEROTONIN_SYNDROME, SLEEP_DOCTOR, LOW_MOOD)
