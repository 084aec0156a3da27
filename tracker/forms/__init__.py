"""Forms: they word what the models refuse, and turn clock times into moments."""

from tracker.forms.checkin import CheckinForm
from tracker.forms.diet import DietForm
from tracker.forms.exercise import ExerciseForm
from tracker.forms.log import LogForm
from tracker.forms.plan import PauseForm, TargetForm
from tracker.forms.practice import PracticeForm
from tracker.forms.sleep import SleepForm
from tracker.forms.span import SpanForm

__all__ = [
    "CheckinForm",
    "DietForm",
    "ExerciseForm",
    "LogForm",
    "PauseForm",
    "PracticeForm",
    "SleepForm",
    "SpanForm",
    "TargetForm",
]
