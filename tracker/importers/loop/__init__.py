"""Loop Habit Tracker: the zip of CSV files, or the full backup, a database.

A habit is whatever its person made of it: each is asked about, and comes in only as what they say it is. A
tick is an entry of that day; a no is "none"; what was skipped or not answered stays unknown (docs/rules.md,
10).
"""

from collections.abc import Iterator
from datetime import date
from math import isfinite
from typing import Any

from recovery.metrics.exercise import ACTIVITIES
from recovery.words import N_
from tracker.importers.loop import habits, meaning
from tracker.importers.loop.habits import Habit, Mark
from tracker.importers.rows import Answers, Problem, Question, Row
from tracker.importers.upload import Upload

NAME = "Loop Habit Tracker"
HINT = N_("the zip from “Export as CSV”, or the file from “Export full backup”")
SOURCE = "loop"
WHOLE = False
TICK = "✓"
OTHER = "other"  # of the activities and practices: the habit's name says which
TIMED = ("exercise", "practice")
NOTHING = N_("with your answer it comes to less than a minute, or is no number")


def recognises(upload: Upload) -> bool:
    return habits.is_export(upload)


def questions(upload: Upload) -> tuple[Question, ...]:
    """What each habit is, and how much one tick or unit of it is."""
    return tuple(question for habit in habits.habits(upload) for question in _questions(habit))


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """A row for each answered day of a habit; "none" of exercise or practice where no habit was ticked."""
    done: set[tuple[str, date]] = set()
    missed: list[tuple[str, Mark]] = []
    for mark in habits.marks(upload):
        if isinstance(mark, Problem):
            yield mark
            continue
        choice = answers.given.get(_asked(mark.habit), meaning.LEAVE)
        kind, _, slug = choice.partition("/")
        if kind in TIMED and not mark.amount:
            missed.append((kind, mark))
        elif kind in TIMED:
            done.add((kind, mark.day))
            yield _timed(mark, kind, slug, _factor(mark.habit, choice, answers), answers.zone)
        elif kind == "diet":
            amount = mark.amount * _factor(mark.habit, choice, answers)
            yield _eaten(mark, slug, amount, answers.zone)
        elif kind == meaning.NONE and mark.amount:
            yield _eaten(mark, slug, 0, answers.zone)
    for kind, mark in missed:
        if (kind, mark.day) not in done:
            done.add((kind, mark.day))
            # Under the name that a tick of it has: one that the person took back becomes none.
            yield _row(kind, mark, {"zone": answers.zone, "minutes": 0})


def _questions(habit: Habit) -> Iterator[Question]:
    name = _asked(habit)
    yield Question(name, "%(habit)s", meaning.CHOICES, meaning.suggested(habit.name), {"habit": habit.name})
    params = {"habit": habit.name, "unit": (habit.unit or "1") if habit.counts else TICK}
    for measure in meaning.MEASURES:
        proposed = f"{measure.proposed(habit.unit, counts=habit.counts):g}"
        asked, only_if = f"{measure.name}-{habit.key}", (name, measure.choices)
        yield Question(asked, measure.text, {}, proposed, params, only_if)


def _asked(habit: Habit) -> str:
    return f"habit-{habit.key}"


def _factor(habit: Habit, choice: str, answers: Answers) -> float:
    """How much one tick or unit is, as the person said; 0 where that is no number."""
    measure = meaning.measure(choice)
    if measure is None:
        return 0
    proposed = f"{measure.proposed(habit.unit, counts=habit.counts):g}"
    told = answers.given.get(f"{measure.name}-{habit.key}") or proposed
    try:
        factor = float(told.replace(",", "."))
    except ValueError:
        return 0
    return factor if isfinite(factor) and factor > 0 else 0


def _timed(mark: Mark, kind: str, slug: str, factor: float, zone: str) -> Row | Problem:
    minutes = round(mark.amount * factor)
    if minutes < 1:
        return Problem(mark.line, NOTHING, file=mark.file)
    note = "\n".join(filter(None, [mark.habit.name if slug == OTHER else "", mark.note]))
    fields: dict[str, Any] = {"zone": zone, "minutes": minutes, "note": note}
    if kind == "practice":
        return _row(kind, mark, {**fields, "technique": slug})
    activity = ACTIVITIES[slug]
    told = {"activity": slug, "intensity": activity.intensity, "strength": activity.strength}
    return _row(kind, mark, {**fields, **told})


def _eaten(mark: Mark, item: str, amount: float, zone: str) -> Row:
    fields = {"zone": zone, "item": item, "amount": round(amount, 2), "note": mark.note}
    return _row("diet", mark, fields)


def _row(kind: str, mark: Mark, fields: dict[str, Any]) -> Row:
    return Row(kind, f"{mark.habit.key}-{mark.day:%Y%m%d}", fields, mark.line, mark.day, file=mark.file)
