"""What a strategy is: a habit one can keep, what it does, how sure that is, and how it is judged."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from recovery.aims import Aim
from recovery.evidence import Claim
from recovery.mechanisms.mechanism import Mechanism
from recovery.metrics.metric import Metric


class Band(StrEnum):
    """Age bands that change a default; UNKNOWN is taken as an adult of middle age."""

    UNKNOWN = ""
    UNDER_18 = "under-18"
    YOUNG_ADULT = "18-25"
    ADULT = "26-64"
    OLDER = "65-up"


@dataclass(frozen=True)
class Strategy:
    slug: str
    pillar: str  # sleep, exercise, diet or practice
    title: str
    lead: str  # at most 240 characters
    what: tuple[str, ...]  # what it does: paragraphs
    how: tuple[str, ...]  # steps one can take tonight
    claims: tuple[Claim, ...]
    mechanisms: tuple[Mechanism, ...]
    metric: Metric
    aim: Aim  # the default for an adult
    origin: str  # where the default comes from
    asks: str = ""  # the aim in its own words, with %(low)s, %(high)s, %(dose)s, %(clock)s; "": the usual
    logged_with: str = ""  # the pillar whose logs it is measured by, where that is another
    caution: tuple[str, ...] = ()
    bands: Mapping[Band, Aim | None] = field(default_factory=dict)  # None: no default at this age
    in_pregnancy: bool = True  # whether the default holds in pregnancy
    first: bool = False  # offered ticked in a first plan
    prescribed: bool = False  # a clinician sets the number: no default for anybody; `aim` is the form alone

    def is_for(self, follows: Collection[str]) -> bool:
        """Whether somebody who follows these pillars can keep it and log what it is measured by."""
        return self.pillar in follows and (self.logged_with or self.pillar) in follows

    def default(self, band: Band = Band.UNKNOWN, *, pregnant: bool = False) -> Aim | None:
        """The default aim for a person; None where no number fits and the person sets one, if any."""
        if self.prescribed or (pregnant and not self.in_pregnancy):
            return None
        return self.bands.get(band, self.aim)
