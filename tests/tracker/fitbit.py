"""Files of Fitbit made by the tests, in the shapes that it has had."""

from datetime import datetime, timedelta
from pathlib import Path

from tests.tracker.handed import packed

OWN = Path(__file__).parent / "files" / "fitbit-takeout.json"
TREE = "Takeout/Fitbit/Global Export Data"
GOOGLE = "Takeout/Google Health/Health Fitness Data_GoogleData"
LEVELS = [("wake", 10), ("light", 120), ("deep", 60), ("rem", 90), ("wake", 15), ("light", 180), ("wake", 5)]


def log(start="2026-03-03T23:00:00.000", levels=LEVELS, short=(), number=31000000001, **more):
    """Eight hours in bed, 7.5 of sleep; pieces follow each other on a clock that is not set meanwhile."""
    begun = datetime.fromisoformat(start)
    ended = begun + timedelta(minutes=sum(minutes for _level, minutes in levels))
    return {
        "logId": number,
        "dateOfSleep": ended.date().isoformat(),
        "startTime": start,
        "endTime": f"{ended.isoformat()}.000",
        "duration": int((ended - begun).total_seconds() * 1000),
        "minutesToFallAsleep": 0,
        "minutesAsleep": 450,
        "minutesAwake": 30,
        "minutesAfterWakeup": 0,
        "timeInBed": 480,
        "efficiency": 93,
        "type": "stages",
        "infoCode": 0,
        "levels": {"summary": {}, "data": pieces(begun, levels), "shortData": wakings(begun, short)},
        "mainSleep": True,
        **more,
    }


def pieces(wall, levels):
    found = []
    for level, minutes in levels:
        found.append(piece(wall, level, minutes * 60))
        wall += timedelta(minutes=minutes)
    return found


def wakings(begun, short):
    return [piece(begun + timedelta(minutes=at), "wake", seconds) for at, seconds in short]


def piece(wall, level, seconds):
    return {"dateTime": f"{wall.isoformat()}.000", "level": level, "seconds": seconds}


def bare(start, end, minutes, **more):
    """A log without levels, as of one entered by hand."""
    times = {"startTime": start, "endTime": end, "duration": minutes * 60_000, "minutesAsleep": minutes}
    return {**log(), **times, "levels": {}, **more}


def exercise(**more):
    return {
        "logId": 51000000001,
        "activityName": "Run",
        "activityTypeId": 90009,
        "activityLevel": [
            {"minutes": 1, "name": "sedentary"},
            {"minutes": 2, "name": "lightly"},
            {"minutes": 5, "name": "fairly"},
            {"minutes": 22, "name": "very"},
        ],
        "startTime": "03/04/26 17:05:00",
        "duration": 1860000,
        "activeDuration": 1800000,
        "logType": "tracker",
        **more,
    }


SLEEP_COLUMNS = [
    "sleep_id",
    "sleep_type",
    "minutes_in_sleep_period",
    "minutes_after_wake_up",
    "minutes_to_fall_asleep",
    "minutes_asleep",
    "minutes_awake",
    "start_utc_offset",
    "sleep_start",
    "end_utc_offset",
    "sleep_end",
    "data_source",
    "sleep_created",
]
STAGE_COLUMNS = [
    "sleep_id",
    "sleep_stage_id",
    "sleep_stage_type",
    "start_utc_offset",
    "sleep_stage_start",
    "sleep_stage_end",
]
EXERCISE_COLUMNS = [
    "exercise_id",
    "exercise_start",
    "exercise_end",
    "utc_offset",
    "activity_name",
    "log_type",
    "deletion_reason",
]


def night(
    start="2026-03-03T22:00:00Z", end="2026-03-04T06:00:00Z", offset="+01:00", number="9000000000000000001"
):
    """A night of the tables: ten minutes to fall asleep, five after the last waking."""
    return [number, "STAGES", "480", "5", "10", "450", "30", offset, start, offset, end, "TRACKER", end]


def stage(kind, start, end, number="9000000000000000001"):
    return [number, "1", kind, "+01:00", f"2026-03-0{start}:00Z", f"2026-03-0{end}:00Z"]


STAGES = [
    stage("AWAKE", "3T22:00", "3T22:20"),
    stage("LIGHT", "3T22:20", "4T01:00"),
    stage("DEEP", "4T01:00", "4T02:00"),
    stage("REM", "4T02:00", "4T05:50"),
]
SLEEPS = f"{GOOGLE}/UserSleeps_2026-03-01.csv"


def takeout(**more):
    return packed(
        {
            f"{TREE}/sleep-2026-03-01.json": [log()],
            f"{TREE}/heart_rate-2026-03-03.json": [{"dateTime": "03/03/26 23:00:00", "value": {"bpm": 50}}],
            **more,
        }
    )


PAGE = (
    "Start Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM"
    " Sleep,Minutes Light Sleep,Minutes Deep Sleep"
)


def page(start, end, asleep="450", awake="30", in_bed="480", stages='"100","300","50"'):
    return f'Sleep\n{PAGE}\n"{start}","{end}","{asleep}","{awake}","20","{in_bed}",{stages}\n'
