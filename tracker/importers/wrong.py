"""Which value of a line is wrong: a person is told it by the name that it has in the file."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from recovery.words import N_
from tracker.importers.rows import Problem

T = TypeVar("T")
ERRORS = (ValueError, OverflowError, TypeError, KeyError, IndexError, AttributeError, OSError)
NAMED = N_("“%(name)s” is missing or wrong")
UNNAMED = N_("a time or a number is missing or wrong")
SHOWN = 40  # characters


class Wrong(ValueError):  # noqa: N818 (what the value is, not a fault)
    """A value that is missing or cannot be read; `name` is its column or key."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def value(record: Mapping[str, Any], name: str, read: Callable[[Any], T]) -> T:
    """What a record says under a name; raises Wrong where that is missing or cannot be read."""
    try:
        return read(record[name])
    except ERRORS as error:
        raise Wrong(name) from error


def problem(line: int | None, error: Exception, file: str = "") -> Problem:
    """A line of which a value is wrong, with its name where the error knows it."""
    name = error.name if isinstance(error, Wrong) else ""
    if type(error) is KeyError:  # not that of a zone, which has a sentence in it
        name = str(error.args[0])
    if not name:
        return Problem(line, UNNAMED, file=file)
    return Problem(line, NAMED, {"name": name[:SHOWN]}, file)
