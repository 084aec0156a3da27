"""What is broken, foreign or made to do harm is refused in one sentence, and changes nothing."""

import io
import struct
import tempfile
import time
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracker.test_import_sleep_as_android import STEADY, night, zipped
from tracker import intake
from tracker.importers import Answers, Unreadable, Upload, recovery_zip, sleep_as_android, upload
from tracker.models import Import


def packed(entries, method=zipfile.ZIP_STORED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


def linked():
    entry = zipfile.ZipInfo("sleep-export.csv")
    entry.create_system, entry.external_attr = 3, 0o120777 << 16
    return packed({entry: "/etc/passwd"})


def locked():
    """A zip whose entry says that it is encrypted, in its own header and in the zip's list."""
    content = bytearray(packed({"sleep-export.csv": night()}))
    for header, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", content, content.index(header) + at, 1)
    return bytes(content)


BAD = {
    "no bytes": (b"", "empty"),
    "a text": (b"Dear diary", "no file of a format"),
    "a stranger's page": (b"<html><p>date, mood</p>\n<p>2026-01-01, 3</p></html>", "no file of a format"),
    "a bomb": (packed({"sleep-export.csv": b"0" * 20_000_000}, zipfile.ZIP_DEFLATED), "do harm"),
    "a way out": (packed({"../sleep-export.csv": night()}), "outside"),
    "a way to the root": (packed({"/etc/sleep-export.csv": night()}), "outside"),
    "a way on Windows": (packed({"C:\\sleep-export.csv": night()}), "outside"),
    "a link": (linked(), "link"),
    "a zip in a zip": (packed({"inner": packed({"a": "b"})}), "another zip"),
    "a password": (locked(), "password"),
    "an odd packing": (packed({"sleep-export.csv": night()}, zipfile.ZIP_BZIP2), "ordinary"),
    "a zip that lost a byte": (zipped(night()).getvalue()[:2] + zipped(night()).getvalue()[3:], "cut off"),
    "half a zip": (zipped(night()).getvalue()[:200], "cut off"),
    "half a table": (night().encode()[:-8], "Line 2"),
    "bytes of zero": (night(comment="a\0b").encode(), "Line 2"),
    "another encoding": (night(comment="für").encode("latin-1"), "Line 2"),
    "sixteen bits": (night().encode("utf-16-le"), "no file of a format"),
}


@pytest.mark.parametrize(("content", "word"), BAD.values(), ids=BAD)
def test_is_refused_in_one_sentence(ana, content, word):
    before = ana.record
    with pytest.raises(Unreadable) as refused:
        intake.read_file(ana, io.BytesIO(content))
    sentence = refused.value.worded(str)
    assert word in sentence
    assert "\n" not in sentence
    ana.refresh_from_db()
    assert (ana.record, ana.sleeplogs.count(), Import.objects.count()) == (before, 0, 0)


def test_leaves_no_file_behind(ana, tmp_path, monkeypatch, settings):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    settings.IMPORTS = tmp_path
    for content, _ in BAD.values():
        with pytest.raises(Unreadable):
            intake.read_file(ana, io.BytesIO(content))
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_entry_is_refused():
    content = bytearray(packed({"sleep-export.csv": night() * 200}))
    content[5000] ^= 0x01
    with pytest.raises(Unreadable, match="damaged"):
        list(sleep_as_android.read(Upload(io.BytesIO(bytes(content))), Answers()))


@given(st.integers(0), st.integers(1, 255), st.booleans())
def test_a_zip_with_any_wrong_byte_is_read_or_refused(place, flip, cut):
    content = bytearray(zipped(night() * 3).getvalue())
    content[place % len(content)] ^= flip
    del content[place % len(content) + 1 if cut else len(content) :]
    rows = []
    with suppress(Unreadable):
        rows = list(sleep_as_android.read(Upload(io.BytesIO(bytes(content))), Answers()))
    assert len(rows) <= 3


def test_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr(upload, "ENTRIES", 3)
    with pytest.raises(Unreadable, match="more than 3 files"):
        Upload(io.BytesIO(packed({str(number): "x" for number in range(4)})))


def test_ten_gigabytes_claimed_in_a_header_are_refused(ana):
    content = bytearray(packed({"sleep-export.csv": night(), "other": "x"}))
    listed = content.rindex(b"PK\x01\x02")
    extra = struct.pack("<HHQ", 1, 8, 10 * 1024**3)  # the unpacked size, in the form for large zips
    struct.pack_into("<I", content, listed + 24, 0xFFFFFFFF)
    struct.pack_into("<H", content, listed + 30, len(extra))
    end = content.rindex(b"PK\x05\x06")
    struct.pack_into("<I", content, end + 12, struct.unpack_from("<I", content, end + 12)[0] + len(extra))
    content[listed + 46 + 5 : listed + 46 + 5] = extra
    with pytest.raises(Unreadable, match="larger than 8192 MB"):
        intake.read_file(ana, io.BytesIO(bytes(content)))


def test_a_takeout_of_many_thousand_entries_is_looked_through_in_good_time():
    many = {f"Takeout/Fitbit/day-{number}.json": "{}" for number in range(20_000)}
    zipped_up = Upload(io.BytesIO(packed({**many, "deep/er/a.csv": "2", "b/a.csv": "1"})))
    before = time.process_time()
    assert all(zipped_up.has(f"day-{number}.json") for number in range(20_000))
    assert zipped_up.read("a.csv") == b"1"
    assert time.process_time() - before < 2


def test_a_zip_beside_what_is_read_does_no_harm():
    file = Upload(io.BytesIO(packed({"sleep-export.csv": night(), "more.zip": packed({"a": "b"})})))
    assert len(list(sleep_as_android.read(file, Answers()))) == 1


def test_what_is_read_may_not_be_a_zip_itself():
    with pytest.raises(Unreadable, match="another zip"):
        Upload(io.BytesIO(packed({"sleep-export.csv": packed({"a": "b"})}))).head("sleep-export.csv")


def test_the_formats_that_are_read_are_named(ana):
    with pytest.raises(Unreadable, match="Sleep as Android"):
        intake.read_file(ana, io.BytesIO(b"Dear diary"))


def test_more_than_fits_unpacked_is_refused(monkeypatch):
    monkeypatch.setattr(upload, "UNPACKED", 1024 * 1024)
    with pytest.raises(Unreadable, match="larger than 1 MB"):
        Upload(io.BytesIO(packed({"a": "x" * 600_000, "b": "x" * 600_000})))


def test_a_line_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(upload, "LINE", 10_000)
    endless = io.BytesIO(night(comment="x" * 20_000).encode())
    with pytest.raises(Unreadable, match="too long"):
        list(sleep_as_android.read(Upload(endless), Answers()))


def test_a_byte_order_mark_is_passed_over():
    marked = io.BytesIO(b"\xef\xbb\xbf" + night().encode())
    assert len(list(sleep_as_android.read(Upload(marked), Answers()))) == 1


@pytest.mark.parametrize(
    "text",
    [
        night(comment="x" * 10_000),
        night().replace("04. 03. 2026", "04. 03. 1900").replace('"17', '"-22'),
        night().replace('"17', '"72'),
        night().replace('"17', '"99999999917'),
        night(adjust="-600"),
        night(rating="9.0"),
    ],
    ids=["a long note", "1900", "2200", "beyond the calendar", "awake all night", "a rating of nine"],
)
def test_what_breaks_a_rule_is_listed_with_its_line_and_the_rest_comes_in(ana, text):
    report = intake.read_file(ana, io.BytesIO(text.encode())).report
    ((line, sentence),) = report["problems"]
    assert line == 2
    assert sentence
    assert not ana.sleeplogs.exists()


def test_a_header_alone_brings_nothing_in(ana):
    report = intake.read_file(ana, io.BytesIO(f"{STEADY}\n".encode())).report
    assert (report["counts"], report["problems"]) == ({}, [])


def test_an_export_of_a_later_format_is_refused():
    manifest = '{"format": "recovery-record", "version": 3, "rows": {}}'
    with pytest.raises(Unreadable, match="format 3"):
        list(recovery_zip.read(Upload(io.BytesIO(packed({"manifest.json": manifest}))), Answers()))


@pytest.mark.parametrize(
    "manifest", ["{", "[]", '{"version": 1}', '{"version": 1, "rows": 3}', "[" * 100_000]
)
def test_a_broken_manifest_is_refused(manifest):
    with pytest.raises(Unreadable, match="manifest"):
        list(recovery_zip.read(Upload(io.BytesIO(packed({"manifest.json": manifest}))), Answers()))
