"""The definitions, word for word, on graphs of a few actors."""

from itertools import combinations, permutations

import numpy as np

from metrics.networks import simple


def matrix(graph, *, directed, strengths):
    """Actors by actors: strengths, or 0 and 1; each tie in both directions unless directed."""
    plain = simple(graph, directed=directed and graph.is_directed())
    place = {actor: i for i, actor in enumerate(graph)}
    table = np.zeros((len(place), len(place)))
    for u, v, strength in plain.edges(data="strength"):
        table[place[u], place[v]] = strength if strengths else 1
        if not plain.is_directed():
            table[place[v], place[u]] = table[place[u], place[v]]
    return table


def worth(table, resolution=1.0):
    """What two actors add to the modularity when they are together, for every ordered pair."""
    total = table.sum()
    return (table - resolution * np.outer(table.sum(axis=1), table.sum(axis=0)) / total) / total


def modularity(table, label, resolution=1.0):
    """Sum over all ordered pairs of actors in one group, each with itself too."""
    if table.sum() == 0:
        return float("nan")
    together = np.equal.outer(label, label)
    return float((worth(table, resolution) * together).sum())


def highest_modularity(table):
    """The best of all partitions: a group adds what it adds, whatever the others are."""
    n, each = len(table), worth(table)
    adds = [0.0] * (1 << n)
    for group in range(1, 1 << n):
        first = (group & -group).bit_length() - 1
        rest = group & (group - 1)
        inside = [j for j in range(n) if rest >> j & 1]
        adds[group] = (
            adds[rest] + each[first, first] + sum(each[first, j] + each[j, first] for j in inside)
        )
    best = [0.0] * (1 << n)
    for some in range(1, 1 << n):
        first = some & -some
        rest = other = some ^ first
        best[some] = -2.0
        while True:  # who is with the first
            best[some] = max(best[some], adds[first | other] + best[rest ^ other])
            if other == 0:
                break
            other = (other - 1) & rest
    return best[-1]


def core_fits(table):
    """The correlation of every possible core, by its members."""
    n = len(table)
    pairs = list(permutations(range(n), 2))
    ties = np.array([table[pair] for pair in pairs])
    found = {}
    for size in range(1, n - 1):
        for core in combinations(range(n), size):
            pattern = np.array([float(u in core or v in core) for u, v in pairs])
            found[core] = float(np.corrcoef(ties, pattern)[0, 1])
    return found


def profiles(table, i, j):
    """What two actors are compared on: ties to and from every other."""
    others = [k for k in range(len(table)) if k not in (i, j)]
    return tuple(np.concatenate([table[one, others], table[others, one]]) for one in (i, j))
