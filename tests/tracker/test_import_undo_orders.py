"""Imports, hands and undo in any order, beside a plain model of the record (docs/rules.md, 24, 26)."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.test_import_undo import prefer_file
from tests.tracker.test_intake import ASLEEP, edit, sleep_row, typed
from tracker import intake
from tracker.intake import undoing
from tracker.models import Import, User, writing

SOURCES = ("app", "watch")  # each has the same nights
TYPED = ""
NIGHTS = ("1", "2")
Name = tuple[str, str]


@dataclass
class Layer:
    who: int | None  # the import; None: a hand
    value: tuple[int, str] | None  # quality and note; None: it is gone
    row: dict | None = None  # as the record had it then, in every column


class Model:
    """What each entry has been, layer upon layer."""

    def __init__(self):
        self.piles: dict[Name, list[Layer]] = {(s, n): [] for s in (*SOURCES, TYPED) for n in NIGHTS}
        self.deleted: set[Name] = set()

    def now(self, name):
        return self.piles[name][-1].value if self.piles[name] else None

    def expect(self, there):
        """The record has what is on top of each pile, to the letter where that lay there before."""
        tops = {name: pile[-1] for name, pile in self.piles.items() if self.now(name)}
        assert {name: (row["quality"], row["note"]) for name, row in there.items()} == {
            name: top.value for name, top in tops.items()
        }
        for name, top in tops.items():
            top.row = top.row or there[name]
            assert top.row == there[name]

    def take(self, who, source, nights, quality):
        for night in nights:
            name = (source, night)
            if name in self.deleted or self.now(name) == (quality, ""):
                continue
            if not self.now(name):
                self._take_away(who, [(other, night) for other in (*SOURCES, TYPED) if other != source])
            self.piles[name].append(Layer(who, (quality, "")))

    def _take_away(self, who, rivals):
        for name in rivals:
            if self.now(name):
                self.piles[name].append(Layer(who, None))

    def can_type(self, night):
        """Where nothing stands, and the key of an earlier one is not buried."""
        return not self.piles[TYPED, night] and not any(self.now((source, night)) for source in SOURCES)

    def type(self, night):
        self.piles[TYPED, night].append(Layer(None, (3, "")))

    def edit(self, name, note):
        self.piles[name].append(Layer(None, (self.now(name)[0], note)))

    def delete(self, name, _note):
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
        beneath = pile[place - 1].value if place else None
        if hands and (not also or (above[hands - 1].value is None and beneath is None)):
            return self._leave(name, place, hands)
        del pile[place : place + 1 + hands]
        self._clear(pile)
        if self.now(name):
            self.deleted.discard(name)
        return False

    def _leave(self, name, place, hands):
        """What a hand wrote upon it is the person's own from now on; whether anything of it is to be seen."""
        pile = self.piles[name]
        pile[place].who = None
        return pile[place + hands].value is not None

    def _clear(self, pile):
        """Who took away nothing did nothing."""
        while pile and pile[0].value is None:
            del pile[0]


def there(user):
    columns = [field.attname for field in user.sleeplogs.model._meta.fields if field.name != "batch"]
    return {(log["source"], log["key"]): log for log in user.sleeplogs.values(*columns)}


class Record:
    """The same events upon the record itself."""

    def __init__(self):
        User.objects.filter(email="orders@example.org").delete()
        self.user = User.objects.create_user("orders@example.org")
        self.batches = []

    def log(self, name):
        return self.user.sleeplogs.get(source=name[0], key=name[1])

    def type(self, night):
        night_log = typed(self.user, ASLEEP + timedelta(days=3 * int(night)))
        self.user.sleeplogs.filter(pk=night_log.pk).update(key=night, quality=3)

    def edit(self, name, note):
        edit(self.log(name), note=note)

    def delete(self, name, _note):
        writing.delete(self.log(name))

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
            stays = record.undo(details[0], also=details[1])
            assert model.undo(details[0], also=details[1]) == stays or details[1]
        elif event == "type" and model.can_type(details[0]):
            record.type(*details)
            model.type(*details)
        elif event in ("edit", "delete") and model.now(details[0]):
            for one in (record, model):
                getattr(one, event)(details[0], f"note {number}")
        model.expect(there(record.user))
    return record


NAMES = st.tuples(st.sampled_from((*SOURCES, TYPED)), st.sampled_from(("1", "1", "2")))
EVENTS = st.one_of(
    st.tuples(
        st.just("take"),
        st.sampled_from(SOURCES),
        st.sampled_from([("1",), ("1",), ("1", "2")]),
        st.integers(1, 5),
    ),
    st.tuples(st.just("type"), st.sampled_from(NIGHTS)),
    st.tuples(st.just("edit"), NAMES),
    st.tuples(st.just("delete"), NAMES),
    st.tuples(st.just("undo"), st.integers(0, 3), st.sampled_from((False, False, True))),
)


NIGHT = ("app", "1")
TAKEN_EDITED_TAKEN = [("take", "app", ("1",), 2), ("edit", NIGHT), ("take", "app", ("1",), 4)]
AGAIN = [("take", "app", ("1",), 2), ("take", "watch", ("1",), 3), ("take", "app", ("1",), 4)]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)], ids=str)
@pytest.mark.parametrize("also", [(), (0,), (1,), (0, 1)], ids=str)
@pytest.mark.parametrize("after", [[], [("edit", NIGHT)], [("delete", NIGHT)]], ids=["", "edit", "delete"])
def test_an_edit_between_two_imports_goes_only_where_that_is_asked(db, order, also, after):
    undone = [("undo", number, number in also) for number in order]
    record = expect_alike([*TAKEN_EDITED_TAKEN, *after, *undone])
    kept = any(row["note"] for row in there(record.user).values())
    if not also and after != [("delete", NIGHT)]:
        assert kept


@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
@pytest.mark.parametrize("edited", [None, 1, 3], ids=["", "first", "last"])
@pytest.mark.parametrize("also", [False, True], ids=["", "also"])
def test_a_night_that_gave_way_and_came_again_is_undone_in_any_order(db, order, edited, also):
    events = [*AGAIN, *(("undo", number, also) for number in order)]
    if edited:
        events.insert(edited, ("edit", NIGHT))
    expect_alike(events)


@pytest.mark.parametrize("order", list(permutations(range(1, 4))), ids=str)
def test_of_two_apps_that_took_turns_the_first_night_is_left_in_the_end(db, order):
    undone = [("undo", number, False) for number in order]
    record = expect_alike([*AGAIN, ("take", "watch", ("1",), 5), *undone])
    assert [(name, row["quality"]) for name, row in there(record.user).items()] == [(NIGHT, 2)]


@pytest.mark.parametrize("also", [False, True], ids=["", "also"])
@pytest.mark.parametrize("order", list(permutations(range(3))), ids=str)
def test_a_night_that_came_again_and_was_deleted_is_undone_in_any_order(db, order, also):
    expect_alike([*AGAIN, ("delete", NIGHT), *(("undo", number, also) for number in order)])


def test_what_was_deleted_is_not_brought_back_by_undoing_what_had_taken_its_place(db):
    expect_alike([*AGAIN[:2], ("undo", 1, False), ("delete", NIGHT), ("undo", 0, False)])
    record = expect_alike(AGAIN)
    writing.delete(record.log(NIGHT))
    record.undo(1, also=False)
    assert there(record.user) == {}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(events=st.lists(EVENTS, min_size=4, max_size=12))
def test_in_any_order_the_record_is_what_the_other_imports_and_the_hands_wrote(db, events):
    expect_alike(events)
