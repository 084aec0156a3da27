"""A database that a stranger hands over: its tables are read, nothing else happens."""

import io
import sqlite3
import tempfile
import zipfile

import pytest

from tracker.importers import Unreadable, Upload, database


@pytest.fixture
def made(tmp_path):
    def make(*statements):
        path = tmp_path / "made.db"
        path.unlink(missing_ok=True)
        connection = sqlite3.connect(path)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return path.read_bytes()

    return make


TABLE = ("CREATE TABLE night (row_id INTEGER PRIMARY KEY, start INTEGER, note TEXT)",)
NIGHT = (*TABLE, "INSERT INTO night VALUES (1, 5, 'slept')")


def upload(content):
    return Upload(io.BytesIO(content))


def rows(content, table="night", wanted=("start", "note")):
    with upload(content).database("") as connection:
        return list(database.rows(connection, table, wanted))


def test_a_table_is_read_by_the_names_of_its_columns(made):
    assert rows(made(*NIGHT)) == [{"start": 5, "note": "slept"}]
    assert rows(made(*NIGHT), wanted=("note", "mood")) == [{"note": "slept"}]


def test_a_table_or_columns_that_are_not_there_have_no_rows(made):
    assert rows(made(*NIGHT), table="day") == []
    assert rows(made(*NIGHT), wanted=("mood",)) == []


def test_a_database_in_a_zip_is_read(made):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("health.db", made(*NIGHT))
    with Upload(file).database("health.db") as connection:
        assert len(list(database.rows(connection, "night", ("note",)))) == 1


ENDLESS = "WITH RECURSIVE n(start) AS (SELECT 1 UNION ALL SELECT start + 1 FROM n) SELECT start FROM n"


@pytest.mark.parametrize(
    "trap",
    [f"CREATE VIEW night AS {ENDLESS}", "CREATE VIRTUAL TABLE night USING fts5(start)"],
    ids=["an endless view", "a virtual table"],
)
def test_a_view_or_a_virtual_table_in_place_of_a_table_is_not_read(made, trap):
    assert rows(made(trap)) == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT start FROM trap",
        "SELECT load_extension('x')",
        "SELECT randomblob(1000000000)",
        "ATTACH '/etc/passwd' AS other",
        "INSERT INTO night VALUES (2, 2, '')",
        "CREATE TABLE more (a)",
        "PRAGMA writable_schema = ON",
    ],
)
def test_nothing_but_tables_is_read_and_nothing_is_written(made, query):
    content = made(*NIGHT, f"CREATE VIEW trap AS {ENDLESS}")
    with pytest.raises(Unreadable, match="not what it says"), upload(content).database("") as connection:
        connection.execute(query).fetchall()


def test_a_query_without_an_end_is_stopped(made, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE", 3)
    many = "INSERT INTO night (start) VALUES " + ",".join(["(1)"] * 300)
    with (
        pytest.raises(Unreadable, match="not what it says"),
        upload(made(*TABLE, many)).database("") as connection,
    ):
        connection.execute(
            "SELECT 1 FROM night a, night b, night c WHERE a.start + b.start > c.start + 9"
        ).fetchall()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:100],
        lambda content: content[:16] + bytes(len(content) - 16),
        lambda content: b"SQLite format 2\0" + content[16:],
        lambda content: content[:4096] + b"\xff" * (len(content) - 4096),
        lambda content: content.replace(b"TABLE night", b"TABL\xe6 night"),
        lambda content: b"not a database",
    ],
    ids=["cut off", "hollow", "another version", "broken pages", "a name that is no text", "a text"],
)
def test_what_is_no_database_is_refused_in_one_sentence_and_leaves_no_file(
    made, spoil, tmp_path, monkeypatch
):
    folder = tmp_path / "temporary"
    folder.mkdir()
    content = spoil(made(*NIGHT))
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    with pytest.raises(Unreadable, match="not what it says"):
        rows(content)
    assert list(folder.iterdir()) == []


def test_an_empty_entry_is_no_database():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("health.db", b"")
    with pytest.raises(Unreadable, match="not what it says"), Upload(file).database("health.db") as _:
        raise AssertionError


def test_a_database_beyond_all_size_is_refused(made, monkeypatch):
    monkeypatch.setattr(database, "LARGEST", 4096)
    with pytest.raises(Unreadable, match="larger than"):
        rows(made(*NIGHT))


def test_a_text_in_another_encoding_is_read_as_far_as_it_goes(made):
    content = made(*TABLE, "INSERT INTO night VALUES (1, 5, CAST(x'66fc72' AS TEXT))")
    assert rows(content)[0]["note"] == "f\N{REPLACEMENT CHARACTER}r"


@pytest.mark.skipif(not database.TELLS_SIZE, reason="this SQLite cannot tell the size of a value")
def test_a_value_longer_than_any_export_has_is_missing(made):
    long = "INSERT INTO night VALUES (1, zeroblob(3000000), 'slept')"
    assert rows(made(*TABLE, long)) == [{"start": None, "note": "slept"}]
