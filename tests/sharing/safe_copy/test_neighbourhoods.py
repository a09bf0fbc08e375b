"""Who looks alike where everything around somebody is known."""

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from collabnet.model import Network
from collabnet.model.network import as_network
from collabnet.sharing.neighbourhoods import LARGEST, smallest_group
from collabnet.sharing.uniqueness import uniqueness
from sharing.safe_copy.test_uniqueness import graphs


def smallest(graph, colours=None, fewest=1):
    network = as_network(graph)
    return smallest_group(network, colours or [0] * len(graph), fewest=fewest)


def brute_force(graph):
    """The smallest group by networkx's other isomorphism test, the middle marked, pair by pair."""

    def marked(actor):
        around = nx.ego_graph(graph, actor, radius=2)
        nx.set_node_attributes(around, {one: one == actor for one in around}, "middle")
        return around

    def is_same(a, b):
        return nx.is_isomorphic(a, b, node_match=lambda u, v: u["middle"] == v["middle"])

    drawn = [marked(actor) for actor in graph]
    return min(sum(is_same(a, b) for b in drawn) for a in drawn)


class TestSmallestGroup:
    def test_the_frucht_graph_shows_who_is_who(self):
        """All have three contacts, and no two the same place in the whole (Frucht 1939)."""
        graph = nx.frucht_graph()
        assert uniqueness(graph).k == 12
        assert smallest(graph) == 1

    @pytest.mark.parametrize(
        ("graph", "k"),
        [(nx.petersen_graph(), 10), (nx.cycle_graph(8), 8), (nx.complete_graph(5), 5)],
    )
    def test_where_all_places_are_the_same_all_look_alike(self, graph, k):
        assert smallest(graph) == k

    def test_which_contacts_know_each_other_tells_apart(self):
        """Two triangles and a ring of six: two contacts each, but in triangles these meet."""
        graph = nx.disjoint_union(
            nx.disjoint_union(nx.complete_graph(3), nx.complete_graph(3)), nx.cycle_graph(6)
        )
        assert (uniqueness(graph).k, smallest(graph)) == (12, 6)

    def test_colours_tell_apart(self):
        assert smallest(nx.cycle_graph(6), [0, 1, 0, 1, 0, 1]) == 3

    @given(graphs())
    def test_it_is_what_comparing_each_with_each_gives(self, graph):
        assert smallest(graph) == brute_force(graph)

    @given(graphs())
    def test_where_the_surroundings_are_all_it_is_no_coarser_than_refinement(self, graph):
        found = uniqueness(graph)
        k = smallest_group(as_network(graph), found.groups, fewest=1)
        assert k <= min(found.k, smallest(graph))

    @given(graphs(), st.randoms())
    def test_names_and_order_change_nothing(self, graph, random):
        actors = list(graph)
        random.shuffle(actors)
        other = nx.relabel_nodes(graph, dict(zip(graph, actors, strict=True)))
        assert smallest(graph) == smallest(other)

    @given(graphs())
    def test_too_few_are_told_before_all_are_compared(self, graph):
        k, early = smallest(graph), smallest(graph, fewest=3)
        assert early == k if early >= 3 else k < 3

    def test_large_surroundings_are_not_compared(self):
        assert smallest(nx.complete_graph(LARGEST)) == LARGEST
        assert smallest(nx.complete_graph(LARGEST + 1)) is None

    def test_ties_to_oneself_and_twice_over_count_for_nothing(self):
        pairs = [("a", "b"), ("b", "a"), ("a", "a")]
        assert smallest_group(Network.from_pairs(pairs), [0, 0], fewest=1) == 2
