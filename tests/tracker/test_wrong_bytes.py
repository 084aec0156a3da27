"""A file of any format of which some bytes are wrong is read, or refused in one sentence."""

import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from tests.tracker import test_import_garmin as of_garmin
from tests.tracker import test_import_health_connect as of_health_connect
from tests.tracker import test_import_loop as of_loop
from tests.tracker.handed import EDITS, read_or_refused, spoiled, upload
from tests.tracker.test_fitbit_files import ALL as OF_FITBIT
from tests.tracker.test_import_samsung import ALL as OF_SAMSUNG
from tracker.importers import IMPORTERS, Problem, Row, recognise, recovery_zip

OWN = {path.name: path.read_bytes() for path in sorted((Path(__file__).parent / "files").iterdir())}


def database(*statements):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(";".join(statements))
        return path.read_bytes()


NIGHT = "(1, x'01', '', '', 1772575200000, 3600, 1772604000000, 3600, 1, 20516)"
HEALTH_CONNECT = database(
    of_health_connect.TABLES,
    f"INSERT INTO sleep_session_record_table VALUES {NIGHT}",
    "INSERT INTO sleep_stages_table VALUES (1, 1772575200000, 1772604000000, 4)",
)
BACKUP = database(
    of_loop.NEW,
    "INSERT INTO Habits VALUES (7, 'Meditate', 0, 0, ''), (8, 'Run', 1, 1, 'km')",
    f"INSERT INTO Repetitions VALUES (1, 7, {of_loop.stamp(4)}, 2, 'calm')",
    f"INSERT INTO Repetitions VALUES (2, 8, {of_loop.stamp(5)}, 3000, '')",
)
FILES = {
    **OWN,
    **{f"fitbit, {name}": content for name, content in OF_FITBIT.items()},
    **{f"samsung, {name}": content for name, content in OF_SAMSUNG.items()},
    "garmin, the web": of_garmin.web().encode(),
    "health connect": HEALTH_CONNECT,
    "loop, the zip": of_loop.packed((of_loop.MEDITATE, [of_loop.day(4, "YES_MANUAL")])),
    "loop, the backup": BACKUP,
}


def test_every_format_of_others_is_among_the_files():
    assert {recognise(upload(content)) for content in FILES.values()} == set(IMPORTERS) - {recovery_zip}


@pytest.mark.parametrize("content", FILES.values(), ids=FILES)
@given(edits=EDITS)
def test_a_file_with_any_wrong_bytes_is_read_or_refused(content, edits):
    assert all(isinstance(found, Row | Problem) for found in read_or_refused(spoiled(content, edits)))
