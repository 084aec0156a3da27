"""A row of a file becomes an entry by the rules of its model, as typed ones do, but without a form.

docs/rules.md, 25.
"""

from datetime import UTC, datetime, timedelta
from math import isfinite

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from tracker.importers import Row
from tracker.kinds import KINDS
from tracker.models import Log, User
from tracker.models.user import check_zone

NEAR = timedelta(days=3)  # from the day to any of its moments, in whatever zone
OWNED = ["id", "user", "batch"]  # columns that no file fills


def valid(row: Row, user: User, source: str) -> Log:
    """The unsaved log of a row, settled unless the file itself knows its day.

    Raises ValidationError, and OverflowError or ValueError for a time that no calendar holds.
    """
    written = {"source": source, **row.written}
    log = KINDS[row.kind].model(user=user, key=row.key, **written, **row.fields)
    for field in ("zone", "zone_bed"):
        check_zone(getattr(log, field, log.zone))
    if row.day is None:
        log.settle()
    else:
        log.day = row.day
    log.clean_fields(exclude=OWNED)
    _check_values(log)
    _check_moments(log)
    log.clean()
    return log


def _check_values(log: Log) -> None:
    """The bounds of long texts, which Django leaves to forms; what no database holds as it is."""
    for field in log._meta.concrete_fields:
        value = getattr(log, field.attname)
        if isinstance(value, str):
            _check_text(field, value)
        elif isinstance(value, float) and not isfinite(value):
            raise ValidationError({field.name: _("It is no number.")})


def _check_text(field: "models.Field[str, str]", text: str) -> None:
    if "\0" in text:
        raise ValidationError({field.name: _("It holds a character that is no text.")})
    if isinstance(field, models.TextField) and len(text) > (field.max_length or len(text)):
        numbers = {"found": len(text), "most": field.max_length}
        why = ValidationError(_("It has %(found)s characters; %(most)s are the most."), params=numbers)
        raise ValidationError({field.name: why})


def _check_moments(log: Log) -> None:
    noon = datetime(log.day.year, log.day.month, log.day.day, 12, tzinfo=UTC)
    for name, kind in type(log).COLUMNS.items():
        moment = getattr(log, name) if kind == "moment" else None
        if moment is not None and abs(moment - noon) > NEAR:
            raise ValidationError({name: _("It does not lie on the day of the entry.")})
