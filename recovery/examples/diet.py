"""Worked examples of diet."""

from recovery.examples.example import Example, Record

PLATE = Record(
    "Servings: leafy greens 1 (green), vegetables 2 (red), berries 1 (purple), fruit 1 (no colour), fish "
    "1, oily fish 1, nuts 1, beans ½, whole grains 3, olive oil 2, poultry 1, red meat ½, butter 1, "
    "cheese 1, sweets 2, no fried food",
    rows={
        "diet": [
            {"item": "leafy-greens", "amount": 1, "colour": "green"},
            {"item": "vegetables", "amount": 2, "colour": "red"},
            {"item": "berries", "amount": 1, "colour": "purple"},
            *(
                {"item": item, "amount": amount}
                for item, amount in {
                    "fruit": 1, "fish": 1, "oily-fish": 1, "nuts": 1, "beans": 0.5, "whole-grains": 3,
                    "olive-oil": 2, "poultry": 1, "red-meat": 0.5, "butter": 1, "cheese": 1, "sweets": 2,
                    "fried": 0,
                }.items()
            ),
        ]
    },
)  # fmt: skip
DRINKS = Record(
    "A coffee of 107 mg at 14:00, 10 g of alcohol at 19:00, into bed at 23:00",
    2,
    {
        "diet": [
            {"item": "caffeine", "amount": 107, "start": 14 * 60},
            {"item": "alcohol", "amount": 10, "start": 19 * 60},
        ],
        "sleep": [{"day": 1, "bed": 23 * 60, "asleep": 23 * 60 + 20, "awake": 31 * 60}],
    },
)
EVENINGS = Record(
    "Six days with five nights between them, into bed at 23:00: a coffee at 13:00 on two days and at 14:00 "
    "on three, a drink at 19:00 on three days and at 20:00 on one; on the last day neither",
    6,
    {
        "diet": [
            *({"day": n, "item": "caffeine", "amount": 80, "start": n * 1440 + (13 if n < 2 else 14) * 60}
              for n in range(5)),
            *({"day": n, "item": "alcohol", "amount": 10, "start": n * 1440 + (19 if n < 3 else 20) * 60}
              for n in range(4)),
            {"day": 5, "item": "caffeine", "amount": 0},
            {"day": 5, "item": "alcohol", "amount": 0},
        ],
        "sleep": [{"day": n, "bed": n * 1440 - 60, "asleep": n * 1440, "awake": n * 1440 + 420}
                  for n in range(1, 6)],
    },
)  # fmt: skip
WEEK = Record(
    "A week: vegetables 3 each day, red on four days and green on three; oily fish 1 on Monday",
    7,
    {
        "diet": [
            {"item": "oily-fish", "amount": 1},
            *(
                {"day": n, "item": "vegetables", "amount": 3, "colour": "red" if n < 4 else "green"}
                for n in range(7)
            ),
        ]
    },
)
MIND = Record(
    "A week logged each day, with servings of leafy greens 6, other vegetables 7, berries 2, nuts 5, "
    "beans 3, whole grains 21, fish 1, poultry 2, olive oil 7, and red meat 4, butter 6, no cheese, "
    "sweets 4, no fried food: all but red meat have their point",
    7,
    {
        "diet": [
            *({"day": n, "item": "nothing", "amount": 0} for n in range(7)),
            *(
                {"item": item, "amount": amount}
                for item, amount in {
                    "leafy-greens": 6, "vegetables": 7, "berries": 2, "nuts": 5, "beans": 3,
                    "whole-grains": 21, "fish": 1, "poultry": 2, "olive-oil": 7, "red-meat": 4,
                    "butter": 6, "cheese": 0, "sweets": 4, "fried": 0,
                }.items()
            ),
        ]
    },
)  # fmt: skip

EXAMPLES = {
    "plants": Example(PLATE, 5),
    "leafy-green-servings": Example(PLATE, 1),
    "vegetable-servings": Example(PLATE, 2),
    "berry-servings": Example(PLATE, 1),
    "fruit-servings": Example(PLATE, 1),
    "fish-servings": Example(PLATE, 2),
    "oily-fish-servings": Example(PLATE, 1),
    "colours": Example(PLATE, 3),
    "whole-grain-servings": Example(PLATE, 3),
    "nut-servings": Example(PLATE, 1),
    "bean-servings": Example(PLATE, 0.5),
    "olive-oil-servings": Example(PLATE, 2),
    "poultry-servings": Example(PLATE, 1),
    "red-meat-servings": Example(PLATE, 0.5),
    "butter-servings": Example(PLATE, 1),
    "cheese-servings": Example(PLATE, 1),
    "fried-servings": Example(PLATE, 0),
    "mind-groups": Example(PLATE, 9),
    "sweets-servings": Example(PLATE, 2),
    "alcohol-grams": Example(DRINKS, 10),
    "caffeine-milligrams": Example(DRINKS, 107),
    "caffeine-gap": Example(DRINKS, 9),
    "alcohol-gap": Example(DRINKS, 4),
    "mean-caffeine-gap": Example(EVENINGS, (2 * 10 + 3 * 9) / 5),
    "mean-alcohol-gap": Example(EVENINGS, (3 * 4 + 3) / 4),
    "plants-a-day": Example(WEEK, 3),
    "fish-a-week": Example(WEEK, 1),
    "oily-fish-a-week": Example(WEEK, 1),
    "colours-a-week": Example(WEEK, 2),
    "mind-score": Example(MIND, 13),
}
