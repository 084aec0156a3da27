"""The pages of in and out, and the two commands that do the same."""

import io
import zipfile
from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone

from tests.tracker.test_import_sleep_as_android import night, zipped
from tracker import intake, requests
from tracker.importers import Question, sleep_as_android
from tracker.models import Import, PracticeLog, SleepLog, Target, User
from tracker.requests import BoundedUploadHandler


@pytest.fixture
def browser(client, ana):
    client.force_login(ana)
    return client


def upload(browser, content, name="export.zip"):
    return browser.post(reverse("data"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def bring(browser, content, **choices):
    """Upload a file and take it in."""
    number = upload(browser, content).redirect_chain[0][0].split("/")[-2]
    return browser.post(reverse("import-take", args=[number]), choices, follow=True)


def body(response):
    return b"".join(response.streaming_content)


def test_the_empty_page_says_what_to_do_first(browser):
    page = browser.get(reverse("data"))
    assert page.status_code == 200
    assert "Nothing yet" in page.text


def test_a_file_is_shown_before_it_comes_in_and_then_the_page_says_what_came(browser, ana):
    content = zipped(night() + night(to="03. 03. 2026 23:14", hours="0.070")).getvalue()
    page = upload(browser, content)
    assert page.redirect_chain[0][0] == reverse("import", args=[ana.imports.get().pk])
    assert "1 entry can come in" in page.text
    assert "under 10 minutes" in page.text
    assert not ana.sleeplogs.exists()
    page = browser.post(reverse("import-take", args=[ana.imports.get().pk]), follow=True)
    assert "1 entry came in" in page.text
    assert "under 10 minutes" in page.text
    assert "Sleep as Android" in browser.get(reverse("data")).text


def test_a_large_file_comes_in_by_way_of_the_disk_and_leaves_nothing_there(browser, settings, tmp_path):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    settings.IMPORTS = settings.FILE_UPLOAD_TEMP_DIR = tmp_path
    assert "1 entry came in" in bring(browser, zipped(night()).getvalue()).text
    assert list(tmp_path.iterdir()) == []


def test_a_sleep_kept_aside_is_shown_with_its_times(browser, ana):  # rules.md, 26
    start, end = datetime(2026, 3, 3, 22, tzinfo=UTC), datetime(2026, 3, 4, 6, tzinfo=UTC)
    SleepLog(user=ana, asleep=start, awake=end, zone="UTC", zone_bed="UTC").settle().save()
    page = upload(browser, zipped(night()).getvalue())
    assert "typed by you" in page.text
    assert "23:00 – 07:00" in page.text.replace("&nbsp;", " ")
    page = browser.post(reverse("import-take", args=[ana.imports.get().pk]), follow=True)
    assert "Nothing new came in" in page.text
    assert "Kept aside" in page.text
    assert "6:40" in page.text


def test_a_clash_is_settled_as_the_person_says_and_settled_back_by_undo(browser, ana):
    start, end = datetime(2026, 3, 3, 22, tzinfo=UTC), datetime(2026, 3, 4, 6, tzinfo=UTC)
    SleepLog(user=ana, asleep=start, awake=end, zone="UTC", zone_bed="UTC").settle().save()
    page = bring(browser, zipped(night()).getvalue(), clash="file")
    assert "1 entry came in" in page.text
    assert ana.sleeplogs.get().source == "sleep-as-android"
    browser.post(reverse("import-undo", args=[ana.imports.get().pk]))
    assert ana.sleeplogs.get().source == ""


def test_a_file_is_let_go_with_a_button(browser, ana):
    upload(browser, zipped(night()).getvalue())
    page = browser.post(reverse("import-discard", args=[ana.imports.get().pk]), follow=True)
    assert "Nothing yet" in page.text
    assert "Discarded" in browser.get(reverse("import", args=[ana.imports.get().pk])).text


def test_the_plan_may_begin_with_the_file(browser, ana):  # rules.md, 14
    Target.objects.create(user=ana, strategy="sleep-duration", starts=date(2026, 11, 1), low=420)
    page = upload(browser, zipped(night()).getvalue())
    assert "1 habit of your plan begins later" in page.text
    page = bring(browser, zipped(night()).getvalue(), past="on")
    assert "1 habit of your plan now begins on" in page.text
    assert ana.targets.get().starts == date(2026, 3, 4)


def test_what_the_file_cannot_say_is_asked_with_the_zone_of_the_person(browser, ana, monkeypatch):
    asked = (
        Question("zone", "Where were you?"),
        Question("run", "What is “Run”?", {"run": "Running", "walk": "Walk"}, "run"),
        Question("note", "Anything else?"),
    )
    monkeypatch.setattr(sleep_as_android, "questions", lambda upload: asked)
    page = upload(browser, zipped(night()).getvalue())
    assert '<option value="Europe/Berlin" selected>' in page.text
    batch = ana.imports.get()
    answers = {"answer-0": "Asia/Tokyo", "answer-1": "walk", "answer-2": "no"}
    page = browser.post(reverse("import-answer", args=[batch.pk]), answers, follow=True)
    assert '<option value="walk" selected>' in page.text
    batch.refresh_from_db()
    assert batch.answers == {"zone": "Asia/Tokyo", "run": "walk", "note": "no"}
    wrong = browser.post(reverse("import-answer", args=[batch.pk]), {**answers, "answer-0": "Mars"})
    assert (wrong.status_code, "Take it in" in wrong.text) == (422, True)


@pytest.mark.parametrize("state", Import.State.values)
def test_every_state_has_a_page_and_a_line(browser, ana, state):
    batch = Import.objects.create(user=ana, state=state, taken=timezone.now())
    if state == Import.State.FAILED:
        batch.report = {"failed": ["The file is %(what)s.", None, "", {"what": "empty"}]}
        batch.save()
    page = browser.get(reverse("import", args=[batch.pk]))
    assert page.status_code == 200
    assert ("The file is empty." in page.text) == (state == Import.State.FAILED)
    assert ('hx-trigger="every 1s"' in page.text) == batch.works
    lines = browser.get(reverse("data")).text
    assert (reverse("import", args=[batch.pk]) in lines) == (state != Import.State.DISCARDED)


def test_somebody_with_many_files_under_way_decides_on_one_first(browser, ana):
    for _file in range(5):
        upload(browser, zipped(night()).getvalue())
    assert "several files under way" in upload(browser, zipped(night()).getvalue()).text


@pytest.mark.parametrize(
    "content", [b"", b"hello", zipped(night()).getvalue()[:99]], ids=["empty", "foreign", "cut off"]
)
def test_a_bad_file_is_answered_on_the_page_in_one_sentence(browser, ana, content):
    page = upload(browser, content)
    assert page.status_code == 422
    assert 'class="errors"' in page.text or "errorlist" in page.text
    assert not ana.imports.exists()


def test_no_file_is_asked_for(browser):
    assert "required" in browser.post(reverse("data")).text


def test_a_file_that_is_too_large_is_refused(browser, settings):
    settings.MAX_UPLOAD = 10
    assert "larger than" in upload(browser, b"x" * 11).text


def test_the_browser_knows_the_largest_file_before_it_sends_one(browser, settings):
    settings.MAX_UPLOAD = 3 * 1024**2
    page = browser.get(reverse("data")).text
    assert 'data-most="3145728"' in page
    assert 'data-larger="The file is larger than 3 MB' in page


def test_of_a_file_that_is_too_large_only_the_size_is_kept(settings):
    settings.MAX_UPLOAD = 10
    request = RequestFactory().post("/")
    request.user = User(pk=1)
    handler = BoundedUploadHandler(request)
    handler.new_file("file", "a.csv", "text/csv", 0)
    for start in (0, 8, 16):
        handler.receive_data_chunk(b"x" * 8, start)
    with handler.file_complete(24) as file:
        assert (file.size, len(file.read())) == (24, 8)


def test_of_a_strangers_file_nothing_is_kept_and_of_a_sample_persons_little():
    assert requests.most(AnonymousUser()) == 0
    assert requests.most(User(sample_until=timezone.now())) == requests.SAMPLE
    assert requests.most(User()) > requests.SAMPLE


def test_a_file_far_too_large_is_still_refused_in_words(browser, settings):
    settings.MAX_UPLOAD, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10, 1
    assert "larger than" in upload(browser, b"x" * 100_000).text


def test_an_import_is_undone_with_a_button(browser, ana):  # rules.md, 24
    bring(browser, zipped(night()).getvalue())
    page = browser.post(reverse("import-undo", args=[ana.imports.get().pk]), follow=True)
    assert "Taken out again" in page.text
    assert not ana.sleeplogs.exists()


def test_what_was_edited_since_is_listed_after_undo(browser, ana):  # rules.md, 26
    bring(browser, zipped(night()).getvalue())
    ana.sleeplogs.update(version=2, updated=timezone.now())
    batch = ana.imports.get()
    assert "Also what I have changed since" in browser.get(reverse("import", args=[batch.pk])).text
    page = browser.post(reverse("import-undo", args=[batch.pk]), follow=True)
    assert reverse("day", args=[ana.sleeplogs.get().day]) in page.text


def test_undo_is_not_done_by_a_link(browser, ana):
    batch = intake.read_file(ana, zipped(night()))
    assert browser.get(reverse("import-undo", args=[batch.pk])).status_code == 405


def test_another_persons_import_is_not_there(browser, ben):
    batch = intake.read_file(ben, zipped(night()))
    assert browser.get(reverse("import", args=[batch.pk])).status_code == 404
    for name in ("undo", "take", "discard", "answer"):
        assert browser.post(reverse(f"import-{name}", args=[batch.pk])).status_code == 404
    assert ben.sleeplogs.exists()


def test_the_export_is_a_zip_to_keep_and_not_to_cache(browser, ana):
    response = browser.get(reverse("export"))
    assert response.headers["Content-Type"] == "application/zip"
    assert response.headers["Content-Disposition"] == 'attachment; filename="recovery.zip"'
    assert "no-store" in response.headers["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(body(response))) as archive:
        assert "sleep.csv" in archive.namelist()


def test_what_is_downloaded_can_be_uploaded_by_another_person(browser, client, ana, ben):
    PracticeLog.objects.create(user=ana, day="2026-03-01", technique="breathing", minutes=5, zone="UTC")
    content = body(browser.get(reverse("export")))
    client.force_login(ben)
    assert "1 entry came in" in bring(client, content).text
    assert body(client.get(reverse("export"))) == content


def test_the_pages_are_closed_to_strangers(client):
    for name in ("data", "export"):
        assert client.get(reverse(name)).status_code == 302


def test_the_commands_take_in_and_write_out_the_same(ana, ben, tmp_path, capsys):
    (tmp_path / "in.zip").write_bytes(zipped(night()).getvalue())
    call_command("import", tmp_path / "in.zip", user="ANA@example.org")
    assert "1 new" in capsys.readouterr().out
    call_command("export", tmp_path / "out.zip", user="ana@example.org")
    assert (tmp_path / "out.zip").stat().st_mode & 0o077 == 0
    call_command("import", tmp_path / "out.zip", user="ben@example.org")
    call_command("export", tmp_path / "again.zip", user="ben@example.org")
    assert (tmp_path / "again.zip").read_bytes() == (tmp_path / "out.zip").read_bytes()


def test_the_command_previews_asks_and_takes_answers(ana, tmp_path, capsys, monkeypatch):
    asked = (
        Question("zone", "Where?"),
        Question("run", "What is it?", {"run": "Running", "walk": "Walk"}, "run"),
    )
    given = []
    read = sleep_as_android.read
    monkeypatch.setattr(sleep_as_android, "questions", lambda upload: asked)
    monkeypatch.setattr(
        sleep_as_android, "read", lambda upload, answers: given.append(answers) or read(upload, answers)
    )
    (tmp_path / "in.zip").write_bytes(zipped(night()).getvalue())
    call_command("import", str(tmp_path / "in.zip"), "--user=ana@example.org", "--preview")
    out = capsys.readouterr().out
    assert "--answer run=run: What is it?" in out
    assert "1 new" in out
    assert not ana.imports.exists()
    call_command(
        "import", str(tmp_path / "in.zip"), "--user=ana@example.org", "--zone=Asia/Tokyo", "--answer=run=walk"
    )
    assert ana.imports.get().answers == {"zone": "Asia/Tokyo", "run": "walk"}
    assert [answers.zone for answers in given] == ["Europe/Berlin", "Asia/Tokyo"]
    assert ana.sleeplogs.count() == 1


@pytest.mark.parametrize("wrong", ["--zone=Moon/Crater", "--answer=walk"])
def test_the_command_says_which_answer_makes_no_sense(ana, tmp_path, wrong):
    (tmp_path / "in.zip").write_bytes(zipped(night()).getvalue())
    with pytest.raises(CommandError):
        call_command("import", str(tmp_path / "in.zip"), "--user=ana@example.org", wrong)


def test_the_commands_say_what_is_wrong(ana, tmp_path):
    (tmp_path / "bad").write_text("hello")
    for command, path, user in (
        ("import", "bad", "ana@example.org"),
        ("import", "missing", "ana@example.org"),
        ("import", "bad", "nobody@example.org"),
        ("export", "no/such/folder", "ana@example.org"),
        ("export", "out.zip", "nobody@example.org"),
    ):
        with pytest.raises(CommandError, match=r"\.$"):
            call_command(command, tmp_path / path, user=user)
