"""Exercise: strategies that move the heart and the muscles."""

from recovery.aims import Aim, Judged
from recovery.evidence import Claim, Grade
from recovery.mechanisms.brain import (
    BDNF,
    BLOOD_FLOW,
    EXERCISE_KEEPS_HIPPOCAMPUS,
    NETWORK_UPKEEP,
    NEUROGENESIS,
    NEUROPLASTICITY,
    TASK_TRAINING_AFTER_STROKE,
)
from recovery.metrics import exercise
from recovery.sources.exercise import (
    BULL_2020,
    CHASTIN_2021,
    CIRIA_2023,
    EKELUND_2020,
    FRENCH_2016,
    GORDON_2018,
    JEFFERIS_2018,
    LANGHORNE_2011,
    MOMMA_2022,
    NORTHEY_2018,
)
from recovery.strategies.strategy import Band, Strategy
from recovery.strategies.wording import (
    EATING_DISORDER_AND_EXERCISE,
    HEART_BEFORE_EXERCISE,
    TRIALS_OF_EXERCISE,
)
from recovery.words import N_

AEROBIC_MINUTES = Strategy(
    slug="aerobic-minutes",
    pillar="exercise",
    title=N_("Move enough to breathe harder"),
    lead=N_(
        "Two and a half hours a week of brisk walking, or half as much of something harder, in any portions."
    ),
    what=(
        N_(
            "Movement that makes you breathe harder trains heart, lungs and muscles. Men who train for "
            "endurance also have faster blood flow to the brain, though training need not be the only "
            "reason."
        ),
        N_(
            "It goes with better sleep and mood, and with more of a growth factor, BDNF, in the blood. "
            "For health as a whole it is among the best-founded habits here; for the brain itself much "
            "is disputed."
        ),
    ),
    how=(
        N_("Walk so that you can talk but not sing: that is moderate."),
        N_("Put it where it happens by itself: the way to work, the stairs, a call taken walking."),
        N_("Any portion counts; three times ten minutes are thirty."),
        N_("When you can say only a few words at a time it is vigorous, and a minute counts as two."),
        N_("Start from what you do now, and add ten minutes a week."),
    ),
    claims=(
        Claim(
            N_("Active adults live longer and have less heart disease, diabetes and depression."),
            Grade.STRONG,
            because=N_(
                "a guideline of the World Health Organization on very many long studies, with trials for "
                "some of these"
            ),
            sources=(BULL_2020,),
        ),
        Claim(
            N_("Exercise helps thinking a little in people over 50."),
            Grade.DISPUTED,
            because=N_("36 trials in people over 50, taken together, found a small gain"),
            sources=(NORTHEY_2018, CIRIA_2023),
            disputed=TRIALS_OF_EXERCISE,
        ),
        EXERCISE_KEEPS_HIPPOCAMPUS,
    ),
    mechanisms=(BLOOD_FLOW, BDNF, NEUROPLASTICITY, NEUROGENESIS, NETWORK_UPKEEP),
    metric=exercise.MINUTES,
    aim=Aim(Judged.SUM, low=150),
    asks=N_("%(low)s of effort a week"),
    origin=N_(
        "150 to 300 moderate minutes a week, or half as many vigorous ones: World Health Organization, "
        "adults, 2020. A vigorous minute counts as two."
    ),
    caution=(
        HEART_BEFORE_EXERCISE,
        N_("Pregnancy: moving is advised, and how much is for you to settle with your midwife or doctor."),
        EATING_DISORDER_AND_EXERCISE,
        N_("Under 18: the advice is an hour a day on average; there is no weekly default here."),
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
    first=True,
)

STRENGTH_SESSIONS = Strategy(
    slug="strength-sessions",
    pillar="exercise",
    title=N_("Train your strength"),
    lead=N_("Two sessions a week that work all the large muscles, with weights, bands or your own body."),
    what=(
        N_(
            "Muscle is lost from middle age on unless it is used. Training slows that loss and helps "
            "balance and bone, and so the freedom to do things oneself."
        ),
        N_(
            "In trials it also eased low mood. For the brain itself there is less evidence than for "
            "movement that makes one breathe harder."
        ),
    ),
    how=(
        N_("Choose five or six movements for legs, hips, back, belly, chest, shoulders and arms."),
        N_("Do each until two or three more would just be possible; rest; repeat once or twice."),
        N_("Standing up from a chair, push-ups against a wall and carrying shopping count."),
        N_("Leave a day between sessions for the same muscles."),
        N_("When it gets easy, add a little weight or a few repetitions."),
    ),
    claims=(
        Claim(
            N_("People who train their strength have a lower risk of dying early."),
            Grade.MODERATE,
            because=N_(
                "16 long studies: a risk 10 to 17 per cent lower, lowest at about 30 to 60 minutes a week; "
                "nobody was assigned to train"
            ),
            sources=(
                MOMMA_2022,
                BULL_2020,
            ),
        ),
        Claim(
            N_("Strength training eases low mood."),
            Grade.MODERATE,
            because=N_(
                "33 trials with 1,877 people, compared with no such activity: a medium effect, smaller where "
                "the assessors did not know who trained"
            ),
            sources=(GORDON_2018,),
        ),
        Claim(
            N_("It helps thinking a little in people over 50."),
            Grade.DISPUTED,
            because=N_(
                "36 trials of exercise in people over 50, taken together, found a small gain, from strength "
                "training too"
            ),
            sources=(NORTHEY_2018, CIRIA_2023),
            disputed=TRIALS_OF_EXERCISE,
        ),
    ),
    mechanisms=(NEUROPLASTICITY, BDNF),
    metric=exercise.STRENGTH,
    aim=Aim(Judged.SUM, low=2),
    asks=N_("%(low)s of strength a week"),
    origin=N_(
        "Two or more days a week for all large muscle groups: World Health Organization, adults, 2020."
    ),
    caution=(
        HEART_BEFORE_EXERCISE,
        N_("High blood pressure: keep breathing while you lift."),
        N_(
            "Pain in a joint, or never trained: let somebody trained show you first. In pregnancy ask "
            "your midwife or doctor."
        ),
    ),
    bands={Band.UNDER_18: None},
    in_pregnancy=False,
    first=True,
)

SIT_LESS = Strategy(
    slug="sit-less",
    pillar="exercise",
    title=N_("Sit less, move lightly"),
    lead=N_(
        "Half an hour of light movement on most days in place of sitting: for almost everybody a good "
        "place to begin."
    ),
    what=(
        N_(
            "Light movement is a stroll, stretching, easy yoga, a little work in house and garden: you "
            "breathe as usual. The World Health Organization asks all adults to sit less and to put "
            "movement of any intensity in its place."
        ),
        N_(
            "This site cannot see how long you sit, so it counts what can be logged: light movement that "
            "took the place of sitting. By what way that acts is not known; blood flow is one guess."
        ),
    ),
    how=(
        N_("Stand up once an hour: fetch water, open a window."),
        N_("Take a slow walk after a meal."),
        N_("Take calls on your feet; get off one stop early."),
        N_("Stretch while the kettle boils."),
        N_("Log it as light exercise, in portions as small as they come."),
    ),
    claims=(
        Claim(
            N_("Sitting less, and moving at any intensity instead, is good for adults’ health."),
            Grade.MODERATE,
            because=N_(
                "a guideline of the World Health Organization, mostly on studies that observed people; it "
                "names no number of hours"
            ),
            sources=(BULL_2020,),
        ),
        Claim(
            N_("Older men who move lightly for longer are less likely to die in the years that follow."),
            Grade.LIMITED,
            because=N_(
                "1,181 British men over 70 with motion sensors, five years: a risk 17 per cent lower for "
                "each half hour a day; observed, and illness can come first"
            ),
            sources=(JEFFERIS_2018, CHASTIN_2021),
            disputed=N_(
                "among 130,239 adults taken together, only the studies with a sensor at the hip saw it, not "
                "those with one at the wrist"
            ),
        ),
        Claim(
            N_("With half an hour or more of brisk movement a day, long sitting matters less."),
            Grade.MODERATE,
            because=N_("44,370 people in nine long studies with motion sensors; observed, not assigned"),
            sources=(EKELUND_2020,),
        ),
    ),
    mechanisms=(BLOOD_FLOW,),
    metric=exercise.LIGHT,
    aim=Aim(Judged.DAYS, low=5, dose=30),
    asks=N_("%(dose)s of light movement on %(low)s a week"),
    origin=N_(
        "Half an hour on five days is our own convention: the World Health Organization asks for less "
        "sitting and names no number (2020)."
    ),
    caution=(
        N_("Bed rest ordered, or a fresh injury or operation: ask those who look after you first."),
        N_("Dizzy when you stand up? Rise slowly, hold on to something, and tell your doctor."),
        EATING_DISORDER_AND_EXERCISE,
    ),
)

PRESCRIBED_THERAPY = Strategy(
    slug="prescribed-therapy",
    pillar="exercise",
    title=N_("Keep your prescribed therapy"),
    lead=N_(
        "If a therapist works with you on movement or daily skills, the sessions you agreed on can stand in "
        "your plan. How many they are is for whoever prescribes them to say."
    ),
    what=(
        N_(
            "Physical therapy trains movement; occupational therapy trains what one wants to do: dressing, "
            "cooking, a job. After a stroke or an injury of the brain both repeat the very task that is to "
            "come back."
        ),
        N_(
            "This page counts which of the agreed sessions took place, and no more. How well one went, and "
            "whether there should be more or fewer, you and your therapist judge."
        ),
    ),
    how=(
        N_("Ask how many sessions a week are meant, with those you do alone at home, and set that number."),
        N_("Log each one on the exercise card, as physical or as occupational therapy."),
        N_("Give the sessions at home a fixed place and hour, such as after breakfast."),
        N_("Ill, away, or told to rest? Set a pause under Plan: those days are excused."),
        N_("Take the count along to your next appointment."),
    ),
    claims=(
        TASK_TRAINING_AFTER_STROKE,
        Claim(
            N_("What arms and legs gained by it is still there up to six months later."),
            Grade.LIMITED,
            because=N_(
                "those of these trials that tested people again; how sure this is was not graded by the "
                "authors"
            ),
            sources=(FRENCH_2016,),
        ),
        Claim(
            N_("Occupational therapy after a stroke helps people with the tasks of their day."),
            Grade.MODERATE,
            because=N_(
                "a review of the trials up to 2011; of the training of thinking and of speech too little was "
                "known to say as much"
            ),
            sources=(LANGHORNE_2011,),
        ),
        Claim(
            N_("More training of a task after a stroke brings more."),
            Grade.DISPUTED,
            because=N_("a review calls intensive training promising for walking"),
            sources=(LANGHORNE_2011, FRENCH_2016),
            disputed=N_("in 33 trials taken together, the amount of practice made no difference"),
        ),
    ),
    mechanisms=(NEUROPLASTICITY,),
    metric=exercise.THERAPY_SESSIONS,
    aim=Aim(Judged.SUM, low=1),
    asks=N_("prescribed therapy %(low)s × a week"),
    origin=N_("There is no default: how many sessions is for whoever prescribes them to say."),
    caution=(
        N_("New pain, dizziness, a fall, or worse than before? Stop, and call your therapist."),
        N_("To catch up on missed sessions, do no more than was agreed: ask first."),
        N_("It is for therapy that was prescribed to you. Other people’s exercises may not suit you."),
    ),
    prescribed=True,
)

STRATEGIES = (AEROBIC_MINUTES, STRENGTH_SESSIONS, SIT_LESS, PRESCRIBED_THERAPY)
