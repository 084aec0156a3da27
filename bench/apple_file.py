"""An export of Apple Health as large as wanted, in the shape and mix of somebody's who wears the watch.

Six years of nights in stages, workouts, mindful sessions and coffees; what fills the rest is what fills a
real one: heart rate above all, then energy, steps and distance, which an importer has to pass over.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

DAYS = 2190
LAST = datetime(2026, 6, 30)  # noqa: DTZ001 (a wall clock; its offset is written behind it)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-06-30 20:00:00 +0100"/>
"""
WATCH = (
    'sourceName="Alex’s Apple\u00a0Watch" sourceVersion="11.1" device="&lt;&lt;HKDevice: 0x283e6c0a0&gt;, '
    'name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,2, software:11.1&gt;"'
)
PHONE = 'sourceName="Alex’s iPhone" sourceVersion="26.1"'
STAGES = ("AsleepCore", "AsleepCore", "AsleepDeep", "AsleepREM", "Awake")
QUANTITY, CATEGORY = "HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier"
FILLING = (  # share, type, source, unit, most seconds, metadata
    (0.50, "HeartRate", WATCH, "count/min", 0, "HKMetadataKeyHeartRateMotionContext"),
    (0.22, "ActiveEnergyBurned", WATCH, "kcal", 600, ""),
    (0.10, "BasalEnergyBurned", WATCH, "kcal", 600, ""),
    (0.10, "StepCount", PHONE, "count", 600, ""),
    (0.08, "DistanceWalkingRunning", PHONE, "km", 600, ""),
)


def write(path: Path, megabytes: int, days: int = DAYS) -> None:
    """The same file for the same size, whoever writes it."""
    chance = random.Random(42)
    wanted = megabytes * 1_000_000 // days
    with path.open("w", encoding="utf-8") as file:
        file.write(HEAD)
        for number in range(days):
            file.write(_day(LAST - timedelta(days=days - number), wanted, chance))
        file.write("</HealthData>\n")


def _day(day: datetime, wanted: int, chance: random.Random) -> str:
    written = [*_night(day, chance), *_entries(day, chance)]
    size = sum(len(text.encode()) for text in written)
    shares = [share for share, *_rest in FILLING]
    while size < wanted:
        _share, kind, source, unit, most, metadata = chance.choices(FILLING, shares)[0]
        start = day + timedelta(seconds=chance.randrange(86_400))
        end = start + timedelta(seconds=chance.randrange(most + 1))
        told = {metadata: "1"} if metadata else {}
        written.append(_record(QUANTITY + kind, source, start, end, chance.randrange(5, 700), unit, told))
        size += len(written[-1]) + 10  # its few letters of two bytes
    return "".join(written)


def _night(day: datetime, chance: random.Random) -> Iterator[str]:
    start = day + timedelta(hours=22, minutes=chance.randrange(120))
    zone = {"HKTimeZone": "Europe/London"}
    kind, value = f"{CATEGORY}SleepAnalysis", "HKCategoryValueSleepAnalysis"
    yield _record(kind, PHONE, start, start + timedelta(hours=9), f"{value}InBed", "", zone)
    for _ in range(13):
        end = start + timedelta(minutes=chance.randrange(10, 60))
        yield _record(kind, WATCH, start, end, value + chance.choice(STAGES), "", zone)
        start = end


def _entries(day: datetime, chance: random.Random) -> Iterator[str]:
    coffee, noon, evening = (day + timedelta(hours=hour) for hour in (8, 12, 18))
    yield _record(f"{QUANTITY}DietaryCaffeine", PHONE, coffee, coffee, chance.randrange(60, 200), "mg", {})
    for start in (noon, noon + timedelta(hours=3)):
        end = start + timedelta(minutes=5)
        yield _record(f"{CATEGORY}MindfulSession", WATCH, start, end, "HKCategoryValueNotApplicable", "", {})
    if day.toordinal() % 3 == 0:
        yield _workout(evening, evening + timedelta(minutes=45))


def _workout(start: datetime, end: datetime) -> str:
    span = f'startDate="{_moment(start)}" endDate="{_moment(end)}"'
    energy = f'<WorkoutStatistics type="{QUANTITY}ActiveEnergyBurned" {span} sum="410" unit="kcal"/>'
    return (
        f' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="44.8" durationUnit="min" '
        f'{WATCH} creationDate="{_moment(end)}" {span}>\n'
        f'  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n  {energy}\n </Workout>\n'
    )


def _record(
    kind: str, source: str, start: datetime, end: datetime, value: object, unit: str, metadata: dict[str, str]
) -> str:
    amount = f' unit="{unit}"' if unit else ""
    opening = (
        f' <Record type="{kind}" {source}{amount} creationDate="{_moment(end)}" '
        f'startDate="{_moment(start)}" endDate="{_moment(end)}" value="{value}"'
    )
    if not metadata:
        return f"{opening}/>\n"
    entries = "".join(f'  <MetadataEntry key="{key}" value="{text}"/>\n' for key, text in metadata.items())
    return f"{opening}>\n{entries} </Record>\n"


def _moment(moment: datetime) -> str:
    return f"{moment.isoformat(' ')} {'+0100' if 4 <= moment.month <= 10 else '+0000'}"
