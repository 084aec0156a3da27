"""Samsung Health: tables with a line too many and a field too many. Files are made here."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.tracker.handed import packed, read, row, taken, upload, why
from tracker.importers import Problem, Row, Unreadable, recognise, samsung, wearables

OWN = Path(__file__).parent / "files" / "samsung-sleep.csv"
FOLDER = "samsunghealth_ana_20260305120000"
P = "com.samsung.health"


def sheet(table, header, *rows):
    """A table as the app writes it: a mark of UTF-8, its name, the header, and a comma after every row."""
    lines = [f"{table},6307003,11", ",".join(header), *(",".join(cells) + "," for cells in rows)]
    return "\ufeff" + "\n".join(lines) + "\n"


SLEEP_COLUMNS = [
    "original_efficiency", f"{P}.sleep.start_time", "sleep_score", f"{P}.sleep.time_offset", "combined_id",
    f"{P}.sleep.comment", f"{P}.sleep.pkg_name", f"{P}.sleep.end_time", f"{P}.sleep.datauuid", "start_time",
]  # fmt: skip
STAGE_COLUMNS = ["create_sh_ver", "start_time", "sleep_id", "stage", "time_offset", "end_time", "datauuid"]
EXERCISE_COLUMNS = [
    "title", f"{P}.exercise.duration", f"{P}.exercise.exercise_type", f"{P}.exercise.start_time",
    f"{P}.exercise.time_offset", f"{P}.exercise.end_time", f"{P}.exercise.pkg_name", f"{P}.exercise.datauuid",
]  # fmt: skip


def night(
    start="2026-03-03 22:00:00.000",
    end="2026-03-04 06:00:00.000",
    key="n1",
    offset="UTC+0100",
    combined="",
    app="shealth",
):
    return ["0.0", start, "80", offset, combined, "", app, end, key, ""]


def nights(*rows):
    return sheet(samsung.SLEEP, SLEEP_COLUMNS, *rows)


def stages(*told, key="n1"):
    """Each from an hour to an hour of the night that begins at 22:00 in UTC."""
    begin = datetime(2026, 3, 3, 22, tzinfo=UTC)
    moments = [(kind, *(begin + timedelta(hours=hours) for hours in span)) for kind, *span in told]
    rows = [
        ["", f"{s:%Y-%m-%d %H:%M:%S}.000", key, kind, "UTC+0100", f"{e:%Y-%m-%d %H:%M:%S}.000", "s"]
        for kind, s, e in moments
    ]
    return sheet(samsung.STAGE, STAGE_COLUMNS, *rows)


def bout(
    kind="1002",
    start="2026-03-04 17:00:00.000",
    end="2026-03-04 17:40:00.000",
    length="1800000",
    key="e1",
    title="",
    app="shealth",
):
    return [title, length, kind, start, "UTC+0100", end, app, key]


def bouts(*rows):
    return sheet(samsung.EXERCISE, EXERCISE_COLUMNS, *rows)


def folder(**tables):
    return packed({f"{FOLDER}/com.samsung.{name}.20260305120000.csv": text for name, text in tables.items()})


STAGED = stages(("40001", 0, 0.5), ("40002", 0.5, 3), ("40003", 3, 4), ("40001", 4, 4.5), ("40004", 4.5, 8))


@pytest.mark.parametrize(
    "content",
    [nights(night()), bouts(bout()), folder(sleep=nights(night()))],
    ids=["sleep", "exercise", "folder"],
)
def test_it_is_known_by_the_name_that_a_table_begins_with(content):
    assert recognise(upload(content)) is samsung


OLD_SLEEP = ["start_time", "pkg_name", "time_offset", "datauuid", "comment", "end_time"]
OLD_EXERCISE = ["start_time", "time_offset", "exercise_type", "duration", "end_time", "datauuid", "pkg_name"]
OLD = {
    "sleep": sheet(f"{P}.sleep", OLD_SLEEP, [night()[1], "shealth", "UTC+0100", "n1", "", night()[7]]),
    "exercise": sheet(
        f"{P}.exercise",
        OLD_EXERCISE,
        [bout()[3], "UTC+0100", "1002", "1800000", bout()[5], "e1", "shealth"],
    ),
}


def test_tables_of_2018_have_another_name_and_bare_columns(ana):
    assert recognise(upload(OLD["sleep"])) is recognise(upload(folder(**OLD))) is samsung
    assert row(samsung, OLD["sleep"]).fields == row(samsung, nights(night())).fields
    assert row(samsung, OLD["exercise"]).fields == row(samsung, bouts(bout())).fields
    assert taken(ana, folder(**OLD)) == {"sleep": {"new": 1}, "exercise": {"new": 1}}
    assert taken(ana, nights(night())) == {"sleep": {"there": 1}}


def test_a_folder_with_tables_of_both_names_has_each_entry_once():
    both = {"a": nights(night()), "b": bouts(bout()), **OLD}
    assert sorted(found.kind for found in read(samsung, folder(**both))) == ["exercise", "sleep"]


def test_of_two_tables_of_one_kind_the_one_that_a_row_stands_in_is_named():
    good, bad = nights(night()), nights(night(key="n2", start="x"))
    (problem,) = (
        found
        for found in read(samsung, packed({"a/sleep.1.csv": good, "a/sleep.2.csv": bad}))
        if isinstance(found, Problem)
    )
    assert (problem.file, problem.line) == ("sleep.2.csv", 3)


def test_of_a_night_that_stands_in_two_tables_the_one_left_out_is_named():
    longer = nights(night(key="n2", end="2026-03-04 06:30:00.000"))
    shorter, kept = sorted(
        read(samsung, packed({"a/sleep.1.csv": nights(night()), "a/sleep.2.csv": longer})),
        key=lambda found: isinstance(found, Row),
    )
    assert (shorter.file, shorter.params["line"], kept.file) == (
        "sleep.1.csv",
        "3 (sleep.2.csv)",
        "sleep.2.csv",
    )


def test_tables_that_only_begin_alike_are_not_read():
    assert not samsung.recognises(
        upload(sheet("com.samsung.shealth.exercise.weather", ["start_time"], ["1"]))
    )
    assert not samsung.recognises(
        upload(folder(sleep=sheet("com.samsung.shealth.sleep_combined", ["a"], ["1"])))
    )


def test_a_night_is_in_utc_and_keeps_its_zone_and_its_own_name():  # rules.md, 26
    found = row(samsung, nights(night()))
    assert found.key == "n1"
    assert found.fields["asleep"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert found.fields["awake"] == datetime(2026, 3, 4, 6, 0, tzinfo=UTC)
    assert (found.fields["zone"], found.fields["zone_bed"]) == ("Europe/Berlin", "Europe/Berlin")
    assert (found.fields["waso"], found.fields["light"], found.line) == (None, None, 3)


@pytest.mark.parametrize(
    ("offset", "zone"),
    [
        ("UTC+0100", "Europe/Berlin"),
        ("UTC+0530", "Asia/Kolkata"),
        ("UTC-0800", "Etc/GMT+8"),
        ("", "Europe/Berlin"),
    ],
)
def test_a_night_keeps_how_far_its_clock_was_from_utc(offset, zone):
    assert row(samsung, nights(night(offset=offset))).fields["zone_bed"] == zone


def test_a_night_has_its_stages_and_the_time_in_bed_where_it_begins_awake():
    fields = row(samsung, folder(sleep=nights(night()), stage=STAGED)).fields
    assert (fields["light"], fields["deep"], fields["rem"], fields["waso"]) == (150, 60, 210, 30)
    assert fields["bed"] == datetime(2026, 3, 3, 22, 0, tzinfo=UTC)
    assert fields["asleep"] == datetime(2026, 3, 3, 22, 30, tzinfo=UTC)


def test_stages_of_no_sleep_and_stages_that_cannot_be_read_are_passed_over():
    other = stages(("40002", 0, 1), key="elsewhere")
    broken = sheet(samsung.STAGE, STAGE_COLUMNS, ["", "then", "n1", "40002", "", "now", "s"])
    found = folder(sleep=nights(night()), stage=other, stage2=broken)
    assert row(samsung, found).fields["light"] is None


def test_pieces_that_samsung_combined_are_one_night():
    first = night(end="2026-03-04 01:00:00.000", combined="c1")
    second = night("2026-03-04 01:30:00.000", key="n2", combined="c1")
    found = row(samsung, nights(second, first))
    assert (found.key, found.fields["waso"], found.fields["awakenings"]) == ("n1", 30, 1)


def test_of_one_night_in_two_apps_the_one_with_stages_comes_in():
    longer = night("2026-03-03 21:50:00.000", "2026-03-04 06:10:00.000", "n2", app="other")
    assert row(samsung, folder(sleep=nights(night(), longer), stage=STAGED)).key == "n1"


def test_a_nap_is_one_where_samsung_says_so():
    nap = night("2026-03-04 13:00:00.000", "2026-03-04 13:30:00.000", "n2")
    told = sheet(
        samsung.NAP, ["start_time", "end_time"], ["2026-03-04 13:00:00.000", "2026-03-04 13:30:00.000"]
    )
    found = read(samsung, folder(sleep=nights(night(), nap), naps=told))
    assert [(one.key, one.fields["nap"]) for one in found] == [("n1", False), ("n2", True)]


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-28 22:00:00.000", "2026-03-29 05:00:00.000", 7),
        ("2026-10-24 21:00:00.000", "2026-10-25 06:00:00.000", 9),
    ],
    ids=["clocks forward", "clocks back"],
)
def test_a_night_of_changing_clocks_has_its_true_length(start, end, hours):
    offset = "UTC+0100" if hours == 7 else "UTC+0200"
    fields = row(samsung, nights(night(start, end, offset=offset))).fields
    assert fields["awake"] - fields["asleep"] == timedelta(hours=hours)
    assert fields["zone_bed"] == "Europe/Berlin"


def test_exercise_lasts_without_pauses():
    found = row(samsung, bouts(bout()))
    assert found.fields["start"] == datetime(2026, 3, 4, 17, 0, tzinfo=UTC)
    assert (found.fields["activity"], found.fields["minutes"], found.key) == ("run", 30, "e1")
    assert row(samsung, bouts(bout(length=""))).fields["minutes"] == 40


@pytest.mark.parametrize(
    ("kind", "title", "activity", "note"),
    [
        ("1001", "", "walk", ""),
        ("11007", "", "cycling", ""),
        ("15006", "", "cross-trainer", ""),
        ("15003.0", "", "exercise-bike", ""),
        ("10012", "", "body-weight", ""),
        ("7003", "", "other", "Martial arts"),
        ("0", "Zumba", "dancing", ""),
        ("0", "", "other", ""),
        ("99999", "", "other", "exercise 99999"),
    ],
)
def test_exercise_is_the_nearest_activity_or_keeps_its_name_in_the_note(kind, title, activity, note):
    fields = row(samsung, bouts(bout(kind, title=title))).fields
    assert (fields["activity"], fields["note"]) == (activity, note)


def test_what_a_body_rests_in_is_listed_and_no_exercise():
    assert "no exercise" in why(samsung, bouts(bout("0", title="Sauna")))


def test_of_one_workout_in_two_apps_the_longer_comes_in():
    other = bout(length="2400000", key="e2", app="other")
    problem, found = sorted(read(samsung, bouts(bout(), other)), key=lambda one: not isinstance(one, Problem))
    assert (problem.line, found.key) == (3, "e2")


def test_breathing_and_mindfulness_are_practice():
    columns = ["duration", "start_time", "time_offset", "end_time", "datauuid"]
    breaths = sheet(
        samsung.BREATHING,
        columns,
        ["300", "2026-03-04 20:00:00.000", "UTC+0100", "2026-03-04 20:05:00.000", "b1"],
    )
    calm = sheet(
        samsung.MINDFUL,
        columns,
        ["600000", "2026-03-04 21:00:00.000", "UTC+0100", "2026-03-04 21:10:00.000", "m1"],
    )
    found = read(samsung, folder(breathing=breaths, mindful=calm))
    assert [(one.fields["technique"], one.fields["minutes"]) for one in found] == [
        ("breathing", 5),
        ("mindfulness", 10),
    ]


def test_caffeine_is_milligrams():
    columns = [
        f"{P}.caffeine_intake.start_time",
        f"{P}.caffeine_intake.amount",
        f"{P}.caffeine_intake.datauuid",
    ]
    found = row(samsung, sheet(samsung.CAFFEINE, columns, ["2026-03-04 07:00:00.000", "95.0", "c1"]))
    assert (found.kind, found.fields["item"], found.fields["amount"]) == ("diet", "caffeine", 95)


@pytest.mark.parametrize(
    "wrong",
    [
        {"start": "2026-02-30 22:00:00.000"},
        {"start": ""},
        {"start": "1772575200000"},
        {"end": "2026-03-03 20:00:00.000"},
        {"end": "2026-03-09 20:00:00.000"},
        {"offset": "east"},
        {"key": ""},
    ],
)
def test_a_row_that_cannot_be_read_is_listed_and_the_next_comes_in(wrong):
    later = night("2026-03-04 22:00:00.000", "2026-03-05 06:00:00.000", "n2")
    problem, found = read(samsung, nights(night(**wrong), later))
    assert isinstance(problem, Problem)
    assert (problem.line, found.key) == (3, "n2")


def test_a_sleep_of_five_minutes_is_listed():  # rules.md, 8
    assert "10 minutes" in why(samsung, nights(night(end="2026-03-03 22:05:00.000")))


def test_a_table_without_rows_or_header_has_no_entries():
    assert read(samsung, nights()) == []
    assert read(samsung, f"{samsung.SLEEP},1,1\n") == []


def test_a_folder_comes_in_and_again_adds_nothing_and_a_longer_one_only_what_is_new(ana):
    first = folder(sleep=nights(night()), stage=STAGED, exercise=bouts(bout()))
    assert taken(ana, first) == {"sleep": {"new": 1}, "exercise": {"new": 1}}
    assert taken(ana, first) == {"sleep": {"there": 1}, "exercise": {"there": 1}}
    later = night("2026-03-04 22:00:00.000", "2026-03-05 06:00:00.000", "n2")
    assert taken(ana, folder(sleep=nights(night(), later), stage=STAGED)) == {"sleep": {"new": 1, "there": 1}}
    assert set(ana.sleeplogs.values_list("day", flat=True)) == {date(2026, 3, 4), date(2026, 3, 5)}


def test_a_second_piece_of_a_night_changes_it(ana):
    taken(ana, nights(night(end="2026-03-04 01:00:00.000")))
    pieces = [
        night(end="2026-03-04 01:00:00.000", combined="c1"),
        night("2026-03-04 01:30:00.000", key="n2", combined="c1"),
    ]
    assert taken(ana, nights(*pieces)) == {"sleep": {"changed": 1}}


def test_a_file_of_two_nights_comes_in(ana):
    assert taken(ana, OWN.read_bytes()) == {"sleep": {"new": 2}}


@pytest.mark.parametrize(
    "content",
    [
        nights(night()).encode()[:-1] + b'"cut off',
        nights(night()).replace("shealth,", "sh\0ealth,").encode(),
        nights(night(app="für")).removeprefix("\ufeff").encode("latin-1"),
        nights(["x"] * 5000).encode() + b"y" * 2_000_000,
    ],
    ids=["cut off", "bytes of zero", "another encoding", "an endless line"],
)
def test_what_is_no_table_is_refused(content, ana):
    with pytest.raises(Unreadable):
        taken(ana, content)
    assert ana.sleeplogs.count() == 0


def test_five_thousand_columns_are_no_more_than_a_row_that_cannot_be_read():
    header = [*SLEEP_COLUMNS, *(f"column-{number}" for number in range(5000))]
    found = read(samsung, sheet(samsung.SLEEP, header, ["x"] * 5010, night()))
    assert [type(one).__name__ for one in found] == ["Problem", "Row"]


def test_far_too_many_are_refused(monkeypatch):
    monkeypatch.setattr(wearables, "MOST", 1)
    with pytest.raises(Unreadable, match="more than 1"):
        read(samsung, nights(night(), night(key="n2")))
    monkeypatch.setattr(samsung, "PIECES", 3)
    with pytest.raises(Unreadable, match="more than 3"):
        read(samsung, folder(sleep=nights(night()), stage=STAGED))


ALL = {
    "folder": folder(sleep=nights(night()), stage=STAGED, exercise=bouts(bout())),
    "table": OWN.read_bytes(),
}
