"""The jackknife: how sure a number of a network is, from leaving each actor out once."""

from collections.abc import Iterable
from itertools import chain
from math import sqrt

import numpy as np
import pandas as pd

from collabnet.engine import Floats
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, labels, read
from collabnet.metrics.groups.membership import rank
from collabnet.model.network import Network
from collabnet.stats.relations import check_actors
from collabnet.stats.result import Result
from collabnet.stats.statistic import Number, Statistic, statistic_of

Z = 1.959963984540054
"""Standard errors on both sides that hold 95 % of a normal distribution."""


def jackknife(network: Given, statistic: Statistic = "density") -> Result:
    """Give the standard error of a number of a network by leaving each actor out once.

    sqrt((n - 2) / (2n) sum of (Z_-i - mean)^2), where Z_-i is the number without actor i: the
    factor is for pairs that share actors. After Snijders and Borgatti (1999), Connections 22,
    61-70, with Frank and Snijders (1994), J. Off. Stat. 10, 53-67. Time: n times that of the
    statistic.

    Parameters
    ----------
    statistic : the name of a measure with one number for a network; one with its options; or a
        function that takes a network and gives a number

    Returns
    -------
    Result, with a table of one row
        statistic : str, its name
        estimate : float, of the whole network; NaN where undefined
        standard_error : float, 0 or more, in units of the statistic; NaN where the statistic of
            the network, or without one of the actors, is undefined
        ci_low, ci_high : float, estimate less and plus 1.96 standard errors: a 95 % interval as
            far as the number is spread normally; it may leave the range of the statistic
        n_actors : int

    Raises
    ------
    AssumptionError
        If there are fewer than 3 actors, or the statistic is not one number.
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> import collabnet as cn
    >>> g1 = cn.load("sample:g1").network(relations=["referral"]).to_networkx().to_undirected()
    >>> jackknife(g1, "density").row[["estimate", "standard_error"]].astype(float).round(4).tolist()
    [0.2857, 0.101]
    """
    name, number = statistic_of(statistic, "jackknife")
    given = read(network, "jackknife")
    check_actors(len(given.actor_ids), 3, "jackknife")
    estimate, without = number(given), left_out(given, number, name)
    error = standard_error(without)
    table = table_of(name, estimate, error, n_actors=len(given.actor_ids))
    return Result(table, say_estimate(name, estimate, error), undefined_note(name, without))


def left_out(network: Network, number: Number, name: str) -> Floats:
    """Give the number without each actor in turn, the actors in the order of their ids."""
    ids = sorted(network.actor_ids, key=rank)

    def work(begin: int, end: int) -> list[float]:
        return [number(network.without([actor])) for actor in ids[begin:end]]

    parts: Iterable[list[float]] = in_parts(
        work, len(ids), part=1, what=f"{name} without each actor"
    )
    return np.array(list(chain.from_iterable(parts)))


def standard_error(without: Floats) -> float:
    """Give the jackknife standard error of numbers with one actor left out each.

    Examples
    --------
    >>> standard_error(np.array([0.0, 0.5, 1.0, 0.5]))
    0.3535533905932738
    """
    n = without.size
    return sqrt((n - 2) / (2 * n) * float(((without - without.mean()) ** 2).sum()))


def table_of(name: str, estimate: float, error: float, **others: object) -> pd.DataFrame:
    """One row: the statistic, its standard error and interval."""
    return pd.DataFrame(
        {
            "statistic": labels([name]),
            "estimate": estimate,
            "standard_error": error if np.isfinite(estimate) else np.nan,
            "ci_low": estimate - Z * error,
            "ci_high": estimate + Z * error,
            **others,
        }
    )


def say_estimate(name: str, estimate: float, error: float) -> str:
    """Say an estimate and how sure it is."""
    said = name.replace("_", " ")
    if not np.isfinite(estimate + error):
        return f"How sure {said} is can't be told: it is undefined."
    return (
        f"The {said} is {estimate:.3f}, give or take {Z * error:.3f} (95 % interval, standard "
        f"error {error:.4f})."
    )


def undefined_note(name: str, found: Floats) -> tuple[str, ...]:
    """Say that the statistic is undefined in some of the networks looked at."""
    gone = int(np.count_nonzero(~np.isfinite(found)))
    if not gone:
        return ()
    return (f"Without {gone} of the {found.size} actors {name} is undefined.",)
