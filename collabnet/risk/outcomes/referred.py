"""The referrals between agencies as outcomes take them: what each came to, and how soon."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import numpy as np
import pandas as pd

from collabnet.engine import Bools, Floats, Ints
from collabnet.model import Coalition
from collabnet.risk.outcomes.statuses import MEANINGS, meaning

Goal = Literal["accepted", "served"]
GOALS: tuple[Goal, ...] = ("accepted", "served")
OPEN, REACHED, OTHERWISE = 0, 1, 2


@dataclass(frozen=True)
class Waits:
    """How long some referrals waited for a step, or have waited so far.

    Attributes
    ----------
    days : days from the referral to the step, to another end, or to the last day seen
    ends : 0 still waiting, 1 reached, 2 ended otherwise
    n_at_latest : of those reached, how many are only known to have been by that day
    n_unsaid : of the others, how many may have reached it: their status doesn't say
    n_odd, n_undated : left out: dated before the referral; without the day that is needed
    n_unread : left out, since nothing can be read from their status
    """

    days: Ints
    ends: Ints
    n_at_latest: int
    n_unsaid: int
    n_odd: int
    n_undated: int
    n_unread: int

    @classmethod
    def none(cls) -> "Waits":
        """Nothing waited for anything."""
        nothing = np.zeros(0, dtype=np.intp)
        return cls(nothing, nothing, 0, 0, 0, 0, 0)

    @property
    def n_left_out(self) -> int:
        """Referrals that no time is known of."""
        return self.n_odd + self.n_undated + self.n_unread


def referred(coalition: Coalition) -> tuple[pd.DataFrame, int]:
    """Give the referrals between agencies within the period, and how many lie outside it."""
    log = coalition.log()
    log = log[log["from_agency"] != log["to_agency"]]
    if coalition.period is None:
        return log.reset_index(drop=True), 0
    first, last = pd.Timestamp(coalition.period.start), pd.Timestamp(coalition.period.end)
    is_out = (log["on"] < first) | (log["on"] > last)
    return log[~is_out].reset_index(drop=True), int(is_out.sum())


def last_seen(coalition: Coalition, log: pd.DataFrame) -> date | None:
    """Give the day up to which what became of referrals is known.

    The end of the period as stated, or the last day in the log where that is later. An end that
    lay in the future when the folder was read isn't among the settings: nothing is known of it.
    """
    days = pd.concat([log["on"], log["status_on"]]).dropna()
    found = [one for one in [coalition.settings.period_end] if one is not None]
    found += [days.max().date()] if len(days) else []
    return max(found, default=None)


class Log:
    """Referrals as arrays: the meaning of each status, and the days."""

    def __init__(self, log: pd.DataFrame, until: date | None) -> None:
        self.statuses = [str(one) for one in log["status"]]
        self._read = np.array([one in MEANINGS for one in self.statuses], dtype=bool)
        found = [meaning(one) for one in self.statuses]
        self._says: dict[Goal, Bools] = {
            goal: np.array([getattr(one, goal) != "unknown" for one in found], dtype=bool)
            for goal in GOALS
        }
        self._has_end = np.array([one.end != "" for one in found], dtype=bool)
        self._reached: dict[Goal, Bools] = {
            goal: np.array([getattr(one, goal) == "yes" for one in found], dtype=bool)
            for goal in GOALS
        }
        self._is_at: dict[Goal, Bools] = {
            goal: np.array([one == goal for one in self.statuses], dtype=bool) for goal in GOALS
        }
        on, status_on = (
            log[name].to_numpy().astype("datetime64[D]") for name in ("on", "status_on")
        )
        self._took = _days(status_on - on)
        end = np.datetime64(until, "D") if until is not None else np.datetime64("NaT", "D")
        self._so_far = _days(end - on)

    def waits(self, rows: Ints, goal: Goal) -> Waits:
        """Give how long some referrals waited for a step.

        A status has one day. Of a referral that was served, only this day is known: it was
        accepted by then at the latest. One whose status doesn't say whether it reached the step
        counts as one that didn't. Left out, "of all sent" would be said of those alone that
        somebody answered; so the shares are the least that can be, and the waits the longest.
        """
        says = self._says[goal][rows]
        # Where no status says anything, nobody seems to write down what became of them.
        read = self._read[rows] & bool(says.any())
        reached = self._reached[goal][rows]
        needs_day = reached | self._has_end[rows]
        took = np.where(needs_day, self._took[rows], self._so_far[rows])
        undated = read & np.isnan(took)
        odd = read & ~undated & (took < 0)
        kept = read & ~undated & ~odd
        ends = np.where(reached, REACHED, np.where(needs_day, OTHERWISE, OPEN))[kept]
        return Waits(
            days=took[kept].astype(np.intp),
            ends=ends.astype(np.intp),
            n_at_latest=int((reached & ~self._is_at[goal][rows] & kept).sum()),
            n_unsaid=int((~says & kept).sum()),
            n_odd=int(odd.sum()),
            n_undated=int(undated.sum()),
            n_unread=int((~read).sum()),
        )


def _days(spans: np.ndarray) -> Floats:
    """Time spans as days; NaN where one of both days is missing."""
    days = spans.astype("timedelta64[D]").astype(np.float64)
    days[np.isnat(spans)] = np.nan
    return days
