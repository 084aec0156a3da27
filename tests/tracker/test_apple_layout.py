"""The two ways through an export of Apple Health: what the quick one cannot read, the thorough one does."""

import io
import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tracker.apple import (
    HEAD,
    OWN,
    caffeine,
    entries,
    export,
    mindful,
    quickly,
    read,
    sleep,
    thoroughly,
    upload,
    workout,
    zipped,
)
from tracker import intake
from tracker.importers import Answers, Problem, Unreadable, apple_health
from tracker.importers.apple_health import document, quick, thorough
from tracker.models import Import

PLAIN = export(sleep(zone="Europe/Berlin"), workout(metadata=[("HKIndoorWorkout", "0")]), caffeine())
HEART = '<Record type="HKQuantityTypeIdentifierHeartRate" sourceName="Watch" value="62"/>'
START, END = 'startDate="2026-03-03 23:00:00 +0100"', 'endDate="2026-03-04 07:00:00 +0100"'
STARS = re.sub(r"(<Record) (type=\S+) (sourceName=\S+)", r"\1 \3 \2", PLAIN)


def told(content):
    """What comes in, without the lines it stands in."""
    return [(row.kind, row.key, row.fields) for row in read(content) if not isinstance(row, Problem)]


OTHER_LAYOUTS = {
    "attributes in another order": STARS,
    "single quotes": PLAIN.replace('"Watch"', "'Watch'"),
    "a type in single quotes": re.sub(r'type="([^"]*)"', r"type='\1'", PLAIN),
    "attributes on lines of their own": PLAIN.replace(" startDate", "\n   startDate"),
    "spaces about the equals sign": PLAIN.replace("type=", "type = "),
    "a space before the end": PLAIN.replace('"/>', '" />'),
    "an element that is closed by a tag": PLAIN.replace("/>\n", "></MetadataEntry>\n", 1),
    "a letter by its number": PLAIN.replace("HKCategory", "HK&#67;ategory"),
    "a letter by its number in another base": PLAIN.replace("HKQuantity", "&#x48;KQuantity"),
    "a comment": PLAIN.replace(" <Workout", " <!-- a comment --><Workout"),
    "a record inside a comment": PLAIN.replace(" <Workout", f" <!-- {mindful()} --><Workout"),
    "a record inside a section of characters": PLAIN.replace(" <Workout", f"<![CDATA[{mindful()}]]><Workout"),
    "an instruction": PLAIN.replace(" <Workout", " <?what now?><Workout"),
    "a line's end inside the tag that closes a record": PLAIN.replace("</Record>", "</Record\r\n>"),
    "a space inside the tag that closes the last workout": PLAIN.replace("</Workout>", "</Workout >"),
    "an arrow in a name": PLAIN.replace('"Watch"', '"Watch -> phone"'),
}


@pytest.mark.parametrize("content", OTHER_LAYOUTS.values(), ids=OTHER_LAYOUTS)
def test_another_layout_brings_in_the_same(content):
    assert content != PLAIN
    assert told(content) == told(PLAIN)
    assert len(told(PLAIN)) == 3


READ_QUICKLY = ("an arrow in a name", "tag that closes")


@pytest.mark.parametrize(
    "name", [name for name in OTHER_LAYOUTS if not any(part in name for part in READ_QUICKLY)]
)
def test_the_quick_way_leaves_another_layout_alone(name):
    with pytest.raises(quick.Unfamiliar):
        quickly(OTHER_LAYOUTS[name])


def test_the_quick_way_reads_the_layout_of_the_phone():
    assert quickly(PLAIN) == thoroughly(PLAIN)
    assert quickly(OWN.read_bytes()) == thoroughly(OWN.read_bytes())


def test_a_record_that_does_not_end_is_not_lost_without_a_word():
    with pytest.raises(quick.Unfamiliar):
        quickly(export(caffeine(), sleep(zone="UTC").replace("</Record>", "")))


def test_what_comes_after_an_odd_place_and_before_it_comes_in_once():
    content = export(sleep(), *[HEART] * 3, "<!-- here -->", workout(), caffeine())
    assert [kind for kind, _key, _fields in told(content)] == ["diet", "exercise", "sleep"]


def test_names_are_read_with_their_entities():
    (element,) = quickly(export(sleep(source="Anna &amp; Ben&apos;s &lt;Watch&gt; &quot;2&quot;")))
    assert element.attributes["sourceName"] == 'Anna & Ben\'s <Watch> "2"'
    (element,) = quickly(export(sleep(source="&amp;lt;")))
    assert element.attributes["sourceName"] == "&lt;"


def test_an_entity_that_nobody_declared_is_refused_with_its_line():
    with pytest.raises(Unreadable) as refused:
        read(export(sleep(source="&watch;")))
    assert refused.value.line == 7


@pytest.mark.parametrize("size", [1, 7, 64, 300])
def test_an_element_may_lie_across_the_edge_of_what_is_read_at_once(size, monkeypatch):
    expected = thoroughly(PLAIN)
    monkeypatch.setattr(document, "CHUNK", size * 16)
    assert quickly(PLAIN) == thoroughly(PLAIN) == expected


def test_lines_are_counted_over_edges(monkeypatch):
    monkeypatch.setattr(document, "CHUNK", 512)
    content = export(*[HEART] * 40, sleep(), *[HEART] * 3, caffeine())
    assert [element.line for element in quickly(content)] == [47, 51]
    assert [element.line for element in thoroughly(content)] == [47, 51]


def test_the_malformed_declarations_of_ios_16_are_passed_over():
    broken = HEAD.replace("]>", "<!ATTLIST VisionPrescription\n  brand CDATA #IMPLIED\n<!ATTLIST Eye\n>\n]>")
    assert told(export(sleep(), head=broken)) == told(export(sleep()))
    assert len(told(export(sleep(), "<!-- -->", head=broken))) == 1


def test_stray_control_characters_are_passed_over_and_told():
    content = PLAIN.replace('"Watch"', '"Wa\x0btch"')
    assert told(content) == told(PLAIN)
    (problem,) = (row for row in read(content) if isinstance(row, Problem))
    assert "control characters" in problem.sentence


def test_letters_that_are_no_utf_8_do_not_stop_the_file():
    content = PLAIN.replace('"Watch"', '"Wätch"').encode("latin-1")
    assert len(quickly(content)) == len(thoroughly(content)) == 3


def test_old_names_of_attributes_with_spaces_stop_nothing_where_they_are_not_read():
    odd = (
        '<Record type="HKQuantityTypeIdentifierBodyFatPercentage" Health Mate App Version="2.6.0" value="2"/>'
    )
    assert told(export(odd, sleep())) == told(export(sleep()))


BOMB = '<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n'
BAD = {
    "a bomb": (export(sleep(source="&b;"), head=BOMB), "harm"),
    "a file of the machine": (
        export(sleep(source="&x;"), head='<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n'),
        "harm",
    ),
    "a comment that does not end before it begins": (export(head=HEAD + "<!-- "), "harm"),
    "declarations inside": (export(BOMB, sleep()), "well-formed"),
    "another encoding": (export(head='<?xml version="1.0" encoding="latin-1"?>\n'), "UTF-8"),
    "half a file": (PLAIN[:-100], "cut off"),
    "half a file of another layout": (STARS[:-100], "cut off"),
    "no end": (PLAIN.replace("</HealthData>", ""), "cut off"),
    "something after the end": (PLAIN + "<HealthData/>", "well-formed"),
    "tags that do not match": (export("</Record>", "<!-- -->"), "well-formed"),
    "a tower of tags": (export("<!-- -->", "<a>" * 100), "well-formed"),
}


@pytest.mark.parametrize(("content", "word"), BAD.values(), ids=BAD)
def test_is_refused_in_one_sentence_and_changes_nothing(ana, content, word):
    before = ana.record
    for file in (content.encode(), zipped(content)):
        with pytest.raises(Unreadable) as refused:
            intake.read_file(ana, io.BytesIO(file))
        assert word in refused.value.worded(str)
    ana.refresh_from_db()
    assert (ana.record, ana.sleeplogs.count(), Import.objects.count()) == (before, 0, 0)


def test_a_tag_without_an_end_is_refused(monkeypatch):
    monkeypatch.setattr(document, "CHUNK", 1024)
    monkeypatch.setattr(thorough, "TAG", 4096)
    endless = export(sleep(source="x" * 20_000))
    monkeypatch.setattr(quick, "TAG", 4096)
    with pytest.raises(quick.Unfamiliar):
        quickly(endless)
    with pytest.raises(Unreadable, match="too long"):
        thoroughly(endless)


def test_far_too_many_entries_are_refused(monkeypatch):
    monkeypatch.setattr("tracker.importers.apple_health.entries.SEGMENTS", 2)
    with pytest.raises(Unreadable, match="more than"):
        read(export(*[sleep()] * 3))


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
QUOTED = TEXT.map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;"))
METADATA = st.lists(st.tuples(st.sampled_from(sorted(document.METADATA)) | QUOTED, QUOTED), max_size=3)
BETWEEN = st.sampled_from([HEART, "<!-- x -->", "<![CDATA[<Record ]]>", "<?x?>", "&#65;", " text ", "\r\n"])
ELEMENTS = st.one_of(
    st.builds(sleep, st.sampled_from(["InBed", "Awake", "AsleepREM", "?"]), source=QUOTED, metadata=METADATA),
    st.builds(mindful, source=QUOTED, metadata=METADATA),
    st.builds(workout, st.sampled_from(["Running", "Other", ""]), source=QUOTED, metadata=METADATA),
    st.builds(lambda inside: f'<Workout a="b">{entries(inside)}</Workout>', METADATA),
    st.builds(lambda inside: f"<Correlation>{caffeine()}{entries(inside)}</Correlation>", METADATA),
    BETWEEN,
)


@given(st.lists(ELEMENTS, max_size=8), st.integers(16, 2000))
def test_the_quick_way_finds_what_the_thorough_way_finds_or_leaves_it_alone(elements, size):
    content = export(*elements)
    expected = thoroughly(content)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(document, "CHUNK", size)
        with suppress(quick.Unfamiliar):
            assert quickly(content) == expected
        assert [found for found in thoroughly(content) if not isinstance(found, Problem)] == expected


@given(st.lists(st.tuples(st.integers(0), st.binary(max_size=6), st.integers(0, 40)), max_size=4))
def test_an_export_with_any_wrong_bytes_is_read_or_refused(changes):
    content = bytearray(OWN.read_bytes())
    for place, inserted, removed in changes:
        start = place % len(content)
        content[start : start + removed] = inserted
    with suppress(Unreadable):
        for row in apple_health.read(upload(bytes(content)), Answers()):
            assert isinstance(row, Problem) or row.key
