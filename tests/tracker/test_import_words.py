"""What a person reads of an import: plain sentences, in every state of its page."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from tests.tracker.test_data_pages import bring, upload
from tests.tracker.test_import_sleep_as_android import night, zipped
from tests.tracker.test_import_undo import prefer_file
from tests.tracker.test_intake import ASLEEP, sleep_row, take, typed, walk_row
from tracker.importers import Problem, Row, Unreadable
from tracker.intake import files, reading, said, writing
from tracker.intake.stage import Stage
from tracker.models import Import, Target
from tracker.models.log import PROGRAM
from tracker.reports import Report

State = Import.State


def drink(**fields):
    return Row(
        "diet", "1", {"item": "water", "amount": 1, "zone": "UTC", "day": date(2026, 3, 3), **fields}, 7
    )


WRONG = {
    "minutes: more than 1,440": walk_row(minutes=1441),
    "minutes: none, or not known": walk_row(minutes=0),
    "minutes: “many” is nothing that can stand there": walk_row(minutes="many"),
    "minutes: it is missing": walk_row(minutes=None),
    "effort: more than 10": walk_row(effort=11),
    "activity: none of those that are known here": walk_row(activity="flying"),
    "intensity: neither light nor moderate nor vigorous": walk_row(intensity="fierce"),
    "quality: less than 1": sleep_row(quality=0),
    "times awake in the night: more than 50": sleep_row(awakenings=51),
    "day: before 1970, or in the future": sleep_row(asleep=datetime(1969, 1, 1, tzinfo=UTC)),
    "note: It has 4,001 characters; 4,000 are the most.": walk_row(note="x" * 4001),
    "key: longer than 64 characters": walk_row("x" * 65),
    "practice: none of those that are known here": Row(
        "practice", "1", {"technique": "magic", "minutes": 5, "zone": "UTC", "start": ASLEEP}, 2
    ),
    "None of the five is rated.": Row("checkin", "1", {"zone": "UTC", "start": ASLEEP}, 2),
}


@pytest.mark.parametrize("words", WRONG)
def test_what_breaks_a_rule_is_told_with_its_column_and_no_request(ana, words):  # rules.md, 25
    batch = take(ana, WRONG[words])
    assert [problem.sentence for problem in Report(batch).problems] == [words]


def test_a_food_that_is_not_known_is_told_as_such(ana):
    (problem,) = Report(take(ana, drink(item="stone"))).problems
    assert problem.sentence.endswith("none of those that are known here")


def test_a_file_that_has_to_be_whole_is_refused_in_the_same_words(ana):
    with pytest.raises(Unreadable, match="minutes: more than 1,440"):
        take(ana, walk_row(minutes=1441), whole=True)


def test_large_numbers_are_grouped_and_lines_are_not():
    refused = said.of_unreadable(Unreadable("More than %(most)s entries.", 12345, most=200_000))
    assert said.unreadable(refused).worded(str) == "Line 12345: More than 200,000 entries."
    assert said.worded(["as in line %(line)s", {"line": 12345}, ""]) == "as in line 12345"
    with translation.override("de"):
        assert said.worded(["%(n)s", {"n": 5000}, ""]) == "5.000"


def test_reasons_are_counted_over_all_lines_and_the_commonest_stands_first(ana, monkeypatch):
    monkeypatch.setattr(reading, "LISTED", 2)
    short = [Problem(n, "too short") for n in range(300)]
    same = [Problem(n, "the same as in line %(line)s", {"line": n - 1}) for n in range(3)]
    report = Report(take(ana, *same, *short))
    assert report.reasons == [("too short", 300), ("the same as in line …", 3)]
    assert (report.left_out, len(report.problems), report.unlisted, report.for_others) == (303, 2, 301, 0)


def test_of_very_many_reasons_the_rest_is_counted_together(ana, monkeypatch):
    monkeypatch.setattr(reading, "REASONS", 2)
    problems = [Problem(n, f"reason {n % 5}") for n in range(10)]
    assert Report(take(ana, *problems)).for_others == 6


def test_where_each_line_has_a_reason_of_its_own_the_lines_say_it_alone(ana):
    assert Report(take(ana, Problem(1, "one"), Problem(2, "two"))).reasons == []


def test_the_first_of_each_kind_are_shown_nights_before_all(ana):
    walks = [walk_row(str(n), ASLEEP + timedelta(days=n)) for n in range(20)]
    nights = [sleep_row(str(n), ASLEEP + timedelta(days=n)) for n in range(9)]
    with Stage() as stage:
        opened = reading.Reading(ana, "app", stage, whole=False)
        opened.read([*walks, *nights])
        kinds = [kind for kind, _own in writing.preview(ana, stage)["first"]]
    assert kinds == ["sleep"] * 3 + ["exercise"] * 3


def test_one_day_stands_once_and_two_as_a_period(ana):
    assert Report(take(ana, walk_row())).period == "3 March 2026"
    later = take(ana, walk_row("2", ASLEEP + timedelta(days=1)), walk_row("3", ASLEEP + timedelta(days=2)))
    assert Report(later).period == "4 March 2026 – 5 March 2026"


def test_where_it_is_taken_in_the_first_look_knows_how_many_there_are(ana):
    counts = {"sleep": {"new": 11_999, "aside": 1}}
    batch = Import.objects.create(user=ana, state=State.WRITING, report={"counts": counts})
    assert (Report(batch).progress.done, Report(batch).progress.total) == (0, 12_000)


def test_what_is_said_aloud_comes_in_coarse_steps(ana, monkeypatch):
    report = Report(Import.objects.create(user=ana, state=State.READING))
    said_aloud = []
    for done in range(101):
        monkeypatch.setattr(files, "progress", lambda pk, done=done: files.Progress(done, 100))
        report.__dict__.pop("progress", None)
        said_aloud.append(report.step)
    assert sorted(set(said_aloud)) == [0, 25, 50, 75, 100]


def test_what_a_program_sent_is_called_so(ana):
    typed_night = typed(ana)
    type(typed_night).objects.update(source=PROGRAM)
    (beside,) = Report(take(ana, sleep_row())).aside
    assert beside.other == "from a program"


class TestPage:
    def test_says_that_all_of_it_clashes(self, her, ana):
        start, end = datetime(2026, 3, 3, 22, tzinfo=UTC), datetime(2026, 3, 4, 6, tzinfo=UTC)
        typed(ana, start, (end - start).total_seconds() / 3600)
        page = upload(her, zipped(night()).getvalue()).text
        assert "Nothing new, 1 entry clashes with what is here" in page
        assert "0 entries" not in page

    def test_says_nothing_after_undo_that_is_so_no_more(self, her, ana):  # rules.md, 14
        Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
        assert "now begins on" in bring(her, zipped(night()).getvalue(), past="on").text
        undone = her.post(reverse("import-undo", args=[ana.imports.get().pk]), follow=True).text
        assert "now begins on" not in undone

    def test_says_nothing_after_undo_of_a_clash_that_is_settled_back(self, her, ana):
        typed(ana)
        batch = prefer_file(ana, sleep_row())
        page = reverse("import", args=[batch.pk])
        assert "Undo brings yours back" in her.get(page).text
        her.post(reverse("import-undo", args=[batch.pk]))
        assert "Undo brings yours back" not in her.get(page).text

    @pytest.mark.parametrize("state", [State.RECEIVED, State.READING, State.WRITING, State.READY])
    def test_says_its_state_aloud_apart_from_what_is_replaced(self, her, ana, state):
        batch = Import.objects.create(user=ana, state=state, taken=timezone.now())
        aloud, replaced = her.get(reverse("import", args=[batch.pk])).text.split('<div id="import"')
        assert 'role="status" data-once' in aloud
        assert ('hx-select-oob="#heard:innerHTML"' in replaced) == batch.works
        assert ('id="discard"' in replaced) == (state != State.WRITING)
