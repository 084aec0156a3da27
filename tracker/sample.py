"""A sample person: one made-up year, the same each time but for its last day, which is today.

The year tells a story that the charts can show: late and short nights become earlier and steadier, a few
walks become a routine. In it lie a silence, a flu, a week in another zone and an aim that was raised.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from ipaddress import ip_address, ip_network
from random import Random
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from recovery import days
from recovery.strategies import BY_SLUG, STRATEGIES
from tracker.models import CheckinLog, DietLog, ExerciseLog, Log, Pause, PracticeLog, SleepLog, Target, User
from tracker.models.user import ZONES

Entry = SleepLog | ExerciseLog | DietLog | PracticeLog | CheckinLog
MODELS: tuple[type[Log], ...] = (SleepLog, ExerciseLog, DietLog, PracticeLog, CheckinLog)

DAYS = 365
KEPT = timedelta(days=1)
HOME, AWAY = "Europe/Berlin", "Asia/Tokyo"
SILENCE = range(118, 127)  # days of the year without a log
FLU = range(196, 203)
RAISED = 182  # the day on which the aim for exercise was raised
TRIP = range(262, 269)
LAST = DAYS - 1  # today, of which only the morning has been
ALSO = ("caffeine-cut-off", "fewer-sweets")  # followed beside the first plan

DRAWN = {  # food: chance on a day at the start of the year, at its end, and the most servings
    "leafy-greens": (0.3, 0.75, 2),
    "vegetables": (0.7, 0.92, 3),
    "berries": (0.12, 0.45, 1),
    "fruit": (0.5, 0.85, 2),
    "whole-grains": (0.2, 0.4, 2),
    "nuts": (0.08, 0.25, 1),
    "beans": (0.08, 0.2, 1),
    "olive-oil": (0.1, 0.25, 1),
}
COLOURS = {
    "leafy-greens": ("green",),
    "vegetables": ("red", "orange", "green", "purple", "white"),
    "berries": ("red", "purple"),
    "fruit": ("orange", "red", "green", "white"),
}
ROUTINE = {  # weekday: activity, minutes, clock, chance at the start of the year and at its end
    0: ("brisk-walk", 30, 18 * 60, 0.5, 0.85),
    1: ("strength", 35, 18 * 60 + 30, 0.3, 0.95),
    2: ("run", 25, 7 * 60 + 40, 0.3, 0.75),
    3: ("strength", 35, 18 * 60 + 30, 0.25, 0.92),
    4: ("cycling", 30, 17 * 60 + 15, 0.3, 0.6),
    5: ("hike", 80, 10 * 60 + 30, 0.3, 0.5),
    6: ("yoga", 25, 9 * 60 + 45, 0.2, 0.55),
}
PRACTICES = (
    ("mindfulness", 10),
    ("meditation", 12),
    ("body-scan", 15),
    ("mindfulness", 10),
    ("breathing", 6),
)
WATCH = 240  # the day of the year from which a watch tells the stages of sleep
HABITS = ("dim-light", "screens-away", "wind-down", "light-meal", "cool-dark-quiet", "bed-for-sleep")


@dataclass(frozen=True)
class Day:
    """One day of the year, and what draws chance on it; the same day always draws the same."""

    number: int  # 0 … LAST
    date: date
    zone: str
    chance: Random
    now: datetime

    @property
    def progress(self) -> float:
        """How far the habits have come, from 0 to 1."""
        return self.number / LAST

    @property
    def free(self) -> bool:
        return self.date.weekday() >= 5

    @property
    def ill(self) -> bool:
        return self.number in FLU

    def between(self, start: float, end: float) -> float:
        """A value that goes from `start` to `end` over the year."""
        return start + (end - start) * self.progress

    def happens(self, start: float, end: float | None = None) -> bool:
        """Whether something happens whose chance goes from `start` to `end` over the year."""
        return self.chance.random() < self.between(start, start if end is None else end)

    def moment(self, minutes: float) -> datetime:
        """Minutes after this day's midnight, which may lie on the evening before, as an instant."""
        ahead, clock = divmod(round(minutes), days.DAY)
        return days.moment(self.date + timedelta(days=ahead), clock, self.zone)

    def about(self, minutes: float, spread: float) -> datetime | None:
        """A moment around a clock time; None, so that only the day is known, where it has not come yet."""
        moment = self.moment(max(minutes + self.chance.gauss(0, spread), 5 * 60))
        return moment if moment <= self.now else None


def may_make(address: str) -> bool:
    """Take one of the day's places of an address (of a whole IPv6 network); False where none is left."""
    network = ip_network(f"{address}/{32 if ip_address(address).version == 4 else 64}", strict=False)
    places = range(settings.SAMPLES_PER_ADDRESS)
    return any(cache.add(f"sample:{network.network_address}:{n}", True, 86400) for n in places)


def make(zone: str) -> User:
    """A new private sample person who lives in `zone`; those whose day is over are deleted."""
    sweep()
    return person(f"sample-{uuid4().hex}@example.invalid", None, zone, sample_until=timezone.now() + KEPT)


def sweep() -> int:
    """Delete the sample persons whose day is over; how many there were."""
    over = User.objects.filter(sample_until__lt=timezone.now())
    count = over.count()
    over.delete()
    return count


def person(email: str, password: str | None, zone: str, *, sample_until: datetime | None = None) -> User:
    """A person with a plan and a year behind them. Without a password nobody can log in as them later."""
    home = zone if zone in ZONES else HOME
    with transaction.atomic():
        user = User.objects.create_user(
            email, password, zone=home, age=User.Age.ADULT, welcomed=True, sample_until=sample_until
        )
        plan(user)
        fill(user)
    return user


def plan(user: User) -> None:
    """The first plan from the year's first day; exercise began lower; the flu is excused."""
    first = user.today() - timedelta(days=LAST)
    followed = [s for s in STRATEGIES if s.first or s.slug in ALSO]
    targets = [_target(user, s.slug, first) for s in followed]
    raised = days.monday(first + timedelta(days=RAISED))
    targets.append(_target(user, "aerobic-minutes", raised))
    begun = next(t for t in targets if t.strategy == "aerobic-minutes")
    begun.low = 90
    Target.objects.bulk_create(targets)
    Pause.objects.create(
        user=user,
        first=first + timedelta(days=FLU.start),
        last=first + timedelta(days=FLU.stop - 1),
        reason=_("Flu"),
    )


def _target(user: User, slug: str, starts: date) -> Target:
    aim = BY_SLUG[slug].aim
    return Target(
        user=user, strategy=slug, starts=starts, low=aim.low, high=aim.high, dose=aim.dose, clock=aim.clock
    )


def fill(user: User) -> None:
    """Write the year's logs."""
    logs: list[Entry] = [log for day in year(user) for log in on(day)]
    for log in logs:
        log.user = user
        log.settle()
    for model in MODELS:
        model.objects.bulk_create([log for log in logs if isinstance(log, model)], batch_size=500)


def year(user: User) -> Iterator[Day]:
    """The days of the year that were logged, each with a chance of its own."""
    first, now = user.today() - timedelta(days=LAST), timezone.now()
    for number in range(DAYS):
        zone = AWAY if number in TRIP else user.zone
        if number not in SILENCE:
            yield Day(number, first + timedelta(days=number), zone, Random(number), now)


def on(day: Day) -> list[Entry]:
    """What was logged on a day."""
    if day.number == LAST:
        return [night(day), coffee(day, 8 * 60 + 10), bout(day, "walk", 20, 8 * 60 + 40)]
    return [*sleeps(day), *movement(day), *meals(day), *drinks(day), *practices(day), *checkins(day)]


def sleeps(day: Day) -> Iterator[Entry]:
    if day.number != TRIP.start and not day.happens(0.06, 0.02):  # the trip begins with a night in the air
        yield night(day)
    if day.free and day.number not in TRIP and day.happens(0.25, 0.1):
        start = day.moment(14 * 60 + day.chance.randrange(45))
        end = start + timedelta(minutes=day.chance.randrange(15, 45))
        yield SleepLog(day=day.date, zone=day.zone, zone_bed=day.zone, nap=True, asleep=start, awake=end)


def night(day: Day) -> SleepLog:
    """A night that ended on the day: a full diary more and more often, else its two ends and its quality."""
    late = day.between(75, 25) if day.free else 0
    tried = day.moment(min(day.between(5, -45) + late + day.chance.gauss(0, day.between(35, 16)), 200))
    sol = max(round(day.chance.gauss(day.between(26, 12), 7)), 2)
    asleep = tried + timedelta(minutes=sol)
    awake = day.moment(max(day.between(430, 410) + late + day.chance.gauss(0, day.between(26, 11)), 330))
    awake = max(min(awake, day.now - timedelta(minutes=20)), asleep + timedelta(minutes=60))
    waso = max(round(day.chance.gauss(day.between(34, 15), 9)), 0)
    slept = (awake - asleep) / timedelta(minutes=1) - waso
    log = SleepLog(day=day.date, zone=day.zone, zone_bed=day.zone, asleep=asleep, awake=awake)
    if day.number >= WATCH:
        stages(day, log, slept)
    log.quality = min(max(round(slept / 90 - 1 + day.chance.gauss(0, 0.5)), 1), 5)
    return diary(day, log, (tried, awake), sol, waso) if day.happens(0.4, 0.85) else log


def stages(day: Day, log: SleepLog, slept: float) -> None:
    """What a watch makes of the minutes asleep."""
    chance = Random(day.number)  # of its own, so that the rest of the day stays as it was
    log.deep = round(slept * max(chance.gauss(0.17, 0.03), 0.05), 1)
    log.rem = round(slept * max(chance.gauss(0.22, 0.03), 0.08), 1)
    log.light = round(slept - log.deep - log.rem, 1)


def diary(day: Day, log: SleepLog, ends: tuple[datetime, datetime], sol: int, waso: int) -> SleepLog:
    """Fill in the rest of a sleep diary: what lies before and after the night's two ends, and within."""
    tried, awake = ends
    lingered = timedelta(minutes=day.chance.randrange(3, 20))
    log.bed = tried - timedelta(minutes=day.chance.randrange(5, round(day.between(40, 15))))
    log.tried, log.sol = tried, sol
    log.up = max(min(awake + lingered, day.now), awake)
    log.waso, log.awakenings = waso, waso // 9
    log.alarm, log.free_day = not day.free, day.free
    log.hygiene = " ".join(habit for habit in HABITS if day.happens(0.2, 0.7))
    return log


def movement(day: Day) -> Iterator[Entry]:
    """The weekday's routine, walks between, and now and then a plain "none today"."""
    if day.ill:
        return
    activity, minutes, clock, start, end = ROUTINE[day.date.weekday()]
    done = False
    if day.happens(start, end):
        done = True
        yield bout(day, activity, round(minutes * day.chance.uniform(0.8, 1.3) / 5) * 5, clock)
    if day.happens(0.25, 0.4):
        done = True
        yield bout(day, day.chance.choice(("walk", "brisk-walk")), day.chance.choice((15, 20, 30)), 13 * 60)
    if not done and day.happens(0.4, 0.7):
        yield ExerciseLog(day=day.date, zone=day.zone, minutes=0)


def bout(day: Day, activity: str, minutes: int, clock: int) -> ExerciseLog:
    strength = activity == "strength"
    intensity = {"walk": "light", "yoga": "light", "run": "vigorous"}.get(activity, "moderate")
    return ExerciseLog(
        day=day.date,
        zone=day.zone,
        start=day.about(clock, 20),
        activity=activity,
        minutes=minutes,
        intensity=intensity,
        strength=strength,
        effort=day.chance.randrange(4, 8) if day.happens(0.5) else None,
    )


def meals(day: Day) -> Iterator[Entry]:
    """Servings by food group; fish on most Fridays; sweets that become rarer, in the end logged as none."""
    for item, (start, end, most) in DRAWN.items():
        if day.happens(start, end):
            yield food(day, item, day.chance.randint(1, most))
    if day.date.weekday() in (1, 4) and day.happens(0.3, 0.75):
        yield food(day, "oily-fish" if day.date.weekday() == 4 else "fish", 1)
    if day.happens(0.75, 0.3):
        yield food(day, "sweets", day.chance.choice((1, 1, 2)))
    elif day.happens(0.3, 1):
        yield food(day, "sweets", 0)


def food(day: Day, item: str, amount: float) -> DietLog:
    known = item in COLOURS and amount and day.happens(0.6)
    colour = day.chance.choice(COLOURS[item]) if known else ""
    return DietLog(day=day.date, zone=day.zone, item=item, amount=amount, colour=colour)


def drinks(day: Day) -> Iterator[Entry]:
    """Coffee, at first until late in the afternoon; wine at the end of the week, ever less."""
    if not day.ill:
        yield coffee(day, 8 * 60 + 10)
        if day.happens(0.85, 0.6):
            yield coffee(day, round(day.between(16 * 60 + 20, 12 * 60 + 45)))
    if day.date.weekday() in (4, 5) and day.happens(0.75, 0.35) and not day.ill:
        grams, evening = day.chance.choice((10, 20, 20, 30)), day.about(20 * 60 + 15, 25)
        yield DietLog(day=day.date, zone=day.zone, item="alcohol", amount=grams, start=evening)
    elif day.happens(0.15, 0.35):
        yield food(day, "alcohol", 0)


def coffee(day: Day, clock: int) -> DietLog:
    milligrams = day.chance.choice((60, 80, 80, 95))
    return DietLog(
        day=day.date, zone=day.zone, item="caffeine", amount=milligrams, start=day.about(clock, 12)
    )


def practices(day: Day) -> Iterator[Entry]:
    """A practice before the evening is over, with stress before and after on most days; sometimes none."""
    if day.happens(0.35, 0.92) and not day.ill:
        technique, minutes = day.chance.choice(PRACTICES)
        log = PracticeLog(day=day.date, zone=day.zone, technique=technique, minutes=minutes)
        log.start = day.about(21 * 60 + 20, 20)
        if day.happens(0.7):
            log.stress_before = day.chance.randrange(3, 8) + (day.progress < 0.4)
            log.stress_after = max(log.stress_before - day.chance.randrange(0, 4), 0)
        yield log
    elif day.happens(0.2, 0.5):
        yield PracticeLog(day=day.date, zone=day.zone, minutes=0)


def checkins(day: Day) -> Iterator[Entry]:
    """On most days how it was at noon, on some also in the evening, when focus fades and sleep draws near."""
    for clock, tired in ((12 * 60 + 30, 0), (20 * 60 + 30, 2)):
        if day.happens(0.55, 0.8) and (not tired or day.happens(0.4)):
            log = CheckinLog(day=day.date, zone=day.zone, start=day.about(clock, 25))
            log.mood = felt(day, day.between(4.5, 6.8))
            log.energy = felt(day, day.between(4, 6.5) - tired - 2 * day.ill)
            log.focus = felt(day, day.between(4.2, 6.4) - tired)
            log.stress = felt(day, day.between(6.2, 3.8))
            log.sleepiness = felt(day, day.between(5.5, 3.2) + tired)
            yield log


def felt(day: Day, mean: float) -> int:
    """A rating around a mean."""
    return min(max(round(day.chance.gauss(mean, 1.2)), 0), 10)
