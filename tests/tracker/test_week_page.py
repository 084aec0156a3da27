"""The week: each strategy by day in its state, beside the week before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from recovery.adherence import State
from recovery.strategies import STRATEGIES
from tracker.models import DietLog, ExerciseLog, Pause, SleepLog, Target, User

MONDAY, TODAY = date(2026, 3, 9), date(2026, 3, 13)  # a Friday
PLANTS = "fruit-and-vegetables"


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


def follow(user, slug=PLANTS, starts=date(2026, 3, 1), **values):
    return Target.objects.create(user=user, strategy=slug, starts=starts, **({"low": 5} | values))


def ate(user, day, amount, item="vegetables"):
    DietLog.objects.create(user=user, day=day, zone=user.zone, item=item, amount=amount)


def week(browser, name="2026-W11"):
    return browser.get(f"/week/{name}/")


def rows(response):
    return {row.slug: row for pillar in response.context["page"].pillars for row in pillar.rows}


def states(response, slug=PLANTS):
    return [cell.state for cell in rows(response)[slug].cells]


def words(response):
    return strip_tags(response.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_every_state_of_a_day_has_its_cell_and_its_words(her, ana):  # rule 17
    follow(ana, starts=MONDAY + timedelta(days=1))
    ate(ana, MONDAY + timedelta(days=1), 6)
    ate(ana, MONDAY + timedelta(days=2), 2)
    Pause.objects.create(user=ana, first=MONDAY + timedelta(days=3), last=MONDAY + timedelta(days=3))
    response = week(her)
    assert states(response) == [
        State.NOT_PLANNED, State.MET, State.MISSED, State.EXCUSED, State.OPEN, State.OPEN, State.OPEN,
    ]  # fmt: skip
    for word in ("Not planned", "Met", "Missed", "Excused", "Open"):
        assert word in words(response)


def test_a_past_day_without_an_entry_is_not_logged_and_not_missed(her, ana):  # rule 10
    follow(ana)
    assert states(week(her))[:4] == [State.NOT_LOGGED] * 4
    assert "Not logged" in words(week(her))


def test_a_single_night_is_logged_and_not_judged(her, ana):  # rule 9
    follow(ana, "long-enough", low=420, high=540)
    awake = datetime(2026, 3, 10, 6, tzinfo=UTC)
    zones = {"zone": ana.zone, "zone_bed": ana.zone}
    SleepLog.objects.create(
        user=ana, day=date(2026, 3, 10), asleep=awake - timedelta(hours=4), awake=awake, **zones
    )
    assert states(week(her), "long-enough")[1] is State.LOGGED


def test_kept_and_coverage_stand_side_by_side(her, ana):  # rule 20
    follow(ana)
    for number, amount in enumerate((6, 6, 2, 6)):
        ate(ana, MONDAY + timedelta(days=number), amount)
    kept = rows(week(her))[PLANTS].this.kept
    assert (kept.met, kept.missed) == (3, 1)
    assert "75 % kept, 100 % logged" in words(week(her))


def test_under_half_logged_kept_is_withheld(her, ana):  # rule 20
    follow(ana)
    ate(ana, MONDAY, 6)
    assert "too little logged to say (25 %)" in words(week(her))


def test_the_week_before_stands_beside_it(her, ana):
    follow(ana)
    for number in range(7):
        ate(ana, MONDAY - timedelta(days=7 - number), 6)
        if number < 4:
            ate(ana, MONDAY + timedelta(days=number), 1)
    assert "week before: 100 % kept" in words(week(her))
    assert "0 % kept, 100 % logged" in words(week(her))


def test_a_change_on_wednesday_leaves_tuesday_as_it_was(her, ana):  # rule 14
    follow(ana)
    follow(ana, starts=MONDAY + timedelta(days=2), low=2)
    for number in range(1, 3):
        ate(ana, MONDAY + timedelta(days=number), 3)
    assert states(week(her))[1:3] == [State.MISSED, State.MET]


def test_a_weekly_sum_stands_with_its_value(her, ana):
    follow(ana, "aerobic-minutes", low=150)
    known = {"activity": "run", "minutes": 40, "intensity": "vigorous"}
    ExerciseLog.objects.create(user=ana, day=MONDAY, zone=ana.zone, **known)
    row = week(her).content.decode().split('href="/learn/aerobic-minutes/"')[1].split("</tr>")[0]
    assert "80 min · Open" in strip_tags(row).replace("\N{NO-BREAK SPACE}", " ")


def test_a_week_is_named_as_the_calendar_of_the_world_names_it(her):  # rule 5
    assert week(her, "2020-W53").context["page"].monday == date(2020, 12, 28)
    assert her.get(reverse("week-now")).context["page"].monday == MONDAY


def test_a_week_start_on_sunday_changes_no_week_that_counts(her, ana):  # rule 5
    User.objects.filter(pk=ana.pk).update(week_start=6)
    assert her.get(reverse("week-now")).context["page"].monday == MONDAY


@pytest.mark.parametrize("name", ["2026-W12", "2200-W01", "1969-W10", "2026-W54", "0000-W01", "9999-W52"])
def test_a_week_that_cannot_be_shown_is_not_there(her, name):
    assert week(her, name).status_code == 404


def test_an_empty_week_says_what_to_do_first(her):
    assert "Nothing is logged in these twelve weeks" in words(week(her))


def test_nothing_of_another_person_is_shown(her, ana, ben):
    follow(ben)
    ate(ben, MONDAY, 6)
    assert not rows(week(her))
    assert week(her).context["page"].empty


def test_gentle_mode_says_it_in_words(her, ana):  # rule 31
    User.objects.filter(pk=ana.pk).update(gentle=True)
    follow(ana)
    for number in range(4):
        ate(ana, MONDAY + timedelta(days=number), 6)
    plan = week(her).content.decode().split('id="kept"')[1].split("</section>")[0]
    assert "all of it" in plan
    assert "kept, " not in plan
    assert "%" not in strip_tags(plan)


@pytest.mark.parametrize("pillar", ["sleep", "exercise", "diet", "practice"])
def test_a_pillar_that_is_switched_off_has_no_row_and_no_chart(her, ana, pillar):  # rule 31
    for strategy in STRATEGIES:
        follow(ana, strategy.slug, low=strategy.aim.low, high=strategy.aim.high)
    others = " ".join(p for p in ("sleep", "exercise", "diet", "practice") if p != pillar)
    User.objects.filter(pk=ana.pk).update(pillars=others)
    response = week(her)
    assert pillar not in [shown.kind for shown in response.context["page"].pillars]
    assert pillar not in [chart.pillar for chart in response.context["charts"]]


def test_a_week_takes_the_same_few_queries_for_no_log_and_for_many(her, ana, django_assert_max_num_queries):
    for strategy in STRATEGIES:
        follow(ana, strategy.slug, low=strategy.aim.low, high=strategy.aim.high)
    with django_assert_max_num_queries(12) as empty:
        week(her)
    DietLog.objects.bulk_create(
        DietLog(user=ana, day=TODAY - timedelta(days=n % 60), zone=ana.zone, item="nuts") for n in range(400)
    )
    ana.touch()
    with django_assert_max_num_queries(12) as full:
        week(her)
    assert len(full.captured_queries) == len(empty.captured_queries)


def test_a_share_of_a_few_days_stands_beside_its_likely_range(her, ana):  # rule 20
    follow(ana)
    for n in range(4):
        ate(ana, MONDAY + timedelta(days=n), 6 if n else 2)
    assert "75 % kept, 100 % logged likely 30 % to 95 %" in words(week(her))
    ana.gentle = True
    ana.save()
    ana.touch()
    assert "likely 30" not in words(week(her))
