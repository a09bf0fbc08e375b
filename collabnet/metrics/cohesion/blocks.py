"""Weak points: whom and what the rest hangs on, and the parts that no one departure splits."""

import numpy as np
import pandas as pd

from collabnet.engine import departures
from collabnet.engine.parts.forest import build_forest
from collabnet.metrics.arrays import Given, by_actor, by_pair, csr_of, labels, read


def cutpoints(network: Given) -> pd.DataFrame:
    """Find the actors whose leaving cuts others off, and how many pairs each would cut.

    Direction and strength of ties are ignored. After Borgatti (2006), Comput. Math. Organ.
    Theory 12, 21-34. Time: O(n + m) for all actors.

    Returns
    -------
    DataFrame, one row per actor
        is_cutpoint : bool
        pairs_cut : int, unordered pairs of other actors that lose all contact

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> cutpoints(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
       actor_id  is_cutpoint  pairs_cut
    0    clinic        False          0
    1  outreach         True          1
    2   shelter        False          0
    """
    given = read(network, "cutpoints")
    found = departures(csr_of(given, directed=False))
    return by_actor(given, is_cutpoint=found.is_cutpoint, pairs_cut=found.pairs_cut)


def bridges(network: Given) -> pd.DataFrame:
    """List the ties that are the only contact between the actors on their two sides.

    Direction and strength are ignored; parallel ties are one. The end that comes first in the
    network's order stands first. Time: O(n + m).

    Returns
    -------
    DataFrame, one row per bridge: from_id, to_id

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> bridges(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
        from_id     to_id
    0    clinic  outreach
    1  outreach   shelter
    """
    given = read(network, "bridges")
    found = departures(csr_of(given, directed=False)).bridges
    return by_pair(given, [u for u, _ in found], [v for _, v in found])


def biconnected_components(network: Given) -> pd.DataFrame:
    """List the parts that stay in one piece whoever of their actors leaves.

    Any two ties of a part lie on a common ring, or the part is a single tie; cutpoints
    belong to several. Isolates belong to none. Direction and strength are ignored. After
    Hopcroft and Tarjan (1973), Commun. ACM 16, 372-378. Time: O(n + m).

    Returns
    -------
    DataFrame, one row per part and actor, the largest parts first
        part : int, from 1
        n_actors : int, in the part, 2 to n
        actor_id

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> biconnected_components(Network.from_pairs(ring))
       part  n_actors actor_id
    0     1         3        a
    1     1         3        b
    2     1         3        c
    3     2         2        a
    4     2         2        d
    """
    given = read(network, "biconnected_components")
    forest = build_forest(csr_of(given, directed=False))
    parts: list[list[int]] = []
    part_of = [-1] * len(forest.order)
    for actor in forest.order:
        above = forest.parent[actor]
        if above < 0:
            continue
        if forest.splits_off[actor]:
            part_of[actor] = len(parts)
            parts.append([above])
        else:
            part_of[actor] = part_of[above]
        parts[part_of[actor]].append(actor)
    return members_listed(given.actor_ids, parts, "part")


def members_listed(ids: tuple[object, ...], sets: list[list[int]], name: str) -> pd.DataFrame:
    """One row per set and actor: the largest sets first, then by their first actors."""
    ordered = sorted((sorted(one) for one in sets), key=lambda one: (-len(one), one))
    sizes = np.array([len(one) for one in ordered], dtype=np.int64)
    table = pd.DataFrame(
        {
            name: np.repeat(np.arange(1, sizes.size + 1), sizes),
            "n_actors": np.repeat(sizes, sizes),
            "actor_id": labels([ids[i] for one in ordered for i in one]),
        }
    )
    table.attrs["settings"] = {}
    return table
