"""The rules of adherence a second time, in plain loops over days: slow, and nothing shared with the first."""

from dataclasses import dataclass
from datetime import date, timedelta
from math import floor

from recovery.aims import Aim, Judged


@dataclass(frozen=True)
class Plan:
    aim: Aim
    counted: bool
    targets: list[tuple[date, float | None, float | None, int]]  # starts, low, high, weekdays
    pauses: list[tuple[date, date | None]]
    today: date
    values: dict[date, float | None]

    def target(self, day: date) -> tuple[float | None, float | None, int] | None:
        held = [target for target in sorted(self.targets) if target[0] <= day]
        if not held or held[-1][1] is held[-1][2] is None:
            return None
        return held[-1][1:]

    def paused(self, day: date) -> bool:
        return any(first <= day and (last is None or day <= last) for first, last in self.pauses)

    def active(self, day: date) -> bool:
        return self.target(day) is not None and not self.paused(day)

    def day_state(self, day: date) -> str:
        target = self.target(day)
        if target is None:
            return "not-planned"
        low, high, weekdays = target
        if self.paused(day):
            return "excused"
        if not weekdays >> day.weekday() & 1:
            return "not-planned"
        value, closed = self.values[day], day < self.today
        if value is None:
            return "not-logged" if closed else "open"
        if high is not None and value > high:
            return "missed"
        if low is not None and value < low:
            return "missed" if closed else "open"
        return "met" if closed or high is None else "open"

    def week_state(self, monday: date) -> str:
        days = [monday + timedelta(n) for n in range(7)]
        active = [day for day in days if self.active(day)]
        if not active:
            excused = any(self.target(day) is not None for day in days)
            return "excused" if excused else "not-planned"
        logged = [self.values[day] for day in active if self.values[day] is not None]
        closed = days[-1] < self.today
        low, high = (self.bound([self.target(day)[side] for day in active]) for side in (0, 1))
        if self.aim.judged is Judged.MEAN:
            return self.mean_state(logged, low, high, closed)
        return self.sum_state(logged, low, high, closed, complete=len(logged) == len(active))

    def bound(self, bounds: list[float | None]) -> float | None:
        given = [bound for bound in bounds if bound is not None]
        if not given:
            return None
        if self.aim.judged is Judged.MEAN:
            return round(sum(given) / len(given), 6)
        bound = round(sum(given) / 7, 6)
        if bound > 0 and (self.counted or self.aim.judged is Judged.DAYS):
            return max(floor(bound + 0.5), 1)
        return bound

    def mean_state(self, logged: list[float], low: float | None, high: float | None, closed: bool) -> str:
        if not closed:
            return "open"
        if len(logged) < 4:
            return "not-logged"
        mean = round(sum(logged) / len(logged), 6)
        inside = (low is None or mean >= low) and (high is None or mean <= high)
        return "met" if inside else "missed"

    def sum_state(
        self, logged: list[float], low: float | None, high: float | None, closed: bool, complete: bool
    ) -> str:
        counts = self.aim.judged is Judged.DAYS
        total = round(sum(value >= self.aim.dose if counts else value for value in logged), 6)
        if high is not None and total > high:
            return "missed"
        if low is not None and (total < low or not logged):
            return ("missed" if logged else "not-logged") if closed else "open"
        if high is None:
            return "met"
        if not closed:
            return "open"
        return "met" if complete else "not-logged"

    def strength_of_days(self) -> float:
        strength = 0.0
        for day in sorted(self.values):
            state = self.day_state(day)
            if state in ("not-planned", "excused", "open"):
                continue
            low, high, weekdays = self.target(day)
            m = 0.5 ** ((bin(weekdays).count("1") / 7) ** 0.5 / 13)
            strength = strength * m + self.share(self.values[day], low, high) * (1 - m)
        return strength

    def share(self, value: float | None, low: float | None, high: float | None) -> float:
        if value is None:
            return 0
        if low is not None and value < low:
            return max(value / low, 0)
        if high is not None and value > high:
            return max(1 - (value - high) / high, 0) if high else 0
        return 1
