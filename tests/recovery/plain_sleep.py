"""Sleep's summaries a second time, in plain loops from their definitions: slow, and nothing shared."""

from math import atan2, cos, floor, log, pi, sin, sqrt

MINUTES = 1440


def state_of_each_minute(nights, naps):
    """minute since 1970 -> asleep or not, of all minutes that are known.

    `nights` is a list by day of (onset, waking), "none" for a night without sleep, None for one not logged.
    """
    states = {}
    for night in nights:
        if slept(night):
            middle = sum(night) / 2
            for minute in range(floor(middle - 720), floor(middle + 720)):
                states[minute] = False
    for n, night in enumerate(nights):
        following = next((m for m in range(n + 1, len(nights)) if slept(nights[m])), None)
        if slept(night) and following is not None and None not in nights[n:following]:
            for minute in range(floor(sum(night) / 2), floor(sum(nights[following]) / 2)):
                states[minute] = False
    for onset, waking in [*filter(slept, nights), *naps]:
        for minute in range(floor(onset), floor(waking)):
            states[minute] = True
    return states


def slept(night):
    return isinstance(night, tuple)


def pairs(nights, naps):
    """For each day (known, alike): the minutes known on it and 24 hours before, and those in one state."""
    found = [(0, 0)] * len(nights)
    first = next((n for n, night in enumerate(nights) if slept(night)), None)
    if first is None:
        return found
    states = state_of_each_minute(nights, naps)
    start = floor(sum(nights[first]) / 2) - 720
    for n in range(first + 1, len(nights)):
        known = alike = 0
        for minute in range(start + (n - first) * MINUTES, start + (n - first + 1) * MINUTES):
            if minute in states and minute - MINUTES in states:
                known += 1
                alike += states[minute] == states[minute - MINUTES]
        found[n] = (known, alike)
    return found


def sri(found):
    """−100 + 200 · alike ÷ known of pairs (known, alike) of at least 66 %; None under seven of them."""
    valid = [pair for pair in found if pair[0] >= 0.66 * MINUTES]
    if len(valid) < 7:
        return None
    return -100 + 200 * sum(alike for _, alike in valid) / sum(known for known, _ in valid)


def around_the_clock(times):
    """The circular mean and standard deviation of some clock times, minutes; and the length of their mean."""
    if not times:
        return 0, 0, 0
    c = sum(cos(2 * pi * t / MINUTES) for t in times) / len(times)
    s = sum(sin(2 * pi * t / MINUTES) for t in times) / len(times)
    length = sqrt(c * c + s * s)
    mean = atan2(s, c) % (2 * pi) * MINUTES / (2 * pi)
    return mean, sqrt(max(-2 * log(length or 1), 0)) * MINUTES / (2 * pi), length


def week_of(work, free, work_days):
    """Weekly mean, MSFsc, social jetlag, weekly loss of some (onset, length) of each kind; all in minutes."""
    slept_work, slept_free = (sum(length for _, length in nights) / len(nights) for nights in (work, free))
    middle_work, middle_free = (
        around_the_clock([onset + length / 2 for onset, length in nights])[0] for nights in (work, free)
    )
    slept = (slept_work * work_days + slept_free * (7 - work_days)) / 7
    corrected = middle_free if slept_free <= slept_work else middle_free - (slept_free - slept) / 2
    apart = abs(middle_free - middle_work)
    lost = max((slept - slept_work) * work_days, (slept - slept_free) * (7 - work_days))
    return slept, corrected % MINUTES, min(apart, MINUTES - apart), lost


def shortfall(minutes, today, target):
    """What the logged of the last 14 days up to today are short of the target; None with fewer than eight."""
    last = min(today, len(minutes) - 1)
    logged = [minutes[n] for n in range(max(last - 13, 0), last + 1) if minutes[n] is not None]
    return max(sum(target - each for each in logged), 0) if len(logged) >= 8 else None
