"""Sleep: strategies for nights that are long enough, regular and unbroken."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import INFLAMMATION, POOR_SLEEP_INFLAMES
from recovery.mechanisms.brain import NETWORK_UPKEEP, NEUROTRANSMITTER_BALANCE
from recovery.mechanisms.night import (
    ADENOSINE,
    CIRCADIAN_TIMING,
    GLYMPHATIC_CLEARANCE,
    GROWTH_HORMONE,
    LIGHT_SETS_CLOCK,
    MELATONIN_AND_CORTISOL,
    MEMORY_CONSOLIDATION,
    REM_SLEEP,
    SLEEP_KEEPS_LEARNING,
    SYNAPTIC_DOWNSCALING,
)
from recovery.metrics import sleep
from recovery.sources.measuring import PHILLIPS_2017, REED_2016
from recovery.sources.sleep import (
    CRIBB_2023,
    EDINGER_2021,
    HIRSHKOWITZ_2015,
    OHAYON_2017,
    SLETTEN_2023,
    WATSON_2015,
    WATSON_METHODOLOGY_2015,
    WINDRED_2024,
)
from recovery.strategies.evening import CAFFEINE_CUT_OFF, WIND_DOWN
from recovery.strategies.strategy import Band, Strategy
from recovery.words import N_

LONG_ENOUGH = Strategy(
    slug="long-enough",
    pillar="sleep",
    title=N_("Sleep long enough"),
    lead=N_(
        "Expert panels advise most adults seven to nine hours a night, as a habit rather than on "
        "any single night."
    ),
    what=(
        N_(
            "A night runs through several rounds of light, deep and dreaming (REM) sleep. Deep sleep "
            "comes mostly early and dreaming sleep mostly late, so getting up too early costs mainly "
            "dreaming sleep."
        ),
        N_(
            "Signs of enough sleep are staying awake and steady through the day, and not sleeping much "
            "longer on free days. The need differs from person to person, in part by birth, so the range is "
            "wide."
        ),
    ),
    how=(
        N_(
            "Count back from the time you must get up: seven to nine hours, and a quarter of an hour to "
            "fall asleep."
        ),
        N_("Set an alarm for going to bed, not only for getting up."),
        N_("Dim the light and put screens away for the last hour."),
        N_("Make the room cool, dark and quiet."),
        N_("After short nights go to bed earlier, rather than sleep far into the day."),
    ),
    claims=(
        Claim(
            N_("Seven hours or more suit most adults."),
            Grade.MODERATE,
            because=N_("two expert panels agree; most studies behind them only observed people"),
            sources=(
                WATSON_2015,
                WATSON_METHODOLOGY_2015,
                HIRSHKOWITZ_2015,
            ),
            disputed=N_(
                "in studies of twins, genes accounted for 31 to 55 per cent of the differences in sleep "
                "length, so one number cannot fit all"
            ),
        ),
        SLEEP_KEEPS_LEARNING,
        POOR_SLEEP_INFLAMES,
    ),
    mechanisms=(
        MEMORY_CONSOLIDATION,
        SYNAPTIC_DOWNSCALING,
        GLYMPHATIC_CLEARANCE,
        GROWTH_HORMONE,
        REM_SLEEP,
        INFLAMMATION,
        NEUROTRANSMITTER_BALANCE,
        NETWORK_UPKEEP,
    ),
    metric=sleep.DURATION,
    aim=Aim(Judged.MEAN, low=7 * 60, high=9 * 60),
    origin=N_(
        "Seven to nine hours for adults, seven to eight from 65 on, eight to ten for teenagers: "
        "National Sleep Foundation, 2015. Two sleep societies name seven as the least for adults, "
        "in the same year."
    ),
    caution=(
        N_(
            "Loud snoring, pauses in breathing, gasping at night, or sleepiness in spite of enough "
            "hours in bed are reasons to see a doctor."
        ),
        N_("After a short night, do not drive if you feel sleepy."),
        N_("If watching the hours makes you worry about sleep, hide the numbers in the settings."),
    ),
    bands={
        Band.UNDER_18: Aim(Judged.MEAN, low=8 * 60, high=10 * 60),
        Band.OLDER: Aim(Judged.MEAN, low=7 * 60, high=8 * 60),
    },
    first=True,
)

REGULAR_HOURS = Strategy(
    slug="regular-hours",
    pillar="sleep",
    title=N_("Keep regular hours"),
    lead=N_(
        "Wake within half an hour of the same time each day, days off included. That is thought to keep "
        "the body clock steady, and with it melatonin and cortisol."
    ),
    what=(
        N_(
            "The body clock expects light, food and sleep at the hours it knows. Waking at one time, on "
            "free days too, gives it a fixed mark each morning; tiredness then comes at its own hour in "
            "the evening."
        ),
        N_(
            "Dreaming (REM) sleep comes mostly towards morning, so a night that ends early loses mainly "
            "that part."
        ),
    ),
    how=(
        N_("Choose a time to get up that you can keep on free days too."),
        N_("Get light within an hour of waking, outdoors if you can."),
        N_("Let bedtime follow: go when you are sleepy, at about the same time."),
        N_("After one bad night get up as usual, and go to bed a little earlier."),
        N_("Move towards a new time by a quarter of an hour every few days."),
    ),
    claims=(
        Claim(
            N_("People with more regular sleep were less likely to die in the years that followed."),
            Grade.MODERATE,
            because=N_(
                "60,977 British adults, on average 63 years old, after one week of wrist data each; a "
                "second team found the same direction in the same data bank"
            ),
            sources=(
                WINDRED_2024,
                CRIBB_2023,
            ),
            disputed=N_(
                "nobody was assigned to regular hours, and illness can make sleep irregular; getting up at "
                "one time was not tried by itself; the two teams’ scales differ, so no number is a border"
            ),
        ),
        Claim(
            N_("Regular times of falling asleep and waking matter for health."),
            Grade.MODERATE,
            because=N_(
                "a panel of experts agreed on it after reading 63 publications; it also found that after "
                "short nights in the week, longer sleep on free days may do good"
            ),
            sources=(SLETTEN_2023,),
        ),
        Claim(
            N_("Students with irregular sleep release melatonin later in the evening."),
            Grade.LIMITED,
            because=N_(
                "61 students over 30 days, the least regular fifth against the most regular: about two and a "
                "half hours later; a calculation puts that down mostly to different light"
            ),
            sources=(PHILLIPS_2017,),
        ),
        LIGHT_SETS_CLOCK,
    ),
    mechanisms=(CIRCADIAN_TIMING, MELATONIN_AND_CORTISOL, REM_SLEEP),
    metric=sleep.WAKE,
    aim=Aim(Judged.MEAN, high=30, clock=7 * 60),
    asks=N_("wake within %(high)s of %(clock)s"),
    origin=N_(
        "Half an hour either way is our own convention: studies favour regular hours, none gives a number."
    ),
    caution=(
        N_("Shift work: judge by runs of equal shifts, and pause this strategy in between."),
        N_("Teenagers’ clocks run late; an early fixed hour can cost them sleep they need."),
        N_("With a baby or someone to care for at night, a pause is the honest entry."),
    ),
    first=True,
)

SLEEP_EFFICIENCY = Strategy(
    slug="sleep-efficiency",
    pillar="sleep",
    title=N_("Keep bed for sleep"),
    lead=N_(
        "Going to bed only to sleep is meant to keep bed and sleep linked, so that nights are less broken."
    ),
    what=(
        N_(
            "Sleep efficiency is the share of the time in bed that is spent asleep. The idea is that "
            "lying awake for long teaches you to be awake in bed, and that keeping bed for sleep "
            "teaches the opposite."
        ),
        N_(
            "It is one part of cognitive behavioural therapy for insomnia, the therapy that guidelines "
            "recommend first. For this part by itself the advice is less firm."
        ),
    ),
    how=(
        N_("Go to bed when you are sleepy, not merely when it is late."),
        N_("Read, scroll and watch somewhere else."),
        N_(
            "Awake for what feels like twenty minutes? Get up, do something quiet in dim light, and "
            "come back when sleepy."
        ),
        N_("Get up at your usual time, however the night was."),
        N_("Keep naps short, and before the middle of the afternoon."),
    ),
    claims=(
        Claim(
            N_("85 per cent or more is a sign of good sleep."),
            Grade.MODERATE,
            because=N_(
                "agreed by an expert panel that read 277 studies; on sleep stages and naps it agreed less, "
                "or not at all"
            ),
            sources=(OHAYON_2017,),
        ),
        Claim(
            N_("Therapy that includes keeping bed for sleep helps people with insomnia."),
            Grade.STRONG,
            because=N_(
                "a clinical guideline on many trials; its strong advice is for the whole therapy, its "
                "advice for this part alone is conditional"
            ),
            sources=(EDINGER_2021,),
        ),
        Claim(
            N_("Sleep efficiency is best reckoned from the whole time in bed."),
            Grade.DISPUTED,
            because=N_("it is the definition most widely published"),
            sources=(REED_2016,),
            disputed=N_(
                "reading or talking in bed then counts against sleep; two researchers propose to divide by "
                "the time of sleeping and trying to sleep alone"
            ),
        ),
    ),
    mechanisms=(ADENOSINE, CIRCADIAN_TIMING),
    metric=sleep.EFFICIENCY,
    aim=Aim(Judged.MEAN, low=85),
    asks=N_("a week’s mean of at least %(low)s of the time in bed"),
    origin=N_("85 per cent: what the National Sleep Foundation’s panel called good sleep, 2017."),
    caution=(
        N_(
            "Do not squeeze your time in bed to raise the number. Planned sleep restriction belongs to "
            "a trained therapist, above all with bipolar disorder, epilepsy, pregnancy, or work in "
            "which a slip is dangerous."
        ),
        N_(
            "Bad sleep on three nights a week for three months is worth a visit to a doctor: there is a "
            "therapy for it."
        ),
    ),
)

STRATEGIES = (LONG_ENOUGH, REGULAR_HOURS, SLEEP_EFFICIENCY, WIND_DOWN, CAFFEINE_CUT_OFF)
