"""What an importer is asked and gives: rows, problems, or a refusal; sentences are not yet translated."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from recovery.words import N_

_IN_LINE = N_("Line %(line)s: %(why)s")
_IN_FILE = N_("Line %(line)s of %(file)s: %(why)s")
_FILE = N_("%(file)s: %(why)s")


@dataclass(frozen=True)
class Question:
    """What a file cannot say itself, asked once before it comes in.

    `choices` maps what is stored to its words, some of which are the file's own (a habit's name); empty for
    the zones. `proposed` is what stands there unless the person chooses otherwise. `params` stand in the
    text. `only_if` names another question and its answers where this one has a sense.
    """

    name: str  # "zone", or what the importer calls it
    text: str
    choices: Mapping[str, str] = field(default_factory=dict)
    proposed: str = ""
    params: Mapping[str, str] = field(default_factory=dict)
    only_if: tuple[str, frozenset[str]] | None = None


@dataclass(frozen=True)
class Answers:
    """What a file is read with: the zone of times that name none, and the answers to its questions."""

    zone: str = "UTC"
    given: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a file, in the columns of its own kind's model.

    `key` is the file's own name for the entry: it makes taking it in twice harmless. `day` is given only
    where the file knows the day that the entry counts to; else it follows from the moments. `written` holds
    what our own export knows besides: source, version, created, updated.
    """

    kind: str
    key: str
    fields: dict[str, Any]
    line: int | None = None
    day: date | None = None
    written: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that is left out, and why; the other lines still come in."""

    line: int | None
    sentence: str
    params: Mapping[str, Any] = field(default_factory=dict)
    file: str = ""  # of several in a zip


def placed(found: Iterable[Row | Problem], path: str) -> Iterator[Row | Problem]:
    """What a file of a zip gave, with its name; of a plain file, which has the path "", as it is."""
    name = named(path)
    for one in found:
        yield replace(one, file=name) if name else one


def place(row: Row, other: Row) -> int | str | None:
    """The line of a row as one says it beside another: with its file, where that is another one."""
    return row.line if row.file == other.file else f"{row.line} ({row.file})"


def named(path: str) -> str:
    """A file of a zip as a person is told of it: without its folders."""
    return PurePosixPath(path).name


class Unreadable(Exception):  # noqa: N818 (what the file is, not a fault of ours)
    """A file that cannot be taken in at all: one sentence says why, and where the line is known, which."""

    def __init__(self, sentence: str, line: int | None = None, file: str = "", **params: object) -> None:
        super().__init__(sentence % params)
        self.sentence, self.line, self.file, self.params = sentence, line, file, params

    def worded(self, translate: Callable[[str], str]) -> str:
        """The sentence in the person's language, with the line and the file it speaks of in front."""
        why = translate(self.sentence) % self.params
        if self.line is None and not self.file:
            return why
        of_line = _IN_FILE if self.file else _IN_LINE
        told = translate(_FILE if self.line is None else of_line)
        return told % {"line": self.line, "file": self.file, "why": why}
