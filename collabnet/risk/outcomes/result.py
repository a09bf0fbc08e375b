"""What became of referrals: a value of tables, with the sentences that say how to read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Literal

import pandas as pd

from collabnet.model.errors import CollabnetError
from collabnet.risk.outcomes.referred import GOALS, Goal, Waits
from collabnet.risk.outcomes.waiting import curve

By = Literal["all", "pathway", "service", "receiver"]
KEYS: dict[By, tuple[str, ...]] = {
    "all": (),
    "pathway": ("from_agency", "to_agency"),
    "service": ("service",),
    "receiver": ("to_agency",),
}
Key = tuple[str, ...]


@dataclass(frozen=True, eq=False, repr=False)
class Outcomes:
    """What became of the referrals of a coalition, as `outcomes` finds it.

    Attributes
    ----------
    by : what a row is about
    table : counts and shares, one row for each pathway, service or receiving agency
    times : days to acceptance and to service, two rows for each
    until : the day up to which what became of referrals is known; None without any date
    sentence : what was found, in all
    notes : what a reader should know: what was left out, and how open ones are counted
    """

    by: By
    table: pd.DataFrame
    times: pd.DataFrame
    until: date | None
    sentence: str
    notes: tuple[str, ...]
    waits: Mapping[tuple[Key, Goal], Waits]

    def curve(self, goal: str, *key: str) -> pd.DataFrame:
        """Give the days to a step as curves, with both ways of treating those declined.

        Parameters
        ----------
        goal : "accepted" or "served"
        key : the row: the two agencies' ids of a pathway, a service, a receiving agency's id;
            nothing where all referrals are one row

        Returns
        -------
        DataFrame, one row per different number of days from 0 on; none for fewer than six
            - day : float, days since the referral
            - n_waiting, n_reached, n_otherwise, n_open : int, waiting just before; on this day
              reached, ended otherwise, last seen waiting
            - still_waiting_share, ..._ci_low, ..._ci_high : float, 0 to 1, Kaplan-Meier: still
              waiting if those who ended otherwise had waited on
            - reached_share, ..._ci_low, ..._ci_high : float, 0 to 1, Aalen-Johansen: reached, of
              all that were sent

        Raises
        ------
        CollabnetError
            If there is no such step or row.

        Examples
        --------
        >>> import collabnet as cn
        >>> found = cn.outcomes(cn.load("sample:site_b"))
        >>> steps = found.curve("accepted", "court_b", "residential_program")
        >>> steps.loc[steps["day"] <= 14, "reached_share"].round(2).tolist()[-1]
        0.34
        """
        step = next((one for one in GOALS if one == goal), None)
        if step is None:
            raise CollabnetError(f"A curve needs accepted or served; got {goal!r}. Choose one.")
        if (key, step) not in self.waits:
            shown = " to ".join(repr(one) for one in key) or "nothing"
            raise CollabnetError(
                f"A curve needs a row of the table, by {' and '.join(KEYS[self.by]) or 'all'}; "
                f"got {shown}. The rows are in .table."
            )
        return curve(self.waits[key, step])

    def __repr__(self) -> str:
        shown = self.table.iloc[:, : len(KEYS[self.by]) + 8].to_string(index=False)
        return "\n".join([self.sentence, "", shown, *(f"Note: {one}" for one in self.notes)])

    def _repr_html_(self) -> str:
        """Show the sentence, both tables and the notes in a notebook; every name is escaped."""
        shown = "".join(
            one.to_html(index=False, border=0, na_rep="not given", escape=True)
            for one in (self.table, self.times)
        )
        notes = "".join(f"<p><small>{escape(one)}</small></p>" for one in self.notes)
        return f"<div><p>{escape(self.sentence)}</p>{shown}{notes}</div>"
