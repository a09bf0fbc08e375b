"""What became of referrals, per pathway, service or receiving agency. Never per person."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from collabnet.engine import Ints
from collabnet.engine.work import in_parts
from collabnet.model import Coalition
from collabnet.model.errors import CollabnetError
from collabnet.risk.outcomes.counting import COUNTS, SHARES, counted, shares
from collabnet.risk.outcomes.referred import GOALS, Goal, Log, Waits, last_seen, referred
from collabnet.risk.outcomes.result import KEYS, By, Key, Outcomes
from collabnet.risk.outcomes.say import notes, sentence
from collabnet.risk.outcomes.waiting import summary

_PART = 50


def outcomes(coalition: Coalition, by: By = "pathway") -> Outcomes:
    """Find out what became of referrals: acknowledged, accepted, served, closed; and how soon.

    A status says what is known at last. What comes before is implied: a referral that was served
    was accepted, and one that was accepted was acknowledged. A referral without a word since it
    was sent is unknown, not "not served"; of one that is only said to be open, or cancelled, it
    is unknown whether anybody accepted it. Only referrals from one agency to another within the
    period observed count. Nothing is said of single people.

    Time to a step: referrals that are open count as waiting up to the last day known (censored).
    The median is Kaplan-Meier's: those declined or cancelled leave the count on that day, as if
    they had gone on waiting. Of all that were sent, the share reached within 14 and 30 days is
    Aalen-Johansen's, which counts them as ended; Kaplan-Meier's, which is never smaller, stands
    beside it. The log has one day for each referral: of one that was served it is known only
    that it was accepted by then, so days to acceptance are at most what is given.

    Parameters
    ----------
    by : "pathway" (from one agency to another), "service", "receiver" (the receiving agency), or
        "all" for one row

    Returns
    -------
    Outcomes, with ``table`` (one row for each, sorted by id) and ``times`` (two rows for each)
        - from_agency, to_agency, or service : str; of a service "" where none is named
        - n_sent : int, all of them
        - n_known : int, those whose status says more than that they were sent
        - n_acknowledged, n_accepted, n_served : int, with those further on
        - n_declined, n_waitlisted, n_closed_unreached, n_cancelled : int, of this status
        - n_open : int, with a status, and not at an end
        - n_decided : int, accepted or declined
        - n_ended : int, served, closed without reaching the client, declined or cancelled
        - n_no_word, n_not_listed : int, only known to be sent; with a status that no list has
        - n_unknown : int, those two and the ones that are only said to be open or cancelled: it
          isn't known whether anybody acknowledged or accepted them
        - acknowledged_of_sent, accepted_of_sent, accepted_of_decided, served_of_sent,
          served_of_accepted, ended_of_sent : float, 0 to 1; NaN of fewer than 6, and where no
          status says anything of it. Those unknown count as sent: what is really so may be more

    and in ``times``
        - goal : "accepted" or "served"
        - n_timed : int, with the days that are needed: the sum of n_reached, n_otherwise (declined,
          cancelled; before service also closed unreached) and n_waiting
        - n_at_latest : int, of those reached, known only to have been by the day of a later step
        - n_unsaid : int, of the others, those whose status doesn't say whether they reached it.
          Where there are any, shares are the least that can be, and days the most
        - n_odd_dates, n_undated, n_unread : int, left out: the status is dated before the
          referral; a day is missing; nothing can be read from the status, or nothing of this
          goal from any of the row
        - median_days, median_ci_low, median_ci_high : float, days; NaN where half aren't reached by
          the last day, and of fewer than 6
        - within_14_share, ..._ci_low, ..._ci_high : float, 0 to 1, Aalen-Johansen; and 30 days; NaN
          where nobody was followed so long
        - within_14_km_share : float, 0 to 1, Kaplan-Meier; and 30 days

    Raises
    ------
    CollabnetError
        If ``by`` is something else.

    Examples
    --------
    >>> import collabnet as cn
    >>> found = cn.outcomes(cn.load("sample:site_b"))
    >>> found.table.loc[0, ["n_sent", "n_acknowledged", "n_accepted", "n_served"]].tolist()
    [48, 41, 35, 25]
    """
    if by not in KEYS:
        raise CollabnetError(f"by needs one of {', '.join(KEYS)}; got {by!r}. Choose one.")
    frame, n_outside = referred(coalition)
    until = last_seen(coalition, frame)
    log = Log(frame, until)
    groups = _groups(frame, by)
    keys = sorted(groups)
    rows = [_Row(key, groups[key], log) for key in keys]

    def waits_of(begin: int, end: int) -> list[dict[Goal, Waits]]:
        return [{goal: log.waits(one.rows, goal) for goal in GOALS} for one in rows[begin:end]]

    parts = in_parts(waits_of, len(rows), part=_PART, what="how long referrals waited")
    waits: dict[tuple[Key, Goal], Waits] = {}
    for one, found in zip(rows, (one for part in parts for one in part), strict=True):
        waits |= {(one.key, goal): found[goal] for goal in GOALS}
    every = np.arange(len(frame))
    whole = {goal: log.waits(every, goal) for goal in GOALS}
    total = counted(log.statuses)
    return Outcomes(
        by=by,
        table=_table(rows, by),
        times=_times(rows, by, waits),
        until=until,
        sentence=sentence(total, summary(whole["accepted"]), n_outside),
        notes=tuple(notes(total, whole, until, n_outside)),
        waits=waits,
    )


class _Row:
    """A row: its key, the referrals that belong to it, and how many became what."""

    def __init__(self, key: Key, rows: Ints, log: Log) -> None:
        self.key = key
        self.rows = rows
        self.counts = counted(log.statuses[i] for i in rows)


def _groups(frame: pd.DataFrame, by: By) -> Mapping[Key, Ints]:
    """The places of the referrals of each row; all referrals are a row however few there are."""
    found: defaultdict[Key, list[int]] = defaultdict(list)
    if by == "all":
        found[()] = []
    columns = [frame[column].astype("str").tolist() for column in KEYS[by]]
    for place in range(len(frame)):
        found[tuple(column[place] for column in columns)].append(place)
    return {key: np.array(places, dtype=np.intp) for key, places in found.items()}


def _table(rows: list[_Row], by: By) -> pd.DataFrame:
    made = [
        {**dict(zip(KEYS[by], one.key, strict=True)), **one.counts, **dict(shares(one.counts))}
        for one in rows
    ]
    kinds = dict.fromkeys(COUNTS, "int64") | dict.fromkeys(SHARES, "float64")
    return _typed(made, [*KEYS[by], *COUNTS, *SHARES], kinds)


def _times(rows: list[_Row], by: By, waits: Mapping[tuple[Key, Goal], Waits]) -> pd.DataFrame:
    made = [
        {
            **dict(zip(KEYS[by], one.key, strict=True)),
            "goal": goal,
            **summary(waits[one.key, goal]),
        }
        for one in rows
        for goal in GOALS
    ]
    columns = list(summary(Waits.none()))
    kinds = {name: "int64" if name.startswith("n_") else "float64" for name in columns}
    return _typed(made, [*KEYS[by], "goal", *columns], kinds)


def _typed(
    made: list[dict[str, Any]], columns: list[str], kinds: Mapping[str, str]
) -> pd.DataFrame:
    """A frame whose columns have the same kinds without a row."""
    found = pd.DataFrame(made, columns=columns)
    return found.astype({name: kinds.get(name, "str") for name in columns})
