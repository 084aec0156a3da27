"""What a piece of an address may be: a kind, a day, a week."""

from datetime import date

from recovery import days
from tracker.kinds import KINDS, Kind


class KindConverter:
    regex = "|".join(KINDS)

    def to_python(self, value: str) -> Kind:
        return KINDS[value]

    def to_url(self, value: Kind | str) -> str:
        return value if isinstance(value, str) else value.slug


class DayConverter:
    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else value.isoformat()


class WeekConverter:
    """A week is its Monday."""

    regex = r"\d{4}-W\d{2}"

    def to_python(self, value: str) -> date:
        return date.fromisocalendar(int(value[:4]), int(value[-2:]), 1)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else days.week_name(value)


class MonthConverter:
    """A month is its first day."""

    regex = r"\d{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        return date(int(value[:4]), int(value[-2:]), 1)

    def to_url(self, value: date | str) -> str:
        return value if isinstance(value, str) else f"{value:%Y-%m}"
