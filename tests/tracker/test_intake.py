"""Entries in bulk: wholly there or not at all, once, valid, and out again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.tracker.apple import export, workout
from tests.tracker.fitbit import EXERCISE_COLUMNS, GOOGLE, TREE, exercise
from tests.tracker.handed import packed, table, taken
from tracker import intake
from tracker.importers import Problem, Row, Unreadable
from tracker.intake import reading, said
from tracker.models import ExerciseLog, Import, SleepLog, Tombstone, writing

ASLEEP = datetime(2026, 3, 3, 22, tzinfo=UTC)


def sleep_row(key="1", asleep=ASLEEP, hours=8, **fields):
    times = {"asleep": asleep, "awake": asleep + timedelta(hours=hours)}
    zones = {"zone": "Europe/Berlin", "zone_bed": "Europe/Berlin"}
    return Row("sleep", key, {**times, **zones, **fields}, line=2)


def walk_row(key="1", start=ASLEEP, **fields):
    walk = {"activity": "walk", "minutes": 30, "intensity": "light", "zone": "Europe/Berlin", "start": start}
    return Row("exercise", key, {**walk, **fields}, line=3)


def typed(user, asleep=ASLEEP, hours=8):
    zones = {"zone": "Europe/Berlin", "zone_bed": "Europe/Berlin"}
    sleep = SleepLog(user=user, asleep=asleep, awake=asleep + timedelta(hours=hours), **zones)
    sleep.settle().save()
    return sleep


def take(user, *rows, **how):
    return intake.take_in(user, "app", rows, **how)


def counts(batch, kind="sleep"):
    return {fate: count for fate, count in batch.report["counts"].get(kind, {}).items() if count}


def test_rows_of_several_kinds_come_in_and_are_counted_with_their_days(ana):
    batch = take(ana, sleep_row(), walk_row(), walk_row("2", ASLEEP + timedelta(days=5)))
    assert (counts(batch), counts(batch, "exercise")) == ({"new": 1}, {"new": 2})
    assert batch.report["days"] == ["2026-03-03", "2026-03-08"]
    assert set(ana.exerciselogs.values_list("source", "batch")) == {("app", batch.pk)}


def test_a_log_at_half_past_one_counts_to_the_day_before(ana):  # rules.md, 2
    take(ana, walk_row(start=datetime(2026, 3, 4, 0, 30, tzinfo=UTC)))
    assert ana.exerciselogs.get().day == date(2026, 3, 3)


def test_a_file_that_comes_in_again_adds_nothing(ana):
    take(ana, sleep_row())
    assert counts(take(ana, sleep_row())) == {"there": 1}
    assert ana.sleeplogs.get().awake == ASLEEP + timedelta(hours=8)


def test_what_the_source_has_changed_is_changed_here(ana):  # rules.md, 26
    first = take(ana, sleep_row(quality=2))
    assert counts(take(ana, sleep_row(hours=7, quality=None))) == {"changed": 1}
    sleep = ana.sleeplogs.get()
    assert (sleep.awake, sleep.quality) == (ASLEEP + timedelta(hours=7), None)
    assert (sleep.version, sleep.batch) == (2, first)


def test_what_the_source_changes_again_and_again_is_changed_each_time(ana):
    for hours in (8, 7, 6, 5):
        take(ana, sleep_row(hours=hours))
    assert ana.sleeplogs.get().awake == ASLEEP + timedelta(hours=5)


def edit(log, **fields):
    for name, value in fields.items():
        setattr(log, name, value)
    return writing.change(log, log.version)


@pytest.mark.parametrize("before", [0, 1], ids=["after it came in", "after it was changed by its source"])
def test_what_was_edited_here_stays_as_it_was_edited(ana, before):  # rules.md, 26
    for hours in range(8, 7 - before, -1):
        take(ana, sleep_row(hours=hours))
    edit(ana.sleeplogs.get(), quality=5)
    batch = take(ana, sleep_row(hours=3))
    assert counts(batch) == {"edited": 1}
    assert batch.report["edited"] == [[2, "sleep", "2026-03-04"]]
    assert ana.sleeplogs.get().quality == 5


def test_what_was_deleted_stays_deleted(ana):  # rules.md, 24
    Tombstone.objects.create(user=ana, kind="sleep", source="app", key="1")
    assert counts(take(ana, sleep_row())) == {"deleted": 1}
    assert not ana.sleeplogs.exists()


def test_a_sleep_that_overlaps_a_typed_one_by_half_is_kept_aside(ana):  # rules.md, 26
    typed(ana)
    batch = take(ana, sleep_row(asleep=ASLEEP + timedelta(hours=4)))
    assert counts(batch) == {"aside": 1}
    own = ["2026-03-04T02:00:00+00:00", "2026-03-04T10:00:00+00:00"]
    typed_one = ["2026-03-03T22:00:00+00:00", "2026-03-04T06:00:00+00:00"]
    assert batch.report["aside"] == [[2, *own, *typed_one, ""]]
    assert ana.sleeplogs.get().source == ""


def test_a_sleep_that_another_source_has_too_is_kept_aside(ana):  # rules.md, 26
    take(ana, sleep_row())
    batch = intake.take_in(ana, "watch", [sleep_row("a", ASLEEP + timedelta(minutes=5))])
    assert counts(batch) == {"aside": 1}
    assert ana.sleeplogs.get().source == "app"


def test_a_sleep_that_its_source_has_cut_in_two_comes_in_as_two(ana):
    take(ana, sleep_row())
    batch = take(ana, sleep_row(hours=4), sleep_row("2", ASLEEP + timedelta(hours=4), hours=4))
    assert counts(batch) == {"changed": 1, "new": 1}


def test_a_sleep_that_overlaps_a_typed_one_by_less_comes_in(ana):
    typed(ana)
    assert counts(take(ana, sleep_row(asleep=ASLEEP + timedelta(hours=5)))) == {"new": 1}


def test_the_half_is_of_the_shorter_sleep(ana):
    typed(ana, ASLEEP + timedelta(hours=7.5), hours=1)
    assert counts(take(ana, sleep_row())) == {"aside": 1}


def test_a_row_that_breaks_a_rule_is_listed_and_the_next_comes_in(ana):  # rules.md, 25
    batch = take(ana, walk_row(effort=11), walk_row("2"), walk_row("3", activity="flying"))
    assert [line for line, _ in batch.report["problems"]] == [3, 3]
    assert "effort" in batch.report["problems"][0][1]
    assert counts(batch, "exercise") == {"new": 1}


def test_problems_of_the_importer_are_worded(ana):
    batch = take(ana, Problem(7, "as in line %(line)s", {"line": 5}))
    assert batch.report["problems"] == [[7, ["as in line %(line)s", {"line": 5}, ""]]]
    assert said.worded(batch.report["problems"][0][1]) == "as in line 5"


def test_one_broken_row_refuses_a_file_that_must_be_whole(ana):
    with pytest.raises(Unreadable) as refused:
        take(ana, walk_row(), walk_row("2", effort=11), whole=True)
    assert refused.value.line == 3
    assert (ExerciseLog.objects.count(), Import.objects.count()) == (0, 0)


def test_a_file_of_too_many_rows_is_refused_whole(ana, monkeypatch):
    monkeypatch.setattr(reading, "ROWS", 2)
    take(ana, sleep_row(), walk_row())
    with pytest.raises(Unreadable, match="more than 2 entries"):
        take(ana, *(walk_row(str(n)) for n in range(2, 5)))
    assert ana.exerciselogs.count() == 1


def test_an_error_half_way_changes_nothing(ana):
    def rows():
        yield sleep_row()
        raise Unreadable("cut off")

    with pytest.raises(Unreadable):
        intake.take_in(ana, "app", rows())
    assert (SleepLog.objects.count(), Import.objects.count()) == (0, 0)


def test_values_that_only_the_database_refuses_are_refused_in_words(ana):
    row = sleep_row(bed=ASLEEP, tried=ASLEEP - timedelta(hours=1))
    row.fields.update(asleep=None, awake=None)
    with pytest.raises(Unreadable, match="contradicts"):
        take(ana, Row("sleep", "1", row.fields, 2, date(2026, 3, 3)))


@pytest.mark.parametrize("start", [datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)])
def test_a_moment_out_of_range_is_listed(ana, start):
    assert len(take(ana, walk_row(start=start)).report["problems"]) == 1


@pytest.mark.parametrize("start", [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)])
def test_a_moment_at_the_end_of_the_calendar_is_listed(ana, start):
    row = walk_row(start=start, zone="America/New_York" if start.year == 1 else "Asia/Tokyo")
    assert len(take(ana, row).report["problems"]) == 1


def test_a_day_far_from_its_moment_is_listed(ana):
    row = walk_row(start=ASLEEP)
    assert len(take(ana, Row("exercise", "1", row.fields, 3, date(2026, 5, 1))).report["problems"]) == 1


def test_an_entry_that_stands_twice_in_a_file_comes_in_once(ana):
    batch = take(ana, walk_row(), walk_row())
    assert (ana.exerciselogs.count(), len(batch.report["problems"])) == (1, 1)


def test_the_record_is_touched_once(ana):
    before = ana.record
    take(ana, sleep_row(), walk_row())
    assert ana.record == before + 1


def test_the_queries_do_not_grow_with_the_rows(ana, django_assert_max_num_queries):
    rows = [walk_row(str(n), ASLEEP - timedelta(days=n)) for n in range(500)]
    with django_assert_max_num_queries(26):
        take(ana, *rows)


def test_an_import_can_be_undone_and_come_in_again(ana):  # rules.md, 24
    batch = take(ana, sleep_row(), walk_row())
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.undone
    assert not ana.sleeplogs.exists()
    assert counts(take(ana, sleep_row())) == {"new": 1}


def test_undoing_an_import_leaves_what_was_edited_since_and_lists_it(ana):  # rules.md, 26
    batch = take(ana, sleep_row(), walk_row())
    ana.exerciselogs.update(version=2, updated=timezone.now())
    intake.take_back(batch)
    batch.refresh_from_db()
    assert batch.report["stay"] == [["exercise", "2026-03-03"]]
    assert (ana.sleeplogs.count(), ana.exerciselogs.count()) == (0, 1)


def test_undoing_twice_is_undoing_once(ana):
    batch = take(ana, sleep_row())
    intake.take_back(batch)
    take(ana, sleep_row())
    intake.take_back(batch)
    assert ana.sleeplogs.count() == 1


def test_nothing_of_another_person_is_touched(ana, ben):
    typed(ben)
    batch = take(ana, sleep_row())
    assert counts(batch) == {"new": 1}
    intake.take_back(batch)
    assert ben.sleeplogs.count() == 1


def test_a_bout_that_is_here_from_another_part_of_the_export_is_not_doubled(ana):
    run = ["8", "2026-03-04T17:05:00Z", "2026-03-04T17:36:00Z", "+01:00", "Run", "TRACKER", ""]
    taken(ana, packed({f"{TREE}/exercise-0.json": [exercise()]}))
    later = taken(ana, packed({f"{GOOGLE}/UserExercises_1.csv": table(EXERCISE_COLUMNS, run)}))
    assert later == {"exercise": {"aside": 1}}


def test_a_typed_bout_stands_beside_none_of_the_file(ana):
    start = datetime(2026, 3, 3, 17, tzinfo=UTC)
    run = {"activity": "run", "minutes": 30, "intensity": "vigorous", "zone": ana.zone}
    ExerciseLog(user=ana, start=start, **run).settle().save()
    assert taken(ana, export(workout())) == {"exercise": {"aside": 1}}
