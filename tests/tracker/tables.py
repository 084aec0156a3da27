"""Tables for the tests of any CSV: made here, read with what is proposed and some answers."""

import io
from datetime import UTC, datetime
from pathlib import Path

from tracker import intake
from tracker.importers import Answers, Upload, any_csv

OWN = Path(__file__).parent / "files" / "any-sleep.csv"
NIGHT = "Date,Asleep,Awake\n2026-03-04,23:00,07:00\n"


def upload(content):
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def ask(content):
    """The questions of a table by their names, without what stands for its header."""
    return {
        question.name.partition("-")[2] or question.name: question
        for question in any_csv.questions(upload(content))
    }


def answers(content, zone="Europe/Berlin", **given):
    names = {question.name.partition("-")[2]: question for question in any_csv.questions(upload(content))}
    told = {name.replace("_", "-"): answer for name, answer in given.items()}
    return Answers(
        zone, {question.name: told.get(name, question.proposed) for name, question in names.items()}
    )


def read(content, zone="Europe/Berlin", **given):
    return list(any_csv.read(upload(content), answers(content, zone, **given)))


def only(content, **given):
    (row,) = read(content, **given)
    return row


def take(user, content, **given):
    raw = content.encode() if isinstance(content, str) else content
    return intake.read_file(user, io.BytesIO(raw), answers(content, **given)).report


def utc(*moment):
    return datetime(*moment, tzinfo=UTC)
