"""Who looks alike to a reader who knows exactly who is in contact with whom around somebody."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from collabnet.model.network import Network

if TYPE_CHECKING:
    import networkx as nx

STEPS = 2
"""So far around somebody a reader may know every contact."""
LARGEST = 40
"""A neighbourhood of more actors isn't compared: that can take very long."""


def smallest_group(network: Network, colours: Sequence[Hashable], *, fewest: int) -> int | None:
    """Count the smallest group of actors who look alike, their surroundings known exactly.

    Two actors look alike if their surroundings, everybody within two steps and all contacts
    among these, can be laid on each other with the one on the other and each on somebody of the
    same colour. Counting contacts alone, as colour refinement does, tells nobody apart in a
    network where all have the same number of them.

    Parameters
    ----------
    network : without direction; strengths are ignored
    colours : for each actor in the network's order what is known of it besides, such as its
        sector, or what colour refinement tells
    fewest : stop where a group is smaller

    Returns
    -------
    int, 1 or more, or None
        None where somebody's surroundings are too large to be compared (more than 40 actors).
        Below ``fewest`` a group may be smaller still.

    Notes
    -----
    Neighbourhoods as what a reader knows: Zhou and Pei (2008), ICDE, 506-515.

    Examples
    --------
    In a ring of six all look alike; on a path of three the middle one is alone.

    >>> ring = Network.from_pairs([("abcdef"[i], "bcdefa"[i]) for i in range(6)])
    >>> smallest_group(ring, [0] * 6, fewest=3)
    6
    >>> smallest_group(Network.from_pairs([("a", "b"), ("b", "c")]), [0] * 3, fewest=1)
    1
    """
    graph = _graph(network, colours)
    most = len(graph) // fewest
    groups: defaultdict[Hashable, list[_Group]] = defaultdict(list)
    n_groups = 0
    for actor in graph:
        around = _around(graph, actor)
        if len(around) > LARGEST:
            return None
        alike = groups[_told_fast(around)]
        same = next((group for group in alike if _is_same(group.first, around)), None)
        if same is None:
            same = _Group(around)
            alike.append(same)
            n_groups += 1
            if n_groups > most:  # so many groups can't all be large enough
                return fewest - 1
        same.n += 1
    return min(group.n for alike in groups.values() for group in alike)


@dataclass
class _Group:
    """Actors whose surroundings are the same as those of the first."""

    first: "nx.Graph[Any]"
    n: int = 0


def _graph(network: Network, colours: Sequence[Hashable]) -> "nx.Graph[Any]":
    import networkx as nx

    graph: nx.Graph[Any] = nx.Graph()
    for actor, colour in zip(network.actor_ids, colours, strict=True):
        graph.add_node(actor, colour=colour)
    graph.add_edges_from((u, v) for u, v, _, _ in network.keyed_ties if u != v)
    return graph


def _around(graph: "nx.Graph[Any]", actor: Hashable) -> "nx.Graph[Any]":
    """What stands around somebody; of each actor its colour and how many steps away it is."""
    import networkx as nx

    steps = nx.single_source_shortest_path_length(graph, actor, cutoff=STEPS)
    found: nx.Graph[Any] = graph.subgraph(steps).copy()
    for one, values in found.nodes.items():
        values["look"] = (steps[one], values["colour"])
    return found


def _told_fast(around: "nx.Graph[Any]") -> Hashable:
    """What surroundings must have in common to be the same, without laying one on the other."""
    return tuple(sorted((repr(around.nodes[one]["look"]), n) for one, n in around.degree()))


def _is_same(one: "nx.Graph[Any]", other: "nx.Graph[Any]") -> bool:
    import networkx as nx

    found: bool = nx.vf2pp_is_isomorphic(one, other, node_label="look")
    return found
