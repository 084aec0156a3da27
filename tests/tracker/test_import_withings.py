"""Withings: tables of sleep and activities in any language, read on instants. Files are made here."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.tracker.handed import packed, read, row, table, taken, upload, why
from tracker.importers import Unreadable, recognise, withings

OWN = Path(__file__).parent / "files" / "withings-sleep.csv"
ENGLISH = [
    "from",
    "to",
    "light (s)",
    "deep (s)",
    "rem (s)",
    "awake (s)",
    "wake up",
    "Duration to sleep (s)",
    "Duration to wake up (s)",
    "Snoring (s)",
    "Snoring episodes",
    "Average heart rate",
    "Heart rate (min)",
    "Heart rate (max)",
]
GERMAN = [
    "von",
    "bis",
    "leicht (s)",
    "tief (s)",
    "rem (s)",
    "wach (s)",
    "Aufwachen",
    "Dauer des Schlafs (s)",
    "Dauer bis zum Wachwerden (s)",
    "Schnarchen (s)",
    "Schnarchepisoden",
    "Durchschnittliche Herzfrequenz",
    "Herzfrequenz (min)",
    "Herzfrequenz (max)",
    "Night events",
]
FRENCH = [
    "de",
    "à",
    "léger (s)",
    "profond (s)",
    "paradoxal (s)",
    "éveillé (s)",
    "réveil",
    "Durée d'endormissement (s)",
    "Durée du réveil (s)",
]
DOING = ["from", "to", "from (manual)", "to (manual)", "Timezone", "Activity type", "Data", "GPS", "Modified"]
TUN = [
    "von",
    "bis",
    "von (manuell)",
    "bis (manuell)",
    "Zeitzone",
    "Aktivitätstyp",
    "Daten",
    "GPS",
    "Geändert",
]


def night(start="2026-03-03T22:50:00+01:00", end="2026-03-04T07:00:00+01:00", **more):
    """Ten minutes to fall asleep, 20 awake in the night, 10 until out of bed: 7.5 hours of sleep."""
    cells = {"light": 9000, "deep": 6000, "rem": 12000, "awake": 2400, "wakings": 3, "sol": 600, "out": 600}
    return [start, end, *{**cells, **more}.values(), 0, 0, 54, 48, 70]


def activity(start="2026-03-04T18:00:00+01:00", end="2026-03-04T18:40:00+01:00", **more):
    cells = {"from": "", "to": "", "zone": "Europe/Berlin", "name": "Running", "data": '{"calories": 300}'}
    return [start, end, *{**cells, **more}.values(), "", ""]


@pytest.mark.parametrize("header", [ENGLISH, GERMAN, FRENCH], ids=["en", "de", "fr"])
def test_a_night_is_the_same_in_each_language(header):
    content = table(header, night()[: len(header)])
    assert recognise(upload(content)) is withings
    sleep = row(withings, content).fields
    assert sleep["bed"] == datetime(2026, 3, 3, 21, 50, tzinfo=UTC)
    assert sleep["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert sleep["awake"] == datetime(2026, 3, 4, 5, 50, tzinfo=UTC)
    assert sleep["up"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (sleep["waso"], sleep["awakenings"], sleep["sol"]) == (20, 3, 10)
    assert (sleep["light"], sleep["deep"], sleep["rem"]) == (150, 100, 200)
    assert sleep["zone"] == "Europe/Berlin"


@pytest.mark.parametrize("header", [DOING, TUN], ids=["en", "de"])
def test_an_activity_is_the_same_in_each_language_and_keeps_its_zone(header):
    content = table(header, activity(zone="Asia/Tokyo", data='{"pause_duration": 300, "intensity": 50}'))
    assert recognise(upload(content)) is withings
    bout = row(withings, content).fields
    assert (bout["activity"], bout["minutes"], bout["zone"]) == ("run", 35, "Asia/Tokyo")
    assert bout["start"] == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)


def test_times_corrected_by_hand_stand_for_those_of_the_watch():
    by_hand = {"from": "2026-03-04T18:10:00+01:00", "to": "2026-03-04T18:20:00+01:00"}
    assert row(withings, table(DOING, activity(**by_hand))).fields["minutes"] == 10


SHADOW = activity(name="Multi Sport", data="{}")


@pytest.mark.parametrize("cells", [[activity(), SHADOW], [SHADOW, activity()]], ids=["after", "before"])
def test_the_shadow_of_a_workout_is_passed_over_whichever_stands_first(ana, cells):
    bout = row(withings, table(DOING, *cells))
    assert bout.fields["activity"] == "run"
    assert taken(ana, table(DOING, *cells)) == {"exercise": {"new": 1}}


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ([SHADOW], ["other"]),
        (
            [activity(), activity(end="2026-03-04T18:41:00+01:00", name="Multi Sport", data="{}")],
            ["run", "other"],
        ),
        ([activity(), activity(name="Multi Sport")], ["run", "other"]),
        ([SHADOW, SHADOW], ["other", "other"]),
    ],
    ids=["alone", "at other times", "with data", "of a shadow"],
)
def test_a_workout_of_several_sports_is_one_where_none_stands_beside_it(cells, names):
    found = read(withings, table(DOING, *cells))
    assert [one.fields["activity"] for one in found] == names


def test_an_activity_that_was_left_on_for_more_than_a_day_is_listed(ana):
    left_on = activity(end="2026-03-05T19:32:00+01:00")
    assert why(withings, table(DOING, left_on)) == "it is longer than a day"
    assert taken(
        ana, table(DOING, left_on, activity("2026-03-06T18:00:00+01:00", "2026-03-07T18:00:00+01:00"))
    ) == {"exercise": {"new": 1}}


def test_an_activity_of_another_name_keeps_it_and_one_without_sound_data_still_counts():
    bout = row(withings, table(DOING, activity(name="Fencing", data="{"))).fields
    assert (bout["activity"], bout["note"], bout["minutes"]) == ("other", "Fencing", 40)


def test_the_zip_of_the_account_has_both():
    content = packed(
        {"data/a.csv": table(ENGLISH, night()), "b.csv": table(DOING, activity()), "c.csv": "x,y\n1,2\n"}
    )
    assert recognise(upload(content)) is withings
    assert sorted(found.kind for found in read(withings, content)) == ["exercise", "sleep"]


def test_a_night_over_the_clocks_going_back_has_its_true_length():
    sleep = row(
        withings, table(ENGLISH, night("2026-10-24T22:50:00+02:00", "2026-10-25T07:00:00+01:00"))
    ).fields
    assert (sleep["awake"] - sleep["asleep"]).total_seconds() == (8 * 60 + 50) * 60


def test_a_night_abroad_keeps_its_own_clock():  # rules.md, 26
    sleep = row(
        withings, table(ENGLISH, night("2026-03-03T22:50:00-05:00", "2026-03-04T07:00:00-05:00"))
    ).fields
    assert (sleep["zone_bed"], sleep["zone"]) == ("Etc/GMT+5", "Etc/GMT+5")


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (night(end="2026-02-30T07:00:00+01:00"), "is missing or wrong"),
        (night(end="2026-03-04 07:00:00"), "is missing or wrong"),
        (night(light="many"), "is missing or wrong"),
        (night(light="nan"), "is missing or wrong"),
        (night()[:2], "only the time in bed"),
        (night(light=0, deep=0, rem=0), "only the time in bed"),
        (night(end="2026-03-03T22:40:00+01:00"), "ends before it begins"),
        (night(light=90000), "more minutes of sleep"),
    ],
)
def test_a_night_that_cannot_be_read_is_listed(cells, sentence):
    assert sentence in why(withings, table(ENGLISH, cells))


def test_the_same_export_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    later = night("2026-03-04T22:50:00+01:00", "2026-03-05T07:00:00+01:00")
    assert taken(ana, table(ENGLISH, night())) == {"sleep": {"new": 1}}
    assert taken(ana, table(ENGLISH, night())) == {"sleep": {"there": 1}}
    assert taken(ana, table(ENGLISH, night(), later)) == {"sleep": {"there": 1, "new": 1}}
    assert taken(ana, table(GERMAN, [*night(awake=0, rem=11000), ""])) == {"sleep": {"changed": 1}}


def test_a_file_of_some_nights_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 3}}


def test_a_table_that_is_cut_off_in_a_text_is_refused():
    with pytest.raises(Unreadable, match="cut off"):
        read(withings, table(DOING, activity()).partition("calories")[0])


def test_an_activity_that_was_corrected_since_is_changed_not_added(ana):
    by_hand = {"from": "2026-03-04T18:10:00+01:00", "to": "2026-03-04T18:40:00+01:00"}
    taken(ana, table(DOING, activity()))
    later = taken(ana, table(DOING, activity(**by_hand)))
    assert later == {"exercise": {"changed": 1}}
