"""Node and tie connectivity, of two actors and over all pairs."""

import math
from itertools import combinations

import igraph
import networkx as nx
import pytest
from hypothesis import given, settings

from collabnet.engine.work import told_to
from collabnet.metrics import node_connectivity, tie_connectivity
from collabnet.model.errors import AssumptionError, NotFoundError
from metrics.centrality.oracles import as_igraph
from metrics.cohesion.oracles import (
    fewest_leavers,
    fewest_ties,
    is_in_one_piece,
    ordered_pairs,
    plain_of,
    without,
)
from metrics.drawn import drawn
from metrics.g1 import DIRECTED, UNDIRECTED
from metrics.krackhardt import FRIENDS
from metrics.networks import network_of, random_graphs

RING = network_of(("a", "b"), ("b", "c"), ("c", "d"), ("d", "a"))
TRAP = network_of((0, 1), (0, 2), (1, 2), (2, 0), directed=True)
"""Without 2, actor 1 can't reach 0: one leaver is enough."""


def nodes(network, one=None, other=None, **options):
    table = node_connectivity(network, from_actor=one, to_actor=other, **options)
    return tuple(table.iloc[0].tolist())


def ties(network, one=None, other=None, **options):
    table = tie_connectivity(network, from_actor=one, to_actor=other, **options)
    return table["tie_connectivity"].item()


class TestNodeConnectivity:
    def test_g1_from_the_police_to_the_residential_program(self):
        """D1 > A1 > I1 and D1 > O1 > I1."""
        assert nodes(DIRECTED, "D1", "I1") == (2, 2)
        assert nodes(DIRECTED, "I1", "D1") == (0, 0)
        assert nodes(DIRECTED, "I1", "D1", direction="in") == (2, 2)
        assert nodes(DIRECTED, "I1", "D1", direction="ignored") == nodes(UNDIRECTED, "I1", "D1")

    def test_nobody_s_leaving_separates_two_with_a_tie(self):
        """Undefined; the tie itself is one of the paths that share no other actor."""
        found = nodes(RING, "a", "b")
        assert math.isnan(found[0]) and found[1] == 2

    def test_over_all_pairs(self):
        assert nodes(RING) == (2, 2)
        assert nodes(UNDIRECTED) == (1, 1)
        assert nodes(DIRECTED) == (0, 0)

    def test_where_everybody_has_a_tie_with_everybody_it_is_all_but_one(self):
        assert nodes(nx.complete_graph(5)) == (4, 4)
        assert nodes(nx.complete_graph(4, nx.DiGraph())) == (3, 3)

    def test_where_parts_hang_together_by_less_than_anybody_has_ties(self):
        """Two triangles, everybody with two ties or more: sharing an actor, or joined by a tie."""
        sharing = nx.Graph([(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 2)])
        assert (nodes(sharing), ties(sharing)) == ((1, 1), 2)
        joined = nx.Graph([(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 5), (5, 3)])
        assert (nodes(joined), ties(joined)) == ((1, 1), 1)

    def test_a_directed_network_on_which_networkx_is_wrong(self):
        """networkx 3.6.1: node_connectivity(G) is 2 here; igraph and trying all sets say 1."""
        assert nodes(TRAP) == (1, 1)
        assert as_igraph_bare(TRAP).vertex_connectivity() == 1
        assert least_by_sets(nx.DiGraph(TRAP.to_networkx())) == 1

    def test_friends_among_managers_as_igraph(self):
        """igraph 1.3.5 of R: vertex_disjoint_paths(g, 11, 2), vertex_connectivity(g, 3, 18)."""
        assert nodes(FRIENDS, 11, 2)[1] == 9
        assert nodes(FRIENDS, 3, 18) == (2, 2)
        assert nodes(FRIENDS) == (0, 0)
        assert nodes(FRIENDS, direction="ignored") == (2, 2)

    def test_karate_club(self):
        """The example of White and Harary (2001): actor 12 hangs on the leader alone (igraph)."""
        karate = nx.karate_club_graph()
        assert nodes(karate) == (1, 1)
        assert nodes(karate, 11, 33) == (1, 1)
        assert nodes(karate, 0, 33) == (6, 6)
        assert igraph.Graph.Famous("Zachary").vertex_connectivity(0, 33) == 6


class TestTieConnectivity:
    def test_g1(self):
        assert ties(DIRECTED, "D1", "I1") == 2
        assert ties(DIRECTED, "I1", "D1") == 0
        assert ties(DIRECTED, "I1", "D1", direction="in") == 2
        assert ties(UNDIRECTED) == 1

    def test_a_tie_between_the_two_is_a_path(self):
        assert ties(RING, "a", "b") == 2
        assert ties(network_of(("a", "b")), "a", "b") == 1

    def test_parallel_ties_are_one(self):
        assert ties(network_of(("a", "b"), ("a", "b")), "a", "b") == 1

    def test_friends_among_managers_as_sna_and_igraph(self):
        """sna 2.7-1 of R, maxflow(s, 11, 2); igraph 1.3.5, edge_connectivity(g, 3, 18)."""
        assert ties(FRIENDS, 11, 2) == 10
        assert ties(FRIENDS, 3, 18) == 2
        assert ties(FRIENDS, direction="ignored") == 2


class TestRefused:
    @pytest.mark.parametrize("measure", [node_connectivity, tie_connectivity])
    def test_ends_that_cannot_be(self, measure):
        name = measure.__name__
        said = {
            ("a", None): f"{name} needs both from_actor and to_actor, or neither for the network "
            "as a whole; got from_actor alone.",
            (None, "a"): f"{name} needs both from_actor and to_actor, or neither for the network "
            "as a whole; got to_actor alone.",
            ("a", "a"): f"{name} needs two different actors; got 'a' twice. Name another.",
        }
        for (one, other), text in said.items():
            with pytest.raises(AssumptionError) as refused:
                measure(RING, from_actor=one, to_actor=other)
            assert str(refused.value) == text

    @pytest.mark.parametrize("measure", [node_connectivity, tie_connectivity])
    def test_an_actor_that_there_is_not(self, measure):
        with pytest.raises(NotFoundError) as refused:
            measure(network_of(("clinic", "court")), from_actor="clinik", to_actor="court")
        assert str(refused.value) == (
            "There is no actor 'clinik'. Did you mean clinic? Check the spelling; "
            "network.actor_ids lists all."
        )
        with pytest.raises(NotFoundError) as refused:
            measure(network_of((1, 2)), from_actor=1, to_actor=3)
        assert str(refused.value) == (
            "There is no actor 3. Check the spelling; network.actor_ids lists all."
        )


class TestProgress:
    def test_it_is_told_while_all_pairs_are_tried(self):
        heard = []

        class Listener:
            def expect(self, what, seconds):
                pass

            def advance(self, what, done, total):
                heard.append((what, done, total))

        with told_to(Listener()):
            assert nodes(nx.circulant_graph(40, [1, 2])) == (4, 4)
            assert ties(nx.circulant_graph(40, [1, 2])) == 4
        assert heard[-1] == ("tie connectivity", 40, 40)
        # one actor with 35 others it has no tie with, and the 3 pairs of its contacts without one
        assert [done for what, done, _ in heard if what == "node connectivity"][-1] == 38


class TestRandom:
    def test_two_actors_against_trying_all_sets_networkx_and_igraph(self):
        for graph in random_graphs(most=6):
            plain = plain_of(graph)
            made, ids = as_igraph(plain), list(plain)
            for one, other in ordered_pairs(plain)[:6]:
                u, v = ids.index(one), ids.index(other)
                found, paths = nodes(graph, one, other)
                expected = fewest_leavers(plain, one, other)
                if expected is None:
                    assert math.isnan(found)
                    made.delete_edges(made.get_eid(u, v))
                    assert paths == made.vertex_connectivity(u, v) + 1
                    made = as_igraph(plain)
                else:
                    assert found == paths == expected == made.vertex_connectivity(u, v)
                    assert found == nx.node_connectivity(plain, one, other)
                cut = ties(graph, one, other)
                assert (
                    cut == made.edge_connectivity(u, v) == nx.edge_connectivity(plain, one, other)
                )

    def test_ties_of_two_actors_against_trying_all_sets(self):
        for graph in random_graphs(most=5):
            plain = plain_of(graph)
            for one, other in ordered_pairs(plain)[:2]:
                assert ties(graph, one, other) == fewest_ties(plain, one, other)

    def test_all_pairs_against_trying_all_sets_and_igraph(self):
        for graph in random_graphs(most=6):
            plain = plain_of(graph)
            if len(plain) == 1:
                assert math.isnan(nodes(graph)[0]) and math.isnan(ties(graph))
                continue
            made = as_igraph(plain)
            assert nodes(graph) == (least_by_sets(plain),) * 2
            assert nodes(graph)[0] == made.vertex_connectivity()
            assert ties(graph) == made.edge_connectivity() == nx.edge_connectivity(plain)
            smallest = min(ties(graph, *pair) for pair in ordered_pairs(plain))
            assert ties(graph) == smallest

    def test_the_smallest_number_of_paths_is_the_smallest_number_of_leavers(self):
        """Also over pairs with a tie (Whitney 1932): both columns say the same."""
        for graph in random_graphs(most=5):
            plain = plain_of(graph)
            if len(plain) > 1:
                smallest = min(nodes(graph, *pair)[1] for pair in ordered_pairs(plain))
                assert nodes(graph)[1] == smallest


def least_by_sets(plain):
    """Try all sets of leavers, small ones first; all but one where nothing separates."""
    for k in range(len(plain) - 1):
        for gone in combinations(plain, k):
            if not is_in_one_piece(without(plain, gone)):
                return k
    return len(plain) - 1


def as_igraph_bare(network):
    graph = network.to_networkx()
    return igraph.Graph(list(graph.edges()), directed=True)


SMALL = drawn(least=2)


class TestProperties:
    @given(SMALL)
    @settings(max_examples=50)
    def test_actors_no_more_than_ties_no_more_than_the_fewest_ties_of_an_actor(self, network):
        """Whitney (1932)."""
        plain = plain_of(network.to_networkx())
        fewest = min(*dict(plain.in_degree).values(), *dict(plain.out_degree).values())
        assert nodes(network)[0] <= ties(network) <= fewest

    @given(SMALL)
    @settings(max_examples=50)
    def test_turning_all_ties_round_turns_the_question_round(self, network):
        turned = network.to_networkx().reverse()
        assert nodes(network) == nodes(turned)
        assert ties(network, 0, 1) == ties(turned, 1, 0) == ties(turned, 0, 1, direction="in")

    @given(SMALL)
    @settings(max_examples=50)
    def test_an_isolate_can_t_be_reached_at_all(self, network):
        graph = network.to_networkx()
        graph.add_node("alone")
        assert nodes(graph) == (0, 0)
        assert ties(graph) == 0
        assert ties(graph, 0, 1) == ties(network, 0, 1)
