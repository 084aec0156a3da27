"""The pages of in and out, and the two commands that do the same."""

import io
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from tests.tracker.test_import_sleep_as_android import night, zipped
from tracker import intake
from tracker.models import PracticeLog, SleepLog
from tracker.requests import BoundedUploadHandler


@pytest.fixture
def browser(client, ana):
    client.force_login(ana)
    return client


def upload(browser, content, name="export.zip"):
    return browser.post(reverse("data"), {"file": SimpleUploadedFile(name, content)}, follow=True)


def body(response):
    return b"".join(response.streaming_content)


def test_the_empty_page_says_what_to_do_first(browser):
    page = browser.get(reverse("data"))
    assert page.status_code == 200
    assert "Nothing yet" in page.text


def test_a_file_comes_in_and_the_page_says_what(browser, ana):
    page = upload(browser, zipped(night() + night(to="03. 03. 2026 23:14", hours="0.070")).getvalue())
    assert page.redirect_chain[0][0] == reverse("import", args=[ana.imports.get().pk])
    assert "1 entry came in" in page.text
    assert "under 10 minutes" in page.text
    assert "Sleep as Android" in browser.get(reverse("data")).text


def test_a_large_file_comes_in_by_way_of_the_disk_and_leaves_nothing_there(browser, settings, tmp_path):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE, settings.FILE_UPLOAD_TEMP_DIR = 0, str(tmp_path)
    assert "1 entry came in" in upload(browser, zipped(night()).getvalue()).text
    assert list(tmp_path.iterdir()) == []


def test_a_sleep_kept_aside_is_shown_with_its_times(browser, ana):  # rules.md, 26
    start, end = datetime(2026, 3, 3, 22, tzinfo=UTC), datetime(2026, 3, 4, 6, tzinfo=UTC)
    SleepLog(user=ana, asleep=start, awake=end, zone="UTC", zone_bed="UTC").settle().save()
    page = upload(browser, zipped(night()).getvalue())
    assert "Nothing new came in" in page.text
    assert "Kept aside" in page.text
    assert "6:40" in page.text


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


def test_of_a_file_that_is_too_large_only_the_size_is_kept(settings):
    settings.MAX_UPLOAD = 10
    handler = BoundedUploadHandler()
    handler.new_file("file", "a.csv", "text/csv", 0)
    for start in (0, 8, 16):
        handler.receive_data_chunk(b"x" * 8, start)
    with handler.file_complete(24) as file:
        assert (file.size, len(file.read())) == (24, 8)


def test_a_file_far_too_large_is_still_refused_in_words(browser, settings):
    settings.MAX_UPLOAD, settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10, 1
    assert "larger than" in upload(browser, b"x" * 100_000).text


def test_an_import_is_undone_with_a_button(browser, ana):  # rules.md, 24
    upload(browser, zipped(night()).getvalue())
    page = browser.post(reverse("import-undo", args=[ana.imports.get().pk]), follow=True)
    assert "Taken out again" in page.text
    assert not ana.sleeplogs.exists()


def test_what_was_edited_since_is_listed_after_undo(browser, ana):  # rules.md, 26
    upload(browser, zipped(night()).getvalue())
    ana.sleeplogs.update(version=2, updated=timezone.now())
    page = browser.post(reverse("import-undo", args=[ana.imports.get().pk]), follow=True)
    assert reverse("day", args=[ana.sleeplogs.get().day]) in page.text


def test_undo_is_not_done_by_a_link(browser, ana):
    batch = intake.read_file(ana, zipped(night()))
    assert browser.get(reverse("import-undo", args=[batch.pk])).status_code == 405


def test_another_persons_import_is_not_there(browser, ben):
    batch = intake.read_file(ben, zipped(night()))
    assert browser.get(reverse("import", args=[batch.pk])).status_code == 404
    assert browser.post(reverse("import-undo", args=[batch.pk])).status_code == 404
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
    assert "1 entry came in" in upload(client, content).text
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
