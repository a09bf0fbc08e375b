"""Paths that share no arc: plain and compiled, against networkx and igraph."""

from itertools import permutations
from random import Random

import igraph
import networkx as nx
import numpy as np
import pytest

from collabnet.engine.cuts import disjoint
from collabnet.engine.cuts.disjoint import disjoint_paths, fewest_disjoint_paths
from collabnet.engine.work import told_to


def arcs_of(graph):
    """Who stands at the two ends of the arcs, in no order."""
    arcs = list(graph.edges)
    Random(len(arcs)).shuffle(arcs)
    return np.array([[u for u, _ in arcs], [v for _, v in arcs]], dtype=np.int64)


def random_digraphs(count, most):
    for seed in range(count):
        draw = Random(seed)
        n, share = draw.randint(2, most), draw.choice([0.1, 0.3, 0.6, 0.9])
        graph = nx.empty_graph(n, nx.DiGraph)
        every = permutations(range(n), 2)
        graph.add_edges_from(pair for pair in every if draw.random() < share)
        yield graph


def fewest(graph, pairs, most, **options):
    pairs = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return fewest_disjoint_paths(len(graph), *arcs_of(graph), pairs, most, what="paths", **options)


class TestDisjointPaths:
    def test_a_later_path_takes_back_what_stands_in_its_way(self):
        """The shortest, 0 1 4 5, blocks both others: without it 0 1 2 5 and 0 3 4 5."""
        graph = nx.DiGraph([(0, 1), (1, 4), (4, 5), (1, 2), (2, 6), (6, 5), (0, 7), (7, 3), (3, 4)])
        assert disjoint_paths(8, *arcs_of(graph), 0, 5) == 2
        for compiled in (False, True):
            assert fewest(graph, [(0, 5)], 8, compiled=compiled) == 2

    def test_plain_networkx_and_igraph_agree(self):
        for graph in random_digraphs(200, 8):
            made = igraph.Graph(len(graph), list(graph.edges), directed=True)
            found = disjoint_paths(len(graph), *arcs_of(graph), 0, 1)
            assert found == nx.edge_connectivity(graph, 0, 1) == made.edge_connectivity(0, 1)


class TestFewest:
    @pytest.mark.parametrize("at_once", [1, 256])
    def test_compiled_gives_the_same(self, at_once, monkeypatch):
        pytest.importorskip("numba")
        monkeypatch.setattr(disjoint, "AT_ONCE_COMPILED", at_once)
        for graph in random_digraphs(200, 12):
            for pairs in ([(0, 1)], list(permutations(graph, 2))):
                plain = fewest(graph, pairs, len(graph), compiled=False)
                assert fewest(graph, pairs, len(graph), compiled=True) == plain

    @pytest.mark.parametrize("compiled", [False, True])
    def test_never_more_than_asked_for(self, compiled):
        graph = nx.complete_graph(5, nx.DiGraph)
        assert fewest(graph, [(0, 1), (1, 2)], 9, compiled=compiled) == 4
        assert fewest(graph, [(0, 1), (1, 2)], 3, compiled=compiled) == 3
        assert fewest(graph, [], 3, compiled=compiled) == 3

    def test_large_ones_are_compiled_and_tell_how_far_they_are(self, monkeypatch):
        pytest.importorskip("numba")
        asked, heard = [], []
        monkeypatch.setattr(
            disjoint, "is_worth_compiling", lambda *said: asked.append(said) or True
        )

        class Listener:
            def expect(self, what, seconds):
                pass

            def advance(self, *said):
                heard.append(said)

        ring = nx.cycle_graph(600).to_directed()
        with told_to(Listener()):
            assert fewest(ring, [(v, (v + 1) % 600) for v in range(600)], 2) == 2
        assert asked == [(pytest.approx(600 * 2 * 1000 * 1e-7), "cuts.disjoint_compiled")]
        assert heard == [("paths", 256, 600), ("paths", 512, 600), ("paths", 600, 600)]
