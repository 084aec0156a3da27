"""The record: a person, the five kinds of log, the plan, and what keeps writing safe."""

from tracker.models.checkin import CheckinLog
from tracker.models.diet import DietLog
from tracker.models.exercise import ExerciseLog
from tracker.models.log import Log, LogQuerySet, Tombstone
from tracker.models.plan import Pause, Target
from tracker.models.practice import PracticeLog
from tracker.models.record import Import, Replaced, Timer, Undo
from tracker.models.sleep import SleepLog
from tracker.models.token import Token
from tracker.models.user import User

__all__ = [
    "CheckinLog",
    "DietLog",
    "ExerciseLog",
    "Import",
    "Log",
    "LogQuerySet",
    "Pause",
    "PracticeLog",
    "Replaced",
    "SleepLog",
    "Target",
    "Timer",
    "Token",
    "Tombstone",
    "Undo",
    "User",
]
