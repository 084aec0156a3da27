"""The API's numbers, plan, charts and imports: what the pages say, for programs."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from recovery.metrics import METRICS
from tests.tracker import test_import_loop as of_loop
from tests.tracker.program import NIGHT, WALK, Program, expect_problem
from tests.tracker.test_intake import edit
from tracker import requests
from tracker.charts import CHARTS
from tracker.models import Target, User

SLEEP_AS_ANDROID = (
    b"Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo\n"
    b'"1741561200000","Europe/Berlin","09. 03. 2026 23:10","10. 03. 2026 7:00","10. 03. 2026 7:00",'
    b'"7.8","3.5","","10000","-1","-1.0","5","0.5","0",""\n'
)


@pytest.fixture
def program(client, ana) -> Program:
    return Program(client, ana)


def test_every_daily_number_is_there_and_unknown_where_nothing_was_logged(program):
    program("post", "logs/sleep", NIGHT)
    told = program("get", "metrics/daily?first=2026-03-09&last=2026-03-11").json()
    assert told["days"] == ["2026-03-09", "2026-03-10", "2026-03-11"]
    assert set(told["values"]) == set(METRICS)
    assert told["values"]["sleep-duration"] == [None, 470, None]


def test_only_the_numbers_that_were_asked_for_come(program):
    told = program("get", "metrics/daily?metric=sleep-duration&metric=caffeine-milligrams").json()
    assert list(told["values"]) == ["sleep-duration", "caffeine-milligrams"]
    assert len(told["days"]) == 7
    expect_problem(program("get", "metrics/daily?metric=mood-of-the-moon"), 422, "metric")


def test_every_number_says_how_it_is_made(program):
    told = program("get", "metrics").json()["metrics"]
    assert [metric["slug"] for metric in told] == list(METRICS)
    assert all(metric["formula"] and metric["missing"] for metric in told)


@pytest.mark.parametrize(
    "days", ["first=2026-03-10&last=2026-03-09", "first=1960-01-01", "last=9999-12-31", "last=0001-01-01"]
)
def test_days_that_cannot_be_are_refused(program, days):
    expect_problem(program("get", f"metrics/daily?{days}"), 422, "first")
    expect_problem(program("get", f"charts/nights?{days}"), 422, "first")


def test_kept_never_comes_without_its_coverage(program, ana):  # rule 20
    Target.objects.create(user=ana, strategy="aerobic-minutes", starts="2026-03-02", low=150)
    program("post", "logs/exercise", {**WALK, "minutes": 200, "intensity": "moderate"})
    (told,) = program("get", "adherence?first=2026-03-02&last=2026-03-15").json()["strategies"]
    assert [(one["begins"], one["state"]) for one in told["states"]] == [
        ("2026-03-02", "not-logged"),
        ("2026-03-09", "met"),
    ]
    assert (told["judged"], told["kept"], told["coverage"]) == ("week", 1, 0.5)


def test_numbers_that_are_known_are_not_sent_again(program):
    tag = program("get", "metrics/daily")["ETag"]
    assert program("get", "metrics/daily", If_None_Match=tag).status_code == 304
    program("post", "logs/sleep", {})
    assert program("get", "metrics/daily", If_None_Match=tag).status_code == 200


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_a_picture(program, name):
    answer = program("get", f"charts/{name}?first=2026-03-01&last=2026-03-28")
    assert answer["Content-Type"] == "image/svg+xml"
    assert b"<svg" in answer.content[:300]


def test_a_chart_is_a_png_and_its_numbers_too(program):
    assert program("get", "charts/nights?form=png").content.startswith(b"\x89PNG")
    assert program("get", "charts/nights?form=csv")["Content-Type"].startswith("text/csv")
    assert [chart["name"] for chart in program("get", "charts").json()["charts"]] == list(CHARTS)
    expect_problem(program("get", "charts/moons"), 404)
    expect_problem(program("get", "charts/nights?form=gif"), 422, "form")


def test_a_target_is_set_from_a_day_on(program, ana):
    made = program("post", "plan/aerobic-minutes", {"low": 120})
    assert made.status_code == 201
    assert made.json()["starts"] == str(ana.today())
    assert ana.targets.get().low == 120
    shown = {one["strategy"]: one["targets"] for one in program("get", "plan").json()["strategies"]}
    assert shown["aerobic-minutes"] == [made.json()]


def test_a_clock_time_is_kept_where_only_the_tolerance_is_changed(program, ana):
    program("post", "plan/regular-hours", {"clock": 390, "high": 30})
    assert program("post", "plan/regular-hours", {"high": 45}).json()["clock"] == 390


def test_no_target_starts_in_the_past_except_the_first(program, ana):  # rule 14
    before = str(ana.today() - timedelta(days=3))
    assert program("post", "plan/aerobic-minutes", {"low": 120, "starts": before}).status_code == 201
    expect_problem(program("post", "plan/aerobic-minutes", {"low": 130, "starts": before}), 422, "starts")


def test_what_a_strategy_is_not_judged_by_is_refused(program):
    expect_problem(program("post", "plan/aerobic-minutes", {"clock": 390}), 422, "clock")
    expect_problem(program("post", "plan/aerobic-minutes", {"low": None}), 422, "")
    expect_problem(program("post", "plan/regular-hours", {"high": 90_000}), 422, "high")
    expect_problem(program("post", "plan/moon-gazing", {"low": 1}), 404)


def test_stopping_leaves_the_past_as_it_was(program, ana):  # rule 14
    program("post", "plan/aerobic-minutes", {"low": 120, "starts": str(ana.today() - timedelta(days=3))})
    assert program("delete", "plan/aerobic-minutes").status_code == 204
    assert [target.followed for target in ana.targets.order_by("starts")] == [True, False]


def test_only_a_change_to_come_can_be_taken_back(program, ana, client, ben):
    coming = program(
        "post", "plan/aerobic-minutes", {"low": 120, "starts": str(ana.today() + timedelta(days=3))}
    )
    pk = coming.json()["id"]
    expect_problem(Program(client, ben)("delete", f"plan/targets/{pk}"), 404)
    assert program("delete", f"plan/targets/{pk}").status_code == 204
    begun = program("post", "plan/aerobic-minutes", {"low": 120}).json()["id"]
    expect_problem(program("delete", f"plan/targets/{begun}"), 409)


def upload(program, content):
    file = SimpleUploadedFile("file", content)
    return program.client.post("/api/v1/imports", {"file": file}, headers=program.headers)


def test_a_file_is_handed_over_looked_at_taken_and_undone(program, ana):
    ready = upload(program, SLEEP_AS_ANDROID)
    assert ready.status_code == 201, ready.content
    told = ready.json()
    assert (told["state"], told["counts"]["sleep"]["new"]) == ("ready", 1)
    assert not ana.sleeplogs.exists()
    taken = program("post", f"imports/{told['id']}/take", {}).json()
    assert (taken["state"], ana.sleeplogs.count()) == ("taken", 1)
    expect_problem(program("post", f"imports/{told['id']}/take", {}), 409)
    assert program("get", f"imports/{told['id']}").json() == taken
    assert program("get", "imports").json()["imports"] == [taken]
    undone = program("post", f"imports/{told['id']}/undo", {}).json()
    assert (undone["state"], ana.sleeplogs.count()) == ("undone", 0)


def test_what_is_left_out_is_counted_and_what_undo_leaves_is_listed(program, ana):
    told = upload(program, PLEES + b"2,soon,1772604600000,3\n3,later,1772604600000,3\n").json()
    assert told["reasons"] == [{"sentence": "“start” is missing or wrong", "count": 2}]
    program("post", f"imports/{told['id']}/take", {})
    edit(ana.sleeplogs.get(), note="by hand")
    undone = program("post", f"imports/{told['id']}/undo", {}).json()
    assert undone["stayed"] == [{"kind": "sleep", "day": "2026-03-04"}]


def test_a_file_that_is_let_go_leaves_nothing(program, ana):
    pk = upload(program, SLEEP_AS_ANDROID).json()["id"]
    expect_problem(
        program("post", f"imports/{pk}/answer", {"answers": {"moon": "full"}}), 422, "answers.moon"
    )
    assert program("post", f"imports/{pk}/discard").json()["state"] == "discarded"
    assert not ana.sleeplogs.exists()


def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(program, ana):
    expect_problem(upload(program, b"\x00\x01 nothing we know"), 422, "file")
    assert not ana.imports.exists()


def test_a_file_far_too_large_is_refused_before_it_is_read(program, ana, settings, monkeypatch):
    settings.MAX_UPLOAD = 10
    monkeypatch.setattr(
        "django.http.multipartparser.MultiPartParser.parse", lambda _self: pytest.fail("read")
    )
    expect_problem(upload(program, b"x" * 200_000), 413)


def test_a_file_that_is_too_large_is_refused(program, ana, monkeypatch):
    monkeypatch.setattr(requests, "SAMPLE", 10)
    User.objects.update(sample_until="2099-01-01T00:00:00Z")
    expect_problem(upload(program, SLEEP_AS_ANDROID), 413)
    assert not ana.imports.exists()


def test_an_import_of_another_person_is_not_there(program, client, ben):
    pk = upload(program, SLEEP_AS_ANDROID).json()["id"]
    other = Program(client, ben)
    expect_problem(other("get", f"imports/{pk}"), 404)
    for verb in ("take", "discard", "undo"):
        expect_problem(other("post", f"imports/{pk}/{verb}", {}), 404)
    assert program("get", f"imports/{pk}").json()["state"] == "ready"


PLEES = b"sid,start,stop,rating\n1,1772575800000,1772604600000,3\n"


def test_what_a_file_cannot_say_is_asked_and_can_be_answered(client, ana):
    program = Program(client, ana)
    file = SimpleUploadedFile("file", PLEES)
    told = client.post("/api/v1/imports", {"file": file}, headers=program.headers).json()
    assert [(asked["name"], asked["answer"]) for asked in told["questions"]] == [("zone", ana.zone)]
    address = f"imports/{told['id']}/answer"
    expect_problem(program("post", address, {"answers": {"zone": "Moon/Crater"}}), 422, "answers.zone")
    again = program("post", address, {"answers": {"zone": "Asia/Tokyo"}}).json()
    assert again["questions"][0]["answer"] == "Asia/Tokyo"


def test_the_question_of_a_habit_names_it(client, ana):
    program = Program(client, ana)
    file = SimpleUploadedFile("file", of_loop.packed((of_loop.RUN, [])))
    told = client.post("/api/v1/imports", {"file": file}, headers=program.headers).json()
    assert [asked["text"] for asked in told["questions"]] == ["Run", "Run: how many minutes is one km?"]
