"""The record in other forms, and the plan as a calendar feed."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta

import jsonschema
import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from tracker import export, feed, open_mhealth
from tracker.importers.recovery_zip import FILES
from tracker.models import DietLog, ExerciseLog, Pause, SleepLog, Target

TODAY = date(2026, 3, 13)  # a Friday
DURATION = {
    "type": "object",
    "required": ["value", "unit"],
    "properties": {"value": {"type": "number"}, "unit": {"enum": ["sec", "min", "h"]}},
}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
FRAME = {
    "type": "object",
    "required": ["time_interval"],
    "properties": {
        "time_interval": {
            "type": "object",
            "required": ["start_date_time", "end_date_time"],
            "not": {"required": ["duration"]},  # of start, end and duration a document has two
            "properties": {"start_date_time": MOMENT, "end_date_time": MOMENT},
        }
    },
}
# what the published schemas sleep-episode 1.1, physical-activity 1.2, header 1.2 and data-point 1.0 ask for
BODIES = {
    "sleep-episode": {
        "type": "object",
        "required": ["effective_time_frame"],
        "properties": {
            "effective_time_frame": FRAME,
            "latency_to_sleep_onset": DURATION,
            "latency_to_arising": DURATION,
            "total_sleep_time": DURATION,
            "wake_after_sleep_onset": DURATION,
            "number_of_awakenings": {"type": "integer"},
            "is_main_sleep": {"type": "boolean"},
            "sleep_maintenance_efficiency_percentage": {
                "type": "object",
                "required": ["value", "unit"],
                "properties": {"value": {"type": "number"}, "unit": {"enum": ["%"]}},
            },
        },
    },
    "physical-activity": {
        "type": "object",
        "required": ["activity_name"],
        "properties": {
            "activity_name": {"type": "string"},
            "effective_time_frame": FRAME,
            "reported_activity_intensity": {"enum": ["light", "moderate", "vigorous"]},
            "met_value": {"type": "number"},
        },
    },
}
POINT = {
    "type": "object",
    "required": ["header", "body"],
    "properties": {
        "header": {
            "type": "object",
            "required": ["id", "creation_date_time", "schema_id"],
            "properties": {
                "id": {"type": "string"},
                "creation_date_time": MOMENT,
                "schema_id": {"type": "object", "required": ["namespace", "name", "version"]},
                "acquisition_provenance": {"type": "object", "required": ["source_name"]},
            },
        }
    },
}


@pytest.fixture(autouse=True)
def friday(time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)


@pytest.fixture
def night(ana):
    moments = {
        "bed": datetime(2026, 3, 11, 21, 45, tzinfo=UTC),
        "tried": datetime(2026, 3, 11, 22, tzinfo=UTC),
        "sol": 10,
        "waso": 20,
        "awake": datetime(2026, 3, 12, 6, 10, tzinfo=UTC),
        "up": datetime(2026, 3, 12, 6, 30, tzinfo=UTC),
    }
    log = SleepLog(user=ana, zone=ana.zone, zone_bed=ana.zone, awakenings=2, **moments)
    log.settle().save()
    return log


def points(browser):
    return json.loads(b"".join(browser.get(reverse("export-open-mhealth"))))


class TestOpenMHealth:
    def test_every_data_point_is_what_its_schema_asks_for(self, her, ana, night):
        at = {"user": ana, "zone": ana.zone, "day": date(2026, 3, 12)}
        ExerciseLog.objects.create(**at, activity="run", minutes=30, intensity="vigorous")
        start = datetime(2026, 3, 12, 16, tzinfo=UTC)
        ExerciseLog.objects.create(
            **at, activity="physical-therapy", minutes=45, intensity="light", start=start
        )
        ExerciseLog.objects.create(**at, minutes=0)  # none that day
        found = points(her)
        assert [point["header"]["schema_id"]["name"] for point in found] == [
            "sleep-episode", "physical-activity", "physical-activity",
        ]  # fmt: skip
        for point in found:
            jsonschema.validate(point, POINT)
            jsonschema.validate(point["body"], BODIES[point["header"]["schema_id"]["name"]])

    def test_a_sleep_runs_from_onset_to_final_waking(self, her, night):
        (point,) = points(her)
        body = point["body"]
        assert body["effective_time_frame"]["time_interval"] == {
            "start_date_time": "2026-03-11T23:10:00+01:00",
            "end_date_time": "2026-03-12T07:10:00+01:00",
        }
        assert body["total_sleep_time"] == {"value": 460.0, "unit": "min"}
        assert body["latency_to_sleep_onset"] == {"value": 10, "unit": "min"}
        assert body["latency_to_arising"] == {"value": 20.0, "unit": "min"}
        assert body["sleep_maintenance_efficiency_percentage"] == {"value": 95.8, "unit": "%"}  # 460 of 480
        assert body["is_main_sleep"] is True

    def test_the_longest_sleep_of_a_day_is_the_main_one(self, her, ana, night):  # rule 6
        start = datetime(2026, 3, 12, 12, tzinfo=UTC)
        both = {"zone": ana.zone, "zone_bed": ana.zone, "day": date(2026, 3, 12)}
        SleepLog.objects.create(user=ana, asleep=start, awake=start + timedelta(hours=1), **both)
        SleepLog.objects.create(user=ana, day=date(2026, 3, 11), zone="UTC", zone_bed="UTC")  # did not sleep
        mains = [point["body"]["is_main_sleep"] for point in points(her)]
        assert sorted(mains) == [False, True]

    def test_an_empty_record_is_an_empty_list(self, her):
        assert points(her) == []

    def test_what_another_app_recorded_is_not_called_self_reported(self, ana, night):
        night.source = "oura"
        night.save()
        (point,) = open_mhealth.points(ana)
        assert point["header"]["acquisition_provenance"] == {"source_name": "oura"}


class TestJson:
    def test_it_holds_what_the_files_hold(self, her, ana, night):
        DietLog.objects.create(user=ana, zone=ana.zone, day=TODAY, item="vegetables", amount=2.5, note="=1+1")
        whole = json.loads(b"".join(her.get(reverse("export-json"))))
        assert set(whole) == {"format", "version", *FILES}
        (sleep,), (diet,) = whole["sleep"], whole["diet"]
        assert (sleep["day"], sleep["asleep"], sleep["minutes_awake"]) == (
            "2026-03-12",
            "2026-03-11T22:10:00Z",
            20,
        )
        assert (diet["amount"], diet["note"]) == (2.5, "=1+1")

    def test_nobody_elses_record_is_in_it(self, her, ben):
        DietLog.objects.create(user=ben, zone=ben.zone, day=TODAY, item="vegetables", amount=2)
        assert json.loads(b"".join(her.get(reverse("export-json"))))["diet"] == []


def test_the_zip_is_sent_in_parts_and_is_the_zip_of_the_command(her, ana, night):
    ExerciseLog.objects.bulk_create(
        ExerciseLog(
            user=ana,
            zone=ana.zone,
            day=TODAY,
            activity="run",
            minutes=5,
            intensity="moderate",
            note="x" * 4000,
        )
        for _ in range(400)
    )
    parts = list(her.get(reverse("export")))
    file = io.BytesIO()
    export.write(ana, file)
    assert len(parts) > 20
    assert b"".join(parts) == file.getvalue()
    assert zipfile.ZipFile(file).testzip() is None


class TestFeed:
    @pytest.fixture
    def plan(self, ana):
        follow = {"user": ana, "starts": date(2026, 3, 2)}
        Target.objects.create(**follow, strategy="fruit-and-vegetables", low=5, weekdays=0b0011111)
        Target.objects.create(**follow, strategy="regular-hours", high=30, clock=7 * 60)
        Target.objects.create(**follow, strategy="aerobic-minutes", low=150)

    def events(self, user, *, quiet=False):
        found = Calendar.from_ical(feed.calendar(user, quiet=quiet))
        return {str(event["summary"]): event for event in found.walk("VEVENT")}

    def event(self, user, word):
        return next(event for summary, event in self.events(user).items() if word in summary)

    def test_a_daily_habit_stands_on_its_weekdays_and_an_aim_for_the_week_on_monday(self, ana, plan):
        daily, weekly = self.event(ana, "fruit"), self.event(ana, "breathe harder")
        assert daily["rrule"]["byday"] == ["MO", "TU", "WE", "TH", "FR"]
        assert daily["dtstart"].dt == date(2026, 3, 2)
        assert weekly["rrule"]["byday"] == ["MO"]

    def test_regular_hours_keep_their_clock_over_a_change_of_clocks(self, ana, plan):
        event = self.event(ana, "regular hours")
        start = event["dtstart"].dt
        assert (start.hour, str(start.tzinfo)) == (7, "Europe/Berlin")
        assert b"BEGIN:VTIMEZONE" in feed.calendar(ana, quiet=False)

    def test_a_target_ends_where_the_next_begins_and_one_that_stops_ends(self, ana, plan):
        Target.objects.create(user=ana, strategy="fruit-and-vegetables", starts=date(2026, 3, 16), low=7)
        Target.objects.create(user=ana, strategy="aerobic-minutes", starts=date(2026, 3, 10))
        events = self.events(ana)
        five = next(event for summary, event in events.items() if "5 servings" in summary)
        assert five["rrule"]["until"] == [date(2026, 3, 15)]
        assert any("7 servings" in summary for summary in events)
        assert not any("breathe harder" in summary for summary in events)

    def test_paused_days_are_left_out(self, ana, plan):
        Pause.objects.create(user=ana, pillar="diet", first=date(2026, 3, 16), last=date(2026, 3, 17))
        left_out = {stamp.dt for stamp in self.event(ana, "fruit")["exdate"].dts}
        assert left_out == {date(2026, 3, 16), date(2026, 3, 17)}
        assert "exdate" not in self.event(ana, "breathe harder")

    def test_quietly_no_event_says_what_it_is_about(self, ana, plan):
        assert set(self.events(ana, quiet=True)) == {"Recovery"}

    def test_the_address_opens_without_a_login_and_never_again_once_renewed(self, her, client, ana, plan):
        first = her.post(reverse("calendar")).context["said"]
        assert client.get(first).status_code == 200
        second = her.post(reverse("calendar")).context["said"]
        client.logout()
        assert client.get(first).status_code == 404
        answer = client.get(second)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert answer["X-Robots-Tag"] == "noindex"

    def test_an_unchanged_plan_is_not_sent_twice(self, client, ana, plan):
        address = reverse("feed", args=[feed.renew(ana)])
        tag = client.get(address)["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")

    def test_only_a_digest_is_kept_and_off_is_off(self, her, client, ana, plan):
        secret = feed.renew(ana)
        assert secret not in str(ana.feed)
        her.post(reverse("calendar-off"))
        assert client.get(reverse("feed", args=[secret])).status_code == 404

    @pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "REPORT"])
    def test_the_address_is_only_read_and_no_line_of_the_log_holds_it(self, ana, plan, method, caplog):
        secret, stranger = feed.renew(ana), Client(enforce_csrf_checks=True)
        for name in ("feed", "feed-quiet"):
            answer = stranger.generic(method, reverse(name, args=[secret]))
            assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")
        assert f"Method Not Allowed ({method}): /feed/…" in caplog.text
        assert secret not in caplog.text

    @pytest.mark.parametrize("wrong", ["/feed/{}.ics/", "/feed/{}", "/Feed/{}.ics", "/feed/%20{}.ics"])
    def test_an_address_that_is_a_little_wrong_does_not_stand_in_the_log_either(
        self, client, ana, wrong, caplog
    ):
        secret = feed.renew(ana)
        assert client.get(wrong.format(secret)).status_code == 404
        assert client.generic("PROPFIND", wrong.format(secret)).status_code in (404, 405)
        assert "Not Found: " in caplog.text
        assert secret not in caplog.text

    def test_a_fault_does_not_write_the_address_down(self, client, ana, monkeypatch, caplog):
        address = reverse("feed", args=[feed.renew(ana)])

        def breaks(*_user, quiet):
            raise ValueError(address)

        monkeypatch.setattr(feed, "calendar", breaks)
        client.raise_request_exception = False
        assert client.get(address).status_code == 500
        assert "ValueError: /feed/…" in caplog.text
        assert address not in caplog.text

    def test_an_empty_plan_is_an_empty_calendar(self, ana):
        assert self.events(ana) == {}


def test_a_target_of_which_no_monday_came_has_no_event(ana, time_machine):
    time_machine.move_to(datetime(2026, 3, 13, 11, tzinfo=UTC), tick=False)
    for starts, low in ((date(2026, 3, 13), 100), (date(2026, 3, 14), 150)):
        Target.objects.create(user=ana, strategy="aerobic-minutes", starts=starts, low=low)
    assert len(Calendar.from_ical(feed.calendar(ana, quiet=False)).walk("VEVENT")) == 1


def test_of_a_night_whose_time_awake_is_unknown_no_efficiency_is_said():
    asleep = datetime(2026, 3, 11, 22, tzinfo=UTC)
    night = SleepLog(asleep=asleep, awake=asleep + timedelta(hours=8), zone="UTC")
    assert "sleep_maintenance_efficiency_percentage" not in open_mhealth.sleep(night, is_main=True)
