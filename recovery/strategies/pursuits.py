"""Stress practice: strategies for body, mind and place that need no sitting still."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.body import STRESS_AXIS
from recovery.mechanisms.brain import NEUROPLASTICITY, SKILL_SHAPES_BRAIN
from recovery.mechanisms.night import CIRCADIAN_TIMING, LIGHT_SETS_CLOCK
from recovery.metrics import practice
from recovery.sources.practice import (
    MANZONI_2008,
    NGUYEN_2023,
    OWEN_2010,
    REBOK_2014,
    SIMONS_2016,
    WHITE_2019,
)
from recovery.sources.sleep import EDINGER_2021
from recovery.strategies.strategy import Strategy
from recovery.words import N_

RELAXATION = Strategy(
    slug="relaxation",
    pillar="practice",
    title=N_("Relax your muscles"),
    lead=N_(
        "Ten minutes of tensing and letting go, one muscle after another. An old and well-tried way to ease "
        "anxiety, and one that some people fall asleep with."
    ),
    what=(
        N_(
            "One tenses a group of muscles for some seconds, lets go all at once, and notices the "
            "difference. Body and attention both have something to do, which leaves less room for worry."
        ),
        N_(
            "In trials it eased anxiety. A guideline for insomnia suggests it as one way among others, with "
            "less weight than the full therapy."
        ),
    ),
    how=(
        N_("Lie down or sit with your back supported."),
        N_("Clench your fists for five seconds, then let go for fifteen. Notice how that feels."),
        N_("Go on: arms, shoulders, face, belly, thighs, calves, feet."),
        N_("Breathe as usual; if you lose the thread, begin where you were."),
        N_("Do it at the same time each day, or in bed when sleep will not come."),
    ),
    claims=(
        Claim(
            N_("Relaxation training eases anxiety."),
            Grade.MODERATE,
            because=N_(
                "27 studies over ten years, a medium effect; not all of them had a group to compare with, "
                "and meditation was counted in"
            ),
            sources=(MANZONI_2008,),
        ),
        Claim(
            N_("It helps people with insomnia to sleep."),
            Grade.LIMITED,
            because=N_(
                "a clinical guideline suggests it with its weaker kind of advice; the whole therapy for "
                "insomnia has its strong advice"
            ),
            sources=(EDINGER_2021,),
        ),
    ),
    mechanisms=(STRESS_AXIS,),
    metric=practice.RELAXATION,
    aim=Aim(Judged.DAYS, low=5, dose=10),
    asks=N_("%(dose)s of relaxation on %(low)s a week"),
    origin=N_("Ten minutes on five days is our own convention: courses differ, and none is the measure."),
    caution=(
        N_("Pain, a cramp, a fresh injury or operation: tense that part gently, or leave it out."),
        N_("Some people feel more anxious as they let go. If so, open your eyes, move, and stop."),
        N_("Never while driving; it can make you sleepy."),
    ),
)

TIME_OUTDOORS = Strategy(
    slug="time-outdoors",
    pillar="practice",
    title=N_("Spend time outdoors"),
    lead=N_(
        "Two hours a week among trees, fields or by water, in any portions. People who do so feel better; "
        "how much of that the outdoors brings about is less sure."
    ),
    what=(
        N_(
            "Daylight sets the body clock, green and quiet are said to rest the attention, and one moves "
            "without trying. Which of these does it is not known."
        ),
        N_(
            "Most of what is known compares people who go out often with people who do not. Studies in "
            "which time in nature was prescribed found lower blood pressure and less low mood."
        ),
    ),
    how=(
        N_("Take the way through the park, even if it is longer."),
        N_("Sit under a tree for ten minutes at noon, without your phone."),
        N_("Go out within an hour of waking: light then helps the night as well."),
        N_("Keep one longer outing for a free day; invite somebody."),
        N_("Log a stroll or a rest outdoors here; brisk walking belongs under exercise."),
    ),
    claims=(
        Claim(
            N_("People who spend two hours or more a week in nature more often feel healthy and well."),
            Grade.LIMITED,
            because=N_(
                "one survey of 19,806 people in England, asked once about the last week; those who feel well "
                "may simply go out more"
            ),
            sources=(WHITE_2019,),
        ),
        Claim(
            N_(
                "Programmes that prescribe time in nature ease low mood and anxiety and lower blood pressure."
            ),
            Grade.LIMITED,
            because=N_(
                "a review of 92 studies, 28 of them taken together: upper blood pressure about 5 mmHg lower; "
                "not all were randomised, and nobody can be kept from knowing where they are"
            ),
            sources=(NGUYEN_2023,),
        ),
        LIGHT_SETS_CLOCK,
    ),
    mechanisms=(CIRCADIAN_TIMING, STRESS_AXIS),
    metric=practice.OUTDOORS,
    aim=Aim(Judged.SUM, low=120),
    asks=N_("%(low)s outdoors a week"),
    origin=N_(
        "120 minutes a week: where well-being began to differ in one English survey (2019). Its authors ask "
        "for trials before anybody makes a rule of it."
    ),
    caution=(
        N_("Strong sun: shade, hat and sunscreen; never look into the sun."),
        N_("Hay fever, asthma or an allergy to stings: choose place and hour, and carry what you need."),
        N_("Heat, ice, darkness or a lonely place: tell somebody where you go."),
    ),
)

COGNITIVE_PRACTICE = Strategy(
    slug="cognitive-practice",
    pillar="practice",
    title=N_("Give your mind something to learn"),
    lead=N_(
        "A language, an instrument, a game that is hard for you. One gets better at what one practises; that "
        "the rest of thinking grows with it is not well shown."
    ),
    what=(
        N_(
            "Learning changes connections in the brain, and one can learn at every age. Training on a screen "
            "makes people better at the tasks on the screen, and little else."
        ),
        N_(
            "That is why this page has low grades. It is not the cognitive rehabilitation of the documents: "
            "that is led by clinicians, after an injury, and made for one person."
        ),
    ),
    how=(
        N_("Choose something that you would like to be able to do anyway."),
        N_("Make it hard enough to fail at now and then."),
        N_("Twenty minutes at a time; sleep on it, and go on the next day."),
        N_("Learn with others where you can."),
        N_("No need to pay: a library card does what an app does."),
    ),
    claims=(
        Claim(
            N_("Brain training improves thinking beyond the tasks that are trained."),
            Grade.DISPUTED,
            because=N_("133 scientists and practitioners defended it in an open letter"),
            sources=(SIMONS_2016, OWEN_2010),
            disputed=N_(
                "a large review found extensive evidence for the trained tasks and little for everyday "
                "life; six weeks with 11,430 people brought no gain on other tasks"
            ),
        ),
        Claim(
            N_("Training of reasoning or speed in old age still shows in those tasks ten years later."),
            Grade.LIMITED,
            because=N_(
                "one trial with 2,832 people of about 74: ten taught sessions and some later ones; memory "
                "training had worn off"
            ),
            sources=(REBOK_2014,),
        ),
        SKILL_SHAPES_BRAIN,
    ),
    mechanisms=(NEUROPLASTICITY,),
    metric=practice.COGNITIVE,
    aim=Aim(Judged.DAYS, low=3, dose=20),
    asks=N_("%(dose)s of cognitive practice on %(low)s a week"),
    origin=N_("Twenty minutes on three days is our own convention: no study has found a dose. Set your own."),
    caution=(
        N_(
            "Memory or thinking that has grown worse, or trouble after a blow to the head: see a doctor "
            "rather than train."
        ),
        N_("After an injury of the brain, let those who look after you set what and how much."),
        N_("If it tires or angers you, it is too hard or too long; halve it."),
    ),
)
