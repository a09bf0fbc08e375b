"""CUG tests: exact on tiny networks, near R's on larger ones."""

from itertools import product
from math import comb

import networkx as nx
import numpy as np
import pytest

import collabnet as cn
from collabnet.metrics import dyad_census
from collabnet.model.errors import AssumptionError, NotFoundError
from collabnet.stats import cug_test, uniform_graphs
from collabnet.stats.bare import bare
from metrics.g1 import AGENCY, DIRECTED
from stats.r_relations import cug_graphs, graph_of
from stats.reference import REFERENCE, is_near

approx = pytest.approx
STAR = graph_of(4, (0, 1), (0, 2), (0, 3))
MIXED = graph_of(4, (0, 1), (1, 0), (1, 2), (3, 2), directed=True)


def graphs(network, condition):
    """Give all networks like this one as the program goes through them."""
    own = bare(network, "cug_test")
    every, draw, count = uniform_graphs._graphs(own, condition)
    return own, [tuple(one.tolist()) for one in every], draw, count


class TestExact:
    def test_a_star_is_one_of_four_among_twenty_networks_with_three_ties(self):
        row = cug_test(STAR, "centralization").row
        assert (row["observed"], row["share_at"], row["p_greater"]) == (1, 4 / 20, 4 / 20)
        assert (row["n_graphs"], row["is_exact"], row["share_above"]) == (20, True, 0)

    @pytest.mark.parametrize(
        ("condition", "count"), [("size", 2**12), ("edges", comb(12, 4)), ("dyads", 6 * 10 * 4)]
    )
    def test_every_network_stands_once(self, condition, count):
        own, every, _, told = graphs(MIXED, condition)
        assert len(every) == len(set(every)) == count == told
        if condition == "edges":
            assert {sum(one) for one in every} == {4}
        if condition == "dyads":
            census = {tuple(dyad_census(own.tied(np.array(one))).iloc[0]) for one in every}
            assert census == {tuple(dyad_census(MIXED).iloc[0])}

    @pytest.mark.parametrize("condition", ["size", "edges", "dyads"])
    def test_what_is_drawn_is_one_of_them_each_as_often(self, condition):
        small = graph_of(3, (0, 1), (1, 0), (1, 2), directed=True)
        _, every, draw, count = graphs(small, condition)
        random = np.random.default_rng(1)
        found = [tuple(draw(random).tolist()) for _ in range(40 * count)]
        assert set(found) == set(every)
        often = np.array([found.count(one) for one in every])
        assert ((often - 40) ** 2 / 40).sum() < count + 5 * np.sqrt(2 * count)

    def test_by_definition(self):
        cells = [(u, v) for u, v in product(range(3), repeat=2) if u != v]
        graph = graph_of(3, (0, 1), (1, 0), (1, 2), directed=True)
        values = [
            nx.overall_reciprocity(graph_of(3, *ties, directed=True))
            for chosen in product((False, True), repeat=6)
            if (ties := [cell for cell, is_in in zip(cells, chosen, strict=True) if is_in])
        ]
        row = cug_test(graph, "reciprocity", condition="size").row
        own = nx.overall_reciprocity(graph)
        assert (row["observed"], row["n_graphs"], row["n_undefined"]) == (approx(own), 64, 1)
        assert row["share_at"] == approx(np.mean(np.isclose(values, own)))
        assert row["share_above"] == approx(np.mean(np.array(values) > own + 1e-9))


class TestDrawn:
    @pytest.mark.parametrize("name", ["karate club", "directed"])
    @pytest.mark.parametrize("condition", ["size", "edges", "dyads"])
    def test_transitivity_as_in_r(self, name, condition):
        """cug.test of sna with gtrans."""
        graph = cug_graphs()[name]
        theirs = "dyad.census" if condition == "dyads" and graph.is_directed() else condition
        row = cug_test(graph, "transitivity", condition=condition, draws=400).row
        theirs = REFERENCE[f"{name}/{'edges' if theirs == 'dyads' else theirs}"]
        observed, greater, less, mean, sd = theirs
        assert row["observed"] == approx(observed, rel=1e-9)
        assert is_near(row["p_greater"], greater, 400)
        assert is_near(row["p_less"], less, 400)
        assert row["mean_by_chance"] == approx(mean, abs=4.5 * sd / 20)
        assert row["sd_by_chance"] == approx(sd, rel=0.2)

    def test_the_seed_decides_and_the_order_of_the_input_does_not(self):
        graph = nx.karate_club_graph()
        turned = nx.Graph()
        turned.add_nodes_from(reversed(list(graph)))
        turned.add_edges_from(reversed(list(graph.edges)))
        first, same, other = (
            cug_test(one, "transitivity", draws=50, seed=seed).table
            for one, seed in ((graph, 1), (turned, 1), (graph, 2))
        )
        assert first.equals(same)
        assert not first.equals(other)

    def test_a_large_network_is_drawn_without_counting_all(self):
        graph = nx.gnm_random_graph(300, 1000, seed=1)
        row = cug_test(graph, "density", condition="size", draws=3).row
        assert (row["n_graphs"], row["is_exact"]) == (3, False)

    def test_below_and_above_leave_the_observed_one_out(self):
        row = cug_test(nx.karate_club_graph(), "density", draws=20).row
        assert (row["share_below"], row["share_at"], row["share_above"]) == (0, 1, 0)
        assert (row["p_greater"], row["p_less"], row["sd_by_chance"]) == (1, 1, 0)


class TestStatistic:
    def test_a_measure_with_options_or_a_function_of_ones_own(self):
        by_name = cug_test(STAR, {"centralization": {"of": "betweenness"}}).table

        def centralization(network):
            return cn.metrics.centralization(network, of="betweenness")

        assert cug_test(STAR, centralization).table.equals(by_name)

    def test_attributes_of_actors_stay_and_strengths_go(self):
        graph = DIRECTED.to_networkx()
        nx.set_node_attributes(graph, AGENCY, "agency")

        def between(network):
            assert set(network.arcs[2]) == {1.0}
            return cn.metrics.ei_index(network, groups="agency", draws=1)["ei_index"].iloc[0]

        row = cug_test(graph, between, draws=30).row
        assert (row["statistic"], row["observed"]) == ("between", 1.0)

    def test_undefined_for_the_network(self):
        found = cug_test(nx.empty_graph(4, create_using=nx.DiGraph), "reciprocity")
        assert np.isnan(found.row["p_greater"])
        assert found.sentence == ("For this network, or for random ones, reciprocity is undefined.")

    def test_the_sentence(self):
        assert cug_test(STAR, "centralization").sentence == (
            "The network's centralization is 1.000. Random networks with as many actors and ties "
            "have 0.467 on average; as high or higher: p = 0.200."
        )

    @pytest.mark.parametrize(
        ("statistic", "said"),
        [
            (
                "degree",
                "cug_test needs a measure with one number for the network; degree has rows for "
                "actors. Take another, or hand over a function that gives a number.",
            ),
            (
                "dyad_census",
                "cug_test needs one number; dyad_census gives mutual, asymmetric, null. Hand over "
                "a function, as lambda network: "
                'cn.metrics.dyad_census(network)["..."].iloc[0].',
            ),
            (
                lambda network: "much",
                "cug_test needs a function that gives a number; <lambda> gave str. Let it return "
                "one number.",
            ),
            (["density", "reciprocity"], "cug_test needs one statistic; got 2. Name one measure."),
        ],
    )
    def test_what_is_no_number_is_refused(self, statistic, said):
        with pytest.raises(AssumptionError) as refused:
            cug_test(STAR, statistic)
        assert str(refused.value) == said

    def test_a_measure_that_is_not_there(self):
        with pytest.raises(NotFoundError, match="There is no measure 'densty'"):
            cug_test(STAR, "densty")

    def test_another_condition(self):
        with pytest.raises(AssumptionError) as refused:
            cug_test(STAR, "density", condition="degrees")
        assert str(refused.value) == (
            "cug_test needs the condition 'size' or 'edges' or 'dyads'; got 'degrees'."
        )
