"""The stretch of a record that a chart draws: whole weeks, the last ones of a history."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd

from recovery.history import History


def last_weeks(history: History, weeks: int) -> History:
    """The last weeks of a history that ends on a Sunday; the same history where it is no longer than that."""
    first = history.last - timedelta(days=7 * weeks - 1)
    if history.first >= first:
        return history
    start = np.datetime64(first, "s")

    def since(logs: pd.DataFrame) -> pd.DataFrame:
        days = logs["day"].to_numpy()
        return logs.iloc[int(np.searchsorted(days, start)) :].reset_index(drop=True)

    return replace(
        history,
        first=first,
        sleep=since(history.sleep),
        exercise=since(history.exercise),
        diet=since(history.diet),
        practice=since(history.practice),
    )


def mondays(history: History) -> pd.DatetimeIndex:
    """The Mondays of the whole weeks in a history that begins on one."""
    return pd.DatetimeIndex(history.days.to_numpy()[: len(history) // 7 * 7 : 7], name="week")
