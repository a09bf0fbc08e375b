"""What every actor's leaving does, against removing the actor and counting again."""

import re
from random import Random

import networkx as nx
import numpy as np
import pytest

from collabnet.engine import build_csr, departures
from engine.oracles import (
    A1,
    D1,
    D2,
    G1_ARCS,
    G1_GROUP,
    I1,
    O1,
    O2,
    O3,
    S1,
    columns,
    contact_pairs,
    random_pairs,
    to_networkx,
)


class TestDepartures:
    def test_g1_cutpoints_and_bridges(self):
        found = departures(build_csr(8, *columns(G1_ARCS)))
        assert np.flatnonzero(found.is_cutpoint).tolist() == [I1, A1]
        assert found.bridges == ((O2, I1), (O3, I1), (A1, D2), (A1, S1))

    def test_g1_fragmentation_without_each(self):
        found = departures(build_csr(8, *columns(G1_ARCS)))
        assert found.fragmentation == 0
        assert found.fragmentation_without[[I1, O1, D1]] == pytest.approx([0.5238, 0, 0], abs=5e-5)
        assert found.fragmentation_with_isolate[[I1, O1]] == pytest.approx([0.6429, 0.25], abs=5e-5)

    def test_g1_pairs_cut(self):
        """Without I1 ten pairs of 21 are left: O2 and O3 are alone."""
        found = departures(build_csr(8, *columns(G1_ARCS)), G1_GROUP)
        assert found.pairs_cut[[I1, A1, O1]].tolist() == [11, 11, 0]
        # Of the eleven, O2-O3, O2-O1 and O3-O1 are all in the court.
        assert found.pairs_cut_between_groups[I1] == 8

    def test_without_groups_everybody_is_a_group(self):
        found = departures(build_csr(3, [0, 1], [1, 2]))
        assert found.pairs_cut_between_groups.tolist() == [0, 1, 0]

    def test_an_unknown_group_differs_from_all_others(self):
        star = build_csr(4, [0, 0, 0], [1, 2, 3])
        found = departures(star, [0, -1, -1, 0])
        assert found.pairs_cut_between_groups.tolist() == [3, 0, 0, 0]

    def test_direction_is_ignored(self):
        found = departures(build_csr(3, [0, 2], [1, 1], directed=True))
        assert found.pairs_cut.tolist() == [0, 1, 0]

    def test_the_groups_given_are_not_changed(self):
        groups = np.array([-1, 2, -1])
        departures(build_csr(3, [0, 1], [1, 2]), groups)
        assert groups.tolist() == [-1, 2, -1]

    @pytest.mark.parametrize(("n", "without", "isolate"), [(1, 0, 0), (2, 0, 2), (3, 3, 3)])
    def test_fewer_than_two_left_have_no_fragmentation(self, n, without, isolate):
        found = departures(build_csr(n, [], []))
        assert np.count_nonzero(~np.isnan(found.fragmentation_without)) == without
        assert np.count_nonzero(~np.isnan(found.fragmentation_with_isolate)) == isolate
        assert np.isnan(found.fragmentation) == (n < 2)

    def test_no_actors_give_empty_arrays(self):
        found = departures(build_csr(0, [], []), [])
        assert found.pairs_cut.size == found.fragmentation_without.size == 0
        assert found.bridges == ()

    def test_a_group_is_needed_for_everybody(self):
        said = "departures needs one group for each of 3 actors; got 2."
        with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
            departures(build_csr(3, [], []), [0, 1])

    def test_a_path_of_ten_thousand_is_no_recursion(self):
        n = 10_000
        found = departures(build_csr(n, range(n - 1), range(1, n)), [0] * n)
        assert found.pairs_cut[1] == n - 2
        assert not found.pairs_cut_between_groups.any()

    def test_equal_removing_and_counting_again(self):
        for seed in range(500):
            random = Random(seed)
            n = random.randint(1, 14)
            pairs = random_pairs(random, n, 2 * n)
            group = [random.randint(-1, 3) for _ in range(n)]
            found = departures(build_csr(n, *columns(pairs)), group)
            graph = to_networkx(n, pairs)
            before = contact_pairs(graph)
            assert set(np.flatnonzero(found.is_cutpoint)) == set(nx.articulation_points(graph))
            assert list(found.bridges) == sorted(tuple(sorted(tie)) for tie in nx.bridges(graph))
            for v in range(n):
                after = contact_pairs(nx.restricted_view(graph, [v], []))
                lost = {pair for pair in before - after if v not in pair}
                assert found.pairs_cut[v] == len(lost)
                apart = [(a, b) for a, b in lost if group[a] != group[b] or group[a] < 0]
                assert found.pairs_cut_between_groups[v] == len(apart)
                if n > 2:
                    share = 2 * len(after) / ((n - 1) * (n - 2))
                    assert found.fragmentation_without[v] == pytest.approx(1 - share)
                if n > 1:
                    share = 2 * len(after) / (n * (n - 1))
                    assert found.fragmentation_with_isolate[v] == pytest.approx(1 - share)

    def test_numbering_the_actors_anew_changes_nothing(self):
        for seed in range(100):
            random = Random(seed)
            n = random.randint(2, 30)
            pairs = random_pairs(random, n, 2 * n)
            group = [random.randint(-1, 4) for _ in range(n)]
            new = random.sample(range(n), n)
            one = departures(build_csr(n, *columns(pairs)), group)
            other_group = [group[new.index(v)] for v in range(n)]
            moved = [(new[v], new[u]) for u, v in reversed(pairs)]
            two = departures(build_csr(n, *columns(moved)), other_group)
            assert np.array_equal(one.pairs_cut, two.pairs_cut[new])
            assert np.array_equal(one.pairs_cut_between_groups, two.pairs_cut_between_groups[new])
            assert np.array_equal(
                one.fragmentation_without, two.fragmentation_without[new], equal_nan=True
            )
            bridges = sorted(tuple(sorted((new[u], new[v]))) for u, v in one.bridges)
            assert bridges == list(two.bridges)
