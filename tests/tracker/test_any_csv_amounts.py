"""How much of a food or drink any table tells: units that are understood, asked for, or left out."""

import io

import pytest

from tests.tracker.tables import ask, only, read, take
from tracker import intake
from tracker.importers import Problem
from tracker.importers.any_csv import amounts
from tracker.importers.drinks import GRAMS, MUG
from tracker.models import User
from tracker.models.diet import COFFEE


def diet(header, *rows):
    return "\n".join([header, *rows]) + "\n"


def amount(table, **given):
    return only(table, **given).fields["amount"]


def why(table, **given):
    (problem,) = read(table, **given)
    assert isinstance(problem, Problem), problem
    return problem.sentence % problem.params


@pytest.mark.parametrize(
    ("text", "unit"),
    [("mg", "mg"), ("Milligrams", "mg"), ("µg", "mcg"), ("g", "g"), ("cups", "cup"), ("Tassen", "cup"),
     ("Gläser", "drink"), ("standard drinks", "drink"), ("units", "drink"), ("portions", "serving"),
     ("cups (mg)", "mg"), ("servings, mg or g", ""), ("ml", "other"), ("with milk", "other"), ("%", "")],
)  # fmt: skip
def test_a_unit_is_told_by_its_words(text, unit):
    assert amounts.unit(text) == unit


@pytest.mark.parametrize(
    ("header", "cell", "kept"),
    [
        ("Caffeine (mg)", "95", 95),
        ("caffeine_mg", "95", 95),
        ("Caffeine", "95 mg", 95),
        ("Caffeine", "0.2 g", 200),
        ("Caffeine", "2 cups", 214),
        ("Caffeine (cups)", "2", 214),
        ("Coffee", "2", 214),
        ("Coffee (cups a day)", "1,5", 160.5),
        ("Alcohol (g)", "24", 24),
        ("Alcohol (drinks)", "3", 30),
        ("Alcohol", "2 Gläser", 20),
        ("Alcohol units", "3", 30),
        ("Alcohol", "0 drinks", 0),
        ("Berries", "2", 2),
        ("Berries (servings)", "2", 2),
        ("Berries", "2 handfuls", 2),
    ],
)
def test_an_amount_comes_in_by_the_unit_of_its_cell_or_its_column(header, cell, kept):
    assert amount(diet(f"Date;{header};Red meat", f"2026-03-04;{cell};")) == kept


@pytest.mark.parametrize(
    ("food", "unit", "kept"),
    [
        ("coffee", "cups", 214),
        ("coffee", "mg", 2),
        ("wine", "glasses", 20),
        ("alcohol", "g", 2),
        ("salmon", "", 2),
    ],
)
def test_a_column_of_units_is_read(food, unit, kept):
    table = diet("Date,Food,Amount,Unit", f"2026-03-04,{food},2,{unit}")
    assert amount(table, caffeine_unit="mg") == kept


def test_servings_of_coffee_are_cups_and_of_wine_drinks():
    rows = read(diet("Date,Food,Servings", "2026-03-04,coffee,2", "2026-03-04,wine,2"))
    assert [row.fields["amount"] for row in rows] == [214, 20]


@pytest.mark.parametrize(
    ("header", "row", "unit"),
    [
        ("Date,Food,Amount,Unit", "2026-03-04,coffee,250,ml", "ml"),
        ("Date,Food,Amount,Unit", "2026-03-04,spinach,100,g", "g"),
        ("Date,Food,Amount,Unit", "2026-03-04,wine,1,bottle", "bottle"),
        ("Date,Food,Amount", "2026-03-04,berries,2 cups", "cups"),
        ("Date,Caffeine,Berries (g)", "2026-03-04,,100", "g"),
        ("Date,Caffeine,Alcohol", "2026-03-04,2 with milk,", "with milk"),
    ],
)
def test_an_amount_in_another_unit_is_listed_with_it_and_left_out(header, row, unit):
    assert f"“{unit}”" in why(diet(header, row))


class TestQuestions:
    """What the table does not say is asked, with a proposal."""

    @pytest.mark.parametrize(
        ("header", "cells", "caffeine", "alcohol"),
        [
            ("Date,Caffeine,Alcohol", "2026-03-04,190,30", "mg", "g"),
            ("Date,Caffeine,Alcohol", "2026-03-04,2,3", "cup", "drink"),
            ("Date,Food,Amount", "2026-03-04,coffee,2", "cup", "g"),
            ("Date,Food,Amount", "2026-03-04,wine,3", "mg", "drink"),
        ],
    )
    def test_the_unit_of_a_bare_number_is_proposed_by_its_size(self, header, cells, caffeine, alcohol):
        asked = ask(diet(header, cells))
        assert (asked["caffeine-unit"].proposed, asked["alcohol-unit"].proposed) == (caffeine, alcohol)

    def test_a_bare_number_is_in_the_unit_that_is_answered(self):
        table = diet("Date,Caffeine,Berries", "2026-03-04,2,")
        assert [amount(table, caffeine_unit=unit) for unit in ("mg", "cup")] == [2, 214]

    def test_a_cup_and_a_drink_hold_what_is_answered(self):
        assert amount(diet("Date,Coffee,Berries", "2026-03-04,2,"), cup_coffee="80") == 160
        assert amount(diet("Date,Alcohol (drinks),Berries", "2026-03-04,2,"), drink="8") == 16

    def test_a_cup_of_tea_is_asked_for_where_there_is_one_and_left_out_unanswered(self):
        table = diet("Date,Food,Servings", "2026-03-04,Green tea,2")
        assert "cup-tea" not in ask(diet("Date,Food,Servings", "2026-03-04,Coffee,2"))
        assert ask(table)["cup-tea"].proposed == ""
        assert "was not said" in why(table)
        assert amount(table, cup_tea="40") == 80

    @pytest.mark.parametrize("typed", ["", "some", "-1", "0"])
    def test_what_is_no_amount_of_a_cup_leaves_the_cups_out(self, typed):
        assert "was not said" in why(diet("Date,Coffee,Berries", "2026-03-04,2,"), cup_coffee=typed)

    def test_a_drink_is_proposed_as_large_as_the_person_counts_them(self, ana):
        ana.drink = 14
        ana.save()
        table = diet("Date,Alcohol (drinks),Berries", "2026-03-04,2,")
        intake.read_file(ana, io.BytesIO(table.encode()))
        assert ana.dietlogs.get().amount == 28

    def test_what_is_proposed_is_what_the_form_takes_for_one(self):
        assert MUG == COFFEE
        assert [int(grams) for grams in GRAMS] == [grams for grams, _words in User.Drink.choices]


def test_a_food_that_cannot_be_read_leaves_the_others_of_its_row_in():
    problem, row = read(diet("Date,Berries,Nuts", "2026-03-04,1/2,2"))
    assert (problem.params["column"], row.fields["item"]) == ("Berries", "nuts")


def test_an_amount_without_a_food_is_listed():
    assert "what was eaten" in why(diet("Date,Food,Servings", "2026-03-04,,2"))


def test_a_day_of_which_no_food_is_told_is_unknown_and_not_listed(ana):  # rules.md, 10
    report = take(ana, diet("Date,Caffeine (mg),Berries", "2026-03-04,,", "2026-03-05,95,"))
    assert (report["left_out"], ana.dietlogs.count()) == (0, 1)
