"""Sleep as Android: what its export says, read on instants. Files are made here, in the app's shape."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tracker import intake
from tracker.importers import Answers, Problem, Upload, recognise, sleep_as_android

OWN = Path(__file__).parent / "files" / "sleep-export.csv"
SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "sleep-as-android"
STEADY = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"


def record(
    start, to, hours, zone="Europe/Berlin", comment="", rating="0.0", deep="-1.0", adjust="0", events=()
):
    """A header and its record, as the app writes them: the columns after the fifteenth differ each time."""
    header = ",".join([STEADY, '"23:10"', *['"Event"'] * len(events)])
    stamp = str(int(start.timestamp() * 1000))
    begin = start.astimezone(ZoneInfo(zone)).strftime("%d. %m. %Y %H:%M")
    cells = [
        stamp,
        zone,
        begin,
        to,
        to,
        hours,
        rating,
        comment,
        "10007",
        "-1",
        "-1.0",
        "-1",
        deep,
        adjust,
        "",
    ]
    quoted = ",".join('"{}"'.format(cell.replace('"', '""')) for cell in [*cells, "0.5", *events])
    return f"{header}\n{quoted}\n"


def night(start=datetime(2026, 3, 3, 22, 10, tzinfo=UTC), to="04. 03. 2026 6:40", hours="7.500", **more):
    return record(start, to, hours, **more)


def upload(text):
    return Upload(io.BytesIO(text.encode()))


def read(text):
    return list(sleep_as_android.read(upload(text), Answers()))


def only(text):
    (row,) = read(text)
    return row.fields


def zipped(text):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("sleep-export.csv", text)
        archive.writestr("prefs.xml", "<map/>")
        archive.writestr("alarms.json", "[]")
    file.seek(0)
    return file


@pytest.mark.parametrize("file", [zipped(night()), io.BytesIO(night().encode())], ids=["zip", "csv"])
def test_the_zip_and_the_csv_are_known_by_their_content(file):
    assert recognise(Upload(file)) is sleep_as_android


def test_a_sleep_starts_at_its_id_and_ends_in_the_minute_of_to():
    sleep = only(night(to="04. 03. 2026 6:40", hours="7.500"))
    assert sleep["asleep"] == datetime(2026, 3, 3, 22, 10, tzinfo=UTC)
    assert sleep["awake"] == datetime(2026, 3, 4, 5, 40, tzinfo=UTC)


def test_rounded_hours_do_not_move_the_end_out_of_its_minute():
    sleep = only(night(to="04. 03. 2026 6:39", hours="7.500"))
    assert sleep["awake"] == datetime(2026, 3, 4, 5, 39, 59, tzinfo=UTC)


def test_a_night_over_the_clocks_going_forward_has_its_true_length():
    start = datetime(2026, 3, 28, 22, 0, tzinfo=UTC)  # 23:00 in Berlin; the clocks skip from 2 to 3
    sleep = only(night(start, "29. 03. 2026 7:00", "7.000"))
    assert sleep["awake"] == datetime(2026, 3, 29, 5, 0, tzinfo=UTC)


@pytest.mark.parametrize(("hours", "waking"), [("3.500", 0), ("4.500", 1)])
def test_a_waking_in_the_hour_that_comes_twice_is_told_by_the_length(hours, waking):
    start = datetime(2026, 10, 24, 21, 0, tzinfo=UTC)  # 23:00 in Berlin; 2:30 comes twice
    sleep = only(night(start, "25. 10. 2026 2:30", hours))
    assert sleep["awake"] == datetime(2026, 10, 25, waking, 30, tzinfo=UTC)


def test_what_the_app_takes_off_the_length_is_minutes_awake():
    assert only(night(adjust="-25"))["waso"] == 25
    assert only(night(adjust="0"))["waso"] is None
    assert only(night(adjust="-1.0"))["waso"] is None  # entered by hand


def test_no_rating_is_no_quality():
    assert only(night(rating="0.0"))["quality"] is None
    assert only(night(rating="-1.0"))["quality"] is None
    assert only(night(rating="4.0"))["quality"] == 4


@pytest.mark.parametrize(("rating", "quality"), [("0.25", 1), ("0.5", 1), ("1.25", 1), ("4.75", 5)])
def test_a_quarter_of_a_star_is_a_rating(rating, quality):
    assert only(night(rating=rating))["quality"] == quality


def test_deep_sleep_is_a_share_of_the_minutes_asleep():
    assert only(night(deep="0.4", adjust="-30"))["deep"] == pytest.approx(168)
    assert only(night(deep="-2.0"))["deep"] is None


def test_stages_come_from_the_events_where_there_are_any():
    begin = int(datetime(2026, 3, 3, 22, 10, tzinfo=UTC).timestamp() * 1000)
    at = [begin + minutes * 60_000 for minutes in (0, 60, 60, 90, 90)]
    marks = ("LIGHT_START", "LIGHT_END", "DEEP_START", "DEEP_END", "REM_START")
    events = [f"{mark}-{moment}" for mark, moment in zip(marks, at, strict=True)]
    sleep = only(night(deep="0.9", events=[*events, f"LUX-{begin}-13.0"]))
    assert (sleep["light"], sleep["deep"], sleep["rem"]) == (60, 30, 360)


def marked(*marks):
    """Events so many minutes after the start of the night."""
    begin = int(datetime(2026, 3, 3, 22, 10, tzinfo=UTC).timestamp() * 1000)
    return [f"{name}-{begin + minutes * 60_000}" for name, minutes in marks]


def test_minutes_awake_are_in_no_stage_even_where_the_app_lays_them_over_one():
    events = marked(
        ("LIGHT_START", 0), ("AWAKE_START", 40), ("DEEP_START", 50), ("LIGHT_END", 50), ("AWAKE_END", 60),
        ("AWAKE_START", 100), ("AWAKE_END", 120), ("DEEP_END", 450),
    )  # fmt: skip
    sleep = only(night(adjust="-40", events=events))
    assert (sleep["waso"], sleep["light"], sleep["deep"], sleep["rem"]) == (40, 40, 370, None)


def test_stages_go_no_further_than_the_sleep():
    events = marked(("LIGHT_START", -30), ("LIGHT_END", 60), ("DEEP_START", 60), ("DEEP_END", 10**12))
    sleep = only(night(events=events))
    assert (sleep["light"], sleep["deep"]) == (60, 390)


def test_awake_alone_tells_no_stage():
    sleep = only(night(deep="0.5", events=marked(("AWAKE_START", 0), ("AWAKE_END", 30))))
    assert (sleep["light"], sleep["deep"], sleep["rem"]) == (None, 225, None)


def test_a_comment_becomes_a_note_and_its_tags_words():
    comment = 'Woke "early" \\n  #alcohol_3x #stress '
    assert only(night(comment=comment))["note"] == 'Woke "early"\nalcohol 3x, stress'


def test_sleeps_under_ten_minutes_are_listed():  # rules.md, 8
    (problem,) = read(night(to="03. 03. 2026 23:19", hours="0.150"))
    assert isinstance(problem, Problem)
    assert problem.line == 2


def test_of_two_sleeps_of_which_one_contains_the_other_the_longer_comes_in():  # rules.md, 8
    inner = night(datetime(2026, 3, 3, 22, 30, tzinfo=UTC), "04. 03. 2026 1:30", "2.000")
    problem, row = read(inner + night())
    assert (problem.line, row.line) == (2, 4)
    assert "same sleep" in problem.sentence


def test_an_overlap_of_two_minutes_is_trimmed():  # rules.md, 8
    after = night(datetime(2026, 3, 4, 5, 38, tzinfo=UTC), "04. 03. 2026 8:38", "2.000")
    first, second = read(night() + after)
    assert first.fields["awake"] == second.fields["asleep"] == datetime(2026, 3, 4, 5, 38, tzinfo=UTC)


def test_of_two_sleeps_that_overlap_for_longer_the_shorter_is_listed():
    after = night(datetime(2026, 3, 4, 5, 10, tzinfo=UTC), "04. 03. 2026 8:10", "2.000")
    problem, row = read(night() + after)
    assert (problem.line, row.line) == (4, 2)


@pytest.mark.parametrize(
    "text",
    [
        night().replace('"0.0"', '"nan"'),
        night().replace("Europe/Berlin", "Moon/Crater"),
        night().replace("Europe/Berlin", "../../etc/passwd"),
        night().replace("04. 03. 2026", "the 4th"),
        night(hours="-1e300"),
        f"{STEADY}\n1,Europe/Berlin\n",
    ],
)
def test_a_record_that_cannot_be_read_is_listed_and_the_next_comes_in(text):
    other = night(datetime(2026, 3, 5, 22, 10, tzinfo=UTC), "06. 03. 2026 6:40")
    problem, row = read(text + other)
    assert problem.line == 2
    assert row.line == 4


def test_a_night_counts_to_the_day_of_waking_where_it_was_slept(ana):  # rules.md, 1
    start = datetime(2026, 3, 3, 11, 0, tzinfo=UTC)  # 20:00 in Tokyo
    intake.read_file(ana, zipped(night(start, "04. 03. 2026 4:00", "8.000", zone="Asia/Tokyo")))
    sleep = ana.sleeplogs.get()
    assert (sleep.day.isoformat(), sleep.zone, sleep.source) == (
        "2026-03-04",
        "Asia/Tokyo",
        "sleep-as-android",
    )


def test_a_file_of_some_nights_comes_in_with_its_days_and_what_was_left_out(ana):
    with OWN.open("rb") as file:
        report = intake.read_file(ana, file).report
    assert report["counts"]["sleep"]["new"] == 3
    assert report["days"] == ["2026-10-25", "2026-11-11"]
    assert [line for line, _ in report["problems"]] == [6]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the real exports are not here")
def test_real_exports_come_in_and_later_ones_add_only_what_is_new(ana):
    counts = []
    for name in ("2", "1606551886", "1606736472", "1606738409", "1606738409"):
        with (SAMPLES / f"sleep-export.{name}.zip").open("rb") as file:
            counts.append(intake.read_file(ana, file).report["counts"].get("sleep", {}).get("new", 0))
    assert counts == [1, 1, 1, 0, 0]
    assert {sleep.zone for sleep in ana.sleeplogs.all()} == {"Europe/London"}


@pytest.mark.parametrize(
    "zone", ["Europe", "E" + "9" * 300, "../UTC"], ids=["a folder", "too long", "a path"]
)
def test_a_zone_that_is_none_is_listed(zone):
    (problem,) = read(night(zone="UTC").replace('"UTC"', f'"{zone}"'))
    assert isinstance(problem, Problem)


def test_a_time_beyond_any_clock_is_listed():
    (problem,) = read(night().replace('"1772575800000"', '"99999999917725750000"'))
    assert isinstance(problem, Problem)
