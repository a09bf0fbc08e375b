"""The measures of an actor's contacts, written out as they are defined: plain loops, no arrays."""

from itertools import combinations, permutations
from math import log

from metrics.networks import simple

NAN = float("nan")


def in_contact(graph, *, weighted=False):
    """Give a_ij + a_ji for everybody in contact, from a networkx graph of any kind."""
    directed = graph.is_directed()
    plain = simple(graph, directed=directed)
    found = {actor: {} for actor in plain}
    for u, v, strength in plain.edges(data="strength"):
        size = strength if weighted else 1
        if size:
            found[u][v] = found[u].get(v, 0) + size
            found[v][u] = found[v].get(u, 0) + size
    return found


def constraints(z, i, *, alone=False):
    """The constraint on i by each contact; ``alone``: within i's own network."""
    inside = {i, *z[i]} if alone else set(z)

    def part(a, b):
        return z[a].get(b, 0) / sum(size for k, size in z[a].items() if k in inside)

    return {
        j: (part(i, j) + sum(part(i, q) * part(q, j) for q in z[i] if q != j)) ** 2 for j in z[i]
    }


def constraint(z, i, *, alone=False):
    return sum(constraints(z, i, alone=alone).values()) if z[i] else NAN


def hierarchy(z, i, *, alone=False):
    found = list(constraints(z, i, alone=alone).values()) if z[i] else []
    n = len(found)
    if n < 2:
        return NAN
    x = [one / (sum(found) / n) for one in found]
    return sum(one * log(one) for one in x) / (n * log(n))


def effective_size(z, i, *, alone=False):
    if not z[i]:
        return NAN
    inside = {i, *z[i]} if alone else set(z)
    total = sum(z[i].values())
    size = 0.0
    for j in z[i]:
        strongest = max(strength for k, strength in z[j].items() if k in inside)
        size += 1 - sum(z[i][q] / total * z[j].get(q, 0) / strongest for q in z[i] if q != j)
    return size


def clustering(graph, i, variant):
    """Local clustering of i by variant, from all pairs and paths."""
    z = in_contact(graph, weighted=variant in ("Barrat", "Onnela"))
    k = len(z[i])
    closed = [(j, h) for j, h in combinations(z[i], 2) if h in z[j]]
    if variant == "Fagiolo" and graph.is_directed():
        return _directed_clustering(simple(graph, directed=True), i)
    if k < 2:
        return NAN
    if variant == "Barrat":
        total = sum(z[i].values())
        return sum(z[i][j] + z[i][h] for j, h in closed) / (total * (k - 1))
    if variant == "Onnela":
        most = max(size for of in z.values() for size in of.values())
        sizes = [z[i][j] * z[i][h] * z[j][h] / most**3 for j, h in closed]
        return sum(size ** (1 / 3) for size in sizes) / (k * (k - 1) / 2)
    return len(closed) / (k * (k - 1) / 2)


def _directed_clustering(graph, i):
    """Every triangle in every direction of its three ties, over those that could be."""
    others = [one for one in graph if one != i]
    found = possible = 0
    for j, h in permutations(others, 2):
        for first in ((i, j), (j, i)):
            for second in ((i, h), (h, i)):
                if graph.has_edge(*first) and graph.has_edge(*second):
                    possible += 2
                    found += graph.has_edge(j, h) + graph.has_edge(h, j)
    return found / possible if possible else NAN
