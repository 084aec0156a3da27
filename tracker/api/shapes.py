"""What an entry of each kind looks like as JSON, made from its model and its form: no kind is named here."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self, TypeAlias, TypeVar

from annotated_types import Ge, Le, MaxLen
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext as _
from ninja import Field, Schema
from pydantic import (
    BeforeValidator,
    ConfigDict,
    StrictBool,
    StrictFloat,
    StrictInt,
    ValidationInfo,
    create_model,
    model_validator,
)

from tracker.api.problems import Refused
from tracker.kinds import KINDS, Kind
from tracker.models.user import ZONES

Column: TypeAlias = "models.Field[Any, Any]"
T = TypeVar("T", bound=Schema)

ZONED = ("zone", "zone_bed")
DAY = 10  # characters of 2026-11-21
UNWRITABLE = re.compile(r"[\0\ud800-\udfff]")  # 0, and halves of a character


class Strict(Schema):
    """What a client sends: a name that is not known is a mistake, not something to pass over."""

    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)


class Asks(Strict):
    """What a client asks for in the address, where a name that is not known is a mistake too."""

    @model_validator(mode="after")
    def names_nothing_else(self, info: ValidationInfo) -> Self:
        asked = info.context["request"].GET if info.context else {}
        if strange := sorted(set(asked) - set(type(self).model_fields)):
            sentence = _("There is nothing of this name to ask for.")
            raise Refused(422, sentence, [(name, sentence) for name in strange])
        return self


def _day(value: object) -> object:
    """2026-11-21 and nothing else: no moment, no number of seconds."""
    try:
        if isinstance(value, str) and len(value) == DAY:
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(_("It has to be a day of the calendar, as in 2026-11-21."))


def _whole(value: object) -> object:
    """7.0 is the integer 7 (JSON Schema, 6.1.1): many programs know one kind of number only."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _moment(value: object) -> object:
    try:
        if isinstance(value, str) and len(value) > DAY:
            return datetime.fromisoformat(value)
    except ValueError:
        pass
    raise ValueError(_("It has to be a day and a time, as in 2026-11-21T07:10:00+01:00."))


def _text(value: object) -> object:
    """A text that every database can keep."""
    if isinstance(value, str) and UNWRITABLE.search(value):
        raise ValueError(_("It holds a character that is no text."))
    return value


Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[datetime, BeforeValidator(_moment)]
Text = Annotated[str, BeforeValidator(_text)]
Key = Annotated[Text, Field(min_length=1, max_length=64)]


@dataclass(frozen=True)
class Shapes:
    """A kind's entry as it is shown, as it is given, as it is changed, and as it is sent among many."""

    shown: type[Schema]
    given: type[Strict]
    changed: type[Strict]
    kept: type[Strict]


def shapes(kind: Kind) -> Shapes:
    name = kind.slug.capitalize()
    given = {field.attname: _given(kind, field) for field in fields(kind)}
    optional = {field: (of | None, None) for field, (of, _unless) in given.items()}
    return Shapes(
        shown=_model(f"{name}Shown", Schema, _STORED | {f.attname: _told(kind, f) for f in fields(kind)}),
        given=_model(f"{name}Given", Strict, {"key": (Key | None, None)} | given),
        changed=_model(f"{name}Changed", Strict, optional),
        kept=_model(f"{name}Kept", Strict, _KEPT | given),
    )


def _model(name: str, base: type[T], fields: dict[str, Any]) -> type[T]:
    return create_model(name, __base__=base, **fields)


def _given(kind: Kind, field: Column) -> tuple[Any, Any]:
    asked, told = _asked(kind, field), Field(description=str(field.verbose_name))
    if is_needed(field):
        return Annotated[asked, told], ...
    return Annotated[asked | None, told], None


def _told(kind: Kind, field: Column) -> tuple[Any, Any]:
    told = Field(description=str(field.verbose_name))
    return Annotated[_shown(kind, field) | None, told], ...


_STORED: dict[str, Any] = {
    "id": (int, ...),
    "key": (str, ...),
    "source": (Annotated[str, Field(description="“api”, the app that it came from, or empty: typed.")], ...),
    "version": (Annotated[int, Field(description="Grows with each change; also the ETag.")], ...),
    "created": (datetime, ...),
    "updated": (datetime, ...),
}
_KEPT: dict[str, Any] = {
    "key": (Key, ...),
    "version": (
        Annotated[StrictInt, Ge(1)] | None,
        Field(None, description="Refuse the change unless this is still the version."),
    ),
}


def fields(kind: Kind) -> list[Column]:
    """The columns of a kind that say what was done."""
    own = set(kind.model.own_fields())
    return [field for field in kind.model._meta.concrete_fields if field.attname in own]


def is_needed(field: Column) -> bool:
    """Whether an entry has to say it: an amount, even where a form proposes one; never when and where."""
    may_wait = field.null or field.blank or field.name in ("day", *ZONED)
    return not may_wait and not isinstance(field.default, bool)


def is_list(kind: Kind, name: str) -> bool:
    """Whether a text of the table is a list of words, as a form with several ticks writes it."""
    return isinstance(kind.form.base_fields.get(name), forms.MultipleChoiceField)


def _asked(kind: Kind, field: Column) -> Any:  # noqa: ANN401 (a type)
    if isinstance(field, models.CharField | models.TextField):
        return _asked_text(kind, field)
    bounds: list[Ge | Le] = [Ge(v.limit_value) for v in field.validators if isinstance(v, MinValueValidator)]
    bounds += [Le(v.limit_value) for v in field.validators if isinstance(v, MaxValueValidator)]
    if isinstance(field, models.PositiveSmallIntegerField):
        return Annotated[StrictInt, BeforeValidator(_whole), Ge(0), *bounds]
    if isinstance(field, models.FloatField):
        return Annotated[StrictFloat, Ge(0), *bounds]
    return _PLAIN[type(field)]


_PLAIN: dict[type[Any], Any] = {
    models.DateField: Day,
    models.DateTimeField: Moment,
    models.BooleanField: StrictBool,
}


def _asked_text(kind: Kind, field: Column) -> Any:  # noqa: ANN401
    if field.name in ZONED:
        return Annotated[Text, Field(max_length=field.max_length, examples=[min(ZONES)])]
    asked = getattr(kind.form.base_fields.get(field.name), "choices", None)
    if asked is None:
        return Annotated[Text, MaxLen(field.max_length)] if field.max_length else Text
    slugs: Any = tuple(str(slug) for slug, _named in asked if slug != "")
    if is_list(kind, field.name):
        return list[Literal[slugs]]  # type: ignore[valid-type]
    slugs = ("", *slugs) if field.blank else slugs
    return Literal[slugs]


def _shown(kind: Kind, field: Column) -> Any:  # noqa: ANN401
    """The type of a stored value; words of a list that we no longer know are shown as they are."""
    if isinstance(field, models.CharField | models.TextField):
        return list[str] if is_list(kind, field.name) else str
    plain = {models.DateField: date, models.DateTimeField: datetime, models.BooleanField: bool}
    return plain.get(type(field), float if isinstance(field, models.FloatField) else int)


SHAPES = {slug: shapes(kind) for slug, kind in KINDS.items()}
