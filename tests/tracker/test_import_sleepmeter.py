"""Sleepmeter: offsets, holes in the night, nights without sleep, and texts that mark no quotes."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from tracker import intake
from tracker.importers import Answers, Problem, Upload, recognise, sleepmeter

OWN = Path(__file__).parent / "files" / "sleepmeter.csv"
SAMPLE = Path(__file__).parents[3] / "shared" / "samples" / "sleepmeter" / "sleep_history.csv"
HEADER = "wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes\n"
BERLIN = Answers("Europe/Berlin")


def record(wake="2026-03-04 07:00+0100", sleep="2026-03-03 23:00+0100", bed="2026-03-03 22:50+0100", **more):
    told = {
        "holes": "",
        "kind": "NIGHT_SLEEP",
        "lists": "NONE,NONE,NONE",
        "quality": "5",
        "notes": "",
        **more,
    }
    return '"{}","{}","{}",{holes},{kind},NONE,{lists},{quality},"{notes}"\n'.format(wake, sleep, bed, **told)


def upload(content):
    return Upload(io.BytesIO(content.encode() if isinstance(content, str) else content))


def read(content, answers=BERLIN):
    return list(sleepmeter.read(upload(content), answers))


def only(*records):
    (row,) = read(HEADER + "".join(records))
    return row


def take(user, content):
    content = content.encode() if isinstance(content, str) else content
    return intake.read_file(user, io.BytesIO(content), BERLIN).report


@pytest.mark.parametrize("start", ["", "custom_aid_id,class,name\n\n", "custom_tag_id,name\n\n", "\ufeff"])
def test_it_is_known_by_its_header_or_that_of_a_list_before_it(start):
    assert recognise(upload(start + HEADER)) is sleepmeter


def test_a_night_has_its_moments_in_utc_its_holes_and_its_quality():
    fields = only(record(holes="60-75|180-190", quality="8")).fields
    assert fields["asleep"] == datetime(2026, 3, 3, 22, tzinfo=UTC)
    assert fields["awake"] == datetime(2026, 3, 4, 6, tzinfo=UTC)
    assert fields["bed"] == datetime(2026, 3, 3, 21, 50, tzinfo=UTC)
    assert (fields["waso"], fields["awakenings"], fields["quality"]) == (25, 2, 4)


@pytest.mark.parametrize(
    ("quality", "stars"), [("0", 1), ("1", 1), ("5", 3), ("6", 3), ("10", 5), ("", None)]
)
def test_half_stars_become_whole_ones(quality, stars):
    assert only(record(quality=quality)).fields["quality"] == stars


@pytest.mark.parametrize(
    ("offset", "zone"),
    [("+0100", "Europe/Berlin"), ("+0900", "Etc/GMT-9"), ("-0500", "Etc/GMT+5"), ("+0530", "Asia/Kolkata")],
)
def test_the_zone_is_home_where_the_clock_agrees_else_the_offset_where_it_has_a_name(offset, zone):
    row = only(
        record(
            *(f"2026-03-0{day} {clock}{offset}" for day, clock in ((4, "07:00"), (3, "23:00"), (3, "22:50")))
        )
    )
    assert (row.fields["zone"], row.fields["zone_bed"]) == (zone, zone)


def test_a_night_of_changing_clocks_has_its_true_length_and_stays_at_home():
    fields = only(record("2026-03-29 07:00+0200", "2026-03-28 23:00+0100", "2026-03-28 22:50+0100")).fields
    assert (fields["awake"] - fields["asleep"]).total_seconds() == 7 * 3600
    assert (fields["zone"], fields["zone_bed"]) == ("Europe/Berlin", "Europe/Berlin")


@pytest.mark.parametrize("note", ['","\n', 'a "word", and\nanother', "", '"', '\n\n",NAP,"'])
def test_a_note_keeps_its_quotes_commas_and_lines(note):
    first, second = read(
        HEADER + record(notes=note) + record("2026-03-05 07:00+0100", "2026-03-04 23:00+0100")
    )
    assert first.fields["note"] == note.strip()
    assert second.fields["note"] == ""


def test_own_names_of_aids_and_tags_stand_in_the_note():
    assert read(OWN.read_bytes())[1].fields["note"] == (
        'woke "twice",\nthen slept on\nlime "tea", reading, caffeine, at my sister\'s,'
    )


def test_a_night_without_sleep_is_a_night_without_sleep(ana):
    take(ana, HEADER + record("2026-03-06 07:00+0100", "2026-03-06 07:00+0100"))
    night = ana.sleeplogs.get()
    assert (night.day, night.asleep, night.awake, night.nap) == (date(2026, 3, 6), None, None, False)


def test_a_file_of_all_kinds_comes_in(ana):
    assert take(ana, OWN.read_bytes())["problems"] == []
    assert ana.sleeplogs.filter(nap=True).get().day == date(2026, 3, 5)
    assert ana.sleeplogs.get(zone="Etc/GMT-9").day == date(2026, 3, 8)
    assert ana.sleeplogs.count() == 4


@pytest.mark.parametrize(
    "bad",
    [
        record("2026-02-30 07:00+0100"),
        record(kind="NAP", wake="2026-03-03 23:00+0100"),
        record(holes="75-60"),
        record(holes="75"),
        record(quality="x"),
        record("0001-01-01 00:00+1400"),
        '"2026-03-04 07:00+0100","2026-03-03 23\n',
    ],
    ids=[
        "no such day",
        "a nap unslept",
        "backwards",
        "half a hole",
        "no number",
        "beyond the calendar",
        "cut off",
    ],
)
def test_what_cannot_be_read_is_listed_with_its_line_and_the_next_comes_in(bad):
    problem, row = read(HEADER + bad + record("2026-03-09 07:00+0100", "2026-03-08 23:00+0100"))
    assert isinstance(problem, Problem)
    assert (problem.line, row.line) == (2, 3)


@pytest.mark.parametrize(
    ("bad", "name"),
    [
        (record("2026-02-30 07:00+0100"), "wake"),
        (record(bed="2026-03-03 24:10+0100"), "bedtime"),
        (record(holes="75-60"), "holes"),
    ],
)
def test_what_cannot_be_read_is_named(bad, name):
    (problem,) = read(HEADER + bad)
    assert problem.params == {"name": name}


def test_waking_before_sleeping_is_listed():
    (problem,) = read(HEADER + record("2026-03-03 22:00+0100"))
    assert problem.line == 2


def test_the_file_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    take(ana, HEADER + record())
    later = record("2026-03-05 07:00+0100", "2026-03-04 23:00+0100", "2026-03-04 22:50+0100")
    counts = take(ana, HEADER + later + record())["counts"]["sleep"]
    assert (counts["new"], counts["there"]) == (1, 1)


@pytest.mark.skipif(not SAMPLE.exists(), reason="the real history is not here")
def test_of_the_real_history_one_night_comes_in_and_its_twin_is_listed(ana):
    report = take(ana, SAMPLE.read_bytes())
    night = ana.sleeplogs.get()
    assert (night.awake - night.asleep).total_seconds() == 8 * 3600
    assert [line for line, _why in report["problems"]] == [2]
