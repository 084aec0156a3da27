"""Writing: once, over the version that was seen, and with a way back (rules 23, 24)."""

import uuid
from datetime import UTC, date, datetime, timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from tracker.models import ExerciseLog, SleepLog, Tombstone, User, writing
from tracker.models.writing import Clash

DAY = date(2026, 3, 10)
AWAKE = datetime(2026, 3, 10, 6, tzinfo=UTC)


def walk(user, key="one", **fields):
    known = {"activity": "walk", "minutes": 30, "intensity": "light"} | fields
    return ExerciseLog(user=user, day=DAY, zone=user.zone, key=key, **known)


def night(user, key="one", awake=AWAKE):
    asleep = awake - timedelta(hours=8)
    return SleepLog(
        user=user, key=key, zone=user.zone, zone_bed=user.zone, asleep=asleep, awake=awake
    ).settle()


def reread(user):
    return user.exerciselogs.get()


def test_the_same_key_is_written_once(ana):  # rule 23
    assert writing.add(walk(ana))
    assert writing.add(walk(ana)) is None
    assert ana.exerciselogs.count() == 1


def test_a_sleep_sent_again_is_the_same_sleep_and_no_conflict(ana):
    assert writing.add(night(ana))
    assert writing.add(night(ana)) is None


def test_the_same_key_of_another_person_is_another_log(ana, ben):
    assert writing.add(walk(ana))
    assert writing.add(walk(ben))


def test_two_keys_are_two_logs(ana):
    assert writing.add(walk(ana, "one"))
    assert writing.add(walk(ana, "two"))


def test_each_write_makes_what_was_computed_out_of_date(ana):
    seen = [ana.record]
    added = writing.add(walk(ana))
    seen.append(User.objects.get(pk=ana.pk).record)
    log = reread(ana)
    log.minutes = 40
    writing.change(log, 1)
    seen.append(User.objects.get(pk=ana.pk).record)
    token = writing.delete(log)
    seen.append(User.objects.get(pk=ana.pk).record)
    writing.take_back(ana, token)
    seen.append(User.objects.get(pk=ana.pk).record)
    assert added
    assert len(set(seen)) == len(seen)


def test_a_write_that_did_nothing_touches_nothing(ana):
    writing.add(walk(ana))
    before = User.objects.get(pk=ana.pk).record
    writing.add(walk(ana))
    writing.take_back(ana, uuid.uuid4())
    assert User.objects.get(pk=ana.pk).record == before


def test_a_late_retry_of_a_deleted_log_does_not_bring_it_back(ana):  # rule 24
    writing.add(walk(ana))
    writing.delete(reread(ana))
    assert writing.add(walk(ana)) is None
    assert not ana.exerciselogs.exists()


def test_deleting_twice_is_deleting_once(ana):
    writing.add(walk(ana))
    log = reread(ana)
    same = reread(ana)
    assert writing.delete(log)
    assert writing.delete(same) is None
    assert ana.tombstones.count() == 1


# Undo


def test_an_undone_tap_is_gone_and_does_not_come_back(ana):
    token = writing.add(walk(ana))
    assert writing.take_back(ana, token) == DAY
    assert writing.add(walk(ana)) is None
    assert not ana.exerciselogs.exists()


def test_several_logs_of_one_tap_are_undone_together(ana):
    token = writing.add(walk(ana, "one"), walk(ana, "two"))
    writing.take_back(ana, token)
    assert not ana.exerciselogs.exists()


def test_an_undone_edit_is_as_before(ana):
    writing.add(walk(ana, note="as typed"))
    log = reread(ana)
    log.note, log.minutes = "", 90
    writing.take_back(ana, writing.change(log, 1))
    assert (reread(ana).note, reread(ana).minutes) == ("as typed", 30)


def test_an_undone_edit_has_a_version_that_nobody_has_seen(ana):
    writing.add(walk(ana))
    log = reread(ana)
    token = writing.change(log, 1)
    writing.take_back(ana, token)
    assert reread(ana).version not in (1, 2)


def test_an_undone_delete_is_there_again_with_its_key(ana):
    writing.add(walk(ana))
    pk = reread(ana).pk
    writing.take_back(ana, writing.delete(reread(ana)))
    assert (reread(ana).pk, reread(ana).key) == (pk, "one")
    assert not Tombstone.objects.exists()


def test_an_undone_sleep_has_its_moments_again(ana):
    writing.add(night(ana))
    log = ana.sleeplogs.get()
    writing.take_back(ana, writing.delete(log))
    assert (ana.sleeplogs.get().awake, ana.sleeplogs.get().day) == (AWAKE, DAY)


def test_undo_after_somebody_changed_it_undoes_nothing(ana):
    token = writing.add(walk(ana))
    log = reread(ana)
    log.minutes = 90
    writing.change(log, 1)
    with pytest.raises(Clash):
        writing.take_back(ana, token)
    assert reread(ana).minutes == 90


def test_undo_of_several_undoes_none_where_one_was_changed(ana):
    token = writing.add(walk(ana, "one"), walk(ana, "two"))
    writing.change(ana.exerciselogs.get(key="two"), 1)
    with pytest.raises(Clash):
        writing.take_back(ana, token)
    assert ana.exerciselogs.count() == 2


def test_a_deleted_sleep_whose_place_was_taken_is_not_brought_back(ana):  # rule 8
    writing.add(night(ana, "one"))
    token = writing.delete(ana.sleeplogs.get())
    writing.add(night(ana, "two"))
    with pytest.raises(Clash):
        writing.take_back(ana, token)
    assert [log.key for log in ana.sleeplogs.all()] == ["two"]


def test_the_token_of_another_person_undoes_nothing(ana, ben):
    token = writing.add(walk(ana))
    assert writing.take_back(ben, token) is None
    assert ana.exerciselogs.exists()


def test_a_token_works_once(ana):
    token = writing.add(walk(ana))
    writing.take_back(ana, token)
    assert writing.take_back(ana, token) is None


def test_what_could_be_undone_an_hour_ago_is_forgotten(ana, time_machine, monkeypatch):
    monkeypatch.setattr(writing, "SWEPT", 1)
    time_machine.move_to(datetime(2026, 3, 10, 12, tzinfo=UTC), tick=False)
    writing.add(walk(ana, "one"))
    time_machine.shift(timedelta(minutes=61))
    writing.add(walk(ana, "two"))
    assert [undo.key for undo in ana.undos.all()] == ["two"]


# Versions


def test_an_edit_over_the_version_that_was_seen_is_written(ana):
    writing.add(walk(ana))
    log = reread(ana)
    log.minutes = 40
    writing.change(log, 1)
    assert (reread(ana).minutes, reread(ana).version) == (40, 2)


@pytest.mark.parametrize("seen", [0, 2, None])
def test_an_edit_over_another_version_is_told_what_is_stored(ana, seen):
    writing.add(walk(ana))
    log = reread(ana)
    log.minutes = 40
    with pytest.raises(Clash) as clash:
        writing.change(log, seen)
    assert clash.value.current.minutes == reread(ana).minutes == 30


def test_an_edit_of_a_log_that_is_gone_is_told_so(ana):
    writing.add(walk(ana))
    log = reread(ana)
    writing.delete(reread(ana))
    with pytest.raises(Clash) as clash:
        writing.change(log, 1)
    assert clash.value.current is None


def test_an_edit_that_would_overlap_another_sleep_is_refused(ana):  # rule 8
    writing.add(night(ana, "one"))
    writing.add(night(ana, "two", AWAKE + timedelta(hours=12)))
    log = ana.sleeplogs.get(key="two")
    log.asleep = AWAKE - timedelta(hours=1)
    with pytest.raises(Exception, match="already logged a sleep"):
        writing.change(log, 1)


def test_a_note_is_edited_though_an_imported_sleep_overlaps(ana):
    writing.add(night(ana, "one"))
    imported = night(ana, "two")
    imported.source = "app"
    imported.save()
    log = ana.sleeplogs.get(key="one")
    log.note = "fine"
    assert writing.change(log, 1)


# At once

TIMES = 50


def at_once(work):
    """Run the work in threads that all begin together; what they returned."""
    barrier, results = Barrier(TIMES), []

    def run():
        try:
            barrier.wait()
            results.append(work())
        except Exception as error:
            results.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run) for _ in range(TIMES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def posting(user, url, data):
    """A POST of the person's, from a browser that is logged in, made anew for each thread."""
    client = Client()
    client.force_login(user)
    cookies = client.cookies

    def post():
        tab = Client()
        tab.cookies = cookies
        return tab.post(url, data).status_code

    return post


@pytest.mark.django_db(transaction=True)
def test_a_form_sent_fifty_times_at_once_is_one_log(ana):  # rule 23
    data = {
        "key": "a" * 32,
        "activity": "walk",
        "minutes": "30",
        "day": "2026-03-10",
        "zone": "Europe/Berlin",
    }
    answers = at_once(posting(ana, reverse("log-add", args=["exercise"]), data))
    assert answers == [302] * TIMES
    assert ana.exerciselogs.count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_tap_sent_fifty_times_at_once_is_one_log(ana):  # rule 23
    data = {"key": "b" * 32, "value": "1380-420", "page": "2026-03-10"}
    answers = at_once(posting(ana, reverse("log-quick", args=["sleep"]), data))
    assert answers == [302] * TIMES
    assert ana.sleeplogs.count() == 1


@pytest.mark.django_db(transaction=True)
def test_fifty_nights_typed_at_once_are_one_night(ana):  # rule 8
    keys = iter(f"key {n}" for n in range(TIMES))
    results = at_once(lambda: writing.add(night(ana, next(keys))))
    assert sum(isinstance(result, uuid.UUID) for result in results) == 1
    assert ana.sleeplogs.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_fifty_edits_at_once_one_is_written(ana):
    writing.add(walk(ana))
    logs = [reread(ana) for _ in range(TIMES)]
    results = at_once(lambda: writing.change(logs.pop(), 1))
    assert sum(isinstance(result, Clash) for result in results) == TIMES - 1
    assert reread(ana).version == 2


def test_a_tap_takes_a_deletion_back_to_the_letter(ana):
    writing.add(night(ana, awake=AWAKE + timedelta(microseconds=7)))
    before = ana.sleeplogs.values().get()
    writing.take_back(ana, writing.delete(ana.sleeplogs.get()))
    after = ana.sleeplogs.values().get()
    assert {**after, "version": 0} == {**before, "version": 0}
