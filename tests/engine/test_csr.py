"""Compressed rows and what is made from them."""

import re
from random import Random

import numpy as np
import pytest

from collabnet.engine import build_csr, entry_rows, neighbour_lists, to_undirected
from engine.oracles import columns, random_pairs, to_networkx


class TestBuildCsr:
    def test_entries_to_oneself_and_repeats_are_dropped(self):
        csr = build_csr(3, [0, 1, 0, 2, 0], [1, 0, 1, 2, 2], directed=True)
        assert neighbour_lists(csr) == [[1, 2], [0], []]

    def test_undirected_entries_stand_in_both_rows(self):
        assert neighbour_lists(build_csr(3, [2], [0])) == [[2], [], [0]]

    def test_isolates_keep_their_rows(self):
        assert build_csr(4, [], []).indptr.tolist() == [0, 0, 0, 0, 0]

    def test_no_actors_give_no_rows(self):
        csr = build_csr(0, [], [])
        assert csr.n == 0
        assert neighbour_lists(csr) == []

    def test_the_arrays_are_read_only(self):
        csr = build_csr(2, [0], [1])
        with pytest.raises(ValueError, match="read-only"):
            csr.indices[0] = 1
        with pytest.raises(ValueError, match="read-only"):
            csr.indptr[0] = 1

    def test_the_order_of_entries_does_not_matter(self):
        one = build_csr(4, [0, 1, 2], [1, 2, 3])
        two = build_csr(4, [3, 0, 2], [2, 1, 1])
        assert np.array_equal(one.indices, two.indices)
        assert np.array_equal(one.indptr, two.indptr)

    def test_an_actor_outside_the_range_is_refused(self):
        said = "build_csr needs actors from 0 to 2; got 1 to 3."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            build_csr(3, [0, 1], [1, 3])

    def test_a_negative_actor_is_refused(self):
        said = "build_csr needs actors from 0 to 2; got -1 to 1."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            build_csr(3, [-1, 1], [1, 2])

    def test_lists_of_different_length_are_refused(self):
        said = "build_csr needs as many rows as columns; got 2 and 1."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            build_csr(3, [0, 1], [1])


class TestNeighbourLists:
    @pytest.mark.parametrize("directed", [False, True])
    def test_equal_networkx_on_random_networks(self, directed):
        for seed in range(200):
            random = Random(seed)
            n = random.randint(1, 12)
            pairs = random_pairs(random, n, 3 * n)
            graph = to_networkx(n, pairs, directed=directed)
            csr = build_csr(n, *columns(pairs), directed=directed)
            assert neighbour_lists(csr) == [sorted(graph.adj[v]) for v in range(n)]
            assert entry_rows(csr).tolist() == [u for u in range(n) for _ in graph.adj[u]]


class TestToUndirected:
    def test_both_directions_are_joined(self):
        csr = to_undirected(build_csr(3, [0, 1], [1, 0], directed=True))
        assert neighbour_lists(csr) == [[1], [0], []]
        assert not csr.is_directed

    def test_an_undirected_network_comes_back_as_it_is(self):
        csr = build_csr(3, [0, 1], [1, 2])
        assert to_undirected(csr) is csr
