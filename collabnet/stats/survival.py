"""How long something takes when some of it is still open: Kaplan-Meier and Aalen-Johansen."""

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike
from scipy.special import ndtri

from collabnet.engine import Bools, Floats, Ints
from collabnet.model.errors import CollabnetError

Median: TypeAlias = tuple[float, float, float]
Columns: TypeAlias = Mapping[str, Floats | Ints]
_Z = float(ndtri(0.975))
_NEAR = 1e-12
"""What only rounding keeps from a half, from none or from all is a half, none or all."""


def kaplan_meier(days: ArrayLike, has_ended: ArrayLike) -> pd.DataFrame:
    """Give the share that is still waiting after each day, where some haven't ended yet.

    Those that haven't ended are censored: they count as waiting up to their last day, and leave
    the count after it. The interval is Greenwood's on the log-log scale. After Kaplan and Meier
    (1958), J. Am. Stat. Assoc. 53, 457-481; Kalbfleisch and Prentice (1980). Time: O(n log n).

    Parameters
    ----------
    days : float, 0 or more, shape (n,): how long each waited, or has waited so far
    has_ended : bool, shape (n,): False where it still waits

    Returns
    -------
    DataFrame, one row per different number of days, from 0 on
        day : float
        n_at_risk : int, waiting just before
        n_ended : int, ended on this day
        n_open : int, last seen waiting on this day
        waiting : float, 0 to 1, share still waiting after it
        ci_low, ci_high : float, the 95 % interval; both 1 before anything has ended, both 0 once
            all have

    Raises
    ------
    CollabnetError
        If there is nothing to follow, a number of days is negative or missing, or the lengths
        differ.

    Examples
    --------
    >>> found = kaplan_meier([2, 3, 3, 5], [True, True, False, True])
    >>> found["waiting"].tolist()
    [1.0, 0.75, 0.5, 0.0]
    """
    return pd.DataFrame(waiting_columns(days, has_ended))


def waiting_columns(days: ArrayLike, has_ended: ArrayLike) -> Columns:
    """Give the columns of `kaplan_meier` as arrays: for thousands of short curves."""
    took, ends = _checked("kaplan_meier", days, has_ended)
    day, at_risk, ended, opened = _counted(took, ends > 0, ends == 0)
    waiting = np.cumprod(1 - ended / at_risk, dtype=np.float64)
    left = at_risk - ended
    # Where all have ended there is no variance to add: the share is 0 whatever it was before.
    added: Floats = np.divide(ended, at_risk * left, out=np.zeros(day.size), where=left > 0)
    low, high = _log_log(waiting, np.sqrt(np.cumsum(added)))
    return {
        "day": day,
        "n_at_risk": at_risk,
        "n_ended": ended,
        "n_open": opened,
        "waiting": waiting,
        "ci_low": low,
        "ci_high": high,
    }


def cumulative_incidence(days: ArrayLike, ends: ArrayLike, *, of: int = 1) -> pd.DataFrame:
    """Give the share that has ended in one way up to each day, where others end otherwise.

    With Kaplan-Meier those that end otherwise count as if they still waited, which says too much
    of how many will end in this way. Here they count as ended otherwise. Several ends on one day
    are taken together, not put in an order by chance. After Aalen and Johansen (1978), Scand. J.
    Stat. 5, 141-150; the interval by the delta method on the log-log scale, as Collett (2014),
    Modelling Survival Data in Medical Research, 3rd edition, chapter 12. Time: O(n log n).

    Parameters
    ----------
    days : float, 0 or more, shape (n,): how long each waited, or has waited so far
    ends : int, shape (n,): how it ended; 0 where it still waits
    of : the end that is asked about, 1 or more

    Returns
    -------
    DataFrame, one row per different number of days, from 0 on
        day : float
        n_at_risk : int, waiting just before
        n_ended : int, ended in this way on this day
        n_otherwise : int, ended in another way
        ended : float, 0 to 1, share of all that has ended in this way
        ci_low, ci_high : float, the 95 % interval; both 0 before anything has ended in this way

    Raises
    ------
    CollabnetError
        As `kaplan_meier`.

    Examples
    --------
    >>> found = cumulative_incidence([2, 3, 4, 5], [1, 2, 1, 0])
    >>> found["ended"].tolist()
    [0.0, 0.25, 0.25, 0.5, 0.5]
    """
    return pd.DataFrame(incidence_columns(days, ends, of=of))


def incidence_columns(days: ArrayLike, ends: ArrayLike, *, of: int = 1) -> Columns:
    """Give the columns of `cumulative_incidence` as arrays: for thousands of short curves."""
    took, how = _checked("cumulative_incidence", days, ends)
    if of < 1:
        raise CollabnetError(f"of needs an end, 1 or more; got {of}. 0 stands for waiting.")
    day, at_risk, ended, others = _counted(took, how == of, (how > 0) & (how != of))
    either = ended + others
    before = np.concatenate([[1.0], np.cumprod(1 - either / at_risk)[:-1]])
    share = np.cumsum(before * ended / at_risk)
    low, high = _log_log(share, np.sqrt(_variance(share, before, at_risk, ended, either)), up=True)
    return {
        "day": day,
        "n_at_risk": at_risk,
        "n_ended": ended,
        "n_otherwise": others,
        "ended": share,
        "ci_low": low,
        "ci_high": high,
    }


def median_wait(curve: pd.DataFrame | Columns) -> Median:
    """Give the first day by which half have ended, with its 95 % interval.

    Parameters
    ----------
    curve : as `kaplan_meier` or `waiting_columns` gives it

    Returns
    -------
    tuple of three floats, days: the median, the low and the high end of the interval; NaN where
        more than half are still waiting at the end, and for an end of the interval that lies
        beyond the last day. The interval holds the days on which half is inside that of the
        share (Brookmeyer and Crowley 1982, Biometrics 38, 29-41). Where exactly half wait for some
        days, R's survfit gives the middle of these, this function the first

    Examples
    --------
    >>> median_wait(kaplan_meier([2, 3, 4, 9], [True, True, True, True]))
    (3.0, 2.0, 9.0)
    """
    day = np.asarray(curve["day"])
    median, low, high = (
        _first(day, np.asarray(curve[column]) <= 0.5 + _NEAR)
        for column in ("waiting", "ci_low", "ci_high")
    )
    return median, low, high


def at_day(curve: pd.DataFrame | Columns, column: str, day: float) -> float:
    """Read a curve after so many days.

    Returns
    -------
    float; NaN after the last day that anybody was followed, unless nobody was left by then

    Examples
    --------
    >>> curve = kaplan_meier([2, 3, 6], [True, False, False])
    >>> at_day(curve, "n_at_risk", 4), at_day(curve, "n_at_risk", 7)
    (2.0, nan)
    """
    days = np.asarray(curve["day"])
    if day > days[-1]:
        ends = [name for name in ("n_ended", "n_otherwise") if name in curve]
        gone = sum(np.asarray(curve[name])[-1] for name in ends)
        if gone < np.asarray(curve["n_at_risk"])[-1]:
            return float("nan")
    return float(np.asarray(curve[column])[np.searchsorted(days, day, side="right") - 1])


def _checked(name: str, days: ArrayLike, ends: ArrayLike) -> tuple[Floats, Ints]:
    took, how = np.asarray(days, dtype=np.float64), np.asarray(ends).astype(np.intp)
    if took.ndim != 1 or took.shape != how.shape or not took.size:
        raise CollabnetError(
            f"{name} needs two lists of one length, with something in them; got {took.size} "
            f"numbers of days and {how.size} ends. Give one end for each."
        )
    odd = took[~(np.isfinite(took) & (took >= 0))]
    if odd.size:
        raise CollabnetError(
            f"{name} needs numbers of days, 0 or more; got {odd[0]:g}. Leave out what has none."
        )
    if (how < 0).any():
        raise CollabnetError(
            f"{name} needs ends from 0 (still waiting) on; got {int(how.min())}. Number them anew."
        )
    return took, how


def _counted(took: Floats, first: Bools, second: Bools) -> tuple[Floats, Ints, Ints, Ints]:
    """The days from 0 on, who waits just before each, and how many of two kinds it has."""
    day, place = np.unique(np.concatenate([[0.0], took]), return_inverse=True)
    place = place[1:]
    leaving = np.bincount(place, minlength=day.size)
    at_risk = took.size - np.concatenate([[0], np.cumsum(leaving)[:-1]])
    some, others = (np.bincount(place[one], minlength=day.size) for one in (first, second))
    return day, at_risk, some, others


def _variance(share: Floats, before: Floats, at_risk: Ints, ended: Ints, either: Ints) -> Floats:
    """The variance of the share at each day: sums over the days up to it, by their moments."""
    left = at_risk - either
    moved = np.divide(either, at_risk * left, out=np.zeros(share.size), where=left > 0)
    crossed = before * ended / at_risk**2
    own = before**2 * ended * (at_risk - ended) / at_risk**3
    squares = [np.cumsum(moved * share**power) for power in (0, 1, 2)]
    first = share**2 * squares[0] - 2 * share * squares[1] + squares[2]
    third = share * np.cumsum(crossed) - np.cumsum(crossed * share)
    return np.maximum(first + np.cumsum(own) - 2 * third, 0)


def _log_log(share: Floats, error: Floats, *, up: bool = False) -> tuple[Floats, Floats]:
    """The 95 % interval of shares on the log-log scale; none where nothing varies yet.

    ``error`` is that of the share (``up``), else that of its logarithm.
    """
    inside = (share > _NEAR) & (share < 1 - _NEAR)
    logs = np.log(share, out=np.full(share.size, -1.0), where=inside)
    scale = -logs * share if up else -logs
    spread = np.exp(np.divide(_Z * error, scale, out=np.zeros(share.size), where=inside))
    low, high = (np.where(inside, np.exp(logs * by), share) for by in (spread, 1 / spread))
    return low, high


def _first(day: Floats, is_reached: Bools) -> float:
    return float(day[is_reached.argmax()]) if is_reached.any() else float("nan")
