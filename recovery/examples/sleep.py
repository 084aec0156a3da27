"""Worked examples of sleep: arithmetic by hand, and published ones of regularity and clock times."""

from recovery.examples.example import Example, Record

NIGHT = Record(
    "Into bed 22:30, lights out 23:00, asleep 23:20, awake 25 min in two awakenings, last woke 7:00, up "
    "7:15, quality 4, two evening habits; a watch said 250 min light, 80 deep, 100 REM; a nap from 14:00 "
    "to 14:20",
    rows={
        "sleep": [
            {
                "bed": -90, "tried": -60, "asleep": -40, "awake": 420, "up": 435, "waso": 25, "awakenings": 2,
                "quality": 4, "hygiene": "dim-light wind-down", "light": 250, "deep": 80, "rem": 100,
            },
            {"asleep": 840, "awake": 860, "nap": True},
        ]
    },
)  # fmt: skip
IN_TURN = Record(
    "14 nights, 23:00 to 7:00 and 0:00 to 8:00 in turn",
    14,
    {"sleep": [{"day": n, "asleep": n * 1440 - 60 + n % 2 * 60, "awake": n * 1440 + 420 + n % 2 * 60}
               for n in range(14)]},
)  # fmt: skip
MIDDLES = (-30, 30, 0, 60) * 2
AROUND_MIDNIGHT = Record(
    "8 nights of 8 hours with their middles at 23:30, 0:30, 0:00 and 1:00, twice; into bed 15 min before",
    8,
    {"sleep": [{"day": n, "bed": n * 1440 + middle - 255, "asleep": n * 1440 + middle - 240,
                "awake": n * 1440 + middle + 240} for n, middle in enumerate(MIDDLES)]},
)  # fmt: skip
WORK = Record(
    "14 nights: on the five work days of each week 23:30 to 6:00, on the free days 1:00 to 9:30 without "
    "alarm",
    14,
    {"sleep": [{"day": n, "asleep": n * 1440 + (-30 if n % 7 < 5 else 60),
                "awake": n * 1440 + (360 if n % 7 < 5 else 570)} for n in range(14)]},
)  # fmt: skip
SHORT = Record(
    "8 nights with the aim of 7 h: four of 6 h 30 min, three of 7 h, one of 7 h 20 min; in bed 8 h, three"
    " habits",
    8,
    {
        "sleep": [
            {"day": n, "bed": n * 1440 - 30, "asleep": n * 1440, "awake": n * 1440 + minutes,
             "up": n * 1440 + 450, "hygiene": "dim-light wind-down light-meal"}
            for n, minutes in enumerate((390, 390, 390, 390, 420, 420, 420, 440))
        ],
        "targets": [{"strategy": "long-enough", "starts": 0, "low": 420}],
    },
)  # fmt: skip

EXAMPLES = {
    "sleep-duration": Example(NIGHT, 455),
    "total-sleep-time": Example(NIGHT, 435),
    "time-in-bed": Example(NIGHT, 525),
    "sleep-efficiency": Example(NIGHT, 100 * 435 / 525),
    "sleep-onset-latency": Example(NIGHT, 20),
    "wake-after-sleep-onset": Example(NIGHT, 25),
    "terminal-wakefulness": Example(NIGHT, 15),
    "sleep-period": Example(NIGHT, 460),
    "awakenings": Example(NIGHT, 2),
    "sleep-quality": Example(NIGHT, 4),
    "nap-minutes": Example(NIGHT, 20),
    "naps": Example(NIGHT, 1),
    "evening-habits": Example(NIGHT, 2),
    "bedtime": Example(NIGHT, 22 * 60 + 30),
    "sleep-onset": Example(NIGHT, 23 * 60 + 20),
    "waking": Example(NIGHT, 7 * 60),
    "midsleep": Example(NIGHT, 3 * 60 + 10),
    "light-sleep": Example(NIGHT, 250),
    "deep-sleep": Example(NIGHT, 80),
    "rem-sleep": Example(NIGHT, 100),
    "sleep-regularity": Example(IN_TURN, 100 - 200 / 12),
    "mean-bedtime": Example(AROUND_MIDNIGHT, 20 * 60),
    "mean-onset": Example(AROUND_MIDNIGHT, 20 * 60 + 15),
    "mean-waking": Example(AROUND_MIDNIGHT, 4 * 60 + 15),
    "mean-midsleep": Example(AROUND_MIDNIGHT, 15),
    "bedtime-spread": Example(AROUND_MIDNIGHT, 0.5597 * 60),
    "onset-spread": Example(AROUND_MIDNIGHT, 0.5597 * 60),
    "waking-spread": Example(AROUND_MIDNIGHT, 0.5597 * 60),
    "midsleep-spread": Example(AROUND_MIDNIGHT, 0.5597 * 60),
    "weekly-sleep": Example(WORK, (390 * 5 + 510 * 2) / 7),
    "chronotype": Example(WORK, 4.5357 * 60),
    "social-jetlag": Example(WORK, 150),
    "weekly-sleep-loss": Example(WORK, 2.857 * 60),
    "mean-time-asleep": Example(SHORT, (4 * 390 + 3 * 420 + 440) / 8),
    "mean-sleep-efficiency": Example(SHORT, 100 * (4 * 390 + 3 * 420 + 440) / 8 / 480),
    "time-asleep-spread": Example(SHORT, ((4 * 17.5**2 + 3 * 12.5**2 + 32.5**2) / 7) ** 0.5),
    "sleep-shortfall": Example(SHORT, 4 * 30 - 20),
    "mean-evening-habits": Example(SHORT, 3),
}
