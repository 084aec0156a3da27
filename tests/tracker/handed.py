"""What the tests of importers share: a file as it is handed over, read, and taken into a record."""

import csv
import io
import json
import zipfile

from hypothesis import strategies as st

from tracker import intake
from tracker.importers import Answers, Problem, Unreadable, Upload, recognise

EDITS = st.lists(  # where, how many bytes go, and which come in their place
    st.tuples(st.integers(0), st.integers(0, 8), st.binary(max_size=4)), min_size=1, max_size=4
)


def packed(entries):
    """A zip of texts and of what becomes JSON, by name."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content if isinstance(content, str | bytes) else json.dumps(content))
    return file.getvalue()


def table(header, *rows, delimiter=","):
    """A table of text, as a spreadsheet writes it."""
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, lineterminator="\n").writerows([header, *rows])
    return file.getvalue()


def upload(content):
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def read(importer, content, zone="Europe/Berlin", **given):
    return list(importer.read(upload(content), Answers(zone, given)))


def spoiled(content, edits):
    """A file of which some bytes are lost, and others stand in their place."""
    wrong = bytearray(content)
    for place, lost, put in edits:
        at = place % (len(wrong) or 1)
        wrong[at : at + lost] = put
    return bytes(wrong)


def read_or_refused(content):
    """What a person gets of any bytes with the answers that are proposed; nothing, where they are refused.

    Whatever else is raised is a fault of ours.
    """
    try:
        file = upload(content)
        importer = recognise(file)
        proposed = {question.name: question.proposed for question in importer.questions(file)}
        return list(importer.read(file, Answers("Europe/Berlin", proposed)))
    except Unreadable:
        return []


def row(importer, content, zone="Europe/Berlin"):
    """The only entry of a file of which nothing is left out."""
    (found,) = read(importer, content, zone)
    assert not isinstance(found, Problem), found.sentence
    return found


def why(importer, content, zone="Europe/Berlin"):
    """Why the only entry of a file is left out."""
    (found,) = read(importer, content, zone)
    assert isinstance(found, Problem), found
    return found.sentence


def taken(person, content):
    """How many entries of each kind the file brings, and what becomes of them."""
    if not isinstance(content, str | bytes):
        content = json.dumps(content)
    report = intake.read_file(
        person, io.BytesIO(content.encode() if isinstance(content, str) else content)
    ).report
    return {kind: {k: v for k, v in of.items() if v} for kind, of in report["counts"].items()}
