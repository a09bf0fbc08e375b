"""Components: parts of a network whose actors are joined by paths."""

from typing import Literal, TypeAlias

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints, component_labels, entry_rows
from collabnet.metrics.arrays import Given, by_actor, csr_of, read
from collabnet.metrics.options import check_option
from collabnet.model.network import Network

Variant: TypeAlias = Literal["weak", "strong"]
"""Direction ignored, or paths along the ties in both directions."""
VARIANTS: tuple[Variant, ...] = ("weak", "strong")


def components(network: Given, *, variant: Variant = "weak") -> pd.DataFrame:
    """Number the components and say of each actor which one it belongs to.

    ``weak``: a path joins any two, whatever the direction of its ties. ``strong``: any two
    reach each other along the ties. Numbered from 1 as they come in the network's order.
    Strengths aren't used; an isolate is a component of its own. Time: O(n + m).

    Returns
    -------
    DataFrame, one row per actor
        component : int, from 1
        component_size : int, actors in it, 1 to n

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such variant.

    Examples
    --------
    >>> apart = Network.from_pairs([("clinic", "outreach"), ("court", "shelter")])
    >>> components(apart)["component"].tolist()
    [1, 2, 1, 2]
    """
    given = read(network, "components")
    label = _labels(given, variant, "components")
    sizes = np.bincount(label)
    return by_actor(
        given, settings={"variant": variant}, component=label + 1, component_size=sizes[label]
    )


def component_sizes(network: Given, *, variant: Variant = "weak") -> pd.DataFrame:
    """List the components, the largest first, with their actors and ties counted.

    Numbered as in ``components``.

    Returns
    -------
    DataFrame, one row per component
        component : int, from 1
        n_actors : int, 1 to n
        n_ties : int, between its actors; each direction apart in a directed network
        actors_share : float, 0 to 1, of all actors

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such variant.

    Examples
    --------
    >>> pairs = [("clinic", "outreach"), ("court", "shelter"), ("shelter", "police")]
    >>> component_sizes(Network.from_pairs(pairs))
       component  n_actors  n_ties  actors_share
    0          2         3       2           0.6
    1          1         2       1           0.4
    """
    given = read(network, "component_sizes")
    label = _labels(given, variant, "component_sizes")
    csr = csr_of(given, directed=given.is_directed)
    sizes = np.bincount(label)
    first, second = label[entry_rows(csr)], label[csr.indices]
    ties = np.bincount(first[first == second], minlength=sizes.size)
    table = pd.DataFrame(
        {
            "component": np.arange(1, sizes.size + 1),
            "n_actors": sizes,
            "n_ties": ties if given.is_directed else ties // 2,
            "actors_share": sizes / csr.n,
        }
    ).sort_values(["n_actors", "component"], ascending=[False, True], ignore_index=True)
    table.attrs["settings"] = {"variant": variant}
    return table


def strong_labels(csr: Csr) -> Ints:
    """Label every actor with its strong component, numbered from 0 as they come.

    Examples
    --------
    >>> from collabnet.engine import build_csr
    >>> strong_labels(build_csr(4, [0, 1, 2, 3], [1, 2, 1, 0], directed=True)).tolist()
    [0, 1, 1, 2]
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    there = np.ones(csr.indices.size, dtype=np.int8)
    matrix = csr_array((there, csr.indices, csr.indptr), shape=(csr.n, csr.n))
    _, found = connected_components(matrix, connection="strong")
    _, first, place = np.unique(found, return_index=True, return_inverse=True)
    number = np.empty(first.size, dtype=np.int64)
    number[np.argsort(first)] = np.arange(first.size)
    labels: Ints = number[place]
    return labels


def _labels(network: Network, variant: Variant, measure: str) -> Ints:
    check_option(measure, "variant", variant, VARIANTS)
    if variant == "strong":
        return strong_labels(csr_of(network, directed=network.is_directed))
    return component_labels(csr_of(network, directed=False))
