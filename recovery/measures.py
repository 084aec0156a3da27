"""How every number is made: what goes in, the formula, the unit, and what a gap means. A page for each."""

from dataclasses import dataclass

from recovery.metrics import checkin, diary, diet, exercise, food_groups, practice, sleep, stages
from recovery.metrics.metric import Metric, Unit
from recovery.summaries import SUMMARIES, Summary
from recovery.words import N_

UNITS = {
    Unit.MINUTES: N_("minutes"),
    Unit.DURATION: N_("hours and minutes"),
    Unit.HOURS: N_("hours"),
    Unit.CLOCK: N_("time of day"),
    Unit.PERCENT: N_("per cent"),
    Unit.SERVINGS: N_("servings"),
    Unit.SESSIONS: N_("days with a session"),
    Unit.GRAMS: N_("grams"),
    Unit.MILLIGRAMS: N_("milligrams"),
    Unit.COUNT: N_("a number"),
    Unit.DAYS: N_("days"),
    Unit.POINTS: N_("points from 0 to 10"),
    Unit.RATING: N_("points from 1 to 5"),
    Unit.INDEX: N_("a number from −100 to 100"),
    Unit.MET_MINUTES: N_("MET-minutes"),
}
THAT_OF_THE_NUMBER = N_("that of the number itself")


@dataclass(frozen=True)
class Measure:
    """A number that pages show: of one pillar, of the check-in, or of the whole plan (pillar "")."""

    slug: str
    pillar: str
    title: str
    unit: str
    formula: str
    inputs: tuple[str, ...]  # what is read from the record
    missing: str
    source: str = ""  # slug of a Source; "" for our own convention


def of(metric: Metric, pillar: str, *inputs: str) -> Measure:
    return Measure(
        slug=metric.slug,
        pillar=pillar,
        title=metric.title,
        unit=UNITS[metric.unit],
        formula=metric.formula,
        inputs=inputs,
        missing=metric.missing,
        source=metric.source,
    )


def over_days(summary: Summary) -> Measure:
    return Measure(
        slug=summary.slug,
        pillar=summary.pillar,
        title=summary.title,
        unit=UNITS[summary.unit],
        formula=summary.formula,
        inputs=summary.inputs,
        missing=summary.missing,
        source=summary.source,
    )


ASLEEP = N_("When you fell asleep")
WOKE = N_("When you woke for good")
AWAKE = N_("Minutes awake in the night")
BED = N_("When you got into bed")
UP = N_("When you got out of bed")
TRIED = N_("When you tried to sleep, or the minutes it took")
NAPS = N_("Naps")
WAKINGS = N_("How often you woke in the night")
QUALITY = N_("How good the night felt")
STAGES = N_("Minutes of each stage, from a device’s file")
EVENING = N_("The habits of the evening that you ticked")
KIND = N_("Minutes and intensity of each entry of exercise")
ACTIVITY = N_("Minutes and activity of each entry of exercise")
STRENGTH = N_("Whether an entry of exercise was strength training")
SERVINGS = N_("Servings of each food group, as logged")
COLOUR = N_("The colour of each plant, as logged")
DRINKS = N_("Drinks with alcohol, in grams of alcohol")
COFFEE = N_("Drinks with caffeine, in milligrams, and their times")
WINE = N_("Drinks with alcohol, in grams of alcohol, and their times")
MINUTES = N_("Minutes and technique of each entry of practice")
STRESS = N_("Stress from 0 to 10 before and after a practice")
RATED = N_("This rating in each check-in of the day")
JUDGED = N_("Your plan, your pauses, and what was logged")

SLEEP = (
    of(sleep.DURATION, "sleep", ASLEEP, WOKE, AWAKE, NAPS),
    of(sleep.TST, "sleep", ASLEEP, WOKE, AWAKE),
    of(sleep.TIB, "sleep", BED, UP),
    of(sleep.EFFICIENCY, "sleep", BED, UP, ASLEEP, WOKE, AWAKE),
    of(sleep.SOL, "sleep", TRIED, ASLEEP),
    of(sleep.WASO, "sleep", AWAKE),
    of(sleep.HABITS, "sleep", EVENING),
    of(sleep.WAKE, "sleep", WOKE),
    of(sleep.MIDSLEEP, "sleep", ASLEEP, WOKE),
    of(sleep.BED, "sleep", BED),
    of(sleep.ONSET, "sleep", ASLEEP),
    of(diary.SLEEP_PERIOD, "sleep", ASLEEP, WOKE),
    of(diary.TERMINAL_WAKE, "sleep", WOKE, UP),
    of(diary.AWAKENINGS, "sleep", WAKINGS),
    of(diary.QUALITY, "sleep", QUALITY),
    of(diary.NAP_MINUTES, "sleep", NAPS),
    of(diary.NAPS, "sleep", NAPS),
    of(stages.LIGHT, "sleep", STAGES),
    of(stages.DEEP, "sleep", STAGES),
    of(stages.REM, "sleep", STAGES),
)
EXERCISE = (
    of(exercise.MINUTES, "exercise", KIND),
    of(exercise.ALL_MINUTES, "exercise", KIND),
    of(exercise.LIGHT, "exercise", KIND),
    of(exercise.STRENGTH, "exercise", STRENGTH),
    of(exercise.MET_MINUTES, "exercise", ACTIVITY),
    of(exercise.THERAPY_SESSIONS, "exercise", ACTIVITY),
    of(exercise.THERAPY_MINUTES, "exercise", ACTIVITY),
)
DIET = (
    of(diet.PLANTS, "diet", SERVINGS),
    of(food_groups.LEAFY_GREENS, "diet", SERVINGS),
    of(food_groups.VEGETABLES, "diet", SERVINGS),
    of(food_groups.BERRIES, "diet", SERVINGS),
    of(food_groups.FRUIT, "diet", SERVINGS),
    of(diet.FISH, "diet", SERVINGS),
    of(diet.OILY_FISH, "diet", SERVINGS),
    of(diet.WHOLE_GRAINS, "diet", SERVINGS),
    of(diet.NUTS, "diet", SERVINGS),
    of(diet.BEANS, "diet", SERVINGS),
    of(food_groups.OLIVE_OIL, "diet", SERVINGS),
    of(food_groups.POULTRY, "diet", SERVINGS),
    of(food_groups.RED_MEAT, "diet", SERVINGS),
    of(food_groups.BUTTER, "diet", SERVINGS),
    of(food_groups.CHEESE, "diet", SERVINGS),
    of(food_groups.FRIED, "diet", SERVINGS),
    of(diet.MIND, "diet", SERVINGS),
    of(diet.VARIETY, "diet", COLOUR),
    of(diet.SWEETS, "diet", SERVINGS),
    of(diet.ALCOHOL, "diet", DRINKS),
    of(diet.CAFFEINE, "diet", COFFEE),
    of(diet.CAFFEINE_GAP, "sleep", COFFEE, BED),
    of(diet.ALCOHOL_GAP, "sleep", WINE, BED),
)
PRACTICE = (
    of(practice.MINUTES, "practice", MINUTES),
    of(practice.DAYS, "practice", MINUTES),
    of(practice.BREATHING, "practice", MINUTES),
    of(practice.MINDFUL, "practice", MINUTES),
    of(practice.MEDITATION, "practice", MINUTES),
    of(practice.RELAXATION, "practice", MINUTES),
    of(practice.OUTDOORS, "practice", MINUTES),
    of(practice.COGNITIVE, "practice", MINUTES),
    of(practice.CHANGE, "practice", STRESS),
)
CHECKIN = (
    of(checkin.MOOD, "checkin", RATED),
    of(checkin.ENERGY, "checkin", RATED),
    of(checkin.FOCUS, "checkin", RATED),
    of(checkin.STRESS, "checkin", RATED),
    of(checkin.SLEEPINESS, "checkin", RATED),
)
PLAN = (
    Measure(
        "kept", "", N_("Kept"), UNITS[Unit.PERCENT],
        N_("Days or weeks that met their aim ÷ those that met or missed it × 100. For a pillar and for "
           "the whole: the plain mean over its strategies."),
        (JUDGED,),
        N_("Held back where less than half of what was planned can be judged: too little was logged to say."),
    ),
    Measure(
        "logged", "", N_("Logged (coverage)"), UNITS[Unit.PERCENT],
        N_("Days or weeks that can be judged ÷ those that were planned and have closed × 100. Pauses are "
           "taken out."),
        (JUDGED,),
        N_("Missing where nothing that was planned has closed yet."),
    ),
    Measure(
        "strength", "", N_("Strength of a habit"), UNITS[Unit.PERCENT],
        N_("It starts at 0. Each closed day or week draws it a step towards that day’s or week’s share "
           "of the aim: new strength = m × old strength + (1 − m) × share, with m = 0.5^(√f ÷ 13), where "
           "f is how many times a day the habit is due: 1 for every day, 1/7 for a weekly aim."),
        (JUDGED,),
        N_("A day that was not logged counts as a share of 0. Pauses and unplanned days change nothing."),
    ),
    Measure(
        "streak", "", N_("Days or weeks in a row"), N_("days or weeks"),
        N_("How many days, or weeks for an aim of the week, met their aim one after the other, up to now."),
        (JUDGED,),
        N_("A day missed or not logged ends it; filling it in later mends it. Pauses are passed over."),
    ),
    Measure(
        "share", "", N_("Share of an aim"), UNITS[Unit.PERCENT],
        N_("Below a lower bound: value ÷ bound. Above an upper bound: 1 − (value − bound) ÷ bound, never "
           "under 0. Otherwise 1. Shown × 100; bars on Today show it."),
        (JUDGED,),
        N_("Missing where there is no aim or the value is not known."),
    ),
)  # fmt: skip

DOUBT = (
    Measure(
        "share-interval", "", N_("Likely range of a share"), UNITS[Unit.PERCENT],
        N_("Wilson’s 95 % interval: (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n), where p is the "
           "share, n the number of days or weeks it rests on, and z = 1.96. Shown × 100."),
        (JUDGED,),
        N_("Shown beside a share of fewer than 30 days or weeks; missing where the share is held back."),
        source="wilson-1927",
    ),
    Measure(
        "mean-interval", "", N_("Likely range of a mean"), THAT_OF_THE_NUMBER,
        N_("Student’s 95 % interval: mean ± t·s ÷ √n, where n is the number of values, s their standard "
           "deviation, and t what Student’s distribution of n − 1 degrees of freedom passes 5 times in 100, "
           "both sides together."),
        (N_("The values of the days or sessions that are known"),),
        N_("Missing with fewer than two values."),
        source="student-1908",
    ),
    Measure(
        "change", "", N_("Change and its likely range"), THAT_OF_THE_NUMBER,
        N_("The mean of the known days now, less that of the known days before. Its range is Welch’s 95 % "
           "interval of the means of whole weeks, counted back from the last day of each side: one day is "
           "like the next, so that days by themselves would promise too much. It is called a change where "
           "the range leaves 0 out."),
        (N_("The values of the days of both stretches"),),
        N_("Missing unless each side has three weeks with four known days each."),
        source="welch-1947",
    ),
)  # fmt: skip

OVER_DAYS = tuple(over_days(summary) for summary in SUMMARIES.values())
MEASURES = (*SLEEP, *EXERCISE, *DIET, *PRACTICE, *CHECKIN, *OVER_DAYS, *PLAN, *DOUBT)
BY_SLUG = {measure.slug: measure for measure in MEASURES}
