"""Jackknife, vertex bootstrap and paired comparison of two networks of the same actors."""

from math import sqrt

import networkx as nx
import numpy as np
import pytest
from scipy.stats import norm

from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from collabnet.stats import compare_paired, jackknife, vertex_bootstrap
from metrics.g1 import DIRECTED, UNDIRECTED
from stats.r_relations import BUSINESS, MARRIAGE, graph_of

approx = pytest.approx


class TestJackknife:
    def test_density_of_the_sample(self):
        """Snijders and Borgatti (1999): density 8 of 28, standard error 0.1010."""
        row = jackknife(UNDIRECTED).row
        assert (round(row["estimate"], 4), round(row["standard_error"], 4)) == (0.2857, 0.1010)
        assert row["ci_high"] - row["ci_low"] == approx(2 * 1.959964 * row["standard_error"])

    @pytest.mark.parametrize("graph", [nx.karate_club_graph(), DIRECTED.to_networkx()])
    def test_by_definition(self, graph):
        plain = nx.DiGraph(graph) if graph.is_directed() else nx.Graph(graph)
        without = []
        for actor in plain:
            one = plain.copy()
            one.remove_node(actor)
            without.append(nx.density(one))
        n = len(plain)
        spread = sum((z - np.mean(without)) ** 2 for z in without)
        row = jackknife(graph).row
        assert row["standard_error"] == approx(sqrt((n - 2) / (2 * n) * spread))

    def test_a_complete_network_has_no_spread(self):
        assert jackknife(nx.complete_graph(6)).row["standard_error"] == 0

    def test_undefined_without_somebody(self):
        found = jackknife(graph_of(4, (0, 1), directed=True), "reciprocity")
        assert np.isnan(found.row["standard_error"])
        assert found.notes == ("Without 2 of the 4 actors reciprocity is undefined.",)
        assert found.sentence == "How sure reciprocity is can't be told: it is undefined."

    def test_too_few(self):
        with pytest.raises(AssumptionError) as refused:
            jackknife(nx.path_graph(2))
        assert str(refused.value) == (
            "jackknife needs 3 actors or more; got 2. There is too little to compare."
        )


class TestVertexBootstrap:
    def test_it_is_34_to_70_percent_too_wide_for_density_where_ties_are_few(self):
        """The true error of random networks is sqrt(p (1 - p) / pairs); the jackknife meets it."""
        n, p = 40, 0.08
        truth = sqrt(p * (1 - p) / (n * (n - 1) / 2))
        boot, jack = [], []
        for seed in range(12):
            graph = nx.gnp_random_graph(n, p, seed=seed)
            boot.append(vertex_bootstrap(graph, nx_density, draws=80).row["standard_error"])
            jack.append(jackknife(graph, nx_density).row["standard_error"])
        assert 1.25 < np.mean(boot) / truth < 1.75
        assert 0.85 < np.mean(jack) / truth < 1.15

    def test_the_note_says_so(self):
        assert vertex_bootstrap(UNDIRECTED, "density", draws=2).notes == (
            "The vertex bootstrap is 34 to 70 % too wide for the density of sparse networks: "
            "there, use the jackknife.",
        )

    def test_copies_of_an_actor_get_the_ties_of_a_pair_drawn_at_random(self):
        """So that a complete network stays complete, and an empty one empty."""
        for graph, density in ((nx.complete_graph(5), 1), (nx.empty_graph(5), 0)):
            row = vertex_bootstrap(graph, "density", draws=30).row
            assert (row["mean_of_draws"], row["standard_error"]) == (density, 0)

    def test_strengths_come_along_and_ties_keep_their_direction(self):
        network = Network.from_pairs(
            [("a", "b", 3), ("b", "c", 3), ("c", "d", 3)], is_directed=True
        )
        seen = set()

        def one_way(drawn):
            assert drawn.is_directed
            seen.update(drawn.arcs[2].tolist())
            return len(drawn.keyed_ties)

        assert vertex_bootstrap(network, one_way, draws=20).row["estimate"] == 3
        assert seen == {3.0}

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        turned = nx.Graph()
        turned.add_nodes_from(reversed(list(BUSINESS)))
        turned.add_edges_from(reversed(list(BUSINESS.edges)))
        first, same, other = (
            vertex_bootstrap(one, "transitivity", draws=30, seed=seed).table
            for one, seed in ((BUSINESS, 1), (turned, 1), (BUSINESS, 2))
        )
        assert first.equals(same)
        assert not first.equals(other)


def nx_density(network):
    n = len(network.actor_ids)
    return len(network.keyed_ties) / (n * (n - 1) / 2)


class TestPaired:
    def test_the_jackknife_of_the_difference(self):
        row = compare_paired(MARRIAGE, BUSINESS).row
        assert row["difference"] == approx((15 - 20) / 120)
        without = [
            nx.density(BUSINESS.subgraph(set(BUSINESS) - {one}))
            - nx.density(MARRIAGE.subgraph(set(MARRIAGE) - {one}))
            for one in MARRIAGE
        ]
        error = sqrt(14 / 32 * sum((z - np.mean(without)) ** 2 for z in without))
        assert row["standard_error"] == approx(error)
        assert row["t"] == approx(row["difference"] / error)
        assert row["p_two_sided"] == approx(2 * norm.sf(abs(row["t"])))

    def test_pairing_counts(self):
        """The same actors are busy in both: the difference is surer than of two strangers."""
        alone = [jackknife(one).row["standard_error"] for one in (MARRIAGE, BUSINESS)]
        assert compare_paired(MARRIAGE, BUSINESS).row["standard_error"] < np.hypot(*alone)

    def test_a_network_does_not_differ_from_itself(self):
        for by in ("jackknife", "bootstrap"):
            found = compare_paired(MARRIAGE, MARRIAGE, by=by, draws=20)
            assert (found.row["difference"], found.row["standard_error"]) == (0, 0)
            assert found.sentence == (
                "The density of the same 16 actors is 0.167 in the first network and 0.167 in the "
                "second; how sure the difference is can't be told."
            )

    def test_the_bootstrap_says_that_it_is_too_wide(self):
        found = compare_paired(MARRIAGE, BUSINESS, by="bootstrap", draws=100)
        jack = compare_paired(MARRIAGE, BUSINESS).row["standard_error"]
        assert 0.9 < found.row["standard_error"] / jack < 2.2
        assert "34 to 70 % too wide" in found.notes[0]
        assert found.notes[1] == "With 16 actors the p value is a rough guide."

    def test_other_actors_are_refused(self):
        with pytest.raises(CollabnetError) as refused:
            compare_paired(graph_of(4, (0, 1)), graph_of(6, (0, 1)))
        assert str(refused.value) == (
            "compare_paired needs the same actors in both networks; 4 is in one alone, and 1 more "
            "are. Between waves, leave out whoever was asked once, with network.without([...]); "
            "two sites can't be compared this way."
        )
