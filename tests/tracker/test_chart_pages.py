"""Charts at their addresses: whose they are, when they are drawn anew, and what a file holds."""

import csv
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.template.loader import render_to_string
from django.urls import reverse

from recovery.metrics.metric import Unit
from tracker import figures, frames, sample
from tracker.charts import CHARTS
from tracker.importers import cells
from tracker.models import DietLog, SleepLog, User

MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


@pytest.fixture(autouse=True)
def now(time_machine):
    time_machine.move_to("2026-11-21 12:00+00:00")


def eat(user: User, amount: float = 3) -> None:
    DietLog.objects.create(user=user, day=date(2026, 11, 20), zone=user.zone, item="berries", amount=amount)
    user.touch()


def sleep(user: User) -> None:
    asleep = datetime(2026, 11, 19, 23, tzinfo=UTC)
    moments = {"asleep": asleep, "awake": asleep + timedelta(hours=7)}
    SleepLog.objects.create(user=user, day=date(2026, 11, 20), zone=user.zone, zone_bed=user.zone, **moments)
    user.touch()


def url(name: str = "diet", form: str = "svg", page: str = "wide") -> str:
    return reverse("chart", args=[name, MONDAY, SUNDAY, form]) + (f"?page={page}" if page else "")


def refuse(*_args, **_kwargs):
    raise AssertionError("computed")


@pytest.mark.parametrize("form", figures.FORMS)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_answers_in_every_form(client, ana, name, form):
    client.force_login(ana)
    answer = client.get(url(name, form, page=""))
    assert answer.status_code == 200
    assert answer["Content-Type"].startswith(
        {"svg": "image/svg", "png": "image/png", "csv": "text/csv"}[form]
    )
    assert (
        answer["Content-Disposition"]
        == f'attachment; filename="recovery-{name}-2026-11-16-2026-11-22.{form}"'
    )


def test_a_visitor_is_sent_to_log_in(client, db):
    assert client.get(url()).status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "/chart/weight/2026-11-16/2026-11-22.svg", "/chart/diet/2026-11-16/2026-11-22.pdf",
        "/chart/diet/2026-11-16/2026-11-22.svg?page=huge", "/chart/diet/2026-11-31/2026-12-01.svg",
        "/chart/diet/0001-01-01/2026-11-22.svg", "/chart/diet/2026-11-16/9999-12-31.svg",
        "/chart/diet/2026-11-22/2026-11-16.svg", "/chart/diet/2026-11-22/2026-11-16/",
        "/chart/weight/2026-11-16/2026-11-22/",
    ],
)  # fmt: skip
def test_what_is_no_chart_is_not_found(client, ana, address):
    client.force_login(ana)
    assert client.get(address).status_code == 404


def test_a_chart_that_has_not_changed_is_not_computed_again(client, ana, monkeypatch):
    client.force_login(ana)
    first = client.get(url())
    monkeypatch.setattr(frames, "load", refuse)
    caches["computed"].clear()
    again = client.get(url(), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert not again.content


def test_the_drawn_bytes_are_kept(client, ana, monkeypatch):
    client.force_login(ana)
    first = client.get(url())
    monkeypatch.setattr(frames, "load", refuse)
    assert client.get(url()).content == first.content


def test_a_new_log_makes_a_new_drawing(client, ana):
    client.force_login(ana)
    first = client.get(url())
    eat(ana)
    second = client.get(url(), headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert second.content != first.content


def test_one_persons_drawing_never_reaches_another(client, ana, ben):
    eat(ana, 3)
    eat(ben, 1)
    assert ana.record == ben.record
    client.force_login(ana)
    hers = client.get(url())
    client.force_login(ben)
    his = client.get(url(), headers={"If-None-Match": hers["ETag"]})
    assert his.status_code == 200
    assert his["ETag"] != hers["ETag"]
    assert his.content != hers.content


def test_no_shared_cache_may_keep_a_chart(client, ana):
    client.force_login(ana)
    assert client.get(url())["Cache-Control"] == "private, no-cache"


def test_the_next_day_and_another_clock_are_other_drawings(client, ana, time_machine):
    client.force_login(ana)
    tags = [client.get(url())["ETag"]]
    User.objects.filter(pk=ana.pk).update(clock="12")
    tags.append(client.get(url())["ETag"])
    User.objects.filter(pk=ana.pk).update(gentle=True)
    tags.append(client.get(url())["ETag"])
    time_machine.move_to("2026-11-22 12:00+00:00")
    client.force_login(ana)
    tags.append(client.get(url())["ETag"])
    tags.append(client.get(url(page="narrow"))["ETag"])
    assert len(set(tags)) == 5


def test_a_csv_has_units_iso_dates_and_empty_fields_for_what_is_missing(client, ana):
    eat(ana, 2.5)
    client.force_login(ana)
    rows = list(csv.reader(client.get(url("diet", "csv", "")).content.decode().splitlines()))
    assert rows[0][:2] == ["day", "Fruit and vegetables (servings)"]
    assert rows[1][:2] == ["2026-11-16", ""]
    assert rows[5][:2] == ["2026-11-20", "2.5"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'x"])
def test_no_text_of_a_csv_is_a_formula(text):  # rules.md, 27
    assert cells.safe(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (-50, Unit.CLOCK, "23:10"),
        (1439.8, Unit.CLOCK, "00:00"),
        (2.0, Unit.SERVINGS, "2"),
        (1 / 3, Unit.POINTS, "0.33"),
    ],
)
def test_a_number_in_a_file_is_plain(value, unit, written):
    assert figures.bare(value, unit) == written


def shown(user: User, name: str) -> figures.Shown:
    return figures.shown(user, CHARTS[name], MONDAY, SUNDAY)


def test_a_chart_out_of_a_longer_history_is_the_same(ana):
    eat(ana)
    alone = figures.data(ana, CHARTS["diet"], MONDAY, SUNDAY)
    caches["computed"].clear()
    longer = frames.load(ana, MONDAY - timedelta(weeks=5), SUNDAY)
    assert alone.equals(figures.data(ana, CHARTS["diet"], MONDAY, SUNDAY, longer))


@pytest.mark.parametrize("name", CHARTS)
def test_without_an_entry_the_page_says_what_to_do_first(ana, name):
    page = render_to_string("chart.html", {"chart": shown(ana, name), "user": ana})
    assert CHARTS[name].EMPTY in page
    assert "hx-get" not in page


def test_a_chart_needs_no_logs_but_those_of_its_kind(db):
    user, days = sample.person("sam@example.org", None, "Europe/Berlin"), (date(2026, 8, 31), SUNDAY)
    whole = frames.load(user, *days)
    alone = {pillar: frames.load(user, *days, only=pillar or figures.PLANNED) for pillar in ("", *user.kinds)}
    wanting = [n for n, c in CHARTS.items() if not c.data(alone[c.PILLAR]).equals(c.data(whole))]
    assert wanting == []


def test_the_page_has_the_drawing_its_table_and_its_files(ana):
    eat(ana)
    page = render_to_string("chart.html", {"chart": shown(ana, "diet"), "user": ana})
    assert f'hx-get="{url()}"' in page
    assert f'hx-get="{url(page="narrow")}"' in page
    assert "<noscript>" in page
    assert f'hx-get="{table()}"' in page
    assert all(f'href="{url(form=form, page="")}"' in page for form in figures.FORMS)


def test_gently_the_page_says_no_number_before_the_table_is_opened(ana):  # rules.md, 31
    eat(ana)
    ana.gentle = True
    own = shown(ana, "diet")
    page = render_to_string("chart.html", {"chart": own, "user": ana})
    assert not any(letter.isdigit() for letter in own.takeaway + own.caption)
    assert "<details" in page
    assert "<details open" not in page


def table(first: date = MONDAY, part: str = "", name: str = "diet") -> str:
    return reverse("chart-table", args=[name, first, SUNDAY]) + (f"?part={part}" if part else "")


def test_the_table_has_a_row_for_each_day_in_words(client, ana):
    eat(ana)
    client.force_login(ana)
    page = client.get(table()).content.decode()
    assert "3 servings" in page
    assert page.count("<tr>") == 8


def test_a_long_table_comes_in_parts_the_latest_first(client, ana):
    sleep(ana)
    client.force_login(ana)
    long = date(2024, 11, 22)
    last = client.get(table(long, name="nights")).content.decode()
    assert "2 of 2" in last
    assert "22 Nov 2026" in last
    assert "22 Nov 2024" in client.get(table(long, name="nights", part="1")).content.decode()


def test_a_table_of_one_year_does_not_repeat_it_in_each_row(client, ana):
    sleep(ana)
    client.force_login(ana)
    page = client.get(table(name="nights")).content.decode()
    assert '<th scope="row">20 Nov</th>' in page


def test_a_table_of_nothing_says_what_to_do_first(client, ana):
    client.force_login(ana)
    page = client.get(table(name="nights")).content.decode()
    assert "Log a night on Today" in page
    assert "<table" not in page


def test_a_chart_that_always_draws_each_day_is_asked_for_four_weeks_at_most(client, ana):
    client.force_login(ana)
    assert client.get(table(date(2026, 10, 26))).status_code == 200
    assert client.get(table(date(2026, 10, 25))).status_code == 404


@pytest.mark.parametrize("part", ["0", "x", "99"])
def test_a_part_that_is_not_there_is_another_part(client, ana, part):
    client.force_login(ana)
    assert client.get(table(part=part)).status_code == 200
