"""Worked examples of exercise."""

from recovery.examples.example import Example, Record

MIXED = Record(
    "A moderate brisk walk of 20 min, a vigorous run of 15, light yoga of 30, moderate strength training "
    "of 10",
    rows={
        "exercise": [
            {"activity": "brisk-walk", "minutes": 20, "intensity": "moderate"},
            {"activity": "run", "minutes": 15, "intensity": "vigorous"},
            {"activity": "yoga", "minutes": 30, "intensity": "light"},
            {"activity": "strength", "minutes": 10, "intensity": "moderate", "strength": True},
        ]
    },
)
THERAPY = Record(
    "Physical therapy of 40 min and occupational therapy of 30",
    rows={
        "exercise": [
            {"activity": "physical-therapy", "minutes": 40, "intensity": "light"},
            {"activity": "occupational-therapy", "minutes": 30, "intensity": "light"},
        ]
    },
)
WEEK = Record(
    "A week: moderate brisk walks of 30 min on Monday (with strength training), Wednesday and Friday, "
    "none on Tuesday, three days not logged",
    7,
    {
        "exercise": [
            {"day": 0, "activity": "brisk-walk", "minutes": 30, "intensity": "moderate", "strength": True},
            {"day": 1, "minutes": 0},
            {"day": 2, "activity": "brisk-walk", "minutes": 30, "intensity": "moderate"},
            {"day": 4, "activity": "brisk-walk", "minutes": 30, "intensity": "moderate"},
        ]
    },
)
TWICE = Record(
    "A week: physical therapy on Monday and Thursday, none on the other days",
    7,
    {
        "exercise": [
            {"day": n, "activity": "physical-therapy", "minutes": 40}
            if n in (0, 3)
            else {"day": n, "minutes": 0}
            for n in range(7)
        ]
    },
)

EXAMPLES = {
    "exercise-minutes": Example(MIXED, 20 + 2 * 15 + 10),
    "all-exercise-minutes": Example(MIXED, 75),
    "light-minutes": Example(MIXED, 30),
    "strength-sessions": Example(MIXED, 1),
    "met-minutes": Example(MIXED, 20 * 4.8 + 15 * 9.3 + 30 * 2.3 + 10 * 3.5),
    "therapy-sessions": Example(THERAPY, 2),
    "therapy-minutes": Example(THERAPY, 70),
    "exercise-minutes-a-week": Example(WEEK, 7 * 90 / 4),
    "met-minutes-a-week": Example(WEEK, 7 * 90 * 4.8 / 4),
    "strength-days-a-week": Example(WEEK, 7 / 4),
    "active-days-a-week": Example(WEEK, 7 * 3 / 4),
    "exercise-spread": Example(WEEK, 90**2 / (3 * 30**2)),
    "longest-gap": Example(WEEK, 1),
    "therapy-sessions-a-week": Example(TWICE, 2),
}
