"""What a page says on a first day, before the plan, in a pause, and of a week that nobody logged."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import caches
from django.utils.html import strip_tags

from tracker import cards, frames
from tracker.models import DietLog, ExerciseLog, Pause, Target, User
from tracker.quick import served

TODAY, YESTERDAY = date(2026, 3, 14), date(2026, 3, 13)  # a Saturday and the day before


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(datetime(2026, 3, 14, 11, tzinfo=UTC), tick=False)
    caches["computed"].clear()


@pytest.fixture
def her(client, ana):
    client.force_login(ana)
    return client


def follow(user, slug="aerobic-minutes", starts=TODAY, **values):
    return Target.objects.create(user=user, strategy=slug, starts=starts, **({"low": 150} | values))


def ate(user, item="berries", day=TODAY, amount=1):
    return DietLog.objects.create(user=user, day=day, zone=user.zone, item=item, amount=amount)


def walk(user, day=TODAY):
    known = {"activity": "brisk-walk", "minutes": 30, "intensity": "moderate"}
    return ExerciseLog.objects.create(user=user, day=day, zone=user.zone, **known)


def words(browser, url="/"):
    return strip_tags(browser.get(url).content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def test_a_plan_that_starts_on_a_saturday_says_what_the_rest_of_the_week_asks_for(her, ana):  # rule 16
    follow(ana)
    walk(ana)
    shown = words(her)
    assert "150 min of effort a week (this week 43 min)" in shown
    assert "13 min more this week" in shown


def test_a_week_that_is_planned_whole_says_the_aim_alone(her, ana):
    follow(ana, starts=date(2026, 3, 1))
    assert "(this week" not in words(her)


def test_gentle_mode_leaves_the_number_of_the_week_out(her, ana):  # rule 31
    User.objects.filter(pk=ana.pk).update(gentle=True)
    follow(ana)
    assert "(this week" not in words(her)


def test_a_day_before_the_plan_is_not_told_that_nothing_is_followed(her, ana):
    follow(ana)
    walk(ana)
    shown = words(her, f"/day/{YESTERDAY}/")
    assert "No plan held on this day." in shown
    assert "You follow no strategy yet" not in shown
    assert "Choose one" not in shown


def test_no_button_of_a_past_day_speaks_of_today(her, ana):
    shown = words(her, f"/day/{YESTERDAY}/").split("Not logged yet", 1)[1]
    assert "Nothing that day" in shown
    assert "today" not in shown


def test_a_paused_day_is_called_paused_and_not_done(her, ana):  # rule 15
    follow(ana)
    walk(ana)
    Pause.objects.create(user=ana, first=TODAY)
    shown = words(her)
    assert "Paused: this day counts for nothing and against nothing." in shown
    assert "what could be done by now is done" not in shown


def test_the_week_before_the_plan_is_not_called_open(her, ana):
    follow(ana)
    walk(ana)
    assert "week before: nothing to judge" in words(her, "/week/2026-W11/")


def test_a_past_week_in_which_nothing_was_logged_says_so(her, ana):  # rules 10, 20
    follow(ana, starts=date(2026, 2, 1))
    walk(ana)
    shown = words(her, "/week/2026-W10/")
    assert "too little logged to say" in shown.split("Exercise")[0]
    assert "week before: nothing logged" in shown
    assert "still open" not in shown


def test_the_morning_names_the_item_that_yesterday_lacks(her, ana):  # rule 12
    follow(ana, "fewer-sweets", starts=date(2026, 3, 1), low=None, high=4)
    walk(ana, YESTERDAY)
    ate(ana, day=YESTERDAY)
    assert [quick.label for quick in her.get("/").context["page"].incomplete][-1] == "Sweets and pastries"


def test_the_morning_does_not_ask_for_what_was_first_followed_today(her, ana):  # rules 12, 14
    follow(ana, "fewer-sweets", low=None, high=4)
    walk(ana, YESTERDAY)
    ate(ana, day=YESTERDAY)
    asked = [quick.value for quick in her.get("/").context["page"].incomplete]
    assert asked == ["practice:none"]


@pytest.mark.parametrize(("amount", "label"), [(107, "Coffee"), (50, "Caffeine")])
def test_a_mug_of_coffee_goes_by_its_name(amount, label):
    assert served("caffeine", amount) == label


def page_of(user):
    return cards.page(user, frames.load(user, *cards.window(TODAY)), TODAY)


def test_a_strategy_that_is_logged_as_diet_goes_with_diet(ana):
    """docs/rules.md, 31: diet can be switched off whole."""
    follow(ana, "caffeine-cut-off", low=9)
    assert "caffeine-cut-off" in [line.slug for line in page_of(ana).lines]
    ana.pillars = "sleep exercise practice"
    assert "caffeine-cut-off" not in [line.slug for line in page_of(ana).lines]


def asked_about(user):
    return {quick.value.split(":")[0] for quick in page_of(user).incomplete}


def test_the_morning_strip_is_silent_about_what_was_paused(ana):
    """docs/rules.md, 12 and 15."""
    walk(ana, YESTERDAY - timedelta(days=1))
    assert {quick.value.split(":")[0] for quick in page_of(ana).incomplete} == {
        "exercise",
        "diet",
        "practice",
    }
    Pause.objects.create(user=ana, pillar="exercise", first=YESTERDAY, last=YESTERDAY)
    assert asked_about(ana) == {"diet", "practice"}
    Pause.objects.create(user=ana, first=YESTERDAY)
    assert asked_about(ana) == set()
