"""The way back of the plan and the settings that an import brought or moved (docs/rules.md, 14, 24, 26)."""

from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from tests.tracker.test_import_undo import LATER, zip_in
from tests.tracker.test_intake import ASLEEP, sleep_row, take, typed, walk_row
from tests.tracker.test_round_trip import exported
from tracker import intake
from tracker.intake import undoing
from tracker.models import Import, Pause, Target, User


@pytest.fixture
def cid(db) -> User:
    return User.objects.create_user("cid@example.org", zone="Asia/Tokyo", welcomed=True)


@contextmanager
def judging_past():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Import._meta.get_field("judges_past"), "default", True)
        yield


def test_the_plan_begins_with_the_first_day_and_undo_gives_it_its_start_again(ana):  # rules.md, 14
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 12, 1), low=450)
    before = exported(ana)
    with judging_past():
        batch = take(ana, sleep_row(), sleep_row("2", LATER))
    starts = list(ana.targets.order_by("starts").values_list("starts", flat=True))
    assert starts == [date(2026, 3, 4), date(2026, 12, 1)]
    intake.take_back(batch)
    assert exported(ana) == before


def test_the_plan_does_not_begin_with_a_night_that_was_kept_aside(ana):  # rules.md, 14
    typed(ana)
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
    with judging_past():
        take(ana, sleep_row(), sleep_row("2", LATER))
    assert ana.targets.get().starts == date(2026, 3, 5)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_the_plan_begins_again_when_it_did_whichever_import_is_undone_first(ana, order):  # rules.md, 14
    target = Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=420)
    before = exported(ana)
    with judging_past():
        late, early = (sleep_row(str(n), ASLEEP - timedelta(days=9 * n)) for n in (0, 1))
        batches = [intake.take_in(ana, "app", [row]) for row in (late, early)]
    for number in order:
        target.refresh_from_db()
        assert target.starts < date(2026, 11, 1)
        intake.take_back(batches[number])
    assert exported(ana) == before


def test_a_plan_that_was_changed_meanwhile_does_not_keep_an_import_from_going(ana):
    target = Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=420)
    with judging_past():
        batch = intake.take_in(ana, "app", [sleep_row()])
    Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=450)
    intake.take_back(batch)
    target.refresh_from_db()
    assert (target.starts, ana.sleeplogs.exists()) == (date(2026, 3, 4), False)


def test_a_zip_that_judges_the_past_leaves_no_target(ana, ben):
    take(ana, sleep_row())
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
    content = exported(ana)
    before = exported(ben)
    with judging_past():
        batch = zip_in(ben, content)
    assert ben.targets.get().starts == date(2026, 3, 4)
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.report["stay"] == []
    assert exported(ben) == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_target_of_a_zip_that_another_import_moved_goes_with_both(ana, ben, order):
    take(ana, sleep_row())
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 3, 1), low=420)
    content = exported(ana)
    before = exported(ben)
    batches = [zip_in(ben, content)]
    with judging_past():
        batches.append(intake.take_in(ben, "app", [walk_row("7", ASLEEP - timedelta(days=90))]))
    for n in order:
        intake.take_back(batches[n])
    assert exported(ben) == before


def test_a_setting_that_was_changed_since_does_not_keep_the_others(ana, ben):
    take(ana, sleep_row())
    content = exported(ana)
    batch = zip_in(ben, content)
    ben.refresh_from_db()
    assert ben.zone == "Europe/Berlin"
    User.objects.filter(pk=ben.pk).update(theme="dark")
    intake.take_back(batch)
    ben.refresh_from_db()
    batch.refresh_from_db()
    assert (ben.zone, ben.theme) == ("America/New_York", "dark")


def test_an_edited_target_goes_too_where_that_is_asked(ana, ben):
    take(ana, sleep_row())
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 3, 1), low=420)
    content = exported(ana)
    before = exported(ben)
    batch = zip_in(ben, content)
    ben.targets.update(low=400)
    assert undoing.edited_since(batch)
    intake.take_back(batch, also=True)
    assert exported(ben) == before


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_zips_of_accounts_without_logs_are_undone_in_any_order(ana, ben, cid, order):
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 3, 1), low=420)
    Target.objects.create(user=ben, strategy="sleep-duration", starts=date(2026, 3, 2), low=420)
    Target.objects.create(user=cid, strategy="sleep-duration", starts=date(2026, 3, 3), low=420)
    before = exported(cid)
    contents = [exported(ana), exported(ben)]
    batches = [zip_in(cid, c) for c in contents]
    intake.take_back(batches[order[0]])
    assert exported(cid) == contents[order[1]]
    intake.take_back(batches[order[1]])
    assert exported(cid) == before


def test_a_target_of_a_hand_that_two_zips_covered_comes_back(ana, ben, cid):
    Target.objects.create(user=cid, strategy="sleep-duration", starts=date(2026, 3, 1), low=400)
    take(ana, sleep_row())
    Target.objects.create(user=ben, strategy="sleep-duration", starts=date(2026, 3, 1), low=420)
    before = exported(cid)
    batches = [zip_in(cid, exported(ana)), zip_in(cid, exported(ben))]
    for batch in batches:
        intake.take_back(batch)
    assert exported(cid) == before


def test_two_pauses_of_the_same_days_come_back(ana, ben):
    take(ana, sleep_row())
    for reason in ("flu", "travel"):
        Pause.objects.create(user=ben, first=date(2026, 3, 1), reason=reason)
    before = exported(ben)
    batch = zip_in(ben, exported(ana))
    intake.take_back(batch)
    assert exported(ben) == before


def test_undo_where_two_pauses_of_the_same_days_were_made_meanwhile(ana, ben):
    take(ana, sleep_row())
    Pause.objects.create(user=ben, first=date(2026, 3, 1), reason="flu")
    batch = zip_in(ben, exported(ana))
    for reason in ("flu", "travel"):
        Pause.objects.create(user=ben, first=date(2026, 3, 1), reason=reason)
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.state == "undone"
    assert sorted(ben.pauses.values_list("reason", flat=True)) == ["flu", "travel"]


def test_two_pauses_of_the_same_days_come_in(ana, ben):
    for reason in ("flu", "travel"):
        Pause.objects.create(user=ana, first=date(2026, 3, 1), reason=reason)
    zip_in(ben, exported(ana))
    assert ben.pauses.count() == 2


def test_what_an_import_moved_itself_is_not_changed_since(ana, ben):
    take(ana, sleep_row())
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
    with judging_past():
        batch = zip_in(ben, exported(ana))
    assert not undoing.edited_since(batch)


def test_a_pause_whose_reason_was_edited_does_not_come_in_again(ana):
    take(ana, sleep_row())
    pause = Pause.objects.create(user=ana, first=date(2026, 3, 1), reason="flu")
    content = exported(ana)
    Pause.objects.filter(pk=pause.pk).update(reason="influenza")
    zip_in(ana, content)
    assert ana.pauses.count() == 1


def test_a_target_that_stays_is_listed_with_the_day_that_it_has_now(ana, ben):
    take(ana, sleep_row())
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 3, 1), low=420)
    batch = zip_in(ben, exported(ana))
    ben.targets.update(starts=date(2026, 4, 1))
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.report["stay"] == [["targets", "2026-04-01"]]


def test_a_large_plan_is_looked_at_in_few_queries(ana, ben, django_assert_max_num_queries):
    take(ana, sleep_row())
    days = [date(2026, 3, 1) + timedelta(days=n) for n in range(60)]
    Target.objects.bulk_create(
        Target(user=ana, strategy="sleep-duration", starts=day, low=420) for day in days
    )
    batch = zip_in(ben, exported(ana))
    with django_assert_max_num_queries(20):
        assert not undoing.edited_since(batch)


def test_a_plan_that_an_earlier_version_remembered_without_ids_goes_with_its_import(ana, ben, cid):
    for number, owner in enumerate((ana, ben, cid), 1):
        Target.objects.create(user=owner, strategy="sleep-duration", starts=date(2026, 3, number), low=420)
    before = exported(cid)
    first, second = (zip_in(cid, exported(owner)) for owner in (ana, ben))
    for entry in second.report["plan"]["before"]["targets"]:
        del entry["pk"]
    second.save()
    for batch in (first, second):
        intake.take_back(batch)
    assert exported(cid) == before
