"""How a number was made: its formula, and the person's own days that went into it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from recovery.metrics import METRICS
from recovery.strategies import BY_SLUG, STRATEGIES
from recovery.summaries import SUMMARIES
from tracker import made
from tracker.models import CheckinLog, DietLog, ExerciseLog, PracticeLog, SleepLog, Target, User

MONDAY, TODAY = date(2026, 3, 9), date(2026, 3, 13)  # a Friday
SUNDAY = MONDAY + timedelta(days=6)
FOUR_WEEKS = timedelta(weeks=4)


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


def night(user, day, hours=8):
    awake = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    moments = {"asleep": awake - timedelta(hours=hours), "awake": awake}
    return SleepLog.objects.create(user=user, day=day, zone=user.zone, zone_bed=user.zone, **moments)


def ate(user, day, amount=6, item="vegetables"):
    return DietLog.objects.create(user=user, day=day, zone=user.zone, item=item, amount=amount)


def ran(user, day, minutes=40):
    known = {"activity": "run", "minutes": minutes, "intensity": "vigorous"}
    return ExerciseLog.objects.create(user=user, day=day, zone=user.zone, **known)


def follow(user, slug, starts=date(2026, 1, 1)):
    aim = BY_SLUG[slug].aim
    values = {"low": aim.low, "high": aim.high, "dose": aim.dose, "clock": aim.clock}
    return Target.objects.create(user=user, strategy=slug, starts=starts, **values)


def of(browser, slug, first=MONDAY, last=SUNDAY):
    return browser.get(reverse("made", args=[slug, first, last]))


def of_habit(browser, slug, first=MONDAY, last=SUNDAY):
    return browser.get(reverse("made-habit", args=[slug, first, last]))


def words(response):
    assert response.status_code == 200
    panel = response.content.decode().split('id="made"')[1].split("</main>")[0]
    return " ".join(strip_tags(panel).replace("\N{NO-BREAK SPACE}", " ").split())


class TestANumberOfDays:
    def test_says_which_days_are_missing(self, her, ana):
        for day in (0, 2, 3):
            night(ana, MONDAY + timedelta(days=day), hours=7 + day)
        assert "3 of 4 nights; Tuesday not logged." in words(of(her, "sleep-duration"))

    def test_is_the_mean_of_the_days_that_are_known(self, her, ana):
        night(ana, MONDAY, hours=7)
        night(ana, TODAY, hours=8)
        assert "7 h 30 min on average" in words(of(her, "sleep-duration"))

    def test_is_the_sum_where_days_add_up(self, her, ana):
        ran(ana, MONDAY, 40)
        ran(ana, TODAY, 20)
        shown = words(of(her, "exercise-minutes"))
        assert "120 min together" in shown
        assert "60 min a logged day, on average" in shown

    def test_names_clock_times_around_midnight_by_their_middle(self, her, ana):
        for day, hours in ((MONDAY, 8), (TODAY, 8)):
            night(ana, day, hours)
        assert "07:00 on average" in words(of(her, "waking"))

    def test_tells_a_night_without_what_it_needs_from_one_that_was_not_logged(self, her, ana):
        night(ana, MONDAY)  # without a time in bed
        gaps = "Tuesday, Wednesday and Thursday not logged; Monday logged without what this needs."
        assert gaps in words(of(her, "sleep-efficiency"))

    def test_does_not_miss_today_which_has_not_closed(self, her, ana):  # rule 17
        for day in range(4):
            night(ana, MONDAY + timedelta(days=day))
        shown = words(of(her, "sleep-duration"))
        assert "4 of 4 nights." in shown
        assert "not yet logged" in shown

    def test_names_dates_over_more_than_a_week_and_counts_what_is_too_much_to_name(self, her, ana):
        night(ana, TODAY)
        shown = words(of(her, "sleep-duration", TODAY - FOUR_WEEKS, TODAY))
        assert "1 of 29 nights" in shown
        assert "13 February, 14 February" in shown
        assert "19 February and 21 more not logged" in shown

    def test_leads_to_each_of_its_days(self, her, ana):
        night(ana, MONDAY)
        page = of(her, "sleep-duration").content.decode()
        assert all(reverse("day", args=[MONDAY + timedelta(days=n)]) in page for n in range(5))
        assert reverse("day", args=[SUNDAY]) not in page

    def test_of_one_day_leads_to_the_entries_it_was_made_of(self, her, ana):
        log = night(ana, TODAY)
        page = of(her, "sleep-duration", TODAY, TODAY)
        assert reverse("log-edit", args=["sleep", log.pk]) in page.content.decode()
        assert "23:00 – 07:00" in words(page)

    def test_leads_to_its_formula_its_habits_its_source_and_its_charts(self, her, ana):
        page = of(her, "sleep-duration").content.decode()
        assert reverse("learn-measure", args=["sleep-duration"]) in page
        assert reverse("learn-entry", args=["long-enough"]) in page
        assert "https://doi.org/10.5665/sleep.1642" in page
        assert "#chart-nights" in page

    def test_of_a_long_time_comes_in_parts(self, her, ana):
        first = TODAY - timedelta(days=99)
        night(ana, first)
        assert len(of(her, "sleep-duration", first, TODAY).context["rows"]) == 30
        address = reverse("made", args=["sleep-duration", first, TODAY])
        rows = her.get(address, {"part": 1}).context["rows"]
        assert (len(rows), rows[0].day, rows[0].used) == (35, first, True)


class TestASummary:
    def breathe(self, user, *days):
        rated = {"technique": "breathing", "minutes": 10, "stress_before": 7}
        for number in days:
            day, after = MONDAY + timedelta(days=number), 3 + number % 2
            PracticeLog.objects.create(user=user, day=day, zone=user.zone, stress_after=after, **rated)

    def test_says_what_went_in_and_what_chance_may_have_done(self, her, ana):
        self.breathe(ana, -7, -6, -5, -4, -3, 0, 2)
        shown = words(of(her, "mean-stress-change", MONDAY - timedelta(days=7), TODAY))
        assert "not logged" in shown
        assert "is likely. How this range is made" in shown

    def test_that_is_held_back_says_why(self, her, ana):
        self.breathe(ana, 0)
        shown = words(of(her, "practice-minutes-a-week"))
        assert "Too little was logged: at least four days are needed." in shown
        assert "1 of 4 days; Tuesday, Wednesday and Thursday not logged." in shown


class TestAHabit:
    def test_of_a_week_shows_its_value_its_state_and_what_is_open(self, her, ana):
        follow(ana, "aerobic-minutes")
        ran(ana, MONDAY, 40)
        shown = words(of_habit(her, "aerobic-minutes"))
        assert "80 min Open" in shown
        assert "Your aim: 150 min of effort a week." in shown
        assert "Still open: 70 min." in shown
        assert "1 of 4 days; Tuesday, Wednesday and Thursday not logged." in shown

    def test_of_days_shows_what_was_kept_and_how_sure_so_few_make_it(self, her, ana):  # rule 20
        follow(ana, "fruit-and-vegetables")
        for number, amount in enumerate((6, 6, 2)):
            ate(ana, MONDAY + timedelta(days=number), amount)
        shown = words(of_habit(her, "fruit-and-vegetables"))
        assert "67 % kept, 75 % logged" in shown
        assert "Met: 2 · Missed: 1 · Not logged: 1 · Open: 3" in shown
        assert "anything from 21 % to 94 % kept is likely" in shown  # Wilson's interval of 2 of 3
        assert "Thursday not logged" in shown

    def test_of_many_weeks_shows_each_week_which_opens_its_days(self, her, ana):
        follow(ana, "aerobic-minutes")
        for week in range(4):
            ran(ana, MONDAY - timedelta(weeks=week + 1), 80)
        page = of_habit(her, "aerobic-minutes", MONDAY - FOUR_WEEKS, MONDAY - timedelta(days=1))
        assert "100 % kept, 100 % logged" in words(page)
        week = reverse("made-habit", args=["aerobic-minutes", MONDAY - FOUR_WEEKS, date(2026, 2, 15)])
        assert week in page.content.decode()

    def test_of_a_year_shows_strength_and_streaks_as_its_page_does(self, her, ana):
        follow(ana, "fruit-and-vegetables", date(2026, 2, 1))
        for number in range(1, 11):
            ate(ana, TODAY - timedelta(days=number))
        first = MONDAY - timedelta(weeks=52)
        shown = words(of_habit(her, "fruit-and-vegetables", first, SUNDAY))
        assert "10 in a row now, 10 at best." in shown
        told = re.search(r"Strength \d+ %", shown).group()
        learnt = her.get(reverse("learn-entry", args=["fruit-and-vegetables"])).content.decode()
        assert told in learnt.replace("\N{NO-BREAK SPACE}", " ")
        assert reverse("made-habit", args=["fruit-and-vegetables", first, SUNDAY]) in learnt

    def test_that_was_never_planned_is_told_so(self, her, ana):
        assert "Not planned" in words(of_habit(her, "fruit-and-vegetables"))


class TestThePlan:
    def test_is_the_mean_of_its_habits_each_of_which_opens(self, her, ana):  # rule 20
        for slug in ("fruit-and-vegetables", "whole-grains"):
            follow(ana, slug)
        for number in range(4):
            ate(ana, MONDAY + timedelta(days=number))
        page = of(her, "kept")
        assert "50 % kept, 100 % logged" in words(page)
        assert reverse("made-habit", args=["whole-grains", MONDAY, SUNDAY]) in page.content.decode()

    def test_agrees_with_the_dials_of_today_and_week_when_a_habit_was_dropped(self, her, ana):
        follow(ana, "fruit-and-vegetables")
        follow(ana, "whole-grains")
        Target.objects.create(user=ana, strategy="whole-grains", starts=TODAY)
        for number in range(4):
            ate(ana, MONDAY + timedelta(days=number))
        ana.touch()
        shares = [her.get(url).context["page"].share for url in ("/", "/week/")]
        assert [share.kept for share in shares] == [0.5, 0.5]
        assert of(her, "kept").context["made"].share == shares[0]

    def test_of_nothing_says_so(self, her):
        assert "Nothing was planned in these days." in words(of(her, "kept"))


def test_every_metric_and_summary_can_be_opened_without_a_record(her):
    found = {slug: of(her, slug, TODAY - FOUR_WEEKS, TODAY).status_code for slug in (*METRICS, *SUMMARIES)}
    assert {slug: status for slug, status in found.items() if status != 200} == {}


def test_every_habit_can_be_opened_without_a_record(her):
    found = {one.slug: of_habit(her, one.slug).status_code for one in STRATEGIES}
    assert {slug: status for slug, status in found.items() if status != 200} == {}


@pytest.mark.parametrize("strategy", STRATEGIES, ids=lambda strategy: strategy.slug)
def test_every_habit_can_be_opened_with_a_record(her, ana, strategy):
    follow(ana, strategy.slug)
    night(ana, MONDAY)
    ana.touch()
    assert "nan" not in words(of_habit(her, strategy.slug)).split()
    assert of_habit(her, strategy.slug, TODAY - FOUR_WEEKS, TODAY).status_code == 200


def test_nothing_of_another_person_is_shown(her, ana, ben):
    night(ben, MONDAY)
    follow(ben, "fruit-and-vegetables")
    ate(ben, MONDAY)
    assert "Not known for these days." in words(of(her, "sleep-duration"))
    assert "Not planned" in words(of_habit(her, "fruit-and-vegetables"))
    assert "Nothing was planned in these days." in words(of(her, "kept"))


def test_what_was_computed_for_one_person_is_not_shown_to_another(client, ana, ben):
    night(ana, MONDAY)
    client.force_login(ana)
    assert "8 h" in words(of(client, "sleep-duration"))
    client.force_login(ben)
    assert "Not known for these days." in words(of(client, "sleep-duration"))


def test_a_new_log_is_in_it_at_once(her, ana):
    assert "Not known" in words(of(her, "sleep-duration"))
    night(ana, MONDAY)
    ana.touch()
    assert "8 h" in words(of(her, "sleep-duration"))


def test_it_is_closed_to_strangers(client, db):
    assert of(client, "sleep-duration").status_code == 302


@pytest.mark.parametrize(
    ("slug", "first", "last"),
    [
        ("detox", MONDAY, SUNDAY),
        ("strength", MONDAY, SUNDAY),  # of a habit alone
        ("sleep-duration", SUNDAY, MONDAY),
        ("sleep-duration", TODAY + timedelta(days=1), SUNDAY),
        ("sleep-duration", MONDAY, TODAY + timedelta(days=7)),
        ("sleep-duration", date(1969, 12, 31), TODAY),
    ],
)
def test_what_has_no_number_is_not_there(her, slug, first, last):
    assert of(her, slug, first, last).status_code == 404


def test_a_pillar_that_is_switched_off_has_no_numbers(her, ana):  # rule 31
    User.objects.filter(pk=ana.pk).update(pillars="sleep exercise practice")
    assert of(her, "plants").status_code == 404
    assert of_habit(her, "fish").status_code == 404
    assert of_habit(her, "caffeine-cut-off").status_code == 404


def test_ten_years_are_kept_small(ana):
    for number in range(0, 3650, 10):
        night(ana, TODAY - timedelta(days=number))
    found = made.number(ana, "sleep-duration", TODAY - timedelta(days=3649), TODAY)
    assert (len(found.rows), found.gathered.counted) == (3650, "365 of 3650 nights")


NUMBER = re.compile(r'<a class="number" href="([^"]+)"')


def full(user):
    for strategy in STRATEGIES:
        follow(user, strategy.slug)
    for number in range(5):
        day = MONDAY + timedelta(days=number)
        night(user, day)
        ran(user, day)
        ate(user, day)


@pytest.mark.parametrize("url", ["/", "/week/", "/learn/long-enough/", "/learn/fruit-and-vegetables/"])
def test_every_number_that_can_be_opened_opens(her, ana, url):
    full(ana)
    found = set(NUMBER.findall(her.get(url).content.decode()))
    assert found
    assert {her.get(address).status_code for address in found} == {200}


@pytest.mark.parametrize("url", ["/", "/week/"])
def test_after_every_number_there_is_a_place_for_it_to_open_in(her, ana, url):
    full(ana)
    page = her.get(url).content.decode()
    assert page.rindex('<div class="made">') > page.rindex('class="number"')


def test_every_number_of_today_opens(her, ana):
    """But those of an entry, a button, a date and a title, which say themselves what they are."""
    full(ana)
    page = her.get("/").content.decode()
    shown = page[page.index('<section class="card summary"') : page.index("</main>")]
    for apart in (
        r'<ol class="week">.*?</ol>', r'<ul class="entries">.*?</ul>', r"<form.*?</form>",
        r'<details class="why">.*?</details>', r'<section class="card checkin".*?</section>',
        r'<a class="number".*?</a>', r'<a href="/learn/.*?</a>',
    ):  # fmt: skip
        shown = re.sub(apart, "", shown, flags=re.DOTALL)
    assert not re.findall(r".*\d.*", strip_tags(shown))


def test_a_colour_that_came_on_two_days_is_one_colour(her, ana):
    for number, colour in enumerate(("red", "green", "red")):
        day = MONDAY + timedelta(days=number)
        DietLog.objects.create(user=ana, day=day, zone=ana.zone, item="berries", amount=1, colour=colour)
    assert "2 together" in words(of(her, "colours"))
    assert "2 colours" in strip_tags(her.get("/").content.decode())


def test_a_rating_leads_to_the_check_ins_it_is_the_mean_of(her, ana):
    CheckinLog.objects.create(user=ana, day=TODAY, zone=ana.zone, mood=4)
    CheckinLog.objects.create(user=ana, day=TODAY, zone=ana.zone, mood=7)
    page = of(her, "mood", TODAY, TODAY)
    assert "5.5" in words(page)
    assert len(page.context["made"].entries) == 2
