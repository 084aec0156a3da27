"""Worked examples of stress practice and of the check-in."""

from recovery.examples.example import Example, Record

MIXED = Record(
    "Slow breathing 5 min (stress 7, then 4), meditation 10 (5, then 4), mindfulness 10, muscle "
    "relaxation 15, 30 outdoors, cognitive exercise 20",
    rows={
        "practice": [
            {"technique": "breathing", "minutes": 5, "stress_before": 7, "stress_after": 4},
            {"technique": "meditation", "minutes": 10, "stress_before": 5, "stress_after": 4},
            {"technique": "mindfulness", "minutes": 10},
            {"technique": "relaxation", "minutes": 15},
            {"technique": "outdoors", "minutes": 30},
            {"technique": "cognitive", "minutes": 20},
        ]
    },
)
# The ten differences that Student (1908) made his example of.
STUDENT = (1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4)
TEN_DAYS = Record(
    "Ten days of 5 min of breathing, after which stress was less by 1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, "
    "4.6, 1.4 (interval −2.46 to −0.70)",
    10,
    {
        "practice": [
            {"day": n, "technique": "breathing", "minutes": 5, "stress_before": 5, "stress_after": 5 - less}
            for n, less in enumerate(STUDENT)
        ]
    },
)
CHECKINS = Record(
    "Two check-ins: mood 4 and 7, energy 3 once, focus 6 and 8, stress 5 once, sleepiness 2 and 5",
    rows={
        "checkin": [
            {"mood": 4, "energy": 3, "focus": 6, "stress": 5, "sleepiness": 2},
            {"mood": 7, "focus": 8, "sleepiness": 5},
        ]
    },
)

EXAMPLES = {
    "practice-minutes": Example(MIXED, 5 + 10 + 10 + 15 + 30),
    "practice-days": Example(MIXED, 1),
    "breathing-minutes": Example(MIXED, 5),
    "mindful-minutes": Example(MIXED, 20),
    "meditation-minutes": Example(MIXED, 10),
    "relaxation-minutes": Example(MIXED, 15),
    "outdoor-minutes": Example(MIXED, 30),
    "cognitive-minutes": Example(MIXED, 20),
    "stress-change": Example(MIXED, (-3 - 1) / 2),
    "practice-minutes-a-week": Example(TEN_DAYS, 35),
    "practice-days-a-week": Example(TEN_DAYS, 7),
    "mean-stress-change": Example(TEN_DAYS, -1.58),
    "longest-run-of-practice": Example(TEN_DAYS, 10),
    "mood": Example(CHECKINS, 5.5),
    "energy": Example(CHECKINS, 3),
    "focus": Example(CHECKINS, 7),
    "stress": Example(CHECKINS, 5),
    "sleepiness": Example(CHECKINS, 3.5),
}
