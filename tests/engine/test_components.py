"""Who is in contact with whom, and how broken up a network is."""

from math import isnan
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import (
    build_csr,
    component_labels,
    drop,
    fragmentation,
    neighbour_lists,
    pairs_in_contact,
)
from engine.oracles import A1, G1_ARCS, I1, O1, columns, contact_pairs, random_pairs, to_networkx


def g1():
    return build_csr(8, *columns(G1_ARCS))


class TestComponentLabels:
    def test_direction_is_ignored(self):
        csr = build_csr(3, [0, 2], [1, 1], directed=True)
        assert component_labels(csr).tolist() == [0, 0, 0]

    def test_labels_follow_the_order_of_the_actors(self):
        assert component_labels(build_csr(5, [3, 2], [1, 4])).tolist() == [0, 1, 2, 1, 2]

    def test_no_actors_have_no_labels(self):
        assert component_labels(build_csr(0, [], [])).tolist() == []

    def test_equal_networkx_on_random_networks(self):
        for seed in range(300):
            random = Random(seed)
            n = random.randint(1, 15)
            pairs = random_pairs(random, n, n)
            label = component_labels(build_csr(n, *columns(pairs), directed=seed % 2 == 1))
            graph = to_networkx(n, pairs)
            parts = [{v for v in range(n) if label[v] == at} for at in range(label.max() + 1)]
            assert parts == sorted(nx.connected_components(graph), key=min)
            assert pairs_in_contact(label) == len(contact_pairs(graph))


class TestDrop:
    def test_those_who_stay_keep_their_order(self):
        path = build_csr(4, [0, 1, 2], [1, 2, 3])
        assert neighbour_lists(drop(path, 0)) == [[1], [0, 2], [1]]

    def test_several_can_leave_at_once(self):
        path = build_csr(5, [0, 1, 2, 3], [1, 2, 3, 4])
        assert neighbour_lists(drop(path, [0, 2])) == [[], [2], [1]]

    def test_a_directed_network_stays_directed(self):
        left = drop(build_csr(3, [0, 1], [1, 2], directed=True), 0)
        assert left.is_directed
        assert neighbour_lists(left) == [[1], []]

    def test_the_network_itself_does_not_change(self):
        csr = g1()
        drop(csr, I1)
        assert csr.n == 8
        assert csr.indices.size == 16


class TestFragmentation:
    """F = 1 - sum s(s-1) / n(n-1) over the components' sizes s."""

    @pytest.mark.parametrize(
        ("leavers", "among_stayers", "with_isolates"),
        [([], 0, 0), ([I1], 0.5238, 0.6429), ([I1, A1], 0.9333, 0.9643), ([O1], 0, 0.25)],
    )
    def test_g1(self, leavers, among_stayers, with_isolates):
        label = component_labels(drop(g1(), leavers))
        assert fragmentation(label) == pytest.approx(among_stayers, abs=5e-5)
        assert fragmentation(label, n=8) == pytest.approx(with_isolates, abs=5e-5)

    def test_nobody_in_contact_is_1(self):
        assert fragmentation(np.arange(4)) == 1

    @pytest.mark.parametrize("n", [0, 1])
    def test_fewer_than_two_actors_have_none(self, n):
        assert isnan(fragmentation(np.arange(n)))
