"""Eigenvector centrality, hubs and authorities, by hand and against walks of a million steps."""

import networkx as nx
import numpy as np
import pytest

from collabnet.metrics import eigenvector, hubs_and_authorities
from collabnet.model import Network
from collabnet.model.errors import AssumptionError, CollabnetError
from metrics.centrality.oracles import (
    as_igraph,
    by_component,
    matrix_of,
    near,
    only_limit,
    plain_of,
    singular_of,
)
from metrics.g1 import DIRECTED, UNDIRECTED, values
from metrics.networks import network_of, random_graphs

NAN = float("nan")


def scores(network, **options):
    return values(eigenvector(network, **options), "eigenvector")


def same(**expected):
    return pytest.approx(expected, rel=1e-9, abs=1e-12, nan_ok=True)


class TestEigenvector:
    def test_g1(self):
        found = {actor: round(value, 4) for actor, value in scores(UNDIRECTED).items()}
        assert found["I1"] == found["A1"] == 0.5299
        assert found["O1"] == found["D1"] == 0.3578
        assert {found[leaf] for leaf in ("O2", "O3", "D2", "S1")} == {0.2136}

    def test_an_acyclic_network_has_none(self):
        assert eigenvector(DIRECTED)["eigenvector"].isna().all()

    def test_g1_with_its_direction_ignored_is_g1_undirected(self):
        assert scores(DIRECTED, direction="ignored") == scores(UNDIRECTED)

    def test_each_component_by_itself_has_length_one(self):
        apart = network_of(("a", "b"), ("b", "c"), ("d", "e"), ("e", "f"), ("f", "d"), ("g", "h"))
        third, half = 3**-0.5, 0.5**0.5
        assert scores(apart) == same(
            a=0.5, b=half, c=0.5, d=third, e=third, f=third, g=half, h=half
        )

    def test_isolates_are_undefined_and_change_nothing(self):
        assert scores(network_of(("a", "b"), actors=["c"])) == same(a=0.5**0.5, b=0.5**0.5, c=NAN)

    def test_two_mode_networks_on_which_iterating_never_settles(self):
        star = network_of(("hub", "a"), ("hub", "b"), ("hub", "c"), ("hub", "d"))
        leaf = 8**-0.5
        assert scores(star) == same(hub=0.5**0.5, a=leaf, b=leaf, c=leaf, d=leaf)

    def test_equal_positions_have_equal_scores(self):
        for n in (7, 30, 450):
            ring = eigenvector(nx.cycle_graph(n))["eigenvector"]
            assert ring.nunique() == 1
            path = eigenvector(nx.path_graph(n))["eigenvector"].tolist()
            assert path == near(path[::-1])

    def test_in_direction_counts_those_with_a_tie_to_the_actor(self):
        """A ring of two, a third they both send to, and a fourth that sends to one of them."""
        ties = [("a", "b"), ("b", "a"), ("a", "c"), ("b", "c"), ("d", "a")]
        network = Network.from_pairs(ties, is_directed=True)
        six = 6**-0.5
        assert scores(network) == same(a=six, b=six, c=2 * six, d=0)
        third = 3**-0.5
        assert scores(network, direction="out") == same(a=third, b=third, c=0, d=third)

    def test_parts_that_tie_leave_a_component_undefined(self):
        """Two rings that both send to c: any mix of the two would do."""
        ties = [("a", "b"), ("b", "a"), ("d", "e"), ("e", "d"), ("a", "c"), ("d", "c")]
        network = Network.from_pairs(ties, is_directed=True)
        assert eigenvector(network)["eigenvector"].isna().all()

    def test_of_two_parts_that_tie_the_one_that_is_reached_has_the_score(self):
        """In a chain of two rings the first one's share would grow without end in the second."""
        ties = [("a", "b"), ("b", "a"), ("b", "d"), ("d", "e"), ("e", "d"), ("e", "f")]
        network = Network.from_pairs(ties, is_directed=True)
        third = 3**-0.5
        assert scores(network) == same(a=0, b=0, d=third, e=third, f=third)

    def test_strengths_count_where_asked_for(self):
        network = Network.from_pairs([("a", "b", 3), ("b", "c", 4)])
        found = scores(network, weights="strength")
        assert found == same(a=0.3 * 2**0.5, b=0.5**0.5, c=0.4 * 2**0.5)

    def test_a_strength_of_zero_is_no_tie(self):
        network = Network.from_pairs([("a", "b", 3), ("b", "c", 0)])
        assert scores(network, weights="strength") == same(a=0.5**0.5, b=0.5**0.5, c=NAN)

    def test_a_negative_strength_is_refused_by_name(self):
        network = Network.from_pairs([("a", "b", 3), ("court", "program", -2)], is_directed=True)
        with pytest.raises(CollabnetError) as refused:
            eigenvector(network, weights="strength")
        assert str(refused.value) == (
            "The measure eigenvector needs strengths of zero or more; the tie 'court' to 'program' "
            "has -2.0. Correct it, leave the tie out, or measure with the weights 'unweighted'."
        )

    def test_variants_take_the_network_as_a_whole(self):
        """igraph 1.3.5 of R: 0.7071068 1 0.7071068 0 0."""
        apart = network_of(("a", "b"), ("b", "c"), ("d", "e"))
        half = 0.5**0.5
        assert scores(apart, variant="igraph") == same(a=half, b=1, c=half, d=0, e=0)
        assert scores(apart, variant="sna") == same(a=0.5, b=half, c=0.5, d=0, e=0)

    def test_as_a_whole_components_may_tie(self):
        tied = network_of(("a", "b"), ("c", "d"))
        assert eigenvector(tied, variant="igraph")["eigenvector"].isna().all()
        assert eigenvector(tied)["eigenvector"].tolist() == near([0.5**0.5] * 4)

    def test_another_direction_is_refused(self):
        with pytest.raises(AssumptionError) as refused:
            eigenvector(UNDIRECTED, direction="both")
        assert str(refused.value) == (
            "eigenvector needs the direction 'out' or 'in' or 'ignored'; got 'both'."
        )


class TestEigenvectorOnRandomNetworks:
    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    @pytest.mark.parametrize("direction", ["out", "in", "ignored"])
    def test_it_is_where_any_walker_ends_up_and_undefined_where_they_differ(
        self, direction, weights
    ):
        for graph in random_graphs():
            plain = plain_of(graph)
            matrix = matrix_of(plain, direction, weighted=weights == "strength")
            found = eigenvector(graph, direction=direction, weights=weights)["eigenvector"]
            found = found.to_numpy()

            def limit(at, plain=plain, matrix=matrix):
                part = plain.subgraph(list(plain)[i] for i in at)
                is_acyclic = len(part) < 2
                if plain.is_directed() and direction != "ignored":
                    is_acyclic = nx.is_directed_acyclic_graph(part)
                return None if is_acyclic else only_limit(matrix[np.ix_(at, at)])

            expected = by_component(plain, limit)
            assert found == pytest.approx(expected, abs=1e-4, nan_ok=True)
            for part in nx.connected_components(plain.to_undirected()):
                at = [i for i, actor in enumerate(plain) if actor in part]
                values = found[at]
                if not np.isnan(values).any():
                    times = matrix[np.ix_(at, at)] @ values
                    assert times.tolist() == near(times.sum() / values.sum() * values)
                    assert np.linalg.norm(values) == pytest.approx(1)

    def test_as_networkx_and_igraph(self):
        compared = 0
        for graph in random_graphs():
            plain = plain_of(graph)
            is_one = nx.is_strongly_connected if plain.is_directed() else nx.is_connected
            if len(plain) < 3 or not is_one(plain):
                continue
            compared += 1
            found = eigenvector(graph)["eigenvector"].tolist()
            assert found == near(nx.eigenvector_centrality_numpy(plain).values())
            found = eigenvector(graph, variant="igraph")["eigenvector"].tolist()
            theirs = as_igraph(plain).eigenvector_centrality(directed=True)
            assert found == near(theirs)
        assert compared > 40

    @pytest.mark.parametrize(
        "graph",
        [
            nx.path_graph(900),
            nx.cycle_graph(900, create_using=nx.DiGraph),
            nx.barbell_graph(250, 0),
            nx.gnm_random_graph(900, 4000, seed=1, directed=True),
            nx.barabasi_albert_graph(900, 3, seed=1),
        ],
        ids=["path", "directed ring", "two cliques", "directed", "scale-free"],
    )
    def test_many_actors_whatever_the_gap_between_eigenvalues(self, graph):
        values = eigenvector(graph)["eigenvector"].fillna(0).to_numpy()
        matrix = nx.to_scipy_sparse_array(graph, dtype=float).T
        times = matrix @ values
        root = values @ times
        assert np.linalg.norm(values) == pytest.approx(1)
        assert np.abs(times - root * values).max() < 1e-10 * root
        assert root >= 0.999999 * nx.number_of_edges(graph) / len(graph)


class TestHubs:
    def test_a_star_of_senders(self):
        table = hubs_and_authorities(DIRECTED)
        hubs, authorities = values(table, "hub"), values(table, "authority")
        assert {actor for actor, value in hubs.items() if value} == {"A1", "O1", "O2", "O3"}
        assert hubs["O2"] == 0.5
        assert authorities == same(A1=0, D1=0, D2=0, I1=1, O1=0, O2=0, O3=0, S1=0)

    def test_reversing_ties_turns_hubs_into_authorities(self):
        for graph in random_graphs(directed=True, count=60):
            table, turned = hubs_and_authorities(graph), hubs_and_authorities(graph.reverse())
            assert table["hub"].tolist() == near(turned["authority"])

    def test_either_tie_of_a_chain_could_be_the_one(self):
        chain = Network.from_pairs([("a", "b"), ("b", "c")], is_directed=True)
        table = hubs_and_authorities(chain)
        assert table[["hub", "authority"]].isna().all(axis=None)

    def test_undirected_both_are_the_eigenvector(self):
        table = hubs_and_authorities(UNDIRECTED)
        expected = eigenvector(UNDIRECTED)["eigenvector"].tolist()
        assert table["hub"].tolist() == table["authority"].tolist() == expected

    def test_components_by_themselves_and_as_a_whole(self):
        ties = [("a", "b"), ("c", "d"), ("e", "d")]
        apart = Network.from_pairs(ties, is_directed=True)
        assert hubs_and_authorities(apart)["authority"].tolist() == near([0, 1, 0, 1, 0])
        table = hubs_and_authorities(apart, variant="igraph")
        assert table["hub"].tolist() == near([0, 0, 1, 0, 1])
        table = hubs_and_authorities(apart, variant="networkx")
        assert table["hub"].tolist() == near([0, 0, 0.5, 0, 0.5])

    @pytest.mark.parametrize("weights", ["unweighted", "strength"])
    def test_as_singular_vectors_on_random_networks(self, weights):
        for graph in random_graphs(directed=True):
            plain = plain_of(graph)
            matrix = matrix_of(plain, "out", weighted=weights == "strength")
            table = hubs_and_authorities(graph, weights=weights)
            for column, which in (("hub", 0), ("authority", 1)):

                def first(at, matrix=matrix, which=which):
                    found = singular_of(matrix[np.ix_(at, at)])
                    return found and found[which]

                expected = by_component(plain, first)
                assert table[column].tolist() == near(expected)

    def test_as_networkx_and_igraph(self):
        compared = 0
        for graph in random_graphs(directed=True):
            plain = plain_of(graph)
            as_whole = hubs_and_authorities(graph, variant="networkx")
            if plain.number_of_edges() < 2 or as_whole["hub"].isna().any():
                continue
            compared += 1
            hubs, authorities = nx.hits(plain, tol=1e-15)
            assert as_whole["hub"].tolist() == near(hubs[actor] for actor in plain)
            assert as_whole["authority"].tolist() == near(authorities[actor] for actor in plain)
            made = as_igraph(plain)
            table = hubs_and_authorities(graph, variant="igraph")
            assert table["hub"].tolist() == near(made.hub_score())
            assert table["authority"].tolist() == near(made.authority_score())
        assert compared > 40
