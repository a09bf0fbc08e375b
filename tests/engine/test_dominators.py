"""Unavoidable vertices: each alone stops every way, against leaving out each in turn."""

from random import Random

from collabnet.engine import DominatorTree, build_csr, minimum_cuts, unavoidable
from engine.oracles import (
    A1,
    COURT,
    G1_AGENCIES,
    G1_ARCS,
    HOSPITAL,
    I1,
    POLICE,
    RESIDENTIAL,
    S1,
    columns,
    is_way,
    random_fixed,
    random_members,
    random_pairs,
)


class TestUnavoidable:
    def test_g1_hospital_to_residential_in_the_order_of_the_way(self):
        assert unavoidable(8, G1_ARCS, HOSPITAL, RESIDENTIAL) == (S1, A1, I1)

    def test_g1_police_to_residential(self):
        assert unavoidable(8, G1_ARCS, POLICE, RESIDENTIAL) == (I1,)

    def test_positions_are_passed_but_not_named(self):
        assert unavoidable(8, G1_ARCS, HOSPITAL, RESIDENTIAL, fixed={A1}) == (S1, I1)

    def test_no_way_has_no_unavoidable_vertices(self):
        assert unavoidable(8, G1_ARCS, COURT, POLICE) == ()

    def test_equals_leaving_out_each_vertex_on_random_graphs(self):
        for seed in range(1_000):
            random = Random(seed)
            n = random.randint(1, 12)
            arcs = random_pairs(random, n, 2 * n)
            sources, sinks = random_members(random, n, 3), random_members(random, n, 3)
            fixed = random_fixed(random, n)
            found = unavoidable(n, arcs, sources, sinks, fixed=fixed)
            stops = {
                v
                for v in range(n)
                if v not in fixed
                and is_way(arcs, sources, sinks, ())
                and not is_way(arcs, sources, sinks, {v})
            }
            assert len(found) == len(stops)
            assert set(found) == stops

    def test_they_are_the_cuts_of_size_one(self):
        for seed in range(300):
            random = Random(seed)
            n = random.randint(2, 30)
            arcs = random_pairs(random, n, 2 * n)
            sources, sinks = random_members(random, n, 3), random_members(random, n, 3)
            cuts = minimum_cuts(n, arcs, sources, sinks)
            found = unavoidable(n, arcs, sources, sinks)
            assert sorted(found) == ([v for (v,) in cuts.sets] if cuts.size == 1 else [])


class TestDominatorTree:
    def test_one_tree_answers_for_all_receivers(self):
        csr = build_csr(8, *columns(G1_ARCS), directed=True)
        tree = DominatorTree(csr, POLICE)
        for sinks in G1_AGENCIES:
            assert tree.unavoidable(sinks) == unavoidable(8, G1_ARCS, POLICE, sinks)

    def test_g1_reachable_pairs_lost_by_each_leaver(self):
        """Of 7 reachable pairs of agencies: I1 4, A1 4, S1 2, O1 1, D1 1."""
        csr = build_csr(8, *columns(G1_ARCS), directed=True)
        lost = [0] * 8
        for sources in G1_AGENCIES:
            tree = DominatorTree(csr, sources)
            for sinks in G1_AGENCIES:
                if sinks != sources:
                    for v in tree.unavoidable(sinks):
                        lost[v] += 1
        assert lost == [1, 0, 0, 4, 4, 1, 0, 2]

    def test_reached_or_not(self):
        tree = DominatorTree(build_csr(8, *columns(G1_ARCS), directed=True), HOSPITAL)
        assert tree.is_reached(RESIDENTIAL)
        assert tree.is_reached(HOSPITAL)
        assert not tree.is_reached(COURT)

    def test_without_sources_nothing_is_reached(self):
        tree = DominatorTree(build_csr(2, [0], [1], directed=True), [])
        assert not tree.is_reached([0, 1])
        assert tree.unavoidable([0, 1]) == ()

    def test_two_that_send_and_receive_are_two_ways_that_share_nobody(self):
        """Whatever the arcs: no tree is needed to say that nobody is on all ways."""
        csr = build_csr(4, [0, 1], [1, 2], directed=True)
        assert DominatorTree(csr, [0, 1]).unavoidable([0, 1, 2]) == ()
        assert DominatorTree(csr, [0, 3]).unavoidable([0, 2]) == (0,)
