"""What is measured: every metric by its slug."""

from recovery.metrics import diet, exercise, practice, sleep
from recovery.metrics.metric import Metric

METRICS: dict[str, Metric] = {
    metric.slug: metric
    for metric in (
        sleep.DURATION,
        sleep.TST,
        sleep.TIB,
        sleep.EFFICIENCY,
        sleep.SOL,
        sleep.WASO,
        sleep.HABITS,
        sleep.WAKE,
        sleep.MIDSLEEP,
        exercise.MINUTES,
        exercise.ALL_MINUTES,
        exercise.LIGHT,
        exercise.STRENGTH,
        diet.PLANTS,
        diet.FISH,
        diet.OILY_FISH,
        diet.VARIETY,
        diet.WHOLE_GRAINS,
        diet.NUTS,
        diet.BEANS,
        diet.MIND,
        diet.SWEETS,
        diet.ALCOHOL,
        diet.CAFFEINE,
        diet.CAFFEINE_GAP,
        practice.MINUTES,
        practice.BREATHING,
        practice.MINDFUL,
        practice.MEDITATION,
        practice.RELAXATION,
        practice.OUTDOORS,
        practice.COGNITIVE,
        practice.CHANGE,
    )
}
