"""Imports, hands and undo in any order, beside a plain model of the record (docs/rules.md, 24, 26)."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.test_import_undo import prefer_file
from tests.tracker.test_intake import ASLEEP, edit, sleep_row
from tests.tracker.test_round_trip import exported
from tracker import intake
from tracker.intake import undoing
from tracker.models import Import, Target, User, writing

SOURCES = ("app", "watch")  # each has the same nights
NIGHTS = ("1", "2")
Name = tuple[str, str]


@dataclass
class Layer:
    who: int | None  # the import; None: a hand
    value: tuple[int, str] | None  # quality and note; None: it is gone


class Model:
    """What each entry has been, layer upon layer."""

    def __init__(self):
        self.piles: dict[Name, list[Layer]] = {(s, n): [] for s in SOURCES for n in NIGHTS}
        self.deleted: set[Name] = set()

    def now(self, name):
        return self.piles[name][-1].value if self.piles[name] else None

    def all(self):
        return {name: self.now(name) for name in self.piles if self.now(name)}

    def take(self, who, source, nights, quality):
        for night in nights:
            name = (source, night)
            if name in self.deleted or self.now(name) == (quality, ""):
                continue
            if not self.now(name):
                self._take_away(who, [(other, night) for other in SOURCES if other != source])
            self.piles[name].append(Layer(who, (quality, "")))

    def _take_away(self, who, rivals):
        for name in rivals:
            if self.now(name):
                self.piles[name].append(Layer(who, None))

    def edit(self, name, note):
        self.piles[name].append(Layer(None, (self.now(name)[0], note)))

    def delete(self, name):
        self.piles[name].append(Layer(None, None))
        self.deleted.add(name)

    def undo(self, who, *, also):
        """Whether something stays that a hand has written upon it."""
        stays = [self._undo(name, who, also=also) for name in self.piles]
        return any(stays)

    def _undo(self, name, who, *, also):
        pile = self.piles[name]
        place = next((n for n, layer in enumerate(pile) if layer.who == who), None)
        if place is None:
            return False
        above = pile[place + 1 :]
        hands = next((n for n, layer in enumerate(above) if layer.who is not None), len(above))
        if hands and not also:
            return self._leave(name, place, hands)
        del pile[place : place + 1 + hands]
        if self.now(name):
            self.deleted.discard(name)
        return False

    def _leave(self, name, place, hands):
        """What a hand wrote upon it is the person's own from now on; whether anything of it is to be seen."""
        pile = self.piles[name]
        pile[place].who = None
        return pile[place + hands].value is not None

    def stands_anew(self, name):
        """Whether a later import brought what an earlier one, not undone since, took away."""
        return any(layer.value is None for layer in self.piles[name][:-1])

    def is_written_anew(self, who):
        """Whether a hand wrote upon what this import brought anew; undone, that hangs on no import."""
        above = [(name, [layer.who for layer in pile]) for name, pile in self.piles.items() if pile]
        return any(who in whos and None in whos and self.stands_anew(name) for name, whos in above)

    def lies_between_takings(self, who):
        """Whether what it brought came where one import had taken it away, and went by another."""
        for pile in self.piles.values():
            for below, layer, above in zip(pile, pile[1:], pile[2:], strict=False):
                if layer.who == who and below.value is None and above.value is None:
                    return True
        return False


def there(user):
    found = user.sleeplogs.values_list("source", "key", "quality", "note")
    return {(source, key): (quality, note) for source, key, quality, note in found}


class Record:
    """The same events upon the record itself."""

    def __init__(self):
        User.objects.filter(email="orders@example.org").delete()
        self.user = User.objects.create_user("orders@example.org")
        self.batches = []

    def log(self, name):
        return self.user.sleeplogs.get(source=name[0], key=name[1])

    def take(self, source, nights, quality):
        rows = [sleep_row(n, ASLEEP + timedelta(days=3 * int(n)), quality=quality) for n in nights]
        self.batches.append(prefer_file(self.user, *rows, source=source))

    def still_in(self):
        state = Import.State.TAKEN
        pks = set(self.user.imports.filter(state=state).values_list("pk", flat=True))
        return [number for number, batch in enumerate(self.batches) if batch.pk in pks]

    def undo(self, number, *, also):
        """Whether something stays that a hand has written upon it, as the page says before and after."""
        batch = self.batches[number]
        batch.refresh_from_db()
        foretold = undoing.edited_since(batch)
        intake.take_back(batch, also=also)
        batch.refresh_from_db()
        assert also or foretold == bool(batch.report["stay"])
        return foretold


def expect_alike(events):
    """Do the same to both, and compare them after each event."""
    model, record = Model(), Record()
    for number, (event, *details) in enumerate(events):
        if event == "take":
            source, nights, quality = details
            record.take(source, nights, quality)
            model.take(len(record.batches) - 1, source, nights, quality)
        elif event == "undo" and details[0] in record.still_in():
            if model.is_written_anew(details[0]) or model.lies_between_takings(details[0]):
                continue
            stays = record.undo(details[0], also=details[1])
            assert model.undo(details[0], also=details[1]) == stays or details[1]
        elif event in ("edit", "delete") and model.now(details[0]):
            by_hand(model, record, event, details[0], f"note {number}")
        assert there(record.user) == model.all(), events[: number + 1]
    return record


def by_hand(model, record, event, name, note):
    if event == "edit":
        edit(record.log(name), note=note)
        model.edit(name, note)
    elif not model.stands_anew(name):
        writing.delete(record.log(name))
        model.delete(name)


NAMES = st.tuples(st.sampled_from(SOURCES), st.sampled_from(("1", "1", "2")))
EVENTS = st.one_of(
    st.tuples(
        st.just("take"),
        st.sampled_from(SOURCES),
        st.sampled_from([("1",), ("1",), ("1", "2")]),
        st.integers(1, 5),
    ),
    st.tuples(st.just("edit"), NAMES),
    st.tuples(st.just("delete"), NAMES),
    st.tuples(st.just("undo"), st.integers(0, 3), st.sampled_from((False, False, True))),
)


NIGHT = ("app", "1")
TAKEN_EDITED_TAKEN = [("take", "app", ("1",), 2), ("edit", NIGHT), ("take", "app", ("1",), 4)]
AGAIN = [("take", "app", ("1",), 2), ("take", "watch", ("1",), 3), ("take", "app", ("1",), 4)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0,), (1,)], ids=str)
@pytest.mark.parametrize("also", [(), (0,), (1,), (0, 1)], ids=str)
@pytest.mark.parametrize("after", [[], [("edit", NIGHT)], [("delete", NIGHT)]], ids=["", "edit", "delete"])
def test_an_edit_between_two_imports_goes_only_where_that_is_asked(db, order, also, after):
    undone = [("undo", number, number in also) for number in order]
    record = expect_alike([*TAKEN_EDITED_TAKEN, *after, *undone])
    kept = there(record.user).get(NIGHT, (0, ""))[1] != ""
    if not also and (after != [("delete", NIGHT)] and 1 in order):
        assert kept


@pytest.mark.parametrize("order", [(0, 1, 2), (0, 2, 1), (1, 0, 2), (1, 2, 0), (2, 0, 1), (2, 1, 0)], ids=str)
@pytest.mark.parametrize("edited", [[], [("edit", NIGHT)]], ids=["", "edited"])
def test_a_night_that_gave_way_and_came_again_is_undone_in_any_order(db, order, edited):
    first, *others = AGAIN
    expect_alike([first, *edited, *others, *(("undo", number, False) for number in order)])


@pytest.mark.parametrize("order", [(2, 1, 3), (1, 2, 3), (3, 2, 1), (2, 3, 1), (3, 1, 2), (1, 3, 2)], ids=str)
def test_of_two_apps_that_took_turns_the_first_night_is_left_in_the_end(db, order):
    record = Record()
    for _event, *what in [*AGAIN, ("take", "watch", ("1",), 5)]:
        record.take(*what)
    for number in order:
        record.undo(number, also=False)
    assert there(record.user) == {NIGHT: (2, "")}


def test_what_was_deleted_is_not_brought_back_by_undoing_what_had_taken_its_place(db):
    expect_alike([*AGAIN[:2], ("undo", 1, False), ("delete", NIGHT), ("undo", 0, False)])
    record = expect_alike(AGAIN)
    writing.delete(record.log(NIGHT))
    record.undo(1, also=False)
    assert there(record.user) == {}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
def test_the_plan_begins_again_when_it_did_whichever_import_is_undone_first(ana, order):  # rules.md, 14
    target = Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=420)
    before = exported(ana)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Import._meta.get_field("judges_past"), "default", True)
        late, early = (sleep_row(str(n), ASLEEP - timedelta(days=9 * n)) for n in (0, 1))
        batches = [intake.take_in(ana, "app", [row]) for row in (late, early)]
    for number in order:
        target.refresh_from_db()
        assert target.starts < date(2026, 11, 1)
        intake.take_back(batches[number])
    assert exported(ana) == before


def test_a_plan_that_was_changed_meanwhile_does_not_keep_an_import_from_going(ana):
    target = Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=420)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Import._meta.get_field("judges_past"), "default", True)
        batch = intake.take_in(ana, "app", [sleep_row()])
    Target.objects.create(user=ana, strategy="sleep-duration", starts="2026-11-01", low=450)
    intake.take_back(batch)
    target.refresh_from_db()
    assert (target.starts, ana.sleeplogs.exists()) == (date(2026, 3, 4), False)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(EVENTS, min_size=4, max_size=12))
def test_in_any_order_the_record_is_what_the_other_imports_and_the_hands_wrote(db, events):
    expect_alike(events)
