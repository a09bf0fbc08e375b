"""How the network falls apart while actors leave one after the other."""

from typing import Literal, TypeAlias, get_args

import numpy as np
import pandas as pd

from collabnet.engine import betweenness
from collabnet.engine.csr import Csr, Floats, Ints
from collabnet.engine.parts.leaving import (
    by_betweenness_left,
    by_degree_left,
    by_value,
    largest_left,
    surroundings,
)
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, csr_of, labels, of_network, read
from collabnet.metrics.options import check_count, check_option
from collabnet.model import Network
from collabnet.model.errors import AssumptionError

Order: TypeAlias = Literal["degree", "betweenness", "random"]
"""By what actors leave: the most central first, or whoever."""
MOST_LOOKS = 10**13
"""Entries that adaptive betweenness looks at, at most; some hours."""


def robustness(
    network: Given,
    *,
    order: Order = "degree",
    adaptive: bool = True,
    draws: int = 100,
    seed: int = 1,
) -> pd.DataFrame:
    """How large the largest component is after each of the actors has left, one by one.

    Direction and strength of ties are ignored. Of those tied in degree or betweenness, what
    surrounds them decides (the degrees up to ten steps away, in a fixed order without meaning),
    and if they are alike in that too, the network's order of actors. After Schneider, Moreira,
    Andrade, Havlin and Herrmann (2011), PNAS 108, 3838-3841. Time: O(n + m) for a curve;
    adaptive, by degree O((n + m) log n), by betweenness n times betweenness.

    Parameters
    ----------
    order : "degree" and "betweenness", highest first; "random", the mean over ``draws`` orders
    adaptive : whether degree or betweenness is counted anew after each leaving
    draws, seed : for random orders: how many, and where they begin

    Returns
    -------
    DataFrame, one row per step, from everybody there to nobody
        n_removed : int, 0 to n
        actor_id : who left at this step; blank at the first, and with random orders
        largest : actors in the largest component, 0 to n; a mean with random orders
        largest_share : float, 0 to 1, of all there were

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such order, or no draw, or adaptive betweenness would take many hours.

    Examples
    --------
    >>> robustness(Network.from_pairs([("hub", end) for end in "abcd"])).head(3)
       n_removed actor_id  largest  largest_share
    0          0               5.0            1.0
    1          1      hub      1.0            0.2
    2          2        a      1.0            0.2
    """
    given = read(network, "robustness")
    sizes, leavers, settings = _curve(given, "robustness", order, adaptive, draws, seed)
    who = ["", *("" if v < 0 else given.actor_ids[v] for v in leavers.tolist())]
    table = pd.DataFrame(
        {
            "n_removed": np.arange(sizes.size),
            "actor_id": labels(who),
            "largest": sizes,
            "largest_share": sizes / (sizes.size - 1),
        }
    )
    table.attrs["settings"] = settings
    return table


def robustness_r(
    network: Given,
    *,
    order: Order = "degree",
    adaptive: bool = True,
    draws: int = 100,
    seed: int = 1,
) -> pd.DataFrame:
    """One number for how well the network holds while actors leave, the most tied first.

    R = (1/n) sum over q = 1 to n of the largest component's share of all actors after q have
    left. Direction and strength of ties are ignored; ties in rank as in :func:`robustness`. After
    Schneider, Moreira, Andrade, Havlin and Herrmann (2011), PNAS 108, 3838-3841.

    Parameters
    ----------
    order, adaptive, draws, seed : as for :func:`robustness`

    Returns
    -------
    DataFrame, one row
        robustness_r : float, (n-1)/n^2 (no ties) to (n-1)/(2n) (everybody tied to everybody)

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such order, or no draw, or adaptive betweenness would take many hours.

    Examples
    --------
    >>> robustness_r(Network.from_pairs([("hub", end) for end in "abcd"]))
       robustness_r
    0          0.16
    """
    given = read(network, "robustness_r")
    sizes, _, settings = _curve(given, "robustness_r", order, adaptive, draws, seed)
    return of_network(settings=settings, robustness_r=sizes[1:].sum() / (sizes.size - 1) ** 2)


def _curve(
    network: Network, measure: str, order: Order, adaptive: bool, draws: int, seed: int
) -> tuple[Floats, Ints, dict[str, object]]:
    check_option(measure, "order", order, get_args(Order))
    check_count(measure, "draws", draws)
    check_count(measure, "seed", seed, least=0)
    csr = csr_of(network, directed=False)
    rank = surroundings(csr)
    settings: dict[str, object] = {
        "order": order,
        "adaptive": adaptive,
        "draws": draws,
        "seed": seed,
    }
    if order == "random":
        return _at_random(csr, rank, draws, seed), np.full(csr.n, -1), settings
    if adaptive and order == "betweenness" and csr.n**2 * (csr.n + csr.indices.size) > MOST_LOOKS:
        raise AssumptionError(
            f"{measure} by betweenness counted anew after each leaving takes many hours with "
            f"{csr.n:,} actors and {csr.indices.size // 2:,} ties. Count it once (adaptive=False), "
            "take the order 'degree', or leave actors out with network.without([...])."
        )
    if adaptive:
        leavers = by_degree_left(csr, rank) if order == "degree" else by_betweenness_left(csr, rank)
    else:
        values = np.diff(csr.indptr).astype(np.float64) if order == "degree" else betweenness(csr)
        leavers = by_value(values, rank)
    return largest_left(csr, leavers).astype(np.float64), leavers, settings


def _at_random(csr: Csr, rank: Ints, draws: int, seed: int) -> Floats:
    """The mean curve; each draw has a stream of its own, on an order free of the input's."""
    actors = np.argsort(rank)

    def work(begin: int, end: int) -> Ints:
        streams = [np.random.default_rng([seed, draw]) for draw in range(begin, end)]
        curves = [largest_left(csr, actors[one.permutation(csr.n)]) for one in streams]
        together: Ints = np.sum(curves, axis=0)
        return together

    part = max(1, 1_000_000 // (csr.n + csr.indices.size + 1))
    total = sum(in_parts(work, draws, part=part, what="robustness at random"))
    return np.asarray(total, dtype=np.float64) / draws
