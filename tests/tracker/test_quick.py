"""Quick entries: what one usually does, in one tap, and "none"."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from recovery.metrics import diet, exercise, practice, sleep
from tracker import cards, frames
from tracker.kinds import KINDS
from tracker.models import DietLog, ExerciseLog, PracticeLog, SleepLog, Target, User
from tracker.models.user import PILLARS

TODAY = date(2026, 3, 11)
DEFAULTS = {
    "sleep": ["1380-420"],
    "exercise": ["brisk-walk/30/moderate", "run/25/vigorous", "strength/40/moderate"],
    "diet": ["leafy-greens/1/green", "berries/1/purple", "oily-fish/1/", "vegetables/1/", "caffeine/107/"],
    "practice": ["breathing/5", "meditation/10"],
    "checkin": [],  # its strip offers every answer
}


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to(datetime(2026, 3, 11, 11, tzinfo=UTC), tick=False)


def history(user):
    return frames.load(user, TODAY - timedelta(days=30), TODAY)


def offered(user, kind, day=TODAY + timedelta(days=1)):
    """What is offered on the page of a day: on that of the morrow, all that was logged so far counts."""
    return [quick.value for quick in KINDS[kind].suggests(history(user), user, day)]


def tapped(user, kind, value, day=TODAY, key="k"):
    log = KINDS[kind].quick_log(user, day, value, key)
    log.save()
    return log


def ate(user, *items, day=TODAY):
    for item in items:
        DietLog.objects.create(user=user, day=day, zone=user.zone, item=item, amount=1)


def night(user, day, asleep, awake, **zones):
    """A night by its clock times in Berlin, winter: minutes after the midnight that starts the day."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=1)
    moments = {
        "asleep": midnight + timedelta(minutes=asleep),
        "awake": midnight + timedelta(minutes=awake),
    }
    zones = {"zone": user.zone, "zone_bed": user.zone} | zones
    SleepLog.objects.create(user=user, day=day, **moments, **zones)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_person_is_offered_the_defaults(ana, kind):
    assert offered(ana, kind) == DEFAULTS[kind]


@pytest.mark.parametrize("kind", KINDS)
def test_every_default_can_be_logged(ana, kind):
    logs = [KINDS[kind].quick_log(ana, TODAY, value, value) for value in DEFAULTS[kind]]
    assert {log.day for log in logs} <= {TODAY}


@pytest.mark.parametrize("kind", PILLARS)
def test_a_button_says_what_it_logs(ana, kind):
    labels = [quick.label for quick in KINDS[kind].suggests(history(ana), ana, ana.today())]
    assert (
        labels[0]
        == {
            "sleep": "23:00 – 07:00",
            "exercise": "Brisk walk 30",
            "diet": "+ Leafy greens",
            "practice": "Slow breathing 5",
        }[kind]
    )


def test_the_most_frequent_of_the_last_weeks_comes_first(ana):
    ate(ana, "nuts", "cheese", "nuts", "beans", "nuts", "cheese")
    assert offered(ana, "diet")[:3] == ["nuts/1/", "cheese/1/", "beans/1/"]


def test_among_equals_the_latest_comes_first(ana):
    ate(ana, "nuts", day=TODAY - timedelta(days=2))
    ate(ana, "cheese", day=TODAY - timedelta(days=1))
    assert offered(ana, "diet")[:2] == ["cheese/1/", "nuts/1/"]


def test_the_rest_is_filled_up_with_defaults_of_another_name(ana):
    ate(ana, "berries")
    others = ["leafy-greens/1/green", "oily-fish/1/", "vegetables/1/", "caffeine/107/"]
    assert offered(ana, "diet") == ["berries/1/", *others]


def test_what_is_offered_does_not_change_with_what_is_logged_on_the_day_itself(ana):
    ate(ana, "berries")
    tapped(ana, "exercise", "run/35/moderate")
    assert offered(ana, "diet", TODAY) == DEFAULTS["diet"]
    assert offered(ana, "exercise", TODAY) == DEFAULTS["exercise"]


def test_an_amount_is_as_it_was_the_last_time(ana):
    for amount in (80, 160):
        DietLog.objects.create(user=ana, day=TODAY, zone=ana.zone, item="caffeine", amount=amount)
    assert offered(ana, "diet")[0] == "caffeine/160/"


def test_what_was_none_is_not_offered_as_the_usual(ana):
    tapped(ana, "exercise", "none")
    DietLog.objects.create(user=ana, day=TODAY, zone=ana.zone, item="alcohol", amount=0)
    assert offered(ana, "exercise") == DEFAULTS["exercise"]
    assert offered(ana, "diet") == DEFAULTS["diet"]


def test_minutes_and_intensity_are_learnt(ana):
    for _ in range(2):
        ExerciseLog.objects.create(
            user=ana, day=TODAY, zone=ana.zone, activity="run", minutes=35, intensity="moderate"
        )
    PracticeLog.objects.create(user=ana, day=TODAY, zone=ana.zone, technique="body-scan", minutes=20)
    assert offered(ana, "exercise") == ["run/35/moderate", "brisk-walk/30/moderate", "strength/40/moderate"]
    assert offered(ana, "practice") == ["body-scan/20", "breathing/5", "meditation/10"]


def test_another_persons_habits_are_not_offered(ana, ben):
    ate(ben, "nuts")
    assert offered(ana, "diet") == DEFAULTS["diet"]


# The usual night


def test_the_usual_night_is_the_circular_mean(ana):
    night(ana, TODAY - timedelta(days=1), -10, 7 * 60)  # 23:50
    night(ana, TODAY, 10, 7 * 60 + 20)  # 00:10
    assert offered(ana, "sleep") == ["0-430"]


def test_the_usual_night_is_given_in_steps_of_five_minutes(ana):
    night(ana, TODAY, -62, 7 * 60 + 3)
    assert offered(ana, "sleep") == ["1380-425"]


def test_a_nap_and_a_night_without_sleep_are_no_usual_night(ana):
    SleepLog.objects.create(user=ana, day=TODAY, zone=ana.zone, zone_bed=ana.zone)
    night(ana, TODAY - timedelta(days=1), 13 * 60, 14 * 60)
    SleepLog.objects.filter(asleep__isnull=False).update(nap=True)
    assert offered(ana, "sleep") == DEFAULTS["sleep"]


def test_a_night_elsewhere_is_read_on_the_clock_that_hung_there(ana):
    night(ana, TODAY, -60, 7 * 60, zone="America/New_York", zone_bed="America/New_York")
    assert offered(ana, "sleep") == ["1080-120"]  # in New York it was summer time already


def test_shifts_that_cancel_out_have_no_mean_and_are_no_error(ana):
    night(ana, TODAY - timedelta(days=1), 22 * 60 - 1440, 6 * 60)
    night(ana, TODAY, 10 * 60, 18 * 60)
    assert offered(ana, "sleep") == DEFAULTS["sleep"]


def test_the_usual_night_ends_on_the_day_of_its_page(ana):
    log = tapped(ana, "sleep", "1395-420")
    assert (log.asleep, log.day) == (datetime(2026, 3, 10, 22, 15, tzinfo=UTC), TODAY)


# None


@pytest.mark.parametrize(
    ("kind", "metric"),
    [
        ("sleep", sleep.TST),
        ("exercise", exercise.MINUTES),
        ("diet", diet.PLANTS),
        ("practice", practice.MINUTES),
    ],
    ids=PILLARS,
)
def test_none_today_is_a_zero_and_not_unknown(ana, kind, metric):  # rule 10
    at = (TODAY - history(ana).first).days
    assert metric.daily(history(ana)).isna().iloc[at]
    tapped(ana, kind, "none")
    assert metric.daily(history(ana)).iloc[at] == 0


def target(user, strategy, **values):
    Target.objects.create(user=user, strategy=strategy, starts=TODAY - timedelta(days=40), **values)


def diet_card(user):
    found = frames.load(user, *cards.window(TODAY))
    return next(card for card in cards.page(user, found, TODAY).cards if card.kind == "diet")


def no_sweets(user):
    return [quick.value for quick in diet_card(user).quick if quick.value == "sweets/0/"]


def test_no_sweets_is_offered_to_who_aims_at_few(ana):  # rule 11
    assert not no_sweets(ana)
    target(ana, "fewer-sweets", high=4)
    assert no_sweets(ana)


def test_no_sweets_is_not_offered_once_sweets_were_logged(ana):
    target(ana, "fewer-sweets", high=4)
    ate(ana, "sweets")
    assert not no_sweets(ana)


def test_no_sweets_makes_the_day_known_and_diet_in_general_does_not(ana):  # rule 11
    ate(ana, "berries")
    assert diet.SWEETS.daily(history(ana)).isna().all()
    tapped(ana, "diet", "sweets/0/")
    assert diet.SWEETS.daily(history(ana)).iloc[-1] == 0


def test_a_refused_value_is_a_sentence(ana):
    with pytest.raises(ValidationError, match="could not be logged"):
        KINDS["diet"].quick_log(ana, TODAY, "x/y/z", "k")


@pytest.mark.parametrize(("clock", "label"), [("24", "23:00 – 07:00"), ("12", "11:00 p.m. – 7:00 a.m.")])
def test_the_usual_night_is_worded_on_the_persons_clock(ana, clock, label):
    User.objects.filter(pk=ana.pk).update(clock=clock)
    quick = KINDS["sleep"].suggests(history(ana), User.objects.get(pk=ana.pk), ana.today())[0]
    assert quick.label.replace("\N{NO-BREAK SPACE}", " ") == label


def test_the_technique_that_is_followed_is_offered_first_as_it_was_last_done(ana):
    for slug in ("slow-breathing", "mindful-minutes"):
        Target.objects.create(user=ana, strategy=slug, starts=date(2026, 1, 1), low=5, dose=10)
    PracticeLog.objects.create(user=ana, day=TODAY, zone=ana.zone, technique="breathing", minutes=7)
    assert offered(ana, "practice") == ["mindfulness/10", "breathing/7", "meditation/10"]
