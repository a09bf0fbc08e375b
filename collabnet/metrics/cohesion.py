"""What holds the network together: cutpoints, bridges, pairs cut, fragmentation."""

from collections.abc import Hashable, Mapping

import pandas as pd

from collabnet.engine import Departures, departures
from collabnet.engine import distance_weighted_fragmentation as df_of
from collabnet.engine import distance_weighted_fragmentation_without as df_without
from collabnet.metrics.arrays import Given, by_actor, csr_of, read


def _departures(network: Given, measure: str) -> Departures:
    return departures(csr_of(read(network, measure), directed=False))


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
    found = _departures(given, "cutpoints")
    return by_actor(given, is_cutpoint=found.is_cutpoint, pairs_cut=found.pairs_cut)


def pairs_cut(network: Given, *, groups: Mapping[Hashable, Hashable] | None = None) -> pd.DataFrame:
    """Count the pairs of other actors that lose all contact when an actor leaves.

    With ``groups`` (say the agency of each person), pairs of different groups as well; an actor
    without a group counts as one of its own.

    Returns
    -------
    DataFrame, one row per actor
        pairs_cut : int, unordered pairs, 0 to (n-1)(n-2)/2
        pairs_cut_between_groups : int, those of different groups; only with ``groups``

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> line = Network.from_pairs([("O1", "I1"), ("O2", "I1")])
    >>> pairs_cut(line, groups={"O1": "court", "O2": "court", "I1": "program"})
      actor_id  pairs_cut  pairs_cut_between_groups
    0       I1          1                         0
    1       O1          0                         0
    2       O2          0                         0
    """
    given = read(network, "pairs_cut")
    csr = csr_of(given, directed=False)
    if groups is None:
        return by_actor(given, pairs_cut=departures(csr).pairs_cut)
    number: dict[Hashable, int] = {}
    numbered = [
        number.setdefault(groups[actor], len(number)) if actor in groups else -1
        for actor in given.actor_ids
    ]
    found = departures(csr, numbered)
    return by_actor(
        given,
        pairs_cut=found.pairs_cut,
        pairs_cut_between_groups=found.pairs_cut_between_groups,
    )


def core_numbers(network: Given) -> pd.DataFrame:
    """Find the k-core of each actor: the largest k so that k of its ties lead into the core.

    Direction, strength and parallel ties are ignored. After Seidman (1983), Social Networks 5,
    269-287; computed by networkx.

    Returns
    -------
    DataFrame, one row per actor
        core_number : int, 0 (isolate) to n - 1

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> ring = [("a", "b"), ("b", "c"), ("c", "a"), ("a", "d")]
    >>> core_numbers(Network.from_pairs(ring))["core_number"].tolist()
    [2, 2, 2, 1]
    """
    import networkx as nx

    given = read(network, "core_numbers")
    rows, columns, _ = given.arcs
    graph: nx.Graph[int] = nx.Graph(list(zip(rows.tolist(), columns.tolist(), strict=True)))
    graph.add_nodes_from(range(len(given.actor_ids)))
    found = nx.core_number(graph)
    return by_actor(given, core_number=[found[i] for i in range(len(given.actor_ids))])


def bridges(network: Given) -> pd.DataFrame:
    """List the ties that are the only contact between the actors on their two sides.

    Returns
    -------
    DataFrame, one row per bridge: from_id, to_id

    Examples
    --------
    >>> from collabnet.model import Network
    >>> bridges(Network.from_pairs([("clinic", "outreach"), ("outreach", "shelter")]))
        from_id     to_id
    0    clinic  outreach
    1  outreach   shelter
    """
    given = read(network, "bridges")
    found = _departures(given, "bridges").bridges
    named = [(given.actor_ids[u], given.actor_ids[v]) for u, v in found]
    return pd.DataFrame(named, columns=["from_id", "to_id"])


def fragmentation(network: Given) -> float:
    """Share of pairs of actors without any path between them.

    F = 1 - sum s(s-1) / [n(n-1)] over components of size s (Borgatti 2006). NaN with fewer
    than two actors.

    Returns
    -------
    float, 0 (connected) to 1 (all isolated)

    Examples
    --------
    >>> from collabnet.model import Network
    >>> fragmentation(Network.from_pairs([("a", "b"), ("c", "d")]))
    0.6666666666666667
    """
    return _departures(network, "fragmentation").fragmentation


def distance_weighted_fragmentation(network: Given) -> float:
    """One less the mean of 1/distance over all pairs of actors (Borgatti 2006).

    Returns
    -------
    float, 0 (everybody tied to everybody) to 1 (no ties); NaN with fewer than two actors

    Examples
    --------
    >>> from collabnet.model import Network
    >>> round(distance_weighted_fragmentation(Network.from_pairs([("a", "b"), ("b", "c")])), 4)
    0.1667
    """
    return df_of(csr_of(read(network, "distance_weighted_fragmentation"), directed=False))


def fragmentation_without(network: Given) -> pd.DataFrame:
    """Fragmentation and distance-weighted fragmentation among the others, for every leaver.

    Returns
    -------
    DataFrame, one row per actor
        fragmentation : float, 0 to 1, n counted after removal; NaN if fewer than two stay
        fragmentation_as_isolate : float, the other reading: the leaver counts as an isolate
        distance_weighted : float, DF among those who stay

    Raises
    ------
    EmptyNetworkError
        If the network has no actors.

    Examples
    --------
    >>> from collabnet.model import Network
    >>> fragmentation_without(Network.from_pairs([("a", "b"), ("b", "c")])).round(3)
      actor_id  fragmentation  fragmentation_as_isolate  distance_weighted
    0        a            0.0                     0.667                0.0
    1        b            1.0                     1.000                1.0
    2        c            0.0                     0.667                0.0
    """
    given = read(network, "fragmentation_without")
    csr = csr_of(given, directed=False)
    found = departures(csr)
    return by_actor(
        given,
        fragmentation=found.fragmentation_without,
        fragmentation_as_isolate=found.fragmentation_with_isolate,
        distance_weighted=df_without(csr),
    )
