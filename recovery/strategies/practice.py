"""Stress practice: strategies that calm body and mind."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import (
    BREATH_SHIFTS_HEART,
    MEDITATION_EASES_ANXIETY,
    MEDITATION_LOWERS_CORTISOL,
    STRESS_AXIS,
)
from recovery.mechanisms.brain import NEUROTRANSMITTER_BALANCE
from recovery.metrics import practice
from recovery.sources.practice import (
    ALVAREZ_PEREZ_2022,
    BALBAN_2023,
    FARIAS_2020,
    FINCHAM_2023,
    GOYAL_2014,
    RUSCH_2019,
)
from recovery.strategies.pursuits import COGNITIVE_PRACTICE, RELAXATION, TIME_OUTDOORS
from recovery.strategies.strategy import Strategy
from recovery.strategies.wording import AFTER_TRAUMA, NO_SMALLEST_DOSE, NOT_IN_PLACE_OF_THERAPY, OLD_MEMORIES
from recovery.words import N_

MINDFUL_MINUTES = Strategy(
    slug="mindful-minutes",
    pillar="practice",
    title=N_("Practise mindfulness"),
    lead=N_(
        "Ten quiet minutes of paying attention on most days. Courses with longer practice ease "
        "worry and low mood a little."
    ),
    what=(
        N_(
            "Mindfulness is paying attention, on purpose and kindly, to what is there now: breath, "
            "body, sounds. Thoughts come, and one lets them go and returns."
        ),
        N_(
            "Courses of some weeks ease worry and low mood a little. A large review found no sign that "
            "they do better than other active methods, such as exercise, and they do not suit everyone."
        ),
    ),
    how=(
        N_("Sit or lie comfortably. Set a timer for ten minutes, or three to begin with."),
        N_("Follow the breath where you feel it most."),
        N_("When you notice that you are elsewhere, and you will, come back without blame."),
        N_("Or move attention slowly through the body, from feet to head: a body scan."),
        N_("Tie it to something fixed: after brushing your teeth, before dinner."),
    ),
    claims=(
        MEDITATION_EASES_ANXIETY,
        Claim(
            N_("It improves sleep a little."),
            Grade.LIMITED,
            because=N_(
                "18 trials with 1,654 people who slept badly: better than attention alone, no better than "
                "methods made for sleep"
            ),
            sources=(
                RUSCH_2019,
                GOYAL_2014,
            ),
            disputed=N_("an earlier review of meditation programmes found little or no evidence for sleep"),
        ),
        MEDITATION_LOWERS_CORTISOL,
    ),
    mechanisms=(STRESS_AXIS, NEUROTRANSMITTER_BALANCE),
    metric=practice.MINDFUL,
    aim=Aim(Judged.DAYS, low=5, dose=10),
    asks=N_("%(dose)s of mindfulness on %(low)s a week"),
    origin=NO_SMALLEST_DOSE,
    caution=(
        OLD_MEMORIES,
        AFTER_TRAUMA,
        NOT_IN_PLACE_OF_THERAPY,
    ),
    first=True,
)

MEDITATION = Strategy(
    slug="meditation",
    pillar="practice",
    title=N_("Meditate in your own way"),
    lead=N_(
        "A word repeated, kind wishes, quiet sitting or prayer: meditation other than mindfulness, ten "
        "minutes on most days. In trials, repeating a word eased worry a little."
    ),
    what=(
        N_(
            "Here one rests attention on one thing of one’s own choosing, and not on whatever comes. It can "
            "be a word or sound (a mantra), a wish for somebody’s good, a picture or a prayer."
        ),
        N_(
            "Most trials are of mindfulness, which has its own page, and of repeating a mantra. For other "
            "ways there is little research, which does not speak against them."
        ),
    ),
    how=(
        N_("Sit where nobody will disturb you, and set a timer for ten minutes."),
        N_("Choose one thing: a word without much meaning, or “may you be well”."),
        N_("Repeat it without a sound, at the pace of your breath."),
        N_("When thoughts have carried you off, begin again without blame."),
        N_("Log it as meditation; what you log as mindfulness counts on the other page."),
    ),
    claims=(
        Claim(
            N_("Meditation with a mantra eases anxiety, low mood and stress a little."),
            Grade.MODERATE,
            because=N_("randomised trials up to 2021, taken together; small to medium effects"),
            sources=(ALVAREZ_PEREZ_2022, GOYAL_2014),
            disputed=N_(
                "an earlier review of meditation programmes found no sign that they do better than other "
                "active methods"
            ),
        ),
        Claim(
            N_("Some people feel worse through meditation: more anxious or more low."),
            Grade.MODERATE,
            because=N_(
                "83 studies with 6,703 people: about one in twelve reported something unpleasant, fewer in "
                "trials and more where people were only observed"
            ),
            sources=(FARIAS_2020,),
        ),
        MEDITATION_LOWERS_CORTISOL,
    ),
    mechanisms=(STRESS_AXIS,),
    metric=practice.MEDITATION,
    aim=Aim(Judged.DAYS, low=5, dose=10),
    asks=N_("%(dose)s of meditation on %(low)s a week"),
    origin=NO_SMALLEST_DOSE,
    caution=(
        OLD_MEMORIES,
        AFTER_TRAUMA,
        NOT_IN_PLACE_OF_THERAPY,
    ),
)

SLOW_BREATHING = Strategy(
    slug="slow-breathing",
    pillar="practice",
    title=N_("Breathe slowly"),
    lead=N_(
        "Five minutes of slow breathing with long breaths out shift the heart’s rhythm towards rest, and "
        "may lift the mood a little."
    ),
    what=(
        N_(
            "A slow breath out lets the heart beat more slowly. Breathing at about six breaths a minute "
            "shifts the heart’s rhythm towards rest while one does it. Sighing on purpose was tried in "
            "one trial."
        ),
        N_(
            "How long that lasts, and whether it matters for health, is less sure. As a means for a "
            "tense moment it costs nothing."
        ),
    ),
    how=(
        N_("Sit upright, shoulders loose."),
        N_("Breathe in through the nose; take a second, shorter breath on top."),
        N_("Let the air out slowly through the mouth, longer than it went in."),
        N_("Repeat for five minutes without forcing. Or simply breathe in for four seconds and out for six."),
    ),
    claims=(
        Claim(
            N_("Breathing exercises lower the feeling of stress."),
            Grade.MODERATE,
            because=N_(
                "12 trials with 785 adults; small to medium effect, most of them at a moderate risk of bias"
            ),
            sources=(FINCHAM_2023,),
        ),
        Claim(
            N_("Five minutes of sighing a day for a month lifted mood more than mindfulness did."),
            Grade.LIMITED,
            because=N_(
                "one trial over the internet with 114 volunteers; an author advises a maker of wearables"
            ),
            sources=(BALBAN_2023,),
            disputed=N_("anxiety fell in the mindfulness group too"),
        ),
        BREATH_SHIFTS_HEART,
    ),
    mechanisms=(STRESS_AXIS,),
    metric=practice.BREATHING,
    aim=Aim(Judged.DAYS, low=5, dose=5),
    asks=N_("%(dose)s of slow breathing on %(low)s a week"),
    origin=N_(
        "Five minutes a day is what one trial asked of 114 volunteers for a month (2023); five days of "
        "seven is our own convention."
    ),
    caution=(
        N_("Dizzy or tingling? Breathe as usual again."),
        N_(
            "With asthma, heart or lung disease, panic attacks, or in pregnancy: gently, and without "
            "holding the breath."
        ),
        N_("Never in water or while driving."),
    ),
)

STRATEGIES = (
    MINDFUL_MINUTES,
    MEDITATION,
    SLOW_BREATHING,
    RELAXATION,
    TIME_OUTDOORS,
    COGNITIVE_PRACTICE,
)
