"""The API: entries of every kind, once for each key, over the version seen, by the rules of the pages."""

from datetime import date, timedelta

import pytest

from recovery.metrics.checkin import RATINGS
from tests.tracker.program import ENTRIES, NIGHT, WALK, Program, expect_problem
from tracker.api import access
from tracker.kinds import KINDS
from tracker.models import DietLog, Pause, User, writing


@pytest.fixture
def program(client, ana) -> Program:
    return Program(client, ana)


@pytest.mark.parametrize("slug", KINDS)
class TestEveryKind:
    def test_is_added_listed_read_changed_and_deleted(self, program, ana, slug):
        added = program("post", f"logs/{slug}", ENTRIES[slug])
        assert added.status_code == 201, added.content
        pk = added.json()["id"]
        assert added["ETag"] == '"1"'
        assert program("get", f"logs/{slug}").json() == {"entries": [added.json()], "next": None}
        assert program("get", f"logs/{slug}/{pk}").json() == added.json()
        changed = program("patch", f"logs/{slug}/{pk}", {"note": "so it was"}, If_Match='"1"')
        assert changed.json()["note"] == "so it was"
        assert changed["ETag"] == '"2"'
        assert program("delete", f"logs/{slug}/{pk}", If_Match='"2"').status_code == 204
        expect_problem(program("get", f"logs/{slug}/{pk}"), 404)

    def test_is_written_once_for_each_key(self, program, ana, slug):  # rule 23
        entry = {**ENTRIES[slug], "key": "one"}
        first, second = (program("post", f"logs/{slug}", entry) for _ in range(2))
        assert [first.status_code, second.status_code] == [201, 200]
        assert first.json() == second.json()

    def test_does_not_come_back_under_a_key_that_was_deleted(self, program, ana, slug):  # rule 24
        entry = {**ENTRIES[slug], "key": "one"}
        pk = program("post", f"logs/{slug}", entry).json()["id"]
        program("delete", f"logs/{slug}/{pk}", If_Match="*")
        told = expect_problem(program("post", f"logs/{slug}", entry), 409, "key")
        assert "was deleted" in told["errors"][0]["message"]
        again = program("post", f"logs/{slug}/bulk", [entry])
        assert again.json()["entries"][0]["outcome"] == "deleted"
        assert not KINDS[slug].of(ana).exists()

    def test_of_another_person_is_not_there(self, program, client, ben, slug):
        pk = program("post", f"logs/{slug}", ENTRIES[slug]).json()["id"]
        other = Program(client, ben)
        expect_problem(other("get", f"logs/{slug}/{pk}"), 404)
        expect_problem(other("patch", f"logs/{slug}/{pk}", {"note": "x"}, If_Match="*"), 404)
        expect_problem(other("delete", f"logs/{slug}/{pk}", If_Match="*"), 404)
        assert other("get", f"logs/{slug}").json()["entries"] == []

    def test_can_be_sent_back_as_it_was_shown(self, program, ana, slug):
        shown = program("post", f"logs/{slug}", ENTRIES[slug]).json()
        about = ("id", "key", "source", "version", "created", "updated")
        told = {name: value for name, value in shown.items() if name not in about}
        answer = program("patch", f"logs/{slug}/{shown['id']}", told, If_Match="*")
        assert answer.json() == shown


def test_many_are_added_changed_and_left(program, ana):
    walks = [{**WALK, "key": str(n), "minutes": 20 + n} for n in range(3)]
    program("post", "logs/exercise/bulk", walks[:2])
    walks[1]["minutes"] = 45
    outcomes = program("post", "logs/exercise/bulk", walks).json()["entries"]
    assert [one["outcome"] for one in outcomes] == ["same", "changed", "added"]
    assert sorted(ana.exerciselogs.values_list("minutes", flat=True)) == [20, 22, 45]


def test_of_many_none_is_written_where_one_is_refused(program, ana):
    walks = [{**WALK, "key": "1"}, {**WALK, "key": "2", "activity": "", "minutes": 5}]
    expect_problem(program("post", "logs/exercise/bulk", walks), 422, "1.activity")
    assert not ana.exerciselogs.exists()


def test_of_many_none_is_written_where_two_lie_on_one_another(program, ana):  # rule 8
    expect_problem(
        program("post", "logs/sleep/bulk", [{**NIGHT, "key": "1"}, {**NIGHT, "key": "2"}]),
        409, "1.asleep", "1.awake",
    )  # fmt: skip
    assert not ana.sleeplogs.exists()


def test_many_may_not_have_one_key(program):
    told = expect_problem(program("post", "logs/exercise/bulk", [{**WALK, "key": "1"}] * 2), 422, "1.key")
    assert told["errors"][0]["message"] == "This key comes more than once."


def test_one_of_many_that_was_changed_meanwhile_is_not_written_over(program, ana):
    sent = {**WALK, "key": "1"}
    program("post", "logs/exercise/bulk", [sent])
    program("patch", f"logs/exercise/{ana.exerciselogs.get().pk}", {"minutes": 31}, If_Match="*")
    late = [{**sent, "minutes": 32, "version": 1}]
    expect_problem(program("post", "logs/exercise/bulk", late), 412, "0.version")
    assert ana.exerciselogs.get().minutes == 31


def test_a_change_says_which_version_it_has_seen(program):
    pk = program("post", "logs/exercise", WALK).json()["id"]
    expect_problem(program("patch", f"logs/exercise/{pk}", {"minutes": 31}), 428)
    assert program("patch", f"logs/exercise/{pk}", {"minutes": 31}, If_Match='"1"').status_code == 200
    late = program("patch", f"logs/exercise/{pk}", {"minutes": 32}, If_Match='"1"')
    expect_problem(late, 412)
    assert late["ETag"] == '"2"'
    expect_problem(program("delete", f"logs/exercise/{pk}", If_Match='"1"'), 412)
    assert program("patch", f"logs/exercise/{pk}", {"minutes": 33}, If_Match='W/"2"').status_code == 200


def test_an_entry_that_is_known_is_not_sent_again(program):
    pk = program("post", "logs/exercise", WALK).json()["id"]
    tag = program("get", f"logs/exercise/{pk}")["ETag"]
    assert program("get", f"logs/exercise/{pk}", If_None_Match=tag).status_code == 304


def test_the_pages_of_a_list_miss_and_double_nothing_while_it_is_written_to(program):
    for n in range(4):
        program("post", "logs/exercise", {**WALK, "key": str(n), "day": f"2026-03-1{n}"})
    first = program("get", "logs/exercise?limit=2").json()
    program("post", "logs/exercise", {**WALK, "day": "2026-03-01"})
    rest = program("get", f"logs/exercise?limit=2&cursor={first['next']}").json()
    assert [entry["key"] for entry in first["entries"] + rest["entries"]] == ["0", "1", "2", "3"]
    assert rest["next"] is None


def test_a_list_comes_from_the_newest_too_and_of_some_days(program):
    for n in range(3):
        program("post", "logs/exercise", {**WALK, "key": str(n), "day": f"2026-03-1{n}"})
    newest = program("get", "logs/exercise?order=newest&limit=1").json()
    assert newest["entries"][0]["key"] == "2"
    after = program("get", f"logs/exercise?order=newest&limit=1&cursor={newest['next']}").json()
    assert after["entries"][0]["key"] == "1"
    some = program("get", "logs/exercise?first=2026-03-11&last=2026-03-11").json()["entries"]
    assert [entry["key"] for entry in some] == ["1"]


def test_a_name_that_nothing_has_is_no_question(program):
    expect_problem(program("get", "logs/exercise?frist=2026-03-11"), 422, "frist")
    expect_problem(program("get", "metrics/daily?metrics=mood"), 422, "metrics")


@pytest.mark.parametrize("cursor", ["x", "b2xkZXN0fHg=", "oldest|2026-03-10|1", "%00"])
def test_a_cursor_of_ones_own_is_refused(program, cursor):
    expect_problem(program("get", f"logs/exercise?cursor={cursor}"), 422, "cursor")


def test_a_night_counts_to_the_day_of_waking(program):  # rule 1
    assert program("post", "logs/sleep", NIGHT).json()["day"] == "2026-03-10"


def test_a_coffee_after_midnight_counts_to_the_day_before(program):  # rule 2
    coffee = {"item": "caffeine", "amount": 90, "start": "2026-03-11T01:00:00+01:00"}
    assert program("post", "logs/diet", coffee).json()["day"] == "2026-03-10"


def test_a_day_stays_where_it_is_unless_the_moment_is_changed(program, ana):  # rule 3
    coffee = {"item": "caffeine", "amount": 90, "start": "2026-03-11T01:00:00+01:00"}
    pk = program("post", "logs/diet", coffee).json()["id"]
    User.objects.update(day_start=0)
    assert program("patch", f"logs/diet/{pk}", {"amount": 80}, If_Match="*").json()["day"] == "2026-03-10"
    moved = program("patch", f"logs/diet/{pk}", {"start": "2026-03-12T01:00:00+01:00"}, If_Match="*")
    assert moved.json()["day"] == "2026-03-12"


def test_a_time_without_an_offset_is_on_the_clock_of_its_zone(program):
    night = {"asleep": "2026-03-09T23:10", "awake": "2026-03-10T07:00", "zone": "Asia/Tokyo"}
    told = program("post", "logs/sleep", night).json()
    assert told["awake"] == "2026-03-10T07:00:00+09:00"
    assert told["zone_bed"] == "Asia/Tokyo"


def test_a_time_that_came_twice_wants_its_offset(program):  # rule 4
    coffee = {"item": "caffeine", "amount": 90, "start": "2025-10-26T02:30"}
    expect_problem(program("post", "logs/diet", coffee), 422, "start")
    told = program("post", "logs/diet", {**coffee, "start": "2025-10-26T02:30:00+01:00"})
    assert told.json()["start"] == "2025-10-26T02:30:00+01:00"


def test_a_time_that_the_clocks_skipped_moves_on_by_the_gap(program):  # rule 4
    coffee = {"item": "caffeine", "amount": 90, "start": "2026-03-29T02:30"}
    assert program("post", "logs/diet", coffee).json()["start"] == "2026-03-29T03:30:00+02:00"


def test_sleeps_that_overlap_are_refused(program, ana):  # rule 8
    program("post", "logs/sleep", NIGHT)
    told = expect_problem(program("post", "logs/sleep", NIGHT), 409, "asleep", "awake")
    assert "already logged" in told["detail"]
    assert ana.sleeplogs.count() == 1


def test_two_nights_without_sleep_clash_in_their_day(program):
    program("post", "logs/sleep", {"day": "2026-03-10"})
    expect_problem(program("post", "logs/sleep", {"day": "2026-03-10"}), 409, "day")


def test_what_is_wrong_with_the_whole_is_said_of_the_fields_that_it_is_about(program):
    late = {**NIGHT, "bed": "2026-03-10T01:00:00+01:00", "quality": 3}
    expect_problem(program("post", "logs/sleep", late), 422, "bed", "asleep", "awake")
    empty = expect_problem(program("post", "logs/checkin", {}), 422, *RATINGS)
    assert {error["message"] for error in empty["errors"]} == {"Rate at least one of the five."}


def test_who_loses_a_race_gets_the_tag_to_read_it_again(program, ana, monkeypatch):
    pk = program("post", "logs/exercise", {**WALK, "key": "1"}).json()["id"]
    change = writing.change

    def later(log, seen):
        ana.exerciselogs.update(version=7)
        return change(log, seen)

    monkeypatch.setattr(writing, "change", later)
    late = program("patch", f"logs/exercise/{pk}", {"minutes": 31}, If_Match="*")
    expect_problem(late, 412)
    assert late["ETag"] == '"7"'
    monkeypatch.setattr(writing, "change", lambda _log, _seen: raises(writing.Clash(None)))
    expect_problem(program("patch", f"logs/exercise/{pk}", {"minutes": 31}, If_Match="*"), 404)
    many = [{**WALK, "key": "1", "minutes": 31}]
    expect_problem(program("post", "logs/exercise/bulk", many), 412, "0.version")


def raises(error):
    raise error


def test_a_day_that_has_not_begun_is_refused(program, ana):
    tomorrow = str(ana.today() + timedelta(days=1))
    expect_problem(program("post", "logs/exercise", {**WALK, "day": tomorrow}), 422, "day")


def test_a_day_that_does_not_follow_from_the_moment_is_refused(program):
    expect_problem(program("post", "logs/sleep", {**NIGHT, "day": "2026-03-09"}), 422, "day")


def test_an_onset_that_does_not_fit_its_latency_is_refused(program):
    night = {**NIGHT, "tried": "2026-03-09T22:30:00+01:00", "sol": 5}
    expect_problem(program("post", "logs/sleep", night), 422, "asleep")
    told = program("post", "logs/sleep", {**night, "sol": 40}).json()
    assert told["sol"] == 40


def test_the_latency_alone_gives_the_onset(program):
    night = {"tried": "2026-03-09T22:30:00+01:00", "sol": 40, "awake": NIGHT["awake"]}
    assert program("post", "logs/sleep", night).json()["asleep"] == NIGHT["asleep"]


def test_a_night_without_sleep_is_an_entry_too(program):  # rule 6
    told = program("post", "logs/sleep", {"day": "2026-03-10"}).json()
    assert told["day"] == "2026-03-10"
    assert told["awake"] is None


def test_an_amount_is_never_guessed(program):
    expect_problem(program("post", "logs/diet", {"item": "caffeine"}), 422, "amount")


def test_an_intensity_that_is_left_out_is_the_usual_one(program):
    assert program("post", "logs/exercise", WALK).json()["intensity"] == "light"


def test_a_moment_and_a_day_that_are_left_out_mean_today(program, ana):
    walk = {"activity": "walk", "minutes": 30}
    assert program("post", "logs/exercise", walk).json()["day"] == str(ana.today())


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("minutes", "30"),
        ("minutes", True),
        ("minutes", 1e999),
        ("minutes", -1),
        ("minutes", None),
        ("activity", "flying"),
        ("day", "2026-02-30"),
        ("day", 20260310),
        ("start", "2026-03-10"),
        ("start", "0001-01-01T00:00:00+14:00"),
        ("start", 1_700_000_000),
        ("zone", "Nowhere/Land"),
        ("zone", "../../etc/passwd"),
        ("note", "\0"),
        ("note", "\ud800"),
        ("note", "x" * 4001),
        ("key", ""),
        ("key", "x" * 65),
        ("mood", 5),
    ],
)
def test_what_cannot_be_is_refused_and_named(program, ana, field, value):
    expect_problem(program("post", "logs/exercise", {**WALK, field: value}), 422, field)
    assert not ana.exerciselogs.exists()


@pytest.mark.parametrize("body", [b"{", b"\xff", b'{"a":' * 100_000, b"9" * 5000, b"[" * 200_000])
def test_what_is_no_json_is_refused(program, body):
    answer = program.client.post(
        "/api/v1/logs/exercise",
        body,
        "application/json",
        headers={"Authorization": f"Bearer {program.secret}"},
    )
    assert answer.status_code in (400, 422)
    assert answer["Content-Type"] == "application/problem+json"


def test_what_does_not_say_that_it_is_json_is_refused(program):
    told = program.client.post("/api/v1/logs/exercise", "<a/>", "text/xml", headers=program.headers)
    expect_problem(told, 415)


def test_a_body_has_a_bound(program, monkeypatch):
    monkeypatch.setattr(access, "MOST", 1000)
    expect_problem(program("post", "logs/exercise", {**WALK, "note": "x" * 1000}), 413)


def test_a_body_may_be_larger_than_a_form(program, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    assert program("post", "logs/exercise", {**WALK, "note": "x" * 4000}).status_code == 201


def test_a_write_makes_what_was_computed_out_of_date(program, ana):
    program("post", "logs/exercise", WALK)
    assert User.objects.get(pk=ana.pk).record > ana.record


def test_another_method_and_another_address_are_problems_too(program):
    assert expect_problem(program("put", "logs/exercise", {}), 405)
    expect_problem(program("get", "logs/mood"), 404)
    expect_problem(program("get", "logs/exercise/99999999999999999999999"), 404)
    expect_problem(program("get", "nothing"), 404)
    expect_problem(program("get", "pauses/%0A"), 404)


def test_an_entry_of_the_page_can_be_read_and_changed(program, ana):
    log = DietLog.objects.create(user=ana, day=date(2026, 3, 10), zone="UTC", item="caffeine", amount=90)
    told = program("patch", f"logs/diet/{log.pk}", {"amount": 80}, If_Match='"1"').json()
    assert (told["amount"], told["source"]) == (80, "")


def test_a_pause_is_made_changed_and_ended(program, ana):
    made = program("post", "pauses", {"first": "2026-03-10", "pillar": "sleep"})
    assert made.status_code == 201
    pk = made.json()["id"]
    expect_problem(program("put", f"pauses/{pk}", {"first": "2026-03-11"}), 428)
    changed = program("put", f"pauses/{pk}", {"first": "2026-03-11"}, If_Match=made["ETag"])
    assert changed.json()["pillar"] == ""
    expect_problem(program("delete", f"pauses/{pk}", If_Match=made["ETag"]), 412)
    assert program("delete", f"pauses/{pk}", If_Match=changed["ETag"]).status_code == 204
    assert not Pause.objects.exists()


def test_a_pause_that_ends_before_it_begins_is_refused(program):
    expect_problem(program("post", "pauses", {"first": "2026-03-10", "last": "2026-03-09"}), 422, "last")


def test_a_whole_number_may_come_as_a_decimal_and_a_half_may_not(program, ana):
    assert program("post", "logs/exercise", {**WALK, "minutes": 45.0}).status_code == 201
    assert ana.exerciselogs.get().minutes == 45
    for wrong in (45.5, True, "45", 1e300):
        expect_problem(program("post", "logs/exercise", {**WALK, "minutes": wrong}), 422, "minutes")
