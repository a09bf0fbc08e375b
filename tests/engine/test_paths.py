"""Distances and what is summed from them, against networkx."""

from math import isnan
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import (
    build_csr,
    distance_weighted_fragmentation,
    distance_weighted_fragmentation_without,
    distances,
    drop,
    reciprocal_distance_sums,
)
from engine.oracles import A1, G1_ARCS, I1, O1, O2, columns, random_pairs, to_networkx


def g1():
    return build_csr(8, *columns(G1_ARCS))


def random_cases(count, most_actors):
    """Every other network is directed; some have more than 64 actors, so two words of bits."""
    for seed in range(count):
        random = Random(seed)
        n = random.choice([random.randint(1, 12), random.randint(60, most_actors)])
        pairs = random_pairs(random, n, 2 * n)
        directed = seed % 2 == 1
        csr = build_csr(n, *columns(pairs), directed=directed)
        yield csr, to_networkx(n, pairs, directed=directed)


class TestDistances:
    def test_g1_mean_and_largest(self):
        apart = distances(g1())[np.triu_indices(8, k=1)]
        assert apart.mean() == 2
        assert apart.max() == 3

    def test_no_path_is_minus_one(self):
        assert distances(build_csr(2, [], [])).tolist() == [[0, -1], [-1, 0]]

    def test_no_actors(self):
        assert distances(build_csr(0, [], [])).shape == (0, 0)

    def test_equal_networkx_on_random_networks(self):
        for csr, graph in random_cases(100, 140):
            expected = np.full((csr.n, csr.n), -1)
            for start, lengths in nx.all_pairs_shortest_path_length(graph):
                expected[start, list(lengths)] = list(lengths.values())
            assert np.array_equal(distances(csr), expected)


class TestReciprocalDistanceSums:
    def test_g1_is_harmonic_times_seven(self):
        sums = reciprocal_distance_sums(g1())
        assert sums[[I1, O1, O2]] / 7 == pytest.approx([0.7857, 0.5952, 0.5], abs=5e-5)

    def test_directed_networks_count_outwards(self):
        csr = build_csr(3, [0, 1], [1, 2], directed=True)
        assert reciprocal_distance_sums(csr).tolist() == [1.5, 1, 0]

    def test_isolates_have_zero(self):
        assert reciprocal_distance_sums(build_csr(3, [], [])).tolist() == [0, 0, 0]

    def test_no_actors(self):
        assert reciprocal_distance_sums(build_csr(0, [], [])).tolist() == []

    def test_equal_networkx_on_random_networks(self):
        for csr, graph in random_cases(100, 140):
            inwards = nx.reverse_view(graph) if csr.is_directed else graph
            expected = nx.harmonic_centrality(inwards)
            sums = reciprocal_distance_sums(csr)
            assert sums == pytest.approx([expected[v] for v in range(csr.n)])

    def test_numbering_the_actors_anew_changes_nothing(self):
        for seed in range(50):
            random = Random(seed)
            n = random.randint(2, 80)
            pairs = random_pairs(random, n, 2 * n)
            new = random.sample(range(n), n)
            one = reciprocal_distance_sums(build_csr(n, *columns(pairs)))
            moved = [(new[u], new[v]) for u, v in pairs]
            two = reciprocal_distance_sums(build_csr(n, *columns(moved)))
            assert np.array_equal(one, two[new])


class TestDistanceWeightedFragmentation:
    """DF = 1 - the mean of 1/d over all pairs."""

    @pytest.mark.parametrize(
        ("leavers", "expected"), [([], 0.4048), ([I1], 0.6825), ([I1, A1], 0.9333)]
    )
    def test_g1(self, leavers, expected):
        found = distance_weighted_fragmentation(drop(g1(), leavers))
        assert found == pytest.approx(expected, abs=5e-5)

    def test_everybody_tied_to_everybody_is_0_and_no_ties_is_1(self):
        assert distance_weighted_fragmentation(build_csr(3, [0, 0, 1], [1, 2, 2])) == 0
        assert distance_weighted_fragmentation(build_csr(3, [], [])) == 1

    @pytest.mark.parametrize("n", [0, 1])
    def test_fewer_than_two_actors_have_none(self, n):
        assert isnan(distance_weighted_fragmentation(build_csr(n, [], [])))


class TestDistanceWeightedFragmentationWithout:
    def test_g1_difference_for_the_intake_worker(self):
        without = distance_weighted_fragmentation_without(g1())
        difference = without[I1] - distance_weighted_fragmentation(g1())
        assert difference == pytest.approx(0.2778, abs=5e-5)

    def test_fewer_than_two_left_have_none(self):
        without = distance_weighted_fragmentation_without(build_csr(2, [0], [1]))
        assert np.isnan(without).all()

    def test_equal_dropping_each_actor_on_random_networks(self):
        for csr, _ in random_cases(60, 90):
            expected = [distance_weighted_fragmentation(drop(csr, v)) for v in range(csr.n)]
            found = distance_weighted_fragmentation_without(csr)
            assert np.array_equal(found, expected, equal_nan=True)

    def test_are_the_same_where_distances_are_too_many_to_be_kept(self, monkeypatch):
        cases = [csr for csr, _ in random_cases(10, 90)]
        kept = [distance_weighted_fragmentation_without(csr) for csr in cases]
        monkeypatch.setattr("collabnet.engine.paths.spread.MOST_KEPT", 0)
        for csr, before in zip(cases, kept, strict=True):
            found = distance_weighted_fragmentation_without(csr)
            assert np.array_equal(found, before, equal_nan=True)
