"""The computed files of an export: every daily number, and how the plan was kept, as the pages say it."""

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta

import pytest

from recovery import adherence
from recovery.metrics import METRICS, diet, exercise, sleep
from tests.recovery.record import at
from tracker import derived, export, intake, weekly
from tracker.frames import load
from tracker.models import DietLog, ExerciseLog, Pause, SleepLog, Target, User

MONDAY = date(2026, 3, 2)
PLANTS, MOVING, SLEEP = "fruit-and-vegetables", "aerobic-minutes", "long-enough"


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def kept(ana):
    """Eleven days of Ana's: a plan of three, a pause, some nights, walks and meals."""
    for strategy, values in ((PLANTS, {"low": 5}), (MOVING, {"low": 60}), (SLEEP, {"low": 420, "high": 540})):
        Target.objects.create(user=ana, strategy=strategy, starts=MONDAY + timedelta(1), **values)
    Pause.objects.create(user=ana, pillar="diet", first=MONDAY + timedelta(3), last=MONDAY + timedelta(3))
    for n in range(0, 11, 2):
        on = MONDAY + timedelta(n)
        common = {"user": ana, "zone": "Europe/Berlin", "day": on}
        DietLog.objects.create(item="vegetables", amount=n / 2 + 0.1, **common)
        ExerciseLog.objects.create(activity="walk", minutes=20 + n, intensity="moderate", **common)
        asleep = at(f"{on - timedelta(1)} 23:30")
        night = SleepLog(
            user=ana, asleep=asleep, awake=asleep + timedelta(hours=7, minutes=n), zone="Europe/Berlin"
        )
        night.zone_bed = "Europe/Berlin"
        night.settle().save()
    return ana


def files(user) -> dict[str, list[dict[str, str]]]:
    file = io.BytesIO()
    export.write(user, file)
    with zipfile.ZipFile(file) as archive:
        return {
            name: list(csv.DictReader(io.StringIO(archive.read(name).decode())))
            for name in (derived.DAILY, derived.ADHERENCE)
        }


def test_every_daily_number_has_a_column_with_its_unit(kept):
    head = list(files(kept)[derived.DAILY][0])
    assert len(head) == len(set(head)) == len(METRICS) + 1
    for column in ("sleep_duration_minutes", "waking_minutes_after_midnight", "plants_servings",
                   "exercise_minutes", "met_minutes", "sleep_efficiency_percent"):  # fmt: skip
        assert column in head


def test_there_is_a_row_for_each_day_from_the_first_log_to_the_last(kept):
    rows = files(kept)[derived.DAILY]
    assert [row["day"] for row in rows] == [str(MONDAY + timedelta(n)) for n in range(11)]


def test_daily_numbers_are_those_of_the_pages_and_what_is_not_known_is_empty(kept):
    rows = files(kept)[derived.DAILY]
    history = load(kept, *weekly.window(MONDAY + timedelta(7)))
    for metric in (diet.PLANTS, exercise.MINUTES, sleep.DURATION, sleep.WAKE, sleep.EFFICIENCY):
        shown = metric.daily(history)
        for row in rows:
            value = float(shown[row["day"]])
            assert row[derived.heading(metric)] == derived.number(value)
    assert rows[1]["plants_servings"] == ""
    assert [row["plants_servings"] for row in rows[::2]] == ["0.1", "1.1", "2.1", "3.1", "4.1", "5.1"]


@pytest.mark.parametrize("monday", [MONDAY, MONDAY + timedelta(7)])
def test_the_plan_is_kept_as_the_page_of_the_week_says(kept, monday):  # rules 17 to 20
    page = weekly.page(kept, load(kept, *weekly.window(monday)), monday)
    rows = [row for pillar in page.pillars for row in pillar.rows]
    assert len(rows) == 3
    for row in rows:
        lines = of_week(kept, row.slug, monday)
        if row.weekly:
            stands = row.this.week
            [line] = lines
            assert (line["begins"], line["state"]) == (str(monday), stands.state)
            assert [line["value"], line["low"], line["high"], line["share"]] == [
                derived.number(each) for each in (stands.value, stands.low, stands.high, stands.share)
            ]
        else:
            planned = [cell for cell in row.cells if cell.state is not adherence.State.NOT_PLANNED]
            assert [(line["begins"], line["state"], line["value"]) for line in lines] == [
                (str(cell.day), cell.state, derived.number(cell.value)) for cell in planned
            ]
        for line in lines:
            assert line["kept_in_week"] == worded(row.this.kept.share)
            assert line["coverage_in_week"] == worded(row.this.kept.coverage)


def of_week(user, slug: str, monday: date) -> list[dict[str, str]]:
    days = {str(monday + timedelta(n)) for n in range(7)}
    lines = files(user)[derived.ADHERENCE]
    return [line for line in lines if line["strategy"] == slug and line["begins"] in days]


def worded(share: float | None) -> str:
    return "" if share is None else derived.number(share)


def test_days_before_the_plan_have_no_line_and_excused_ones_say_so(kept):  # rule 17
    lines = of_week(kept, PLANTS, MONDAY)
    assert [line["state"] for line in lines] == [
        "not-logged", "missed", "excused", "missed", "not-logged", "missed",
    ]  # fmt: skip
    assert lines[0]["begins"] == str(MONDAY + timedelta(1))
    assert {(line["judged"], line["unit"]) for line in lines} == {("day", "servings")}


def test_somebody_without_a_log_gets_the_heads_alone(ben):
    assert files(ben) == {derived.DAILY: [], derived.ADHERENCE: []}


def test_nothing_of_another_person_is_in_them(kept, ben):
    DietLog.objects.create(user=ben, day=MONDAY, zone="UTC", item="vegetables", amount=29)
    assert [row["plants_servings"] for row in files(ben)[derived.DAILY]] == ["29"]
    assert "29.1" not in {row["plants_servings"] for row in files(kept)[derived.DAILY]}


def test_computed_files_are_ignored_when_an_export_comes_back(kept):  # rule 27
    file, changed = io.BytesIO(), io.BytesIO()
    export.write(kept, file)
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(changed, "w") as other:
        for name in archive.namelist():
            text = "no,such\r\nthing" if name in (derived.DAILY, derived.ADHERENCE) else archive.read(name)
            other.writestr(name, text)
    new = User.objects.create_user("new@example.org")
    intake.read_file(new, changed)
    again = io.BytesIO()
    export.write(User.objects.get(pk=new.pk), again)
    assert again.getvalue() == file.getvalue()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7.0, "7"), (0.1 + 0.2, "0.3"), (1 / 3, "0.333333"), (-2.5, "-2.5"), (120000.0, "120000"), (0.0, "0"),
        (float("nan"), ""),
    ],
)  # fmt: skip
def test_numbers_are_written_without_digits_that_say_nothing(value, text):
    assert derived.number(value) == text


def test_the_week_knows_the_night_after_its_sunday(ana):  # rule 11
    sunday = MONDAY + timedelta(6)
    Target.objects.create(user=ana, strategy="caffeine-cut-off", starts=MONDAY, low=9)
    coffee = at(f"{sunday} 10:00")
    DietLog.objects.create(
        user=ana, day=sunday, zone="Europe/Berlin", item="caffeine", amount=107, start=coffee
    )
    asleep = at(f"{sunday} 23:00")
    night = SleepLog(user=ana, asleep=asleep, awake=asleep + timedelta(hours=8), zone="Europe/Berlin")
    night.zone_bed = "Europe/Berlin"
    night.settle().save()
    page = weekly.page(ana, load(ana, *weekly.window(MONDAY)), MONDAY)
    [row] = [row for pillar in page.pillars for row in pillar.rows]
    line = of_week(ana, "caffeine-cut-off", MONDAY)[-1]
    assert (line["state"], line["value"]) == (row.cells[-1].state, "13") == ("met", "13")
