"""Tables as other programs write them: the columns that are proposed by what stands in them."""

from datetime import date

import pytest

from tests.tracker.tables import only, read, utc

WATCH = """ISO8601,bedtime,waketime,inBed,awake,fellAsleepIn,asleep,quality
2026-03-04T23:59:59+01:00,2026-03-03 22:50:00,2026-03-04 07:00:00,08:10:00,00:20:00,00:05:00,07:45:00,05:10:00
"""
PHONE = """Start;End;Sleep Quality;Time in bed (seconds);Time asleep (seconds);Time before sleep (seconds)
2026-03-03 22:50:00;2026-03-04 07:00:00;89%;29400.0;27000.0;600.0
"""


def test_beside_moments_with_their_day_a_clock_time_alone_is_a_length():
    night = only(WATCH).fields
    assert (night["bed"], night["asleep"]) == (utc(2026, 3, 3, 21, 50), utc(2026, 3, 3, 21, 55))
    assert (night["awake"], night["waso"], night["quality"]) == (utc(2026, 3, 4, 6, 0), 20, None)


def test_a_start_beside_the_time_it_took_to_sleep_is_no_onset():
    night = only(PHONE).fields
    assert (night["tried"], night["asleep"]) == (utc(2026, 3, 3, 21, 50), utc(2026, 3, 3, 22, 0))
    assert (night["waso"], night["quality"]) == (30, 5)


def test_a_column_of_days_that_tells_the_time_is_the_start():
    run = only("Activity Type,Date,Time\nRunning,2026-03-04 18:30:00,00:31:20\n")
    assert (run.fields["start"], run.fields["minutes"]) == (utc(2026, 3, 4, 17, 30), 31)


def test_an_export_in_german_is_known_by_its_columns():
    ride = only("Aktivitätsdatum,Aktivitätsart,Bewegungszeit\n04.03.2026 18:30:00,Radfahrt,3600\n")
    assert (ride.fields["activity"], ride.fields["minutes"]) == ("cycling", 60)


def test_midnight_of_every_day_is_no_start():
    run = only("Activity Type,Date,Minutes\nRunning,2026-03-04 00:00:00,31\n")
    assert (run.day, "start" in run.fields) == (date(2026, 3, 4), False)


@pytest.mark.parametrize(("cell", "is_length"), [("0:45", True), ("21:30", False)])
def test_a_time_too_late_to_be_a_length_is_when_it_began(cell, is_length):
    (found,) = read(f"Date,Activity,Time\n2026-03-04,Running,{cell}\n")
    assert hasattr(found, "fields") == is_length  # of the other it is not known how long it took


def test_the_day_is_a_column_that_can_be_read_as_one():
    assert only("date,full_date,activity,minutes\nMarch 4,2026-03-04,Running,30\n").day == date(2026, 3, 4)


FOODS = """Day,Time,Group,Food Name,Amount,Alcohol (g),Caffeine (mg)
2026-03-04,08:10 AM,Breakfast,Coffee,1.00 cup,0.00,94.80
2026-03-04,07:30 PM,Dinner,Red wine,5.00 fl oz,15.6,0.00
"""


def test_where_drinks_have_columns_a_meal_is_no_food_and_0_at_a_time_is_no_answer():
    found = [(row.fields["item"], row.fields["amount"], row.fields["start"]) for row in read(FOODS)]
    assert found == [
        ("caffeine", 94.8, utc(2026, 3, 4, 7, 10)),
        ("alcohol", 15.6, utc(2026, 3, 4, 18, 30)),
    ]


def test_0_of_a_whole_day_is_an_answer():
    assert only("Day,Alcohol (g)\n2026-03-04,0\n").fields["amount"] == 0
