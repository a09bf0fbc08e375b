"""Centrality by its definitions, slowly: every shortest path, every walk, every eigenvector."""

from fractions import Fraction
from itertools import pairwise

import networkx as nx
import numpy as np
import pytest

from metrics.networks import simple


def plain_of(graph):
    return simple(graph, directed=graph.is_directed())


def costs_of(plain, *, weighted):
    """Give what each tie costs, exactly: 1, or 1/strength."""
    return {
        (u, v): 1 / Fraction(cells["strength"]).limit_denominator(10**9)
        if weighted
        else Fraction(1)
        for a, b, cells in plain.edges(data=True)
        for u, v in ([(a, b)] if plain.is_directed() else [(a, b), (b, a)])
    }


def distances_of(plain, costs):
    """Give the cost of the cheapest path of each ordered pair that has one, by trying them all."""
    found = {(actor, actor): Fraction(0) for actor in plain} | costs
    for by in plain:
        for u in plain:
            for v in plain:
                if (u, by) in found and (by, v) in found:
                    way = found[u, by] + found[by, v]
                    found[u, v] = min(found.get((u, v), way), way)
    return {pair: cost for pair, cost in found.items() if pair[0] != pair[1]}


def shortest_paths_of(plain, costs):
    """List every shortest path of every ordered pair."""
    far = distances_of(plain, costs)

    def onward(path, left, end):
        if path[-1] == end:
            yield path
            return
        for other in plain[path[-1]]:
            rest = left - costs[path[-1], other]
            is_onward = other not in path and far.get((other, end)) == rest
            if is_onward or (other == end and rest == 0):
                yield from onward([*path, other], rest, end)

    return {pair: list(onward([pair[0]], cost, pair[1])) for pair, cost in far.items()}


def betweenness_of(plain, paths):
    """Add up each actor's, and each tie's, share of the shortest paths."""
    actors = dict.fromkeys(plain, Fraction(0))
    ties = {(u, v): Fraction(0) for u, v in plain.edges}
    for found in paths.values():
        for path in found:
            for actor in path[1:-1]:
                actors[actor] += Fraction(1, len(found))
            for u, v in pairwise(path):
                ties[(u, v) if (u, v) in ties else (v, u)] += Fraction(1, len(found))
    once = 1 if plain.is_directed() else 2
    return (
        {actor: float(value / once) for actor, value in actors.items()},
        {tie: float(value / once) for tie, value in ties.items()},
    )


def matrix_of(plain, direction, *, weighted):
    """Matrix with row v, column u where u counts for v."""
    weight = "strength" if weighted else None
    matrix = nx.to_numpy_array(plain, nodelist=list(plain), weight=weight)
    if direction == "ignored" and plain.is_directed():
        matrix = matrix + matrix.T if weighted else np.maximum(matrix, matrix.T)
    return matrix.T if direction == "in" else matrix


def by_component(plain, function):
    """Give an array over the actors from one for each component; None is undefined."""
    place = {actor: i for i, actor in enumerate(plain)}
    values = np.full(len(place), np.nan)
    for part in nx.connected_components(plain.to_undirected()):
        at = sorted(place[actor] for actor in part)
        found = function(at)
        if found is not None:
            values[at] = found
    return values


def only_limit(matrix):
    """Give what a million steps of any walker lead to, of length 1; None if it depends on him.

    Steps of I + matrix, so that nobody goes round in circles without end.
    """
    power = np.eye(len(matrix)) + matrix / max(matrix.max(), 1e-300)
    for _ in range(20):
        power = power @ power
        power /= power.max()
    lengths = np.linalg.norm(power, axis=0)
    ends = (power / np.where(lengths > 0, lengths, 1))[:, lengths > 1e-12 * lengths.max()]
    return ends[:, 0] if np.abs(ends - ends[:, :1]).max() < 1e-4 else None


def singular_of(matrix):
    """Give the first singular vectors, None if the largest value is there twice."""
    left, sizes, right = np.linalg.svd(matrix)
    if len(sizes) < 2 or sizes[0] - sizes[1] < 1e-9 * sizes[0]:
        return None
    return np.abs(left[:, 0]), np.abs(right[0])


def as_igraph(plain):
    import igraph

    place = {actor: i for i, actor in enumerate(plain)}
    made = igraph.Graph(
        len(place), [(place[u], place[v]) for u, v in plain.edges], directed=plain.is_directed()
    )
    made.es["strength"] = [cells["strength"] for _, _, cells in plain.edges(data=True)]
    return made


def near(expected, digits=1e-9):
    """Equal to nine digits; undefined where the other is undefined."""
    return pytest.approx(list(expected), rel=digits, abs=digits / 1000, nan_ok=True)
