"""The summaries a second time, in plain loops from their definitions: slow, and nothing shared.

Each takes a record, a dict: `days`, a list of dicts with the day's own rows of each kind (`day`, `sleep`,
`exercise`, `diet`, `practice`), `today`, `work_days` (weekdays, 0 for Monday), `targets`, `pauses`, `mets`.
It gives the value, or None for what cannot be said, and a flag for each day: whether it went in.
"""

from itertools import pairwise

from tests.recovery import plain_days, plain_sleep


def went_in(values):
    return [value is not None for value in values]


def logged(values):
    return [value for value in values if value is not None]


def mean(values):
    return sum(values) / len(values)


def deviation(values):
    return (sum((value - mean(values)) ** 2 for value in values) / (len(values) - 1)) ** 0.5


def by_day(kind, take):
    return lambda record: [take(day[kind]) for day in record["days"]]


def mean_of_days(daily, times=1):
    """So many times the mean of the known days, of which four are needed."""

    def found(record):
        values = daily(record)
        known = logged(values)
        return times * mean(known) if len(known) >= 4 else None, went_in(values)

    return found


def a_day(kind, take):
    return mean_of_days(by_day(kind, take))


def a_week(kind, take):
    return mean_of_days(by_day(kind, take), times=7)


def whole_weeks(record):
    """Where each week begins that lies within the record from Monday to Sunday."""
    days = record["days"]
    return [n for n in range(len(days) - 6) if days[n]["day"].weekday() == 0]


# --- sleep


def spread_of_duration(record):
    values = by_day("sleep", plain_days.SLEEP["sleep-duration"])(record)
    known = logged(values)
    return deviation(known) if len(known) >= 7 else None, went_in(values)


def regularity(record):
    nights = [plain_days.night(day["sleep"]) for day in record["days"]]
    naps = [moments(nap) for day in record["days"] for nap in plain_days.naps(day["sleep"])]
    pairs = plain_sleep.pairs([moments(night) for night in nights], [nap for nap in naps if nap != "none"])
    valid = [known >= 0.66 * 1440 for known, _ in pairs]
    return plain_sleep.sri(pairs), [any(valid[n : n + 2]) for n in range(len(valid))]


def moments(row):
    if row is None:
        return None
    return (row["asleep"], row["awake"]) if plain_days.known(row["asleep"]) else "none"


def around_the_clock(metric, which):
    """The mean (0) or the spread (1) on the circle, of at least seven nights that have a middle."""

    def found(record):
        values = by_day("sleep", plain_days.SLEEP[metric])(record)
        known = logged(values)
        circle = plain_sleep.around_the_clock(known)
        return circle[which] if len(known) >= 7 and circle[2] > 1e-9 else None, went_in(values)

    return found


def kind_of_night(day, work_days):
    """ "work", "free", or None for a night that is not counted."""
    night = plain_days.night(day["sleep"])
    if night is None or not plain_days.known(night["asleep"]):
        return None
    free = night["free_day"] == 1
    if not plain_days.known(night["free_day"]):
        free = day["day"].weekday() not in work_days
    if not free:
        return "work"
    return None if night["alarm"] == 1 else "free"


def work_and_free(which):
    """One of weekly mean, chronotype, social jetlag, weekly loss; three nights of either kind are needed."""

    def found(record):
        kinds = [kind_of_night(day, record["work_days"]) for day in record["days"]]
        nights = {"work": [], "free": []}
        for n, kind in enumerate(kinds):
            if kind:
                row = plain_days.night(record["days"][n]["sleep"])
                length = plain_days.span(row)
                nights[kind].append((plain_days.middle(row) - length / 2, length))
        value = None
        if record["work_days"] and min(map(len, nights.values())) >= 3:
            value = week_of(nights, which, len(record["work_days"]))
        return value, went_in(kinds)

    return found


def week_of(nights, which, work_days):
    """None where a middle that is asked for does not exist, as the times lie all around the clock."""
    for kind in {1: ["free"], 2: ["work", "free"]}.get(which, []):
        middles = [onset + length / 2 for onset, length in nights[kind]]
        if plain_sleep.around_the_clock(middles)[2] < 1e-9:
            return None
    return plain_sleep.week_of(nights["work"], nights["free"], work_days)[which]


def target_on(day, targets):
    """The low bound of the latest target for the time asleep that is not after the day; None without one."""
    held = None
    for target in targets:
        later = held is None or target["starts"] > held["starts"]
        if target["strategy"] == "long-enough" and target["starts"] <= day and later:
            held = target
    return held["low"] if held and plain_days.known(held["low"]) else None


def is_paused(day, pauses):
    for pause in pauses:
        over = day > pause["last"]  # never with an open end, which is NaT
        if pause["pillar"] in ("", "sleep") and pause["first"] <= day and not over:
            return True
    return False


def shortfall(record):
    gone = [day for day in record["days"] if day["day"] <= record["today"]]
    short = [None] * len(record["days"])
    for n in range(max(len(gone) - 14, 0), len(gone)):
        slept = plain_days.SLEEP["sleep-duration"](gone[n]["sleep"])
        target = target_on(gone[n]["day"], record["targets"])
        if slept is not None and target is not None and not is_paused(gone[n]["day"], record["pauses"]):
            short[n] = target - slept
    known = logged(short)
    return max(sum(known), 0) if len(known) >= 8 else None, went_in(short)


SLEEP = {
    "mean-time-asleep": a_day("sleep", plain_days.SLEEP["sleep-duration"]),
    "mean-sleep-efficiency": a_day("sleep", plain_days.SLEEP["sleep-efficiency"]),
    "time-asleep-spread": spread_of_duration,
    "sleep-shortfall": shortfall,
    "mean-evening-habits": a_day("sleep", plain_days.SLEEP["evening-habits"]),
    "sleep-regularity": regularity,
    "mean-bedtime": around_the_clock("bedtime", 0),
    "mean-onset": around_the_clock("sleep-onset", 0),
    "mean-waking": around_the_clock("waking", 0),
    "mean-midsleep": around_the_clock("midsleep", 0),
    "bedtime-spread": around_the_clock("bedtime", 1),
    "onset-spread": around_the_clock("sleep-onset", 1),
    "waking-spread": around_the_clock("waking", 1),
    "midsleep-spread": around_the_clock("midsleep", 1),
    "weekly-sleep": work_and_free(0),
    "chronotype": work_and_free(1),
    "social-jetlag": work_and_free(2),
    "weekly-sleep-loss": work_and_free(3),
}

# --- exercise


all_minutes = by_day("exercise", plain_days.EXERCISE["all-exercise-minutes"])


def met_minutes(record):
    days = [day["exercise"] for day in record["days"]]
    return [plain_days.mets(rows, record["mets"]) if rows else None for rows in days]


def evenness(record):
    """1 with all minutes of a week on one day, 7 with the same on each: the mean of the weeks that count."""
    minutes = all_minutes(record)
    weeks, used = [], [False] * len(minutes)
    for monday in whole_weeks(record):
        week = logged(minutes[monday : monday + 7])
        if len(week) >= 4 and sum(week) > 0:
            weeks.append(sum(week) ** 2 / sum(each**2 for each in week))
            used[monday : monday + 7] = went_in(minutes[monday : monday + 7])
    return mean(weeks) if weeks else None, used


def longest_gap(record):
    """Between two days with exercise, or from the last of them to the last logged day."""
    minutes = all_minutes(record)
    active = [n for n, each in enumerate(minutes) if each]
    seen = [n for n, each in enumerate(minutes) if each is not None]
    if active and seen[-1] > active[-1]:
        active.append(seen[-1] + 1)
    if len(active) < 2:
        return None, went_in(minutes)
    gaps = [after - before - 1 for before, after in pairwise(active)]
    return max(gaps), [n in seen and active[0] <= n <= active[-1] for n in range(len(minutes))]


EXERCISE = {
    "exercise-minutes-a-week": a_week("exercise", plain_days.EXERCISE["exercise-minutes"]),
    "met-minutes-a-week": mean_of_days(met_minutes, times=7),
    "strength-days-a-week": a_week("exercise", plain_days.EXERCISE["strength-sessions"]),
    "active-days-a-week": a_week(
        "exercise", lambda rows: int(any(row["minutes"] for row in rows)) if rows else None
    ),
    "exercise-spread": evenness,
    "longest-gap": longest_gap,
    "therapy-sessions-a-week": a_week("exercise", plain_days.EXERCISE["therapy-sessions"]),
}

# --- diet


def colours(record):
    """How many colours a week has: the mean of the whole weeks with four logged days."""
    weeks, used = [], [False] * len(record["days"])
    for monday in whole_weeks(record):
        rows = [day["diet"] for day in record["days"][monday : monday + 7]]
        if sum(map(bool, rows)) >= 4:
            eaten = [row["colour"] for own in rows for row in own if row["amount"]]
            weeks.append(len(set(eaten) - {""}))
            used[monday : monday + 7] = map(bool, rows)
    return mean(weeks) if weeks else None, used


# Morris et al. 2015: a point for so many servings a week or more, or for fewer than so many.
FAVOURED = {
    "leafy-greens": 6, "vegetables": 7, "berries": 2, "nuts": 5, "beans": 3, "whole-grains": 21, "fish": 1,
    "poultry": 2, "olive-oil": 7,
}  # fmt: skip
LIMITED = {"red-meat": 4, "butter": 7, "cheese": 1, "sweets": 5, "fried": 1}


def mind(record):
    days = record["days"]
    used = [bool(day["diet"]) for day in days]
    could = sum(used[n] or day["day"] < record["today"] for n, day in enumerate(days))
    servings = {}
    for day in days:
        for row in day["diet"]:
            group = "fish" if row["item"] == "oily-fish" else row["item"]
            servings[group] = servings.get(group, 0) + row["amount"]
    if sum(used) < 4 or sum(used) < could * 4 / 7 or any(group not in servings for group in LIMITED):
        return None, used
    points = 0
    for group, least in FAVOURED.items():
        points += 7 * servings.get(group, 0) >= least * sum(used)
    for group, under in LIMITED.items():
        points += 7 * servings[group] < under * sum(used)
    return points, used


def hours_to_bed(item):
    """Of the days on which there was any of it, with a time of the last one and a bed that follows."""

    def daily(record):
        nights = [plain_days.night(day["sleep"]) for day in record["days"]]
        hours = []
        for n, day in enumerate(record["days"]):
            any_of_it = any(row["item"] == item and row["amount"] for row in day["diet"])
            own = [nights[n], nights[n + 1] if n + 1 < len(nights) else None]
            hours.append(plain_days.hours_to_bed(day["diet"], own, item) if any_of_it else None)
        return hours

    return mean_of_days(daily)


DIET = {
    "plants-a-day": a_day("diet", plain_days.DIET["plants"]),
    "fish-a-week": a_week("diet", plain_days.DIET["fish-servings"]),
    "oily-fish-a-week": a_week("diet", plain_days.DIET["oily-fish-servings"]),
    "colours-a-week": colours,
    "mind-score": mind,
    "mean-caffeine-gap": hours_to_bed("caffeine"),
    "mean-alcohol-gap": hours_to_bed("alcohol"),
}

# --- practice


changes = by_day("practice", plain_days.PRACTICE["stress-change"])
# Student's t, from any printed table: 2.5 % lie above, for 6 degrees of freedom and so on.
T = [
    2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009,
    2.0930, 2.0860, 2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
]  # fmt: skip


def change(record):
    values = changes(record)
    known = logged(values)
    return mean(known) if len(known) >= 7 else None, went_in(values)


def interval_of_change(record):
    """Student's 95 % interval of the mean change, which needs seven days; None without one."""
    known = logged(changes(record))
    if len(known) < 7:
        return None
    half = T[len(known) - 7] * deviation(known) / len(known) ** 0.5
    return mean(known) - half, mean(known) + half


def longest_run(record):
    done = by_day("practice", plain_days.PRACTICE["practice-days"])(record)
    run, longest = 0, 0
    for each in done:
        run = run + 1 if each else 0
        longest = max(longest, run)
    return longest if logged(done) else None, went_in(done)


PRACTICE = {
    "practice-minutes-a-week": a_week("practice", plain_days.PRACTICE["practice-minutes"]),
    "practice-days-a-week": a_week("practice", plain_days.PRACTICE["practice-days"]),
    "mean-stress-change": change,
    "longest-run-of-practice": longest_run,
}
