"""Any table: what is proposed, what is asked, and how cells of all places are read."""

import io
import zipfile
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracker.handed import packed
from tests.tracker.tables import NIGHT, OWN, ask, only, read, take, upload, utc
from tracker import intake
from tracker.importers import Problem, Row, Unreadable, any_csv, recognise


class TestTables:
    """Delimiters, quotes, alphabets, headers."""

    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_every_delimiter_is_told(self, delimiter):
        assert only(NIGHT.replace(",", delimiter)).fields["asleep"] == utc(2026, 3, 3, 22)

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_every_mark_of_an_alphabet_is_understood(self, encoding):
        mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
        table = f"{mark}Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,müde\n"
        assert recognise(upload(table.encode(encoding))) is any_csv
        assert only(table.encode(encoding)).fields["note"] == "müde"

    def test_an_older_alphabet_is_asked_for_and_may_be_another(self):
        table = "Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00," + "žluť\n"
        assert ask(table.encode("cp1250"))["alphabet"].proposed == "cp1252"
        assert only(table.encode("cp1250"), alphabet="cp1250").fields["note"] == "žluť"
        assert "alphabet" not in ask(table)

    def test_letters_of_an_older_alphabet_are_found_however_far_down_they_stand(self):
        table = NIGHT + "2026-03-05,23:00,07:00\n" * 5000 + "2026-03-06,23:00,07:00,für\n"
        assert "alphabet" in ask(table.encode("latin-1"))

    def test_cells_in_quotes_keep_their_delimiters_and_lines(self):
        table = 'Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,"a, b\nc"\n2026-03-05,23:00,07:00,d\n'
        assert [(row.line, row.fields["note"]) for row in read(table)] == [(2, "a, b\nc"), (4, "d")]

    def test_single_quotes_are_quotes_where_they_are_used_so(self):
        table = "'Date','Asleep','Awake','Note'\n'2026-03-04','23:00','07:00','a, b'\n"
        assert only(table).fields["note"] == "a, b"

    def test_lines_before_the_header_are_passed_over(self):
        row = only("Sleep\n\n" + NIGHT)
        assert row.fields["asleep"] == utc(2026, 3, 3, 22)

    def test_the_only_table_of_a_zip_is_read(self):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("my sleep.txt", NIGHT)
        assert recognise(upload(file.getvalue())) is any_csv
        assert only(file.getvalue()).kind == "sleep"

    @pytest.mark.parametrize(
        "text",
        [
            "Dear diary",
            "Dear diary, I slept\nwell",
            "<a>,<b>\n1,2\n",
            '{"a": 1,\n"b": 2}',
            "a,b\n",
            "a,b\0\n1,2\n",
            "%PDF,1\n2,3",
        ],
    )
    def test_what_is_no_table_is_not_ours(self, text):
        assert not any_csv.recognises(upload(text))

    def test_five_thousand_columns_are_refused_in_a_sentence(self):
        row = ",".join(map(str, range(5000))) + "\n"
        assert recognise(upload(row * 3)) is any_csv
        with pytest.raises(Unreadable, match="5000 columns"):
            any_csv.questions(upload(row * 3))

    def test_an_endless_line_is_refused(self):
        with pytest.raises(Unreadable, match="too long"):
            read(NIGHT + "x" * 1_200_000)


class TestProposals:
    """What a table shows of itself."""

    @pytest.mark.parametrize(
        ("header", "kind"),
        [
            ("Date,Bedtime,Wake time", "sleep"),
            ("start,end,sleep quality,deep sleep,rem", "sleep"),
            ("Datum,Eingeschlafen,Aufgewacht", "sleep"),
            ("Date,Activity,Minutes", "exercise"),
            ("Date,Workout Type,Duration,RPE", "exercise"),
            ("Date,Technique,Minutes,Stress before,Stress after", "practice"),
            ("Date,Food,Servings", "diet"),
            ("Date,Caffeine (mg),Alcohol (g),Berries", "diet"),
        ],
    )
    def test_the_kind_is_told_by_the_names_of_the_columns(self, header, kind):
        cells = ",".join("-" for _ in header.split(","))
        assert ask(f"{header}\n{cells}\n{cells}\n")["kind"].proposed == kind

    def test_each_field_is_asked_for_with_the_columns_and_what_stands_in_them(self):
        asked = ask(OWN.read_bytes())
        assert asked["sleep-awake"].proposed == "4"
        assert asked["sleep-awake"].choices["4"] == "Woke up (07:00)"
        assert asked["sleep-rem"].proposed == "none"

    def test_bedtime_stands_for_falling_asleep_where_nothing_else_is_known(self):
        row = only("Date,Bedtime,Wake time\n2026-03-04,23:00,07:00\n")
        assert row.fields["asleep"] == utc(2026, 3, 3, 22)
        assert "bed" not in row.fields

    @pytest.mark.parametrize(
        ("days", "order"),
        [
            (("04/03/2026", "13/03/2026"), None),
            (("03/04/2026", "03/13/2026"), None),
            (("04/03/2026", "05/03/2026"), "dmy"),
            (("13/03/2026", "03/13/2026"), "dmy"),
            (("2026-03-04", "2026-03-05"), None),
            (("04.03.2026", "05.03.2026"), None),
        ],
        ids=["only days first", "only months first", "either", "both", "years first", "points"],
    )
    def test_the_order_of_a_day_is_asked_for_only_where_the_whole_column_leaves_it_open(self, days, order):
        asked = ask("Date,Asleep,Awake\n" + "".join(f"{day},23:00,07:00\n" for day in days))
        assert (asked["order"].proposed if "order" in asked else None) == order

    def test_the_order_that_the_column_shows_is_taken_and_an_open_one_as_it_is_answered(self):
        months_first = "Date,Asleep,Awake\n03/04/2026,23:00,07:00\n03/13/2026,23:00,07:00\n"
        assert read(months_first)[0].fields["awake"] == utc(2026, 3, 4, 6)
        open_one = "Date,Asleep,Awake\n03/04/2026,23:00,07:00\n"
        assert only(open_one).fields["awake"] == utc(2026, 4, 3, 5)
        assert only(open_one, order="mdy").fields["awake"] == utc(2026, 3, 4, 6)

    def test_the_match_is_known_the_next_time_and_is_not_taken_for_another_table(self, ana):
        table = "When,A,B\n2026-03-04,23:00,07:00\n"
        match = {"kind": "sleep", "sleep_day": "0", "sleep_asleep": "1", "sleep_awake": "2"}
        take(ana, table, **match)
        longer = table + "2026-03-05,23:00,07:00\n"
        report = intake.preview_file(ana, io.BytesIO(longer.encode()))
        assert (report["counts"]["sleep"]["there"], report["counts"]["sleep"]["new"]) == (1, 1)
        other = "When,A,C\n2026-03-06,23:00,07:00\n"
        assert intake.preview_file(ana, io.BytesIO(other.encode()))["counts"] == {}


class TestTablesOfApps:
    """Tables as some apps and people write them, with nothing answered."""

    def test_nights_with_a_quality_in_per_cent_and_steps(self):
        row = only(
            "Start;End;Sleep quality;Time in bed;Wake up;Activity (steps)\n"
            "2014-06-05 22:53:01;2014-06-06 06:54:04;78%;8:01;:);0\n"
        )
        assert (row.kind, row.fields["quality"]) == ("sleep", 4)

    def test_workouts_with_seconds_and_english_days(self):
        row = only(
            "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time\n"
            '123,"Apr 23, 2018, 5:12:33 PM",Evening Run,Run,1870\n'
        )
        assert (row.fields["activity"], row.fields["minutes"]) == ("run", 31)
        assert row.fields["start"] == utc(2018, 4, 23, 15, 12, 33)

    def test_workouts_of_a_german_spreadsheet(self):
        table = "Datum;Uhrzeit;Aktivität;Dauer (min)\n04.03.2026;18:00;Joggen;45,5\n"
        row = only(table.encode("cp1252"))
        assert (row.fields["activity"], row.fields["minutes"]) == ("jog", 46)

    def test_sittings_of_a_timer(self):
        row = only("Started At,Duration,Preset,Activity\n01/14/2019 07:21:13,0:10:0,Morning,Meditation\n")
        assert (row.kind, row.fields["technique"], row.fields["minutes"]) == ("practice", "meditation", 10)

    def test_coffees_with_their_milligrams_and_none_without(self):
        row = only("timestamp,what,mg\n2026-03-04T08:00:00Z,Coffee,95\n")
        assert (row.fields["item"], row.fields["amount"], row.fields["zone"]) == (
            "caffeine",
            95,
            "Europe/Berlin",
        )
        (problem,) = read("timestamp,what\n2026-03-04T08:00:00Z,Coffee\n")
        assert "how much" in problem.sentence


@pytest.mark.parametrize(
    "cells", ["2026-02-30,23:00,07:00", "2026-03-04,,07:00", ",23:00,07:00", "x,y,z", "2026-03-04"]
)
def test_what_cannot_be_read_is_listed_with_its_line_and_the_next_comes_in(cells):
    problem, row = read(f"Date,Asleep,Awake\n{cells}\n2026-03-05,23:00,07:00\n")
    assert isinstance(problem, Problem)
    assert (problem.line, row.line) == (2, 3)


def test_the_file_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    take(ana, NIGHT)
    counts = take(ana, NIGHT + "2026-03-05,23:00,07:00\n")["counts"]["sleep"]
    assert (counts["new"], counts["there"]) == (1, 1)


def test_a_night_that_was_mended_in_the_table_is_changed_not_added(ana):
    take(ana, NIGHT)
    assert take(ana, NIGHT.replace("07:00", "07:30"))["counts"]["sleep"]["changed"] == 1


CELLS = st.one_of(
    st.sampled_from(
        ["2026-03-04", "04/03/2026", "23:00", "7 pm", "1772658600", "7h", "1,5", "-", "0", "24:00"]
    ),
    st.text(max_size=8),
)


@given(
    st.lists(st.lists(CELLS, min_size=3, max_size=5), min_size=1, max_size=4),
    st.sampled_from(list(any_csv.KINDS)),
)
def test_a_table_of_any_cells_is_read_or_refused(rows, kind):
    header = {"sleep": "Date,Asleep,Awake,SOL,Quality", "exercise": "Date,Start,End,Activity,Effort"}
    header |= {"practice": "Date,Start,Minutes,Technique,Before", "diet": "Date,Time,Item,Amount,Caffeine"}
    table = header[kind] + "\n" + "".join(",".join(cells) + "\n" for cells in rows)
    found = []
    with suppress(Unreadable):
        found = read(table, kind=kind) if any_csv.recognises(upload(table)) else []
    assert all(isinstance(one, Row | Problem) for one in found)


def test_an_entry_with_a_number_of_its_own_is_changed_when_its_start_is(ana):
    sheet = "id,start,activity,minutes\n7,2026-03-04 10:00,Running,30\n8,2026-03-05 10:00,Running,30\n"
    take(ana, sheet)
    assert take(ana, sheet.replace("04 10:00", "04 11:00"))["counts"]["exercise"]["changed"] == 1
    assert ana.exerciselogs.count() == 2


@pytest.mark.parametrize("seconds", ["1800", "1800.0", "1800.000"])
def test_numbers_beyond_the_minutes_of_a_day_are_seconds_with_or_without_a_point(seconds):
    sheet = f"Date,Activity,Duration\n2026-03-04,Running,{seconds}\n2026-03-05,Running,1200.0\n"
    assert [row.fields["minutes"] for row in read(sheet)] == [30, 20]


def test_more_sleep_than_the_night_is_listed():
    (problem,) = read("Date,Asleep,Awake,Slept\n2026-03-04,23:00,07:00,600\n")
    assert "more minutes of sleep" in problem.sentence


def test_a_day_beside_the_waking_alone_is_enough():
    night = only("Asleep,Awake\n23:00,2026-03-04 07:00\n").fields
    assert night["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)


class TestNothingIsLost:
    """Every row of a table comes in or is listed."""

    ROWS = "2026-03-04,23:00,07:00,fine\n2026-03-05,23:00,07:00,\n2026-03-06,23:00,07:00,b\n"
    MATCHED = {"kind": "sleep", "sleep_day": "0", "sleep_asleep": "1", "sleep_awake": "2", "sleep_note": "3"}

    def test_a_table_without_a_header_has_its_first_row(self):
        assert ask(self.ROWS)["sleep-day"].choices["0"] == "1 (2026-03-04)"
        assert [row.line for row in read(self.ROWS, **self.MATCHED)] == [1, 2, 3]

    def test_a_header_below_rows_of_days_is_listed(self):
        problem, *rows = read(self.ROWS + "Date,Asleep,Awake,Note\n", **self.MATCHED)
        assert (problem.line, len(rows)) == (4, 3)

    def test_a_table_of_which_nothing_is_matched_says_so(self):
        (problem,) = read(self.ROWS)
        assert "no column" in problem.sentence

    def test_a_row_that_is_empty_where_it_is_matched_is_listed(self):
        problem, row = read("Date,Asleep,Awake,Dream\n,,,only this\n2026-03-05,23:00,07:00,\n")
        assert (problem.line, row.line) == (2, 3)

    @pytest.mark.parametrize(
        "after",
        ["2026-03-05,23:00,07:00,b\n", '2026-03-05,23:00,07:00,"b"\n', '2026-03-05,23:00,07:00,b"\n'],
        ids=["never closed", "closed by another cell", "closed at the end of another"],
    )
    def test_an_open_quote_is_listed_and_swallows_no_row(self, after):
        found = read('Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,"tired\n' + after)
        rows = [one for one in found if isinstance(one, Row)]
        assert [(row.line, row.fields["note"][:1]) for row in rows] == [(2, "t"), (3, "b")]
        assert [one.line for one in found if isinstance(one, Problem)] == [2]

    def test_an_open_quote_in_the_last_line_is_listed(self):
        found = read('Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,"tired')
        assert sorted(type(one).__name__ for one in found) == ["Problem", "Row"]

    def test_an_open_quote_in_the_first_row_of_a_table_without_a_header_is_listed(self):
        table = '2026-03-04,23:00,07:00,"tired\n2026-03-05,23:00,07:00,\n'
        assert any_csv.recognises(upload(table))
        assert [one.line for one in read(table, **self.MATCHED)] == [1, 1, 2]

    def test_an_open_quote_before_many_rows_is_listed(self):
        later = "".join(f"2026-04-{day:02},23:00,07:00,{'x' * 6000}\n" for day in range(1, 31))
        found = read('Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,"tired\n' + later)
        assert sum(isinstance(one, Row) for one in found) == 31

    def test_a_note_of_several_lines_with_commas_is_one_note(self):
        note = "late, loud\n\nthen, at 3:00, awake"
        table = f'Date,Asleep,Awake,Note\n2026-03-04,23:00,07:00,"{note}"\n2026-03-05,23:00,07:00,c\n'
        assert [(row.line, row.fields["note"]) for row in read(table)] == [(2, note), (5, "c")]


class TestZips:
    """A zip with one table, whatever lies beside it."""

    @pytest.mark.parametrize("beside", ["README.md", "readme.txt", "photo.jpg", "notes.txt", "a/LICENSE"])
    def test_a_table_is_read_whatever_lies_beside_it(self, beside):
        file = packed({beside: "Hello, you\nthis is, a text\n", "my/sleep.csv": NIGHT})
        assert recognise(upload(file)) is any_csv
        assert only(file).kind == "sleep"

    def test_of_two_tables_one_has_to_be_chosen(self):
        file = packed({"a/sleep.csv": NIGHT, "a/food.csv": "Date,Berries\n2026-03-04,1\n"})
        assert recognise(upload(file)) is any_csv
        with pytest.raises(Unreadable, match=r"several tables \(sleep\.csv, food\.csv\): unpack it"):
            any_csv.questions(upload(file))

    def test_a_zip_without_a_table_is_not_ours(self):
        assert not any_csv.recognises(upload(packed({"readme.txt": "Hello, you\nthis is, a text\n"})))


@pytest.mark.parametrize(
    ("header", "kind", "name", "slug"),
    [
        ("Meditation (min)", "practice", "technique", "meditation"),
        ("Running (min)", "exercise", "activity", "run"),
    ],
)
def test_a_column_of_minutes_may_be_named_for_what_was_done(header, kind, name, slug):
    table = f"Day,{header}\n2026-03-04,10\n2026-03-05,20\n"
    assert (ask(table)["kind"].proposed, ask(table)[f"{kind}-minutes"].proposed) == (kind, "1")
    assert [(row.fields[name], row.fields["minutes"]) for row in read(table)] == [(slug, 10), (slug, 20)]
