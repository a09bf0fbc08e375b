"""Centralization and lengths of a whole network, by hand and against networkx and igraph."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import centralization, diameter, global_efficiency, mean_distance
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import as_igraph, costs_of, distances_of, plain_of
from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.networks import network_of, random_graphs, simple

ALONE = Network([("clinic", {})], [], is_directed=False)
APART = network_of(("a", "b"), ("b", "c"), ("d", "e"))
RETURNING = network_of(
    ("a", "b"), ("b", "c"), ("c", "d"), ("b", "a"), ("c", "a"), ("d", "a"), directed=True
)
"""A chain, from each of which there is a tie back to its beginning."""
NAN = float("nan")
EVERY = ["degree", "betweenness", "closeness", "eigenvector"]


def value(table):
    return table.iloc[0, 0]


def same(expected):
    return pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


class TestCentralization:
    def test_g1(self):
        assert round(value(centralization(UNDIRECTED)), 4) == 0.3810
        assert round(value(centralization(DIRECTED, of="in_degree")), 4) == 0.4898
        assert round(value(centralization(UNDIRECTED, of="betweenness")), 4) == 0.4898

    def test_g1_as_sna(self):
        """sna 2.7-1: centralization(s, closeness), (s, betweenness) and (s, degree, outdegree)."""
        assert value(centralization(UNDIRECTED, of="closeness")) == same(0.448809523809524)
        assert value(centralization(DIRECTED, of="betweenness")) == same(17 / 294)
        assert value(centralization(DIRECTED, of="out_degree")) == same((8 * 2 - 8) / 49)

    @pytest.mark.parametrize("of", EVERY)
    def test_a_star_has_one_a_ring_zero(self, of):
        for n in (3, 5, 12):
            assert value(centralization(nx.star_graph(n - 1), of=of)) == 1
            assert value(centralization(nx.cycle_graph(n), of=of)) == 0
            both_ways = nx.star_graph(n - 1).to_directed()
            assert value(centralization(both_ways, of=of)) == 1

    def test_a_directed_star_in_either_direction(self):
        inwards = nx.DiGraph((leaf, "hub") for leaf in range(5))
        assert value(centralization(inwards, of="in_degree")) == 1
        assert value(centralization(inwards.reverse(), of="out_degree")) == 1
        assert value(centralization(inwards, of="degree")) == 1

    @pytest.mark.parametrize("of", EVERY)
    def test_with_fewer_than_three_actors_it_is_undefined(self, of):
        assert np.isnan(value(centralization(ALONE, of=of)))
        assert np.isnan(value(centralization(network_of(("a", "b")), of=of)))

    def test_several_components(self):
        assert np.isnan(value(centralization(APART, of="closeness")))
        assert np.isnan(value(centralization(APART, of="eigenvector")))
        assert value(centralization(APART)) == same(4 / 12)
        no_ties = network_of(actors=["a", "b", "c"])
        assert value(centralization(no_ties)) == 0
        assert np.isnan(value(centralization(no_ties, of="eigenvector")))

    def test_of_eigenvector_by_hand(self):
        """In a line of four the inner two score the golden ratio times the outer two."""
        line = network_of(("a", "b"), ("b", "c"), ("c", "d"))
        golden = (1 + 5**0.5) / 2
        inner, outer = golden, 1.0
        length = (2 * inner**2 + 2 * outer**2) ** 0.5
        star = (3 - 3**0.5) / 2**0.5
        expected = 2 * (inner - outer) / length / star
        assert value(centralization(line, of="eigenvector")) == same(expected)

    def test_a_star_of_ties_both_ways_has_one_in_out_and_total_degree(self):
        star = nx.star_graph(4).to_directed()
        assert value(centralization(star, of="total_degree")) == 1
        inwards = nx.DiGraph((leaf, "hub") for leaf in range(5))
        assert value(centralization(inwards, of="total_degree")) == same((5 * 5 - 5) / 40)

    @pytest.mark.parametrize(
        ("options", "expected"),
        [
            ({"of": "out_closeness"}, 0.222222222222),
            ({"of": "in_closeness"}, 0.622222222222),
            ({"of": "in_closeness", "variant": "sna"}, 0.622222222222),
            ({"of": "in_closeness", "variant": "igraph"}, 0.622222222222),
            ({"of": "in_eigenvector", "variant": "igraph"}, 0.511476256041),
            ({"of": "out_eigenvector", "variant": "sna"}, 0.235142821813),
            ({"of": "eigenvector", "variant": "sna"}, 0.17279322865),
            ({"of": "eigenvector", "variant": "igraph"}, 0.219223593596),
        ],
    )
    def test_directions_and_variants_as_sna_and_igraph(self, options, expected):
        """sna 2.7-1: centralization(s, closeness), of t(s), (s, evcent), mode digraph and graph.

        igraph 1.3.5 of R: centr_clo(g, mode), centr_eigen(g), directed and undirected.
        """
        assert value(centralization(RETURNING, **options)) == same(expected)

    def test_of_closeness_where_somebody_is_out_of_reach(self):
        """A star of ties inwards: nobody but the hub is reached, so that leaves have 0 in sna."""
        inwards = nx.DiGraph((leaf, "hub") for leaf in range(4))
        assert np.isnan(value(centralization(inwards, of="in_closeness")))
        assert value(centralization(inwards, of="in_closeness", variant="sna")) == same(5 / 4)
        assert np.isnan(value(centralization(inwards, of="in_closeness", variant="igraph")))
        assert value(centralization(APART, of="closeness", variant="sna")) == 0
        expected = (2 * (1 - 2 / 3)) / (4 * 3 / 7)
        assert value(centralization(APART, of="closeness", variant="igraph")) == same(expected)

    def test_variants_take_the_eigenvector_of_the_network_as_a_whole(self):
        """In igraph the line scores 1 in the middle and the root of 1/2 at its ends."""
        ends = 2 * (1 - 0.5**0.5)
        line = network_of(("a", "b"), ("b", "c"))
        assert value(centralization(line, of="eigenvector", variant="igraph")) == same(ends)
        beside = network_of(("a", "b"), ("b", "c"), actors=["d"])
        assert np.isnan(value(centralization(beside, of="eigenvector")))
        found = value(centralization(beside, of="eigenvector", variant="igraph"))
        assert found == same((ends + 1) / 2)

    def test_of_eigenvector_in_one_direction(self):
        """A ring of two, a third they both send to: the scores are 1, 1 and 2 over sqrt(6)."""
        ties = [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c")]
        network = network_of(*ties, directed=True)
        assert value(centralization(network, of="in_eigenvector")) == same(6**-0.5)
        assert value(centralization(network, of="out_eigenvector")) == same(2**-0.5 / 2)
        expected = (0.5 + 0.5) / 2
        found = centralization(network, of="in_eigenvector", variant="igraph")
        assert value(found) == same(expected)
        assert found.attrs["settings"] == {"of": "in_eigenvector", "variant": "igraph"}
        assert np.isnan(value(centralization(DIRECTED, of="in_eigenvector")))

    @pytest.mark.parametrize("of", ["in_degree", "total_degree", "out_closeness", "in_eigenvector"])
    def test_one_direction_of_an_undirected_network_is_refused(self, of):
        with pytest.raises(AssumptionError) as refused:
            centralization(UNDIRECTED, of=of)
        assert str(refused.value) == (
            f"centralization of {of!r} needs a directed network; this one is undirected. Ask for "
            f"{of.split('_')[1]!r}."
        )

    def test_of_something_else_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            centralization(UNDIRECTED, of="harmonic")
        assert str(refused.value) == (
            "centralization needs the centrality 'degree' or 'in_degree' or 'out_degree' or "
            "'total_degree' or 'betweenness' or 'closeness' or 'in_closeness' or 'out_closeness' "
            "or 'eigenvector' or 'in_eigenvector' or 'out_eigenvector'; got 'harmonic'."
        )

    def test_another_variant_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            centralization(UNDIRECTED, variant="freeman")
        assert str(refused.value) == (
            "centralization needs the variant 'star' or 'sna' or 'igraph'; got 'freeman'."
        )

    def test_random_networks_as_igraph_and_by_definition(self):
        for graph in random_graphs():
            plain = plain_of(graph)
            n = len(plain)
            if n < 3:
                continue
            degrees = [d for _, d in simple(graph, directed=False).degree]
            expected = sum(max(degrees) - d for d in degrees) / ((n - 1) * (n - 2))
            assert value(centralization(graph)) == same(expected)
            between = as_igraph(plain).betweenness()
            pairs = (n - 1) * (n - 2) / (1 if plain.is_directed() else 2)
            expected = sum(max(between) - b for b in between) / ((n - 1) * pairs)
            assert value(centralization(graph, of="betweenness")) == same(expected)
            if plain.is_directed():
                into = [d for _, d in plain.in_degree]
                expected = sum(max(into) - d for d in into) / (n - 1) ** 2
                assert value(centralization(graph, of="in_degree")) == same(expected)
                reverse = value(centralization(graph.reverse(), of="out_degree"))
                assert reverse == same(expected)
                total = [d for _, d in plain.degree]
                expected = sum(max(total) - d for d in total) / (2 * (n - 1) * (n - 2))
                assert value(centralization(graph, of="total_degree")) == same(expected)
                self._near_in_each_direction(graph, plain)
            whole = simple(graph, directed=False)
            found = value(centralization(graph, of="closeness"))
            if not nx.is_connected(whole):
                assert np.isnan(found)
                continue
            near = nx.closeness_centrality(whole).values()
            expected = sum(max(near) - c for c in near) * (2 * n - 3) / ((n - 1) * (n - 2))
            assert found == same(expected)
            scores = nx.eigenvector_centrality_numpy(whole).values()
            star = ((n - 1) - (n - 1) ** 0.5) / 2**0.5
            expected = sum(max(scores) - x for x in scores) / star
            assert value(centralization(graph, of="eigenvector")) == same(expected)

    def _near_in_each_direction(self, graph, plain):
        n, made = len(plain), as_igraph(plain)
        star = (n - 1) ** 2 / n
        for way in ("in", "out"):
            theirs = made.closeness(mode=way)
            expected = sum(max(theirs) - c for c in theirs) / star  # NaN with an isolate
            found = value(centralization(graph, of=f"{way}_closeness", variant="igraph"))
            assert found == same(expected)
            found = value(centralization(graph, of=f"{way}_closeness"))
            is_whole = nx.is_strongly_connected(plain)
            assert found == same(expected if is_whole else NAN)
            scores = value(centralization(graph, of=f"{way}_eigenvector", variant="igraph"))
            turned = plain if way == "in" else plain.reverse()
            if is_whole:
                theirs = as_igraph(turned).eigenvector_centrality(directed=True)
                assert scores == same(sum(1 - x for x in theirs) / (n - 1))


class TestLengths:
    def test_g1(self):
        assert round(value(global_efficiency(UNDIRECTED)), 4) == 0.5952
        assert value(mean_distance(UNDIRECTED)) == 2.0
        assert value(diameter(UNDIRECTED)) == 3

    def test_g1_directed_as_igraph(self):
        """igraph 1.3.5 of R: global_efficiency(d, weights = NA); the rest by hand."""
        assert value(global_efficiency(DIRECTED)) == same(0.169642857142857)
        assert np.isnan(value(mean_distance(DIRECTED)))
        assert value(mean_distance(DIRECTED, variant="within_reach")) == same(14 / 11)
        assert value(diameter(DIRECTED, variant="within_reach")) == 2
        assert value(mean_distance(DIRECTED, direction="ignored")) == 2.0

    @pytest.mark.parametrize("measure", [mean_distance, diameter])
    def test_a_pair_without_a_path_leaves_them_undefined(self, measure):
        assert np.isnan(value(measure(APART)))
        assert not np.isnan(value(measure(APART, variant="within_reach")))
        no_ties = network_of(actors=["a", "b"])
        assert np.isnan(value(measure(no_ties, variant="within_reach")))
        assert np.isnan(value(measure(ALONE)))

    def test_within_reach_by_hand(self):
        assert value(mean_distance(APART, variant="within_reach")) == 10 / 8
        assert value(diameter(APART, variant="within_reach")) == 2
        assert value(global_efficiency(APART)) == same((4 + 2 / 2 + 2) / 20)
        assert np.isnan(value(global_efficiency(ALONE)))

    def test_costs_keep_their_unit(self):
        """A tie of strength 2 is half a step, one of 4 a quarter."""
        ties = network_of(("a", "b", 2), ("b", "c", 4))
        assert value(mean_distance(ties, cost="1/strength")) == same((0.5 + 0.25 + 0.75) / 3)
        assert value(diameter(ties, cost="1/strength")) == 0.75
        assert value(global_efficiency(ties, cost="1/strength")) == same((2 + 4 + 4 / 3) / 3)
        settings = {"direction": "out", "cost": "1/strength", "variant": "connected"}
        assert diameter(ties, cost="1/strength").attrs["settings"] == settings

    @pytest.mark.parametrize("measure", [global_efficiency, mean_distance, diameter])
    def test_a_cost_that_is_none_is_refused_by_name(self, measure):
        network = network_of(("a", "b", 1), ("court", "program", 0), directed=True)
        with pytest.raises(CollabnetError) as refused:
            measure(network, cost="1/strength", direction="in")
        assert str(refused.value) == (
            f"The measure {measure.__name__} with a cost of 1/strength needs strengths above zero; "
            "the tie 'court' to 'program' has 0.0. Correct it, leave the tie out, or use the cost "
            "'unweighted'."
        )

    @pytest.mark.parametrize("cost", ["unweighted", "1/strength"])
    def test_random_networks(self, cost):
        for graph in random_graphs():
            plain = plain_of(graph)
            n, made = len(plain), as_igraph(plain)
            is_costly = cost == "1/strength"
            far = list(distances_of(plain, costs_of(plain, weighted=is_costly)).values())
            lengths = [1 / strength for strength in made.es["strength"]] if is_costly else None
            if n > 1:
                expected = float(sum(1 / d for d in far) / (n * (n - 1)))
                assert value(global_efficiency(graph, cost=cost)) == same(expected)
                if not plain.is_directed() and not is_costly:
                    assert nx.global_efficiency(plain) == same(expected)
            if far:
                expected = float(sum(far) / len(far))
                found = value(mean_distance(graph, cost=cost, variant="within_reach"))
                assert found == same(expected)
                assert made.average_path_length(weights=lengths) == same(expected)
                found = value(diameter(graph, cost=cost, variant="within_reach"))
                assert found == same(float(max(far))) == made.diameter(weights=lengths)
            complete = n > 1 and len(far) == n * (n - 1)
            expected = float(sum(far) / len(far)) if complete else NAN
            assert value(mean_distance(graph, cost=cost)) == same(expected)
            expected = float(max(far)) if complete else NAN
            assert value(diameter(graph, cost=cost)) == same(expected)
