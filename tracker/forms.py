"""Forms: they word what the models refuse, and turn clock times into moments."""

from django import forms

from tracker import models


class LogForm(forms.ModelForm):
    """What the four kinds share."""


class SleepForm(LogForm):
    class Meta:
        model = models.SleepLog
        fields = ["quality"]


class ExerciseForm(LogForm):
    class Meta:
        model = models.ExerciseLog
        fields = ["activity", "minutes"]


class DietForm(LogForm):
    class Meta:
        model = models.DietLog
        fields = ["item", "amount"]


class PracticeForm(LogForm):
    class Meta:
        model = models.PracticeLog
        fields = ["technique", "minutes"]
