"""Exercise, diet and practice as they are typed: which day they count to, their units, and bad input."""

from datetime import UTC, date, datetime

import pytest

from tracker.forms import DietForm, ExerciseForm, PauseForm, PracticeForm, SleepForm
from tracker.models import DietLog, ExerciseLog, User, writing

DAY = date(2026, 3, 10)
WALK = {"activity": "walk", "minutes": "30"}
BREATHING = {"technique": "breathing", "minutes": "5"}
BERRIES = {"item": "berries", "amount": "1"}
NIGHT = {"asleep_at": "23:00", "awake_at": "07:00"}
FORMS = [(SleepForm, NIGHT), (ExerciseForm, WALK), (DietForm, BERRIES), (PracticeForm, BREATHING)]
every_kind = pytest.mark.parametrize(("form", "typed"), FORMS, ids=["sleep", "exercise", "diet", "practice"])

pytestmark = pytest.mark.usefixtures("ordinary_days")


@pytest.fixture
def ordinary_days(time_machine):
    time_machine.move_to(datetime(2026, 11, 20, 12, tzinfo=UTC), tick=False)


def filled(form, user, typed, day=DAY, **data):
    return form({"day": str(day), "zone": user.zone, **typed, **data}, user=user)


def accepted(form, user, typed, day=DAY, **data):
    checked = filled(form, user, typed, day, **data)
    assert checked.is_valid(), checked.errors
    return checked.log


def logged(form, user, typed, day=DAY, **data):
    log = accepted(form, user, typed, day, **data)
    writing.add(log)
    return log


def edited(form, user, log, **changed):
    """The log as its form gives it back, with some fields changed."""
    stored = type(log).objects.get(pk=log.pk)
    shown = form(user=user, instance=stored)
    data = {field.name: field.value() for field in shown}
    data = {n: v.strftime("%H:%M") if hasattr(v, "hour") else "" if v is None else v for n, v in data.items()}
    checked = form({**data, **changed}, user=user, instance=stored)
    assert checked.is_valid(), checked.errors
    return checked.log


# Which day


def test_a_log_at_half_past_one_counts_to_the_day_before(ana):  # rule 2
    log = accepted(ExerciseForm, ana, WALK, time="01:30")
    assert log.start == datetime(2026, 3, 11, 0, 30, tzinfo=UTC)  # the page's day goes on until four
    assert log.day == DAY


def test_a_log_at_the_day_start_is_on_the_date_of_its_page(ana):
    log = accepted(ExerciseForm, ana, WALK, time="04:00")
    assert (log.start, log.day) == (datetime(2026, 3, 10, 3, tzinfo=UTC), DAY)


def test_with_a_day_that_starts_at_midnight_half_past_one_is_on_its_own_date(ana):
    ana.day_start = 0
    assert accepted(ExerciseForm, ana, WALK, time="01:30").start == datetime(2026, 3, 10, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("form", [ExerciseForm, DietForm, PracticeForm])
def test_a_log_without_a_time_counts_to_its_day(ana, form):  # rule 2
    log = accepted(form, ana, dict(FORMS[1:])[form])
    assert (log.day, log.start) == (DAY, None)


def test_a_time_that_came_twice_is_asked_about(ana):  # rule 4
    winter = date(2026, 10, 24)
    ana.day_start = 180
    checked = filled(ExerciseForm, ana, WALK, winter, time="02:30")
    assert checked.has_error("time")
    log = accepted(ExerciseForm, ana, WALK, winter, time="02:30", time_twice="second")
    assert (log.start, log.day) == (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), winter)


@pytest.mark.parametrize("changed", [{"zone": "Asia/Tokyo"}, {"day_start": 0}, {"day_start": 360}])
def test_a_later_change_of_zone_or_day_start_moves_nothing(ana, changed):  # rule 3
    log = logged(ExerciseForm, ana, WALK, time="05:30")
    User.objects.filter(pk=ana.pk).update(**changed)
    stored = ExerciseLog.objects.get(pk=log.pk)
    assert (stored.day, stored.start) == (log.day, log.start)


@pytest.mark.parametrize("clock", ["01:30", "05:30"])
@pytest.mark.parametrize("changed", [{"zone": "Asia/Tokyo"}, {"day_start": 0}, {"day_start": 360}])
def test_editing_the_note_of_an_old_log_keeps_its_day_and_its_moment(ana, changed, clock):  # rule 3
    log = logged(ExerciseForm, ana, WALK, time=clock)
    User.objects.filter(pk=ana.pk).update(**changed)
    later = edited(ExerciseForm, User.objects.get(pk=ana.pk), log, note="In the rain.")
    assert (later.day, later.start, later.note) == (log.day, log.start, "In the rain.")


def test_a_day_is_derived_anew_when_the_moment_is_edited(ana):  # rule 3
    log = logged(ExerciseForm, ana, WALK, time="12:00")
    assert edited(ExerciseForm, ana, log, day="2026-03-12").day == date(2026, 3, 12)


def test_a_time_can_be_taken_away(ana):
    log = logged(ExerciseForm, ana, WALK, time="12:00")
    later = edited(ExerciseForm, ana, log, time="")
    assert (later.start, later.day) == (None, DAY)


def test_at_half_past_one_the_new_day_has_not_begun(ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 0, 30, tzinfo=UTC))  # 01:30 on the 11th in Berlin
    assert filled(ExerciseForm, ana, WALK, date(2026, 3, 11)).has_error("day")
    assert filled(ExerciseForm, ana, WALK, DAY).is_valid()


# Units


def test_alcohol_is_typed_in_drinks_and_kept_in_grams(ana):  # rule 28
    ana.drink = 12
    assert accepted(DietForm, ana, {"item": "alcohol", "amount": "1.5"}).amount == 18


def test_alcohol_is_shown_back_in_drinks(ana):
    log = logged(DietForm, ana, {"item": "alcohol", "amount": "1.5"})
    ana.drink = 14
    assert DietForm(user=ana, instance=log)["amount"].value() == pytest.approx(15 / 14, abs=0.01)


def test_editing_the_note_keeps_the_grams_though_the_drinks_shown_are_rounded(ana):
    log = logged(DietForm, ana, {"item": "alcohol", "amount": "1"})
    ana.drink = 14
    assert edited(DietForm, ana, log, note="With dinner.").amount == 10


@pytest.mark.parametrize(("item", "amount"), [("berries", 1), ("caffeine", 107), ("alcohol", 10)])
def test_an_amount_left_empty_is_one_of_it(ana, item, amount):
    assert accepted(DietForm, ana, {"item": item, "amount": ""}).amount == amount


def test_an_amount_of_nothing_is_nothing(ana):
    assert accepted(DietForm, ana, {"item": "nothing", "amount": "3"}).amount == 0


def test_a_zero_of_an_item_is_kept_as_none_of_it(ana):  # rule 10
    assert accepted(DietForm, ana, {"item": "sweets", "amount": "0"}).amount == 0


def test_an_intensity_left_open_is_the_usual_one_of_the_activity(ana):
    assert accepted(ExerciseForm, ana, {"activity": "run", "minutes": "20"}).intensity == "vigorous"


# Bad input: a sentence at its field, and what was typed is still there


@every_kind
@pytest.mark.parametrize(
    "bad", ["1900-01-01", "2200-01-01", "0001-01-01", "9999-12-31", "2026-02-30", "soon"]
)
@pytest.mark.parametrize("zone", ["Europe/Berlin", "Pacific/Kiritimati"])
def test_a_day_that_cannot_be_is_refused(ana, form, typed, bad, zone):
    checked = filled(form, ana, typed, bad, zone=zone, time="12:00")
    assert checked.has_error("day")
    assert checked["day"].value() == bad


@every_kind
def test_a_note_of_ten_thousand_characters_is_refused_and_kept(ana, form, typed):
    checked = filled(form, ana, typed, note="x" * 10_000)
    assert checked.has_error("note")
    assert checked["note"].value() == "x" * 10_000


@every_kind
@pytest.mark.parametrize("name", ["note", "zone", "key"])
def test_a_character_that_is_no_text_is_refused(ana, form, typed, name):
    assert filled(form, ana, typed, **{name: "a\0b"}).has_error(name)


@pytest.mark.parametrize(("form", "typed"), [FORMS[1], FORMS[3]], ids=["exercise", "practice"])
@pytest.mark.parametrize("bad", ["-1", "0", "1441", "abc", "1.5", "", "9" * 30])
def test_minutes_that_cannot_be_are_refused_with_one_sentence(ana, form, typed, bad):
    checked = filled(form, ana, typed, minutes=bad)
    assert {name: len(found) for name, found in checked.errors.items()} == {"minutes": 1}


@pytest.mark.parametrize(("form", "typed"), [FORMS[1], FORMS[3]], ids=["exercise", "practice"])
@pytest.mark.parametrize("good", ["1", "1440"])
def test_minutes_from_one_to_a_whole_day_are_accepted(ana, form, typed, good):
    assert accepted(form, ana, typed, minutes=good).minutes == int(good)


@pytest.mark.parametrize(
    ("form", "typed", "name"),
    [
        (ExerciseForm, {**WALK, "activity": "flying"}, "activity"),
        (ExerciseForm, {**WALK, "activity": ""}, "activity"),
        (ExerciseForm, {**WALK, "intensity": "mad"}, "intensity"),
        (ExerciseForm, {**WALK, "effort": "11"}, "effort"),
        (PracticeForm, {**BREATHING, "technique": "sorcery"}, "technique"),
        (PracticeForm, {**BREATHING, "technique": ""}, "technique"),
        (PracticeForm, {**BREATHING, "stress_before": "-1"}, "stress_before"),
        (DietForm, {**BERRIES, "item": "stones"}, "item"),
        (DietForm, {**BERRIES, "item": ""}, "item"),
        (DietForm, {**BERRIES, "colour": "octarine"}, "colour"),
        (DietForm, {"item": "nuts", "amount": "1", "colour": "green"}, "colour"),
        (DietForm, {**BERRIES, "amount": "-1"}, "amount"),
        (DietForm, {**BERRIES, "amount": "31"}, "amount"),
        (DietForm, {**BERRIES, "amount": "nan"}, "amount"),
        (DietForm, {**BERRIES, "amount": "1e999"}, "amount"),
        (DietForm, {"item": "alcohol", "amount": "51"}, "amount"),
        (SleepForm, {**NIGHT, "quality": "6"}, "quality"),
        (SleepForm, {**NIGHT, "hygiene": "fire"}, "hygiene"),
        (SleepForm, {**NIGHT, "waso": "-1"}, "waso"),
        (SleepForm, {**NIGHT, "awakenings": "51"}, "awakenings"),
        (SleepForm, {**NIGHT, "asleep_at": "25:00"}, "asleep_at"),
        (SleepForm, {**NIGHT, "zone_bed": "Atlantis"}, "zone_bed"),
    ],
)
def test_what_is_not_on_offer_is_refused_with_one_sentence_at_its_field(ana, form, typed, name):
    errors = filled(form, ana, typed).errors
    assert {field: len(found) for field, found in errors.items()} == {name: 1}


def test_no_sentence_speaks_of_constraints(ana):
    checked = filled(ExerciseForm, ana, {"activity": "", "minutes": "30"})
    assert "onstraint" not in str(checked.errors)


def test_a_broken_time_is_refused_and_kept(ana):
    checked = filled(PracticeForm, ana, BREATHING, time="midnight")
    assert checked.has_error("time")
    assert checked["time"].value() == "midnight"


@pytest.mark.parametrize("bad", ["1900-01-01", "2200-01-01", "0001-01-01"])
def test_a_pause_that_cannot_be_is_refused(ana, bad):
    assert PauseForm({"first": bad}).has_error("first")
    assert PauseForm({"first": "2026-03-01", "last": bad}).has_error("last")


def test_a_stored_zero_of_nothing_can_be_edited(ana):  # "none today"
    log = DietLog(user=ana, day=DAY, zone=ana.zone, item="nothing", amount=0)
    writing.add(log)
    assert edited(DietForm, ana, log, note="A fast.").amount == 0
