"""Random, gappy records: every number can be computed on them, without an error or a warning."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from recovery import adherence, trends
from recovery.metrics import METRICS, diet, exercise, practice, sleep
from recovery.strategies import STRATEGIES
from recovery.summaries import SUMMARIES, regularity
from tests.recovery.record import at, day, history, target

FIRST = day("2026-03-09")  # three weeks with a change of clocks in Berlin
LENGTH = 24
ZONES = ["Europe/Berlin", "America/New_York", "Pacific/Kiritimati"]
days = st.integers(0, LENGTH - 1).map(lambda n: FIRST + timedelta(n))
maybe = st.none() | st.integers(0, 600)
# Made once: a strategy that is made while another draws is looked through anew for each example.
yes_or_no, rated, zones = st.booleans(), st.none() | st.integers(0, 5), st.sampled_from(ZONES)
yes_no_or_unknown = st.none() | yes_or_no
hygiene = st.lists(st.sampled_from(list(sleep.HYGIENE)))
items, colours = st.sampled_from(list(diet.ITEMS)), st.sampled_from(["", *diet.COLOURS])
hours = st.none() | st.integers(5, 23)


@st.composite
def sleeps(draw):
    on, zone = draw(days), draw(zones)
    log = {"day": on, "nap": draw(yes_or_no), "zone": zone, "zone_bed": zone, "sol": draw(maybe)}
    if draw(yes_or_no):
        awake = at(f"{on} {draw(st.integers(0, 23)):02}:15", zone)
        asleep = awake - timedelta(minutes=draw(st.integers(1, 900)))
        log |= {"asleep": asleep, "awake": awake, "waso": draw(maybe)}
        log["bed"] = asleep if draw(yes_or_no) else None
        log["up"] = awake if draw(yes_or_no) else None
        log["hygiene"] = " ".join(draw(hygiene))
    for column in ("alarm", "free_day"):
        log[column] = draw(yes_no_or_unknown)
    for column in ("awakenings", "quality", "light", "deep", "rem"):
        log[column] = draw(rated)
    return log


@st.composite
def foods(draw):
    on, item = draw(days), draw(items)
    hour = draw(hours)
    start = None if hour is None else at(f"{on} {hour:02}:30")
    return {
        "day": on,
        "item": item,
        "amount": draw(st.integers(0, 9)),
        "start": start,
        "colour": draw(colours),
    }


bouts = st.fixed_dictionaries(
    {"day": days, "minutes": st.integers(0, 300), "strength": st.booleans()}
    | {"intensity": st.sampled_from(["", *exercise.INTENSITIES])}
    | {"activity": st.sampled_from(["", *exercise.ACTIVITIES])}
)
sittings = st.fixed_dictionaries(
    {"day": days, "minutes": st.integers(0, 300), "technique": st.sampled_from(["", *practice.TECHNIQUES])}
    | {"stress_before": st.none() | st.integers(0, 10), "stress_after": st.none() | st.integers(0, 10)}
)
pauses = st.fixed_dictionaries(
    {"pillar": st.sampled_from(["", "sleep", "diet"]), "first": days, "last": st.none() | days}
)
nights_and_naps = st.lists(sleeps(), max_size=20)
exercise_logs, diet_logs = st.lists(bouts, max_size=20), st.lists(foods(), max_size=20)
practice_logs, all_pauses = st.lists(sittings, max_size=20), st.lists(pauses, max_size=2)


@st.composite
def records(draw):
    plan = [
        target(habit, str(draw(days)), low=habit.aim.low, high=habit.aim.high, dose=habit.aim.dose)
        for habit in STRATEGIES
        if draw(yes_or_no)
    ]
    last = str(FIRST + timedelta(LENGTH - 1))
    return history(
        str(FIRST), last, str(draw(days)),
        sleep=draw(nights_and_naps), exercise=draw(exercise_logs), diet=draw(diet_logs),
        practice=draw(practice_logs), targets=plan, pauses=draw(all_pauses),
    )  # fmt: skip


@given(records())
def test_every_metric_is_a_float_for_each_day(record):
    for metric in METRICS.values():
        series = metric.daily(record)
        assert series.dtype == float
        assert series.index.equals(record.days)
        assert not np.isinf(series).any()
        assert len(trends.mean7(series)) == LENGTH


@given(records(), st.integers(0, 127))
def test_every_summary_has_a_value_or_says_why_not(record, work_days):
    record = replace(record, work_days=work_days)
    for summary in SUMMARIES.values():
        found = summary.of(record)
        assert found.why or found.known
        assert not np.isinf(found.value)
        assert len(found.used) == len(found.wanted) == LENGTH
        assert not (found.used & ~found.wanted).any()
    assert len(regularity.over_time(record)) == LENGTH


@given(records())
def test_every_strategy_can_be_judged(record):
    for habit in STRATEGIES:
        assert len(adherence.days(record, habit)) == LENGTH
        assert len(adherence.weeks(record, habit)) == LENGTH // 7
        assert 0 <= adherence.strength(record, habit).iloc[-1] <= 1
        kept = adherence.kept(adherence.units(record, habit))
        assert kept.share is None or 0 <= kept.share <= 1
        assert adherence.streak(record, habit) >= 0


@given(records())
def test_no_day_sleeps_less_than_its_night(record):
    more = METRICS["sleep-duration"].daily(record) - METRICS["total-sleep-time"].daily(record)
    assert (more.dropna() >= 0).all()
    assert len(sleep.episodes(record)) == len(record.sleep)


class TestEveryMetric:
    def test_explains_itself(self):
        texts = {slug: (one.title, one.formula, one.missing) for slug, one in METRICS.items()}
        assert [slug for slug, words in texts.items() if not all(map(str.strip, words))] == []

    def test_is_missing_on_a_day_without_an_entry(self):
        for slug, metric in METRICS.items():
            series = metric.daily(history("2026-03-01", "2026-03-01"))
            assert isinstance(series, pd.Series), slug
            assert series.isna().all(), slug
