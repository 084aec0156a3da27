"""The way back: import, undo, export is the export before, byte for byte (docs/rules.md, 24, 26)."""

import io
from contextlib import suppress
from datetime import timedelta
from importlib import import_module
from itertools import permutations

import pytest
from django.apps import apps
from django.urls import reverse

from tests.tracker.test_intake import ASLEEP, counts, edit, sleep_row, take, typed, walk_row
from tests.tracker.test_round_trip import exported
from tracker import intake
from tracker.importers import Row
from tracker.intake import undoing
from tracker.models import ExerciseLog, Import, Replaced, writing
from tracker.models.log import PROGRAM

LATER = ASLEEP + timedelta(days=1)


def prefer_file(user, *rows, source="app"):
    """Take rows in, and let them win where they clash."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Import._meta.get_field("prefers_file"), "default", True)
        return intake.take_in(user, source, rows)


def test_an_import_of_new_and_changed_entries_leaves_no_trace(ana):
    take(ana, sleep_row(quality=2), walk_row())
    before = exported(ana)
    batch = take(ana, sleep_row(hours=7), walk_row(minutes=5), sleep_row("2", LATER), walk_row("2"))
    assert exported(ana) != before
    intake.take_back(batch)
    assert exported(ana) == before


def test_a_typed_night_that_gave_way_comes_back_as_it_was(ana):
    night = typed(ana)
    edit(night, note="slept badly", bed=ASLEEP - timedelta(microseconds=7))
    before = exported(ana)
    batch = prefer_file(ana, sleep_row(asleep=ASLEEP + timedelta(hours=1)))
    assert ana.sleeplogs.get().source == "app"
    assert writing.was_deleted(ana, "sleep", night.key)
    intake.take_back(batch)
    assert exported(ana) == before
    assert not writing.was_deleted(ana, "sleep", night.key)


def test_one_typed_sleep_that_two_of_the_file_meet_gives_way_once(ana):
    typed(ana)
    before = exported(ana)
    batch = prefer_file(ana, sleep_row(hours=4), sleep_row("2", ASLEEP + timedelta(hours=4), hours=4))
    assert (counts(batch), ana.sleeplogs.count()) == ({"aside": 2}, 2)
    intake.take_back(batch)
    assert exported(ana) == before


def test_an_edited_entry_gives_way_only_where_the_file_is_preferred(ana):
    take(ana, walk_row())
    edit(ana.exerciselogs.get(), minutes=45)
    before = exported(ana)
    batch = prefer_file(ana, walk_row(minutes=20))
    assert ana.exerciselogs.get().minutes == 20
    intake.take_back(batch)
    assert exported(ana) == before


def test_an_edit_of_a_clock_that_was_ahead_is_none_since(ana, ben, time_machine):
    time_machine.move_to("2027-01-01T12:00:00Z", tick=False)
    take(ana, walk_row())
    edit(ana.exerciselogs.get(), minutes=45)
    content = exported(ana)
    time_machine.move_to("2026-11-21T12:00:00Z", tick=False)
    batch = intake.read_file(ben, io.BytesIO(content))
    assert ben.exerciselogs.get().minutes == 45
    intake.take_back(batch)
    assert not ben.exerciselogs.exists()


def test_an_edit_of_a_clock_that_was_set_back_is_one_since(ana, time_machine):
    time_machine.move_to("2026-11-21T12:00:00Z", tick=False)
    take(ana, walk_row())
    batch = take(ana, walk_row(minutes=20))
    time_machine.move_to("2026-11-21T11:00:00Z", tick=False)
    edit(ana.exerciselogs.get(), note="by hand")
    intake.take_back(batch)
    assert ana.exerciselogs.get().note == "by hand"


def test_what_our_zip_brought_anew_was_not_edited_where_its_history_is_longer(ana, ben):
    take(ana, sleep_row(quality=4))
    edit(ana.sleeplogs.get(), note="by hand")
    content = io.BytesIO(exported(ana))
    take(ben, sleep_row(quality=2))
    before = exported(ben)
    watch = prefer_file(ben, sleep_row("a"), source="watch")
    batch = intake.read_file(ben, content, prefers_file=True)
    intake.take_back(watch)
    assert (ben.sleeplogs.get().note, undoing.edited_since(batch)) == ("by hand", False)
    intake.take_back(batch)
    assert exported(ben) == before


def test_what_was_changed_since_stays_and_is_listed(ana):
    take(ana, walk_row())
    batch = take(ana, walk_row(minutes=20), walk_row("2"))
    assert not undoing.edited_since(batch)
    for log in ana.exerciselogs.all():
        edit(log, note="by hand")
    assert undoing.edited_since(batch)
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.report["stay"] == [["exercise", "2026-03-03"]] * 2
    assert set(ana.exerciselogs.values_list("minutes", flat=True)) == {20, 30}


def test_what_was_changed_since_goes_too_where_that_is_asked(ana):
    take(ana, walk_row())
    before = exported(ana)
    batch = take(ana, walk_row(minutes=20), walk_row("2"))
    for log in ana.exerciselogs.all():
        edit(log, note="by hand")
    intake.take_back(batch, also=True)
    assert exported(ana) == before


def test_what_two_imports_wrote_is_untouched_for_a_third_when_the_first_is_undone(ana):  # rules.md, 26
    first, _second = take(ana, walk_row()), take(ana, walk_row(minutes=20))
    intake.take_back(first)
    assert counts(take(ana, walk_row(minutes=25)), "exercise") == {"changed": 1}
    edit(ana.exerciselogs.get(), note="by hand")
    assert counts(take(ana, walk_row(minutes=30)), "exercise") == {"edited": 1}


def test_what_was_deleted_since_stays_deleted_unless_all_is_asked_back(ana):
    for also in (False, True):
        take(ana, walk_row())
        batch = take(ana, walk_row(minutes=20))
        writing.delete(ana.exerciselogs.get())
        intake.take_back(batch, also=also)
        assert ana.exerciselogs.exists() is also
        ana.tombstones.all().delete()


def test_two_imports_are_undone_in_the_order_they_came(ana):
    before = exported(ana)
    first = take(ana, walk_row())
    second = take(ana, walk_row(minutes=20))
    intake.take_back(first)
    assert ana.exerciselogs.get().minutes == 20  # the second would have brought it alone
    intake.take_back(second)
    assert exported(ana) == before


def test_two_imports_are_undone_in_the_other_order(ana):
    before = exported(ana)
    first = take(ana, walk_row())
    between = exported(ana)
    intake.take_back(take(ana, walk_row(minutes=20)))
    assert exported(ana) == between
    intake.take_back(first)
    assert exported(ana) == before


@pytest.mark.parametrize("order", [(0, 1, 2), (1, 0, 2), (1, 2, 0), (2, 1, 0), (2, 0, 1), (0, 2, 1)])
def test_three_changes_of_one_entry_are_undone_in_any_order(ana, order):
    before = exported(ana)
    batches = [take(ana, walk_row(minutes=minutes)) for minutes in (10, 20, 30)]
    for number in order:
        intake.take_back(batches[number])
    assert exported(ana) == before


def test_an_imported_night_that_gave_way_to_another_sources_comes_back(ana):
    first = take(ana, sleep_row())
    between = exported(ana)
    second = prefer_file(ana, sleep_row("a"), source="watch")
    assert ana.sleeplogs.get().source == "watch"
    intake.take_back(second)
    assert exported(ana) == between
    second = prefer_file(ana, sleep_row("a"), source="watch")
    intake.take_back(first)
    intake.take_back(second)
    assert not ana.sleeplogs.exists()


def test_an_own_export_of_an_earlier_day_changes_nothing_that_is_here(ana):
    take(ana, walk_row())
    content = exported(ana)
    take(ana, walk_row(minutes=20))
    before = exported(ana)
    report = intake.read_file(ana, io.BytesIO(content)).report
    assert report["counts"]["exercise"]["there"] == 1
    assert exported(ana) == before


def test_a_thousand_changed_entries_are_changed_and_changed_back(ana, django_assert_max_num_queries):
    rows = [walk_row(str(n), ASLEEP - timedelta(days=n % 90)) for n in range(1000)]
    take(ana, *rows)
    before = exported(ana)
    later = [Row("exercise", r.key, {**r.fields, "minutes": 7}, 3) for r in rows]
    batch = take(ana, *later)
    assert counts(batch, "exercise") == {"changed": 1000}
    with django_assert_max_num_queries(250):
        intake.take_back(batch)
    assert exported(ana) == before


def zip_in(user, content, **how):
    return intake.read_file(user, io.BytesIO(content), **how)


def test_a_typed_night_of_a_zip_that_gave_way_can_come_in_again(ana, ben):  # rules.md, 24
    typed(ana)
    content = exported(ana)
    first = zip_in(ben, content)
    watch = prefer_file(ben, sleep_row("a"), source="watch")
    intake.take_back(first)
    intake.take_back(watch)
    assert not ben.sleeplogs.exists()
    again = zip_in(ben, content)
    assert counts(again) == {"new": 1}


def test_a_typed_night_of_a_zip_that_gave_way_clashes_again_where_the_other_stays(ana, ben):
    typed(ana)
    content = exported(ana)
    first = zip_in(ben, content)
    prefer_file(ben, sleep_row("a"), source="watch")
    intake.take_back(first)
    assert counts(zip_in(ben, content)) == {"aside": 1}


def test_a_deletion_taken_back_is_no_edit_for_undo(ana):
    take(ana, walk_row())
    batch = take(ana, walk_row(minutes=20))
    writing.take_back(ana, writing.delete(ana.exerciselogs.get()))
    assert not undoing.edited_since(batch)
    intake.take_back(batch)
    assert ana.exerciselogs.get().minutes == 30


def test_an_edit_taken_back_is_no_edit_for_undo(ana):
    take(ana, walk_row())
    batch = take(ana, walk_row(minutes=20))
    token = edit(ana.exerciselogs.get(), note="by hand")
    writing.take_back(ana, token)
    intake.take_back(batch)
    assert ana.exerciselogs.get().minutes == 30


def test_an_edit_taken_back_is_no_edit_for_the_next_file(ana):
    take(ana, walk_row())
    token = edit(ana.exerciselogs.get(), note="by hand")
    writing.take_back(ana, token)
    assert counts(take(ana, walk_row(minutes=20)), "exercise") == {"changed": 1}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_hands_edit_is_not_overwritten_by_a_later_file_that_is_not_preferred(ana, order):
    take(ana, sleep_row(quality=1))
    take(ana, sleep_row(quality=2))
    watch = prefer_file(ana, sleep_row("a"), source="watch")
    again = prefer_file(ana, sleep_row(quality=3))
    edit(ana.sleeplogs.get(), note="by hand")
    for number in order:
        intake.take_back((watch, again)[number])
    assert ana.sleeplogs.get().note == "by hand"
    batch = take(ana, sleep_row(quality=5))
    assert (counts(batch), ana.sleeplogs.get().note) == ({"edited": 1}, "by hand")


def test_imports_between_which_a_clock_was_set_back_lie_in_their_order(ana, time_machine):
    time_machine.move_to("2026-11-21T12:00:00Z", tick=False)
    take(ana, walk_row())
    before = exported(ana)
    time_machine.move_to("2026-11-21T12:10:00Z", tick=False)
    second = take(ana, walk_row(minutes=20))
    time_machine.move_to("2026-11-21T11:00:00Z", tick=False)
    third = take(ana, walk_row(minutes=40))
    assert not undoing.edited_since(third)
    intake.take_back(third)
    assert ana.exerciselogs.get().minutes == 20
    intake.take_back(second)
    assert exported(ana) == before


def test_an_edit_of_a_brought_entry_by_a_clock_set_back_stays(ana, time_machine):
    time_machine.move_to("2026-11-21T12:00:00Z", tick=False)
    batch = take(ana, walk_row())
    time_machine.move_to("2026-11-21T11:00:00Z", tick=False)
    edit(ana.exerciselogs.get(), note="by hand")
    intake.take_back(batch)
    assert ana.exerciselogs.get().note == "by hand"


def test_imports_of_one_moment_are_undone_in_any_order(ana, time_machine):
    time_machine.move_to("2026-11-21T12:00:00Z", tick=False)
    before = exported(ana)
    batches = [take(ana, walk_row(minutes=m)) for m in (10, 20, 30)]
    for n in (1, 0, 2):
        intake.take_back(batches[n])
    assert exported(ana) == before


def api_walk(user):
    walk = {"activity": "walk", "minutes": 30, "intensity": "light", "zone": "Europe/Berlin", "start": ASLEEP}
    return ExerciseLog(user=user, source=PROGRAM, key="k", **walk).settle()


def test_an_api_entry_that_gave_way_is_not_brought_back_by_a_late_retry(ana):
    writing.add(api_walk(ana))
    edit(ana.exerciselogs.get(), note="by hand")
    before = exported(ana)
    batch = prefer_file(ana, walk_row("a"), source="watch")
    assert writing.add(api_walk(ana)) is None
    intake.take_back(batch)
    assert exported(ana) == before


def test_an_old_tap_after_the_file_came_in_again_is_a_clash_and_no_fault(ana):
    first = take(ana, walk_row())
    token = edit(ana.exerciselogs.get(), note="first")
    intake.take_back(first, also=True)
    take(ana, walk_row())
    edit(ana.exerciselogs.get(), note="second")
    with suppress(writing.Clash):
        writing.take_back(ana, token)
    assert ana.exerciselogs.get().note == "second"


def test_an_old_tap_after_undo_does_not_write_over_a_newer_edit(ana):
    take(ana, walk_row())
    batch = take(ana, walk_row(minutes=20))
    token = edit(ana.exerciselogs.get(), note="first")
    intake.take_back(batch, also=True)
    take(ana, walk_row(minutes=25))
    edit(ana.exerciselogs.get(), note="second")
    with suppress(writing.Clash):
        writing.take_back(ana, token)
    assert ana.exerciselogs.get().note == "second"


def test_a_night_that_comes_back_beside_one_typed_meanwhile_is_listed(her, ana):
    take(ana, sleep_row())
    watch = prefer_file(ana, sleep_row("a"), source="watch")
    writing.delete(ana.sleeplogs.get())
    typed(ana)
    intake.take_back(watch)
    watch.refresh_from_db()
    assert watch.report["beside"] == [["sleep", "2026-03-04"]]
    assert "share their time with another" in her.get(reverse("import", args=[watch.pk])).text


def test_a_night_that_comes_back_alone_is_not_listed(ana):
    take(ana, sleep_row())
    watch = prefer_file(ana, sleep_row("a"), sleep_row("b", LATER), source="watch")
    intake.take_back(watch)
    watch.refresh_from_db()
    assert watch.report["beside"] == []


def test_a_long_list_of_what_stays_is_cut_and_says_so(her, ana, monkeypatch):
    monkeypatch.setattr(undoing, "LISTED", 2)
    batch = take(ana, *(walk_row(str(n)) for n in range(3)))
    for log in ana.exerciselogs.all():
        edit(log, note="by hand")
    intake.take_back(batch)
    batch.refresh_from_db()
    assert len(batch.report["stay"]) == 2
    assert "and 1 more" in her.get(reverse("import", args=[batch.pk])).text


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_what_an_earlier_version_did_not_remember_is_remembered_by_the_migration(ana, order):
    before = exported(ana)
    batches = [
        prefer_file(ana, sleep_row(quality=quality), source=source)
        for source, quality in (("app", 2), ("watch", 3), ("app", 4), ("watch", 5))
    ]
    assert Replaced.objects.filter(was__isnull=True).delete()[0] == 2
    import_module("tracker.migrations.0008_replaced_nothing").remember_what_came_again(apps, None)
    assert Replaced.objects.filter(was__isnull=True).count() == 2
    for number in (*order, 3):
        assert not undoing.edited_since(batches[number])
        intake.take_back(batches[number])
    assert exported(ana) == before
