"""Whether ties join alike with alike, by definition, from print and as other programs give it."""

import igraph
import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import degree_assortativity, group_assortativity
from collabnet.model import Network
from collabnet.model.errors import AssumptionError
from metrics.g1 import DIRECTED
from metrics.groups import definitions
from metrics.groups.test_blocks import COUPLES, IN_THREE, STRENGTHS
from metrics.networks import network_of, random_graphs, simple, two_groups

approx = pytest.approx


class TestGroupAssortativity:
    def test_couples_as_newman_prints_them(self):
        """Newman (2003), Phys. Rev. E 67, 026126: r = 0.621. The shares have three digits."""
        pairs = [
            (f"{man} man", f"{woman} woman", number)
            for man, row in COUPLES.items()
            for woman, number in row.items()
        ]
        network = Network.from_pairs(pairs, is_directed=True)
        groups = {actor: actor.split()[0] for actor in network.actor_ids}
        table = group_assortativity(network, groups=groups, weights="strength")
        assert table["group_assortativity"][0] == approx(0.621, abs=0.0025)

    def test_as_igraph_prints_it(self):
        """Version 1.3.5 in R: the karate club's factions, and a directed network."""
        karate = group_assortativity(nx.karate_club_graph(), groups="club")
        assert karate["group_assortativity"][0] == approx(0.7175308642, abs=5e-11)
        other = group_assortativity(STRENGTHS, groups=IN_THREE)
        assert other["group_assortativity"][0] == approx(-0.037037037037037)

    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    def test_by_definition(self, weights):
        for graph in random_graphs():
            groups = two_groups(graph)
            mixed = definitions.mixing(graph, groups, weighted=weights == "strength")
            table = group_assortativity(graph, groups=groups, weights=weights)
            expected = definitions.assortativity(mixed)
            assert table["group_assortativity"][0] == approx(
                expected, rel=1e-9, abs=1e-12, nan_ok=True
            )

    def test_as_networkx_and_igraph_give_it(self):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            groups = two_groups(graph)
            found = group_assortativity(graph, groups=groups)["group_assortativity"][0]
            if np.isnan(found):
                continue
            nx.set_node_attributes(plain, groups, "group")
            theirs = nx.attribute_assortativity_coefficient(plain, "group")
            assert found == approx(theirs, rel=1e-9, abs=1e-12)
            types = ["AB".index(groups[actor]) for actor in plain]
            other = igraph.Graph.from_networkx(plain).assortativity_nominal(types)
            assert found == approx(other, rel=1e-9, abs=1e-12)

    def test_ties_within_groups_alone_give_1_and_within_one_group_nothing(self):
        pairs = network_of(("a", "b"), ("c", "d"))
        two = group_assortativity(pairs, groups={"a": 1, "b": 1, "c": 2, "d": 2})
        assert two["group_assortativity"].tolist() == [1.0]
        one = group_assortativity(pairs, groups=dict.fromkeys("abcd", 1))
        assert one["group_assortativity"].isna().all()

    def test_ties_that_all_lead_from_one_group_to_another_are_as_by_chance(self):
        """e_ii = 0 and a_i b_i = 0 for both groups."""
        across = network_of(("a", "c"), ("b", "c"), directed=True)
        found = group_assortativity(across, groups={"a": 1, "b": 1, "c": 2})
        assert found["group_assortativity"].tolist() == [0.0]

    def test_the_unit_of_the_strengths_changes_nothing(self):
        groups = {"a": 1, "b": 1, "c": 2}
        found = [
            group_assortativity(
                network_of(("a", "b", 3 * unit), ("b", "c", unit)),
                groups=groups,
                weights="strength",
            )["group_assortativity"][0]
            for unit in (1.0, 1e-99, 1e99)
        ]
        assert found == approx([found[0]] * 3)


class TestDegreeAssortativity:
    def test_as_igraph_prints_it(self):
        """Version 1.3.5 in R."""
        karate = degree_assortativity(nx.karate_club_graph())
        assert karate["degree_assortativity"][0] == approx(-0.4756130977, abs=5e-11)
        other = degree_assortativity(STRENGTHS)
        assert other["degree_assortativity"][0] == approx(-0.544581148637171)

    @pytest.mark.parametrize("ends", [("out", "in"), ("in", "out"), ("out", "out"), ("in", "in")])
    def test_by_definition_and_as_networkx_gives_it(self, ends):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            table = degree_assortativity(graph, from_degree=ends[0], to_degree=ends[1])
            found = table["degree_assortativity"][0]
            if plain.is_directed():
                degree = {"out": dict(plain.out_degree), "in": dict(plain.in_degree)}
            else:
                degree = {"out": dict(plain.degree), "in": dict(plain.degree)}
            both = [(degree[ends[0]][u], degree[ends[1]][v]) for u, v in definitions.arcs(graph)]
            spread = [len(set(one)) for one in zip(*both, strict=True)] or [0]
            if min(spread) < 2:
                assert np.isnan(found)
                continue
            assert found == approx(np.corrcoef(*zip(*both, strict=True))[0, 1], abs=1e-12)
            options = {"x": ends[0], "y": ends[1]} if plain.is_directed() else {}
            theirs = nx.degree_assortativity_coefficient(plain, **options)
            assert found == approx(theirs, rel=1e-9, abs=1e-12)

    def test_as_igraph_gives_it(self):
        for graph in random_graphs():
            plain = simple(graph, directed=graph.is_directed())
            found = degree_assortativity(graph)["degree_assortativity"][0]
            if found == found:
                theirs = igraph.Graph.from_networkx(plain).assortativity_degree()
                assert found == approx(theirs, rel=1e-9, abs=1e-12)

    def test_where_all_have_as_many_ties_it_is_undefined(self):
        assert degree_assortativity(nx.cycle_graph(5))["degree_assortativity"].isna().all()

    def test_a_degree_that_does_not_exist(self):
        with pytest.raises(AssumptionError) as refused:
            degree_assortativity(DIRECTED, to_degree="all")
        assert str(refused.value) == (
            "degree_assortativity needs the to_degree 'out' or 'in'; got 'all'."
        )
