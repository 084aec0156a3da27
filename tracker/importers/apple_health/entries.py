"""From the elements of an export to entries: nights, bouts of exercise and practice, caffeine and alcohol."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from sys import intern

from recovery.words import N_
from tracker.importers import nights, wrong
from tracker.importers.apple_health import workouts
from tracker.importers.apple_health.document import CAFFEINE, MINDFUL, SLEEP, WORKOUT, Element
from tracker.importers.apple_health.values import Refused, ends, minutes, moment, number, zone
from tracker.importers.bouts import Bout, distinct
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, IN_BED, LIGHT, REM, Segment
from tracker.importers.rows import Answers, Problem, Row, Unreadable

STAGE = "HKCategoryValueSleepAnalysis"
STAGES = {
    "InBed": IN_BED,
    "Awake": AWAKE,
    "Asleep": ASLEEP,  # up to iOS 15
    "AsleepUnspecified": ASLEEP,
    "AsleepCore": LIGHT,
    "AsleepDeep": DEEP,
    "AsleepREM": REM,
}
MILLIGRAMS = {"mcg": 1e-3, "mg": 1.0, "g": 1e3}
SEGMENTS, BOUTS = 500_000, 50_000  # of one file: they wait in memory for each other


class Entries:
    """The entries of one export; nights and bouts wait until all of it is read."""

    def __init__(self, answers: Answers) -> None:
        self.zone = answers.zone
        self.grams = float(answers.given.get("drink", "14"))
        self.in_bed_is_sleep = answers.given.get("in-bed") == "sleep"
        self.segments: list[Segment] = []
        self.bouts: dict[str, list[Bout]] = {"exercise": [], "practice": []}
        self.drinks: set[str] = set()

    def take(self, element: Element) -> Iterator[Row | Problem]:
        """Rows and problems that can be told already; raises Unreadable for far too many."""
        try:
            yield from self._take(element)
        except Refused as refused:
            yield Problem(element.line, str(refused))
        except (ValueError, OverflowError) as error:
            yield wrong.problem(element.line, error)

    def rest(self) -> Iterator[Row | Problem]:
        """All that waited."""
        for bouts in self.bouts.values():
            yield from distinct(bouts)
        yield from nights.of_segments(self.segments, in_bed_is_sleep=self.in_bed_is_sleep)

    def _take(self, element: Element) -> Iterator[Row]:
        if element.type == SLEEP:
            self.segments.append(_segment(element, self.zone))
        elif element.is_workout:
            self.bouts["exercise"].append(_bout(element, _workout(element, self.zone)))
        elif element.type == MINDFUL:
            self.bouts["practice"].append(_bout(element, _mindful(element, self.zone)))
        else:
            yield from self._drink(element)
        _check_number(self.segments, SEGMENTS)
        for bouts in self.bouts.values():
            _check_number(bouts, BOUTS)

    def _drink(self, element: Element) -> Iterator[Row]:
        """Caffeine or alcohol. A food holds its records a second time: what is the same is one entry."""
        row = _drink(element, self.zone, self.grams)
        if row.fields["amount"] and row.key not in self.drinks:  # 0 of a food is no "none today"
            self.drinks.add(row.key)
            yield row


def _check_number(found: Sequence[object], most: int) -> None:
    if len(found) > most:
        raise Unreadable(N_("The file holds more than %(most)s entries."), most=most)


def _segment(element: Element, else_zone: str) -> Segment:
    start, end = ends(element)
    stage = STAGES.get(element.attributes.get("value", "").removeprefix(STAGE))
    if stage is None:
        raise Refused(N_("a stage of sleep that is not known here"))
    source = intern(element.attributes.get("sourceName", ""))
    return Segment(start, end, stage, source, intern(zone(element, else_zone)), element.line)


def _bout(element: Element, row: Row) -> Bout:
    return Bout(*ends(element), element.attributes.get("sourceName", ""), row)


def _workout(element: Element, else_zone: str) -> Row:
    name = element.type.removeprefix(WORKOUT)
    fields = workouts.fields(element)
    return _timed("exercise", element, else_zone, name[:40], **fields, minutes=minutes(element))


def _mindful(element: Element, else_zone: str) -> Row:
    how_long = minutes(element)
    return _timed("practice", element, else_zone, "mindful", technique="mindfulness", minutes=how_long)


def _drink(element: Element, else_zone: str, grams: float) -> Row:
    if element.type == CAFFEINE:
        item, factor = "caffeine", MILLIGRAMS[_unit(element)]
    else:
        item, factor = "alcohol", grams
    value = element.attributes.get("value", "")
    amount = wrong.value(element.attributes, "value", number) * factor
    # The moment, not the text: an export made elsewhere, or by a clock of twelve hours, writes it otherwise.
    end = wrong.value(element.attributes, "endDate", moment)
    told = (value, f"{end:%Y%m%dT%H%M%SZ}", element.metadata.get("HKExternalUUID", ""))
    name = f"{item}-{sha256(repr(told).encode()).hexdigest()[:16]}"
    return _timed("diet", element, else_zone, name, item=item, amount=round(amount, 1))


def _unit(element: Element) -> str:
    unit = element.attributes.get("unit", "")
    if unit not in MILLIGRAMS:
        raise Refused(N_("its unit is not known here"))
    return unit


def _timed(kind: str, element: Element, else_zone: str, name: str, **fields: object) -> Row:
    """An entry with its start; the key has no source in it, which changes when a phone gets another name."""
    start = wrong.value(element.attributes, "startDate", moment)
    key = f"{start:%Y%m%dT%H%M%SZ}-{name}"
    return Row(kind, key, {"start": start, "zone": zone(element, else_zone), **fields}, element.line)
