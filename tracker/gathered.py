"""Which days went into a number, and the sentence that says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from recovery.history import Flags

NAMED = 7  # days that a sentence names before it only counts the rest
WEEK, YEAR = timedelta(weeks=1), timedelta(days=366)


@dataclass(frozen=True, eq=False)
class Gathered:
    """The days of a span up to a person's today: which of them went into a number, and which could have."""

    first: date
    used: Flags
    wanted: Flags
    logged: Flags  # whether anything was logged that the number could have been made of
    nights: bool = False  # whether they are called nights

    @property
    def counted(self) -> str:
        """5 of 7 nights."""
        n, of = int((self.used & self.wanted).sum()), int(self.wanted.sum())
        if self.nights:
            return ngettext("%(n)d of %(of)d night", "%(n)d of %(of)d nights", of) % {"n": n, "of": of}
        return ngettext("%(n)d of %(of)d day", "%(n)d of %(of)d days", of) % {"n": n, "of": of}

    @property
    def gaps(self) -> str:
        """Which days are missing: Tuesday and Sunday not logged."""
        return self._gaps(counting=True)

    @property
    def gaps_gently(self) -> str:
        """The same without a number beside the dates (rules.md, 31)."""
        return self._gaps(counting=False)

    def _gaps(self, *, counting: bool) -> str:
        missing = self.wanted & ~self.used
        silent = self._named(missing & ~self.logged, counting)
        partial = self._named(missing & self.logged, counting)
        both = {"silent": silent, "partial": partial}
        if silent and partial:
            return _("%(silent)s not logged; %(partial)s logged without what this needs") % both
        if partial:
            return _("%(partial)s logged without what this needs") % both
        return _("%(silent)s not logged") % both if silent else ""

    def _named(self, chosen: Flags, counting: bool) -> str:
        at = np.flatnonzero(chosen)
        found = [self.first + timedelta(days=n) for n in at[:NAMED].tolist()]
        words = [formats.date_format(day, self._form) for day in found]
        if more := len(at) - len(found):
            counted = ngettext("%(n)d more", "%(n)d more", more) % {"n": more}
            words.append(counted if counting else _("others"))
        return listed(words)

    @property
    def _form(self) -> str:
        """Weekdays name the days of one week, dates those of a longer span."""
        span = timedelta(days=len(self.used))
        return "l" if span <= WEEK else "MONTH_DAY_FORMAT" if span <= YEAR else "DATE_FORMAT"


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: Monday, Tuesday and Friday; nothing for none."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
