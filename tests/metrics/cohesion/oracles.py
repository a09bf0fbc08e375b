"""Cohesion by its definitions, slowly: every path closed, every set of leavers tried."""

from itertools import combinations

import networkx as nx

from metrics.networks import simple


def plain_of(graph, *, directed=None):
    """Give the plain graph; its own direction if not said."""
    return simple(graph, directed=graph.is_directed() if directed is None else directed)


def reached(plain):
    """Give the ordered pairs of different actors of whom the first reaches the second."""
    found = {(u, v) for a, b in plain.edges for u, v in _ways(plain, a, b)}
    for by in plain:
        before = {u for u, v in found if v == by}
        after = {v for u, v in found if u == by}
        found |= {(u, v) for u in before for v in after}
    return {(u, v) for u, v in found if u != v}


def parts_of(plain, pairs):
    """Group the actors who reach each other, in the order of their first."""
    found = []
    for actor in plain:
        home = next((one for one in found if {(actor, one[0]), (one[0], actor)} <= pairs), None)
        if home is None:
            found.append([actor])
        else:
            home.append(actor)
    return found


def fewest_leavers(plain, one, other):
    """Try all sets of others, small ones first; None where the two have a tie."""
    if plain.has_edge(one, other):
        return None
    others = [actor for actor in plain if actor not in (one, other)]
    for k in range(len(others) + 1):
        for gone in combinations(others, k):
            if not nx.has_path(without(plain, gone), one, other):
                return k
    raise AssertionError


def fewest_ties(plain, one, other):
    """Try all sets of ties, small ones first."""
    for k in range(plain.number_of_edges() + 1):
        for gone in combinations(plain.edges, k):
            left = plain.copy()
            left.remove_edges_from(gone)
            if not nx.has_path(left, one, other):
                return k
    raise AssertionError


def without(plain, actors):
    left = plain.copy()
    left.remove_nodes_from(actors)
    return left


def is_in_one_piece(plain):
    """Say whether everybody reaches everybody."""
    return len(reached(plain)) == len(plain) * (len(plain) - 1)


def ordered_pairs(plain):
    return [(u, v) for u in plain for v in plain if u != v]


def members(table, name):
    """Give the sets of a table with one row for each set and actor."""
    return [tuple(some["actor_id"]) for _, some in table.groupby(name, sort=True)]


def _ways(plain, u, v):
    return [(u, v)] if plain.is_directed() else [(u, v), (v, u)]
