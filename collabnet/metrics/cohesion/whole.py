"""How closely knit a network is as a whole: density, and Krackhardt's dimensions."""

from math import fsum

import numpy as np
import pandas as pd

from collabnet.engine import (
    Csr,
    Ints,
    build_csr,
    component_labels,
    entry_rows,
    neighbour_lists,
    pairs_in_contact,
)
from collabnet.engine.parts.reach import marks_reached
from collabnet.engine.work import in_parts
from collabnet.metrics.arrays import Given, csr_of, of_network, read, strengths_along
from collabnet.metrics.cohesion.joined import strong_labels
from collabnet.metrics.options import Direction, Weights, check_option

AT_ONCE = 4096
"""Actors whose senders are looked for together, as bits of one number."""


def density(network: Given, *, weights: Weights = "unweighted") -> pd.DataFrame:
    """Say which share of the possible ties there is.

    Undirected m / [n(n-1)/2], directed m / [n(n-1)]. Parallel ties count once, self-ties not
    at all. With the weights ``strength`` the strengths are added up instead of the ties, so
    that the result is the mean strength of all pairs, 0 where there is no tie.
    After Wasserman and Faust (1994), Social Network Analysis, chapter 4.

    Returns
    -------
    DataFrame, one row
        n_actors : int
        n_ties : int, pairs of actors with a tie; each direction apart in a directed network
        density : float, 0 to 1, or in units of the ties; NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there are no such weights.
    CollabnetError
        If strengths are asked for and one is no number.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> density(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")])).round(4)
       n_actors  n_ties  density
    0         3       2   0.6667
    """
    given = read(network, "density")
    check_option("density", "weights", weights, ("unweighted", "strength"))
    csr = csr_of(given, directed=given.is_directed)
    ways = 1 if given.is_directed else 2
    n_ties = csr.indices.size // ways
    total = float(n_ties)
    if weights == "strength":
        total = fsum(strengths_along(given, "density")[1].tolist()) / ways
    possible = csr.n * (csr.n - 1) // ways
    return of_network(
        settings={"weights": weights},
        n_actors=csr.n,
        n_ties=n_ties,
        density=total / possible if possible else float("nan"),
    )


def connectedness(network: Given) -> pd.DataFrame:
    """Say which share of the pairs of actors is joined by a path.

    Direction and strength are ignored. It is 1 minus fragmentation F. After Krackhardt (1994),
    Graph theoretical dimensions of informal organizations. Time: O(n + m).

    Returns
    -------
    DataFrame, one row
        connectedness : float, 0 (no ties) to 1 (one component); NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> apart = Network.from_pairs([("clinic", "outreach"), ("shelter", "court")])
    >>> connectedness(apart).round(4)
       connectedness
    0         0.3333
    """
    given = read(network, "connectedness")
    joined = pairs_in_contact(component_labels(csr_of(given, directed=False)))
    possible = len(given.actor_ids) * (len(given.actor_ids) - 1) // 2
    return of_network(connectedness=joined / possible if possible else float("nan"))


def krackhardt_efficiency(network: Given, *, direction: Direction = "out") -> pd.DataFrame:
    """Say how few ties there are beyond those that hold each component together.

    1 - (m - sum of (N-1)) / sum of [N(N-1) - (N-1)] over the components with N actors. In an
    undirected network, and with the direction ``ignored``, ties and possible ties are pairs:
    N(N-1)/2 in place of N(N-1). Strengths aren't used. After Krackhardt (1994), Graph
    theoretical dimensions of informal organizations. Time: O(n + m).

    Parameters
    ----------
    direction : "out" or "in" count ties as they are; "ignored" counts a pair's two ties once

    Returns
    -------
    DataFrame, one row
        krackhardt_efficiency : float, 0 (every possible tie) to 1 (no tie too many); NaN if
        no component has room for a further tie, as where all actors are isolates

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If there is no such direction.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> tree = Network.from_pairs([("head", "a"), ("head", "b"), ("b", "c")], is_directed=True)
    >>> krackhardt_efficiency(tree)
       krackhardt_efficiency
    0                    1.0
    """
    given = read(network, "krackhardt_efficiency")
    check_option("krackhardt_efficiency", "direction", direction, ("out", "in", "ignored"))
    is_directed = given.is_directed and direction != "ignored"
    csr = csr_of(given, directed=is_directed)
    sizes = np.bincount(component_labels(csr))
    ways = 1 if is_directed else 2
    needed = csr.n - sizes.size
    room = int((sizes * (sizes - 1) // ways).sum()) - needed
    beyond = csr.indices.size // ways - needed
    return of_network(
        settings={"direction": direction},
        krackhardt_efficiency=1 - beyond / room if room else float("nan"),
    )


def krackhardt_hierarchy(network: Given) -> pd.DataFrame:
    """Say how often one can reach another who can't reach back.

    Of the pairs of which at least one reaches the other along the ties, the share in which
    only one does. In an undirected network 0. Strengths aren't used. After Krackhardt (1994),
    Graph theoretical dimensions of informal organizations. Time: O((n + m) n / 4096).

    Returns
    -------
    DataFrame, one row
        krackhardt_hierarchy : float, 0 (a ring) to 1 (no way leads back); NaN without ties

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> tree = Network.from_pairs([("head", "a"), ("head", "b"), ("b", "c")], is_directed=True)
    >>> krackhardt_hierarchy(tree)
       krackhardt_hierarchy
    0                   1.0
    """
    given = read(network, "krackhardt_hierarchy")
    csr = csr_of(given, directed=given.is_directed)
    label = strong_labels(csr)
    sizes = np.bincount(label)
    both_ways = int((sizes * (sizes - 1)).sum()) // 2
    one_way = _pairs_reached(csr, label, sizes) - 2 * both_ways if csr.is_directed else 0
    pairs = one_way + both_ways
    return of_network(krackhardt_hierarchy=one_way / pairs if pairs else float("nan"))


def _pairs_reached(csr: Csr, label: Ints, sizes: Ints) -> int:
    """Count the ordered pairs of whom the first reaches the second, by strong components."""
    n_parts = sizes.size
    merged = build_csr(n_parts, label[entry_rows(csr)], label[csr.indices], directed=True)
    steps, skip = neighbour_lists(merged), bytearray(n_parts)
    part_of, size_of = label.tolist(), sizes.tolist()

    def count(begin: int, end: int) -> int:
        marks: dict[int, int] = {}
        for actor in range(begin, end):
            part = part_of[actor]
            marks[part] = marks.get(part, 0) | 1 << (actor - begin)
        found = marks_reached(steps, range(n_parts), skip, marks)
        return sum(size * bits.bit_count() for size, bits in zip(size_of, found, strict=True))

    what = "Krackhardt hierarchy"
    return sum(in_parts(count, csr.n, part=AT_ONCE, what=what)) - csr.n
