"""One sleep for each night, whatever devices wrote of it (the rule stands in tracker/importers/nights.py)."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.importers import Problem, nights
from tracker.importers.nights import ASLEEP, AWAKE, DEEP, IN_BED, LIGHT, REM, SLEEPING, Segment

EVENING = datetime(2026, 3, 3, 22, tzinfo=UTC)


def at(hours):
    return EVENING + timedelta(hours=hours)


def piece(start, end, stage=ASLEEP, source="watch", zone="Europe/Berlin", line=None):
    """From so many hours after 22:00 to so many."""
    return Segment(at(start), at(end), stage, source, zone, line)


def sleeps(*segments, **how):
    return [row.fields for row in nights.of_segments(segments, **how) if not isinstance(row, Problem)]


def only(*segments, **how):
    (sleep,) = sleeps(*segments, **how)
    return sleep


def span(sleep):
    return sleep["asleep"], sleep["awake"]


def test_pieces_become_one_night_with_the_minutes_awake_between_them():
    sleep = only(piece(0, 2), piece(2.5, 5), piece(5.5, 8))
    assert span(sleep) == (at(0), at(8))
    assert (sleep["waso"], sleep["awakenings"]) == (60, 2)


def test_more_than_ninety_minutes_apart_are_two_sleeps():
    assert len(sleeps(piece(0, 6), piece(7.5, 8))) == 1
    assert len(sleeps(piece(0, 6), piece(7.6, 8))) == 2


def test_time_told_as_awake_holds_a_night_together_and_is_no_sleep():
    sleep = only(piece(0, 3), piece(3, 6, AWAKE), piece(6, 8))
    assert (span(sleep), sleep["waso"]) == ((at(0), at(8)), 180)


def test_a_waking_laid_over_the_sleep_is_taken_out_of_it():
    sleep = only(piece(0, 8, LIGHT), piece(3, 3.5, AWAKE))
    assert (sleep["waso"], sleep["awakenings"], sleep["light"]) == (30, 1, 450)


def test_one_piece_tells_nothing_of_waking():
    sleep = only(piece(0, 8))
    assert (sleep["waso"], sleep["awakenings"]) == (None, None)
    assert (sleep["light"], sleep["deep"], sleep["rem"]) == (None, None, None)


def test_stages_are_minutes_and_pieces_that_lie_over_each_other_count_once():
    sleep = only(piece(0, 4, LIGHT), piece(1, 4, LIGHT), piece(4, 5, DEEP), piece(5, 6.5, REM))
    assert (sleep["light"], sleep["deep"], sleep["rem"]) == (240, 60, 90)
    assert (sleep["waso"], sleep["awakenings"]) == (0, 0)


def test_the_source_with_stages_is_believed_and_nothing_is_added_up():
    app = piece(-1, 9, ASLEEP, "app")
    assert span(only(app, piece(0, 4, LIGHT), piece(4, 8, DEEP))) == (at(0), at(8))


def test_of_two_alike_the_one_that_saw_more_sleep_is_believed():
    assert span(only(piece(0, 7, source="a"), piece(1, 9, source="b"))) == (at(1), at(9))


def test_a_watch_taken_off_in_the_night_is_not_believed():
    assert span(only(piece(0, 2, LIGHT), piece(0, 8, ASLEEP, "app"))) == (at(0), at(8))


def test_a_source_that_is_believed_keeps_its_nap_beside_anothers_long_sleep():
    found = sleeps(piece(0, 6, LIGHT), piece(8, 9, LIGHT), piece(0, 10, ASLEEP, "app"))
    assert [span(sleep) for sleep in found] == [(at(0), at(6)), (at(8), at(9))]


def test_time_in_bed_comes_from_the_phone_beside_the_watch():
    sleep = only(piece(-0.5, 8.25, IN_BED, "phone"), piece(0, 4, LIGHT), piece(4, 8, REM))
    assert (sleep["bed"], sleep["up"]) == (at(-0.5), at(8.25))


def test_the_own_time_in_bed_comes_before_that_of_another():
    own, other = piece(-0.25, 8, IN_BED), piece(-2, 9, IN_BED, "phone")
    sleep = only(own, other, piece(0, 8))
    assert (sleep["bed"], sleep["up"]) == (at(-0.25), at(8))


def test_a_time_in_bed_that_begins_after_the_sleep_is_not_known():
    sleep = only(piece(1, 9, IN_BED, "phone"), piece(0, 8))
    assert "bed" not in sleep
    assert sleep["up"] == at(9)


def test_a_time_in_bed_that_makes_more_than_a_day_is_not_known():
    sleep = only(piece(-10, 8, IN_BED, "phone"), piece(7, 16, IN_BED, "phone"), piece(0, 8))
    assert "bed" not in sleep
    assert "up" not in sleep


def test_a_night_of_time_in_bed_alone_is_listed_or_taken_as_the_person_says():
    bare = piece(0, 8, IN_BED, "phone", line=7)
    (problem,) = nights.of_segments([bare])
    assert (problem.line, "time in bed" in problem.sentence) == (7, True)
    assert span(only(bare, in_bed_is_sleep=True)) == (at(0), at(8))


def test_time_awake_alone_is_nothing():
    assert list(nights.of_segments([piece(0, 1, AWAKE)])) == []


def test_a_sleep_under_way_keeps_its_name_when_more_of_it_is_known():
    (early,) = nights.of_segments([piece(0, 3, LIGHT)])
    (late,) = nights.of_segments([piece(0, 3, LIGHT), piece(3, 8, DEEP)])
    assert early.key == late.key
    assert early.fields["awake"] < late.fields["awake"]


def test_each_end_has_the_zone_it_was_written_in():
    sleep = only(piece(0, 4), piece(4, 8, zone="Europe/London"))
    assert (sleep["zone_bed"], sleep["zone"]) == ("Europe/Berlin", "Europe/London")


def test_wakings_beyond_counting_refuse_no_night():
    pieces = [piece(number / 10, number / 10 + 0.08) for number in range(80)]
    assert only(*pieces)["awakenings"] is None


@pytest.mark.parametrize("sources", [("watch",), ("watch", "app", "phone")])
@given(data=st.data())
def test_whatever_was_written_no_two_sleeps_share_time_and_none_is_longer_than_what_was_seen(sources, data):
    spans = st.tuples(st.integers(0, 3000), st.integers(0, 600), st.sampled_from((IN_BED, AWAKE, *SLEEPING)))
    drawn = data.draw(st.lists(st.tuples(spans, st.sampled_from(sources)), max_size=40))
    pieces = [
        piece(start / 60, (start + minutes) / 60, stage, source)
        for (start, minutes, stage), source in drawn
    ]  # fmt: skip
    found = sleeps(*pieces)
    assert all(before["awake"] <= after["asleep"] for before, after in pairwise(found))
    for sleep in found:
        minutes = (sleep["awake"] - sleep["asleep"]) / timedelta(minutes=1)
        assert minutes > (sleep["waso"] or 0) >= 0
        assert sum(sleep[stage] or 0 for stage in (LIGHT, DEEP, REM)) >= 0
        assert sleep.get("bed", sleep["asleep"]) <= sleep["asleep"]
        assert sleep.get("up", sleep["awake"]) >= sleep["awake"]
