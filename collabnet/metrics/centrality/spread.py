"""How far a network gathers around its most central actor."""

from math import fsum, nan, sqrt
from typing import Literal, TypeAlias, get_args

import numpy as np
import pandas as pd

from collabnet.engine import Floats, component_labels
from collabnet.engine import betweenness as betweenness_of
from collabnet.metrics.arrays import Given, csr_along, csr_of, of_network, read
from collabnet.metrics.centrality.activity import degree
from collabnet.metrics.centrality.distance import ClosenessVariant, closeness
from collabnet.metrics.centrality.leading import EigenvectorVariant, eigenvector
from collabnet.metrics.options import Direction, check_option
from collabnet.model.errors import AssumptionError
from collabnet.model.network import Network

Of: TypeAlias = Literal[
    "degree",
    "in_degree",
    "out_degree",
    "total_degree",
    "betweenness",
    "closeness",
    "in_closeness",
    "out_closeness",
    "eigenvector",
    "in_eigenvector",
    "out_eigenvector",
]
CentralizationVariant: TypeAlias = Literal["star", "sna", "igraph"]


def centralization(
    network: Given, *, of: Of = "degree", variant: CentralizationVariant = "star"
) -> pd.DataFrame:
    """Sum how far the actors fall short of the most central one, as a share of a star's sum.

    Degree, closeness and eigenvector ignore the direction of ties, betweenness goes along it;
    what begins with in, out or total is for directed networks. A star with as many actors has
    1, a ring 0. Undefined with fewer than three actors, for closeness and eigenvector in a
    network of several components, and for closeness of one direction where not everybody reaches
    everybody. After Freeman (1979), Social Networks 1, 215-239.

    Parameters
    ----------
    of : the centrality; "total_degree" adds in- and out-degree up
    variant : "sna" and "igraph" do with closeness and eigenvector as those programs do. "sna":
        closeness is 0 where somebody is out of reach; eigenvector is that of the network as a
        whole, and its star's sum (n-2)/sqrt(2). "igraph": closeness is that within reach;
        eigenvector's largest score is 1, its star's sum n-2

    Returns
    -------
    DataFrame, one row
        centralization : float, 0 to 1, for eigenvector a little more where a star ends in a long
        tail, for sna's closeness of one direction up to n/(n-1); NaN where undefined

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If it is to be of one direction of an undirected network.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> centralization(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       centralization
    0             1.0
    """
    given = read(network, "centralization")
    check_option("centralization", "centrality", of, get_args(Of))
    check_option("centralization", "variant", variant, get_args(CentralizationVariant))
    way, _, what = of.rpartition("_")
    if way and not given.is_directed:
        raise AssumptionError(
            f"centralization of {of!r} needs a directed network; this one is undirected. Ask for "
            f"{what!r}."
        )
    n = len(given.actor_ids)
    value = nan
    if n > 2:
        values = _values(given, way, what, variant)
        star = _star(n, of, variant, is_directed=given.is_directed)
        # A star has 1 and a ring 0, however values were rounded: eigenvectors to 12 digits.
        decimals = 11 if "eigenvector" in of else 14
        value = round(fsum((values.max() - values).tolist()) / star, decimals)
    return of_network(settings={"of": of, "variant": variant}, centralization=value)


def _values(network: Network, way: str, what: str, variant: CentralizationVariant) -> Floats:
    along: Direction = "in" if way == "in" else "out" if way else "ignored"
    if what == "betweenness":
        return betweenness_of(csr_of(network, directed=network.is_directed))
    if what == "closeness":
        within: ClosenessVariant = "within_reach" if variant == "igraph" else "freeman"
        near = closeness(network, direction=along, variant=within)["closeness"]
        return (near.fillna(0.0) if variant == "sna" else near).to_numpy()
    if what == "eigenvector":
        whole: EigenvectorVariant = "igraph" if variant == "igraph" else "sna"
        scores = eigenvector(network, direction=along, variant=whole)["eigenvector"].to_numpy()
        is_apart = component_labels(csr_along(network, "ignored")).any()
        return np.full(scores.size, nan) if is_apart and variant == "star" else scores
    if way == "total":
        return degree(network)["degree"].to_numpy(np.float64)
    return np.diff(csr_along(network, along).indptr).astype(np.float64)


def _star(n: int, of: Of, variant: CentralizationVariant, *, is_directed: bool) -> float:
    """What the shortfalls add up to in a star of as many actors."""
    if of == "eigenvector" and variant != "star":
        return (n - 2) / (1 if variant == "igraph" else sqrt(2))
    sums: dict[Of, float] = {
        "degree": (n - 1) * (n - 2),
        "in_degree": (n - 1) ** 2,
        "out_degree": (n - 1) ** 2,
        "total_degree": 2 * (n - 1) * (n - 2),
        "betweenness": (n - 1) ** 2 * (n - 2) / (1 if is_directed else 2),
        "closeness": (n - 1) * (n - 2) / (2 * n - 3),
        "in_closeness": (n - 1) ** 2 / n,
        "out_closeness": (n - 1) ** 2 / n,
        "eigenvector": ((n - 1) - sqrt(n - 1)) / sqrt(2),
        "in_eigenvector": n - 1,
        "out_eigenvector": n - 1,
    }
    return sums[of]
