"""The one door from tables to pandas."""

from datetime import date

from recovery.history import History
from tracker.models import User


def load(user: User, first: date, last: date) -> History:
    """All that a person recorded on the days from `first` to `last`, both included, and their whole plan."""
    return History(
        first=first,
        last=last,
        today=user.today(),
        sleep=user.sleeplogs.between(first, last).frame(),
        exercise=user.exerciselogs.between(first, last).frame(),
        diet=user.dietlogs.between(first, last).frame(),
        practice=user.practicelogs.between(first, last).frame(),
        targets=user.targets.frame(),
        pauses=user.pauses.between(first, last).frame(),
        work_days=user.work_days,
    )
