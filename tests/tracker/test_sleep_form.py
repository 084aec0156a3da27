"""A sleep as it is typed: clock times become moments, and what cannot be is refused in words."""

from datetime import UTC, date, datetime, timedelta

import pytest

from recovery.metrics import sleep
from tracker import frames
from tracker.forms import SleepForm
from tracker.models import SleepLog, writing

DAY = date(2026, 3, 10)  # a Tuesday without anything special
QUICK = {"asleep_at": "23:18", "awake_at": "06:48"}
DIARY = {
    "bed_at": "22:30", "tried_at": "23:00", "sol": "18", "awake_at": "06:48", "up_at": "07:10",
    "waso": "20", "awakenings": "2", "quality": "4",
}  # fmt: skip
INTO_SUMMER, INTO_WINTER = date(2026, 3, 29), date(2026, 10, 25)  # in Berlin, at 2 and at 3 in the morning

pytestmark = pytest.mark.usefixtures("ordinary_days")


@pytest.fixture
def ordinary_days(time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 12, tzinfo=UTC), tick=False)


def form(user, typed, day=DAY, instance=None, **data):
    zones = {"zone": user.zone, "zone_bed": user.zone}
    return SleepForm({"day": day.isoformat(), **zones, **typed, **data}, user=user, instance=instance)


def accepted(user, typed, day=DAY, **data):
    filled = form(user, typed, day, **data)
    assert filled.is_valid(), filled.errors
    return filled.log


def logged(user, typed, day=DAY, **data):
    log = accepted(user, typed, day, **data)
    writing.add(log)
    return log


def refused(user, typed, day=DAY, **data):
    filled = form(user, typed, day, **data)
    assert not filled.is_valid()
    return filled


def minutes(log):
    return (log.awake - log.asleep) / timedelta(minutes=1)


def value(user, metric, day=DAY):
    return metric.daily(frames.load(user, day, day)).iloc[0]


def test_a_quick_night_ends_on_the_day_of_its_page(ana):  # rules 1, 7
    log = accepted(ana, QUICK)
    assert log.asleep == datetime(2026, 3, 9, 22, 18, tzinfo=UTC)
    assert log.awake == datetime(2026, 3, 10, 5, 48, tzinfo=UTC)
    assert log.day == DAY


def test_a_sleep_after_midnight_begins_on_the_day_of_waking(ana):
    assert accepted(ana, {"asleep_at": "00:40", "awake_at": "07:00"}).asleep == datetime(
        2026, 3, 9, 23, 40, tzinfo=UTC
    )


def test_of_a_quick_night_the_duration_is_known_and_the_efficiency_is_not(ana):  # rule 7
    logged(ana, QUICK)
    assert value(ana, sleep.TST) == 450
    assert value(ana, sleep.EFFICIENCY) != value(ana, sleep.EFFICIENCY)


def test_a_full_diary_gives_the_sleep_arithmetic(ana):  # evidence 2.1
    logged(ana, DIARY)
    assert value(ana, sleep.TST) == 430  # 23:18 to 06:48 without 20 minutes
    assert value(ana, sleep.EFFICIENCY) == pytest.approx(100 * 430 / 520)


def test_the_time_tried_and_the_minutes_to_fall_asleep_give_the_onset(ana):
    assert accepted(ana, DIARY).asleep == datetime(2026, 3, 9, 22, 18, tzinfo=UTC)


def test_the_time_tried_and_the_onset_give_the_minutes_to_fall_asleep(ana):
    assert accepted(ana, {**DIARY, "sol": "", "asleep_at": "23:25"}).sol == 25


def test_a_latency_that_contradicts_the_onset_is_refused_and_not_ignored(ana):
    assert refused(ana, {**DIARY, "asleep_at": "23:40"}).has_error("sol")


def test_an_onset_typed_beside_the_latency_it_follows_from_is_accepted(ana):
    assert accepted(ana, {**DIARY, "asleep_at": "23:18"}).sol == 18


def test_one_may_get_up_in_the_minute_of_waking(ana):
    log = accepted(ana, {**DIARY, "up_at": "06:48"})
    assert log.up == log.awake


@pytest.mark.parametrize("missing", ["asleep_at", "awake_at"])
def test_a_night_without_one_of_its_ends_asks_for_it(ana, missing):
    assert refused(ana, {**QUICK, missing: ""}).has_error(missing)


def test_times_in_an_impossible_order_are_refused_in_words(ana):
    diary = {**DIARY, "bed_at": "23:30"}  # after the time tried
    assert "into bed, tried to sleep, asleep" in str(refused(ana, diary).non_field_errors())


def test_a_model_out_of_order_is_refused_in_words(ana):
    log = accepted(ana, DIARY)
    log.up = log.awake - timedelta(minutes=5)
    with pytest.raises(Exception, match="in this order"):
        log.clean()


@pytest.mark.parametrize("waso", ["450", "600"])
def test_a_night_without_any_sleep_left_is_refused(ana, waso):
    assert refused(ana, QUICK, waso=waso).has_error("waso")


def test_a_night_with_one_minute_of_sleep_left_is_kept(ana):
    assert accepted(ana, QUICK, waso="449").waso == 449


@pytest.mark.parametrize(
    ("asleep", "awake", "asks"),
    [
        ("06:00", "07:59", True),
        ("06:00", "08:00", False),
        ("17:00", "07:00", False),
        ("16:59", "07:00", True),
    ],
)
def test_a_length_under_2_hours_or_over_14_is_asked_about(ana, asleep, awake, asks):  # rule 8
    filled = form(ana, {"asleep_at": asleep, "awake_at": awake})
    assert ("AM or PM?" in str(filled.errors)) == asks


def test_a_strange_length_is_saved_once_it_is_confirmed(ana):
    assert minutes(accepted(ana, {"asleep_at": "06:00", "awake_at": "07:00", "sure": "on"})) == 60


def test_the_question_about_the_length_is_shown_first_and_keeps_what_was_typed(ana):
    filled = refused(ana, {"asleep_at": "06:00", "awake_at": "07:00"})
    assert filled.groups[0][1][0].name == "sure"
    assert filled["asleep_at"].value() == "06:00"


def test_a_nap_may_be_short(ana):
    assert accepted(ana, {"asleep_at": "13:00", "awake_at": "13:20", "nap": "on"}).nap


def test_typed_sleeps_that_overlap_are_refused(ana):  # rule 8
    logged(ana, QUICK)
    overlapping = accepted(ana, {"asleep_at": "06:00", "awake_at": "08:30"})
    with pytest.raises(Exception, match="already logged a sleep"):
        writing.add(overlapping)
    assert ana.sleeplogs.count() == 1


def test_a_sleep_that_begins_when_another_ends_does_not_overlap(ana):
    logged(ana, QUICK)
    assert writing.add(accepted(ana, {"asleep_at": "06:48", "awake_at": "07:30", "nap": "on"}))


def test_another_persons_night_is_in_nobodys_way(ana, ben):
    logged(ana, QUICK)
    assert writing.add(accepted(ben, {**QUICK, "zone": "Europe/Berlin", "zone_bed": "Europe/Berlin"}))


def no_sleep(user):
    log = SleepLog(user=user, day=DAY, zone=user.zone, zone_bed=user.zone)
    writing.add(log)
    return log


def test_a_night_cannot_be_logged_beside_did_not_sleep(ana):
    no_sleep(ana)
    with pytest.raises(Exception, match="did not sleep"):
        writing.add(accepted(ana, QUICK))


def test_did_not_sleep_cannot_be_logged_beside_a_night(ana):
    logged(ana, QUICK)
    with pytest.raises(Exception, match="already logged a night"):
        no_sleep(ana)


def test_a_nap_may_follow_a_night_without_sleep(ana):
    no_sleep(ana)
    assert writing.add(accepted(ana, {"asleep_at": "13:00", "awake_at": "13:20", "nap": "on"}))


def test_the_note_of_did_not_sleep_can_be_edited(ana):
    log = no_sleep(ana)
    edited = form(ana, {"note": "The baby."}, instance=log, seen="1")
    assert edited.is_valid(), edited.errors
    assert (edited.log.asleep, edited.log.day, edited.log.note) == (None, DAY, "The baby.")


def test_did_not_sleep_cannot_be_moved_to_a_day_that_has_not_begun(ana):
    assert form(ana, {}, date(2026, 11, 21), instance=no_sleep(ana)).has_error("day")


def test_did_not_sleep_becomes_a_night_once_times_are_typed(ana):
    filled = form(ana, QUICK, instance=no_sleep(ana), seen="1")
    assert filled.is_valid(), filled.errors
    assert minutes(filled.log) == 450


def test_a_night_into_summer_time_is_an_hour_shorter_than_its_clock_times(ana):
    assert minutes(accepted(ana, {"asleep_at": "23:00", "awake_at": "07:00"}, INTO_SUMMER)) == 7 * 60


def test_a_night_into_winter_time_is_an_hour_longer_than_its_clock_times(ana):
    assert minutes(accepted(ana, {"asleep_at": "23:00", "awake_at": "07:00"}, INTO_WINTER)) == 9 * 60


def test_a_time_that_the_clocks_skip_moves_forward(ana):  # rule 4
    log = accepted(ana, {"asleep_at": "02:30", "awake_at": "07:00"}, INTO_SUMMER)
    assert log.asleep == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)  # 03:30 on the wall


TWICE = {"asleep_at": "02:30", "awake_at": "07:00"}


def test_a_time_that_came_twice_is_asked_about_at_its_field_and_keeps_what_was_typed(ana):  # rule 4
    filled = refused(ana, TWICE, INTO_WINTER, note="restless")
    assert list(filled.errors) == ["asleep_at"]
    names = [field.name for _heading, fields, _open in filled.groups for field in fields]
    assert names.index("asleep_at_twice") == names.index("asleep_at") + 1
    assert (filled["note"].value(), filled["asleep_at"].value()) == ("restless", "02:30")


@pytest.mark.parametrize(("answer", "hour"), [("first", 0), ("second", 1)])
def test_the_answer_chooses_between_the_two(ana, answer, hour):
    log = accepted(ana, TWICE, INTO_WINTER, asleep_at_twice=answer)
    assert log.asleep == datetime(2026, 10, 25, hour, 30, tzinfo=UTC)


def test_the_answer_is_kept_while_another_field_is_mended(ana):
    filled = refused(ana, TWICE, INTO_WINTER, asleep_at_twice="second", waso="abc")
    assert filled["asleep_at_twice"].value() == "second"


def test_each_field_with_such_a_time_is_asked_for_itself(ana):
    typed = {"bed_at": "02:10", "asleep_at": "02:30", "awake_at": "07:00"}
    filled = refused(ana, typed, INTO_WINTER, asleep_at_twice="second")
    assert list(filled.errors) == ["bed_at"]
    log = accepted(ana, typed, INTO_WINTER, asleep_at_twice="second", bed_at_twice="first")
    assert log.asleep - log.bed == timedelta(minutes=80)


def test_a_flight_across_zones_counts_to_the_local_date_of_waking(ana):  # rule 1
    log = accepted(ana, {"asleep_at": "23:30", "awake_at": "05:00", "zone": "America/New_York"})
    assert log.asleep == datetime(2026, 3, 9, 22, 30, tzinfo=UTC)
    assert log.awake == datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
    assert (log.day, minutes(log)) == (DAY, 630)


def test_a_flight_to_the_east_may_end_on_a_date_that_has_not_begun_at_home(ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 9, 21, tzinfo=UTC))  # the 10th in Tokyo, still the 9th in Berlin
    log = accepted(ana, {"asleep_at": "18:00", "awake_at": "06:00", "zone": "Asia/Tokyo"})
    assert (log.day, minutes(log)) == (DAY, 240)


def test_a_waking_on_a_date_that_has_not_begun_is_refused(ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 9, 12, tzinfo=UTC))
    assert refused(ana, QUICK).has_error("day")


def test_a_zone_can_be_typed_as_a_city(ana):
    assert accepted(ana, {**QUICK, "zone": "new york"}).zone == "America/New_York"


def test_a_zone_that_nobody_knows_is_refused_and_kept(ana):
    filled = refused(ana, {**QUICK, "zone": "Atlantis"})
    assert filled.has_error("zone")
    assert filled["zone"].value() == "Atlantis"


def test_waking_before_the_day_start_still_counts_to_that_date(ana):  # rule 1
    assert accepted(ana, {"asleep_at": "20:00", "awake_at": "02:30"}).day == DAY


# Editing


def edit(user, log, **changed):
    shown = SleepForm(user=user, instance=SleepLog.objects.get(pk=log.pk))
    typed = {field.name: field.value() for field in shown}
    data = {
        name: value.strftime("%H:%M") if hasattr(value, "hour") else "" if value is None else value
        for name, value in typed.items()
    }
    return SleepForm({**data, **changed}, user=user, instance=SleepLog.objects.get(pk=log.pk))


def edited(user, log, **changed):
    filled = edit(user, log, **changed)
    assert filled.is_valid(), filled.errors
    return filled.log


def test_editing_the_note_keeps_the_seconds_that_a_device_recorded(ana):
    log = logged(ana, QUICK)
    SleepLog.objects.filter(pk=log.pk).update(asleep=log.asleep + timedelta(seconds=37))
    assert edited(ana, log, note="fine").asleep.second == 37


def test_editing_the_note_does_not_ask_again_about_a_time_that_came_twice(ana):
    log = logged(ana, TWICE, INTO_WINTER, asleep_at_twice="second")
    assert edited(ana, log, note="fine").asleep == log.asleep


def test_an_edited_onset_moves_and_its_latency_follows(ana):
    log = logged(ana, DIARY)
    later = edited(ana, log, asleep_at="23:30")
    assert (later.asleep, later.sol) == (log.asleep + timedelta(minutes=12), 30)


def test_an_edited_latency_moves_the_onset(ana):
    log = logged(ana, DIARY)
    assert edited(ana, log, sol="30").asleep == log.asleep + timedelta(minutes=12)


def test_an_edit_of_the_waking_keeps_the_rest(ana):
    log = logged(ana, DIARY)
    later = edited(ana, log, awake_at="07:00")
    assert (later.awake - log.awake, later.bed, later.asleep) == (timedelta(minutes=12), log.bed, log.asleep)
