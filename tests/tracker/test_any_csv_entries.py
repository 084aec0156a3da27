"""From the cells of any table to entries: days, times and lengths; nights, bouts, practices and food."""

from datetime import date

import pytest

from tests.tracker.tables import OWN, only, read, take, utc
from tracker.importers import Row
from tracker.importers.any_csv import values


class TestCells:
    """Days, clock times, lengths and numbers as people and programs write them."""

    @pytest.mark.parametrize(
        "text",
        [
            "2026-03-04 22:10", "2026-03-04T22:10:00", "2026/03/04 22:10", "04.03.2026 22:10", "4.3.26 22:10",
            "04-03-2026 10:10 PM", "04/03/2026, 10:10:00 p.m.", "04/03/2026 10:10\u202fPM",
            "4 Mar 2026 22:10",
            "Mar 4, 2026 10:10 PM", "4. März 2026 22:10", "4 mars 2026 22h10", "22:10 04/03/2026",
            "2026-03-04 22:10:00.000",
        ],
    )  # fmt: skip
    def test_a_moment_on_the_wall(self, text):
        told = values.moment(text, "dmy")
        assert (told.day, told.clock, told.offset) == (date(2026, 3, 4), 22 * 3600 + 600, None)

    @pytest.mark.parametrize(
        "text", ["2026-03-04T22:10:00+01:00", "2026-03-04 22:10 +0100", "04.03.2026 22:10+01:00"]
    )
    def test_an_offset_is_kept(self, text):
        assert values.moment(text, "dmy").offset.total_seconds() == 3600

    @pytest.mark.parametrize("text", ["1772658600", "1772658600.0", "1772658600000"])
    def test_a_count_of_seconds_or_milliseconds_is_a_moment(self, text):
        assert values.moment(text, "dmy").instant == utc(2026, 3, 4, 21, 10)

    @pytest.mark.parametrize(
        ("text", "clock"),
        [("23:05", 83100), ("11:05 pm", 83100), ("12:05 AM", 300), ("7.30", 27000), ("7h30", 27000),
         ("7 am", 25200), ("23:05 Uhr", 83100)],
    )  # fmt: skip
    def test_a_clock_time_alone(self, text, clock):
        assert values.moment(text, "dmy").clock == clock

    @pytest.mark.parametrize(
        "text",
        [
            "30.02.2026",
            "25:00",
            "7:60",
            "13:05 pm",
            "soon",
            "4 Foo 2026",
            "99999999999999",
            "2026-13-01",
            "1/1",
        ],
    )
    def test_what_is_no_moment_is_none(self, text):
        with pytest.raises((ValueError, OverflowError)):
            values.moment(text, "dmy")

    @pytest.mark.parametrize(
        ("text", "minutes"),
        [("7:30", 450), ("7:30:30", 450.5), ("7h 30m", 450), ("7 h 30 min", 450), ("450 min", 450),
         ("7,5 h", 450), ("450", 450), ("1h", 60), ("90 s", 1.5)],
    )  # fmt: skip
    def test_a_length(self, text, minutes):
        assert values.length(text, 1) == minutes

    def test_a_bare_length_is_in_the_unit_that_is_said(self):
        assert values.length("7,5", 60) == 450

    @pytest.mark.parametrize(
        ("text", "number"),
        [
            ("1234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234.5", 1234.5),
            ("7,5", 7.5),
            ("95 mg", 95),
            ("-3", -3),
        ],
    )
    def test_a_number_with_a_comma_or_a_point(self, text, number):
        assert values.number(text) == number

    @pytest.mark.parametrize("text", ["", "x", "1e5", "--", "1-2", "1.2.3"])
    def test_what_is_no_number_is_none(self, text):
        with pytest.raises(ValueError):  # noqa: PT011
            values.number(text)


class TestNights:
    def test_clock_times_stand_around_the_day_of_waking(self):
        fields = next(row for row in read(OWN.read_bytes()) if isinstance(row, Row)).fields
        assert (fields["bed"], fields["tried"]) == (utc(2026, 3, 3, 21, 50), utc(2026, 3, 3, 22))
        assert (fields["awake"], fields["up"]) == (utc(2026, 3, 4, 6), utc(2026, 3, 4, 6, 20))
        assert fields["asleep"] == utc(2026, 3, 3, 22, 15)

    def test_or_around_the_day_of_the_evening(self):
        table = "Night of,Bed,Asleep,Awake\n2026-03-03,22:50,23:10,07:00\n2026-03-05,23:50,00:20,07:00\n"
        first, second = (row.fields for row in read(table, sleep_day="0", night="evening"))
        assert (first["asleep"], first["awake"]) == (utc(2026, 3, 3, 22, 10), utc(2026, 3, 4, 6))
        assert (second["bed"], second["asleep"]) == (utc(2026, 3, 5, 22, 50), utc(2026, 3, 5, 23, 20))

    def test_a_nap_stays_on_its_day(self):
        fields = only("Date,Asleep,Awake,Nap\n2026-03-04,14:00,14:40,yes\n").fields
        assert (fields["asleep"], fields["nap"]) == (utc(2026, 3, 4, 13), True)

    def test_falling_asleep_follows_from_trying_and_its_length(self):
        fields = only("Date,Lights out,SOL,Awake\n2026-03-04,23:00,15,07:00\n").fields
        assert fields["asleep"] == utc(2026, 3, 3, 22, 15)

    def test_waking_follows_from_the_time_asleep_and_the_time_awake(self):
        fields = only("Asleep,Total sleep time,WASO\n2026-03-03 23:00,7:30,30\n").fields
        assert (fields["awake"], fields["waso"]) == (utc(2026, 3, 4, 6), 30)

    def test_the_time_awake_follows_from_the_time_asleep(self):
        fields = only("Asleep,Awake,Hours slept\n2026-03-03 23:00,2026-03-04 07:00,7.5\n").fields
        assert fields["waso"] == 30

    @pytest.mark.parametrize(
        ("marks", "stars"),
        [((1, 5), (1, 5)), ((6, 10), (3, 5)), ((55, 90), (3, 5))],
        ids=["five", "ten", "hundred"],
    )
    def test_quality_of_another_scale_is_of_five(self, marks, stars):
        rows = "".join(
            f"2026-03-0{n} 23:00,2026-03-0{n + 1} 07:00,{mark}\n"
            for n, mark in zip((3, 4), marks, strict=True)
        )
        assert tuple(row.fields["quality"] for row in read("Asleep,Awake,Quality\n" + rows)) == stars

    def test_an_offset_of_the_file_goes_before_the_zone_that_was_asked_for(self):  # rules.md, 26
        fields = only("start,end\n2026-03-03T23:00+09:00,2026-03-04T07:00+09:00\n", kind="sleep").fields
        assert (fields["asleep"], fields["zone"]) == (utc(2026, 3, 3, 14), "Etc/GMT-9")

    def test_a_time_that_comes_twice_is_the_first_and_is_listed(self):  # rules.md, 4
        problem, row = sorted(
            read("Date,Asleep,Awake\n2026-10-25,23:00,02:30\n"), key=lambda found: isinstance(found, Row)
        )
        assert row.fields["awake"] == utc(2026, 10, 25, 0, 30)
        assert "twice" in problem.sentence

    def test_a_time_that_the_clock_skips_moves_forward(self):  # rules.md, 4
        assert only("Date,Asleep,Awake\n2026-03-29,02:30,07:00\n").fields["asleep"] == utc(2026, 3, 29, 1, 30)

    def test_a_file_of_nights_comes_in(self, ana):
        report = take(ana, OWN.read_bytes())
        assert report["counts"]["sleep"]["new"] == 3
        assert [line for line, _why in report["problems"]] == [5]
        night = ana.sleeplogs.get(day="2026-03-04")
        assert (night.sol, night.awakenings, night.quality, night.note) == (15, 2, 4, "wind; and rain")


class TestOthers:
    """Exercise, practice and diet."""

    def test_a_workout_with_a_start(self):
        row = only("Start,Activity,Duration (min),RPE\n2026-03-04 18:00,Running,30,6\n")
        assert (row.fields["start"], row.fields["activity"], row.fields["minutes"]) == (
            utc(2026, 3, 4, 17),
            "run",
            30,
        )
        assert (row.fields["intensity"], row.fields["effort"]) == ("vigorous", 6)

    @pytest.mark.parametrize(
        ("header", "cell", "minutes"),
        [("Duration (h)", "0,5", 30), ("Duration (seconds)", "1800", 30), ("Duration", "0:30", 30),
         ("Minutes", "30", 30), ("duration_ms", "1800000", 30)],
    )  # fmt: skip
    def test_a_length_is_in_the_unit_that_its_column_names(self, header, cell, minutes):
        table = f"Date;Activity;{header}\n2026-03-04;Yoga;{cell}\n"
        assert only(table, exercise_minutes="2").fields["minutes"] == minutes

    def test_a_workout_that_ends_has_its_length(self):
        table = "Date,Start,End,Activity\n2026-03-04,23:30,00:15,Walking\n"
        assert only(table).fields["minutes"] == 45

    def test_what_a_body_rests_in_is_listed_and_no_exercise(self):
        problem, row = read("Date,Activity,Minutes\n2026-03-04,Gaming,90\n2026-03-04,Yoga,20\n")
        assert (problem.line, "no exercise" in problem.sentence, row.fields["activity"]) == (2, True, "yoga")

    def test_a_day_without_a_time_is_the_day(self, ana):
        take(ana, "Date,Activity,Minutes\n2026-03-04,Yoga,20\n2026-03-04,Yoga,20\n")
        bouts = ana.exerciselogs.all()
        assert [(bout.day, bout.start, bout.minutes) for bout in bouts] == [(date(2026, 3, 4), None, 20)] * 2

    def test_no_minutes_is_none_that_day(self, ana):  # rules.md, 10
        take(ana, "Date,Activity,Minutes\n2026-03-04,,0\n")
        assert (ana.exerciselogs.get().activity, ana.exerciselogs.get().minutes) == ("", 0)

    def test_a_practice_with_stress_before_and_after(self):
        fields = only(
            "Date,Technique,Minutes,Stress before,Stress after\n2026-03-04,Breathing,10,7,3\n"
        ).fields
        assert (fields["technique"], fields["stress_before"], fields["stress_after"]) == ("breathing", 7, 3)

    def test_a_practice_of_another_name_keeps_it(self):
        fields = only("Date,Technique,Minutes\n2026-03-04,Chanting,10\n").fields
        assert (fields["technique"], fields["note"]) == ("other", "Chanting")

    def test_food_row_by_row(self):
        fields = only("Date,Food,Servings\n2026-03-04,Salmon,1.5\n").fields
        assert (fields["item"], fields["amount"]) == ("oily-fish", 1.5)

    def test_food_column_by_column_and_an_empty_cell_is_unknown(self):
        rows = read("Date,Caffeine (mg),Alcohol (g),Berries\n2026-03-04,95 mg,0,\n")
        assert [(row.fields["item"], row.fields["amount"]) for row in rows] == [
            ("caffeine", 95),
            ("alcohol", 0),
        ]

    def test_food_that_is_not_known_here_is_listed_by_its_name(self):
        (problem,) = read("Date,Food,Servings\n2026-03-04,Gravel,1\n")
        assert problem.params == {"name": "Gravel"}
