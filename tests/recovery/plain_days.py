"""The numbers of a day a second time, in plain loops from their definitions: slow, and nothing shared.

Each takes the day's own rows of one kind, as dicts, and gives a number, or None for what is not known.
"""

from datetime import datetime
from math import isnan
from zoneinfo import ZoneInfo

FAVOURED = {
    "leafy-greens": 1, "vegetables": 2, "berries": 3, "nuts": 4, "beans": 5, "whole-grains": 6,
    "fish": 7, "oily-fish": 7, "poultry": 8, "olive-oil": 9,
}  # fmt: skip
WITHOUT_A_MET = ("physical-therapy", "occupational-therapy", "other")


def known(value):
    return value is not None and not isnan(value)


def span(row):
    return row["awake"] - row["asleep"] if known(row["asleep"]) else 0


def asleep(row):
    return max(span(row) - (row["waso"] if known(row["waso"]) else 0), 0)


def night(rows):
    """The longest sleep that is no nap, of equals the first; None without one."""
    found = None
    for row in rows:
        if not row["nap"] and (found is None or span(row) > span(found)):
            found = row
    return found


def naps(rows):
    return [row for row in rows if row is not night(rows)]


def of_night(take):
    return lambda rows: None if night(rows) is None else take(night(rows))


def less(row, end, start):
    return row[end] - row[start] if known(row[end]) and known(row[start]) else None


def efficiency(row):
    in_bed = less(row, "up", "bed")
    return 100 * asleep(row) / in_bed if in_bed else None


def wall(minutes, zone):
    if not known(minutes):
        return None
    at = datetime.fromtimestamp(round(minutes * 60), ZoneInfo(zone))
    return at.hour * 60 + at.minute + at.second / 60


def middle(row):
    return wall((row["asleep"] + row["awake"]) / 2, row["zone"])


SLEEP = {
    "sleep-duration": lambda rows: (
        None if night(rows) is None else asleep(night(rows)) + sum(asleep(row) for row in naps(rows))
    ),
    "total-sleep-time": of_night(asleep),
    "time-in-bed": of_night(lambda row: less(row, "up", "bed")),
    "sleep-efficiency": of_night(efficiency),
    "sleep-onset-latency": of_night(
        lambda row: row["sol"] if known(row["sol"]) else less(row, "asleep", "tried")
    ),
    "wake-after-sleep-onset": of_night(lambda row: row["waso"]),
    "terminal-wakefulness": of_night(lambda row: less(row, "up", "awake")),
    "sleep-period": of_night(span),
    "awakenings": of_night(lambda row: row["awakenings"]),
    "sleep-quality": of_night(lambda row: row["quality"]),
    "nap-minutes": lambda rows: sum(asleep(row) for row in naps(rows)) if rows else None,
    "naps": lambda rows: len(naps(rows)) if rows else None,
    "evening-habits": of_night(lambda row: len(set(row["hygiene"].split())) or None),
    "bedtime": of_night(lambda row: wall(row["bed"], row["zone_bed"])),
    "sleep-onset": of_night(lambda row: wall(row["asleep"], row["zone_bed"])),
    "waking": of_night(lambda row: wall(row["awake"], row["zone"])),
    "midsleep": of_night(middle),
    "light-sleep": of_night(lambda row: row["light"]),
    "deep-sleep": of_night(lambda row: row["deep"]),
    "rem-sleep": of_night(lambda row: row["rem"]),
}


def added(rows, weight):
    """The minutes of a day, each entry's times its weight."""
    return sum(weight(row) * row["minutes"] for row in rows) if rows else None


def mets(rows, table):
    if any(row["activity"] in WITHOUT_A_MET for row in rows):
        return None
    return added(rows, lambda row: table.get(row["activity"], 0))


def is_therapy(row):
    return row["activity"] in ("physical-therapy", "occupational-therapy")


EXERCISE = {
    "exercise-minutes": lambda rows: added(
        rows, lambda row: {"moderate": 1, "vigorous": 2}.get(row["intensity"], 0)
    ),
    "all-exercise-minutes": lambda rows: added(rows, lambda row: 1),
    "light-minutes": lambda rows: added(rows, lambda row: row["intensity"] == "light"),
    "strength-sessions": lambda rows: (
        max(row["strength"] and row["minutes"] > 0 for row in rows) if rows else None
    ),
    "therapy-sessions": lambda rows: sum(is_therapy(row) for row in rows) if rows else None,
    "therapy-minutes": lambda rows: added(rows, is_therapy),
}


def eaten(*items):
    return lambda rows: sum(row["amount"] for row in rows if row["item"] in items) if rows else None


def taken(item):
    def amount(rows):
        own = [row["amount"] for row in rows if row["item"] == item]
        return sum(own) if own else None

    return amount


def kinds(rows, kind):
    """How many kinds other than None were eaten."""
    return len({kind(row) for row in rows if row["amount"] > 0} - {None}) if rows else None


PLANTS = ("leafy-greens", "vegetables", "berries", "fruit")
SERVINGS = {
    "leafy-green-servings": "leafy-greens", "vegetable-servings": "vegetables", "berry-servings": "berries",
    "fruit-servings": "fruit", "oily-fish-servings": "oily-fish", "whole-grain-servings": "whole-grains",
    "nut-servings": "nuts", "bean-servings": "beans", "olive-oil-servings": "olive-oil",
    "poultry-servings": "poultry",
}  # fmt: skip
LIMITED = {
    "red-meat-servings": "red-meat", "butter-servings": "butter", "cheese-servings": "cheese",
    "fried-servings": "fried", "sweets-servings": "sweets", "alcohol-grams": "alcohol",
    "caffeine-milligrams": "caffeine",
}  # fmt: skip
DIET = {
    "plants": eaten(*PLANTS),
    "fish-servings": eaten("fish", "oily-fish"),
    "mind-groups": lambda rows: kinds(rows, lambda row: FAVOURED.get(row["item"])),
    "colours": lambda rows: kinds(rows, lambda row: row["colour"] or None),
    **{slug: eaten(item) for slug, item in SERVINGS.items()},
    **{slug: taken(item) for slug, item in LIMITED.items()},
}


def hours_to_bed(rows, nights, item):
    """From the last of an item to the first of these nights (of the day and of the next) that follows."""
    own = [row for row in rows if row["item"] == item]
    if own and not any(row["amount"] for row in own):
        return 24
    times = [row["start"] for row in own if row["amount"] and known(row["start"])]
    for each in nights:
        began = (each["bed"] if known(each["bed"]) else each["asleep"]) if each else None
        if times and known(began) and began >= max(times):
            return min((began - max(times)) / 60, 24)
    return None


def practised(*techniques):
    return lambda rows: added(rows, lambda row: row["technique"] in techniques)


CALM = ("mindfulness", "meditation", "breathing", "body-scan", "relaxation", "outdoors", "other")


def felt(rows):
    changes = [
        less(row, "stress_after", "stress_before") for row in rows
        if less(row, "stress_after", "stress_before") is not None
    ]  # fmt: skip
    return sum(changes) / len(changes) if changes else None


PRACTICE = {
    "practice-minutes": practised(*CALM),
    "practice-days": lambda rows: practised(*CALM)(rows) > 0 if rows else None,
    "breathing-minutes": practised("breathing"),
    "mindful-minutes": practised("mindfulness", "meditation", "body-scan"),
    "meditation-minutes": practised("meditation"),
    "relaxation-minutes": practised("relaxation"),
    "outdoor-minutes": practised("outdoors"),
    "cognitive-minutes": practised("cognitive"),
    "stress-change": felt,
}
