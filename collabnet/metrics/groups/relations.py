"""How many kinds of relation join two actors: multiplexity."""

from collections import defaultdict
from collections.abc import Hashable

import numpy as np
import pandas as pd

from collabnet.engine import Ints
from collabnet.metrics.arrays import Given, by_actor, of_network, read
from collabnet.metrics.options import Direction, check_option
from collabnet.model import Network


def multiplexity(
    network: Given, *, direction: Direction = "ignored", kind: str = "kind"
) -> pd.DataFrame:
    """Give the share of related pairs that two or more kinds of relation join.

    Ties that don't say of what kind they are, and self-ties, are left out; strength is not used.
    Time: O(n + m).

    Parameters
    ----------
    direction : in a directed network ``ignored`` takes a pair's ties both ways together; ``out``
        and ``in`` take each way for itself
    kind : attribute of the ties that says of what kind they are

    Returns
    -------
    DataFrame, one row
        related_pairs : int, pairs with a tie that says its kind
        multiplex_pairs : int, those with ties of two kinds or more
        multiplexity : float, 0 to 1; NaN if no pair is related

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the direction is none of the three.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.MultiGraph()
    >>> for u, v, kind in [("A", "B", "refer"), ("A", "B", "train"), ("A", "C", "refer")]:
    ...     _ = graph.add_edge(u, v, kind=kind)
    >>> multiplexity(graph)
       related_pairs  multiplex_pairs  multiplexity
    0              2                1           0.5
    """
    given = read(network, "multiplexity")
    _, _, n_kinds = _kinds(given, "multiplexity", direction, kind)
    several = int(np.count_nonzero(n_kinds > 1))
    return of_network(
        related_pairs=n_kinds.size,
        multiplex_pairs=several,
        multiplexity=several / n_kinds.size if n_kinds.size else np.nan,
        settings={"direction": direction, "kind": kind},
    )


def multiplexity_by_actor(
    network: Given, *, direction: Direction = "ignored", kind: str = "kind"
) -> pd.DataFrame:
    """Give the share of an actor's contacts that two or more kinds of relation join it with.

    Ties that don't say of what kind they are, and self-ties, are left out; strength is not used.
    Time: O(n + m).

    Parameters
    ----------
    direction : in a directed network the ties an actor sends (``out``), those it gets (``in``), or
        both together (``ignored``)
    kind : as in ``multiplexity``

    Returns
    -------
    DataFrame, one row per actor
        related_contacts : int, contacts with a tie that says its kind
        multiplex_contacts : int, those with ties of two kinds or more
        multiplex_share : float, 0 to 1; NaN without related contacts

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.
    AssumptionError
        If the direction is none of the three.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.MultiGraph()
    >>> for u, v, kind in [("A", "B", "refer"), ("A", "B", "train"), ("A", "C", "refer")]:
    ...     _ = graph.add_edge(u, v, kind=kind)
    >>> multiplexity_by_actor(graph)["multiplex_share"].tolist()
    [0.5, 1.0, 0.0]
    """
    given = read(network, "multiplexity_by_actor")
    rows, columns, n_kinds = _kinds(given, "multiplexity_by_actor", direction, kind)
    if not given.is_directed or direction == "ignored":
        rows, n_kinds = np.concatenate([rows, columns]), np.concatenate([n_kinds, n_kinds])
    n = len(given.actor_ids)
    contacts = np.bincount(rows, minlength=n)
    several = np.bincount(rows[n_kinds > 1], minlength=n)
    return by_actor(
        given,
        related_contacts=contacts,
        multiplex_contacts=several,
        multiplex_share=np.divide(several, contacts, out=np.full(n, np.nan), where=contacts > 0),
        settings={"direction": direction, "kind": kind},
    )


def _kinds(
    network: Network, measure: str, direction: Direction, kind: str
) -> tuple[Ints, Ints, Ints]:
    """Pairs with a tie that says its kind, as positions, and how many kinds each has."""
    check_option(measure, "direction", direction, ("out", "in", "ignored"))
    position = {actor: i for i, actor in enumerate(network.actor_ids)}
    found: defaultdict[tuple[int, int], set[Hashable]] = defaultdict(set)
    both_ways = not network.is_directed or direction == "ignored"
    for u, v, _, values in network.keyed_ties:
        said = values.get(kind)
        several = said if isinstance(said, (list, set, frozenset)) else [said]
        known = {one for one in several if not (pd.isna(one) or one == "")}
        if u == v or not known:
            continue
        ends = (position[v], position[u]) if direction == "in" else (position[u], position[v])
        found[min(ends, ends[::-1]) if both_ways else ends] |= known
    pairs = np.array(sorted(found), dtype=np.int64).reshape(-1, 2)
    counts = np.array([len(found[u, v]) for u, v in pairs.tolist()], dtype=np.int64)
    return pairs[:, 0], pairs[:, 1], counts
