"""The plan: aims from a day on, that leave the past alone, and pauses."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from recovery import aims
from recovery.strategies import STRATEGIES
from tracker import frames
from tracker.models import Pause, Target, User

TODAY = date(2026, 3, 11)  # a Wednesday
PLANTS = "fruit-and-vegetables"


@pytest.fixture(autouse=True)
def wednesday(time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 11, tzinfo=UTC), tick=False)


EVERY_DAY = [str(n) for n in range(7)]


def save(browser, slug=PLANTS, **data):
    typed = {"starts": "2026-03-11", "low": "5", "on": EVERY_DAY, **data}
    return browser.post(reverse("plan-strategy", args=[slug]), typed)


def aim(user, day, slug=PLANTS):
    """The bounds and weekdays that hold on a day."""
    history = frames.load(user, day, day)
    row = aims.in_force(history.targets, history.days, slug).iloc[0]
    return None if row["low"] != row["low"] else (row["low"], int(row["weekdays"]))


def follow(user, low=5, starts=date(2026, 1, 1), slug=PLANTS):
    return Target.objects.create(user=user, strategy=slug, starts=starts, low=low)


def pause(browser, **data):
    return browser.post(reverse("pause"), {"first": "2026-03-11", "last": "2026-03-13", "pillar": "", **data})


@pytest.mark.parametrize(
    "strategy", [s for s in STRATEGIES if not s.prescribed], ids=lambda strategy: strategy.slug
)
def test_each_strategy_can_be_followed_with_what_its_page_proposes(her, ana, strategy):
    page = her.get(reverse("plan-strategy", args=[strategy.slug]))
    typed = {field.name: field.value() for field in page.context["form"]}
    typed = {name: value for name, value in typed.items() if value is not None}
    response = her.post(page.wsgi_request.path, typed)
    assert response.status_code == 302, response.context["form"].errors
    stored, proposed = ana.targets.get(), strategy.aim
    assert (stored.low, stored.high, stored.dose, stored.clock) == (
        proposed.low, proposed.high, proposed.dose, proposed.clock
    )  # fmt: skip


def test_a_prescribed_number_is_not_proposed_but_asked_for(her, ana):
    address = reverse("plan-strategy", args=["prescribed-therapy"])
    page = her.get(address)
    assert page.context["form"]["low"].value() is None
    assert "Set the number that was prescribed for you." in page.content.decode()
    assert her.post(address, {"starts": "2026-03-11", "low": ""}).status_code == 422
    assert her.post(address, {"starts": "2026-03-11", "low": "3"}).status_code == 302
    assert ana.targets.get().low == 3
    assert "prescribed therapy 3 × a week" in her.get(reverse("plan")).content.decode()


def test_where_no_default_fits_the_page_proposes_no_adults_number(her, ana):  # rules.md, 31
    User.objects.filter(pk=ana.pk).update(age="under-18")
    page = her.get(reverse("plan-strategy", args=["aerobic-minutes"]))
    assert page.context["form"]["low"].value() is None


def test_the_plan_shows_every_strategy_and_where_its_default_comes_from(her):
    page = her.get(reverse("plan")).content.decode()
    assert all(reverse("plan-strategy", args=[s.slug]) in page for s in STRATEGIES)
    assert "Where it comes from:" in her.get(reverse("plan-strategy", args=[PLANTS])).content.decode()


def test_gently_the_page_of_a_habit_leaves_out_where_its_number_comes_from(her, ana):  # rules.md, 31
    User.objects.filter(pk=ana.pk).update(gentle=True)
    page = her.get(reverse("plan-strategy", args=[PLANTS])).content.decode()
    assert "Where it comes from" not in page
    assert "Default for you" not in page


def test_a_change_from_today_on_keeps_the_past_days_aim(her, ana):  # rule 14
    follow(ana)
    save(her, low="3")
    assert aim(ana, date(2026, 3, 10)) == (5, 127)
    assert aim(ana, TODAY) == (3, 127)


def test_a_second_change_on_one_day_takes_the_place_of_the_first(her, ana):
    save(her, low="3")
    save(her, low="4")
    assert ana.targets.get().low == 4


def test_the_first_start_may_lie_in_the_past(her, ana):  # rule 14
    save(her, starts="2026-01-01")
    assert aim(ana, date(2026, 1, 1)) == (5, 127)


def test_a_change_may_not_start_in_the_past(her, ana):  # rule 14
    follow(ana)
    response = save(her, starts="2026-03-10", low="3")
    assert response.status_code == 422
    assert "past days keep" in response.content.decode()
    assert ana.targets.count() == 1


def test_stopping_leaves_the_past_as_it_was(her, ana):
    follow(ana)
    save(her, action="stop")
    assert aim(ana, date(2026, 3, 10)) == (5, 127)
    assert aim(ana, TODAY) is None


def test_stopping_takes_back_what_was_to_come(her, ana):
    follow(ana)
    save(her, starts="2026-04-01", low="7")
    save(her, action="stop")
    assert aim(ana, date(2026, 4, 2)) is None


def test_stopping_twice_and_stopping_what_was_never_begun_is_no_error(her, ana):
    assert save(her, action="stop").status_code == 302
    assert not ana.targets.exists()  # so that its first start may still lie in the past
    follow(ana)
    assert save(her, action="stop").status_code == save(her, action="stop").status_code == 302


def test_a_change_to_come_is_listed_and_can_be_taken_back(her, ana):
    follow(ana)
    save(her, starts="2026-04-01", low="7")
    coming = ana.targets.get(starts="2026-04-01")
    assert reverse("target-delete", args=[coming.pk]) in her.get(reverse("plan")).content.decode()
    her.post(reverse("target-delete", args=[coming.pk]))
    assert aim(ana, date(2026, 4, 2)) == (5, 127)


def test_a_target_that_has_begun_cannot_be_taken_back(her, ana):
    begun = follow(ana, starts=TODAY)
    assert her.post(reverse("target-delete", args=[begun.pk])).status_code == 404


def test_an_aim_can_be_limited_to_weekdays(her, ana):
    save(her, on=["0", "2", "4"])
    assert aim(ana, TODAY) == (5, 0b10101)
    assert "Mon, Wed, Fri" in her.get(reverse("plan")).content.decode()


def test_an_aim_for_the_week_has_no_weekdays(her):  # rule 13
    form = her.get(reverse("plan-strategy", args=["fish"])).context["form"]
    assert "on" not in form.fields


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("low", "-1"), ("low", "abc"), ("low", "nan"), ("low", "1e9"),
        ("starts", "1900-01-01"), ("starts", "2200-01-01"), ("starts", "soon"), ("starts", ""),
        ("on", ["7"]), ("on", ["monday"]), ("on", []),
    ],
)  # fmt: skip
def test_a_bad_aim_gets_one_sentence_at_its_field_and_is_kept(her, ana, name, typed):
    response = save(her, **{name: typed})
    form = response.context["form"]
    assert response.status_code == 422
    assert {field: len(found) for field, found in form.errors.items()} == {name: 1}
    assert form[name].value() == typed
    assert not ana.targets.exists()


def test_an_aim_without_a_number_is_refused_in_words(her):
    assert "Give a number" in save(her, low="").content.decode()


def test_bounds_the_wrong_way_round_are_refused_once_and_in_words(her):
    response = save(her, slug="long-enough", low="540", high="420")
    assert response.context["form"].non_field_errors() == ["The lower bound is above the upper one."]


def test_an_unknown_strategy_is_not_there(her):
    assert her.get(reverse("plan-strategy", args=["sorcery"])).status_code == 404


# Pauses


def test_days_can_be_paused_with_a_reason(her, ana):
    pause(her, reason="Flu", pillar="practice")
    stored = ana.pauses.get()
    assert (stored.first, stored.last, stored.pillar) == (TODAY, date(2026, 3, 13), "practice")
    assert "Stress practice · Flu" in her.get(reverse("plan")).content.decode()


def test_a_pause_may_be_open_ended_and_end_later(her, ana):  # rule 15
    pause(her, last="")
    stored = ana.pauses.get()
    assert stored.last is None
    her.post(reverse("pause-edit", args=[stored.pk]), {"first": "2026-03-11", "last": "2026-03-12"})
    assert ana.pauses.get().last == date(2026, 3, 12)


def test_a_pause_can_be_taken_away(her, ana):
    pause(her)
    her.post(reverse("pause-delete", args=[ana.pauses.get().pk]))
    assert not ana.pauses.exists()


@pytest.mark.parametrize(
    ("name", "typed"),
    [("last", "2026-03-10"), ("first", ""), ("first", "1900-01-01"), ("last", "2200-01-01"),
     ("pillar", "sorcery"), ("reason", "x" * 201), ("reason", "a\0b")],
)  # fmt: skip
def test_a_bad_pause_gets_one_sentence_at_its_field(her, ana, name, typed):
    response = pause(her, **{name: typed})
    assert response.status_code == 422
    assert {field: len(found) for field, found in response.context["form"].errors.items()} == {name: 1}
    assert not ana.pauses.exists()


# Whose, and what follows


@pytest.mark.parametrize("address", ["pause-edit", "pause-delete", "target-delete"])
def test_another_persons_plan_is_not_there(client, ana, ben, address):
    pk = {
        "pause": Pause.objects.create(user=ana, first=TODAY).pk,
        "target": follow(ana, starts=date(2026, 4, 1)).pk,
    }[address.split("-")[0]]
    client.force_login(ben)
    assert client.post(reverse(address, args=[pk]), {"first": "2026-01-01"}).status_code == 404
    assert ana.pauses.get().first == TODAY
    assert ana.targets.exists()


@pytest.mark.parametrize("change", ["follow", "stop", "take back", "pause", "edit a pause", "end a pause"])
def test_each_change_of_the_plan_makes_what_was_computed_out_of_date(her, ana, change):
    coming = follow(ana, starts=date(2026, 4, 1))
    paused = Pause.objects.create(user=ana, first=TODAY)
    {
        "follow": lambda: save(her),
        "stop": lambda: save(her, action="stop"),
        "take back": lambda: her.post(reverse("target-delete", args=[coming.pk])),
        "pause": lambda: pause(her),
        "edit a pause": lambda: her.post(reverse("pause-edit", args=[paused.pk]), {"first": "2026-03-01"}),
        "end a pause": lambda: her.post(reverse("pause-delete", args=[paused.pk])),
    }[change]()
    assert User.objects.get(pk=ana.pk).record > ana.record


def test_an_aim_in_hours_before_bed_is_not_asked_by_the_day(her):
    page = her.get(reverse("plan-strategy", args=["caffeine-cut-off"])).content.decode()
    assert "At least, in hours" in page
    assert "At least, a day" not in page
