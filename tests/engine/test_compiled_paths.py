"""Compiled search along paths against plain search: the same, whatever the network."""

from fractions import Fraction
from random import Random

import numpy as np
import pytest

from collabnet.engine import (
    betweenness,
    build_csr,
    cost_sums,
    distance_counts,
    distance_sums,
    distance_totals,
    distance_weighted_fragmentation,
    distance_weighted_fragmentation_without,
    distances,
    drop,
    tie_betweenness,
)
from collabnet.engine.paths.shortest_threads import shares_in_threads
from collabnet.engine.work import told_to
from engine.oracles import columns
from engine.path_networks import chain_of_squares, costs_of, networks, wide_costs_of

pytest.importorskip("numba")

from collabnet.engine.paths import shortest_lanes  # imports numba


class TestBetweenness:
    @pytest.mark.parametrize("measure", [betweenness, tie_betweenness])
    @pytest.mark.parametrize("largest", [None, 3, 10**6], ids=["ties", "buckets", "heap"])
    def test_equals_plain_search(self, measure, largest):
        for seed, csr in enumerate(networks(60, most=40)):
            costs = largest and costs_of(csr, largest, seed)
            found = measure(csr, costs, compiled=True, threads=1)
            assert found == pytest.approx(measure(csr, costs, compiled=False), rel=1e-11)

    def test_equal_positions_have_equal_values(self):
        wheel = [(0, k) for k in range(1, 31)] + [(k, k % 30 + 1) for k in range(1, 31)]
        assert np.unique(betweenness(build_csr(31, *columns(wheel)), compiled=True)[1:]).size == 1

    @pytest.mark.parametrize("costly", [False, True])
    def test_more_paths_than_an_integer_counts(self, costly):
        csr = chain_of_squares(70)
        found = betweenness(csr, [1] * csr.indices.size if costly else None, compiled=True)
        outside = [(3 * k + 1) * (3 * (69 - k) + 1) / 2 for k in range(70)]
        assert found[1::3].tolist() == found[2::3].tolist() == outside

    @pytest.mark.parametrize("measure", [betweenness, tie_betweenness])
    @pytest.mark.parametrize("costly", [False, True])
    def test_more_than_a_float_counts_are_left_to_plain_search(self, measure, costly, monkeypatch):
        csr = chain_of_squares(12)
        costs = [1] * csr.indices.size if costly else None
        monkeypatch.setattr("collabnet.engine.paths.shortest_lanes.MOST_PATHS", 2.0**12)
        assert shares_in_threads(csr, costs, ties=False, what="betweenness", threads=1) is not None
        monkeypatch.setattr("collabnet.engine.paths.shortest_lanes.MOST_PATHS", 2.0**12 - 1)
        assert shares_in_threads(csr, costs, ties=False, what="betweenness", threads=1) is None
        assert measure(csr, costs, compiled=True).tolist() == measure(csr, compiled=False).tolist()

    def test_the_largest_count_is_told_even_if_infinite(self):
        csr = chain_of_squares(1030)
        through, none = np.zeros(csr.n), np.zeros(0)
        ties = csr.indptr.copy(), csr.indices.astype(np.uint32)
        assert shortest_lanes.shares(*ties, 0, 1, through, none) == np.inf


class TestCostSums:
    @pytest.mark.parametrize("largest", [1, 7, 10**6])
    def test_equal_plain_search(self, largest):
        for seed, csr in enumerate(networks(60)):
            costs = costs_of(csr, largest, seed)
            unit = Fraction(5, 3)
            plain = cost_sums(csr, costs, unit=unit, compiled=False)
            found = cost_sums(csr, costs, unit=unit, compiled=True)
            for name in ("reached", "total", "farthest"):
                assert np.array_equal(getattr(plain, name), getattr(found, name)), (seed, name)
            assert found.reciprocal == pytest.approx(plain.reciprocal, rel=1e-13)

    def test_costs_of_1_give_distances(self):
        for csr in networks(40):
            of_costs = cost_sums(csr, [1] * csr.indices.size, compiled=False)
            of_ties = distance_sums(csr, compiled=False)
            for one, other in zip(of_costs, of_ties, strict=True):
                assert one == pytest.approx(other)

    def test_a_cost_of_zero_is_refused(self):
        with pytest.raises(
            ValueError,
            match=r"^cost_sums needs 2 positive costs, one per entry; got 2, the smallest 0\.$",
        ):
            cost_sums(build_csr(2, [0], [1]), [1, 0])


class TestDistanceCounts:
    def test_equal_plain_search_and_all_distances(self):
        for csr in networks(100, most=140):
            plain = distance_counts(csr, compiled=False)
            assert np.array_equal(distance_counts(csr, compiled=True), plain)
            apart = distances(csr)
            for d in range(1, plain.shape[1] + 1):
                assert np.array_equal((apart == d).sum(axis=1), plain[:, d - 1])
            assert apart.max(initial=0) == plain.shape[1]
            assert np.array_equal(distance_totals(csr, compiled=True), plain.sum(axis=0))

    def test_sums_are_the_same_to_the_last_digit(self):
        for csr in networks(60, most=140):
            plain, found = (distance_sums(csr, compiled=one) for one in (False, True))
            for one, other in zip(plain, found, strict=True):
                assert np.array_equal(one, other)
                assert one.dtype == other.dtype

    @pytest.mark.parametrize("n", [128, 129, 130, 300])
    @pytest.mark.parametrize("directed", [False, True])
    def test_long_networks(self, n, directed):
        csr = build_csr(n, range(n - 1), range(1, n), directed=directed)
        plain = distance_counts(csr, compiled=False)
        assert plain.shape == (n, n - 1)
        assert np.array_equal(distance_counts(csr, compiled=True), plain)
        assert distance_sums(csr, compiled=True).farthest[0] == n - 1

    def test_more_actors_than_are_searched_together(self):
        draw = Random(1)
        pairs = [(draw.randrange(1100), draw.randrange(1100)) for _ in range(2500)]
        csr = build_csr(1100, *columns(pairs), directed=True)
        plain = distance_counts(csr, compiled=False)
        assert np.array_equal(distance_counts(csr, compiled=True), plain)


class TestWithoutEachActor:
    def test_equals_plain_search_exactly(self):
        """To the last bit: what was compiled before must not matter. A path has long ways."""
        path = build_csr(90, range(89), range(1, 90))
        for csr in (path, *networks(250)):
            plain = distance_weighted_fragmentation_without(csr, compiled=False)
            found = distance_weighted_fragmentation_without(csr, compiled=True)
            assert np.array_equal(found, plain, equal_nan=True)

    @pytest.mark.parametrize("directed", [False, True])
    def test_equals_dropping_each_where_ways_round_are_long(self, directed):
        """A ring with a chain hanging on it; a ladder."""
        ring = [(k, (k + 1) % 40) for k in range(40)] + [(k, k + 1) for k in range(40, 60)]
        ladder = [(k, k + 2) for k in range(38)] + [(k, k + 1) for k in range(0, 40, 2)]
        for pairs, n in ([*ring, (0, 40)], 61), (ladder, 40):
            csr = build_csr(n, *columns(pairs), directed=directed)
            found = distance_weighted_fragmentation_without(csr, compiled=True)
            expected = [distance_weighted_fragmentation(drop(csr, v)) for v in range(n)]
            assert found == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("n", [0, 1, 2])
@pytest.mark.parametrize("compiled", [False, True])
def test_networks_without_ties(n, compiled):
    csr = build_csr(n, [], [])
    assert betweenness(csr, compiled=compiled).tolist() == [0] * n
    assert betweenness(csr, [], compiled=compiled).tolist() == [0] * n
    assert tie_betweenness(csr, compiled=compiled).shape == (0,)
    assert distance_counts(csr, compiled=compiled).shape == (n, 0)
    assert distance_totals(csr, compiled=compiled).shape == (0,)
    for sums in (distance_sums(csr, compiled=compiled), cost_sums(csr, [], compiled=compiled)):
        assert [column.tolist() for column in sums] == [[0] * n] * 4
    without = distance_weighted_fragmentation_without(csr, compiled=compiled)
    assert without.shape == (n,)
    assert np.isnan(without).all()


class TestThreads:
    """Parts are few actors here, so that there are many of them."""

    def test_their_number_changes_no_bit(self, monkeypatch):
        monkeypatch.setattr("collabnet.engine.paths.shortest_threads.PART", 1)
        monkeypatch.setattr("collabnet.engine.paths.rings_threads.PART", 1)
        monkeypatch.setattr("collabnet.engine.paths.distances_threads.PART", 1)
        draw = Random(3)
        csr = build_csr(
            600, *columns([(draw.randrange(600), draw.randrange(600)) for _ in range(1500)])
        )
        costs, wide = costs_of(csr, 9), wide_costs_of(csr, "1/strength")
        for run in (
            lambda threads: betweenness(csr, compiled=True, threads=threads),
            lambda threads: tie_betweenness(csr, compiled=True, threads=threads),
            lambda threads: betweenness(csr, costs, compiled=True, threads=threads),
            lambda threads: tie_betweenness(csr, wide, compiled=True, threads=threads),
            lambda threads: cost_sums(csr, wide, compiled=True, threads=threads).total,
            lambda threads: distance_counts(csr, compiled=True, threads=threads),
            lambda threads: cost_sums(csr, costs, compiled=True, threads=threads).reciprocal,
            lambda threads: distance_weighted_fragmentation_without(
                csr, compiled=True, threads=threads
            ),
        ):
            assert len({run(threads).tobytes() for threads in (1, 2, 3)}) == 1

    def test_progress_is_told(self, monkeypatch):
        monkeypatch.setattr("collabnet.engine.paths.shortest_threads.PART", 1)
        told = []

        class Hears:
            def expect(self, what, seconds):
                pass

            def advance(self, what, done, total):
                told.append((what, done, total))

        with told_to(Hears()):
            betweenness(chain_of_squares(6), compiled=True)
        assert told == [
            ("betweenness", 8, 19),
            ("betweenness", 16, 19),
            ("betweenness", 19, 19),
        ]
