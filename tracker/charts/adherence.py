"""Kept and coverage of each pillar's plan, by week."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from matplotlib.figure import Figure

from recovery import adherence
from recovery.aims import Judged
from recovery.history import Floats, History
from recovery.metrics.metric import Unit
from recovery.strategies import STRATEGIES
from recovery.strategies.strategy import Strategy
from recovery.words import N_
from tracker.charts import span, style
from tracker.charts.span import Step
from tracker.charts.wording import PLAIN, Column, Look, Sentence, Size

SLUG = "adherence"
TITLE = N_("How the plan was kept")
TEXT = N_(
    "A bar is a week, or a month where more than half a year is shown. Full bars: how much of the plan was "
    "kept. Pale bars: less than half was logged, so kept is withheld, and the bar shows how much was logged."
)
EMPTY = N_("Choose something to keep on Plan and log it: each week has a bar here.")
PILLAR = ""
STEP = span.Step.WEEK
SIZE = Size(wide=300, narrow=430)
HALF_YEAR = 189  # days: 27 weeks, as half a year may touch
PILLARS = {
    "sleep": N_("Sleep"),
    "exercise": N_("Exercise"),
    "diet": N_("Diet"),
    "practice": N_("Stress practice"),
}
COLUMNS = {
    "sleep_kept": Column(N_("Sleep, kept"), Unit.PERCENT),
    "sleep_coverage": Column(N_("Sleep, logged"), Unit.PERCENT),
    "exercise_kept": Column(N_("Exercise, kept"), Unit.PERCENT),
    "exercise_coverage": Column(N_("Exercise, logged"), Unit.PERCENT),
    "diet_kept": Column(N_("Diet, kept"), Unit.PERCENT),
    "diet_coverage": Column(N_("Diet, logged"), Unit.PERCENT),
    "practice_kept": Column(N_("Stress practice, kept"), Unit.PERCENT),
    "practice_coverage": Column(N_("Stress practice, logged"), Unit.PERCENT),
}


def data(history: History) -> pd.DataFrame:
    """Kept and coverage of each pillar, per cent, a row a week, or over long times a month (rules.md, 20).

    A habit that is judged by the week counts to the month of its Monday. Kept is missing under half coverage;
    both are where nothing was planned, or nothing has closed yet.
    """
    step = _step(history)
    planned = set(history.targets["strategy"])
    columns = {}
    for pillar in PILLARS:
        followed = [s for s in STRATEGIES if s.pillar == pillar and s.slug in planned]
        columns[f"{pillar}_kept"], columns[f"{pillar}_coverage"] = _per_cent(history, followed, step)
    return pd.DataFrame(columns, index=span.bins(history, step).starts)


def _per_cent(history: History, followed: Sequence[Strategy], step: Step) -> tuple[Floats, Floats]:
    """Kept and coverage of some habits together, in each week or month."""
    by_day = span.bins(history, step)
    parts = {True: by_day.of, False: by_day.of[::7]}  # the history begins on a Monday
    each = [
        adherence.kept_in(
            adherence.unit_states(history, one), parts[one.aim.judged is Judged.DAY], len(by_day)
        )
        for one in followed
    ]
    kept = adherence.mean_shares([own for own, _ in each], len(by_day))
    coverage = adherence.mean_shares([own for _, own in each], len(by_day))
    return 100 * kept, 100 * coverage


def _step(history: History) -> Step:
    """By month from half a year on: side by side, four times 53 weeks are too many to tell apart."""
    return Step.MONTH if len(history) > HALF_YEAR else Step.WEEK


def draw(frame: pd.DataFrame, look: Look = PLAIN) -> Figure:
    """A small multiple for each pillar that is planned, all on one scale."""
    sheet = style.sheet(look, SIZE)
    shown = [p for p in PILLARS if frame[f"{p}_coverage"].notna().any()] or list(PILLARS)
    for place, pillar in enumerate(shown):
        panel = _panel(sheet, place, len(shown), max(len(frame), 1))
        _multiple(panel, frame, pillar, labelled=place % (len(shown) if look.wide else 2) == 0)
    return sheet.figure


def _panel(sheet: style.Sheet, place: int, many: int, weeks: int) -> style.Panel:
    """Side by side on a wide page, two by two on a narrow one."""
    across = many if sheet.look.wide else min(many, 2)
    row, column = divmod(place, across)
    gutter, gap = (14 if sheet.look.gentle else 62 if sheet.look.wide else 50), 26 if sheet.look.wide else 18
    width = (sheet.width - gutter - 8 - gap * (across - 1)) / across
    left = gutter + column * (width + gap)
    height = sheet.height if many <= across else sheet.height / 2
    top = row * height + 34
    return style.Panel(sheet, left, top, left + width, row * height + height - 32, weeks, 100, 0)


def _multiple(panel: style.Panel, frame: pd.DataFrame, pillar: str, *, labelled: bool) -> None:
    look = panel.sheet.look
    kept, coverage = frame[f"{pillar}_kept"].to_numpy(), frame[f"{pillar}_coverage"].to_numpy()
    levels = [0, 50, 100]
    panel.grid(levels, [look.percent(v / 100) for v in levels] if labelled and not look.gentle else ())
    panel.columns(kept, pillar)
    panel.columns(np.where(np.isnan(kept), coverage, np.nan), pillar, hollow=True)
    panel.title(look.say(PILLARS[pillar]), colour=pillar)
    panel.ends(frame.index)


def takeaway(frame: pd.DataFrame) -> Sentence | None:
    """The pillar kept best over these weeks, or that too little is logged; nothing where nothing is."""
    means = {p: frame[f"{p}_kept"].mean() for p in PILLARS if frame[f"{p}_kept"].notna().any()}
    if not means:
        return Sentence(TOO_LITTLE, TOO_LITTLE) if (frame > 0).to_numpy().any() else None
    best = max(means, key=lambda pillar: means[pillar])
    if len(means) == 1 or sum(value == means[best] for value in means.values()) > 1:
        return Sentence(NO_BEST, NO_BEST)
    return Sentence(BEST[best], BEST_GENTLY[best], {"kept": (means[best], Unit.PERCENT)})


NO_BEST = N_("How much of your plan was kept, pillar by pillar.")
TOO_LITTLE = N_("Too little is logged yet to say how much of your plan was kept.")
BEST = {
    "sleep": N_("Of your plan you kept sleep best: %(kept)s on average."),
    "exercise": N_("Of your plan you kept exercise best: %(kept)s on average."),
    "diet": N_("Of your plan you kept diet best: %(kept)s on average."),
    "practice": N_("Of your plan you kept stress practice best: %(kept)s on average."),
}
BEST_GENTLY = {
    "sleep": N_("Of your plan you kept sleep best."),
    "exercise": N_("Of your plan you kept exercise best."),
    "diet": N_("Of your plan you kept diet best."),
    "practice": N_("Of your plan you kept stress practice best."),
}
