"""Searches for a core against trying them all."""

import networkx as nx
import numpy as np

from collabnet.engine.communities.cores import Pattern, best_cores_of_all, best_of, searched_core
from collabnet.engine.communities.louvain import Pulls


def pattern_of(graph):
    table = nx.to_numpy_array(graph)
    rows, columns = np.nonzero(table + table.T)
    begin = np.searchsorted(rows, np.arange(len(table) + 1))
    pulls = Pulls(
        begin, columns, (table + table.T)[rows, columns], table.sum(axis=1), table.sum(axis=0)
    )
    return Pattern(pulls, float((table**2).sum()))


def test_a_hundred_searches_find_the_best_core_of_12_actors():
    for seed in range(40):
        pattern = pattern_of(
            nx.gnm_random_graph(12, 10 + seed % 40, directed=seed % 2 == 1, seed=seed)
        )
        best = best_cores_of_all(pattern)
        found = best_of(searched_core(pattern, 1, run) for run in range(100))
        assert abs(found.fit - best.fit) < 1e-9, seed
        every = {tuple(row) for row in best.is_core.tolist()}
        assert {tuple(row) for row in found.is_core.tolist()} <= every


def test_no_joining_leaving_or_swap_betters_what_a_search_gives():
    for seed in range(10):
        graph = nx.gnm_random_graph(30, 80, seed=seed)
        pattern = pattern_of(graph)
        found = searched_core(pattern, 1, seed)
        is_core = found.is_core[0]
        for i in range(30):
            for j in range(i, 30):
                other = is_core.copy()
                other[[i, j]] = ~other[[i, j]]
                if i != j and is_core[i] == is_core[j]:
                    continue
                assert fit(graph, other) <= found.fit + 1e-9


def fit(graph, is_core):
    """The correlation, by definition; -2 where everybody is in the core, or nobody."""
    table = nx.to_numpy_array(graph)
    above = np.triu_indices(len(table), 1)
    pattern = np.logical_or.outer(is_core, is_core)[above].astype(float)
    return -2 if np.ptp(pattern) == 0 else np.corrcoef(table[above], pattern)[0, 1]


def test_the_fit_is_the_correlation():
    graph = nx.gnm_random_graph(9, 15, seed=1)
    found = best_cores_of_all(pattern_of(graph))
    assert abs(found.fit - fit(graph, found.is_core[0])) < 1e-12
