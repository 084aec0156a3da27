"""Any table: its columns are matched to the fields of one kind, and the match is known the next time.

What the table shows is proposed: the kind, the column of each field by its name, the order of day and month
by all of its days, the alphabet by its bytes. Times without an offset are those of the zone that is asked
for. The first row of names is the header, if there is one; a zip may hold one such file.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256

from recovery.words import N_
from tracker.importers import nights
from tracker.importers.any_csv import amounts, guess, table, values
from tracker.importers.any_csv.amounts import Amounts
from tracker.importers.any_csv.entries import Entries, Match
from tracker.importers.any_csv.fields import KINDS, LENGTH, TITLES, Field, plain
from tracker.importers.any_csv.guess import Survey
from tracker.importers.any_csv.table import Table
from tracker.importers.any_csv.values import DMY, MDY, Refused
from tracker.importers.drinks import GRAMS, MUG
from tracker.importers.rows import Answers, Problem, Question, Row, Unreadable, named
from tracker.importers.upload import Upload

NAME = "CSV"
HINT = N_("any table of sleep, exercise, practice or food; you say which column is what")
SOURCE = "csv"
WHOLE = False
NO_COLUMN = "none"
NAMED = 5  # tables of a zip with several
ORDERS = {DMY: N_("day, month, year"), MDY: N_("month, day, year")}
UNITS = {"60": N_("hours"), "1": N_("minutes"), "seconds": N_("seconds")}
PER_NUMBER = {"60": 60.0, "1": 1.0, "seconds": 1 / 60}
DRINK = "standard-drink"
BARE = {
    "caffeine": N_("An amount of caffeine that names no unit is in"),
    "alcohol": N_("An amount of alcohol that names no unit is in"),
}
AMOUNTS = {
    "caffeine": {amounts.MG: N_("milligrams"), amounts.CUP: N_("cups")},
    "alcohol": {amounts.G: N_("grams"), amounts.DRINK: N_("drinks")},
}
CUPS = {
    amounts.COFFEE: (N_("How many milligrams of caffeine are in one cup of coffee?"), str(MUG)),
    "tea": (N_("And in one cup of tea? Left empty, cups of tea are left out."), ""),
    "espresso": (N_("And in one espresso? Left empty, they are left out."), ""),
}
MORNINGS = {"morning": N_("the morning, when you woke up"), "evening": N_("the evening before")}
UNMATCHED = N_("no column is matched to anything yet")
OPEN = N_("a quote in this line is never closed: its text was taken to end with the line")
WRONG = N_("a day, a time or a number is missing or cannot be read")


def recognises(upload: Upload) -> bool:
    """Whatever has rows of as many columns."""
    return bool(table.tables(upload))


def questions(upload: Upload) -> tuple[Question, ...]:
    """The kind, the column of each of its fields, the zone; and of the rest what the table does not show.

    The names carry what the header looks like, so that the answers for one table are not taken for another.
    Raises Unreadable for more columns than anybody can match.
    """
    found = _table(upload)
    alphabet = "" if _is_plain(upload, found) else table.OLDEST
    survey = _survey(upload, found, alphabet)
    kind, mark = guess.kind(found), _mark(found)
    return (
        Question(f"{mark}-kind", N_("What does the table hold?"), TITLES, kind),
        *_asked_of_alphabet(alphabet, mark),
        *_asked_of_order(survey, mark),
        Question("zone", N_("Where did you live? Times are read there.")),
        Question(
            f"{mark}-night",
            N_("The date of a night is that of"),
            MORNINGS,
            "evening" if guess.is_evening(found) else "morning",
            only_if=(f"{mark}-kind", frozenset({"sleep"})),
        ),
        *(question for of in KINDS for question in _asked_of_columns(found, of, mark)),
        Question(
            f"{mark}-length",
            N_("A length that names no unit is in"),
            UNITS,
            "1",
            only_if=(f"{mark}-kind", frozenset(KINDS) - {"diet"}),
        ),
        *_asked_of_amounts(found, survey, mark),
    )


def read(upload: Upload, answers: Answers) -> Iterator[Row | Problem]:
    """The entries of each row; a Problem for each that cannot be read, or that rule 8 leaves out."""
    found = _table(upload)
    mark = _mark(found)
    alphabet = "" if _is_plain(upload, found) else answers.given.get(f"{mark}-alphabet", table.OLDEST)
    match = _match(found, _survey(upload, found, alphabet), mark, answers)
    rows = _rows(upload, found, alphabet, match)
    if match.kind != "sleep":
        yield from rows
        return
    sleeps = []
    for row in rows:
        if isinstance(row, Row):
            sleeps.append(row)
        else:
            yield row
    yield from nights.side_by_side(sleeps)


def _table(upload: Upload) -> Table:
    """Raises Unreadable where a zip holds several: each is matched on its own."""
    found = table.tables(upload)
    if not found:
        raise Unreadable(N_("The file is no table."))
    if len(found) > 1:
        names = ", ".join(named(one.file) for one in found[:NAMED])
        why = N_("The zip holds several tables (%(names)s): unpack it, and choose one of them.")
        raise Unreadable(why, names=names if len(found) <= NAMED else f"{names}, …")
    table.check_columns(found[0])
    return found[0]


def _survey(upload: Upload, found: Table, alphabet: str) -> Survey:
    """Taken once: to ask, and to read with the answers."""
    known: Survey | None = upload.known.get(alphabet)
    if known is None:
        known = upload.known[alphabet] = guess.survey(table.rows(upload, found, alphabet))
    return known


def _is_plain(upload: Upload, found: Table) -> bool:
    """Whether the bytes say which alphabet they are in."""
    return bool(found.encoding) and (found.encoding != "utf-8" or table.is_utf8(upload, found))


def _mark(found: Table) -> str:
    return sha256(repr([plain(header) for header in found.header]).encode(errors="replace")).hexdigest()[:8]


def _asked_of_alphabet(alphabet: str, mark: str) -> Iterator[Question]:
    if alphabet:
        text = N_("The file is not in UTF-8. Which letters is it written in?")
        yield Question(f"{mark}-alphabet", text, table.ALPHABETS, alphabet)


def _asked_of_order(survey: Survey, mark: str) -> Iterator[Question]:
    if not survey.is_sure:
        yield Question(f"{mark}-order", N_("In which order are its dates?"), ORDERS, survey.order)


def _asked_of_columns(found: Table, kind: str, mark: str) -> Iterator[Question]:
    choices = {NO_COLUMN: N_("not in the table")} | {
        str(number): found.column(number) for number in range(len(found.header))
    }
    columns = guess.columns(found, kind)
    for field in KINDS[kind]:
        proposed = str(columns.get(field.slug, NO_COLUMN))
        only_if = (f"{mark}-kind", frozenset({kind}))
        yield Question(f"{mark}-{kind}-{field.slug}", field.text, choices, proposed, only_if=only_if)


def _asked_of_amounts(found: Table, survey: Survey, mark: str) -> Iterator[Question]:
    """In what a number without a unit is, and what one cup and one drink hold."""
    only_if = (f"{mark}-kind", frozenset({"diet"}))
    for item, text in BARE.items():
        proposed = guess.bare_unit(found, item)
        yield Question(f"{mark}-{item}-unit", text, AMOUNTS[item], proposed, only_if=only_if)
    for slug in _cups(found, survey):
        text, proposed = CUPS[slug]
        yield Question(f"{mark}-cup-{slug}", text, {}, proposed, only_if=only_if)
    yield Question(DRINK, N_("How much alcohol is one drink?"), GRAMS, "10", only_if=only_if)


def _cups(found: Table, survey: Survey) -> list[str]:
    """What cups of caffeine may be of: coffee, and what else the table names."""
    told = {amounts.COFFEE, *survey.cups, *map(amounts.drink, found.header)}
    return [slug for slug in CUPS if slug in told]


def _amounts(found: Table, mark: str, answers: Answers) -> Amounts:
    given = answers.given
    return Amounts(
        bare={item: given.get(f"{mark}-{item}-unit", guess.bare_unit(found, item)) for item in BARE},
        cups={slug: _amount(given.get(f"{mark}-cup-{slug}", said)) for slug, (_text, said) in CUPS.items()},
        drink=float(given.get(DRINK, "10")),
    )


def _amount(typed: str) -> float | None:
    """What was typed as an amount; None where it is none."""
    try:
        number = values.number(typed)
    except ValueError:
        return None
    return number if number > 0 else None


def _named(found: Table, kind: str, columns: Mapping[Field, int]) -> dict[str, str]:
    """What the names of the columns say, of a unit or of what was done."""
    headers = {field.slug: found.header[number] for field, number in columns.items()}
    units = {slug: amounts.of_header(header) for slug, header in headers.items() if kind == "diet"}
    return units | {"minutes": guess.done(kind, headers.get("minutes", ""))}


def _match(found: Table, survey: Survey, mark: str, answers: Answers) -> Match:
    kind = answers.given.get(f"{mark}-kind", guess.kind(found))
    proposed = guess.columns(found, kind)
    otherwise = PER_NUMBER[answers.given.get(f"{mark}-length", "1")]
    told = {
        field: answers.given.get(f"{mark}-{kind}-{field.slug}", str(proposed.get(field.slug, NO_COLUMN)))
        for field in KINDS[kind]
    }
    columns = {field: int(column) for field, column in told.items() if column != NO_COLUMN}
    lengths = {
        f.slug: guess.per_number(found.header[n], survey.largest.get(n, 0), otherwise)
        for f, n in columns.items()
        if f.reads == LENGTH
    }
    evening = "evening" if guess.is_evening(found) else "morning"
    return Match(
        kind=kind,
        columns={field.slug: number for field, number in columns.items()},
        lengths=lengths,
        largest={field.slug: survey.largest.get(number, 0) for field, number in columns.items()},
        order=answers.given.get(f"{mark}-order", survey.order),
        is_evening=answers.given.get(f"{mark}-night", evening) == "evening",
        zone=answers.zone,
        amounts=_amounts(found, mark, answers),
        titles={field.slug: found.title(number) for field, number in columns.items()},
        named=_named(found, kind, columns),
    )


def _rows(upload: Upload, found: Table, alphabet: str, match: Match) -> Iterator[Row | Problem]:
    entries = Entries(match)
    if not match.columns:
        yield Problem(None, UNMATCHED)
    for line, cells, is_open in table.rows(upload, found, alphabet):
        if is_open:
            yield Problem(line, OPEN)
        try:
            yield from entries.of(line, cells)
        except Refused as refused:
            yield Problem(line, refused.sentence, refused.params)
        except (ValueError, OverflowError, OSError):
            yield Problem(line, WRONG)
