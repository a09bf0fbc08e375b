"""What leaving does, by its definition: take actors out, search again, count again."""

from itertools import combinations

import networkx as nx
import numpy as np


def joined(plain):
    """Give the unordered pairs with a path between them."""
    parts = nx.connected_components(plain)
    return {frozenset(pair) for part in parts for pair in combinations(part, 2)}


def reached(plain, sources, targets):
    """Give the ordered pairs, from a source to a target, with a path along the ties."""
    return {
        (s, t) for s in sources if s in plain for t in nx.descendants(plain, s) & set(targets)
    } - {(s, s) for s in sources}


def without(plain, *actors):
    left = plain.copy()
    left.remove_nodes_from(actors)
    return left


def fragmentation_by_hand(plain, n=None):
    n = len(plain) if n is None else n
    return 1 - 2 * len(joined(plain)) / (n * (n - 1)) if n > 1 else np.nan


def distance_weighted_by_hand(plain, n=None):
    n = len(plain) if n is None else n
    total = sum(
        1 / d for _, row in nx.all_pairs_shortest_path_length(plain) for d in row.values() if d
    )
    return 1 - total / (n * (n - 1)) if n > 1 else np.nan


def reach_by_hand(plain, members):
    """Members count 1, everybody else 1/distance from the nearest."""
    total = 0
    for actor in plain:
        ways = [
            nx.shortest_path_length(plain, member, actor)
            for member in members
            if nx.has_path(plain, member, actor)
        ]
        total += 1 if actor in members else 1 / min(ways) if ways else 0
    return total / len(plain)


def curve_by_hand(plain, leavers):
    """The largest component with everybody, and after each leaving."""
    left, sizes = plain.copy(), []
    for leaver in (None, *leavers):
        left.remove_nodes_from([leaver])
        sizes.append(max(map(len, nx.connected_components(left)), default=0))
    return sizes
