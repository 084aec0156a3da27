"""Loop Habit Tracker: each habit is what its person says it is. Exports are made here, in the app's shape."""

import io
import sqlite3
import zipfile
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tracker import intake
from tracker.importers import Answers, Problem, Unreadable, Upload, loop, recognise
from tracker.importers.loop import meaning

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "loop-habits"
LIST = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
)
OLD = """
CREATE TABLE Habits (Id INTEGER PRIMARY KEY, name TEXT, position INTEGER);
CREATE TABLE Repetitions (Id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER);
"""
NEW = """
CREATE TABLE Habits (id INTEGER PRIMARY KEY, name TEXT, position INTEGER, type INTEGER, unit TEXT);
CREATE TABLE Repetitions (id INTEGER PRIMARY KEY, habit INTEGER, timestamp INTEGER, value INTEGER, notes);
"""
MEDITATE, RUN, WINE = ("Meditate", ""), ("Run", "km"), ("No alcohol", "")


def packed(*habits, folder=""):
    """A zip of habits: the name and unit of each, and its days."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        lines = [LIST]
        for number, ((name, unit), days) in enumerate(habits, 1):
            kind = "NUMERICAL" if unit else "YES_NO"
            lines.append(f'{number:03d},"{name}",{kind},,,1,1,#FF8F00,{unit},,,false\n')
            marks = "".join(f"{day},{value},{note}\n" for day, value, note in days)
            archive.writestr(f"{folder}{number:03d} {name}/Checkmarks.csv", f"Date,Value,Notes\n{marks}")
            archive.writestr(f"{folder}{number:03d} {name}/Scores.csv", "Date,Score\n2026-03-04,0.1\n")
        archive.writestr(f"{folder}Habits.csv", "".join(lines))
        archive.writestr(f"{folder}Checkmarks.csv", "Date,Meditate,\n2026-03-04,YES_MANUAL,\n")
    return file.getvalue()


def database(tmp_path, schema, *statements):
    path = tmp_path / "loop.db"
    connection = sqlite3.connect(path)
    connection.executescript(schema + ";".join(statements))
    connection.close()
    return path.read_bytes()


def stamp(day):
    return int(datetime(2026, 3, day, tzinfo=UTC).timestamp() * 1000)


def upload(content):
    return Upload(io.BytesIO(content))


def ask(content):
    return {question.text % question.params: question for question in loop.questions(upload(content))}


def answers(content, **choices):
    """An answer for each habit and each amount, by the words of the question."""
    given = {q.name: q.proposed for q in loop.questions(upload(content))}
    words = {q.name: q.text % q.params for q in loop.questions(upload(content))}
    return Answers("Europe/Berlin", {name: choices.get(words[name], given[name]) for name in given})


def read(content, **choices):
    return list(loop.read(upload(content), answers(content, **choices)))


def take(user, content, **choices):
    return intake.read_file(user, io.BytesIO(content), answers(content, **choices)).report


def day(number, value, note=""):
    return f"2026-03-{number:02d}", value, note


def test_the_zip_and_the_database_are_known_by_their_content(tmp_path):
    assert recognise(upload(packed((MEDITATE, [])))) is loop
    assert recognise(upload(packed((MEDITATE, []), folder="my export/"))) is loop
    assert recognise(upload(database(tmp_path, OLD))) is loop


def test_another_database_is_not_ours(tmp_path):
    other = "CREATE TABLE Habits (name TEXT); CREATE VIEW Repetitions AS SELECT 1 AS habit"
    assert not loop.recognises(upload(database(tmp_path, other)))


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("Meditate", "practice/meditation"),
        ("Mindful minutes", "practice/mindfulness"),
        ("Slow breathing", "practice/breathing"),
        ("Morning run", "exercise/run"),
        ("Gym", "exercise/strength"),
        ("Sport", "exercise/other"),
        ("Eat vegetables", "diet/vegetables"),
        ("Fish", "diet/fish"),
        ("No sugar", "none/sweets"),
        ("Quit drinking", "none/alcohol"),
        ("No gym on Sundays", "leave"),
        ("Wake up early", "leave"),
        ("Brush teeth", "leave"),
        ("Prune the roses", "leave"),
        ("", "leave"),
    ],
)
def test_a_name_suggests_what_a_habit_is(name, choice):
    assert meaning.suggested(name) == choice
    assert choice in meaning.CHOICES


def test_a_habit_is_asked_about_and_then_how_much_it_is():
    asked = ask(packed((MEDITATE, []), (RUN, [])))
    assert asked["Meditate"].proposed == "practice/meditation"
    minutes = asked["Meditate: how many minutes is one ✓?"]
    assert (minutes.proposed, minutes.only_if[0]) == ("10", asked["Meditate"].name)
    assert asked["Run: how many minutes is one km?"].proposed == "1"


@pytest.mark.parametrize(("unit", "factor"), [("min", "1"), ("hours", "60"), ("pages", "1")])
def test_a_unit_of_time_says_itself_how_many_minutes_it_is(unit, factor):
    asked = ask(packed((("Read", unit), [])))
    assert asked[f"Read: how many minutes is one {unit}?"].proposed == factor


def test_a_tick_is_an_entry_of_its_day_with_the_minutes_that_the_person_says(ana):
    content = packed((MEDITATE, [day(4, "YES_MANUAL", "calm")]))
    take(ana, content, **{"Meditate: how many minutes is one ✓?": "15"})
    sitting = ana.practicelogs.get()
    assert (sitting.day, sitting.start, sitting.technique) == (date(2026, 3, 4), None, "meditation")
    assert (sitting.minutes, sitting.note, sitting.zone) == (15, "calm", "Europe/Berlin")


def test_an_amount_is_a_thousandth_of_what_stands_there():
    row = read(packed((RUN, [day(4, 5500)])), **{"Run: how many minutes is one km?": "6"})[0]
    assert (row.fields["activity"], row.fields["minutes"]) == ("run", 33)


@pytest.mark.parametrize("value", ["SKIP", "UNKNOWN", "YES_AUTO"])
def test_what_was_not_answered_stays_unknown(value):  # rules.md, 10
    assert read(packed((MEDITATE, [day(4, value)]))) == []


def test_a_no_is_none_of_that_kind(ana):  # rules.md, 10
    take(ana, packed((MEDITATE, [day(4, "NO")]), (RUN, [day(4, "NO")])))
    assert (ana.practicelogs.get().minutes, ana.practicelogs.get().technique) == (0, "")
    assert (ana.exerciselogs.get().minutes, ana.exerciselogs.get().day) == (0, date(2026, 3, 4))


def test_a_no_beside_the_yes_of_another_habit_is_not_none():
    gym = ("Gym", "")
    rows = read(packed((RUN, [day(4, "NO"), day(5, "NO")]), (gym, [day(4, "YES_MANUAL"), day(5, "NO")])))
    assert [(row.day.day, row.fields["minutes"]) for row in rows] == [(4, 30), (5, 0)]


def test_food_is_servings_and_none_of_it_is_zero():
    fruit = ("Fruit", "")
    rows = read(packed((fruit, [day(4, "YES_MANUAL"), day(5, "NO")])))
    assert [(row.fields["item"], row.fields["amount"]) for row in rows] == [("fruit", 1), ("fruit", 0)]


def test_a_day_without_is_zero_and_a_no_to_it_is_unknown():
    rows = read(packed((WINE, [day(4, "YES_MANUAL"), day(5, "NO")])))
    assert [(row.day.day, row.fields["item"], row.fields["amount"]) for row in rows] == [(4, "alcohol", 0)]


def test_a_habit_that_is_left_out_brings_nothing():
    assert read(packed((("Brush teeth", ""), [day(4, "YES_MANUAL")]))) == []


def test_what_is_none_of_ours_keeps_its_name_in_the_note():
    row = read(packed((("Sport", ""), [day(4, "YES_MANUAL", "fun")])))[0]
    assert (row.fields["activity"], row.fields["note"]) == ("other", "Sport\nfun")


def test_a_habit_that_the_name_suggests_wrongly_is_what_the_person_says():
    content = packed((("Sit", ""), [day(4, "YES_MANUAL")]))
    row = read(content, Sit="practice/meditation")[0]
    assert (row.kind, row.fields["minutes"]) == ("practice", 10)


def test_the_database_says_the_same_as_the_zip(tmp_path):
    rows = (
        "INSERT INTO Habits VALUES (7, 'Meditate', 0, 0, ''), (8, 'Run', 1, 1, 'km')",
        f"INSERT INTO Repetitions VALUES (1, 7, {stamp(4)}, 2, 'calm'), (2, 7, {stamp(5)}, 3, NULL)",
        f"INSERT INTO Repetitions VALUES (3, 7, {stamp(6)}, 0, ''), (4, 8, {stamp(4)}, 5500, '')",
    )
    packed_rows = read(
        packed(
            (MEDITATE, [day(4, "YES_MANUAL", "calm"), day(5, "SKIP"), day(6, "NO")]), (RUN, [day(4, 5500)])
        )
    )

    def told(found):
        return [(row.key, row.kind, row.day, row.fields) for row in found]

    assert told(read(database(tmp_path, NEW, *rows))) == told(packed_rows)


def test_an_old_database_knows_ticks_alone(tmp_path):
    rows = (
        "INSERT INTO Habits VALUES (7, 'Sport', 0)",
        f"INSERT INTO Repetitions VALUES (1, 7, {stamp(4)}), (2, 7, {stamp(6)})",
    )
    assert [row.day.day for row in read(database(tmp_path, OLD, *rows))] == [4, 6]


def test_two_habits_of_one_name_are_two():
    names = [q.name for q in loop.questions(upload(packed((MEDITATE, []), (MEDITATE, []))))]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("row", "name"),
    [
        (day(30, "MAYBE"), "Value"),
        (("2026-02-30", "YES_MANUAL", ""), "Date"),
        (("", "", ""), "Value"),
        (day(4, 7), "Value"),
        (("9" * 20, "NO", ""), "Date"),
    ],
    ids=["no value", "no such day", "empty", "no tick", "no day"],
)
def test_what_cannot_be_read_is_listed_with_its_line_and_the_next_comes_in(row, name):
    problem, found = read(packed((MEDITATE, [row, day(5, "YES_MANUAL")])))
    assert problem.params == {"name": name}
    assert (problem.line, found.line) == (2, 3)


@pytest.mark.parametrize("answer", ["much", "", "0", "-5", "nan", "0.01"])
def test_an_answer_that_comes_to_nothing_is_said(answer):
    found = read(packed((RUN, [day(4, 5000)])), **{"Run: how many minutes is one km?": answer})
    assert len(found) == 1
    assert isinstance(found[0], Problem) == (answer != "")


@pytest.mark.parametrize(
    "values",
    ["'x', 2, ''", "NULL, 2, ''", f"{'9' * 18}, 2, ''", f"{stamp(4)}, 'x', ''", f"{stamp(4)}, x'ff', ''"],
)
def test_what_the_database_holds_in_place_of_a_number_is_listed(tmp_path, values):
    rows = (
        "INSERT INTO Habits VALUES (7, 'Run', 0, 0, '')",
        f"INSERT INTO Repetitions VALUES (1, 7, {values})",
    )
    (problem,) = read(database(tmp_path, NEW, *rows))
    assert isinstance(problem, Problem)


def test_a_file_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    take(ana, packed((MEDITATE, [day(4, "YES_MANUAL")])))
    longer = packed((MEDITATE, [day(5, "YES_MANUAL"), day(4, "YES_MANUAL")]), (RUN, []))
    counts = take(ana, longer)["counts"]["practice"]
    assert (counts["new"], counts["there"]) == (1, 1)


def test_what_a_habit_is_is_known_the_next_time(ana):
    content = packed((("Sit", ""), [day(4, "YES_MANUAL")]))
    take(ana, content, Sit="practice/meditation")
    report = intake.preview_file(ana, io.BytesIO(content))
    assert report["counts"]["practice"]["there"] == 1


def test_hundreds_of_habits_are_refused():
    with pytest.raises(Unreadable, match="more than 200 habits"):
        loop.questions(upload(packed(*[((f"Habit {number}", ""), []) for number in range(201)])))


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real exports are not here")
def test_the_real_zip_comes_in(ana):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for path in (SAMPLES / "csv").rglob("*.csv"):
            archive.write(path, path.relative_to(SAMPLES / "csv"))
    report = take(ana, file.getvalue(), **{"Wake up early": "practice/other"})
    assert report["counts"]["practice"]["new"] == 7  # of ten days, with three that the week's rest met
    assert report["problems"] == []
    assert ana.practicelogs.get(day="2015-01-24").minutes == 0


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real exports are not here")
def test_the_real_database_comes_in(ana):
    report = take(ana, (SAMPLES / "loop.db").read_bytes())
    assert report["counts"]["exercise"]["new"] > 0
    assert report["problems"] == []


def test_a_tick_that_was_taken_back_is_none(ana):
    take(ana, packed((MEDITATE, [day(4, "YES_MANUAL")])))
    take(ana, packed((MEDITATE, [day(4, "NO")])))
    assert ana.practicelogs.get().minutes == 0
