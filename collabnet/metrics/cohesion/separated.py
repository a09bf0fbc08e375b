"""How many actors or ties must go before two actors, or any two, can't reach each other."""

from collections.abc import Hashable

import numpy as np
import pandas as pd

from collabnet.engine import Csr, Ints, entry_rows
from collabnet.engine.cuts.disjoint import disjoint_paths, fewest_disjoint_paths
from collabnet.metrics.arrays import Given, csr_along, of_network, read
from collabnet.metrics.cohesion.ends import places_of
from collabnet.metrics.cohesion.joined import strong_labels
from collabnet.metrics.ego.corners import find_keys
from collabnet.metrics.options import Direction, check_option


def node_connectivity(
    network: Given,
    *,
    from_actor: Hashable | None = None,
    to_actor: Hashable | None = None,
    direction: Direction = "out",
) -> pd.DataFrame:
    """Count the actors that must leave before one actor can't reach another, or some can't.

    The fewest other actors that every path between the two meets. With a tie between the two
    no leaving of others separates them: then it is undefined. ``disjoint_paths`` counts the
    paths that share no other actor; a tie between the two is one of them. Without a tie the
    two numbers are equal (Menger 1927). Without ``from_actor`` and ``to_actor``: the smallest
    over all pairs; n - 1 where everybody has a tie with everybody.

    Along the ties; ``direction="ignored"`` uses them both ways. Strengths aren't used. After
    White and Harary (2001), Sociol. Methodol. 31, 305-359; the smallest over all pairs after
    Esfahanian and Hakimi (1984), Networks 14, 355-366. Time: one flow, O(m) for each path; over
    all pairs 2 n + d^2 flows with d ties of one actor.

    Parameters
    ----------
    from_actor, to_actor : ids of the two; neither for the network as a whole

    Returns
    -------
    DataFrame, one row
        node_connectivity : float, actors, 0 (no path) to n - 2, or n - 1 over all pairs; NaN
            with a tie between the two, and with one actor
        disjoint_paths : float, paths, 0 to n - 1; NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If one of the two isn't in the network.
    AssumptionError
        If only one is named, both are the same, or there is no such direction.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    >>> node_connectivity(ring, from_actor="a", to_actor="c")
       node_connectivity  disjoint_paths
    0                2.0             2.0
    """
    given = read(network, "node_connectivity")
    check_option("node_connectivity", "direction", direction, ("out", "in", "ignored"))
    ends = places_of(given, "node_connectivity", from_actor, to_actor)
    csr = csr_along(given, direction)
    if ends is None:
        least = _least_over_actors(csr)
        paths = least
    else:
        one, other = ends
        paths = float(disjoint_paths(*_split(csr), one + csr.n, other))
        has_tie = other in csr.indices[csr.indptr[one] : csr.indptr[one + 1]]
        least = float("nan") if has_tie else paths
    settings = {"from_actor": from_actor, "to_actor": to_actor, "direction": direction}
    return of_network(settings=settings, node_connectivity=least, disjoint_paths=paths)


def tie_connectivity(
    network: Given,
    *,
    from_actor: Hashable | None = None,
    to_actor: Hashable | None = None,
    direction: Direction = "out",
) -> pd.DataFrame:
    """Count the ties that must end before one actor can't reach another, or some can't.

    It is also the number of paths that share no tie (Menger 1927); a tie between the two is
    one of them. Without ``from_actor`` and ``to_actor``: the smallest over all pairs. Along
    the ties; ``direction="ignored"`` uses them both ways. A pair's parallel ties count once,
    strengths aren't used. After Ford and Fulkerson (1956), Can. J. Math. 8, 399-404. Time: one
    flow, O(m) for each path; over all pairs n flows.

    Parameters
    ----------
    from_actor, to_actor : ids of the two; neither for the network as a whole

    Returns
    -------
    DataFrame, one row
        tie_connectivity : float, ties, 0 (no path) to n - 1; NaN with one actor

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    NotFoundError
        If one of the two isn't in the network.
    AssumptionError
        If only one is named, both are the same, or there is no such direction.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = Network.from_pairs([("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])
    >>> tie_connectivity(ring, from_actor="a", to_actor="b")
       tie_connectivity
    0               2.0
    """
    given = read(network, "tie_connectivity")
    check_option("tie_connectivity", "direction", direction, ("out", "in", "ignored"))
    ends = places_of(given, "tie_connectivity", from_actor, to_actor)
    csr = csr_along(given, direction)
    if ends is None:
        least = _least_over_ties(csr)
    else:
        least = float(disjoint_paths(*_arcs(csr), *ends))
    settings = {"from_actor": from_actor, "to_actor": to_actor, "direction": direction}
    return of_network(settings=settings, tie_connectivity=least)


def _least_over_actors(csr: Csr) -> float:
    """Node connectivity over all pairs.

    Without the fewest actors who separate some pair, one that isn't among them can't reach some
    other, or can't be reached; one that is among them has a tie from somebody who can't reach
    somebody it has a tie to (Esfahanian and Hakimi 1984). So one with few ties tells.
    """
    if csr.n < 2:
        return float("nan")
    most, out, into = _bounds(csr)
    if most < 2:
        return float(most)
    rows, one = entry_rows(csr), int(np.argmin(out * into))
    others = np.delete(np.arange(csr.n), one)
    before, after = rows[csr.indices == one], csr.indices[rows == one]
    first = np.concatenate([np.full(others.size, one), others, np.repeat(before, after.size)])
    second = np.concatenate([others, np.full(others.size, one), np.tile(after, before.size)])
    _, is_tied = find_keys(rows * csr.n + csr.indices, first * csr.n + second)
    pairs = np.stack([first, second], axis=1)[~is_tied & (first != second)]
    if not csr.is_directed:
        pairs = np.unique(np.sort(pairs), axis=0)
    pairs[:, 0] += csr.n  # from exit to entrance
    return float(fewest_disjoint_paths(*_split(csr), pairs, most, what="node connectivity"))


def _least_over_ties(csr: Csr) -> float:
    """Tie connectivity over all pairs.

    In a round through all actors, what separates any two separates some actor from the next.
    """
    if csr.n < 2:
        return float("nan")
    most, _, _ = _bounds(csr)
    if most < 2:
        return float(most)
    everybody = np.arange(csr.n)
    pairs = np.stack([everybody, np.roll(everybody, -1)], axis=1)
    return float(fewest_disjoint_paths(*_arcs(csr), pairs, most, what="tie connectivity"))


def _bounds(csr: Csr) -> tuple[int, Ints, Ints]:
    """The most that connectivity can be, and the ties out and the ties in of every actor.

    If not everybody reaches everybody, 0: there is nothing to separate. Otherwise the fewest ties
    of an actor, as these are enough to separate it; if that is 1, it is exactly that.
    """
    out, into = np.diff(csr.indptr), np.bincount(csr.indices, minlength=csr.n)
    is_whole = strong_labels(csr).max() == 0
    return int(min(out.min(), into.min())) * is_whole, out, into


def _arcs(csr: Csr) -> tuple[int, Ints, Ints]:
    """How many vertices there are, and from which to which the arcs lead."""
    return csr.n, entry_rows(csr), csr.indices


def _split(csr: Csr) -> tuple[int, Ints, Ints]:
    """Give each actor an entrance, its number, and an exit n further on, with room for one path."""
    actors = np.arange(csr.n)
    leaving = np.concatenate([actors, entry_rows(csr) + csr.n])
    return 2 * csr.n, leaving, np.concatenate([actors + csr.n, csr.indices])
