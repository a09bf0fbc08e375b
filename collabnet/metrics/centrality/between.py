"""How many shortest paths run over an actor or a tie."""

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Floats, entry_rows
from collabnet.engine import betweenness as betweenness_of
from collabnet.engine import tie_betweenness as tie_betweenness_of
from collabnet.metrics.arrays import Given, by_actor, by_pair, read
from collabnet.metrics.centrality.paths import steps_along
from collabnet.metrics.options import Cost, Direction
from collabnet.model.network import Network


def betweenness(
    network: Given,
    *,
    direction: Direction = "out",
    cost: Cost = "unweighted",
    normalised: bool = False,
) -> pd.DataFrame:
    """Sum over pairs of others the share of their shortest paths that pass through an actor.

    End points score 0. Undirected pairs count once. Normalised by (n-1)(n-2)/2 pairs, twice
    that in a directed network. With cost "1/strength" a stronger tie is a shorter step;
    costs are exact, so that tied paths are told from nearly tied ones.
    After Freeman (1977) and Brandes (2001), J. Math. Sociol. 25, 163-177.

    Parameters
    ----------
    direction : "ignored" takes a directed network as undirected; "in" gives the same as "out"

    Returns
    -------
    DataFrame, one row per actor
        betweenness : float, 0 to the number of pairs; 0 to 1 if normalised, NaN with fewer
        than three actors, for there is no pair of others

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> betweenness(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  betweenness
    0    clinic          0.0
    1  outreach          1.0
    2   shelter          0.0
    """
    given = read(network, "betweenness")
    csr, costs = _steps(given, "betweenness", direction, cost)
    values = betweenness_of(csr, costs)
    if normalised:
        values = _share(values, (csr.n - 1) * (csr.n - 2) / (1 if csr.is_directed else 2))
    settings = {"direction": direction, "cost": cost, "normalised": normalised}
    return by_actor(given, settings=settings, betweenness=values)


def tie_betweenness(
    network: Given,
    *,
    direction: Direction = "out",
    cost: Cost = "unweighted",
    normalised: bool = False,
) -> pd.DataFrame:
    """Sum over pairs of actors the share of their shortest paths that run over a tie.

    The ends of the tie are a pair, too. Undirected pairs count once. Normalised by n(n-1)/2
    pairs, twice that in a directed network. Parallel ties are one. Costs as for betweenness.
    After Girvan and Newman (2002), PNAS 99, 7821-7826.

    Parameters
    ----------
    direction : "ignored" takes a directed network as undirected; "in" gives the same as "out"

    Returns
    -------
    DataFrame, one row per tie: from_id, to_id
        tie_betweenness : float, 0 to the number of pairs; 0 to 1 if normalised

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    CollabnetError
        If a strength is zero, negative or not a number, and the cost is made from it.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> tie_betweenness(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
        from_id     to_id  tie_betweenness
    0    clinic  outreach              2.0
    1  outreach   shelter              2.0
    """
    given = read(network, "tie_betweenness")
    csr, costs = _steps(given, "tie_betweenness", direction, cost)
    rows, columns = entry_rows(csr), csr.indices
    values = tie_betweenness_of(csr, costs)
    if not csr.is_directed:
        once = rows < columns
        rows, columns, values = rows[once], columns[once], values[once]
    if normalised:
        values = _share(values, csr.n * (csr.n - 1) / (1 if csr.is_directed else 2))
    settings = {"direction": direction, "cost": cost, "normalised": normalised}
    return by_pair(
        given, rows.tolist(), columns.tolist(), settings=settings, tie_betweenness=values
    )


def _steps(
    network: Network, measure: str, direction: Direction, cost: Cost
) -> tuple[Csr, list[int] | None]:
    # A path is one path whichever way it's walked: against the ties the same actors lie on it.
    return steps_along(network, measure, "out" if direction == "in" else direction, cost)


def _share(values: Floats, pairs: float) -> Floats:
    return values / pairs if pairs > 0 else np.full(values.size, np.nan)
